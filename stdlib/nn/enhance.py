"""Enhancement: small pictures are drawn twice as large, with what large ones of their sort have.

A network sees pictures that were made small and learns what enlarging them again smoothly leaves out: a few blocks
beside a straight way (Lim et al., "Enhanced deep residual networks for single image super-resolution", 2017, without
normalisation, as there), and a last layer whose features are the four pixels of each (Shi et al., "Real-time single
image and video super-resolution using an efficient sub-pixel convolutional neural network", 2016). The loss is the mean
distance of pixels. Nothing is invented: what many pictures could be is drawn as their average.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from intaglio.stdlib.nn import augment, machine, noise
from intaglio.stdlib.nn.average import Average
from intaglio.stdlib.nn.batches import Batches
from intaglio.stdlib.nn.parts import Part, drawing
from intaglio.stdlib.nn.regimen import Regimen, Step
from intaglio.stdlib.nn.state import Parts

TIMES = 2  # as large
BLOCKS = 4
CHANNELS = 32


def smaller(x: Tensor) -> Tensor:
    """(B, 3, H, W) to (B, 3, H / 2, W / 2), smoothly and without jags."""
    return F.interpolate(x, scale_factor=1 / TIMES, mode="bicubic", antialias=True)


def larger(x: Tensor) -> Tensor:
    """(B, 3, H, W) to (B, 3, 2H, 2W), smoothly, and with no detail that was not there."""
    return F.interpolate(x, scale_factor=TIMES, mode="bicubic")


class Block(nn.Module):
    """Something is added to what comes in."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, padding=1)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) to the same."""
        added: Tensor = self.conv2(F.relu(self.conv1(x)))
        return x + added


class Enhancer(nn.Module):
    """Begins as `larger`, since its last layer begins with nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, CHANNELS, 3, padding=1)
        self.blocks = nn.ModuleList(Block(CHANNELS) for _ in range(BLOCKS))
        self.last = nn.Conv2d(CHANNELS, 3 * TIMES**2, 3, padding=1)
        nn.init.zeros_(self.last.weight)
        nn.init.zeros_(self.last.bias)  # type: ignore[arg-type]

    def forward(self, x: Tensor) -> Tensor:
        """(B, 3, H, W) to (B, 3, 2H, 2W), from -1 to 1. H and W may be any."""
        y = self.first(x)
        for block in self.blocks:
            y = block(y)
        return larger(x) + F.pixel_shuffle(self.last(F.relu(y)), TIMES)

    def layers(self) -> dict[str, Part]:
        """See `parts.layers_of`."""
        return drawing([Part(block, (f"blocks.{i}",)) for i, block in enumerate(self.blocks)])


class Lesson:
    """An enhancer, its optimiser and its average."""

    def __init__(self, regimen: Regimen) -> None:
        with noise.weights(regimen.seed):
            network = Enhancer()
        self.network = machine.placed(network)
        self.average = Average(self.network, regimen.average)
        self.optimiser = torch.optim.Adam(self.network.parameters(), regimen.rate, (0.9, 0.99), fused=True)
        self.parts = Parts({"network": self.network, "average": self.average.network}, {"adam": self.optimiser})


LOSSES = ("loss",)


def train(
    lesson: Lesson, batches: Batches, regimen: Regimen, operations: Sequence[str], begin: int = 0
) -> Iterator[Step]:
    """Train an enhancer in place from step `begin` on, yielding after each step."""
    network = lesson.network.train()
    for step in range(begin, regimen.steps):
        regimen.guide(lesson.optimiser, step)
        x = augment.apply(batches.at(step), operations, 1.0, regimen.seed, step)  # (B, 3, H, W)
        loss = F.l1_loss(network(smaller(x)), x)
        lesson.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        lesson.optimiser.step()
        lesson.average.update(step)
        yield Step(step + 1, loss.detach()[None])
