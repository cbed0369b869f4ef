"""Traits: what a picture is like, in 432 numbers, by random convolutions at several scales that never learn.

They judge sets of pictures without a judge that somebody trained: random filters keep much of what trained ones see
(Saxe et al., "On random weights and unsupervised feature learning", 2011), need no download, and know no subject. At
each of 3 scales 24 filters look; of each answer the mean and the deviation are kept, and how strong it is in each
quarter of the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from intaglio.stdlib.nn import machine, noise
from intaglio.stdlib.nn.batches import as_numbers
from intaglio.stdlib.parcels import CHUNK

SCALES, FILTERS, SIDE = 3, 24, 5
COUNT = SCALES * FILTERS * 6


def traits(pictures: Iterable[NDArray[np.uint8]], seed: int) -> Iterator[NDArray[np.float64]]:
    """The traits of each picture (uint8 H×W×3, all of one size), `COUNT` numbers, by filters that `seed` decides."""
    w = _filters(seed)
    rest = iter(pictures)
    while chunk := list(islice(rest, CHUNK)):
        full = np.stack(chunk + [chunk[-1]] * (CHUNK - len(chunk)))
        with torch.no_grad():
            found = _traits(as_numbers(torch.from_numpy(full).permute(0, 3, 1, 2)), w)
        yield from found.cpu().double().numpy()[: len(chunk)]


def _filters(seed: int) -> Tensor:
    """Orthonormal filters (SCALES, FILTERS, 3, SIDE, SIDE)."""
    w = noise.normal((SCALES, FILTERS, 3 * SIDE * SIDE), noise.generator(seed, "traits"))
    q = torch.linalg.qr(w.to("cpu", torch.float64).transpose(1, 2))[0].transpose(1, 2)
    return machine.moved(q.reshape(SCALES, FILTERS, 3, SIDE, SIDE))


def _traits(x: Tensor, w: Tensor) -> Tensor:
    """x (B, 3, H, W) from -1 to 1 -> (B, COUNT)."""
    found = []
    for scale in w:
        y = F.conv2d(F.pad(x, (SIDE // 2,) * 4, mode="replicate"), scale)  # (B, FILTERS, H, W)
        quarters = F.adaptive_avg_pool2d(y.abs(), 2).flatten(1)
        found += [y.mean((2, 3)), y.std((2, 3), correction=0), quarters]
        x = F.avg_pool2d(x, 2, ceil_mode=True)
    return torch.cat(found, 1)
