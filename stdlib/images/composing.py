"""Composing: a `compose` stage's run, from images that go together to one picture of each row."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intaglio.runtime.artifacts.artifact import Origin
from intaglio.runtime.artifacts.images import ImageSet, ImageWriter, Known
from intaglio.runtime.contract import Context, Fault, Given, Made
from intaglio.runtime.keys import digests
from intaglio.stdlib import parcels
from intaglio.stdlib.images import scaling
from intaglio.stdlib.images.abreast import Abreast, Strip, abreast
from intaglio.stdlib.images.screen import fitted

Pixels = NDArray[np.uint8]

SMALLEST, LARGEST = 0.3, 0.6  # of the ground: the boxes into which a collage fits its pieces


def composed(context: Context[Any]) -> Made:
    """Put together what goes together. Raises `Fault` where there is nothing, or there are masks for others."""
    found = abreast(context.sources)
    if found.lengths:
        told = ", ".join(f"{length:,}" for length in found.lengths)
        context.remark(f"These are of different lengths ({told} images); what is made of them ends with the shortest.")
    count, done, made = len(found), 0, 0

    def there() -> None:
        nonlocal done
        done += 1
        context.progress(done, count, "images")

    places = (parcels.Place(context, number) for number in range(count))
    rate = None if found.timed is None else found.timed.sets[0].rate
    with ImageWriter(context.result, context.seen, rate=rate, groups=_groups(found.leading)) as writer:
        pictures = parcels.filled(places, Composing(context, found), there)
        for picture, known in zip(pictures, _known(found), strict=True):
            writer.add(picture.pixels, **known)
            made += picture.made
    return Made(made, count - made)


def _groups(strip: Strip) -> dict[str, Origin]:
    """The groups of the images that name the rows, each where its own name of today is found."""
    found: dict[str, Origin] = {}
    for given, images in zip(strip.givens, strip.sets, strict=True):
        for number, name in enumerate(images.group_names):
            found.setdefault(name, Origin(given, number))
    return found


def _known(found: Abreast) -> Iterator[Known]:
    """What each row is called, after the first of its images, and when it stands in a film."""
    named = _by_set(found.leading, _named)
    timed = {} if found.timed is None else _by_set(found.timed, _timed)
    for number in range(len(found)):
        spot = found.leading.at(number)
        known = named[spot.given][spot.image]
        known["origin"] = Origin(spot.given, found.set_of(spot).places[spot.image])
        if found.timed is not None:
            at = found.timed.at(number)
            known = known | timed[at.given][at.image]
        yield known


def _by_set(strip: Strip, told: Callable[[ImageSet], list[Known]]) -> dict[int, list[Known]]:
    """What is told of each image of each set, asked for once: a film has ten thousand frames."""
    return {given: told(images) for given, images in zip(strip.givens, strip.sets, strict=True)}


def _named(images: ImageSet) -> list[Known]:
    told = zip(images.names, images.groups, images.captions, strict=True)
    return [Known(name=name, group=group, caption=caption) for name, group, caption in told]


def _timed(frames: ImageSet) -> list[Known]:
    times = frames.times or (None,) * len(frames)
    return [Known(time=time, film=film) for time, film in zip(times, frames.films, strict=True)]


class Composing:
    """Puts rows together."""

    def __init__(self, context: Context[Any], found: Abreast) -> None:
        self._params, self._seed, self._found = context.params, context.seed, found
        self._masks = _masks(context.beside.get("mask", ()), len(found))

    def __call__(self, places: Sequence[parcels.Place]) -> Iterator[Pixels]:
        """See `parcels.filled`."""
        return (np.asarray(self._row(place.number)) for place in places)

    def _row(self, number: int) -> Image.Image:
        first, *rest = (Image.fromarray(self._found.pixels(spot)) for spot in self._found.row(number))
        if self._params.layout == "collage":
            return collage(first, rest, self._seed, number)
        pictures = [first, *(fitted(each, first.size) for each in rest)]
        if self._params.layout == "blend":
            mask = self._masks and fitted(self._masks(number), first.size).convert("L")
            return blend(pictures, self._params.mix, mask or None)
        return grid(pictures, _columns(self._params, len(pictures)), self._params.gap)


def _masks(given: Sequence[Given], count: int) -> Any:
    """What finds the mask of a row; None without masks. Raises `Fault` where there are some for other rows."""
    if not given:
        return None
    sets = [ImageSet(each.artifact, each.part) for each in given]
    masks = [(images, index) for images in sets for index in range(len(images))]
    if len(masks) not in (1, count):
        raise Fault(f"There are {len(masks):,} masks for {count:,} images: one does for all, or each has its own.")
    only = len(masks) == 1

    def mask(number: int) -> Image.Image:
        images, index = masks[0 if only else number]
        return Image.fromarray(images[index])

    return mask


def _columns(params: Any, count: int) -> int:
    match params.layout:
        case "beside":
            return count
        case "above":
            return 1
    return params.columns or math.ceil(math.sqrt(count))


def grid(pictures: Sequence[Image.Image], columns: int, gap: int) -> Image.Image:
    """Pictures of one size in rows, with so many px of black between them."""
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    across = min(columns, len(pictures))
    ground = Image.new("RGB", (across * (width + gap) - gap, rows * (height + gap) - gap))
    for place, picture in enumerate(pictures):
        ground.paste(picture, (place % columns * (width + gap), place // columns * (height + gap)))
    return ground


def blend(pictures: Sequence[Image.Image], mix: float, mask: Image.Image | None) -> Image.Image:
    """The last over the mean of the others: `mix` of it, and of that as much as a grey mask is white."""
    *others, last = (np.asarray(picture, np.float64) for picture in pictures)
    under = np.mean(others, axis=0) if others else last
    share = mix if mask is None else mix * np.asarray(mask, np.float64)[:, :, None] / 255
    return Image.fromarray(np.rint(under * (1 - share) + last * share).astype(np.uint8))


def collage(ground: Image.Image, pieces: Sequence[Image.Image], seed: int, number: int) -> Image.Image:
    """Pieces on a ground, the later above the earlier: how large and where is chance, and none is cut."""
    made = ground.copy()
    for place, piece in enumerate(pieces):
        large, across, down = (_chance(seed, number, place, axis) for axis in range(3))
        share = SMALLEST + (LARGEST - SMALLEST) * large
        box = (max(1, round(ground.width * share)), max(1, round(ground.height * share)))
        shown = scaling.inside(piece, box)
        room = (ground.width - shown.width, ground.height - shown.height)
        made.paste(shown, (round(room[0] * across), round(room[1] * down)))
    return made


def _chance(seed: int, number: int, place: int, axis: int) -> float:
    """A number from 0 up to 1."""
    return digests.derive(seed, "compose", number, place, axis) / 2**63
