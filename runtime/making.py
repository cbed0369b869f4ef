"""Making: from a stage's missing cells to artifacts in the store, by way of an executor.

Each cell is made under its key's lock, in a folder of its own in the store, and is committed before the next job is
sent: what was reached is kept, whatever happens then.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any

from intaglio.runtime.contract import Cancelled, Fault, Kind, Made
from intaglio.runtime.disk import size
from intaglio.runtime.events import Event, Progress, Remarked
from intaglio.runtime.executor import Executor
from intaglio.runtime.manifest import Key
from intaglio.runtime.messages import Job, Message, SentCell, SentGiven, SentSegment, SentSource, packed, unpacked
from intaglio.runtime.planner import PlannedCell, PlannedStage
from intaglio.runtime.store import Store, Working
from intaglio.runtime.worker import LOWER

TOGETHER = 64  # cells in one job, for kinds that make many at once


@dataclass(frozen=True, slots=True)
class Restless:
    """A file changed under the stage, which must be planned again."""

    path: str


class Stopped:
    """The job heeded a cancel."""


Outcome = Made | Fault | Restless | Stopped


def make(planned: PlannedStage, kind: Kind[Any], store: Store, executor: Executor) -> Generator[Event, None, Outcome]:
    """Make the cells that the store does not have. Yields progress, returns how it ended."""
    missing = sorted(planned.missing, key=_length)  # shorter courses are the beginnings of longer ones
    size = TOGETHER if kind.together else 1
    jobs = [missing[i : i + size] for i in range(0, len(missing), size)]
    total = Made(0, 0, "images")
    began = time.monotonic()
    for number, cells in enumerate(jobs):
        teller = _Teller(planned.name, began, number, len(jobs))
        try:
            outcome = yield from _do(cells, kind, store, executor, teller)
        except Cancelled:
            return Stopped()
        if not isinstance(outcome, Made):
            return outcome
        total = Made(total.made + outcome.made, total.reused + outcome.reused, outcome.unit)
    return total


def _length(cell: PlannedCell) -> int:
    return 0 if cell.chain is None else cell.chain.length


@dataclass(frozen=True, slots=True)
class _Teller:
    """Turns a worker's messages into events of the whole stage."""

    stage: str
    began: float
    job: int
    jobs: int

    def tell(self, message: Message) -> Event:
        facts = message.facts
        if message.what == "remark":
            return Remarked(self.stage, facts["code"], facts["message"], facts["hint"])
        done = self.job * facts["total"] + facts["done"]
        took = time.monotonic() - self.began
        return Progress(self.stage, done, self.jobs * facts["total"], facts["unit"], took, facts["facts"])


def _do(
    cells: Sequence[PlannedCell], kind: Kind[Any], store: Store, executor: Executor, teller: _Teller
) -> Generator[Event, None, Outcome]:
    """One job: cells that nobody else has made meanwhile, sent, told of, and committed."""
    with ExitStack() as held:
        for name in sorted(_names(cells)):
            held.enter_context(store.locked(name, waiting=partial(_heed, executor)))
        wanted = list(_distinct(cells, store))
        if not wanted:
            return Made(0, len(cells))
        folders = [held.enter_context(store.working()) for _ in wanted]
        began = time.monotonic()
        remarks: list[dict[str, Any]] = []
        sent = tuple(_sent(cell, folder, store) for cell, folder in zip(wanted, folders, strict=True))
        for message in executor.run(Job(module=_module(kind), kind=kind.name, cells=sent)):
            if message.what == "remark":
                remarks.append(message.facts)
            if message.what in ("progress", "remark"):
                yield teller.tell(message)
            elif message.what == "segment":
                yield from _keep(store, wanted, folders, message, teller)
            elif message.what == "damaged":
                _set_aside(store, wanted, message)
            elif message.what == "made":
                return _commit(store, kind.makes, wanted, folders, message, remarks, time.monotonic() - began)
            else:
                return _ended(message)
    raise AssertionError("an executor's messages end with how the job ended")


def _names(cells: Sequence[PlannedCell]) -> set[Key]:
    """What nobody else may make meanwhile: these results, and more of the courses that they are lengths of."""
    chains = {cell.chain.key for cell in cells if cell.chain is not None}
    return chains | {cell.key for cell in cells if cell.key is not None}


def _keep(
    store: Store, cells: Sequence[PlannedCell], folders: Sequence[Working], message: Message, teller: _Teller
) -> Iterator[Event]:
    """Take in a segment. One that cannot be kept is told of, and ends nothing."""
    facts = message.facts
    cell = next(c for c, f in zip(cells, folders, strict=True) if packed(f.result) == facts["result"])
    assert cell.chain is not None, "only a course has segments"
    how = {name: facts[name] for name in ("epoch", "marked")}
    try:
        store.chains.keep(cell.chain.key, unpacked(facts["folder"]), facts["step"], facts["fingerprint"], **how)
    except Fault as fault:
        yield Remarked(teller.stage, "", f"What was reached could not be kept on the way: {fault.message}", fault.hint)


def _set_aside(store: Store, cells: Sequence[PlannedCell], message: Message) -> None:
    for chain in {cell.chain.key for cell in cells if cell.chain is not None}:
        for segment in store.chains.segments(chain):
            if segment.step == message.facts["step"]:
                store.chains.set_aside(segment)


def _heed(executor: Executor) -> None:
    """Called while another process makes what we want: a cancel must not wait for it."""
    if executor.stopping:
        raise Cancelled


def _distinct(cells: Sequence[PlannedCell], store: Store) -> Iterator[PlannedCell]:
    """Each key once, and only while the store lacks it: another process may have made it while we waited."""
    seen = set()
    for cell in cells:
        if cell.key is not None and cell.key not in seen and store.find(cell.key) is None:
            seen.add(cell.key)
            yield cell


def _commit(
    store: Store,
    makes: str,
    cells: Sequence[PlannedCell],
    folders: Sequence[Working],
    message: Message,
    remarks: Sequence[dict[str, Any]],
    seconds: float,
) -> Made:
    total = Made(0)
    for cell, folder, (made, reused, unit) in zip(cells, folders, message.facts["cells"], strict=True):
        assert cell.key is not None, "a cell without a key is never sent"
        assert cell.manifest is not None
        facts = {
            "made": made,
            "reused": reused,
            "unit": unit,
            "seconds": seconds / len(cells),
            "remarks": [
                {k: r[k] for k in ("code", "message", "hint")} for r in remarks if r["result"] == packed(folder.result)
            ],
            "made-with": message.facts["with_"],
            "chain": None if cell.chain is None else cell.chain.key,  # so that what is kept of it stays with it
        }
        store.commit(cell.key, cell.manifest, folder, facts, makes=makes)
        total = Made(total.made + made, total.reused + reused, unit)
    return total


def _ended(message: Message) -> Outcome:
    facts = message.facts
    match message.what:
        case "cancelled":
            return Stopped()
        case "changed":
            return Restless(facts["path"])
        case "fault":
            return Fault(facts["message"], facts["hint"], facts.get("path"))
        case "died" if facts["killed"]:
            held = size(facts["held"])
            why = f"The worker was killed by the system, most likely because memory ran out: it held up to {held}."
            return Fault(why, LOWER)
        case "died":
            return Fault(f"The worker ended by itself (code {facts['code']}). What it printed: {facts['log']}")
        case "broken":
            raise RuntimeError(facts["error"])  # our own mistake, loud
    raise AssertionError(f"an unknown message: {message.what}")


def _module(kind: Kind[Any]) -> str:
    assert kind.run is not None, "a kind that arrives later is refused before anything starts"
    return kind.run.__module__


def _sent(cell: PlannedCell, folder: Working, store: Store) -> SentCell:
    return SentCell(
        params=cell.params.model_dump_json(),
        seed=cell.seed,
        sources=tuple(map(SentGiven.of, cell.sources)),
        models=tuple(map(SentGiven.of, cell.models)),
        files={role: tuple(map(SentSource.of, found)) for role, found in (cell.files or {}).items()},
        cell=cell.point.labels(),
        result=packed(folder.result),
        seen=packed(folder.seen),
        segments=_segments(cell, store),
    )


def _segments(cell: PlannedCell, store: Store) -> tuple[SentSegment, ...]:
    """What is kept of a cell's course by now: whoever held its lock before us may have gone further."""
    if cell.chain is None:
        return ()
    return tuple(
        SentSegment(
            step=segment.step,
            fingerprint=segment.fingerprint,
            files={name: packed(store.chains.path(blob)) for name, blob in segment.files.items()},
        )
        for segment in store.chains.segments(cell.chain.key)
    )
