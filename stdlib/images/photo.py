"""A photo: one image on its way through the steps. It is cut and sized on paper first, and decoded when it must be.

Where its pixels come from (a file, a frame, another photo, a shelf) is its base. A photo is a value: a step makes
another. Its recipe says all that its pixels depend on, so that what was found out of it once can be found again.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intaglio.stdlib.images import decoding
from intaglio.stdlib.images.facts import Facts

Pixels = NDArray[np.uint8]
Box = tuple[float, float, float, float]  # left, top, right, bottom

ROOM = 2.0  # how many times larger than its target a JPEG is decoded, so that its own shrinking does not show
GAP = 3.0  # Pillow's `reducing_gap`: from 3 on no eye tells the quick way from the slow one


class Base(Protocol):
    """Where pixels come from."""

    @property
    def recipe(self) -> str:
        """What names it: the same recipe is of the same pixels, whenever and wherever they are asked for."""
        ...

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px. Raises `Unreadable`."""
        ...

    def image(self, share: float) -> Image.Image:
        """The whole, mode RGB; at least `share` of its size, and larger where that is no work. Raises `Unreadable`."""
        ...

    def ready(self) -> None:
        """Prepare, in the order of the images, for pixels to be asked for."""
        ...

    def forget(self) -> None:
        """Let go of what can be read or made again."""
        ...


class FileBase:
    """An image file, read when first asked for. Its recipe is the digest of its bytes."""

    def __init__(self, read: Callable[[], bytes], recipe: str = "", facts: Facts | None = None) -> None:
        self.recipe = recipe
        self._read = read
        self._facts = facts or Facts()

    @cached_property
    def _data(self) -> bytes:
        return self._read()

    @cached_property
    def size(self) -> tuple[int, int]:
        """See `Base.size`. Reads the head of the file only, and that once for all runs."""
        width, height = self._facts.fact("size", self.recipe, lambda: decoding.upright_size(self._data))
        return width, height

    def image(self, share: float) -> Image.Image:
        """See `Base.image`."""
        return decoding.developed(self._data, share)

    def ready(self) -> None:
        """See `Base.ready`."""

    def forget(self) -> None:
        """See `Base.forget`."""
        self.__dict__.pop("_data", None)


@dataclass(frozen=True)
class AlteredBase:
    """Pixels that are made of another photo's when they are first asked for."""

    recipe: str
    size: tuple[int, int]
    photo: Photo
    make: Callable[[Image.Image], Image.Image]

    @cached_property
    def _made(self) -> Image.Image:
        return self.make(self.photo.image())

    def image(self, share: float) -> Image.Image:
        """See `Base.image`."""
        return self._made

    def ready(self) -> None:
        """See `Base.ready`."""
        self.photo.base.ready()

    def forget(self) -> None:
        """See `Base.forget`."""
        self.__dict__.pop("_made", None)
        self.photo.base.forget()


class KeptBase(NamedTuple):
    """Pixels of which the digest is known, and which are fetched whenever they are asked for."""

    recipe: str  # their digest
    size: tuple[int, int]
    fetch: Callable[[], Image.Image]
    begun: Base | None = None  # what they are made of again where nobody kept them
    is_kept: Callable[[], bool] = bool

    def image(self, share: float) -> Image.Image:
        """See `Base.image`."""
        return self.fetch()

    def ready(self) -> None:
        """See `Base.ready`."""
        if self.begun is not None and not self.is_kept():
            self.begun.ready()

    def forget(self) -> None:
        """See `Base.forget`."""
        if self.begun is not None:
            self.begun.forget()


class Photo(NamedTuple):
    """What is seen of a base: the part inside `box` (in px of the base; None: all), at `target` px (None: as it is)."""

    base: Base
    box: Box | None = None
    target: tuple[int, int] | None = None

    @property
    def recipe(self) -> str:
        """What names it, see `Base.recipe`."""
        cut = "" if self.box is None else f" cut {' '.join(map(repr, self.box))}"
        return f"{self.base.recipe}{cut}" if self.target is None else f"{self.base.recipe}{cut} to {self.target}"

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
        return self._replace(box=(x + left, y + top, x + left + width, y + top + height))

    def sized(self, width: int, height: int, box: Box | None = None) -> Photo:
        """It, or what of it lies inside `box`, at another size."""
        if (width, height) == self.size and box is None:
            return self
        if self.target is not None:
            return self.done().sized(width, height, box)
        if box is not None:
            x, y = (0.0, 0.0) if self.box is None else self.box[:2]
            box = (x + box[0], y + box[1], x + box[2], y + box[3])
        return self._replace(box=box or self.box, target=(width, height))

    def brought(self, shorter: int) -> Photo:
        """It with so many pixels on its shorter side, for a look at it; a smaller one as it is. Raises `Unreadable`."""
        width, height = self.size
        least = min(width, height)
        if least <= shorter:
            return self
        return self.sized(max(1, round(width * shorter / least)), max(1, round(height * shorter / least)))

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

    @property
    def digest(self) -> str | None:
        """The digest of its pixels, where that is known."""
        whole = self.box is None and self.target is None
        return self.base.recipe if whole and isinstance(self.base, KeptBase) else None

    def done(self) -> Photo:
        """It with its pixels to be decoded, cut and sized once, when they are first asked for."""
        return self.altered("done", self.size, lambda image: image)

    def altered(self, how: str, size: tuple[int, int], make: Callable[[Image.Image], Image.Image]) -> Photo:
        """Another photo that is made of this one's pixels, when it is asked for: `how` names what is done."""
        return Photo(AlteredBase(f"{self.recipe} {how}", size, self, make))
