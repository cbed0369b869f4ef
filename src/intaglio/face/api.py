"""The Python interface: a work, what it would do, what it made.

work = intaglio.open("table.gen")
work.run("attempts")
for image in work["attempts"].images:
    ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from intaglio.face import sealing
from intaglio.face.exporting import Result as Found
from intaglio.face.exporting import export, result_of
from intaglio.face.language import Diagnostic
from intaglio.face.loading import refusing
from intaglio.face.reading import text_of
from intaglio.face.refusal import Refused
from intaglio.face.render import brief
from intaglio.face.running import Run
from intaglio.face.session import Session, stages_named
from intaglio.lang import diagnostic
from intaglio.lang.diagnostic import Level
from intaglio.lang.ir import Program
from intaglio.lang.nearest import nearest
from intaglio.lang.script import Script
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import LISTING, ImageSet
from intaglio.runtime.keys.manifest import Key, Manifest
from intaglio.runtime.plan.planner import Plan
from intaglio.runtime.run.events import Event, Failed
from intaglio.runtime.store.store import Store

__all__ = ["Mistakes", "NoStage", "Refused", "Result", "StageFailed", "Work", "open"]

if TYPE_CHECKING:
    from PIL.Image import Image


class Mistakes(Exception):
    """The script has mistakes, so it cannot be planned or run. `diagnostics` are all of them."""

    def __init__(self, diagnostics: Sequence[diagnostic.Diagnostic], script: Path) -> None:
        mistakes = [each for each in diagnostics if each.level is Level.MISTAKE]
        self.diagnostics = tuple(map(Diagnostic.told, mistakes))
        super().__init__("\n".join(brief(each, str(script)) for each in mistakes))


class StageFailed(Exception):
    """A stage could not be made. `failures` are the events that tell which, where and why."""

    def __init__(self, failures: Sequence[Failed]) -> None:
        self.failures = tuple(failures)
        super().__init__("\n".join(map(_failed, failures)))


def _failed(failed: Failed) -> str:
    hint = "" if failed.hint is None else f" Try: {failed.hint}"
    inside = "".join(f", {place}" for place in failed.inside)
    return f"{failed.stage} (line {failed.line}{inside}): {failed.message}{hint}"


class NoStage(Refused, KeyError):
    """No line of the script makes a stage of that name. It tells the nearest, and all that there are."""


def open(script: str | Path, store: str | Path | None = None) -> Work:
    """A work. `store` is where its results are kept: `.intaglio` beside the script without it.

    Raises `Refused` when no script lies there.
    """
    session = Session.at(script, store)
    text_of(session.script)
    return Work(session)


@dataclass(frozen=True, repr=False)
class Work:
    """A script and its results. It is read anew each time something is asked of it."""

    session: Session

    def __repr__(self) -> str:
        return f"Work({str(self.session.script)!r})"

    def check(self) -> tuple[Diagnostic, ...]:
        """Every mistake and remark. Raises `Refused` when the script cannot be read, as all of these do."""
        return tuple(map(Diagnostic.told, self.session.read().diagnostics))

    def plan(self) -> Plan:
        """What a run would do. Raises `Mistakes`."""
        with refusing():
            return self.session.plan(self._program(), self.session.store())

    def run(self, *stages: str, listen: Callable[[Event], None] = lambda event: None, replace: bool = False) -> Work:
        """Make the named stages and what they need, or everything. `listen` is called with every event.

        Raises `Mistakes`, `StageFailed`; `replace` lets `save` write over files that are not its own.
        """
        seen = sealing.looks(self.session)
        script = self._script()
        assert script.program is not None
        only = stages_named(script, stages, lambda _, likely: likely)
        with refusing(), closing(self.session.crew(store := self.session.store())) as crew:
            this = Run.of(self.session, script, store, crew, seen, only, replace=replace)
            for event in this.execution.events():
                this.board.apply(event)
                listen(event)
        if this.board.failures:
            raise StageFailed(this.board.failures)
        this.seal()
        return self

    def __iter__(self) -> Iterator[str]:
        """The names of its stages, as the script has them. Raises `Mistakes`."""
        return iter([each.name for each in self._program().stages])

    def __getitem__(self, stage: str) -> Result:
        """What a stage made: as it is now, else as it was last made.

        Raises `NoStage`, which is a `KeyError`; `Refused` when it was never made; `Mistakes`.
        """
        script = self._script()
        names = [each.name for each in self._program().stages]
        stage = next(iter(script.uses.get(stage, ())), stage)
        if stage not in names:
            likely = nearest(stage, names)
            listed = f"It makes {', '.join(names)}." if names else "It makes nothing yet."
            raise NoStage(f"No line in the script makes `{stage}`. {listed}", likely and f"work[{likely!r}]")
        planned = {each.name: each for each in self.plan().stages}
        store = self.session.store()
        return Result(self.session, store, result_of(self.session, store, planned[stage]))

    def _script(self) -> Script:
        script = self.session.read()
        if script.program is None:
            raise Mistakes(script.diagnostics, self.session.script)
        return script

    def _program(self) -> Program:
        program = self._script().program
        assert program is not None
        return program


@dataclass(frozen=True, repr=False)
class Result:
    """What a stage made. A swept stage has several `cells`; without a sweep there is one, with no values."""

    session: Session
    store: Store
    found: Found

    def __repr__(self) -> str:
        makes = self.cells[0][1].makes
        return f"Result({self.found.stage!r}, makes={makes!r}, cells={len(self.cells)}, current={self.current})"

    @property
    def current(self) -> bool:
        """Whether a run would keep it as it is."""
        return self.found.current

    @property
    def cells(self) -> tuple[tuple[Mapping[str, object], Artifact], ...]:
        """The swept values of each cell, and its artifact."""
        return self.found.cells

    @property
    def artifact(self) -> Artifact:
        """Its artifact. Raises ValueError for a swept stage, which has one for each of its `cells`."""
        if len(self.cells) != 1:
            raise ValueError(f"`{self.found.stage}` is swept: ask its {len(self.cells)} cells")
        return self.cells[0][1]

    @property
    def path(self) -> Path:
        """A folder with its pictures, film or sheet as ordinary files, written now. Raises `Refused`."""
        with refusing():
            return export(self.session, self.store, self.found)

    @property
    def images(self) -> list[Image]:
        """Its pictures, in order, cell after cell; none where it makes no pictures. Raises `Refused` if damaged."""
        from PIL import Image as pillow

        told = []
        with self.store.using():
            for _, artifact in self.cells:
                if not self.store.verify(artifact):
                    raise Refused(f"What the store held of `{self.found.stage}` is gone or damaged: run again.")
                images = ImageSet(artifact) if LISTING in artifact.result else ()
                told += [pillow.fromarray(pixels) for pixels in images]
        return told

    @property
    def manifest(self) -> Manifest:
        """Every fact that the result depends on. Raises ValueError for a swept stage."""
        manifest = self.store.manifest(Key(self.artifact.key))
        assert manifest is not None
        return manifest

    @property
    def key(self) -> str:
        """The name of the result. Raises ValueError for a swept stage."""
        return self.artifact.key

    @property
    def digest(self) -> str:
        """The digest of the result's content. Raises ValueError for a swept stage."""
        return self.artifact.digest
