"""`condition group`: a model learns groups apart, `sample` draws the one that is asked for, or between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

from intaglio.lang.ir import Input
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet, called
from intaglio.runtime.contract import Fault, Made
from intaglio.stdlib import registry, sorts
from intaglio.stdlib.stages.sample import Sample, _groups, sample
from intaglio.stdlib.stages.train import train
from intaglio.stdlib.stages.walk import walk
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

MODELS = sorts.listening()["condition"]
SMALL: dict[str, Any] = {"steps": 3, "batch": 4, "latent": 8, "condition": "group"}
KINDS = registry.kinds()


def grouped(bench: Bench, count: int = 6, names: tuple[str, ...] = ("birds", "insects")) -> Artifact:
    """Pictures in groups, by turns."""
    return bench.images(pictures(count), group=[names[i % len(names)] for i in range(count)])


@pytest.fixture
def knowing(bench: Bench) -> Callable[[str], Artifact]:
    """A model of a sort that has learnt birds and insects for a few steps."""
    return lambda model: bench.make(train, {"model": model, **SMALL}, sources=[grouped(bench)])


def digests(bench: Bench, model: Artifact, **settings: Any) -> tuple[str, ...]:
    return ImageSet(bench.make(sample, {"count": 4, **settings}, models=[model])).digests


def blended(*names: str) -> dict[str, Any]:
    return {"from_": tuple(Input(stage="cabinet", part=name) for name in names)}


@pytest.mark.parametrize("model", MODELS)
def test_groups_are_drawn_apart_and_each_in_turn_where_none_is_asked_for(
    model: str, bench: Bench, knowing: Callable[[str], Artifact]
) -> None:
    made = knowing(model)

    birds, insects = (digests(bench, made, group=name) for name in ("birds", "insects"))

    assert set(birds).isdisjoint(insects)
    assert digests(bench, made) == (birds[0], insects[1], birds[2], insects[3])


@pytest.mark.parametrize("model", MODELS)
def test_a_blend_goes_from_its_first_group_to_its_last(
    model: str, bench: Bench, knowing: Callable[[str], Artifact]
) -> None:
    made = knowing(model)
    between = blended("birds", "insects")

    ends = [digests(bench, made, blend=between, mix=mix) for mix in (0.0, 1.0)]

    assert ends == [digests(bench, made, group=name) for name in ("birds", "insects")]
    assert digests(bench, made, blend=between) == digests(bench, made, blend=between, mix=0.5)
    assert digests(bench, made, blend=between) not in ends


@pytest.mark.parametrize(
    ("mix", "expected"), [(0.0, (1, 0, 0)), (0.25, (0.5, 0, 0.5)), (0.5, (0, 0, 1)), (1.0, (0, 1, 0))]
)
def test_a_blend_of_three_leads_through_the_one_in_the_middle(mix: float, expected: tuple[float, ...]) -> None:
    params = Sample.model_validate({"blend": blended("0", "2", "1"), "mix": mix})

    assert expected == _groups(params, 0, 3)


@pytest.mark.parametrize("model", MODELS)
def test_a_training_in_groups_goes_on_to_the_bit_and_previews_change_nothing(model: str, bench: Bench) -> None:
    images = [grouped(bench)]
    settings = {**SMALL, "model": model}

    whole = bench.make(train, {**settings, "steps": 5}, sources=images)
    bench.make(train, settings, sources=images)
    parts = bench.make(train, {**settings, "steps": 5}, sources=images, segments=bench.kept)

    assert bench.made == Made(2, 3, "steps")
    assert whole.digest == parts.digest


@pytest.mark.parametrize("model", MODELS)
def test_the_order_of_images_does_not_matter_and_that_of_groups_does(model: str, bench: Bench) -> None:
    images, names = pictures(6), ["birds", "insects"] * 3
    settings = {**SMALL, "model": model}
    forwards = bench.images(images, group=names)
    backwards = bench.images([images[0], *images[:0:-1]], group=[names[0], *names[:0:-1]])
    swapped = bench.images(images[1:] + images[:1], group=names[1:] + names[:1])

    digest = {
        name: bench.make(train, settings, sources=[each]).digest
        for name, each in locals().items()
        if name in ("forwards", "backwards", "swapped")
    }

    assert digest["forwards"] == digest["backwards"] != digest["swapped"]


def test_a_picture_that_is_in_two_groups_is_in_both_whatever_the_order(bench: Bench) -> None:
    one, other = pictures(2)
    settings = {**SMALL, "model": "gan"}

    a = bench.make(train, settings, sources=[bench.images([one, other, one], group=["birds", "insects", "insects"])])
    b = bench.make(train, settings, sources=[bench.images([one, one, other], group=["birds", "insects", "insects"])])

    assert a.digest == b.digest


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        (["birds"] * 4, "of 1 groups"),
        (["birds", "insects", None, None], "2 of these images belong to no group"),
        ([None] * 4, "of 0 groups"),
    ],
    ids=["one", "some without", "none"],
)
def test_what_are_no_kinds_is_refused(groups: list[str | None], told: str, bench: Bench) -> None:
    with pytest.raises(Fault, match=told):
        bench.make(train, {**SMALL, "model": "gan"}, sources=[bench.images(pictures(4), group=groups)])


def test_a_group_that_was_not_learnt_is_refused_with_the_nearest(
    bench: Bench, knowing: Callable[[str], Artifact]
) -> None:
    with pytest.raises(Fault, match=r"learnt no group `insect`\. It learnt birds, insects") as caught:
        digests(bench, knowing("gan"), group="insect")

    assert "group insects" == caught.value.hint


def test_a_model_that_learnt_no_groups_is_asked_for_none(bench: Bench, trained: Callable[[str], Artifact]) -> None:
    with pytest.raises(Fault, match="learnt none") as caught:
        digests(bench, trained("gan"), group="birds")

    assert "condition group" == caught.value.hint


def test_a_mix_of_nothing_is_remarked_on(bench: Bench, knowing: Callable[[str], Artifact]) -> None:
    digests(bench, knowing("gan"), mix=0.3)

    assert ["`mix` says nothing without `blend`, which says between which groups."] == [m for _, m in bench.remarks]


def test_to_a_sort_that_tells_no_groups_apart_the_condition_says_nothing(bench: Bench) -> None:
    made = bench.make(train, {"model": "autoencoder", "condition": "group", "steps": 1}, sources=[grouped(bench)])

    assert ["`condition` says nothing to `model autoencoder`; it is for fast-gan, gan and style-gan."] == [
        message for _, message in bench.remarks
    ]
    assert () == called(made).groups


def test_a_model_made_of_one_with_groups_knows_them(bench: Bench, knowing: Callable[[str], Artifact]) -> None:
    made = knowing("gan")

    merged = bench.make(KINDS["merge"], {}, models=[made, made])

    assert ("birds", "insects") == called(merged).groups
    assert digests(bench, merged, group="insects") == digests(bench, made, group="insects")


def test_a_walk_goes_from_group_to_group(bench: Bench, knowing: Callable[[str], Artifact]) -> None:
    made = knowing("style-gan")

    short = ImageSet(bench.make(walk, {"stops": 2, "pace": 1.0, "rate": 2.0}, models=[made]))

    assert 3 == len(set(short.digests))


# Whole scores ------------------------------------------------------------------------------------------------------

CABINET = """dataset cabinet
  group {one}
    from ./one/
  group {other}
    from ./other/

train tide from cabinet
  model gan
  latent 8
  condition group
  steps 2

"""


@pytest.fixture
def cabinet(studio: Studio) -> Studio:
    for place, seed in (("one", 0), ("other", 1)):
        (studio.folder / place).mkdir()
        for number, pixels in enumerate(pictures(3, 16, 16, seed)):
            Image.fromarray(pixels).save(studio.folder / place / f"{number}.png")
    return studio


def test_a_renamed_group_trains_nothing_and_is_asked_for_by_its_name_of_today(cabinet: Studio) -> None:
    before = cabinet.run(
        CABINET.format(one="birds", other="insects") + "sample s with tide\n  count 2\n  group insects\n"
    )

    text = CABINET.format(one="birds", other="beetles") + "sample s with tide\n  count 2\n  group {}\n"
    after = cabinet.run(text.format("beetles"))

    assert {} == cabinet.counts
    assert before["s"][0].digest == after["s"][0].digest
    assert "learnt no group `insects`" in cabinet.told(text.format("insects"))


def test_each_group_from_a_dataset_is_a_cell_of_its_own(cabinet: Studio) -> None:
    text = CABINET.format(one="birds", other="insects")
    swept = cabinet.run(text + "sample s with tide\n  count 2\n  each group from cabinet\n")["s"]

    alone = [
        cabinet.run(text + f"sample s with tide\n  count 2\n  group {name}\n")["s"][0] for name in ("birds", "insects")
    ]

    assert [each.digest for each in swept] == [each.digest for each in alone]


def test_each_group_from_a_dataset_goes_through_those_that_its_images_are_sorted_into(cabinet: Studio) -> None:
    text = CABINET.split("\n\n")[1].join(["dataset cabinet\n  from ./one/\n  from ./other/\n  cluster 2\n\n", "\n\n"])
    swept = cabinet.run(text + "sample s with tide\n  count 2\n  each group from cabinet\n")["s"]

    alone = [cabinet.run(text + f"sample s with tide\n  count 2\n  group cluster-{n}\n")["s"][0] for n in (1, 2)]

    assert [each.digest for each in swept] == [each.digest for each in alone]


def test_a_blend_is_known_by_the_numbers_of_its_groups_and_by_nothing_else_of_the_dataset(cabinet: Studio) -> None:
    told = "sample s with tide\n  count 2\n  blend from cabinet.{}, cabinet.insects\n"
    made = cabinet.run(CABINET.format(one="birds", other="insects") + told.format("birds"))["s"][0]
    whole = cabinet.run(CABINET.format(one="birds", other="insects") + "sample s with tide\n  count 2\n")["s"][0]

    renamed = cabinet.run(CABINET.format(one="gulls", other="insects") + told.format("gulls"))["s"][0]

    assert (made.key, made.digest) == (renamed.key, renamed.digest)
    assert made.digest != whole.digest


def test_what_is_learnt_from_one_group_is_not_learnt_again_where_another_changes(cabinet: Studio) -> None:
    score = "dataset cabinet\n{}\ntrain tide from cabinet.birds\n  model gan\n  latent 8\n  steps 2\n"
    birds, insects = "  group birds\n    from ./one/\n", "  group insects\n    from ./other/\n"
    made = cabinet.run(score.format(birds + insects))["tide"][0]

    another = cabinet.folder / "other" / "0.png"
    another.write_bytes((cabinet.folder / "other" / "1.png").read_bytes())
    assert ["cabinet"] == cabinet.ran(score.format(birds + insects))
    assert ["cabinet"] == cabinet.ran(score.format(insects + birds))

    (cabinet.folder / "one" / "0.png").unlink()
    changed = cabinet.run(score.format(birds + insects))["tide"][0]
    assert {"cabinet", "tide"} == cabinet.counts.keys()
    assert made.digest != changed.digest


def test_removing_a_group_removes_it(cabinet: Studio) -> None:
    text = CABINET.format(one="birds", other="insects").replace("  group insects\n    from ./other/\n", "")
    text = text.replace("train tide", "  group corals\n    from ./other/\n\ntrain tide")

    cabinet.run(text + "sample s with tide\n  count 1\n  group corals\n")

    assert "learnt no group `insects`" in cabinet.told(text + "sample s with tide\n  group insects\n")


# Recognised --------------------------------------------------------------------------------------------------------


def shapes(kind: str, count: int) -> list[Any]:
    """Warm discs, or cold bars, on grounds of chance: 16 px."""
    source = np.random.default_rng(len(kind))
    y, x = np.mgrid[:16, :16]
    made = []
    for _ in range(count):
        image = np.ones((16, 16, 3)) * source.uniform(0.3, 0.6)
        middle = source.uniform(6, 10, 2)
        if kind == "discs":
            image[(y - middle[0]) ** 2 + (x - middle[1]) ** 2 < 16] = (0.9, source.uniform(0.3, 0.6), 0.1)
        else:
            image[abs(x - middle[1]) < 2] = (0.1, source.uniform(0.3, 0.6), 0.9)
        made.append((image * 255).astype(np.uint8))
    return made


def nearest(images: ImageSet, real: dict[str, list[Any]]) -> list[str]:
    """The group of each picture, said by the one real picture that is nearest to it."""
    found = []
    for i in range(len(images)):
        far = {
            name: min(float(((images[i] - each.astype(float)) ** 2).mean()) for each in of) for name, of in real.items()
        }
        found.append(min(far, key=lambda name: far[name]))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("model", MODELS)
def test_the_group_that_was_asked_for_is_recognised(model: str, bench: Bench) -> None:
    real = {name: shapes(name, 40) for name in ("discs", "bars")}
    learnt = [image for of in real.values() for image in of]
    images = bench.images(learnt, group=[name for name, of in real.items() for _ in of])

    made = bench.make(train, {"model": model, "condition": "group", "steps": 300}, sources=[images])

    for name in real:
        told = nearest(ImageSet(bench.make(sample, {"count": 24, "group": name}, models=[made])), real)
        assert told.count(name) >= 0.8 * 24, (name, told)
