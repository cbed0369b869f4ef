"""The disk: writes that happen whole or not at all, and what the system says when it refuses, as a `Fault`."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TextIO

from intaglio.runtime.fault import Fault
from intaglio.runtime.keys import digests

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
EXHAUSTED = frozenset({errno.EMFILE, errno.ENFILE})  # too many files are open, here or in all
REFUSALS = (
    FULL
    | FORBIDDEN
    | EXHAUSTED
    | {errno.EIO, errno.EINTR, errno.EFBIG, errno.ESTALE, errno.ENXIO, errno.ENODEV}
    | {errno.ENAMETOOLONG, errno.ELOOP, errno.ETIMEDOUT, errno.ENOLCK, errno.EBUSY, errno.ETXTBSY, errno.EMLINK}
)
IN_THE_WAY = frozenset({errno.ENOTDIR, errno.EEXIST, errno.EISDIR})


@contextmanager
def refusals(place: Path | None = None) -> Iterator[None]:
    """Turn what a disk refused inside into a `Fault` that names the file, or `place` where the system names none.

    For wherever any file may be meant. What no disk refuses by itself (a file that is not there) is a mistake of ours,
    and goes through; without a `place`, so does what names no file.
    """
    try:
        yield
    except OSError as error:
        path = error.filename or place
        if path is None or error.errno not in REFUSALS:
            raise
        raise fault(error, Path(path)) from error


@contextmanager
def faults(path: Path, needed: int = 0) -> Iterator[None]:
    """Turn an OSError inside into a `Fault` that names `path` and, on a full disk, the `needed` bytes."""
    try:
        yield
    except OSError as error:
        raise fault(error, path, needed) from error


def fault(error: OSError, path: Path, needed: int = 0) -> Fault:
    """What the system refused, in plain words."""
    if error.errno == errno.EDQUOT:
        wanted = f": {size(needed)} more are needed" if needed else ""
        hint = "delete what you no longer need there, or keep the store elsewhere with `--store FOLDER`"
        return Fault(f"Your share of the disk is used up, writing {path}{wanted}.", hint)
    if error.errno in FULL:
        wanted = f"{size(needed)} more are needed and" if needed else "only"
        hint = "make room on that disk, or keep the store on another one with `--store FOLDER`"
        return Fault(f"The disk is full: writing {path}, {wanted} {size(_free(path))} are free.", hint)
    if error.errno == errno.EROFS:
        return Fault(f"{path} lies on a disk that can only be read.", "keep the store elsewhere with `--store FOLDER`")
    if error.errno in FORBIDDEN:
        return Fault(f"{path} may not be read or written by you.", f"look at its permissions: ls -ld '{path}'")
    if error.errno in IN_THE_WAY:
        found = _nearest(path)
        return Fault(
            f"{path} cannot be made: {found} is not a folder." if found.is_file() else f"{path} is in the way."
        )
    if error.errno == errno.ENOENT:
        return Fault(f"There is nothing at {path}.")
    if error.errno == errno.EMFILE:
        return Fault(f"Too many files are open to open {path} as well.", "ulimit -n 4096")
    return Fault(f"{path}: the system says “{error.strerror or error}”.")


def size(count: int) -> str:
    """A number of bytes for people: `3.2 MB`."""
    amount, units = float(count), iter(("bytes", "KB", "MB", "GB", "TB"))
    unit = next(units)
    while amount >= 1000 and unit != "TB":
        amount, unit = amount / 1000, next(units)
    return f"{count} bytes" if unit == "bytes" else f"{amount:.1f} {unit}"


def make_folder(path: Path) -> None:
    """Make a folder and those above it, so that they last through a power cut. Raises OSError."""
    missing = []
    while not path.is_dir():
        missing.append(path)
        path = path.parent
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        sync(folder.parent)


def sync(path: Path) -> None:
    """Have the disk keep what a file or folder holds now. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes, by: Path) -> None:
    """Write a file such that a reader sees the old bytes or the new ones, also after a power cut.

    `by` is a path on the same disk where the bytes are written first; nobody else may use it. Raises OSError.
    """
    try:
        with by.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        make_folder(path.parent)
        by.replace(path)
    except BaseException:
        by.unlink(missing_ok=True)
        raise
    sync(path.parent)


def open_log(path: Path, mode: Literal["a", "w"]) -> TextIO:
    """Open a log to write to, in the place of a link, which is taken away: a store may come with a stranger's folder.

    Raises OSError.
    """
    if path.is_symlink():
        path.unlink()
    return open(path, mode, encoding="utf-8", opener=_unfollowed)


def _unfollowed(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o666)


# Sealed JSON ------------------------------------------------------------------------------------------------------

HEAD, MIDDLE, TAIL = b'{"check": "', b'", "value": ', b"}\n"
CHECK = 32  # digits of a digest


def seal(value: object) -> bytes:
    """JSON that carries its own digest, so that one flipped bit anywhere is noticed."""
    body = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    data = body.encode("utf-8", "surrogatepass")  # names of files may hold what is no text
    return b"".join((HEAD, digests.of_bytes(data).encode(), MIDDLE, data, TAIL))


def unseal(data: bytes) -> Any:
    """The value in sealed JSON. Raises ValueError where a bit is not as it was written."""
    start = len(HEAD) + CHECK + len(MIDDLE)
    body = data[start : -len(TAIL)]
    if data != b"".join((HEAD, digests.of_bytes(body).encode(), MIDDLE, body, TAIL)):
        raise ValueError("the seal is broken")
    return json.loads(body.decode("utf-8", "surrogatepass"))


def _free(path: Path) -> int:
    try:
        return shutil.disk_usage(_nearest(path)).free
    except OSError:
        return 0


def _nearest(path: Path) -> Path:
    """The path itself, or the nearest thing above it that exists."""
    return next((each for each in (path, *path.parents) if os.path.lexists(each)), Path(path.anchor or "."))
