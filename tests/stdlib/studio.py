"""A studio: a folder, its store and a warm worker, where whole scores are run, as `gen run` does."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from intaglio.face.session import Session
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.plan.planner import PlannedStage
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.events import Event, Failed, Finished
from intaglio.runtime.run.scheduler import Execution
from intaglio.runtime.store.store import Store


@dataclass
class Studio:
    """Runs texts in a folder. `store` may be taken anew, as another process would."""

    folder: Path
    crew: Crew

    def __post_init__(self) -> None:
        self.session = Session.at(self.folder / "score.gen")
        self.store = Store(self.session.root)
        self.events: list[Event] = []

    def elsewhere(self, name: str) -> Studio:
        """The same files in a folder of their own, where nothing was ever made."""
        shutil.copytree(self.folder, self.folder / name, ignore=shutil.ignore_patterns(".intaglio"))
        return Studio(self.folder / name, self.crew)

    def execution(self, text: str) -> Execution:
        """A run of a text that has not begun."""
        script = self.session.understand(f"gen 1\n\n{text}")
        assert script.program is not None, script.diagnostics
        return self.session.execution(script, self.store, self.session.files(self.store), self.crew)

    def run(self, text: str) -> dict[str, list[Artifact]]:
        """Run a text to its end; the cells that each stage made or had."""
        execution = self.execution(text)
        self.events = list(execution.events())
        assert not [event for event in self.events if isinstance(event, Failed)], self.events
        cells = {name: [cell.artifact for cell in stage.cells] for name, stage in execution.planned.items()}
        return {name: [artifact for artifact in made if artifact is not None] for name, made in cells.items()}

    def attempt(self, text: str) -> Artifact | str:
        """What a text with one stage makes, or what keeps it from that."""
        execution = self.execution(text)
        self.events = list(execution.events())
        failed = [event.message for event in self.events if isinstance(event, Failed)]
        ((cell,),) = (stage.cells for stage in execution.planned.values())
        return failed[0] if failed or cell.artifact is None else cell.artifact

    def ran(self, text: str) -> list[str]:
        """The stages that a run of a text executes."""
        self.run(text)
        return list(self.counts)

    @property
    def counts(self) -> dict[str, tuple[int, int]]:
        """Of each stage that the last run executed, how many items it made, and how many it took from before."""
        return {event.stage: (event.made, event.reused) for event in self.events if isinstance(event, Finished)}

    def told(self, text: str) -> str:
        """What a check of a text says."""
        return " ".join(each.message() for each in self.session.understand(f"gen 1\n\n{text}").diagnostics)

    def plan(self, text: str) -> dict[str, PlannedStage]:
        """What a run of a text would do."""
        script = self.session.understand(f"gen 1\n\n{text}")
        assert script.program is not None, script.diagnostics
        return {stage.name: stage for stage in self.session.plan(script.program, self.store).stages}
