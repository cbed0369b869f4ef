"""sample: draw pictures with a model.

`sample NAME with MODEL` makes images. Picture number three is the same whether ten or a thousand are asked for, since
each has its own chance, drawn from the seed and its number.

With a gan or an autoencoder, `truncation` keeps pictures near the average: 0 is the average itself, 1 the full spread.
With a diffusion model, `steps` are the strokes in which noise is taken away, and `sampler` the way of it.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train dreamer from fruit
      model autoencoder
      steps 20

    sample attempts with dreamer
      count 4
      truncation 0.8
"""

from __future__ import annotations

from typing import Annotated, Literal

from intaglio.lang import ir
from intaglio.lang.vocabulary import Name, Number, Size, Stages
from intaglio.runtime.contract import Line, Params, later, setting

Sampler = Literal["euler", "euler-a", "heun", "ddim", "dpm", "unipc", "lcm"]


class Blend(Line):
    """Groups to draw between."""

    from_: tuple[Annotated[ir.Input, Stages(("images", "model"))], ...] = setting(doc="Two or more.")


class Sample(Params):
    """What may stand beneath `sample`."""

    count: Annotated[int, Number(1, 100_000, "images", whole=True)] | None = setting(
        None, "How many pictures. Left out: 16, or 1 for each cell of a sweep."
    )
    truncation: Annotated[float, Number(0, 1)] = setting(
        1.0, "Small numbers stay near the average; 1 is the full spread."
    )
    steps: Annotated[int, Number(1, 2000, "steps", whole=True)] | None = setting(
        None, "In how many strokes diffusion takes noise away. Left out: 10 strokes of heun, 30 of the others."
    )
    sampler: Sampler | None = setting(None, "The way of taking noise away. Left out: it suits the model.")
    guidance: Annotated[float, Number(0, 30)] | None = setting(None, "How closely to follow the group or the prompt.")
    prompt: str | None = setting(None, "What to draw, in words.")
    group: Annotated[str, Name()] | None = setting(None, "Which group to draw.")
    blend: Blend | None = setting(None, "Groups to draw between.", sweeps=False)
    mix: Annotated[float, Number(0, 1, "share")] | None = setting(None, "How far between the groups of `blend`.")
    size: Annotated[tuple[int, ...], Size(8, 4096)] | None = setting(None, "The size to draw at.")


sample = later(
    "sample",
    __doc__ or "",
    makes="images",
    params=Sample,
    models=("model",),
    models_required=True,
    together=True,
    draws=True,
    compute=True,
)
