"""Parts: the layers of a network, by the names that `layers` gives them, as those see them that reach into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from torch import nn

from intaglio.stdlib import layers


@dataclass(frozen=True, slots=True)
class Part:
    """A layer: the module whose output is its feature maps (B, C, H, W), and how its weights' names begin."""

    module: nn.Module
    weights: tuple[str, ...]

    def owns(self, name: str) -> bool:
        """Whether a tensor of the network's state is this layer's."""
        return any(name == each or name.startswith(f"{each}.") for each in self.weights)


def layers_of(network: Any) -> dict[str, Part]:
    """The layers of a network by name: those that see, from the picture inwards, then those that draw, outwards."""
    found: dict[str, Part] = network.layers()
    return found


def freeze(network: Any, words: Sequence[str]) -> None:
    """Keep the layers that words name as they are, whatever the network learns from now on.

    What they know of the statistics of features stays as well. Raises `Fault` for a layer that the network lacks.
    """
    there = layers_of(network)
    frozen = [there[name] for name in layers.chosen(words, list(there), "freeze")]
    for name, parameter in network.named_parameters():
        if any(part.owns(name) for part in frozen):
            parameter.requires_grad_(False)
    for name, module in network.named_modules():
        if isinstance(module, nn.BatchNorm2d) and any(part.owns(name) for part in frozen):
            module.register_forward_pre_hook(_rests)


def _rests(module: nn.Module, given: object) -> None:
    """Before each look, since a loop puts the whole of its network in training mode."""
    module.eval()


def drawing(parts: Sequence[Part]) -> dict[str, Part]:
    """Layers that draw, from the coarsest on, named."""
    return {f"layer-{number}": part for number, part in enumerate(parts, start=1)}


def seeing(parts: Sequence[Part]) -> dict[str, Part]:
    """Layers that see, from the picture inwards, named."""
    return {f"inward-{number}": part for number, part in enumerate(parts, start=1)}
