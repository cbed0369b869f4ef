"""The painter: a model's pictures along a way without end.

Every screen has a way of its own: it leads through points of chance, and from one to the next along the arc (see
`noise.between`), so that each place on it is as far from the middle as what the model was taught to draw from. A place
is a number, and the picture there depends on the model, the seed, the screen and that number alone. So a show has no
state but where it is, and any of its pictures can be made again. What moves in a model goes there and back on that way.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.stdlib import moments
from intaglio.stdlib.parcels import CHUNK
from intaglio.stdlib.showing.way import Pace, Spot

if TYPE_CHECKING:
    from torch import Tensor

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
        return self._drawn([(self._latent(screen, place), moment(place)) for place in places])

    def between(self, screen: int, behind: float, ahead: float, count: int) -> list[Pixels]:
        """So many pictures between those at two places, evenly, without these."""
        from intaglio.stdlib.nn import noise

        begin, end = self._latent(screen, behind), self._latent(screen, ahead)
        shares = [number / (count + 1) for number in range(1, count + 1)]
        return self._drawn([(noise.between(begin, end, t), moment((1 - t) * behind + t * ahead)) for t in shares])

    def known_by(self) -> list[Pixels]:
        """The pictures by which the model is known: `SAMPLED`, each of its own chance, at all moments alike."""
        from intaglio.stdlib.nn import noise

        shape, chance = self._drawer.shape, [noise.generator(self._seed, "known by", i) for i in range(SAMPLED)]
        return self._drawn([(noise.normal(shape, each), moments.along(i, SAMPLED)) for i, each in enumerate(chance)])

    def _drawn(self, wanted: Sequence[tuple[Tensor, float]]) -> list[Pixels]:
        from intaglio.stdlib.nn import chunks
        from intaglio.stdlib.nn.drawers import Manner

        with self.pace.drawing(len(wanted)):
            return [*chunks.draw(self._drawer, ((z, Manner(moment=t)) for z, t in wanted), lambda: None)]

    def _latent(self, screen: int, place: float) -> Tensor:
        from intaglio.stdlib.nn import noise

        knot = math.floor(place)
        return noise.between(self._knot(screen, knot), self._knot(screen, knot + 1), place - knot)

    def _new_knot(self, screen: int, number: int) -> Tensor:
        from intaglio.stdlib.nn import noise

        return noise.normal(self._drawer.shape, noise.generator(self._seed, "show", screen, number))


class Drift:
    """The way of one screen through what a model can draw, from `place` on. See `way.Way`."""

    is_known = True
    whole = 2.0  # both points of chance are others
    usual = 0.5

    def __init__(self, painter: Painter, screen: int, place: float = 0.0) -> None:
        self._painter, self._screen = painter, screen
        self._place = self._behind = place
        self.pace = painter.pace

    @property
    def spot(self) -> Spot:
        """See `Way.spot`."""
        return Spot(self._place)

    @property
    def size(self) -> tuple[int, int]:
        """See `Way.size`."""
        return self._painter.size

    def first(self) -> Pixels:
        """See `Way.first`."""
        return self.ahead([0.0])[0]

    def ahead(self, offsets: Sequence[float]) -> list[Pixels]:
        """See `Way.ahead`."""
        return self._painter.at(self._screen, [self._place + offset for offset in offsets])

    def leaps(self) -> Sequence[float]:
        """The next points of chance, from the second on."""
        knot = math.floor(self._place) + 2
        return [knot + further - self._place for further in range(CHUNK)]

    def go(self, offset: float, pixels: Pixels) -> None:
        """See `Way.go`."""
        self._behind, self._place = self._place, self._place + offset

    def between(self, count: int) -> list[Pixels]:
        """See `Way.between`: there are some where drawing is one look, at a short vector."""
        if not self._painter.morphs or self._behind == self._place:
            return []
        return self._painter.between(self._screen, self._behind, self._place, count)
