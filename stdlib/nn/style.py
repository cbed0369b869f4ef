"""Style GAN: a gan whose picture grows out of one learnt grid, and is told at each size how to go on.

A point of chance becomes a style; the style says how loud each feature is in every convolution (Karras et al., "A
style-based generator architecture for generative adversarial networks", 2019). Here as in their "Analyzing and
improving the image quality of StyleGAN" (2020): the weights are modulated and demodulated (section 2.2), colours are
added up over the sizes (4.1), the judge is residual, its gradient on pictures is held small now and then (R1, done
lazily, 3.1). Left out is their regularisation of path lengths, which few steps do not need. Weights are drawn from one
normal distribution and scaled as they are used, so that all learn equally fast ("Progressive growing of GANs", 2018,
section 4.1).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from intaglio.stdlib.nn import contest, noise
from intaglio.stdlib.nn.blocks import SLOPE, Grains, Kinds, begun, grid
from intaglio.stdlib.nn.parts import Part, drawing
from intaglio.stdlib.nn.regimen import Regimen

GAIN = 2**0.5  # of an activation, so that what comes out is as loud as what went in
DEPTH = 4  # layers from chance to style
CALM = 0.01  # how fast these learn, beside the rest
LAZY = 16  # steps from one look at the judge's gradient to the next
GROUP = 4  # pictures whose variety the judge sees at once
MEAN = 4096  # styles of which the mean is taken


def widths(height: int, width: int) -> tuple[int, ...]:
    """Channels of the generator, from the coarsest grid to the picture's own."""
    doublings = grid(height, width)[2]
    widest = 32 if height * width < 64 * 64 else 48 if height * width < 128 * 128 else 64
    return tuple(min(widest, 16 << (doublings - level)) for level in range(doublings + 1))


# Parts -------------------------------------------------------------------------------------------------------------


class Linear(nn.Module):
    """A linear layer whose weights all learn equally fast, `calm` times as fast as others."""

    def __init__(self, c_in: int, c_out: int, bias: float = 0.0, calm: float = 1.0) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(c_out, c_in) / calm)
        self.bias = nn.Parameter(torch.full((c_out,), bias / calm))
        self.scale, self.calm = calm / math.sqrt(c_in), calm

    def forward(self, x: Tensor) -> Tensor:
        """(B, c_in) to (B, c_out)."""
        return F.linear(x, self.weight * self.scale, self.bias * self.calm)


class Conv(nn.Module):
    """A convolution whose weights all learn equally fast; with `half`, one that halves height and width."""

    def __init__(self, c_in: int, c_out: int, side: int, *, half: bool = False, bias: bool = True) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(c_out, c_in, side, side))
        self.bias = nn.Parameter(torch.zeros(c_out)) if bias else None
        self.scale, self.side, self.halving = 1 / math.sqrt(c_in * side**2), side, half

    def forward(self, x: Tensor) -> Tensor:
        """(B, c_in, H, W) to (B, c_out, H, W), or to half of these."""
        w = self.weight * self.scale
        if not self.halving:
            return F.conv2d(x, w, self.bias, padding=self.side // 2)
        x = blurred(x, padding=(self.side + 1) // 2)
        return F.conv2d(x, w, self.bias, stride=2)


def blurred(x: Tensor, padding: int, gain: float = 1.0) -> Tensor:
    """(B, C, H, W) under the filter 1 3 3 1, `gain` times as loud."""
    channels = x.shape[1]
    return F.conv2d(x, _fir(x, gain).expand(channels, 1, 4, 4), padding=padding, groups=channels)


def doubled(x: Tensor) -> Tensor:
    """(B, C, H, W) to (B, C, 2H, 2W), the places in between filled in by the same filter."""
    channels = x.shape[1]
    w = _fir(x, 4.0).expand(channels, 1, 4, 4)
    return F.conv_transpose2d(x, w, stride=2, padding=1, groups=channels)


def _fir(x: Tensor, gain: float) -> Tensor:
    f = x.new_tensor([1.0, 3.0, 3.0, 1.0]) / 8
    return gain * torch.outer(f, f)


def active(x: Tensor) -> Tensor:
    """The activation, as loud as what goes in."""
    return F.leaky_relu(x, SLOPE) * GAIN


class Modulated(nn.Module):
    """A convolution whose inputs are made as loud as the style says (2020, equations 1 and 3).

    The weights are the same for every picture: what goes in is scaled instead, and what comes out is divided by what
    the scaled weights would make of noise of deviation 1. With `double`, height and width are doubled and blurred.
    """

    def __init__(
        self, c_in: int, c_out: int, side: int, latent: int, *, double: bool = False, demodulate: bool = True
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(c_out, c_in, side, side))
        self.style = Linear(latent, c_in, bias=1.0)
        self.scale = 1 / math.sqrt(c_in * side**2)
        self.side, self.doubling, self.demodulate = side, double, demodulate

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        """(B, c_in, H, W) and styles (B, latent) to (B, c_out, H, W), or twice these."""
        s = self.style(w)  # (B, c_in)
        weight = self.weight * self.scale
        y = x * s[:, :, None, None]
        if self.doubling:
            y = blurred(F.conv_transpose2d(y, weight.transpose(0, 1), stride=2), padding=1, gain=4.0)
        else:
            y = F.conv2d(y, weight, padding=self.side // 2)
        if not self.demodulate:
            return y
        d = torch.rsqrt(F.linear(s.square(), weight.square().sum((2, 3))) + 1e-8)  # (B, c_out)
        return y * d[:, :, None, None]


class Styled(nn.Module):
    """A modulated convolution, grain as loud as it has learnt to be, and the activation."""

    grain: Tensor

    def __init__(self, c_in: int, c_out: int, height: int, width: int, latent: int, *, double: bool = False) -> None:
        super().__init__()
        self.conv = Modulated(c_in, c_out, 3, latent, double=double)
        self.loud = nn.Parameter(torch.zeros(()))
        self.bias = nn.Parameter(torch.zeros(c_out))
        self.register_buffer("grain", torch.randn(1, 1, height, width))

    def forward(self, x: Tensor, w: Tensor, grain: Tensor | None) -> Tensor:
        """As `Modulated`. `grain` (B, 1, H, W) is as large as what comes out; None is the layer's own, a fixed one."""
        y = self.conv(x, w) + self.loud * (self.grain if grain is None else grain)
        return active(y + self.bias[:, None, None])


class Size(nn.Module):
    """All that is drawn at one size: a layer that doubles, and one that goes on."""

    def __init__(self, c_in: int, c_out: int, height: int, width: int, latent: int) -> None:
        super().__init__()
        self.first = Styled(c_in, c_out, height, width, latent, double=True)
        self.second = Styled(c_out, c_out, height, width, latent)

    def forward(self, x: Tensor, w: Tensor, grains: Sequence[Tensor] | None) -> Tensor:
        """(B, c_in, H, W) to (B, c_out, 2H, 2W)."""
        one, two = (None, None) if grains is None else grains
        x = self.first(x, w, one)
        return self.second(x, w, two)  # type: ignore[no-any-return]


# Networks ----------------------------------------------------------------------------------------------------------


class Generator(nn.Module):
    """Draws pictures from points of `latent` dimensions, of which only the direction counts.

    Where it tells so many groups apart, `mean` has one row for each of them.
    """

    mean: Tensor

    def __init__(self, height: int, width: int, latent: int, groups: int = 0) -> None:
        super().__init__()
        self.height, self.width, self.latent = height, width, latent
        h, w, doublings = grid(height, width)
        c = widths(height, width)
        self.kinds = Kinds(groups, latent) if groups else None
        inward = [latent * (2 if groups else 1), *[latent] * DEPTH]
        self.mapping = nn.ModuleList(Linear(i, o, calm=CALM) for i, o in pairwise(inward))
        self.begin = nn.Parameter(torch.randn(1, c[0], h, w))
        self.coarsest = Styled(c[0], c[0], h, w, latent)
        self.sizes = nn.ModuleList(
            Size(i, o, h << level, w << level, latent) for level, (i, o) in enumerate(pairwise(c), start=1)
        )
        self.colours = nn.ModuleList(Modulated(i, 3, 1, latent, demodulate=False) for i in c)
        self.bias = nn.Parameter(torch.zeros(3))
        self.register_buffer("mean", torch.zeros(max(1, groups), latent))
        twice = ((1, h << level, w << level) for level in range(1, doublings + 1) for _ in (1, 2))
        self.grains = Grains([(1, h, w), *twice])

    def style(self, z: Tensor, groups: Tensor | None = None) -> Tensor:
        """(B, latent), and how much of each group (B, groups), to styles (B, latent)."""
        w = begun(z, kinds=self.kinds, groups=groups)
        for layer in self.mapping:
            w = active(layer(w))
        return w

    def forward(
        self,
        z: Tensor,
        truncation: Tensor | float | None = None,
        groups: Tensor | None = None,
        grain: Tensor | None = None,
    ) -> Tensor:
        """(B, latent) to pictures (B, 3, height, width), from about -1 to about 1.

        `truncation`, one number or (B, 1), scales the distance of styles from their mean (2019, appendix B). `groups`
        (B, groups) says how much of each, for one that tells them apart. `grain` (B, `grains.count`) are the places
        of chance that fall anew for every picture; without it they are fixed.
        """
        w = self.style(z, groups)
        if truncation is not None:
            mean = self.mean if groups is None else groups @ self.mean  # (1 or B, latent)
            w = mean + truncation * (w - mean)
        return self.drawn(w, grain)

    def drawn(self, w: Tensor, grain: Tensor | None = None) -> Tensor:
        """Styles (B, latent) to pictures."""
        grains = None if grain is None else self.grains.cut(grain)
        begin = self.begin.expand(len(w), -1, -1, -1).contiguous(memory_format=torch.channels_last)
        x = self.coarsest(begin, w, None if grains is None else grains[0])
        y = self.colours[0](x, w)
        for level, size in enumerate(self.sizes):
            x = size(x, w, None if grains is None else grains[2 * level + 1 : 2 * level + 3])
            y = doubled(y) + self.colours[level + 1](x, w)
        return y + self.bias[:, None, None]  # type: ignore[no-any-return]

    @torch.no_grad()
    def describe(self) -> None:
        """Take the mean of the styles that chance comes to, in each group."""
        z = noise.normal((MEAN, self.latent), noise.generator(0, "style-mean"))
        for row, kind in zip(self.mean, torch.eye(len(self.mean), device=z.device), strict=True):
            row.copy_(self.style(z, kind.expand(MEAN, -1)).mean(0))

    def layers(self) -> dict[str, Part]:
        """See `parts.layers_of`."""
        first = Part(self.coarsest, ("begin", "coarsest", "colours.0"))
        return drawing([first, *(Part(s, (f"sizes.{i}", f"colours.{i + 1}")) for i, s in enumerate(self.sizes))])


class Residual(nn.Module):
    """Half the height and width: two convolutions, and a short way past them."""

    def __init__(self, c_in: int, c_out: int) -> None:
        super().__init__()
        self.first = Conv(c_in, c_in, 3)
        self.second = Conv(c_in, c_out, 3, half=True)
        self.past = Conv(c_in, c_out, 1, half=True, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """(B, c_in, H, W) to (B, c_out, H/2, W/2)."""
        y: Tensor = active(self.second(active(self.first(x)))) + self.past(x)
        return y / GAIN


class Judge(nn.Module):
    """Says of pictures how much they look like pictures: above 0 for yes, below for no."""

    def __init__(self, height: int, width: int, groups: int = 0) -> None:
        super().__init__()
        h, w, _ = grid(height, width)
        c = widths(height, width)[::-1]
        self.colours = Conv(3, c[0], 1)
        self.halves = nn.ModuleList(Residual(i, o) for i, o in pairwise(c))
        self.conv = Conv(c[-1] + 1, c[-1], 3)
        self.dense = Linear(c[-1] * h * w, c[-1])
        self.last = Linear(c[-1], 1)
        self.kinds = Linear(groups, c[-1]) if groups else None

    def forward(self, x: Tensor, groups: Tensor | None = None) -> Tensor:
        """(B, 3, height, width), and for one that tells groups apart (B, groups), to (B,).

        Groups are judged by projection (Miyato and Koyama, "cGANs with projection discriminator", 2018, equation 5).
        """
        x = active(self.colours(x))
        for half in self.halves:
            x = half(x)
        x = active(self.conv(torch.cat([x, variety(x)], 1)))
        x = active(self.dense(x.flatten(1)))  # (B, C)
        verdict = torch.squeeze(self.last(x), 1)
        return verdict if self.kinds is None else verdict + (x * self.kinds(groups)).sum(1) / math.sqrt(x.shape[1])


def variety(x: Tensor) -> Tensor:
    """How much pictures differ from others in their group ("Progressive growing of GANs", section 3).

    (B, C, H, W) to (B, 1, H, W), a group being as many as divide the batch, up to `GROUP`.
    """
    count = len(x)
    members = max(m for m in range(1, GROUP + 1) if count % m == 0)
    groups = x.reshape(members, count // members, -1)  # (M, G, C×H×W)
    spread = (groups.var(0, unbiased=False) + 1e-8).sqrt().mean(1)  # (G,)
    return spread.repeat(members)[:, None, None, None].expand(-1, 1, *x.shape[2:])


# Learning ----------------------------------------------------------------------------------------------------------


class Contest(contest.Grained):
    """The two, with softplus for a loss, and the judge's gradient on pictures held small now and then."""

    def __init__(self, height: int, width: int, latent: int, regimen: Regimen, groups: int = 0) -> None:
        def built() -> tuple[nn.Module, nn.Module]:
            return Generator(height, width, latent, groups), Judge(height, width, groups)

        super().__init__(built, regimen, (0.0, 0.99))
        self.gamma = 0.0002 * height * width / regimen.batch  # Karras et al., 2020 (ADA), in their code

    def judged(self, x: Tensor, G_z: Tensor, groups: Tensor | None, seed: int, step: int) -> contest.Judged:
        """See `contest.Contest`."""
        held = step % LAZY == 0
        D_x = self.D(x.requires_grad_(held), groups)  # (B,)
        loss = F.softplus(-D_x).mean()
        loss = loss + F.softplus(self.D(G_z, groups)).mean()
        total = loss + steepness(D_x, x) * (self.gamma / 2 * LAZY) if held else loss
        return contest.Judged(D_x, loss, total)

    def displeased(self, verdicts: Tensor) -> Tensor:
        """See `contest.Contest`."""
        return F.softplus(-verdicts).mean()

    def finish(self) -> None:
        """Take the mean of the styles."""
        self.average.network.describe()


def steepness(D_x: Tensor, x: Tensor) -> Tensor:
    """The mean squared length of a judge's gradient on pictures (Mescheder et al., "Which training methods for GANs do
    actually converge?", 2018, equation 9): verdicts (B,) on x (B, 3, H, W), to a number."""
    (gradient,) = torch.autograd.grad(D_x.sum(), x, create_graph=True)
    return gradient.square().sum((1, 2, 3)).mean()
