"""The pictures of a print: what its inputs hold, each with its place in the sweep, opened when they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault, Given
from intaglio.stdlib.images.grid import Asked, Placed


@dataclass(frozen=True)
class Pictures:
    """All pictures, by number."""

    sets: tuple[ImageSet, ...]
    placed: tuple[Placed[int], ...]
    sizes: tuple[tuple[int, int], ...]  # width and height, in px
    where: tuple[tuple[int, int], ...]  # the set of each picture, and its place in it

    def opened(self, number: int) -> Image.Image:
        """A picture's pixels."""
        group, index = self.where[number]
        return Image.fromarray(self.sets[group][index])

    @property
    def natural(self) -> tuple[int, int]:
        """The size of a cell that all pictures fit into as they are: theirs where it is one, else a square."""
        if len(set(self.sizes)) == 1:
            return self.sizes[0]
        proportions = {round(width / height, 2) for width, height in self.sizes}
        widest = max(self.sizes)
        side = max(map(max, self.sizes))
        return widest if len(proportions) == 1 else (side, side)


def gathered(sources: Sequence[Given], asked: Asked) -> Pictures:
    """The pictures of all inputs and cells. Raises `Fault` where there are none, or none differ as asked."""
    named = (*asked.rows, *asked.columns, *asked.page)
    sets = tuple(ImageSet(given.artifact, given.part) for given in sources)
    placed: list[Placed[int]] = []
    sizes: list[tuple[int, int]] = []
    where: list[tuple[int, int]] = []
    for number, (given, made) in enumerate(zip(sources, sets, strict=True)):
        for index, ((height, width), group) in enumerate(zip(made.sizes, made.groups, strict=True)):
            place: dict[str, Any] = dict(given.cell)
            if "group" in named and "group" not in place and group is not None:
                place["group"] = group
            placed.append(Placed(len(placed), place))
            sizes.append((width, height))
            where.append((number, index))
    if not placed:
        raise Fault("There are no images to print.")
    _check(named, placed)
    return Pictures(sets, tuple(placed), tuple(sizes), tuple(where))


def _check(named: Sequence[str], placed: Sequence[Placed[int]]) -> None:
    known = list(dict.fromkeys(axis for each in placed for axis in each.place))
    for axis in named:
        if axis not in known:
            told = f"Swept here: {', '.join(known)}." if known else "Nothing is swept here."
            raise Fault(
                f"These images do not differ by `{axis}`. {told}", f"each {axis} …" if axis != "group" else None
            )
