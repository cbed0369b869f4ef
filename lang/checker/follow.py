"""What is told: of all faults found, those that do not merely follow from another, by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from intaglio.lang import diagnostics as wrong
from intaglio.lang.diagnostic import Diagnostic, Edit, Level
from intaglio.lang.grammar import tokens
from intaglio.lang.layout import cut, lines_of
from intaglio.lang.records import replace
from intaglio.lang.span import Span

if TYPE_CHECKING:
    from intaglio.lang.checker.lets import Unfit

# On one line, a fault of the first code explains those of the others away.
EXPLAINS: dict[str, frozenset[str]] = {
    "G003": frozenset({"G108"}),
    "G004": frozenset({"G103", "G109", "G201", "G304", "G309", "G502"}),
    "G005": frozenset({"G006", "G013", "G014", "G103", "G108", "G109", "G204", "G206", "G212", "G304"}),
    "G006": frozenset({"G103", "G109", "G201", "G203", "G206", "G210", "G212", "G304"}),
    "G007": frozenset({"G013", "G103", "G108", "G109", "G204", "G205", "G304", "G510", "G206", "G212", "G401"}),
    "G008": frozenset({"G006", "G101", "G102", "G103", "G109", "G202", "G203", "G206", "G205", "G212", "G304", "G510"}),
    "G009": frozenset({"G006", "G206", "G213", "G510"}),
    "G011": frozenset({"G204", "G206", "G212"}),
    "G018": frozenset({"G005", "G007", "G010", "G106", "G004", "G016", "G017"}),
    "G101": frozenset({"G109", "G210"}),
    "G102": frozenset({"G006", "G203", "G206", "G208", "G212"}),
    "G103": frozenset({"G301", "G302", "G304"}),
    "G108": frozenset({"G004", "G006", "G206"}),
    "G104": frozenset({"G304"}),
    "G106": frozenset({"G004", "G109", "G212"}),
    "G206": frozenset({"G004", "G212"}),
    "G212": frozenset({"G004"}),
    "G215": frozenset({"G004", "G005", "G010", "G212"}),
    "G302": frozenset({"G304"}),
    "G303": frozenset({"G301"}),
    "G501": frozenset({"G502"}),
    "G309": frozenset({"G301"}),
}
TWICE = frozenset({"G014", "G204", "G205", "G206", "G208", "G212"})  # what a word that stands twice explains away
SHOWN = 3  # further lines that speak of a name that nothing has
NEARER = frozenset({"G006", "G007", "G008", "G009", "G018"})  # what says more of a line than that its verb is none
LAST_WORD = frozenset({"G010", "G012", "G016", "G017"})  # lines not read as they stand: nothing else is said of them


def telling(faults: Iterable[Diagnostic], text: str) -> tuple[Diagnostic, ...]:
    """The faults worth telling of a script, sorted by place."""
    by_line: dict[int, list[Diagnostic]] = defaultdict(list)
    for fault in faults:
        by_line[fault.span.line].append(fault)
    crowded = [number for number, found in by_line.items() if len(found) > 1]
    lines = lines_of(text) if crowded else []
    for number in crowded:
        by_line[number] = _once(_pasted_together(_of_line(by_line[number]), lines[number - 1]))
    if len(by_line) > 1 or crowded:
        from intaglio.lang.checker.aftermath import without_aftermath  # a script without mistakes does without

        by_line = without_aftermath(by_line, lines or lines_of(text))
    told = _told_at_value([fault for found in by_line.values() for fault in found], text)
    told = _told_of_one_name(_told_at_making(told, text))
    told = _told_of_one_block(told, text)
    return tuple(sorted(told, key=lambda fault: (fault.span, fault.code)))


def _of_line(faults: list[Diagnostic]) -> list[Diagnostic]:
    codes = {fault.code for fault in faults}
    if any(isinstance(fault, wrong.values.OtherValue) and fault.wanted == "value" for fault in faults):
        faults = [fault for fault in faults if fault.code not in ("G201", "G202")]
    if any(isinstance(fault, wrong.values.OtherValue) and fault.outweighs for fault in faults):
        faults = [fault for fault in faults if fault.code != "G005"]
        codes = {fault.code for fault in faults}
    if any(isinstance(fault, wrong.values.OtherValue) and fault.wanted == "text" for fault in faults):
        faults = [fault for fault in faults if fault.code not in ("G004", "G005", "G007", "G010")]
        codes = {fault.code for fault in faults}
    if any(isinstance(fault, wrong.syntax.MissingComma) and fault.twice for fault in faults):
        faults = [fault for fault in faults if fault.code not in TWICE]
        codes = {fault.code for fault in faults}
    if whole := [fault for fault in faults if isinstance(fault, wrong.syntax.HabitFromElsewhere) and fault.is_read]:
        others = _of_line([fault for fault in faults if fault.code >= "G1"])
        return [*whole, *(f if isinstance(f, wrong.names.NothingSoNamed) else f.without_remedy() for f in others)]
    last = codes & LAST_WORD
    lost: list[Diagnostic] = [e for e in faults if isinstance(e, wrong.names.UnknownVerb) and _is_lost(e)]
    if lost and not last and NEARER.isdisjoint(codes):
        return lost  # whatever else is said of the line takes it for one of a verb
    if last:
        begins = min(fault.span.column for fault in faults if fault.code in last)
        return [fault for fault in faults if fault.code in last or _is_apart(fault, begins)]
    away = {code for cause in codes for code in EXPLAINS.get(cause, ())}
    seen: set[tuple[object, ...]] = set()
    kept = []
    for fault in faults:
        if fault.code not in away and (fault.code, fault.span) not in seen:
            seen.add((fault.code, fault.span))
            kept.append(fault)
    return kept


def _is_lost(fault: wrong.names.UnknownVerb) -> bool:
    """Whether nobody can tell which verb is meant."""
    return (fault.paste is None or bool(fault.because)) and not (fault.ours or fault.standard)


def _is_apart(fault: Diagnostic, begins: int) -> bool:
    """Whether it is told of a name that stands before the place from which a line was not read as it stands."""
    return isinstance(fault, wrong.names.NothingSoNamed) and fault.span.end <= begins


def _once(faults: list[Diagnostic]) -> list[Diagnostic]:
    """Joining words that changed places with each other, and values of one setting that all lack the same, are told of
    once: one line to paste mends all.
    """
    seen: set[object] = set()
    kept = []
    for fault in faults:
        same = _lacking(fault)
        if same is None or same not in seen:
            kept.append(fault)
        seen.add(same)
    faults = kept
    swaps = [fault for fault in faults if isinstance(fault, wrong.graph.ChangedPlaces)]
    spare = [fault for fault in swaps[1:] if fault.paste == swaps[0].paste]
    return [fault for fault in faults if not any(fault is each for each in spare)]


def _lacking(fault: Diagnostic) -> object:
    """What a value lacks, with the line to paste: the unit that its setting is in; None of other faults."""
    if not isinstance(fault, wrong.values.UnitMissing | wrong.values.OtherQuantity):
        return None
    return fault.code, fault.word, fault.message() if fault.paste is None else fault.paste


def _told_at_making(faults: list[Diagnostic], text: str) -> list[Diagnostic]:
    """A name that several lines agree on, and that only the line which makes it has otherwise, is told of there."""
    spoken: dict[Span, list[wrong.names.NothingSoNamed | wrong.names.UnknownVerb]] = defaultdict(list)
    for fault in faults:
        if isinstance(fault, wrong.names.NothingSoNamed | wrong.names.UnknownVerb) and fault.at_making is not None:
            spoken[fault.at_making.span].append(fault)
    spoken = {place: found for place, found in spoken.items() if len({fault.span.line for fault in found}) > 1}
    if not spoken:
        return faults
    told = list[Diagnostic]()
    spare: set[int] = set()
    for found in spoken.values():
        there = found[0].at_making
        assert there is not None
        names = {fault.at_making.name for fault in found if fault.at_making is not None}
        if len(names) == 1 and sum(_says(line, there.made_as) for line in lines_of(text)) == 1:
            found.sort(key=lambda fault: fault.span)
            places = {fault.span.line: fault.span for fault in found}
            told.append(replace(there, others=tuple(places), also=tuple(places.values())[:SHOWN]))
            spare.update(map(id, found))
    return [*told, *(fault for fault in faults if id(fault) not in spare)]


def _told_at_value(faults: list[Diagnostic], text: str) -> list[Diagnostic]:
    """A number that suits none of the lines that speak of it by its name is told of where `let` gives it that.

    Where something else is wrong with that line, this is the next thing that comes to light there.
    """
    spoken: dict[Span, list[Unfit]] = defaultdict(list)
    for fault in faults:
        if isinstance(fault, wrong.values.UnitMissing | wrong.values.OtherQuantity) and fault.at_value is not None:
            spoken[fault.at_value.span].append(fault)
    told, spare = list[Diagnostic](), set[int]()
    for place, found in spoken.items():
        there = found[0].at_value
        assert there is not None
        found.sort(key=lambda fault: fault.span)
        places = {fault.span.line: fault.span for fault in found}
        if len({(fault.code, fault.wanted) for fault in found}) > 1 or not _only_there(
            there.named, places, place, text
        ):
            continue
        spare.update(map(id, found))
        if not any(fault.span.line == place.line and fault.level is Level.MISTAKE for fault in faults):
            told.append(replace(there, others=tuple(places), also=tuple(places.values())[:SHOWN]))
    return [*told, *(fault for fault in faults if id(fault) not in spare)] if spare else faults


def _only_there(name: str, places: Mapping[int, Span], let: Span, text: str) -> bool:
    """Whether a name stands on no other line than that of its `let` and those of some faults."""
    lines = [number for number, line in enumerate(lines_of(text), 1) if name in line]
    return all(
        number in places or number == let.line or not _says(lines_of(text)[number - 1], name) for number in lines
    )


def _says(line: str, name: str) -> int:
    """How often a line says a name: what its note, its texts and paths say is none."""
    if name not in line:
        return 0
    return sum(token.type == "NAME" and str(token) == name for token in tokens(cut(line).text))


def _told_of_one_name(faults: list[Diagnostic]) -> list[Diagnostic]:
    """A name that nothing has, and that several lines speak of, is told of once, with all of them."""
    named: dict[tuple[object, ...], list[Diagnostic]] = defaultdict(list)
    for fault in faults:
        if isinstance(fault, wrong.names.NothingSoNamed) and not fault.beyond:
            meant = fault.edit.replacement if fault.edit else fault.paste
            named[fault.name, fault.inside, fault.message(), meant].append(fault)
    spare: set[int] = set()
    first: dict[int, Diagnostic] = {}
    for found in named.values():
        if len(found) > 1 and len({fault.span.line for fault in found}) == len(found):
            found.sort(key=lambda fault: fault.span)
            first[id(found[0])] = _with_others(found[0], found[1:])
            spare.update(id(fault) for fault in found[1:])
    return [first.get(id(fault), fault) for fault in faults if id(fault) not in spare] if spare else faults


def _with_others(fault: Diagnostic, others: list[Diagnostic]) -> Diagnostic:
    assert isinstance(fault, wrong.names.NothingSoNamed)
    lines = tuple(other.span.line for other in others)
    also = (*fault.also, *(other.span for other in others[:SHOWN]))
    edits = [other.edit for other in others]
    further = tuple(filter(None, edits)) if fault.edit is not None and all(edits) else ()
    return replace(fault, also=also, further=further, others=lines)


def _told_of_one_block(faults: list[Diagnostic], text: str) -> list[Diagnostic]:
    """Lines that follow each other, and that all belong further in beneath one stage, are told of once."""
    strayed = sorted((f for f in faults if isinstance(f, wrong.names.NotIndented)), key=lambda fault: fault.span)
    if len(strayed) < 2:
        return faults
    lines = lines_of(text)
    runs = [[strayed[0]]]
    for before, fault in pairwise(strayed):
        between = lines[before.last : fault.span.line - 1]
        if fault.stage == before.stage and fault.edit is not None and not any(map(_is_at_margin, between)):
            runs[-1].append(fault)
        else:
            runs.append([fault])
    others = [fault for fault in faults if not isinstance(fault, wrong.names.NotIndented)]
    return [*others, *(run[0].joined(run[1:]) if run[1:] else run[0] for run in runs)]


def _is_at_margin(line: str) -> bool:
    said = cut(line)
    return bool(said.text) and not said.width


# Lines to paste ----------------------------------------------------------------------------------------------------


def _pasted_together(faults: list[Diagnostic], line: str) -> list[Diagnostic]:
    """Each fault of a line with all of the line's mending in what it offers to paste."""
    inside = dict.fromkeys(f.edit for f in faults if f.edit and not f.adds_lines and not f.is_block)
    edits = sorted(inside, key=lambda edit: edit.span)
    apart = all(one.span.end <= other.span.column for one, other in pairwise(edits))
    if len(edits) < 2 or not apart:
        return faults
    return [_with_edits(fault, edits, line) for fault in faults]


def _with_edits(fault: Diagnostic, edits: list[Edit], line: str) -> Diagnostic:
    """Only where what it offers is the line as its own edit mends it, and nothing else."""
    if not isinstance(fault, wrong.mended.Mended) or fault.edit not in edits or fault.paste is None:
        return fault
    alone = _mended(line, [edit for edit in edits if edit == fault.edit]).strip()
    if not alone.startswith(fault.paste):
        return fault
    note = alone[len(fault.paste) :]
    together = _mended(line, edits).strip().removesuffix(note)
    return replace(fault, paste=together, instead=(fault, *fault.instead))


def _mended(line: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        line = line[: edit.span.column - 1] + edit.replacement + line[edit.span.end - 1 :]
    return line
