"""The outline: a tree and the vocabulary come in; what stands on each line, and every name with its mentions, go out.

The checker asks whether a script is right, and stops at names that it does not know. This asks what each word is, in a
script that is being written: every line has a seat, whatever is wrong with it, and what leads nowhere is left out.
Recipes of other files come through a `Lend`; it refuses to know where those lie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from intaglio.face.server import uses
from intaglio.lang import elsewhere
from intaglio.lang.checker.sheet import is_about_recipes
from intaglio.lang.elsewhere import spelt
from intaglio.lang.nearest import nearest
from intaglio.lang.span import Span
from intaglio.lang.tree import (
    Arithmetic,
    Comparison,
    Extent,
    Line,
    Logical,
    Negation,
    Node,
    Path,
    Range,
    Reference,
    Signed,
    Text,
    Tree,
    Version,
)
from intaglio.lang.vocabulary import (
    Axes,
    Choice,
    Either,
    Name,
    Setting,
    Stages,
    ValueType,
    Verb,
    Vocabulary,
    offered,
)
from intaglio.lang.world import Nowhere, World

_PART = re.compile(r"[^.\s]+")


class Sort(Enum):
    """What a name is the name of."""

    STAGE = "stage"
    LET = "value"
    GROUP = "group"
    PART = "group of images"
    RECIPE = "recipe"
    PARAMETER = "parameter"


class Role(Enum):
    """What a line is."""

    OWN = "own"  # gen, work: a word of the language itself
    LET = "let"
    USE = "use"
    RECIPE = "recipe"
    TAKES = "takes"
    GIVES = "gives"
    GROUP = "group"
    STAGE = "stage"
    PART = "part"
    LEAD = "lead"  # `from …` on a line of its own
    SETTING = "setting"
    ITEM = "item"


@dataclass(eq=False)
class Named:
    """A name, where it is given. `text[start:end]` of its line is the name; `inner` is what a group or recipe holds.

    `home` is the address of its page. What a `use` line names is the `origin`, which may be of another page.
    """

    name: str
    sort: Sort
    line: Line
    start: int
    end: int
    scope: Scope
    home: str = ""
    origin: Named | None = None
    verb: Verb | None = None  # of a stage; of a recipe, what it is to its uses
    recipe: Named | None = None  # of a stage that is a use of one
    inner: Scope | None = None
    parts: dict[str, Named] = field(default_factory=dict)  # the groups of a dataset
    gives: tuple[str, ...] = ()  # of a recipe

    @property
    def path(self) -> str:
        """As it is reached from outside."""
        return self.scope.prefix + self.name

    @property
    def span(self) -> Span:
        """The place of the name."""
        return self.line.span(self.start, self.end)

    @property
    def is_borrowed(self) -> bool:
        """Whether a `use` line gives it."""
        return self.sort is Sort.RECIPE and self.line.head is not None and self.line.head.text == "use"

    @property
    def given(self) -> Named:
        """Where the name is given: of what is borrowed, in its own file."""
        return self.origin or self

    @property
    def key(self) -> tuple[str, Span]:
        """The same for every page that shares the name."""
        return self.given.home, self.given.span

    @property
    def makes(self) -> str | None:
        """What a stage makes: a use of a recipe, what that gives first. None where nobody can tell."""
        thing: Named | None = self
        been: set[Named] = set()
        while thing is not None and thing.recipe is not None and thing not in been:
            been.add(thing)
            inner = thing.recipe.inner
            thing = inner.things.get(thing.recipe.gives[0]) if inner and thing.recipe.gives else None
        return thing.verb.makes if thing is not None and thing.recipe is None and thing.verb is not None else None


Lend = Callable[[str, str, str | None], Named | None]  # from a source, a recipe of a name, at a version


def nobody(source: str, name: str, version: str | None) -> Named | None:
    """Lends nothing."""
    return None


@dataclass(eq=False)
class Scope:
    """A part of the score in which names are seen. From a `closed` one, a recipe, nothing outside is."""

    prefix: str = ""
    outer: Scope | None = None
    closed: bool = False
    things: dict[str, Named] = field(default_factory=dict)

    def outwards(self) -> Iterator[Scope]:
        """This part, and those that can be seen from it."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = None if scope.closed else scope.outer

    def seen(self, name: str) -> Named | None:
        """What a plain name means here."""
        return next((scope.things[name] for scope in self.outwards() if name in scope.things), None)

    def sayable(self) -> dict[str, Named]:
        """Every name that can be said here, as it is said here: plain ones, and what groups and stages hold."""
        found: dict[str, Named] = {}
        for scope in self.outwards():
            for name, thing in scope.things.items():
                found.setdefault(name, thing)
        for name, thing in tuple(found.items()):
            found.update({f"{name}.{inner}": each for inner, each in held(thing).items()})
        return found


def held(thing: Named) -> Mapping[str, Named]:
    """What can be said after a name and a dot."""
    if thing.sort is Sort.GROUP and thing.inner is not None:
        return {name: each for name, each in thing.inner.things.items() if each.sort is not Sort.LET}
    if thing.recipe is not None and thing.recipe.inner is not None:
        inner = thing.recipe.inner.things
        return {name: inner[name] for name in thing.recipe.gives if name in inner}
    return thing.parts


class Mention(NamedTuple):
    """A name said, or given, at `line.text[start:end]`."""

    named: Named
    line: Line
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its place."""
        return self.line.span(self.start, self.end)

    @property
    def gives(self) -> bool:
        """Whether it is where the name is given."""
        return self.line is self.named.line and self.start == self.named.start


@dataclass(eq=False)
class Seat:
    """A line, what it is, and what it stands beneath. `words` are the settings that may stand beneath it."""

    line: Line
    role: Role
    scope: Scope
    parent: Seat | None = None
    setting: Setting | None = None
    named: Named | None = None
    words: Mapping[str, Setting] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    stage: Named | None = field(init=False)  # the one that it belongs to

    def __post_init__(self) -> None:
        """A line belongs to the stage that it is, or that what it stands beneath belongs to."""
        self.stage = self.named if self.role is Role.STAGE else self.parent.stage if self.parent else None

    @cached_property
    def types(self) -> tuple[ValueType, ...]:
        """What its values may be, one beside the other."""
        slots = self.setting.slots if self.setting else ()
        return tuple(kind for slot in slots if slot.clause is None for kind in options(slot.type))


def options(kind: ValueType) -> Iterator[ValueType]:
    """A type, or those that it is either of."""
    if isinstance(kind, Either):
        for option in kind.options:
            yield from options(option)
    else:
        yield kind


@dataclass(frozen=True)
class Outline:
    """Everything that a script says, line by line in its order, and the names that it gives."""

    seats: tuple[Seat, ...]
    root: Scope
    names: tuple[Named, ...]

    @cached_property
    def _by_line(self) -> Mapping[int, Seat]:
        return {piece.line: seat for seat in self.seats for piece in seat.line.pieces}

    def seat(self, number: int) -> Seat | None:
        """What stands on a physical line."""
        return self._by_line.get(number)

    @property
    def recipes(self) -> Iterator[Named]:
        """The recipes that stand in it."""
        return (named for named in self.names if named.sort is Sort.RECIPE and not named.is_borrowed)

    @cached_property
    def mentions(self) -> Mapping[Named, tuple[Mention, ...]]:
        """Where each name stands, in the order of the text."""
        found: dict[Named, list[Mention]] = {}
        for seat in self.seats:
            for mention in seat.mentions:
                found.setdefault(mention.named, []).append(mention)
        return {named: tuple(each) for named, each in found.items()}


def offset(line: Line, number: int, column: int) -> int | None:
    """Where a place lies in a logical line's text; None for one in its margin. What lies past it is in its note."""
    piece = next((piece for piece in reversed(line.pieces) if piece.line == number), None)
    return None if piece is None or column < piece.column else piece.offset + column - piece.column


def read(
    tree: Tree, vocabulary: Vocabulary, home: str = "", lend: Lend = nobody, world: World | None = None
) -> Outline:
    """Read the tree of the page at an address. A `world` knows what code says that stages perform."""
    reader = _Reader(tree, vocabulary, home, lend, world or Nowhere())
    reader.read()
    for seat in reader.seats:
        seat.mentions += _Mentions(seat, vocabulary).found()
    return Outline(tuple(reader.seats), reader.root, tuple(reader.names))


# Seats and names ---------------------------------------------------------------------------------------------------


class _Reader:
    """Goes through every line once, with a stack of its own, so that no depth is too deep."""

    def __init__(self, tree: Tree, vocabulary: Vocabulary, home: str, lend: Lend, world: World) -> None:
        self.tree, self.vocabulary, self.home, self.lend, self.world = tree, vocabulary, home, lend, world
        self.root = Scope()
        self.seats: list[Seat] = []
        self.names: list[Named] = []
        self.recipes: dict[str, Named] = {}
        self.last: Seat | None = None  # the stage above, to which settings belong that nobody indented
        self._known: dict[str, str | None] = {}

    def read(self) -> None:
        """Recipes first: they are verbs from the first line on, wherever they stand."""
        for line in self.tree.lines:
            if is_about_recipes(line):
                self._recipe(line)
        waiting = [(line, self.root, None) for line in reversed(self.tree.lines)]
        stack: list[tuple[Line, Scope, Seat | None]] = [*waiting]
        while stack:
            line, scope, parent = stack.pop()
            seat = self._seat(line, scope, parent)
            self.seats.append(seat)
            inner, beneath = self._inside(seat)
            stack += [(child, inner, beneath) for child in reversed(line.children)]

    def _inside(self, seat: Seat) -> tuple[Scope, Seat | None]:
        """Where what stands beneath a line is: at the margin of a group or recipe, or beneath the line."""
        if seat.role in (Role.GROUP, Role.RECIPE):
            inner = seat.named.inner if seat.named and seat.named.inner else seat.scope
            return inner, seat if seat.role is Role.RECIPE else None
        return seat.scope, seat

    def _recipe(self, line: Line) -> None:
        assert line.head is not None
        named = self._named(line, Sort.RECIPE, self.root)
        if named is None:
            return
        if line.head.text == "recipe":
            named.inner = Scope("", self.root, closed=True)
            named.verb = uses.verb(named.name, line, self.tree, self.vocabulary)
            named.gives = named.verb.outputs
        elif (lent := self._lent(named.name, line)) is not None:
            named.origin, named.inner, named.gives, named.verb = lent, lent.inner, lent.gives, lent.verb
        self.recipes.setdefault(named.name, named)

    def _lent(self, name: str, line: Line) -> Named | None:
        """The recipe that a `use` line borrows."""
        said = {clause.word: clause.values[0] for clause in reversed(line.clauses) if clause.values}
        source, version = said.get("from"), said.get("at")
        if not isinstance(source, Path | Text):
            return None
        path = source.text if isinstance(source, Path) else source.content
        return self.lend(path, name, version.text if isinstance(version, Version) else None)

    def _seat(self, line: Line, scope: Scope, parent: Seat | None) -> Seat:
        if parent is None or parent.role is Role.RECIPE:
            return self._margin(line, scope, parent)
        return self._beneath(line, scope, parent)

    # At the margin

    def _margin(self, line: Line, scope: Scope, parent: Seat | None) -> Seat:
        word = line.head.text if line.head else ""
        if line.form == "let":
            return Seat(line, Role.LET, scope, parent, named=self._head_named(line, Sort.LET, scope))
        if line.form == "takes":
            return Seat(line, Role.TAKES, scope, parent, named=self._head_named(line, Sort.PARAMETER, scope))
        if line.form != "plain" or not word:
            return Seat(line, Role.LEAD if line.form == "lead" else Role.ITEM, scope, self.last or parent)
        match word:
            case "gen":
                return Seat(line, Role.OWN, scope, parent)
            case "work":
                return Seat(line, Role.OWN, scope, parent, words=self.vocabulary.work)
            case "use" | "recipe":
                named = next((each for each in self.recipes.values() if each.line is line), None)
                return Seat(line, Role.USE if word == "use" else Role.RECIPE, scope, parent, named=named)
            case "gives" if parent is not None:
                return Seat(line, Role.GIVES, scope, parent)
            case "group":
                named = self._named(line, Sort.GROUP, scope)
                if named is not None:
                    named.inner = Scope(f"{scope.prefix}{named.name}.", scope)
                return Seat(line, Role.GROUP, scope, parent, named=named)
        return self._stage(line, word, scope, parent)

    def _stage(self, line: Line, word: str, scope: Scope, parent: Seat | None) -> Seat:
        recipe = self.recipes.get(word)
        known = None if recipe else self._verb(word)
        if self.last is not None and word not in self.vocabulary.verbs and not recipe:
            setting = self.last.words.get(spelt(word))
            if setting is not None:
                return Seat(line, Role.SETTING, scope, self.last, setting, words=setting.beneath)
        verb = recipe.verb if recipe else self.vocabulary.verbs[known] if known else None
        named = self._named(line, Sort.STAGE, scope)
        if named is not None:
            named.verb, named.recipe = verb, recipe
        words = {**verb.settings, **verb.steps, **self._own(line, verb)} if verb else {}
        self.last = Seat(line, Role.STAGE, scope, parent, named=named, words=words)
        return self.last

    def _own(self, line: Line, verb: Verb) -> Mapping[str, Setting]:
        """The settings that only the code knows which a stage performs."""
        said = next((each for each in line.children if verb.code and each.head and each.head.text == verb.code), None)
        node = next(iter(said.values), None) if said is not None else None
        path = node.text if isinstance(node, Path) else node.content if isinstance(node, Text) else None
        known = None if path is None else self.world.known(path).verb
        return {} if known is None else known.settings

    def _verb(self, word: str) -> str | None:
        """The verb that a word is, or was meant to be."""
        if word not in self._known:
            verbs = self.vocabulary.verbs
            ours = word if word in verbs else elsewhere.VERBS.get(word)
            self._known[word] = ours if ours in verbs else nearest(word, offered(verbs))
        return self._known[word]

    # Beneath a line

    def _beneath(self, line: Line, scope: Scope, parent: Seat) -> Seat:
        if line.form == "lead":
            stage = parent.stage
            step = stage.verb.steps.get("from") if stage and stage.verb else None
            return Seat(line, Role.LEAD, scope, parent, words=step.beneath if step else {})
        if line.head is None or not line.head.text or line.form not in ("plain", "each"):
            return Seat(line, Role.ITEM, scope, parent)
        word, stage = line.head.text, parent.stage
        if word == "group" and parent.role is Role.STAGE and stage and stage.verb and stage.verb.groups:
            return self._part(line, stage, stage.verb, scope, parent)
        setting = parent.words.get(word) or parent.words.get(spelt(word))
        if setting is None and not (stage and stage.recipe):
            setting = parent.words.get(elsewhere.setting(word, parent.words) or "")
        if setting is None and parent.role is Role.SETTING and parent.parent is not None:
            setting = parent.parent.words.get(spelt(word))  # too deep, and read as if it were not
        return Seat(line, Role.SETTING, scope, parent, setting, words=setting.beneath if setting else {})

    def _part(self, line: Line, stage: Named, verb: Verb, scope: Scope, parent: Seat) -> Seat:
        named = self._given(line, Sort.PART, Scope(f"{stage.path}."))
        if named is not None:
            stage.parts.setdefault(named.name, named)
        return Seat(line, Role.PART, scope, parent, named=named, words=verb.steps)

    # Names

    def _named(self, line: Line, sort: Sort, scope: Scope) -> Named | None:
        named = self._given(line, sort, scope)
        if named is not None:
            scope.things.setdefault(named.name, named)
        return named

    def _given(self, line: Line, sort: Sort, scope: Scope) -> Named | None:
        """The name that stands after a line's first word."""
        first = line.values[0] if line.values else None
        if not isinstance(first, Reference) or len(first.parts) != 1 or not first.parts[0]:
            return None
        named = Named(first.parts[0], sort, line, first.start, first.end, scope, self.home)
        self.names.append(named)
        return named

    def _head_named(self, line: Line, sort: Sort, scope: Scope) -> Named | None:
        """The name that a `let` or `takes` gives."""
        if line.head is None or not line.head.text:
            return None
        named = Named(line.head.text, sort, line, line.head.start, line.head.end, scope, self.home)
        self.names.append(named)
        scope.things.setdefault(named.name, named)
        return named


# Mentions ----------------------------------------------------------------------------------------------------------


class _Mentions:
    """The names on one line."""

    def __init__(self, seat: Seat, vocabulary: Vocabulary) -> None:
        self.seat, self.line, self.scope, self.vocabulary = seat, seat.line, seat.scope, vocabulary

    def found(self) -> Iterator[Mention]:
        """Each of them."""
        seat, line = self.seat, self.line
        if seat.named is not None:
            yield Mention(seat.named, line, seat.named.start, seat.named.end)
        if line.head is not None and seat.named is not None and seat.named.recipe is not None:
            yield Mention(seat.named.recipe, line, line.head.start, line.head.end)
        if seat.role is Role.SETTING:
            yield from self._parameter()
        if seat.role in (Role.USE, Role.TAKES, Role.OWN):
            return
        named = seat.named is not None and seat.role is not Role.LET
        for node in line.values[1:] if named else line.values:
            for reference in _references(node, self.vocabulary):
                yield from self._value(reference)
        for clause in line.clauses:
            for node in clause.values:
                for reference in _references(node, self.vocabulary):
                    yield from self._resolved(reference)

    def _parameter(self) -> Iterator[Mention]:
        """The first word beneath a use of a recipe is one of its parameters."""
        stage, head = self.seat.stage, self.line.head
        inner = stage.recipe.inner if stage and stage.recipe else None
        thing = inner.things.get(head.text) if inner and head else None
        if head is not None and thing is not None and thing.sort is Sort.PARAMETER:
            yield Mention(thing, self.line, head.start, head.end)

    def _value(self, reference: Reference) -> Iterator[Mention]:
        """A bare word is read by its place: a choice, a stage, a name that stands for itself, or a value's name."""
        types, setting = self.seat.types, self.seat.setting
        word = ".".join(reference.parts)
        if any(isinstance(kind, Choice) and is_among(kind, word) for kind in types):
            return
        stage = self.seat.stage
        of_recipe = stage is not None and stage.recipe is not None
        anything = of_recipe or setting is None or any(isinstance(kind, Stages) for kind in types)
        if not anything and any(isinstance(kind, Axes | Name) for kind in types):
            return
        thing = self.scope.seen(reference.parts[0])
        if thing is not None and (anything or thing.sort in (Sort.LET, Sort.PARAMETER)):
            yield from self._resolved(reference)

    def _resolved(self, reference: Reference) -> Iterator[Mention]:
        """Where each part of a dotted name leads, as far as it leads anywhere."""
        places = [*_PART.finditer(self.line.text, reference.start, reference.end)]
        thing = self.scope.seen(reference.parts[0])
        if len(places) != len(reference.parts):
            return
        for part, place in zip(reference.parts, places, strict=True):
            thing = thing if place is places[0] else held(thing).get(part) if thing else None
            if thing is None:
                return
            yield Mention(thing, self.line, place.start(), place.end())


def is_among(kind: Choice, word: str) -> bool:
    """Whether a word is one of these, in either spelling."""
    return word in kind.words or word in dict(kind.aliases) or spelt(word) in kind.words


def _references(node: Node, vocabulary: Vocabulary) -> Iterator[Reference]:
    """The names in a value, without those of measures."""
    waiting: list[Node] = [node]
    while waiting:
        match waiting.pop():
            case Reference() as reference:
                yield reference
            case Comparison(left=Reference(parts=(word,)), right=right) if word in vocabulary.measures:
                waiting.append(right)
            case Comparison() | Arithmetic() | Logical() as pair:
                waiting += [pair.right, pair.left]
            case Signed(value=value) | Negation(value=value):
                waiting.append(value)
            case Range(low=low, high=high, step=step):
                waiting += [each for each in (step, high, low) if each is not None]
            case Extent(width=width, height=height):
                waiting += [height, width]
