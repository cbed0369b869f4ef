"""A script: text comes in; its tree, its faults and, where it has no mistake, its program go out.

Total on any text, and free of any disk but what `World` tells and a `Lender` lends. All mistakes are told at once; what
merely follows from another mistake is left out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from intaglio.lang import ir
from intaglio.lang.borrowing import Lender, Nobody, Seen
from intaglio.lang.checker.census import count
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.follow import telling
from intaglio.lang.checker.graph import hang_together
from intaglio.lang.checker.later import lines_of_later, tell_later
from intaglio.lang.checker.names import Home, Made, Names, Scope
from intaglio.lang.checker.sheet import Sheet, is_about_recipes
from intaglio.lang.checker.stages import Reader, read_work
from intaglio.lang.diagnostic import Diagnostic, Level, Spot
from intaglio.lang.diagnostics.names import EmptyPage
from intaglio.lang.layout import physical_lines
from intaglio.lang.lower import lower
from intaglio.lang.parser import Parsed, parse
from intaglio.lang.remedy import tried
from intaglio.lang.span import Span
from intaglio.lang.tree import Path, Text, Tree
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import World

if TYPE_CHECKING:
    from intaglio.lang.checker.library import Library


@dataclass(frozen=True, slots=True)
class Script:
    """A script as read. `program` is None where there is a mistake.

    `lines` maps each stage to its line, from 1, what a recipe made to the line of its use; `inside` the latter to the
    lines of recipes, from the outside in; `uses` each use of a recipe to the stages that it gives, the first first.
    `paths` maps each path that a stage names, as written, to the line of that; `later` a stage to what of it arrives
    later, and to the lines of that. `borrowed` is what lenders looked at for its recipes.
    """

    text: str
    tree: Tree
    program: ir.Program | None
    diagnostics: tuple[Diagnostic, ...]
    lines: Mapping[str, int]
    paths: Mapping[tuple[str, str], int]
    later: Mapping[str, Mapping[str, int]]
    inside: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    borrowed: Seen = field(default_factory=dict)


def read(text: str, vocabulary: Vocabulary, world: World, lender: Lender | None = None) -> Script:
    """Read a script, with recipes from a lender. What its diagnostics offer is tried first."""
    reader = _Reader(vocabulary, world, lender or Nobody())
    script = reader.understand(text)
    return replace(script, diagnostics=tried(script, reader.understand))


def glance(text: str, vocabulary: Vocabulary, world: World, lender: Lender | None = None) -> Script:
    """Read a script, and try nothing of what its diagnostics offer."""
    return _Reader(vocabulary, world, lender or Nobody()).understand(text)


class _Reader:
    """Reads a script, and whatever is tried on it, with the recipes that it borrows read once."""

    def __init__(self, vocabulary: Vocabulary, world: World, lender: Lender) -> None:
        self._vocabulary, self._world, self._lender = vocabulary, world, lender
        self._library: Library | None = None

    def understand(self, text: str) -> Script:
        """A script as far as it can be understood, with all that anyone thought of against its faults."""
        parsed = parse(text)
        lines = physical_lines(text)
        desk = Desk(self._vocabulary, self._world, list(parsed.diagnostics), lines, lender=self._lender)
        script = _understood(parsed, desk, self._sheet(parsed.tree, desk))
        return script if self._library is None else replace(script, borrowed=dict(self._library.seen))

    def _sheet(self, tree: Tree, desk: Desk) -> Sheet:
        if not any(map(is_about_recipes, tree.lines)):
            return Sheet(desk)
        if self._library is None:
            # A tenth of the time that it takes to check a script, which most can do without.
            from intaglio.lang.checker.library import Library

            self._library = Library(self._vocabulary, self._world, self._lender)
        return self._library.sheet(tree, desk)


def _understood(parsed: Parsed, desk: Desk, sheet: Sheet) -> Script:
    names = read_names(parsed, sheet)
    stages = Reader().all(names)
    work = read_work(names, desk)
    hang_together(stages, desk)
    if not has_mistake(desk.faults):  # what runs is asked once all is right
        tell_later(stages, desk)
    text = parsed.tree.text
    diagnostics = telling(desk.faults, text)
    program = None if has_mistake(diagnostics) else lower(work, stages)
    made = [stage.made for stage in stages]
    return Script(
        text,
        parsed.tree,
        program,
        diagnostics,
        _lines(made),
        _paths(made),
        lines_of_later(stages),
        _inside(made),
        {each.path: tuple(given.path for given in each.outlets.values()) for each in made if each.outlets},
    )


def read_names(parsed: Parsed, sheet: Sheet) -> Names:
    """What the script makes and names; of an empty one, a kind word."""
    if parsed.tree.lines:
        return count(parsed.tree, sheet)
    desk = sheet.desk
    folder = next(iter(desk.folders()), None)
    desk.say(EmptyPage(span=Span(1, 1, 2), paste=folder and f"dataset table from {folder}"))
    return Names(Scope(Home(desk)))


def has_mistake(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything keeps the script from running."""
    return any(diagnostic.level is Level.MISTAKE for diagnostic in diagnostics)


def _lines(made: Iterable[Made]) -> dict[str, int]:
    lines: dict[str, int] = {}
    for stage in made:
        lines.setdefault(stage.path, _outermost(stage).line.number)
    return lines


def _outermost(stage: Made) -> Made:
    """The stage, or the use in the script that it is made in."""
    while stage.scope.home.use is not None:
        stage = stage.scope.home.use
    return stage


def _inside(made: Iterable[Made]) -> dict[str, tuple[Spot, ...]]:
    """The lines of recipes that stages are made by, those nearest to the script first."""
    found: dict[str, tuple[Spot, ...]] = {}
    for stage in made:
        if (use := stage.scope.home.use) is not None:
            found[stage.path] = (*found.get(use.path, ()), stage.desk.spot(stage.line.span()))
    return found


def _paths(made: Iterable[Made]) -> dict[tuple[str, str], int]:
    paths: dict[tuple[str, str], int] = {}
    for stage in made:
        outermost = _outermost(stage)
        waiting = deque((outermost.line, *outermost.strays))
        while waiting:
            line = waiting.popleft()
            for node in (*line.values, *(value for clause in line.clauses for value in clause.values)):
                if isinstance(node, Path | Text):
                    path = node.text if isinstance(node, Path) else node.content
                    paths.setdefault((stage.path, path), line.number)
            waiting.extend(line.children)
    return paths
