"""The measures of images that a condition may use: what they are called and what they mean.

How they are taken is `images/measuring.py`'s question. Each has a version, which enters the key of what asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from intaglio.lang.vocabulary import Extra, Measure, Number

SIDE = Number(1, 1_000_000, "size", whole=True, usual=256)
SHARE = Number(0, 1, "share", usual=0.4)

OPENCV = Extra("faces", "OpenCV", "cv2/data/haarcascade_frontalface_alt2.xml")
"""What finds faces, and what it learnt of them, which lies in its wheels before OpenCV 5."""

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        measure.name: measure
        for measure in (
            Measure("width", SIDE, "How wide the image is, after the steps above."),
            Measure("height", SIDE, "How high the image is, after the steps above."),
            Measure("brightness", SHARE, "How light the image is on the whole: black is 0%, white 100%."),
            Measure(
                "contrast", SHARE, "How far lights and darks lie apart: one flat grey is 0%, black against white 100%."
            ),
            Measure("colour", SHARE, "How colourful the image is: grey is 0%, the strongest colours 100%."),
            Measure("blur", SHARE, "How far from sharp the image is: a crisp photograph is near 0%, fog near 100%."),
            Measure("lettering", SHARE, "How much of the image lettering covers.", arrives_later=True),
            Measure(
                "faces",
                Number(0, 1000, whole=True, usual=1),
                "How many faces look into the camera, upright, each at least a twentieth of the shorter side.",
                extra=OPENCV,
            ),
            Measure("likeness", SHARE, "How much the image is like an earlier one that was kept; 100% is a twin."),
        )
    }
)

FINDS = frozenset({"subject", "face"})
"""What a step may cut around: found in an image as a measure is, and a place rather than a number."""

FLEETING = frozenset({"face"})
"""Those of them that may not be there: an image without one is left out."""

BY_OPENCV = frozenset({"face", "faces"})
"""What only OpenCV finds, so that another release of it may find otherwise."""

MAPS = frozenset({"edges", "lowres", "segment"})
"""What a step may draw of an image."""

LOOK = "look"  # by which images are clustered, and shots told apart
SHOTS = "shots"  # and where one ends

VERSIONS: Mapping[str, int] = MappingProxyType(dict.fromkeys((*MEASURES, *sorted(FINDS | MAPS), LOOK, SHOTS), 1))
"""What a measure, a find, a map or a look means to a key. Bump one when it comes out otherwise."""
