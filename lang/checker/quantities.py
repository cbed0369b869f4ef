"""Quantities: numbers with units, worked out exactly, in the base unit of what they measure.

Sums are done in fractions, so that `20% + 15%` is 35% and a sweep by 15% ends where it should.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang import elsewhere
from intaglio.lang.checker.desk import leave_out, mend
from intaglio.lang.checker.names import Let
from intaglio.lang.checker.naming import Naming, at_making
from intaglio.lang.checker.place import Place
from intaglio.lang.records import dataclass
from intaglio.lang.tree import Arithmetic, Extent, Logical, Node, Path, Quantity, Range, Reference, Signed, Text
from intaglio.lang.vocabulary import DIMENSIONS, UNITS, Choice, Either, Number
from intaglio.lang.wording import family, listed, number, quantity, units_of

Exact = int | Fraction

SCALES: dict[str, Exact] = {
    symbol: int(unit.scale) if unit.scale == int(unit.scale) else Fraction(str(unit.scale))
    for symbol, unit in UNITS.items()
}
LONGEST = 60  # digits of a number, and of its exponent's value
WIDEST = 1024  # bits that a sum may grow to
DEEPEST = 100  # sums in sums


@dataclass(frozen=True, slots=True)
class Amount:
    """A worked-out quantity: its value in the base unit of `family`, and the unit that it was written in, if one."""

    value: Exact
    family: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A worked-out range: `3 to 9`, `3 to 9 by 2`."""

    low: Amount
    high: Amount
    step: Amount | None


@dataclass(frozen=True, slots=True)
class Area:
    """A worked-out size: `512 px by 640 px`."""

    width: Amount
    height: Amount


def worked_out(node: Node, place: Place, wanted: Number | None = None, depth: int = 0) -> Amount | None:
    """What a value comes to as a quantity; None, and the fault is reported, where it is none."""
    if isinstance(node, Quantity):
        return _written(node, place, wanted)
    if depth > DEEPEST:
        place.say(
            wrong.values.NoSuchNumber,
            node,
            why="This is too long to work out at once. `let` can name a part of it.",
        )
        return None
    if isinstance(node, Reference):
        return _named(node, place, wanted)
    if isinstance(node, Signed):
        inner = worked_out(node.value, place, wanted, depth + 1)
        return inner and Amount(-inner.value if node.sign == "-" else inner.value, inner.family, inner.unit)
    if isinstance(node, Arithmetic):
        left = worked_out(node.left, place, None, depth + 1)
        right = worked_out(node.right, place, None, depth + 1)
        return _summed(node, left, right, place) if left and right else None
    _not_a_number(node, place, wanted)
    return None


def stretched(node: Range, place: Place, wanted: Number | None = None) -> Stretch | None:
    """What a range comes to."""
    low = worked_out(node.low, place, wanted)
    high = worked_out(node.high, place, wanted)
    step = worked_out(node.step, place, wanted) if node.step else None
    if low is None or high is None or (node.step and step is None):
        return None
    return Stretch(low, high, step)


def in_steps(stretch: Stretch) -> Stretch:
    """A range in steps of a quarter of it, from its smaller end to its larger one."""
    low, high = sorted((stretch.low, stretch.high), key=lambda amount: amount.value)
    measured = low if low.family else high  # `0 to 100%`
    return Stretch(low, high, Amount((high.value - low.value) / Fraction(4), measured.family, measured.unit))


def said(stretch: Stretch) -> str:
    """A range as it is written."""
    ends = [quantity(each.value, each.family, each.unit) for each in (stretch.low, stretch.high, stretch.step) if each]
    return " by ".join((" to ".join(ends[:2]), *ends[2:]))


def spread_out(node: Extent, place: Place, wanted: Number | None = None) -> Area | None:
    """What a size of two sides comes to."""
    width = worked_out(node.width, place, wanted)
    height = worked_out(node.height, place, wanted)
    return Area(width, height) if width and height else None


def _written(node: Quantity, place: Place, wanted: Number | None) -> Amount | None:
    value = exact(node.number)
    if value is None:
        place.say(wrong.values.NoSuchNumber, node, why="This number is longer than any that gen can hold.")
        return None
    if node.unit is None:
        return Amount(value)
    symbol = node.unit if node.unit in UNITS else _meant(node, place, wanted)
    if symbol is None:
        return None
    return Amount(value * SCALES[symbol], UNITS[symbol].family, symbol)


def _meant(node: Quantity, place: Place, wanted: Number | None) -> str | None:
    """The unit that an unknown word was meant as. One of another family is left to be told of as that."""
    assert node.unit is not None
    if _is_otherwise_written(node, place):
        return None
    small = node.unit.lower()
    ours = small if small in UNITS else elsewhere.UNITS.get(small)
    if ours is None:  # one that is only like another, and measures what is not asked for, is none that was meant
        families = (
            {wanted.family} if wanted and wanted.family in DIMENSIONS else {each.family for each in UNITS.values()}
        )
        ours = place.desk.nearest(small, [symbol for symbol, each in UNITS.items() if each.family in families])
    if ours and wanted and UNITS[ours].family != wanted.family:
        return ours
    fitting = f"{node.number}%" if ours == "%" else f"{node.number} {ours}"
    known = tuple(UNITS)
    if ours is None:
        place.say(wrong.values.UnknownUnit, node, start=node.unit_start, unit=node.unit, ours=None, known=known)
    else:
        place.say(
            wrong.values.UnknownUnit, node, fitting, start=node.unit_start, unit=node.unit, ours=ours, known=known
        )
    return ours


def _is_otherwise_written(node: Quantity, place: Place) -> bool:
    """Whether a word after a number is none that measures: `64x48`, `4OO`, `1 inch`, `4k`. It is told as what it is."""
    assert node.unit is not None
    sides = re.fullmatch(r"[x×](\d+)(?:px)?", node.unit)
    value = exact(node.number) if node.unit.lower() in elsewhere.CONVERTED else None
    if sides:
        _tell_of_sides(node, node.unit, sides[1], place)
    elif node.unit_start == node.start + len(node.number) and set(node.unit) <= set("oOlI"):
        figures = node.unit.translate(str.maketrans("oOlI", "0011"))
        why = f"`{node.unit}` is written in letters that look like figures."
        _say_no_unit(node, node.unit, node.number + figures, why, place, start=node.unit_start)
    elif value is not None:
        _tell_of_another_measure(node, node.unit, value, place)
    elif (joined := _joining(node.unit, place)) is not None:
        why = f"`{node.unit}` is no unit. It follows the word `{joined}`."
        fitting = f"{node.number} {joined} {node.unit}"
        _say_no_unit(node, node.unit, fitting, why, place, start=node.unit_start)
    else:
        return False
    return True


def _tell_of_sides(node: Quantity, unit: str, other: str, place: Place) -> None:
    """Tell of two sides in one word: `64x48` is a size, but `columns 4x3` is one number too many."""
    kind = place.slot.type if place.slot is not None else None
    kinds = kind.options if isinstance(kind, Either) else (kind,)
    if any(isinstance(each, Number) and each.family not in DIMENSIONS for each in kinds):
        first = node.number if len(kinds) > 1 else None  # `count 4x3` may be twelve
        _say_no_unit(node, unit, first, f"`{place.word}` is one number, and these are two.", place)
    else:
        fitting = f"{node.number} px by {other} px"
        _say_no_unit(node, unit, fitting, "The two sides of a size are joined with `by`.", place)


def _tell_of_another_measure(node: Quantity, unit: str, value: Exact, place: Place) -> None:
    """Tell of a unit that gen does not have, and what the quantity is in one of its own."""
    scale, ours = elsewhere.CONVERTED[unit.lower()]
    converted = value * Fraction(scale)
    said = f"{number(round(converted, 2) if ours else converted)} {ours}".strip()
    kind = place.slot.type if place.slot is not None else None
    units = units_of(kind.family) if isinstance(kind, Number) and kind.family in DIMENSIONS else ()
    why = f"gen does not measure in `{unit}`. In its words this is {said}."
    if not ours and scale == "1":
        plain = f"is measured in {listed(units)}, not in" if units else "is a plain number, and goes without"
        why = f"`{place.word}` {plain} `{unit}`."
    fitting = None if units and not ours else said  # `speed 2x` is twice of something, and not 2 fps
    _say_no_unit(node, unit, fitting, why, place, start=node.unit_start)


def _say_no_unit(node: Quantity, unit: str, fitting: str | None, why: str, place: Place, *, start: int = -1) -> None:
    facts: dict[str, Any] = {"unit": unit, "ours": None, "known": tuple(UNITS), "because": why}
    place.say(wrong.values.UnknownUnit, node, fitting, start=start, **facts)


def _joining(word: str, place: Place) -> str | None:
    """The joining word that a choice of this line stands after: `late` after `at` in `scale 2 late`."""
    slots = place.setting.slots if place.setting else ()
    return next((s.clause for s in slots if s.clause and isinstance(s.type, Choice) and word in s.type.words), None)


def _named(node: Reference, place: Place, wanted: Number | None) -> Amount | None:
    known = place.value_of(node)
    if isinstance(known, Amount):
        return known
    if known is node:
        say_unnamed(node, place)
    elif known is not None:
        _not_a_number(node, place, wanted)
    return None


_SEED = "`seed` is a number: any is as good as another, and the same one gives the same again."


def say_unnamed(node: Reference, place: Place) -> None:
    """A word where a number is wanted is the name of one, and no `let` gives it."""
    name = ".".join(node.parts)
    if not node.parts[-1]:
        return  # the parser put it there, and told of it
    known = place.scope.values() if place.desk.afford(place.scope.reach) else []
    fitting = place.desk.nearest(name, known) or elsewhere.numeral(name)
    recipe = place.scope.home.is_recipe
    if name.lower() in elsewhere.TO_CHANCE and place.word == "seed":
        place.say(wrong.values.OtherValue, node, place.example(), word=place.word, wanted="number", given=_SEED)
        return
    if name.lower() in elsewhere.TO_GEN and place.setting is not None and not place.setting.required:
        given = f"`{place.word}` is a number. Without its line, gen sees to it."
        facts = {"word": place.word, "wanted": "number", "given": given, **leave_out(place.line)}
        place.say(wrong.values.OtherValue, node, **facts | {"span": place.line.span(node.start, node.end)})
        return
    let = place.scope.seen(fitting) if fitting is not None and fitting in known else None
    there = None
    if isinstance(let, Let) and let.line.head is not None:
        there = at_making(name, let.name, Naming("let", let.line, let.line.head, let.scope.home.desk), place.desk)
    place.say(
        wrong.names.NothingSoNamed,
        node,
        fitting,
        name=name,
        wanted=place.word,
        known=tuple(known[:12]),
        recipe=recipe,
        at_making=there,
    )


def _not_a_number(node: Node, place: Place, wanted: Number | None) -> None:
    """Say that a number is wanted; a range is told how it could be swept."""
    if isinstance(node, Reference) and not node.parts[-1]:
        return  # the parser put it there, and told of it
    if isinstance(node, Range) and place.sweeps:
        given = f"`{place.word}` is one number, and this is a range. `each` makes one result for every value."
        stretch = stretched(node, place, wanted)
        if stretch is not None:
            paced = node.step is not None or (wanted is not None and wanted.whole)
            facts = mend(place.line, node.start, node.end, said(stretch) if paced else said(in_steps(stretch)))
            facts = {"word": place.word, "wanted": "number", "given": given, "paste": f"each {facts['paste']}"}
            place.say(wrong.values.OtherValue, node, **facts)
        return
    bare = getattr(node, "content", "").strip()
    fitting = bare if bare and exact(bare.split(" ")[0].rstrip("%")) is not None else None
    fraction = re.fullmatch(r"(\d{1,9})/([1-9]\d{0,8})", node.text) if isinstance(node, Path) else None
    if fraction and place.slot is not None and place.slot.many:  # `weights 50/50`
        fitting = f"{fraction[1]}%, {fraction[2]}%" if int(fraction[1]) + int(fraction[2]) == 100 else None
    elif fraction:  # without spaces it is read as a path
        fitting = number(Fraction(int(fraction[1]), int(fraction[2])))
    known = place.value_of(node) if isinstance(node, Reference) else None
    given, marks = "", bool(bare) and fitting == bare
    if place.word == "seed" and isinstance(known or node, Text):
        given, fitting = _SEED, place.example()
    if fraction and place.slot is not None and place.slot.many:
        given = f"`{place.word}` takes numbers, with commas between them."
    elif fraction:
        given = f"`{fraction[0]}` is read as a path. As a number it is {fitting}."
    if isinstance(node, Logical):
        given = f"`{place.word}` is a number. Several values are separated by commas."
        fitting = re.sub(r"\s+(?:and|or)\s+", ", ", _source(node, place))
    if isinstance(node, Range):
        given = f"`{place.word}` is one number, and this is a range."
    if isinstance(node, Reference) and isinstance(known, Text):
        given = f"`{'.'.join(node.parts)}` is a text, and `{place.word}` is a number."
    place.say(wrong.values.OtherValue, node, fitting, word=place.word, wanted="number", given=given, marks=marks)


def exact(text: str) -> Exact | None:
    """A number as written; None where it is none, or too long to be held."""
    digits = text.replace("_", "")
    if len(digits) > LONGEST:
        return None
    if digits.isdecimal():
        return int(digits)
    _, _, power = digits.lower().partition("e")
    if power and abs(int(power) if power.lstrip("+-").isdecimal() else LONGEST + 1) > LONGEST:
        return None
    try:
        return Fraction(digits)
    except ValueError:
        return None


def _summed(node: Arithmetic, left: Amount, right: Amount, place: Place) -> Amount | None:
    if _is_joined_by_a_dash(node, place):
        return None
    if node.operator in "+-":
        measured = _added(left.family, right.family)
    else:
        measured = (
            _multiplied(left.family, right.family) if node.operator == "*" else _divided(left.family, right.family)
        )
    if measured is IMPOSSIBLE:
        _say_impossible(node, left, right, place)
        return None
    if node.operator == "/" and right.value == 0:
        place.say(wrong.values.NoSuchNumber, node, why="Nothing can be divided by nothing.")
        return None
    value = _computed(node.operator, left.value, right.value)
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > WIDEST:
        place.say(wrong.values.NoSuchNumber, node, why="This comes to a number longer than any that gen can hold.")
        return None
    return Amount(value, measured, left.unit if left.family == measured else right.unit)


def _is_joined_by_a_dash(node: Arithmetic, place: Place) -> bool:
    """Whether two numbers that are written out have only a dash between them: `1-6`, `2024-2026`, a date."""
    last = node.left.right if isinstance(node.left, Arithmetic) else node.left
    if not (isinstance(last, Quantity) and isinstance(node.right, Quantity)):
        return False
    if node.operator != "-" or node.right.start != last.end + 1:
        return False
    years = re.search(r"\b\d{4}\b", place.line.text[node.start : node.end])
    said = years[0] if years and place.word == "year" else f"{_source(last, place)} to {_source(node.right, place)}"
    low, high = exact(last.number), exact(node.right.number)
    if place.word != "year" and low is not None and high is not None and low >= high:  # no range runs backwards
        said = f"{_source(node.left, place)} - {_source(node.right, place)}"
    why = "A minus has a space on each side. A range is written with `to`: `1 to 6`."
    why = "A year is one whole number." if place.word == "year" else why
    place.say(wrong.values.NoSuchNumber, node, said, why=why)
    return True


def _source(node: Node, place: Place) -> str:
    return place.line.text[node.start : node.end]


def _computed(operator: str, left: Exact, right: Exact) -> Exact:
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    if operator == "*":
        return left * right
    value = Fraction(left) / Fraction(right)
    return value.numerator if value.denominator == 1 else value


# What a sum measures. A plain number stands beside any count or share; sizes, times and speeds keep to their own.

IMPOSSIBLE = "impossible"
_PLAIN = (None, "share")
_COUNTS = (None, "share", "epochs", "steps", "images", "frames")


def _added(left: str | None, right: str | None) -> str | None:
    if left == right:
        return left
    if left in _COUNTS and right in _COUNTS and (left is None or right is None):
        return left or right
    return IMPOSSIBLE


def _multiplied(left: str | None, right: str | None) -> str | None:
    if left in _PLAIN:
        return right or left
    return left if right in _PLAIN else IMPOSSIBLE


def _divided(left: str | None, right: str | None) -> str | None:
    if right in _PLAIN:
        return left
    return None if left == right else IMPOSSIBLE


def _say_impossible(node: Arithmetic, left: Amount, right: Amount, place: Place) -> None:
    doing = {"+": "be added to", "-": "be taken from", "*": "be multiplied by", "/": "be divided by"}[node.operator]
    first, second = (right, left) if node.operator in "+-" else (left, right)
    subject = family(first.family)
    place.say(
        wrong.values.OtherQuantity,
        node,
        word=place.word,
        wanted=left.family,
        unit=right.unit or "",
        given=right.family,
        because=f"{subject[0].upper()}{subject[1:]} cannot {doing} {family(second.family)}.",
    )
