"""Touching: a show at play under a hand. What the hand changes is drawn anew where it is seen, before all else.

What was drawn ahead, and has not begun, is taken back as if it had never been: then the show goes on from what is
seen. A hand may move in the middle of a passage. What is drawn then lies on the leg of that passage, where the
screen is just then, so that a show goes its way under a hand that never rests.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.stdlib.showing.hand import Hand
from intaglio.stdlib.showing.looks import Pixels
from intaglio.stdlib.showing.painter import Drift, Painter, left_of
from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.playing import Beginning, Passage, Playing
from intaglio.stdlib.showing.stream import Mark
from intaglio.stdlib.showing.way import Leg, Spot

QUICK = 0.15  # s in which a screen goes over to what was drawn anew
LET_GO = 8  # passages that can be taken back; fewer are drawn ahead


class Overtaken(Exception):
    """The hand has moved, and what was just drawn is not wanted any more."""


@dataclass(frozen=True, slots=True)
class _Before:
    """All that was before a passage: the number of the last one, the screen, and where it stood."""

    number: int
    screen: int
    mark: Mark
    leg: Leg


class Touched(Playing):
    """A show at play under a hand, of models that draw from chance. Loads torch, and is used by one thread."""

    def __init__(self, artifact: Artifact, piece: Piece, begin: Beginning, hand: Hand) -> None:
        super().__init__(artifact, piece, begin)
        self._hand = hand
        self._drifts = [stream.way for stream in self._streams if isinstance(stream.way, Drift)]
        assert len(self._drifts) == len(self._streams), "nothing moves in models that read"
        self._befores: deque[_Before] = deque(maxlen=LET_GO)

    def next(self, *, bare: bool = False) -> Passage:
        """The passage of the screen whose turn it is. Raises `Overtaken`, unless it is to be `bare`."""
        screen = self._turn % len(self._streams)
        stream, drift = self._streams[screen], self._drifts[screen]
        before = _Before(self._number, screen, stream.mark(), drift.leg)
        try:
            with _heeding(drift.painter, None if bare else self._hand):
                drift.held = self._hand.held(screen)
                passage = self._passage(screen, bare=bare)
        except Overtaken:
            self._undo(before)
            raise
        self._turn += 1
        self._befores.append(before)
        goes = drift.leg.behind != drift.leg.place and self._piece.dissolve > 0
        return replace(passage, leg=drift.leg, broken=bare and goes)

    def back(self, number: int) -> None:
        """Take back what was drawn after a passage."""
        while self._befores and self._befores[-1].number >= number:
            self._undo(self._befores.pop())
            self._turn -= 1
        self._number = number

    def touched(self, seen: Mapping[int, Spot], seconds: float = QUICK) -> list[Passage]:
        """What is seen of some screens, as the hand has it now. Nothing drawn ahead may be left."""
        drawn = self._drawn({screen: self._spots(screen, spot) for screen, spot in seen.items()})
        passages = []
        for screen, pictures in drawn.items():
            spot = replace(seen[screen], held=self._drifts[screen].held)
            touch = self._touch(screen, spot, pictures[:1], pictures[-1], seconds)
            passages.append(replace(touch, broken=spot.behind is not None))
        return passages

    def onward(self, screen: int, leg: Leg, seconds: float) -> Passage:
        """The rest of a leg that was broken off, in so many seconds. Raises `Overtaken`."""
        drift = self._drifts[screen]
        with _heeding(drift.painter, self._hand):
            held = drift.held = self._hand.held(screen)
            most = 0 if leg.behind == leg.place else max(0, self._most(drift, seconds))
            spots = [*left_of(leg, most, held), Spot(leg.place, held=held)]
            frames = drift.painter.seen([(screen, spot) for spot in spots])
        return replace(self._touch(screen, spots[-1], frames, frames[-1], seconds), leg=leg)

    def _spots(self, screen: int, spot: Spot) -> list[Spot]:
        """Where a screen is seen, and where it goes on from, under the hand."""
        held = self._drifts[screen].held = self._hand.held(screen)
        ends = [] if spot.behind is None else [Spot(spot.place, held=held)]
        return [replace(spot, held=held), *ends]

    def _drawn(self, wanted: Mapping[int, list[Spot]]) -> dict[int, list[Pixels]]:
        """Pictures at the spots of screens; those of one model together, since few take as long as many."""
        drawn: dict[int, list[Pixels]] = {screen: [] for screen in wanted}
        for painter in dict.fromkeys(self._drifts[screen].painter for screen in wanted):
            own = [screen for screen in wanted if self._drifts[screen].painter is painter]
            spots = [(screen, spot) for screen in own for spot in wanted[screen]]
            for (screen, _), pixels in zip(spots, painter.seen(spots), strict=True):
                drawn[screen].append(pixels)
        return drawn

    def _touch(self, screen: int, spot: Spot, frames: Sequence[Pixels], ends: Pixels, seconds: float) -> Passage:
        """A passage to a spot, through frames, from where the screen is seen; it goes on from `ends`."""
        stream = self._streams[screen]
        picture = stream.again(spot, frames[-1], ends)
        self._number += 1
        return Passage(self._number, screen, picture, tuple(frames), stream.watch.first, seconds, touch=True)

    def _undo(self, before: _Before) -> None:
        self._number = before.number
        self._streams[before.screen].back(before.mark)
        self._drifts[before.screen].back(before.leg)


@contextmanager
def _heeding(painter: Painter, hand: Hand | None) -> Iterator[None]:
    """Break off what is drawn inside as soon as the hand moves: raises `Overtaken`."""
    usual = painter.beat
    if hand is not None:
        painter.beat = _watchful(hand)
    try:
        yield
    finally:
        painter.beat = usual


def _watchful(hand: Hand) -> Callable[[], None]:
    begun = hand.changes

    def beat() -> None:
        if hand.changes != begun:
            raise Overtaken

    return beat
