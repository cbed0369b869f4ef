"""A thing to be seen of a training on its way is one small class: one is planted here, in the place of the measures."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import pytest

from intaglio.lang.ir import Every
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.stdlib.learning.seeing import Book, Moment
from intaglio.stdlib.nn.training import Training
from intaglio.stdlib.stages.train import SEEN, train
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench


class Lightness(Book):
    """How light a picture is that is drawn on the way."""

    things: ClassVar[str] = "lights"
    done: ClassVar[str] = "taken"
    note: ClassVar[str] = "light.json"
    nothing: ClassVar[Mapping[str, Any]] = {"said": None, "taken": {}}

    @cached_property
    def _taken(self) -> dict[str, float]:
        found: dict[str, float] = self.noted(self._folder / self.note)["taken"]
        return found

    def has(self, moment: Moment, what: str) -> bool:
        return str(moment.step) in self._taken

    def draw(self, moment: Moment, what: str, begun: Training) -> Mapping[str, str]:
        self._taken[str(moment.step)] = float(begun.glimpse(1).mean())
        return {"light": f"{self._taken[str(moment.step)]:.3f}"}

    def write(self, arithmetic: str) -> None:
        (self._folder / self.note).write_text(json.dumps({"said": self.said, "taken": self._taken}))

    @property
    def files(self) -> list[Path]:
        return [self._folder / self.note]


@pytest.fixture(autouse=True)
def planted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SEEN, "watch", (Lightness, "measure"))


SMALL: dict[str, Any] = {"model": "gan", "latent": 8, "batch": 4}
ASKED = {"watch": {"measure": "distance", "every": Every(amount=1, unit="steps")}}


def light(made: Artifact) -> dict[str, Any]:
    note: dict[str, Any] = json.loads(made.seen["light.json"].read_bytes())
    return note


def test_it_is_taken_on_the_way_told_of_and_the_same_where_a_training_was_stopped(bench: Bench) -> None:
    images = [bench.images(pictures(8))]
    whole = bench.make(train, {**SMALL, "steps": 3, **ASKED}, sources=images)
    told = [facts["light"] for _, _, _, facts in bench.told if "light" in facts]
    bench.make(train, {**SMALL, "steps": 2, **ASKED}, sources=images)
    parts = bench.make(train, {**SMALL, "steps": 3, **ASKED}, sources=images, segments=bench.kept)

    assert ["1", "2", "3"] == list(light(whole)["taken"])
    assert [f"{each:.3f}" for each in light(whole)["taken"].values()] == told
    assert light(whole) == light(parts)
    assert whole.digest == parts.digest


def test_said_later_it_is_taken_of_what_was_kept_and_the_rest_is_told_of(bench: Bench) -> None:
    images = [bench.images(pictures(8))]
    whole = bench.make(train, {**SMALL, "steps": 3, **ASKED}, sources=images)
    bench.make(train, {**SMALL, "steps": 2}, sources=images)
    later = bench.make(train, {**SMALL, "steps": 3, **ASKED}, sources=images, segments=bench.kept)
    ((_, remark),) = bench.remarks

    assert ["2", "3"] == list(light(later)["taken"])
    assert light(later)["taken"].items() <= light(whole)["taken"].items()
    assert remark.startswith("1 of 2 lights cannot be taken any more: what the model was after 1 step was not kept.")
