"""The scheduler: does what is out of date, in order, and tells of it in events.

A stage goes from waiting to fresh (the store has it) or running, and from running to made, failed or cancelled; what
is made of a failed one is blocked. The drawing is in docs/design/states.md. A failed stage does not stop its siblings.
It knows no kind, no terminal and no script's text: those are parameters.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from intaglio.lang.ir import Program, Stage
from intaglio.runtime.contract import Fault, Files, Kind, Made
from intaglio.runtime.events import Done, Event, Failed, Finished, Skipped, Started
from intaglio.runtime.executor import Executor
from intaglio.runtime.making import Outcome, Restless, Stopped, make
from intaglio.runtime.order import inputs, needed
from intaglio.runtime.placing import place
from intaglio.runtime.planner import PlannedStage, Planner, State
from intaglio.runtime.store import Store

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


class Execution:
    """One run of a score. Take its events once."""

    def __init__(
        self,
        score: Score,
        kinds: Mapping[str, Kind[Any]],
        store: Store,
        files: Files,
        executor: Executor,
        only: Sequence[str] = (),
        *,
        replace: bool = False,
    ) -> None:
        self._score = score
        self._kinds = kinds
        self._store = store
        self._files = files
        self._executor = executor
        self._replace = replace
        self._stopping = False
        self._planner = Planner(score.program, kinds, store, files, store.last(score.script))
        self._stages = {stage.name: stage for stage in score.program.stages}
        wanted = needed(self._stages, only or self._stages)
        self._order = [stage for stage in self._planner.order if stage.name in wanted]
        self.status = {stage.name: Status.WAITING for stage in self._order}
        self.planned: dict[str, PlannedStage] = {}

    def cancel(self) -> None:
        """Stop soon, keeping what was reached. May be called from a signal handler or another thread."""
        self._stopping = True
        self._executor.cancel()

    def events(self) -> Iterator[Event]:
        """Run, and tell."""
        began = time.monotonic()
        self._executor.ready()
        refused = [stage for stage in self._order if self._is_later(stage)]
        for stage in refused:
            yield self._fail(stage, Fault(f"Running `{stage.kind}` arrives with a later version of Intaglio."))
        todo = deque(() if refused else self._order)
        while todo:
            stage = todo.popleft()
            if damaged := self._damaged(stage):
                todo.extendleft((stage, *reversed(damaged)))
            else:
                yield from self._advance(stage)
        self._remember()
        yield self._done(time.monotonic() - began)

    def _is_later(self, stage: Stage) -> bool:
        kind = self._kinds.get(stage.kind)
        return kind is None or kind.run is None

    def _damaged(self, stage: Stage) -> list[Stage]:
        """The inputs of a stage that is to be made whose files are no longer what they were: misses from now on."""
        if any(self.status[name] not in DONE for name in inputs(stage)):
            return []
        if self._look(stage).state is State.FRESH:
            return []
        return [self._stages[name] for name in inputs(stage) if not self._is_sound(name)]

    def _is_sound(self, name: str) -> bool:
        made = [cell.artifact for cell in self.planned[name].cells]
        return all(artifact is not None and self._store.verify(artifact) for artifact in made)

    def _advance(self, stage: Stage) -> Iterator[Event]:
        """Bring one stage to its end. All its inputs have come to theirs."""
        blocking = [name for name in inputs(stage) if self.status[name] not in DONE]
        if self._stopping:
            self.status[stage.name] = Status.CANCELLED
        elif blocking:
            self.status[stage.name] = Status.BLOCKED
            yield Skipped(stage.name, f"waits for {', '.join(blocking)}")
        else:
            planned = self.planned[stage.name]
            if planned.fault is not None:
                yield self._fail(stage, planned.fault)
            elif planned.state is State.FRESH:
                yield self._keep(stage, Status.FRESH, None, 0.0)
            else:
                yield from self._make(stage, planned)

    def _look(self, stage: Stage) -> PlannedStage:
        planned = self.planned[stage.name] = self._planner.look(stage)
        return planned

    def _make(self, stage: Stage, planned: PlannedStage) -> Iterator[Event]:
        self.status[stage.name] = Status.RUNNING
        yield Started(stage.name, stage.kind, len(planned.missing), len(planned.cells))
        began = time.monotonic()
        outcome = yield from self._attempts(stage, planned)
        match outcome:
            case Made():
                self._look(stage)
                yield self._keep(stage, Status.MADE, outcome, time.monotonic() - began)
            case Stopped():
                self.status[stage.name] = Status.CANCELLED
            case Restless():
                yield self._fail(stage, Fault(f"{outcome.path} keeps changing while it is read."))
            case Fault():
                yield self._fail(stage, outcome)

    def _attempts(self, stage: Stage, planned: PlannedStage) -> Generator[Event, None, Outcome]:
        """Make it; again from a new plan when a file changed after it was digested."""
        outcome: Outcome = Stopped()
        for _ in range(TRIES):
            try:
                outcome = yield from make(planned, self._kinds[stage.kind], self._store, self._executor)
            except Fault as fault:  # the store's: a full disk, a folder that cannot be written
                return fault
            if not isinstance(outcome, Restless):
                break
            self._files.forget()
            planned = self._look(stage)
            if planned.fault is not None:
                return planned.fault
        return outcome

    def _keep(self, stage: Stage, status: Status, made: Made | None, seconds: float) -> Event:
        """Place what `save` asks for, and tell that the stage is done."""
        planned = self.planned[stage.name]
        try:
            saved = self._save(stage, planned)
        except Fault as fault:
            return self._fail(stage, fault, kept="its result is in the store")
        self.status[stage.name] = status
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
        self.status[stage.name] = Status.FAILED
        line = self._score.lines.get(stage.name, 0)
        return Failed(stage.name, line, fault.message, fault.hint, kept)

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
