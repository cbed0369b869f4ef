"""VAE-GAN: an autoencoder whose likeness is told by a judge that learns beside it, instead of pixel by pixel.

Larsen et al., "Autoencoding beyond pixels using a learned similarity metric" (2016), algorithm 1. Pixels punish an edge
that lies one pixel off as if it were missing, and so teach blur; what the judge sees of a picture bears the one and
misses the other. Pictures become normal distributions in few dimensions, so that they can be drawn from chance too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from intaglio.stdlib.nn import augment, gaussian, machine, noise, shares
from intaglio.stdlib.nn.average import Average
from intaglio.stdlib.nn.batches import Batches, as_numbers
from intaglio.stdlib.nn.blocks import SLOPE, grid
from intaglio.stdlib.nn.parts import Part, drawing, seeing
from intaglio.stdlib.nn.regimen import Regimen, Step
from intaglio.stdlib.nn.state import Parts

BETAS = (0.5, 0.999)
GAMMA = 0.01  # how much likeness counts to the decoder, beside what the judge takes for a picture
EQUILIBRIUM, MARGIN = 0.68, 0.4  # of the judge's losses: about log 2 is a judge that cannot tell


def channels(height: int, width: int) -> tuple[int, ...]:
    """Channels of each halving of a picture, from the picture inwards."""
    area = height * width
    first = next(c for least, c in ((256 * 144, 80), (128 * 128, 40), (64 * 64, 24), (0, 20)) if area >= least)
    return tuple(first << min(i, 3) for i in range(grid(height, width)[2]))


class Half(nn.Sequential):
    """Half the height and width: (B, c_in, H, W) to (B, c_out, H/2, W/2)."""

    def __init__(self, c_in: int, c_out: int) -> None:
        super().__init__(
            nn.Conv2d(c_in, c_out, 5, stride=2, padding=2, bias=False), nn.BatchNorm2d(c_out), nn.LeakyReLU(SLOPE)
        )


class Twice(nn.Sequential):
    """Twice the height and width: (B, c_in, H, W) to (B, c_out, 2H, 2W)."""

    def __init__(self, c_in: int, c_out: int) -> None:
        super().__init__(
            nn.ConvTranspose2d(c_in, c_out, 5, stride=2, padding=2, output_padding=1, bias=False),
            nn.BatchNorm2d(c_out),
            nn.LeakyReLU(SLOPE),
        )


class Encoder(nn.Module):
    """Finds where a picture lies: the mean and the log variance of a normal distribution."""

    def __init__(self, height: int, width: int, latent: int) -> None:
        super().__init__()
        h, w, _ = grid(height, width)
        c = (3, *channels(height, width))
        self.halves = nn.Sequential(*(Half(i, o) for i, o in pairwise(c)))
        self.narrow = nn.Linear(c[-1] * h * w, 2 * latent)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(B, 3, height, width) from -1 to 1, to (B, latent) twice."""
        mu, logvar = self.narrow(self.halves(x).flatten(1)).chunk(2, 1)
        return mu, logvar


class Decoder(nn.Module):
    """Draws the picture of a place."""

    def __init__(self, height: int, width: int, latent: int) -> None:
        super().__init__()
        self.h, self.w, _ = grid(height, width)
        inward = channels(height, width)
        c = (inward[-1], *reversed(inward))
        self.widen = nn.Linear(latent, c[0] * self.h * self.w)
        self.norm = nn.BatchNorm2d(c[0])
        self.doubles = nn.Sequential(*(Twice(i, o) for i, o in pairwise(c)))
        self.last = nn.Conv2d(c[-1], 3, 5, padding=2)

    def forward(self, z: Tensor) -> Tensor:
        """(B, latent) to (B, 3, height, width) from -1 to 1."""
        x = self.widen(z).view(len(z), -1, self.h, self.w).contiguous(memory_format=torch.channels_last)
        return torch.tanh(self.last(self.doubles(F.leaky_relu(self.norm(x), SLOPE))))


class Memory(nn.Module):
    """`encoder` and `decoder`; `mean` and `spread` describe where the training's pictures lie."""

    mean: Tensor
    spread: Tensor

    def __init__(self, height: int, width: int, latent: int) -> None:
        super().__init__()
        self.height, self.width, self.latent = height, width, latent
        self.encoder = Encoder(height, width, latent)
        self.decoder = Decoder(height, width, latent)
        self.register_buffer("mean", torch.zeros(latent))
        self.register_buffer("spread", torch.eye(latent))

    def forward(self, x: Tensor) -> Tensor:
        """(B, 3, height, width) to the same, remembered: drawn from the mean of its distribution."""
        mu, _ = self.encoder(x)
        drawn: Tensor = self.decoder(mu)
        return drawn

    def drawn(self, chance: Tensor, truncation: Tensor | float = 1.0) -> Tensor:
        """Standard normal numbers (B, latent) to pictures (B, 3, height, width) like those of the training.

        `truncation`, one number or (B, 1), scales their distance from the mean of all pictures.
        """
        pictures: Tensor = self.decoder(self.mean + truncation * chance @ self.spread)
        return pictures

    def layers(self) -> dict[str, Part]:
        """See `parts.layers_of`."""
        inward = [Part(half, (f"encoder.halves.{i}",)) for i, half in enumerate(self.encoder.halves)]
        first = Part(self.decoder.norm, ("decoder.widen", "decoder.norm"))
        rest = [Part(double, (f"decoder.doubles.{i}",)) for i, double in enumerate(self.decoder.doubles)]
        return seeing(inward) | drawing([first, *rest])

    @torch.no_grad()
    def describe(self, pictures: Tensor) -> None:
        """Take `mean` and `spread` from all pictures of the training: uint8 (N, 3, height, width).

        They are those of what the decoder has drawn from: the pictures' distributions, taken together.
        """
        parts = [self.encoder(as_numbers(pictures[i : i + 64])) for i in range(0, len(pictures), 64)]
        mean, spread = gaussian.of_all(*(torch.cat(each) for each in zip(*parts, strict=True)))
        self.mean.copy_(mean)
        self.spread.copy_(spread)


class Judge(nn.Module):
    """Tells pictures from drawings. What it sees on the way is what pictures are compared by.

    It learns with batches of pictures and drawings together, and is never asked without: it keeps no statistics. The
    last of its features are normalised and not scaled, so that likeness cannot be won, or lost, by their size. The
    first, where they are not the last, are left as they are: areas that are even count by how far they differ.
    """

    def __init__(self, height: int, width: int) -> None:
        super().__init__()
        h, w, _ = grid(height, width)
        c = (3, *channels(height, width))
        self.convs = nn.ModuleList(nn.Conv2d(i, o, 5, stride=2, padding=2, bias=False) for i, o in pairwise(c))
        norms = [nn.BatchNorm2d(o, affine=False, track_running_stats=False) for o in c[1:]]
        self.norms = nn.ModuleList([nn.Identity(), *norms[1:]] if norms[1:] else norms)
        self.hidden = nn.Linear(c[-1] * h * w, 8 * c[1])
        self.last = nn.Linear(8 * c[1], 1)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(B, 3, height, width) to verdicts (B,), above 0 for a picture, and features (B, F)."""
        for conv, norm in zip(self.convs, self.norms, strict=True):
            seen = norm(conv(x))
            x = F.leaky_relu(seen, SLOPE)
        hidden = F.leaky_relu(self.hidden(x.flatten(1)), SLOPE)
        return torch.squeeze(self.last(hidden), 1), seen.flatten(1)


class Lesson:
    """A memory and a judge, their optimiser, and the memory's average."""

    def __init__(self, height: int, width: int, latent: int, regimen: Regimen) -> None:
        with noise.weights(regimen.seed):
            self.network = machine.placed(Memory(height, width, latent))
            self.D = machine.placed(Judge(height, width))
        self.average = Average(self.network, regimen.average)
        learning = [*self.network.parameters(), *self.D.parameters()]
        self.optimiser = torch.optim.Adam(learning, regimen.rate, BETAS, fused=True)
        self.parts = Parts(
            {"network": self.network, "D": self.D, "average": self.average.network}, {"adam": self.optimiser}
        )


LOSSES = ("loss", "judge", "prior")


def train(
    lesson: Lesson, batches: Batches, regimen: Regimen, operations: Sequence[str], begin: int = 0
) -> Iterator[Step]:
    """Train a memory and its judge in place from step `begin` on, yielding after each step."""
    lesson.network.train()
    for step in range(begin, regimen.steps):
        regimen.guide(lesson.optimiser, step)
        X = augment.apply(batches.at(step), operations, 1.0, regimen.seed, step)  # (B, 3, H, W)
        source = noise.generator(regimen.seed, "latent", step)
        chance = shares.draw(noise.normal, (2, len(X), lesson.network.latent), source, 1)
        lesson.optimiser.zero_grad()
        losses = gradients(lesson.network, lesson.D, X, chance)
        lesson.optimiser.step()
        lesson.average.update(step)
        yield Step(step + 1, losses)


def gradients(network: Memory, D: Judge, X: Tensor, chance: Tensor) -> Tensor:
    """Add to each weight the gradient of its own loss, before anything moves. Returns `LOSSES`, (3,).

    `X` (B, 3, height, width), `chance` (2, B, latent) standard normal; the letters are the paper's. The encoder learns
    from L_prior + L_llike, the decoder from GAMMA L_llike and the judge's verdict, the judge from telling pictures
    from drawings, and never from likeness, which it could have by seeing nothing.
    """
    Enc, Dec = network.encoder, network.decoder
    theta_Enc, theta_Dec, theta_D = ([p for p in each.parameters() if p.requires_grad] for each in (Enc, Dec, D))
    mu, logvar = Enc(X)  # (B, latent), (B, latent)
    Z, Z_p = mu + chance[0] * torch.exp(0.5 * logvar), chance[1]
    drawn = Dec(torch.cat([Z, Z_p]))  # (2B, 3, height, width)
    verdicts, features = D(torch.cat([X, drawn]))  # (3B,), (3B, F)
    Dis_X, Dis_Z, _ = features.chunk(3)
    of_X, of_drawn = verdicts[: len(X)], verdicts[len(X) :]

    L_prior = gaussian.prior(mu, logvar)
    L_llike = 0.5 * (Dis_Z - Dis_X).square().sum(1).mean()
    real, false = F.softplus(-of_X).mean(), F.softplus(of_drawn).mean()  # -L_GAN, in two
    pleased = F.softplus(-of_drawn).mean()  # for L_GAN of drawings, which teaches nothing where the judge is sure
    may_D, may_Dec = balance(*shares.mean(torch.stack([real, false])).detach())

    (by_likeness,) = torch.autograd.grad(L_llike, drawn, retain_graph=True)
    (by_verdict,) = torch.autograd.grad(pleased, drawn, retain_graph=True)
    told = GAMMA * by_likeness + may_Dec * by_verdict
    torch.autograd.backward(may_D * (real + false), inputs=theta_D, retain_graph=True)
    torch.autograd.backward(drawn, told, inputs=theta_Dec, retain_graph=True)
    torch.autograd.backward([drawn, L_prior], [by_likeness, None], inputs=theta_Enc)
    return torch.stack([L_llike, real + false, L_prior]).detach()


def balance(real: Tensor, false: Tensor) -> tuple[Tensor, Tensor]:
    """Whether the judge may learn, and whether the decoder may learn to please it, by the judge's losses: 0 or 1.

    One that is sure of pictures or of drawings waits, and one that is lost is not led on: otherwise the features of
    which likeness is made come to nothing. Where it is both, both learn. (The authors' code; the paper has none.)
    """
    losses = torch.stack([real, false])
    sure = (losses < EQUILIBRIUM - MARGIN).any()
    lost = (losses > EQUILIBRIUM + MARGIN).any()
    return (~sure | lost).to(losses.dtype), (~lost | sure).to(losses.dtype)
