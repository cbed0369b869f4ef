"""What a store is kept for: what its scripts make as they stand, and how large that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from intaglio.face.quick import relative
from intaglio.face.refusal import Refused
from intaglio.face.session import Session
from intaglio.face.text import visible
from intaglio.runtime.contract import Fault
from intaglio.runtime.plan.planner import Plan, PlannedStage
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.holdings import Inventory, Title, course, inventory, pictures

MOST = 5  # scripts that are named


def scripts(store: Store) -> list[Path]:
    """The scripts that are there and work with a store: those that ran with it, and those that lie beside it."""
    ran = (past.script for past in store.history.all())
    found = dict.fromkeys(path for path in (*ran, *store.root.parent.glob("*.gen")) if path.is_file())
    return sorted({path.resolve(): path for path in found}.values())


@dataclass(slots=True)
class Wanted:
    """What scripts have of a store as they stand, and as they last ran where that is not known now, by its names.

    It is asked by calling it; `unread` are then the scripts of which nobody knows what they would make. One of those
    may be in the middle of something: what is unfinished, and belongs to nothing that is known, is kept for it.
    """

    store: Store
    unread: tuple[Path, ...] = ()

    def __call__(self) -> set[str]:
        """The names of everything."""
        found, unread = set[str](), []
        for script in scripts(self.store):
            last = self.store.last(script)
            plan = _planned(script, self.store)
            if plan is None:
                unread.append(script)
                found.update(key for keys in last.values() for key in keys)
                continue
            found.update(name for stage in plan.stages for name in names(stage))
            found.update(key for stage in plan.stages if _is_open(stage) for key in last.get(stage.name, ()))
        self.unread = tuple(unread)
        return found | _unfinished(self.store) if unread else found

    def told(self) -> str:
        """That some could not be read, and how to see why; empty where all could."""
        if not self.unread:
            return ""
        called = [visible(relative(str(script))) for script in self.unread[:MOST]]
        more = f" and {len(self.unread) - MOST:,} more" if len(self.unread) > MOST else ""
        kept = (
            f"{', '.join(called)}{more} cannot be planned as {'it stands' if len(self.unread) == 1 else 'they stand'}"
        )
        why = Session(self.unread[0], self.store.root).command("plan")
        return f"{kept}, so what may be of use there is kept. To see why: {why}"


def wanted(store: Store) -> set[str]:
    """What scripts want of a store, by its names."""
    return Wanted(store)()


def _planned(script: Path, store: Store) -> Plan | None:
    """What a run of a script would do; None where it cannot be read, has a slip, or a folder of it is away."""
    session = Session(script, store.root)
    try:
        program = session.read().program
        return None if program is None else session.plan(program, store)
    except (Refused, Fault, OSError):
        return None


def _unfinished(store: Store) -> set[str]:
    """Courses and pictures that nothing finished keeps."""
    there = inventory(store).things
    kept = {name for thing in there.values() for name in thing.keeps}
    return {name for name, thing in there.items() if thing.what in ("course", "pictures")} - kept


def _is_open(stage: PlannedStage) -> bool:
    """Whether it is not known now what a stage comes to: it waits, or something keeps it from running."""
    return stage.fault is not None or not stage.cells or any(cell.key is None for cell in stage.cells)


def names(stage: PlannedStage) -> Iterator[str]:
    """What a stage has in the store: its results, and how far those came that are not finished."""
    for cell in stage.cells:
        if cell.artifact is not None and cell.key is not None:
            yield cell.key
        elif cell.chain is not None:
            yield course(cell.chain.key)
        elif cell.stream is not None and cell.stream.key is not None:
            yield pictures(cell.stream.key)
            yield from cell.stream.holders


def size(of: Iterable[str], there: Inventory) -> int:
    """Bytes of the contents of things, and of their own; what they share counts once."""
    things = [there.things[name] for name in set(of) if name in there.things]
    digests = {blob.digest for thing in things for blob in thing.blobs}
    return sum(thing.own for thing in things) + sum(there.contents.get(digest, 0) for digest in digests)


def called(title: Title, many: Mapping[Path, object]) -> str:
    """`dreamer of table.gen`; the script by its path where another has its name."""
    alike = [path for path in many if path.name == title.script.name]
    return visible(f"{title.stage} of {title.script if len(alike) > 1 else title.script.name}")
