"""Faces: where in an image people look out of it. Needs OpenCV, whose wheels carry what it learnt.

Viola and Jones, "Rapid Object Detection using a Boosted Cascade of Simple Features" (2001), with the cascade for
frontal faces of Lienhart and others (2003) that OpenCV ships as `alt2`. It works on one thread, on luma in whole
numbers, so that the same faces come out twice. A change of what is found is a new version in `stdlib/measures.py`.
"""

from __future__ import annotations

import threading
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from intaglio.runtime.contract import Fault
from intaglio.stdlib.images.photo import Photo
from intaglio.stdlib.measures import OPENCV

SIDE = 384  # px, of the shorter side: a face of a twentieth of that is as large as the cascade's window, 20 px
GROWTH = 1.1  # from one size that is looked for to the next
AGREEING = 5  # windows that must see a face before it counts as one


class Box(NamedTuple):
    """A square around a face, from the brows to the chin: edges in px of an image of `width` by `height`."""

    left: int
    top: int
    side: int
    width: int
    height: int


def library() -> Any:
    """OpenCV, on one thread. Raises `Fault` with the line that installs it, also where it is one without cascades."""
    try:
        import cv2
    except ImportError as error:
        raise Fault("Faces are found with OpenCV, which is not installed.", OPENCV.paste) from error
    if not hasattr(cv2, "CascadeClassifier"):
        raise Fault(f"Faces are found with OpenCV 4; the one installed is {cv2.__version__}.", OPENCV.paste)
    cv2.setNumThreads(1)
    cv2.ocl.setUseOpenCL(False)
    return cv2


@cache
def version() -> str:
    """What finds faces, for whoever remembers which were found. Raises `Fault`, see `library`."""
    return f"OpenCV {library().__version__}"


def faces(photo: Photo) -> list[Box]:
    """Every face in a photo, the largest first. Raises `Unreadable`, and `Fault` where OpenCV is missing."""
    image = photo.brought(SIDE).image()
    found = _cascade().detectMultiScale(np.asarray(image.convert("L")), GROWTH, AGREEING)
    boxes = [Box(int(left), int(top), int(side), *image.size) for left, top, side, _ in found]
    return sorted(boxes, key=lambda box: (-box.side, box.top, box.left))


_own = threading.local()  # a cascade holds what it works on, so that each thread has one


def _cascade() -> Any:
    if not hasattr(_own, "cascade"):
        cv2 = library()
        _own.cascade = cv2.CascadeClassifier(str(Path(cv2.__file__).parents[1] / OPENCV.file))
        if _own.cascade.empty():
            raise Fault("OpenCV came without what it learnt of faces.", OPENCV.paste)
    return _own.cascade
