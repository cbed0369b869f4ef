"""What is remembered of a script between two readings of it, while someone writes: whatever had no fault.

What is read of a stage depends on its lines, on the names that it speaks of, and on whether its paths are there. The
names that it asked for are written down while it is read; where none of them means anything else now, and its lines are
the very ones, what was read holds, wherever those lines have moved. A recipe, and a use of one with all that is in it,
is remembered where it stands. All else is read anew, so that a script that is read with a memory is what it is without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, NamedTuple

from intaglio.lang.borrowing import Page
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.lets import Lets
from intaglio.lang.checker.names import Home, Let, Made, Names, Scope, Thing, find
from intaglio.lang.checker.place import Join, Later
from intaglio.lang.checker.settings import Said
from intaglio.lang.checker.sheet import Sheet
from intaglio.lang.tree import Line, Reference
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import Nowhere, World

if TYPE_CHECKING:
    from intaglio.lang.checker.definitions import Definition


class Answers(NamedTuple):
    """What a world said: of paths whether something is there, and of folders what they hold."""

    there: tuple[tuple[str, bool], ...] = ()
    holds: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __or__(self, other: Answers) -> Answers:
        """These, and others."""
        return Answers((*self.there, *other.there), (*self.holds, *other.holds))


@dataclass(slots=True, eq=False)
class Noted:
    """A world that notes what it was asked, and what it said."""

    world: World = field(default_factory=Nowhere)
    there: dict[str, bool] = field(default_factory=dict)
    holds: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def exists(self, path: str) -> bool:
        """See `World`."""
        there = self.there[path] = self.world.exists(path)
        return there

    def listing(self, path: str) -> tuple[str, ...]:
        """See `World`."""
        holds = self.holds[path] = self.world.listing(path)
        return holds

    def forget(self) -> None:
        """Note from here on."""
        self.there.clear()
        self.holds.clear()

    @property
    def answers(self) -> Answers:
        """What was noted."""
        return Answers(tuple(self.there.items()), tuple(self.holds.items()))

    def says(self, answers: Answers) -> bool:
        """Whether it says what it said."""
        there, holds = answers
        return all(self.world.exists(path) is each for path, each in there) and all(
            self.world.listing(path) == each for path, each in holds
        )


@dataclass(slots=True, eq=False)
class Watch:
    """What was asked while something was read, and whether nothing was wrong with it and nothing had to be guessed."""

    memory: Memory
    desk: Desk
    before: tuple[int, int]

    @property
    def is_sound(self) -> bool:
        """Whether neither a fault was told nor a guess made."""
        return self.before == (len(self.desk.faults), self.desk.guesses)

    @property
    def names(self) -> frozenset[str]:
        """The names that were looked up in the script."""
        return frozenset(self.memory.root.home.asked)

    @property
    def answers(self) -> Answers:
        """What was asked of the disk, and what it said."""
        return self.memory.world.answers


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a stage, or of a use and all that is in it, and what that depends on."""

    made: Made
    all: tuple[Checked, ...]
    said: tuple[Said, ...]  # of each, as it was read: how stages hang together may have put another in its place
    names: frozenset[str]
    answers: Answers

    @property
    def is_untouched(self) -> bool:
        """Whether everything is as it was read."""
        if len(self.all) == 1:
            return self.all[0].said is self.said[0]
        return all(checked.said is said for checked, said in zip(self.all, self.said, strict=True))


class Memory:
    """One script's. Of stages, only what the last reading found, or found to hold, is kept.

    All readings share one desk and one outermost part of the score, so that what is remembered speaks of today's.
    """

    def __init__(self) -> None:
        self.world = Noted()
        self.root = Scope(Home(Desk(Vocabulary({}, {}, {}), self.world)))
        self._things: Mapping[str, Sequence[object]] = {}  # by name, in every part of the score
        self._known: dict[int, _Read] = {}  # by the very line, as it was first read
        self._before: dict[int, _Read] = {}
        self._recipes: dict[int, tuple[Definition, Answers]] = {}
        self._recipes_before: dict[int, tuple[Definition, Answers]] = {}
        self._pages: dict[Page, tuple[Sheet, Answers]] = {}
        self._groups: dict[int, tuple[Line, Scope]] = {}  # the part of the score that each group is
        self._groups_before: dict[int, tuple[Line, Scope]] = {}
        self._other: set[str] = set()  # names that something else has now
        self._changed: set[str] = set()  # and those of them that mean something else

    def desk(self, desk: Desk) -> Desk:
        """The desk of all readings, as this one."""
        own = self.root.home.desk
        for each in fields(desk):
            setattr(own, each.name, getattr(desk, each.name))
        self.world.world, own.world = desk.world, self.world
        self._recipes_before, self._recipes = self._recipes, {}
        return own

    def watch(self, desk: Desk) -> Watch:
        """Begin to watch what is read at a desk."""
        self.root.home.asked.clear()
        self.world.forget()
        return Watch(self, desk, (len(desk.faults), desk.guesses))

    # Recipes

    def recipe(self, line: Line, sheet: Sheet, version: str) -> Definition | None:
        """The recipe that stood here, if it stands here still."""
        known = self._recipes_before.get(id(line.origin))
        if known is None or known[0].line is not line or known[0].version != version or not self.world.says(known[1]):
            return None
        self._recipes[id(line.origin)] = known
        known[0].sheet = sheet
        return known[0]

    def page(self, page: Page) -> Sheet | None:
        """The sheet of a page that says what it said."""
        sheet, answers = self._pages.get(page, (None, Answers()))
        return sheet if sheet is not None and not sheet.desk.faults and self.world.says(answers) else None

    def keep_recipe(self, definition: Definition, watch: Watch, *, alone: bool) -> None:
        """Remember a recipe that uses no others, if nothing is wrong with it; of a page, with all the page."""
        sheet, page = definition.sheet, definition.sheet.desk.page
        if page is None and alone and watch.is_sound:
            self._recipes[id(definition.line.origin)] = definition, watch.answers
        elif page is not None and not sheet.borrowed:
            known, answers = self._pages.get(page, (None, Answers()))
            self._pages[page] = sheet, answers | watch.answers if known is sheet else watch.answers

    # Names

    def made(self, line: Line, scope: Scope) -> Made | None:
        """The stage or use that stood here, or of a stage its like where its lines have moved."""
        read = self._known.get(id(line.origin))
        if read is None:
            return None
        made, moved = read.made, read.made.line is not line
        if (moved or made.scope is not scope) and (made.recipe is not None or made.path != scope.prefix + made.name):
            return None
        if moved:
            return Made(made.name, made.path, line, scope, made.word, made.verb, None, made.parts)
        made.scope, made.strays = scope, []
        return made

    def part(self) -> Scope:
        """The outermost part of the score, with nothing in it yet."""
        self._groups_before, self._groups = self._groups, {}
        return self.root.emptied()

    def group(self, line: Line, name: str, outer: Scope) -> Scope:
        """The part of the score that a group is, with nothing in it yet."""
        _, known = self._groups_before.get(id(line), (line, None))
        if known is None or known.outer is not outer:
            known = Scope(outer.home, f"{outer.prefix}{name}.", outer)
        self._groups[id(line)] = line, known
        return known.emptied()

    def begin(self, names: Names) -> bool:
        """The names of a script that is read again are counted, and no stage is read yet.

        Returns whether what is remembered of uses holds. What does not is forgotten; the names are to be counted again.
        """
        was, now = self._things, _things(names)
        self._other = {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}
        lost = [made for made in names.made if made.recipe is not None and self._is_lost(made)]
        for made in lost:
            del self._known[id(made.line.origin)]
        if lost:
            return False
        self._changed = {name for name in self._other if _meanings(was.get(name)) != _meanings(now.get(name))}
        self._things = now
        self._before, self._known = self._known, {}
        return True

    def _is_lost(self, use: Made) -> bool:
        read = self._known.get(id(use.line.origin))
        return read is not None and read.made is use and not self._is_as_it_was(read, use)

    # Stages

    def recall(self, made: Made) -> tuple[Checked, ...] | None:
        """What was read of a stage or use, as it stands now; None where it has to be read."""
        read = self._before.get(id(made.line.origin))
        if read is None:
            return None
        if not self._is_as_it_was(read, made):
            if made.recipe is not None or not self._holds(read, made):
                return None
            checked, said = read.all[0], _as_now(read, made)
            checked = Checked(made, checked.inputs, said, checked.steps, checked.texts)
            read = _Read(made, (checked,), (said,), read.names, read.answers)
        self._known[id(made.line.origin)] = read
        return read.all

    def _is_as_it_was(self, read: _Read, made: Made) -> bool:
        """Whether what was read holds, and may be taken as it is: it speaks of the very things that are there now."""
        return (
            read.made is made
            and read.names.isdisjoint(self._other)
            and not made.strays
            and read.is_untouched
            and self.world.says(read.answers)
        )

    def _holds(self, read: _Read, made: Made) -> bool:
        """Whether what was read of a stage holds, whatever has moved."""
        before = read.made
        return (
            before.path == made.path
            and before.word == made.word
            and before.verb is made.verb
            and not made.strays
            and read.names.isdisjoint(self._changed)
            and self.world.says(read.answers)
        )

    def keep(self, all: Sequence[Checked], watch: Watch) -> None:
        """Remember a stage, or a use and all that is in it, if nothing is wrong with it."""
        made = all[0].made
        if watch.is_sound and _is_plain(made):
            said = tuple(checked.said for checked in all)
            self._known[id(made.line.origin)] = _Read(made, tuple(all), said, watch.names, watch.answers)


def _is_plain(made: Made) -> bool:
    """Whether a stage or use is what its line says, and nothing about it had to be guessed."""
    line = made.line
    named = len(line.values) == 1 and isinstance(line.values[0], Reference) and line.values[0].parts == (made.name,)
    whole = made.recipe is None or made.inside is not None
    said = line.head is not None and line.head.text == made.word and not line.repairs
    return named and whole and said and made.verb is not None and not made.strays


def _things(names: Names) -> dict[str, list[object]]:
    """All that has each name: the very stages, and what else it may be in few words."""
    scopes = dict.fromkeys((names.root, *(made.scope for made in names.made), *(let.scope for let in names.lets)))
    found: dict[str, list[object]] = defaultdict(list)
    lets = Lets(names, replace(names.root.home.desk, faults=[]))
    for scope in dict.fromkeys(around for inner in scopes for around in inner.outwards()):
        for name, thing in scope.things.items():
            found[name].append(thing if isinstance(thing, Made) else _in_short(thing, scope, lets))
        for name, made in scope.pieces.items():
            found[name].append((made.path,))
    return found


def _in_short(thing: Thing, scope: Scope, lets: Lets) -> object:
    if isinstance(thing, Let):
        return scope.prefix, lets.value(thing)
    return scope.prefix, type(thing)


def _meanings(things: Iterable[object] | None) -> list[object]:
    return [*map(_meaning, things or ())]


def _meaning(thing: object) -> object:
    """What a name means to whoever speaks of it. A use of a recipe that was read anew means something else."""
    if isinstance(thing, Made) and thing.recipe is None:
        return thing.path, thing.word, thing.verb, id(thing.line.origin)
    return thing


def _as_now(read: _Read, made: Made) -> Said:
    """What a stage says, spoken of what has these names now, on the lines that it stands on now."""
    said, by = read.said[0], made.line.number - read.made.line.number
    joins = [Join(_meant(each, made), each.part, each.line.moved(by), each.node) for each in said.joins]
    lines, later = said.lines, said.later
    if by:
        lines = {name: line.moved(by) for name, line in lines.items()}
        later = [Later(each.what, replace(each.span, line=each.span.line + by)) for each in later]
    return Said(said.values, said.sweeps, lines, joins, later, said.unsure, said.called)


def _meant(join: Join, made: Made) -> Made:
    assert isinstance(join.node, Reference)
    found = find(join.node.parts, made.scope).made
    assert found is not None, "a name that means what it did leads where it did"
    return found
