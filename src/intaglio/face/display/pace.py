"""Pace: how fast work goes, and how long the rest of it takes. Seconds and counts go in; it asks no clock.

What was done a while ago counts less, by the seconds of work since then and not by how often they were told of: a
pause for a preview, or a burst, moves the pace by its share of that while. The longer the work, the longer the while.
"""

from __future__ import annotations

import math

STEADY = 30.0  # seconds of work after which what was done counts a third
SHARE = 1 / 4  # … or this share of all that was worked, where that is longer
TICKS = 4  # … or as long as so many of what is told of, where each takes long
ENOUGH = 2.0  # seconds of work from which a pace says something of the rest


class Pace:
    """Units a second. What was done before the first telling took no time here, and is not counted."""

    def __init__(self) -> None:
        self._last: tuple[float, float] | None = None
        self._units = self._time = self._worked = 0.0

    def tell(self, seconds: float, done: float) -> None:
        """So much was done after so many seconds. Less than before is a beginning."""
        if self._last is None or done < self._last[1] or seconds < self._last[0]:
            self._units = self._time = self._worked = 0.0
        else:
            took = seconds - self._last[0]
            self._worked += took
            kept = math.exp(-took / max(STEADY, SHARE * self._worked, TICKS * took))
            self._units = self._units * kept + done - self._last[1]
            self._time = self._time * kept + took
        self._last = seconds, done

    @property
    def speed(self) -> float | None:
        """Units a second, or None before it can be known."""
        return self._units / self._time if self._time > 0 and self._units > 0 else None

    def left(self, units: float) -> float | None:
        """Seconds that so many more take, or None before there is something to go by."""
        return None if self.speed is None or self._worked < ENOUGH else units / self.speed
