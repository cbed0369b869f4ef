"""Text on its way to a terminal: what is seen of it, how many cells it takes, where it breaks.

Comes in as an artist's text, which may hold anything; goes out without a character that a terminal would obey. It
refuses to know what the text says.
"""

from __future__ import annotations

import shlex
import unicodedata
from functools import lru_cache

TAB = "→ "


@lru_cache(maxsize=4096)
def shown(character: str) -> str:
    """One character as it may be printed: controls become their pictures, bidirectional marks their numbers."""
    code = ord(character)
    if character == "\t":
        return TAB
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character != "\u200d":
        return f"<U+{code:04X}>"
    return character


def visible(text: str) -> str:
    """A text on one line, with nothing in it that a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(shown, text))


def pasted(*words: object) -> str:
    """A command line as it can be pasted into a shell, with nothing in it that a terminal would obey."""
    return visible(shlex.join(map(str, words)))


def cells(text: str) -> int:
    """How many columns of a terminal a visible text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character) for character in text)


@lru_cache(maxsize=4096)
def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def fit(text: str, width: int) -> str:
    """A visible text cut to at most `width` cells, with `…` where something was left out."""
    if cells(text) <= width:
        return text
    kept = ""
    room = width - 1
    for character in text:
        room -= _cells_of(character)
        if room < 0:
            break
        kept += character
    return kept + "…" if width > 0 else ""


def pad(text: str, width: int) -> str:
    """A text cut or filled with spaces to exactly `width` cells."""
    cut = fit(text, width)
    return cut + " " * (width - cells(cut))


def wrap(text: str, width: int) -> list[str]:
    """A text's lines, none wider than `width` cells unless one word is; its own line breaks are kept."""
    return [line for paragraph in text.split("\n") for line in _filled(paragraph, width)]


def _filled(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in visible(paragraph).split(" "):
        longer = f"{line} {word}" if line else word
        if line and cells(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def excerpt(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """The part of a line that shows [start:end], in at most `room` cells.

    Returns the visible text, the cell at which the place begins in it, and how many cells it takes (at least one).
    """
    end = max(start, min(end, len(line)))
    first = max(0, start - room // 3) if cells(visible(line[: min(end, start + room)])) > room else 0
    lead = "…" if first else ""
    before = lead + visible(line[first:start])
    under = visible(line[start : min(end, start + room)])
    after = visible(line[end : end + room])
    width = max(1, min(cells(under), room - cells(before)))
    return fit(before + under + after, room), cells(before), width


def several(count: int, noun: str, plural: str | None = None) -> str:
    """`1 stage`, `3 stages`, `1,200 images`."""
    word = noun if count == 1 else plural or noun + "s"
    return f"{count:,} {word}"


NO_TIME = 0.05  # seconds below which a length of time is not worth a word: `0.0 s` says nothing


def seconds(duration: float) -> str:
    """A length of time as it is spoken of: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`."""
    if duration < 9.95:
        return f"{duration:.1f} s"
    whole = round(duration)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        minutes, rest = divmod(whole, 60)
        return f"{minutes} min {rest} s" if rest and minutes < 10 else f"{minutes} min"
    hours, rest = divmod(whole, 3600)
    return f"{hours} h {rest // 60} min" if rest >= 60 else f"{hours} h"
