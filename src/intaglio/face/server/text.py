"""Text as an editor has it: its lines with whatever ends them, and places in it, in any of the protocol's units.

A place here is a line and a column, both from 1, in characters, as in `lang.span`. Editors count from 0, in units of an
encoding. What does not exist (a column past its line, a half of a pair) is read as the nearest place before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from lsprotocol.types import Position, PositionEncodingKind, Range, TextEdit

from intaglio.lang.span import Span

# Other characters that Python takes for line ends are none to an editor, nor to the language.
_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"  # the byte-order mark, which no column of the language counts


class Units(Enum):
    """What an editor counts characters in."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"

    @classmethod
    def of(cls, kind: PositionEncodingKind | str | None) -> Units:
        """Those that were agreed on; without an agreement UTF-16."""
        return cls.UTF16 if kind is None else cls(kind.value if isinstance(kind, PositionEncodingKind) else kind)

    def count(self, text: str) -> int:
        """How many units a text takes."""
        if self is Units.UTF32 or text.isascii():
            return len(text)
        return sum(map(self._of, text))

    def column(self, line: str, units: int) -> int:
        """How many whole characters of a line lie within its first units."""
        if self is Units.UTF32 or line.isascii():
            return max(0, min(units, len(line)))
        left = units
        for column, letter in enumerate(line):
            left -= self._of(letter)
            if left < 0:
                return column
        return len(line)

    def _of(self, letter: str) -> int:
        code = ord(letter)
        if self is Units.UTF16:
            return 1 + (code > 0xFFFF)
        return 1 + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)


class Place(NamedTuple):
    """A line and a column, both from 1; the column counts characters, and no byte-order mark."""

    line: int
    column: int


@dataclass(frozen=True)
class Sheet:
    """The text of a document."""

    text: str
    units: Units = Units.UTF16

    @cached_property
    def lines(self) -> Sequence[str]:
        """Its lines without what ends them, a byte-order mark among the first one's characters."""
        return _END.split(self.text) if "\r" in self.text else self.text.split("\n")

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [0, *(match.end() for match in _END.finditer(self.text))]

    @cached_property
    def end(self) -> str:
        """What ends its lines: what ends the first of them."""
        first = _END.search(self.text)
        return first[0] if first else "\n"

    @cached_property
    def last(self) -> Place:
        """The place after its last character."""
        return self._place(len(self.lines) - 1, len(self.lines[-1]))

    def line(self, number: int) -> str:
        """A line as the language counts it, from 1, without mark and end; empty where there is none."""
        line = self.lines[number - 1] if 0 < number <= len(self.lines) else ""
        return line.removeprefix(_MARK) if number == 1 else line

    # Between the editor's places and ours

    def place(self, position: Position) -> Place:
        """The place that an editor speaks of."""
        row = max(0, min(position.line, len(self.lines) - 1))
        column = self.units.column(self.lines[row], position.character) if position.line == row else None
        return self._place(row, len(self.lines[row]) if column is None else column)

    def position(self, place: Place) -> Position:
        """A place as an editor is told it."""
        row = max(0, min(place.line - 1, len(self.lines) - 1))
        return Position(row, self.column(row + 1, place.column))

    def column(self, number: int, column: int) -> int:
        """A column of one of its lines in units, from 0."""
        row = number - 1
        return self.units.count(self.lines[row][: max(0, column - 1 + self._mark(row))])

    def range(self, span: Span) -> Range:
        """A stretch of a line. A place without width (it begins and ends in one column) stays without."""
        line = self.lines[span.line - 1] if 0 < span.line <= len(self.lines) else ""
        if line.isascii() and line:  # each character is a unit, whichever those are
            row, last = span.line - 1, len(line)
            start, end = (min(max(0, column - 1), last) for column in (span.column, span.end))
            return Range(Position(row, start), Position(row, end))
        return self.between(Place(span.line, span.column), Place(span.line, span.end))

    def between(self, start: Place, end: Place) -> Range:
        """A stretch of the text."""
        return Range(self.position(start), self.position(end))

    def whole(self, first: int, last: int) -> Range:
        """Whole lines, from 1, without what ends the last of them."""
        return self.between(Place(first, 1), Place(last, len(self.line(last)) + 1))

    def _place(self, row: int, column: int) -> Place:
        return Place(row + 1, max(0, column - self._mark(row)) + 1)

    def _mark(self, row: int) -> int:
        return int(row == 0 and self.text.startswith(_MARK))

    # Changes

    def offset(self, place: Place) -> int:
        """How many characters come before a place."""
        row = place.line - 1
        return self._starts[row] + min(place.column - 1 + self._mark(row), len(self.lines[row]))

    def at(self, offset: int) -> Place:
        """The place after so many characters."""
        row = bisect_right(self._starts, offset) - 1
        return self._place(row, min(offset - self._starts[row], len(self.lines[row])))

    def changed(self, stretch: Range, new: str) -> Sheet:
        """The text with another one in the place of a stretch."""
        start, end = sorted((self._offset(stretch.start), self._offset(stretch.end)))
        return Sheet(self.text[:start] + new + self.text[end:], self.units)

    def _offset(self, position: Position) -> int:
        """As `offset`, the mark being a character like others: whoever sent it may also delete it."""
        if position.line >= len(self.lines):
            return len(self.text)
        row = max(0, position.line)
        return self._starts[row] + self.units.column(self.lines[row], position.character)

    def edit(self, span: Span, replacement: str) -> TextEdit:
        """A change as an editor is told it, its lines ending as those of the text do."""
        return TextEdit(self.range(span), self.ended(replacement))

    def ended(self, text: str) -> str:
        """A text with plain line ends, ended as this one is."""
        return text.replace("\n", self.end) if self.end != "\n" else text

    def with_edits(self, edits: Sequence[TextEdit]) -> Sheet:
        """The text after changes, none of which overlap, all of them said of the text as it is."""
        pieces, end = [], 0
        for edit in sorted(edits, key=lambda each: _order(each.range.start)):
            pieces += [self.text[end : self._offset(edit.range.start)], edit.new_text]
            end = self._offset(edit.range.end)
        return Sheet("".join([*pieces, self.text[end:]]), self.units)


def overlapping(one: Range, other: Range) -> bool:
    """Whether two stretches have a place in common."""
    return _order(one.start) <= _order(other.end) and _order(other.start) <= _order(one.end)


def inside(lines: Range, number: int) -> bool:
    """Whether a line, from 1, has a part in a stretch."""
    return lines.start.line < number <= lines.end.line + 1


def _order(position: Position) -> tuple[int, int]:
    return position.line, position.character
