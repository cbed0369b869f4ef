"""A session: a script, the folder around it, its store, and what may be said in it. Commands and the API share it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intaglio.face.quick import FOLDER, VARIABLE
from intaglio.face.reading import text_of
from intaglio.face.refusal import Refused
from intaglio.face.text import pasted
from intaglio.face.words import words as words
from intaglio.lang.borrowing import Lender
from intaglio.lang.diagnostic import Level
from intaglio.lang.nearest import nearest
from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.script import Script, glance, read
from intaglio.lang.vocabulary import Vocabulary
from intaglio.runtime.world.recipes import DiskRecipes
from intaglio.runtime.world.surroundings import Surroundings
from intaglio.stdlib import registry

# What plans and runs is loaded where that begins: a script is read in a third of the time that all this takes to load.
if TYPE_CHECKING:
    from intaglio.lang.checker.memory import Memory
    from intaglio.lang.ir import Program
    from intaglio.runtime.contract import Files, Kind
    from intaglio.runtime.plan.planner import Plan
    from intaglio.runtime.run.crew import Crew
    from intaglio.runtime.run.scheduler import Execution, Score
    from intaglio.runtime.store.store import Store
    from intaglio.runtime.world.files import DiskFiles


def root_of(folder: Path, told: str | None, environment: Mapping[str, str] = os.environ) -> Path:
    """Where the store lies: as told, as the environment says, else in the script's folder."""
    named = told or environment.get(VARIABLE)
    return Path(named) if named else folder / FOLDER


def store_of(script: str | None, told: str | None) -> Store:
    """The store of a script, or, without one, of this folder. Raises `Refused` where there is no such script."""
    if script is None:
        from intaglio.runtime.store.store import Store

        return Store(root_of(Path(), told))
    session = Session.at(script, told)
    text_of(session.script)
    return session.store()


@dataclass(frozen=True)
class Session:
    """A script as it was named, and where its results are kept."""

    script: Path
    root: Path
    vocabulary: Vocabulary = field(default_factory=words, repr=False)
    recipes: Lender | None = field(default=None, repr=False)  # where they are borrowed instead of on the disk
    others: Mapping[str, Kind[Any]] | None = field(default=None, repr=False)  # kinds to run instead of those that ship

    @classmethod
    def at(cls, script: str | Path, store: str | Path | None = None) -> Session:
        """The session of a script. Nothing is read yet."""
        path = Path(script)
        return cls(path, root_of(path.parent, None if store is None else str(store)))

    @property
    def kinds(self) -> Mapping[str, Kind[Any]]:
        """Every stage kind: those that ship are loaded when they are first asked for, which reading never does."""
        return registry.kinds() if self.others is None else self.others

    @property
    def folder(self) -> Path:
        """The folder that paths in the script begin from."""
        return self.script.parent

    def command(self, verb: str, *words: str) -> str:
        """A line to paste that does something with this script, in this store."""
        usual = root_of(self.folder, None).resolve()
        there = [] if self.root.resolve() == usual else ["--store", str(self.root)]
        return pasted("gen", verb, self.script, *words, *there)

    def store(self) -> Store:
        """Its store, which need not exist."""
        from intaglio.runtime.store.store import Store

        return Store(self.root)

    def files(self, store: Store) -> DiskFiles:
        """The disk as a plan sees it now."""
        from intaglio.runtime.world.files import DiskFiles

        return DiskFiles(self.folder, store)

    @property
    def lender(self) -> Lender:
        """Where its recipes are borrowed: in folders seen from it, and what ships."""
        return self.recipes or DiskRecipes(self.folder, registry.RECIPES)

    def read(self) -> Script:
        """The script, read from disk and understood as far as it can be. Raises `Refused`."""
        return self.understand(text_of(self.script))

    def understand(self, text: str) -> Script:
        """A text, as if it lay where the script does."""
        return replace(self.written(text), unfold=self._unfolded)

    def follow(self, text: str, memory: Memory) -> Script:
        """As `understand`, for a text that is the one before with something typed in it."""
        return replace(self.written(text, memory), unfold=self._unfolded)

    def glance(self, text: str) -> Script:
        """A text, as if it lay where the script does, with nothing tried of what its diagnostics offer."""
        return glance(text, self.vocabulary, Surroundings(self.folder, self.root), self.lender)

    def written(self, text: str, memory: Memory | None = None) -> Script:
        """A text as it was written: with no picked step unfolded in its program."""
        return read(text, self.vocabulary, Surroundings(self.folder, self.root), self.lender, memory)

    def _unfolded(self, program: Program, lines: Mapping[str, int]) -> tuple[Program, Mapping[str, int]]:
        from intaglio.runtime.plan import picking, spelling

        unfolded = picking.unfolded(spelling.spelt(program, self.kinds), self.kinds)
        return unfolded, picking.lines(unfolded, lines)

    def plan(self, program: Program, store: Store, files: Files | None = None) -> Plan:
        """What a run would do."""
        from intaglio.runtime.plan.planner import plan
        from intaglio.stdlib.images.conditions import told

        return plan(program, self.kinds, store, files or self.files(store), store.last(self.script), told)

    def crew(self, store: Store) -> Crew:
        """Workers for this store's stages, each started when it is first needed."""
        from intaglio.runtime.run.crew import Crew

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
        from intaglio.runtime.run.scheduler import Execution

        return Execution(self.score(script), self.kinds, store, files, crew, only, replace=replace, live=live)

    def score(self, script: Script) -> Score:
        """A script without mistakes, as it is run."""
        from intaglio.runtime.run.scheduler import Score

        assert script.program is not None
        inside = {
            name: tuple(f"{spot.file or self.script.name}:{spot.span.line}" for spot in spots)
            for name, spots in script.inside.items()
        }
        places = {**script.paths, **script.roles}
        return Score(script.program, self.script, script.lines, places, script.later, inside)


def following(follow: Callable[[str, Memory], Script]) -> Callable[[str], Script]:
    """A reader of a text that is being written: what nobody touched since it last read is not read again.

    It may be asked from any thread, and answers one after another.
    """
    from threading import RLock

    from intaglio.lang.checker.memory import Memory

    memory = Memory(RLock())
    return lambda text: follow(text, memory)


def mistaken(script: Script) -> bool:
    """Whether a script has mistakes, so that it cannot run."""
    return any(each.level is Level.MISTAKE for each in script.diagnostics)


def stages_named(script: Script, named: Sequence[str], usage: Callable[[str, str], str]) -> list[str]:
    """The stages that are meant: by the name of a use of a recipe all that it gives, the first first.

    Raises `Refused` with the nearest name; `usage` makes a line to paste of the one that was said and of that.
    """
    names = [stage.name for stage in script.program.stages] if script.program is not None else []
    found: list[str] = []
    for name in named:
        if name in names or name in script.uses:
            found += script.uses.get(name, (name,))
            continue
        likely = nearest(name, [*names, *script.uses])
        if likely is not None:
            raise Refused(f"No line in the script makes `{name}`.", usage(name, likely))
        listed = f" It makes {', '.join(names)}." if names else " It makes nothing yet."
        raise Refused(f"No line in the script makes `{name}`.{listed}")
    return list(dict.fromkeys(found))


def ends(program: Program) -> frozenset[str]:
    """The stages that nothing else is made of."""
    from intaglio.runtime.plan.order import inputs  # which a check can do without

    used = {name for stage in program.stages for name in inputs(stage)}
    return frozenset(stage.name for stage in program.stages) - used
