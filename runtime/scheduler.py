"""The scheduler: does what is out of date, side by side where it can, and tells of it in events.

A stage goes from waiting to fresh (the store has it) or running, and from running to made, failed or cancelled; what
is made of a failed one is blocked. The drawing is in docs/design/states.md. A failed stage does not stop its siblings.
It knows no kind, no terminal and no script's text: those are parameters.

All decisions, and all looks at the plan, are made on the thread that takes the events. What runs has a thread of its
own, which only passes on what a worker says and takes results into the store.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from intaglio.lang.ir import Program, Stage
from intaglio.runtime.contract import Fault, Files, Kind, Made
from intaglio.runtime.crew import Crew, Lane
from intaglio.runtime.events import Done, Event, Failed, Finished, Skipped, Started
from intaglio.runtime.making import Outcome, Restless, Stopped, make
from intaglio.runtime.order import inputs, needed
from intaglio.runtime.placing import place
from intaglio.runtime.planner import PlannedStage, Planner, State
from intaglio.runtime.store import Store

GOING = 5.0  # seconds that a run which nobody follows any more has to end
TRIES = 3  # times that a stage is planned while files change under it


class Status(Enum):
    """Where a stage is in an execution."""

    WAITING = "waiting"
    RUNNING = "running"
    FRESH = "fresh"
    MADE = "made"
    FAILED = "failed"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"


DONE = frozenset({Status.FRESH, Status.MADE})


@dataclass(frozen=True, slots=True)
class Score:
    """What an execution is of: a checked script and where it lies."""

    program: Program
    script: Path
    lines: Mapping[str, int]  # the line of each stage in the script


@dataclass(frozen=True, slots=True)
class _Job:
    """A stage that is being made, and where. `tries` counts how often its files changed under it."""

    stage: Stage
    planned: PlannedStage
    lane: Lane
    began: float
    tries: int = 1

    @property
    def keys(self) -> set[str]:
        """What it makes."""
        return _keys(self.planned)


class Execution:
    """One run of a score. Take its events once."""

    def __init__(
        self,
        score: Score,
        kinds: Mapping[str, Kind[Any]],
        store: Store,
        files: Files,
        crew: Crew,
        only: Sequence[str] = (),
        *,
        replace: bool = False,
    ) -> None:
        self._score = score
        self._kinds = kinds
        self._store = store
        self._files = files
        self._crew = crew
        self._replace = replace
        self._stopping = False
        self._planner = Planner(score.program, kinds, store, files, store.last(score.script))
        self._stages = {stage.name: stage for stage in score.program.stages}
        wanted = needed(self._stages, only or self._stages)
        self._order = [stage for stage in self._planner.order if stage.name in wanted]
        self._pending = {stage.name: set(inputs(stage)) for stage in self._order}  # what each still waits for
        self._followers = _followers(self._order)
        self._ripe = deque(stage for stage in self._order if not inputs(stage))  # their inputs have come to an end
        self._due: list[Stage] = []  # to be made as soon as a lane is free
        self._jobs: dict[str, _Job] = {}
        self._told: queue.SimpleQueue[tuple[str, Event | Outcome | BaseException]] = queue.SimpleQueue()
        self.status = {stage.name: Status.WAITING for stage in self._order}
        self.planned: dict[str, PlannedStage] = {}

    def cancel(self) -> None:
        """Stop soon, keeping what was reached. May be called from a signal handler or another thread."""
        self._stopping = True
        self._crew.cancel()

    def events(self) -> Iterator[Event]:
        """Run, and tell. Closed early, it stops what runs."""
        began = time.monotonic()
        refused = [stage for stage in self._order if self._is_later(stage)]
        for stage in refused:
            yield self._fail(stage, Fault(f"Running `{stage.kind}` arrives with a later version of Intaglio."))
        try:
            if not refused:
                yield from self._run()
        finally:
            self._wind_down()
        self._remember()
        yield self._done(time.monotonic() - began)

    def _run(self) -> Iterator[Event]:
        while True:
            yield from self._settle()
            yield from self._start()
            if not self._jobs:
                return
            name, told = self._told.get()
            if isinstance(told, BaseException) and not isinstance(told, Fault):
                raise told  # our own mistake, loud
            if isinstance(told, Made | Fault | Restless | Stopped):
                yield from self._end(self._jobs.pop(name), told)
            else:
                yield told

    def _wind_down(self) -> None:
        """Stop what runs and wait for it, for a while."""
        for job in self._jobs.values():
            job.lane.executor.cancel()
        until = time.monotonic() + GOING
        while self._jobs and (left := until - time.monotonic()) > 0:
            try:
                name, told = self._told.get(timeout=left)
            except queue.Empty:
                return
            if isinstance(told, Made | Fault | Restless | Stopped | BaseException):
                self._jobs.pop(name, None)

    def _is_later(self, stage: Stage) -> bool:
        kind = self._kinds.get(stage.kind)
        return kind is None or kind.run is None

    # Before a stage runs ------------------------------------------------------------------------------------------

    def _settle(self) -> Iterator[Event]:
        """Bring to their end the ripe stages that need not run, and set those that must on the list."""
        while self._ripe:
            stage = self._ripe.popleft()
            blocking = [name for name in inputs(stage) if self.status[name] not in DONE]
            if self._stopping:
                self._become(stage, Status.CANCELLED)
            elif blocking:
                self._become(stage, Status.BLOCKED)
                yield Skipped(stage.name, f"waits for {', '.join(blocking)}")
            else:
                yield from self._consider(stage)

    def _consider(self, stage: Stage) -> Iterator[Event]:
        planned = self._look(stage)
        if planned.fault is not None:
            yield self._fail(stage, planned.fault)
        elif planned.state is State.FRESH:
            yield self._keep(stage, Status.FRESH, None, 0.0)
        elif damaged := [name for name in inputs(stage) if not self._is_sound(name)]:
            self._pending[stage.name] = set(damaged)  # misses from now on; it waits until they are made again
            for name in damaged:
                self.status[name] = Status.WAITING
                self._ripe.append(self._stages[name])
        else:
            self._due.append(stage)

    def _is_sound(self, name: str) -> bool:
        made = [cell.artifact for cell in self.planned[name].cells]
        return all(artifact is not None and self._store.verify(artifact) for artifact in made)

    def _look(self, stage: Stage) -> PlannedStage:
        planned = self.planned[stage.name] = self._planner.look(stage)
        return planned

    # While it runs ------------------------------------------------------------------------------------------------

    def _start(self) -> Iterator[Event]:
        """Give free lanes to what is due."""
        while self._due and self._stopping:
            self._become(self._due.pop(0), Status.CANCELLED)
            yield from self._settle()
        while (found := self._startable()) is not None:
            stage, lane = found
            self._due.remove(stage)
            planned = self._look(stage)  # what it waited for a lane behind may have made its very results
            if planned.state is State.FRESH:
                yield self._keep(stage, Status.FRESH, None, 0.0)
                yield from self._settle()
            else:
                self.status[stage.name] = Status.RUNNING
                yield Started(stage.name, stage.kind, len(planned.missing), len(planned.cells))
                self._send(_Job(stage, planned, lane, time.monotonic()))

    def _startable(self) -> tuple[Stage, Lane] | None:
        """What may start now, and where: what is cheap before a training, otherwise in the order of work."""
        busy = [job.lane for job in self._jobs.values()]
        making = set().union(*(job.keys for job in self._jobs.values()))
        for stage in sorted(self._due, key=self._is_dear):
            lane = self._crew.free(busy, computes=self._kinds[stage.kind].compute)
            if lane is not None and not making & _keys(self.planned[stage.name]):
                return stage, lane
        return None

    def _is_dear(self, stage: Stage) -> bool:
        return self._kinds[stage.kind].trajectory is not None

    def _send(self, job: _Job) -> None:
        self._jobs[job.stage.name] = job
        job.lane.executor.ready()
        if self._stopping:  # a signal may come at any moment
            job.lane.executor.cancel()
        threading.Thread(target=self._make, args=(job,), name=job.stage.name, daemon=True).start()

    def _make(self, job: _Job) -> None:
        """Follow one job, on a thread of its own, and pass on what it says."""
        name = job.stage.name
        try:
            making = make(job.planned, self._kinds[job.stage.kind], self._store, job.lane.executor)
            while True:
                self._told.put((name, next(making)))
        except StopIteration as end:
            self._told.put((name, end.value))
        except BaseException as error:  # noqa: BLE001 - passed on: a Fault of the store's is told, any other raised
            self._told.put((name, error))

    def _end(self, job: _Job, outcome: Outcome) -> Iterator[Event]:
        stage = job.stage
        match outcome:
            case Made():
                self._look(stage)
                yield self._keep(stage, Status.MADE, outcome, time.monotonic() - job.began)
            case Stopped():
                self._become(stage, Status.CANCELLED)
            case Restless() if job.tries < TRIES and not self._stopping:
                yield from self._again(job)
            case Restless():
                yield self._fail(stage, Fault(f"{outcome.path} keeps changing while it is read."))
            case Fault():
                yield self._fail(stage, outcome)

    def _again(self, job: _Job) -> Iterator[Event]:
        """Make it from a new plan: a file changed after it was digested."""
        self._files.forget()
        planned = self._look(job.stage)
        if planned.fault is not None:
            yield self._fail(job.stage, planned.fault)
        elif planned.state is State.FRESH:
            yield self._keep(job.stage, Status.FRESH, None, 0.0)
        else:
            self._send(_Job(job.stage, planned, job.lane, job.began, job.tries + 1))

    # After it -----------------------------------------------------------------------------------------------------

    def _keep(self, stage: Stage, status: Status, made: Made | None, seconds: float) -> Event:
        """Place what `save` asks for, and tell that the stage is done."""
        planned = self.planned[stage.name]
        try:
            saved = self._save(stage, planned)
        except Fault as fault:
            return self._fail(stage, fault, kept="its result is in the store")
        self._become(stage, status)
        if made is None:
            return Skipped(stage.name, "fresh", planned.key, saved)
        return Finished(stage.name, made.made, made.reused, made.unit, seconds, planned.key, saved)

    def _save(self, stage: Stage, planned: PlannedStage) -> tuple[str, ...]:
        if stage.save is None:
            return ()
        cells = [(cell.point.labels(), cell.artifact) for cell in planned.cells if cell.artifact is not None]
        target = self._score.script.parent / stage.save
        return tuple(map(str, place(self._store, cells, target, replace=self._replace)))

    def _fail(self, stage: Stage, fault: Fault, kept: str | None = None) -> Failed:
        self._become(stage, Status.FAILED)
        line = self._score.lines.get(stage.name, 0)
        return Failed(stage.name, line, fault.message, fault.hint, kept)

    def _become(self, stage: Stage, status: Status) -> None:
        """Come to an end; those that waited for nothing else are ripe."""
        self.status[stage.name] = status
        for follower in self._followers.get(stage.name, ()):
            pending = self._pending[follower.name]
            if stage.name in pending:
                pending.remove(stage.name)
                if not pending:
                    self._ripe.append(follower)

    def _remember(self) -> None:
        """Note each stage's keys, for the next plan's reasons. A stage that did not get that far keeps its old ones."""
        keys = {
            name: [cell.key for cell in planned.cells if cell.key is not None]
            for name, planned in self.planned.items()
            if self.status[name] in DONE
        }
        self._store.remember(self._score.script, keys)

    def _done(self, seconds: float) -> Done:
        counts = [*self.status.values()]
        return Done(
            made=counts.count(Status.MADE),
            fresh=counts.count(Status.FRESH),
            failed=counts.count(Status.FAILED),
            waiting=len(counts) - sum(counts.count(s) for s in (Status.MADE, Status.FRESH, Status.FAILED)),
            seconds=seconds,
            cancelled=self._stopping,
        )


def _keys(planned: PlannedStage) -> set[str]:
    """What making a stage makes, and the courses that it goes on with: no two jobs may make the same."""
    missing = planned.missing
    chains = {cell.chain.key for cell in missing if cell.chain is not None}
    return chains | {cell.key for cell in missing if cell.key is not None}


def _followers(order: Sequence[Stage]) -> Mapping[str, list[Stage]]:
    """The stages that are made of each, in the order of work."""
    followers: dict[str, list[Stage]] = {}
    for stage in order:
        for name in inputs(stage):
            followers.setdefault(name, []).append(stage)
    return followers
