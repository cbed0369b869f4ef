"""The runner of `gen watch`: a thread that makes what is ready, and knows what may go on when the script changes."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from intaglio.face import sealing
from intaglio.face.announcing import Announcer
from intaglio.face.crash import Calm
from intaglio.face.running import Run
from intaglio.face.session import Session
from intaglio.lang.ir import Program
from intaglio.lang.script import Script
from intaglio.runtime.contract import Fault
from intaglio.runtime.crew import Crew
from intaglio.runtime.events import Failed, Finished
from intaglio.runtime.planner import Plan, State
from intaglio.runtime.scheduler import Status

GOING = 5.0  # seconds that a cancelled run has to end


@dataclass(frozen=True)
class Ready:
    """A script without mistakes, and its plan."""

    script: Script
    program: Program
    plan: Plan
    seen: sealing.Looks

    @property
    def todo(self) -> list[str]:
        """The stages that are not fresh."""
        return [stage.name for stage in self.plan.stages if stage.state is not State.FRESH]

    @property
    def keys(self) -> set[str]:
        """Every key that this plan knows."""
        return {cell.key for stage in self.plan.stages for cell in stage.cells if cell.key is not None}


class Runner:
    """Runs what is ready on a thread of its own, and what becomes ready meanwhile after the stage that is running."""

    def __init__(self, session: Session, crew: Crew, announcer: Announcer, ready: Ready, replace: bool) -> None:
        self._session = session
        self._crew = crew
        self._announcer = announcer
        self._replace = replace
        self._next: Ready | None = ready
        self._run: Run | None = None
        self._over = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="run", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether anything runs, or is about to."""
        return not self._over

    def wanted_in(self, ready: Ready) -> bool:
        """Whether what is being made just now is still what the new plan would make."""
        with self._lock:
            execution = None if self._run is None else self._run.execution
        if execution is None:
            return True
        running = [name for name, status in execution.status.items() if status is Status.RUNNING]
        keys = {cell.key for name in running for cell in execution.planned[name].cells if cell.key is not None}
        return bool(keys) and keys <= ready.keys

    def then(self, ready: Ready) -> bool:
        """Go on with this after the running stage; False when the thread has come to its end."""
        with self._lock:
            if not self._over:
                self._next = ready
            return not self._over

    def stop(self) -> None:
        """End what runs, and wait for it."""
        with self._lock:
            self._next = None
            if self._run is not None:
                self._run.execution.cancel()
        self._thread.join(GOING)

    def _work(self) -> None:
        with Calm(self._announcer.terminal, f"gen watch {self._session.script}") as calm:
            while (ready := self._taken()) is not None:
                try:
                    self._make(ready)
                except Fault as fault:
                    self._announcer.refused(fault.message, fault.hint)
        if calm.page is not None:
            self._announcer.say(calm.page)
            self._finish()

    def _make(self, ready: Ready) -> None:
        run = Run.of(self._session, ready.script, self._session.store(), self._crew, ready.seen, replace=self._replace)
        with self._lock:
            self._run = run
        with self._announcer.showing(run, frozenset(ready.todo)) as shown:
            for event in run.execution.events():
                shown.show(event)
                if isinstance(event, (Finished, Failed)) and self._next is not None:
                    return  # what is left of this run is closed with its iterator
        self._announcer.ended(run)
        run.seal()

    def _taken(self) -> Ready | None:
        with self._lock:
            ready, self._next, self._run = self._next, None, None
            self._over = ready is None
            return ready

    def _finish(self) -> None:
        with self._lock:
            self._over = True
