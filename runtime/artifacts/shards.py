"""Shards: files of pixels, uint8, one image after the other with nothing between. Safetensors with one flat tensor.

A shard is written from its beginning to its end. Its head has the same length however much follows, and is filled in
when the shard is finished; what was written until then can be read all the same.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

LIMIT = 256 << 20  # bytes of pixels in a shard, at most, unless a single image is larger
HEAD = 128  # bytes before the pixels


class Place(NamedTuple):
    """Where the pixels of an image lie: in which shard, how far into its pixels, and their height and width."""

    shard: str
    start: int
    height: int
    width: int

    @property
    def size(self) -> int:
        """Bytes of its pixels."""
        return self.height * self.width * 3


def name(index: int) -> str:
    """What a shard is called in a result."""
    return f"pixels-{index:04d}.safetensors"


def is_shard(file: str) -> bool:
    """Whether a file of a result is called as shards are."""
    return file.startswith("pixels-") and file.endswith(".safetensors")


class ShardWriter:
    """A shard that is being written. What was added is in the file when `add` returns, though not yet on the disk."""

    def __init__(self, path: Path) -> None:
        """`path` must not be there yet. Raises OSError."""
        self.path = path
        self.size = 0  # bytes of pixels so far
        self._file = path.open("xb", buffering=0)
        self._write(_head(b""))

    def add(self, pixels: Pixels, shard: str) -> Place:
        """Add an image, uint8 H×W×3, and tell its place, for which this one is called `shard`. Raises OSError."""
        import numpy as np

        self._write(np.ascontiguousarray(pixels).data.cast("B"))
        height, width, _ = pixels.shape
        place = Place(shard, self.size, height, width)
        self.size += place.size
        return place

    def finish(self) -> None:
        """Fill in the head, and add no more. Raises OSError."""
        tensor = {"dtype": "U8", "shape": [self.size], "data_offsets": [0, self.size]}
        self._file.seek(0)
        self._write(_head(json.dumps({"pixels": tensor}, separators=(",", ":")).encode()))
        self.close()

    def close(self) -> None:
        """Add no more, and leave the shard unfinished."""
        self._file.close()

    def _write(self, data: bytes | memoryview) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]


def _head(text: bytes) -> bytes:
    return struct.pack("<Q", HEAD - 8) + text.ljust(HEAD - 8)


def pixels(path: Path) -> Pixels:
    """All pixels of a shard as one flat array, mapped from the disk and read-only. Raises OSError, ValueError."""
    import numpy as np

    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
    return np.memmap(path, np.uint8, "r", offset=8 + length).view(np.ndarray)
