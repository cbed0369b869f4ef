"""The parts that drawing and judging networks are made of."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

SLOPE = 0.2  # of leaky ReLUs
COARSEST = 4  # the shorter side at which a picture begins, at least


def grid(height: int, width: int) -> tuple[int, int, int]:
    """Height and width of the coarsest grid of a picture, and how many doublings lead from it to the picture."""
    doublings = 0
    while height % 2 == 0 and width % 2 == 0 and min(height, width) >= 2 * COARSEST:
        height, width, doublings = height // 2, width // 2, doublings + 1
    return height, width, doublings


def widths(height: int, width: int) -> tuple[int, ...]:
    """Channels of a drawing network, from the coarsest grid to the picture's own."""
    doublings = grid(height, width)[2]
    times = 2 if height * width >= 128 * 128 else 1
    channels = [times * c for c in (96, 64, 48, 24, 12, 8, 8)]
    return tuple((channels + [channels[-1]] * doublings)[: doublings + 1])


def alone(channels: int) -> nn.Module:
    """Normalisation of each picture by itself (Ulyanov et al., "Instance normalization", 2016): groups of one channel.

    Torch's own of that name takes apart tensors whose colours lie side by side, and puts them together again.
    """
    return nn.GroupNorm(channels, channels)


class Double(nn.Module):
    """Twice the height and width: nearest neighbours, a 3x3 convolution, normalisation.

    Both are done in one transposed convolution whose 4x4 kernel is the 3x3 one summed over the four places of a pixel
    (Karras et al., "A style-based generator architecture", 2019, in its code): the same numbers for 4/9 of the work.
    """

    def __init__(self, c_in: int, c_out: int, norm: Callable[[int], nn.Module] = nn.BatchNorm2d) -> None:
        super().__init__()
        self.conv = nn.Conv2d(c_in, c_out, 3, padding=1)
        self.norm = norm(c_out)
        self._summed: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        """(B, c_in, H, W) to (B, c_out, 2H, 2W)."""
        return F.leaky_relu(self.norm(self.doubled(x)), SLOPE)

    def doubled(self, x: Tensor) -> Tensor:
        """The same before normalisation."""
        w = self._kernel() if self._summed is None else self._summed
        return F.conv_transpose2d(x, w, self.conv.bias, stride=2, padding=1)

    def settle(self) -> None:
        """Sum the kernel once, for weights that will not change any more: for few pictures that takes a tenth of it."""
        self._summed = self._kernel()

    def _kernel(self) -> Tensor:
        w = F.pad(self.conv.weight.flip(2, 3).transpose(0, 1), (1, 1, 1, 1))  # (c_in, c_out, 5, 5)
        return w[..., 1:, 1:] + w[..., :-1, 1:] + w[..., 1:, :-1] + w[..., :-1, :-1]  # (c_in, c_out, 4, 4)


class Excite(nn.Module):
    """Coarse features say how loud each channel two grids further on is (Liu et al., "Towards faster and stabilized GAN
    training for high-fidelity few-shot image synthesis", 2021, section 3.1)."""

    def __init__(self, c_in: int, c_out: int) -> None:
        super().__init__()
        self.squeeze = nn.Conv2d(c_in, c_out, 4)
        self.gate = nn.Conv2d(c_out, c_out, 1)

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        """(B, c_in, h, w) and (B, c_out, H, W) to (B, c_out, H, W)."""
        s = F.leaky_relu(self.squeeze(F.adaptive_avg_pool2d(coarse, 4)), SLOPE)  # (B, c_out, 1, 1)
        gate: Tensor = self.gate(s).sigmoid()
        return fine * gate


class Grains:
    """The `count` places of chance that fall on what a generator draws: grids of `shapes` (L, H, W), in order."""

    def __init__(self, shapes: Iterable[tuple[int, int, int]]) -> None:
        self._shapes = tuple(shapes)
        self._sizes = [math.prod(shape) for shape in self._shapes]
        self.count = sum(self._sizes)

    def cut(self, grain: Tensor) -> list[Tensor]:
        """(B, count) to a grid (B, L, H, W) for each shape."""
        cut = torch.split(grain, self._sizes, 1)
        return [each.view(-1, *shape) for each, shape in zip(cut, self._shapes, strict=True)]


def begun(
    z: Tensor, truncation: Tensor | float = 1.0, kinds: Kinds | None = None, groups: Tensor | None = None
) -> Tensor:
    """What a generator begins with: points of chance (B, latent), of which only the direction counts.

    `truncation`, one number or (B, 1), scales them towards the sphere's middle. Of one that tells groups apart, how
    much of each (B, groups) comes beside them: (B, 2 * latent).
    """
    z = z * torch.rsqrt(z.square().mean(1, keepdim=True) + 1e-8) * truncation
    return z if kinds is None else torch.cat([z, kinds(groups)], 1)


class Kinds(nn.Module):
    """A direction for each of some groups, which is learnt; what lies between groups has one between theirs."""

    def __init__(self, groups: int, latent: int) -> None:
        super().__init__()
        self.directions = nn.Parameter(torch.randn(groups, latent))

    def forward(self, groups: Tensor) -> Tensor:
        """How much of each group (B, groups), to (B, latent), each as long as a point of chance."""
        e = groups @ self.directions
        return e * torch.rsqrt(e.square().mean(1, keepdim=True) + 1e-8)
