"""The clock of a network in which something moves: it knows the moments of each picture that flows through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from torch import nn

from intaglio.stdlib.moments import Held


class Clock:
    """Who lets pictures flow tells it their moments first; while nobody has, it is the beginning for all."""

    def __init__(self) -> None:
        self._moments: Sequence[float] = ()
        self._held: Sequence[Held] = ()

    @contextmanager
    def at(self, moments: Sequence[float], held: Sequence[Held] = ()) -> Iterator[None]:
        """From 0 to 1, of each picture of the batches that flow inside, in order; and those of lines that are held."""
        before, (self._moments, self._held) = (self._moments, self._held), (moments, held)
        try:
            yield
        finally:
            self._moments, self._held = before

    def of(self, count: int, line: str) -> Sequence[float]:
        """The moments of a line in a batch of so many. What it is called: see `moments.line`."""
        assert not self._moments or len(self._moments) == count, "a network draws all pictures of a batch at once"
        usual = self._moments or (0.0,) * count
        return [held.get(line, t) for held, t in zip(self._held, usual, strict=True)] if self._held else usual


def of(network: nn.Module) -> Clock | None:
    """The clock of a network; None where nothing moves in it."""
    found: Clock | None = getattr(network, "clock", None)
    return found
