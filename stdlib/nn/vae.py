"""VAE: an autoencoder for which every picture is a cloud and not a point, and clouds lie close together.

Kingma and Welling, "Auto-encoding variational Bayes" (2014). What is near to a picture is then like it, so that what
lies between two is drawn as well. The variance of pixels about what is drawn is not set by hand: it is the mean squared
error itself (Rybkin, Daniilidis and Levine, "Simple and effective VAE training with calibrated decoders", 2021,
section 4: the optimal sigma).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from intaglio.stdlib.nn import augment, gaussian, noise, shares
from intaglio.stdlib.nn.autoencoder import Autoencoder, Lesson
from intaglio.stdlib.nn.batches import Batches, as_numbers
from intaglio.stdlib.nn.regimen import Regimen, Step

LOSSES = ("loss", "prior")  # the mean squared distance of pixels, and nats a picture
LEAST = 1e-5  # of that distance, below which pictures count as the same: (0.4 of a level of 256) squared


class VAE(Autoencoder):
    """An `Autoencoder` that also says how sure it is of the numbers of a picture."""

    def __init__(self, height: int, width: int, latent: int) -> None:
        super().__init__(height, width, latent)
        self.narrow = nn.Linear(self.narrow.in_features, 2 * latent)

    def cloud(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(B, 3, height, width) from -1 to 1, to a normal distribution each: means and log variances, (B, latent)."""
        mu, logvar = super().encode(x).chunk(2, 1)
        return mu, logvar

    def encode(self, x: Tensor) -> Tensor:
        """(B, 3, height, width) from -1 to 1, to (B, latent): the middle of each picture's cloud."""
        return self.cloud(x)[0]

    @torch.no_grad()
    def describe(self, pictures: Tensor) -> None:
        """Take `mean` and `spread` from all pictures of the training: uint8 (N, 3, height, width).

        They are those of all clouds together. That is near to the standard normal distribution, and where it is not,
        nothing is drawn from where no picture was.
        """
        parts = [self.cloud(as_numbers(pictures[i : i + 64])) for i in range(0, len(pictures), 64)]
        mean, spread = gaussian.of_all(*(torch.cat(each) for each in zip(*parts, strict=True)))
        self.mean.copy_(mean)
        self.spread.copy_(spread)


def train(
    lesson: Lesson, batches: Batches, regimen: Regimen, operations: Sequence[str], begin: int = 0, *, beta: float = 1.0
) -> Iterator[Step]:
    """Train a VAE in place from step `begin` on, yielding after each step.

    `beta` is how much the prior counts (Higgins et al., "beta-VAE", 2017); at 1 the loss is a bound of the likelihood.
    """
    network = lesson.network.train()
    for step in range(begin, regimen.steps):
        regimen.guide(lesson.optimiser, step)
        x = augment.apply(batches.at(step), operations, 1.0, regimen.seed, step)  # (B, 3, H, W)
        mu, logvar = network.cloud(x)  # (B, Z), (B, Z)
        chance = shares.draw(noise.normal, mu.shape, noise.generator(regimen.seed, "latent", step))
        mse = shares.mean(F.mse_loss(network.decode(mu + chance * torch.exp(0.5 * logvar)), x))
        prior = gaussian.prior(mu, logvar)
        nats = 0.5 * x[0].numel() * torch.log(mse + LEAST)  # a picture, with the variance that suits best: mse
        lesson.optimiser.zero_grad()
        (nats + beta * prior).backward()  # type: ignore[no-untyped-call]
        lesson.optimiser.step()
        lesson.average.update(step)
        yield Step(step + 1, torch.stack([mse, prior]).detach())
