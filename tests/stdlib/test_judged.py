"""`judge`: a generator that is taught by a judge that stays as it was, or the other way round, or both."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from intaglio.lang.ir import Every
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet, called
from intaglio.runtime.contract import Fault, Made, Segment
from intaglio.stdlib.models import facts_of
from intaglio.stdlib.nn import fast, gan, noise, style
from intaglio.stdlib.nn.weights import network_of
from intaglio.stdlib.stages.sample import sample
from intaglio.stdlib.stages.train import train
from tests.stdlib.conftest import HEIGHT, WIDTH, photographs, pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

MODULES = {"gan": gan, "style-gan": style, "fast-gan": fast}
SORTS = sorted(MODULES)
FROZEN: dict[str, Any] = {"batch": 4, "judge": ("frozen", "inverted")}
JUDGE = "model-judge.safetensors"


def verdict(model: Artifact, judge: Artifact) -> float:
    """What a model's judge says, on the average, of 32 drawings of a model of 8 numbers: above 0 for real."""
    facts = facts_of(model)
    judging = MODULES[facts["model"]].Judge(HEIGHT, WIDTH).eval()
    judging.load_state_dict(load_file(judge.result[JUDGE]))
    with torch.no_grad():
        drawn = network_of(model)[0](noise.normal((32, facts["latent"]), noise.generator(0, "test")))
        return float(judging(drawn).mean())


def taught(bench: Bench, model: str, steps: int = 30, seed: int = 0) -> Artifact:
    """A model with a judge that has learnt something."""
    said = {"model": model, "steps": steps, "batch": 4, "latent": 8}
    return bench.make(train, said, sources=[bench.images(pictures(6))], seed=seed)


@pytest.mark.parametrize(("model", "seed"), [*((model, 0) for model in SORTS), ("gan", 1), ("gan", 2)])
def test_what_is_drawn_is_taken_for_drawn_ever_more_by_a_judge_that_stays_as_it_was(
    model: str, seed: int, bench: Bench
) -> None:
    torch.set_num_threads(1)  # for networks this small, two only wait for each other
    before = taught(bench, model, seed=seed)
    said = {"model": model, **FROZEN, "average": 0.5}
    way = [before, *(bench.make(train, {**said, "steps": n}, models=[before], seed=seed) for n in (10, 20, 40))]

    verdicts = [verdict(each, before) for each in way]

    assert sorted(verdicts, reverse=True) == verdicts
    assert verdicts[-1] < min(0.0, verdicts[0])
    assert [before.result[JUDGE].read_bytes()] * 3 == [each.result[JUDGE].read_bytes() for each in way[1:]]


@pytest.mark.parametrize("model", SORTS)
def test_before_a_frozen_judge_that_is_not_inverted_drawings_are_taken_for_real_ever_more(
    model: str, bench: Bench
) -> None:
    before = taught(bench, model)

    after = bench.make(train, {"model": model, "steps": 40, "batch": 4, "judge": ("frozen",)}, models=[before])

    assert verdict(after, before) > verdict(before, before)
    assert before.result[JUDGE].read_bytes() == after.result[JUDGE].read_bytes()


def test_an_inverted_judge_that_is_not_frozen_learns_on_from_images(bench: Bench) -> None:
    before = taught(bench, "gan")
    said = {"model": "gan", "steps": 20, "batch": 4, "latent": 8}
    images = [bench.images(pictures(6))]

    usual = bench.make(train, said, sources=images, models=[before])
    inverted = bench.make(train, {**said, "judge": ("inverted",)}, sources=images, models=[before])

    assert 3 == len({each.result[JUDGE].read_bytes() for each in (before, usual, inverted)})
    assert verdict(inverted, before) < verdict(usual, before)


def test_the_curve_tells_what_the_judge_says_of_drawings(bench: Bench) -> None:
    before = taught(bench, "gan")

    made = bench.make(train, {"model": "gan", **FROZEN, "steps": 40}, models=[before])

    rows = list(csv.DictReader(made.seen["losses.csv"].read_text().splitlines()))
    verdicts = [float(row["verdict"]) for row in rows]
    assert sorted(verdicts, reverse=True) == verdicts
    assert ["10", "20", "30", "40"] == [row["step"] for row in rows]


@pytest.mark.parametrize("split", [(1,), (4, 5)], ids=str)
@pytest.mark.parametrize("model", SORTS)
def test_a_training_before_a_frozen_judge_split_anywhere_has_the_bits_of_one_unsplit(
    model: str, split: Sequence[int], bench: Bench
) -> None:
    before = taught(bench, model, steps=3)
    said = {"model": model, **FROZEN}
    whole = bench.make(train, {**said, "steps": 8}, models=[before])
    segments: list[Segment] = []
    for steps in (*split, 8):
        parts = bench.make(train, {**said, "steps": steps}, models=[before], segments=segments)
        segments += bench.kept

    assert bench.made == Made(8 - split[-1], split[-1], "steps")
    assert whole.digest == parts.digest


def test_previews_are_drawn_and_change_nothing(bench: Bench) -> None:
    before = taught(bench, "gan", steps=3)
    watched = {"preview": {"count": 2, "every": Every(amount=2, unit="steps")}}

    unwatched, made = (
        bench.make(train, {"model": "gan", **FROZEN, "steps": 4, **each}, models=[before]) for each in ({}, watched)
    )

    assert unwatched.digest == made.digest
    assert {"preview-000002.png", "preview-000004.png"} <= set(made.seen)


def test_size_groups_and_latent_numbers_are_those_of_the_model(bench: Bench) -> None:
    groups = ["a", "b", "a", "b", "a", "b"]
    said = {"model": "gan", "steps": 3, "batch": 4, "latent": 8, "condition": "group"}
    before = bench.make(train, said, sources=[bench.images(pictures(6), group=groups)])

    after = bench.make(train, {"model": "gan", **FROZEN, "steps": 3}, models=[before])

    assert facts_of(before) == facts_of(after)
    assert called(before).groups == called(after).groups
    drawn = ImageSet(bench.make(sample, {"count": 2, "group": "b"}, models=[after])).uniform()
    assert (2, HEIGHT, WIDTH, 3) == drawn.shape


def test_what_images_would_say_says_nothing_and_is_told(bench: Bench) -> None:
    before = taught(bench, "gan", steps=3)
    said = {"model": "gan", **FROZEN, "steps": 3}

    plain = bench.make(train, said, models=[before])
    more = bench.make(train, {**said, "latent": 64, "augment": ("zoom",)}, models=[before])

    assert plain.digest == more.digest
    assert [
        "`latent` says nothing beside `judge frozen`: all is as in the model.",
        "`augment` says nothing beside `judge frozen`: all is as in the model.",
    ] == [told for _, told in bench.remarks]


def test_a_judge_that_is_not_there_and_images_that_nobody_looks_at_are_refused(bench: Bench) -> None:
    images = [bench.images(pictures(2))]
    with pytest.raises(Fault, match="stands after `with`"):
        bench.make(train, {"model": "gan", "judge": ("inverted",), "steps": 3}, sources=images)
    with pytest.raises(Fault, match="`judge frozen` learns from no images; here are 1"):
        bench.make(train, {"model": "gan", **FROZEN, "steps": 3}, sources=images, models=[taught(bench, "gan", 3)])


SCORE = """
dataset fruit from ./photos/

train dreamer from fruit
  model gan
  latent 8
  steps 6
  batch 4

train uncanny with dreamer
  model gan
  judge frozen, inverted
  steps 6
  batch 4
  preview 2 every 3 steps
"""


def test_to_draw_with_a_kept_step_nothing_is_trained(studio: Studio) -> None:
    photographs(studio.folder)
    studio.run(SCORE)

    studio.run(f"{SCORE}\nsample early with uncanny\n  count 2\n  step 3\n\nsample late with uncanny\n  count 2\n")

    assert {"uncanny@3": (0, 3), "early": (2, 0), "late": (2, 0)} == studio.counts


def test_a_longer_training_before_a_frozen_judge_goes_on(studio: Studio) -> None:
    photographs(studio.folder)
    studio.run(SCORE)

    studio.run(SCORE.replace("steps 6\n  batch 4\n  preview", "steps 9\n  batch 4\n  preview"))

    assert {"uncanny": (3, 6)} == studio.counts


UNFED = "dataset fruit from ./photos/\n\ntrain dreamer from fruit\n  model gan\n\n"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("train x from fruit with dreamer\n  model gan\n  judge frozen\n  steps 4", "takes nothing after `from`"),
        ("train x from fruit\n  model gan\n  judge inverted\n  steps 4", "needs a model after `with`"),
        ("train x\n  model gan\n  judge frozen\n  steps 4", "needs a model after `with`"),
        ("train x with dreamer\n  model gan\n  judge inverted\n  steps 4", "needs a set of images after `from`"),
        ("train x with dreamer\n  model gan\n  judge frozen", "needs `steps` to be said"),
        ("train x with dreamer\n  model style-gan\n  judge frozen\n  steps 4", "`x` is `model style-gan`"),
    ],
    ids=["images", "no model", "neither", "not frozen", "no steps", "another sort"],
)
def test_a_check_tells_what_a_judge_needs_and_nothing_else(lines: str, told: str, studio: Studio) -> None:
    photographs(studio.folder)
    script = studio.session.understand(f"gen 1\n\n{UNFED}{lines}\n\nsample s with x\n  count 1\n")

    assert [True] == [told in each.message() for each in script.diagnostics]


def test_a_check_knows_size_and_groups_of_what_learns_from_a_judge_alone(studio: Studio) -> None:
    photographs(studio.folder)
    text = (
        "dataset fruit\n  group a\n    from ./photos/\n  group b\n    from ./photos/\n  resize 16 px by 16 px\n\n"
        "train dreamer from fruit\n  model gan\n  condition group\n\n"
        "train x with dreamer\n  model gan\n  judge frozen\n  steps 4\n\n"
    )

    assert "" == studio.told(f"{text}sample s with x\n  group a\n")
    assert "no group `c`" in studio.told(f"{text}sample s with x\n  group c\n")
    assert "no layer-9" in studio.told(f"{text}bend s with x\n  invert at layer-9\n\nsample d with s\n")
