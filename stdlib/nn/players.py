"""Players: two networks draw, and a judge tells which of them drew. There are no pictures to learn from.

After Terence Broad's "(un)stable equilibrium" (2019): the judge learns to tell the two apart, each of them tries to be
taken for the other, and each competes for more variety than the other has, so that neither can end in one flat colour.
The variety of a batch is the variance of its pictures' mean colours and that of whole pictures; a player's share of
what both have of each is what it competes for. The loss of the judge is the hinge (Lim and Ye,
"Geometric GAN", 2017).

Pictures grow: players begin with 8 px, and every so many steps another doubling is faded in (Karras et al.,
"Progressive growing of GANs", 2018, section 2). What is drawn at each size is added to what the coarser ones drew, as
in "Analyzing and improving the image quality of StyleGAN" (2020, section 4.1), so that the judge looks at one size
throughout. When a doubling comes in depends on the step alone: a longer training begins as a shorter one did.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils import parametrize

from intaglio.stdlib.nn import machine, noise, shares
from intaglio.stdlib.nn.average import Average
from intaglio.stdlib.nn.blocks import SLOPE, grid, widths
from intaglio.stdlib.nn.gan import Judge
from intaglio.stdlib.nn.parts import Part, drawing
from intaglio.stdlib.nn.regimen import Regimen, Step
from intaglio.stdlib.nn.state import Parts
from intaglio.stdlib.nn.style import doubled

EDGE, BOUND = 0.4, 4.0  # how near to black and white costs nothing, and how dear it is to go nearer
SMALLEST = 8  # px: the shorter side at which players begin
GROWS = 200  # steps from one doubling to the next
FLOOR = 1e-4  # of variances, so that none is nothing


class Double(nn.Module):
    """Twice the height and width, for both players: nearest neighbours, a 3x3 convolution, normalisation."""

    def __init__(self, c_in: int, c_out: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(2 * c_in, 2 * c_out, 3, padding=1, groups=2)
        self.norm = nn.BatchNorm2d(2 * c_out)

    def forward(self, x: Tensor) -> Tensor:
        """(B, 2 * c_in, H, W) to (B, 2 * c_out, 2H, 2W)."""
        return F.leaky_relu(self.norm(self.conv(F.interpolate(x, scale_factor=2))), SLOPE)


class Pair(nn.Module):
    """Two generators that no weight is shared by: the first half of every layer's channels is the first one's.

    So a layer is one module, and what bends it bends both. `grown` says how many doublings have been faded in.
    """

    grown: Tensor

    def __init__(self, height: int, width: int, latent: int) -> None:
        super().__init__()
        self.height, self.width, self.latent = height, width, latent
        self.h, self.w, doublings = grid(height, width)
        c = widths(height, width)
        self.first = nn.Linear(latent, 2 * c[0] * self.h * self.w)
        self.norm = nn.BatchNorm2d(2 * c[0])
        self.doubles = nn.ModuleList(Double(i, o) for i, o in pairwise(c))
        self.begins = min(doublings, next(n for n in count() if min(self.h, self.w) << n >= SMALLEST))
        self.colours = nn.ModuleList(nn.Conv2d(2 * i, 6, 3, padding=1, groups=2) for i in c[self.begins :])
        self.register_buffer("grown", torch.zeros(()))

    def both(self, z: Tensor, truncation: Tensor | float = 1.0) -> Tensor:
        """(B, latent), of which only the direction counts, to the pictures of each: (B, 2, 3, height, width)."""
        z = z * torch.rsqrt(z.square().mean(1, keepdim=True) + 1e-8) * truncation  # (B, latent)
        x = self.first(z).view(len(z), -1, self.h, self.w)
        x = F.leaky_relu(self.norm(x), SLOPE)
        for double in self.doubles[: self.begins]:
            x = double(x)
        y = self.colours[0](x)  # (B, 6, h, w)
        for number, (double, colours) in enumerate(zip(self.doubles[self.begins :], self.colours[1:], strict=True)):
            x = double(x)
            y = doubled(y) + (self.grown - number).clamp(0, 1) * colours(x)
        return torch.tanh(y).view(len(z), 2, 3, self.height, self.width)

    def forward(self, z: Tensor, truncation: Tensor | float = 1.0) -> Tensor:
        """(B, latent) to what both draw there, side by side: (B, 3, height, 2 * width) from -1 to 1."""
        one, two = self.both(z, truncation).unbind(1)
        return torch.cat([one, two], 3)

    def one(self, player: int, z: Tensor, truncation: Tensor | float = 1.0) -> Tensor:
        """(B, latent) to what one of the two draws there, the first being 0: (B, 3, height, width) from -1 to 1."""
        return self.both(z, truncation)[:, player]

    def layers(self) -> dict[str, Part]:
        """See `parts.layers_of`."""
        owned = [("first", "norm"), *((f"doubles.{i}",) for i in range(len(self.doubles)))]
        for number in range(len(self.colours)):
            owned[self.begins + number] += (f"colours.{number}",)
        return drawing([Part(*each) for each in zip((self.norm, *self.doubles), owned, strict=True)])


class Game:
    """Two players and a judge, their optimisers, and the players' average."""

    def __init__(self, height: int, width: int, latent: int, regimen: Regimen) -> None:
        with noise.weights(regimen.seed):
            self.G = machine.placed(Pair(height, width, latent))
            self.D = machine.placed(Judge(height, width))
        self.average = Average(self.G, regimen.average)
        self.optimiser_G = torch.optim.Adam(self.G.parameters(), regimen.rate, (0.0, 0.9), fused=True)
        self.optimiser_D = torch.optim.Adam(self.D.parameters(), regimen.rate, (0.0, 0.9), fused=True)
        self.parts = Parts(
            {"G": self.G, "D": self.D, "average": self.average.network},
            {"adam-G": self.optimiser_G, "adam-D": self.optimiser_D},
        )


LOSSES = ("loss", "judge")  # the players' stands first: it is the one that is shown
COMPETES = 0.3  # how much variety counts, beside being taken for the other


def variety(x: Tensor) -> Tensor:
    """How much a batch (B, P, 3, H, W) of each of P players varies, in colours and as whole pictures: (2, P).

    Of mean colours it is the generalised variance (Wilks, "Certain generalizations in the analysis of variance", 1932),
    as one of three dimensions: many shades of one colour are not many colours. Of pictures it is that of their pixels.
    """
    c = x.mean((3, 4)) - shares.mean(x.mean((0, 3, 4)))  # (B, P, 3)
    covariance = shares.mean(torch.einsum("bpi,bpj->pij", c, c) / len(c))
    colours = torch.linalg.det(covariance + FLOOR * torch.eye(3, device=x.device)).pow(1 / 3)
    return torch.stack([colours, shares.variance(x).mean((1, 2, 3)) + FLOOR])


def contended(x: Tensor) -> Tensor:
    """What is lost by not having all of both kinds of variety in (B, 2, 3, H, W); to each the rival's is a given."""
    v = variety(x)  # (2, 2)
    return -torch.log(v / (v + v.detach().flip(1))).sum()


def train(game: Game, regimen: Regimen, begin: int = 0, competes: float = COMPETES) -> Iterator[Step]:
    """Train a game in place from step `begin` on, yielding after each step."""
    G, D, seed = game.G.train(), game.D.train(), regimen.seed
    for step in range(begin, regimen.steps):
        regimen.guide(game.optimiser_G, step)
        regimen.guide(game.optimiser_D, step)

        source = noise.generator(seed, "latent", step)
        z = shares.draw(noise.normal, (shares.size(regimen.batch), G.latent), source)  # (B, Z)
        x = G.both(z)  # (B, 2, 3, H, W)
        drawn = torch.cat(x.unbind(1))  # (2B, 3, H, W)

        with parametrize.cached():
            D_1, D_2 = D(drawn.detach()).chunk(2)  # (B,), (B,)
            loss_D = F.relu(1 - D_1).mean() + F.relu(1 + D_2).mean()
            game.optimiser_D.zero_grad()
            loss_D.backward()  # type: ignore[no-untyped-call]
        game.optimiser_D.step()

        D.requires_grad_(False)  # the judge is asked, and learns nothing from it
        with parametrize.cached():
            D_1, D_2 = D(drawn).chunk(2)
            glare = F.relu(drawn.abs() - EDGE).square().mean()
            loss_G = D_1.mean() - D_2.mean() + competes * contended(x) + BOUND * glare
            game.optimiser_G.zero_grad()
            loss_G.backward()
        game.optimiser_G.step()
        G.grown += 1 / GROWS
        D.requires_grad_(True)

        game.average.update(step)
        yield Step(step + 1, torch.stack([loss_G.detach(), loss_D.detach()]))
