"""A photo: one image on its way through the steps. It is cut and sized on paper first, and decoded when it must be.

Where its pixels come from (a file, a frame, an array, a spool) is its base. A photo is a value: a step makes another.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intaglio.stdlib.images import decoding

Pixels = NDArray[np.uint8]
Box = tuple[float, float, float, float]  # left, top, right, bottom

ROOM = 2.0  # how many times larger than its target a JPEG is decoded, so that its own shrinking does not show
GAP = 3.0  # Pillow's `reducing_gap`: from 3 on no eye tells the quick way from the slow one


class Base(Protocol):
    """Where pixels come from."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px. Raises `Unreadable`."""
        ...

    def image(self, share: float) -> Image.Image:
        """The whole, mode RGB; at least `share` of its size, and larger where that is no work. Raises `Unreadable`."""
        ...


@dataclass(frozen=True)
class FileBase:
    """An image file, read when first asked for. One thread at a time may ask."""

    read: Callable[[], bytes]

    @cached_property
    def _data(self) -> bytes:
        return self.read()

    @cached_property
    def size(self) -> tuple[int, int]:
        """See `Base.size`. Reads the head of the file only."""
        return decoding.upright_size(self._data)

    def image(self, share: float) -> Image.Image:
        """See `Base.image`."""
        return decoding.developed(self._data, share)


@dataclass(frozen=True)
class ImageBase:
    """Pixels that are decoded already."""

    whole: Image.Image

    @property
    def size(self) -> tuple[int, int]:
        """See `Base.size`."""
        return self.whole.size

    def image(self, share: float) -> Image.Image:
        """See `Base.image`."""
        return self.whole


@dataclass(frozen=True)
class Photo:
    """What is seen of a base: the part inside `box` (in px of the base; None: all), at `target` px (None: as it is)."""

    base: Base
    box: Box | None = None
    target: tuple[int, int] | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px. Raises `Unreadable`."""
        if self.target is not None:
            return self.target
        if self.box is not None:
            return round(self.box[2] - self.box[0]), round(self.box[3] - self.box[1])
        return self.base.size

    def cut(self, left: int, top: int, width: int, height: int) -> Photo:
        """The part of it that begins at (left, top)."""
        if self.target is not None:
            return self.done().cut(left, top, width, height)
        x, y = (0.0, 0.0) if self.box is None else self.box[:2]
        return replace(self, box=(x + left, y + top, x + left + width, y + top + height))

    def sized(self, width: int, height: int, box: Box | None = None) -> Photo:
        """It, or what of it lies inside `box`, at another size."""
        if (width, height) == self.size and box is None:
            return self
        if self.target is not None:
            return self.done().sized(width, height, box)
        if box is not None:
            x, y = (0.0, 0.0) if self.box is None else self.box[:2]
            box = (x + box[0], y + box[1], x + box[2], y + box[3])
        return replace(self, box=box or self.box, target=(width, height))

    def image(self) -> Image.Image:
        """Its pixels, mode RGB. Raises `Unreadable`."""
        if self.box is None and self.target is None:
            return self.base.image(1.0)
        whole_width, whole_height = self.base.size
        left, top, right, bottom = self.box or (0, 0, whole_width, whole_height)
        width, height = self.size
        share = min(1.0, ROOM * max(width / (right - left), height / (bottom - top)))
        whole = self.base.image(share)
        x, y = whole.width / whole_width, whole.height / whole_height
        box = (max(0.0, left * x), max(0.0, top * y), min(right * x, whole.width), min(bottom * y, whole.height))
        if self.target is None:
            return whole.crop((math.floor(left), math.floor(top), math.floor(right), math.floor(bottom)))
        return whole.resize((width, height), Image.Resampling.LANCZOS, box, GAP)

    def pixels(self) -> Pixels:
        """Its pixels, uint8 H×W×3. Raises `Unreadable`."""
        return np.asarray(self.image())

    def done(self) -> Photo:
        """It with its pixels decoded, cut and sized. Raises `Unreadable`."""
        if isinstance(self.base, ImageBase) and self.box is None and self.target is None:
            return self
        return Photo(ImageBase(self.image()))


def of_pixels(pixels: Pixels) -> Photo:
    """A photo of an array, uint8 H×W×3."""
    return Photo(ImageBase(Image.fromarray(pixels)))
