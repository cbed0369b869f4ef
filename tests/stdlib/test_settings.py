"""Settings: that two ways of asking for the same have the same key, and that an artist hears of what says nothing."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from intaglio.face.session import words
from intaglio.runtime.plan.planner import PlannedCell
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.events import Remarked
from intaglio.stdlib import sorts
from intaglio.stdlib.stages.train import Operation, Train
from tests.stdlib import saying
from tests.stdlib.conftest import AT_ONE_STROKE, FROM_CHANCE, photographs
from tests.stdlib.studio import Studio

TABLE = "dataset table from ./photos/\n  resize 16 px by 16 px\n"
DRAWING = ["sample", "walk"]
LEARNING_WAYS = ["schedule cosine", "schedule linear", "loss features", "beta 2", "latent 7"]
DRAWING_WAYS = ["steps 4", "sampler ddim", "sampler heun", "truncation 0.5", "truncation 0"]


def says_nothing(model: str) -> list[str]:
    """Lines of `train` that say nothing to a sort."""
    heard = sorts.listening()
    return [line for line in LEARNING_WAYS if model not in heard[line.split()[0]]]


def acts_not(model: str) -> list[str]:
    """Lines of what draws that a sort does not act on."""
    said = {"truncation": 0.5, "sampler": "ddim", "steps": 4}
    acts = sorts.of(model).acts(said)
    return [line for line in DRAWING_WAYS if acts[line.split()[0]] != said[line.split()[0]]]


SAYS_NOTHING = {"train": says_nothing, **dict.fromkeys(DRAWING, acts_not)}


def training(model: str, *lines: str, length: bool = True) -> str:
    said = [f"model {model}", *(["steps 2" if model in AT_ONE_STROKE else "steps 1"] if length else []), *lines]
    return TABLE + "train dreamer from table\n" + "".join(f"  {line}\n" for line in said)


def drawing(verb: str, model: str, *lines: str) -> str:
    return training(model) + f"{verb} drift with dreamer\n" + "".join(f"  {line}\n" for line in lines)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, crew: Crew) -> Studio:
    """A folder in which a model of each sort is trained, for a step or two."""
    studio = Studio(tmp_path_factory.mktemp("school"), crew)
    photographs(studio.folder)
    for model in FROM_CHANCE:
        studio.run(training(model))
    return studio


def cell(studio: Studio, text: str) -> PlannedCell:
    """The one cell of the last stage of a text. All that it is made of is in the store."""
    (found,) = list(studio.plan(text).values())[-1].cells
    assert found.key is not None, text
    return found


def names(of: PlannedCell) -> tuple[object, ...]:
    """What a cell, its course and its stream are called."""
    return of.key, of.chain and of.chain.key, of.stream and of.stream.key


def comes_to(verb: str, of: PlannedCell) -> list[str]:
    """Each setting of a cell as a line, with the value that it comes to; a flag that is down cannot be said."""
    plain = [s for s in words().verbs[verb].settings.values() if s.plain and s.keyed and s.name != "seed"]
    values = [(setting, getattr(of.params, setting.key)) for setting in plain if not setting.arrives_later]
    return [
        saying.line(setting, value)
        for setting, value in values
        if value is not None and value is not False and value != ()
    ]


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_a_training_that_says_what_it_comes_to_anyway_is_the_same_course(model: str, school: Studio) -> None:
    unsaid = cell(school, training(model, length=False))
    lines = comes_to("train", unsaid)
    said = [cell(school, training(model, line, length=False)) for line in lines if not line.startswith("model ")]

    assert {line.split()[0] for line in lines} >= {"steps", "batch", "rate", "average", "schedule", "warm-up"}
    assert {names(unsaid)} == set(map(names, said))


@pytest.mark.parametrize("verb", DRAWING)
@pytest.mark.parametrize("model", FROM_CHANCE)
def test_pictures_that_say_what_they_come_to_anyway_are_the_same(model: str, verb: str, school: Studio) -> None:
    unsaid = cell(school, drawing(verb, model))
    said = [cell(school, drawing(verb, model, line)) for line in comes_to(verb, unsaid)]
    told = {name for name in ("sampler", "steps") if getattr(unsaid.params, name) is not None}

    assert told == ({"sampler", "steps"} if model == "diffusion" else set())
    assert {names(unsaid)} == set(map(names, said))


@pytest.mark.parametrize("model", FROM_CHANCE)
@pytest.mark.parametrize("verb", SAYS_NOTHING)
def test_what_says_nothing_changes_no_key_and_is_remarked_on(verb: str, model: str, school: Studio) -> None:
    of = training if verb == "train" else lambda model, *lines: drawing(verb, model, *lines)
    unsaid = cell(school, of(model))
    lines = SAYS_NOTHING[verb](model)
    said = {line: cell(school, of(model, line)) for line in lines}

    assert lines
    assert () == unsaid.remarks
    assert [(line, names(unsaid)) for line in lines] == [(line, names(each)) for line, each in said.items()]
    for line, each in said.items():
        assert [f"`{line.split()[0]}` says nothing to "] == [told[: told.index("to") + 3] for told in each.remarks]


def test_what_says_something_to_diffusion_changes_the_key(school: Studio) -> None:
    schedules = [training("diffusion", f"schedule {name}") for name in ("flow", "cosine", "linear")]
    ways = [f"sampler {name}" for name in ("euler", "heun", "ddim", "dpm", "unipc")] + ["steps 3", "steps 4"]
    drawn = [drawing(verb, "diffusion", way) for verb in DRAWING for way in ways]

    assert len(schedules) == len({names(cell(school, text)) for text in schedules})
    assert len(drawn) == len({names(cell(school, text)) for text in drawn})


def test_what_says_nothing_is_told_though_nothing_runs(school: Studio) -> None:
    school.run(training("gan"))
    school.run(training("gan", "loss features"))

    assert {} == school.counts
    assert ["`loss` says nothing to `model gan`; it is for autoencoder."] == [
        event.message for event in school.events if isinstance(event, Remarked)
    ]


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_augmentations_are_the_same_in_any_order(model: str, school: Studio) -> None:
    orders = itertools.permutations(["flip", "colour", "cutout"])
    ways = ["augment flip, colour, cutout, colour", *(f"augment {', '.join(order)}" for order in orders)]

    assert 1 == len({names(cell(school, training(model, way))) for way in ways})


@pytest.mark.parametrize("model", ["gan", "style-gan", "fast-gan"])
def test_what_a_gan_changes_of_its_pictures_is_what_the_setting_says_it_does(model: str) -> None:
    usual = (Train.model_fields["augment"].description or "").partition("Left out:")[2].partition("others none")[0]

    assert {*sorts.of(model).suits["augment"]} == {word for word in get_args(Operation) if word in usual}


def test_a_gan_that_says_the_augmentations_it_would_use_is_the_same_course(school: Studio) -> None:
    usual, none = cell(school, training("gan")), cell(school, training("gan", "augment none"))

    assert names(usual) == names(cell(school, training("gan", "augment cutout, zoom, shift, flip")))
    assert names(usual) != names(none)


@pytest.mark.parametrize("model", [name for name in FROM_CHANCE if not sorts.of(name).suits["augment"]])
def test_no_augmentation_may_be_said_where_there_is_none(model: str, school: Studio) -> None:
    assert names(cell(school, training(model))) == names(cell(school, training(model, "augment none")))


@pytest.mark.parametrize("verb", DRAWING)
def test_the_samplers_own_strokes_may_be_said(verb: str, school: Studio) -> None:
    for sampler, steps in (("heun", 10), ("euler", 30), ("dpm", 30)):
        unsaid = cell(school, drawing(verb, "diffusion", f"sampler {sampler}"))

        assert names(unsaid) == names(cell(school, drawing(verb, "diffusion", f"sampler {sampler}", f"steps {steps}")))
