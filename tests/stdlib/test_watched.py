"""`watch`: a measure taken on the way of a training, which changes nothing of it."""

from __future__ import annotations

import csv
from typing import Any

import numpy as np
import pytest

from intaglio.lang.ir import Every
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Segment
from intaglio.stdlib import instruments, sorts
from intaglio.stdlib.nn import chunks, noise
from intaglio.stdlib.nn.drawers import Manner
from intaglio.stdlib.nn.weights import drawer_of
from intaglio.stdlib.stages.train import train
from tests.stdlib.conftest import learnt_from, photographs, pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

SMALL: dict[str, Any] = {"model": "gan", "latent": 8, "batch": 4, "steps": 4}


def watch(measure: str, every: int = 2) -> dict[str, Any]:
    return {"watch": {"measure": measure, "every": Every(amount=every, unit="steps")}}


def table(made: Artifact) -> list[dict[str, str]]:
    return list(csv.DictReader(made.seen["watched.csv"].read_text().splitlines()))


@pytest.mark.parametrize("model", sorts.listening()["watch"])
def test_a_measure_is_taken_on_the_way_and_changes_no_bit(model: str, bench: Bench) -> None:
    said = {"model": model, "batch": 4, "steps": 4}
    images = [bench.images(pictures(8))]

    unwatched = bench.make(train, said, sources=images)
    watched = bench.make(train, {**said, **watch("diversity")}, sources=images)

    assert unwatched.digest == watched.digest
    assert ["2", "4"] == [row["step"] for row in table(watched)]
    assert {"watched.csv", "watched.json", "curve.svg"} == set(watched.seen) - set(unwatched.seen)


def test_a_measure_is_that_of_what_is_drawn_then_against_what_is_learnt_from(bench: Bench) -> None:
    originals = pictures(8)
    made = bench.make(train, {**SMALL, **watch("diversity", 4)}, sources=[bench.images(originals)])

    chances = [noise.normal((8,), noise.generator(0, "preview", i)) for i in range(64)]
    drawn = list(chunks.draw(drawer_of(made), [(z, Manner()) for z in chances], chunks.quietly))
    found = instruments.of_sets([np.asarray(each) for each in drawn], originals, only=("diversity",))

    assert [{"step": "4", "diversity": f"{found['diversity']:.6g}"}] == table(made)


def test_a_distance_has_the_kernel_distance_and_its_error_beside_it(bench: Bench) -> None:
    made = bench.make(train, {**SMALL, **watch("distance", 4)}, sources=[bench.images(pictures(8))])

    assert [["step", "distance", "kid", "kid-error"]] == [list(row) for row in table(made)]


def test_a_training_split_anywhere_has_the_measures_of_one_unsplit(bench: Bench) -> None:
    images = [bench.images(pictures(8))]
    whole = bench.make(train, {**SMALL, **watch("coverage", 1)}, sources=images)
    segments: list[Segment] = []
    for steps in (1, 3, 4):
        parts = bench.make(train, {**SMALL, "steps": steps, **watch("coverage", 1)}, sources=images, segments=segments)
        segments += bench.kept

    assert table(whole) == table(parts)
    assert 4 == len(table(whole))


def test_a_measure_that_is_said_afterwards_is_taken_from_what_was_kept(studio: Studio) -> None:
    photographs(studio.folder, 8)
    score = (
        "dataset fruit from ./photos/\n\ntrain dreamer from fruit\n  model gan\n  latent 8\n  batch 4\n  steps 4\n"
        "  preview 1 every 2 steps\n"
    )
    asked = "  watch diversity every 2 steps\n"
    before = studio.run(score)["dreamer"][0]
    after = studio.run(score + asked)["dreamer"][0]
    elsewhere = studio.elsewhere("other").run(score + asked)["dreamer"][0]

    assert before.digest == after.digest == elsewhere.digest
    assert table(elsewhere) == table(after)
    assert [] == studio.ran(score + asked)


def test_with_too_few_images_nothing_is_measured_and_that_is_told(bench: Bench) -> None:
    bench.make(train, {**SMALL, **watch("distance")}, sources=[bench.images(pictures(7))])

    ((_, told),) = bench.remarks
    assert "they are 7: it takes 8 at least" in told


def test_where_nothing_is_drawn_from_chance_or_there_are_no_images_a_watch_says_nothing(bench: Bench) -> None:
    images = bench.images(pictures(8))
    bench.make(train, {"model": "translate", "steps": 1, **watch("distance")}, sources=learnt_from("translate", images))
    first = bench.remarks
    model = bench.make(train, SMALL, sources=[images])
    said = {"model": "gan", "steps": 1, "judge": ("frozen",)}
    bench.make(train, {**said, **watch("distance")}, models=[model])

    assert "`watch` says nothing to `model translate`" in first[0][1]
    assert "there are no images to compare with" in bench.remarks[0][1]
