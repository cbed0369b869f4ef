"""Live: a show on screens, now. One thread draws ahead, and this one begins each passage when its time has come.

Where drawing takes longer than there is time for, a picture stays until the next is there; nothing is caught up with.
"""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator

from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.playing import Passage, waits

AHEAD = 2  # passages that are drawn before their time
TICK = 0.25  # s after which whoever waits looks whether it is to stop
PATIENCE = 2.0  # s that drawing has to come to its end
LATE = 1.0  # s of delay that are told of


class Ahead:
    """Draws passages ahead in a thread of its own. What goes wrong there is raised where they are taken."""

    def __init__(self, passages: Callable[[], Iterator[Passage]], piece: Piece) -> None:
        self._passages, self._piece = passages, piece
        self._changed = threading.Condition()
        self._ready: deque[Passage | BaseException] = deque()
        self._place = 0  # of the passage whose turn is next
        self._due = -math.inf  # when that is
        self.late = 0.0  # s by which the last one was, once each screen has shown one
        self._closed = False
        self._thread = threading.Thread(target=self._draw, daemon=True)
        self._thread.start()

    def taken(self, stopped: threading.Event, until: float = math.inf) -> Passage | None:
        """The next passage, when its time has come; None once it is stopped, or at the end of its time."""
        with self._changed:
            while not stopped.is_set() and (now := time.monotonic()) < until:
                passage, patience = self._ready[0] if self._ready else None, TICK
                if isinstance(passage, BaseException):
                    raise passage
                if passage is not None and self._is_time(passage, now):
                    self._ready.popleft()
                    self._begins(passage, now)
                    self._changed.notify_all()
                    return passage
                if passage is not None:
                    patience = min(patience, self._due - now)
                self._changed.wait(min(patience, until - now))
        return None

    def close(self) -> None:
        """Draw no more. What is drawn just now is waited for a moment."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join(PATIENCE)

    @property
    def busy(self) -> bool:
        """Whether it still draws: then Python cannot end in order, since torch does not let go in the middle."""
        return self._thread.is_alive()

    def _is_time(self, passage: Passage | BaseException, now: float) -> bool:
        """Whether a passage is to begin now; the lock is held."""
        return isinstance(passage, Passage) and (passage.touch or now >= self._due)

    def _begins(self, passage: Passage, now: float) -> None:
        """A passage begins; the lock is held."""
        if passage.touch:
            return
        if self._place > self._piece.screens:
            self.late = now - self._due
        self._place += 1
        self._due = max(self._due, now) + waits(self._place, self._piece)

    def _draw(self) -> None:
        try:
            for passage in self._passages():
                if not self._put(passage):
                    return
        except BaseException as error:  # noqa: BLE001 - it is raised again in the thread that shows
            self._put(error)

    def _put(self, what: Passage | BaseException) -> bool:
        """Leave a passage where it is taken, once there is room. False where it is closed."""
        with self._changed:
            while len(self._ready) >= AHEAD and not self._closed:
                self._changed.wait(TICK)
            self._ready.append(what)
            self._changed.notify_all()
            return not self._closed


def play(
    ahead: Ahead,
    begin: Callable[[Passage], None],
    stopped: threading.Event,
    lasts: float | None,
    say: Callable[[str], None],
) -> None:
    """Begin each passage in its time, until it is stopped or has lasted so many seconds."""
    until, late = math.inf, False
    while (passage := ahead.taken(stopped, until)) is not None:
        if until == math.inf and lasts is not None:
            until = time.monotonic() + lasts
        if ahead.late > LATE and not late:
            say("Drawing takes longer here than `linger` and `dissolve`: pictures stay until the next is there.")
            late = True
        begin(passage)
