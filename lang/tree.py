"""The syntax tree: what was written, all of it, before anything is understood.

Comes out of the parser and goes to the checker and the formatter. Every character of the text can be found again:
notes and blank lines hang on the line that they stand above, and each node knows its place. It refuses to know what
a word means.
"""

from __future__ import annotations

from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.span import Span

# Values -----------------------------------------------------------------------------------------------------------
# `start` and `end` are offsets into the logical line's text; `Line.span` turns them into a place in the file.


@dataclass(frozen=True, slots=True)
class Quantity:
    """`256 px`, `40%`, `0.8`: a number as written, and its unit as written, or None."""

    number: str
    unit: str | None
    start: int
    end: int
    unit_start: int = -1  # where the unit begins; -1 without one


@dataclass(frozen=True, slots=True)
class Reference:
    """`side`, `gan`, `dream.recollection`: names, which the checker reads by their place."""

    parts: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """`"a bowl"`: its content, without the marks and with escapes undone."""

    content: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Path:
    """`./photos/`, `hf:owner/model`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Colour:
    """`#rrggbb`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Version:
    """`v2.1`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`left operator right`, with operator one of `+ - * /` (normalised from × ÷ −)."""

    operator: str
    left: Node
    right: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signed:
    """`- 3` or `+3`."""

    sign: str
    value: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Range:
    """`3 to 9` or `3 to 9 by 2`."""

    low: Node
    high: Node
    step: Node | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extent:
    """`512 px by 640 px`: width by height."""

    width: Node
    height: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """`width >= 400 px`, `faces is 1`; operator one of `>= <= != > < is` (normalised from ≥ ≤ ≠)."""

    operator: str
    left: Node
    right: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Logical:
    """`left and right`, `left or right`."""

    operator: str
    left: Node
    right: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Negation:
    """`not blur > 40%`."""

    value: Node
    start: int
    end: int


Node = (
    Quantity
    | Reference
    | Text
    | Path
    | Colour
    | Version
    | Arithmetic
    | Signed
    | Range
    | Extent
    | Comparison
    | Logical
    | Negation
)

# Lines ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word:
    """The word that a line begins with."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """`from a, b`, `with m`, `at v2.1`, `every 25 epochs`. `word` is one of from, with, at, every."""

    word: str
    values: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    """What the parser did to a broken line so that it has a tree.

    `action` is insert (a token of kind `expected` was missing before `token`), delete (`token` was left out), replace
    (`token` was read as a token of kind `expected`), drop (everything from it on was left out) or rewrite (`token` is
    the place where the line is written as elsewhere). `before` is the text of the token before, or "" at the start.
    `token_kind` and `expected` are the grammar's terminal names (NAME, NUMBER, COMMA, STRAY, OPEN_STRING, $END, …).
    """

    action: str
    token: str
    token_kind: str
    expected: str
    before: str
    before_kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Where one physical line's share of a logical line lies: text[offset:] begins at (line, column)."""

    offset: int
    line: int
    column: int


@dataclass(slots=True, eq=False)
class Stand:
    """Where lines that belong together stand: so many lines further down than they were read. It moves them all."""

    by: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A logical line, understood as far as grammar goes, with what is indented beneath it.

    `form` is plain (`word values clauses`), let, takes, each, lead (only clauses), item (only values) or broken (not
    even repair gave a tree; `head` and `values` are empty). For `let side = 256 px` the head is `let`'s name, `side`,
    and values hold the value; for `takes waist as 8 to 2048 = 200` the head is `waist`, values hold its type, and
    `default` its default; for `each guidance 1, 3` the head is `guidance`.

    `placed` makes another line of it, which shares all with it but where it stands; what is beneath follows when it is
    asked for.
    """

    form: str
    head: Word | None
    values: tuple[Node, ...]
    clauses: tuple[Clause, ...]
    _children: tuple[Line, ...]
    text: str  # without indentation and note
    note: str  # the margin note as written, with its dashes, or ""
    above: tuple[str, ...]  # whole-line notes above, as written, and "" for each blank line
    _pieces: tuple[Piece, ...]  # at least one
    depth: int
    repairs: tuple[Repair, ...] = ()
    default: Node | None = None
    _stand: Stand = field(default_factory=Stand)

    def __eq__(self, other: object) -> bool:
        """Whether they say the same, at the same place."""
        return self is other or (isinstance(other, Line) and self._said() == other._said())

    def __hash__(self) -> int:
        return hash((self.text, self.number))

    def _said(self) -> tuple[object, ...]:
        said = (self.form, self.head, self.values, self.clauses, self.children, self.text, self.note, self.above)
        return (*said, self.pieces, self.depth, self.repairs, self.default)

    @property
    def children(self) -> tuple[Line, ...]:
        """What is beneath it."""
        children = self._children
        if children and children[0]._stand is not self._stand:
            children = tuple(child.placed(self._stand) for child in children)
            object.__setattr__(self, "_children", children)
        return children

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its physical lines, at least one."""
        by = self._stand.by
        return (
            tuple(Piece(piece.offset, piece.line + by, piece.column) for piece in self._pieces) if by else self._pieces
        )

    def placed(self, stand: Stand) -> Line:
        """The same line, standing elsewhere."""
        return Line(
            self.form,
            self.head,
            self.values,
            self.clauses,
            self._children,
            self.text,
            self.note,
            self.above,
            self._pieces,
            self.depth,
            self.repairs,
            self.default,
            stand,
        )

    @property
    def number(self) -> int:
        """The physical line that it begins on, from 1."""
        return self._pieces[0].line + self._stand.by

    @property
    def last(self) -> int:
        """The physical line that it ends on."""
        return self._pieces[-1].line + self._stand.by

    @property
    def end(self) -> int:
        """The physical line that all beneath it ends on."""
        line = self
        while line.children:
            line = line.children[-1]
        return line.last

    def alone(self) -> Line:
        """The line without what is beneath it."""
        return replace(self, _children=())

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place of text[start:end]; without arguments, of the whole line. Cut at the physical line's end."""
        stop = len(self.text) if end is None else end
        pieces = self._pieces
        piece = pieces[0]
        if len(pieces) > 1:
            piece = next(p for p in reversed(pieces) if p.offset <= start or p is pieces[0])
            following = [p.offset for p in pieces if p.offset > start]
            stop = min([stop, *(offset - 1 for offset in following)])
        column = piece.column + start - piece.offset
        return Span(piece.line + self._stand.by, column, max(column + stop - start, column + 1))

    def part(self, start: int, end: int, *, deeper: bool) -> Line:
        """A line that says nothing yet, for what stands at text[start:end]: beside it, or one step deeper."""
        first = max(number for number, piece in enumerate(self._pieces) if number == 0 or piece.offset <= start)
        begins, *more = self._pieces[first:]
        pieces = [Piece(0, begins.line, begins.column + start - begins.offset)]
        pieces += [Piece(each.offset - start, each.line, each.column) for each in more if each.offset < end]
        said, depth = self.text[start:end], self.depth + deeper
        return Line(
            form="broken",
            head=None,
            values=(),
            clauses=(),
            _children=(),
            text=said,
            note="",
            above=(),
            _pieces=(*pieces,),
            depth=depth,
            _stand=self._stand,
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A line's text[start:end], wherever the line stands."""

    line: Line
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its place now."""
        return self.line.span(self.start, self.end)

    @property
    def order(self) -> tuple[int, int]:
        """What passages are sorted by, sooner told than where they are."""
        return self.line.number, self.start


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole script: the lines at the margin, and the notes and blank lines after the last of them."""

    lines: tuple[Line, ...]
    tail: tuple[str, ...]
    text: str


def parts_of(node: Node) -> tuple[Node, ...]:
    """The values that a value is put together of."""
    match node:
        case Arithmetic(left=left, right=right) | Comparison(left=left, right=right) | Logical(left=left, right=right):
            return (left, right)
        case Signed(value=value) | Negation(value=value):
            return (value,)
        case Range(low=low, high=high, step=step):
            return (low, high) if step is None else (low, high, step)
        case Extent(width=width, height=height):
            return (width, height)
        case _:
            return ()
