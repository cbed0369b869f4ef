"""A studio: a folder with a store and warm workers, where scores of toy stages are run and edited."""

from __future__ import annotations

from pathlib import Path

from intaglio.lang.ir import Input, Program, Stage
from intaglio.runtime.plan.planner import plan
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.scheduler import Execution, Revision, Score
from intaglio.runtime.store.store import Store
from intaglio.runtime.world.files import DiskFiles
from tests.runtime.toys import KINDS


class Studio:
    """A folder with a store and warm workers, where a score is edited while it runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder / ".intaglio")
        self.crew = Crew.local(1, folder, light=2)

    def score(self, *stages: Stage) -> Score:
        return Score(Program(stages=stages), self.folder / "score.gen", {})

    def revision(self, *stages: Stage) -> Revision:
        score, files = self.score(*stages), DiskFiles(self.folder, self.store)
        return Revision(score, files, plan(score.program, KINDS, self.store, files, self.store.last(score.script)))

    def execution(self, *stages: Stage, live: bool = True) -> Execution:
        return Execution(
            self.score(*stages), KINDS, self.store, DiskFiles(self.folder, self.store), self.crew, live=live
        )


def grow(name: str = "g", steps: int = 4, pause: float = 0.0, rate: int = 1) -> Stage:
    return Stage(name=name, kind="grow", settings={"steps": steps, "pause": pause, "rate": rate})


def look(name: str, model: str, value: int = 1) -> Stage:
    return Stage(name=name, kind="look", models=(Input(stage=model),), settings={"value": value})


def count(name: str, value: int = 1, mood: str = "calm") -> Stage:
    return Stage(name=name, kind="count", settings={"value": value, "mood": mood})


def costly(studio: Studio, stage: Stage, seconds: float) -> None:
    """Let a stage have taken so long the last time."""
    execution = studio.execution(stage)
    list(execution.events())
    (cell,) = execution.planned[stage.name].cells
    assert cell.key is not None
    record = studio.store.record(cell.key)
    assert record is not None
    dict.update(record.facts, seconds=seconds)  # type: ignore[arg-type]  # as if read from the disk
