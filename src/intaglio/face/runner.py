"""The runner of `gen watch`: a thread that makes what is ready, and knows what may go on when the script changes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

from intaglio.face import sealing
from intaglio.face.announcing import Announcer
from intaglio.face.crash import Calm
from intaglio.face.running import Run
from intaglio.face.session import Session
from intaglio.lang.ir import Program
from intaglio.lang.script import Script
from intaglio.runtime.contract import Fault
from intaglio.runtime.plan.planner import Plan, State
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.events import Event, Revised
from intaglio.runtime.run.scheduler import Revision, Status
from intaglio.runtime.store import disk
from intaglio.runtime.world.files import DiskFiles

GOING = 5.0  # seconds that a cancelled run has to end


@dataclass(frozen=True)
class Ready:
    """A script without mistakes, and its plan."""

    script: Script
    program: Program
    plan: Plan
    files: DiskFiles
    seen: sealing.Looks

    @property
    def todo(self) -> list[str]:
        """The stages that are not fresh."""
        return [stage.name for stage in self.plan.stages if stage.state is not State.FRESH]

    def revision(self, session: Session) -> Revision:
        """What an execution goes on with."""
        return Revision(session.score(self.script), self.files, self.plan)


class Runner:
    """Runs what is ready on a thread of its own, and goes over to what becomes ready meanwhile.

    With `release`, dear trainings wait for no word.
    """

    def __init__(
        self, session: Session, crew: Crew, announcer: Announcer, ready: Ready, *, replace: bool, release: bool
    ) -> None:
        self._session = session
        self._crew = crew
        self._announcer = announcer
        self._replace = replace
        self._released = release
        self._next: Ready | None = ready
        self._offered: list[tuple[Revision, Ready]] = []  # what the execution was asked to go over to, and has not yet
        self._run: Run | None = None
        self._over = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="run", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether anything runs, or is about to."""
        return not self._over

    def then(self, ready: Ready) -> bool:
        """Go on with this: what runs and is still wanted goes on too. False when the thread has come to its end."""
        with self._lock:
            if not self._over:
                self._next = ready
                self._offer()
            return not self._over

    def _offer(self) -> None:
        """Ask the execution to go over to what is next. The lock is held."""
        if self._run is not None and self._next is not None:
            revision = self._next.revision(self._session)
            self._offered.append((revision, self._next))
            self._run.execution.revise(revision)

    def release(self) -> bool:
        """Begin the trainings that are held; False when the thread has come to its end."""
        with self._lock:
            self._released = True
            if not self._over and self._run is not None:
                self._run.execution.release()
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
                    with disk.refusals():
                        self._make(ready)
                except Fault as fault:
                    self._announcer.refused(fault.message, fault.hint)
        if calm.page is not None:
            self._announcer.say(calm.page)
            self._finish()

    def _make(self, ready: Ready) -> None:
        """Run to the end, through every revision on the way."""
        run = Run.of(
            self._session, ready.script, self._session.store(), self._crew, ready.seen, replace=self._replace, live=True
        )
        with self._lock:
            self._run = run
            if self._released:
                run.execution.release()
            self._offer()  # what was saved while this was laid out
        events = run.execution.events()
        while self._shown(run, ready, events):
            ready = self._revised(run)
            run = run.revised(ready.script, ready.files, ready.seen)
            with self._lock:
                self._run = run
        self._announcer.ended(run)
        run.seal()
        self._again(run, ready)

    def _again(self, run: Run, ready: Ready) -> None:
        """Run once more where the word that a held training waited for came just after the end."""
        with self._lock:
            held = Status.HELD in run.execution.status.values()
            if held and self._released and self._next is None:
                self._next = ready

    def _shown(self, run: Run, ready: Ready, events: Iterator[Event]) -> bool:
        """Show events until they end, or the score is another: whether it is."""
        with self._announcer.showing(run, frozenset(ready.todo)) as shown:
            for event in events:
                shown.show(event)
                if isinstance(event, Revised):
                    return True
        return False

    def _revised(self, run: Run) -> Ready:
        """What the execution has just taken up; a save that came after that is taken up next."""
        with self._lock:
            taken = next(i for i, (revision, _) in enumerate(self._offered) if revision is run.execution.revision)
            ready = self._offered[taken][1]
            self._offered = self._offered[taken + 1 :]
            if self._next is ready:
                self._next = None
            return ready

    def _taken(self) -> Ready | None:
        with self._lock:
            ready, self._next, self._run = self._next, None, None
            self._over = ready is None
            return ready

    def _finish(self) -> None:
        with self._lock:
            self._over = True
