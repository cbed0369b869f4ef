"""What tests of images share: pictures with structure, files in many formats, and steps as the IR has them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from intaglio.lang import ir
from intaglio.stdlib.images.photo import KeptBase, Photo


def picture(width: int = 64, height: int = 48, seed: int = 0) -> Image.Image:
    """Soft patches of colour, none of them like another."""
    small = np.random.default_rng(seed).integers(0, 256, (3, 4, 3), np.uint8)
    return Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)


def shown(image: Image.Image) -> Photo:
    """A photo of pixels that are there already."""
    return Photo(KeptBase("", image.size, lambda: image))


def encoded(image: Image.Image, format: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose head claims a size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


def step(word: str, beneath: dict[str, str] | None = None, **values: Any) -> ir.Step:
    return ir.Step(word=word, values=values, beneath=beneath or {})


def from_(*paths: str, beneath: dict[str, str] | None = None, stages: Sequence[str] = ()) -> ir.Step:
    """A `from` line; a stage is `name` or `name.part`."""
    split = [name.partition(".") for name in stages]
    named = tuple({"stage": stage, "part": part or None} for stage, _, part in split)
    return step("from", beneath, paths=paths, stages=named)


def when(measure: str, operator: str, value: float) -> ir.Compared:
    return ir.Compared(measure=measure, operator=operator, value=float(value))
