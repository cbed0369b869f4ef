"""vary: let a model draw over images.

`vary NAME from IMAGES with MODEL` makes as many images as it is given, in order. A translator takes them from its
first set to its second, or the other way with `reverse`, if it learnt both. An autoencoder draws what it kept of them.
An enhancer makes them twice as wide and high. Several `from` are joined. Frames of a film stay frames, and one image
edited is the only one that is drawn anew.

The images may be larger than those that a translator learnt from, as long as their sides can be halved as often: it
then sees their parts as it saw whole images. What one `vary` makes another may be given, so that models are chained.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    dataset ashes from fruit
      grey

    train fading from fruit, ashes
      model translate
      steps 20

    vary faded from fruit with fading
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Self

from intaglio.lang import ir
from intaglio.lang.vocabulary import Deaf, Number, Size, Stages
from intaglio.lang.wording import silent
from intaglio.runtime.contract import Context, Fault, Given, Line, Made, Params, setting, stage
from intaglio.stdlib import redrawing, sorts
from intaglio.stdlib.models import sort_of
from intaglio.stdlib.stages import _drawing

if TYPE_CHECKING:
    from intaglio.stdlib.nn.drawers import Look


class Mask(Line):
    """Where to draw."""

    from_: Annotated[ir.Input, Stages(("images",))] = setting(doc="White is drawn over; black is kept.")


class Vary(Params):
    """What may stand beneath `vary`."""

    reverse: bool = setting(False, "Translate the other way: from the second set to the first.")
    step: _drawing.Step = _drawing.step()
    strength: Annotated[float, Number(0, 1, "share")] = setting(
        0.5, "How far from the image; 0 leaves it as it was.", later=True
    )
    prompt: str | None = setting(None, "What to draw, in words.", later=True)
    guidance: Annotated[float, Number(0, 30, usual=7.5)] | None = setting(
        None, "How closely to follow the prompt.", later=True
    )
    steps: _drawing.Strokes = setting(None, "In how many strokes diffusion takes noise away.", later=True)
    sampler: _drawing.Sampler | None = setting(
        None, "The way of taking noise away. Left out: it suits the model.", later=True
    )
    mask: Mask | None = setting(None, "Draw only here.", sweeps=False, later=True)
    size: Annotated[tuple[int, ...], Size(8, 16384)] | None = setting(
        None, "The size to make. Left out: as it comes.", later=True
    )

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """Without `reverse` for a model that draws one sort of picture only."""
        sort = sort_of(models)
        if not self.reverse or sort is None or sort.name not in REVERSE.words:
            return self, ()
        return self.model_copy(update={"reverse": False}), (silent(REVERSE, "reverse", sort.name),)


def _one_way() -> Deaf:
    """The sorts that draw over images one way only."""
    words = tuple(name for name, sort in sorts.every().items() if sort.over is not None and sort.apart < 2)
    return Deaf("reverse", "to a model of the sort {said}", ": it draws one way only", "model", words, of_model=True)


def _of_pairs() -> tuple[Deaf, ...]:
    """Those that learn the way there only, if their training says so."""
    found = [(name, *sort.one_way) for name, sort in sorts.every().items() if sort.one_way[0]]
    facts: dict[str, Any] = {"of_model": True, "but": sorts.ONE_WAY, "stops": True}
    return tuple(Deaf("reverse", "", "", by, words, sort="model", sorts=(name,), **facts) for name, by, words in found)


REVERSE = _one_way()


@stage(
    "vary",
    version=1,
    makes="frames",
    params=Vary,
    sources=("images",),
    models=("model",),
    sources_required=True,
    models_required=True,
    many_sources=True,
    one_size=True,
    able=sorts.able(lambda sort: sort.over, "draw over images", lambda sort: sort.multiple is None),
    deaf=(REVERSE, *_of_pairs()),
    items=redrawing.items,
    compute=True,
)
def vary(context: Context[Vary]) -> Made:
    """Let the model draw over each image, in order."""
    from intaglio.stdlib import models

    model, reverse = context.models[0].artifact, context.params.reverse
    _check(models.facts_of(model), redrawing.size(context.sources))

    def load() -> Look:
        from intaglio.stdlib.nn import weights

        return weights.reader_of(model, reverse)[0]

    return redrawing.redraw(context, load)


def _check(facts: Mapping[str, Any], size: tuple[int, int]) -> None:
    """Raises `Fault` for a model that does not draw over images, and for images of a size that it cannot take."""
    sort = sorts.of(facts["model"])
    if sort.over is None:
        raise Fault(
            f"A {sort.name} draws from chance, and looks at no images. A translator does, an enhancer, an autoencoder.",
            "model translate",
        )
    if sort.multiple is None:
        redrawing.check_size(facts, size)
        return
    unit = sort.multiple(facts)
    height, width = (max(2, round(side / unit)) * unit for side in size)
    if (height, width) != size:
        raise Fault(
            f"These images are {size[1]} px by {size[0]} px. The sides of those that this model draws over are"
            f" multiples of {unit} px, from {2 * unit} px up.",
            f"resize {width} px by {height} px",
        )
