"""What is remembered of a script between two readings of it, while someone writes: whatever had no fault.

What is read of a stage depends on its lines, on the names that it speaks of, and on whether its paths are there. The
names that it asked for are written down while it is read; where none of them means anything else now, and its lines are
the very ones, what was read holds, wherever those lines have moved. All else is read anew, so that a script that is
read with a memory is what it is without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from intaglio.lang.borrowing import Page
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.lets import Lets
from intaglio.lang.checker.names import Home, Let, Made, Names, Scope, Section, Thing
from intaglio.lang.checker.settings import Said
from intaglio.lang.checker.shares import Shares
from intaglio.lang.checker.sheet import Sheet
from intaglio.lang.checker.web import Web
from intaglio.lang.parser import Manuscript
from intaglio.lang.records import dataclass, field, fields
from intaglio.lang.tree import Line, Reference
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import Counted, Knowledge, Nowhere, World

if TYPE_CHECKING:
    from intaglio.lang.checker.definitions import Definition


Answer = TypeVar("Answer")
Asked = tuple[str, tuple[str, ...]]  # a place, and endings of files


class Answers(NamedTuple):
    """What a world said: of paths whether something is there, of folders what they hold, of code what is known."""

    there: tuple[tuple[str, bool], ...] = ()
    holds: tuple[tuple[str, tuple[str, ...]], ...] = ()
    known: tuple[tuple[str, Knowledge], ...] = ()
    passed: tuple[tuple[Asked, Counted | None], ...] = ()

    def __or__(self, other: Answers) -> Answers:
        """These, and others."""
        both = (*self.there, *other.there), (*self.holds, *other.holds), (*self.known, *other.known)
        return Answers(*both, (*self.passed, *other.passed))


@dataclass(slots=True, eq=False)
class Noted:
    """A world that notes what it was asked, and what it said."""

    world: World = field(default_factory=Nowhere)
    there: dict[str, bool] = field(default_factory=dict)
    holds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    code: dict[str, Knowledge] = field(default_factory=dict)
    passed: dict[Asked, Counted | None] = field(default_factory=dict)

    def exists(self, path: str) -> bool:
        """See `World`."""
        there = self.there[path] = self.world.exists(path)
        return there

    def listing(self, path: str) -> tuple[str, ...]:
        """See `World`."""
        holds = self.holds[path] = self.world.listing(path)
        return holds

    def is_empty(self, path: str) -> bool:
        """See `World`. It is not noted: that a place is empty is told of, and what is told of is read anew."""
        return self.world.is_empty(path)

    def passed_over(self, path: str, endings: tuple[str, ...]) -> Counted | None:
        """See `World`."""
        passed = self.passed[path, endings] = self.world.passed_over(path, endings)
        return passed

    def known(self, path: str) -> Knowledge:
        """See `World`."""
        known = self.code[path] = self.world.known(path)
        return known

    def is_installed(self, file: str) -> bool:
        """See `World`. It is not noted: what is missing is told of, and what is told of is read anew."""
        return self.world.is_installed(file)

    def forget(self) -> None:
        """Note from here on."""
        self.there.clear()
        self.holds.clear()
        self.code.clear()
        self.passed.clear()

    @property
    def answers(self) -> Answers:
        """What was noted."""
        noted = (self.there, self.holds, self.code, self.passed)
        return Answers(*(tuple(each.items()) for each in noted))  # type: ignore[arg-type]

    def says(self, answers: Answers) -> bool:
        """Whether it says what it said."""
        there, holds, known, passed = answers
        return (
            all(self.world.exists(path) is each for path, each in there)
            and all(self.world.listing(path) == each for path, each in holds)
            and all(self.world.known(path) == each for path, each in known)
            and all(self.world.passed_over(*asked) == each for asked, each in passed)
        )


class Answered:
    """What was said of places, and to whom. Each place is asked after once at a reading, whoever speaks of it."""

    def __init__(self) -> None:
        self._there: dict[tuple[str, bool], set[Made]] = {}
        self._holds: dict[tuple[str, tuple[str, ...]], set[Made]] = {}
        self._passed: dict[tuple[Asked, Counted | None], set[Made]] = {}

    def note(self, made: Made, answers: Answers) -> None:
        """These were given while a stage was read."""
        for there in answers.there:
            self._there.setdefault(there, set()).add(made)
        for holds in answers.holds:
            self._holds.setdefault(holds, set()).add(made)
        for passed in answers.passed:
            self._passed.setdefault(passed, set()).add(made)

    def forget(self, made: Made, answers: Answers) -> None:
        """The same, and it is not remembered any more."""
        for there in answers.there:
            _take_out(self._there, there, made)
        for holds in answers.holds:
            _take_out(self._holds, holds, made)
        for passed in answers.passed:
            _take_out(self._passed, passed, made)

    def differing(self, noted: Noted) -> set[Made]:
        """The stages that would hear something else now."""
        world = noted.world
        found = [made for (path, there), made in self._there.items() if world.exists(path) is not there]
        found += [made for (path, holds), made in self._holds.items() if world.listing(path) != holds]
        found += [made for (asked, passed), made in self._passed.items() if world.passed_over(*asked) != passed]
        return set().union(*found)


def _take_out(among: dict[Answer, set[Made]], answer: Answer, made: Made) -> None:
    heard = among[answer]
    heard.discard(made)
    if not heard:
        del among[answer]


@dataclass(slots=True, eq=False)
class Watch:
    """What was asked while something was read, and whether nothing was wrong with it and nothing had to be guessed."""

    memory: Memory
    desk: Desk
    before: tuple[int, int]

    @property
    def is_sound(self) -> bool:
        """Whether neither a fault was told nor a guess made."""
        return self.before == self.desk.told

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
        self.shares = Shares()
        self.fresh: set[str] = set()  # the names at the margin that were counted since the last reading
        self._reads: dict[Made, _Read] = {}
        self._all: dict[Made, tuple[Checked, ...]] = {}  # of these, what was read
        self._askers: dict[str, set[Made]] = defaultdict(set)  # of each name, who looked it up
        self._asking: dict[Made, Answers] = {}  # of those that asked the world, what it said
        self._answered = Answered()
        self._things: Mapping[Scope, _Things] = {}
        self._lets: Lets | None = None
        self._strayed: Sequence[Made] = ()
        self._fresh_before: set[str] = set()
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
        return Watch(self, desk, desk.told)

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

    def count(self, made: Made) -> Made:
        """A stage that was counted: the one that it was before it was changed, where it is that to all others still."""
        known = self._things.get(made.scope)
        before = None if known is None else known.things.get(made.name)
        if isinstance(before, Made) and made.name not in made.scope.things and _is_alike(before, made):
            if before.line is not made.line:
                self.shares.drop(before.line)
                self._forget(before)
            before.line, before.strays = made.line, []
            made = before
        return made

    def part(self) -> Scope:
        """The outermost part of the score, with nothing in it yet."""
        self._groups_before, self._groups = self._groups | self._groups_before, {}
        for made in self._strayed:
            made.strays = []
        self.root.home.reached.clear()
        return self.root.emptied()

    def keep_group(self, section: Section) -> None:
        """A group that holds what it held."""
        self._groups[id(section.line)] = section.line, section.scope

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
        things = {scope: _Things(scope.things, scope.pieces) for scope in parts}
        stale = {made for name in self._changed(things, lets) for made in self._askers.get(name, ())}
        stale |= self._answered.differing(self.world)
        lost = [made for made in names.uses if made in self._reads and (made in stale or made.strays)]
        for made in (*stale, *names.strayed):
            self._forget(made)
        self._strayed = names.strayed
        for made in lost:
            self._lose(made)
        if lost:
            return False
        self._groups_before = {}
        self._things, self._lets = things, lets
        self._fresh_before, self.fresh = self.fresh, set()
        if len(self._reads) > 4 * len(names.made) + 100:
            for made in self._reads.keys() - names.made:
                self._lose(made)
        return True

    def values(self, names: Names, desk: Desk) -> Lets:
        """What the `let` names of the script come to."""
        return Lets(names, desk, self._lets)

    def _changed(self, now: Mapping[Scope, _Things], lets: Lets) -> set[str]:
        """The names that mean something else, somewhere in the score, than they did."""
        before, was = self._things, self._lets or lets
        found = {let.name for let in lets.differing(was)}
        for scope in now.keys() | before.keys():
            things, other = now.get(scope, _NOTHING), before.get(scope, _NOTHING)
            if scope is self.root:
                counted = self.fresh | self._fresh_before | (other.things.keys() - things.things.keys())
            elif things.things is not other.things:
                counted = things.things.keys() | other.things.keys()
            else:
                continue
            found.update(name for name in counted if not things.means_alike(name, other, lets, was))
            found.update(things.pieces, other.pieces)
        return found

    def _forget(self, made: Made) -> None:
        """Forget what was read of a stage."""
        read = self._reads.pop(made, None)
        self._all.pop(made, None)
        self._answered.forget(made, self._asking.pop(made, Answers()))
        for name in read.names if read is not None else ():
            self._askers[name].discard(made)

    def _lose(self, made: Made) -> None:
        """Forget it; a use of a recipe has to be counted again too, since what is in it is read for it."""
        self._forget(made)
        if made.recipe is not None:
            self.shares.drop_use(made)

    # Stages

    def recall(self, names: Names, read: Callable[[Made], Sequence[Checked]]) -> list[Checked]:
        """Every stage, each use followed by what is in it; what does not hold any more is read."""
        known = [*map(self._all.get, names.made), None]
        place = known.index(None)
        while place < len(names.made):
            known[place] = (*read(names.made[place]),)
            place = known.index(None, place)
        for use in names.uses:
            if use not in self._reads:
                self.shares.drop_use(use)
        return [*chain.from_iterable(filter(None, known))]

    def keep(self, all: Sequence[Checked], watch: Watch) -> None:
        """Remember a stage, or a use and all that is in it, if nothing is wrong with it."""
        made = all[0].made
        self._forget(made)
        if watch.is_sound and _is_plain(made):
            said = tuple(checked.said for checked in all)
            self._reads[made] = read = _Read(tuple(all), said, watch.names)
            self._all[made] = read.all
            if watch.answers != Answers():
                self._asking[made] = watch.answers
                self._answered.note(made, watch.answers)
            for name in read.names:
                self._askers[name].add(made)

    def end(self, stages: Sequence[Checked]) -> None:
        """How these stages hang together was looked at: what was changed by that has to be read again."""
        for made in {outermost(stage.made) for stage in stages}:
            read = self._reads.get(made)
            if read is not None and not read.is_untouched:
                self._lose(made)


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
        and (one.finds, one.uncounted) == (other.finds, other.uncounted)
        and one.makes == other.makes != "texts"
    )


def _is_plain(made: Made) -> bool:
    """Whether a stage or use is what its line says, and nothing about it had to be guessed."""
    line = made.line
    named = len(line.values) == 1 and isinstance(line.values[0], Reference) and line.values[0].parts == (made.name,)
    whole = made.recipe is None or made.inside is not None
    said = line.head is not None and line.head.text == made.word and not line.repairs
    return named and whole and said and made.verb is not None and not made.strays


class _Things(NamedTuple):
    """What there is in a part of the score, by name."""

    things: Mapping[str, Thing]
    pieces: Mapping[str, Made]

    def means_alike(self, name: str, before: _Things, lets: Lets, values: Lets) -> bool:
        """Whether a name means what it did, as far as anyone can tell who speaks of it."""
        thing, other = self.things.get(name), before.things.get(name)
        if thing is other:
            return True
        if isinstance(thing, Let):
            return isinstance(other, Let) and lets.value(thing) == values.value(other)
        return isinstance(thing, Section) and isinstance(other, Section)


_NOTHING = _Things({}, {})
