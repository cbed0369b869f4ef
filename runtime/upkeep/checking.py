"""Checking: reads everything in a store, and tells what is not as it was written. What is damaged is set aside.

Nothing of a store is needed to go on: what was set aside is a miss, and is made again when something needs it. Safe
beside running processes: what looks damaged is looked at again while nobody takes anything in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from intaglio.runtime.keys import digests
from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store import blobs, disk, records
from intaglio.runtime.store.blobs import Blob
from intaglio.runtime.store.store import JOURNEYS, Store
from intaglio.runtime.upkeep.holdings import QUARANTINE, Inventory, Title, called, inventory
from intaglio.runtime.world import unchanged

Progress = Callable[[int, int], None]  # bytes read so far, of all


class What(Enum):
    """What is not as it was."""

    CONTENT = "content"  # its bytes are not those of its name
    MISSING = "missing"  # a record or a note names it, and it is not there
    RECORD = "record"  # what was written down of a result
    NOTE = "note"  # what the store remembers beside results


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that is not as it was. `titles` are what artists call the results that it belongs to."""

    what: What
    file: str  # relative to the store
    titles: tuple[Title, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, and what of it was damaged."""

    files: int
    size: int
    damages: tuple[Damage, ...]


def check(store: Store, progress: Progress = lambda done, total: None) -> Checked:
    """Read everything. Raises Fault where the disk refuses."""
    reading = _Reading(store, progress)
    written_down = [*reading.notes(), *reading.records(), *reading.looks(), *reading.journeys()]
    there = inventory(store)  # of what is left, for it sets aside what it cannot read
    damaged = [*reading.contents(there)]
    missing = [*reading.gaps(there, {damage.file for damage in damaged})]
    return Checked(reading.files, reading.size, (*written_down, *damaged, *missing))


class _Reading:
    """One reading of a store, and how far it is."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self._store = store
        self._progress = progress
        self._total = store.size()
        self.files = 0
        self.size = 0

    def notes(self) -> Iterator[Damage]:
        """Notes whose seal is broken."""
        root = self._store.root
        for path in sorted([*root.glob("*.json"), *root.glob("[!.]*/*.json")]):
            if path.parent.name != QUARANTINE and not self._is_sealed(path):
                yield self._aside(What.NOTE, path)

    def records(self) -> Iterator[Damage]:
        """Records that are not what was written down of their key."""
        titles = called(self._store)
        for path in sorted((self._store.root / "records").glob("??/*.json")):
            data = self._read(path)
            if data is None:
                continue
            try:
                records.decode(data, Key(path.stem))
            except (ValueError, KeyError, TypeError):  # whatever flipped bits make of it
                yield self._aside(What.RECORD, path, titles.get(path.stem, ()))

    def looks(self) -> Iterator[Damage]:
        """Notes about what lay there, as the run with nothing to do reads them."""
        for path in sorted((self._store.root / unchanged.FOLDER).glob("*")):
            if self._read(path) is not None and not unchanged.is_whole(str(path)):
                yield self._aside(What.NOTE, path)

    def journeys(self) -> Iterator[Damage]:
        """The index of what became of images."""
        from intaglio.runtime.journeys import index  # loads SQLite

        path = self._store.root / JOURNEYS / index.INDEX
        if path.is_file():
            self._count(path.stat().st_size)
            if not index.is_sound(path):
                index.remove(path, self._store.root / QUARANTINE)
                yield Damage(What.NOTE, self._named(path))

    def contents(self, there: Inventory) -> Iterator[Damage]:
        """Contents that are not what their name says."""
        for blob in self._store.contents.all():
            path = self._store.contents.path(blob.digest)
            try:
                sound = digests.of_file(path) == blob.digest
            except FileNotFoundError:  # collected meanwhile
                continue
            except OSError as error:
                raise disk.fault(error, path) from error
            self._count(blob.size)
            if not sound and self._stays_damaged(blob):
                yield Damage(What.CONTENT, self._named(path), _titles(blob, there))

    def gaps(self, there: Inventory, known: Collection[str]) -> Iterator[Damage]:
        """Contents that things need and that were not there from the beginning, but for those known to be damaged."""
        with self._store.uses.alone() if self._store.root.is_dir() else nullcontext():
            now = inventory(self._store)
        for blob in {blob.digest: blob for thing in now.things.values() for blob in thing.blobs}.values():
            file = self._named(self._store.contents.path(blob.digest))
            if blob.digest not in there.contents and blob.digest not in now.contents and file not in known:
                yield Damage(What.MISSING, file, _titles(blob, now))

    def _stays_damaged(self, blob: Blob) -> bool:
        """Whether a content is damaged still when nobody takes anything in; then it is set aside."""
        with self._store.uses.alone():
            path = self._store.contents.path(blob.digest)
            return path.exists() and not self._store.contents.verify(blob)

    def _is_sealed(self, path: Path) -> bool:
        data = self._read(path)
        if data is None:
            return True
        try:
            disk.unseal(data)
        except ValueError:
            return False
        return True

    def _read(self, path: Path) -> bytes | None:
        """The bytes of a small file; None where it has gone meanwhile."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise disk.fault(error, path) from error
        self._count(len(data))
        return data

    def _count(self, size: int) -> None:
        self.files += 1
        self.size += size
        self._progress(min(self.size, self._total), self._total)

    def _aside(self, what: What, path: Path, titles: tuple[Title, ...] = ()) -> Damage:
        blobs.set_aside(path, self._store.root / QUARANTINE)
        return Damage(what, self._named(path), titles)

    def _named(self, path: Path) -> str:
        return path.relative_to(self._store.root).as_posix()


def _titles(blob: Blob, there: Inventory) -> tuple[Title, ...]:
    """What the things that need a content are called."""
    needing = [thing.name for thing in there.things.values() if any(b.digest == blob.digest for b in thing.blobs)]
    return tuple(dict.fromkeys(title for name in needing for title in there.titles.get(name, ())))
