"""Batches: which images a step sees, cut as tensors from pictures that lie decoded in memory.

Images come in an order that only their contents and the seed decide: they are sorted by digest, and every epoch is a
permutation of its own. A batch may reach over the end of an epoch, so it may be larger than the set.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from intaglio.stdlib.nn import machine, noise, shares

READY = 1 << 26  # numbers of a set that is small enough to lie ready as floats, which takes 256 MiB


def pictures(images: NDArray[np.uint8], digests: Sequence[str]) -> Tensor:
    """Images (N×H×W×3) sorted by content, as uint8 (N, 3, H, W) with the colours of a pixel side by side."""
    order = np.argsort(np.array(digests), kind="stable")
    return torch.from_numpy(images[order]).permute(0, 3, 1, 2)  # a view: memory stays N×H×W×3


def numbers(groups: Sequence[int], digests: Sequence[str]) -> Tensor:
    """The groups of images in the order of `pictures`, (N,). Of images that are alike, the first group stands first."""
    order = np.lexsort((np.array(groups), np.array(digests)))
    return torch.from_numpy(np.array(groups)[order])


def as_numbers(x: Tensor) -> Tensor:
    """uint8 (B, 3, H, W) as float32 from -1 to 1, channels last."""
    x = x.to(machine.device(), torch.float32)
    return x.div_(127.5).sub_(1.0).contiguous(memory_format=torch.channels_last)


def as_pixels(x: Tensor) -> NDArray[np.uint8]:
    """(B, 3, H, W) from -1 to 1 as uint8 B×H×W×3, rounded half up."""
    x = x.add(1.0).mul_(127.5).add_(0.5).clamp_(0, 255)  # made whole below, by cutting off what follows the point
    return np.ascontiguousarray(x.permute(0, 2, 3, 1).to("cpu", torch.uint8).numpy())


def deviation(pictures: Tensor) -> float:
    """The standard deviation of all numbers in pictures, uint8 (N, 3, H, W), as from -1 to 1. Copies nothing."""
    counts = sum(torch.bincount(picture.flatten(), minlength=256) for picture in pictures)
    values = torch.arange(256, dtype=torch.float64) / 127.5
    shares = torch.as_tensor(counts, dtype=torch.float64) / max(1, pictures.numel())
    mean = (shares * values).sum()
    return float((shares * (values - mean) ** 2).sum().sqrt())


class Batches:
    """The batches of a training, by step: this process's share of each, where several share them."""

    def __init__(self, pictures: Tensor, batch: int, seed: int, groups: Tensor | None = None) -> None:
        """`groups` (N,) are the numbers of the pictures' groups, where they are told apart."""
        self.pictures = as_numbers(pictures) if pictures.numel() <= READY else pictures  # (N, 3, H, W)
        self.batch = batch
        self.seed = seed
        self._kinds = None if groups is None else F.one_hot(groups).float()  # (N, K)
        self._shuffled: dict[int, NDArray[np.int64]] = {}

    def at(self, step: int) -> Tensor:
        """The batch of a step, counted from 0: float32 (B, 3, H, W) from -1 to 1."""
        x = self.pictures[torch.from_numpy(shares.part(self.indices(step)))]
        return x if x.is_floating_point() else as_numbers(x)

    def groups_at(self, step: int) -> Tensor | None:
        """Which groups the pictures of a step are of: float32 (B, K), 1 for each one's own; None if not told apart."""
        if self._kinds is None:
            return None
        return self._kinds[torch.from_numpy(shares.part(self.indices(step)))].to(machine.device())

    def indices(self, step: int) -> NDArray[np.int64]:
        """Which pictures a step sees, whoever shares them: (B,)."""
        places = np.arange(step * self.batch, (step + 1) * self.batch)
        epochs, within = np.divmod(places, len(self.pictures))
        return np.array([self._order(int(e))[w] for e, w in zip(epochs, within, strict=True)])

    def _order(self, epoch: int) -> NDArray[np.int64]:
        if epoch not in self._shuffled:
            if len(self._shuffled) > 2 + self.batch // len(self.pictures):  # a batch may need several at once
                self._shuffled.clear()
            self._shuffled[epoch] = noise.generator(self.seed, "shuffle", epoch).permutation(len(self.pictures))
        return self._shuffled[epoch]
