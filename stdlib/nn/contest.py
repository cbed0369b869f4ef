"""Contest: one network draws, another judges, and they are taught in turn, whatever the two are.

The judge tells drawings from pictures; the generator is to be taken for pictures (Goodfellow et al., "Generative
adversarial nets", 2014). What the two are, and what each of them loses, a sort's own `Contest` says.

A judge may also be asked the other way: *inverted*, its verdict is what the generator is to get wrong, so that it
draws ever more what the judge takes for drawn. *Frozen*, the judge stays as it was, and no picture is needed. Both
together are Broad, Leymarie and Grierson's "Amplifying the uncanny" (2020), section 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils import parametrize

from intaglio.stdlib.nn import augment, machine, noise, shares
from intaglio.stdlib.nn.average import Average
from intaglio.stdlib.nn.batches import Batches
from intaglio.stdlib.nn.regimen import Regimen, Step
from intaglio.stdlib.nn.state import Parts

LOSSES = ("loss", "judge")  # the generator's stands first: it is the one that is shown
ALONE = ("loss", "verdict")  # of a generator before a frozen judge, and what that says of drawings: above 0 for real


class Judged(NamedTuple):
    """What a judge said of pictures (B, …), what it lost as it is told of, and what it learns from."""

    verdicts: Tensor
    loss: Tensor
    total: Tensor


class Contest:
    """A generator and a judge, their optimisers, the generator's average, and how likely augmentations are."""

    def __init__(
        self, built: Callable[[], tuple[nn.Module, nn.Module]], regimen: Regimen, betas: tuple[float, float]
    ) -> None:
        """`built` makes the two, first the generator; `betas` are the optimisers'."""
        with noise.weights(regimen.seed):
            G, D = built()
        self.G: Any = machine.placed(G)
        self.D: Any = machine.placed(D)
        self.average: Average[Any] = Average(self.G, regimen.average)
        self.optimiser_G = torch.optim.Adam(self.G.parameters(), regimen.rate, betas, fused=True)
        self.optimiser_D = torch.optim.Adam(self.D.parameters(), regimen.rate, betas, fused=True)
        self.adaptive = machine.placed(augment.Adaptive(regimen.batch))
        self.parts = Parts(
            {"G": self.G, "D": self.D, "average": self.average.network, "adaptive": self.adaptive},
            {"adam-G": self.optimiser_G, "adam-D": self.optimiser_D},
        )

    def drawn(self, count: int, groups: Tensor | None, seed: int, step: int) -> Tensor:
        """What the generator draws at a step: (count, 3, H, W). `groups` (count, K) says how much of each."""
        z = shares.draw(noise.normal, (count, self.G.latent), noise.generator(seed, "latent", step))  # (B, Z)
        drawn: Tensor = self.G(z, groups=groups)
        return drawn

    def judged(self, x: Tensor, G_z: Tensor, groups: Tensor | None, seed: int, step: int) -> Judged:
        """Let the judge look at pictures x and drawings (B, 3, H, W), as it sees them."""
        raise NotImplementedError

    def displeased(self, verdicts: Tensor) -> Tensor:
        """What the generator loses by verdicts (B, …) on what it drew."""
        raise NotImplementedError

    def finish(self) -> None:
        """Do what is left to do when all is learnt."""


class Grained(Contest):
    """One whose generator is also told where grain falls, anew for every picture."""

    def drawn(self, count: int, groups: Tensor | None, seed: int, step: int) -> Tensor:
        """See `Contest.drawn`."""
        source = noise.generator(seed, "latent", step)
        z, grain = (
            shares.draw(noise.normal, (count, numbers), source) for numbers in (self.G.latent, self.G.grains.count)
        )
        drawn: Tensor = self.G(z, groups=groups, grain=grain)
        return drawn


def train(
    contest: Contest,
    batches: Batches,
    regimen: Regimen,
    operations: Sequence[str],
    begin: int = 0,
    *,
    inverted: bool = False,
) -> Iterator[Step]:
    """Train a contest in place from step `begin` on, yielding after each step.

    `operations` act on what the judge sees, as likely as need be; but `flip` says that a mirrored picture is as good
    as a picture, and acts on pictures alone, half of the time.
    """
    contest.G.train()
    D, seed = contest.D.train(), regimen.seed
    seen = [name for name in operations if name != "flip"]
    mirrored = [name for name in operations if name == "flip"]
    for step in range(begin, regimen.steps):
        regimen.guide(contest.optimiser_G, step)
        regimen.guide(contest.optimiser_D, step)
        p = contest.adaptive.p

        x = augment.apply(batches.at(step), mirrored, 1.0, seed, step, 0)  # (B, 3, H, W)
        k = batches.groups_at(step)  # (B, K), or None
        G_z = contest.drawn(len(x), k, seed, step)  # (B, 3, H, W)

        x = augment.apply(x, seen, p, seed, step, 1)
        with parametrize.cached():
            told = contest.judged(x, augment.apply(G_z.detach(), seen, p, seed, step, 2), k, seed, step)
            contest.optimiser_D.zero_grad()
            told.total.backward()  # type: ignore[no-untyped-call]
        contest.optimiser_D.step()
        contest.adaptive.hear(told.verdicts)

        D.requires_grad_(False)  # the judge is asked, and learns nothing from it
        loss_G, _ = _taught(contest, augment.apply(G_z, seen, p, seed, step, 3), k, inverted=inverted)
        D.requires_grad_(True)

        contest.average.update(step)
        yield Step(step + 1, torch.stack([loss_G, told.loss.detach()]))


def train_alone(
    contest: Contest, regimen: Regimen, groups: int = 0, begin: int = 0, *, inverted: bool = False
) -> Iterator[Step]:
    """Train the generator of a contest in place before its judge, which stays as it is to the bit.

    Of `groups`, as many pictures are drawn of one as of another.
    """
    contest.G.train()
    contest.D.eval().requires_grad_(False)  # in eval mode not even its spectral norms move
    for step in range(begin, regimen.steps):
        regimen.guide(contest.optimiser_G, step)
        k = _any(groups, regimen.batch, regimen.seed, step)  # (B, K), or None
        G_z = contest.drawn(shares.size(regimen.batch), k, regimen.seed, step)  # (B, 3, H, W)
        loss, verdicts = _taught(contest, G_z, k, inverted=inverted)
        contest.average.update(step)
        yield Step(step + 1, torch.stack([loss, verdicts.mean()]))


def _taught(contest: Contest, G_z: Tensor, k: Tensor | None, *, inverted: bool) -> tuple[Tensor, Tensor]:
    """Have the generator learn from a verdict on what it drew: what it lost, and the verdict."""
    with parametrize.cached():
        verdicts = contest.D(G_z, k)
        loss = contest.displeased(-verdicts if inverted else verdicts)
        contest.optimiser_G.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
    contest.optimiser_G.step()
    return loss.detach(), verdicts.detach()


def _any(groups: int, count: int, seed: int, step: int) -> Tensor | None:
    if not groups:
        return None
    numbers = torch.from_numpy(shares.part(noise.generator(seed, "group", step).integers(groups, size=count)))
    return F.one_hot(numbers, groups).float().to(machine.device())
