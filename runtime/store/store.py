"""The store: everything that was ever made, by key. Content-addressed, atomic, verified; safe for many processes.

    .intaglio/
      objects/ab/DIGEST     contents, read-only
      records/ab/KEY.json   what each key's artifact is made of, its manifest and its facts
      history/              what the runs of each script came to
      chains/               how far each training has come
      items/                where to find pictures that were made one by one
      journeys/             what became of each image on its way through datasets
      shows/                the journals of shows, from which they go on
      placed/, pins         the copies that `save` asked for; what is to stay
      unchanged/, stats     what lay on the disk at the last look
      tmp/, locks/, uses/   work in progress; the system's locks say whose is alive
      quarantine/           what was found damaged

An artifact is visible once its record is, and a record is written last: whatever stops a commit, at whatever moment,
leaves either the whole artifact or none. A store that was only looked at is not made. Knows no kinds and no scripts.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from intaglio.runtime.artifacts import images
from intaglio.runtime.artifacts.artifact import Artifact, NoFiles
from intaglio.runtime.fault import Fault
from intaglio.runtime.keys.manifest import Key, Manifest
from intaglio.runtime.keys.manifest import key as key_of
from intaglio.runtime.store import blobs, cores, disk, items, locks, records
from intaglio.runtime.store.blobs import Blobs
from intaglio.runtime.store.chains import Chains
from intaglio.runtime.store.history import History, Keys
from intaglio.runtime.store.notes import Notes
from intaglio.runtime.store.records import Part, Record
from intaglio.runtime.store.root import Root
from intaglio.runtime.store.streams import Streams
from intaglio.runtime.store.uses import Uses
from intaglio.runtime.store.workplaces import Working, Workplaces

JOURNEYS = "journeys"
LastRun = Keys


class Store:
    """The store in the folder `root`, which need not exist yet."""

    def __init__(self, root: Path) -> None:
        self._root = Root(root)
        self.root = self._root.path
        self.notes = Notes(self._root)
        self.history = History(self.notes)
        self.uses = Uses(self._root)
        self._workplaces = Workplaces(self._root)
        self._blobs = Blobs(self.root / "objects", self.root / "quarantine")
        self.chains = Chains(self.notes, self._blobs, self.uses, self._in_results)
        self.streams = Streams(self._root, self.uses)
        self._records: dict[Key, tuple[tuple[int, int], Record]] = {}  # by inode and ctime of the file they were in

    # Finding ------------------------------------------------------------------------------------------------------

    def find(self, key: Key) -> Artifact | None:
        """The artifact of a key, if the store has all that it needs. Reads its record, and no content.

        Verify it before its content is used for the first time. While the store is being used (`using`), what was
        found stays.
        """
        record = self._in_use(key)
        if record is None or not all(self._blobs.has(part.blob) for part in _needed(record)):
            return None
        return self._artifact(record)

    def remembered(self, key: Key) -> Artifact | None:
        """The artifact of a key as it is written down, without any file (see `artifact.NoFiles`): these may be gone."""
        record = self.record(key)
        return None if record is None else replace(self._artifact(record), result=NoFiles(), seen=NoFiles())

    @contextmanager
    def using(self, heed: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Keep what is found and taken in from being collected meanwhile. `heed` as in `Uses.using`."""
        try:
            with self.uses.using(heed):
                yield
        finally:
            if not self.uses.active:
                self._workplaces.clear()

    def verify(self, artifact: Artifact, name: str | None = None) -> bool:
        """Whether the files that a found artifact needs are what they were, or only the one that is called `name`.

        Each is read once in a process. What is not what it was goes to the quarantine, and its artifact is a miss from
        then on.
        """
        record = self._in_use(Key(artifact.key))
        if record is None:
            return False
        return all(self._blobs.verify(part.blob) for part in _needed(record) if name in (None, part.name))

    def _in_use(self, key: Key) -> Record | None:
        """A record that stays while the store is being used. A miss, and what was noted before, need no gate."""
        record = self.record(key)
        if record is None or not self.uses.active or self.uses.has(key):
            return record
        with self.uses.steady():
            record = self.record(key)
            if record is not None:
                self.uses.note(key)
            return record

    def record(self, key: Key) -> Record | None:
        """What is written down of a key, also where its contents are gone. A damaged record is a miss."""
        path = self.record_path(key)
        try:
            version = _version(path.stat())
            if key in self._records and self._records[key][0] == version:
                return self._records[key][1]
            data = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise disk.fault(error, path) from error
        try:
            record = records.decode(data, key)
        except (ValueError, KeyError, TypeError):  # whatever flipped bits make of it
            blobs.set_aside(path, self.root / "quarantine")
            return None
        self._records[key] = (version, record)
        return record

    def manifest(self, key: Key) -> Manifest | None:
        """What the artifact of a key depends on, also where its contents are gone."""
        record = self.record(key)
        return None if record is None else records.manifest(record)

    def artifacts(self) -> Iterator[Record]:
        """What is written down of every artifact, in order of key."""
        for file in sorted((self.root / "records").glob("??/*.json")):
            record = self.record(Key(file.stem))
            if record is not None:
                yield record

    @property
    def contents(self) -> Blobs:
        """All contents, whatever they belong to."""
        return self._blobs

    def _in_results(self, digests: Set[str]) -> Set[str]:
        """Those of some digests that results have contents of. Records are searched, and not read."""
        found: set[str] = set()
        wanted = {digest.encode(): digest for digest in digests}
        for file in (self.root / "records").glob("??/*.json"):
            with disk.faults(file), suppress(FileNotFoundError):  # somebody has just freed it
                data = file.read_bytes()
                found.update(digest for letters, digest in wanted.items() if letters in data)
        return found

    def holders(self, stream: Key) -> Iterator[Artifact]:
        """The artifacts that hold pictures of a stream, the last one first. Which and where they are is verified."""
        for key in self.streams.holders(stream):
            record, artifact = self.record(key), self.find(key)
            if record is None:
                self.streams.release(stream, key)
            elif artifact is not None:
                lists = [p.blob for p in (*record.result, *record.seen) if p.name in (images.LISTING, items.LIST)]
                if len(lists) == 2 and all(map(self._blobs.verify, lists)):
                    yield artifact

    def size(self) -> int:
        """Bytes of all contents; those that artifacts share count once."""
        return sum(blob.size for blob in self._blobs.all())

    def record_path(self, key: Key) -> Path:
        """Where the record of a key lies, or would."""
        return self.root.joinpath("records", key[:2], f"{key}.json")

    # Making -------------------------------------------------------------------------------------------------------

    @contextmanager
    def locked(self, key: Key, waiting: Callable[[], None] | None = None) -> Iterator[None]:
        """Keep everybody else from making what `key` names. Look again once it is held: somebody may just have.

        `waiting` is called every 50 ms while somebody else has it; what it raises ends the wait.
        """
        lock = self._root.made("locks") / key
        with ExitStack() as stack:
            with disk.faults(lock):
                stack.enter_context(locks.held_once(lock, waiting))
            yield

    def working(self) -> AbstractContextManager[Working]:
        """Folders to make something in. Gone afterwards, with all that was not committed."""
        return self._workplaces.one(stays=self.uses.active, waiting=self.uses.heed)

    def commit(
        self, key: Key, manifest: Manifest, working: Working, facts: Mapping[str, Any], *, makes: str
    ) -> Artifact:
        """Take in what was made. When this returns, it lasts. Raises Fault, and then the store is as it was."""
        if key_of(manifest) != key:
            raise ValueError(f"{key} is not the key of that manifest")
        with disk.faults(working.folder):
            listing = working.result / images.LISTING
            told = images.told(listing) if listing.is_file() else None
            result, seen = _files(working.result), _files(working.seen)
            needed = sum(file.stat().st_size for file in (*result.values(), *seen.values()))
        with disk.faults(self.root, needed), self.uses.steady():
            taken = self._blobs.take([*result.values(), *seen.values()])
            parts = tuple(map(Part, (*result, *seen), taken))
            made, watched = parts[: len(result)], parts[len(result) :]
            contents = {part.name: part.blob.digest for part in made}
            record = Record(
                key=key,
                kind=manifest.kind,
                makes=makes,
                digest=records.digest_of(contents if told is None else images.contents(contents, told)),
                bag=None if told is None else told.bag,
                manifest=manifest.model_dump(mode="json"),
                facts=dict(facts),
                result=made,
                seen=watched,
                made_at=time.time(),
            )
            path = self.record_path(key)
            disk.write_whole(path, records.encode(record), by=working.folder / "record")
            self._records[key] = (_version(path.stat()), record)
            self.uses.note(key)
        return self._artifact(record)

    def show(self, artifact: Artifact, working: Working) -> None:
        """Take in what was seen of an artifact, in place of what had the same names. Its result stays. Raises Fault."""
        key, seen = Key(artifact.key), _files(working.seen)
        needed = sum(file.stat().st_size for file in seen.values())
        with disk.faults(self.root, needed), self.uses.steady():
            record = self.record(key)
            if record is None:  # somebody has freed it meanwhile
                return
            drawn = {part.name: part for part in map(Part, seen, self._blobs.take([*seen.values()]))}
            before = {part.name: part for part in record.seen}
            renewed = replace(record, seen=tuple(part for _, part in sorted((before | drawn).items())))
            disk.write_whole(self.record_path(key), records.encode(renewed), by=working.folder / "record")
            self.uses.note(key)

    def settle(self, artifact: Artifact) -> None:
        """Take the pixels of an artifact off the shelf of journeys: they are found in it from now on."""
        with suppress(OSError):  # what stays there is taken off by the next who looks for it
            taken = {path.stat().st_ino for path in artifact.result.values()}
            for entry in os.scandir(self.root / JOURNEYS):
                if entry.inode() in taken:
                    Path(entry.path).unlink()

    def sweep(self) -> None:
        """Once in a process, remove the working folders of those that died. The living hold a lock on theirs."""
        self._workplaces.sweep()

    # Remembering --------------------------------------------------------------------------------------------------

    def remember(self, script: Path, stages: LastRun) -> None:
        """Note the keys that the stages of a script have now. Stages that are not named keep what they had."""
        self.history.remember(script, stages)

    def last(self, script: Path) -> LastRun:
        """The keys that the stages of a script last had; empty where it never ran."""
        return self.history.last(script)

    def threads(self) -> int:
        """The number of threads that this store's stages compute with, fixed when it is first asked for."""
        told = self.notes.read("threads")
        if isinstance(told, int):
            return told
        count = cores.threads()
        self.notes.write("threads", count)
        return count

    def _artifact(self, record: Record) -> Artifact:
        return Artifact(
            kind=record.kind,
            makes=record.makes,
            key=record.key,
            digest=record.digest,
            bag=record.bag,
            result={part.name: self._blobs.path(part.blob.digest) for part in record.result},
            seen={part.name: self._blobs.path(part.blob.digest) for part in record.seen if self._blobs.has(part.blob)},
            facts=record.facts,
        )


def _version(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_ino, stat.st_ctime_ns


def _needed(record: Record) -> Iterator[Part]:
    """What an artifact cannot do without: its result, and the names of its images and groups."""
    yield from record.result
    yield from (part for part in record.seen if part.name == images.ORIGINS)


def _files(folder: Path) -> dict[str, Path]:
    """Every file under a folder by its relative name, sorted. Raises Fault for what is neither file nor folder."""
    found: dict[str, Path] = {}
    waiting = [(str(folder), "")]
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{name}/"))
                elif entry.is_file(follow_symlinks=False):
                    found[name] = Path(entry.path)
                else:
                    raise Fault(f"{entry.name} in a stage's folder is neither a file nor a folder.")
    return dict(sorted(found.items()))
