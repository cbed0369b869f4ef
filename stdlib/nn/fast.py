"""Fast GAN: a gan for few pictures that are large, whose judge has to redraw the pictures that it judges.

Liu et al., "Towards faster and stabilized GAN training for high-fidelity few-shot image synthesis" (2021). What
draws begins with one coarse grid, and its channels at each size are gated; a coarse size says how loud each channel is
four sizes further on (section 3.1, skip-layer excitation), and grain falls on every size. The judge looks at the
picture and at its half, a patch at a time, in residual steps; small decoders must redraw the picture, whole and in
part, from what it has seen, so that it sees all of a picture and cannot go by one corner of it (section 3.2). The loss
is the hinge, its margin smoothed by chance, as in the authors' code.

Left out: the distance of a pretrained network, by which they compare what was redrawn. Here it is the mean difference
of pixels, since nothing is downloaded. A smaller picture of the drawing is its own half, and none that is drawn beside
it. There are fewer channels, for processors; pictures are of any size.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from intaglio.stdlib.nn import contest, noise, shares
from intaglio.stdlib.nn.blocks import SLOPE, Double, Excite, Grains, Kinds, begun, grid
from intaglio.stdlib.nn.parts import Part, drawing
from intaglio.stdlib.nn.regimen import Regimen

DRAWS = (128, 96, 64, 48, 32, 16, 8, 8)  # channels of the generator, from the coarsest grid on
SEES = (16, 32, 64, 96)  # channels of the judge, from the picture inwards; the last are those of all that follow
REDRAWS = (32, 16, 8)  # channels of a decoder, from the judge's grid on
APART = 4  # sizes from one that says how loud another is to that one
PATCHES = 8  # patches a side that are judged, about, or more
SMOOTH = 0.2  # of the hinge's margin


# Drawing -----------------------------------------------------------------------------------------------------------


def gated(x: Tensor) -> Tensor:
    """(B, 2 * C, H, W) to (B, C, H, W): one half of the channels says how much of the other comes through (GLU;
    Dauphin et al., "Language modeling with gated convolutional networks", 2017).

    Torch's own gives back gradients laid out otherwise: measured at 128 px, a step takes nearly twice as long with it.
    """
    through, gate = x.chunk(2, 1)
    return through * torch.sigmoid(gate)


class Gated(Double):
    """Twice the height and width, as `Double` does it, gated."""

    def __init__(self, c_in: int, c_out: int) -> None:
        super().__init__(c_in, 2 * c_out)

    def forward(self, x: Tensor, grain: Tensor | float = 0.0) -> Tensor:
        """(B, c_in, H, W) and grain (B, 1, 2H, 2W) to (B, c_out, 2H, 2W)."""
        return gated(self.norm(self.doubled(x) + grain))


class Again(nn.Module):
    """The same at one size."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, 2 * channels, 3, padding=1)
        self.norm = nn.BatchNorm2d(2 * channels)

    def forward(self, x: Tensor, grain: Tensor) -> Tensor:
        """(B, C, H, W) and grain (B, 1, H, W) to (B, C, H, W)."""
        return gated(self.norm(self.conv(x) + grain))


class First(nn.Module):
    """The coarsest grid."""

    def __init__(self, c_in: int, c_out: int, height: int, width: int) -> None:
        super().__init__()
        self.h, self.w = height, width
        self.linear = nn.Linear(c_in, 2 * c_out * height * width)
        self.norm = nn.BatchNorm2d(2 * c_out)

    def forward(self, z: Tensor) -> Tensor:
        """(B, c_in) to (B, c_out, height, width)."""
        x = self.linear(z).view(len(z), -1, self.h, self.w).contiguous(memory_format=torch.channels_last)
        return gated(self.norm(x))


class Size(nn.Module):
    """All that is drawn at one size: a layer that doubles, and at every second size one that goes on.

    Grain falls on each, as loud as it has learnt to be.
    """

    grain: Tensor

    def __init__(self, c_in: int, c_out: int, height: int, width: int, *, again: bool) -> None:
        super().__init__()
        self.up = Gated(c_in, c_out)
        self.again = Again(c_out) if again else None
        self.shape = (2 if again else 1, height, width)
        self.loud = nn.Parameter(torch.zeros(self.shape[0]))
        self.register_buffer("grain", torch.randn(1, *self.shape))

    def forward(self, x: Tensor, grain: Tensor | None) -> Tensor:
        """(B, c_in, H/2, W/2) to (B, c_out, H, W). `grain` (B, L, H, W); None is its own, a fixed one."""
        grain = (self.grain if grain is None else grain) * self.loud[:, None, None]
        x = self.up(x, grain[:, :1])
        return x if self.again is None else self.again(x, grain[:, 1:])


class Generator(nn.Module):
    """Draws pictures from points on a sphere of `latent` dimensions, in one of so many groups where it knows any."""

    def __init__(self, height: int, width: int, latent: int, groups: int = 0) -> None:
        super().__init__()
        self.height, self.width, self.latent = height, width, latent
        h, w, doublings = grid(height, width)
        c = DRAWS[: doublings + 1]
        self.kinds = Kinds(groups, latent) if groups else None
        self.first = First(latent * (2 if groups else 1), c[0], h, w)
        sizes = [Size(i, o, h << n, w << n, again=n % 2 == 1) for n, (i, o) in enumerate(pairwise(c), start=1)]
        self.sizes = nn.ModuleList(sizes)
        self.grains = Grains(size.shape for size in sizes)
        self.apart = min(APART, doublings)
        self.excites = nn.ModuleList(Excite(i, o) for i, o in zip(c, c[self.apart :], strict=False))
        self.last = nn.Conv2d(c[-1], 3, 3, padding=1)

    def forward(
        self,
        z: Tensor,
        truncation: Tensor | float = 1.0,
        groups: Tensor | None = None,
        grain: Tensor | None = None,
    ) -> Tensor:
        """(B, latent), of which only the direction counts, to (B, 3, height, width) from -1 to 1.

        `truncation` and `groups` as in `gan.Generator`. `grain` (B, `grains.count`) are the places of chance that fall
        anew for every picture; without it they are fixed.
        """
        grains = [None] * len(self.sizes) if grain is None else self.grains.cut(grain)
        drawn = [self.first(begun(z, truncation, self.kinds, groups))]
        for n, (size, each) in enumerate(zip(self.sizes, grains, strict=True), start=1):
            x = size(drawn[-1], each)
            drawn.append(x if n < self.apart else self.excites[n - self.apart](drawn[n - self.apart], x))
        return torch.tanh(self.last(drawn[-1]))

    def layers(self) -> dict[str, Part]:
        """See `parts.layers_of`."""
        owned = [(f"sizes.{i}", f"excites.{i + 1 - self.apart}") for i in range(len(self.sizes))]
        rest = [Part(size, names) for size, names in zip(self.sizes, owned, strict=True)]
        return drawing([Part(self.first, ("first",)), *rest])


# Judging -----------------------------------------------------------------------------------------------------------


class Down(nn.Module):
    """Half the height and width: two convolutions, and a short way past them."""

    def __init__(self, c_in: int, c_out: int) -> None:
        super().__init__()
        self.first, self.first_norm = _conv(c_in, c_out, 4, stride=2, padding=1), nn.BatchNorm2d(c_out)
        self.second, self.second_norm = _conv(c_out, c_out, 3, padding=1), nn.BatchNorm2d(c_out)
        self.past, self.past_norm = _conv(c_in, c_out, 1), nn.BatchNorm2d(c_out)

    def forward(self, x: Tensor) -> Tensor:
        """(B, c_in, H, W) to (B, c_out, H/2, W/2)."""
        y = F.leaky_relu(self.first_norm(self.first(x)), SLOPE)
        y = F.leaky_relu(self.second_norm(self.second(y)), SLOPE)
        past = F.leaky_relu(self.past_norm(self.past(F.avg_pool2d(x, 2))), SLOPE)
        return (y + past) / 2


class Eye(nn.Module):
    """What looks at pictures of one size, in so many halvings, and says of each patch how real it is."""

    def __init__(self, height: int, width: int, halvings: int) -> None:
        super().__init__()
        c = [SEES[min(n, len(SEES) - 1)] for n in range(halvings)]
        self.stem = spectral_norm(nn.Conv2d(3, c[0], 4, stride=2, padding=1))
        self.downs = nn.ModuleList(Down(i, o) for i, o in pairwise(c))
        patch = min(4, height >> halvings, width >> halvings)
        self.conv, self.norm = _conv(c[-1], c[-1], 1), nn.BatchNorm2d(c[-1])
        self.last = spectral_norm(nn.Conv2d(c[-1], 1, patch))
        self.channels = c

    def forward(self, x: Tensor) -> tuple[Tensor, list[Tensor]]:
        """(B, 3, height, width) to verdicts (B, P), and what was seen at each size."""
        seen = [F.leaky_relu(self.stem(x), SLOPE)]
        for down in self.downs:
            seen.append(down(seen[-1]))
        y = F.leaky_relu(self.norm(self.conv(seen[-1])), SLOPE)
        return self.last(y).flatten(1), seen


class Decoder(nn.Module):
    """Redraws what was seen."""

    def __init__(self, c_in: int, doublings: int) -> None:
        super().__init__()
        c = (c_in, *REDRAWS[:doublings])
        self.doubles = nn.ModuleList(Gated(i, o) for i, o in pairwise(c))
        self.last = nn.Conv2d(c[-1], 3, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        """(B, c_in, H, W) to pictures, so many doublings larger."""
        for double in self.doubles:
            x = double(x)
        return torch.tanh(self.last(x))


class Judge(nn.Module):
    """Says of pictures, patch by patch, how much they look like pictures: above 0 for yes, below for no.

    It looks at the picture and at its half, and can redraw what it has seen of the picture.
    """

    def __init__(self, height: int, width: int, groups: int = 0) -> None:
        super().__init__()
        h, w, doublings = grid(height, width)
        self.halvings = max(2, doublings - (min(h, w) < PATCHES))
        self.near = Eye(height, width, self.halvings)
        self.far = Eye(height // 2, width // 2, self.halvings - 1)
        self.doublings = min(len(REDRAWS), self.halvings - 1)
        *_, before, last = self.near.channels
        self.of_whole, self.of_part = Decoder(last, self.doublings), Decoder(before, self.doublings)
        self.kinds = spectral_norm(nn.Linear(groups, last, bias=False)) if groups else None

    def forward(self, x: Tensor, groups: Tensor | None = None) -> Tensor:
        """(B, 3, height, width), and for one that tells groups apart (B, groups), to (B, P)."""
        return self.looked(x, groups)[0]

    def looked(self, x: Tensor, groups: Tensor | None = None) -> tuple[Tensor, list[Tensor]]:
        """The same, and what was seen of the picture at each size.

        Groups are judged by projection (Miyato and Koyama, "cGANs with projection discriminator", 2018, equation 5).
        """
        whole, seen = self.near(x)
        half, _ = self.far(F.avg_pool2d(x, 2))
        verdicts = torch.cat([whole, half], 1)
        if self.kinds is not None:
            verdicts = verdicts + (seen[-1].sum((2, 3)) * self.kinds(groups)).sum(1, keepdim=True)
        return verdicts, seen

    def misdrawn(self, x: Tensor, seen: Sequence[Tensor], part: int) -> Tensor:
        """How far it is from redrawing pictures x (B, 3, H, W) that it has `seen`: whole, and one quarter of four."""
        whole = F.avg_pool2d(x, 1 << (self.halvings - self.doublings))
        quarter = F.avg_pool2d(_quarter(x, part), 1 << (self.halvings - 1 - self.doublings))
        redrawn = F.l1_loss(self.of_whole(seen[-1]), whole)
        return redrawn + F.l1_loss(self.of_part(_quarter(seen[-2], part)), quarter)


def _conv(c_in: int, c_out: int, side: int, stride: int = 1, padding: int = 0) -> nn.Module:
    return spectral_norm(nn.Conv2d(c_in, c_out, side, stride=stride, padding=padding, bias=False))


def _quarter(x: Tensor, part: int) -> Tensor:
    """One of the four quarters of (B, C, H, W), row by row."""
    height, width = x.shape[2] // 2, x.shape[3] // 2
    top, left = part // 2 * height, part % 2 * width
    return x[:, :, top : top + height, left : left + width]


# Learning ----------------------------------------------------------------------------------------------------------


class Contest(contest.Grained):
    """The two, with a hinge whose margin is smoothed, and a judge that learns to redraw."""

    def __init__(self, height: int, width: int, latent: int, regimen: Regimen, groups: int = 0) -> None:
        def built() -> tuple[nn.Module, nn.Module]:
            return Generator(height, width, latent, groups), Judge(height, width, groups)

        super().__init__(built, regimen, (0.5, 0.999))

    def judged(self, x: Tensor, G_z: Tensor, groups: Tensor | None, seed: int, step: int) -> contest.Judged:
        """See `contest.Contest`."""
        source = noise.generator(seed, "judge", step)
        D_x, seen = self.D.looked(x, groups)  # (B, P)
        D_Gz = self.D(G_z, groups)
        margin = 1 - SMOOTH * shares.draw(noise.uniform, (2, *D_x.shape), source, 1)
        loss = F.relu(margin[0] - D_x).mean() + F.relu(margin[1] + D_Gz).mean()
        return contest.Judged(D_x, loss, loss + self.D.misdrawn(x, seen, int(source.integers(4))))

    def displeased(self, verdicts: Tensor) -> Tensor:
        """See `contest.Contest`."""
        return -verdicts.mean()
