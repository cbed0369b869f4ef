"""Parcels: the pictures of a run in their order, those that were finished before and those that are made now.

What is made is made `CHUNK` at a time; see `chunks`. Loads no torch: where nothing is lacking, nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from intaglio.runtime.contract import Context

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.images import Pixels

CHUNK = 8


@dataclass(frozen=True, slots=True)
class Place:
    """One of a cell's pictures, by its number."""

    context: Context[Any]
    number: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The pixels for a place, uint8 H×W×3, and whether they were made now."""

    pixels: Pixels
    made: bool


def filled(
    places: Iterable[Place],
    make: Callable[[Sequence[Place]], Iterable[Pixels]],
    there: Callable[[], None],
    size: int = CHUNK,
) -> Iterator[Picture]:
    """A picture for each place, in order. `make` makes those of as many as `size` places that have none, in order.

    `there` is called for each picture once it is there, found or made, which may be long before its turn comes: one
    that is lacking waits until a parcel is full. What it raises ends it. A parcel that is made is kept before any of it
    is told of or given: who stops in the middle loses none of it.
    """
    waiting: list[tuple[Place, Pixels | None]] = []
    lacking: list[Place] = []
    for place in places:
        found = place.context.items.found(place.number)
        waiting.append((place, found))
        if found is None:
            lacking.append(place)
        else:
            there()
        if not lacking or len(lacking) == size:
            yield from _settled(waiting, lacking, make, there)
            waiting, lacking = [], []
    if lacking:
        yield from _settled(waiting, lacking, make, there)


def _settled(
    waiting: Iterable[tuple[Place, Pixels | None]],
    lacking: Sequence[Place],
    make: Callable[[Sequence[Place]], Iterable[Pixels]],
    there: Callable[[], None],
) -> Iterator[Picture]:
    made = list(make(lacking)) if lacking else []
    for place, pixels in zip(lacking, made, strict=True):
        place.context.items.keep(place.number, pixels)
    for _ in made:
        there()
    fresh = iter(made)
    for _, found in waiting:
        yield Picture(next(fresh), made=True) if found is None else Picture(found, made=False)
