"""dataset: gather images, and say which, and how they are cut.

`dataset NAME from PLACE` makes a list of images. A place is a folder (with all folders in it), a path with `*`, one
file, a film, or another stage; several stand after one `from` or on lines of their own. The lines beneath are steps,
done in order, each on what the step above left.

`crop subject` looks for what differs in colour from the image's border, and cuts the square around it; a margin leaves
room. Where all is of one colour, or the subject reaches from end to end, it is the largest square.

`crop face` cuts the square around the largest face that looks into the camera. Images in which none is found are left
out, and named in a remark; `keep faces is 1` above it takes portraits of one sitter alone. Both need OpenCV
(`pip install 'intaglio[faces]'`).

`derive` draws a map of each image, which keeps its name: a dataset from another one, with `derive edges` beneath it, is
that one's drawing, picture by picture, and the two are pairs.

`cluster 5` sorts the images into five groups by their colours and where these lie. Each is called as it is first met in
the list: `cluster-1` is the first image's. `group` lines above it are forgotten.

`shots` sorts the frames of a film by its cuts: `shot-1` is the first shot's, and a film after it goes on counting. So a
film can be split by shot, where frames beside each other are nearly the same: train from `frames.shot-1`, and measure
against `frames.shot-2`. It stands best right after `from`, before frames are thinned; of two frames a second it still
finds most cuts. A dissolve is none. What is no frame of a film is in no group.

Images are turned the way that their camera says, laid on white where they are see-through, and taken as 8-bit colour.
Of a file with several pictures the first is taken. What is no image, or broken, is left out, and named in a remark.
The frames of a film are images with a rate and times, and `film` plays them again as they were.

What is found out of an image is kept. Where one is added, or a step changes, only what is new is looked at.

`group NAME` names a part: a class, a family. Its steps come first and see its images only; the steps at the margin of
the dataset then see all images, groups in the order in which they are written, after what belongs to none.

    gen 1

    dataset table
      from ./photos/
        credit "Anna Example"
        licence "CC0-1.0"
      keep width >= 64 px and height >= 64 px
      drop likeness > 96%
      crop square, centre
      resize 64 px
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, Self

from intaglio.lang import ir
from intaglio.lang.vocabulary import Choice, Deaf, Either, Every, Hue, Name, Number, Place, Size, Stages
from intaglio.lang.wording import silent
from intaglio.runtime.contract import Context, Files, Given, Line, Made, Params, Source, Window, setting, stage
from intaglio.stdlib import finders
from intaglio.stdlib.images import conditions, levels
from intaglio.stdlib.measures import OPENCV, VERSIONS


class Origin(Line):
    """What may stand beneath a `from`."""

    credit: str | None = setting(None, "Whose images these are.", keyed=False)
    licence: Annotated[str, Name()] | None = setting(None, "On what terms they are used.", keyed=False)
    consent: str | None = setting(None, "Who agreed to this use, and how.", keyed=False)


class From(Line):
    """Where images come from: folders, globs, files, films, stages."""

    beneath: ClassVar[type[Line]] = Origin

    paths: tuple[Annotated[str, Place()], ...] = setting((), "Folders, paths with `*`, image files and films.")
    stages: tuple[Annotated[dict[str, str | None], Stages(("images",))], ...] = setting(
        (), "Stages that make images or frames, or groups of them."
    )


class Keep(Line):
    """Keep the images of which a condition is true, or every so many of them."""

    condition: ir.Condition | None = setting(None, "What must be true of an image that stays.")
    every: Annotated[ir.Every, Every(("frames", "images"))] | None = setting(
        None, "Keep the first, and then one in so many."
    )


class Drop(Line):
    """Leave out the images of which a condition is true."""

    condition: ir.Condition = setting(doc="What is true of an image that goes.")


class Pick(Line):
    """Keep the images that a list names, one name a line. Empty lines and lines that begin with `--` are notes."""

    path: Annotated[str, Place("file", plain=True)] = setting(
        doc="A text file. A name is a path as seen from the dataset's folder, or a file name that occurs once."
    )


class Crop(Line):
    """Cut a square out of each image."""

    leaves: ClassVar[str] = "square"
    deaf: ClassVar[tuple[Deaf, ...]] = (
        Deaf("place", "to `crop {said}`", ", which lies where it is found", "around", ("subject", "face")),
    )

    around: Literal["square", "subject", "face"] = setting(
        doc="`square` is the largest there is; `subject` and `face` lie around what they find.",
        extras={"face": OPENCV},
    )
    place: Literal["centre", "top", "bottom", "left", "right"] | None = setting(
        None, "Where a `square` lies. Left out: the centre.", aliases={"center": "centre"}
    )
    margin: Annotated[float, Number(0, 0.45, "share", usual=0.1)] | None = setting(
        None, "Room on each side, as a share: left off a `square`, added around a subject or a face."
    )


class Resize(Line):
    """Make each image larger or smaller."""

    leaves: ClassVar[str] = "shorter"

    size: Annotated[tuple[int, ...], Size()] = setting(
        doc="One side: the shorter side becomes this long. Two sides: filled, and cut at the centre."
    )


class Pad(Line):
    """Fit each image into a size without cutting anything, on a ground of one colour."""

    leaves: ClassVar[str] = "size"

    size: Annotated[tuple[int, ...], Size()] = setting(doc="One side for a square, or two.")
    ground: Annotated[str, Hue()] | None = setting(None, "The colour of the ground. Left out: white.")


class Grey(Line):
    """Take the colour out of each image."""


class Mirror(Line):
    """Add a mirrored copy of each image, right after it."""


class Skip(Line):
    """Leave out the beginning of a film."""

    window: ClassVar[Window] = "begins"

    time: Annotated[float, Number(0, 360_000, "time", usual=2)] = setting(doc="How much of it.")


class Until(Line):
    """Leave out the rest of a film."""

    window: ClassVar[Window] = "ends"

    time: Annotated[float, Number(0, 360_000, "time", usual=10)] = setting(
        doc="From which moment on, from its beginning."
    )


class Rate(Line):
    """Take so many frames of each second of a film, whatever its own rate."""

    window: ClassVar[Window] = "thins"

    rate: Annotated[float, Number(0.01, 240, "rate", usual=12)] = setting(doc="Frames a second.")


class Take(Line):
    """Keep so many images, chosen by chance, in their order."""

    by_chance: ClassVar[bool] = True

    count: Annotated[int, Number(1, 10_000_000, "images", whole=True, usual=100)] = setting(doc="How many at most.")


class Shuffle(Line):
    """Put the images in an order that chance makes."""

    by_chance: ClassVar[bool] = True


class Balance(Line):
    """Keep at most so many images of each group, chosen by chance, in their order."""

    by_chance: ClassVar[bool] = True
    deaf: ClassVar[tuple[Deaf, ...]] = (
        Deaf(
            "count",
            "",
            said_by="group",
            words=("none",),
            but="`balance` keeps so many of each group, and no image is in one here: it keeps so many of all.",
            instead="take",
        ),
    )

    count: Annotated[int, Number(1, 10_000_000, "images", whole=True, usual=100)] = setting(
        doc="How many of each at most."
    )


class Caption(Line):
    """Say in words what the images show."""

    text: str | None = setting(None, "The same words for all.")
    from_: Annotated[str, Either((Choice(("sidecars",)), Place("file", plain=True)))] | None = setting(
        None,
        "A table (csv or tsv) of names and captions, or `sidecars`: a text file beside each image, of the same name.",
    )


class Derive(Line):
    """Turn each image into a map of itself, of its size and its name."""

    deaf: ClassVar[tuple[Deaf, ...]] = (
        Deaf("colours", "to `derive {said}`", ", which has its own", "map", ("edges", "lowres", "pose", "depth")),
    )

    map: Literal["edges", "lowres", "segment", "pose", "depth"] = setting(
        doc="`edges`: black lines on white. `lowres`: an eighth of its size, enlarged. `segment`: areas of colour.",
        later=("pose", "depth"),
    )
    colours: Annotated[int, Number(2, 64, whole=True)] | None = setting(
        None, "How many colours a `segment` map has. Left out: 6."
    )


STEPS: Mapping[str, type[Line]] = {
    "from": From,
    "keep": Keep,
    "drop": Drop,
    "pick": Pick,
    "crop": Crop,
    "resize": Resize,
    "pad": Pad,
    "grey": Grey,
    "mirror": Mirror,
    "skip": Skip,
    "until": Until,
    "rate": Rate,
    "take": Take,
    "shuffle": Shuffle,
    "balance": Balance,
    "caption": Caption,
    "derive": Derive,
    **{word: finder.line for word, finder in finders.every().items()},
}


class Dataset(Params):
    """What may stand beneath `dataset` besides its steps; and, filled in by the runtime, those."""

    credit: str | None = setting(None, "Whose images these are, where no `from` says so itself.", keyed=False)
    licence: Annotated[str, Name()] | None = setting(None, "On what terms they are used.", keyed=False, sweeps=False)
    consent: str | None = setting(None, "Who agreed to this use, and how.", keyed=False)
    steps: tuple[ir.Step, ...] = setting((), "The steps, in order.")
    groups: tuple[ir.Group, ...] = setting((), "Named parts, with steps of their own.")

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """Without what says nothing in its step, see `Line.deaf`."""
        remarks = [remark for step in _all(self) for remark in _idle(step).values()]
        if not remarks:
            return self, ()
        groups = tuple(group.model_copy(update={"steps": _acting(group.steps)}) for group in self.groups)
        return self.model_copy(update={"steps": _acting(self.steps), "groups": groups}), remarks


def reads(params: Dataset, files: Files) -> Mapping[str, Sequence[Source]]:
    """The files that the steps speak of."""
    return levels.reads(params, files)


def keyed(params: Dataset) -> dict[str, Any]:
    """The steps without paths, names and credits, those of each group, and the versions of the measures asked for."""
    sought = {name for step in _all(params) for name in conditions.sought(step)}
    return {
        "steps": [_keyed(step) for step in params.steps],
        "groups": [[_keyed(step) for step in group.steps] for group in params.groups],
        "measures": {name: VERSIONS[name] for name in sorted(sought)},
    }


def _idle(step: ir.Step) -> dict[str, str]:
    """What says nothing in a step, each with a remark on it."""
    found = ((each, each.said(step.values)) for each in STEPS[step.word].deaf)
    return {
        each.key: silent(each, str(step.values[each.key]), said)
        for each, said in found
        if said is not None and step.values[each.key] is not None
    }


def _acting(steps: Sequence[ir.Step]) -> tuple[ir.Step, ...]:
    return tuple(step.model_copy(update={"values": {**step.values, **dict.fromkeys(_idle(step))}}) for step in steps)


def _all(params: Dataset) -> list[ir.Step]:
    return [*params.steps, *(step for group in params.groups for step in group.steps)]


def _keyed(step: ir.Step) -> dict[str, Any]:
    values: dict[str, Any] = step.model_dump(mode="json")["values"]
    if step.word == "from":
        values = {"stages": values["stages"]}
    elif step.word == "pick":
        values = {}
    elif step.word == "caption":
        values["from_"] = values["from_"] and ("sidecars" if values["from_"] == "sidecars" else "a table")
    return {"word": step.word, **values}


def shows(params: Dataset, sources: Sequence[Given]) -> dict[str, Any]:
    """What it goes by of its stages' names: which groups are called alike, and names of images where a list does."""
    names = levels.names_of_images(params, sources)
    return {"groups in what it is made from": levels.joined(params, sources), "names in what it is made from": names}


def credits(params: Dataset) -> list[dict[str, str]]:
    """Whose images each `from` line brings: what stands beneath it, else beneath the dataset."""
    words = ("credit", "licence", "consent")
    lines = [{word: step.beneath.get(word) or getattr(params, word) for word in words} for step in _froms(params)]
    return [{word: str(value) for word, value in line.items() if value is not None} for line in lines]


def _froms(params: Dataset) -> list[ir.Step]:
    return [step for step in _all(params) if step.word == "from"]


def draws(params: Dataset) -> bool:
    """Whether chance has a part in it."""
    return any(STEPS[step.word].by_chance for step in _all(params))


@stage(
    "dataset",
    version=1,
    makes="images",
    params=Dataset,
    sources=("path", "images"),
    many_sources=True,
    steps=STEPS,
    groups=True,
    passes=tuple(sorted(levels.BESIDE)),
    reads=reads,
    keyed=keyed,
    shows=shows,
    credits=credits,
    draws=draws,
    journeys=True,
)
def dataset(context: Context[Dataset]) -> Made:
    """Gather, choose and cut."""
    from intaglio.stdlib.images import curating

    return curating.curate(context, frozenset(word for word, line in STEPS.items() if line.by_chance))
