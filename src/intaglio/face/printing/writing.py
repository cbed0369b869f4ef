"""Writing systems: which a text is written in, by the Unicode names of its letters, and what sets them well.

Latin, Greek and Cyrillic are in the fonts that come with typst, so that they look alike on every machine; for others
the system's fonts are asked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

SERIF = ("Libertinus Serif",)
MONO = ("DejaVu Sans Mono",)


@dataclass(frozen=True, slots=True)
class Writing:
    """A writing system. `fonts` set it, the best first; `package` has one of them on Debian and Ubuntu."""

    name: str
    language: str
    fonts: tuple[str, ...]
    package: str = "fonts-noto-core"


HAN = ("Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "IPAexMincho", "IPAMincho", "Noto Sans CJK JP")
JAPANESE = Writing("Japanese", "ja", HAN, "fonts-noto-cjk")
WRITINGS: Mapping[str, Writing] = {
    "ARABIC": Writing(
        "Arabic",
        "ar",
        ("Amiri", "Noto Naskh Arabic", "Scheherazade New", "Geeza Pro", "DejaVu Sans"),
        "fonts-hosny-amiri",
    ),
    "HEBREW": Writing("Hebrew", "he", ("Frank Ruehl CLM", "Noto Serif Hebrew", "New Peninim MT", "DejaVu Sans")),
    "HIRAGANA": JAPANESE,
    "KATAKANA": JAPANESE,
    "HANGUL": Writing("Korean", "ko", ("Noto Serif CJK KR", "AppleMyungjo", "Nanum Myeongjo"), "fonts-noto-cjk"),
    "CJK": Writing("Chinese", "zh", ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", *HAN), "fonts-noto-cjk"),
    "DEVANAGARI": Writing("Devanagari", "hi", ("Noto Serif Devanagari", "Kohinoor Devanagari")),
    "BENGALI": Writing("Bengali", "bn", ("Noto Serif Bengali", "Bangla MN")),
    "TAMIL": Writing("Tamil", "ta", ("Noto Serif Tamil", "Tamil MN")),
    "THAI": Writing("Thai", "th", ("Noto Serif Thai", "Thonburi")),
    "ARMENIAN": Writing("Armenian", "hy", ("Noto Serif Armenian", "Mshtakan", "DejaVu Serif")),
    "GEORGIAN": Writing("Georgian", "ka", ("Noto Serif Georgian", "Helvetica", "DejaVu Serif")),
    "ETHIOPIC": Writing("Ethiopic", "am", ("Noto Serif Ethiopic", "Kefa")),
}
SYMBOLS = Writing("symbols", "", ("Noto Color Emoji", "Apple Color Emoji", "DejaVu Sans"), "fonts-noto-color-emoji")
PICTURES = 0x2600  # where signs begin that are pictures rather than marks
AT_HOME = frozenset({"LATIN", "GREEK", "CYRILLIC"})


def writings(text: str) -> Mapping[Writing, str]:
    """The writing systems of a text that typst's own fonts may lack, in the order they come, each with its letters."""
    found: dict[Writing, dict[str, None]] = {}
    for character in dict.fromkeys(text):
        writing = _writing_of(character)
        if writing is not None:
            found.setdefault(writing, {})[character] = None
    together = {writing: "".join(letters) for writing, letters in found.items()}
    return _as_japanese(together) if JAPANESE in together else together


def language(text: str) -> str:
    """The language to set a text as, so far as its letters tell: `en` where they do not."""
    return next((writing.language for writing in writings(text) if writing.language), "en")


def families(of: Iterable[Writing], known: Sequence[str]) -> tuple[str, ...]:
    """The fonts to set these in, of those that there are."""
    there = set(known)
    wanted = [font for writing in of for font in writing.fonts if font in there]
    return tuple(dict.fromkeys(wanted))


def _as_japanese(found: Mapping[Writing, str]) -> Mapping[Writing, str]:
    """Where there is kana, the Chinese signs are Japanese ones."""
    chinese = WRITINGS["CJK"]
    rest = {writing: letters for writing, letters in found.items() if writing is not chinese}
    return {**rest, JAPANESE: found[JAPANESE] + found.get(chinese, "")}


def _writing_of(character: str) -> Writing | None:
    if ord(character) >= PICTURES and unicodedata.category(character) == "So":
        return SYMBOLS
    word = _word(character)
    return None if word is None or word in AT_HOME else _writing(word)


def _writing(word: str) -> Writing:
    if word in WRITINGS:
        return WRITINGS[word]
    return Writing(word.capitalize(), "", (f"Noto Serif {word.capitalize()}", f"Noto Sans {word.capitalize()}"))


@lru_cache(maxsize=4096)
def _word(character: str) -> str | None:
    """The first word of a letter's name, which is that of its writing system; None for what is no letter."""
    if character.isascii() or unicodedata.category(character)[0] not in "LM":
        return None
    name = unicodedata.name(character, "")
    if name.startswith(("COMBINING", "MODIFIER", "FEMININE", "MASCULINE", "MICRO", "VARIATION")):
        return None
    word = name.split(" ", 1)[0].split("-")[0]
    return {"HALFWIDTH": "KATAKANA", "FULLWIDTH": "CJK", "IDEOGRAPHIC": "CJK"}.get(word, word) or None
