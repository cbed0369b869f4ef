"""rebuild: draw images again from what a model kept of them.

`rebuild NAME from IMAGES with MODEL` passes every image, in order, through an autoencoder, and makes as many. Frames of
a film stay frames: their rate, times and names go along.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train memory from fruit
      model autoencoder
      steps 20

    rebuild recollection from fruit with memory
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

from intaglio.lang.vocabulary import Number
from intaglio.runtime.contract import Context, Fault, Given, Items, Made, Params, setting, stage
from intaglio.stdlib import sorts

if TYPE_CHECKING:
    from torch import Tensor

    from intaglio.runtime.artifacts.artifact import Artifact
    from intaglio.runtime.artifacts.images import ImageSet, Pixels
    from intaglio.stdlib.parcels import Place


class Rebuild(Params):
    """What may stand beneath `rebuild`."""

    step: Annotated[int, Number(1, 100_000_000, whole=True, usual=1000)] | None = setting(
        None, "Draw with the model as it was after so many steps of its training.", keyed=False, up_to="steps"
    )


def items(params: Rebuild, sources: Sequence[Given]) -> Items[Rebuild]:
    """A picture is named by the image that it was made of."""
    from intaglio.runtime.artifacts.images import ImageSet

    (given,) = sources
    return Items(params, ImageSet(given.artifact, given.part).digests, of_sources=True)


@stage(
    "rebuild",
    version=1,
    makes="frames",
    params=Rebuild,
    sources=("images",),
    models=("model",),
    sources_required=True,
    models_required=True,
    items=items,
    compute=True,
)
def rebuild(context: Context[Rebuild]) -> Made:
    """Pass every image through the model, in order."""
    from intaglio.runtime.artifacts.artifact import Origin
    from intaglio.runtime.artifacts.images import ImageSet, ImageWriter
    from intaglio.stdlib import models, parcels

    given, model = context.sources[0], context.models[0].artifact
    images = ImageSet(given.artifact, given.part)
    _check(models.facts_of(model), *images.size)
    times = images.times or (None,) * len(images)
    known = zip(images.names, images.groups, images.captions, times, images.films, images.places, strict=True)
    count, done, made = len(images), 0, 0

    def beat() -> None:
        context.progress(done, count, "images")

    def there() -> None:
        nonlocal done
        done += 1
        beat()

    groups = {name: Origin(0, number) for number, name in enumerate(images.group_names)}
    places = (parcels.Place(context, number) for number in range(count))
    with ImageWriter(context.result, context.seen, rate=images.rate, groups=groups) as writer:
        pictures = parcels.filled(places, Redrawing(images, model, beat), there)
        for picture, (name, group, caption, time, film, place) in zip(pictures, known, strict=True):
            facts_beside = {"name": name, "group": group, "caption": caption, "time": time, "film": film}
            writer.add(picture.pixels, origin=Origin(0, place), **facts_beside)
            made += picture.made
            beat()
    return Made(made, count - made)


class Redrawing:
    """Draws images again, with a model that is loaded when the first is lacking."""

    def __init__(self, images: ImageSet, model: Artifact, beat: Callable[[], None]) -> None:
        self._images, self._model, self._beat = images, model, beat

    def __call__(self, places: Sequence[Place]) -> Iterator[Pixels]:
        """See `parcels.filled`."""
        from intaglio.stdlib.nn import chunks

        return chunks.redraw(self._network, [self._images[place.number] for place in places], self._beat)

    @cached_property
    def _network(self) -> Callable[[Tensor], Tensor]:
        from intaglio.stdlib.nn import weights

        network, facts = weights.network_of(self._model)
        redraw = sorts.of(facts["model"]).redraw
        assert redraw is not None, "it was checked"
        return redraw(network)


def _check(facts: Mapping[str, Any], height: int, width: int) -> None:
    """Raises `Fault` for a model that cannot rebuild, and for images of another size than it learnt."""
    if sorts.of(facts["model"]).redraw is None:
        raise Fault(
            f"`rebuild` asks a model what it kept of an image, and a {facts['model']} keeps nothing: it only draws."
            " An autoencoder does both.",
            "model autoencoder",
        )
    if (facts["height"], facts["width"]) != (height, width):
        raise Fault(
            f"These images are {width} px by {height} px, and the model learnt from images of {facts['width']} px by"
            f" {facts['height']} px.",
            f"resize {facts['width']} px by {facts['height']} px",
        )
