"""bend: change what flows through a model, without teaching it anything.

`bend NAME with MODEL` makes a model that draws with its layers transformed (network bending: Broad, Leymarie and
Grierson 2021). Beneath it stand transforms, a line each, done in order: the word, how much where it needs it, and `at`
which layer: `early`, `middle` and `late` are thirds of those that draw, `layer-1` is the coarsest; without it, all that
draw. For layers that lie apart, a line each. `on` says which features the lines after it reach: `on all`, `on share,
30%` for some chosen by chance, or `on cluster, 2, 5` for the second of five families of features that light up alike in
the model as it came, the loudest first.

What the model learnt stays as it was: a bent model draws, walks and rebuilds as it did, only that its features are
turned, silenced or swapped on their way. `glitch` alone reaches into the weights themselves.

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
      noise 0.1 at late
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from intaglio.lang import ir
from intaglio.lang.vocabulary import Number
from intaglio.runtime.contract import Context, Fault, Line, Made, Params, setting, stage
from intaglio.stdlib.layers import Layer
from intaglio.stdlib.models import pass_groups_on


class Bend(Params):
    """`bend` has steps, filled in by the runtime, and no settings of its own."""

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


class Invert(Line):
    """Turn every activation into its opposite."""

    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Ablate(Line):
    """Silence the features."""

    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Scale(Line):
    """Multiply every activation."""

    amount: Annotated[float, Number(-100, 100, usual=2)] = setting(doc="By how much.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Rotate(Line):
    """Turn the maps about their centre."""

    amount: Annotated[float, Number(-360, 360, usual=45)] = setting(doc="Degrees, against the clock.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Translate(Line):
    """Push the maps aside."""

    across: Annotated[float, Number(-1, 1, "share", usual=0.1)] = setting(doc="Share of the width, to the right.")
    down: Annotated[float, Number(-1, 1, "share", usual=0.1)] = setting(doc="Share of the height, downwards.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Threshold(Line):
    """Make every activation all or nothing."""

    amount: Annotated[float, Number(-100, 100, usual=0.5)] = setting(doc="Where all begins.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Flip(Line):
    """Mirror the maps."""

    way: Literal["across", "down"] = setting(doc="Left for right, or top for bottom.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Erode(Line):
    """Eat away the edges of what is bright."""

    amount: Annotated[int, Number(1, 64, "size", whole=True, usual=2)] = setting(doc="How far in.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Dilate(Line):
    """Let what is bright spread."""

    amount: Annotated[int, Number(1, 64, "size", whole=True, usual=2)] = setting(doc="How far out.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Noise(Line):
    """Add chance."""

    amount: Annotated[float, Number(0, 100, usual=0.1)] = setting(doc="How much, in standard deviations.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Swap(Line):
    """Exchange features in pairs."""

    amount: Annotated[float, Number(0, 1, "share", usual=0.3)] = setting(doc="How many of them.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


class Glitch(Line):
    """Replace weights by chance."""

    amount: Annotated[float, Number(0, 1, "share", usual=0.05)] = setting(doc="How many of them.")
    at: Layer = setting("all", "Which layer, or which part of them. Left out: all that draw.")


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
    draws=True,
    compute=True,
)
def bend(context: Context[Bend]) -> Made:
    """Write the model with its bends beside its weights."""
    from intaglio.stdlib.nn import bends

    if not any(step.word != "on" for step in context.params.steps):
        raise Fault("`bend` has no line that says how.", "invert at middle")
    bends.write(
        context.models[0].artifact,
        context.params.steps,
        context.seed,
        context.result,
        lambda: context.progress(0, 1, "models"),
    )
    pass_groups_on(context.models[0].artifact, context.seen)
    return Made(1, unit="models")
