"""Watching: a script is run, and again whenever it or what it reads has changed.

A save is parsed, checked and planned before anything that runs is touched. A script with a mistake is shown, and what
was running goes on; an edit that does not reach the running stage lets it end first. The worker stays warm between.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from intaglio.face import sealing
from intaglio.face.announcing import Announcer
from intaglio.face.reading import text_of
from intaglio.face.refusal import Refused
from intaglio.face.runner import Ready, Runner
from intaglio.face.session import Session, mistaken
from intaglio.lang.ir import Program, Stage
from intaglio.lang.script import Script
from intaglio.runtime.contract import Fault
from intaglio.runtime.place.copies import Claims, targets
from intaglio.runtime.plan.later import refuse
from intaglio.runtime.plan.order import ordered
from intaglio.runtime.plan.planner import Plan
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.store import disk
from intaglio.runtime.world.listing import is_glob
from intaglio.runtime.world.watcher import Changes, Folder, Watcher

FOREVER = 3600.0  # seconds of one wait


class Watching:
    """Watches one script until it is closed."""

    def __init__(
        self, session: Session, crew: Crew, announcer: Announcer, *, replace: bool = False, yes: bool = False
    ) -> None:
        self._session = session
        self._crew = crew
        self._announcer = announcer
        self._replace = replace
        self._yes = yes
        self._store = session.store()
        self._saved = Claims()
        self._watcher = Watcher(self._is_ours)
        self._polls = False
        self._read: frozenset[Path] = frozenset()
        self._borrowed: frozenset[Path] = frozenset()
        self._text: str | None = None
        self._last: Ready | None = None
        self._runner: Runner | None = None
        self._refused = False  # whether the last that was said is that the script is not run

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
            if self._runner.alive:
                self._announcer.stopping()
            self._runner.stop()

    def _consider(self, changes: Changes) -> None:
        """Read, check and plan; then let the new plan take the place of the old."""
        began = time.perf_counter()
        if changes.lost:
            self._announcer.lost()
        try:
            with disk.refusals():
                ready = self._readied(changes)
        except (Refused, Fault) as fault:
            self._announcer.refused(fault.message, fault.hint)
            self._refused = True
            return
        self._refused = False
        if ready is None:
            return
        self._last = ready
        self._announcer.planned(ready.plan, time.perf_counter() - began)
        self._swap(ready)

    def _readied(self, changes: Changes) -> Ready | None:
        """The script as it is now, with its plan; None where it has a mistake or nothing that matters has changed."""
        seen = sealing.looks(self._session)
        text = text_of(self._session.script)
        if text == self._text and not (self._refused or changes.lost or self._concerns(changes.paths)):
            return None
        edited, self._text = self._refused or text != self._text or self._are_recipes(changes.paths), text
        self._watcher.know(self._session.script, text.encode())
        script = self._session.understand(text)
        if mistaken(script) or script.program is None:
            self._attend_mistaken(script)
            if edited:
                self._announcer.mistakes(script)
            return None
        files = self._session.files(self._store)
        plan = self._session.plan(script.program, self._store, files)
        self._borrowed = frozenset(path for path in map(Path, script.borrowed) if path.is_file())
        self._attend(script.program, plan, files.looked)
        refuse(ordered(script.program), self._session.kinds, self._session.script, script.later)
        ready = Ready(script, script.program, plan, files, seen)
        return ready if edited or ready.todo or self._runs() or self._is_back(plan) else None

    def _is_back(self, plan: Plan) -> bool:
        """Whether all is there, and is other than what was last shown: what is saved is to be put back."""
        before = {} if self._last is None else {stage.name: stage.key for stage in self._last.plan.stages}
        return any(before.get(stage.name) not in (None, stage.key) for stage in plan.stages)

    def _runs(self) -> bool:
        return self._runner is not None and self._runner.alive

    def _concerns(self, paths: Iterable[Path]) -> bool:
        """Whether any of the paths is something that the script reads."""
        return any(
            path == known or known in path.parents or path in known.parents for path in paths for known in self._read
        )

    def _are_recipes(self, paths: Iterable[Path]) -> bool:
        """Whether any of the paths is a recipe that the script borrows, or where one was looked for."""
        return any(path == known or known in path.parents for path in paths for known in self._borrowed)

    def _attend_mistaken(self, script: Script) -> None:
        """Watch where recipes were looked for, whether or not they were found, and the places that the script names:
        the mistake may be mended there, as by the first image in an empty folder.
        """
        here = self._session.folder.absolute()
        named = {here / _fixed(path) for _, path in script.paths}
        self._borrowed = frozenset(map(Path, script.borrowed))
        self._read |= self._borrowed | {place for place in named if _lies_there(place)}
        self._watcher.watch(self._folders(self._read))

    def _attend(self, program: Program, plan: Plan, looked: Iterable[str]) -> None:
        """Watch what the script reads, and know what it writes."""
        named = {path for stage in program.stages for path in _paths(stage)}
        here = self._session.folder.absolute()
        places = {Path(path) for path in looked} | {here / _fixed(path) for path in named}
        self._read = frozenset(places) | self._borrowed
        self._saved = Claims(_saved(program, plan, here))
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
        return path.name.startswith(".") or self._store.root in (path, *path.parents) or path in self._saved

    def _swap(self, ready: Ready) -> None:
        if self._runner is not None:
            if self._runner.then(ready):
                return
            self._runner.stop()
        self._runner = self._running(ready, release=self._yes)

    def release(self) -> None:
        """Begin the trainings that are held. Called from another thread."""
        if self._runner is not None and not self._runner.release() and self._last is not None:
            self._runner = self._running(self._last, release=True)

    def _running(self, ready: Ready, *, release: bool) -> Runner:
        return Runner(self._session, self._crew, self._announcer, ready, replace=self._replace, release=release)


def _saved(program: Program, plan: Plan, here: Path) -> Iterator[Path]:
    """What the stages save as: each cell of a sweep under its own name, and nothing beside it."""
    planned = {stage.name: stage for stage in plan.stages}
    for stage in program.stages:
        if stage.save is not None:
            cells = [cell.point.labels() for cell in planned[stage.name].cells]
            with suppress(Fault):  # what cannot be saved is told by the run
                yield from targets(here / stage.save, cells)


def _lies_there(place: Path) -> bool:
    """Whether something lies there. A text may be no path at all, and too long for one."""
    try:
        return place.exists()
    except OSError:
        return False


def _fixed(path: str) -> str:
    """The part of a path before any pattern in it."""
    parts = Path(path).parts
    first = next((i for i, part in enumerate(parts) if is_glob(part)), len(parts))
    return str(Path(*parts[:first]))


def _paths(stage: Stage) -> list[str]:
    """The paths that a stage names as its material, as written."""
    steps = (*stage.steps, *(step for group in stage.groups for step in group.steps))
    named = [step.values.get("paths") for step in steps if step.word == "from"]
    listed = [str(path) for paths in named if isinstance(paths, tuple) for path in paths]
    return [*listed, *stage.paths]
