"""Maps: what `derive` draws of an image, in its size. Whole numbers throughout, so that every machine draws the same.

A change of what is drawn is a new version in `stdlib/measures.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

COARSE = 8  # px of an image that are one of its low resolution
COLOURS = 6  # of a segment map, where none are said
PALETTE_SIDE = 256  # px: the colours of a segment map are told from a copy of that size
STRIP = 256  # rows that are looked at together, so that a large photograph costs no more memory than it must
DARKEST = 0.98  # of all edges, the share that is lighter than black
STRENGTHS = 1444  # that there are: two gradients of at most 4 × 255, at right angles
FAINT = 24  # of these: what is no edge, but a grain of a few in 255


def edges(image: Image.Image, colours: int) -> Image.Image:
    """Black lines on white where light changes, the darker the more: the thin ridges of its gradient.

    Sobel's gradient, kept where it is largest across its own direction, as in Canny, "A Computational Approach to Edge
    Detection" (1986), without his thresholds: what is faint stays, faintly.
    """
    luma = np.asarray(image.convert("L").filter(ImageFilter.BoxBlur(1)))
    ridges = np.empty(luma.shape, np.uint16)
    padded = np.pad(luma, 2, mode="edge")
    for top in range(0, luma.shape[0], STRIP):
        ridges[top : top + STRIP] = _ridges(padded[top : top + STRIP + 4].astype(np.int32))
    black = _black(ridges)
    tones = (255 - 255 * np.minimum(np.arange(STRENGTHS), black) // black).astype(np.uint8)
    return Image.fromarray(tones[ridges]).convert("RGB")


def _ridges(luma: NDArray[np.int32]) -> NDArray[np.uint16]:
    """The strength of edges, 0 off their ridges: (H + 4)×(W + 4), of which two on each side are a margin, to H×W."""
    across, down = luma[:, 2:] - luma[:, :-2], luma[2:] - luma[:-2]
    x = across[:-2] + 2 * across[1:-1] + across[2:]
    y = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    strength = np.sqrt(x * x + y * y)
    inner = strength[1:-1, 1:-1]
    x, y = x[1:-1, 1:-1], y[1:-1, 1:-1]
    steep, flat = 12 * np.abs(y) >= 29 * np.abs(x), 12 * np.abs(x) >= 29 * np.abs(y)  # within 22.5° of an axis
    ways = [flat, steep, x * y > 0]  # else it is the other diagonal
    left, right, above, below = np.s_[1:-1, :-2], np.s_[1:-1, 2:], np.s_[:-2, 1:-1], np.s_[2:, 1:-1]
    one = np.select(ways, [strength[right], strength[below], strength[2:, 2:]], strength[2:, :-2])
    other = np.select(ways, [strength[left], strength[above], strength[:-2, :-2]], strength[:-2, 2:])
    is_ridge = (inner >= one) & (inner > other) & (inner >= FAINT)
    return np.where(is_ridge, inner, 0).astype(np.uint16)


def _black(ridges: NDArray[np.uint16]) -> int:
    """The strength from which on edges are black: at least twice that of faint ones."""
    counts = np.bincount(ridges.ravel(), minlength=STRENGTHS)
    counts[0] = 0
    return max(2 * FAINT, int((np.cumsum(counts) < counts.sum() * DARKEST).sum()))


def lowres(image: Image.Image, colours: int) -> Image.Image:
    """An eighth of its size, smoothly enlarged again."""
    width, height = image.size
    small = image.resize((-(-width // COARSE), -(-height // COARSE)), Image.Resampling.BOX)
    return small.resize((width, height), Image.Resampling.BICUBIC)


def segment(image: Image.Image, colours: int) -> Image.Image:
    """Areas of one colour each: so many colours, found by k-means on a small copy that begins with a median cut."""
    soft = image.filter(ImageFilter.GaussianBlur(max(image.size) / 200))
    small = soft.copy()
    small.thumbnail((PALETTE_SIDE, PALETTE_SIDE), Image.Resampling.BOX)
    palette = small.quantize(colours, Image.Quantize.MEDIANCUT, kmeans=1)
    return soft.quantize(palette=palette, dither=Image.Dither.NONE).convert("RGB")


DRAWN: Mapping[str, Callable[[Image.Image, int], Image.Image]] = {"edges": edges, "lowres": lowres, "segment": segment}
