"""The formatter: a script comes in, the same script in its one canonical spelling goes out.

It straightens margins and spaces, and keeps words, notes, the rhythm of blank lines and the places where a long line
goes on. What a line says never changes, and a line that it does not understand keeps its text. Formatting what is
formatted changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from intaglio.lang.layout import MARK, STEP, Note, Row, lay_out
from intaglio.lang.repair import read_line
from intaglio.lang.spelling import spell, spell_pieces

_BEFORE = re.compile(rf"\A[{MARK}\s]+")
_MARKED = re.compile(r"\d,\d{3}(?!\d)")


def format_text(text: str) -> str:
    """The canonical spelling of a script. Total on any string, and idempotent."""
    layout = lay_out(text)
    lines: list[str] = []
    for row in layout.rows:
        _add_notes(lines, ((note, note.depth) for note in row.above))
        _add_row(lines, row)
    _add_notes(lines, ((note, note.depth) for note in layout.tail))
    while lines and not lines[-1]:
        lines.pop()
    told = _BEFORE.sub("", "\n".join(lines))  # a mark behind a blank: it would be no letter at the beginning
    return told + "\n" if told else ""


def _add_row(lines: list[str], row: Row) -> None:
    for number, (piece, note) in enumerate(zip(_pieces(row), row.notes, strict=True)):
        depth = row.depth + (number > 0)
        if number:
            _add_notes(lines, ((above, depth) for above in row.between[number]))
        lines.append(_indented(piece, depth) + (f"  {note}" if note else ""))


def _pieces(row: Row) -> list[str]:
    """The physical lines of a logical one, without margins and notes."""
    if len(row.pieces) == 1:
        return [_spelt(row.text)]
    offsets = [piece.offset for piece in row.pieces]
    if _understood(row.text):
        return spell_pieces(row.text, offsets[1:])
    return [row.text[start:end].strip() for start, end in zip(offsets, [*offsets[1:], None], strict=True)]


@lru_cache(16384)
def _spelt(text: str) -> str:
    return spell(text) if _understood(text) else text


def _understood(text: str) -> bool:
    if _MARKED.search(text):
        return False  # `1,000` may be one number
    reading = read_line(text)
    return not reading.repairs and not reading.refused


def _add_notes(lines: list[str], notes: Iterable[tuple[Note, int]]) -> None:
    """Add notes at their depths, and one blank line for each run of them, but none at the top."""
    for note, depth in notes:
        if note.text:
            lines.append(_indented(note.text, depth))
        elif lines and lines[-1]:
            lines.append("")


def _indented(text: str, depth: int) -> str:
    return " " * (STEP * depth) + text
