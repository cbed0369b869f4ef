"""Semantic tokens: every word of a page with what it is, in the protocol's numbers.

What they are called is in the table of tokens (`lang.tokens.KINDS`), and here for what only the server knows. The types
are those that every theme paints; what they leave open (a path is a string, prose is a comment) is said by modifiers,
for themes that know them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lsprotocol import types as lsp

from intaglio.face.server import words
from intaglio.face.server.outline import Seat
from intaglio.face.server.page import Page
from intaglio.face.server.words import Class
from intaglio.lang.shared import shared
from intaglio.lang.tokens import KINDS

# What is known of words beyond the table of tokens.
_MEANT = {
    Class.RECIPE: "function",
    Class.CHOICE: "enumMember.choice",
    Class.MEASURE: "property.measure",
    Class.REFERENCE: "variable",
    Class.GROUP: "namespace",
    Class.PARAMETER: "parameter",
}
_SAID = {Class(kind.name): kind.semantic for kind in KINDS.values() if kind.semantic} | _MEANT
TYPES = tuple(dict.fromkeys(said.split(".")[0] for said in _SAID.values()))
MODIFIERS = tuple(dict.fromkeys(word for said in _SAID.values() for word in said.split(".")[1:]))
LEGEND = lsp.SemanticTokensLegend(list(TYPES), list(MODIFIERS))


def _numbered(said: str) -> tuple[int, int]:
    """The protocol's numbers of a type and its modifiers."""
    kind, *modifiers = said.split(".")
    return TYPES.index(kind), sum(1 << MODIFIERS.index(modifier) for modifier in modifiers)


_LOOKS = {kind: _numbered(said) for kind, said in _SAID.items()}


class Coloured(NamedTuple):
    """A word on a physical line: its place in the editor's units, and what it is."""

    line: int  # from 0
    start: int
    length: int
    kind: Class


def whole(page: Page) -> list[int]:
    """Every word of a page."""
    return _encoded(coloured(page))


def part(page: Page, stretch: lsp.Range) -> list[int]:
    """The words of a stretch's lines."""
    return _encoded(coloured(page, stretch.start.line + 1, stretch.end.line + 1))


def changes(before: Sequence[int], after: Sequence[int]) -> list[lsp.SemanticTokensEdit]:
    """What to do to the numbers that an editor has, so that they are the new ones."""
    start, end = shared(before, after)
    if start + end == len(before) == len(after):
        return []
    return [lsp.SemanticTokensEdit(start, len(before) - start - end, list(after[start : len(after) - end]))]


def coloured(page: Page, first: int = 1, last: int | None = None) -> list[Coloured]:
    """The words of some lines, from 1, in the order of the text."""
    last = len(page.sheet.lines) if last is None else min(last, len(page.sheet.lines))
    near = (s for s in page.outline.seats if s.line.number <= last and s.line.pieces[-1].line >= first)
    found = [word for seat in near for word in _of_seat(seat, page)]
    found += [note for number in range(first, last + 1) for note in _notes(number, page)]
    return sorted(word for word in found if first - 1 <= word.line < last)


def _of_seat(seat: Seat, page: Page) -> Iterator[Coloured]:
    for word in words.words_of(seat, page.vocabulary):
        span = seat.line.span(word.start, word.end)
        start, end = page.sheet.column(span.line, span.column), page.sheet.column(span.line, span.end)
        if end > start:
            yield Coloured(span.line - 1, start, end - start, word.kind)


def _notes(number: int, page: Page) -> Iterator[Coloured]:
    line = page.sheet.line(number)
    start = words.note_starts(line) if "--" in line else None
    if start is not None:
        kind = Class.NOTE if line[:start].strip() else Class.PROSE
        here = page.sheet.column(number, start + 1)
        length = page.sheet.units.count(line[start:].rstrip())
        yield Coloured(number - 1, here, length, kind)


def _encoded(found: Sequence[Coloured]) -> list[int]:
    """Each word by its distance from the one before."""
    numbers: list[int] = []
    line = start = 0
    for word in found:
        start = start if word.line == line else 0
        numbers += [word.line - line, word.start - start, word.length, *_LOOKS[word.kind]]
        line, start = word.line, word.start
    return numbers
