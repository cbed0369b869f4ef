"""vary: let a model draw over images.

`vary NAME from IMAGES with MODEL` makes as many images as it is given. A diffusion model draws each of them anew,
further away the more `strength` it is allowed, only under the `mask` where there is one. A translator takes them from
its first set to its second, or the other way with `reverse`. An enhancer makes them larger.

    gen 1

    borrow diffusion from hf:someone/small-model at v1.5
      licence openrail-m

    dataset fruit from ./photos/
      resize 512 px

    vary ripening from fruit with diffusion
      prompt "overripe"
      strength 40%
"""

from __future__ import annotations

from typing import Annotated, Literal

from intaglio.lang import ir
from intaglio.lang.vocabulary import Number, Size, Stages
from intaglio.runtime.contract import Line, Params, later, setting


class Mask(Line):
    """Where to draw."""

    from_: Annotated[ir.Input, Stages(("images",))] = setting(doc="White is drawn over; black is kept.")


class Vary(Params):
    """What may stand beneath `vary`."""

    strength: Annotated[float, Number(0, 1, "share")] = setting(0.5, "How far from the image; 0 leaves it as it was.")
    prompt: str | None = setting(None, "What to draw, in words.")
    guidance: Annotated[float, Number(0, 30, usual=7.5)] | None = setting(None, "How closely to follow the prompt.")
    steps: Annotated[int, Number(1, 2000, "steps", whole=True, usual=30)] | None = setting(
        None, "In how many strokes diffusion takes noise away."
    )
    sampler: Literal["euler", "euler-a", "heun", "ddim", "dpm", "unipc", "lcm"] | None = setting(
        None, "The way of taking noise away. Left out: it suits the model."
    )
    mask: Mask | None = setting(None, "Draw only here.", sweeps=False)
    reverse: bool = setting(False, "Translate the other way.")
    size: Annotated[tuple[int, ...], Size(8, 16384)] | None = setting(None, "The size to make. Left out: as it comes.")


vary = later(
    "vary",
    __doc__ or "",
    makes="images",
    params=Vary,
    sources=("images",),
    models=("model",),
    sources_required=True,
    models_required=True,
    many_sources=True,
    draws=True,
    compute=True,
)
