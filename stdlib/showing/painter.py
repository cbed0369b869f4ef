"""The painter: a model's pictures along a way without end.

Every screen has a way of its own: it leads through points of chance, and from one to the next along the arc (see
`noise.between`), so that each place on it is as far from the middle as what the model was taught to draw from. A place
is a number, and the picture there depends on the model, the seed, the screen and that number alone. So a show has no
state but where it is, and any of its pictures can be made again. What moves in a model goes there and back on that way,
or stands where a hand holds it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.stdlib import moments
from intaglio.stdlib.moments import Held
from intaglio.stdlib.parcels import CHUNK
from intaglio.stdlib.showing.way import Leg, Pace, Spot

if TYPE_CHECKING:
    from torch import Tensor

    from intaglio.stdlib.nn.drawers import Manner
    from intaglio.stdlib.showing.looks import Pixels

KNOTS = 8  # points of chance that are held: a diffusion model's are as large as its pictures
SAMPLED = 32  # pictures by which a model is known
ROUND = 32.0  # points of chance in which what moves in a model goes there and back


def moment(place: float) -> float:
    """How far what moves is at a place: from 0 to 1 and back, at rest where it turns."""
    return moments.eased(moments.there_and_back(place / ROUND))


class Painter:
    """Draws with one model. Loads torch. Raises `Fault` for a model that does not draw from chance."""

    def __init__(self, model: Artifact, seed: int) -> None:
        from intaglio.stdlib.nn import weights

        self._drawer = weights.drawer_of(model)
        self._seed = seed
        self.pace = Pace()
        self.beat: Callable[[], None] = lambda: None  # is called now and then while it draws, and may raise
        self._knot = lru_cache(maxsize=KNOTS)(self._new_knot)

    @property
    def morphs(self) -> bool:
        """Whether what lies between two pictures can be drawn: where drawing is one look, at a short vector."""
        return len(self._drawer.shape) == 1

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of its pictures, in px."""
        return self._drawer.width, self._drawer.height

    def at(self, screen: int, places: Sequence[float]) -> list[Pixels]:
        """The pictures at some places of a screen's way."""
        return self.seen([(screen, Spot(place)) for place in places])

    def between(self, screen: int, behind: float, ahead: float, count: int) -> list[Pixels]:
        """So many pictures between those at two places, evenly, without these."""
        return self.seen([(screen, spot) for spot in left_of(Leg(behind, ahead), count)])

    def seen(self, spots: Sequence[tuple[int, Spot]]) -> list[Pixels]:
        """The pictures at some spots, each of a screen."""
        from intaglio.stdlib.nn.drawers import Manner

        manners = [Manner(moment=_when(spot), held=spot.held) for _, spot in spots]
        return self._drawn([(self._latent_of(*each), how) for each, how in zip(spots, manners, strict=True)])

    def known_by(self) -> list[Pixels]:
        """The pictures by which the model is known: `SAMPLED`, each of its own chance, at all moments alike."""
        from intaglio.stdlib.nn import noise
        from intaglio.stdlib.nn.drawers import Manner

        shape, chance = self._drawer.shape, [noise.generator(self._seed, "known by", i) for i in range(SAMPLED)]
        manners = [Manner(moment=moments.along(i, SAMPLED)) for i in range(SAMPLED)]
        return self._drawn([(noise.normal(shape, each), how) for each, how in zip(chance, manners, strict=True)])

    def _drawn(self, wanted: Sequence[tuple[Tensor, Manner]]) -> list[Pixels]:
        from intaglio.stdlib.nn import chunks

        with self.pace.drawing(len(wanted)):
            return [*chunks.draw(self._drawer, wanted, self.beat)]

    def _latent_of(self, screen: int, spot: Spot) -> Tensor:
        from intaglio.stdlib.nn import noise

        end = self._latent(screen, spot.place)
        return end if spot.behind is None else noise.between(self._latent(screen, spot.behind), end, spot.along)

    def _latent(self, screen: int, place: float) -> Tensor:
        from intaglio.stdlib.nn import noise

        knot = math.floor(place)
        return noise.between(self._knot(screen, knot), self._knot(screen, knot + 1), place - knot)

    def _new_knot(self, screen: int, number: int) -> Tensor:
        from intaglio.stdlib.nn import noise

        return noise.normal(self._drawer.shape, noise.generator(self._seed, "show", screen, number))


def left_of(leg: Leg, count: int, held: Held | None = None) -> list[Spot]:
    """So many spots on what is left of a leg, evenly, without its ends."""
    shares = [leg.along + (1 - leg.along) * number / (count + 1) for number in range(1, count + 1)]
    return [Spot(leg.place, behind=leg.behind, along=share, held=held or {}) for share in shares]


def _when(spot: Spot) -> float:
    """The moment of what nobody holds."""
    if spot.behind is None:
        return moment(spot.place)
    return moment((1 - spot.along) * spot.behind + spot.along * spot.place)


class Drift:
    """The way of one screen through what a model can draw, from `place` on. See `way.Way`."""

    is_known = True
    whole = 2.0  # both points of chance are others
    usual = 0.5

    def __init__(self, painter: Painter, screen: int, place: float = 0.0) -> None:
        self.painter, self._screen = painter, screen
        self._place = self._behind = place
        self.pace = painter.pace
        self.held: Held = {}  # what a hand holds while it draws

    @property
    def spot(self) -> Spot:
        """See `Way.spot`."""
        return Spot(self._place, held=self.held)

    @property
    def leg(self) -> Leg:
        """How it went to where it is. Where nothing can be drawn between two places, it is there at once."""
        return Leg(self._behind if self.painter.morphs else self._place, self._place)

    def back(self, leg: Leg) -> None:
        """Be where it was, after this leg."""
        self._behind, self._place = leg.behind, leg.place

    @property
    def size(self) -> tuple[int, int]:
        """See `Way.size`."""
        return self.painter.size

    def first(self) -> Pixels:
        """See `Way.first`."""
        return self.ahead([0.0])[0]

    def ahead(self, offsets: Sequence[float]) -> list[Pixels]:
        """See `Way.ahead`."""
        spots = [Spot(self._place + offset, held=self.held) for offset in offsets]
        return self.painter.seen([(self._screen, spot) for spot in spots])

    def leaps(self) -> Sequence[float]:
        """The next points of chance, from the second on."""
        knot = math.floor(self._place) + 2
        return [knot + further - self._place for further in range(CHUNK)]

    def go(self, offset: float, pixels: Pixels) -> None:
        """See `Way.go`."""
        self._behind, self._place = self._place, self._place + offset

    def between(self, count: int) -> list[Pixels]:
        """See `Way.between`: there are some where drawing is one look, at a short vector."""
        if not self.painter.morphs or self._behind == self._place:
            return []
        return self.painter.seen([(self._screen, spot) for spot in left_of(self.leg, count, self.held)])
