"""The stage contract: all that a stage kind's file needs to know of the runtime.

A kind is one file in `stdlib/stages/`: a `Params` model with its settings, and a function under `@stage` that reads
its inputs, calls `nn`, and writes its result folder. Importing such a file loads neither torch nor Pillow nor PyAV.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, NamedTuple, Protocol, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from intaglio.lang.ir import Value
from intaglio.lang.vocabulary import (
    Able,
    Amount,
    Apart,
    Deaf,
    Extra,
    Finds,
    Kinds,
    Number,
    Outputs,
    Room,
    Sides,
    Spare,
    TooLate,
    Unfed,
    Verb,
    Voices,
)
from intaglio.runtime.fault import Cancelled as Cancelled
from intaglio.runtime.fault import Changed as Changed
from intaglio.runtime.fault import Fault as Fault
from intaglio.runtime.fault import Mistaken as Mistaken
from intaglio.runtime.fault import Untrusted as Untrusted

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.artifact import Artifact
    from intaglio.runtime.artifacts.shards import Pixels, Place

# Settings ---------------------------------------------------------------------------------------------------------

Window = Literal["", "begins", "ends", "thins"]


class Line(BaseModel):
    """A setting or step with several values. Fields are its slots in order; `every` and `at` name clauses."""

    # Built when first used: a check reads their fields, and only a plan makes one.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, defer_build=True)

    arrives_later: ClassVar[bool] = False  # a step that is checked, and not run yet
    # What of every image's size is known after a step: that it is square; that its `size` is the shorter side, or both
    # where there are two; that its `size` is that of a square, or both.
    leaves: ClassVar[str] = ""
    # Of a step: whether it does something itself, or only says what those after it do.
    acts: ClassVar[bool] = True
    finds: ClassVar[Finds | None] = None  # of a step: the groups that it sorts images into
    deaf: ClassVar[tuple[Deaf, ...]] = ()  # of a step: which of its fields say nothing, and when
    # Of a step that says nothing to photographs: which end of a film's part its `time` is, or that it `thins` that.
    window: ClassVar[Window] = ""
    by_chance: ClassVar[bool] = False  # of a step: whether chance has a part in it
    # Of a line whose first word says what follows it: for each word, what its other fields must then be, in words too.
    forms: ClassVar[Mapping[str, Mapping[str, tuple[Number, str]]]] = {}
    rising: ClassVar[tuple[str, ...]] = ()  # fields whose values may not fall from one to the next


class Params(Line):
    """A kind's settings. Field names are the settings' names, with `_` for `-`; `seed` and `save` are everyone's.

    Make fields with `setting(default, doc)`; a field's annotation says its bounds and unit:
    `truncation: Annotated[float, Number(0, 1)] = setting(1.0, "1 is the full spread.")`.
    """

    alone: ClassVar[tuple[tuple[str, ...], ...]] = ()  # settings of which at most one may be said
    asks: ClassVar[tuple[str, ...]] = ()  # settings of which at least one has to be said

    def settled(self, *, swept: bool) -> Self:
        """These settings with defaults that depend on whether the stage is one cell of a sweep filled in."""
        return self

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """These settings as they act with these models, and a remark for each that says nothing there.

        What is left out is filled in, what says nothing is as if it had not been said, and what may be said in several
        ways is said in one. So two scores that ask for the same have the same key. Runs see settings that were heard.
        """
        return self, ()


def setting(
    default: Any = ...,
    doc: str = "",
    *,
    keyed: bool = True,
    sweeps: bool | None = None,
    aliases: Mapping[str, str] | None = None,
    later: bool | tuple[str, ...] = False,
    terms: bool = False,
    per: Literal["", "from", "with"] = "",
    up_to: str = "",
    least: int = 1,
    beside: tuple[str, ...] = (),
    of_kinds: bool = False,
    shares: bool = False,
    shortens: str = "",
    extras: Mapping[str, Extra] | None = None,
) -> Any:
    """A setting of a kind.

    `keyed=False` marks an observation: it must change no byte of the result. `sweeps` tells whether `each` may stand
    before it (None: yes for keyed single values of kinds that can be swept). `aliases` spells choices another way
    (`{"center": "centre"}`). `later` marks a setting that is checked and not run yet, or names those of its choices
    that are: a script with one of them is refused before anything runs, so that no run function ever meets it. `terms`
    marks the one that says on what terms something was lent: where it is left out, a remark asks for it.

    What depends on what the stage is made of is declared too, so that a check of the script can tell. `per="with"`: one
    value for each stage after `with`. `up_to="steps"`: no more than the setting `steps` of the training after `with`.
    `least=2`: of its many values, two have to be said.
    `beside=("against", "with")`: it says something only where the setting `against` is said, or a model is given.
    `of_kinds`: it names groups that the model after `with` learnt. `shares`: its values may not come to nothing.
    `shortens="steps"`: only so much is done of what the setting `steps` says. `extras` has the choices that need a
    library which may not be installed.
    """
    extra: dict[str, Any] = {"keyed": keyed, "sweeps": sweeps, "aliases": dict(aliases or {}), "later": later}
    extra |= {"least": least, "extras": tuple((extras or {}).items())}
    facts: dict[str, Any] = {"terms": terms, "per": per, "up_to": up_to, "beside": beside}
    facts |= {"of_kinds": of_kinds, "shares": shares, "shortens": shortens}
    extra |= {"facts": facts}  # those that `vocabulary.Setting` calls the same
    return Field(default, description=doc, json_schema_extra=extra)


# Kinds ------------------------------------------------------------------------------------------------------------

P = TypeVar("P", bound=Params)


class Source(NamedTuple):
    """A file that a stage reads from outside the store, found at planning.

    `digest` is of its bytes, and empty for a link that leads nowhere, which is found in folders only.
    `name` is its path relative to the place it was listed from, `origin` that place as written in the script. `place`
    is the path on the disk: ten thousand `Path`s take longer to make than the files to find, so one is made when asked.
    """

    place: str
    name: str
    origin: str
    digest: str

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.place)


class Files(Protocol):
    """The disk at planning: what a kind's `reads` may ask. Digests come from the stat cache where it can be trusted."""

    def listed(self, path: str) -> Sequence[Source]:
        """Every visible file under a folder (recursively), matching a glob, or the one file itself; natural order.

        Raises `Fault` when nothing lies there or it cannot be read. Links that lead out of the folder are left out.
        """
        ...

    def trusted(self, path: str) -> Code:
        """What is known of a Python file, which is not run for it. Raises `Untrusted` for one that may not run, and
        `Fault` where there is none.
        """
        ...

    def forget(self) -> None:
        """Look at everything anew from here on: a stage has read other bytes than were digested."""
        ...

    def keep(self) -> None:
        """Write down what was learnt of the disk, so that the next plan need not read it again."""
        ...


class Code(NamedTuple):
    """A Python file of the artist's that may run: the sha256 of what it holds, and what it says of itself."""

    digest: str
    verb: Verb
    draws: bool


class Course(NamedTuple, Generic[P]):
    """How a kind that goes step by step goes: `params` have all that its steps depend on, and not how many there are.

    `length` counts in `unit` (epochs or steps).
    """

    params: P
    length: int
    unit: str


@dataclass(frozen=True, slots=True)
class Items(Generic[P]):
    """The pictures of a kind that makes them one by one, in the order in which its run writes them.

    `params` have all that a picture depends on, and not which pictures there are; a name, a plain value, tells one from
    the others. With `of_sources` the names say all that the pictures take of the sources.
    """

    params: P
    names: Sequence[object]
    unit: str = "images"
    of_sources: bool = False


@dataclass(frozen=True, slots=True)
class Own(Generic[P]):
    """How a kind runs code of the artist's: `code` is the setting that names the file.

    What a score says beneath it by words of that code comes in the field `own`, and what is known of it in `trust`.
    `settle` fills in what the code says of them, without running it, and raises `Fault` where it may not run; `digest`
    tells that code from other.
    """

    code: str
    settle: Callable[[P, Files], P]
    digest: Callable[[P], str]


@dataclass(frozen=True, slots=True)
class Kind(Generic[P]):
    """A stage kind, from its decorator."""

    name: str
    version: int
    makes: str
    params: type[P]
    doc: str
    run: Callable[..., Any] | None = None  # None: arrives later
    sources: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    sources_required: bool = False
    models_required: bool = False
    many_sources: bool = False
    many_models: bool = False
    steps: Mapping[str, type[Line]] = field(default_factory=dict)
    must_act: bool = False  # whether one of its steps has to act
    groups: bool = False
    texts: bool = False
    sides: Sides | None = None  # that the images after `from` must have
    one_size: bool = False  # whether they must all be of one size
    passes: tuple[str, ...] = ()  # endings of files that it passes over, in the places after `from`
    apart: Apart | None = None  # the choices with which it takes so many sets of them, each after `from`
    able: Able | None = None  # what the model after `with` has to be able to do, and which sorts are
    unfed: tuple[Unfed, ...] = ()  # the choices with which it takes nothing after `from`, where `sources_required`
    kinds: Kinds | None = None  # the setting that has its models learn groups as kinds of their own
    amount: Amount | None = None  # how many pictures it makes, where one of its settings says so
    room: Room | None = None  # which number among its settings leaves nothing beside which choice
    # Where models must be built alike, and what it makes like them: the setting that says what sort a training is of.
    alike: str = ""
    voices: Voices | None = None  # which models after `with` it plays, and which together
    deaf: tuple[Deaf | Spare | TooLate, ...] = ()  # which of its settings say nothing, and when
    still: str = ""  # of one that draws single pictures: the verb that goes through what moves in a model
    moves_on: bool = False  # whether what moves in the model after `with` moves in the one that it makes of it
    apiece: Outputs | None = None  # the choices with which it makes several things, and what these are called
    gathers: bool = False  # takes all cells of a swept input at once (print, film, …), and cannot be swept itself
    unordered: bool = False  # its `from` is a bag: the order and names of images do not enter its key
    worded: bool = False  # writes on its result where in a sweep things stand: it is told so as the script says it
    together: bool = False  # run gets the list of all cells to make, not one
    draws: bool | Callable[[P], bool] = False  # whether a seed enters its manifest
    reads: Callable[[P, Files], Mapping[str, Sequence[Source]]] | None = None  # files from outside the store
    keyed: Callable[[P], Mapping[str, Any]] | None = None  # what of the settings enters the key, when not simply all
    course: Callable[[P], Course[P]] | None = None  # for a kind whose shorter runs are beginnings of longer ones
    cut: Callable[[Mapping[str, Any], int], Mapping[str, Any]] | None = None  # such a kind's settings, to end at a step
    # what was asked to be seen of a result, setting by setting, where that is something else now; empty where it is not
    unseen: Callable[[P, Artifact], Mapping[str, Any]] | None = None
    look: Callable[..., Made] | None = None  # draws that, of a result that is there, and changes nothing else
    # for a kind that makes pictures one by one: which, of these settings, sources and models
    items: Callable[[P, Sequence[Given], Sequence[Given]], Items[P]] | None = None
    shows: Callable[[P, Sequence[Given]], Any] | None = None  # names of its sources that its result shows, or goes by
    credits: Callable[[P], Sequence[Mapping[str, str]]] | None = None  # whose the images of each `from` line are
    journeys: bool = False  # keeps from run to run what became of each image
    compute: bool = False  # uses torch: one at a time, fixed thread count
    own: Own[P] | None = None  # for a kind that runs code of the artist's
    makes_as: str = ""  # the setting that says what comes out, where that is not always `makes`

    def made_of(self, params: P) -> str:
        """What comes out of it with these settings."""
        return str(getattr(params, self.makes_as)) if self.makes_as else self.makes


def stage(name: str, **facts: Any) -> Callable[[Callable[..., Any]], Kind[Any]]:
    """Make a `Kind` of a run function. Facts are `Kind`'s fields; `params` and `makes` are required.

    The run function is `run(context: Context[Settings]) -> Made`, or `run(contexts: Sequence[Context]) -> list[Made]`
    with `together=True`. The module's docstring is the kind's reference page.
    """

    def decorate(run: Callable[..., Any]) -> Kind[Any]:
        import sys

        doc = sys.modules[run.__module__].__doc__ or ""
        return Kind(name=name, doc=doc, run=run, **facts)

    return decorate


def later(name: str, doc: str, **facts: Any) -> Kind[Any]:
    """A kind whose schema is known and whose run function arrives with a later version. A setting says `later=True`."""
    return Kind(name=name, doc=doc, version=0, run=None, **facts)


# Running ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Made:
    """What a run did: items (or steps) made anew, and taken from before, counted in `unit`."""

    made: int
    reused: int = 0
    unit: str = "images"


@dataclass(frozen=True, slots=True)
class Given:
    """An input of a running stage: an artifact, the part of it that is meant, and its place in the sweep.

    `cell` holds the swept settings' values of this input's cell, in the order of its axes ({} when not swept).
    `stage` tells inputs apart where a kind must; no result may depend on what a stage is called.
    """

    artifact: Artifact
    part: str | None = None
    cell: Mapping[str, Value] = field(default_factory=dict)
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A course after `step` steps, as it was kept: all that it needs to go on as if it had never stopped.

    `fingerprint` tells the arithmetic that made it: only the same one goes on with the same bits.
    """

    step: int
    fingerprint: str
    files: Mapping[str, Path]


class Kept(Protocol):
    """The pictures of a run, by their places in `Items.names`: those that are finished, whoever finished them."""

    def found(self, place: int) -> Pixels | None:
        """A finished picture, uint8 H×W×3 and read-only, which is what it was; None where there is none."""
        ...

    def keep(self, place: int, pixels: Pixels) -> None:
        """Let other runs find a picture, and the next one if this is stopped."""
        ...


class Journeys(Protocol):
    """What is known of images on their way, whoever found it out: facts, and pixels by their digest. A memory only.

    What was never told, or is damaged, is not there. Pixels and facts may be asked for and told from any thread.
    """

    def told(self, fact: str) -> Mapping[str, Any]:
        """All that was told by the name of a fact, by item; it grows as more is told."""
        ...

    def tell(self, fact: str, item: str, value: Any) -> None:
        """Let other runs know: ``value` is plain, as JSON has it, and is nothing but what the two names say."""
        ...

    def place(self, digest: str) -> Place | None:
        """Where pixels lie, if they are kept, and are what they were. They stay there to the end of the run.

        Raises OSError where no more files may be open.
        """
        ...

    def pixels(self, digest: str) -> Pixels | None:
        """Pixels that are kept, uint8 H×W×3 and read-only. Raises OSError where no more files may be open."""
        ...

    def keep(self, digest: str, pixels: Pixels) -> None:
        """Keep pixels, by their digest (`images.digest_of`). Raises OSError."""
        ...

    def settled(self, wanted: Iterable[str]) -> tuple[Mapping[str, Place], Mapping[str, Path]]:
        """Where kept pixels lie in the end, and the files of their shards, for `ImageWriter.refer`. Raises OSError.

        Shards of which much is wanted are left as they are; what is wanted of others is brought together. Nothing more
        may be kept in this run.
        """
        ...


class Context(Protocol[P]):
    """What a running stage sees of the world. One per cell."""

    params: P
    seed: int
    sources: Sequence[Given]  # after `from`, in order; for a kind that gathers, every cell of each
    models: Sequence[Given]  # after `with`
    beside: Mapping[str, Sequence[Given]]  # what settings name, by their keys (`mask from shapes`)
    files: Mapping[str, Sequence[Source]]  # what `reads` found, by its own names
    cell: Mapping[str, Value]  # the values of the sweep here
    result: Path  # an empty folder: the result, digested
    seen: Path  # an empty folder: previews, curves, names; never digested
    items: Kept  # for a kind with items: its pictures
    journeys: Journeys  # for a kind that says so
    segments: Sequence[Segment]  # for a kind with a course: what is kept of this course, by step
    made: Artifact | None  # for a look: the result that it is about; what is written to `seen` stands beside what was

    def is_sound(self, segment: Segment) -> bool:
        """Whether a segment's files are what they were. One that is not is set aside."""
        ...

    def keep(
        self, step: int, fingerprint: str, write: Callable[[Path], None], *, epoch: float, marked: bool = False
    ) -> None:
        """Keep the course as it is after `step` steps: `write` puts it into an empty folder.

        `epoch` is how many steps an epoch has. `marked` ones are kept longest. A full disk is remarked on, and ends
        nothing.
        """
        ...

    def read(self, source: Source) -> bytes:
        """A source's bytes, verified to be those that were digested; raises `Changed` when they are not."""
        ...

    def progress(self, done: int, total: int, unit: str, **facts: float | str) -> None:
        """Tell how far it is. Facts: `loss`, `rate`, `preview` (a path under `seen`), … Raises `Cancelled`."""
        ...

    def remark(self, message: str, code: str = "", hint: str | None = None) -> None:
        """Tell the artist something that does not stop the run. It is told while the result is made, and not again."""
        ...
