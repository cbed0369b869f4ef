"""Shares: what each line at the margin gives to the names of a script, kept while someone writes.

A line has a share where nothing was wrong with it. It holds for as long as the line stays the very one, wherever that
stands; whether a recipe that it uses is still the same, and whether another line gives its name too, is asked of all
shares at once by the census. What a line gives that has none is counted anew at each reading.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from itertools import chain, compress
from operator import attrgetter, not_
from typing import NamedTuple

from intaglio.lang.checker.names import Let, Made, Section, Thing
from intaglio.lang.records import dataclass, field
from intaglio.lang.tree import Line


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """One line's, and that of all that stands beneath it, each in the order of the text."""

    line: Line
    given: tuple[str, Thing]  # the name that it gives, at the margin, and what has it
    made: tuple[Made, ...]
    uses: tuple[Made, ...]  # of recipes, among what is made
    lets: tuple[Let, ...]
    groups: tuple[Section, ...]
    has_more: bool = field(init=False)  # than what is made

    def __post_init__(self) -> None:
        """Most lines only make a stage."""
        object.__setattr__(self, "has_more", bool(self.uses or self.lets or self.groups))


class Total(NamedTuple):
    """What several lines give together."""

    shares: Sequence[Share]
    things: Mapping[str, Thing]
    made: Sequence[Made]
    uses: Sequence[Made]
    lets: Sequence[Let]
    groups: Sequence[Section]


class Shares:
    """One script's."""

    def __init__(self) -> None:
        self._by_line: dict[int, Share] = {}  # which keeps the line, so that no other has its identity
        self._of_use: dict[Made, Share] = {}
        self._last: tuple[Sequence[Line], list[Share | None]] = (), []  # the lines that were last asked for
        # Of the lines above and below the one that somebody writes, at this reading and at what is tried on it.
        self._totals: deque[Total] = deque(maxlen=4)

    def of(self, lines: Sequence[Line]) -> list[Share | None]:
        """The share of each line; None of one without."""
        if self._last[0] is not lines:
            self._last = lines, [*map(self._by_line.get, map(id, lines))]
        return self._last[1]

    def total(self, shares: Sequence[Share]) -> Total:
        """What these give: no step over all of them is ours, for there may be thousands."""
        known = next((total for total in self._totals if total.shares == shares), None)
        if known is None:
            things: dict[str, Thing] = dict(map(attrgetter("given"), shares))
            made = [*chain.from_iterable(map(attrgetter("made"), shares))]
            several = [*filter(attrgetter("has_more"), shares)]
            more = ([*chain.from_iterable(map(attrgetter(each), several))] for each in ("uses", "lets", "groups"))
            known = Total(shares, things, made, *more)
            self._totals.append(known)
        return known

    def without(self, lines: Sequence[Line]) -> list[Line]:
        """Those of some lines that have none."""
        return [*compress(lines, map(not_, self.of(lines)))]

    def add(
        self,
        line: Line,
        thing: Thing,
        made: tuple[Made, ...],
        uses: tuple[Made, ...],
        lets: tuple[Let, ...],
        groups: tuple[Section, ...],
    ) -> None:
        """Remember what a line gives: a thing at the margin, and what else there is in it."""
        self.drop(line)
        self._keep(Share(line, (thing.name, thing), made, uses, lets, groups))

    def _keep(self, share: Share) -> None:
        self._last = (), []
        self._by_line[id(share.line)] = share
        for use in share.uses:
            self._of_use[use] = share

    def drop(self, line: Line) -> None:
        """Forget the share of a line, if it has one."""
        self._last = (), []
        share = self._by_line.pop(id(line), None)
        for use in () if share is None else share.uses:
            self._of_use.pop(use, None)

    def drop_use(self, use: Made) -> None:
        """Forget the share that a use of a recipe is in."""
        share = self._of_use.get(use)
        if share is not None:
            self.drop(share.line)

    def tidy(self, lines: Sequence[Line]) -> None:
        """Forget the shares of all other lines, where they have become many."""
        if len(self._by_line) > 4 * len(lines) + 100:
            kept = [share for share in self.of(lines) if share is not None]
            self._by_line.clear()
            self._of_use.clear()
            for share in kept:
                self._keep(share)
