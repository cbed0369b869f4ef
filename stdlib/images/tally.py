"""The tally: how many images there are after each step of a dataset.

It is written down among what is seen while a dataset is made, and is no part of the result: where a step that changes
no image is put elsewhere, the images are the same, and only the numbers are others. It opens no image, and loads no
library, so that an editor may ask for the numbers while someone writes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from intaglio.lang import ir
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.stdlib.images.levels import Level, levels

STEPS = "steps.json"


class Left(NamedTuple):
    """How many images each line of a dataset comes to, and each of its groups' lines, as they stand in the script.

    For a `from`, how many it brought (of a film, frames that a `skip` or `until` leaves to be looked at); for any other
    step, how many there are after it.
    """

    steps: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]


def left(artifact: Artifact) -> Left | None:
    """What was written down; None of a dataset that was made before anything was, and where it cannot be read."""
    if STEPS not in artifact.seen:
        return None
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads(artifact.seen[STEPS].read_bytes())
        return Left(tuple(map(int, told["steps"])), tuple(tuple(map(int, each)) for each in told["groups"]))
    return None


@dataclass
class Passage:
    """What became of the images that went through some steps on one image, one after the other.

    `copies` are how many one image is after each step that does not leave it out, `last` is the last step that may, -1
    where none does. Copies that part ways before the last are counted as if they had gone on together to it.
    """

    steps: Sequence[ir.Step]
    copies: Sequence[int]
    last: int
    came: int = 0  # images that arrived
    stayed: int = 0  # with their copies
    lost: Counter[int] = field(default_factory=Counter)  # images, by the step that left them out

    def arrive(self, copies: int) -> None:
        """An image arrived, as so many copies."""
        self.came += 1
        self.stayed += copies

    def after(self, place: int) -> int:
        """How many there are after a step."""
        if place >= self.last:
            return self.stayed * self.copies[place] // self.copies[-1]
        later = sum(count for step, count in self.lost.items() if step > place)
        return (self.came + later) * self.copies[place]


class Tally:
    """Kept while a dataset is made."""

    def __init__(self, params: Any) -> None:
        self._levels = levels(params)
        self._brought: Counter[int] = Counter()  # by the number of the `from` line
        self._missed: set[tuple[int, object]] = set()
        self._stayed: dict[int, int] = {}  # by the step's identity
        self._passages: list[Passage] = []

    def bring(self, line: int) -> None:
        """The `from` line of that number, counted over the whole dataset from 0, brought an image."""
        self._brought[line] += 1

    def miss(self, line: int, image: object) -> None:
        """That image cannot be read, and counts as if it had not been brought; told again, it counts once."""
        self._missed.add((line, image))

    def stay(self, step: ir.Step, count: int) -> None:
        """So many images are there after a step."""
        self._stayed[id(step)] = count

    def passage(self, steps: Sequence[ir.Step], copies: Sequence[int], last: int) -> Passage:
        """A passage through steps on one image, to be filled while images go through it."""
        self._passages.append(Passage(steps, copies, last))
        return self._passages[-1]

    def left(self) -> Left:
        """The numbers, once every image is there."""
        for passage in self._passages:
            self._stayed |= {id(step): passage.after(place) for place, step in enumerate(passage.steps)}
        unread = Counter(line for line, _ in self._missed)
        brought = {line: count - unread[line] for line, count in self._brought.items()}
        own, *groups = self._levels
        first = len([*own.lines("from")])
        found: list[tuple[int, ...]] = []
        inside = 0
        for group in groups:
            found.append(self._row(group, brought, first, 0))
            first += len([*group.lines("from")])
            inside += self._ends(found[-1], group)
        return Left(self._row(own, brought, 0, inside), tuple(found))

    def _row(self, level: Level, brought: dict[int, int], line: int, there: int) -> tuple[int, ...]:
        """The numbers of a level whose first `from` line has that number; `there` are images that come from groups."""
        row: list[int] = []
        for step in level.steps:
            if step.word == "from":
                row.append(brought.get(line, 0))
                there += row[-1]
                line += 1
            else:
                there = self._stayed.get(id(step), there)
                row.append(there)
        return tuple(row)

    def _ends(self, row: tuple[int, ...], level: Level) -> int:
        """How many images a group ends with."""
        froms = sum(step.word == "from" for step in level.steps)
        return row[-1] if len(row) > froms else sum(row)

    def write(self, folder: Path) -> None:
        """Put it into a folder."""
        (folder / STEPS).write_text(json.dumps(self.left()._asdict(), separators=(",", ":")), encoding="ascii")
