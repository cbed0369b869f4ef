"""Drawers: models as those see them that draw with them. Noise goes in, pictures come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import torch
from torch import Tensor

from intaglio.stdlib.moments import Held
from intaglio.stdlib.nn.clock import Clock


@dataclass(frozen=True, slots=True)
class Manner:
    """How to draw: `truncation` for what draws at one stroke, `sampler` and `steps` for diffusion.

    `groups` is how much of each group, for a model that tells them apart; None is as much of one as of the others.
    `moment` is where in a film the picture stands, from 0 to 1, for a model in which something moves; `held` has the
    moments of lines that stand elsewhere.
    """

    truncation: float = 1.0
    sampler: str | None = None
    steps: int | None = None
    groups: tuple[float, ...] | None = None
    moment: float = 0.0
    held: Held = field(default_factory=dict)


def wholly(number: int, count: int) -> tuple[float, ...]:
    """All of one of so many groups, counted round and round, and nothing of the others."""
    return tuple(float(each == number % count) for each in range(count))


def between(a: Sequence[float], b: Sequence[float], t: float) -> tuple[float, ...]:
    """How much of each group, `t` of the way from `a` to `b`."""
    return tuple((1 - t) * p + t * q for p, q in zip(a, b, strict=True))


class Drawer(Protocol):
    """A model that draws."""

    height: int
    width: int
    shape: tuple[int, ...]
    """The shape of the noise behind one picture."""
    groups: int
    """How many groups it tells apart; 0 for none."""

    def draw(self, z: Tensor, manners: list[Manner], beat: Callable[[], None]) -> Tensor:
        """Noise (B, *shape) to pictures (B, 3, height, width) from -1 to 1, each in its manner.

        Manners may differ in truncation, groups and moments only, held ones too. `beat` is called now and then, and may
        raise.
        """
        ...


class Latent:
    """A model whose noise is a short vector, and which draws by looking once.

    `look` makes pictures of noise (B, latent), truncation (B, 1) and, where it tells groups apart, these (B, groups).
    """

    def __init__(self, look: Callable[..., Tensor], facts: Mapping[str, Any]) -> None:
        self._look = look
        self.height: int = facts["height"]
        self.width: int = facts["width"]
        self.shape: tuple[int, ...] = (facts["latent"],)
        self.groups: int = facts.get("groups", 0)

    @torch.no_grad()
    def draw(self, z: Tensor, manners: list[Manner], beat: Callable[[], None]) -> Tensor:
        """See `Drawer.draw`."""
        beat()
        truncation = torch.tensor([[m.truncation] for m in manners], device=z.device)  # (B, 1)
        if not self.groups:
            return self._look(z, truncation)
        even = (1 / self.groups,) * self.groups
        return self._look(z, truncation, torch.tensor([m.groups or even for m in manners], device=z.device))


class Timed:
    """A model in which something moves: its clock is told the moment of each picture that is drawn."""

    def __init__(self, drawer: Drawer, clock: Clock) -> None:
        self._drawer, self._clock = drawer, clock
        self.height, self.width, self.shape, self.groups = drawer.height, drawer.width, drawer.shape, drawer.groups

    def draw(self, z: Tensor, manners: list[Manner], beat: Callable[[], None]) -> Tensor:
        """See `Drawer.draw`."""
        with self._clock.at([manner.moment for manner in manners], [manner.held for manner in manners]):
            return self._drawer.draw(z, manners, beat)


Look = Callable[[Tensor, Sequence[float]], Tensor]  # pictures (B, 3, H, W) from -1 to 1 and their moments, to pictures


def looking(network: Callable[[Tensor], Tensor], clock: Clock | None = None) -> Look:
    """A network of pictures as `chunks.redraw` asks it, whether something moves in it or not."""

    def look(x: Tensor, moments: Sequence[float]) -> Tensor:
        if clock is None:
            return network(x)
        with clock.at(moments):
            return network(x)

    return look
