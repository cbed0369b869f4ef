"""The parser: a script's text comes in, its syntax tree and the mistakes of its spelling go out.

Parsing cannot fail: every string has a tree. It refuses to know what a word means.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate, chain
from operator import attrgetter
from typing import NamedTuple

from intaglio.lang.complaint import complain, with_names
from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.hidden import hidden_in
from intaglio.lang.layout import SEEN, Note, Row, blocks, lay_out_block, plain
from intaglio.lang.lists import with_lists
from intaglio.lang.records import dataclass
from intaglio.lang.repair import Reading, read_line
from intaglio.lang.shared import alike_at_end, alike_at_start
from intaglio.lang.tree import Line, Stand, Tree


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
    return _parsed(text, lines, above, found)


def _parsed(text: str, lines: list[Line], tail: tuple[Note, ...], found: list[Diagnostic]) -> Parsed:
    if found:
        found = sorted(with_names(found, lines), key=lambda diagnostic: diagnostic.span)
    return Parsed(Tree(tuple(lines), tuple(note.text for note in tail), text), tuple(found))


class _Block(NamedTuple):
    """What a block says: a line at the margin and all that is beneath it, and the notes after it."""

    lines: tuple[Line, ...]
    diagnostics: tuple[Diagnostic, ...]
    tail: tuple[Note, ...]
    next_number: int


@lru_cache(16384)
def _read_block(source: str, number: int, above: tuple[Note, ...]) -> _Block:
    """Read one block. While a script is written, most of its blocks stay what they were, and many where they were."""
    first = _read_first_block(source, above)
    block = first.block
    if block.diagnostics:
        return block if number == 1 else _read_lines(source, number, above, Stand())
    lines, _ = first.placed(number - 1)
    return _Block(lines, (), block.tail, block.next_number + number - 1)


class _First(NamedTuple):
    """A block as if it stood at the top. Its lines may be taken once; whoever needs them again gets some like them."""

    block: _Block
    free: list[Stand]  # where its own lines stand, until they are taken

    def placed(self, by: int) -> tuple[tuple[Line, ...], Stand]:
        """Its lines, so many further down, and where they stand, which is theirs alone."""
        try:
            stand = self.free.pop()  # at once, for others may ask at the same time
        except IndexError:
            stand = Stand(by)
            return tuple(line.placed(stand) for line in self.block.lines), stand
        stand.by = by
        return self.block.lines, stand


@lru_cache(16384)
def _read_first_block(source: str, above: tuple[Note, ...]) -> _First:
    """Read one block as if it stood at the top."""
    stand = Stand()
    block = _read_lines(source, 1, above, stand)
    return _First(block, [] if block.diagnostics else [stand])


def _read_lines(source: str, number: int, above: tuple[Note, ...], stand: Stand) -> _Block:
    layout = lay_out_block(source, number, above)
    found = layout.diagnostics
    rows = with_lists(layout.rows) if ":" in source else layout.rows
    lines = _nested(rows, found, stand)
    return _Block(lines, tuple(found), layout.tail, number + source.count("\n") + 1)


def _nested(rows: list[Row], found: list[Diagnostic], stand: Stand) -> tuple[Line, ...]:
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
        line = _line(row, reading, children, stand)
        if reading.repairs or reading.refused:
            found.append(complain(line, reading))
        waiting[depth].append(line)
    return tuple(reversed(waiting[0]))


def _line(row: Row, reading: Reading, children: tuple[Line, ...], stand: Stand) -> Line:
    form, head, values, clauses, default = reading.sentence
    note = " ".join(filter(None, row.notes)) if row.between else row.notes[0]
    above = tuple([note.text for note in row.above]) if row.above else ()
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
        stand,
    )


# A text that is being written --------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class _Placed:
    """A block where it stands now. Its lines share its stand, so that they move with it."""

    source: str
    above: tuple[Note, ...]
    block: _Block  # as if it stood at the top
    stand: Stand
    lines: tuple[Line, ...]
    hides: bool  # whether a character in it is hidden
    is_loud: bool  # whether anything is to be said of it

    @property
    def number(self) -> int:
        """The number of its first physical line."""
        return self.stand.by + 1

    @property
    def following(self) -> int:
        """The number of the line after it."""
        return self.stand.by + self.block.next_number


class Manuscript:
    """Reads a text again and again while it is written. The lines of a block that nobody touched stay the very ones,
    wherever they stand now.
    """

    def __init__(self) -> None:
        self._shown = ""
        self._sources: list[str] = []
        self._blocks: list[_Placed] = []

    def parse(self, text: str) -> Parsed:
        """As `parse`."""
        shown = plain(text)
        self._follow(shown)
        found: list[Diagnostic] = []
        loud = [*filter(attrgetter("is_loud"), self._blocks)]
        for placed in loud:
            if placed.block.diagnostics:
                found += _read_block(placed.source, placed.number, placed.above).diagnostics
        if any(placed.hides for placed in loud):
            found += hidden_in(shown)
        lines = [*chain.from_iterable(map(attrgetter("lines"), self._blocks))]
        return _parsed(text, lines, self._blocks[-1].block.tail, found)

    def _follow(self, shown: str) -> None:
        """Keep the blocks at the beginning and the end that are the same; put the others in their order between."""
        before, (start, sources, end) = self._blocks, self._cut(shown)
        spare: dict[str, list[_Placed]] = defaultdict(list)
        for placed in reversed(before[start:end]):
            spare[placed.source].append(placed)
        kept, rest = before[:start], before[end:]
        above = kept[-1].block.tail if kept else ()
        number = kept[-1].following if kept else 1
        for source in sources:
            same = spare[source].pop() if spare.get(source) else None
            placed = same if same is not None and same.above == above else _placed(source, above)
            placed.stand.by = number - 1
            kept.append(placed)
            above, number = placed.block.tail, placed.following
        if rest and rest[0].above != above:
            rest[0] = _placed(rest[0].source, above)
            rest[0].stand.by = number - 1
            number = rest[0].following
            self._move(rest[1:], number)
        else:
            self._move(rest, number)
        self._shown, self._blocks = shown, kept + rest
        self._sources[start:end] = sources

    def _cut(self, shown: str) -> tuple[int, list[str], int]:
        """The blocks of a text that are not surely what they were, and those in whose place they stand: from which of
        the last text's on, and before which.
        """
        before, sources = self._shown, self._sources
        if not sources:
            return 0, blocks(shown), 0
        same = alike_at_start(before, shown)
        same_at_end = alike_at_end(before, shown, min(len(before), len(shown)) - same)
        lengths = [*map(len, sources)]
        ends = [*accumulate(lengths)]  # without the newlines between the blocks, one before each but the first
        every = range(len(sources))
        start = bisect_right(every, same - SEEN, key=lambda each: ends[each] + each)
        changed_to = len(before) - same_at_end
        end = bisect_right(every, changed_to, start, key=lambda each: ends[each] - lengths[each] + each)
        first = ends[start - 1] + start if start else 0
        last = len(shown)
        if end < len(sources):
            last -= len(before) - (ends[end] - lengths[end] + end) + 1
        return start, blocks(shown[first:last]), end

    def _move(self, rest: list[_Placed], number: int) -> None:
        by = number - rest[0].number if rest else 0
        if by:
            for placed in rest:
                placed.stand.by += by


def _placed(source: str, above: tuple[Note, ...]) -> _Placed:
    first = _read_first_block(source, above)
    block, (lines, stand) = first.block, first.placed(0)
    hides = next(hidden_in(source), None) is not None
    return _Placed(source, above, block, stand, lines, hides, hides or bool(block.diagnostics))
