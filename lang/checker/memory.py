"""What is remembered of a script between two readings of it, while someone writes: whatever had no fault.

What is read of a stage depends on its lines, on the names that it speaks of, and on whether its paths are there. The
names that it asked for are written down while it is read; where none of them means anything else now, and its lines are
the very ones, what was read holds, wherever those lines have moved. All else is read anew, so that a script that is
read with a memory is what it is without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, NamedTuple

from intaglio.lang.borrowing import Page
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.lets import Lets
from intaglio.lang.checker.names import Home, Let, Made, Names, Scope, Section, Thing
from intaglio.lang.checker.settings import Said
from intaglio.lang.checker.sheet import Sheet
from intaglio.lang.checker.web import Web
from intaglio.lang.parser import Manuscript
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

    line: Line
    all: tuple[Checked, ...]
    said: tuple[Said, ...]  # of each, as it was read: how stages hang together may have put another in its place
    names: frozenset[str]

    @property
    def is_untouched(self) -> bool:
        """Whether everything is as it was read."""
        return all(checked.said is said for checked, said in zip(self.all, self.said, strict=True))


class Memory:
    """One script's. Of stages, only what the last reading found, or found to hold, is kept.

    All readings share one desk and one outermost part of the score, so that what is remembered speaks of today's. A
    stage that was changed and is to all others what it was stays the very one.

    Who reads with it from several threads gives a lock that a thread may take twice as its `turn`: it is held by
    whoever reads, or asks for what was last read.
    """

    def __init__(self, turn: AbstractContextManager[object] | None = None) -> None:
        self.turn = nullcontext() if turn is None else turn
        self.reading = 0  # how many there were
        self.manuscript = Manuscript()
        self.world = Noted()
        self.root = Scope(Home(Desk(Vocabulary({}, {}, {}), self.world)))
        self.web = Web()
        self.counted: dict[
            int, Made
        ] = {}  # by the line that made it when the script was last read, if it is that still
        self._reads: dict[Made, _Read] = {}
        self._askers: dict[str, set[Made]] = defaultdict(set)  # of each name, who looked it up
        self._asking: dict[Made, Answers] = {}  # of those that asked the world, what it said
        self._made: Sequence[Made] = ()  # of the last reading, in the order of the text
        self._things: Mapping[Scope, _Things] = {}
        self._recipes: dict[int, tuple[Definition, Answers]] = {}
        self._recipes_before: dict[int, tuple[Definition, Answers]] = {}
        self._pages: dict[Page, tuple[Sheet, Answers]] = {}
        self._groups: dict[int, tuple[Line, Scope]] = {}  # the part of the score that each group is
        self._groups_before: dict[int, tuple[Line, Scope]] = {}

    def desk(self, desk: Desk) -> Desk:
        """The desk of all readings, as this one."""
        own = self.root.home.desk
        for each in fields(desk):
            setattr(own, each.name, getattr(desk, each.name))
        self.world.world, own.world = desk.world, self.world
        self._recipes_before, self._recipes = self._recipes, {}
        self.reading += 1
        return own

    def watch(self, desk: Desk) -> Watch:
        """Begin to watch what is read at a desk."""
        self.root.home.asked.clear()
        self.world.forget()
        return Watch(self, desk, (len(desk.faults), desk.guesses))

    # Recipes

    def recipe(self, line: Line, sheet: Sheet, version: str) -> Definition | None:
        """The recipe that stood here, if it stands here still."""
        known = self._recipes_before.get(id(line))
        if known is None or known[0].line is not line or known[0].version != version or not self.world.says(known[1]):
            return None
        self._recipes[id(line)] = known
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
            self._recipes[id(definition.line)] = definition, watch.answers
        elif page is not None and not sheet.borrowed:
            known, answers = self._pages.get(page, (None, Answers()))
            self._pages[page] = sheet, answers | watch.answers if known is sheet else watch.answers

    # Names

    def count(self, made: Made, *, plain: bool) -> Made:
        """A stage that was counted: the one that it was before it was changed, where it is that to all others still.

        `plain` tells that nothing was wrong with its line at the margin.
        """
        known = self._things.get(made.scope)
        before = None if known is None else known.things.get(made.name)
        if isinstance(before, Made) and made.name not in made.scope.things and _is_alike(before, made):
            self.counted.pop(id(before.line), None)
            before.line, before.strays = made.line, []
            made = before
        if plain:
            self.counted[id(made.line)] = made
        return made

    def part(self) -> Scope:
        """The outermost part of the score, with nothing in it yet."""
        self._groups_before, self._groups = self._groups | self._groups_before, {}
        return self.root.emptied()

    def group(self, line: Line, name: str, outer: Scope) -> Scope:
        """The part of the score that a group is, with nothing in it yet."""
        same, known = self._groups_before.get(id(line), (line, None))
        if same is not line or known is None or known.outer is not outer:
            known = Scope(outer.home, f"{outer.prefix}{name}.", outer)
        self._groups[id(line)] = line, known
        return known.emptied()

    def begin(self, names: Names, lets: Lets) -> bool:
        """The names of a script that is read again are counted, and no stage is read yet.

        Returns whether what is remembered of uses holds. What does not is forgotten; the names are to be counted again.
        """
        parts = (self.root, *(scope for _, scope in self._groups.values()))
        things = {scope: _Things(scope.things, scope.pieces, lets) for scope in parts}
        stale = {made for name in _changed(self._things, things) for made in self._askers.get(name, ())}
        stale.update(made for made, answers in self._asking.items() if not self.world.says(answers))
        uses = (made for made in names.made if made.recipe is not None and made in self._reads)
        lost = [made for made in uses if made in stale or made.strays]
        for made in stale:
            self._forget(made)
        for made in lost:
            self._forget(made)
            del self.counted[id(made.line)]
        if lost:
            return False
        self.web.settle(self._made, names.made)
        self._groups_before = {}
        self._things, self._made = things, names.made
        if len(self._reads) + len(self.counted) > 4 * len(names.made) + 100:
            self._tidy()
        return True

    def _forget(self, made: Made) -> None:
        read = self._reads.pop(made, None)
        self._asking.pop(made, None)
        for name in read.names if read is not None else ():
            self._askers[name].discard(made)

    def _tidy(self) -> None:
        """Forget what is not there any more."""
        there = set(self._made)
        for made in self._reads.keys() - there:
            self._forget(made)
        self.counted = {key: made for key, made in self.counted.items() if made in there and id(made.line) == key}

    # Stages

    def recall(self, names: Names, read: Callable[[Made], Sequence[Checked]]) -> list[Checked]:
        """Every stage, each use followed by what is in it; what does not hold any more is read."""
        stages: list[Checked] = []
        known = self._reads
        for made in names.made:
            found = known.get(made)
            stages += read(made) if found is None or found.line is not made.line or made.strays else found.all
        return stages

    def keep(self, all: Sequence[Checked], watch: Watch) -> None:
        """Remember a stage, or a use and all that is in it, if nothing is wrong with it."""
        made = all[0].made
        self._forget(made)
        if watch.is_sound and _is_plain(made):
            said = tuple(checked.said for checked in all)
            self._reads[made] = read = _Read(made.line, tuple(all), said, watch.names)
            if watch.answers != Answers():
                self._asking[made] = watch.answers
            for name in read.names:
                self._askers[name].add(made)
            if made.recipe is not None:
                self.counted[id(made.line)] = made

    def end(self, stages: Sequence[Checked]) -> None:
        """How these stages hang together was looked at: what was changed by that has to be read again."""
        for made in {outermost(stage.made) for stage in stages}:
            read = self._reads.get(made)
            if read is not None and not read.is_untouched:
                self._forget(made)
                if made.recipe is not None:
                    del self.counted[id(made.line)]


def outermost(made: Made) -> Made:
    """The stage, or the use in the script that it is made in."""
    while made.scope.home.use is not None:
        made = made.scope.home.use
    return made


def _is_alike(one: Made, other: Made) -> bool:
    """Whether two stages are the same to whoever speaks of them. Texts are counted by those."""
    return (
        one.scope is other.scope
        and one.recipe is other.recipe is None
        and (one.name, one.word, one.parts) == (other.name, other.word, other.parts)
        and one.verb is other.verb
        and one.sorts_itself == other.sorts_itself
        and one.makes != "texts"
    )


def _is_plain(made: Made) -> bool:
    """Whether a stage or use is what its line says, and nothing about it had to be guessed."""
    line = made.line
    named = len(line.values) == 1 and isinstance(line.values[0], Reference) and line.values[0].parts == (made.name,)
    whole = made.recipe is None or made.inside is not None
    said = line.head is not None and line.head.text == made.word and not line.repairs
    return named and whole and said and made.verb is not None and not made.strays


@dataclass(frozen=True, slots=True)
class _Things:
    """What there is in a part of the score, by name, and what its `let` names came to."""

    things: Mapping[str, Thing]
    pieces: Mapping[str, Made]
    lets: Lets

    def differ(self, before: _Things) -> Iterator[str]:
        """The names that mean something else than they did."""
        was = before.things
        for name, thing in self.things.items():
            other = was.get(name)
            if other is not thing and not self._is_alike(thing, other, before.lets):
                yield name
        yield from was.keys() - self.things.keys()
        if self.pieces or before.pieces:
            yield from self.pieces.keys() | before.pieces.keys()

    def _is_alike(self, thing: Thing, other: Thing | None, lets: Lets) -> bool:
        if isinstance(thing, Let):
            return isinstance(other, Let) and self.lets.value(thing) == lets.value(other)
        return isinstance(thing, Section) and isinstance(other, Section)


def _changed(before: Mapping[Scope, _Things], now: Mapping[Scope, _Things]) -> set[str]:
    """The names that mean something else, somewhere in the score, than they did."""
    found: set[str] = set()
    for scope, things in now.items():
        found.update(things.differ(before[scope]) if scope in before else (*things.things, *things.pieces))
    for scope, things in before.items():
        if scope not in now:
            found.update(things.things, things.pieces)
    return found
