"""The grammar's regular expressions, put so that other engines read them alike.

Python's come in; Oniguruma's (TextMate) and tree-sitter's go out. Both engines have another idea of `\\w` and `\\d`
than Python, so letters and digits are named by their Unicode categories. Tree-sitter looks neither ahead nor behind,
and takes the longest match instead of the first.
"""

from __future__ import annotations

import re

from intaglio.lang.tables import patterns
from intaglio.lang.vocabulary import RESERVED

PATTERNS = patterns()
SPACES = r" \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # but no newline
BLANK = r"[^\S\n]"

# Letters that Unicode lists only by the first and the last of them; tree-sitter's tables leave them out.
_UNLISTED = r"\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}"
_CLASSES = {r"\w": r"\p{L}\p{N}_", r"\d": r"\p{Nd}"}
_NARROWER = {r"[^\W\d_]": r"[\p{L}\p{Nl}\p{No}]", r"[^\W_]": r"[\p{L}\p{N}]"}
_ATOM = re.compile(r"\[\^?(?:\\.|[^\]\\])*\]|\\.|.", re.DOTALL)
_BOUNDED = re.compile(r"(\[(?:\\.|[^\]\\])*\])(\{\d+,\d+\})\+")
_LOOK = re.compile(r"\(\?<?[=!](?:\[(?:\\.|[^\]\\])*\]|[^()\[])*\)|\\b")


def oniguruma(pattern: str) -> str:
    """A pattern as TextMate's engine reads it. There `{0,30}+` repeats, and is not possessive."""
    pattern = _BOUNDED.sub(r"(?>\1\2)", pattern)
    pattern = pattern.replace(r"\b", r"(?!\w)")
    return _written(pattern, {})


def treesitter(name: str) -> str:
    """A terminal's pattern as tree-sitter reads it. Raises ValueError where it cannot do without looking about."""
    pattern = PATTERNS[name]
    if name == "NAME":
        pattern = pattern.replace(r"-(?=[^\W_])", r"-[^\W_]")
    elif name == "PATH":
        pattern = _path(pattern)
    elif name == "FOREIGN_NOTE":
        pattern = rf"(?:#|\/\/|[—–])[{SPACES}].*"
    elif name in ("VERSION", "COLOUR", "NUMBER"):  # there the longest match is the right one
        pattern = _LOOK.sub("", pattern)
    if _LOOK.search(pattern):
        raise ValueError(f"{name} looks about itself: {pattern}")
    pattern = _BOUNDED.sub(r"\1*", pattern).replace("*+", "*").replace(".*", f"(?:[^\\n]*[^\\n{SPACES}])?")
    return _written(pattern, {r"\s": rf"\n{SPACES}"}, no_newline=True).replace(r"\p{L}", rf"\p{{L}}{_UNLISTED}")


def not_before() -> str:
    """What must not follow a word, so that it is the whole word. For TextMate."""
    _, _, rest = PATTERNS["NAME"].partition("(?:")
    return f"(?!{oniguruma(rest.removesuffix(')*'))})"


def joining() -> str:
    """Any joining word, whole. For TextMate."""
    return f"(?:{'|'.join(sorted(RESERVED))}){not_before()}"


def _path(pattern: str) -> str:
    """A path that is only its first segment and a slash has one: without it the slash divides."""
    opening, looking, closing = pattern.partition(r"|(?<=[\w.~]\/)(?=[\s,;" + '"“”„]|$))')
    first, slash, rest = opening.rpartition(r"?\/(?:")
    if not (looking and slash) or closing:
        raise ValueError(f"PATH is another than it was: {pattern}")
    return rf"{first}?\/{rest}|{first}\/"


def _written(pattern: str, more: dict[str, str], no_newline: bool = False) -> str:
    """The pattern with its classes spelt out, and every character above ASCII as an escape where it is no mark."""
    written = []
    for atom in _ATOM.findall(pattern):
        if atom in _NARROWER:
            atom = _NARROWER[atom]
        elif atom.startswith("["):
            for short, long in (_CLASSES | more).items():
                atom = atom.replace(short, long)
            if no_newline and atom.startswith("[^") and r"\n" not in atom:
                atom = rf"[^\n{atom[2:]}"
        elif atom in _CLASSES:
            atom = f"[{_CLASSES[atom]}]"
        written.append(atom)
    return "".join(map(_shown, "".join(written)))


def _shown(letter: str) -> str:
    """A letter, or its escape where a reader would see an accent on its neighbour, or nothing."""
    place = ord(letter)
    readable = place < 0x300 or 0x2010 <= place <= 0x2044 or 0x2200 <= place <= 0x22FF
    return letter if readable else f"\\u{place:04x}"
