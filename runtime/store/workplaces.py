"""Workplaces: folders in a store's `tmp` to make something in. A lock in each says that its process is alive.

To make one and to take it away is felt where what is made is small. So one that was left empty serves the next who
needs one, for as long as the store is being used.
"""

from __future__ import annotations

import shutil
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from intaglio.runtime.store import disk, locks
from intaglio.runtime.store.root import Root

FOLDER = "tmp"
GATE = "tmp.lock"  # shared by those who make a folder, until they hold the lock in it; held alone by who sweeps
ALIVE = "alive"  # the lock in a folder
NOTE_LIVES = 3600  # seconds after which a file in `tmp` is a dead process's


@dataclass(frozen=True, slots=True)
class Working:
    """Two empty folders on the store's disk for one cell's result and for what was seen while it was made."""

    folder: Path
    result: Path
    seen: Path


@dataclass(frozen=True, slots=True)
class _Place:
    work: Working
    held: ExitStack  # the lock in it

    def is_empty(self) -> bool:
        """Whether it is as it was at first."""
        work = self.work
        try:
            others = set(work.folder.iterdir()) - {work.result, work.seen, work.folder / ALIVE}
            return not any((*others, *work.result.iterdir(), *work.seen.iterdir()))
        except OSError:  # somebody took it away, or may
            return False

    def clear(self) -> None:
        """Take it away, with all that is in it."""
        self.held.close()
        shutil.rmtree(self.work.folder, ignore_errors=True)


class Workplaces:
    """The workplaces of one store."""

    def __init__(self, root: Root) -> None:
        self._root = root
        self._swept = False
        self._free: list[_Place] = []
        self._lock = threading.Lock()

    @contextmanager
    def one(self, *, stays: bool, waiting: Callable[[], None]) -> Iterator[Working]:
        """A workplace. Gone afterwards, with all that is in it, unless it `stays` for the next and is empty.

        `waiting` is called every 50 ms while somebody sweeps; what it raises ends the wait.
        """
        place = self._found() or self._new(waiting)
        try:
            yield place.work
        except BaseException:
            place.clear()
            raise
        if stays and place.is_empty():
            with self._lock:
                self._free.append(place)
        else:
            place.clear()

    def clear(self) -> None:
        """Take away those that stayed."""
        with self._lock:
            places, self._free = self._free, []
        for place in places:
            place.clear()

    def sweep(self) -> None:
        """Once in a process, remove the folders of those that died."""
        if self._swept:
            return
        self._swept = True
        tmp = self._root.path / FOLDER
        with disk.faults(tmp), locks.held_if_free(self._root.path / GATE) as free:
            for path in tmp.iterdir() if free and tmp.is_dir() else ():
                if _is_abandoned(path):
                    shutil.rmtree(path, ignore_errors=True)
                    path.unlink(missing_ok=True)

    def _found(self) -> _Place | None:
        """One that stayed and is still there."""
        with self._lock:
            place = self._free.pop() if self._free else None
        if place is None or place.work.result.is_dir():
            return place
        place.clear()  # somebody took its folder away, or all of the store
        return None

    def _new(self, waiting: Callable[[], None]) -> _Place:
        folder = self._root.made(FOLDER) / uuid.uuid4().hex
        self.sweep()
        work = Working(folder, folder / "result", folder / "seen")
        with ExitStack() as held:
            with disk.faults(folder), locks.held(self._root.path / GATE, shared=True, waiting=waiting):
                folder.mkdir()
                held.callback(shutil.rmtree, folder, ignore_errors=True)
                held.enter_context(locks.held(folder / ALIVE))
                work.result.mkdir()
                work.seen.mkdir()
            return _Place(work, held.pop_all())


def _is_abandoned(path: Path) -> bool:
    """Whether nobody alive works on something in `tmp`. Files there are notes on their way, and live a moment."""
    try:
        if path.is_file():
            return time.time() - path.stat().st_mtime > NOTE_LIVES
        with locks.held_if_free(path / ALIVE) as free:
            return free
    except FileNotFoundError:  # whoever worked there has just finished
        return False
