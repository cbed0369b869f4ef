"""Code: a Python file of the artist's that a score names, as it lies on the disk. It is read, and never run here.

What counts is the very bytes that were read: they are digested, shown, trusted and run, and the file is not asked
again. A file that lies outside the folder of its score, by whatever link, is refused.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from intaglio.runtime.fault import Fault
from intaglio.runtime.store import disk
from intaglio.runtime.world import listing

LARGEST = 1_000_000  # bytes: more than anybody writes by hand, and reads before trusting it


@dataclass(frozen=True)
class Code:
    """A file: `said` is its path in the score, `place` where it really lies, behind all links."""

    said: str
    place: Path
    data: bytes

    @cached_property
    def digest(self) -> str:
        """The sha256 of what it holds, in hexadecimal: strangers meet here, and xxh3 resists nobody."""
        return sha256(self.data).hexdigest()


def read(folder: Path, said: str) -> Code:
    """The file at a path of a score in `folder`. Raises `Fault` where there is none that may be run."""
    try:
        with disk.faults(folder / said):
            place = _located(folder, said)
            return Code(said, place, _bytes(place, said))
    except Fault as fault:
        raise Fault(fault.message, fault.hint, said) from fault


def _located(folder: Path, said: str) -> Path:
    """Where the file really lies, which is in the folder."""
    place = listing.located(folder, said)
    if place is None:
        raise Fault(f"There is nothing at {said}.")
    try:
        home, real = folder.resolve(strict=True), place.resolve(strict=True)
    except (FileNotFoundError, RuntimeError):  # in a circle, too
        raise Fault(f"{said} is a link that leads nowhere.") from None
    if not real.is_relative_to(home):
        raise Fault(
            f"{said} leads out of the folder that the script lies in. `perform` runs what lies beside its script, or in"
            " a folder there: copy the file to it."
        )
    return real


def _bytes(place: Path, said: str) -> bytes:
    """What a file holds, asked of one opening: a pipe is not waited for, and no more is read than may be run."""
    handle = os.open(place, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Fault(f"{said} is no file that could be run.")
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Fault(f"{said} is larger than {disk.size(LARGEST)}: nobody reads that before trusting it.")
    return data
