"""After a run that left all fresh: put down what it depended on, so that the next one can end by looking at stats."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from intaglio.face.objects import spelled
from intaglio.face.session import Session
from intaglio.lang.ir import Program
from intaglio.lang.script import Script
from intaglio.runtime.plan.planner import PlannedStage
from intaglio.runtime.run.events import Done, Skipped, as_json
from intaglio.runtime.store.store import Store
from intaglio.runtime.world import unchanged
from intaglio.runtime.world.unchanged import Look

Looks = dict[str, Look]


def looks(session: Session) -> Looks:
    """The script as it is now. Take it before it is read."""
    return _look(session.script)


def code_of(session: Session, program: Program) -> Looks:
    """The files of the kinds that a program uses, as they are now."""
    found: Looks = {}
    for name in {stage.kind for stage in program.stages}:
        kind = session.kinds[name]
        if kind.run is not None:
            found |= _look(Path(sys.modules[kind.run.__module__].__file__ or ""))
    return found


def borrowed(script: Script) -> Looks:
    """The files and folders that its recipes were borrowed from, as they were when these were read."""
    return {
        path: (size, mtime, ctime, inode, when) for path, (size, mtime, ctime, inode, when) in script.borrowed.items()
    }


def _look(path: Path) -> Looks:
    absolute = str(path.absolute())
    try:
        return {absolute: unchanged.look(absolute)}
    except OSError:
        return {}


def seal(
    session: Session,
    store: Store,
    planned: Mapping[str, PlannedStage],
    saved: Mapping[str, tuple[str, ...]],
    placed: Sequence[str],
    read: Looks,
) -> None:
    """Write the record. A store that cannot take it only makes the next run look properly.

    `saved` has where each stage was saved, `placed` every copy that `save` asked for.
    """
    stages = [_told(stage, saved.get(name, ())) for name, stage in planned.items()]
    done = Done(made=0, fresh=len(stages), failed=0, waiting=0, seconds=0.0)
    fresh = unchanged.Fresh(stages, spelled(as_json(done)))
    made = [path for stage in planned.values() for path in _made(stage, store)]
    made += placed
    try:
        unchanged.write(str(session.script), str(session.root), fresh, read, made)
    except OSError:
        return


def _told(stage: PlannedStage, saved: tuple[str, ...]) -> unchanged.Stage:
    """The stage as the next run will tell of it."""
    skipped = Skipped(stage.name, "fresh", stage.key, saved)
    return unchanged.Stage(stage.name, spelled(as_json(skipped)), saved)


def _made(stage: PlannedStage, store: Store) -> Iterator[str]:
    for cell in stage.cells:
        if cell.artifact is not None and cell.key is not None:
            yield str(store.record_path(cell.key))
            yield from map(str, cell.artifact.result.values())
