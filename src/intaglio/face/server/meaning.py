"""Meaning: a setting, a verb or a unit comes in, what an editor says of it in a few words goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intaglio.face.server.outline import options
from intaglio.lang import vocabulary as v
from intaglio.lang.wording import FAMILIES, family, listed, quantity, thing, units_of

FARTHEST = 2**53  # whole numbers past it are no bound that an artist would reach
_EXAMPLE = re.compile(r"\n\s*\n {4}gen 1\b")

JOINING = {
    "from": "The material: what it is made from.",
    "with": "The model: what it is made with.",
    "each": "One result for each of these values. Several lines multiply.",
    "at": "Which version, or where.",
    "every": "How often.",
    "to": "A range, both ends included.",
    "by": "The steps of a range, or the height of a size.",
    "as": "What may be given here.",
    "and": "Both are true.",
    "or": "One is true, or both.",
    "not": "It is not true.",
    "is": "The two are the same.",
    "let": "Gives a name to a value.",
    "takes": "What a recipe takes, of what sort it is, and what it is when left out.",
}
OWN = {
    "gen": "The language that the script is written in.",
    "work": "What belongs on the wall: title, artist, year, edition, licence, statement, and the seed of all.",
    "group": "Names a part of the score. From outside, what it holds is reached with a dot.",
    "recipe": "Names a piece of score, which becomes a verb.",
    "use": "Borrows a recipe, which becomes a verb.",
    "gives": "What of a recipe can be reached from outside, the first by the name of its use alone.",
}

PART = "Names a part of the images: a class, a family. Its steps come first and see its images only."


def of_setting(setting: v.Setting) -> str:
    """`1 to 2,000 steps · 30 without it`: what may be said, and what holds when nothing is."""
    kinds = [kind for slot in setting.slots if slot.clause is None for kind in options(slot.type)]
    said = "; ".join(dict.fromkeys(filter(None, map(of_type, kinds))))
    joined = " ".join(f"{slot.clause} …" for slot in setting.slots if slot.clause)
    default = _default(setting)
    return " · ".join(filter(None, (said, joined, default, "has to be said" if setting.required else "")))


def of_type(kind: v.ValueType) -> str:
    """What a value may be."""
    match kind:
        case v.Number():
            return _between(kind)
        case v.Choice():
            return listed(kind.offered, most=20)
        case v.Text():
            return "a text"
        case v.Place(what=what):
            return {"folder": "a folder", "file": "a file"}.get(what, "a path")
        case v.Flag():
            return "on when it is there"
        case v.Size(low=low, high=high):
            return f"{low} to {high} px, or width by height"
        case v.Condition():
            return "a condition"
        case v.Every(families=families):
            return f"a number of {listed(families)}"
        case v.Span(way=True):
            return "two of these with `to` between"
        case v.Span(number=number):
            return f"a range within {of_type(number)}"
        case v.Stages(makes=makes):
            return listed(thing(each) for each in makes)
        case v.Axes():
            return "swept settings"
        case v.Name():
            return "a name"
        case v.Hue():
            return "a colour"
        case v.Either():
            return listed(of_type(option) for option in kind.options)


def _between(kind: v.Number) -> str:
    """`1 to 16384 px`, `0% to 40%`; `0 or more` where the end is only as far as numbers go."""
    if kind.high >= FARTHEST:
        return f"{_amount(kind.low, kind.family)} or more"
    low, high = _amount(kind.low, kind.family), _amount(kind.high, kind.family)
    unit = high.partition(" ")[2]
    return f"{low.removesuffix(f' {unit}') if unit else low} to {high}"


def _amount(value: float, name: str | None) -> str:
    unit = "%" if name == "share" else None
    said = quantity(value, name, unit)
    return said if unit or name in v.DIMENSIONS or name is None else f"{said} {name}"


def _default(setting: v.Setting) -> str:
    value = setting.default
    if value is None or value == () or setting.plain is False:
        return ""
    if isinstance(value, bool):
        return "on without it" if value else ""
    if isinstance(value, int | float):
        kinds = (kind for slot in setting.slots for kind in options(slot.type))
        number = next((kind for kind in kinds if isinstance(kind, v.Number)), None)
        return f"{_amount(value, number.family if number else None)} without it"
    return f"{value} without it" if isinstance(value, str) else ""


def of_verb(verb: v.Verb) -> str:
    """The first paragraph of its page, which says what it does."""
    return summary(verb.doc).split("\n\n")[0]


def summary(doc: str) -> str:
    """A page without the example that it ends in, each paragraph on a line."""
    text = _EXAMPLE.split(doc)[0]
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def of_unit(word: str) -> str:
    """What a unit measures, and what others do."""
    unit = v.UNITS[word]
    others = [symbol for symbol in units_of(unit.family) if symbol != word]
    beside = f" Others are {listed(others, 'and')}." if others else ""
    return f"{family(unit.family).capitalize()}.{beside}" if unit.family in FAMILIES else beside.strip()


def families(setting: v.Setting, vocabulary: v.Vocabulary) -> Iterator[str]:
    """The families of quantities that a setting's values may be of."""
    for slot in setting.slots:
        for kind in options(slot.type):
            match kind:
                case v.Condition():
                    measured = (measure.type.family for measure in vocabulary.measures.values())
                    yield from (name for name in measured if name is not None)
                case v.Number(family=str(name)) | v.Span(number=v.Number(family=str(name))):
                    yield name
                case v.Size():
                    yield "size"
                case v.Every(families=names):
                    yield from names
