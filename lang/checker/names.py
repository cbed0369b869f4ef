"""Names: everything that a script makes or names at the margin, and where each name can be seen.

A name is seen in the part of the score where it stands, and in the parts inside that one; from outside, what a group
holds is reached as `group.stage`. Order does not matter: a line may speak of what a later line makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from intaglio.lang import ir
from intaglio.lang.tree import Line, Node
from intaglio.lang.vocabulary import ISA, Verb

ANY = "any"  # what a recipe's call makes, as long as recipes are not looked into


@dataclass(slots=True, eq=False)
class Scope:
    """A part of the score: the whole script, or a group at the margin."""

    prefix: str = ""
    outer: Scope | None = None
    things: dict[str, Thing] = field(default_factory=dict)
    pieces: dict[str, Made] = field(default_factory=dict)  # words of names that were written in pieces

    def outwards(self) -> Iterator[Scope]:
        """This part, and those that it lies in."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.outer

    def values(self) -> list[str]:
        """The names of values that can be said here."""
        return [name for around in self.outwards() for name, thing in around.things.items() if isinstance(thing, Let)]

    @property
    def reach(self) -> int:
        """About how many names can be said here."""
        return sum(len(scope.things) for scope in self.outwards())

    def seen(self, name: str) -> Thing | None:
        """What a plain name means here."""
        for scope in self.outwards():
            if name in scope.things:
                return scope.things[name]
        return next((scope.pieces[name] for scope in self.outwards() if name in scope.pieces), None)


@dataclass(eq=False)
class Made:
    """A stage, as its line at the margin declares it. `verb` is None for a recipe's call and for an unknown verb."""

    name: str
    path: str  # as reached from outside
    line: Line
    scope: Scope
    word: str  # the kind's name
    verb: Verb | None
    recipe: ir.Recipe | None
    parts: tuple[str, ...] = ()  # what can be reached in it with a dot: groups, outputs, what a recipe gives
    strays: list[Line] = field(default_factory=list)  # settings of it that were not indented

    @property
    def makes(self) -> str:
        """What comes out of it."""
        return self.verb.makes if self.verb else ANY

    @cached_property
    def part_names(self) -> frozenset[str]:
        """The same, to look one up in."""
        return frozenset(self.parts)

    @property
    def groups(self) -> int:
        """How many groups stand beneath it."""
        return len(self.parts) - len(self.verb.outputs) if self.verb else 0

    @property
    def opaque(self) -> bool:
        """Whether nobody can tell which parts it has: a borrowed recipe, or one whose `gives` is not understood."""
        return self.verb is None and not (self.recipe and self.recipe.source is None and self.recipe.gives)


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


Thing = Made | Let | Section


@dataclass(slots=True, eq=False)
class Names:
    """All of them, in the order of the script."""

    root: Scope = field(default_factory=Scope)
    made: list[Made] = field(default_factory=list)
    lets: list[Let] = field(default_factory=list)
    recipes: dict[str, ir.Recipe] = field(default_factory=dict)
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
        inner = thing.scope.things.get(rest[0])
        if inner is None:
            return Found(None, stopped=thing, missing=rest[0])
        thing, rest = inner, rest[1:]
    if not isinstance(thing, Made):
        return Found(None, stopped=thing, missing=None if thing else parts[0])
    part = ".".join(rest) or None
    if part is not None and part not in thing.part_names and not thing.opaque:
        return Found(None, stopped=thing, missing=part)
    return Found(thing, part)


def reachable(scope: Scope) -> dict[str, Made]:
    """The stages that can be said here, by what they are called here: plain names first."""
    found: dict[str, Made] = {}
    for around in scope.outwards():
        for name, thing in around.things.items():
            if isinstance(thing, Made):
                found.setdefault(name, thing)
    for around in scope.outwards():
        for name, section in around.things.items():
            if isinstance(section, Section) and section.scope is not scope and scope.seen(name) is section:
                inside = section.scope.things.items()
                found.update({f"{name}.{inner}": thing for inner, thing in inside if isinstance(thing, Made)})
    return found


def makes_one_of(made: Made, wanted: tuple[str, ...]) -> bool:
    """Whether what a stage makes will do for one of these."""
    return made.makes == ANY or not ISA.get(made.makes, frozenset((made.makes,))).isdisjoint(wanted)
