"""Redrawing: images go through a model one by one, in order, and as many come out.

Each keeps its name, group and caption, and frames of a film their rate and times. Those that were made before are
taken as they are. Loads no torch: where nothing is lacking, nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from intaglio.runtime.artifacts.artifact import Origin
from intaglio.runtime.artifacts.images import ImageSet, ImageWriter
from intaglio.runtime.contract import Context, Fault, Given, Items, Made, Params
from intaglio.stdlib import moments, parcels

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.images import Known, Pixels
    from intaglio.stdlib.nn.drawers import Look

P = TypeVar("P", bound=Params)


def items(params: P, sources: Sequence[Given], models: Sequence[Given]) -> Items[P]:
    """A picture is named by the image that it was made of, and where something moves in the model, by its moment."""
    names = [digest for images in _sets(sources) for digest in images.digests]
    if not moments.moves(models):
        return Items(params, names, of_sources=True)
    timed = [[name, moments.along(place, len(names))] for place, name in enumerate(names)]
    return Items(params, timed, of_sources=True)


def size(sources: Sequence[Given]) -> tuple[int, int]:
    """The height and width of all images. Raises `Fault` where they differ, and where there are none."""
    sizes = [images.size for images in _sets(sources)]
    for height, width in sizes:
        if (height, width) != sizes[0]:
            raise Fault(
                f"The first images are {sizes[0][1]} px by {sizes[0][0]} px, and others {width} px by {height} px."
                " Those that go through a model together must be of one size.",
                f"resize {sizes[0][1]} px by {sizes[0][0]} px",
            )
    return sizes[0]


def check_size(facts: Mapping[str, Any], size: tuple[int, int]) -> None:
    """Raises `Fault` for images of another height and width than a model learnt from."""
    height, width = size
    if (facts["height"], facts["width"]) != (height, width):
        raise Fault(
            f"These images are {width} px by {height} px, and the model learnt from images of {facts['width']} px by"
            f" {facts['height']} px.",
            f"resize {facts['width']} px by {facts['height']} px",
        )


def redraw(context: Context[Any], load: Callable[[], Look]) -> Made:
    """Write what a network makes of each image. `load` is asked for it when the first is lacking."""
    sets = _sets(context.sources)
    count, done, made = sum(map(len, sets)), 0, 0

    def beat() -> None:
        context.progress(done, count, "images")

    def there() -> None:
        nonlocal done
        done += 1
        beat()

    groups = {name: Origin(i, n) for i, images in enumerate(sets) for n, name in enumerate(images.group_names)}
    places = (parcels.Place(context, number) for number in range(count))
    with ImageWriter(context.result, context.seen, rate=_rate(sets), groups=groups) as writer:
        pictures = parcels.filled(places, Redrawing(sets, load, beat), there)
        for picture, known in zip(pictures, _known(sets), strict=True):
            writer.add(picture.pixels, **known)
            made += picture.made
            beat()
    return Made(made, count - made)


def _sets(sources: Sequence[Given]) -> list[ImageSet]:
    return [ImageSet(given.artifact, given.part) for given in sources]


def _rate(sets: Sequence[ImageSet]) -> float | None:
    """Frames a second, where all are frames of one rate: what is put together of others is no film."""
    rates = {images.rate for images in sets}
    return rates.pop() if len(rates) == 1 else None


def _known(sets: Sequence[ImageSet]) -> Iterator[Known]:
    """What is known of each image, and stays so."""
    for number, images in enumerate(sets):
        times = images.times or (None,) * len(images)
        rows = zip(images.names, images.groups, images.captions, times, images.films, images.places, strict=True)
        for name, group, caption, time, film, place in rows:
            origin = Origin(number, place)
            yield {"name": name, "group": group, "caption": caption, "time": time, "film": film, "origin": origin}


class Redrawing:
    """Draws images again, of one size at a time, with a network that is loaded when the first is lacking."""

    def __init__(self, sets: Sequence[ImageSet], load: Callable[[], Look], beat: Callable[[], None]) -> None:
        self._images = [(images, place) for images in sets for place in range(len(images))]
        self._load, self._beat = load, beat

    def __call__(self, places: Sequence[parcels.Place]) -> Iterator[Pixels]:
        """See `parcels.filled`."""
        from intaglio.stdlib.nn import chunks

        return chunks.redraw(self._network, [self._wanted(place.number) for place in places], self._beat)

    def _wanted(self, number: int) -> tuple[Pixels, float]:
        images, place = self._images[number]
        return images[place], moments.along(number, len(self._images))

    @cached_property
    def _network(self) -> Look:
        return self._load()
