"""Measures of images: numbers taken from 8-bit pixels. `stdlib/measures.py` says what they mean to an artist.

All but the sizes and faces look at the image brought to 256 px on its shorter side (smaller ones as they are), so that
a measure is of the picture and not of the camera. A change of numbers here is a new version there.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intaglio.stdlib.images import faces
from intaglio.stdlib.images.photo import Photo

SIDE = 256  # px: where pixels are measured
CRISP = 3.4  # log10 of the variance of the Laplacian of a crisp photograph at 256 px
FOG = 0.4  # … and of one in which nothing has an edge
Digest = NDArray[np.uint8]  # 32 bytes
FIELDS = 6  # of a look, on each side
BITS = 16  # the perceptual digest is of 16 × 16 bits


def measure(name: str, photo: Photo) -> float:
    """One measure of a photo but for likeness, which needs others. Raises `Unreadable`, KeyError, and `Fault` for
    faces where OpenCV is missing.
    """
    if name == "width":
        return photo.size[0]
    if name == "height":
        return photo.size[1]
    if name == "faces":
        return len(faces.faces(photo))
    return TAKEN[name](photo.brought(SIDE).image())


def brightness(image: Image.Image) -> float:
    """Mean luma (ITU-R BT.601), from 0 to 1."""
    return float(_luma(image).mean() / 255)


def contrast(image: Image.Image) -> float:
    """Standard deviation of luma as a share of the largest there can be, half black and half white."""
    return float(_luma(image).std() / 127.5)


def colour(image: Image.Image) -> float:
    """Mean distance between each pixel's strongest and weakest channel, from 0 (grey) to 1."""
    pixels = np.asarray(image)
    return float((pixels.max(axis=2) - pixels.min(axis=2)).mean() / 255)


def blur(image: Image.Image) -> float:
    """Where the log variance of the Laplacian (Pech-Pacheco et al. 2000) lies between a crisp photograph and fog."""
    luma = _luma(image)
    if min(luma.shape) < 3:
        return 1.0
    inner = luma[1:-1, 1:-1]
    edges = luma[:-2, 1:-1] + luma[2:, 1:-1] + luma[1:-1, :-2] + luma[1:-1, 2:] - 4 * inner
    sharp = (math.log10(max(float(edges.var()), 1e-9)) - FOG) / (CRISP - FOG)
    return 1 - min(1.0, max(0.0, sharp))


def _luma(image: Image.Image) -> NDArray[np.float64]:
    return np.asarray(image.convert("L")).astype(np.float64)


TAKEN = {"brightness": brightness, "contrast": contrast, "colour": colour, "blur": blur}


# Likeness ---------------------------------------------------------------------------------------------------------


def perceptual(photo: Photo) -> Digest:
    """A digest of what a photo looks like, 256 bits as 32 bytes: near twins differ in few of them.

    The low frequencies of the discrete cosine transform of a 64 px thumbnail, each above or below their median
    (Zauner 2010). Whole numbers throughout, so that every machine finds the same bits.
    """
    return imprint(photo.sized(64, 64).image())


def imprint(thumbnail: Image.Image) -> Digest:
    """The digest of a 64 px thumbnail: see `perceptual`."""
    values = np.asarray(thumbnail.convert("L")).astype(np.int64)
    waves = _cosines()
    heights = waves @ values @ waves.T
    heights[0, 0] = 0  # the mean: brightness is no likeness
    return np.packbits(heights > np.median(heights))


@cache
def _cosines() -> NDArray[np.int64]:
    frequency, place = np.arange(BITS)[:, None], np.arange(64)[None, :]
    waves: NDArray[np.int64] = np.rint(8192 * np.cos(math.pi * frequency * (2 * place + 1) / 128)).astype(np.int64)
    return waves


def look(photo: Photo) -> bytes:
    """What a photo looks like on the whole: light and chroma of 6 × 6 fields, 108 bytes. Raises `Unreadable`."""
    return photo.sized(FIELDS, FIELDS).image().convert("YCbCr").tobytes()


def likeness(one: Digest, others: NDArray[np.uint8]) -> float:
    """1 minus the share of bits in which a digest (32,) differs from the nearest of others (N, 32); 0 where N is 0."""
    return float(likenesses(one, others).max(initial=0.0))


def likenesses(one: Digest, others: NDArray[np.uint8]) -> NDArray[np.float64]:
    """1 minus the share of bits in which a digest (32,) differs from each of others (N, 32)."""
    first, *rest = _ones(others ^ one).T
    return np.asarray(1 - sum(rest, first.astype(np.uint16)) / (BITS * BITS))


def _ones(bits: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """How many bits are set, in a few parts of each row: N×32 comes out as N×4, or, with an old numpy, N×32."""
    if hasattr(np, "bitwise_count"):
        return np.bitwise_count(bits.view(np.uint64))  # eight bytes at once: each image is compared with all before it
    return _COUNTS[bits]


_COUNTS = np.array([byte.bit_count() for byte in range(256)], np.uint8)
