"""Blobs: the contents in a store, each under its own digest, read-only, whole or not there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.store import disk


@dataclass(frozen=True, slots=True)
class Blob:
    """A content: its digest and its number of bytes."""

    digest: Digest
    size: int


class Blobs:
    """The contents under one folder. `quarantine` is where damaged ones go."""

    def __init__(self, folder: Path, quarantine: Path) -> None:
        self._folder = folder
        self._quarantine = quarantine
        self._verified: dict[Digest, tuple[int, int]] = {}  # inode and ctime of what this process has read whole
        self._refused: dict[Digest, tuple[int, int]] = {}  # … and of what cannot be used, and could not be set aside

    def path(self, digest: Digest) -> Path:
        """Where a content lies, or would."""
        return self._folder.joinpath(digest[:2], digest)

    def has(self, blob: Blob) -> bool:
        """Whether a content is there with its right size, and was not found damaged. Looks at no byte of it."""
        path = self.path(blob.digest)
        try:
            stat = path.stat()
        except OSError:
            return False
        if stat.st_size != blob.size:
            self._set_aside(path)
            return False
        return self._refused.get(blob.digest) != _version(stat)

    def verify(self, blob: Blob) -> bool:
        """Whether a content is there and is what its name says; read whole the first time in a process.

        A damaged one is moved to the quarantine. Where that cannot be, or it cannot be read, it is a miss all the same.
        Raises OSError where no more files may be open, which says nothing of it.
        """
        path = self.path(blob.digest)
        try:
            stat = path.stat()
        except OSError:
            return False
        if self._verified.get(blob.digest) == _version(stat):
            return True
        try:
            sound = stat.st_size == blob.size and digests.of_file(path) == blob.digest
        except OSError as error:  # a disk that fails where it lies, or bytes that may not be read
            if error.errno in disk.EXHAUSTED:
                raise
            self._refused[blob.digest] = _version(stat)
            return False
        if sound:
            self._verified[blob.digest] = _version(stat)
        else:
            self._refused[blob.digest] = _version(stat)
            self._set_aside(path)
        return sound

    def take(self, files: Sequence[Path]) -> list[Blob]:
        """Move files in, to last. They must lie on the store's disk, and nobody may write them any more.

        A content that is there already is replaced by these same bytes, which are known to be sound. Raises OSError.
        """
        blobs = []
        for file in files:
            blob = _synced(file)
            target = self.path(blob.digest)
            disk.make_folder(target.parent)
            file.chmod(0o444)
            file.replace(target)
            blobs.append(blob)
        for folder in {self.path(blob.digest).parent for blob in blobs}:
            disk.sync(folder)
        return blobs

    def drop(self, blob: Blob) -> None:
        """Remove a content that nobody needs any more. Who still has it open can read it to its end."""
        with suppress(OSError):  # gone already, or on a disk that can only be read: gc finds it another day
            self.path(blob.digest).unlink(missing_ok=True)

    def all(self) -> Iterator[Blob]:
        """Every content that is there."""
        for folder in sorted(self._folder.glob("??")):
            for file in sorted(folder.iterdir()):
                with suppress(FileNotFoundError):  # somebody has just collected it
                    yield Blob(Digest(file.name), file.stat().st_size)

    def _set_aside(self, path: Path) -> None:
        set_aside(path, self._quarantine)


def _version(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_ino, stat.st_ctime_ns


def _synced(file: Path) -> Blob:
    """The content of a file that lasts from now on. A large one is digested while the disk writes it."""
    with file.open("rb", buffering=0) as opened:
        size = os.fstat(opened.fileno()).st_size
        if size <= digests.BLOCK:
            os.fsync(opened.fileno())
            return Blob(digests.of_still(opened, size), size)
        from concurrent.futures import ThreadPoolExecutor  # costs what finding nothing to do may not

        with ThreadPoolExecutor(max_workers=1) as beside:
            written = beside.submit(os.fsync, opened.fileno())
            blob = Blob(digests.of_still(opened, size), size)
            written.result()
            return blob


def set_aside(path: Path, quarantine: Path) -> None:
    """Move a damaged file out of the way, so that it is a miss from now on."""
    try:
        disk.make_folder(quarantine)
        path.replace(quarantine / path.name)
    except OSError:  # a store that can only be read keeps its damage; its reader has called it a miss all the same
        return
