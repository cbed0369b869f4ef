"""The stat cache: digests of files, remembered by size, times and inode, so that a file is read again only if touched.

A stat is trusted only where it was already old when the file was read (see `unchanged`). A file that changes while it
is read is read again, and called restless if it will not hold still.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from intaglio.runtime.fault import Fault
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.store import disk
from intaglio.runtime.store.store import Store
from intaglio.runtime.world import unchanged
from intaglio.runtime.world.unchanged import Look

NOTE = "stats"
MOST = 300_000  # files remembered; past that, only those of this process are
COSTS = 100_000  # bytes that could be read in the time that it takes to find and open a file
WORTH = 20_000_000  # bytes, so reckoned, from which it is worth it to keep what was learnt of files
TRIES = 3
Known = dict[str, list[Any]]  # of each path, as JSON has it: size, mtime, ctime, inode, digest


class Stats:
    """The stat cache of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._old: Known | None = None  # read when first needed
        self._note: unchanged.Stat | None = None  # how the note looked before it was read
        self._new: Known = {}
        self._cost = 0  # of what is new, in bytes

    def digest(self, path: str) -> tuple[Digest, Look]:
        """A file's digest and the look that vouches for it. Raises OSError, and Fault for a restless file."""
        seen = unchanged.look(path)
        known = self._new.get(path) or self._known().get(path)
        if known is not None and known[:4] == [*seen[:4]]:
            return known[4], seen
        digest, seen = _digested(path)
        if unchanged.is_settled(seen):
            self._new[path] = [*seen[:4], digest]
            self._cost += COSTS + seen[0]
        return digest, seen

    def forget(self) -> None:
        """Trust no stat any more: somebody read other bytes than were digested."""
        self._old, self._new, self._note, self._cost = {}, {}, None, 0

    @property
    def grown(self) -> bool:
        """Whether so much was learnt that it is worth writing all of it down before the end: a quarter more, and
        more work than the writing is.
        """
        return self._cost > WORTH and 4 * len(self._new) > len(self._known())

    def keep(self) -> None:
        """Write down what was learnt, beside what other processes did meanwhile. Raises Fault."""
        if not self._new:
            return
        with self._store.notes.held(NOTE):
            others = self._old if self._old is not None and self._look() == self._note else self._read()
            known = others | self._new
            kept = known if len(known) <= MOST else self._new
            self._store.notes.write(NOTE, kept)
            self._note = self._look()
        self._old, self._new, self._cost = kept, {}, 0

    def _known(self) -> Known:
        if self._old is None:
            self._old = self._read()
        return self._old

    def _read(self) -> Known:
        self._note = self._look()
        return self._store.notes.read(NOTE) or {}

    def _look(self) -> unchanged.Stat | None:
        """How the note looks now; None where there is none. Reading ten thousand files' stats again would be felt."""
        try:
            return unchanged.look(str(self._store.notes.path(NOTE)))[:4]
        except OSError:
            return None


def _digested(path: str) -> tuple[Digest, Look]:
    """A file's digest, and how it looked before and after it was read."""
    for _ in range(TRIES):
        before = unchanged.look(path)
        digest = digests.of_file(Path(path))
        if unchanged.look(path)[:4] == before[:4]:
            return digest, before
    raise Fault(f"{path} keeps changing while it is read.", "wait until whatever writes it is done")


def read(path: Path, digest: str) -> bytes | None:
    """The bytes of a file if they are still those of `digest`; None when they are not, or are gone. Raises Fault."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise disk.fault(error, path) from error
    return data if digests.of_bytes(data) == digest else None
