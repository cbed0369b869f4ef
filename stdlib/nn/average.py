"""The running average of a network's weights (EMA), which draws better than the network of any one step.

It starts with the training and looks back over a tenth of it at first, then as far as its decay says (Karras et al.,
"Progressive growing of GANs", 2018, section 3; the warm-up is that of Tensorflow's ExponentialMovingAverage).

What batch normalisation knows of its features is averaged with them, since the last few batches tell of other weights
(Izmailov et al., "Averaging weights leads to wider optima", 2018, section 3.2, gather it anew). Measured on 64
photographs, with copies of it a gan's average drew worse than the network of its last step. Other buffers are copied.
"""

from __future__ import annotations

import copy
from typing import Generic, TypeVar

import torch
from torch import Tensor, nn

N = TypeVar("N", bound=nn.Module)


class Average(Generic[N]):
    """A network `of` which `network` is the average, whose tensors stay the same ones.

    It is in eval mode and takes no gradient.
    """

    def __init__(self, network: N, decay: float) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self.decay = decay
        self.of = network
        self._mine, copied = _apart(self.network)  # looking for them takes as long as averaging
        self._theirs, others = _apart(network)
        self._copied = list(zip(copied, others, strict=True))

    def begin(self) -> None:
        """Be what the network is now."""
        self.network.load_state_dict(self.of.state_dict())

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in the weights that step number `step`, counted from 0, has left."""
        decay = min(self.decay, (1 + step) / (10 + step))
        torch._foreach_lerp_(self._mine, self._theirs, 1 - decay)
        for mine, theirs in self._copied:
            mine.copy_(theirs)


def _apart(network: nn.Module) -> tuple[list[Tensor], list[Tensor]]:
    """What is averaged of a network, and what is copied."""
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    statistics = [each for norm in norms for each in (norm.running_mean, norm.running_var) if each is not None]
    known = {id(each) for each in statistics}
    return [*network.parameters(), *statistics], [each for each in network.buffers() if id(each) not in known]
