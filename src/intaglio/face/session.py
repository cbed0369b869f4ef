"""A session: a script, the folder around it, its store, and what may be said in it. Commands and the API share it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from intaglio.face.quick import FOLDER, VARIABLE
from intaglio.face.reading import text_of
from intaglio.face.refusal import Refused
from intaglio.lang.borrowing import Lender
from intaglio.lang.diagnostic import Level
from intaglio.lang.ir import Program
from intaglio.lang.nearest import nearest
from intaglio.lang.script import Script, glance, read
from intaglio.lang.vocabulary import Vocabulary
from intaglio.runtime.contract import Files, Kind
from intaglio.runtime.plan import picking
from intaglio.runtime.plan.planner import Plan, plan
from intaglio.runtime.plan.schema import vocabulary
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.scheduler import Execution, Score
from intaglio.runtime.store.store import Store
from intaglio.runtime.world.files import DiskFiles
from intaglio.runtime.world.recipes import DiskRecipes
from intaglio.stdlib.images.conditions import told
from intaglio.stdlib.measures import MEASURES
from intaglio.stdlib.registry import RECIPES, kinds


@cache
def words() -> Vocabulary:
    """The vocabulary of the built-in kinds."""
    return vocabulary(kinds(), MEASURES)


def root_of(folder: Path, told: str | None, environment: Mapping[str, str] = os.environ) -> Path:
    """Where the store lies: as told, as the environment says, else in the script's folder."""
    named = told or environment.get(VARIABLE)
    return Path(named) if named else folder / FOLDER


def store_of(script: str | None, told: str | None) -> Store:
    """The store of a script, or, without one, of this folder. Raises `Refused` where there is no such script."""
    if script is None:
        return Store(root_of(Path(), told))
    session = Session.at(script, told)
    text_of(session.script)
    return session.store()


@dataclass(frozen=True)
class Session:
    """A script as it was named, and where its results are kept."""

    script: Path
    root: Path
    kinds: Mapping[str, Kind[Any]] = field(default_factory=kinds, repr=False)
    vocabulary: Vocabulary = field(default_factory=words, repr=False)
    recipes: Lender | None = field(default=None, repr=False)  # where they are borrowed instead of on the disk

    @classmethod
    def at(cls, script: str | Path, store: str | Path | None = None) -> Session:
        """The session of a script. Nothing is read yet."""
        path = Path(script)
        return cls(path, root_of(path.parent, None if store is None else str(store)))

    @property
    def folder(self) -> Path:
        """The folder that paths in the script begin from."""
        return self.script.parent

    def store(self) -> Store:
        """Its store, which need not exist."""
        return Store(self.root)

    def files(self, store: Store) -> DiskFiles:
        """The disk as a plan sees it now."""
        return DiskFiles(self.folder, store)

    @property
    def lender(self) -> Lender:
        """Where its recipes are borrowed: in folders seen from it, and what ships."""
        return self.recipes or DiskRecipes(self.folder, RECIPES)

    def read(self) -> Script:
        """The script, read from disk and understood as far as it can be. Raises `Refused`."""
        return self.understand(text_of(self.script))

    def understand(self, text: str) -> Script:
        """A text, as if it lay where the script does."""
        script = read(text, self.vocabulary, self.files(self.store()), self.lender)
        if script.program is None:
            return script
        program = picking.unfolded(script.program, self.kinds)
        return replace(script, program=program, lines=picking.lines(program, script.lines))

    def glance(self, text: str) -> Script:
        """A text, as if it lay where the script does, with nothing tried of what its diagnostics offer."""
        return glance(text, self.vocabulary, self.files(self.store()), self.lender)

    def written(self, text: str) -> Program:
        """The program of a text without mistakes as it was written, with no picked step unfolded."""
        program = read(text, self.vocabulary, self.files(self.store()), self.lender).program
        assert program is not None
        return program

    def plan(self, program: Program, store: Store, files: Files | None = None) -> Plan:
        """What a run would do."""
        return plan(program, self.kinds, store, files or self.files(store), store.last(self.script), told)

    def crew(self, store: Store) -> Crew:
        """Workers for this store's stages, each started when it is first needed."""
        return Crew.local(store.threads(), self.root)

    def execution(
        self,
        script: Script,
        store: Store,
        files: Files,
        crew: Crew,
        only: Sequence[str] = (),
        *,
        replace: bool = False,
        live: bool = False,
    ) -> Execution:
        """A run of a script without mistakes."""
        return Execution(self.score(script), self.kinds, store, files, crew, only, replace=replace, live=live)

    def score(self, script: Script) -> Score:
        """A script without mistakes, as it is run."""
        assert script.program is not None
        inside = {
            name: tuple(f"{spot.file or self.script.name}:{spot.span.line}" for spot in spots)
            for name, spots in script.inside.items()
        }
        return Score(script.program, self.script, script.lines, script.paths, script.later, inside)


def mistaken(script: Script) -> bool:
    """Whether a script has mistakes, so that it cannot run."""
    return any(each.level is Level.MISTAKE for each in script.diagnostics)


def stages_named(script: Script, named: Sequence[str], usage: Callable[[str], str]) -> list[str]:
    """The stages that are meant: by the name of a use of a recipe all that it gives, the first first.

    Raises `Refused` with the nearest name; `usage` makes a line to paste of it.
    """
    names = [stage.name for stage in script.program.stages] if script.program is not None else []
    found: list[str] = []
    for name in named:
        if name in names or name in script.uses:
            found += script.uses.get(name, (name,))
            continue
        likely = nearest(name, [*names, *script.uses])
        if likely is not None:
            raise Refused(f"No line in the script makes `{name}`.", usage(likely))
        listed = f" It makes {', '.join(names)}." if names else " It makes nothing yet."
        raise Refused(f"No line in the script makes `{name}`.{listed}")
    return list(dict.fromkeys(found))


def ends(program: Program) -> frozenset[str]:
    """The stages that nothing else is made of."""
    used = {given.stage for stage in program.stages for given in (*stage.sources, *stage.models)}
    return frozenset(stage.name for stage in program.stages) - used
