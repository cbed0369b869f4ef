"""The parser: a script's text comes in, its syntax tree and the mistakes of its spelling go out.

Parsing cannot fail: every string has a tree. It refuses to know what a word means.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from intaglio.lang.complaint import complain, with_names
from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.hidden import hidden_in
from intaglio.lang.layout import Note, Row, blocks, lay_out_block, plain
from intaglio.lang.repair import Reading, read_line
from intaglio.lang.tree import Line, Tree


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree, and what is wrong with the text that it was read from, in the order of its places."""

    tree: Tree
    diagnostics: tuple[Diagnostic, ...]


def parse(text: str) -> Parsed:
    """Read a script. Total on any string; at most one mistake of spelling a line, and one hidden character."""
    lines: list[Line] = []
    found: list[Diagnostic] = []
    number = 1
    above: tuple[Note, ...] = ()
    shown = plain(text)
    for source in blocks(shown):
        block = _read_block(source, number, above)
        lines += block.lines
        found += block.diagnostics
        number, above = block.next_number, block.tail
    found += hidden_in(shown)
    if found:
        found = sorted(with_names(found, lines), key=lambda diagnostic: diagnostic.span)
    return Parsed(Tree(tuple(lines), tuple(note.text for note in above), text), tuple(found))


class _Block(NamedTuple):
    """What a block says: a line at the margin and all that is beneath it, and the notes after it."""

    lines: tuple[Line, ...]
    diagnostics: tuple[Diagnostic, ...]
    tail: tuple[Note, ...]
    next_number: int


@lru_cache(16384)
def _read_block(source: str, number: int, above: tuple[Note, ...]) -> _Block:
    """Read one block. While a script is written, most of its blocks stay what they were, and many where they were."""
    block = _read_first_block(source, above)
    if number == 1:
        return block
    if block.diagnostics:
        return _read_lines(source, number, above)
    by = number - 1
    return _Block(tuple(line.moved(by) for line in block.lines), (), block.tail, block.next_number + by)


@lru_cache(16384)
def _read_first_block(source: str, above: tuple[Note, ...]) -> _Block:
    """Read one block as if it stood at the top."""
    return _read_lines(source, 1, above)


def _read_lines(source: str, number: int, above: tuple[Note, ...]) -> _Block:
    layout = lay_out_block(source, number, above)
    found = layout.diagnostics
    lines = _nested(layout.rows, found)
    return _Block(lines, tuple(found), layout.tail, number + source.count("\n") + 1)


def _nested(rows: list[Row], found: list[Diagnostic]) -> tuple[Line, ...]:
    """The lines at the margin, each with what is beneath it. From the last line to the first, without recursion:
    when a line's turn comes, all that is waiting one step further in is its own.
    """
    waiting: list[list[Line]] = [[]]
    for row in reversed(rows):
        depth = row.depth
        while len(waiting) < depth + 2:
            waiting.append([])
        beneath = waiting[depth + 1]
        children = tuple(reversed(beneath)) if beneath else ()
        beneath.clear()
        reading = read_line(row.text)
        line = _line(row, reading, children)
        if reading.repairs or reading.refused:
            found.append(complain(line, reading))
        waiting[depth].append(line)
    return tuple(reversed(waiting[0]))


def _line(row: Row, reading: Reading, children: tuple[Line, ...]) -> Line:
    form, head, values, clauses, default = reading.sentence
    note = row.notes[0] if len(row.notes) == 1 else " ".join(filter(None, row.notes))
    above = tuple(note.text for note in row.above) if row.above else ()
    if row.between:
        above = (*above, *(note.text for notes in row.between for note in notes if note.text))
    return Line(
        form,
        head,
        values,
        clauses,
        children,
        row.text,
        note,
        above,
        row.pieces,
        row.depth,
        reading.repairs,
        default,
    )
