"""A script: text comes in; its tree, its faults and, where it has no mistake, its program go out.

Total on any text, and free of any disk but what `World` tells and a `Lender` lends. All mistakes are told at once; what
merely follows from another mistake is left out.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from intaglio.lang import diagnostics as wrong
from intaglio.lang.borrowing import Lender, Nobody, Seen
from intaglio.lang.checker.census import count
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.follow import telling
from intaglio.lang.checker.graph import hang_together
from intaglio.lang.checker.later import lines_of_later
from intaglio.lang.checker.lets import Lets
from intaglio.lang.checker.names import Home, Made, Names, Scope
from intaglio.lang.checker.sheet import Sheet, about_recipes
from intaglio.lang.checker.stages import Reader, read_work
from intaglio.lang.checker.web import Web
from intaglio.lang.diagnostic import Diagnostic, Edit, Level, Spot
from intaglio.lang.layout import lines_of
from intaglio.lang.parser import Parsed, parse
from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.remedy import tried
from intaglio.lang.span import Span
from intaglio.lang.tree import Line, Path, Text, Tree
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import AskedOnce, World

if TYPE_CHECKING:
    from intaglio.lang import ir
    from intaglio.lang.checker.library import Library
    from intaglio.lang.checker.memory import Memory


Unfold: TypeAlias = "Callable[[ir.Program, Mapping[str, int]], tuple[ir.Program, Mapping[str, int]]]"


@dataclass(frozen=True)
class Script:
    """A script as read. What of it only some ask for is made when it is first asked for.

    `borrowed` is what lenders looked at for its recipes. `unfold` makes of the program, and of the line of each of its
    stages, what is planned of them.
    """

    text: str
    tree: Tree
    diagnostics: tuple[Diagnostic, ...]
    borrowed: Seen = field(default_factory=dict)
    unfold: Unfold | None = field(default=None, repr=False)
    _work: Mapping[str, Any] = field(default_factory=dict, repr=False)
    _stages: Sequence[Checked] = field(default=(), repr=False)

    _live: _Live | None = field(default=None, repr=False)

    @property
    def program(self) -> ir.Program | None:
        """What is to be made; None where there is a mistake."""
        return self._lowered[0]

    @property
    def lines(self) -> Mapping[str, int]:
        """Each stage, and its line, from 1; of what a recipe made, the line of its use."""
        return self._lowered[1]

    @cached_property
    def _lowered(self) -> tuple[ir.Program | None, Mapping[str, int]]:
        with self._held() as held:
            lines = _lines(held._made)
            if has_mistake(self.diagnostics):
                return None, lines
            from intaglio.lang.lower import lower  # and with it the library of the IR, which a check can do without

            program = lower(held._work, held._stages)
        return (program, lines) if self.unfold is None else self.unfold(program, lines)

    @cached_property
    def paths(self) -> Mapping[tuple[str, str], int]:
        """Each stage with each path that it names, as written, and the line of that."""
        with self._held() as held:
            return _paths(held._stages)

    @cached_property
    def roles(self) -> Mapping[tuple[str, str], int]:
        """Each stage with each line beneath it as a run calls it (`keep 2`, `group 1: keep 2`), and its number."""
        with self._held() as held:
            own = [stage for stage in held._stages if not stage.made.scope.home.is_recipe]
            return {
                (stage.made.path, role): number
                for stage in own
                for role, number in _roles((*stage.made.line.children, *stage.strays))
            }

    @cached_property
    def later(self) -> Mapping[str, Mapping[str, int]]:
        """Each stage of which something arrives later, that, and its line."""
        with self._held() as held:
            return lines_of_later(held._stages)

    @cached_property
    def inside(self) -> Mapping[str, tuple[Spot, ...]]:
        """Each stage that a recipe made, and the lines of recipes that it was made by, from the outside in."""
        with self._held() as held:
            return _inside(held._made)

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """Each use of a recipe, and the stages that it gives, the first first."""
        with self._held() as held:
            gives = ((each.path, each.outlets) for each in held._made if each.outlets)
            return {path: tuple(given.path for given in outlets.values()) for path, outlets in gives}

    @property
    def _made(self) -> Iterator[Made]:
        return (stage.made for stage in self._stages)

    @property
    def is_live(self) -> bool:
        """Whether what it is made of is at hand."""
        return self._live is None or self._live.memory.reading == self._live.reading

    @contextmanager
    def _held(self) -> Iterator[Script]:
        """The script with its stages as they are in this text, whatever a memory has read since."""
        if self._live is None:
            yield self
            return
        with self._live.memory.turn:
            yield self if self.is_live else self._live.script(self.text)


@dataclass(slots=True, eq=False)
class _Live:
    """That a script's stages are those of a memory, for as long as that has read nothing else. Then it reads the script
    again, for whoever asks.
    """

    memory: Memory
    reading: int
    again: Callable[[str], Script]
    last: Script | None = None

    def script(self, text: str) -> Script:
        """The script with stages that are those of the memory now."""
        if self.last is None or not self.last.is_live:
            self.last = self.again(text)
        return self.last


def read(
    text: str, vocabulary: Vocabulary, world: World, lender: Lender | None = None, memory: Memory | None = None
) -> Script:
    """Read a script, with recipes from a lender. What its diagnostics offer is tried first.

    Who reads a script again and again while it is written hands the same memory each time, and is done sooner.
    """
    reader = _Reader(vocabulary, world, lender or Nobody(), memory)
    with nullcontext() if memory is None else memory.turn:
        script = reader.understand(text)
        diagnostics = tried(script, reader.understand)
        return replace(script, diagnostics=diagnostics)


def glance(text: str, vocabulary: Vocabulary, world: World, lender: Lender | None = None) -> Script:
    """Read a script, and try nothing of what its diagnostics offer."""
    return _Reader(vocabulary, world, lender or Nobody(), None).understand(text)


class _Reader:
    """Reads a script, and whatever is tried on it, with the recipes that it borrows read once."""

    def __init__(self, vocabulary: Vocabulary, world: World, lender: Lender, memory: Memory | None) -> None:
        self._vocabulary, self._lender, self._memory = vocabulary, lender, memory
        self._world = AskedOnce(world)
        self._library: Library | None = None

    def understand(self, text: str) -> Script:
        """A script as far as it can be understood, with all that anyone thought of against its faults."""
        parsed = parse(text) if self._memory is None else self._memory.manuscript.parse(text)
        lines = lines_of(text)
        desk = Desk(self._vocabulary, self._world, list(parsed.diagnostics), lines, lender=self._lender)
        desk = desk if self._memory is None else self._memory.desk(desk)
        script = _understood(parsed, self._sheet(parsed.tree, desk), self._memory)
        live = None if self._memory is None else _Live(self._memory, self._memory.reading, self.understand)
        return replace(script, borrowed={} if self._library is None else dict(self._library.seen), _live=live)

    def _sheet(self, tree: Tree, desk: Desk) -> Sheet:
        lines = about_recipes(tree.lines if self._memory is None else self._memory.shares.without(tree.lines))
        if not lines:
            return Sheet(desk)
        if self._library is None:
            # A tenth of the time that it takes to check a script, which most can do without.
            from intaglio.lang.checker.library import Library

            self._library = Library(self._vocabulary, desk.world, self._lender, self._memory)
        return self._library.sheet(lines, desk)


def _understood(parsed: Parsed, sheet: Sheet, memory: Memory | None) -> Script:
    desk, names = sheet.desk, _counted(parsed, sheet, memory)
    stages = Reader(memory).all(names)
    work = read_work(names, desk)
    web = Web() if memory is None else memory.web
    looked = hang_together(stages, desk, web)
    if memory is not None:
        memory.end(looked)
    if not has_mistake(desk.faults):  # what runs is asked once all is right
        web.awaited.tell(desk)
    text = parsed.tree.text
    diagnostics = telling(desk.faults, text)
    return Script(text, parsed.tree, diagnostics, _work=work, _stages=stages)


def _counted(parsed: Parsed, sheet: Sheet, memory: Memory | None) -> Names:
    """The names of the script, counted until what is remembered of uses of recipes holds."""
    desk = sheet.desk
    faults, guesses, stages = [*desk.faults], desk.guesses, desk.stages
    while True:
        names = read_names(parsed, sheet, memory)
        lets = names.root.home.lets = Lets(names, desk) if memory is None else memory.values(names, desk)
        if memory is None or memory.begin(names, lets):
            return names
        desk.faults, desk.guesses, desk.stages = [*faults], guesses, stages


def read_names(parsed: Parsed, sheet: Sheet, memory: Memory | None = None) -> Names:
    """What the script makes and names; of an empty one, a kind word."""
    if parsed.tree.lines:
        return count(parsed.tree, sheet, memory)
    desk = sheet.desk
    folder = next(iter(desk.folders()), None)
    paste = folder and f"dataset table from {folder}"
    last = max((number for number, line in enumerate(desk.text, 1) if line.strip()), default=0)
    end = len(desk.text[last - 1]) + 1
    beneath = Edit(Span(last, end, end), f"\n\n{paste}") if paste and last else None  # beneath its notes
    desk.say(wrong.names.EmptyPage(span=Span(1, 1, 2), edit=beneath, paste=paste))
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


def _paths(stages: Sequence[Checked]) -> dict[tuple[str, str], int]:
    paths: dict[tuple[str, str], int] = {}
    strays = {stage.made: stage.strays for stage in stages}
    for stage in strays:
        outermost = _outermost(stage)
        waiting = deque((outermost.line, *strays[outermost]))
        while waiting:
            line = waiting.popleft()
            for node in (*line.values, *(value for clause in line.clauses for value in clause.values)):
                if isinstance(node, Path | Text):
                    path = node.text if isinstance(node, Path) else node.content
                    paths.setdefault((stage.path, path), line.number)
            waiting.extend(line.children)
    return paths


def _roles(lines: Iterable[Line]) -> Iterator[tuple[str, int]]:
    """These lines as a run calls them, each with its number."""
    counted: Counter[str] = Counter()
    for line in lines:
        word = line.head.text if line.head is not None else ""
        counted[word] += 1
        yield f"{word} {counted[word]}", line.number
        if word == "group":
            yield from ((f"group {counted[word]}: {role}", number) for role, number in _roles(line.children))
