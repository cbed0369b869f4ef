"""The vocabulary: which verbs there are, what each may say beneath it, and what each word's values may be.

Plain data, so that `lang` need not know where it comes from: the stage kinds' pydantic schemas are turned into it by
`intaglio.runtime.plan.schema`. The value types double as annotations in those schemas, so that a bound is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal

from intaglio.lang.records import dataclass, field

RESERVED = frozenset("from with at every as to by and or not is let takes each".split())
OWN_VERBS = ("gen", "work", "use", "recipe", "group", "let")  # of the margin, and of no stage kind

# Units ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what family of quantity it measures, and how many of the family's base unit it holds."""

    symbol: str
    family: str
    scale: float = 1.0


UNITS: Mapping[str, Unit] = {
    unit.symbol: unit
    for unit in (
        Unit("px", "size"),
        Unit("%", "share", 0.01),
        Unit("ms", "time", 0.001),
        Unit("s", "time"),
        Unit("min", "time", 60),
        Unit("h", "time", 3600),
        Unit("fps", "rate"),
        Unit("mm", "length"),
        Unit("cm", "length", 10),
        Unit("epochs", "epochs"),
        Unit("steps", "steps"),
        Unit("images", "images"),
        Unit("frames", "frames"),
    )
}
DIMENSIONS = frozenset({"size", "time", "rate", "length"})  # a number of these must name its unit

# Ends of a path by which it is one file's, and not a folder's; those of one picture.
PICTURES = frozenset(".png .jpg .jpeg .gif".split())
FILES = PICTURES | frozenset(".svg .pdf .mp4 .webm .safetensors .json .csv .txt .html".split())

# What a copy of a stage is saved as, the usual first, by what it makes; of what is not here, a setting says it.
SAVED_AS: Mapping[str, tuple[str, ...]] = {
    "images": ("png",),
    "frames": ("png",),
    "model": ("safetensors", "json"),
    "table": ("csv", "json", "svg", "png", "html"),
}

# What a value may be ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number:
    """A number from `low` to `high`, both included, in the base unit of `family` (None: a plain number).

    `whole` numbers are ints. pydantic enforces the bounds for callers from Python; the checker says them kindly.
    `usual` is what messages offer where nothing is said and the setting has no default: neither end of the range, but
    a value that one would begin with.
    """

    low: float
    high: float
    family: str | None = None
    whole: bool = False
    usual: float | None = None

    # The mark by which pydantic knows `annotated_types.GroupedMetadata`; that library is loaded where it is asked.
    __is_annotated_types_grouped_metadata__: ClassVar[Literal[True]] = True

    def __iter__(self) -> Iterator[Any]:
        from annotated_types import Ge, Le

        yield Ge(self.low)
        yield Le(self.high)


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides that images must have, in pixels: multiples of `by` from `low` to `high`, which are such themselves."""

    low: int
    high: int
    by: int

    def fitting(self, side: int) -> int:
        """The nearest side that images may have; of two, the larger."""
        return min(self.high, max(self.low, (side + self.by // 2) // self.by * self.by))

    def said(self) -> str:
        """`multiples of 8, from 8 px to 512 px`."""
        return f"multiples of {self.by}, from {self.low} px to {self.high} px"


@dataclass(frozen=True, slots=True)
class Unfed:
    """Of a verb that needs something after `from`: with these words of the setting `said_by` it takes nothing there.

    Then `needs` are settings that have to be said, since no images say it; `size` is the one that says how large the
    pictures are. Where there is none, all of that is as it is of the model after `with`. It may be so only where the
    setting `sort` says one of `sorts`.
    """

    said_by: str
    words: tuple[str, ...]
    size: str = ""
    needs: tuple[str, ...] = ()
    sort: str = ""
    sorts: tuple[str, ...] = ()

    def said(self, values: Mapping[str, object]) -> str | None:
        """The word among what a stage says that makes it so; None where none does."""
        given = values.get(self.said_by)
        words = given if isinstance(given, tuple) else (given,)
        heard = not self.sort or values.get(self.sort) in self.sorts
        return next((word for word in self.words if word in words), None) if heard else None


@dataclass(frozen=True, slots=True)
class Outputs:
    """Of a verb that makes several things at once, with these words of the setting `said_by`: what each is called.

    `NAME.first` is one of them, and `NAME` all together.
    """

    said_by: str
    words: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finds:
    """Of a step that sorts images into groups: what each of these is called, `shot` for `shot-1`, and `many` of them.

    The step's slot `count` says how many there are; where none does, nobody can tell before it has run.
    """

    one: str
    many: str
    count: str = ""

    def name(self, number: int) -> str:
        """What one of them is called. They are counted from 1."""
        return f"{self.one}-{number}"

    def names(self, count: int) -> list[str]:
        """What so many of them are called."""
        return [self.name(number) for number in range(1, count + 1)]

    def is_name(self, name: str) -> bool:
        """Whether one of them may be called so."""
        one, _, number = name.rpartition("-")
        return one == self.one and number.isascii() and number.isdecimal() and number[0] != "0"


Found = tuple[Finds, int | None]  # the groups that a step finds, and how many; None where nobody can tell


def found_last(levels: Iterable[Sequence[Found]]) -> list[Found]:
    """What is left in the end of what steps find, on the level of a dataset itself and then on those of its groups.

    On each level, what is found stands in the place of what was found before, and for the dataset itself in the place
    of all.
    """
    own, *within = (level[-1:] for level in levels)
    return [*own] or [last for level in within for last in level]


def names_found(found: Iterable[Found]) -> list[str]:
    """What groups are called that were left in the end. Those called alike go on counting from level to level.

    Of those that nobody can count, one is known.
    """
    names: list[str] = []
    counts: dict[Finds, int] = {}
    for finds, count in found:
        begun = counts.get(finds, 0)
        counts[finds] = max(1, begun) if count is None else begun + count
        names += finds.names(counts[finds])[begun:]
    return names


@dataclass(frozen=True, slots=True)
class Voices:
    """Of a verb that plays the models after `with`: which of them it can, by what their trainings say by `said_by`.

    Those in `drawing` draw by themselves. Those in `reading` read what the others of them draw, for which they are of
    pictures of one size, one the way back of the other. One that says a word of `one_way` by the setting `paired_by`
    learnt the way there only; any other is both by itself. The setting `screens` says on how many screens they are
    seen, each on one of its own.
    """

    said_by: str
    drawing: tuple[str, ...]
    reading: tuple[str, ...]
    paired_by: str
    one_way: tuple[str, ...]
    screens: str = ""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Of a verb that makes models: with its setting `said_by`, a model learns each group of the images as a kind.

    Only models of these `sorts` do, and what sort one is says the setting `sort`; to others it says nothing.
    """

    said_by: str
    sort: str
    sorts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Of a verb: what its setting `key` says, a number, leaves nothing from a number on that a word of `said_by` sets.

    `most` has that number for each word.
    """

    key: str
    said_by: str
    most: tuple[tuple[str, float], ...]
    why: str  # after the line: ` on each side leaves no room on {said} paper`


@dataclass(frozen=True, slots=True)
class Able:
    """Of a verb that works with a model: only models of these `sorts` do what it asks (`does`, after "does not").

    Those in `sized` do so with images of the size that they learnt from, and of no other. What sort of model one is,
    its training says by the setting `said_by`. A verb that asks it of a model only now and then does so by the settings
    in `by`.
    """

    said_by: str
    sorts: tuple[str, ...]
    does: str
    sized: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deaf:
    """Of a verb, or of a step: what is said by `key`, a setting or a slot of it, says nothing here or there, and why.

    It does so where `said_by` says one of `words`: of the same stage or step, or, `of_model`, of the training that the
    model after `with` comes of. What is left out is as if it said `usual`, or, beside a setting among `implied`, that
    one's word; `with` is said where there is a model, `from` says `one` where one thing stands there, and `group` says
    `none` to a step where no image is in one. It is heard all the same where one of `beside` is said, and where `sort`
    says none of `sorts`. What says something all the same, though hardly what is meant, has a sentence of its own,
    `but`, and perhaps a word to be said `instead`; so has what no run could do, and `stops` it.
    """

    key: str
    where: str  # after "says nothing", with `{said}` for the word that makes it so
    why: str = ""  # after that
    said_by: str = ""  # nothing: it is always so, but for `beside`
    words: tuple[str, ...] = ()
    of_model: bool = False
    usual: str = ""
    implied: tuple[tuple[str, str], ...] = ()
    beside: tuple[str, ...] = ()
    sort: str = ""
    sorts: tuple[str, ...] = ()
    but: str = ""
    stops: bool = False
    instead: str = ""

    def said(self, values: Mapping[str, object]) -> str | None:
        """The word among what is said that makes it so; None where it is heard."""
        if any(_is_said(values.get(each)) for each in self.beside):
            return None
        if self.sort and values.get(self.sort) not in self.sorts:
            return None
        if not self.said_by:
            return ""
        given = values.get(self.said_by)
        if given is None:
            given = next((word for key, word in self.implied if _is_said(values.get(key))), self.usual)
        words = given if isinstance(given, tuple) else (given,)
        return next((word for word in self.words if word in words), None)

    def place(self, said: str) -> str:
        """Where it says nothing: `to `model gan``."""
        return self.where.replace("{said}", said)


@dataclass(frozen=True, slots=True)
class Spare:
    """Of a verb: of several words that the setting `key` says, the `word` that says nothing beside another, and why."""

    key: str
    word: str
    where: str  # after "says nothing", with `{said}` for another of the words
    why: str


@dataclass(frozen=True, slots=True)
class TooLate:
    """Of a verb: what the setting `key` has done `every` so often, which is not done once where that is past the end.

    The end is what the setting says that is called by the same unit.
    """

    key: str
    where: str  # after "says nothing", with `{said}` for the end
    why: str


def _is_said(value: object) -> bool:
    return value is not None and value is not False


@dataclass(frozen=True, slots=True)
class Apart:
    """Of a verb that takes images: with a word of its setting `said_by`, it tells so many sets of them apart.

    Each set is one name after `from`, and there are neither fewer nor more.
    """

    said_by: str
    counts: tuple[tuple[str, int], ...]  # by the word


@dataclass(frozen=True, slots=True)
class Amount:
    """Of a verb that makes pictures: `said_by` says how many. Left out, they are so many `alone`, or in each `cell`."""

    said_by: str
    alone: int
    cell: int


@dataclass(frozen=True, slots=True)
class Depth:
    """How many layers a model has of one name: `least`, and `deeper` for each time that its pictures can be halved.

    They can be halved while both sides are even and half of the shorter one is no less than `coarsest` pixels.
    """

    name: str  # of the layers: `layer` for `layer-1`, `layer-2`, …
    least: int
    deeper: int = 0
    coarsest: int = 4

    def count(self, width: int, height: int) -> int | None:
        """How many there are with pictures of this size in pixels, 0 where it is not known; None where that decides."""
        if not self.deeper:
            return self.least
        if not width:
            return None
        count = self.least
        while width % 2 == 0 and height % 2 == 0 and min(width, height) >= 2 * self.coarsest:
            width, height, count = width // 2, height // 2, count + self.deeper
        return count


@dataclass(frozen=True, slots=True)
class Layers:
    """Of a choice: its numbered words (`layer-3`) are layers of the model after `with`, and not every model has all.

    What sort of model that is, its training says by the setting `said_by`. `sorts` has the layers of each sort, those
    that draw first; of a sort that is not among them nobody can tell.
    """

    said_by: str
    sorts: tuple[tuple[str, tuple[Depth, ...]], ...]


@dataclass(frozen=True, slots=True)
class Extra:
    """A library that only some words need, and that comes with gen where it is asked for: `intaglio[faces]`.

    `file` is what is needed of it, as the path of a file from the folder that packages are installed in. Whether it is
    there is asked of the disk: nothing is loaded for that.
    """

    name: str
    library: str
    file: str

    @property
    def paste(self) -> str:
        """The line that installs it, for a shell."""
        return f"pip install 'intaglio[{self.name}]'"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these words. `aliases` are other spellings, and the words that they stand for.

    Those in `later` are checked like the others, arrive with a later version, and are offered to nobody. Those in
    `extras` need a library that may not be installed.
    """

    words: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...] = ()
    later: tuple[str, ...] = ()
    layers: Layers | None = None
    extras: tuple[tuple[str, Extra], ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The words that run now."""
        return tuple(word for word in self.words if word not in self.later)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in quotation marks."""


@dataclass(frozen=True, slots=True)
class Place:
    """A path. `what` is folder, file or any; `must_exist` for what is read (G401), not for what is written; `plain` for
    a file of plain text.
    """

    what: str = "any"
    must_exist: bool = True
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """On when the line is there; it has no value."""


@dataclass(frozen=True, slots=True)
class Size:
    """`256 px`, or `512 px by 640 px`. Its value is a tuple of one or two ints."""

    low: int = 1
    high: int = 16384


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on measures: `width >= 400 px and blur < 40%`. Its value is an `ir.Condition`."""


@dataclass(frozen=True, slots=True)
class Every:
    """An interval: `every 25 epochs`. `families` are the units it may be in. Its value is an `ir.Every`."""

    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """`20% to 45%`: a range that is one value. Its value is a tuple of two numbers, the smaller first.

    One that is a `way` leads from its first number to its second, whichever is larger (`3 to 1`); it stands for a
    number that moves, and beside that number.
    """

    number: Number
    way: bool = False


@dataclass(frozen=True, slots=True)
class Stages:
    """Names of stages (or groups, or outputs of a recipe) that make one of `makes`."""

    makes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axes:
    """Names of swept settings, or `group`."""


@dataclass(frozen=True, slots=True)
class Name:
    """Any one name, or a text: a layer, a licence, a sampler of a library."""


@dataclass(frozen=True, slots=True)
class Hue:
    """A colour, `#rrggbb`."""


@dataclass(frozen=True, slots=True)
class Either:
    """Any of these."""

    options: tuple[ValueType, ...]


ValueType = (
    Number | Choice | Text | Place | Flag | Size | Condition | Every | Span | Stages | Axes | Name | Hue | Either
)

# Words ------------------------------------------------------------------------------------------------------------


def _sense(doc: str) -> str:
    return doc.partition(" Left out:")[0]


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of a line. `clause` is None for a value after the word, else from, with, at or every."""

    name: str
    type: ValueType
    required: bool = True
    many: bool = False  # takes all remaining values, as a tuple
    least: int = 1  # and so many of them at least
    clause: str | None = None
    doc: str = ""

    @property
    def sense(self) -> str:
        """What it does, without what is done where it is left out."""
        return _sense(self.doc)


@dataclass(frozen=True, slots=True)
class Setting:
    """A word beneath a verb.

    A `plain` setting has one slot and its value in the IR is that slot's value (a tuple where `many`); otherwise its
    value is a dict by slot name. `repeats` settings may be said more than once and gather into a tuple.

    Where a line has `forms`, its first word says which slots follow it; `rising` are the names of slots whose values
    may not fall. A setting with many values may have to say one `per` stage after `from` or `with`; one that picks a
    step of a training may go `up_to` the number that a setting of that training says. One that needs others says
    something only `beside` one of these settings, or of what stands after these words. One `of_kinds` names groups that
    the model after `with` learnt; the values of one with `shares` may not come to nothing together.
    """

    name: str
    slots: tuple[Slot, ...]
    doc: str
    plain: bool = True
    required: bool = False
    keyed: bool = True
    sweeps: bool = False
    repeats: bool = False
    default: object = None
    beneath: Mapping[str, Setting] = field(default_factory=dict)  # settings of its own (credit beneath from)
    key: str = ""  # what it is called in the IR: the name with `_` for `-`
    arrives_later: bool = False
    leaves: str = ""  # of a step: what of every image's size is known after it; see `Line.leaves` in the contract
    acts: bool = True  # of a step: whether it does something itself, or only says what those after it do
    finds: Finds | None = None  # of a step: the groups that it sorts images into
    deaf: tuple[Deaf, ...] = ()  # of a step: which of its slots say nothing, and when
    window: str = ""  # of a step on films alone: whether its time `begins` or `ends` what is taken, or it `thins` that
    forms: Mapping[str, tuple[Slot, ...]] = field(default_factory=dict)
    rising: tuple[str, ...] = ()
    per: str = ""
    up_to: str = ""
    beside: tuple[str, ...] = ()
    of_kinds: bool = False
    shares: bool = False
    shortens: str = ""  # a setting of which only this share is done
    terms: bool = False  # says on what terms something was lent; a remark asks for it where it is left out

    @property
    def sense(self) -> str:
        """What it does, without what is done where it is left out."""
        return _sense(self.doc)


@dataclass(frozen=True, slots=True)
class Verb:
    """A stage kind, as the checker sees it.

    `sources` and `models` say what may stand after `from` and `with` (empty: nothing may); types are images, frames,
    model, texts, film, sheet, show, table and path. `steps` are done in order and may be said again; with `must_act`
    one of them has to act. `groups` tells whether `group` may stand beneath it; `texts` whether quoted lines may
    (`write`).
    """

    name: str
    makes: str
    doc: str
    sources: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    sources_required: bool = False
    models_required: bool = False
    many_sources: bool = False
    many_models: bool = False
    settings: Mapping[str, Setting] = field(default_factory=dict)
    steps: Mapping[str, Setting] = field(default_factory=dict)
    must_act: bool = False
    groups: bool = False
    texts: bool = False
    sides: Sides | None = None  # of what stands after `from`, where only some will do
    one_size: bool = False  # whether all that stands there must be of one size
    passes: tuple[str, ...] = ()  # endings of files that it passes over, of the places that stand there
    bag: bool = False  # whether what stands there is in no order, so that something given twice is nothing new
    apart: Apart | None = None  # how many sets it takes there, where it tells them apart
    able: Able | None = None  # what the model after `with` has to be able to do
    unfed: tuple[Unfed, ...] = ()  # when nothing stands there, though `sources_required`
    kinds: Kinds | None = None  # what has its models learn groups
    amount: Amount | None = None  # how many pictures it makes, where it says so itself
    room: Room | None = None  # which number leaves nothing beside which word
    alike: str = ""  # models after `with` are of one size and one sort, which this setting of their trainings says
    voices: Voices | None = None  # which models after `with` it can play, and which together
    deaf: tuple[Deaf | Spare | TooLate, ...] = ()  # which of its settings say nothing, and when
    still: str = ""  # of one that shows no movement: the verb that goes through what moves in a model after `with`
    moves_on: bool = False  # whether what moves in the model after `with` moves in the one that it makes of it
    alone: tuple[tuple[str, ...], ...] = ()  # settings of which at most one may be said
    asks: tuple[str, ...] = ()  # settings of which at least one has to be said
    outputs: tuple[str, ...] = ()  # of a recipe: what can be reached as NAME.output
    apiece: Outputs | None = None  # what can be reached so where a setting says that there are several
    gathers: bool = False  # takes all results of a sweep at once, and makes one
    arrives_later: bool = False
    code: str = ""  # the setting that names a Python file, whose own settings may be said too
    makes_as: str = ""  # the setting that says what comes out, where that is not always `makes`

    def unfed_by(self, values: Mapping[str, object]) -> tuple[Unfed, str] | None:
        """Why nothing stands after `from`, and the word that says so; None where it is as with others of its kind."""
        if not self.unfed:
            return None
        found = ((unfed, unfed.said(values)) for unfed in self.unfed)
        return next(((unfed, word) for unfed, word in found if word is not None), None)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of images that a condition may use. One with an `extra` needs a library that may not be installed."""

    name: str
    type: Number
    doc: str
    arrives_later: bool = False
    extra: Extra | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that the checker knows about meaning."""

    verbs: Mapping[str, Verb]
    measures: Mapping[str, Measure]
    work: Mapping[str, Setting]  # what may stand beneath `work`


def offered(words: Mapping[str, Verb] | Mapping[str, Setting] | Mapping[str, Measure]) -> tuple[str, ...]:
    """The words that run now. What arrives later is checked, and is no remedy for anything."""
    return tuple(word for word, said in words.items() if not said.arrives_later)


ISA: Mapping[str, frozenset[str]] = {
    "images": frozenset({"images"}),
    "frames": frozenset({"frames", "images"}),
    "sheet": frozenset({"sheet"}),
    "model": frozenset({"model"}),
    "texts": frozenset({"texts"}),
    "film": frozenset({"film"}),
    "show": frozenset({"show"}),
    "table": frozenset({"table"}),
    "path": frozenset({"path"}),
}
