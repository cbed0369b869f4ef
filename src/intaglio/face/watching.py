"""Watching: a script is run, and again whenever it or what it reads has changed.

A save is parsed, checked and planned before anything that runs is touched. A script with a mistake is shown, and what
was running goes on; an edit that does not reach the running stage lets it end first. The worker stays warm between.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from intaglio.face import sealing
from intaglio.face.announcing import Announcer
from intaglio.face.crash import Calm
from intaglio.face.reading import text_of
from intaglio.face.refusal import Refused
from intaglio.face.running import Run
from intaglio.face.session import Session, mistaken
from intaglio.lang.ir import Program, Stage
from intaglio.lang.script import Script
from intaglio.runtime.contract import Fault
from intaglio.runtime.events import Failed, Finished
from intaglio.runtime.executor import Executor
from intaglio.runtime.planner import Plan, State
from intaglio.runtime.scheduler import Status
from intaglio.runtime.watcher import Changes, Folder, Watcher

FOREVER = 3600.0  # seconds of one wait
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


class Watching:
    """Watches one script until it is closed."""

    def __init__(self, session: Session, executor: Executor, announcer: Announcer, *, replace: bool = False) -> None:
        self._session = session
        self._executor = executor
        self._announcer = announcer
        self._replace = replace
        self._store = session.store()
        self._own: tuple[Path, ...] = (self._store.root,)
        self._watcher = Watcher(self._is_ours)
        self._polls = False
        self._read: frozenset[Path] = frozenset()
        self._text: str | None = None
        self._last: Ready | None = None
        self._runner: _Runner | None = None

    def go(self) -> None:
        """Run, and again at every change, until an interruption."""
        self._watcher.watch(self._folders(()))
        self._consider(Changes(frozenset({self._session.script.absolute()})))
        while True:
            changes = self._watcher.changes(FOREVER)
            if changes is not None:
                self._consider(changes)

    def close(self) -> None:
        """End what runs, keeping what it reached."""
        self._watcher.close()
        if self._runner is not None:
            self._runner.stop()

    def _consider(self, changes: Changes) -> None:
        """Read, check and plan; then let the new plan take the place of the old."""
        began = time.perf_counter()
        if changes.lost:
            self._announcer.lost()
        try:
            ready = self._readied(changes)
        except (Refused, Fault) as fault:
            self._announcer.refused(fault.message, fault.hint)
            return
        if ready is None:
            return
        self._last = ready
        self._announcer.planned(ready.plan, time.perf_counter() - began)
        self._swap(ready)

    def _readied(self, changes: Changes) -> Ready | None:
        """The script as it is now, with its plan; None where it has a mistake or nothing that matters has changed."""
        seen = sealing.looks(self._session)
        text = text_of(self._session.script)
        if text == self._text and not (changes.lost or self._concerns(changes.paths)):
            return None
        edited, self._text = text != self._text, text
        self._watcher.know(self._session.script, text.encode())
        script = self._session.understand(text)
        if mistaken(script) or script.program is None:
            if edited:
                self._announcer.mistakes(script)
            return None
        files = self._session.files(self._store)
        plan = self._session.plan(script.program, self._store, files)
        self._attend(script.program, files.looked)
        ready = Ready(script, script.program, plan, seen)
        return ready if edited or ready.todo or self._runs() else None

    def _runs(self) -> bool:
        return self._runner is not None and self._runner.alive

    def _concerns(self, paths: Iterable[Path]) -> bool:
        """Whether any of the paths is something that the script reads."""
        return any(
            path == known or known in path.parents or path in known.parents for path in paths for known in self._read
        )

    def _attend(self, program: Program, looked: Iterable[str]) -> None:
        """Watch what the script reads, and know what it writes."""
        named = {path for stage in program.stages for path in _paths(stage)}
        here = self._session.folder.absolute()
        self._read = frozenset({Path(path) for path in looked} | {here / _fixed(path) for path in named})
        saves = [here / _fixed(stage.save) for stage in program.stages if stage.save is not None]
        self._own = (self._store.root, *saves)
        self._watcher.watch(self._folders(self._read))
        if self._watcher.polls and not self._polls:
            self._announcer.polling()
        self._polls = self._watcher.polls

    def _folders(self, read: Iterable[Path]) -> list[Folder]:
        """The script's folder, every folder that is read, and the folder of every single file."""
        deep = {path for path in read if not path.is_file()}
        tops = [path for path in deep if not any(parent in deep for parent in path.parents)]
        single = {path.parent for path in read if path.is_file()} | {self._session.script.absolute().parent}
        alone = [path for path in single if not any(top == path or top in path.parents for top in tops)]
        return [*(Folder(path) for path in tops), *(Folder(path, deep=False) for path in alone)]

    def _is_ours(self, path: Path) -> bool:
        """Whether a change is our own doing. Called from the watcher's thread."""
        if path == self._session.script.absolute():
            return False
        return path.name.startswith(".") or any(own == path or own in path.parents for own in self._own)

    def _swap(self, ready: Ready) -> None:
        if self._runner is not None:
            if self._runner.wanted_in(ready) and self._runner.then(ready):
                return
            self._runner.stop()
        self._runner = _Runner(self._session, self._executor, self._announcer, ready, self._replace)


class _Runner:
    """Runs what is ready on a thread of its own, and what becomes ready meanwhile after the stage that is running."""

    def __init__(self, session: Session, executor: Executor, announcer: Announcer, ready: Ready, replace: bool) -> None:
        self._session = session
        self._executor = executor
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
        run = Run.of(
            self._session, ready.script, self._session.store(), self._executor, ready.seen, replace=self._replace
        )
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


def _fixed(path: str) -> str:
    """The part of a path before any pattern in it."""
    parts = Path(path).parts
    first = next((i for i, part in enumerate(parts) if any(mark in part for mark in "*?[{")), len(parts))
    return str(Path(*parts[:first]))


def _paths(stage: Stage) -> list[str]:
    """The paths that a stage names as its material, as written."""
    steps = (*stage.steps, *(step for group in stage.groups for step in group.steps))
    named = [step.values.get("paths") for step in steps if step.word == "from"]
    listed = [str(path) for paths in named if isinstance(paths, tuple) for path in paths]
    return [*listed, *stage.paths]
