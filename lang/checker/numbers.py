"""Numbers: a worked-out quantity against what a setting takes. Units, bounds, whole numbers, ranges, sizes."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.bound import bound_to
from intaglio.lang.checker.lets import at_value
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.quantities import (
    Amount,
    Area,
    Exact,
    Stretch,
    exact,
    in_steps,
    said,
    spread_out,
    stretched,
    worked_out,
)
from intaglio.lang.elsewhere import spelt
from intaglio.lang.patterns import pattern
from intaglio.lang.records import replace
from intaglio.lang.tree import Arithmetic, Extent, Line, Node, Quantity, Range, Reference
from intaglio.lang.vocabulary import DIMENSIONS, UNITS, Either, Number, Size, Span
from intaglio.lang.wording import marked, quantity, units_of
from intaglio.lang.wording import number as spoken

MOST = 100_000  # values of one sweep
FLATTEST = 4  # times that one side of a size is longer than the other, where both are written out
NAMED_BY_THEIR_UNIT = frozenset(("epochs", "steps", "rate"))  # families of which a number says what it counts
FAR = 100  # times that the end of what a number may be is past what is usual
SHORT = 8  # characters of a bound that nobody stumbles over
_THOUSANDS = pattern(r"[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])")


def read_number(kind: Number, node: Node, place: Place) -> int | float | None:
    """A number, in the base unit of its family; None where it is none, and that is told."""
    if isinstance(node, Reference) and (bound := bound_to(node, place.scope)) is not None:
        bound.wholes.append(kind.whole)
    amount = worked_out(node, place, kind)
    value = None if amount is None else fitted(kind, amount, node, place)
    if amount is not None and value is not None:
        _tell_difference(kind, amount, node, place)
    return value


def fitted(kind: Number, amount: Amount, node: Node, place: Place) -> int | float | None:
    """A quantity as this kind of number: of its family, within its bounds, whole where it has to be."""
    if not _measures_the_same(kind, amount, node, place) or (kind.whole and _has_marked_thousands(node, place)):
        return None
    value = amount.value
    if kind.whole and kind.family == "size":
        value = floor(value + Fraction(1, 2))
    if not kind.low <= float(value) <= kind.high:
        _say_out_of_range(kind, amount, node, place)
        return None
    if not kind.whole:
        return float(value)
    if value != int(value):
        place.say(wrong.values.OtherValue, node, spoken(round(value)), word=place.word, wanted="whole number")
        return None
    return int(value)


def _measures_the_same(kind: Number, amount: Amount, node: Node, place: Place) -> bool:
    if amount.family == kind.family:
        return True
    if amount.family is None and kind.family in DIMENSIONS:
        plain = spoken(amount.value)
        measured = f"{plain} {units_of(kind.family)[0]}"
        facts: dict[str, Any] = {"word": place.word, "number": plain, "wanted": kind.family}
        there = at_value(wrong.values.UnitMissing, node, place, measured, facts)
        written = isinstance(node, Quantity)
        place.say(wrong.values.UnitMissing, node, measured, written=written, at_value=there, **facts)
        return False
    if amount.family is None:
        return True
    given = amount.unit or units_of(amount.family)[0]
    start = node.unit_start if isinstance(node, Quantity) else -1
    other = _by_another_word(kind, amount, node, place)
    fitting = _said_otherwise(kind, amount, given)
    facts = {
        "word": place.word,
        "wanted": kind.family,
        "unit": (node.unit if isinstance(node, Quantity) else None) or given,  # as its author calls it
        "given": amount.family,
        "doc": place.doc,
    }
    there = at_value(wrong.values.OtherQuantity, node, place, fitting, facts)
    facts |= {"paste": other} if other else {}
    place.say(wrong.values.OtherQuantity, node, fitting, start=start, at_value=there, **facts)
    return False


def _has_marked_thousands(node: Node, place: Place) -> bool:
    """Whether a whole number is written `1.000`, which is told: it would be 1."""
    if not isinstance(node, Quantity) or "." not in node.number:
        return False
    marked = _THOUSANDS.match(place.line.text, node.start)
    if marked is None:
        return False
    value = spoken(Fraction(marked[0])) if marked[0].count(".") == 1 else ""
    whole = Reference((marked[0],), node.start, marked.end())
    place.say(wrong.values.MarkedThousands, whole, marked[0].replace(".", ""), written=marked[0], value=value)
    return True


def _said_otherwise(kind: Number, amount: Amount, given: str) -> str | None:
    """The same amount as this kind of number, where it is one: a share is a plain number, which has no unit at all.

    Digits with another unit are something else, which nobody said.
    """
    if kind.family is None:
        return spoken(amount.value) if given == "%" else _digits(amount, given)
    alike = {("frames", "images"): "images", ("frames", "rate"): "fps"}.get((amount.family or "", kind.family))
    return f"{spoken(amount.value)} {alike}" if alike else None


def _digits(amount: Amount, given: str) -> str:
    return quantity(amount.value, amount.family, given).partition(" ")[0]


def _by_another_word(kind: Number, amount: Amount, node: Node, place: Place) -> str | None:
    """The line with the word beside it that takes what this unit measures: `epochs 400 steps` are `steps 400`, and
    `rate 4 s` is `pace 4 s`. What is as long as a hand is said by the paper.
    """
    line = place.line
    if (amount.family, kind.family) == ("length", "size"):
        from intaglio.lang.checker.paper import on_paper_here  # few scores need it

        return on_paper_here(line.values, place)
    is_named = amount.family in NAMED_BY_THEIR_UNIT or (amount.family, kind.family) == ("time", "rate")
    if not is_named or line.head is None or len(line.values) != 1 or line.clauses:
        return None
    kinds = ((word, each.slots[0].type) for word, each in place.words.items() if len(each.slots) == 1)
    words = [word for word, kind in kinds if isinstance(kind, Number) and kind.family == amount.family]
    if place.beneath is not None and _is_said(words, place.beneath):
        return None  # pasted, it would be said twice
    if amount.family in words:
        return f"{line.text[: line.head.start]}{amount.family} {spoken(amount.value)}"
    return f"{line.text[: line.head.start]}{words[0]} {line.text[node.start : node.end]}" if len(words) == 1 else None


def _is_said(words: list[str], owner: Line) -> bool:
    """Whether a line beneath another says one of these words."""
    return any(each.head is not None and spelt(each.head.text) in words for each in owner.children)


def _say_out_of_range(kind: Number, amount: Amount, node: Node, place: Place) -> None:
    unit = amount.unit or ("%" if kind.family == "share" else None)
    if kind.family == "share" and amount.family is None and 1 < amount.value <= 100:
        amount = Amount(amount.value / Fraction(100), "share", "%")  # a share out of a hundred that lost its sign
        if kind.low <= float(amount.value) <= kind.high:
            _say_share(kind, amount, node, place)
            return
    if _is_rather_a_range(node, place):
        return
    past = float(amount.value) > kind.high
    end = kind.high if past else kind.low
    slip = _without_point(kind, node) if past else _without_sign(kind, amount)
    if past and not kind.whole and kind.family is None and kind.usual is not None and FAR * kind.usual <= kind.high:
        slip = Fraction(str(kind.usual))  # nobody wants what lies at the end: `rate 1`; who writes `h` may: `100 h`
    low, high = (_told(bound, kind.family, unit) for bound in (kind.low, kind.high))
    place.say(
        wrong.values.OutOfRange,
        node,
        _told(end, kind.family, unit) if slip is None else quantity(slip, kind.family, unit),
        word=place.word,
        value=marked(quantity(amount.value, kind.family, unit)),
        low=marked(low.removesuffix(f" {kind.family}")),  # `from 1 to 4096 images`
        high=marked(high),
        past=past,
        doc=place.doc,
    )


def _without_sign(kind: Number, amount: Amount) -> Fraction | None:
    """What a count below nothing was probably meant as: -5 as 5. Of what has parts, -1 may be the other way."""
    meant = Fraction(-amount.value)
    return meant if kind.whole and kind.low >= 0 < meant and kind.low <= float(meant) <= kind.high else None


def _is_rather_a_range(node: Node, place: Place) -> bool:
    """`0.5 - 0.8`: nobody takes the larger from the smaller of two numbers that are written out."""
    said = _ends_with_a_minus(node, place)
    if said is None:
        return False
    why = f"This takes {said[1]} from {said[0]}. A range is written with `to`: `1 to 6`."
    place.say(wrong.values.NoSuchNumber, node, " to ".join(said), why=why)
    return True


def _tell_difference(kind: Number, amount: Amount, node: Node, place: Place) -> None:
    """`scale 1 - 3`: where an amount may move, a difference below nothing is rather its way, though it may be meant."""
    slot = place.slot.type if place.slot is not None else None
    moves = isinstance(slot, Either) and any(isinstance(each, Span) for each in slot.options)
    ends = _ends_with_a_minus(node, place) if moves else None
    if ends is not None:
        comes_to = quantity(amount.value, kind.family, amount.unit)
        facts: dict[str, Any] = {"first": ends[0], "second": ends[1], "comes_to": comes_to}
        place.say(wrong.values.RatherARange, node, " to ".join(ends), **facts)


def _ends_with_a_minus(node: Node, place: Place) -> list[str] | None:
    """Two numbers that are written out, as they are written, where the larger is taken from the smaller."""
    ends = (node.left, node.right) if isinstance(node, Arithmetic) and node.operator == "-" else ()
    low, high = [exact(each.number) if isinstance(each, Quantity) else None for each in ends] or (None, None)
    if low is None or high is None or low >= high:
        return None
    return [place.line.text[each.start : each.end] for each in ends]


def _without_point(kind: Number, node: Node) -> Fraction | None:
    """What a number past its end may have been meant as, written without its point: 8 as 0.8, 75 as 0.75."""
    if kind.whole or not isinstance(node, Quantity) or not node.number.isdecimal():
        return None
    if node.unit is None and int(node.number) <= 2 * kind.high:
        return None  # 2 is rather the end, and a little more
    if node.unit == "%" and kind.family == "share" and int(node.number) % 100 == 0:
        meant = iter((Fraction(node.number) / 1000,))  # a nought too many: 400% as 40%
    elif node.unit is None:
        meant = (Fraction(node.number) / scale for scale in (10, 100))
    else:
        return None
    return next((each for each in meant if 0 < each and kind.low <= each <= kind.high), None)


def _told(bound: float, name: str | None, unit: str | None) -> str:
    """A bound in the unit that was written, or in another in which it is short: `24 h`, not `86400000 ms`."""
    written = quantity(bound, name, unit)
    if unit is None or unit not in UNITS or UNITS[unit].family != name or len(written) <= SHORT:
        return written
    others = (quantity(bound, name, other) for other in units_of(name))
    return min((written, *others), key=len)


def _say_share(kind: Number, amount: Amount, node: Node, place: Place) -> None:
    plain = spoken(amount.value * 100)
    fitting = f"{plain}%"
    facts: dict[str, Any] = {"word": place.word, "number": plain, "wanted": "share", "families": ("%",)}
    place.say(wrong.values.UnitMissing, node, fitting, written=isinstance(node, Quantity), **facts)


# Ranges ------------------------------------------------------------------------------------------------------------


def read_span(kind: Span, node: Node, place: Place) -> tuple[int | float, int | float] | None:
    """A range that is one value."""
    stretch = as_stretch(kind.number, node, place)
    if stretch is None:
        if not isinstance(node, Range):
            place.say(wrong.values.OtherValue, node, word=place.word, wanted="range")
        return None
    if stretch.step is not None:
        place.say(wrong.values.OtherValue, node, said(replace(stretch, step=None)), word=place.word, wanted="range")
        return None
    low, high = (_way if kind.way else _ends)(kind.number, stretch, node, place)
    return None if low is None or high is None else (low, high)


def as_stretch(kind: Number, node: Node, place: Place) -> Stretch | None:
    """The range that stands here, or that a name here stands for."""
    if isinstance(node, Range):
        return stretched(node, place, kind)
    known = place.value_of(node) if isinstance(node, Reference) else None
    return known if isinstance(known, Stretch) else None


def _way(kind: Number, stretch: Stretch, node: Node, place: Place) -> tuple[int | float | None, int | float | None]:
    """Both ends, as they are written."""
    low_node, high_node = (node.low, node.high) if isinstance(node, Range) else (node, node)
    return fitted(kind, stretch.low, low_node, place), fitted(kind, stretch.high, high_node, place)


def _ends(kind: Number, stretch: Stretch, node: Node, place: Place) -> tuple[int | float | None, int | float | None]:
    """Both ends, the smaller first; a range that runs backwards is told of and turned round."""
    if kind.family == "share" and _has_lost_its_signs(kind, stretch, node, place):
        return None, None
    low, high = _way(kind, stretch, node, place)
    if low is not None and high is not None and low > high:
        _say_backwards(stretch, node, place)
        return high, low
    return low, high


def _say_backwards(stretch: Stretch, node: Node, place: Place) -> None:
    place.say(wrong.values.Backwards, node, said(replace(stretch, low=stretch.high, high=stretch.low)))


def swept(kind: Number, stretch: Stretch, node: Node, place: Place) -> tuple[int | float, ...] | None:
    """Every value of a range, both ends included."""
    low, high = _ends(kind, stretch, node, place)
    if low is None or high is None:
        return None
    step = _step(kind, stretch, node, place)
    if step is None:
        return None
    first, last = sorted((_exactly(kind, stretch.low), _exactly(kind, stretch.high)))
    if step > last - first > 0:
        _tell_long_step(kind, stretch, node, place)
    count = (last - first) // step + 1
    if count > MOST:
        fewer = said(in_steps(stretch)) if stretch.step is not None else None
        place.say(wrong.values.SweepWithoutEnd, node, fewer, total=int(count), most=MOST)
        return None
    number = int if kind.whole else float
    return tuple(number(first + step * index) for index in range(int(count)))


def _step(kind: Number, stretch: Stretch, node: Node, place: Place) -> Exact | None:
    if stretch.step is None:
        if kind.whole:
            return 1
        place.say(wrong.values.OtherValue, node, said(in_steps(stretch)), word=place.word, wanted="step")
        return None
    at = node.step if isinstance(node, Range) and node.step else node
    if not _measures_the_same(kind, stretch.step, at, place):
        return None
    step = _exactly(kind, stretch.step)
    if step <= 0:
        place.say(wrong.values.Backwards, at, "1", step=True)
        return None
    if kind.whole and step != int(step):
        place.say(wrong.values.OtherValue, at, spoken(max(1, round(step))), word=place.word, wanted="whole number")
        return None
    return step


def _tell_long_step(kind: Number, stretch: Stretch, node: Node, place: Place) -> None:
    """A step that leaves its range at once makes nothing but the beginning of it."""
    fewer = in_steps(stretch)
    if kind.whole and fewer.step is not None:
        fewer = replace(fewer, step=replace(fewer.step, value=max(1, floor(fewer.step.value))))
    first = quantity(fewer.low.value, fewer.low.family, fewer.low.unit)
    place.say(wrong.values.StepPastTheEnd, node, said(fewer), first=first)


def _has_lost_its_signs(kind: Number, stretch: Stretch, node: Node, place: Place) -> bool:
    """Whether numbers of a range of shares go without their `%`, which is told of all at once: `0 to 100 by 25`."""
    low, high = (_out_of_a_hundred(end) if end.value > kind.high else end for end in (stretch.low, stretch.high))
    low = _out_of_a_hundred(low) if low.value > high.value and high.unit == "%" else low  # `1 to 50%`
    reach, step = high.value - low.value, stretch.step
    if step is not None and step.value > reach >= step.value / Fraction(100):
        step = _out_of_a_hundred(step)
    meant = Stretch(low, high, step)
    pairs = list(zip(_parts(stretch), _parts(meant), strict=True))
    lost = [number for number, (was, now) in enumerate(pairs) if was is not now]
    if not lost or reach < 0 or not all(kind.low <= end.value <= kind.high for end in (low, high)):
        return False
    plain = spoken(min(pairs[number][0].value for number in lost))
    facts: dict[str, Any] = {"word": place.word, "number": plain, "wanted": "share", "families": ("%",)}
    if not isinstance(node, Range):
        place.say(wrong.values.UnitMissing, node, said(meant), written=False, **facts)
        return True
    nodes = [each for each in (node.low, node.high, node.step) if each is not None]
    first, last = nodes[lost[0]].start, nodes[lost[-1]].end
    text = place.line.text
    for number in reversed(lost):
        at = nodes[number]
        text = f"{text[: at.start]}{spoken(pairs[number][0].value)}%{text[at.end :]}"
    whole = replace(node, start=first, end=last)
    facts["written"] = all(isinstance(nodes[number], Quantity) for number in lost)
    place.say(wrong.values.UnitMissing, whole, text[first : last + len(text) - len(place.line.text)], **facts)
    return True


def _parts(stretch: Stretch) -> list[Amount]:
    return [each for each in (stretch.low, stretch.high, stretch.step) if each is not None]


def _out_of_a_hundred(amount: Amount) -> Amount:
    """A plain number as the share that it is with its `%`; another amount as it is."""
    return Amount(amount.value / Fraction(100), "share", "%") if amount.family is None else amount


def _exactly(kind: Number, amount: Amount) -> Exact:
    return floor(amount.value + Fraction(1, 2)) if kind.whole and kind.family == "size" else amount.value


# Sizes -------------------------------------------------------------------------------------------------------------


def read_size(kind: Size, node: Node, place: Place) -> tuple[int, ...] | None:
    """One side, or width and height, in whole pixels."""
    side = Number(kind.low, kind.high, "size", whole=True)
    known = place.value_of(node) if isinstance(node, Reference) else None
    if isinstance(node, Arithmetic) and _is_rather_a_size(node, place):
        return None
    area = known if isinstance(known, Area) else spread_out(node, place, side) if isinstance(node, Extent) else None
    if area is None:
        if isinstance(node, Extent):
            return None
        one = read_number(side, node, place)
        return None if one is None else (int(one),)
    width_node, height_node = (node.width, node.height) if isinstance(node, Extent) else (node, node)
    width = fitted(side, area.width, width_node, place)
    height = fitted(side, area.height, height_node, place)
    return None if width is None or height is None else (int(width), int(height))


def _is_rather_a_size(node: Arithmetic, place: Place) -> bool:
    """`64 × 48 px`: two sides that are written out are not multiplied, but a size."""
    left, right = node.left, node.right
    if node.operator != "*" or not (isinstance(left, Quantity) and isinstance(right, Quantity)):
        return False
    fitting = f"{left.number} px by {right.number} px"
    given = "The two sides of a size are joined with `by`. A number is multiplied by a name: `side * 2`."
    sides = exact(left.number), exact(right.number)
    if left.unit and not right.unit and sides[0] and sides[1] and sides[1] * FLATTEST < sides[0]:
        fitting = f"{spoken(sides[0] * sides[1])} {left.unit}"  # `32 px * 2`: nobody wants 32 px by 2 px
        given = f"A number that is written out is not multiplied: this is {fitting}. A name is: `side * 2`."
    place.say(wrong.values.OtherValue, node, fitting, word=place.word, wanted="size", given=given)
    return True
