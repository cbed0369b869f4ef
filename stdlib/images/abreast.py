"""Abreast: several inputs of a stage side by side, image by image. What goes with what; loads no library.

An input may be one image, which goes with every image of the others; the others end with the shortest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault, Given

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.images import Pixels


class Spot(NamedTuple):
    """One image: of which of the givens, counted as they came, and its number there."""

    given: int
    image: int


@dataclass(frozen=True)
class Strip:
    """The images of one input: of its cells, in turn. `givens` are their numbers."""

    sets: tuple[ImageSet, ...]
    givens: tuple[int, ...]

    def __len__(self) -> int:
        return len(self._spots)

    def at(self, number: int) -> Spot:
        """The image that stands in a row: a single one stands in all."""
        return self._spots[0 if len(self._spots) == 1 else number]

    @cached_property
    def _spots(self) -> tuple[Spot, ...]:
        pairs = zip(self.givens, self.sets, strict=True)
        return tuple(Spot(given, image) for given, images in pairs for image in range(len(images)))


@dataclass(frozen=True)
class Abreast:
    """Rows of images, one of each strip."""

    strips: tuple[Strip, ...]

    def __len__(self) -> int:
        return min((len(strip) for strip in self.strips if len(strip) > 1), default=1)

    @property
    def lengths(self) -> tuple[int, ...]:
        """The lengths of the strips that are no single image, where they differ; else empty."""
        found = tuple(len(strip) for strip in self.strips if len(strip) > 1)
        return found if len(set(found)) > 1 else ()

    @cached_property
    def leading(self) -> Strip:
        """The one that the rows are named by: the first that is no single image."""
        return next((strip for strip in self.strips if len(strip) > 1), self.strips[0])

    @cached_property
    def timed(self) -> Strip | None:
        """The one that the rows have their rate and times of: the first whose images are frames."""
        return next((strip for strip in self.strips if strip.sets[0].rate is not None), None)

    def row(self, number: int) -> Iterator[Spot]:
        """The images that go together."""
        return (strip.at(number) for strip in self.strips)

    def set_of(self, spot: Spot) -> ImageSet:
        """The set that an image is of."""
        return self._sets[spot.given]

    def digest(self, spot: Spot) -> str:
        """The digest of an image."""
        return self._digests[spot.given][spot.image]

    def pixels(self, spot: Spot) -> Pixels:
        """An image, uint8 H×W×3."""
        return self._sets[spot.given][spot.image]

    @cached_property
    def _digests(self) -> dict[int, tuple[str, ...]]:
        return {given: images.digests for given, images in self._sets.items()}

    @cached_property
    def _sets(self) -> dict[int, ImageSet]:
        return {given: s for strip in self.strips for given, s in zip(strip.givens, strip.sets, strict=True)}


def abreast(sources: Sequence[Given]) -> Abreast:
    """The inputs of a list in which their cells come in turn. Raises `Fault` for an empty one."""
    strips = []
    for numbers in inputs(sources):
        sets = tuple(ImageSet(sources[number].artifact, sources[number].part) for number in numbers)
        strips.append(Strip(sets, tuple(numbers)))
    if not all(map(len, strips)):
        raise Fault("There are no images to show.")
    return Abreast(tuple(strips))


def inputs(sources: Sequence[Given]) -> list[list[int]]:
    """The numbers of the givens that are cells of one input, input by input."""
    found: list[list[int]] = []
    for number, given in enumerate(sources):
        if not found or not given.cell or _begins_again(given, [sources[other] for other in found[-1]]):
            found.append([])
        found[-1].append(number)
    return found


def _begins_again(given: Given, before: Sequence[Given]) -> bool:
    """Whether a cell belongs to another input than those before: to another stage, or its place is taken."""
    last = before[-1]
    return (given.stage, given.part) != (last.stage, last.part) or any(given.cell == each.cell for each in before)
