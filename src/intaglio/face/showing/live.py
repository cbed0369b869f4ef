"""Live: a show on screens, now. One thread draws ahead, and this one begins each passage when its time has come.

Where drawing takes longer than there is time for, a picture stays until the next is there; nothing is caught up with.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.playing import Passage, schedule

AHEAD = 2  # passages that are drawn before their time
TICK = 0.25  # s after which whoever waits looks whether it is to stop
PATIENCE = 2.0  # s that drawing has to come to its end
LATE = 1.0  # s of delay that are told of


class Ahead:
    """Draws passages ahead in a thread of its own. What goes wrong there is raised where they are taken."""

    def __init__(self, passages: Callable[[], Iterator[Passage]]) -> None:
        self._passages = passages
        self._ready: queue.Queue[Passage | BaseException] = queue.Queue(AHEAD)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True)
        self._thread.start()

    def taken(self) -> Iterator[Passage]:
        """The passages, until it is closed."""
        while not self._stopped.is_set():
            with suppress(queue.Empty):
                found = self._ready.get(timeout=TICK)
                if isinstance(found, BaseException):
                    raise found
                yield found

    def close(self) -> None:
        """Draw no more. What is drawn just now is waited for a moment."""
        self._stopped.set()
        self._thread.join(PATIENCE)

    @property
    def busy(self) -> bool:
        """Whether it still draws: then Python cannot end in order, since torch does not let go in the middle."""
        return self._thread.is_alive()

    def _draw(self) -> None:
        try:
            for passage in self._passages():
                if not self._put(passage):
                    return
        except BaseException as error:  # noqa: BLE001 - it is raised again in the thread that shows
            self._put(error)

    def _put(self, what: Passage | BaseException) -> bool:
        while not self._stopped.is_set():
            with suppress(queue.Full):
                self._ready.put(what, timeout=TICK)
                return True
        return False


def play(
    passages: Iterator[Passage],
    piece: Piece,
    begin: Callable[[Passage], None],
    stopped: threading.Event,
    lasts: float | None,
    say: Callable[[str], None],
) -> None:
    """Begin each passage in its time, until it is stopped or has lasted so many seconds."""
    due = None
    until = None
    late = False
    for waits, passage in schedule(passages, piece):
        now = time.monotonic()
        if due is None or until is None:
            due, until = now, float("inf") if lasts is None else now + lasts
        if now > due + waits + LATE and not late and passage.number > piece.screens:
            say("Drawing takes longer here than `linger` and `dissolve`: pictures stay until the next is there.")
            late = True
        due = max(due + waits, now)
        if stopped.wait(min(due, until) - now):
            return
        if due >= until:
            return
        begin(passage)
