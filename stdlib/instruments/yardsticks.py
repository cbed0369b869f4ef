"""Yardsticks: what would be had of a picture without a network, from pictures alone. A model stands beside them.

Pictures are uint8 H×W×3, all of one size.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from intaglio.stdlib.instruments import pairs

Pixels = NDArray[np.uint8]
Numbers = NDArray[np.float32]

BLOCKS = 8  # a side: how many means are taken of a picture, to pass over those that cannot be near
FITTED = 1024  # pictures that components are found in, or fewer where they fill the room; of more, evenly spaced
ROOM = 1 << 28  # bytes
LEAST = 1e-6  # of the largest: a component that spreads less is rounding


class Nearest:
    """Finds the nearest of some pictures that is not the picture itself.

    Nothing is guessed: the distance of the means of blocks is never above that of their pixels, so that a search by it
    may stop as soon as no other can be nearer.
    """

    def __init__(self, others: Sequence[Pixels]) -> None:
        self._others = others
        self._means = np.stack([_means(each) for each in others])

    def psnr(self, picture: Pixels) -> float | None:
        """Its likeness to the nearest, in decibels; None where all others are equal to it."""
        least = ((self._means - _means(picture)) ** 2).sum(1)
        x = picture.astype(np.float32)
        best = np.inf
        for place in np.argsort(least):
            if least[place] * (1 - 1e-4) >= best:  # means are rounded
                break
            square = float(((self._others[place] - x) ** 2).sum())
            if 0 < square < best:
                best = square
        return None if best == np.inf else float(10 * np.log10(255**2 * x.size / best))


def _means(picture: Pixels) -> Numbers:
    """The means of its blocks, scaled so that the squared distance of two bounds that of the pictures from below."""
    height, width = (max(1, side // BLOCKS) for side in picture.shape[:2])
    down, across = picture.shape[0] // height, picture.shape[1] // width
    whole = picture[: down * height, : across * width].astype(np.float32)
    means = whole.reshape(down, height, across, width, 3).mean((1, 3))
    return np.asarray(means.ravel() * np.sqrt(np.float32(height * width)))


class Components:
    """The mean of some pictures and their first `count` principal components (Pearson, 1901).

    Sirovich and Kirby, "Low-dimensional procedure for the characterization of human faces", 1987: found in the inner
    products of N pictures, N × N, and not in those of their numbers.
    """

    def __init__(self, pictures: Sequence[Pixels], count: int) -> None:
        most = max(1, min(FITTED, len(pictures), ROOM // (4 * pictures[0].size)))
        x = np.stack([_unit(pictures[place]) for place in np.linspace(0, len(pictures) - 1, most).round().astype(int)])
        self._mean = x.mean(0)
        x -= self._mean
        values, vectors = np.linalg.eigh((x @ x.T).astype(np.float64))
        kept = [place for place in np.argsort(-values)[:count] if values[place] > LEAST * values[-1] > 0]
        self._basis: Numbers = np.asarray(vectors[:, kept].T.astype(np.float32) @ x)
        self._basis /= np.sqrt(values[kept].astype(np.float32))[:, None]

    def redrawn(self, picture: Pixels) -> Pixels:
        """The picture, as far as they keep it."""
        kept = self._basis @ (_unit(picture) - self._mean)
        again = (self._mean + kept @ self._basis).reshape(picture.shape)
        return np.asarray((again * 255).round().clip(0, 255), np.uint8)

    def psnr(self, picture: Pixels) -> float:
        """The likeness of the two, in decibels."""
        return pairs.psnr(picture, self.redrawn(picture))


def _unit(picture: Pixels) -> Numbers:
    return picture.ravel().astype(np.float32) / np.float32(255)
