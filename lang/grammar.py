"""The grammar of one logical line: its tokens, and what the rules of `grammar.lark` make of them.

What leaves it is our own tree. The tables of the grammar lie ready in `grammar.json` (see `automaton.py`).
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from typing import Any, NamedTuple, cast

from intaglio.lang.automaton import Automaton, Reading, Rule, Tables, Token, Unexpected
from intaglio.lang.tree import (
    Arithmetic,
    Clause,
    Colour,
    Comparison,
    Extent,
    Logical,
    Negation,
    Node,
    Path,
    Quantity,
    Range,
    Reference,
    Signed,
    Text,
    Version,
    Word,
)

# What people type or paste, and what it means. The formatter writes the right-hand side.
OPERATORS = {"≥": ">=", "≤": "<=", "≠": "!=", "−": "-", "×": "*", "÷": "/"}


class Sentence(NamedTuple):
    """What a line says, before it has a place. See `tree.Line` for the fields."""

    form: str
    head: Word | None = None
    values: tuple[Node, ...] = ()
    clauses: tuple[Clause, ...] = ()
    default: Node | None = None


def tokens(text: str) -> list[Token]:
    """The tokens of a line. Total: whatever the language has no use for is a token that no rule takes."""
    return _line().tokens(text)


def begin() -> Reading:
    """A line at its beginning, to be fed tokens."""
    return _line().reading()


def understand(text: str) -> Sentence:
    """Read a line that follows the grammar. Raises `Unexpected` for any other."""
    return cast("Sentence", _line().read(text))


def is_read(text: str) -> bool:
    """Whether a line follows the grammar."""
    try:
        understand(text)
    except Unexpected:
        return False
    return True


@cache
def _line() -> Automaton:
    return Automaton(_tables(), lambda name: getattr(RULES, name, list))  # rules of one value make nothing of it


def _tables() -> Tables:
    """The tables as they are kept, where the grammar is still that which they were made of."""
    kept: dict[str, Any] = json.loads(_packaged("grammar.json"))
    if kept.pop("source") != source():
        from intaglio.lang import tables

        return tables.made(source())
    return Tables(**{**kept, "rules": [Rule(*rule) for rule in kept["rules"]]})


def source() -> str:
    """The grammar, as it is written."""
    return _packaged("grammar.lark")


def _packaged(name: str) -> str:
    loader: Any = __spec__.loader  # from wherever this module came
    said: bytes = loader.get_data(f"{__file__.rpartition('grammar')[0]}{name}")
    return said.decode()


def content(token: str) -> str:
    """What a text says: without its marks, and in straight ones with `\\"` and `\\\\` undone."""
    inside = token[1:-1]
    if token[0] != '"' or "\\" not in inside:
        return inside
    pieces = inside.split("\\\\")
    return "\\".join(piece.replace('\\"', '"') for piece in pieces)


def _plain(token: Token) -> str:
    """A name's letters in one spelling, so that an accent typed apart is the accent typed whole."""
    return str(token) if token.isascii() else unicodedata.normalize("NFC", token)


class _Rules:
    """One method for each rule of the grammar: its children in, its node out."""

    # Lines

    def let_line(self, children: list[Any]) -> Sentence:
        return Sentence("let", _word(children[1]), children[3])

    def takes_line(self, children: list[Any]) -> Sentence:
        default = children[5] if len(children) > 5 else None
        return Sentence("takes", _word(children[1]), (children[3],), default=default)

    def each_line(self, children: list[Any]) -> Sentence:
        return _sentence("each", children[1], children[2:])

    def plain_line(self, children: list[Any]) -> Sentence:
        return _sentence("plain", children[0], children[1:])

    def lead_line(self, children: list[Any]) -> Sentence:
        return Sentence("lead", clauses=tuple(children))

    def item_line(self, children: list[Any]) -> Sentence:
        clauses = tuple(child for child in children if isinstance(child, Clause))
        values = tuple(child for child in children if not isinstance(child, Clause | Token))
        return Sentence("item", None, values, clauses)

    def values(self, children: list[Any]) -> tuple[Node, ...]:
        return tuple(children[::2])

    def clause(self, children: list[Any]) -> Clause:
        word, said = children
        values = said if isinstance(said, tuple) else (said,)
        return Clause(str(word), values, word.start_pos, values[-1].end)

    # Values that join others

    def logical(self, children: list[Any]) -> Logical:
        left, operator, right = children
        return Logical(str(operator), left, right, left.start, right.end)

    def negated(self, children: list[Any]) -> Negation:
        word, value = children
        return Negation(value, word.start_pos, value.end)

    def comparison(self, children: list[Any]) -> Comparison:
        left, operator, right = children
        return Comparison(OPERATORS.get(operator, str(operator)), left, right, left.start, right.end)

    def range(self, children: list[Any]) -> Range:
        low, _, high, *step = children
        last = step[1] if step else None
        return Range(low, high, last, low.start, (last or high).end)

    def extent(self, children: list[Any]) -> Extent:
        width, _, height = children
        return Extent(width, height, width.start, height.end)

    def arithmetic(self, children: list[Any]) -> Arithmetic:
        left, operator, right = children
        return Arithmetic(OPERATORS.get(operator, str(operator)), left, right, left.start, right.end)

    def with_sign(self, children: list[Any]) -> Signed:
        sign, value = children
        return Signed(OPERATORS.get(sign, str(sign)), value, sign.start_pos, value.end)

    def enclosed(self, children: list[Any]) -> Node:
        return cast("Node", children[1])

    # Values

    def quantity(self, children: list[Any]) -> Quantity:
        number = children[0]
        if len(children) == 1:
            return Quantity(str(number), None, number.start_pos, number.end_pos)
        unit = children[1]
        return Quantity(str(number), _plain(unit), number.start_pos, unit.end_pos, unit.start_pos)

    def reference(self, children: list[Any]) -> Reference:
        if len(children) == 1:
            token = children[0]
            return Reference((_plain(token),), token.start_pos, token.end_pos)
        names = children[::2]
        return Reference(tuple(map(_plain, names)), names[0].start_pos, names[-1].end_pos)

    def text(self, children: list[Any]) -> Text:
        token = children[0]
        return Text(content(token), token.start_pos, token.end_pos)

    def path(self, children: list[Any]) -> Path:
        token = children[0]
        return Path(str(token), token.start_pos, token.end_pos)

    def colour(self, children: list[Any]) -> Colour:
        token = children[0]
        return Colour(str(token), token.start_pos, token.end_pos)

    def version(self, children: list[Any]) -> Version:
        token = children[0]
        return Version(str(token), token.start_pos, token.end_pos)


RULES = _Rules()


def _word(token: Token) -> Word:
    return Word(_plain(token), token.start_pos, token.end_pos)


def _sentence(form: str, head: Token, said: list[Any]) -> Sentence:
    """A line of a word, perhaps its values, and its clauses."""
    values: tuple[Node, ...] = ()
    if said and isinstance(said[0], tuple):
        values, said = said[0], said[1:]
    return Sentence(form, _word(head), values, tuple(said))
