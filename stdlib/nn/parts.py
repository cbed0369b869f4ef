"""Parts: the layers of a network, by the names that `layers` gives them, as those see them that reach into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from torch import nn


@dataclass(frozen=True, slots=True)
class Part:
    """A layer: the module whose output is its feature maps (B, C, H, W), and how its weights' names begin."""

    module: nn.Module
    weights: tuple[str, ...]

    def owns(self, name: str) -> bool:
        """Whether a tensor of the network's state is this layer's."""
        return any(name.startswith(f"{each}.") for each in self.weights)


def layers_of(network: Any) -> dict[str, Part]:
    """The layers of a network by name: those that see, from the picture inwards, then those that draw, outwards."""
    found: dict[str, Part] = network.layers()
    return found


def drawing(parts: Sequence[Part]) -> dict[str, Part]:
    """Layers that draw, from the coarsest on, named."""
    return {f"layer-{number}": part for number, part in enumerate(parts, start=1)}


def seeing(parts: Sequence[Part]) -> dict[str, Part]:
    """Layers that see, from the picture inwards, named."""
    return {f"inward-{number}": part for number, part in enumerate(parts, start=1)}
