"""Offers: what may stand as a value, a name or a path, for `completion`, which knows where on a line the cursor is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types as lsp

from intaglio.face.server import meaning
from intaglio.face.server.cursor import Cursor
from intaglio.face.server.hover import of_named
from intaglio.face.server.outline import Named, Role, Sort, is_among, options
from intaglio.face.server.page import Page
from intaglio.lang import tree
from intaglio.lang import vocabulary as v
from intaglio.lang.checker.examples import example
from intaglio.lang.wording import quantity, units_of

Kind = lsp.CompletionItemKind
ENDS_A_VALUE = frozenset({"NUMBER", "PERCENT", "NAME", "STRING", "PATH", "COLOUR", "VERSION", "RIGHT"})
_COMPARES = frozenset({"COMPARE", "IS"})
_COMPARISONS = {
    ">=": "At least.",
    "<=": "At most.",
    ">": "More than.",
    "<": "Less than.",
    "is": meaning.JOINING["is"],
    "!=": "The two are not the same.",
}
_NO_VALUES = v.Flag | v.Name | v.Stages | v.Place | v.Axes  # what no value's name can stand for
_MEASURED = v.Number | v.Span | v.Size | v.Condition | v.Every | v.Either


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may stand here; `snippet` is what an editor that can fills in, `$` and all."""

    text: str
    kind: lsp.CompletionItemKind
    detail: str = ""
    doc: str = ""
    snippet: str = ""


def joining(*words: str) -> Iterator[Offer]:
    """Joining words."""
    yield from (Offer(word, Kind.Keyword, doc=meaning.JOINING[word]) for word in dict.fromkeys(words))


def units(families: Iterable[str]) -> Iterator[Offer]:
    """The units of some families."""
    for name in dict.fromkeys(families):
        for symbol in units_of(name):
            yield Offer(symbol, Kind.Unit, doc=meaning.of_unit(symbol))


def every_unit() -> Iterator[Offer]:
    """All there are."""
    return units(unit.family for unit in v.UNITS.values())


# Settings ----------------------------------------------------------------------------------------------------------


def setting(said: v.Setting) -> Offer:
    """A setting, with what it may be and what holds without it."""
    return Offer(said.name, Kind.Property, meaning.of_setting(said), said.doc, _snippet(said))


def _snippet(said: v.Setting) -> str:
    """A setting with a value to write over, its choices to choose from."""
    values = [slot for slot in said.slots if slot.clause is None and slot.required]
    slot = values[0] if values else None
    kind = next(options(slot.type)) if slot else None
    match kind:
        case None | v.Flag():
            return said.name
        case v.Choice():
            words = sorted(kind.offered, key=lambda word: word != said.default)
            return f"{said.name} ${{1|{','.join(words)}|}}"
        case v.Number():
            return f"{said.name} {_number(kind, said.default)}"
        case v.Stages():
            return f"{said.name} $1"
    return f"{said.name} ${{1:{example(kind)}}}"


def _number(kind: v.Number, default: object) -> str:
    """What holds without it, to write over; where that is not one number, its unit stands there already."""
    unit = "%" if kind.family == "share" else None
    if isinstance(default, int | float):
        return f"${{1:{quantity(default, kind.family, unit)}}}"
    if kind.family not in v.DIMENSIONS:
        return "$1"
    return "$1%" if unit else f"$1 {units_of(kind.family)[0]}"


# Values ------------------------------------------------------------------------------------------------------------


def in_setting(page: Page, here: Cursor) -> Iterator[Offer]:
    """What may follow on a line beneath a stage, after its first word."""
    parent = here.parent
    said = parent.words.get(here.head) if parent else None
    if said is None:
        if here.before[-1].terminal == "NUMBER":
            yield from every_unit()
        return
    last = here.before[-1]
    is_head = len(here.before) == 1 + (here.before[0].terminal == "EACH")
    if last.terminal == "NUMBER":
        yield from units(_measured(page, here) or meaning.families(said, page.vocabulary))
    if last.terminal in ENDS_A_VALUE and not is_head:
        yield from _after_a_value(page, here, said)
        return
    swept = here.before[0].terminal == "EACH"
    yield from _values(page, here, said, swept)
    if is_head:
        yield from _clauses(said, swept)


def _measured(page: Page, here: Cursor) -> tuple[str, ...]:
    """The family of what is compared where the cursor is."""
    words = here.before
    for place in range(len(words) - 1, 0, -1):
        if words[place].terminal in _COMPARES:
            measure = page.vocabulary.measures.get(words[place - 1].text)
            return (measure.type.family,) if measure is not None and measure.type.family is not None else ()
        if words[place].terminal in ("AND", "OR"):
            break
    return ()


def _after_a_value(page: Page, here: Cursor, said: v.Setting) -> Iterator[Offer]:
    kinds = [kind for slot in said.slots for kind in options(slot.type)]
    if any(isinstance(kind, v.Condition) for kind in kinds):
        if here.before[-1].text in page.vocabulary.measures:
            yield from (Offer(sign, Kind.Operator, doc=doc) for sign, doc in _COMPARISONS.items())
        else:
            yield from joining("and", "or")
        return
    words = [slot.clause for slot in said.slots if slot.clause and slot.clause != here.clause]
    if any(isinstance(kind, v.Number | v.Span) for kind in kinds):
        words += ["to", "by"]
    if any(isinstance(kind, v.Size) for kind in kinds):
        words += ["by", "to"]
    yield from joining(*words)


def _clauses(said: v.Setting, swept: bool) -> Iterator[Offer]:
    """Joining words that may stand at once after the setting."""
    words = [slot.clause for slot in said.slots if slot.clause]
    kinds = [kind for slot in said.slots for kind in options(slot.type)]
    if swept or any(isinstance(kind, v.Stages) for kind in kinds):
        words.append("from")
    if any(isinstance(kind, v.Condition) for kind in kinds):
        words.append("not")
    yield from joining(*words)


def _values(page: Page, here: Cursor, said: v.Setting, swept: bool) -> Iterator[Offer]:
    slots = [slot for slot in said.slots if (slot.clause or "") == here.clause]
    if here.clause == "from" and not slots:  # `each prompt from litany`, `prompts from litany`
        if swept:
            yield from stages(page, here, ("texts", "images"))
            return
        slots = list(said.slots)
    is_compared = here.before[-1].terminal in _COMPARES
    kinds = [kind for slot in slots for kind in options(slot.type)]
    for slot in slots if not is_compared else ():
        for kind in options(slot.type):
            yield from _of_type(page, here, slot, kind, swept)
    if not all(isinstance(kind, _NO_VALUES) for kind in kinds):
        yield from _values_named(page, here, kinds, said)


def _of_type(page: Page, here: Cursor, slot: v.Slot, kind: v.ValueType, swept: bool) -> Iterator[Offer]:
    match kind:
        case v.Choice():
            before = [word.text for word in here.before[1:] if is_among(kind, word.text)]
            if not before or slot.many or swept:
                yield from (Offer(each, Kind.EnumMember, doc=slot.doc) for each in kind.offered if each not in before)
        case v.Stages(makes=makes):
            yield from stages(page, here, makes)
        case v.Place():
            yield from paths(page, here, kind)
        case v.Axes():
            yield from _axes(page)
        case v.Condition():
            yield from _measures(page)


def _measures(page: Page) -> Iterator[Offer]:
    for name in v.offered(page.vocabulary.measures):
        measure = page.vocabulary.measures[name]
        yield Offer(name, Kind.Property, meaning.of_type(measure.type), measure.doc)


def _axes(page: Page) -> Iterator[Offer]:
    """Settings that something in the script is swept by, and `group`."""
    for seat in page.outline.seats:
        if seat.line.form == "each" and seat.line.head is not None and seat.line.head.text:
            yield Offer(seat.line.head.text, Kind.Property, seat.line.text)
    yield Offer("group", Kind.Keyword)


# Names -------------------------------------------------------------------------------------------------------------


def values(page: Page, here: Cursor) -> Iterator[Offer]:
    """What `let` and `takes` name."""
    return _named_values(page, here, lambda named: True)


def _values_named(page: Page, here: Cursor, kinds: Sequence[v.ValueType], said: v.Setting) -> Iterator[Offer]:
    """Those that could be one of these."""
    measured = set(meaning.families(said, page.vocabulary))
    return _named_values(page, here, lambda named: _could_be(named, kinds, measured))


def _named_values(page: Page, here: Cursor, fits: Callable[[Named], bool]) -> Iterator[Offer]:
    for said, named in here.scope.sayable().items():
        if named.sort in (Sort.LET, Sort.PARAMETER) and named.line.number != here.place.line and fits(named):
            yield Offer(said, Kind.Constant, named.line.text, of_named(named, page))


def _could_be(named: Named, kinds: Sequence[v.ValueType], measured: set[str]) -> bool:
    """Whether a `let` looks like one of these. What a recipe takes may be anything."""
    value = named.line.values[0] if named.sort is Sort.LET and named.line.values else None
    match value:
        case tree.Quantity(unit=unit):
            family = v.UNITS[unit].family if unit and unit in v.UNITS else None
            fits = family is None or not measured or family in measured
            return fits and any(isinstance(kind, _MEASURED) for kind in kinds)
        case tree.Text():
            return any(isinstance(kind, v.Text | v.Place | v.Name) for kind in kinds)
        case tree.Colour():
            return any(isinstance(kind, v.Hue) for kind in kinds)
        case tree.Path():
            return any(isinstance(kind, v.Place) for kind in kinds)
    return True


def stages(page: Page, here: Cursor, wanted: tuple[str, ...], *, given: bool = True) -> Iterator[Offer]:
    """Stages that make one of these; without any, all there are. The nearest above come first. `given` are what a
    recipe takes as well.
    """

    def far(entry: tuple[str, Named]) -> tuple[bool, int]:
        number = entry[1].line.number
        return number > here.place.line, abs(number - here.place.line)

    stage = here.seat.stage if here.seat and here.seat.role is not Role.STAGE else here.parent and here.parent.stage
    own = {stage, *stage.parts.values()} if stage else set()
    sayable = [each for each in here.scope.sayable().items() if each[1].line.number != here.place.line]
    for said, named in sorted(sayable, key=far):
        if named not in own and _fits(named, wanted) and (given or named.sort is not Sort.PARAMETER):
            yield Offer(said, Kind.Variable, named.line.text, of_named(named, page))


def _fits(named: Named, wanted: Sequence[str]) -> bool:
    match named.sort:
        case Sort.PARAMETER:
            return True
        case Sort.PART:
            return not wanted or "images" in wanted
        case Sort.STAGE:
            makes = named.makes
            return not wanted or makes is None or not v.ISA.get(makes, frozenset({makes})).isdisjoint(wanted)
    return False


# Paths -------------------------------------------------------------------------------------------------------------


def paths(page: Page, here: Cursor, kind: v.Place) -> Iterator[Offer]:
    """What lies in the folder that is begun, as long as that is within the script's own."""
    begun = here.begun.lstrip('"')
    folder = begun[: begun.rfind("/") + 1] or "./"
    if page.path is None or not _is_within(page, folder):
        return
    for name in page.world.listing(folder):
        is_folder = name.endswith("/")
        if not is_folder and (kind.what == "folder" or not kind.must_exist or name.endswith(".gen")):
            continue
        path = folder + name
        said = f'"{path}"' if any(letter.isspace() or letter in ',;"' for letter in path) else path
        yield Offer(said, Kind.Folder if is_folder else Kind.File)


def _is_within(page: Page, folder: str) -> bool:
    assert page.path is not None
    if folder.startswith(("/", "~", "\\")):
        return False
    try:
        home = page.path.parent.resolve()
        return (home / folder).resolve().is_relative_to(home)
    except (OSError, ValueError, RuntimeError):  # a loop of links, a NUL in the name
        return False
