"""A desk: a folder with a script in it, read, planned and run as `gen` does, by a worker that stays warm.

All is the real path but the process's own start: the text is parsed and checked, planned from the disk, made by a
worker process, committed to a store, placed. `tests/matrix/studio.py` has the same with the command itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intaglio.face.session import Session, mistaken, words
from intaglio.lang.ir import Program
from intaglio.lang.script import Script
from intaglio.lang.vocabulary import Vocabulary
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Kind
from intaglio.runtime.keys.manifest import Key, Manifest
from intaglio.runtime.plan.planner import Plan, PlannedStage
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.events import Event, Failed, Finished
from intaglio.runtime.store.store import Store
from intaglio.stdlib.registry import kinds


@dataclass(frozen=True)
class Ran:
    """What a run told, and the stages as they were planned when they ended."""

    events: tuple[Event, ...]
    planned: Mapping[str, PlannedStage]

    @property
    def made(self) -> list[str]:
        """The stages that ran to their end, and made something that nobody else had just made."""
        return [event.stage for event in self.events if isinstance(event, Finished) and event.made]

    @property
    def ended(self) -> list[str]:
        """The stages that ran to their end, whoever had made what they are made of."""
        return [event.stage for event in self.events if isinstance(event, Finished)]

    @property
    def failures(self) -> list[str]:
        """What kept stages from finishing."""
        return [f"{event.stage}: {event.message}" for event in self.events if isinstance(event, Failed)]

    def artifacts(self, stage: str) -> list[Artifact]:
        """What a stage made, cell after cell."""
        made = [cell.artifact for cell in self.planned[stage].cells]
        assert None not in made, f"{stage}: {self.failures}"
        return [artifact for artifact in made if artifact is not None]

    @property
    def keys(self) -> dict[str, list[Key | None]]:
        """The keys of each stage's cells."""
        return {name: [cell.key for cell in stage.cells] for name, stage in self.planned.items()}

    @property
    def digests(self) -> dict[str, list[str | None]]:
        """What each stage's cells hold, by the digest of their results; None for what is not made."""
        return {
            name: [cell.artifact and cell.artifact.digest for cell in stage.cells]
            for name, stage in self.planned.items()
        }


@dataclass
class Desk:
    """A folder, a script in it, and what may be said there."""

    folder: Path
    crew: Crew
    kinds: Mapping[str, Kind[Any]] = field(default_factory=kinds)
    vocabulary: Vocabulary = field(default_factory=words)

    @property
    def session(self) -> Session:
        """A new session, which remembers nothing."""
        return Session(self.folder / "score.gen", self.folder / ".intaglio", self.vocabulary, others=self.kinds)

    @property
    def store(self) -> Store:
        """The store as a new process sees it."""
        return self.session.store()

    def read(self, text: str) -> Script:
        """A text, understood as if it lay here."""
        return self.session.understand(text)

    def checks(self, text: str) -> bool:
        """Whether a text has no mistake, and asks for nothing that arrives later."""
        script = self.read(text)
        return not (mistaken(script) or script.later)

    def program(self, text: str) -> Program:
        """The program of a text, which has no mistake."""
        script = self.read(text)
        assert script.program is not None, [each.message() for each in script.diagnostics]
        return script.program

    def plan(self, text: str) -> Plan:
        """What a run of a text would do."""
        session = self.session
        return session.plan(self.program(text), session.store())

    def run(self, text: str, *, replace: bool = False) -> Ran:
        """Write a text down, and run it."""
        session = self.session
        session.script.write_text(text, encoding="utf-8")
        script = session.read()
        assert script.program is not None, [each.message() for each in script.diagnostics]
        store = session.store()
        execution = session.execution(script, store, session.files(store), self.crew, replace=replace)
        events = tuple(execution.events())
        return Ran(events, dict(execution.planned))

    def manifest(self, key: Key) -> Manifest:
        """What a key was made of."""
        manifest = self.store.manifest(key)
        assert manifest is not None
        return manifest
