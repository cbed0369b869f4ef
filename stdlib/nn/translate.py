"""Translation: pictures of one kind are drawn as pictures of another.

Where the pictures come in pairs, a network learns to draw the second of each from the first, and a judge who sees both
says whether they belong together (pix2pix: Isola et al., "Image-to-image translation with conditional adversarial
networks", 2017). Where they do not, two networks translate there and back, and what comes back must be what went in
(CycleGAN: Zhu et al., "Unpaired image-to-image translation using cycle-consistent adversarial networks", 2017). Both
are kept small, with the loss of least squares (Mao et al., "Least squares generative adversarial networks", 2017), and
without dropout, which hardly makes pictures differ (Isola et al., section 3.1) and would need a state of chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from intaglio.stdlib.nn import augment, machine, noise, shares
from intaglio.stdlib.nn.average import Average
from intaglio.stdlib.nn.batches import Batches, as_numbers
from intaglio.stdlib.nn.blocks import SLOPE, Double, alone, grid
from intaglio.stdlib.nn.parts import Part, drawing, seeing
from intaglio.stdlib.nn.regimen import Regimen, Step
from intaglio.stdlib.nn.state import Parts

LAMBDA_L1 = 100.0  # of pairs; Isola et al., section 6.1
LAMBDA_CYCLE, LAMBDA_IDENTITY = 10.0, 5.0  # without; Zhu et al., sections 4 and 5.2


def _is_small(height: int, width: int) -> bool:
    return height * width < 128 * 128


class Unet(nn.Module):
    """Draws a picture anew. Every grid on the way out sees that of its size on the way in, so that places stay."""

    def __init__(self, height: int, width: int) -> None:
        super().__init__()
        first = 24 if _is_small(height, width) else 32
        c = [min(first << i, 4 * first) for i in range(grid(height, width)[2] + 1)]
        self.first = nn.Conv2d(3, c[0], 3, padding=1)
        self.halves = nn.ModuleList(
            nn.Sequential(nn.Conv2d(i, o, 4, stride=2, padding=1), alone(o), nn.LeakyReLU(SLOPE))
            for i, o in pairwise(c)
        )
        inward = [c[-1], *(2 * each for each in reversed(c[1:-1]))]  # what comes from below, beside what was seen
        self.doubles = nn.ModuleList(Double(i, o, alone) for i, o in zip(inward, reversed(c[:-1]), strict=True))
        self.last = nn.Conv2d(2 * c[0], 3, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, 3, H, W) from -1 to 1, to the same. H and W may be other than those it was made for."""
        seen = [F.leaky_relu(self.first(x), SLOPE)]
        for half in self.halves:
            seen.append(half(seen[-1]))
        x = seen.pop()
        for double in self.doubles:
            x = torch.cat([double(x), seen.pop()], 1)
        return torch.tanh(self.last(x))


class Translator(nn.Module):
    """`forth` draws the first kind of pictures as the second; `back` the other way, where `ways` is 2, else None."""

    def __init__(self, height: int, width: int, ways: int) -> None:
        super().__init__()
        self.forth = Unet(height, width)
        self.back = Unet(height, width) if ways == 2 else None

    def forward(self, x: Tensor) -> Tensor:
        """(B, 3, H, W) of the first kind, to (B, 3, H, W) of the second, all from -1 to 1."""
        y: Tensor = self.forth(x)
        return y

    def layers(self) -> dict[str, Part]:
        """See `parts.layers_of`. Those of the way forth."""
        halves = [Part(half, (f"forth.halves.{i}",)) for i, half in enumerate(self.forth.halves)]
        return seeing(halves) | drawing(
            [Part(double, (f"forth.doubles.{i}",)) for i, double in enumerate(self.forth.doubles)]
        )


class Judge(nn.Module):
    """Says of every patch of a picture how much it looks like one: 1 for yes, 0 for no."""

    def __init__(self, height: int, width: int, channels: int) -> None:
        super().__init__()
        first, halvings = (24, 2) if _is_small(height, width) else (32, 4)
        c = [min(first << i, 4 * first) for i in range(halvings + 1)]
        self.first = nn.Conv2d(channels, c[0], 4, stride=2, padding=1)
        self.halves = nn.ModuleList(nn.Conv2d(i, o, 4, stride=2, padding=1) for i, o in pairwise(c[:-1]))
        self.norms = nn.ModuleList(alone(o) for o in c[1:])
        self.conv = nn.Conv2d(c[-2], c[-1], 3, padding=1)
        self.last = nn.Conv2d(c[-1], 1, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, channels, H, W) to (B, 1, h, w)."""
        x = F.leaky_relu(self.first(x), SLOPE)
        for conv, norm in zip([*self.halves, self.conv], self.norms, strict=True):
            x = F.leaky_relu(norm(conv(x)), SLOPE)
        verdict: Tensor = self.last(x)
        return verdict


class Pool(nn.Module):
    """Drawings of before, so that a judge does not forget them (Shrivastava et al., 2017, section 2.3).

    How many it holds follows from the step, so that there is nothing else to keep. They are held as pixels. Where
    several share a batch, each holds the drawings of all.
    """

    SIZE = 50

    kept: Tensor

    def __init__(self, height: int, width: int) -> None:
        super().__init__()
        self.register_buffer("kept", torch.zeros(self.SIZE, 3, height, width, dtype=torch.uint8))

    @torch.no_grad()
    def exchange(self, drawn: Tensor, step: int, source: np.random.Generator) -> Tensor:
        """Put drawings (B, 3, H, W) in, and take as many out: each itself, or, half of the time, one of before."""
        pixels = shares.whole(drawn.add(1.0).mul_(127.5).round_().clamp_(0, 255).to(torch.uint8))
        for i, place in enumerate(range(step * len(pixels), (step + 1) * len(pixels))):
            if place < self.SIZE:
                self.kept[place] = pixels[i]
            elif source.random() < 0.5:
                old = int(source.integers(self.SIZE))
                pixels[i], self.kept[old] = self.kept[old].clone(), pixels[i].clone()
        return as_numbers(shares.part(pixels))


class Contest:
    """A translator and its judges, their optimisers, the translator's average, and the pools of what was drawn.

    With `ways` 1 the judge looks at pairs; with 2, two judges know each one kind, `A` the first.
    """

    def __init__(self, height: int, width: int, ways: int, regimen: Regimen) -> None:
        with noise.weights(regimen.seed):
            self.G = machine.placed(Translator(height, width, ways))
            judges = {"pairs": Judge(height, width, 6)} if ways == 1 else {k: Judge(height, width, 3) for k in "AB"}
            self.D = machine.placed(nn.ModuleDict(judges))
        self.pools = {k: Pool(height, width).to(machine.device()) for k in ("AB" if ways == 2 else "")}
        self.average = Average(self.G, regimen.average)
        self.optimiser_G = torch.optim.Adam(self.G.parameters(), regimen.rate, (0.5, 0.999), fused=True)
        self.optimiser_D = torch.optim.Adam(self.D.parameters(), regimen.rate, (0.5, 0.999), fused=True)
        self.parts = Parts(
            {"G": self.G, "D": self.D, "average": self.average.network}
            | {f"pool-{k}": pool for k, pool in self.pools.items()},
            {"adam-G": self.optimiser_G, "adam-D": self.optimiser_D},
        )

    def learn(self, step: int, loss_G: Tensor, loss_D: Tensor) -> Step:
        """Move all networks by one step. The generator's loss must have been asked of a judge that learns nothing."""
        self.optimiser_G.zero_grad()
        loss_G.backward()  # type: ignore[no-untyped-call]
        self.optimiser_D.zero_grad()
        loss_D.backward()  # type: ignore[no-untyped-call]
        self.optimiser_G.step()
        self.optimiser_D.step()
        self.average.update(step)
        return Step(step + 1, torch.stack([loss_G.detach(), loss_D.detach()]))


LOSSES = ("loss", "judge")  # the translator's stands first: it is the one that is shown


def train_pairs(
    contest: Contest, first: Batches, second: Batches, regimen: Regimen, operations: Sequence[str], begin: int = 0
) -> Iterator[Step]:
    """Train a contest of one way in place from step `begin` on, yielding after each step.

    What stands at one place in `first` and in `second` is a pair; `operations` change both in the same way.
    """
    G, D = contest.G.train().forth, contest.D.train()["pairs"]
    for step in range(begin, regimen.steps):
        regimen.guide(contest.optimiser_G, step)
        regimen.guide(contest.optimiser_D, step)
        a, b = (augment.apply(x.at(step), operations, 1.0, regimen.seed, step) for x in (first, second))  # (B, 3, H, W)
        G_a = G(a)  # (B, 3, H, W)

        D.requires_grad_(False)
        loss_G = _alike(D(torch.cat([a, G_a], 1)), 1.0) + LAMBDA_L1 * F.l1_loss(G_a, b)
        D.requires_grad_(True)

        D_b = D(torch.cat([a, b], 1))
        D_Ga = D(torch.cat([a, G_a.detach()], 1))
        yield contest.learn(step, loss_G, 0.5 * (_alike(D_b, 1.0) + _alike(D_Ga, 0.0)))


def train_sets(
    contest: Contest, first: Batches, second: Batches, regimen: Regimen, operations: Sequence[str], begin: int = 0
) -> Iterator[Step]:
    """Train a contest of two ways in place from step `begin` on, yielding after each step. Nothing is paired."""
    translator, D, seed = contest.G.train(), contest.D.train(), regimen.seed
    G, F_ = translator.forth, translator.back
    assert F_ is not None
    for step in range(begin, regimen.steps):
        regimen.guide(contest.optimiser_G, step)
        regimen.guide(contest.optimiser_D, step)
        a = augment.apply(first.at(step), operations, 1.0, seed, step, 0)  # (B, 3, H, W)
        b = augment.apply(second.at(step), operations, 1.0, seed, step, 1)
        G_a, G_b = G(torch.cat([a, b])).chunk(2)
        F_b, F_a = F_(torch.cat([b, a])).chunk(2)

        D.requires_grad_(False)
        fooled = _alike(D["B"](G_a), 1.0) + _alike(D["A"](F_b), 1.0)
        D.requires_grad_(True)
        cycle = F.l1_loss(F_(G_a), a) + F.l1_loss(G(F_b), b)
        identity = F.l1_loss(G_b, b) + F.l1_loss(F_a, a)
        loss_G = fooled + LAMBDA_CYCLE * cycle + LAMBDA_IDENTITY * identity

        pool_a, pool_b = (
            contest.pools[k].exchange(drawn, step, noise.generator(seed, f"pool-{k}", step))
            for k, drawn in (("A", F_b), ("B", G_a))
        )
        loss_A = _alike(D["A"](a), 1.0) + _alike(D["A"](pool_a), 0.0)
        loss_B = _alike(D["B"](b), 1.0) + _alike(D["B"](pool_b), 0.0)
        yield contest.learn(step, loss_G, 0.5 * (loss_A + loss_B))


def _alike(verdicts: Tensor, wanted: float) -> Tensor:
    """How far verdicts are from what is wanted of them."""
    return (verdicts - wanted).square().mean()
