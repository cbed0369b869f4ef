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

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from intaglio.lang.vocabulary import Number
from intaglio.runtime.contract import Context, Made, Params, setting, stage

if TYPE_CHECKING:
    from torch import Tensor

    from intaglio.stdlib.nn.weights import Manner


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
    step: Annotated[int, Number(1, 100_000_000, whole=True)] | None = setting(
        None, "Draw with the model as it was after so many steps of its training.", keyed=False
    )
    sampler: Literal["euler", "heun", "ddim", "dpm", "unipc"] | None = setting(
        None, "The way of taking noise away. Left out: it suits the model."
    )


@stage(
    "walk",
    version=1,
    makes="frames",
    params=Walk,
    models=("model",),
    models_required=True,
    draws=True,
    compute=True,
)
def walk(context: Context[Walk]) -> Made:
    """Draw the frames of a walk."""
    from intaglio.runtime.images import ImageWriter
    from intaglio.stdlib.nn import chunks, facts, weights

    params = context.params
    model = context.models[0].artifact
    for remark in facts.unheard(facts.facts_of(model), params.truncation, params.steps, params.sampler):
        context.remark(remark)
    drawer = weights.drawer_of(model)
    count, done = frames(params), 0

    def beat() -> None:
        context.progress(done, count, "frames")

    manner = weights.Manner(params.truncation, params.sampler, params.steps)
    pictures = chunks.draw(drawer, _wanted(params, context.seed, drawer.shape, manner), beat)
    with ImageWriter(context.result, context.seen, rate=params.rate) as writer:
        for picture in pictures:
            writer.add(picture, time=done / params.rate)
            done += 1
            beat()
    return Made(count, unit="frames")


def frames(params: Walk) -> int:
    """How many frames a walk has: to the last stop and its picture, or, looped, up to the first one again."""
    if params.loop:
        return max(1, round(params.stops * params.pace * params.rate))
    return round((params.stops - 1) * params.pace * params.rate) + 1


def places(params: Walk) -> Iterator[tuple[int, float]]:
    """For every frame, the stop that lies behind it, and how much of the way to the next one is done, from 0 to 1."""
    count, legs = frames(params), params.stops if params.loop else params.stops - 1
    for frame in range(count):
        way = frame * legs / count if params.loop else frame * legs / max(1, count - 1)
        stop = min(int(way), legs - 1)
        t = way - stop
        yield stop, t * t * (3 - 2 * t) if params.ease == "slow" else t  # smoothstep: at rest at both ends


def _wanted(params: Walk, seed: int, shape: tuple[int, ...], manner: Manner) -> Iterator[tuple[Tensor, Manner]]:
    from intaglio.stdlib.nn import noise

    def stop(number: int) -> Tensor:
        return noise.normal(shape, noise.generator(seed, "walk", number % params.stops))

    behind, a, b = -1, stop(0), stop(0)
    for here, t in places(params):
        if here != behind:
            behind, a, b = here, stop(here), stop(here + 1)
        yield noise.between(a, b, t), manner
