"""walk: wander through what a model can draw.

`walk NAME with MODEL` makes frames. It chooses `stops` pictures by chance and goes from one to the next along the
shortest way over the sphere on which a model's pictures lie (Shoemake 1985). `pace` is the time between two stops,
`rate` the frames a second. With `loop` it comes home again, and the film has no seam. Of a model that learnt groups
(`condition group`) the stops are of one group after the other, and the way leads from each into the next.

What moves in a bent model goes from its beginning to its end while the walk lasts; with `loop`, there and back.

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

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, Self

from intaglio.lang.vocabulary import Number
from intaglio.runtime.contract import Context, Given, Items, Made, Params, setting, stage
from intaglio.stdlib import moments, sorts
from intaglio.stdlib.models import heard
from intaglio.stdlib.stages import _drawing

if TYPE_CHECKING:
    from torch import Tensor

    from intaglio.runtime.artifacts.images import Pixels
    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.parcels import Place


class Walk(Params):
    """What may stand beneath `walk`."""

    stops: Annotated[int, Number(2, 1000, whole=True)] = setting(6, "How many pictures the way leads through.")
    pace: Annotated[float, Number(0.04, 86_400, "time")] = setting(2.0, "How long it takes from one stop to the next.")
    rate: Annotated[float, Number(1, 240, "rate")] = setting(24.0, "Frames a second.")
    ease: Literal["slow", "straight"] = setting("straight", "`slow` lingers at the stops; `straight` never rests.")
    loop: bool = setting(False, "Come back to the first stop.")
    truncation: _drawing.Truncation = _drawing.truncation()
    steps: _drawing.Strokes = _drawing.strokes()
    step: _drawing.Step = _drawing.step()
    sampler: Literal["euler", "heun", "ddim", "dpm", "unipc"] | None = setting(
        None, "The way of taking noise away. Left out: it suits the model."
    )

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """See `models.heard`."""
        return heard(self, models)


WAY = ("stops", "pace", "rate", "ease", "loop")  # what decides where frames lie, and changes none that lies there


def items(params: Walk, sources: Sequence[Given], models: Sequence[Given]) -> Items[Walk]:
    """A frame is named by the stop that it shows, or the two that it lies between, and how far from the first.

    Where something moves in the model, it is named by its moment, too.
    """
    alike = params.model_copy(update={name: Walk.model_fields[name].default for name in WAY})
    names = list(map(_name, between(params)))
    if moments.moves(models):
        names = [(*name, moment) for name, moment in zip(names, moments_of(params), strict=True)]
    return Items(alike, names, "frames")


def _name(place: tuple[int, int, float]) -> tuple[int | float, ...]:
    behind, ahead, t = place
    return (ahead if t else behind,) if t in (0.0, 1.0) else place


@stage(
    "walk",
    version=1,
    makes="frames",
    params=Walk,
    models=("model",),
    models_required=True,
    able=sorts.able(lambda sort: sort.drawer, "draw from chance"),
    deaf=sorts.deaf(),
    items=items,
    draws=True,
    compute=True,
)
def walk(context: Context[Walk]) -> Made:
    """Draw the frames of a walk."""
    from intaglio.runtime.artifacts.images import ImageWriter
    from intaglio.stdlib import parcels

    params = context.params
    count, done, drawn = frames(params), 0, 0

    def beat() -> None:
        context.progress(done, count, "frames")

    def there() -> None:
        nonlocal done
        done += 1
        beat()

    places = (parcels.Place(context, number) for number in range(count))
    with ImageWriter(context.result, context.seen, rate=params.rate) as writer:
        for picture in parcels.filled(places, Drawing(context, beat), there):
            writer.add(picture.pixels, time=len(writer) / params.rate)
            drawn += picture.made
            beat()
    return Made(drawn, count - drawn, "frames")


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
        yield stop, moments.eased(t) if params.ease == "slow" else t


def between(params: Walk) -> Iterator[tuple[int, int, float]]:
    """For every frame, the stops behind and ahead of it, and how much of the way between them is done."""
    return ((stop % params.stops, (stop + 1) % params.stops, t) for stop, t in places(params))


def moments_of(params: Walk) -> Iterator[float]:
    """For every frame, its moment: from 0 to 1, or, looped, there and back; `slow`, it rests where it turns."""
    count = frames(params)
    for frame in range(count):
        moment = moments.there_and_back(frame / count) if params.loop else moments.along(frame, count)
        yield moments.eased(moment) if params.ease == "slow" else moment


class Drawing:
    """Draws frames of a walk, with a model that is loaded when the first is lacking."""

    def __init__(self, context: Context[Walk], beat: Callable[[], None]) -> None:
        self._context, self._beat = context, beat
        self._frames = list(zip(between(context.params), moments_of(context.params), strict=True))

    def __call__(self, places: Sequence[Place]) -> Iterator[Pixels]:
        """See `parcels.filled`."""
        from intaglio.stdlib.nn import chunks, noise
        from intaglio.stdlib.nn.drawers import Manner, wholly
        from intaglio.stdlib.nn.drawers import between as between_groups

        params = self._context.params
        count, wanted = self._drawer.groups, []
        for (behind, ahead, t), moment in (self._frames[place.number] for place in places):
            groups = between_groups(wholly(behind, count), wholly(ahead, count), t) if count else None
            manner = Manner(params.truncation, params.sampler, params.steps, groups, moment)
            wanted.append((noise.between(self._stop(behind), self._stop(ahead), t), manner))
        return chunks.draw(self._drawer, wanted, self._beat)

    def _stop(self, number: int) -> Tensor:
        from intaglio.stdlib.nn import noise

        return noise.normal(self._drawer.shape, noise.generator(self._context.seed, "walk", number))

    @cached_property
    def _drawer(self) -> Drawer:
        from intaglio.stdlib.nn import weights

        return weights.drawer_of(self._context.models[0].artifact)
