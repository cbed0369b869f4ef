"""Scaling for the eye: how a finished picture is made larger or smaller to be shown. Chosen by looking.

Up to 16 px a picture is its pixels, and they stay squares. Larger ones are enlarged smoothly: seen from a chair, 32 px
read as a picture, and as squares they read as a mosaic. Bicubic shows less of a lattice there than Lanczos does.
"""

from __future__ import annotations

from PIL import Image

PIXELLED = 16  # px


def whole_factor(shorter: int, seen: int) -> int:
    """The whole number that brings a shorter side to at least `seen` px; 1 where it is there already."""
    return max(1, -(-seen // shorter))


def inside(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture as large as it fits into a size, in its own proportion."""
    scale = min(size[0] / picture.width, size[1] / picture.height)
    inner = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    if inner == picture.size:
        return picture
    if scale < 1:
        return picture.resize(inner, Image.Resampling.LANCZOS, reducing_gap=3.0)
    squares = min(picture.size) <= PIXELLED
    return picture.resize(inner, Image.Resampling.NEAREST if squares else Image.Resampling.BICUBIC)
