"""Looks: how far pictures are from each other, measured on what is drawn. Small copies go in, numbers come out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intaglio.stdlib.images import measuring

Pixels = NDArray[np.uint8]
Small = NDArray[np.float32]  # SIDE × SIDE × 3, from 0 to 1

SIDE = 32  # px of the copies that are compared
LEAST = 1 / 255  # what a picture of a model that knows only one counts as far from another
TWIN = 0.98  # likeness of their digests from which on two pictures are the same to the eye: 5 bits of 256


def small(pixels: Pixels) -> Small:
    """A small copy of a picture, uint8 H×W×3."""
    shrunk = Image.fromarray(pixels).resize((SIDE, SIDE), Image.Resampling.BOX)
    return np.asarray(shrunk, np.float32) / np.float32(255)


def between(one: Pixels, other: Pixels, share: float) -> Pixels:
    """Two pictures laid over each other, with so much of the other."""
    return (one.astype(np.float32) * (1 - share) + other.astype(np.float32) * share + 0.5).astype(np.uint8)


def apart(one: Small, other: Small) -> float:
    """How far two pictures are from each other: the root of the mean square of their differences, from 0 to 1."""
    return float(np.sqrt(np.mean((one - other) ** 2)))


def unlike(pictures: Sequence[Pixels]) -> float:
    """How far any two of some pictures are from each other: the median, to four digits."""
    copies = [small(pixels) for pixels in pictures]
    found = float(np.median([apart(one, other) for one, other in combinations(copies, 2)]))
    return max(LEAST, float(f"{found:.4g}"))


def diversity(copies: Sequence[Small]) -> float:
    """How far the pictures of a window are from each other: the mean."""
    return float(np.mean([apart(one, other) for one, other in combinations(copies, 2)]))


def are_twins(one: bytes, other: bytes) -> bool:
    """Whether two pictures are the same to the eye, by their digests."""
    return measuring.likeness(np.frombuffer(one, np.uint8), np.frombuffer(other, np.uint8)[None]) >= TWIN


class Memory:
    """What was shown: the digests of the last so many pictures. Its room does not grow."""

    def __init__(self, room: int) -> None:
        self._digests = np.empty((room, 32), np.uint8)
        self._digests.fill(0)  # zeros would be had from the system page by page, as days go by
        self._count = 0

    def add(self, look: bytes) -> None:
        """Remember a picture by its digest; the oldest is forgotten where there is no room."""
        self._digests[self._count % len(self._digests)] = np.frombuffer(look, np.uint8)
        self._count += 1

    def mark(self) -> tuple[int, bytes]:
        """Where it stands, and what the next one takes the place of."""
        return self._count, self._digests[self._count % len(self._digests)].tobytes()

    def back(self, mark: tuple[int, bytes]) -> None:
        """Forget the one that was added after a mark, and know again what it took the place of."""
        self._count, digest = mark
        self._digests[self._count % len(self._digests)] = np.frombuffer(digest, np.uint8)

    def knows(self, look: bytes) -> bool:
        """Whether a picture like it was shown."""
        kept = self._digests[: self._count]
        return measuring.likeness(np.frombuffer(look, np.uint8), kept) >= TWIN


def look(pixels: Pixels) -> bytes:
    """What a picture looks like, 32 bytes."""
    thumbnail = Image.fromarray(pixels).convert("L").resize((64, 64), Image.Resampling.BOX)
    return measuring.imprint(thumbnail).tobytes()
