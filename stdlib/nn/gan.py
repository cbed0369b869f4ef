"""GAN: one network draws, another tells drawings from pictures (Goodfellow et al., 2014).

Small and quick, for few pictures: convolutions with skip-layer excitation (Liu et al., 2021) draw; the judge is under
spectral normalisation (Miyato et al., "Spectral normalization for GANs", 2018); the loss is the hinge (Lim and Ye,
"Geometric GAN", 2017); what is kept is the running average of the drawing network.
"""

from __future__ import annotations

from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from intaglio.stdlib.nn import contest
from intaglio.stdlib.nn.blocks import SLOPE, Double, Excite, Kinds, begun, grid, widths
from intaglio.stdlib.nn.parts import Part, drawing
from intaglio.stdlib.nn.regimen import Regimen


class Generator(nn.Module):
    """Draws pictures from points on a sphere of `latent` dimensions, in one of so many groups where it knows any."""

    def __init__(self, height: int, width: int, latent: int, groups: int = 0) -> None:
        super().__init__()
        self.height, self.width, self.latent = height, width, latent
        self.h, self.w, _ = grid(height, width)
        c = widths(height, width)
        self.kinds = Kinds(groups, latent) if groups else None
        self.first = nn.Linear(latent * (2 if groups else 1), c[0] * self.h * self.w)
        self.norm = nn.BatchNorm2d(c[0])
        self.doubles = nn.ModuleList(Double(i, o) for i, o in pairwise(c))
        self.excites = nn.ModuleList(Excite(i, o) for i, o in zip(c, c[2:], strict=False))
        self.last = nn.Conv2d(c[-1], 3, 3, padding=1)

    def forward(self, z: Tensor, truncation: Tensor | float = 1.0, groups: Tensor | None = None) -> Tensor:
        """(B, latent), of which only the direction counts, to (B, 3, height, width) from -1 to 1.

        `groups` (B, groups) says how much of each, for one that tells them apart.

        `truncation`, one number or (B, 1), scales the point towards the sphere's middle. The first layer is linear, so
        that is Karras et al.'s (2019) truncation towards the average of its features.
        """
        z = begun(z, truncation, self.kinds, groups)
        x = self.first(z).view(len(z), -1, self.h, self.w).contiguous(memory_format=torch.channels_last)
        grids = [F.leaky_relu(self.norm(x), SLOPE)]
        for i, double in enumerate(self.doubles):
            x = double(grids[-1])
            grids.append(self.excites[i - 1](grids[i - 1], x) if i > 0 else x)
        return torch.tanh(self.last(grids[-1]))

    def layers(self) -> dict[str, Part]:
        """See `parts.layers_of`."""
        first = Part(self.norm, ("first", "norm"))
        rest = [Part(double, (f"doubles.{i}", f"excites.{i - 1}")) for i, double in enumerate(self.doubles)]
        return drawing([first, *rest])


class Judge(nn.Module):
    """Says of pictures how much they look like pictures: above 0 for yes, below for no."""

    def __init__(self, height: int, width: int, groups: int = 0) -> None:
        super().__init__()
        h, w, doublings = grid(height, width)
        first = 16 if doublings >= 4 else 24
        c = [3, *(min(96, first << i) for i in range(doublings))]
        self.halves = nn.ModuleList(spectral_norm(nn.Conv2d(i, o, 4, stride=2, padding=1)) for i, o in pairwise(c))
        self.conv = spectral_norm(nn.Conv2d(c[-1], c[-1], 3, padding=1))
        self.last = spectral_norm(nn.Linear(c[-1] * h * w, 1))
        self.kinds = spectral_norm(nn.Linear(groups, c[-1], bias=False)) if groups else None

    def forward(self, x: Tensor, groups: Tensor | None = None) -> Tensor:
        """(B, 3, height, width), and for one that tells groups apart (B, groups), to (B,).

        Groups are judged by projection (Miyato and Koyama, "cGANs with projection discriminator", 2018, equation 5).
        """
        for half in self.halves:
            x = F.leaky_relu(half(x), SLOPE)
        x = F.leaky_relu(self.conv(x), SLOPE)
        verdict = torch.squeeze(self.last(x.flatten(1)), 1)
        return verdict if self.kinds is None else verdict + (x.sum((2, 3)) * self.kinds(groups)).sum(1)


class Contest(contest.Contest):
    """The two, with the hinge for a loss."""

    def __init__(self, height: int, width: int, latent: int, regimen: Regimen, groups: int = 0) -> None:
        def built() -> tuple[nn.Module, nn.Module]:
            return Generator(height, width, latent, groups), Judge(height, width, groups)

        super().__init__(built, regimen, (0.0, 0.9))

    def judged(self, x: Tensor, G_z: Tensor, groups: Tensor | None, seed: int, step: int) -> contest.Judged:
        """See `contest.Contest`."""
        both = torch.cat([x, G_z])
        D_x, D_Gz = self.D(both, None if groups is None else groups.repeat(2, 1)).chunk(2)  # (B,), (B,)
        loss = F.relu(1 - D_x).mean() + F.relu(1 + D_Gz).mean()
        return contest.Judged(D_x, loss, loss)

    def displeased(self, verdicts: Tensor) -> Tensor:
        """See `contest.Contest`."""
        return -verdicts.mean()
