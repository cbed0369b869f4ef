"""compose: put images together.

`compose NAME from IMAGES, IMAGES` makes images: the first of each together, then the second of each. `layout` says how.
`blend` lays them over one another, and `mask` says where the last shows through the first.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train memory from fruit
      model autoencoder
      steps 20

    rebuild recollection from fruit with memory

    compose pairs from fruit, recollection
      layout beside
"""

from __future__ import annotations

from typing import Annotated, Literal

from intaglio.lang import ir
from intaglio.lang.vocabulary import Number, Stages
from intaglio.runtime.contract import Line, Params, later, setting


class Mask(Line):
    """Where the last of the images shows."""

    from_: Annotated[ir.Input, Stages(("images",))] = setting(doc="White is the last image; black is the first.")


class Compose(Params):
    """What may stand beneath `compose`."""

    layout: Literal["beside", "above", "grid", "collage", "blend"] = setting("beside", "How they lie.")
    columns: Annotated[int, Number(1, 1000, whole=True)] | None = setting(None, "How many beside each other in a grid.")
    mix: Annotated[float, Number(0, 1, "share")] = setting(0.5, "How much of the last in a blend.")
    gap: Annotated[int, Number(0, 1024, "size", whole=True)] = setting(0, "The space between them.")
    mask: Mask | None = setting(None, "Where the last shows through the first.")


compose = later(
    "compose",
    __doc__ or "",
    makes="images",
    params=Compose,
    sources=("images",),
    sources_required=True,
    many_sources=True,
    gathers=True,
    draws=True,
)
