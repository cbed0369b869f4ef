"""Changes made to pictures as they are seen, so that few do for many.

The operations of Zhao et al., "Differentiable augmentation for data-efficient GAN training" (2020): a judge that sees
both pictures and drawings only through them cannot learn the pictures by heart, and what it asks for is not leaked
into the drawings. `p` is how likely each operation is for each picture, found while training as in Karras et al.,
"Training generative adversarial networks with limited data" (2020), section 3. All are differentiable in `x`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from intaglio.stdlib.nn import noise, shares

DRAWS = 4  # numbers that an operation may draw for each picture, the first of which says whether it acts


def apply(x: Tensor, operations: Sequence[str], p: float | Tensor, seed: int, *indices: int) -> Tensor:
    """Pictures (B, 3, H, W) under `operations`, done in a fixed order whatever the order they are named in."""
    chosen = [name for name in OPERATIONS if name in operations]
    if not chosen:
        return x
    source = noise.generator(seed, "augment", *indices)
    u = shares.draw(noise.uniform, (len(chosen), DRAWS, x.shape[0]), source, 2)  # (O, 4, B)
    for name, draws in zip(chosen, u, strict=True):
        x = OPERATIONS[name](x, (draws[0] < p).to(x.dtype), draws[1:])
    return x


# Each takes pictures (B, 3, H, W), whether it acts on each (B,: 0 or 1), and three uniform draws (3, B) --------------


def flip(x: Tensor, on: Tensor, u: Tensor) -> Tensor:
    """Mirror half of the pictures, left to right."""
    return torch.where(((u[0] < 0.5) & (on > 0))[:, None, None, None], x.flip(3), x)


def shift(x: Tensor, on: Tensor, u: Tensor) -> Tensor:
    """Move by up to an eighth of each side; what comes in at the edges is mirrored."""
    height, width = x.shape[2:]
    rows = _mirrored(torch.round((u[0] * 2 - 1) * on * (height // 8)), height)  # (B, H)
    columns = _mirrored(torch.round((u[1] * 2 - 1) * on * (width // 8)), width)  # (B, W)
    which = torch.arange(x.shape[0], device=x.device)[:, None, None]
    return x.permute(0, 2, 3, 1)[which, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2)


def _mirrored(offset: Tensor, side: int) -> Tensor:
    places = torch.arange(side, device=offset.device) + offset.long()[:, None]  # (B, side)
    return (side - 1) - ((side - 1) - places.abs()).abs()


def rotate(x: Tensor, on: Tensor, u: Tensor) -> Tensor:
    """Turn by up to 15 degrees."""
    angle = (u[0] * 2 - 1) * on * math.radians(15)
    return _moved(x, torch.cos(angle), torch.sin(angle))


def zoom(x: Tensor, on: Tensor, u: Tensor) -> Tensor:
    """Come nearer or go back, by up to a quarter."""
    scale = torch.exp((u[0] * 2 - 1) * on * math.log(1.25))
    return _moved(x, scale, torch.zeros_like(scale))


def _moved(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    zero = torch.zeros_like(cosine)
    ratio = x.shape[2] / x.shape[3]  # so that a turn stays a turn where height and width differ
    top = torch.stack([cosine, -sine * ratio, zero], 1)
    low = torch.stack([sine / ratio, cosine, zero], 1)
    grid = F.affine_grid(torch.stack([top, low], 1), list(x.shape), align_corners=False)
    return F.grid_sample(x, grid, padding_mode="reflection", align_corners=False)


def colour(x: Tensor, on: Tensor, u: Tensor) -> Tensor:
    """Change brightness (by up to a quarter of its range), saturation (none to double) and contrast (half to 1.5)."""
    brightness, saturation, contrast = ((u * 2 - 1) * on)[:, :, None, None, None]
    x = x + brightness * 0.5
    grey = x.mean(1, keepdim=True)
    x = grey + (x - grey) * (1 + saturation)
    mean = x.mean((1, 2, 3), keepdim=True)
    changed: Tensor = mean + (x - mean) * (1 + contrast * 0.5)
    return changed


def cutout(x: Tensor, on: Tensor, u: Tensor) -> Tensor:
    """Cover a rectangle of half the height and width with middle grey."""
    height, width = x.shape[2:]
    rows = _covered(u[0], height)  # (B, H)
    columns = _covered(u[1], width)  # (B, W)
    hole = rows[:, :, None] & columns[:, None, :] & (on > 0)[:, None, None]  # (B, H, W)
    return x * (~hole)[:, None]


def _covered(u: Tensor, side: int) -> Tensor:
    places = torch.arange(side, device=u.device)
    return (places - torch.floor(u * (side + 1))[:, None]).abs() <= side // 4


OPERATIONS: dict[str, Callable[[Tensor, Tensor, Tensor], Tensor]] = {
    "flip": flip,
    "shift": shift,
    "rotate": rotate,
    "zoom": zoom,
    "colour": colour,
    "cutout": cutout,
}


class Adaptive(nn.Module):
    """How likely augmentations are: more while the judge knows the pictures by heart, less while it does not.

    Its sign of that is how often the judge is positive about pictures; it is kept at `TARGET`. `p` stays a tensor, so
    that no step waits for its value.
    """

    TARGET = 0.6
    IMAGES = 5_000  # from never to always; the paper has 500,000, for trainings of days

    p: Tensor

    def __init__(self, batch: int) -> None:
        super().__init__()
        self.register_buffer("p", torch.zeros(()))
        self._stride = batch / self.IMAGES

    @torch.no_grad()
    def hear(self, verdicts: Tensor) -> None:
        """Take in a judge's verdicts on pictures, (B,)."""
        heart = shares.mean(verdicts.sign().mean()) - self.TARGET
        self.p = (self.p.to(heart.device) + heart.sign() * self._stride).clamp(0, 1)
