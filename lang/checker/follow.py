"""What is told: of all faults found, those that do not merely follow from another on the same line, by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from intaglio.lang.diagnostic import Diagnostic

# On one line, a fault of the first code explains those of the others away.
EXPLAINS: dict[str, frozenset[str]] = {
    "G003": frozenset({"G108"}),
    "G004": frozenset({"G109", "G201", "G212", "G304", "G309", "G502"}),
    "G005": frozenset({"G006", "G109", "G212"}),
    "G006": frozenset({"G109", "G201", "G203", "G206", "G210", "G212", "G304"}),
    "G007": frozenset({"G205", "G206", "G212", "G401"}),
    "G008": frozenset({"G006", "G101", "G102", "G103", "G109", "G202", "G203", "G206", "G212", "G304"}),
    "G009": frozenset({"G006", "G206", "G213"}),
    "G011": frozenset({"G204", "G206", "G212"}),
    "G101": frozenset({"G109", "G210"}),
    "G102": frozenset({"G006", "G203", "G206", "G208", "G212"}),
    "G103": frozenset({"G301", "G302", "G304"}),
    "G106": frozenset({"G004", "G109", "G212"}),
    "G206": frozenset({"G004", "G212"}),
    "G302": frozenset({"G304"}),
    "G309": frozenset({"G301"}),
}
LAST_WORD = frozenset({"G010", "G012"})  # lines that could not be read: nothing else is said of them


def telling(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The faults worth telling, sorted by place."""
    by_line: defaultdict[int, list[Diagnostic]] = defaultdict(list)
    for fault in faults:
        by_line[fault.span.line].append(fault)
    told = [fault for line in by_line.values() for fault in (_of_line(line) if len(line) > 1 else line)]
    return tuple(sorted(told, key=lambda fault: (fault.span, fault.code)))


def _of_line(faults: list[Diagnostic]) -> list[Diagnostic]:
    codes = {fault.code for fault in faults}
    last = codes & LAST_WORD
    if last:
        return [fault for fault in faults if fault.code in last]
    away = {code for cause in codes for code in EXPLAINS.get(cause, ())}
    seen: set[tuple[object, ...]] = set()
    kept = []
    for fault in faults:
        if fault.code not in away and (fault.code, fault.span) not in seen:
            seen.add((fault.code, fault.span))
            kept.append(fault)
    return kept
