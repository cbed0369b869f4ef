"""What a store is kept for: what its scripts make as they stand, and how large that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from intaglio.face.refusal import Refused
from intaglio.face.session import Session
from intaglio.face.text import visible
from intaglio.runtime.contract import Fault
from intaglio.runtime.plan.planner import PlannedStage
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.holdings import Inventory, Title, course, pictures


def scripts(store: Store) -> list[Path]:
    """The scripts that are there and work with a store: those that ran with it, and those that lie beside it."""
    ran = (past.script for past in store.history.all())
    found = dict.fromkeys(path for path in (*ran, *store.root.parent.glob("*.gen")) if path.is_file())
    return sorted({path.resolve(): path for path in found}.values())


def wanted(store: Store) -> set[str]:
    """The names of all that scripts have of a store as they stand, and as they last ran where that is not known now."""
    return {name for script in scripts(store) for name in _wanted_by(script, store)}


def _wanted_by(script: Path, store: Store) -> set[str]:
    session = Session(script, store.root)
    last = store.last(script)
    try:
        program = session.read().program
        plan = None if program is None else session.plan(program, store)
    except (Refused, Fault):
        plan = None
    if plan is None:  # a slip in it, or a folder that is away for the moment
        return {key for keys in last.values() for key in keys}
    found = {name for stage in plan.stages for name in names(stage)}
    return found.union(*(last.get(stage.name, ()) for stage in plan.stages if _is_open(stage)))


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
