"""The running average of a network's weights (EMA), which draws better than the network of any one step.

It starts with the training and looks back over a tenth of it at first, then as far as its decay says (Karras et al.,
"Progressive growing of GANs", 2018, section 3; the warm-up is that of Tensorflow's ExponentialMovingAverage). Buffers,
as the statistics of normalisation are, are copied.
"""

from __future__ import annotations

import copy
from typing import Generic, TypeVar

import torch
from torch import nn

N = TypeVar("N", bound=nn.Module)


class Average(Generic[N]):
    """A network, averaged. `network` is in eval mode and takes no gradient."""

    def __init__(self, network: N, decay: float) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self.decay = decay

    def begin(self, network: N) -> None:
        """Be what a network is now."""
        self.network.load_state_dict(network.state_dict())

    @torch.no_grad()
    def update(self, network: N, step: int) -> None:
        """Take in the weights that step number `step`, counted from 0, has left."""
        decay = min(self.decay, (1 + step) / (10 + step))
        torch._foreach_lerp_(list(self.network.parameters()), list(network.parameters()), 1 - decay)
        for mine, theirs in zip(self.network.buffers(), network.buffers(), strict=True):
            mine.copy_(theirs)
