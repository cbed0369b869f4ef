"""What the terminal is like: how wide, whether it takes colour, whether lines may be drawn over.

The stream and the environment come in; a value goes out. Colour is a handful of ANSI codes here, so that checking a
script need not load a display library.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TextIO

from intaglio.lang.records import dataclass

PAGE = 78  # columns of a page of messages, where the terminal is not narrower
NARROWEST = 40
CODES = {"mistake": "1;31", "remark": "1;33", "place": "31", "quiet": "2", "good": "32", "strong": "1", "word": "36"}


@dataclass(frozen=True, slots=True)
class Terminal:
    """A place to print. `live` tells whether lines may be drawn over; `width` is in columns."""

    width: int = PAGE
    colour: bool = False
    live: bool = False

    @property
    def page(self) -> int:
        """Columns of a page of messages."""
        return max(NARROWEST, min(PAGE, self.width))

    def paint(self, text: str, style: str) -> str:
        """A text in a style of `CODES`; as it is where there is no colour."""
        return f"\x1b[{CODES[style]}m{text}\x1b[0m" if self.colour and text else text


def look(stream: TextIO, environment: Mapping[str, str] = os.environ, plain: bool = False) -> Terminal:
    """The terminal behind a stream. `NO_COLOR` (when not empty) and `TERM=dumb` are respected."""
    drawn = stream.isatty() and environment.get("TERM") != "dumb" and not plain
    return Terminal(
        width=_width(stream, environment),
        colour=drawn and not environment.get("NO_COLOR"),
        live=drawn,
    )


def _width(stream: TextIO, environment: Mapping[str, str]) -> int:
    if environment.get("COLUMNS", "").isdigit() and int(environment["COLUMNS"]) > 0:
        return int(environment["COLUMNS"])
    try:
        return os.get_terminal_size(stream.fileno()).columns or PAGE
    except (OSError, ValueError):
        return PAGE
