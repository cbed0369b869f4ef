"""Making: from a stage's missing cells to artifacts in the store, by way of an executor.

Each cell is made under its key's lock, in a folder of its own in the store, and is committed before the next job is
sent: what was reached is kept, whatever happens then.
"""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Kind, Made, Source
from intaglio.runtime.fault import Cancelled, Fault
from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.plan.planner import PlannedCell, PlannedStage
from intaglio.runtime.run.events import Awaited, Event, Progress, Remarked
from intaglio.runtime.run.executor import Executor
from intaglio.runtime.run.messages import (
    Job,
    Message,
    SentArtifact,
    SentCell,
    SentGiven,
    SentItems,
    SentSegment,
    packed,
    unpacked,
)
from intaglio.runtime.run.worker import LOWER
from intaglio.runtime.store import disk
from intaglio.runtime.store.disk import size
from intaglio.runtime.store.items import LIST, keys_of, sought
from intaglio.runtime.store.store import JOURNEYS, Store
from intaglio.runtime.store.workplaces import Working

LOG = "perform.log"  # of the store: what code of the artist's ended with
LOGGED = 1_000_000  # bytes of it after which it begins anew
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
    jobs += [[cell] for cell in planned.wanting if cell.unseen]
    fresh = [cell for cell in planned.cells if cell.artifact is not None and cell.stream is not None]
    total = Made(0, _counted(fresh))
    teller, counted = _Teller(planned.name, jobs), _Courses()
    for cells in jobs:
        try:
            outcome = yield from _do(cells, kind, store, executor, teller)
        except Cancelled:
            return Stopped()
        if not isinstance(outcome, Made):
            return outcome
        teller.end(cells)
        kept = counted.take(cells, outcome.made + outcome.reused, outcome.reused)
        total = Made(total.made + outcome.made, total.reused + kept, outcome.unit)
    return total


def _length(cell: PlannedCell) -> int:
    return 0 if cell.chain is None else cell.chain.length


class _Courses:
    """How far each course has been counted: shorter ones are the beginnings of longer ones, and count once."""

    def __init__(self) -> None:
        self._far: dict[Key, int] = {}

    def begun(self, cells: Sequence[PlannedCell]) -> int:
        """How far the course of a job was counted before it; 0 where it is of none, or only looks at one."""
        return sum(self._far.get(cell.chain.key, 0) for cell in cells if cell.chain is not None and not cell.unseen)

    def take(self, cells: Sequence[PlannedCell], far: int, kept: int = 0) -> int:
        """Count a job's course so far, of which so much was kept: how much of that was not counted yet."""
        before = self.begun(cells)
        for cell in cells:
            if cell.chain is not None and not cell.unseen:
                self._far[cell.chain.key] = max(before, far)
        return max(0, kept - before)


class _Teller:
    """Turns a worker's messages into events of the whole stage, whose total stays what it first was.

    A job tells only of itself. What the others will come to is known by the measure of their cells: where a plan can
    say how much there is of each, `total` is right from the first event on; else all cells count alike.
    """

    def __init__(self, stage: str, jobs: Sequence[Sequence[PlannedCell]]) -> None:
        self.stage = stage
        self._began = time.monotonic()
        self._courses = _Courses()
        self._whole = max(1, _whole(jobs))
        self._ended = 0  # of the whole, by the same measure
        self._unit = ""
        self._total: int | None = None
        self._done = 0
        self._remarks: set[tuple[str, str]] = set()

    def tell(self, message: Message, sent: Sequence[PlannedCell]) -> Iterator[Event]:
        """What is to be told of a message about a job of some cells. A remark that many cells make is told once."""
        facts = message.facts
        if message.what == "progress":
            yield self._progress(facts, _measure(sent), self._courses.begun(sent))
        elif (remark := (facts["code"], facts["message"])) not in self._remarks:
            self._remarks.add(remark)
            yield Remarked(self.stage, *remark, facts["hint"])

    def end(self, cells: Sequence[PlannedCell]) -> None:
        """A job has come to its end."""
        self._ended += max(0, _measure(cells) - self._courses.begun(cells))
        self._courses.take(cells, _measure(cells))

    def _progress(self, facts: Mapping[str, Any], measure: int, begun: int) -> Progress:
        """How far the stage is, where a job of some measure is so far, which others have begun."""
        done, total = facts["done"], max(1, facts["total"])
        if facts["unit"] != self._unit:  # a training draws previews first, where more is asked for, and then learns
            self._unit, self._total, self._done = facts["unit"], None, 0
        if self._total is None:
            self._total = max(1, round(total * self._whole / measure))
        reached = self._ended + max(0.0, measure * min(1.0, done / total) - begun)
        self._done = max(self._done, min(self._total, round(self._total * reached / self._whole)))
        took = time.monotonic() - self._began
        return Progress(self.stage, self._done, self._total, facts["unit"], took, facts["facts"])


def _measure(cells: Sequence[PlannedCell]) -> int:
    return sum(cell.want for cell in cells)


def _whole(jobs: Sequence[Sequence[PlannedCell]]) -> int:
    """The measure of all jobs, where what courses share counts once."""
    courses, whole = _Courses(), 0
    for cells in jobs:
        whole += max(0, _measure(cells) - courses.begun(cells))
        courses.take(cells, _measure(cells))
    return whole


def _do(
    cells: Sequence[PlannedCell], kind: Kind[Any], store: Store, executor: Executor, teller: _Teller
) -> Generator[Event, None, Outcome]:
    """One job: cells that nobody else has made meanwhile, sent, told of, and committed."""
    with ExitStack() as held:
        told = False
        for name in sorted(_names(cells)):
            try:
                held.enter_context(store.locked(name, waiting=_give_way))
            except _Taken:
                if not told:
                    yield Awaited(teller.stage)
                told = True
                held.enter_context(store.locked(name, waiting=partial(_heed, executor)))
        wanted = list(_distinct(cells, kind, store))
        there = _counted(cells) - _counted(wanted)
        if not wanted:
            return Made(0, there, _unit(cells))
        folders = [held.enter_context(store.working()) for _ in wanted]
        began = time.monotonic()
        sent = tuple(_sent(cell, folder, kind, store) for cell, folder in zip(wanted, folders, strict=True))
        look = any(cell.unseen for cell in wanted)
        own = "" if kind.own is None else kind.own.digest(wanted[0].params)
        for message in executor.run(Job(module=_module(kind), kind=kind.name, cells=sent, look=look, own=own)):
            if message.what in ("progress", "remark"):
                yield from teller.tell(message, wanted)
            elif message.what == "segment":
                yield from _keep(store, wanted, folders, message, teller)
            elif message.what == "damaged":
                _set_aside(store, wanted, message)
            elif message.what == "made" and look:
                return _show(store, wanted, folders, message)
            elif message.what == "made":
                work = [_Work(*each) for each in zip(wanted, folders, sent, strict=True)]
                made = _commit(store, kind, work, message, time.monotonic() - began)
                return Made(made.made, made.reused + there, made.unit)
            elif message.facts.get("traceback"):
                return _logged(message, store, teller.stage)
            else:
                return _ended(message)
    raise AssertionError("an executor's messages end with how the job ended")


@dataclass(frozen=True, slots=True)
class _Work:
    """A cell that is being made."""

    cell: PlannedCell
    folder: Working
    sent: SentCell


def _names(cells: Sequence[PlannedCell]) -> set[Key]:
    """What nobody else may make meanwhile: these results, and more of the courses and streams that they are of."""
    chains = {cell.chain.key for cell in cells if cell.chain is not None}
    streams = {cell.stream.key for cell in cells if cell.stream is not None and cell.stream.key is not None}
    return chains | streams | {cell.key for cell in cells if cell.key is not None}


def _counted(cells: Sequence[PlannedCell]) -> int:
    """How many pictures cells have, where these are known one by one; else how many cells there are."""
    return sum(1 if cell.stream is None else cell.stream.length for cell in cells)


def _unit(cells: Sequence[PlannedCell]) -> str:
    return next((cell.stream.unit for cell in cells if cell.stream is not None), "images")


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


class _Taken(Exception):
    """Another process makes what we want."""


def _give_way() -> None:
    raise _Taken


def _heed(executor: Executor) -> None:
    """Called while another process makes what we want: a cancel must not wait for it."""
    if executor.stopping:
        raise Cancelled


def _distinct(cells: Sequence[PlannedCell], kind: Kind[Any], store: Store) -> Iterator[PlannedCell]:
    """Each key once, and only while the store lacks it: another process may have made it while we waited."""
    seen = set()
    for cell in cells:
        if cell.key is not None and cell.key not in seen and _is_lacking(cell, kind, store.find(cell.key)):
            seen.add(cell.key)
            yield cell


def _is_lacking(cell: PlannedCell, kind: Kind[Any], found: Artifact | None) -> bool:
    """Whether what a plan found lacking is so still."""
    if not cell.unseen:
        return found is None
    return found is not None and kind.unseen is not None and bool(kind.unseen(cell.params, found))


def _show(store: Store, cells: Sequence[PlannedCell], folders: Sequence[Working], message: Message) -> Made:
    """Take in what was drawn of results that are there."""
    for cell, folder in zip(cells, folders, strict=True):
        assert cell.artifact is not None, "only what is there can be looked at"
        store.show(cell.artifact, folder)
    return Made(*message.facts["cells"][0])


def _commit(store: Store, kind: Kind[Any], work: Sequence[_Work], message: Message, seconds: float) -> Made:
    """Take in what a job has made in so many seconds, cell by cell."""
    total = Made(0)
    for each, told in zip(work, message.facts["cells"], strict=True):
        made = Made(*told)
        facts = _facts(each.cell, kind, made, seconds / len(work)) | {"made-with": message.facts["with_"]}
        _list_items(each, made)
        _take_in(store, kind, each, facts)
        total = Made(total.made + made.made, total.reused + made.reused, made.unit)
    return total


def _facts(cell: PlannedCell, kind: Kind[Any], made: Made, seconds: float) -> dict[str, Any]:
    """What is written down beside a result. What is kept of its course and its stream stays with it."""
    return {
        "made": made.made,
        "reused": made.reused,
        "unit": made.unit,
        "seconds": seconds,
        "chain": None if cell.chain is None else cell.chain.key,
        "stream": None if cell.stream is None else cell.stream.key,
        "journeys": kind.journeys,
    }


def _list_items(work: _Work, made: Made) -> None:
    """Put the keys of a result's pictures beside it, so that others find them in it."""
    items = work.sent.items
    if items is not None:
        assert made.made + made.reused == len(items.keys), "a kind writes the pictures that its `items` name"
        (work.folder.seen / LIST).write_text(json.dumps(items.keys, separators=(",", ":")))


def _take_in(store: Store, kind: Kind[Any], work: _Work, facts: Mapping[str, Any]) -> None:
    """Commit a result. Its pixels leave the shelf of journeys, and its stream is told that it holds pictures."""
    cell, items = work.cell, work.sent.items
    assert cell.key is not None, "a cell without a key is never sent"
    assert cell.manifest is not None
    artifact = store.commit(cell.key, cell.manifest, work.folder, facts, makes=kind.made_of(cell.params))
    if kind.journeys:
        store.settle(artifact)
    if items is not None and cell.stream is not None and cell.stream.key is not None:
        store.streams.hold(cell.stream.key, cell.key, items.keys)


def _logged(message: Message, store: Store, stage: str) -> Fault:
    """What code of the artist's ended with, and where the whole of it is written down."""
    facts, path = message.facts, store.root / LOG
    told = facts["message"]
    try:
        mode: Literal["a", "w"] = "a" if path.is_file() and path.stat().st_size < LOGGED else "w"
        with disk.open_log(path, mode) as file:
            file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {stage}\n{facts['traceback'].rstrip()}\n\n")
    except OSError:  # told as far as it can be
        return Fault(told, facts["hint"], facts["path"])
    return Fault(f"{told} What Python says in full is at the end of {path}.", facts["hint"], facts["path"])


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


def _sent(cell: PlannedCell, folder: Working, kind: Kind[Any], store: Store) -> SentCell:
    return SentCell(
        params=cell.params.model_dump_json(),
        seed=cell.seed,
        sources=tuple(map(SentGiven.of, cell.sources)),
        models=tuple(map(SentGiven.of, cell.models)),
        beside={setting: tuple(map(SentGiven.of, given)) for setting, given in cell.beside.items()},
        files={role: tuple(map(_plain, found)) for role, found in (cell.files or {}).items()},
        cell=cell.point.labels(),
        result=packed(folder.result),
        seen=packed(folder.seen),
        segments=_segments(cell, store),
        items=_items(cell, kind, store),
        store=_journeys(kind, store),
        made=SentArtifact.of(cell.artifact) if cell.unseen and cell.artifact is not None else None,
    )


def _journeys(kind: Kind[Any], store: Store) -> str:
    """Where a kind that keeps journeys finds them. They stay while they are used."""
    if not kind.journeys:
        return ""
    with store.uses.steady():
        store.uses.note(JOURNEYS)
    return packed(store.root)


def _items(cell: PlannedCell, kind: Kind[Any], store: Store) -> SentItems | None:
    """A cell's pictures, and where some of them lie by now: whoever held the stream's lock may have made more."""
    if kind.items is None or cell.stream is None or cell.stream.key is None:
        return None
    stream = cell.stream.key
    keys, loose = keys_of(stream, kind.items(cell.params, cell.sources, cell.models).names), store.streams.loose(stream)
    holders = sought(keys, store.holders(stream), loose).artifacts
    return SentItems(keys=tuple(keys), holders=tuple(map(SentArtifact.of, holders)), loose=packed(loose.path))


def _plain(source: Source) -> tuple[str, str, str, str]:
    return packed(source.place), source.name, source.origin, source.digest


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
