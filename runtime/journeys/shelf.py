"""The shelf: pixels of images by their digest, in shards. Those of earlier results are used where they lie; what is new
goes into a shard of the run's own, which becomes a file of its result.

A shard that lies here is in no result yet, or its run did not end: its pixels are taken over one by one, and only if
they have their digest. A shard of a result is read whole before any of it is used. A run holds a second name of each
that it uses, so that nobody can collect it meanwhile.

The names of a run's shards begin with the run's, whose lock (`RUN.lock`, beside them) says that somebody is at them:
one lock, however many shards there are.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from intaglio.runtime.artifacts import images, shards
from intaglio.runtime.artifacts.shards import Place, ShardWriter
from intaglio.runtime.journeys.index import Index, News, Shard
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.store import disk, locks
from intaglio.runtime.store.blobs import Blob, Blobs

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.shards import Pixels

LEFT = 7 * 86_400  # seconds for which shards are kept that nobody writes any more
DEAD = 1 / 3  # of a shard: where more of it belongs to no image of a set, the set gets another
SMALL = shards.LIMIT // 8  # bytes
MANY = 16  # small shards: where a set has more, they become one
RUN = 10  # letters of the name of a run
NAME = 16  # letters of the name of a shard: its run's, and its number
LOCK = ".lock"


class Shelf:
    """The shelf in a folder. `working` is a folder of the run's own on the same disk; what is put down becomes news."""

    def __init__(self, folder: Path, working: Path, blobs: Blobs, index: Index, lock: threading.RLock) -> None:
        self._folder = folder
        self._working = working
        self._blobs = blobs
        self._index = index
        self._lock = lock
        self._places: dict[str, Place] | None = None  # by digest, of all that was put down; read when first asked
        self._shards: dict[str, Shard] = {}  # those of earlier runs that are left
        self._own: dict[str, ShardWriter] = {}  # the last of them is being written
        self._held = ExitStack()  # the run's lock, from its first shard on
        self._files: dict[str, Path] = {}  # the shards that can be used as they are
        self.news = News()

    def place(self, digest: str) -> Place | None:
        """See `contract.Journeys.place`."""
        place = None if self._places is None else self._places.get(digest)
        if place is not None and place.shard in self._files:
            return place
        with self._lock:
            return self._sought(digest)

    def _sought(self, digest: str) -> Place | None:
        """Pixels that may lie in a shard of an earlier run, which was not used yet."""
        place = self._known.get(digest)
        if place is None or place.shard in self._files:
            return place
        shard = self._shards[place.shard]
        if shard.content is not None and self._blobs.verify(Blob(Digest(shard.content), shard.size)):
            with suppress(OSError):
                self._files[place.shard] = _linked(self._blobs.path(Digest(shard.content)), self._working / place.shard)
                return place
        pixels = _pixels(self._folder / place.shard, place, digest)
        if pixels is not None:
            return self._put(digest, pixels)
        del self._known[digest]
        return None

    def pixels(self, digest: str) -> Pixels | None:
        """See `contract.Journeys.pixels`."""
        with self._lock:
            place = self.place(digest)
            found = None if place is None else _pixels(self._files[place.shard], place, digest)
            if found is None:  # damaged since it was found, it is as if it were not there
                self._known.pop(digest, None)
            return found

    def keep(self, digest: str, pixels: Pixels) -> None:
        """See `contract.Journeys.keep`."""
        with self._lock:
            if self.place(digest) is None:
                self._put(digest, pixels)

    def settled(self, wanted: Iterable[str]) -> tuple[Mapping[str, Place], Mapping[str, Path]]:
        """See `contract.Journeys.settled`."""
        found: dict[str, list[str]] = defaultdict(list)
        for digest in dict.fromkeys(wanted):
            found[self._known[digest].shard].append(digest)
        moving = self._wasteful(found)
        if self._own.keys() & moving:
            self._begin()
        for shard in moving:
            for digest in found.pop(shard):
                pixels = self.pixels(digest)
                if pixels is None:
                    raise OSError(f"{self._files[shard]} is not what it was a moment ago")
                found[self._put(digest, pixels).shard].append(digest)
        return self._known, {shard: self._finished(shard) for shard in found}

    def _wasteful(self, found: Mapping[str, Collection[str]]) -> list[str]:
        """The shards out of which images had better be moved."""
        sizes = {shard: self._files[shard].stat().st_size - shards.HEAD for shard in found}
        live = {shard: sum(self._known[digest].size for digest in of) for shard, of in found.items()}
        small = [shard for shard, size in sizes.items() if size < SMALL]
        many = small if len(small) > MANY else ()
        return [shard for shard in found if shard in many or sizes[shard] - live[shard] > DEAD * sizes[shard]]

    # Our own -------------------------------------------------------------------------------------------------------

    def _put(self, digest: str, pixels: Pixels) -> Place:
        """Add pixels to the run's own shard, wherever else they lie."""
        last = self._last
        if last is None or self._own[last].size + pixels.size > max(shards.LIMIT, pixels.size):
            last = self._begin()
        place = self._own[last].add(pixels, last)
        self._known[digest] = self.news.places[digest] = place
        return place

    @property
    def _last(self) -> str | None:
        """The shard of our own that is being written."""
        return next(reversed(self._own), None)

    def _begin(self) -> str:
        """A new shard of our own. The one before it is finished, so that one file is open for writing."""
        if self._last is None:
            run = self._named()
        else:
            run = self._last[:RUN]
            self._own[self._last].finish()
        name = f"{run}{len(self._own):0{NAME - RUN}x}"
        self._own[name] = ShardWriter(self._folder / name)
        self._files[name] = self._own[name].path
        self.news.shards.append(Shard(name))
        return name

    def _named(self) -> str:
        """A name for this run, locked from now on: a shard whose run's lock nobody has is left over."""
        self._folder.mkdir(parents=True, exist_ok=True)
        run = uuid.uuid4().hex[:RUN]
        self._held.enter_context(locks.held_once(_lock(self._folder / run)))
        return run

    def _finished(self, name: str) -> Path:
        """The file of a shard, for the result to take. One of our own stays here as well, until there is a result.

        Where a disk knows no second names it moves: a copy would double what the disk has to hold.
        """
        if name not in self._own:
            return self._files[name]
        if name == self._last:
            self._own[name].finish()
        path, link = self._files[name], self._working / name
        self.news.shards.append(Shard(name, digests.of_file(path), path.stat().st_size))
        link.parent.mkdir(exist_ok=True)
        try:
            os.link(path, link)
        except OSError:
            path.replace(link)
        self._files[name] = link
        return link

    # From run to run -----------------------------------------------------------------------------------------------

    @property
    def _known(self) -> dict[str, Place]:
        return self._read() if self._places is None else self._places

    def _read(self) -> dict[str, Place]:
        """Where earlier runs put pixels, as far as their shards are left. Who cannot ask tidies nothing up."""
        told = self._index.shards()
        if told is None:
            self._places = {}
            return self._places
        for shard in told.values():
            if self._is_left(shard):
                self._shards[shard.name] = shard
            else:
                self.news.gone.append(shard.name)
        self._tidy()
        self._places = {d: place for d, place in self._index.places().items() if place.shard in self._shards}
        return self._places

    def _is_left(self, shard: Shard) -> bool:
        """Whether a shard is anywhere. What is in a result need not be here as well."""
        here = self._folder / shard.name
        if shard.content is not None and self._blobs.path(Digest(shard.content)).exists():
            here.unlink(missing_ok=True)
            return True
        return here.exists()

    def _tidy(self) -> None:
        """Remove shards that nobody writes any more: of runs that could not tell of them, or ended long ago."""
        for path in self._folder.glob("?" * NAME):
            with suppress(OSError):
                if path.name not in self._shards or path.stat().st_mtime < time.time() - LEFT:
                    _remove_unheld(path)
        for lock in self._folder.glob(f"*{LOCK}"):
            with suppress(OSError):
                _remove_free(lock)

    def close(self) -> None:
        """Let go of everything. Shards in which no image lies any more are removed."""
        for writer in self._own.values():
            writer.close()
        self._held.close()
        named = {place.shard for place in (self._places or {}).values()}
        for name in {*self._shards, *self._own} - named:
            with suppress(OSError):
                _remove_unheld(self._folder / name)
        self._own.clear()


def _remove_unheld(shard: Path) -> None:
    """Remove a shard, and the lock of a run that has ended, unless somebody is at it."""
    if shard.exists():
        lock = _lock(shard)
        with locks.held_if_free(lock) as free:
            if free:
                shard.unlink()
                lock.unlink()


def _remove_free(lock: Path) -> None:
    """Remove the lock of a run that was killed."""
    with locks.held_if_free(lock) as free:
        if free:
            lock.unlink()


def _lock(shard: Path) -> Path:
    return shard.with_name(f"{shard.name[:RUN]}{LOCK}")


def _linked(path: Path, link: Path) -> Path:
    """A second name for a file, or a copy of it where the disk knows no such thing. Raises OSError."""
    link.parent.mkdir(exist_ok=True)
    try:
        os.link(path, link)
    except OSError:
        shutil.copyfile(path, link)
    return link


def _pixels(shard: Path, place: Place, digest: str) -> Pixels | None:
    """The pixels at a place, if they are what they were. Raises OSError where no more files may be open."""
    import numpy as np

    try:
        with shard.open("rb") as file:
            file.seek(shards.HEAD + place.start)
            data = file.read(place.size)
        pixels = np.frombuffer(data, np.uint8).reshape(place.height, place.width, 3)
    except OSError as error:
        if error.errno in disk.EXHAUSTED:  # which says nothing of the file
            raise
        return None
    except (ValueError, OverflowError):
        return None
    return pixels if images.digest_of(pixels) == digest else None
