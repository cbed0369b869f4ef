"""Finding: where in an image its subject or a face lies. Whole numbers, so that every machine finds the same place.

A place is told in parts of `WHOLE`, whatever the size of the image. A change of what is found is a new version in
`stdlib/measures.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import ImageFilter

from intaglio.stdlib.images import faces
from intaglio.stdlib.images.photo import Photo

WHOLE = 10_000
SIDE = 48  # px, of the longer side: a subject is told from its ground by colours, not by detail
RIM = 16  # the border is one part in so many of the longer side
NEAREST = 4  # a colour is as foreign as it is far from the nearest quarter of the border's
CHROMA = 2  # hue tells a subject more surely than light does, which falls across grounds too
OUTLYING = 32  # of what stands out, one part in so many may lie past each edge of the subject


class Place(NamedTuple):
    """Edges of what was found, and the middle of its mass: all from 0 to `WHOLE`, of the width or of the height."""

    left: int
    top: int
    right: int
    bottom: int
    across: int
    down: int


EVERYWHERE = Place(0, 0, WHOLE, WHOLE, WHOLE // 2, WHOLE // 2)


def subject(photo: Photo) -> Place:
    """Where what differs from the image's border lies; `EVERYWHERE` in an image of one colour. Raises `Unreadable`.

    How far a pixel's colour is from those at the border, which are taken for ground: the boundary prior of Wei and
    others, "Geodesic Saliency Using Background Priors" (2012), with their distance in colour alone.
    """
    foreign = _foreign(_brought(photo))
    standing_out = np.maximum(foreign - foreign.mean(dtype=np.int64), 0)
    if not standing_out.any():
        return EVERYWHERE
    left, right, across = _extent(standing_out.sum(axis=0))
    top, bottom, down = _extent(standing_out.sum(axis=1))
    return Place(left, top, right, bottom, across, down)


def _brought(photo: Photo) -> NDArray[np.int64]:
    """A small copy: light and chroma, H×W×3."""
    width, height = photo.size
    longer = max(width, height)
    small = photo.sized(max(1, round(width * SIDE / longer)), max(1, round(height * SIDE / longer))).image()
    soft = small.filter(ImageFilter.BoxBlur(1)).convert("YCbCr")
    return np.asarray(soft).astype(np.int64) * (1, CHROMA, CHROMA)


def _foreign(colours: NDArray[np.int64]) -> NDArray[np.int64]:
    """How far each pixel's colour is from the nearest of the border's: H×W, a sum of distances."""
    height, width = colours.shape[:2]
    rim = max(1, max(height, width) // RIM)
    is_inside = np.zeros((height, width), bool)
    is_inside[rim : height - rim, rim : width - rim] = True
    border = colours[~is_inside]
    distance = sum(np.abs(colours[..., i, None] - border[:, i]) for i in range(3))  # H×W×border
    count = max(1, len(border) // NEAREST)
    return np.asarray(np.partition(distance, count - 1, axis=2)[..., :count].sum(axis=2))


def _extent(mass: NDArray[np.int64]) -> tuple[int, int, int]:
    """Where a line of masses begins and ends but for what is outlying, and its middle."""
    total, count = int(mass.sum()), len(mass)
    before = np.cumsum(mass)
    first = int((before * OUTLYING <= total).sum())
    last = int((before * OUTLYING < total * (OUTLYING - 1)).sum())
    middle = int((mass * (2 * np.arange(count) + 1)).sum())
    return first * WHOLE // count, (last + 1) * WHOLE // count, middle * WHOLE // (2 * count * total)


def face(photo: Photo) -> Place | None:
    """Where the largest face is; None where there is none. Raises `Unreadable`, and `Fault`, see `faces.faces`."""
    boxes = faces.faces(photo)
    return around(boxes[0]) if boxes else None


def around(box: faces.Box) -> Place:
    """The place that a face takes up."""
    left, top, side, width, height = box
    edges = (left * WHOLE // width, top * WHOLE // height)
    ends = ((left + side) * WHOLE // width, (top + side) * WHOLE // height)
    middle = ((2 * left + side) * WHOLE // (2 * width), (2 * top + side) * WHOLE // (2 * height))
    return Place(*edges, *ends, *middle)


FOUND: Mapping[str, Callable[[Photo], Place | None]] = {"subject": subject, "face": face}
