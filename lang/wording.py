"""How messages say things: lists, numbers, quantities, and what a kind of thing is called."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from fractions import Fraction

from intaglio.lang.patterns import pattern
from intaglio.lang.vocabulary import DIMENSIONS, UNITS, Deaf, Room

THINGS: Mapping[str, str] = {
    "images": "a set of images",
    "frames": "a run of frames",
    "model": "a model",
    "texts": "a list of texts",
    "film": "a film",
    "sheet": "a printed sheet",
    "show": "a show",
    "table": "a table",
    "path": "a place on disk",
}

FAMILIES: Mapping[str, str] = {
    "size": "a size in pixels",
    "share": "a share",
    "time": "a length of time",
    "rate": "a speed in frames",
    "length": "a length on paper",
    "epochs": "a number of epochs",
    "steps": "a number of steps",
    "images": "a number of images",
    "frames": "a number of frames",
}


MEASURING: Mapping[str, str] = {
    "size": "measures size in pixels",
    "share": "measures a share",
    "time": "measures length of time",
    "rate": "measures speed in frames",
    "length": "measures length on paper",
}


def thing(makes: str) -> str:
    """`a set of images`."""
    return THINGS.get(makes, f"a {makes}")


def family(name: str | None) -> str:
    """`a length of time`; of None, `a plain number`."""
    return "a plain number" if name is None else FAMILIES[name]


def measuring(name: str | None) -> str:
    """What a unit does: `measures length of time`, `counts epochs`."""
    return MEASURING.get(name or "", f"counts {name}")


def units_of(name: str | None) -> tuple[str, ...]:
    """The units of a family, the usual one first."""
    usual = {"time": ("s", "min", "h", "ms"), "length": ("mm", "cm")}
    return usual.get(name or "", tuple(unit.symbol for unit in UNITS.values() if unit.family == name))


def listed(words: Iterable[str], last: str = "or", most: int = 12) -> str:
    """`a, b or c`; past `most`, the rest is only hinted at."""
    words = list(words)
    if len(words) > most:
        return ", ".join(words[:most]) + " …"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def ticked(words: Iterable[str], last: str = "or") -> str:
    """The same, each in backticks."""
    return listed([f"`{word}`" for word in words], last)


def no_plain_text(name: str, what: str, *, is_table: bool) -> str:
    """Of a file that is no plain text, though a list or a table is wanted: what it is, and how it becomes text."""
    told = f"{name} is {what}, and plain text is wanted."
    if is_table:
        return f"{told} Export it as csv, in UTF-8."
    return (
        f"{told} Save it anew as plain text, in UTF-8: TextEdit has it under Format, Make Plain Text; others, where a"
        " file is saved or exported."
    )


def silent(deaf: Deaf, what: str, said: str) -> str:
    """What becomes of a setting that says nothing, as it is written, where the word `said` makes it so."""
    return deaf.but or says_nothing(what, deaf.place(said), deaf.why)


def says_nothing(what: str, where: str, why: str) -> str:
    """``beta` says nothing to `model gan`; it is for vae.`"""
    return f"`{what}` says nothing{where and f' {where}'}{why}."


def unseen(models: int, screens: int, *, reading: bool) -> str:
    """What becomes of models for which there is no screen."""
    are = "is" if screens == 1 else "are"
    if reading:
        told = f"{models} models read each other, and there {are} {screens} of as many screens"
        return f"{told}: what the others draw is read, and not seen."
    return f"Each of {models} models would have a screen, and there {are} {screens}: the others are not seen."


def stands_still(by: str) -> str:
    """What becomes of what moves in a model, where only the verb `by` goes through it."""
    return (
        "What moves in this model is drawn as it begins: a single picture stands at no moment of a film."
        f" A `{by}` goes through its moments."
    )


def no_room(room: Room, line: str, said: str) -> str:
    """What becomes of a line that leaves nothing beside the word `said`."""
    return f"`{line}`{room.why.replace('{said}', said)}."


def number(value: float | Fraction) -> str:
    """A number as an artist would write it: `400`, `0.0002`, never `2e-04`."""
    if value == int(value):
        return str(int(value))
    return f"{float(value):.10f}".rstrip("0").rstrip(".")


_LONG = pattern(r"(?<![\d.])\d{5,}(?![\d.]*\.)")  # numbers that are read in threes


def marked(said: str) -> str:
    """Words with their large numbers in groups of three figures, to be read and not pasted: `1 to 100,000,000`."""
    return _LONG.sub(lambda found: f"{int(found[0]):,}", said)


def quantity(value: float | Fraction, name: str | None, unit: str | None = None) -> str:
    """A value in a family's base unit, said in `unit` where given: `256 px`, `40%`, `400`."""
    if unit is None or unit not in UNITS or UNITS[unit].family != name:
        unit = units_of(name)[0] if name in DIMENSIONS else None
    if unit is None:
        return number(value)
    scaled = number(Fraction(str(value)) / Fraction(str(UNITS[unit].scale)))
    return f"{scaled}%" if unit == "%" else f"{scaled} {unit}"


def other_letters(word: str) -> str:
    """A sentence, after a blank, on a letter that is of another script than the Latin ones beside it: it may look like
    one of these. Of several such scripts it tells of the first; empty for a word of one script.
    """
    if word.isascii():
        return ""
    scripts = {letter: unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
    script = next((each for each in scripts.values() if each in ("CYRILLIC", "GREEK")), None)
    if script is None or "LATIN" not in scripts.values():
        return ""
    others = [f"`{letter}`" for letter, its in scripts.items() if its == script]
    letters = f"is a {script.title()} letter" if len(others) == 1 else f"are {script.title()} letters"
    return f" Its {listed(others, 'and')} {letters}."
