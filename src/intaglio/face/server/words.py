"""Words: what each token of a line is, from what the language knows of it, for whoever colours or explains it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from intaglio.face.server.outline import Mention, Role, Seat, Sort, is_among
from intaglio.lang.elsewhere import UNITS as THEIRS
from intaglio.lang.grammar import tokens
from intaglio.lang.layout import cut
from intaglio.lang.vocabulary import RESERVED, UNITS, Axes, Choice, Vocabulary

JOINING = frozenset(word.upper() for word in RESERVED)


class Class(Enum):
    """What a word is."""

    VERB = "verb"
    RECIPE = "recipe"  # a verb that is one
    MADE = "made"  # a name where it is given
    SETTING = "setting"
    JOINING = "joining"
    NUMBER = "number"
    UNIT = "unit"
    PATH = "path"
    TEXT = "text"
    COLOUR = "colour"
    CHOICE = "choice"
    MEASURE = "measure"
    REFERENCE = "reference"
    GROUP = "group"
    PARAMETER = "parameter"
    VERSION = "version"
    WORD = "word"  # any other
    PROSE = "prose"
    NOTE = "note"


class Word(NamedTuple):
    """A word at `line.text[start:end]`, and what it mentions, if anything."""

    kind: Class
    start: int
    end: int
    text: str
    mention: Mention | None = None


class Lexed(NamedTuple):
    """A token, without the parser's type."""

    kind: str
    start: int
    end: int
    text: str


_PLAIN = {
    "NUMBER": Class.NUMBER,
    "PERCENT": Class.UNIT,
    "STRING": Class.TEXT,
    "OPEN_STRING": Class.TEXT,
    "PATH": Class.PATH,
    "COLOUR": Class.COLOUR,
    "VERSION": Class.VERSION,
}
_OF = {
    Sort.STAGE: Class.REFERENCE,
    Sort.LET: Class.REFERENCE,
    Sort.GROUP: Class.GROUP,
    Sort.PART: Class.REFERENCE,
    Sort.RECIPE: Class.RECIPE,
    Sort.PARAMETER: Class.PARAMETER,
}


@lru_cache(16384)
def lexed(text: str) -> tuple[Lexed, ...]:
    """The tokens of a line. Total."""
    return tuple(Lexed(token.type, token.start_pos or 0, token.end_pos or 0, str(token)) for token in tokens(text))


def words_of(seat: Seat, vocabulary: Vocabulary) -> Iterator[Word]:
    """Every word of a line but its notes, in order. Signs are none."""
    mentions = {mention.start: mention for mention in seat.mentions}
    before, is_first = "", True
    for token in lexed(seat.line.text):
        mention = mentions.get(token.start)
        kind = _kind(token, before, is_first, mention, seat, vocabulary)
        if kind is not None:
            yield Word(kind, token.start, token.end, token.text, mention)
        is_first = token.kind in ("EACH", "LET", "TAKES") and is_first
        before = token.kind


def _kind(
    token: Lexed, before: str, is_first: bool, mention: Mention | None, seat: Seat, vocabulary: Vocabulary
) -> Class | None:
    if token.kind in _PLAIN:
        return _PLAIN[token.kind]
    if token.kind in JOINING:
        return Class.JOINING
    if token.kind != "NAME":
        return None
    if mention is not None and mention.gives:
        return Class.MADE
    if mention is not None:
        return _OF[mention.named.sort]
    if is_first:
        return Class.SETTING if seat.role in (Role.SETTING, Role.PART) else Class.VERB
    if before in ("NUMBER", "RIGHT") and (token.text in UNITS or token.text in THEIRS):
        return Class.UNIT
    return _bare(token.text, seat, vocabulary)


def _bare(word: str, seat: Seat, vocabulary: Vocabulary) -> Class:
    if any(isinstance(kind, Choice) and is_among(kind, word) for kind in seat.types):
        return Class.CHOICE
    if word in vocabulary.measures:
        return Class.MEASURE
    if any(isinstance(kind, Axes) for kind in seat.types):
        return Class.SETTING
    return Class.WORD


def note_starts(line: str) -> int | None:
    """Where the note of a physical line begins, counted from 0; None without one."""
    this = cut(line)
    return len(line.rstrip()) - len(this.note) if this.note else None
