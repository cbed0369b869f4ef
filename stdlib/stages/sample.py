"""sample: draw pictures with a model.

`sample NAME with MODEL` makes images. Picture number three is the same whether ten or a thousand are asked for, since
each has its own chance, drawn from the seed and its number.

With a gan or an autoencoder, `truncation` keeps pictures near the average: 0 is the average itself, 1 the full spread.
With a diffusion model, `steps` are the strokes in which noise is taken away, and `sampler` the way of it.

With a model that learnt `condition group`, `group NAME` draws one of its groups, and `each group from DATASET` each of
them; without it, the first picture is of the first group, the second of the second, and so on. `blend from
cabinet.birds, cabinet.insects` draws what lies between groups, `mix` as far from the first.

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
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from intaglio.lang import ir
from intaglio.lang.vocabulary import Amount, Deaf, Name, Number, Size, Stages
from intaglio.lang.wording import silent, stands_still
from intaglio.runtime.contract import Context, Fault, Given, Items, Line, Made, Params, setting, stage
from intaglio.stdlib import moments, sorts
from intaglio.stdlib.models import group_of, heard
from intaglio.stdlib.stages import _drawing

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.artifact import Artifact
    from intaglio.runtime.artifacts.images import Pixels
    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.parcels import Place

AMOUNT = Amount("count", alone=16, cell=1)


class Blend(Line):
    """Groups to draw between."""

    from_: tuple[Annotated[ir.Input, Stages(("images", "model"))], ...] = setting(doc="Two or more.", least=2)


STILL = "walk"  # goes through what moves in a model
MIX = Deaf("mix", "without `blend`", ", which says between which groups", beside=("blend",))


class Sample(Params):
    """What may stand beneath `sample`."""

    alone: ClassVar[tuple[tuple[str, ...], ...]] = (("group", "blend"),)

    count: Annotated[int, Number(1, 100_000, "images", whole=True, usual=16)] | None = setting(
        None, "How many pictures. Left out: 16, or 1 for each cell of a sweep."
    )
    truncation: _drawing.Truncation = _drawing.truncation()
    steps: _drawing.Strokes = _drawing.strokes()
    step: _drawing.Step = _drawing.step()
    sampler: _drawing.Sampler | None = setting(
        None, "The way of taking noise away. Left out: it suits the model.", later=("euler-a", "lcm")
    )
    guidance: Annotated[float, Number(0, 30, usual=7.5)] | None = setting(
        None, "How closely to follow the group or the prompt.", later=True
    )
    prompt: str | None = setting(None, "What to draw, in words.", later=True)
    group: Annotated[str, Name()] | None = setting(
        None,
        "Which group to draw, of a model that learnt with `condition group`. Left out: each in turn.",
        of_kinds=True,
    )
    blend: Blend | None = setting(None, "Groups to draw between.", sweeps=False, of_kinds=True)
    mix: Annotated[float, Number(0, 1, "share", usual=0.5)] | None = setting(
        None, "How far from the first group of `blend` to the last. Left out: halfway."
    )
    size: Annotated[tuple[int, ...], Size(8, 4096)] | None = setting(None, "The size to draw at.", later=True)

    def settled(self, *, swept: bool) -> Self:
        """One picture a cell where the stage is swept, else sixteen."""
        usual = AMOUNT.cell if swept else AMOUNT.alone
        return self.model_copy(update={"count": usual}) if self.count is None else self

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """See `models.heard`. Groups are called by their numbers from here on: what they are called is no fact."""
        params, remarks = heard(self, models)
        if moments.moves(models):
            remarks = [*remarks, stands_still(STILL)]
        if self.blend is None and self.mix is not None:
            remarks = [*remarks, silent(MIX, "mix", "")]
        if not models or (self.group is None and self.blend is None):
            return params.model_copy(update={"mix": None}), remarks
        return params.model_copy(update=_numbered(self, models[0].artifact)), remarks


def _numbered(params: Sample, model: Artifact) -> dict[str, Any]:
    """The groups that are asked for, by their numbers. Raises `Fault` for one that the model did not learn."""
    if params.group is not None:
        return {"group": str(group_of(model, params.group, "group")), "mix": None}
    assert params.blend is not None
    parts = [given.part or given.stage for given in params.blend.from_]
    if len(parts) < 2:
        raise Fault("`blend` draws between groups, so it takes two at least.", f"group {parts[0]}", "blend 1")
    numbers = [str(group_of(model, part, "group")) for part in parts]
    between = tuple(ir.Input(stage="", part=number) for number in numbers)
    return {"blend": Blend(from_=between), "mix": 0.5 if params.mix is None else params.mix}


def _groups(params: Sample, number: int, count: int) -> tuple[float, ...] | None:
    """How much of each of a model's groups a picture with a number shows; None for a model that learnt none."""
    from intaglio.stdlib.nn.drawers import between, wholly

    if not count:
        return None
    if params.blend is None:
        return wholly(number if params.group is None else int(params.group), count)
    ends = [wholly(int(given.part or 0), count) for given in params.blend.from_]
    way = (params.mix or 0.0) * (len(ends) - 1)
    leg = min(int(way), len(ends) - 2)
    return between(ends[leg], ends[leg + 1], way - leg)


def items(params: Sample, sources: Sequence[Given], models: Sequence[Given]) -> Items[Sample]:
    """Pictures are numbered; none depends on how many there are."""
    return Items(params.model_copy(update={"count": None}), range(_count(params)))


@stage(
    "sample",
    version=1,
    makes="images",
    params=Sample,
    models=("model",),
    models_required=True,
    able=sorts.able(lambda sort: sort.drawer, "draw from chance"),
    deaf=(*sorts.deaf(), MIX),
    still=STILL,
    amount=AMOUNT,
    together=True,
    items=items,
    draws=True,
    compute=True,
)
def sample(contexts: Sequence[Context[Sample]]) -> list[Made]:
    """Draw the pictures of all cells. Cells that differ only in seed, truncation or groups share chunks."""
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
    return params.count or AMOUNT.alone


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
            groups = _groups(params, place.number, self._drawer.groups)
            wanted.append((z, Manner(params.truncation, params.sampler, params.steps, groups)))
        return chunks.draw(self._drawer, wanted, self._beat)

    @cached_property
    def _drawer(self) -> Drawer:
        from intaglio.stdlib.nn import weights

        return weights.drawer_of(self._model)
