"""Names: everything that a script makes or names at the margin, and where each name can be seen.

A name is seen in the part of the score where it stands, and in the parts inside that one; from outside, what a group
holds is reached as `group.stage`. Order does not matter: a line may speak of what a later line makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.finders import finds_itself, found_beneath
from intaglio.lang.records import dataclass, field
from intaglio.lang.tree import Line, Node, Reference
from intaglio.lang.vocabulary import ISA, Choice, Finds, Verb

if TYPE_CHECKING:
    from intaglio.lang.checker.bound import Bound
    from intaglio.lang.checker.definitions import Definition
    from intaglio.lang.checker.lets import Lets

ANY = "any"  # what is made by a verb that nobody knows


@dataclass(slots=True, eq=False)
class Home:
    """What all parts of one reading share: its desk, what its `let` names come to, and the use that it is for.

    A script is read once. A recipe is read for each of its uses, and once for itself.
    """

    desk: Desk
    lets: Lets | None = None
    use: Made | None = None
    itself: bool = False  # a recipe, read for itself: what it is given stands for whatever it may be given
    asked: set[str] = field(default_factory=set)  # the names that were looked up, for whoever remembers what was read
    reached: dict[Scope, Mapping[str, Made]] = field(default_factory=dict)  # what is `reachable` from each part
    is_recipe: bool = field(init=False)  # whether names here may stand for what a recipe takes

    def __post_init__(self) -> None:
        """A recipe is read for a use, or for itself."""
        self.is_recipe = self.itself or self.use is not None


@dataclass(slots=True, eq=False)
class Scope:
    """A part of the score: the whole script, a group at the margin, or a use of a recipe."""

    home: Home
    prefix: str = ""
    outer: Scope | None = None
    things: dict[str, Thing] = field(default_factory=dict)
    pieces: dict[str, Made] = field(default_factory=dict)  # words of names that were written in pieces

    def emptied(self) -> Scope:
        """The same part, with nothing in it."""
        self.things, self.pieces = {}, {}
        return self

    def outwards(self) -> Iterator[Scope]:
        """This part, and those that it lies in."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.outer

    def values(self) -> list[str]:
        """The names of values that can be said here."""
        things = ((name, thing) for around in self.outwards() for name, thing in around.things.items())
        return [name for name, thing in things if not isinstance(thing, Made | Section)]

    @property
    def reach(self) -> int:
        """About how many names can be said here."""
        return sum(len(scope.things) for scope in self.outwards())

    def seen(self, name: str) -> Thing | None:
        """What a plain name means here."""
        self.home.asked.add(name)
        scope: Scope | None = self
        while scope is not None:
            if name in scope.things:
                return scope.things[name]
            scope = scope.outer
        return next((around.pieces[name] for around in self.outwards() if name in around.pieces), None)


@dataclass(eq=False)
class Made:
    """A stage, as its line at the margin declares it, or the use of a recipe, which is what that first gives.

    `verb` is None where nobody knows it; of a use it is what the recipe takes and makes, as verbs say it.
    """

    name: str
    path: str  # as reached from outside
    line: Line
    scope: Scope
    word: str  # the kind's name
    verb: Verb | None
    recipe: Definition | None = None
    parts: tuple[str, ...] = ()  # what can be reached in it with a dot: groups, outputs, what a recipe gives
    strays: list[Line] = field(default_factory=list)  # settings of it that were not indented
    inside: Names | None = None  # of a use: the recipe, read for it
    outlets: Mapping[str, Made] | None = None  # of a use: what it gives, by name, the first first
    stands_in: bool = False  # for whatever a recipe may be given, or give

    @property
    def makes(self) -> str:
        """What comes out of it."""
        if self.verb is None:
            return ANY
        return self._makes_as_said(self.verb) if self.verb.makes_as else self.verb.makes

    def _makes_as_said(self, verb: Verb) -> str:
        """What comes out of it, where a line beneath it says so."""
        word = self.says(verb.makes_as)
        if word is None:
            return verb.makes
        kind = verb.settings[verb.makes_as].slots[0].type
        return word if isinstance(kind, Choice) and word in kind.words else ANY

    def says(self, word: str) -> str | None:
        """The word that the first line beneath it says for a setting, "" for anything else; None without a line."""
        line = self.said(word)
        first = line.values[0] if line is not None and line.values else None
        said = first.parts[0] if isinstance(first, Reference) and len(first.parts) == 1 else ""
        return None if line is None else said

    def said(self, word: str) -> Line | None:
        """The first line beneath it that says a setting."""
        for line in chain(self.line.children, self.strays):
            if line.head is not None and line.head.text == word and line.form == "plain":
                return line
        return None

    @cached_property
    def part_names(self) -> frozenset[str]:
        """The same, to look one up in."""
        return frozenset(self.parts)

    @cached_property
    def finds(self) -> tuple[Finds, ...]:
        """The groups that its steps find, which are there instead of those beneath it."""
        return () if self.verb is None or not self.verb.groups else finds_itself(self.line, self.verb.steps)

    @property
    def sorts_itself(self) -> bool:
        """Whether a step finds its groups."""
        return bool(self.finds)

    @cached_property
    def uncounted(self) -> tuple[Finds, ...]:
        """Those that a step of it, or of one of its groups, finds, and that nobody can count before it has run."""
        found = found_beneath(self.line, self.verb.steps) if self.verb is not None and self.verb.groups else []
        return tuple(dict.fromkeys(finds for finds, count in found if count is None))

    def may_have(self, part: str) -> bool:
        """Whether it has a part of that name, as far as anybody can tell."""
        if part in self.part_names:
            return True
        return any(finds.is_name(part) for finds in self.uncounted) if self.uncounted else self.opaque

    @property
    def groups(self) -> int:
        """How many groups stand beneath it."""
        return len(self.parts) if self.verb is not None and self.verb.groups else 0

    @property
    def opaque(self) -> bool:
        """Whether nobody can tell which parts it has."""
        is_counted = not self.uncounted and all(finds.name(1) in self.part_names for finds in self.finds)
        return self.verb is None or self.stands_in or not is_counted

    @property
    def is_written(self) -> bool:
        """Whether its name stands in its line, and was not put together from what does."""
        return self.name in self.line.text

    @property
    def desk(self) -> Desk:
        """The desk that it is read at."""
        return self.scope.home.desk

    def line_for(self, desk: Desk) -> Line | None:
        """Its line, or that of the use that it is made in, in the text that is read at a desk; None without one."""
        made: Made | None = self
        while made is not None and made.desk.page is not desk.page:
            made = made.scope.home.use
        return made.line if made is not None else None


@dataclass(slots=True, eq=False)
class Let:
    """A named value. What it comes to is found by `lets.settle`."""

    name: str
    line: Line
    scope: Scope
    node: Node | None


@dataclass(slots=True, eq=False)
class Section:
    """A group at the margin."""

    name: str
    line: Line
    scope: Scope  # the part that it opens


Thing: TypeAlias = "Made | Let | Section | Bound"


@dataclass(slots=True, eq=False)
class Names:
    """All of them, in the order of the text."""

    root: Scope
    made: list[Made] = field(default_factory=list)
    lets: list[Let] = field(default_factory=list)
    uses: list[Made] = field(default_factory=list)  # of recipes, among what is made
    strayed: list[Made] = field(default_factory=list)  # those with settings that were not indented
    work: Line | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a reference leads to: a stage and its part, or, where it leads to no stage, the last thing on the way."""

    made: Made | None
    part: str | None = None
    stopped: Thing | None = None
    guessed: bool = False
    missing: str | None = None  # the part of the reference that was not found


def find(parts: tuple[str, ...], scope: Scope) -> Found:
    """Where a reference leads from here: through groups to a stage, and to at most one part of it."""
    thing = scope.seen(parts[0])
    rest = parts[1:]
    while isinstance(thing, Section) and rest:
        scope.home.asked.add(rest[0])
        inner = thing.scope.things.get(rest[0])
        if inner is None:
            return Found(None, stopped=thing, missing=rest[0])
        thing, rest = inner, rest[1:]
    if not isinstance(thing, Made):
        if thing is None or isinstance(thing, Let | Section) or thing.made is None:
            return Found(None, stopped=thing, missing=None if thing else parts[0])
        rest = (thing.part, *rest) if thing.part else rest
        thing = thing.made
    while thing.outlets:
        given = thing.outlets.get(rest[0]) if rest else next(iter(thing.outlets.values()))
        if given is None:
            return Found(None, stopped=thing, missing=".".join(rest))
        thing, rest = given, rest[1:]
    part = ".".join(rest) or None
    if part is not None and not thing.may_have(part):
        return Found(None, stopped=thing, missing=part)
    return Found(thing, part)


def reachable(scope: Scope) -> Mapping[str, Made]:
    """The stages that can be said here, by what they are called here: plain names first."""
    reached = scope.home.reached
    if scope.home.is_recipe:
        return _reachable(scope)  # what it is given may not be bound yet
    if scope not in reached:
        reached[scope] = _reachable(scope)
    return reached[scope]


def _reachable(scope: Scope) -> dict[str, Made]:
    found: dict[str, Made] = {}
    for around in scope.outwards():
        for name, thing in around.things.items():
            if isinstance(thing, Made):
                found.setdefault(name, thing)
            elif not isinstance(thing, Let | Section) and thing.made is not None and thing.part is None:
                found.setdefault(name, thing.made)
    for around in scope.outwards():
        for name, section in around.things.items():
            if isinstance(section, Section) and section.scope is not scope and scope.seen(name) is section:
                inside = section.scope.things.items()
                found.update({f"{name}.{inner}": thing for inner, thing in inside if isinstance(thing, Made)})
    outlets = [(name, [*thing.outlets.items()][1:]) for name, thing in found.items() if thing.outlets]
    found.update({f"{name}.{given}": thing for name, gives in outlets for given, thing in gives})
    return found


def makes_one_of(made: Made, wanted: tuple[str, ...]) -> bool:
    """Whether what a stage makes will do for one of these."""
    return will_do(made.makes, wanted)


@lru_cache(1024)
def will_do(makes: str, wanted: tuple[str, ...]) -> bool:
    """Whether what is made will do for one of these."""
    return makes == ANY or not ISA.get(makes, frozenset((makes,))).isdisjoint(wanted)
