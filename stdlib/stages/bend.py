"""bend: change what flows through a model, without teaching it anything.

`bend NAME with MODEL` makes a model that draws with its layers transformed (network bending: Broad, Leymarie and
Grierson 2021). Beneath it stand transforms, a line each, done in order: the word, how much where it needs it, and `at`
which layer: `early`, `middle` and `late` are thirds of those that draw, `layer-1` is the coarsest; without it, all that
draw. For layers that lie apart, a line each. `on` says which features the lines after it reach: `on all`, `on share,
30%` for some chosen by chance, or `on cluster, 2, 5` for the second of five families of features that light up alike in
the model as it came, the loudest first. So `on cluster, 1, 8` and `ablate` beneath it cull what is loudest.

An amount may move: `scale 1 to 3` begins as `scale 1` and ends as `scale 3`. What moves does so while a film lasts. In
a `walk` it goes from the first frame to the last, as the walk is eased; with `loop` there and back, so that there is no
seam. In `rebuild` and `vary` it goes from the first image to the last. A `show` goes there and back slowly, on each
screen, or to where a hand holds it (`gen show --osc`). A single picture stands at no moment of a film, so `sample`
draws it as it begins, and so `measure` sees it.

With `mask` the lines reach as far as an image is bright: all where it is white, nothing where it is black, in part
where it is grey. The image is fitted onto the grid of each layer, which makes its edges soft where the grid is coarse.
For lines with other masks, bend the bent model again.

What the model learnt stays as it was: a bent model draws, walks and rebuilds as it did, only that its features are
turned, silenced or swapped on their way. `glitch` alone reaches into the weights themselves, which neither move nor
know where in the picture they act.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train dreamer from fruit
      model gan
      steps 20

    bend mirage with dreamer
      on share, 30%
      scale 2 at early
      invert at middle
      noise 0.1 to 1 at late
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from intaglio.lang import ir
from intaglio.lang.vocabulary import Number, Span, Stages
from intaglio.runtime.contract import Context, Fault, Given, Line, Made, Params, setting, stage
from intaglio.stdlib.layers import Layer
from intaglio.stdlib.models import facts_of, pass_groups_on

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    from intaglio.runtime.artifacts.artifact import Artifact

# What an amount may be: one number, or two between which it moves.
_FACTOR = Number(-100, 100, usual=2)
_DEGREES = Number(-360, 360, usual=45)
_ASIDE = Number(-1, 1, "share", usual=0.1)
_LEVEL = Number(-100, 100, usual=0.5)
_REACH = Number(1, 64, "size", whole=True, usual=2)
_GRAIN = Number(0, 100, usual=0.1)
_PART = Number(0, 1, "share", usual=0.3)
Factor = Annotated[float, _FACTOR] | Annotated[tuple[float, float], Span(_FACTOR, way=True)]
Degrees = Annotated[float, _DEGREES] | Annotated[tuple[float, float], Span(_DEGREES, way=True)]
Aside = Annotated[float, _ASIDE] | Annotated[tuple[float, float], Span(_ASIDE, way=True)]
Level = Annotated[float, _LEVEL] | Annotated[tuple[float, float], Span(_LEVEL, way=True)]
Reach = Annotated[int, _REACH] | Annotated[tuple[int, int], Span(_REACH, way=True)]
Grain = Annotated[float, _GRAIN] | Annotated[tuple[float, float], Span(_GRAIN, way=True)]
Part = Annotated[float, _PART] | Annotated[tuple[float, float], Span(_PART, way=True)]


class Mask(Line):
    """Where the lines reach."""

    from_: Annotated[ir.Input, Stages(("images",))] = setting(doc="White is bent; black is as it was.")


class Bend(Params):
    """What may stand beneath `bend` besides its steps, which the runtime fills in."""

    mask: Mask | None = setting(None, "Bend only here.")
    steps: tuple[ir.Step, ...] = setting((), "The transforms, in order.")
    groups: tuple[ir.Group, ...] = setting((), "A model has none.")


class On(Line):
    """Which features the lines below reach."""

    acts: ClassVar[bool] = False
    forms: ClassVar[Mapping[str, Mapping[str, tuple[Number, str]]]] = {
        "all": {},
        "share": {"amount": (Number(0, 1, "share"), "How many of the features.")},
        "cluster": {
            "amount": (Number(1, 1000, whole=True, usual=1), "Which family of features, from the loudest on."),
            "of": (Number(2, 1000, whole=True, usual=5), "How many families there are."),
        },
    }
    rising: ClassVar[tuple[str, ...]] = ("amount", "of")

    which: Literal["all", "share", "cluster"] = setting(doc="All of them, some by chance, or those that act alike.")
    amount: Annotated[float, Number(0, 1000, "share")] | None = setting(
        None, "The share, or the number of the cluster."
    )
    of: Annotated[int, Number(2, 1000, whole=True, usual=5)] | None = setting(None, "How many clusters there are.")


def _at() -> Any:
    return setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Invert(Line):
    """Turn every activation into its opposite."""

    at: Layer = _at()


class Ablate(Line):
    """Silence the features."""

    at: Layer = _at()


class Scale(Line):
    """Multiply every activation."""

    amount: Factor = setting(doc="By how much.")
    at: Layer = _at()


class Rotate(Line):
    """Turn the maps about their centre."""

    amount: Degrees = setting(doc="Degrees, against the clock.")
    at: Layer = _at()


class Translate(Line):
    """Push the maps aside."""

    across: Aside = setting(doc="Share of the width, to the right.")
    down: Aside = setting(doc="Share of the height, downwards.")
    at: Layer = _at()


class Threshold(Line):
    """Make every activation all or nothing."""

    amount: Level = setting(doc="Where all begins.")
    at: Layer = _at()


class Flip(Line):
    """Mirror the maps."""

    way: Literal["across", "down"] = setting(doc="Left for right, or top for bottom.")
    at: Layer = _at()


class Erode(Line):
    """Eat away the edges of what is bright."""

    amount: Reach = setting(doc="How far in.")
    at: Layer = _at()


class Dilate(Line):
    """Let what is bright spread."""

    amount: Reach = setting(doc="How far out.")
    at: Layer = _at()


class Noise(Line):
    """Add chance."""

    amount: Grain = setting(doc="How much, in standard deviations.")
    at: Layer = _at()


class Swap(Line):
    """Exchange features in pairs."""

    amount: Part = setting(doc="How many of them.")
    at: Layer = _at()


class Glitch(Line):
    """Replace weights by chance."""

    amount: Annotated[float, Number(0, 1, "share", usual=0.05)] = setting(doc="How many of them.")
    at: Layer = _at()


@stage(
    "bend",
    version=1,
    makes="model",
    params=Bend,
    models=("model",),
    models_required=True,
    steps={
        "on": On,
        "invert": Invert,
        "ablate": Ablate,
        "scale": Scale,
        "rotate": Rotate,
        "translate": Translate,
        "threshold": Threshold,
        "flip": Flip,
        "erode": Erode,
        "dilate": Dilate,
        "noise": Noise,
        "swap": Swap,
        "glitch": Glitch,
    },
    must_act=True,
    moves_on=True,
    draws=True,
    compute=True,
)
def bend(context: Context[Bend]) -> Made:
    """Write the model with its bends beside its weights."""
    from intaglio.stdlib.nn import bends

    steps, given = context.params.steps, context.beside.get("mask", ())
    if not any(step.word != "on" for step in steps):
        raise Fault("`bend` has no line that says how.", "invert at middle")
    if given and any(step.word == "glitch" for step in steps):
        context.remark("A mask says nothing to `glitch`: weights lie nowhere in the picture. It acts everywhere.")
    model = context.models[0].artifact
    mask = _mask(given[0], model) if given else None
    bends.write(model, steps, mask, context.seed, context.result, lambda: context.progress(0, 1, "models"))
    pass_groups_on(model, context.seen)
    return Made(1, unit="models")


def _mask(given: Given, model: Artifact) -> NDArray[uint8]:
    """How bright the mask is, H×W, as large as the model's pictures. Raises `Fault` where it is not one image."""
    import numpy as np
    from PIL import Image

    from intaglio.runtime.artifacts.images import ImageSet
    from intaglio.stdlib.images.screen import fitted

    images, facts = ImageSet(given.artifact, given.part), facts_of(model)
    if len(images) != 1:
        raise Fault(f"A mask is one image, and there are {len(images):,}. `take 1` keeps one of them.", "take 1")
    size = (facts["width"], facts["height"])
    return np.asarray(fitted(Image.fromarray(images[0]), size).convert("L"))
