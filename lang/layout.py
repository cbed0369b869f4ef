"""Layout: a text comes in, logical lines with their depth, notes and blank lines go out.

Total on any string and linear in its length. It refuses to know what a line says: it looks at margins, notes,
quotation marks and the comma that carries a line on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from intaglio.lang import diagnostics as wrong
from intaglio.lang.diagnostic import Diagnostic, Edit
from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.shared import alike_at_end, alike_at_start
from intaglio.lang.span import Span
from intaglio.lang.tree import Piece

MARK = "\ufeff"  # of byte order, which some editors put before a text
STEP = 2  # spaces for each step inward
NOTED = "  "  # between a line and its note, where nobody wrote something else
MOST_MOVED = 500  # lines that are moved with a crooked one; a longer block is no block that anyone wrote

# A text (perhaps left open), or the two dashes that begin a note. Texts are read as the grammar's STRING reads them.
_BEFORE_THE_MARGIN = re.compile(r"\n(?=[^\s-]|-(?!-))")  # before a line at the margin that is no note
SEEN = 3  # characters of what begins a block that tell that it does, the newline before it among them
_TEXT_OR_NOTE = re.compile(r'"(?:[^"\\]|\\.)*+("?)|[“”„][^“”"]*+([“”"]?)|(?:(?<=\s)|^)(--)')


class Cut(NamedTuple):
    """A physical line, cut: its margin's width with tabs opened out, its margin as written, its content, its note."""

    width: int
    margin: str
    text: str
    note: str
    goes_on: bool  # it ends in a comma that is not inside a text


class Note(NamedTuple):
    """A line of its own that is a note, and how deep it stands; an empty text is a blank line."""

    text: str
    depth: int


@dataclass(slots=True)
class Row:
    """A logical line: one physical line, and those that it goes on with."""

    depth: int
    text: str  # the pieces' texts, joined with single spaces
    notes: tuple[str, ...]  # the margin note of each piece, or ""
    above: tuple[Note, ...]
    pieces: tuple[Piece, ...]
    between: tuple[tuple[Note, ...], ...] = ()  # for each piece, the notes above it; empty where there are none


@dataclass(slots=True)
class Layout:
    """A text's logical lines, the notes after the last of them, and the mistakes of its margins."""

    rows: list[Row] = field(default_factory=list)
    tail: tuple[Note, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)


def physical_lines(text: str) -> list[str]:
    """The lines of a text as an editor counts them, without line ends and byte-order mark."""
    return plain(text).split("\n")


def lines_of(text: str) -> Sequence[str]:
    """The same, for whoever only looks at them."""
    return _LINES.of(text) if _is_plain(text) else physical_lines(text)


class _Lines:
    """The lines of the last few plain texts, what is tried on a script among them: each is much like the one before."""

    def __init__(self) -> None:
        self._known: deque[tuple[str, list[str]]] = deque(maxlen=4)

    def of(self, text: str) -> list[str]:
        """The lines of a text."""
        known = [*self._known]  # others may ask at the same time
        found = next((lines for each, lines in known if each == text), None)
        if found is None:
            found = _spliced(*known[-1], text) if known else text.split("\n")
            self._known.append((text, found))
        return found


_LINES = _Lines()


def _spliced(before: str, lines: list[str], text: str) -> list[str]:
    """The lines of a text, of which many are those of another: while somebody writes, all but one."""
    same = alike_at_start(before, text)
    start = before.rfind("\n", 0, same) + 1
    alike = alike_at_end(before, text, min(len(before), len(text)) - same)
    end = before.find("\n", len(before) - alike)
    first = before.count("\n", 0, start)
    if end < 0:
        return lines[:first] + text[start:].split("\n")
    last = before.count("\n", end)
    return lines[:first] + text[start : len(text) - len(before) + end].split("\n") + lines[-last:]


def _is_plain(text: str) -> bool:
    """Whether it has neither byte-order mark nor line ends of other makes."""
    return "\r" not in text and not text.startswith(MARK)


def plain(text: str) -> str:
    """The text without byte-order mark, its lines ending in plain newlines."""
    text = text.removeprefix(MARK)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def blocks(text: str) -> list[str]:
    """A plain text cut before each line at the margin that is no note; joined with newlines, they are the text.

    Nothing passes from one block to the next but the number of lines and the notes at the end.
    """
    return _BEFORE_THE_MARGIN.split(text)


def lay_out(text: str) -> Layout:
    """Cut a text into logical lines."""
    return lay_out_block(plain(text), 1, ())


def lay_out_block(block: str, number: int, above: tuple[Note, ...]) -> Layout:
    """Cut a block of a plain text into logical lines, given its first line's number and the notes that it hangs on."""
    lines = block.split("\n")
    return _straight(lines, number, above) or _Reader(above).read(lines, number)


def _straight(lines: list[str], first: int, above: tuple[Note, ...]) -> Layout | None:
    """The layout of a block whose margins are straight, and of which no line goes on: what `_Reader` finds, of nine
    blocks in ten, with a third less to do. None of any other.
    """
    rows: list[Row] = []
    waiting: list[tuple[int, str]] = []  # notes and blank lines not yet hung on a line: width, text
    depth = 0
    for number, raw in enumerate(lines, first):
        width, margin, text, note, goes_on = cut(raw)
        if goes_on or "\t" in margin:
            return None
        if not text:
            waiting.append((width, note))
            continue
        step = width // STEP
        if width % STEP or step > depth + 1 or (step and not rows):
            return None
        if waiting or above:
            depth = max(depth, step)  # the innermost block that is open here
            above = (*above, *[Note(said, min(wide // STEP, depth)) for wide, said in waiting])
            waiting.clear()
        rows.append(Row(step, text, (note,), above, (Piece(0, number, width + 1),)))
        above, depth = (), step
    return Layout(rows, (*above, *[Note(said, min(wide // STEP, depth)) for wide, said in waiting]))


@lru_cache(16384)
def cut(raw: str) -> Cut:
    """Cut one physical line into margin, content and note."""
    body = raw.lstrip()
    margin = raw[: len(raw) - len(body)]
    width = len(margin.expandtabs(STEP)) if "\t" in margin else len(margin)
    text, note, closed = _without_note(body)
    return Cut(width, margin, text, note, closed and text.endswith(","))


def _without_note(body: str) -> tuple[str, str, bool]:
    """The content, the note, and whether every quotation mark of the content is closed."""
    stripped = body.rstrip()
    if "--" not in body and not stripped.endswith(","):
        return stripped, "", True
    for match in _TEXT_OR_NOTE.finditer(body):
        if match[3]:
            return body[: match.start()].rstrip(), body[match.start() :].rstrip(), True
        if not (match[1] or match[2]):
            return stripped, "", False
    return stripped, "", True


class _Reader:
    """One reading of one text. `open` holds the widths of the blocks that are open, the margin's first."""

    def __init__(self, above: tuple[Note, ...]) -> None:
        self.layout = Layout()
        self.above = above  # notes that stand above the first line
        self.open = [0]
        self.waiting: list[tuple[int, str]] = []  # notes and blank lines not yet hung on a line: width, text
        self.row_width = 0  # of the logical line that may go on
        self.pieces: list[tuple[Piece, Cut, tuple[Note, ...]]] = []  # what it goes on with
        self.tabs: list[Edit] = []  # what mends each line of a run of lines with tabs
        self.noted: list[Edit] = []  # and each note among them
        self.tab = 0  # which diagnostic tells of the run
        self.crooked: list[int] = []  # which diagnostics tell of margins that are not straight
        self._moved = 0  # lines that are to come along in remedies: each crooked one of a block would move all of it
        self.lines: list[str] = []
        self.first = 1  # the number of the first of them

    def read(self, lines: list[str], first: int) -> Layout:
        """Read all lines, the first of them numbered `first`."""
        self.lines, self.first = lines, first
        going_on = False
        for number, raw in enumerate(lines, first):
            this = cut(raw)
            if not this.text:
                self.waiting.append((this.width, this.note))
                if this.note and "\t" in this.margin:
                    self.noted.append(_spaces(number, this))
                continue
            if "\t" in this.margin:
                self._tab(number, this)
            elif self.tabs or self.noted:
                self._end_tabs()
            if going_on and this.width > self.row_width:
                self._continue(number, this)
            else:
                if self.pieces:
                    self._close()
                self._begin(number, this)
            going_on = this.goes_on
        if self.pieces:
            self._close()
        self._end_tabs()
        self.layout.tail = self._notes()
        if self.crooked:
            self._straighten()
        return self.layout

    def _begin(self, number: int, this: Cut) -> None:
        width, inmost = this.width, self.open[-1]
        if width > inmost and width > self.row_width and self.layout.rows:
            if width != inmost + STEP:
                self._crooked(number, this, inmost + STEP)
            self.open.append(self._meant(number, width, inmost + STEP))
            above = self._notes()
        else:
            above = self._notes()
            if width != inmost:
                self._step_out(number, this)
        piece = Piece(0, number, len(this.margin) + 1)
        self.layout.rows.append(Row(len(self.open) - 1, this.text, (this.note,), above, (piece,)))
        self.row_width = width

    def _meant(self, number: int, width: int, want: int) -> int:
        """How wide a block is that its first line opens: as that is, unless the next shows that it alone is crooked."""
        if width == want:
            return width
        below = (cut(self.lines[place]) for place in range(number - self.first + 1, len(self.lines)))
        following = next((each.width for each in below if each.text), None)
        straight, crooked = (want, want + STEP), (width, width + STEP)
        stairs = width < want and following == width + 1
        return want if following in straight and following not in crooked and not stairs else width

    def _step_out(self, number: int, this: Cut) -> None:
        """Close the blocks that the line stands outside of. A width nobody opened is read as the nearest open one."""
        width = this.width
        if not self.layout.rows or width < self.open[0]:
            if not self.layout.rows:
                self._crooked(number, this, 0)
            self.open = [width]
            return
        keep = bisect_right(self.open, width)
        if keep == len(self.open):
            # The line above is crooked too, and was read as one of this block. Nothing stands beneath a line that it is
            # not indented further than.
            if width != self.row_width:
                self._crooked(number, this, self.open[-1])
        elif self.open[keep - 1] != width:
            inner, outer = self.open[keep], self.open[keep - 1]
            # Something indented stands beneath something, however little it is indented.
            if keep == 1 or inner - width <= width - outer:
                keep += 1
            self._crooked(number, this, self.open[keep - 1])
        del self.open[keep:]

    def _continue(self, number: int, this: Cut) -> None:
        row = self.layout.rows[-1]
        if not self.pieces:
            self.pieces = [(row.pieces[0], Cut(0, "", row.text, row.notes[0], True), ())]
        last, before, _ = self.pieces[-1]
        piece = Piece(last.offset + len(before.text) + 1, number, len(this.margin) + 1)
        self.pieces.append((piece, this, self._notes()))

    def _close(self) -> None:
        """Put the pieces of a line that went on together."""
        row = self.layout.rows[-1]
        row.text = " ".join(this.text for _, this, _ in self.pieces)
        row.notes = tuple(this.note for _, this, _ in self.pieces)
        row.pieces = tuple(piece for piece, _, _ in self.pieces)
        row.between = tuple(above for _, _, above in self.pieces)
        self.pieces = []

    def _notes(self) -> tuple[Note, ...]:
        """The waiting notes, each as deep as the innermost open block that its own width reaches."""
        if not self.waiting and not self.above:
            return ()
        found = [Note(text, max(bisect_right(self.open, width) - 1, 0)) for width, text in self.waiting]
        notes = (*self.above, *found)
        self.above, self.waiting = (), []
        return notes

    def _tab(self, number: int, this: Cut) -> None:
        """Report the first of a run of lines with tabs: the others would say the same."""
        edit = _spaces(number, this)
        if not self.tabs:
            self.tab = len(self.layout.diagnostics)
            self.layout.diagnostics.append(wrong.layout.TabInTheMargin(span=edit.span, edit=edit, line=this.text))
        self.tabs += [edit, *self.noted]
        self.noted = []

    def _end_tabs(self) -> None:
        """Give the one report of a run what mends its other lines."""
        if len(self.tabs) > 1:
            told = self.layout.diagnostics[self.tab]
            self.layout.diagnostics[self.tab] = replace(told, further=tuple(self.tabs[1:]))
        self.tabs, self.noted = [], []

    def _crooked(self, number: int, this: Cut, want: int) -> None:
        span = Span(number, 1, len(this.margin) + 1)
        first = not self.layout.rows
        beneath, *further_out = (
            wrong.layout.CrookedMargin(span=span, edit=Edit(span, " " * width), want=width, line=this.text, first=first)
            for width in dict.fromkeys((want, max(0, want - STEP), 0))
        )
        self.crooked.append(len(self.layout.diagnostics))
        self.layout.diagnostics.append(replace(beneath, instead=tuple(further_out)))

    def _straighten(self) -> None:
        """Give each crooked line what puts all lines of its block where they were read to stand.

        One line alone would no longer stand beside those that it was read to stand beside.
        """
        starts = [row.pieces[0].line for row in self.layout.rows if row.pieces[0].column == 1]
        rows = {row.pieces[0].line: place for place, row in enumerate(self.layout.rows)}
        blocks: dict[int, list[Edit]] = {}
        for edit in self._straight():
            blocks.setdefault(bisect_right(starts, edit.span.line), []).append(edit)
        for place in self.crooked:
            told = self.layout.diagnostics[place]
            edits = blocks.get(bisect_right(starts, told.span.line), [])
            if 0 < len(edits) <= MOST_MOVED:
                own = next((edit for edit in edits if edit.span.line == told.span.line), edits[0])
                others = tuple(edit for edit in edits if edit is not own)
                row = rows[told.span.line]
                outward = tuple(self._outward(each, row) for each in told.instead if self._moved < MOST_MOVED)
                self.layout.diagnostics[place] = replace(told, edit=own, further=others, instead=outward)

    def _outward(self, told: Diagnostic, first: int) -> Diagnostic:
        """A remedy that puts a line further out than it was read: the lines of its block come with it."""
        assert told.edit is not None
        rows = self.layout.rows[first : first + MOST_MOVED]
        depth, wide = rows[0].depth, len(told.edit.replacement)
        moved: list[Edit] = []
        for row in takewhile(lambda each: each.depth >= depth, rows):
            for number, piece in enumerate(row.pieces):
                width = wide + STEP * (row.depth - depth + (number > 0))
                moved.append(Edit(Span(piece.line, 1, piece.column), " " * width))
        self._moved += len(moved)
        return replace(told, edit=moved[0], further=tuple(moved[1:]))

    def _straight(self) -> Iterator[Edit]:
        """For each line that does not stand where it was read to stand, the margin that it should have."""
        for number, width in sorted(self._widths().items()):
            this = cut(self.lines[number - self.first])
            if this.margin != " " * width:
                yield Edit(Span(number, 1, len(this.margin) + 1), " " * width)

    def _widths(self) -> dict[int, int]:
        """How wide the margin of each line is meant to be. What a line goes on with stands one step further in."""
        found: dict[int, int] = {}
        last = self.first - 1
        for row in self.layout.rows:
            first, last = row.pieces[0].line, row.pieces[-1].line
            found.update(_note_widths(row.above, range(first - 1, self.first - 1, -1)))
            found[first] = STEP * row.depth
            beneath = range(first + 1, last + 1)
            found.update({n: STEP * (row.depth + 1) for n in beneath if self.lines[n - self.first].strip()})
        tail = range(self.first + len(self.lines) - 1, last, -1)
        return found | _note_widths(self.layout.tail, tail)


def _spaces(number: int, this: Cut) -> Edit:
    """What puts spaces in the place of a margin with tabs."""
    return Edit(Span(number, 1, len(this.margin) + 1), " " * this.width)


def _note_widths(notes: tuple[Note, ...], upwards: range) -> dict[int, int]:
    """The margins of notes that stand on these lines, from the last of them to the first."""
    return {number: STEP * note.depth for note, number in zip(reversed(notes), upwards, strict=False) if note.text}
