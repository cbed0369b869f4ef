"""walk: wander through what a model can draw.

`walk NAME with MODEL` makes frames. It chooses `stops` pictures by chance and goes from one to the next along the
shortest way over the sphere on which a model's pictures lie (Shoemake 1985). `pace` is the time between two stops,
`rate` the frames a second. With `loop` it comes home again, and the film has no seam.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train dreamer from fruit
      model autoencoder
      steps 20

    walk drift with dreamer
      stops 3
      pace 1 s
      rate 4 fps
      loop
"""

from __future__ import annotations

from typing import Annotated, Literal

from intaglio.lang.vocabulary import Number
from intaglio.runtime.contract import Params, later, setting


class Walk(Params):
    """What may stand beneath `walk`."""

    stops: Annotated[int, Number(2, 1000, whole=True)] = setting(6, "How many pictures the way leads through.")
    pace: Annotated[float, Number(0.04, 86_400, "time")] = setting(2.0, "How long it takes from one stop to the next.")
    rate: Annotated[float, Number(1, 240, "rate")] = setting(24.0, "Frames a second.")
    ease: Literal["slow", "straight"] = setting("straight", "`slow` lingers at the stops; `straight` never rests.")
    loop: bool = setting(False, "Come back to the first stop.")
    truncation: Annotated[float, Number(0, 1)] = setting(
        1.0, "Small numbers stay near the average; 1 is the full spread."
    )
    steps: Annotated[int, Number(1, 2000, "steps", whole=True)] | None = setting(
        None, "In how many strokes diffusion takes noise away. Left out: 10 strokes of heun, 30 of the others."
    )
    sampler: Literal["euler", "heun", "ddim", "dpm", "unipc"] | None = setting(
        None, "The way of taking noise away. Left out: it suits the model."
    )


walk = later(
    "walk",
    __doc__ or "",
    makes="frames",
    params=Walk,
    models=("model",),
    models_required=True,
    draws=True,
    compute=True,
)
