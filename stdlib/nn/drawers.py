"""Drawers: models as those see them that draw with them. Noise goes in, pictures come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Manner:
    """How to draw: `truncation` for what draws at one stroke, `sampler` and `steps` for diffusion."""

    truncation: float = 1.0
    sampler: str | None = None
    steps: int | None = None


class Drawer(Protocol):
    """A model that draws."""

    height: int
    width: int
    shape: tuple[int, ...]
    """The shape of the noise behind one picture."""

    def draw(self, z: Tensor, manners: list[Manner], beat: Callable[[], None]) -> Tensor:
        """Noise (B, *shape) to pictures (B, 3, height, width) from -1 to 1, each in its manner.

        Manners may differ in truncation only. `beat` is called now and then, and may raise.
        """
        ...


class Latent:
    """A model whose noise is a short vector, and which draws by looking once.

    `look` makes pictures of noise (B, latent) and truncation (B, 1).
    """

    def __init__(self, look: Callable[[Tensor, Tensor], Tensor], facts: Mapping[str, Any]) -> None:
        self._look = look
        self.height: int = facts["height"]
        self.width: int = facts["width"]
        self.shape: tuple[int, ...] = (facts["latent"],)

    @torch.no_grad()
    def draw(self, z: Tensor, manners: list[Manner], beat: Callable[[], None]) -> Tensor:
        """See `Drawer.draw`."""
        beat()
        truncation = torch.tensor([[m.truncation] for m in manners], device=z.device)  # (B, 1)
        return self._look(z, truncation)
