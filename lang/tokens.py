"""Highlighting: what each word of a score is, and what editors call that.

`KINDS` is the one table of kinds. `marks` reads a text with the language's own layout and lexer, and gives each word
its kind by its place; the Pygments lexer is made of it, and the language server's colours begin with it. `editors/`
writes the TextMate grammar and the tree-sitter grammar of the same table and the same terminals. It refuses to know
whether a word means anything: verbs and settings are not reserved, so they are told by where they stand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from intaglio.lang.grammar import tokens
from intaglio.lang.layout import Row, cut, lay_out, physical_lines


class Kind(NamedTuple):
    """A kind of word: what it is called here, in TextMate's scopes, in tree-sitter's captures, and by Pygments.

    `semantic` is the language server protocol's type of it and, after dots, the modifiers; none for a sign.
    """

    name: str
    textmate: str
    treesitter: str
    pygments: str
    semantic: str = ""


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "prose",
            "comment.line.double-dash.prose",
            "comment.documentation",
            "Comment.Single",
            "comment.documentation.prose",
        ),
        Kind("note", "comment.line.double-dash", "comment", "Comment.Special", "comment"),
        Kind("verb", "keyword.other.verb", "keyword", "Keyword", "keyword"),
        Kind("made", "entity.name.function", "function", "Name.Function", "variable.declaration"),
        Kind("setting", "support.type.property-name", "property", "Name.Attribute", "property"),
        Kind("term", "variable.other.constant", "constant", "Name.Constant", "variable.declaration"),
        Kind("joining", "keyword.control", "keyword.operator", "Operator.Word", "operator"),
        Kind("word", "variable.other", "variable", "Name", "variable"),
        Kind("number", "constant.numeric", "number", "Number", "number"),
        Kind("unit", "keyword.other.unit", "type", "Keyword.Type", "type"),
        Kind("text", "string.quoted.double", "string", "String.Double", "string"),
        Kind("path", "string.unquoted.path", "string.special.path", "String.Other", "string.path"),
        Kind("colour", "constant.other.color", "string.special", "Literal", "number.colour"),
        Kind("version", "constant.other.version", "string.special.symbol", "Literal.Date", "number.version"),
        Kind("operator", "keyword.operator", "operator", "Operator"),
        Kind("punctuation", "punctuation.separator", "punctuation.delimiter", "Punctuation"),
        Kind("stray", "invalid.illegal", "error", "Error"),
    )
}

# What the grammar's terminals are, where their place says nothing else. Those that are left out are joining words.
TERMINALS: Mapping[str, str] = {
    "NAME": "word",
    "NUMBER": "number",
    "PERCENT": "unit",
    "STRING": "text",
    "OPEN_STRING": "text",
    "PATH": "path",
    "COLOUR": "colour",
    "VERSION": "version",
    "EQUAL": "operator",
    "COMPARE": "operator",
    "SIGN": "operator",
    "SCALE": "operator",
    "COMMA": "punctuation",
    "DOT": "punctuation",
    "LEFT": "punctuation",
    "RIGHT": "punctuation",
    "FOREIGN_STRING": "stray",
    "FOREIGN_SIGN": "stray",
    "FOREIGN_NUMBER": "stray",
    "FOREIGN_PATH": "stray",
    "FOREIGN_NOTE": "stray",
    "STRAY": "stray",
}

# The verbs of `gen 1` that may stand indented, in a group or a recipe. Only there are they told by name: `write litany`
# and `rows prompt` look alike. None of them is a setting's name.
VERBS = frozenset(
    "bend borrow compose dataset film group measure merge perform print rebuild sample show train tune vary walk "
    "write".split()
)
GIVES = "gives"  # not reserved, and no setting either


class Word(NamedTuple):
    """A word or sign at text[start:end] of a logical line: the grammar's terminal, and its kind."""

    terminal: str
    start: int
    end: int
    text: str
    kind: str


class Mark(NamedTuple):
    """What stands at text[start:end] of a physical line; lines and columns count from 1."""

    line: int
    start: int
    end: int
    kind: str


def marks(text: str) -> list[Mark]:
    """Every word, sign and note of a text, in the order of their places. Total on any string."""
    found = [mark for row in lay_out(text).rows for mark in _marks_of_row(row)]
    lines_of_rows = {mark.line for mark in found}
    found += _notes(physical_lines(text), lines_of_rows)
    return sorted(found)


def _notes(lines: list[str], lines_of_rows: set[int]) -> Iterator[Mark]:
    """Notes: prose where they have a line of their own."""
    for number, raw in enumerate(lines, 1):
        note = cut(raw).note
        if note:
            start = raw.rindex(note) + 1
            yield Mark(number, start, start + len(note), "note" if number in lines_of_rows else "prose")


@lru_cache(16384)
def words(text: str, at_margin: bool) -> tuple[Word, ...]:
    """The words of a logical line without its note, in order. Total."""
    found = tokens(text)
    kinds = _kinds([(token.type, str(token)) for token in found], at_margin)
    placed = zip(found, kinds, strict=True)
    return tuple(Word(t.type, t.start_pos or 0, t.end_pos or 0, str(t), kind) for t, kind in placed)


def _marks_of_row(row: Row) -> Iterator[Mark]:
    offsets = [piece.offset for piece in row.pieces]
    for word in words(row.text, row.pieces[0].column == 1):
        piece = row.pieces[bisect_right(offsets, word.start) - 1]
        start = piece.column + word.start - piece.offset
        yield Mark(piece.line, start, start + len(word.text), word.kind)


def _kinds(words: Sequence[tuple[str, str]], at_margin: bool) -> list[str]:
    """The kind of each of a line's words, given as terminal and text."""
    kinds = [TERMINALS.get(terminal, "joining") for terminal, _ in words]
    for place in range(1, len(words)):
        if words[place][0] == "NAME" and words[place - 1][0] == "NUMBER":
            kinds[place] = "unit"
    head = _head(words, at_margin)
    return [*head, *kinds[len(head) :]]


def _head(words: Sequence[tuple[str, str]], at_margin: bool) -> tuple[str, ...]:
    """The kinds of the words that a line begins with, as far as it is their place that tells them."""
    first, second, third = ([terminal for terminal, _ in words[:3]] + [""] * 3)[:3]
    named = second == "NAME"
    if first in ("LET", "TAKES", "EACH"):
        return ("joining", "setting" if first == "EACH" else "term") if named else ("joining",)
    if first != "NAME":
        return ()
    if at_margin:
        return ("verb", "made") if named else ("verb",)
    if words[0][1] == GIVES:
        return ("joining",)
    if named and (words[0][1] in VERBS or third in ("FROM", "WITH")):
        return ("verb", "made")
    return ("setting",)
