"""The web: how a script's stages hang together, with what is remembered of that while someone writes.

A stage is followed again where it was read again, and where what it is made of was found to be something else. It
refuses to know what axes are good for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Protocol, TypeAlias

from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.copies import Copies
from intaglio.lang.checker.fitting import Fitting
from intaglio.lang.checker.later import Awaited
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.roll import Changes, Roll
from intaglio.lang.checker.unused import Idle
from intaglio.lang.records import dataclass

Axis: TypeAlias = tuple[Made, str]


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
    """One script's, or one recipe's. What is remembered is kept up with the roll, stage by stage."""

    def __init__(self) -> None:
        self.roll = Roll()
        self.idle = Idle(self.roll)
        self.copies = Copies(self.roll)
        self.fitting = Fitting(self.roll)
        self.awaited = Awaited(self.roll)
        self._bent: set[Checked] = set()  # stages that speak of some below them
        self._found: dict[Checked, Followed] = {}  # of stages of which nothing was said
        self._last: dict[Made, Followed] = {}
        self._unknown: set[Checked] = set()  # of which nothing is found
        self._calling: set[Checked] = set()  # that begin axes of recipes, which their users call otherwise
        self._axes: Axes | None = None  # whoever followed last, and knows all that was found

    def renew(self, stages: Sequence[Checked]) -> None:
        """Hear which stages there are now, in the order of the text."""
        changes = self.roll.call(stages)
        for account in (self.idle, self.copies, self.fitting, self.awaited):
            account.renew(changes)
        self._bend(changes)
        for stage in changes.gone:
            self._found.pop(stage, None)
            self._unknown.discard(stage)
            self._forget_calls(stage)
            if stage.made not in self.roll.by_made:
                self._last.pop(stage.made, None)
        self._unknown.update(stage for stage in changes.come if stage.is_stage)
        self._calling.update(stage for stage in changes.come if stage.said.called)

    def _forget_calls(self, stage: Checked) -> None:
        if stage in self._calling:
            self._calling.remove(stage)
            self._axes = None  # it knows what axes are called, in the order of the stages

    # Order

    @property
    def is_straight(self) -> bool:
        """Whether every stage speaks only of those above it, so that there is no circle, and their order will do."""
        return not self._bent

    def _bend(self, changes: Changes) -> None:
        self._bent.difference_update(changes.gone)
        new = self.roll.stages if changes.reordered else {*changes.come, *self._bent}
        self._bent = {stage for stage in new if not self._looks_up(stage)}

    def _looks_up(self, stage: Checked) -> bool:
        joins, by_made = stage.said.joins, self.roll.by_made
        named = [by_made[join.made] for join in joins if not join.guessed and join.made in by_made]
        places = self.roll.places if named else {}
        return all(places[each] < places[stage] for each in named)

    # Axes

    def follow(self, order: Sequence[Checked], axes: Axes) -> Sequence[Checked]:
        """Follow all stages, as `axes` does that followed none; returns those that had to be looked at."""
        known = self._axes
        return self._follow_all(order, axes) if known is None or self._calling else self._follow_few(order, known)

    def _follow_few(self, order: Sequence[Checked], axes: Axes) -> list[Checked]:
        """Follow the stages of which nothing is known, and whatever is made of those that changed."""
        looked: list[Checked] = []
        places = self.roll.places if self.is_straight else dict(zip(order, range(len(order)), strict=True))
        waiting = [places[stage] for stage in self._unknown]
        heapify(waiting)
        last = -1
        while waiting:
            place = heappop(waiting)
            if place == last:
                continue  # of two stages that it is made of, both changed
            last, stage = place, order[place]
            looked.append(stage)
            if self._has_changed(stage, axes):
                for user in self.roll.naming.get(stage.made, ()):
                    if user.is_stage:
                        heappush(waiting, places[user])
        return looked

    def _follow_all(self, order: Sequence[Checked], axes: Axes) -> list[Checked]:
        """The same, where what an axis is called reaches further than the stages that are made of this one."""
        looked: list[Checked] = []
        changed: set[Made] = set()
        everything = False
        axes.followed, self._axes = self._last, axes
        for stage in order:
            if not stage.is_stage:
                continue
            known = self._found.get(stage)
            if known is not None and not everything and (not changed or changed.isdisjoint(stage.named)):
                if known.lengths or known.called:
                    axes.begin(known)
                continue
            looked.append(stage)
            before = self._last.get(stage.made)
            if self._has_changed(stage, axes):
                changed.add(stage.made)
                everything = everything or bool(self._last[stage.made].called or (before and before.called))
        return looked

    def _has_changed(self, stage: Checked, axes: Axes) -> bool:
        """Follow one stage, and tell whether it is something else now to what is made of it."""
        before = self._last.get(stage.made)
        found = axes.follow(stage)
        if found.is_sound:
            self._found[stage] = found
            self._unknown.discard(stage)
        else:
            self._found.pop(stage, None)
            self._unknown.add(stage)
        return not found.is_alike(before)
