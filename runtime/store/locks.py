"""Locks between processes. They are the system's (flock), so the death of their holder frees them."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PAUSE = 0.05  # seconds between two tries while somebody else holds a lock


@contextmanager
def held(path: Path, *, shared: bool = False, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the lock at `path` (a file, made where there is none, in a folder that exists) and let it go after.

    While somebody else holds it, `waiting` is called every 50 ms; what it raises ends the wait. Without `waiting`
    the system wakes us. Threads of one process exclude each other too. Raises OSError.
    """
    handle = _acquired(path, fcntl.LOCK_SH if shared else fcntl.LOCK_EX, waiting)
    try:
        yield
    finally:
        _release(handle)


@contextmanager
def held_if_free(path: Path) -> Iterator[bool]:
    """Hold the lock at `path` if nobody does; tells whether it is held now. Raises OSError."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        yield _try(handle, fcntl.LOCK_EX)
    finally:
        _release(handle)


@contextmanager
def held_once(path: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """As `held`, and the file is gone afterwards: for locks of which there are ever new ones."""
    handle = _acquired(path, fcntl.LOCK_EX, waiting)
    while not _is_at(handle, path):  # its last holder removed it while we waited
        _release(handle)
        handle = _acquired(path, fcntl.LOCK_EX, waiting)
    try:
        yield
    finally:
        with suppress(OSError):  # on a disk that refuses by now its file may stay: the lock itself is the system's
            path.unlink(missing_ok=True)  # before letting go: who waits sees that it is gone and tries anew
        _release(handle)


def _acquired(path: Path, mode: int, waiting: Callable[[], None] | None) -> int:
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        if waiting is None:
            fcntl.flock(handle, mode)
        else:
            while not _try(handle, mode):
                waiting()
                time.sleep(PAUSE)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _try(handle: int, mode: int) -> bool:
    try:
        fcntl.flock(handle, mode | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _release(handle: int) -> None:
    with suppress(OSError):  # the file is closed all the same, and then nobody of this process has the lock
        fcntl.flock(handle, fcntl.LOCK_UN)  # for a forked child that still has the file open, too
    os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(handle), there)
