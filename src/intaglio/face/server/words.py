"""Words: what each word of a line is, for whoever colours or explains it.

The table of tokens (`lang.tokens`) says what a word is by its place; what it means is added here: which names, choices
and measures there are, and which lines are stages.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from intaglio.face.server.outline import Mention, Role, Seat, Sort, is_among
from intaglio.lang import tokens
from intaglio.lang.elsewhere import UNITS as THEIRS
from intaglio.lang.layout import cut
from intaglio.lang.vocabulary import UNITS, Axes, Choice, Vocabulary


class Class(Enum):
    """What a word is. Those of the table are called as they are there."""

    PROSE = "prose"
    NOTE = "note"
    VERB = "verb"
    MADE = "made"  # a name where it is given
    SETTING = "setting"
    TERM = "term"  # the same of a value, or of what a recipe takes
    JOINING = "joining"
    WORD = "word"  # any that nothing is known of
    NUMBER = "number"
    UNIT = "unit"
    TEXT = "text"
    PATH = "path"
    COLOUR = "colour"
    VERSION = "version"
    RECIPE = "recipe"  # a verb that is one
    CHOICE = "choice"
    MEASURE = "measure"
    REFERENCE = "reference"
    GROUP = "group"
    PARAMETER = "parameter"


class Word(NamedTuple):
    """A word at `line.text[start:end]`, and what it mentions, if anything."""

    kind: Class
    start: int
    end: int
    text: str
    mention: Mention | None = None


_SIGNS = frozenset({"operator", "punctuation", "stray"})
_OF = {
    Sort.STAGE: Class.REFERENCE,
    Sort.LET: Class.REFERENCE,
    Sort.GROUP: Class.GROUP,
    Sort.PART: Class.REFERENCE,
    Sort.RECIPE: Class.RECIPE,
    Sort.PARAMETER: Class.PARAMETER,
}


def words_of(seat: Seat, vocabulary: Vocabulary) -> Iterator[Word]:
    """Every word of a line but its notes, in order. Signs are none."""
    mentions = {mention.start: mention for mention in seat.mentions}
    head = seat.line.head.start if seat.line.head else None
    before = ""
    for token in tokens.words(seat.line.text, seat.line.pieces[0].column == 1):
        mention = mentions.get(token.start)
        if token.kind not in _SIGNS:
            kind = Class(token.kind)
            if token.terminal == "NAME":
                is_head = token.start == head and seat.line.form == "plain"
                kind = (
                    _named(mention, seat) or (is_head and _head(seat)) or _meant(token, kind, before, seat, vocabulary)
                )
            yield Word(kind, token.start, token.end, token.text, mention)
        before = token.terminal


def _named(mention: Mention | None, seat: Seat) -> Class | None:
    """What a name is that is known."""
    if mention is None:
        return None
    if mention.gives:
        return Class.GROUP if seat.role is Role.GROUP else Class.TERM if _is_term(mention) else Class.MADE
    return _OF[mention.named.sort]


def _is_term(mention: Mention) -> bool:
    return mention.named.sort in (Sort.LET, Sort.PARAMETER)


def _head(seat: Seat) -> Class | None:
    """What the first word of a line is where it is known what the line is: indented, a stage looks like a setting."""
    if seat.role is Role.STAGE:
        return Class.VERB
    return Class.SETTING if seat.setting is not None else None


def _meant(token: tokens.Word, kind: Class, before: str, seat: Seat, vocabulary: Vocabulary) -> Class:
    """What a word is that no name is known by."""
    if kind is not Class.WORD:
        return kind
    if before == "RIGHT" and (token.text in UNITS or token.text in THEIRS):
        return Class.UNIT
    if any(isinstance(each, Choice) and is_among(each, token.text) for each in seat.types):
        return Class.CHOICE
    if token.text in vocabulary.measures:
        return Class.MEASURE
    return Class.SETTING if any(isinstance(each, Axes) for each in seat.types) else Class.WORD


def note_starts(line: str) -> int | None:
    """Where the note of a physical line begins, counted from 0; None without one."""
    this = cut(line)
    return len(line.rstrip()) - len(this.note) if this.note else None
