"""The watch over a screen: whether its pictures have stopped to change, or become ever more alike.

It is told of every picture as a small copy, and says what is wrong. A screen is *frozen* where a whole window of
pictures is one picture, or a few that come round and round; it has *collapsed* where those of the last while are less
than half as far from each other as those of its first were.
"""

from __future__ import annotations

from collections import deque

from intaglio.stdlib.showing import looks
from intaglio.stdlib.showing.looks import Small

WINDOW = 8  # pictures in which something must move
WHILE = 16  # pictures whose distances are compared
STILL = 0.01  # of the distance of unlike pictures: what is nearer is the same picture
HALF = 0.5


class Watch:
    """Watches one screen. `unlike` is the model's; `first` how far the first pictures were apart, where it is known."""

    def __init__(self, unlike: float, first: float | None = None) -> None:
        self._unlike = unlike
        self.first = first
        self._last: deque[Small] = deque(maxlen=WHILE)

    def see(self, copy: Small) -> str | None:
        """Take in the next picture. What is wrong: `freezing`, `collapse` or nothing."""
        self._last.append(copy)
        wrong = self._wrong()
        if wrong is not None:
            self._last.clear()  # so that it is told once, and what comes is seen afresh
        return wrong

    def mark(self) -> tuple[tuple[Small, ...], float | None]:
        """What it has seen."""
        return tuple(self._last), self.first

    def back(self, mark: tuple[tuple[Small, ...], float | None]) -> None:
        """Have seen no more than at a mark."""
        seen, self.first = mark
        self._last = deque(seen, maxlen=WHILE)

    def _wrong(self) -> str | None:
        seen = [*self._last]
        if len(seen) >= WINDOW and self._moved(seen[-WINDOW:]) < STILL * self._unlike:
            return "freezing"
        if len(seen) < WHILE:
            return None
        if self._comes_round(seen):
            return "freezing"
        diversity = looks.diversity(seen)
        if self.first is None:
            self.first = diversity
        return "collapse" if diversity < HALF * self.first else None

    def _comes_round(self, seen: list[Small]) -> bool:
        """Whether each of a window is the picture so many before it, and not only because all move slowly."""
        far = [self._farthest(seen, back) for back in range(1, WHILE - WINDOW + 1)]
        return far[0] >= STILL * self._unlike > min(far)

    def _farthest(self, seen: list[Small], back: int) -> float:
        """How far the pictures of the last window are, at most, from those so many before them."""
        return max(looks.apart(seen[-place], seen[-place - back]) for place in range(1, WINDOW + 1))

    def _moved(self, seen: list[Small]) -> float:
        return max(looks.apart(seen[-1], other) for other in seen[:-1])
