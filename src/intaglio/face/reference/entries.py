"""Entries: a word of the vocabulary comes in; how it is written and what its values may be go out, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intaglio.lang import vocabulary as v
from intaglio.lang.wording import listed, marked, quantity, units_of

AXES = "names of swept settings, or `group`"
WHATS = {"folder": "a path of a folder", "file": "a path of a file", "any": "a path"}
MUST = "must be said"  # in place of a default
HUGE = 2**53  # bounds past this are no bounds to a reader
STANDS_FOR: Mapping[type[object], str] = {
    v.Number: "NUMBER",
    v.Choice: "WORD",
    v.Text: "TEXT",
    v.Place: "PATH",
    v.Size: "SIZE",
    v.Condition: "CONDITION",
    v.Every: "INTERVAL",
    v.Span: "RANGE",
    v.Stages: "NAME",
    v.Axes: "NAME",
    v.Name: "NAME",
    v.Hue: "COLOUR",
    v.Either: "VALUE",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A setting or step. In what is `written`, words in capitals stand for values; `values` says what these may be."""

    name: str
    written: str
    values: tuple[str, ...]
    default: str
    doc: str
    sweeps: bool
    beneath: tuple[Entry, ...] = ()


def entries(words: Mapping[str, v.Setting]) -> tuple[Entry, ...]:
    """An entry for each word, in their order."""
    return tuple(map(entry, words.values()))


def entry(setting: v.Setting) -> Entry:
    """A setting or step, told."""
    return Entry(
        name=setting.name,
        written=" ".join([setting.name, *_slots(setting)]).replace(" , ", ", "),
        values=tuple(_values(setting)),
        default=_default(setting),
        doc=" ".join(_said(setting)),
        sweeps=setting.sweeps,
        beneath=entries(setting.beneath),
    )


def measure(of: v.Measure) -> Entry:
    """A measure of images, as a condition names it."""
    values = marked(may_be(of.type))
    return Entry(of.name, of.name, (values,), "", " ".join(of.doc.split()), sweeps=False)


def _said(setting: v.Setting) -> Iterator[str]:
    yield " ".join(setting.doc.split())
    if not setting.plain:
        yield from (f"{_called(slot)}: {_lowered(slot.doc)}" for slot in setting.slots if slot.doc)
    if setting.arrives_later:
        yield "**Arrives later.**"


def _lowered(text: str) -> str:
    return text if text[1:2].isupper() or not text[0].isupper() else text[0].lower() + text[1:]


# How it is written -------------------------------------------------------------------------------------------------


def _called(slot: v.Slot) -> str:
    """What a value of a line with several is called: a word in capitals, or the joining word that it follows."""
    return f"`{slot.clause}`" if slot.clause else slot.name.rstrip("_").replace("_", "-").upper()


def _slots(setting: v.Setting) -> Iterator[str]:
    """`COUNT every INTERVAL`, `[CONDITION]`, `NUMBER, …`; nothing for what only has to be there."""
    several = False
    for slot in setting.slots:
        if isinstance(slot.type, v.Flag):
            continue
        stands = STANDS_FOR[type(slot.type)]
        value = f"{slot.clause} {stands}" if slot.clause else stands if setting.plain else _called(slot)
        said = f"{', ' if several and not slot.clause else ''}{value}{', …' if slot.many else ''}"
        yield said if slot.required else f"[{said}]"
        several = not slot.clause


# What its values may be --------------------------------------------------------------------------------------------


def _values(setting: v.Setting) -> Iterator[str]:
    for slot in setting.slots:
        kind = may_be(slot.type)
        many = ", or several" if slot.many and not isinstance(slot.type, v.Axes) else ""
        shown = kind and f"{kind}{many}"
        if shown:
            said = shown if setting.plain or len(setting.slots) == 1 else f"{_called(slot)}: {shown}"
            yield marked(said)


def may_be(kind: v.ValueType) -> str:
    """What a value may be: `0.5 to 8 s`; `gan` or `diffusion`; "" for what has none."""
    match kind:
        case v.Number():
            return _number(kind)
        case v.Choice():
            return _choice(kind)
        case v.Text():
            return "a text in quotation marks"
        case v.Place():
            return WHATS[kind.what]
        case v.Flag():
            return ""
        case v.Size():
            return f"{kind.low} px to {kind.high} px, or two of these with `by` between"
        case v.Condition():
            return "a condition on [measures](images.md)"
        case v.Every():
            return f"a number of {listed(kind.families)}"
        case v.Span(way=True):
            return "two of these with `to` between, for one that moves"
        case v.Span():
            return f"a range, LOW `to` HIGH, within {_number(kind.number)}"
        case v.Stages():
            return f"a name of {listed(_made(kind.makes))}"
        case v.Axes():
            return AXES
        case v.Name():
            return "a name, or a text in quotation marks"
        case v.Hue():
            return "a colour, `#rrggbb`"
        case v.Either():
            return "; or ".join(map(may_be, kind.options))


def _made(makes: tuple[str, ...]) -> list[str]:
    return [f"what makes {each}" if each != "model" else "a model" for each in makes]


def _number(kind: v.Number) -> str:
    """`1 to 256 images`, `0% to 100%`; a whole number says so."""
    usual = next(iter(units_of(kind.family)), None) if kind.family else None
    ends = [quantity(end, kind.family, usual) for end in (kind.low, kind.high)]
    if kind.high >= HUGE:
        return f"a whole number from {ends[0]}"
    if kind.family is None or usual in v.DIMENSIONS or usual == "%":
        said = " to ".join(ends)
    else:
        unit = f" {usual}" if not ends[1].endswith(usual or "") else ""
        said = f"{ends[0].removesuffix(f' {usual}')} to {ends[1]}{unit}"
    return f"{said}, whole" if kind.whole and kind.family is None else said


def _choice(kind: v.Choice) -> str:
    also = {word: other for other, word in kind.aliases}
    words = [f"`{word}` (or `{also[word]}`)" if word in also else f"`{word}`" for word in kind.offered]
    later = listed([f"`{word}`" for word in kind.later], "and")
    if not words:
        return f"{later}, later"
    return f"{listed(words)}; later {later}" if later else listed(words)


# Defaults ----------------------------------------------------------------------------------------------------------


def _default(setting: v.Setting) -> str:
    """What holds where nothing is said; "" where the text says it, or nothing does."""
    if setting.required:
        return MUST
    value = setting.default
    if value is None or value is False or value == ():
        return ""
    if isinstance(value, int | float) and setting.slots:
        kind = setting.slots[0].type
        family = kind.family if isinstance(kind, v.Number) else None
        return quantity(value, family, "%" if family == "share" else None)
    return listed([str(item) for item in value], "and") if isinstance(value, tuple) else str(value)
