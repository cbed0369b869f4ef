"""Spelling: one line as gen spells it. Words stay; spaces, signs, quotation marks and units become canonical."""

from __future__ import annotations

from collections.abc import Collection

from intaglio.lang.elsewhere import UNITS
from intaglio.lang.grammar import OPERATORS, content, tokens

_TIGHT_BEFORE = frozenset({"COMMA", "PERCENT", "DOT", "RIGHT"})
_TIGHT_AFTER = frozenset({"DOT", "LEFT"})
# Written together, two signs would begin a note, and a path would take the parenthesis for its own.
_APART = frozenset({("SIGN", "SIGN"), ("PATH", "RIGHT")})
_ENDS_A_VALUE = frozenset({"NUMBER", "PERCENT", "NAME", "STRING", "PATH", "COLOUR", "VERSION", "RIGHT"})


def spell(text: str) -> str:
    """The canonical spelling of a line that follows the grammar, in one piece."""
    return " ".join(spell_pieces(text))


def spell_pieces(text: str, breaks: Collection[int] = ()) -> list[str]:
    """The canonical spelling, a new piece at each of the offsets `breaks`, where a physical line goes on."""
    pieces = [""]
    before = ""  # the kind of the token before
    ended = False  # whether that token ended a value, so that a sign after it stands between two values
    tight = True  # whether it holds on to the token after it
    for position, token in enumerate(tokens(text)):
        kind, word = token.type, _word(token.type, str(token), before)
        unary = kind == "SIGN" and not ended
        if token.start_pos in breaks:
            pieces.append("")
        elif (not tight and kind not in _TIGHT_BEFORE and word != "%") or (before, kind) in _APART:
            pieces[-1] += " "
        pieces[-1] += word
        is_head = position == (1 if before == "EACH" else 0)
        before, ended = kind, kind in _ENDS_A_VALUE and not is_head
        tight = unary or kind in _TIGHT_AFTER
    return pieces


def _word(kind: str, word: str, before: str) -> str:
    if kind == "STRING" and word[0] != '"':
        return '"' + content(word).replace("\\", "\\\\") + '"'
    if kind == "NAME" and before == "NUMBER":
        return UNITS.get(word, word)
    return OPERATORS.get(word, word)
