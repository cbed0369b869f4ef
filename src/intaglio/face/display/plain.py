"""The plain displays: lines for where nothing can be drawn over, and JSON for programs."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import TracebackType
from typing import Self

from intaglio.face.display.board import FOR_TRUST, Board, Row
from intaglio.face.display.lines import fresh, left, made
from intaglio.face.objects import spelled
from intaglio.face.text import visible
from intaglio.runtime.run.events import Awaited, Event, Failed, Finished, Held, Progress, Skipped, Started, as_json

STOPPING = "Stopping; what is finished is kept. Ctrl-C again stops at once."
PAUSE = 5.0  # seconds between two lines of progress of a stage


class Silent:
    """What both have in common with the drawn one: they can be opened and closed, which does nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing was held."""


class Lines(Silent):
    """A line when a stage begins and ends, and every few seconds between."""

    def __init__(self, board: Board, write: Callable[[str], object]) -> None:
        self._board = board
        self._write = write
        self._told: dict[str, float] = {}

    def show(self, event: Event) -> None:
        """Take in an event, and print what is worth a line."""
        self._board.apply(event)
        match event:
            case Started():
                self._told[event.stage] = 0.0
                cells = f", {event.cells} of {event.of} results" if event.of > 1 else ""
                self.say(visible(f"{event.stage}: begins ({event.verb}{cells})"))
            case Awaited():
                self.say(visible(f"{event.stage}: {self._board.rows[event.stage].reason}"))
            case Progress() if event.seconds - self._told.get(event.stage, 0.0) >= PAUSE:
                self._told[event.stage] = event.seconds
                self.say(visible(f"{event.stage}: {_far(self._board.rows[event.stage])}"))
            case Finished():
                self.say(visible(f"{event.stage}: {made(self._board.rows[event.stage])}"))
            case Held():
                row = self._board.rows[event.stage]
                self.say(visible(f"{event.stage}: held, Enter begins it: {row.reason}"))
            case Failed():
                failed = FOR_TRUST if event.untrusted else "failed"
                self.say(visible(f"{event.stage}: {'made, not placed' if event.unplaced else failed}"))
            case Skipped(reason="fresh") if self._board.shows(event.stage) or event.placed:
                self.say(visible(f"{event.stage}: {fresh(self._board.rows[event.stage])}"))
            case Skipped() if self._board.shows(event.stage):
                self.say(visible(f"{event.stage}: {event.reason}"))
            case _:
                pass

    def say(self, text: str) -> None:
        """Print what is fit to be printed."""
        self._write(text + "\n")

    def stopping(self) -> None:
        """Tell it past all buffers: a signal may come in the middle of a write."""
        os.write(2, f"{STOPPING}\n".encode())


def _far(row: Row) -> str:
    parts = [f"{row.share:.0%}", f"{row.done:,} of {row.total:,} {row.unit}"]
    if row.losses:
        parts.append(f"loss {row.losses[-1]:.3g}")
    if told := left(row):
        parts.append(told)
    return " · ".join(parts)


class Objects(Silent):
    """One JSON object a line, as `events.as_json` makes it."""

    def __init__(self, board: Board, write: Callable[[str], object]) -> None:
        self._board = board
        self._write = write

    def show(self, event: Event) -> None:
        """Print an event."""
        self._board.apply(event)
        self._write(spelled(as_json(event)) + "\n")

    def say(self, text: str) -> None:
        """A program needs no words."""

    def stopping(self) -> None:
        """It is told by `done`."""
