"""Autoencoder: a network that passes every picture through a few numbers and draws it again.

What it may forget is what those numbers do not hold. The drawing half is that of the GAN without its excitation. After
training, the numbers of all pictures are described by a Gaussian, so that pictures can be drawn from chance as well
(Ghosh et al., "From variational to deterministic autoencoders", 2020, section 4: ex-post density estimation).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from intaglio.stdlib.nn import augment, gaussian, machine, noise
from intaglio.stdlib.nn.average import Average
from intaglio.stdlib.nn.batches import Batches, as_numbers
from intaglio.stdlib.nn.blocks import SLOPE, Double, grid, widths
from intaglio.stdlib.nn.features import Features
from intaglio.stdlib.nn.parts import Part, drawing, seeing
from intaglio.stdlib.nn.regimen import Regimen, Step
from intaglio.stdlib.nn.state import Parts


class Autoencoder(nn.Module):
    """`encode` and `decode`; `mean` and `spread` describe where the training's pictures lie."""

    mean: Tensor
    spread: Tensor

    def __init__(self, height: int, width: int, latent: int) -> None:
        super().__init__()
        self.height, self.width, self.latent = height, width, latent
        self.h, self.w, _ = grid(height, width)
        c = widths(height, width)
        inward = (3, *reversed(c[:-1]))
        halves = [
            module
            for i, o in pairwise(inward)
            for module in (nn.Conv2d(i, o, 4, stride=2, padding=1), nn.BatchNorm2d(o), nn.LeakyReLU(SLOPE))
        ]
        self.halves = nn.Sequential(*halves)
        self.narrow = nn.Linear(c[0] * self.h * self.w, latent)
        self.widen = nn.Linear(latent, c[0] * self.h * self.w)
        self.norm = nn.BatchNorm2d(c[0])
        self.doubles = nn.Sequential(*(Double(i, o) for i, o in pairwise(c)))
        self.last = nn.Conv2d(c[-1], 3, 3, padding=1)
        self.register_buffer("mean", torch.zeros(latent))
        self.register_buffer("spread", torch.eye(latent))

    def encode(self, x: Tensor) -> Tensor:
        """(B, 3, height, width) from -1 to 1, to (B, latent)."""
        narrowed: Tensor = self.narrow(self.halves(x).flatten(1))
        return narrowed

    def decode(self, z: Tensor) -> Tensor:
        """(B, latent) to (B, 3, height, width) from -1 to 1."""
        x = self.widen(z).view(len(z), -1, self.h, self.w).contiguous(memory_format=torch.channels_last)
        return torch.tanh(self.last(self.doubles(F.leaky_relu(self.norm(x), SLOPE))))

    def forward(self, x: Tensor) -> Tensor:
        """(B, 3, height, width) to the same, remembered."""
        return self.decode(self.encode(x))

    def drawn(self, chance: Tensor, truncation: Tensor | float = 1.0) -> Tensor:
        """Standard normal numbers (B, latent) to pictures (B, 3, height, width) like those of the training.

        `truncation`, one number or (B, 1), scales their distance from the mean of all pictures.
        """
        return self.decode(self.mean + truncation * chance @ self.spread)

    def layers(self) -> dict[str, Part]:
        """See `parts.layers_of`."""
        inward = [
            Part(self.halves[i + 2], tuple(f"halves.{i + k}" for k in range(3))) for i in range(0, len(self.halves), 3)
        ]
        first = Part(self.norm, ("widen", "norm"))
        return seeing(inward) | drawing(
            [first, *(Part(double, (f"doubles.{i}",)) for i, double in enumerate(self.doubles))]
        )

    @torch.no_grad()
    def describe(self, pictures: Tensor) -> None:
        """Take `mean` and `spread` from all pictures of the training: uint8 (N, 3, height, width).

        `spread` (latent, latent) maps standard normal numbers to the pictures' covariance: its rows are the principal
        directions, each as long as the pictures' standard deviation along it.
        """
        parts = [self.encode(as_numbers(pictures[i : i + 64])) for i in range(0, len(pictures), 64)]
        z = torch.cat(parts).cpu().double()  # (N, latent)
        self.mean.copy_(z.mean(0).float())
        _, s, vh = torch.linalg.svd(z - z.mean(0), full_matrices=False)  # (K,), (K, latent)
        self.spread.zero_()
        self.spread[: len(s)] = (gaussian.signed(vh) * (s / len(z) ** 0.5)[:, None]).float().to(self.spread.device)


class Lesson:
    """An autoencoder of a class, its optimiser and its average."""

    def __init__(
        self, height: int, width: int, latent: int, regimen: Regimen, built: type[Autoencoder] = Autoencoder
    ) -> None:
        with noise.weights(regimen.seed):
            network = built(height, width, latent)
        self.network: Any = machine.placed(network)
        self.average = Average(self.network, regimen.average)
        self.optimiser = torch.optim.Adam(self.network.parameters(), regimen.rate, (0.9, 0.99), fused=True)
        self.parts = Parts({"network": self.network, "average": self.average.network}, {"adam": self.optimiser})


LOSSES = ("loss",)


def train(
    lesson: Lesson,
    batches: Batches,
    regimen: Regimen,
    operations: Sequence[str],
    begin: int = 0,
    *,
    features: bool = False,
) -> Iterator[Step]:
    """Train an autoencoder in place from step `begin` on, yielding after each step.

    The loss is the mean distance of pixels; with `features`, that of `Features` besides.
    """
    network = lesson.network.train()
    eye = Features(regimen.seed) if features else None
    for step in range(begin, regimen.steps):
        regimen.guide(lesson.optimiser, step)
        x = augment.apply(batches.at(step), operations, 1.0, regimen.seed, step)  # (B, 3, H, W)
        y = network(x)
        loss = F.l1_loss(y, x)
        if eye is not None:
            loss = loss + eye.distance(y, x)
        lesson.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        lesson.optimiser.step()
        lesson.average.update(step)
        yield Step(step + 1, loss.detach()[None])
