"""Saying: from a setting of the vocabulary to lines that say it, each another way, all within its bounds.

What an annotation allows is all that is known here, so a new setting is tried as soon as it is there. What only makes
sense together with other lines (`blend` wants groups) is refused by the checker, and left out by who asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from intaglio.lang import vocabulary as v

UNITS = {"size": " px", "share": "%", "time": " s", "rate": " fps", "length": " mm", None: ""}


def lines(setting: v.Setting, stages: Mapping[str, str] | None = None) -> list[str]:
    """Lines that say a setting: a first one, and others that each differ from it in one value.

    `stages` are the names that may be said after `from`, each with what it makes.
    """
    ways = {slot.name: _ways(slot, stages or {}) for slot in setting.slots}
    needed = [slot for slot in setting.slots if slot.required]
    first = {slot.name: ways[slot.name][0] for slot in needed or setting.slots[:1]}
    said = [first]
    for slot in setting.slots:
        others = ways[slot.name][1:] if slot.name in first else ways[slot.name]
        said += [{**first, slot.name: way} for way in others]
        if not needed and slot is not setting.slots[0]:
            said += [{slot.name: way} for way in ways[slot.name]]
    return [_line(setting, each) for each in said]


def line(setting: v.Setting, value: object) -> str:
    """The line that gives a plain setting a value, as params have it."""
    values = value if isinstance(value, tuple) else (value,)
    kind = setting.slots[0].type
    joined = " by " if isinstance(kind, v.Size) else ", "
    return f"{setting.name} {joined.join(_said(kind, each) for each in values)}".rstrip()


def _said(kind: v.ValueType, value: object) -> str:
    match kind:
        case v.Either():
            return _said(kind.options[isinstance(value, str)], value)
        case v.Number():
            assert isinstance(value, int | float)
            unit = UNITS.get(kind.family, f" {kind.family}")
            return f"{_spelt(value * 100 if kind.family == 'share' else value)}{unit}"
        case v.Flag():
            return ""
        case v.Size():
            return f"{value} px"
        case v.Text():
            return f'"{value}"'
    return str(value)


def _line(setting: v.Setting, said: Mapping[str, str]) -> str:
    """A line in the order of its slots: values, then clauses."""
    chosen = [slot for slot in setting.slots if slot.name in said]
    values = ", ".join(said[slot.name] for slot in chosen if slot.clause is None and said[slot.name])
    clauses = [f"{slot.clause} {said[slot.name]}" for slot in chosen if slot.clause is not None]
    return " ".join(part for part in (setting.name, values, *clauses) if part)


def _ways(slot: v.Slot, stages: Mapping[str, str]) -> list[str]:
    ways = [*_values(slot.type, slot.name, stages)]
    return [*ways, ", ".join(ways[:2])] if slot.many and len(ways) > 1 else ways


def _values(kind: v.ValueType, name: str, stages: Mapping[str, str]) -> Iterator[str]:
    match kind:
        case v.Number():
            yield from _numbers(kind)
        case v.Choice():
            yield from kind.words
        case v.Text():
            yield from ('"one"', '"two"')
        case v.Name():
            yield from ('"one"', '"two"')
        case v.Hue():
            yield from ("#ff8000", "#0080ff")
        case v.Place(must_exist=False):
            yield from ("./elsewhere/", "./another-place/")
        case v.Place():
            yield from ("./one.txt", "./two.txt")
        case v.Flag():
            yield ""
        case v.Size():
            least = max(kind.low, 16)
            yield from (f"{least} px", f"{2 * least} px", f"{2 * least} px by {least} px")
        case v.Condition():
            yield from ("width >= 2 px", "width >= 3 px", "height >= 2 px", "width > 2 px", "not width >= 2 px")
        case v.Every():
            yield from (f"{number} {family}" for family in kind.families for number in (2, 3))
        case v.Span():
            low, *_, high = _numbers(kind.number)
            yield f"{low} to {high}"
        case v.Stages():
            yield from (stage for stage, makes in stages.items() if v.ISA[makes] & set(kind.makes))
        case v.Axes():
            yield "group"
        case v.Either():
            for option in kind.options:
                yield from _values(option, name, stages)


def _numbers(kind: v.Number) -> Iterator[str]:
    if kind.whole:
        values: Sequence[float] = sorted({int(kind.low), int(kind.low) + 1, int(kind.high)})
    else:
        values = (kind.low, round((kind.low + kind.high) / 4, 6), kind.high)
    scale = 100 if kind.family == "share" else 1
    unit = UNITS.get(kind.family, f" {kind.family}")
    yield from (f"{_spelt(value * scale)}{unit}" for value in values)


def _spelt(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.9f}".rstrip("0").rstrip(".")
