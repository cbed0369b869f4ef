"""The clock of a network in which something moves: it knows the moment of each picture that flows through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from torch import nn


class Clock:
    """Who lets pictures flow tells it their moments first; while nobody has, it is the beginning for all."""

    def __init__(self) -> None:
        self._moments: Sequence[float] = ()

    @contextmanager
    def at(self, moments: Sequence[float]) -> Iterator[None]:
        """From 0 to 1, of each picture of the batches that flow inside, in order."""
        before, self._moments = self._moments, moments
        try:
            yield
        finally:
            self._moments = before

    def of(self, count: int) -> Sequence[float]:
        """The moments of a batch of so many."""
        assert not self._moments or len(self._moments) == count, "a network draws all pictures of a batch at once"
        return self._moments or (0.0,) * count


def of(network: nn.Module) -> Clock | None:
    """The clock of a network; None where nothing moves in it."""
    found: Clock | None = getattr(network, "clock", None)
    return found
