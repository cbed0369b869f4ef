"""Led: a show on screens under a hand. What the hand changes comes before all that is drawn ahead.

While the hand rests it is as any show. When it moves, what was drawn ahead is let go, each screen that it reaches is
drawn anew where it is seen just then, and that again for as long as the hand moves: as fast as it can be drawn, so that
nothing piles up. A picture whose turn has come meanwhile is found all the same, and the screens go their way.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from intaglio.face.showing.live import AHEAD, TICK, Ahead
from intaglio.stdlib.showing.hand import Hand
from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.playing import Passage
from intaglio.stdlib.showing.touching import QUICK, Overtaken, Touched
from intaglio.stdlib.showing.way import Leg, Spot

BRIEFEST = 1 / 60  # s in which a screen goes over to what was drawn anew, at least


@dataclass(slots=True)
class _Screen:
    """What a screen shows: the passage that began last, its leg since when for how long, and when it was touched."""

    passage: Passage
    leg: Leg
    begun: float
    takes: float
    touched: float = 0.0

    def spot(self, now: float) -> Spot:
        """Where it is seen."""
        share = (now - self.begun) / self.takes if self.takes > 0 else 1.0
        return self.leg.after(min(1.0, max(0.0, share)))

    def left(self, now: float) -> Leg:
        """The leg that it has still to go."""
        spot = self.spot(now)
        return Leg(spot.place if spot.behind is None else spot.behind, spot.place, spot.along)


class Led(Ahead):
    """Draws for a show that is led by a hand. `prepare` readies each passage before it begins."""

    def __init__(
        self, playing: Callable[[], Touched], prepare: Callable[[Passage], None], piece: Piece, hand: Hand
    ) -> None:
        self._playing, self._made_ready, self._hand = playing, prepare, hand
        self._screens: dict[int, _Screen] = {}
        self._number = 0  # of the passage that began last
        super().__init__(self._led, piece)
        hand.changed = self._wake

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _begins(self, passage: Passage, now: float) -> None:
        super()._begins(passage, now)
        self._number = passage.number
        screen = self._screens.get(passage.screen)
        if screen is None or passage.leg is not None:
            assert passage.leg is not None, "a screen begins with a leg"
            takes = self._piece.dissolve if passage.seconds is None else passage.seconds
            self._screens[passage.screen] = _Screen(passage, passage.leg, now, takes)
        else:
            screen.passage, screen.touched = passage, now

    # In the thread that draws ------------------------------------------------------------------------------------

    def _led(self) -> Iterator[Passage]:
        playing = self._playing()
        while not self._closed:
            try:
                for passage in self._next(playing):
                    self._made_ready(passage)
                    yield passage
            except Overtaken:
                continue

    def _next(self, playing: Touched) -> Sequence[Passage]:
        """What is most urgent; nothing where all is done for now. Raises `Overtaken`."""
        with self._changed:
            self._let_begin()
            now = time.monotonic()
            moved = {number: each for number, each in self._screens.items() if self._is_moved(number, each)}
            broken = [(number, each) for number, each in self._screens.items() if each.passage.broken]
            is_due = not self._ready and now >= self._due
            seen = max((each.touched + QUICK for _, each in broken), default=now)  # a touch is seen before the rest is
            if not (moved or is_due) and (now < seen or (not broken and len(self._ready) >= AHEAD)):
                self._changed.wait(min(TICK, seen - now) if now < seen else TICK)
                return ()
            if (moved or broken) and not is_due:
                self._ready.clear()
                playing.back(self._number)
        if is_due or not (moved or broken):
            return [playing.next(bare=bool(moved))]
        if moved:
            rested = now - min(each.touched for each in moved.values())
            quick = min(QUICK, max(BRIEFEST, rested))
            return playing.touched({number: each.spot(now) for number, each in moved.items()}, quick)
        number, screen = broken[0]
        return [playing.onward(number, screen.left(now), max(QUICK, screen.begun + screen.takes - now))]

    def _let_begin(self) -> None:
        """Wait until what may begin now has begun: it is not taken back, and what is moved is seen from there on."""
        while self._ready and not self._closed and self._is_time(self._ready[0], time.monotonic()):
            self._changed.wait(TICK)

    def _is_moved(self, number: int, screen: _Screen) -> bool:
        return screen.passage.picture.spot.held != self._hand.held(number)
