"""The tally: how many images there are after each step of a dataset."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from intaglio.lang import ir
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault
from intaglio.stdlib.images import tally
from intaglio.stdlib.images.tally import Left
from intaglio.stdlib.stages.dataset import dataset
from tests.stdlib.context import Bench
from tests.stdlib.pictures import encoded, from_, picture, step, when
from tests.stdlib.test_dataset import film, many

Steps = Sequence[Any]

SOME = [
    step("keep", condition=when("width", ">=", 20)),
    step("keep", condition=when("brightness", "<", 0.52)),
    step("drop", condition=when("blur", ">", 0.9)),
    step("drop", condition=when("likeness", ">", 0.96)),
    step("keep", every=ir.Every(amount=2, unit="images")),
    step("crop", around="square", place="left"),
    step("resize", size=(8,)),
    step("pad", size=(16, 12)),
    step("mirror"),
    step("caption", text="a bowl"),
    step("take", count=5),
    step("shuffle"),
    step("grey"),
]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def left(bench: Bench, **said: Any) -> Left:
    found = tally.left(bench.make(dataset, **said))
    assert found is not None
    return found


def lie(folder: Path) -> None:
    """Pictures of several sizes, two of them alike."""
    for number in range(9):
        (folder / "a").mkdir(exist_ok=True)
        picture(16 + 2 * number, 24, seed=number).save(folder / "a" / f"{number}.png")
    picture(20, 24, seed=2).save(folder / "a" / "2-again.png")
    many(folder / "b", 4)


def count(bench: Bench, **said: Any) -> int:
    """How many images a dataset comes to."""
    try:
        made = bench.make(dataset, **said)
    except Fault:
        return 0
    return len(ImageSet(made))


@pytest.mark.parametrize("seed", range(12))
def test_after_each_step_there_are_as_many_as_a_dataset_that_ends_there_has(
    bench: Bench, tmp_path: Path, seed: int
) -> None:
    lie(tmp_path)
    chance = random.Random(seed)
    steps = [from_("./a/"), *chance.sample(SOME, 6)]
    ends = [count(bench, steps=steps[: end + 1]) for end in range(len(steps))]
    while ends[-1] == 0:  # of nothing, nothing is told
        steps, ends = steps[:-1], ends[:-1]

    assert Left(tuple(ends), ()) == left(bench, steps=steps)
    assert Left(tuple(ends), ()) == left(bench, steps=steps)  # where all that is found out is known


def test_each_from_brings_its_own_and_a_dataset_sees_what_its_groups_left(bench: Bench, tmp_path: Path) -> None:
    lie(tmp_path)
    narrow = step("keep", condition=when("width", ">=", 20))
    groups = {"one": [from_("./a/"), narrow], "two": [from_("./b/"), from_("./b/1.png")]}

    found = left(bench, steps=[from_("./b/"), step("caption", text="x"), step("take", count=3)], groups=groups)

    assert Left((4, 4 + 8 + 5, 3), ((10, 8), (4, 1))) == found


def test_what_cannot_be_read_was_not_brought(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 3)
    (tmp_path / "a" / "x.png").write_bytes(encoded(picture(), "PNG")[:40])

    assert Left((3, 6, 6), ()) == left(bench, steps=[from_("./a/"), step("mirror"), step("resize", size=(8,))])


def test_of_a_film_only_the_frames_that_are_looked_at_are_brought(bench: Bench, tmp_path: Path) -> None:
    film(tmp_path / "x.mp4", frames=12)

    assert Left((8, 8, 4), ()) == left(bench, steps=[from_("./x.mp4"), step("skip", time=1.0), step("rate", rate=2.0)])


def test_copies_that_part_ways_are_counted(bench: Bench, tmp_path: Path) -> None:
    """The left half of some pictures is darker than that of their mirrored copies."""
    many(tmp_path / "a", 6)
    steps = [
        from_("./a/"),
        step("mirror"),
        step("crop", around="square", place="left"),
        step("keep", condition=when("brightness", "<", 0.5)),
        step("mirror"),
    ]
    whole = count(bench, steps=steps[:4])

    assert 0 < whole < 12
    assert Left((6, 12, 12, whole, 2 * whole), ()) == left(bench, steps=steps)


def test_of_what_was_written_down_before_and_of_what_is_damaged_nothing_is_told(bench: Bench, tmp_path: Path) -> None:
    many(tmp_path / "a", 1)
    made = bench.make(dataset, steps=[from_("./a/")])
    for text in ("", "[]", "{}", '{"steps": 3, "groups": []}', '{"steps": ["x"], "groups": []}'):
        made.seen[tally.STEPS].write_text(text)

        assert None is tally.left(made)
    assert None is tally.left(bench.images([]))
