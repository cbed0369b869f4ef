"""The web: what is remembered of how a script's stages hang together, while someone writes.

A stage is followed again where it was read again, and where what it is made of was found to be something else. It
refuses to know what axes are good for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from intaglio.lang.shared import shared

if TYPE_CHECKING:
    from intaglio.lang.checker.checked import Checked
    from intaglio.lang.checker.names import Made

Axis: TypeAlias = "tuple[Made, str]"


@dataclass(frozen=True, slots=True)
class Followed:
    """What was found out about one stage: its axes, with how many results each makes; whether it has groups; and of
    those axes that it begins, their lengths and what they are called by those who use recipes.
    """

    axes: tuple[Axis, ...] | None  # None: a recipe's, which nobody can tell
    grouped: bool
    lengths: Mapping[Axis, int]
    called: tuple[tuple[Axis, tuple[str, ...]], ...]
    of_all: tuple[int, ...]  # the length of each of its axes
    is_sound: bool  # whether nothing was said of it

    def is_alike(self, other: Followed | None) -> bool:
        """Whether it is the same to what is made of it."""
        return other is not None and (
            (self.axes, self.grouped, self.called, self.of_all)
            == (other.axes, other.grouped, other.called, other.of_all)
        )


class Axes(Protocol):
    """Whoever follows axes, stage after stage."""

    followed: dict[Made, Followed]  # what was found out about each stage

    def begin(self, found: Followed) -> None:
        """Hear of the axes that a stage begins, of which all was found out before."""

    def follow(self, stage: Checked) -> Followed:
        """Find out about a stage, after all that it is made of."""
        ...


class Web:
    """One script's."""

    def __init__(self) -> None:
        self._straight: set[Checked] = set()  # stages that speak of none below them
        self._found: dict[Checked, Followed] = {}  # of stages of which nothing was said
        self._last: dict[Made, Followed] = {}

    def settle(self, before: Sequence[Made], now: Sequence[Made]) -> None:
        """Hear which stages there were, and which there are, in the order of the text."""
        start, end = shared(before, now)
        gone, new = before[start : len(before) - end], now[start : len(now) - end]
        both = {*gone}.intersection(new)
        if [made for made in gone if made in both] != [made for made in new if made in both]:
            self._straight.clear()  # some changed places

    def is_straight(self, stages: Sequence[Checked]) -> bool:
        """Whether every stage speaks only of those above it, so that there is no circle, and their order will do."""
        unknown = [stage for stage in stages if stage not in self._straight]
        place = {stage.made: number for number, stage in enumerate(stages)} if unknown else {}
        bent = [stage for stage in unknown if not _looks_up(stage, place)]
        self._straight = {*stages}.difference(bent)
        return not bent

    def follow(self, order: Sequence[Checked], axes: Axes) -> list[Checked]:
        """Follow all stages; returns those that had to be looked at."""
        looked: list[Checked] = []
        changed: set[Made] = set()
        everything = False
        axes.followed, found = self._last, self._found
        for stage in order:
            known = found.get(stage)
            if known is not None and not everything and (not changed or changed.isdisjoint(stage.named)):
                if known.lengths or known.called:
                    axes.begin(known)
                continue
            looked.append(stage)
            before = self._last.get(stage.made)
            known = axes.follow(stage)
            if not known.is_alike(before):
                changed.add(stage.made)
                # What an axis is called reaches further than the stages that are made of this one.
                everything = everything or bool(known.called or (before and before.called))
            if known.is_sound:
                found[stage] = known
            else:
                found.pop(stage, None)
        if len(self._last) + len(found) > 4 * len(order) + 100:
            self._found = {stage: found[stage] for stage in order if stage in found}
            self._last = {stage.made: self._last[stage.made] for stage in order}
        return looked


def _looks_up(stage: Checked, place: Mapping[Made, int]) -> bool:
    here = place[stage.made]
    return all(join.guessed or place.get(join.made, -1) < here for join in stage.said.joins)
