"""The scheduler: does what is out of date, side by side where it can, and tells of it in events.

A stage goes from waiting to fresh (the store has it) or running, and from running to made, failed or cancelled; what
is made of a failed one is blocked. The drawing is in docs/design/states.md. A failed stage does not stop its siblings.
It knows no kind, no terminal and no script's text: those are parameters.

All decisions, and all looks at the plan, are made on the thread that takes the events. What runs has a thread of its
own, which only passes on what a worker says and takes results into the store.
"""

from __future__ import annotations

import queue
import shlex
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from intaglio.lang.ir import Program, Stage
from intaglio.runtime.contract import Files, Kind, Made
from intaglio.runtime.fault import Cancelled, Fault, Untrusted
from intaglio.runtime.place.copies import OneFile
from intaglio.runtime.place.placing import Damaged, Placement, place
from intaglio.runtime.plan import estimates
from intaglio.runtime.plan.later import refuse
from intaglio.runtime.plan.order import inputs, needed, ordered
from intaglio.runtime.plan.planner import Plan, PlannedStage, Planner, State
from intaglio.runtime.run.crew import Crew, Lane
from intaglio.runtime.run.events import (
    Awaited,
    Done,
    Event,
    Failed,
    Finished,
    Held,
    Progress,
    Remarked,
    Revised,
    Skipped,
    Started,
)
from intaglio.runtime.run.frontier import Frontier
from intaglio.runtime.run.making import Outcome, Restless, Stopped, make
from intaglio.runtime.run.offering import Offer, offered
from intaglio.runtime.store import disk
from intaglio.runtime.store.store import Store

GOING = 5.0  # seconds that a run which nobody follows any more has to end
GRACE = 0.5  # seconds for which a run that is stopping still waits for who collects
DEAR = 60.0  # seconds from which a training is held while an artist edits
TRIES = 3  # times that a stage is planned while files change under it


class Status(Enum):
    """Where a stage is in an execution."""

    WAITING = "waiting"
    RUNNING = "running"
    FRESH = "fresh"
    MADE = "made"
    UNPLACED = "unplaced"
    FAILED = "failed"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"
    HELD = "held"


DONE = frozenset({Status.FRESH, Status.MADE})
UNDONE = frozenset({Status.UNPLACED, Status.FAILED})
THERE = DONE | {Status.UNPLACED}  # what follows needs the artifact only
COMING = frozenset({Status.WAITING, Status.RUNNING, Status.HELD})


@dataclass(frozen=True, slots=True)
class Score:
    """What an execution is of: a checked script and where it lies."""

    program: Program
    script: Path
    lines: Mapping[str, int]  # the line of each stage in the script
    # The line of each path that a stage names, and of each line beneath it as a run calls it (`keep 2`).
    paths: Mapping[tuple[str, str], int] = field(default_factory=dict)
    later: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # of each, the lines of what arrives later
    inside: Mapping[str, Sequence[str]] = field(default_factory=dict)  # of each in a recipe, the recipe's lines

    def line(self, stage: str, path: str | None) -> int:
        """Where something is said of a stage: of a path or a line of it, on the line of that. 0 where nobody knows."""
        own = self.lines.get(stage, 0)
        return own if path is None else self.paths.get((stage, path), own)

    def offered(
        self, fault: Fault, stage: Stage, order: Sequence[Stage], kinds: Mapping[str, Kind[Any]]
    ) -> Offer | None:
        """Where the line goes that a fault offers; None where it offers none, or nobody knows."""
        return offered(fault, stage, order, kinds, self.lines, self.paths, self.inside)


@dataclass(frozen=True, slots=True)
class Revision:
    """Another version of the score, planned."""

    score: Score
    files: Files
    plan: Plan


@dataclass(frozen=True, slots=True)
class _Job:
    """A stage that is being made, and where. `tries` counts how often its files changed under it.

    `outdated` ones make what the score no longer says. `yields` ones were stopped for others, and go on after them.
    """

    stage: Stage
    planned: PlannedStage
    lane: Lane
    began: float
    tries: int = 1
    outdated: bool = False
    yields: bool = False

    @property
    def keys(self) -> set[str]:
        """What it makes."""
        return _keys(self.planned)


_Sent = queue.SimpleQueue[tuple[int, _Job] | None]


class Execution:
    """One run of a score. Take its events once.

    A `live` one is an artist's at work: a dear training is held until `release`, and one that runs makes way for what
    is cheap, and goes on after it. Raises `Fault` where what is wanted asks for what arrives later.
    """

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
        live: bool = False,
    ) -> None:
        self._kinds = kinds
        self._store = store
        self._crew = crew
        self._only = tuple(only)
        self._replace = replace
        self._live = live
        self._stopping = False
        self._stopped = 0.0  # when
        self._released = False
        self._revision: Revision | None = None  # asked for
        self.revision: Revision | None = None  # taken up last
        self._jobs: dict[int, _Job] = {}
        self._sent = 0
        self._following: dict[Lane, _Sent] = {}
        self._made: set[str] = set()  # what jobs that have ended made, or some of it
        self._told: queue.SimpleQueue[tuple[int, Event | Outcome | BaseException | None]] = queue.SimpleQueue()
        self._lay_out(score, files)

    def _lay_out(self, score: Score, files: Files) -> None:
        """Take up a score, first or again. Raises `Fault`, and then holds on to the one before."""
        stages = {stage.name: stage for stage in score.program.stages}
        wanted = needed(stages, self._only or stages)
        order = [stage for stage in ordered(score.program) if stage.name in wanted]
        refuse(order, self._kinds, score.script, score.later)
        self._order = order
        self._score = score
        self._files = files
        self._last = self._store.last(score.script)
        self._planner = Planner(score.program, self._kinds, self._store, files, {})  # what there was says why, not what
        self._planner.want(self._only)
        self._frontier = Frontier(self._order)
        self._due: list[Stage] = []  # to be made as soon as a lane is free
        self.status = {stage.name: Status.WAITING for stage in self._order}
        self.planned: dict[str, PlannedStage] = {}

    def cancel(self) -> None:
        """Stop soon, keeping what was reached. May be called from a signal handler or another thread."""
        if not self._stopping:
            self._stopped = time.monotonic()
        self._stopping = True
        self._crew.cancel()

    def release(self) -> None:
        """Begin trainings that are held, now and from now on. May be called from any thread."""
        self._released = True
        self._told.put((0, None))

    def revise(self, revision: Revision) -> None:
        """Go on with another version of the score, as soon as can be. May be called from any thread."""
        self._revision = revision
        self._told.put((0, None))

    def events(self) -> Iterator[Event]:
        """Run, and tell. Closed early, it stops what runs."""
        with self._store.using(self._leave):
            yield from self._events()

    def _events(self) -> Iterator[Event]:
        began = time.monotonic()
        try:
            yield from self._run()
        except Cancelled:
            for name in (name for name, status in self.status.items() if status in (Status.WAITING, Status.RUNNING)):
                self.status[name] = Status.CANCELLED
        finally:
            self._wind_down()
            lost = self._remember()
        yield from lost
        yield self._done(time.monotonic() - began)

    def _leave(self) -> None:
        """Called while somebody who collects holds us off, on whichever thread waits: stopping must not wait for long.

        But what is made is taken in if it can be soon. Raises `Cancelled`.
        """
        if self._stopping and time.monotonic() - self._stopped > GRACE:
            raise Cancelled

    def _run(self) -> Iterator[Event]:
        while True:
            yield from self._settle()
            yield from self._start()
            if not self._jobs:
                ways = {*self.status.values()}
                assert self._stopping or Status.HELD in ways or Status.WAITING not in ways, (
                    "nothing runs, and some wait"
                )
                return
            number, told = self._told.get()
            if told is None:
                yield from self._heed()
            elif isinstance(told, BaseException) and not isinstance(told, Fault):
                raise told  # our own mistake, loud
            elif isinstance(told, Made | Fault | Restless | Stopped):
                self._made |= (job := self._jobs.pop(number)).keys
                yield from self._with_disk(job.stage, self._end(job, told))
            elif self._is_shown(job := self._jobs[number]):
                yield _named(told, job.stage.name)

    def _with_disk(self, stage: Stage, events: Iterator[Event]) -> Iterator[Event]:
        """What is done for a stage. Where the disk refuses what that needs, the stage has failed, and no other."""
        try:
            with disk.refusals(self._store.root):
                yield from events
        except Fault as fault:
            yield self._fail(stage, fault)

    def _is_shown(self, job: _Job) -> bool:
        """Whether the score has a place for what a job says: none for a version that is gone, or is to be replaced."""
        return self.status.get(job.stage.name, Status.HELD) is not Status.HELD

    # While an artist edits ----------------------------------------------------------------------------------------

    def _heed(self) -> Iterator[Event]:
        """Take up what was asked for from outside."""
        if self._released:
            for stage in (s for s in self._order if self.status[s.name] is Status.HELD):
                self.status[stage.name] = Status.WAITING
                self._frontier.put_back(stage.name)
        revision, self._revision = self._revision, None
        if revision is not None and not self._stopping:
            yield from self._remember()
            self._lay_out(revision.score, revision.files)
            self._jobs = {number: self._rehomed(job, revision.plan) for number, job in self._jobs.items()}
            self.revision = revision
            yield Revised()

    def _rehomed(self, job: _Job, plan: Plan) -> _Job:
        """A job as the stage that makes the same now, whatever it is called. One that no stage asks for is stopped.

        But a training whose stage was edited goes on until its successor begins.
        """
        stages = {stage.name: stage for stage in self._order}
        for planned in plan.stages:
            wanted = _keys(planned)  # of a sweep some cells may be made already
            if planned.name in stages and wanted and wanted <= job.keys:
                self.status[planned.name] = Status.RUNNING
                self.planned[planned.name] = planned
                return replace(job, stage=stages[planned.name], outdated=False)
        if self._is_dear(job.stage) and job.stage.name in stages:
            return replace(job, outdated=True)
        job.lane.executor.cancel()
        return replace(job, outdated=True, yields=True)  # if it is wanted again before it has stopped, it goes on after

    def _is_held(self, stage: Stage, planned: PlannedStage) -> Held | None:
        """Whether a training waits for a word, and what it would cost."""
        if not self._live or self._released or not self._is_dear(stage):
            return None
        takes = estimates.seconds(planned, self._store, self._last)
        spent = estimates.spent(planned, self._store, self._last)
        return Held(stage.name, takes, spent) if max(takes or 0.0, spent) > DEAR else None

    def _wind_down(self) -> None:
        """Stop what runs and wait for it, for a while."""
        for sent in self._following.values():
            sent.put(None)
        for job in self._jobs.values():
            job.lane.executor.cancel()
        until = time.monotonic() + GOING
        while self._jobs and (left := until - time.monotonic()) > 0:
            try:
                number, told = self._told.get(timeout=left)
            except queue.Empty:
                return
            if isinstance(told, Made | Fault | Restless | Stopped | BaseException):
                self._jobs.pop(number, None)

    # Before a stage runs ------------------------------------------------------------------------------------------

    def _settle(self) -> Iterator[Event]:
        """Bring to their end the ripe stages that need not run, and set those that must on the list."""
        while (stage := self._frontier.take()) is not None:
            if self.status[stage.name] is Status.RUNNING:  # since before the score was revised
                continue
            if self.status[stage.name] is Status.FAILED:  # before all that it is made of was there
                continue
            blocking = [name for name in inputs(stage) if self.status[name] not in THERE]
            coming = [name for name in blocking if self.status[name] in COMING]
            if self._stopping:
                self._become(stage, Status.CANCELLED)
            elif coming:  # an input that another stage found damaged is made again
                self._frontier.wait(stage, coming)
            elif blocking:
                self._become(stage, Status.BLOCKED)
                yield Skipped(stage.name, f"waits for {', '.join(blocking)}")
            else:
                yield from self._with_disk(stage, self._consider(stage))

    def _consider(self, stage: Stage) -> Iterator[Event]:
        planned = self._look(stage)
        yield from (Remarked(stage.name, "", remark, None) for remark in planned.remarks)
        if planned.state is State.FRESH:
            yield from self._keep(stage, Status.FRESH, None, 0.0)
        elif damaged := self._unsound(stage):
            self._wait_for(stage, damaged)
        elif planned.fault is not None:
            yield self._fail(stage, planned.fault)
        elif held := self._is_held(stage, planned):
            self.status[stage.name] = Status.HELD
            yield held
        else:
            self._due.append(stage)

    def _unsound(self, stage: Stage) -> list[str]:
        """The inputs of a stage that are not what they were: misses from now on."""
        return [name for name in inputs(stage) if not self._is_sound(name)]

    def _wait_for(self, stage: Stage, names: Sequence[str]) -> None:
        """Let a stage wait until inputs of it are made again."""
        self._planner.want(names)
        for name in names:
            self.status[name] = Status.WAITING
        self._frontier.wait(stage, names)
        self._frontier.put_back(*names)

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
            self._due.remove(found[0])
            yield from self._with_disk(found[0], self._begin(*found))
            yield from self._settle()

    def _begin(self, stage: Stage, lane: Lane) -> Iterator[Event]:
        planned = self._look(stage) if self._may_be_made(stage) else self.planned[stage.name]
        if planned.state is State.FRESH:
            yield from self._keep(stage, Status.FRESH, None, 0.0)
        elif self._unsound(stage):  # since it was set on the list
            self._frontier.put_back(stage.name)
        elif planned.fault is not None:
            yield self._fail(stage, planned.fault)
        else:
            self.status[stage.name] = Status.RUNNING
            yield Started(stage.name, stage.kind, len(planned.wanting), len(planned.cells))
            self._send(_Job(stage, planned, lane, time.monotonic()))

    def _may_be_made(self, stage: Stage) -> bool:
        """Whether what a stage waited for a lane behind has made some of its very results, or of its course."""
        return self._is_dear(stage) or not self._made.isdisjoint(_keys(self.planned[stage.name]))

    def _startable(self) -> tuple[Stage, Lane] | None:
        """What may start now, and where: what is cheap before a training, otherwise in the order of work."""
        busy = [job.lane for job in self._jobs.values()]
        making = set().union(*(job.keys for job in self._jobs.values()))
        free = {computes: self._crew.free(busy, computes=computes) for computes in (False, True)}
        asking = self._due if free[False] else [stage for stage in self._due if self._kinds[stage.kind].compute]
        dear = (stage for stage in asking if self._is_dear(stage))
        for stage in chain((stage for stage in asking if not self._is_dear(stage)), dear):
            computes = self._kinds[stage.kind].compute
            lane = free[computes]
            if lane is not None and not making & _keys(self.planned[stage.name]):
                return stage, lane
            if lane is None and computes:
                self._make_way(stage)
        return None

    def _make_way(self, stage: Stage) -> None:
        """Stop a training that holds the lane which a stage waits for: its own last version, or one dearer than it."""
        for number, job in self._jobs.items():
            if job.yields or not (job.lane.computes and self._kinds[stage.kind].compute and self._is_dear(job.stage)):
                continue
            if (job.outdated and job.stage.name == stage.name) or (self._live and not self._is_dear(stage)):
                self._jobs[number] = replace(job, yields=True)
                job.lane.executor.cancel()

    def _is_dear(self, stage: Stage) -> bool:
        return self._kinds[stage.kind].course is not None

    def _send(self, job: _Job) -> None:
        self._sent += 1
        self._jobs[self._sent] = job
        job.lane.executor.ready()
        if self._stopping:  # a signal may come at any moment
            job.lane.executor.cancel()
        self._followed(job.lane).put((self._sent, job))

    def _followed(self, lane: Lane) -> _Sent:
        """Where the thread that follows a lane's jobs takes them from. It stays for the next: a new one is felt."""
        if lane not in self._following:
            sent: _Sent = queue.SimpleQueue()
            self._following[lane] = sent
            threading.Thread(target=self._follow, args=(sent,), name="lane", daemon=True).start()
        return self._following[lane]

    def _follow(self, sent: _Sent) -> None:
        while (each := sent.get()) is not None:
            self._make(*each)

    def _make(self, number: int, job: _Job) -> None:
        """Follow one job, on its lane's thread, and pass on what it says."""
        try:
            making = make(job.planned, self._kinds[job.stage.kind], self._store, job.lane.executor)
            with disk.refusals(self._store.root):
                while True:
                    self._told.put((number, next(making)))
        except StopIteration as end:
            self._told.put((number, end.value))
        except BaseException as error:  # noqa: BLE001 - passed on: a Fault of the store's is told, any other raised
            self._told.put((number, error))

    def _end(self, job: _Job, outcome: Outcome) -> Iterator[Event]:
        stage = job.stage
        if job.outdated:
            for held in (s for s in self._order if s.name == stage.name and self.status[s.name] is Status.HELD):
                self.status[held.name] = Status.WAITING  # it may have made what is held for, or some of it
                self._frontier.put_back(held.name)
            return
        match outcome:
            case Made():
                planned = self.planned[stage.name] = self._planner.look_again(stage, self.planned[stage.name])
                if planned.wanting and _said(planned) != _said(job.planned):  # more is asked for since it began
                    self.status[stage.name] = Status.WAITING
                    self._due.append(stage)
                    return
                yield from self._keep(stage, Status.MADE, outcome, time.monotonic() - job.began)
            case Stopped() if job.yields and not self._stopping:
                self.status[stage.name] = Status.WAITING
                self._due.append(stage)
            case Stopped():
                self._become(stage, Status.CANCELLED)
            case Restless() if job.tries < TRIES and not self._stopping:
                yield from self._again(job)
            case Restless():
                yield self._fail(stage, Fault(f"{outcome.path} keeps changing while it is read."))
            case Fault():
                planned = self._look(stage)
                if planned.cells and not planned.missing:  # it is there, and only more of it was to be seen
                    yield Remarked(stage.name, "", f"There is more to see of it. {outcome.message}", outcome.hint)
                    yield from self._keep(stage, Status.FRESH, None, 0.0)
                    return
                kept = f"{planned.have:,} of {planned.want:,} {planned.unit} are kept." if planned.have else None
                yield replace(self._fail(stage, outcome), kept=kept)

    def _again(self, job: _Job) -> Iterator[Event]:
        """Make it from a new plan: a file changed after it was digested."""
        self._files.forget()
        planned = self._look(job.stage)
        if planned.fault is not None:
            yield self._fail(job.stage, planned.fault)
        elif planned.state is State.FRESH:
            yield from self._keep(job.stage, Status.FRESH, None, 0.0)
        else:
            self._send(replace(job, planned=planned, tries=job.tries + 1))

    # After it -----------------------------------------------------------------------------------------------------

    def _keep(self, stage: Stage, status: Status, made: Made | None, seconds: float) -> Iterator[Event]:
        """Place what `save` asks for, and tell that the stage is done. What turns out to be damaged is made again."""
        planned = self.planned[stage.name]
        try:
            placed = self._save(stage, planned)
        except Damaged as fault:
            if made is None and self._look(stage).state is not State.FRESH:
                yield from self._consider(stage)
            else:
                yield self._fail(stage, fault)
        except Fault as fault:
            told = self._fail(stage, fault, Status.UNPLACED)
            yield replace(told, kept="Its result is in the store.", unplaced=True)
        else:
            self._become(stage, status)
            saved = tuple(map(str, placed.cells))
            if made is None:
                yield Skipped(stage.name, "fresh", planned.key, saved, placed.written)
            else:
                yield Finished(stage.name, made.made, made.reused, made.unit, seconds, planned.key, saved)
            yield from self._foretell(stage)

    def _foretell(self, stage: Stage) -> Iterator[Event]:
        """Tell of stages that ask for a part which this one turned out not to have, and wait for others, perhaps long.

        Those for which all is there are told of in their turn.
        """
        for other in self._order:
            asks = any(each.stage == stage.name and each.part is not None for each in other.sources)
            waits = self.status[other.name] is Status.WAITING and not self._frontier.is_ripe(other)
            if asks and waits and self._is_sound(stage.name):  # what is damaged is made again
                fault = self._planner.lacking(other, stage.name)
                if fault is not None:
                    yield self._fail(other, fault)

    def _save(self, stage: Stage, planned: PlannedStage) -> Placement:
        if stage.save is None:
            return Placement((), 0)
        cells = [(cell.point.labels(), cell.artifact) for cell in planned.cells if cell.artifact is not None]
        script = self._score.script
        allow = f"gen run {shlex.quote(str(script))} --replace"
        try:
            return place(self._store, cells, script.parent / stage.save, replace=self._replace, allow=allow)
        except OneFile as fault:
            folder = stage.save.removesuffix(PurePosixPath(stage.save).suffix)
            raise Fault(fault.message, f"save {folder}/") from None

    def _fail(self, stage: Stage, fault: Fault, status: Status = Status.FAILED) -> Failed:
        self._become(stage, status)
        line, hint = self._score.line(stage.name, fault.path), fault.hint
        untrusted = isinstance(fault, Untrusted)
        if untrusted:
            hint = shlex.join(["gen", "trust", str(self._score.script)])
        inside = tuple(self._score.inside.get(stage.name, ()))
        offer = None if untrusted else self._score.offered(fault, stage, self._order, self._kinds)
        if offer is None:
            return Failed(stage.name, line, fault.message, hint, untrusted=untrusted, inside=inside)
        inside = tuple(self._score.inside.get(offer.stage, ()))
        line = offer.instead or line
        return Failed(stage.name, line, fault.message, hint, inside=inside, offers=True, beneath=offer.beneath)

    def _become(self, stage: Stage, status: Status) -> None:
        """Come to an end; those that waited for nothing else are ripe."""
        self.status[stage.name] = status
        self._frontier.end(stage)

    def _remember(self) -> tuple[Remarked, ...]:
        """Note what the next plan wants to know. A stage that did not get that far keeps its old keys.

        Where that cannot be written nothing is lost but the reasons of the next plan: a remark, and no fault.
        """
        keys = {
            name: [cell.key for cell in planned.cells if cell.key is not None]
            for name, planned in self.planned.items()
            if planned.cells and not planned.missing
        }
        try:
            self._store.remember(self._score.script, keys)
            self._files.keep()
        except Fault as fault:
            told = f"What this run came to could not be noted for the next plan. {fault.message}"
            return tuple(Remarked(stage.name, "", told, fault.hint) for stage in self._order[:1])
        return ()

    def _done(self, seconds: float) -> Done:
        counts = [*self.status.values()]
        return Done(
            made=counts.count(Status.MADE),
            fresh=counts.count(Status.FRESH),
            failed=sum(counts.count(status) for status in UNDONE),
            waiting=sum(status not in DONE | UNDONE for status in counts),
            seconds=seconds,
            cancelled=self._stopping,
        )


def _keys(planned: PlannedStage) -> set[str]:
    """What making a stage makes, and the courses that it goes on with: no two jobs may make the same."""
    wanting = planned.wanting
    chains = {cell.chain.key for cell in wanting if cell.chain is not None}
    return chains | {cell.key for cell in wanting if cell.key is not None}


def _said(planned: PlannedStage) -> list[Any]:
    """All that the settings of a stage say, what only watches with the rest."""
    return [cell.params for cell in planned.cells]


def _named(event: Event, stage: str) -> Event:
    """An event of a stage as it is called now: it may have been renamed while it ran."""
    return replace(event, stage=stage) if isinstance(event, Progress | Awaited | Remarked) else event
