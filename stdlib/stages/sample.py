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

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Literal, Self

from intaglio.lang import ir
from intaglio.lang.vocabulary import Name, Number, Size, Stages
from intaglio.runtime.contract import Context, Given, Items, Line, Made, Params, setting, stage
from intaglio.stdlib.models import heard

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.artifact import Artifact
    from intaglio.runtime.artifacts.images import Pixels
    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.parcels import Place

Sampler = Literal["euler", "euler-a", "heun", "ddim", "dpm", "unipc", "lcm"]


class Blend(Line):
    """Groups to draw between."""

    from_: tuple[Annotated[ir.Input, Stages(("images", "model"))], ...] = setting(doc="Two or more.")


class Sample(Params):
    """What may stand beneath `sample`."""

    count: Annotated[int, Number(1, 100_000, "images", whole=True, usual=16)] | None = setting(
        None, "How many pictures. Left out: 16, or 1 for each cell of a sweep."
    )
    truncation: Annotated[float, Number(0, 1, usual=0.7)] = setting(
        1.0, "Small numbers stay near the average; 1 is the full spread."
    )
    steps: Annotated[int, Number(1, 2000, "steps", whole=True, usual=30)] | None = setting(
        None, "In how many strokes diffusion takes noise away. Left out: 10 strokes of heun, 30 of the others."
    )
    step: Annotated[int, Number(1, 100_000_000, whole=True, usual=1000)] | None = setting(
        None, "Draw with the model as it was after so many steps of its training.", keyed=False, up_to="steps"
    )
    sampler: Sampler | None = setting(
        None, "The way of taking noise away. Left out: it suits the model.", later=("euler-a", "lcm")
    )
    guidance: Annotated[float, Number(0, 30, usual=7.5)] | None = setting(
        None, "How closely to follow the group or the prompt.", later=True
    )
    prompt: str | None = setting(None, "What to draw, in words.", later=True)
    group: Annotated[str, Name()] | None = setting(None, "Which group to draw.", later=True)
    blend: Blend | None = setting(None, "Groups to draw between.", sweeps=False, later=True)
    mix: Annotated[float, Number(0, 1, "share", usual=0.5)] | None = setting(
        None, "How far between the groups of `blend`.", later=True
    )
    size: Annotated[tuple[int, ...], Size(8, 4096)] | None = setting(None, "The size to draw at.", later=True)

    def settled(self, *, swept: bool) -> Self:
        """One picture a cell where the stage is swept, else sixteen."""
        return self.model_copy(update={"count": 1 if swept else 16}) if self.count is None else self

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """See `models.heard`."""
        return heard(self, models)


def items(params: Sample, sources: Sequence[Given]) -> Items[Sample]:
    """Pictures are numbered; none depends on how many there are."""
    return Items(params.model_copy(update={"count": None}), range(_count(params)))


@stage(
    "sample",
    version=1,
    makes="images",
    params=Sample,
    models=("model",),
    models_required=True,
    together=True,
    items=items,
    draws=True,
    compute=True,
)
def sample(contexts: Sequence[Context[Sample]]) -> list[Made]:
    """Draw the pictures of all cells. Cells that differ only in seed or truncation share chunks."""
    beat = Beat(contexts[0], sum(_count(context.params) for context in contexts))
    alike: dict[tuple[object, ...], list[int]] = {}
    for number, context in enumerate(contexts):
        params = context.params
        alike.setdefault((context.models[0].artifact.digest, params.sampler, params.steps), []).append(number)
    made: dict[int, Made] = {}
    for numbers in alike.values():
        made |= zip(numbers, _draw([contexts[number] for number in numbers], beat), strict=True)
    return [made[number] for number in range(len(contexts))]


def _count(params: Sample) -> int:
    return params.count or 16


class Beat:
    """Progress over all cells: told at every look of a network, so that a sample can be stopped inside a chunk."""

    def __init__(self, context: Context[Sample], total: int) -> None:
        self._context, self._total, self.done = context, total, 0

    def __call__(self) -> None:
        """Tell how far it is. Raises `Cancelled`."""
        self._context.progress(self.done, self._total, "images")

    def there(self) -> None:
        """Tell that there is one more. Raises `Cancelled`."""
        self.done += 1
        self()


def _draw(contexts: Sequence[Context[Sample]], beat: Beat) -> list[Made]:
    """Draw and write the pictures of cells that share a model and a way of drawing."""
    from intaglio.runtime.artifacts.images import ImageWriter
    from intaglio.stdlib import parcels

    model = contexts[0].models[0].artifact
    places = (parcels.Place(context, number) for context in contexts for number in range(_count(context.params)))
    pictures = parcels.filled(places, Drawing(model, beat), beat.there)
    counts = []
    for context in contexts:
        with ImageWriter(context.result, context.seen) as writer:
            drawn = 0
            for picture in islice(pictures, _count(context.params)):
                writer.add(picture.pixels, name=f"{len(writer) + 1:04d}")
                drawn += picture.made
                beat()
            counts.append(Made(drawn, len(writer) - drawn))
    return counts


class Drawing:
    """Draws the pictures of places with one model, which is loaded when the first is lacking."""

    def __init__(self, model: Artifact, beat: Beat) -> None:
        self._model, self._beat = model, beat

    def __call__(self, places: Sequence[Place]) -> Iterator[Pixels]:
        """See `parcels.filled`. Picture number i of a cell depends on the cell's seed and i alone."""
        from intaglio.stdlib.nn import chunks, noise
        from intaglio.stdlib.nn.drawers import Manner

        wanted = []
        for place in places:
            params, seed = place.context.params, place.context.seed
            z = noise.normal(self._drawer.shape, noise.generator(seed, "sample", place.number))
            wanted.append((z, Manner(params.truncation, params.sampler, params.steps)))
        return chunks.draw(self._drawer, wanted, self._beat)

    @cached_property
    def _drawer(self) -> Drawer:
        from intaglio.stdlib.nn import weights

        return weights.drawer_of(self._model)
