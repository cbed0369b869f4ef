"""Examples: something that could stand where a value is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from intaglio.lang.vocabulary import (
    DIMENSIONS,
    Axes,
    Choice,
    Condition,
    Either,
    Every,
    Flag,
    Hue,
    Name,
    Number,
    Place,
    Setting,
    Size,
    Span,
    Stages,
    Text,
    ValueType,
)
from intaglio.lang.wording import quantity


def example(kind: ValueType, names: Callable[[tuple[str, ...]], Sequence[str]] = lambda makes: ()) -> str:
    """A value of this sort, as one would write it; a flag has none. `names` are the stages that make certain things."""
    match kind:
        case Number(low=low, high=high, family="share"):
            return quantity(min(max(low, 0.5), high), "share", "%")
        case Number(low=low, high=high, family=family):
            likely = min(max(low, 1 if kind.whole or family in DIMENSIONS else low), high)
            return quantity(likely, family)
        case Choice():
            return kind.offered[0]
        case Text():
            return '"…"'
        case Place(what=what):
            return "./photos/" if what == "folder" else "./name"
        case Flag():
            return ""
        case Size(low=low, high=high):
            return f"{min(max(low, 256), high)} px"
        case Condition():
            return "width >= 256 px"
        case Every(families=families):
            return f"10 {families[0]}"
        case Span(number=number):
            unit = "%" if number.family == "share" else None
            return f"{quantity(number.low, number.family, unit)} to {quantity(number.high, number.family, unit)}"
        case Stages(makes=makes):
            return next(iter(names(makes)), "name")
        case Axes():
            return "seed"
        case Name():
            return "name"
        case Hue():
            return "#ffffff"
        case Either(options=options):
            return example(options[0], names)


def line_of(setting: Setting, names: Callable[[tuple[str, ...]], Sequence[str]] = lambda makes: ()) -> str:
    """A whole line of this setting."""
    plain = [slot for slot in setting.slots if slot.clause is None]
    needed = [slot for slot in plain if slot.required] or plain[:1]
    values = ", ".join(filter(None, (example(slot.type, names) for slot in needed)))
    joined = [slot for slot in setting.slots if slot.clause and slot.required]
    clauses = (f"{slot.clause} {example(slot.type, names)}" for slot in joined)
    return " ".join(filter(None, (setting.name, values, *clauses)))
