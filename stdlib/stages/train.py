"""train: teach a model from images.

`train NAME from IMAGES` makes a model. What sort is said by `model`:

- `autoencoder` learns to pass every image through a narrow place and draw it again. `rebuild` shows what it kept.
- `vae` is an autoencoder for which a picture is not a point but a cloud, and clouds lie close together: what is between
  two pictures is a picture too, which suits `walk`. With `beta 4` they lie closer, and less is kept of each one; with
  `beta 0.2` they lie further apart.
- `gan` is two networks in a contest: one draws, the other tells drawings from the images. Quick, vivid, restless.
- `style-gan` is such a contest too. Its picture grows out of one grid that it has learnt, size by size, and what chance
  decides is a style that every size is drawn in; so its layers part what lies where from how it looks, which suits
  `bend`, `merge` and `truncation`. It takes three times as long as a gan.
- `fast-gan` is a gan for few images that are large, 128 px and up. Its judge looks at patches, of the picture and of
  its half, and has to redraw what it has seen, so that it sees all of an image, and few do for long.
- `vae-gan` is an autoencoder with a judge that learns beside it. Likeness is what the judge sees, not pixels, so what
  it draws again is sharp where an autoencoder is soft, and may be wrong in the small. For the frames of a film at
  256 px by 144 px, as Terence Broad had them, say `latent 200`, `batch 12` and `rate 0.0002`, on a graphics card.
- `diffusion` learns to take noise away, a little at a time. Slower to learn and to draw, and steady.
- `translate` learns from two sets, `from A, B`, to draw images of the first as if they were of the second; `vary` asks
  it to.
- `enhance` makes its images small, and learns to draw them large again; `vary` doubles the size of others with it.
- `players` learns from no images, so it takes no `from`, and `size` says how large it draws. Two networks draw and a
  judge tells which of them drew; each tries to be taken for the other, and to show more variety than the other. They
  begin with 8 px, and grow a doubling every 200 steps until all is there. Both are kept: a picture is what the two draw
  of the same chance, side by side, so with `size 32 px` it is 64 px wide, and a `walk` goes through both at once.
  One of them alone is `NAME.first` or `NAME.second`.

A translator is told by `pairing` how its two sets belong together. With `same-name` (whatever the suffix) or
`same-place` each image of the first set has its partner in the second, and it learns to draw that from it, this way
only. With `none` the sets may be of any length, and it learns both ways at once, each to undo the other: `reverse`
beneath `vary` asks for the way back. A step of it takes about three times as long, and it is the freer of the two.

With `condition group` a gan of any sort learns each group of a dataset as a kind of its own. `sample` then draws the
`group` that it is asked for, or between several. Groups are told apart by their order, so one that is called otherwise
is still the one that was learnt.

How long is said by `epochs` (times through all images) or `steps` (batches), not both. All other settings have
defaults that suit the size of the images and small sets made by hand, from about ten images up. Images must be of one
size, with sides that are multiples of 8, from 8 to 512 pixels: `resize 64 px` beneath the dataset sees to it.

The same images in another order, or under other names, are the same training. So is one with another `preview`: said
when a training has ended, its pictures are drawn from what was kept on the way, and a remark tells of those that are
gone. A longer training goes on where a shorter one ended, and one that was stopped where it was stopped; a shorter one
takes what was kept. `with` another model of the same build, it begins where that one ended; `freeze` keeps some of its
layers as they were: `freeze early` keeps how it lays out a picture, and learns other surfaces. With `stop-at 40%` the
way to other images ends there, between both.

`watch distance every 200 steps` measures on the way what the model draws, as `measure` does, against the images that
it learns from: `watched.csv` beside the losses, and both in `curve.svg`. It is for what draws from chance. Like a
preview, it may be said afterwards.

What draws in a gan of any sort may also be taught by the judge that it learnt beside, `with` that model.
`judge inverted` asks that one the other way: what it takes for drawn is what is to be drawn. `judge frozen` leaves it
as it was, and then nothing stands after `from`: no images are needed, and size and groups are those of the model.
`judge frozen, inverted` is Terence Broad's *Amplifying the Uncanny*: pictures become ever more what a judge of real
ones finds wrong with them.
The `verdict` in the losses tells how far they have come, above 0 for real; the best is mostly on the way, so
`preview 12 every 50 steps` keeps many, and `step 150` beneath `sample` picks one and trains nothing.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train dreamer from fruit
      model autoencoder
      steps 20
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self, get_args

from intaglio.lang import ir
from intaglio.lang.vocabulary import Apart, Deaf, Every, Kinds, Number, Outputs, Sides, Size, Spare, TooLate, Unfed
from intaglio.lang.wording import listed, number, silent
from intaglio.runtime.artifacts import images
from intaglio.runtime.artifacts.artifact import Origin
from intaglio.runtime.contract import Context, Course, Fault, Given, Line, Made, Params, setting, stage
from intaglio.stdlib import sorts
from intaglio.stdlib.layers import Layer
from intaglio.stdlib.learning.previews import Album
from intaglio.stdlib.learning.seeing import Asked, Book, catch_up
from intaglio.stdlib.learning.watching import Ledger
from intaglio.stdlib.models import facts_if_sound, facts_of, pass_groups_on
from intaglio.stdlib.sorts import Match, Sort

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from intaglio.runtime.artifacts.artifact import Artifact
    from intaglio.stdlib.nn.regimen import Regimen
    from intaglio.stdlib.nn.training import Training

Model = Literal[
    "autoencoder", "vae", "gan", "style-gan", "fast-gan", "diffusion", "vae-gan", "translate", "enhance", "players"
]
Operation = Literal["flip", "shift", "colour", "rotate", "zoom", "cutout", "none"]
Judge = Literal["frozen", "inverted"]


class Preview(Line):
    """How many pictures to draw, and how often, while training."""

    count: Annotated[int, Number(1, 256, "images", whole=True, usual=16)] = setting(doc="How many pictures.")
    every: Annotated[ir.Every, Every(("epochs", "steps"))] = setting(doc="How often.")

    @property
    def what(self) -> int:
        """What is to be seen."""
        return self.count


class Watch(Line):
    """A measure to take, and how often, while training."""

    measure: Literal["distance", "diversity", "coverage", "copying"] = setting(
        doc="What to measure, as `measure` does, against the images that are learnt from."
    )
    every: Annotated[ir.Every, Every(("epochs", "steps"))] = setting(doc="How often.")

    @property
    def what(self) -> str:
        """What is to be seen."""
        return self.measure


def _usual(word: str) -> str:
    """What suits each sort where a setting is left out, as the sorts say it: `2000; with vae-gan 3000`."""
    found: dict[float, list[str]] = {}
    for name, sort in sorts.every().items():
        if word in sort.suits and sort.apart:  # to what learns from no images it has to be said
            found.setdefault(sort.suits[word], []).append(name)
    usual = max(found, key=lambda value: len(found[value]))
    others = (
        f"with {listed(names, 'and')} {number(value)}" for value, names in sorted(found.items()) if value != usual
    )
    return "; ".join((number(usual), *others))


class Train(Params):
    """What may stand beneath `train`."""

    alone: ClassVar[tuple[tuple[str, ...], ...]] = (("epochs", "steps"),)

    model: Model = setting(doc="What sort of model.")
    latent: Annotated[int, Number(2, 8192, whole=True, usual=128)] | None = setting(
        None,
        f"How many numbers stand behind a picture. Fewer are broader strokes. Left out: {_usual('latent')}.",
    )
    epochs: Annotated[int, Number(1, 1_000_000, "epochs", whole=True, usual=100)] | None = setting(
        None, "How many times every image is seen."
    )
    steps: Annotated[int, Number(1, 100_000_000, "steps", whole=True, usual=2000)] | None = setting(
        None, f"How many batches are seen. Left out: as `epochs` says; without either {_usual('steps')}."
    )
    batch: Annotated[int, Number(1, 4096, "images", whole=True, usual=16)] | None = setting(
        None, f"How many images are seen at once. Left out: {_usual('batch')}."
    )
    rate: Annotated[float, Number(1e-7, 1, usual=0.0002)] | None = setting(
        None, f"How far one step moves. Small is slow and steady. Left out: {_usual('rate')}."
    )
    augment: tuple[Operation, ...] | None = setting(
        None,
        "Changes made to images as they are seen, so that few do for many. Left out: a gan of any sort takes mirrored"
        " images for as good (flip), and uses shift, zoom and cutout as far as it needs them; others none. Of few"
        " images, colour shows in what is drawn.",
        aliases={"color": "colour"},
    )
    condition: Literal["group"] | None = setting(None, "Learn each group of the dataset as a kind of its own.")
    schedule: Literal["flow", "cosine", "linear"] = setting("flow", "How diffusion goes from picture to noise.")
    average: Annotated[float, Number(0, 0.999999, usual=0.999)] | None = setting(
        None,
        "How much of the average of the weights each step keeps; 0 averages nothing. Left out: a half-life in images.",
    )
    loss: Literal["pixels", "features"] = setting("pixels", "What an autoencoder must get right.")
    beta: Annotated[float, Number(0, 1000, usual=4)] = setting(
        1.0, "How much it counts to a vae that pictures lie close together. More is smoother, and softer."
    )
    decay: Literal["none", "cosine", "linear"] = setting("none", "How the rate falls towards the end.")
    warm_up: Annotated[int, Number(0, 1_000_000, "steps", whole=True, usual=500)] = setting(
        0, "Steps over which the rate rises from nothing."
    )
    seam: bool = setting(
        False,
        "Go on from what another machine, another version of torch or another number of graphics cards has kept of this"
        " training, though its last bits differ from what this one would have made.",
    )
    freeze: tuple[Layer, ...] | None = setting(
        None, "Layers that stay as they were, of a model that is trained `with` another.", sweeps=False
    )
    judge: tuple[Judge, ...] | None = setting(
        None,
        "How the judge of the model after `with` is asked. `frozen`: it stays as it was, so no images are needed."
        " `inverted`: what it takes for drawn is what is to be drawn, not what it takes for real.",
        beside=("with",),
    )
    stop_at: Annotated[float, Number(0, 1, "share", usual=0.4)] | None = setting(
        None,
        "Stop this far along. The rate falls as if to the full length; of epochs it is whole ones.",
        shortens="steps",
    )
    pairing: Literal["same-name", "same-place", "none"] | None = setting(
        None,
        "How the images of two sets belong together, for a translator. Left out: none do, and it learns both ways.",
    )
    size: Annotated[tuple[int, ...], Size(8, 512)] | None = setting(
        None, "The size to draw at, for models that learn from no images. Sides are multiples of 8."
    )
    preview: Preview | None = setting(None, "Pictures drawn on the way. Watching changes nothing.", keyed=False)
    watch: Watch | None = setting(None, "A measure taken on the way. Watching changes nothing.", keyed=False)

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """With what suits the model where nothing is said, and `augment` in the one order in which it is done."""
        values = {name: getattr(self, name) for name in Train.model_fields}
        found = ((each, each.said(values)) for each in DEAF)
        elsewhere = {each.key: silent(each, each.key, said) for each, said in found if said is not None}
        unsaid = {name: Train.model_fields[name].default for name in elsewhere}
        acting = self.model_copy(update=unsaid)
        suited = {**sorts.of(self.model).suits, **(_of_model(models) if is_alone(self) else {})}
        suits = {name: value for name, value in suited.items() if getattr(acting, name) is None}
        if acting.epochs is not None:
            suits.pop("steps", None)
        full = acting.model_copy(update=suits)
        ways: dict[str, Any] = {
            "average": half_life(full.batch or 1) if self.average is None else self.average,
            "augment": tuple(name for name in get_args(Operation) if name in (full.augment or ()) and name != "none"),
            "judge": tuple(name for name in get_args(Judge) if name in (full.judge or ())) or None,
            **_stopped(full),
        }
        remarks = [told for name, told in elsewhere.items() if getattr(self, name) != unsaid[name]]
        return full.model_copy(update=ways), remarks


# What the settings come to -----------------------------------------------------------------------------------------


def _listed(names: Sequence[str]) -> str:
    """Names as a sentence has them: `a, b and c`."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


OF_MODEL = ("latent", "condition", *sorts.OF_IMAGES)  # what no images say where a judge is frozen


def _deaf() -> Iterator[Deaf]:
    """What says nothing to a sort of model, or to a generator that learns from its judge alone."""
    for word, models in sorts.listening().items():
        others = tuple(name for name in sorts.every() if name not in models)
        yield Deaf(word, "to `model {said}`", f"; it is for {_listed(models)}", "model", others)
    why = dict.fromkeys(OF_MODEL, ": all is as in the model") | {"watch": ": there are no images to compare with"}
    for word, told in why.items():
        heard = sorts.listening()["judge"]
        yield Deaf(word, "beside `judge {said}`", told, "judge", ("frozen",), sort="model", sorts=heard)


FREEZE = Deaf(
    "freeze",
    "",
    beside=("with",),
    but="`freeze` keeps layers as they were, and these have learnt nothing yet: there is no `with`.",
)
NONE = Spare("augment", "none", "beside `{said}`", ": it stands for no change at all")
LATE = ": the first would come after them"
SEEN_TOO_LATE = tuple(TooLate(word, "in {said}", LATE) for word in ("preview", "watch"))
DEAF = tuple(_deaf())


def is_alone(params: Train) -> bool:
    """Whether what draws learns alone, from a judge that stays as it is, and no images."""
    return "frozen" in (params.judge or ()) and params.model in sorts.listening()["judge"]


def _of_model(models: Sequence[Given]) -> dict[str, Any]:
    """What suits a training that goes on from a model without images."""
    latent = facts_if_sound(models).get("latent")
    return {"augment": (), **({"latent": latent} if isinstance(latent, int) else {})}


def _stopped(params: Train) -> dict[str, Any]:
    """The length of a training that stops on its way, said as that of one that ends there, if that is the same."""
    if params.stop_at is None or params.decay != "none":
        return {"stop_at": None if params.stop_at == 1 else params.stop_at}
    length, unit = said_length(params)
    return {"stop_at": None, unit: reached(length, params.stop_at)}


def said_length(params: Train) -> tuple[int, str]:
    """How long a training is said to be, and what that counts: epochs, or else steps."""
    if params.epochs is not None:
        return params.epochs, "epochs"
    assert params.steps is not None, "settings that were heard say a length"
    return params.steps, "steps"


def reached(length: int, share: float | None) -> int:
    """How far a training of a length comes that stops a share along, rounded half up: one at least."""
    return length if share is None else max(1, math.floor(length * share + 0.5))


HALF_LIFE = 2000  # images after which the average has forgotten half


def half_life(batch: int) -> float:
    """The decay a step of an average that has forgotten half after `HALF_LIFE` images.

    Rounded, since the last bits of a power are each machine's own, and this is keyed.
    """
    return round(math.pow(0.5, batch / HALF_LIFE), 6)


def course(params: Train) -> Course[Train]:
    """All that a step depends on: the settings without their length, unless the rate falls towards the end."""
    alike = params.model_copy(update={"seam": False, "stop_at": None})
    if params.decay == "none":
        alike = alike.model_copy(update={"epochs": None, "steps": None})
    length, unit = said_length(params)
    return Course(alike, reached(length, params.stop_at), unit)


def cut(said: Mapping[str, Any], step: int) -> Mapping[str, Any]:
    """What a script says of a training, as it would of one that ends after `step` steps.

    Where the rate falls towards the end of so many steps, it is the same training, stopped. What is seen on the way is
    seen of it too: it may be made first, and the rest go on from it.
    """
    rest = {word: value for word, value in said.items() if word not in ("epochs", "stop_at")}
    steps = said.get("steps")
    if said.get("decay", "none") != "none" and isinstance(steps, int) and step <= steps:
        return {**rest, "stop_at": step / steps}
    return {**rest, "steps": step}


# Reading the images ------------------------------------------------------------------------------------------------


def _apiece() -> Outputs:
    """The sorts that are several models in one."""
    several = {name: tuple(sort.outputs) for name, sort in sorts.every().items() if sort.outputs}
    (names,) = {*several.values()}
    return Outputs("model", tuple(several), names)


def _kinds() -> Kinds:
    """The sorts that learn groups apart."""
    return Kinds("condition", sort="model", sorts=sorts.listening()["condition"])


def _apart() -> Apart:
    """The sorts that tell sets of images apart."""
    return Apart("model", tuple((name, sort.apart) for name, sort in sorts.every().items() if sort.apart > 1))


def _unfed() -> tuple[Unfed, ...]:
    """The sorts that learn from no images, and a generator that learns from its judge alone."""
    words = tuple(name for name, sort in sorts.every().items() if sort.apart == 0)
    return (
        Unfed("model", words, size="size", needs=("size", "steps")),
        Unfed("judge", ("frozen",), needs=("steps",), sort="model", sorts=sorts.listening()["judge"]),
    )


Photographs = tuple["NDArray[Any]", list[str]]  # N×H×W×3, and the digest of each


def _sets(context: Context[Train], sort: Sort) -> list[Photographs]:
    """The images, in as many sets as a sort tells apart: all together, or those of each `from` by themselves.

    Raises `Fault` where they cannot be learnt from together.
    """
    apart = 0 if is_alone(context.params) else sort.apart
    if apart == 0 and not context.sources:
        return []
    if apart == 1:
        return [_joined(context.sources)]
    if len(context.sources) != apart:
        raise _not_apart(context, apart)
    sets = [_joined([given]) for given in context.sources]
    height, width = sets[0][0].shape[1:3]
    for pixels, _ in sets:
        if pixels.shape[1:3] != (height, width):
            raise Fault(
                f"The first images are {width} px by {height} px, and the second {pixels.shape[2]} px by"
                f" {pixels.shape[1]} px. Both must be of one size.",
                f"resize {width} px by {height} px",
            )
    matches = _matches(context.params, context.sources)
    return sets if matches is None else _matched(sets, matches)


def _not_apart(context: Context[Train], apart: int) -> Fault:
    if not apart:
        said = "judge frozen" if is_alone(context.params) else f"model {context.params.model}"
        return Fault(f"`{said}` learns from no images; here are {len(context.sources)}.")
    given = context.sources[0]
    groups = images.ImageSet(given.artifact).group_names if len(context.sources) == 1 and given.part is None else ()
    names = [f"{given.stage}.{group}" for group in groups] or [each.stage for each in context.sources]
    names += ["another-set"] * (apart - len(names))
    count = len(context.sources)
    return Fault(
        f"`model {context.params.model}` learns from {apart} sets of images, each after `from`, with a comma between"
        f" them; here {'is' if count == 1 else 'are'} {count}.",
        f"from {', '.join(names[:apart])}",
    )


def _matches(params: Train, sources: Sequence[Given]) -> Sequence[Match] | None:
    """Which images belong together. Raises `Fault` where one has no partner."""
    match = sorts.of(params.model).match
    return match and match(params, [images.ImageSet(given.artifact, given.part) for given in sources])


def _matched(sets: Sequence[Photographs], matches: Sequence[Match]) -> list[Photographs]:
    """Sets in which those that belong together stand at one place, and are sorted together."""
    digests = ["".join(known[i] for (_, known), i in zip(sets, match, strict=True)) for match in matches]
    places = [[match[number] for match in matches] for number in range(len(sets))]
    return [(pixels[of_set], digests) for (pixels, _), of_set in zip(sets, places, strict=True)]


def shows(params: Train, sources: Sequence[Given]) -> Mapping[str, str] | None:
    """Which images belong together, where a model goes by that: nothing else of their names and order counts.

    None also where that cannot be said; what keeps it from being said is told when it runs.
    """
    try:
        matches = _matches(params, sources)
    except (Fault, ValueError, LookupError, TypeError, AttributeError):  # whatever flipped bits make of a list
        return None
    if matches is None:
        return None
    from intaglio.runtime.keys.digests import of_value

    known = [images.ImageSet(given.artifact, given.part).digests for given in sources]
    return {"pairs": of_value(sorted([each[i] for each, i in zip(known, match, strict=True)] for match in matches))}


def _joined(sources: Sequence[Given]) -> Photographs:
    """All images of some sources."""
    import numpy as np

    from intaglio.runtime.artifacts.images import ImageSet, differing

    sets = [ImageSet(given.artifact, given.part) for given in sources]
    filled = [images.uniform() for images in sets if len(images)]
    if not filled:
        raise Fault("There are no images to learn from.", "from ./photos/")
    sizes = {(int(images.shape[1]), int(images.shape[2])) for images in filled}
    if len(sizes) > 1:
        raise differing(sizes)
    height, width = filled[0].shape[1:3]
    _check_size(height, width)
    return np.concatenate(filled), [digest for images in sets for digest in images.digests]


def _groups(context: Context[Train]) -> tuple[list[int], tuple[str, ...]]:
    """The number of each image's group, and what the groups are called. Raises `Fault` where they are no kinds."""
    if len(context.sources) != 1:
        raise Fault(
            "`condition group` learns the groups of one dataset, so that their order is plain. Gather these in one."
        )
    given = images.ImageSet(context.sources[0].artifact, context.sources[0].part)
    numbers, names = given.classes, given.group_names
    if len(names) < 2:
        raise Fault(
            f"`condition group` learns kinds apart, and these images are of {len(names)} groups: it takes two at least."
            " `group NAME`, beneath the dataset, makes a part of it a group.",
        )
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        raise Fault(f"{len(numbers) - len(known)} of these images belong to no group, so they are of no kind to learn.")
    empty = [name for number, name in enumerate(names) if number not in known]
    if empty:
        raise Fault(f"No image is left of {', '.join(empty)}. What `condition group` learns needs one at least.")
    return known, names


SIDES = Sides(8, 512, by=8)


def _size_of(params: Train, sets: Sequence[Photographs], facts: Mapping[str, Any]) -> tuple[int, int]:
    """Height and width of what is drawn: those of the images, or those that are said where there are none.

    Of what learns from a judge alone, they are in the `facts` of the model.
    """
    if sets:
        height, width = sets[0][0].shape[1:3]
        return height, width
    if is_alone(params):
        return facts["height"], facts["width"]
    if params.size is None:
        raise Fault(f"`model {params.model}` learns from no images, so `size` says how large it draws.", "size 32 px")
    width, height = params.size[0], params.size[-1]
    fit = [SIDES.fitting(side) for side in (width, height)]
    if fit != [width, height]:
        raise Fault(f"The sides of what a model draws are {SIDES.said()}.", f"size {fit[0]} px by {fit[1]} px")
    return height, width


def _check_size(height: int, width: int) -> None:
    fit = [SIDES.fitting(side) for side in (width, height)]
    if fit != [width, height]:
        raise Fault(
            f"These images are {width} px by {height} px. A model learns from sides that are {SIDES.said()}.",
            f"resize {fit[0]} px by {fit[1]} px",
        )


# Training ----------------------------------------------------------------------------------------------------------


SEEN: Mapping[str, tuple[type[Book], str]] = {"preview": (Album, "count"), "watch": (Ledger, "measure")}
"""What may be seen of a training on its way: by the setting that asks for it, where it is kept, and what the setting
calls what is to be seen."""


def _asked(word: str, said: Preview | Watch | None, epoch: float) -> Asked | None:
    """What a setting asks to see, where an epoch has so many steps."""
    if said is None:
        return None
    what, every = said.what, said.every
    if every.unit == "epochs" and not epoch:
        raise Fault("Without images there are no epochs.", f"{word} {what} every 100 steps")
    return Asked(word, what, every.amount, every.unit, epoch if every.unit == "epochs" else 1.0)


def _books(context: Context[Train], begun: Training, epoch: float) -> list[Book]:
    """All that may be seen of a training, and what is asked for."""
    asked = {word: _asked(word, getattr(context.params, word), epoch) for word in SEEN}
    return [book(context, asked[word], begun) for word, (book, _) in SEEN.items()]


def unseen(params: Train, artifact: Artifact) -> Mapping[str, Any]:
    """What was asked for when a model was seen last, where now it is something else."""
    found = {}
    for word, (book, what) in SEEN.items():
        now, was = _asked(word, getattr(params, word), 1.0), book.noted(artifact.seen.get(book.note))["said"]
        if now is not None and now.said != was:
            found[word] = _as_said(what, was)
    return found


def _as_said(what: str, was: Any) -> Mapping[str, Any] | None:
    """What was asked for, as settings have it; None where nothing was."""
    match was:
        case [value, amount, unit]:
            return {what: value, "every": {"amount": amount, "unit": unit}}
        case _:
            return None


def look(context: Context[Train]) -> Made:
    """Draw the previews of a model that is there, and take its measures, from what is kept of its training."""
    begun, regimen = _begun(context)
    books = _books(context, begun, regimen.epoch)
    assert context.made is not None
    for name, path in context.made.seen.items():
        shutil.copyfile(path, context.seen / name)
    arithmetic = Album.noted(context.made.seen.get(Album.note))["arithmetic"]
    made = []
    for book in books:
        if book.asked is not None:
            made.append(catch_up(book, begun, context, regimen.steps, arithmetic))
        if book.said is not None:
            book.write(arithmetic)
        book.end()
    return made[0] if made else Made(0, 0, Album.things)


@stage(
    "train",
    version=1,
    makes="model",
    params=Train,
    sources=("images",),
    models=("model",),
    sources_required=True,
    many_sources=True,
    sides=SIDES,
    one_size=True,
    apart=_apart(),
    unfed=_unfed(),
    kinds=_kinds(),
    deaf=(*DEAF, FREEZE, NONE, *SEEN_TOO_LATE),
    apiece=_apiece(),
    alike="model",
    unordered=True,
    shows=shows,
    draws=True,
    course=course,
    cut=cut,
    unseen=unseen,
    look=look,
    compute=True,
)
def train(context: Context[Train]) -> Made:
    """Train a model and write it, with a curve of its losses and its previews beside it."""
    from intaglio.stdlib.learning import ranks
    from intaglio.stdlib.learning.following import Follower
    from intaglio.stdlib.nn import machine

    begun, regimen = _begun(context)
    if told := machine.fallback():
        context.remark(told)
    devices = ranks.sharing(regimen.batch, machine.devices())
    if some := ranks.idle(regimen.batch, machine.devices()):
        context.remark(some[0], hint=some[1])
    if context.models:
        begun.start_from(context.models[0].artifact)
    if context.params.freeze:
        if not context.models:
            context.remark(FREEZE.but)
        begun.freeze(context.params.freeze)
    books = _books(context, begun, regimen.epoch)
    follower = Follower(begun, context, regimen, books, seam=context.params.seam, count=len(devices))
    with ranks.beside(begun, context, devices, follower.began):
        follower.follow()
    begun.save(context.result)
    if context.params.condition == "group":
        images.write_groups(context.seen, {name: Origin(0, n) for n, name in enumerate(_groups(context)[1])})
    if is_alone(context.params):
        pass_groups_on(context.models[0].artifact, context.seen)
    return Made(regimen.steps - follower.began, follower.began, unit="steps")


def _begun(context: Context[Train]) -> tuple[Training, Regimen]:
    """The training before its first step, and its regimen."""
    params = context.params
    sort = sorts.of(params.model)
    sets = _sets(context, sort)

    from intaglio.stdlib.nn import batches, machine, training
    from intaglio.stdlib.nn.regimen import Regimen

    assert params.batch is not None, "settings that were heard say all of these"
    assert params.rate is not None
    assert params.average is not None
    assert params.augment is not None
    machine.keep_memory()
    count = max((len(digests) for _, digests in sets), default=0)
    facts = _facts(context)
    height, width = _size_of(params, sets, facts)
    length, unit = said_length(params)
    regimen = Regimen(
        steps=_steps(reached(length, params.stop_at), unit, count, params.batch),
        batch=params.batch,
        rate=params.rate,
        average=params.average,
        seed=context.seed,
        warm_up=params.warm_up,
        decay=params.decay,
        full=_steps(length, unit, count, params.batch),
        epoch=count / params.batch,
    )
    pictures = [batches.pictures(images, digests) for images, digests in sets]
    groups, numbers = facts.get("groups", 0) if is_alone(params) else 0, None
    if params.condition == "group":
        classes, names = _groups(context)
        groups, numbers = len(names), batches.numbers(classes, sets[0][1])
    lesson = training.Lesson(height, width, pictures, regimen, params.augment, groups, numbers)
    return training.Training(sort, lesson, sort.learn(lesson, params)), regimen


def _steps(length: int, unit: str, count: int, batch: int) -> int:
    """How many steps a length is, of so many images."""
    return -(-length * count // batch) if unit == "epochs" else length


def _facts(context: Context[Train]) -> Mapping[str, Any]:
    """The facts of the model that is gone on from. Raises `Fault` where a judge is to be asked that is not there."""
    if context.models:
        return facts_of(context.models[0].artifact)
    if context.params.judge:
        raise Fault("`judge` asks one that learnt to tell drawings from images: its model stands after `with`.")
    return {}
