"""The running average of a network's weights (EMA), which draws better than the network of any one step.

It starts with the training and looks back over a tenth of it at first, then as far as its decay says (Karras et al.,
"Progressive growing of GANs", 2018, section 3; the warm-up is that of Tensorflow's ExponentialMovingAverage). Buffers,
as the statistics of normalisation are, are copied.
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
        self._mine: list[Tensor] = list(self.network.parameters())  # looking for them takes as long as averaging
        self._theirs: list[Tensor] = list(network.parameters())
        self._buffers = list(zip(self.network.buffers(), network.buffers(), strict=True))

    def begin(self) -> None:
        """Be what the network is now."""
        self.network.load_state_dict(self.of.state_dict())

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in the weights that step number `step`, counted from 0, has left."""
        decay = min(self.decay, (1 + step) / (10 + step))
        torch._foreach_lerp_(self._mine, self._theirs, 1 - decay)
        for mine, theirs in self._buffers:
            mine.copy_(theirs)
