"""The stream of one screen: from where it is to the next picture, which is as far from this one as the show wants.

How far two pictures are apart is measured on what is drawn, as a share of how far two pictures of the model are that
have nothing to do with each other. So `variation` is the artist's, whatever the model makes of a step on its way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intaglio.runtime.keys import digests
from intaglio.stdlib.parcels import CHUNK
from intaglio.stdlib.showing import looks
from intaglio.stdlib.showing.looks import Memory, Pixels
from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.watch import Watch
from intaglio.stdlib.showing.way import Spot, Way

ROUNDS = 4  # chunks of candidates that are drawn for one picture at most


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a screen, and what is to be told of it. `step` is how far it is from the one before; 1 is unlike.

    `again` says that it is like one that was shown, and no other was found; `wrong` what the watch sees from here on,
    and `woken` what this picture wakes the screen from.
    """

    spot: Spot
    pixels: Pixels
    step: float
    look: bytes
    again: bool = False
    wrong: str | None = None
    woken: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a stream stands, beside its way: as it was before the next picture."""

    now: looks.Small | None
    wrong: str | None
    seen: tuple[tuple[looks.Small, ...], float | None]
    shown: tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class _Tried:
    offset: float
    pixels: Pixels
    step: float
    look: bytes
    known: bool


class Stream:
    """One screen's pictures, from where its way is on. `first` is its watch's, from before a restart."""

    def __init__(self, piece: Piece, screen: int, way: Way, memory: Memory, first: float | None = None) -> None:
        self._piece, self._screen, self._memory = piece, screen, memory
        self._unlike = piece.voices[piece.voice(screen)].unlike
        self.way = way
        self.watch = Watch(self._unlike, first)
        self._now: looks.Small | None = None
        self._wrong: str | None = None

    @property
    def is_dark(self) -> bool:
        """Whether it has shown no picture yet."""
        return self._now is None

    def next(self) -> Picture:
        """The next picture. The first is the one at its place, so that a show goes on with what was last seen."""
        if self._now is None:
            first = self._candidate(0.0, self.way.first())
            return self._seen(replace(first, known=False), None)
        woken = self._wrong if self._wrong in self._piece.guard else None
        found = self._onward() if woken is None else self._elsewhere()
        self.way.go(found.offset, found.pixels)
        return self._seen(found, woken)

    def again(self, spot: Spot, pixels: Pixels, ends: Pixels) -> Picture:
        """A picture that is drawn anew where the screen is seen, at a spot; it goes on from `ends`.

        It is no picture for the watch, nor one that was shown: a hand that moves nothing does not freeze a screen.
        """
        step = 0.0 if self._now is None else looks.apart(self._now, looks.small(pixels)) / self._unlike
        self._now = looks.small(ends)
        return Picture(spot, pixels, step, looks.look(pixels))

    def mark(self) -> Mark:
        """Where it stands."""
        return Mark(self._now, self._wrong, self.watch.mark(), self._memory.mark())

    def back(self, mark: Mark) -> None:
        """Be where it was before the last picture of all streams. Its way is led back by whoever knows it."""
        self._now, self._wrong = mark.now, mark.wrong
        self.watch.back(mark.seen)
        self._memory.back(mark.shown)

    def _seen(self, found: _Tried, woken: str | None) -> Picture:
        self._now = looks.small(found.pixels)
        self._memory.add(found.look)
        self._wrong = self.watch.see(self._now)
        return Picture(self.way.spot, found.pixels, found.step, found.look, found.known, self._wrong, woken)

    def _elsewhere(self) -> _Tried:
        """A picture that owes nothing to this one."""
        return self._best(self._tried(self.way.leaps()), self._aim())

    def _onward(self) -> _Tried:
        """The picture on the way from here that suits best. It is looked for further, or nearer, where none does."""
        drift, aim = self._piece.drift, self._aim()
        usual = self.way.usual if self._piece.variation is None else 1.0
        reach = self.way.whole * (usual if drift is None else drift)
        begin, end, best = 0.0, reach, None
        for _ in range(ROUNDS):
            tried = self._tried([begin + (end - begin) * (i + 1) / CHUNK for i in range(CHUNK)])
            best = self._best([*tried, *([] if best is None else [best])], aim)
            if self._suits(best):
                break
            gap = self._gap(tried)
            if gap is not None:
                begin, end = begin if gap[0] is None else gap[0], gap[1]
            elif drift is None:
                begin, end = end, end + reach
            else:
                break
        assert best is not None
        return best

    def _gap(self, tried: Sequence[_Tried]) -> tuple[float | None, float] | None:
        """The offsets between which a picture leaps from too near to too far; the first is None for where we began."""
        if self._piece.variation is None:
            return None
        low, high = self._piece.variation
        before: float | None = None
        near = True
        for each in tried:
            if near and each.step > high:
                return before, each.offset
            before, near = each.offset, each.step < low
        return None

    def _tried(self, offsets: Sequence[float]) -> list[_Tried]:
        drawn = self.way.ahead(offsets)
        return [self._candidate(offset, pixels) for offset, pixels in zip(offsets, drawn, strict=True)]

    def _candidate(self, offset: float, pixels: Pixels) -> _Tried:
        step = 0.0 if self._now is None else looks.apart(self._now, looks.small(pixels)) / self._unlike
        look = looks.look(pixels)
        return _Tried(offset, pixels, step, look, self._piece.never_twice and self._memory.knows(look))

    def _best(self, tried: Sequence[_Tried], aim: float | None) -> _Tried:
        """Of some pictures one that was not shown, as near as can be to the aim; without one, the farthest."""

        def cost(one: _Tried) -> tuple[bool, float, float]:
            return one.known, self._outside(one.step), -one.offset if aim is None else abs(one.step - aim)

        return min(tried, key=cost)

    def _suits(self, one: _Tried) -> bool:
        return not one.known and self._outside(one.step) == 0

    def _outside(self, step: float) -> float:
        if self._piece.variation is None:
            return 0.0
        low, high = self._piece.variation
        return max(low - step, step - high, 0.0)

    def _aim(self) -> float | None:
        """How far the next picture should be: by chance, within what the show wants. None where it wants nothing."""
        if self._piece.variation is None:
            return None
        low, high = self._piece.variation
        spot = self.way.spot
        there = (round(spot.place * 1e6),) if spot.reading is None else (spot.reading,)
        chance = digests.derive(self._piece.seed, "aim", self._screen, *there) / 2**63
        return low + chance * (high - low)
