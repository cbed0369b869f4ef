"""Estimates: about how long a stage will take, from what it, or the stage before it under that name, took before."""

from __future__ import annotations

from collections.abc import Sequence

from intaglio.runtime.plan.planner import PlannedStage
from intaglio.runtime.store.records import Record
from intaglio.runtime.store.store import LastRun, Store


def seconds(planned: PlannedStage, store: Store, last: LastRun) -> float | None:
    """Seconds that making what is missing takes; None where nothing like it was made before."""
    records = [record for record in _records(planned, store, last) if record.facts.get("made")]
    steps = _steps(planned, records)
    if not records or steps is None:
        return None
    return _pace(planned, records) * sum(_work(planned, index, steps) for index in range(len(planned.missing)))


def spent(planned: PlannedStage, store: Store, last: LastRun) -> float:
    """Seconds that went into what a stage last had and that making it now goes on from nothing of."""
    if any(cell.chain is not None and cell.chain.kept for cell in planned.cells):
        return 0.0
    return sum(float(record.facts.get("seconds", 0.0)) for record in _records(planned, store, last))


def _pace(planned: PlannedStage, records: Sequence[Record]) -> float:
    """Seconds for a step of a course, for a picture, or for a cell."""
    taken = sum(float(record.facts["seconds"]) for record in records)
    if planned.cells and (planned.cells[0].chain or planned.cells[0].stream) is not None:
        return taken / sum(int(record.facts["made"]) for record in records)
    return sum(float(record.facts["seconds"]) * _anew(record) for record in records) / len(records)


def _anew(record: Record) -> float:
    """How many times as long it would have taken without what was kept: where an input changes, that is of no use."""
    if record.facts.get("journeys"):
        return 1.0  # images go by themselves, and most are what they were
    return (int(record.facts["made"]) + int(record.facts["reused"])) / int(record.facts["made"])


def _work(planned: PlannedStage, index: int, steps: float) -> float:
    """How much a missing cell needs, in what a pace is of. Cells of one course share its beginning."""
    cell = planned.missing[index]
    if cell.stream is not None:
        return cell.stream.length - cell.stream.kept
    if cell.chain is None:
        return 1.0
    begun = [c.chain.length for c in planned.missing[:index] if c.chain is not None and c.chain.key == cell.chain.key]
    return max(0, cell.chain.length - max(begun, default=cell.chain.kept)) * steps


def _steps(planned: PlannedStage, records: Sequence[Record]) -> float | None:
    """How many steps a unit of a course's length has: as kept with the course, else as it was the last time."""
    chain = planned.cells[0].chain if planned.cells else None
    if chain is None or chain.steps is not None:
        return 1.0 if chain is None else chain.steps
    for record in records:
        length = record.manifest["settings"].get(chain.unit)
        if length:
            return (int(record.facts["made"]) + int(record.facts["reused"])) / float(length)
    return None


def _records(planned: PlannedStage, store: Store, last: LastRun) -> list[Record]:
    found = (store.record(key) for key in last.get(planned.name, ()))
    return [record for record in found if record is not None and record.kind == planned.verb]
