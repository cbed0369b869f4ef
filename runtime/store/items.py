"""Items: the pictures of kinds that make them one by one. What each is called, and how a run finds and keeps them.

A picture depends on its run's manifest but for what only decides which pictures there are; the rest names a stream. Its
key is the digest of its stream and of its own name. An artifact says in `items.json`, among what was `seen`, which
pictures it holds; those of runs that have not ended lie loose in a file. Nothing is trusted but digests: a picture that
is not what it was is a miss, and is made again. Knows no kinds.
"""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from intaglio.runtime.artifacts import images
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store import disk

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.images import Pixels

LIST = "items.json"
DAMAGE = (OSError, ValueError, LookupError, TypeError, ArithmeticError, struct.error)  # what reading it may raise
HEAD = 512  # bytes, at most, of the line above a loose picture


def keys_of(stream: Key, names: Iterable[object]) -> list[Digest]:
    """The keys of a stream's pictures."""
    return [digests.of_value((stream, name)) for name in names]


def listed(artifact: Artifact) -> list[str]:
    """The keys of an artifact's pictures, in order."""
    keys: list[str] = json.loads(artifact.seen[LIST].read_bytes())
    return keys


@dataclass(frozen=True, slots=True)
class Found:
    """Which artifacts hold the pictures that are sought, and how many of them are there, the loose ones included."""

    artifacts: tuple[Artifact, ...]
    count: int


def sought(keys: Sequence[str], holders: Iterable[Artifact], loose: Loose) -> Found:
    """Look for pictures: among the loose ones, and in as many of their holders as it takes."""
    lacking = set(keys).difference(loose.keys)
    chosen = []
    for artifact in holders if lacking else ():
        here = lacking.intersection(listed(artifact))
        if here:
            chosen.append(artifact)
            lacking -= here
        if not lacking:
            break
    return Found(tuple(chosen), sum(key not in lacking for key in keys))


# Loose pictures ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entry:
    digest: str
    begin: int
    height: int
    width: int

    @property
    def end(self) -> int:
        return self.begin + self.height * self.width * 3


class Loose:
    """A stream's pictures that are in no artifact yet: a file to which each is added as it is finished.

    Each stands beneath a line with its key, digest and size. One process at a time may add, and it syncs nothing: a
    process that is killed loses no picture that it added, and what a power cut tears is no longer what its line says.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._end = 0  # of what is whole
        self._file: FileIO | None = None  # open once something is added
        self._map: mmap.mmap | None = None

    @property
    def keys(self) -> Iterable[str]:
        """The keys of what is there."""
        return self._entries.keys()

    def get(self, key: str) -> Pixels | None:
        """A picture, if it is there and is what it was."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        pixels = _sound(lambda: self._pixels(entry), entry.digest)
        if pixels is None:
            del self._entries[key]  # so that it can be added again
        return pixels

    def add(self, key: str, pixels: Pixels) -> None:
        """Add a finished picture, unless it is there. Raises OSError, and then the file is as good as before."""
        import numpy as np

        if key in self._entries:
            return
        height, width, _ = pixels.shape
        facts = {"key": key, "digest": images.digest_of(pixels), "height": height, "width": width}
        line = json.dumps(facts).encode() + b"\n"
        file = self._file or self._opened()
        try:
            data = memoryview(line + np.ascontiguousarray(pixels).tobytes())  # one call: each is felt
            while data:
                data = data[file.write(data) :]
        except OSError:
            self.close()  # opened again, it is cut off where it was whole
            raise
        self._entries[key] = _Entry(facts["digest"], self._end + len(line), height, width)
        self._end = self._entries[key].end

    def close(self) -> None:
        """Add no more."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self) -> FileIO:
        """The file, to add to: what is torn at its end is cut off."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = file = self.path.open("ab", buffering=0)
        if file.tell() > self._end:
            file.truncate(self._end)
        return file

    @cached_property
    def _entries(self) -> dict[str, _Entry]:
        found: dict[str, _Entry] = {}
        try:
            with self.path.open("rb") as file:
                size = file.seek(0, 2)
                while (read := self._next(file.seek(self._end), file.readline(HEAD), size)) is not None:
                    found[read[0]] = read[1]
                    self._end = read[1].end
        except FileNotFoundError:
            pass
        return found

    def _next(self, begin: int, line: bytes, size: int) -> tuple[str, _Entry] | None:
        """The picture at a place of the file; None at its end, and where it is torn."""
        try:
            facts = json.loads(line)
            key = str(facts["key"])
            entry = _Entry(facts["digest"], begin + len(line), facts["height"], facts["width"])
            whole = line.endswith(b"\n") and min(entry.height, entry.width) > 0 and entry.end <= size
        except (ValueError, LookupError, TypeError):
            return None
        return (key, entry) if whole else None

    def _pixels(self, entry: _Entry) -> Pixels:
        import numpy as np

        if self._map is None or len(self._map) < entry.end:
            with self.path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        flat = np.frombuffer(self._map, np.uint8, entry.end - entry.begin, entry.begin)
        return flat.reshape(entry.height, entry.width, 3)


def _sound(read: Callable[[], Pixels], digest: str) -> Pixels | None:
    """Pixels, if they can be read and are what they were."""
    try:
        pixels = read()
        return pixels if images.digest_of(pixels) == digest else None
    except DAMAGE:
        return None


# A run's pictures -------------------------------------------------------------------------------------------------


class Finished:
    """`contract.Kept` for one cell: where the pictures of its keys lie, and where new ones go."""

    def __init__(
        self, keys: Sequence[str], holders: Sequence[Artifact], loose: Loose, remark: Callable[[str], None]
    ) -> None:
        self._keys = keys
        self._holders = holders
        self._loose = loose
        self._remark = remark
        self._full = False

    def found(self, place: int) -> Pixels | None:
        """See `contract.Kept.found`."""
        key = self._keys[place]
        if key in self._places:
            made, index, digest = self._places[key]
            pixels = _sound(lambda: made[index], digest)
            if pixels is not None:
                return pixels
        return self._loose.get(key)

    def keep(self, place: int, pixels: Pixels) -> None:
        """See `contract.Kept.keep`. A full disk is remarked on, and ends nothing."""
        if self._full:
            return
        try:
            self._loose.add(self._keys[place], pixels)
        except OSError as error:
            if error.errno not in disk.FULL:
                raise
            self._full = True
            self._remark("What is finished cannot be kept on the way: the disk is full.")

    @cached_property
    def _places(self) -> Mapping[str, tuple[images.ImageSet, int, Digest]]:
        wanted, places = set(self._keys), {}
        for artifact in self._holders:
            made = images.ImageSet(artifact)
            for index, (key, digest) in enumerate(zip(listed(artifact), made.digests, strict=True)):
                if key in wanted:
                    places[key] = (made, index, digest)
        return places
