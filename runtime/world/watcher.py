"""The watcher: tells when files in some folders have really changed.

Folders are watched, not files, since editors save in many ways. What happens is gathered until it has been quiet for
a moment; then the content of each file decides whether it changed. Where events are lost it looks at everything again,
and says so. Knows nothing of scripts.
"""

from __future__ import annotations

import logging
import os
import queue
import stat
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from intaglio.runtime.keys import digests

QUIET = 0.030  # seconds without an event after which it is taken to be over
LONGEST = 0.200  # seconds after which it is looked at all the same
BEAT = 0.5  # seconds between looks at whether the watched folders are still the same ones
POLL = 1.0  # seconds between looks where the system cannot tell
BURST = 4096  # events at once, after which some may have been lost unsaid
WHOLE = 64 * 2**20  # bytes up to which a file's content decides; above, its size and time do
TELLS_CLOSED = sys.platform.startswith("linux")  # elsewhere the end of a write is not told
ENDS = frozenset({"closed", "moved", "created", "deleted"})
LOST = "lost"

Happening = tuple[str, Path]  # what happened, to what


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed. With `lost` it may be anything: events were lost, or a folder was made again."""

    paths: frozenset[Path]
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to watch, `deep` with all that lies in it. It need not exist yet."""

    path: Path
    deep: bool = True


class Watcher:
    """Watches folders until it is closed. `ignored` tells which paths are our own doing."""

    def __init__(self, ignored: Callable[[Path], bool] = lambda path: False) -> None:
        self._happenings: queue.SimpleQueue[Happening] = queue.SimpleQueue()
        self._handler = _Handler(self._happenings, ignored)
        self._overflow = _Overflow(self._happenings)
        self._observer: BaseObserver = Observer()
        self._folders: frozenset[Folder] = frozenset()
        self._watches: dict[Folder, _Watch] = {}
        self._contents: dict[Path, str | None] = {}
        self.polls = not TELLS_CLOSED and isinstance(self._observer, PollingObserver)
        logging.getLogger("watchdog").addHandler(self._overflow)
        self._observer.start()

    def close(self) -> None:
        """End it."""
        logging.getLogger("watchdog").removeHandler(self._overflow)
        self._observer.stop()
        self._observer.join(1.0)

    def watch(self, folders: Iterable[Folder]) -> None:
        """Watch these folders, and no others. One that does not exist is waited for in the nearest that does."""
        self._folders = frozenset(Folder(folder.path.absolute(), folder.deep) for folder in folders)
        self._renew()

    def know(self, path: Path, data: bytes) -> None:
        """Remember a file's content, so that writing the same again is no change."""
        self._contents[path.absolute()] = digests.of_bytes(data)

    def changes(self, timeout: float) -> Changes | None:
        """Wait for something to change, at most `timeout` seconds."""
        until = time.monotonic() + timeout
        while (left := until - time.monotonic()) > 0:
            try:
                first = self._happenings.get(timeout=min(left, BEAT))
            except queue.Empty:
                if self._renew():
                    return Changes(frozenset(), lost=True)
                continue
            found = self._decided(self._gathered(first))
            if found is not None:
                return found
        return None

    def _gathered(self, first: Happening) -> list[Happening]:
        """What happens until it is quiet. A file that was created is waited for until it is closed."""
        gathered = [first]
        began = time.monotonic()
        while (left := began + LONGEST - time.monotonic()) > 0:
            wait = left if not self.polls and _open(gathered) else min(left, QUIET)
            try:
                gathered.append(self._happenings.get(timeout=wait))
            except queue.Empty:
                break
        return gathered

    def _decided(self, happenings: list[Happening]) -> Changes | None:
        """Which of the paths hold something else than before; None where none does."""
        lost = len(happenings) >= BURST or any(what == LOST for what, _ in happenings)
        if any(what in ("deleted", "moved", "created") for what, _ in happenings):
            lost = self._renew() or lost
        born = {path for what, path in happenings if what == "created"}
        paths = dict.fromkeys(path for what, path in happenings if what != LOST)
        changed = frozenset(path for path in paths if self._is_other(path, path in born))
        return Changes(changed, lost) if changed or lost else None

    def _is_other(self, path: Path, born: bool) -> bool:
        now = _content(path)
        before = self._contents.get(path, "" if now is None and not born else None)
        self._contents[path] = now
        return now != before

    def _renew(self) -> bool:
        """Watch what is not watched, or has become another folder under the same name. Whether there was any."""
        renewed = False
        for folder in [*self._watches]:
            if folder not in self._folders:
                self._leave(folder)
        for folder in self._folders:
            place = _nearest(folder.path)
            known = self._watches.get(folder)
            if known is not None and (known.path, known.identity) == (place, _identity(place)):
                continue
            self._leave(folder)
            renewed = (self._enter(folder, place) and known is not None) or renewed
        return renewed

    def _enter(self, folder: Folder, place: Path) -> bool:
        deep = folder.deep and place == folder.path
        try:
            handle = self._observer.schedule(self._handler, str(place), recursive=deep)
        except FileNotFoundError:
            return False  # gone between two looks; the next beat finds what is there then
        except OSError:  # no more watches or instances are left to us
            if self.polls:
                return False
            self._poll()
            return True
        self._watches[folder] = _Watch(place, _identity(place), handle)
        return True

    def _leave(self, folder: Folder) -> None:
        known = self._watches.pop(folder, None)
        if known is not None and known.handle not in [watch.handle for watch in self._watches.values()]:
            with suppress(KeyError, OSError):  # the system has dropped it together with the folder
                self._observer.unschedule(known.handle)

    def _poll(self) -> None:
        """Look again and again from now on."""
        self._observer.stop()
        self.polls = self._handler.polls = True
        self._observer = PollingObserver(timeout=POLL)
        self._watches = {}
        self._observer.start()
        for folder in self._folders:
            self._enter(folder, _nearest(folder.path))


@dataclass(frozen=True, slots=True)
class _Watch:
    """What is watched for a folder: it, or the nearest that exists, and which one that was."""

    path: Path
    identity: tuple[int, int] | None
    handle: ObservedWatch


class _Handler(FileSystemEventHandler):
    """Passes on what ends a change, on the observer's thread."""

    def __init__(self, happenings: queue.SimpleQueue[Happening], ignored: Callable[[Path], bool]) -> None:
        self._happenings = happenings
        self._ignored = ignored
        self.polls = False

    def dispatch(self, event: FileSystemEvent) -> None:
        """See watchdog."""
        what = event.event_type
        modified = what == "modified" and not event.is_directory and (self.polls or not TELLS_CLOSED)
        if what not in ENDS and not modified:
            return
        for name in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(name)) if name else None
            if path is not None and not self._ignored(path):
                self._happenings.put(("moved" if event.is_directory else what, path))


class _Overflow(logging.Handler):
    """Hears from watchdog, which only logs it, that the system's queue of events overflowed."""

    def __init__(self, happenings: queue.SimpleQueue[Happening]) -> None:
        super().__init__()
        self._happenings = happenings

    def emit(self, record: logging.LogRecord) -> None:
        """See logging."""
        if "overflow" in record.getMessage():
            self._happenings.put((LOST, Path()))


def _open(happenings: list[Happening]) -> bool:
    """Whether a file was created that may still be written."""
    if not TELLS_CLOSED:
        return False
    last = {path: what for what, path in happenings}
    return any(what == "created" for what in last.values())


def _content(path: Path) -> str | None:
    """What tells a file's content from another; None where there is no file."""
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= WHOLE:
            return digests.of_file(path)
    except OSError:
        return None
    return f"{status.st_ino} {status.st_size} {status.st_mtime_ns}"


def _nearest(path: Path) -> Path:
    """The folder, or the nearest one around it that exists."""
    return next((each for each in (path, *path.parents) if each.is_dir()), Path(path.anchor))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
