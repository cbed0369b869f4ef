"""Examples: something that could stand where a value is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from intaglio.lang.vocabulary import (
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
    Slot,
    Span,
    Stages,
    Text,
    ValueType,
)
from intaglio.lang.wording import quantity


def example(kind: ValueType, names: Callable[[tuple[str, ...]], Sequence[str]] = lambda makes: ()) -> str:
    """A value of this sort, as one would write it; a flag has none. `names` are the stages that make certain things."""
    match kind:
        case Number():
            return _numbered(_likely(kind), kind)
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
            quarter = (number.high - number.low) / 4
            ends = (number.low + quarter, number.high - quarter)
            return " to ".join(_numbered(round(end) if number.whole else end, number) for end in ends)
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


def _likely(kind: Number, default: object = None) -> float:
    """What one would begin with: what is usual, else what holds where nothing is said, else the middle."""
    if kind.usual is not None:
        return kind.usual
    if isinstance(default, int | float):
        return default
    middle = (kind.low + kind.high) / 2
    return int(middle) if kind.whole else middle


def _numbered(value: float, kind: Number) -> str:
    return quantity(value, kind.family, "%" if kind.family == "share" else None)


def example_in(setting: Setting, slot: Slot, names: Callable[[tuple[str, ...]], Sequence[str]]) -> str:
    """A value of this slot of a setting."""
    kind = slot.type
    return _numbered(_likely(kind, setting.default), kind) if isinstance(kind, Number) else example(kind, names)


def swept_line_of(setting: Setting, names: Callable[[tuple[str, ...]], Sequence[str]]) -> str:
    """A line that sweeps this setting: over two values, where two can be thought of."""
    kind = setting.slots[0].type
    values = [example_in(setting, setting.slots[0], names)]
    if isinstance(kind, Number):
        likely = _likely(kind, setting.default)
        other = 2 * likely if kind.whole else likely / 2
        values = [_numbered(value, kind) for value in sorted((likely, other)) if kind.low <= value <= kind.high]
    elif isinstance(kind, Choice):
        values = list(kind.offered[:2])
    return f"each {setting.name} {', '.join(values)}"


def line_of(setting: Setting, names: Callable[[tuple[str, ...]], Sequence[str]] = lambda makes: ()) -> str:
    """A whole line of this setting."""
    plain = [slot for slot in setting.slots if slot.clause is None]
    needed = [slot for slot in plain if slot.required] or plain[:1]
    values = ", ".join(filter(None, (example_in(setting, slot, names) for slot in needed)))
    joined = [slot for slot in setting.slots if slot.clause and slot.required]
    clauses = (f"{slot.clause} {example(slot.type, names)}" for slot in joined)
    return " ".join(filter(None, (setting.name, values, *clauses)))
