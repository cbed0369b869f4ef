"""State: all that a training needs to go on as if it had never stopped, as a map of tensors.

That is every network with its buffers (averages and statistics among them) and the moments of every optimiser; there
are no random states to keep, and learning rates follow from the step. Restored, a training has the same bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn
from torch.optim import Optimizer


@dataclass(frozen=True, slots=True)
class Parts:
    """What changes in a training, by names that stay."""

    networks: Mapping[str, nn.Module]
    optimisers: Mapping[str, Optimizer] = field(default_factory=dict)


def taken(parts: Parts) -> dict[str, Tensor]:
    """A copy of the state, on the processor."""
    state = {f"{name}.{key}": t for name, network in parts.networks.items() for key, t in network.state_dict().items()}
    for name, optimiser in parts.optimisers.items():
        for index, parameter in _parameters(optimiser):
            moments = optimiser.state[parameter].items()
            state |= {f"{name}.{index}.{key}": torch.as_tensor(value) for key, value in moments}
    return {name: t.detach().cpu().contiguous() for name, t in state.items()}


def restore(parts: Parts, state: Mapping[str, Tensor]) -> None:
    """Put a state back. Raises RuntimeError for the state of another architecture."""
    for name, network in parts.networks.items():
        network.load_state_dict(_under(state, name))
    for name, optimiser in parts.optimisers.items():
        for index, parameter in _parameters(optimiser):
            moments = _under(state, f"{name}.{index}")
            optimiser.state[parameter] = {key: _laid_out(t, parameter) for key, t in moments.items()}


def _parameters(optimiser: Optimizer) -> Iterator[tuple[int, nn.Parameter]]:
    return enumerate(parameter for group in optimiser.param_groups for parameter in group["params"])


def _under(state: Mapping[str, Tensor], name: str) -> dict[str, Tensor]:
    return {key.removeprefix(f"{name}."): t for key, t in state.items() if key.startswith(f"{name}.")}


def _laid_out(t: Tensor, parameter: nn.Parameter) -> Tensor:
    """A moment laid out in memory as its parameter is: fused optimisers walk through both side by side."""
    if t.shape != parameter.shape:
        return t.clone().to(parameter.device)
    return torch.empty_like(parameter, requires_grad=False).copy_(t)
