"""Exporting: what a stage made, as ordinary files in a folder of the store, for people and programs to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from intaglio.face.refusal import Refused
from intaglio.face.session import Session
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import LISTING
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.place.copies import Cell
from intaglio.runtime.place.placing import place
from intaglio.runtime.plan.planner import PlannedStage
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.holdings import OPEN


@dataclass(frozen=True, slots=True)
class Result:
    """What a stage made: an artifact for each cell of its sweep. `current` tells whether a run would keep it."""

    stage: str
    cells: tuple[Cell, ...]
    current: bool


def result_of(session: Session, store: Store, stage: PlannedStage) -> Result:
    """What there is of a stage: as it is now, else as its script's last run made it. Raises `Refused`."""
    if stage.cells and not stage.missing:
        made = [(cell.point.labels(), cell.artifact) for cell in stage.cells if cell.artifact is not None]
        return Result(stage.name, tuple(made), current=True)
    before = [store.find(Key(key)) for key in store.last(session.script).get(stage.name, ())]
    found = [artifact for artifact in before if artifact is not None]
    if not found:
        raise Refused(f"`{stage.name}` is not made yet.", session.command("run", stage.name))
    return Result(stage.name, tuple(_labelled(stage, found)), current=False)


def _labelled(stage: PlannedStage, found: Sequence[Artifact]) -> list[Cell]:
    """The artifacts of an earlier run with their cells' labels, where these can still be known."""
    if len(found) == 1:
        return [({}, found[0])]
    if len(found) == len(stage.cells):
        return [(cell.point.labels(), artifact) for cell, artifact in zip(stage.cells, found, strict=True)]
    return [({"cell": number}, artifact) for number, artifact in enumerate(found, 1)]


def export(session: Session, store: Store, result: Result) -> Path:
    """Write a result's pictures, film or sheet where they can be looked at; what lay there from before is replaced.

    Returns their folder. Raises `contract.Fault`.
    """
    folder = store.root / OPEN / session.script.stem / result.stage
    with store.using():
        place(store, [(labels, _with_seen(artifact)) for labels, artifact in result.cells], folder, replace=True)
    return folder


def _with_seen(artifact: Artifact) -> Artifact:
    """An artifact with the pictures that were seen while it was made (previews of a training) among its files."""
    seen = {name: path for name, path in artifact.seen.items() if name.endswith(".png")}
    if LISTING in artifact.result or not seen:
        return artifact
    told = digests.of_value([artifact.digest, sorted(path.name for path in seen.values())])
    return replace(artifact, digest=told, result={**artifact.result, **seen})
