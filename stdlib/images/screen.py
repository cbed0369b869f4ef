"""The screen: from the frames of one or several inputs to the pictures of a film, all of one size.

Several cells of a sweep play in turn; several inputs lie beside or above each other. Small frames are enlarged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault, Given
from intaglio.stdlib.images import abreast, scaling

Pixels = NDArray[np.uint8]

SEEN = 384  # px: a shorter side from which a film can be watched; smaller frames are enlarged by a whole number


@dataclass(frozen=True)
class Reel:
    """What plays in one place of the screen: the image sets of one input's cells, in turn."""

    sets: tuple[ImageSet, ...]

    def __len__(self) -> int:
        return sum(map(len, self.sets))

    def __iter__(self) -> Iterator[Pixels]:
        return (pixels for each in self.sets for pixels in each)

    @property
    def rate(self) -> float | None:
        """The frames' own rate, where all have one."""
        rates = {each.rate for each in self.sets}
        return rates.pop() if len(rates) == 1 else None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of its first frame."""
        height, width = next(each for each in self.sets if len(each)).sizes[0]
        return width, height


def reels(sources: Sequence[Given]) -> list[Reel]:
    """The inputs, each with its cells, of a list in which they come in turn. Raises `Fault` for an empty one."""
    cells = [[sources[number] for number in numbers] for numbers in abreast.inputs(sources)]
    found = [Reel(tuple(ImageSet(given.artifact, given.part) for given in each)) for each in cells]
    if not all(map(len, found)):
        raise Fault("There are no images to show.")
    return found


@dataclass(frozen=True)
class Screen:
    """Where each reel plays. `size` is the size of one reel's place, in px."""

    reels: tuple[Reel, ...]
    layout: str  # beside or above
    size: tuple[int, int]

    def __len__(self) -> int:
        return min(map(len, self.reels))

    def __iter__(self) -> Iterator[Pixels]:
        axis = 1 if self.layout == "beside" else 0
        for frames in zip(*self.reels, strict=False):
            places = [np.asarray(fitted(Image.fromarray(pixels), self.size)) for pixels in frames]
            yield places[0] if len(places) == 1 else np.concatenate(places, axis=axis)


def screen(found: Sequence[Reel], layout: str, size: tuple[int, ...] | None) -> Screen:
    """A screen in the proportion of the first reel: of the size that is asked for, or large enough to be watched."""
    width, height = found[0].size
    if size is not None and len(size) == 2:
        return Screen(tuple(found), layout, (size[0], size[1]))
    shorter = min(width, height)
    factor = scaling.whole_factor(shorter, SEEN) if size is None else size[0] / shorter
    return Screen(tuple(found), layout, (max(1, round(width * factor)), max(1, round(height * factor))))


def fitted(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture as large as it fits into a size, on black where its proportion is another."""
    shown = scaling.inside(image, size)
    if shown.size == size:
        return shown
    ground = Image.new("RGB", size)
    ground.paste(shown, ((size[0] - shown.width) // 2, (size[1] - shown.height) // 2))
    return ground
