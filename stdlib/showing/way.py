"""The ways of a show: what the pictures of one screen lie on, whatever sort of model draws them.

A screen is somewhere on its way, and asks for the pictures that lie ahead of there. How far ahead is an offset: 0 is
where it is, and the farther a picture lies, the less it owes to the one that is seen.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from intaglio.stdlib import moments
from intaglio.stdlib.moments import Held
from intaglio.stdlib.parcels import CHUNK

if TYPE_CHECKING:
    from intaglio.stdlib.showing.looks import Pixels


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a picture lies. From this, the show and what its kind of way says else, it can be made again.

    Of what draws from chance `place` is a number on its screen's way. Of what reads pictures it is how far the one that
    was read lay from what was seen of it; `reading` counts the readings from 1.

    Where `behind` is told, it is a picture between two places: so far `along` the arc from that one to `place`, from 0
    to 1. `held` are the moments of what a hand held in the model.
    """

    place: float
    reading: int | None = None
    behind: float | None = None
    along: float = 1.0
    held: Held = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leg:
    """How a screen goes from one place to another. It begins so far `along`: at 0, where it was never broken off."""

    behind: float
    place: float
    along: float = 0.0

    def after(self, share: float) -> Spot:
        """Where it is after a share of its time, from 0 to 1, as `playing.blended` has it."""
        along = self.along + (1 - self.along) * moments.eased(share)
        if along >= 1 or self.behind == self.place:
            return Spot(self.place)
        return Spot(self.place, behind=self.behind, along=along)


class Pace:
    """How long drawing takes: `seconds` a chunk, over the last few."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def drawing(self, pictures: int) -> Iterator[None]:
        """So many pictures are drawn inside."""
        begun = time.monotonic()
        yield
        took = (time.monotonic() - begun) / max(1, math.ceil(pictures / CHUNK))
        self.seconds = took if self.seconds == 0 else (self.seconds + took) / 2


class Way(Protocol):
    """The way of one screen."""

    pace: Pace
    whole: float
    """How far ahead a picture owes nothing to the one that is seen."""
    usual: float
    """The share of that which a show goes that says neither `drift` nor `variation`."""

    @property
    def spot(self) -> Spot:
        """Where it is."""
        ...

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of its pictures, in px."""
        ...

    @property
    def is_known(self) -> bool:
        """Whether its first picture is there before any other screen goes on: where it was, or where all begin."""
        ...

    def first(self) -> Pixels:
        """The picture that it begins with: the one that was seen, where it goes on."""
        ...

    def ahead(self, offsets: Sequence[float]) -> list[Pixels]:
        """The pictures so far ahead."""
        ...

    def leaps(self) -> Sequence[float]:
        """How far ahead some pictures lie that owe nothing to the one that is seen."""
        ...

    def go(self, offset: float, pixels: Pixels) -> None:
        """Go so far ahead, where this picture lies."""
        ...

    def between(self, count: int) -> list[Pixels]:
        """So many pictures between the last two that were gone to; none where nothing can be drawn there."""
        ...
