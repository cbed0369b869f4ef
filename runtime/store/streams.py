"""Streams: which artifacts hold pictures of a stream, and where those lie that are in none yet. Hints, and no more.

    items/ab/STREAM/KEY      an empty file for each artifact that holds some
    items/ab/STREAM/loose    see `items.Loose`

All of it may be removed at any time: what is not found is made again.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.items import Loose
from intaglio.runtime.store.root import Root
from intaglio.runtime.store.uses import Uses

FOLDER, LOOSE = "items", "loose"
MOST = 32  # artifacts that are looked into for the pictures of a stream: the last ones


def named(stream: Key) -> str:
    """What a store calls all that is noted of a stream."""
    return f"{FOLDER}/{stream}"


class Streams:
    """The streams of one store."""

    def __init__(self, root: Root, uses: Uses) -> None:
        self._root = root
        self._uses = uses

    def known(self, stream: Key) -> bool:
        """Whether anything may be there."""
        return self._folder(stream).is_dir()

    def holders(self, stream: Key) -> list[Key]:
        """The artifacts that hold pictures of a stream, the last one first."""
        try:
            noted = [entry for entry in os.scandir(self._folder(stream)) if entry.name != LOOSE]
            return [Key(entry.name) for entry in sorted(noted, key=_age, reverse=True)][:MOST]
        except OSError:  # none, or removed while we looked
            return []

    def hold(self, stream: Key, key: Key, keys: Collection[str]) -> None:
        """Note that an artifact holds the pictures of some keys. Loose ones that are all among them are let go."""
        with suppress(OSError):  # a hint that cannot be given costs time, and that another day
            self._folder(stream).mkdir(parents=True, exist_ok=True)
            (self._folder(stream) / key).touch()
            loose = Loose(self._folder(stream) / LOOSE)
            if set(keys).issuperset(loose.keys):
                loose.path.unlink(missing_ok=True)

    def release(self, stream: Key, key: Key) -> None:
        """Forget an artifact that is gone."""
        with suppress(OSError):
            (self._folder(stream) / key).unlink(missing_ok=True)

    def loose(self, stream: Key) -> Loose:
        """The pictures of a stream that are in no artifact yet. Hold the stream's lock to add some.

        While the store is being used, they stay.
        """
        if self._uses.active:
            with self._uses.steady():
                self._uses.note(named(stream))
        return Loose(self._folder(stream) / LOOSE)

    def _folder(self, stream: Key) -> Path:
        return self._root.path / FOLDER / stream[:2] / stream


def _age(entry: os.DirEntry[str]) -> int:
    return entry.stat().st_mtime_ns
