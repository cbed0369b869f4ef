"""The drawn display: a line for each stage, drawn over in place by rich. Artists' words are never read as markup."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console, Group
from rich.live import Live
from rich.style import Style
from rich.text import Text

from intaglio.face.display.board import Board, Row
from intaglio.face.display.lines import Piece, columns, line
from intaglio.face.display.plain import STOPPING
from intaglio.face.terminal import Terminal
from intaglio.face.text import seconds, several
from intaglio.runtime.run.events import Event
from intaglio.runtime.run.scheduler import Status

STYLES = {
    "mistake": Style(color="red", bold=True),
    "remark": Style(color="yellow"),
    "quiet": Style(dim=True),
    "good": Style(color="green"),
    "strong": Style(bold=True),
    "word": Style(color="cyan"),
    "": Style(),
}
A_SECOND = 8  # drawings


class Drawn:
    """Draws a board while it is open. The last drawing stays, unless the run goes on as another version."""

    def __init__(self, board: Board, terminal: Terminal) -> None:
        self._board = board
        self._began = time.monotonic()
        self._stopping = False
        self._console = Console(
            file=sys.stdout, markup=False, highlight=False, emoji=False, no_color=not terminal.colour, soft_wrap=False
        )
        self._live = Live(
            console=self._console,
            get_renderable=self._drawing,
            refresh_per_second=A_SECOND,
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def __enter__(self) -> Self:
        self._live.start(refresh=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.transient = self._board.done is None
        self._live.stop()

    def show(self, event: Event) -> None:
        """Take in an event; the next drawing shows it."""
        self._board.apply(event)

    def say(self, text: str) -> None:
        """Print, above the drawing, what is fit to be printed."""
        self._console.print(Text.from_ansi(text))

    def stopping(self) -> None:
        """The next drawing tells it."""
        self._stopping = True

    def _drawing(self) -> Group:
        size = self._console.size
        rows = self._board.lines
        shown = rows if len(rows) <= size.height - 3 else _nearest(rows, size.height - 5)
        widths = columns(shown, size.width)
        took = time.monotonic() - self._began
        lines = [_text(line(row, widths, beat=int(took * A_SECOND))) for row in shown]
        if len(shown) < len(rows):
            lines.append(Text(f"  and {several(len(rows) - len(shown), 'more stage')}", STYLES["quiet"]))
        if self._board.done is None and len(rows) > 1:
            ended = sum(row.status not in (Status.WAITING, Status.RUNNING) for row in rows)
            lines.append(Text(f"  {ended} of {several(len(rows), 'stage')} · {_so_far(took)}", STYLES["quiet"]))
        if self._stopping:
            lines.append(Text(STOPPING, STYLES["remark"]))
        return Group(*lines)


def _so_far(took: float) -> str:
    """A time that grows: no tenths of a second, which nobody could read."""
    return f"{int(took)} s" if took < 10 else seconds(took)


def _text(pieces: list[Piece]) -> Text:
    text = Text(no_wrap=True, overflow="ellipsis")
    for piece, style in pieces:
        text.append(piece, STYLES[style])
    return text


def _nearest(rows: list[Row], room: int) -> list[Row]:
    """As many rows as there is room for, around what is running."""
    running = next((i for i, row in enumerate(rows) if row.status in (Status.RUNNING, Status.WAITING)), len(rows))
    first = max(0, min(running - room // 3, len(rows) - room))
    return rows[first : first + max(1, room)]
