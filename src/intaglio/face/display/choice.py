"""Which display a run gets."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from typing import Protocol

from intaglio.face.display.board import Board
from intaglio.face.display.plain import Lines, Objects
from intaglio.face.terminal import Terminal
from intaglio.runtime.run.events import Event


class Display(Protocol):
    """Shows events as they come."""

    def show(self, event: Event) -> None:
        """Take in an event."""
        ...

    def say(self, text: str) -> None:
        """Print what is fit to be printed."""
        ...

    def stopping(self) -> None:
        """Tell that the run is asked to stop. Called from a signal's handler, so it may wait for nothing."""
        ...


def display(board: Board, terminal: Terminal, as_json: bool) -> AbstractContextManager[Display]:
    """JSON where it was asked for, drawn where that can be, else lines."""
    if as_json:
        return Objects(board, _write)
    if not terminal.live:
        return Lines(board, _write)
    from intaglio.face.display.live import Drawn

    return Drawn(board, terminal)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
