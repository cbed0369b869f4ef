"""Pairs: how a picture stands to another, number by number. Arrays come in (uint8 H×W×3), numbers go out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Numbers = NDArray[np.float64]

EQUAL = 120.0  # dB: told of pictures that are equal, whose ratio to no noise has no end
WINDOW, SIGMA = 11, 1.5  # of SSIM, in px
K1, K2 = 0.01, 0.03
LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601


def error(a: Pixels, b: Pixels) -> float:
    """The mean difference of their numbers, as a share of the largest there can be: 0 is equality."""
    return float(np.abs(_numbers(a) - _numbers(b)).mean() / 255)


def psnr(a: Pixels, b: Pixels) -> float:
    """The ratio of signal to noise, in decibels, at most `EQUAL`."""
    square = float(((_numbers(a) - _numbers(b)) ** 2).mean())
    return EQUAL if square == 0 else min(EQUAL, 10 * float(np.log10(255**2 / square)))


def ssim(a: Pixels, b: Pixels) -> float:
    """Likeness of structure, from -1 to 1 (Wang et al., "Image quality assessment", 2004): of luma, the mean over all
    places where a Gaussian window of 11 px fits, or the largest odd one that does.
    """
    x, y = luma(a), luma(b)
    w = _window(min(WINDOW, *(side - 1 + side % 2 for side in x.shape)))
    mx, my = _filtered(x, w), _filtered(y, w)
    vx, vy = _filtered(x * x, w) - mx**2, _filtered(y * y, w) - my**2
    vxy = _filtered(x * y, w) - mx * my
    c1, c2 = (K1 * 255) ** 2, (K2 * 255) ** 2
    return float((((2 * mx * my + c1) * (2 * vxy + c2)) / ((mx**2 + my**2 + c1) * (vx + vy + c2))).mean())


def _window(side: int) -> Numbers:
    at = np.arange(side) - side // 2
    w = np.exp(-(at**2) / (2 * SIGMA**2))
    return np.asarray(w / w.sum())


def _filtered(x: Numbers, w: Numbers) -> Numbers:
    """x through the window down and across, where it fits."""
    for axis in (0, 1):
        rows = np.lib.stride_tricks.sliding_window_view(x, len(w), axis)
        x = np.asarray(rows @ w)
    return x


def sharpness(a: Pixels) -> float:
    """How much fine detail there is: the deviation of luma's Laplacian, as a share of the largest value."""
    x = np.pad(luma(a), 1, mode="edge")
    laplacian = x[:-2, 1:-1] + x[2:, 1:-1] + x[1:-1, :-2] + x[1:-1, 2:] - 4 * x[1:-1, 1:-1]
    return float(laplacian.std() / 255)


def luma(a: Pixels) -> Numbers:
    """How light each pixel is, from 0 to 255."""
    return np.asarray(_numbers(a) @ np.array(LUMA))


def correlation(a: Sequence[float | None], b: Sequence[float | None]) -> float | None:
    """Pearson's, of the places where both have a number; None where there are fewer than 3, or one never moves."""
    both = [(x, y) for x, y in zip(a, b, strict=True) if x is not None and y is not None]
    if len(both) < 3:
        return None
    x, y = np.array(both, np.float64).T
    if x.std() == 0 or y.std() == 0:
        return None
    return float(np.corrcoef(x, y)[0, 1])


def _numbers(a: Pixels) -> Numbers:
    return a.astype(np.float64)
