"""Features: a way to compare pictures that looks at edges and textures more than at single pixels.

Convolutions with random weights that never learn, at several scales. Random networks, orthogonal ones above all, keep
much of what trained ones see (Saxe et al., "On random weights and unsupervised feature learning", 2011), and they
need no download and no licence.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from intaglio.stdlib.nn import machine, noise

SCALES = 3
CHANNELS = 24


class Features:
    """Features of pictures, by weights that only `seed` decides."""

    def __init__(self, seed: int) -> None:
        w = noise.normal((SCALES, CHANNELS, 3 * 5 * 5), noise.generator(seed, "features"))
        w = w - w.mean(2, keepdim=True)  # blind to even areas, which the distance of pixels sees already
        q = torch.linalg.qr(w.to("cpu", torch.float64).transpose(1, 2))[0].transpose(
            1, 2
        )  # (S, C, 75), orthonormal rows
        self._w = machine.moved(q.reshape(SCALES, CHANNELS, 3, 5, 5))

    def distance(self, y: Tensor, x: Tensor) -> Tensor:
        """The mean distance of two batches (B, 3, H, W), a number; differentiable in `y`."""
        pairs = zip(self._of(y), self._of(x), strict=True)
        return torch.stack([F.l1_loss(a, b) for a, b in pairs]).mean()

    def _of(self, x: Tensor) -> Iterator[Tensor]:
        """Features at each scale that is at least as large as the filters."""
        for w in self._w:
            yield nn.functional.leaky_relu(F.conv2d(x, w, stride=2, padding=2), 0.2)
            if min(x.shape[2:]) >= 10:
                x = F.avg_pool2d(x, 2)
