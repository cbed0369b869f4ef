"""Sweeps: from a program to the cells of each stage. A cell is a stage at one point of its sweep.

An axis is the stage and the setting that declare it, or the use of a recipe and what the recipe takes, where several
settings vary together. It travels: what is made from or with a swept stage, or names it in a setting, is swept
along, until a kind that gathers takes all cells at once. Inputs that carry the same axis are joined cell by cell;
different axes multiply, and later lines vary fastest.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from intaglio.lang.ir import Program, Stage, Sweep, Value
from intaglio.lang.wording import quantity
from intaglio.runtime.contract import Kind
from intaglio.runtime.fault import Fault
from intaglio.runtime.plan.order import inputs
from intaglio.runtime.plan.schema import word_of

MOST_CELLS = 100_000  # more than anyone can look at; a sweep this large is a slip of the pen


@dataclass(frozen=True, slots=True)
class Axis:
    """One `each` line: where it stands, and its values. `stage` is the name of a use where that says it.

    `called` is what the use of a recipe calls it, where that is another word; `percent` is how shares may be said.
    """

    stage: str
    setting: str
    values: tuple[Value, ...] = field(compare=False)
    called: str = field(default="", compare=False)
    percent: bool = field(default=False, compare=False)

    def worded(self, value: Value, where: str) -> Value:
        """A value with how the script says it beside it, where that is otherwise: `shown` in percent, and the word that
        the setting is `called` by. The value itself stays, to be compared. `where` tells the word from others of that
        name.
        """
        said: dict[str, Value] = {}
        if self.called:
            said["called"] = ".".join(filter(None, (where, self.called)))
        if self.percent and isinstance(value, int | float):
            said["shown"] = quantity(value, "share", "%")
        return {**said, "value": value} if said else value


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a sweep: for each axis, which of its values. Empty for a stage that is not swept."""

    axes: tuple[Axis, ...]
    indices: tuple[int, ...]

    def own(self, stage: Stage) -> dict[str, Value]:
        """The values of what `stage` sweeps itself, by setting."""
        at = dict(self._pairs())
        return {sweep.setting: sweep.values[at[_axis(stage, sweep)]] for sweep in stage.sweeps}

    def labels(self) -> dict[str, Value]:
        """All values by what a setting is called; by `stage.setting` where two axes share a setting's name."""
        words = [word_of(axis.setting) for axis in self.axes]
        return {
            word if words.count(word) == 1 else f"{axis.stage}.{word}": axis.values[i]
            for word, (axis, i) in zip(words, self._pairs(), strict=True)
        }

    def words(self) -> dict[str, Value]:
        """The same, with how the script says the values beside them."""
        pairs = zip(self.axes, self.labels().items(), strict=True)
        return {label: axis.worded(value, label.rpartition(".")[0]) for axis, (label, value) in pairs}

    def within(self, axes: tuple[Axis, ...]) -> Point:
        """This place seen by a stage that has only `axes` of its axes."""
        at = dict(self._pairs())
        return Point(axes, tuple(at[axis] for axis in axes))

    def _pairs(self) -> Iterator[tuple[Axis, int]]:
        return zip(self.axes, self.indices, strict=True)


def axes_of(program: Program, order: tuple[Stage, ...], kinds: Mapping[str, Kind[Any]]) -> dict[str, tuple[Axis, ...]]:
    """The axes of each stage, inherited ones first. `order` has inputs before what is made of them."""
    axes: dict[str, tuple[Axis, ...]] = {}
    for stage in order:
        kind = kinds.get(stage.kind)
        inherited = [] if kind is None or kind.gathers else [axes[name] for name in inputs(stage)]
        own = tuple(_axis(stage, sweep) for sweep in stage.sweeps)
        axes[stage.name] = tuple(dict.fromkeys([*itertools.chain.from_iterable(inherited), *own]))
    return axes


def _axis(stage: Stage, sweep: Sweep) -> Axis:
    family = sweep.family
    if family is None:
        return Axis(stage.name, sweep.setting, sweep.values, sweep.called, sweep.percent)
    return Axis(family.use, family.takes, family.values, sweep.called, sweep.percent)


def points(axes: tuple[Axis, ...]) -> list[Point]:
    """Every place of a sweep, later axes fastest. Raises `Fault` past `MOST_CELLS`."""
    count = math.prod(len(axis.values) for axis in axes)
    if count > MOST_CELLS:
        raise Fault(
            f"These sweeps multiply to {count:,} results; more than {MOST_CELLS:,} are not started.",
            hint="each " + axes[-1].setting + " with fewer values",
        )
    return [Point(axes, indices) for indices in itertools.product(*(range(len(axis.values)) for axis in axes))]
