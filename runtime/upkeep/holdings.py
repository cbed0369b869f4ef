"""Holdings: all that a store holds, each thing with the contents that it needs and the others that it keeps.

A thing is there because of its files (a record, a note); its contents lie among the objects, where things may share
them. A new sort of thing is a function beside these, named in `SORTS`; collecting and checking need no other word.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType

from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store import chains, streams
from intaglio.runtime.store.blobs import Blob
from intaglio.runtime.store.store import JOURNEYS, Store

OPEN = "open"  # the folder of results that were laid out to be looked at
QUARANTINE = "quarantine"


@dataclass(frozen=True, slots=True)
class Holding:
    """One thing in a store, which goes as a whole.

    `name` is the store's for it (a key, `chains/KEY`, `items/KEY`, `journeys`, `open/…`), `what` is it in a word.
    `files` make it be there and go first, `own` counts their bytes where they are worth counting. `keeps` names others
    that stay as long as it does. `used` is when it was last of use, in seconds since 1970.
    """

    name: str
    what: str
    used: float
    blobs: tuple[Blob, ...] = ()
    files: tuple[Path, ...] = ()
    own: int = 0
    keeps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """What artists call a thing: a stage of a script."""

    script: Path
    stage: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """All things of a store by name, what they are called, and every content that lies there."""

    things: Mapping[str, Holding]
    titles: Mapping[str, tuple[Title, ...]] = field(default_factory=dict)
    contents: Mapping[Digest, int] = field(default_factory=dict)  # bytes of each


def course(chain: Key) -> str:
    """The name of all that is kept of a training's course."""
    return f"{chains.FOLDER}/{chain}"


def pictures(stream: Key) -> str:
    """The name of all that is noted of the pictures of a stream, and of those that are in no result yet."""
    return streams.named(stream)


def is_result(name: str) -> bool:
    """Whether a name is of a result, and not of what is kept on the way to one."""
    return "/" not in name


def inventory(store: Store) -> Inventory:
    """Look at everything. Reads records and notes, and no content."""
    used = _last_used(store)
    things = {thing.name: thing for sort in SORTS for thing in sort(store, used)}
    for thing in [*things.values()]:  # what goes with a thing is of use when it is
        for other in thing.keeps:
            if other in things:
                things[other] = replace(things[other], used=max(things[other].used, thing.used))
    contents = {blob.digest: blob.size for blob in store.contents.all()}
    return Inventory(things, called(store, things), contents)


# Sorts of things --------------------------------------------------------------------------------------------------

Used = Mapping[str, float]  # by name, when it was last of use to a run


def artifacts(store: Store, used: Used) -> Iterator[Holding]:
    """What stages made."""
    for record in store.artifacts():
        chain, stream = record.facts.get("chain"), record.facts.get("stream")
        kept = [*([course(Key(chain))] if chain else ()), *([pictures(Key(stream))] if stream else ())]
        kept += [JOURNEYS] if record.facts.get("journeys") else []
        yield Holding(
            name=record.key,
            what=record.kind,
            used=max(record.made_at, used.get(record.key, 0.0)),
            blobs=tuple(part.blob for part in (*record.result, *record.seen)),
            files=(store.record_path(record.key),),
            keeps=tuple(kept),
        )


def courses(store: Store, used: Used) -> Iterator[Holding]:
    """What is kept of trainings on the way, so that they can go on."""
    for name in store.notes.names(chains.FOLDER):
        segments = store.chains.noted(Key(name.removeprefix(f"{chains.FOLDER}/")))
        yield Holding(
            name=name,
            what="course",
            used=max((segment.kept_at for segment in segments), default=0.0),
            blobs=tuple({blob.digest: blob for s in segments for blob in s.files.values()}.values()),
            files=(store.notes.path(name),),
        )


def unfinished(store: Store, used: Used) -> Iterator[Holding]:
    """Pictures that were made one by one and are in no result yet, and notes of those that are."""
    for folder in sorted(store.root.glob(f"{streams.FOLDER}/??/*")):
        try:
            stat = (folder / streams.LOOSE).stat()
        except FileNotFoundError:  # all of them are in results, which are of use themselves
            yield Holding(pictures(Key(folder.name)), "pictures", used=0.0, files=(folder,))
        else:
            yield Holding(pictures(Key(folder.name)), "pictures", stat.st_mtime, files=(folder,), own=stat.st_size)


def journeys(store: Store, used: Used) -> Iterator[Holding]:
    """What became of each image on its way through datasets, and pixels of runs that did not end."""
    folder, stats = store.root / JOURNEYS, []
    for file in folder.iterdir() if folder.is_dir() else ():
        with suppress(FileNotFoundError):  # somebody has just ended
            stats.append(file.lstat())
    own = sum(stat.st_size for stat in stats if stat.st_nlink == 1)  # what is in a result as well counts there
    if stats:
        yield Holding(JOURNEYS, "journeys", max(stat.st_mtime for stat in stats), files=(folder,), own=own)


def laid_out(store: Store, used: Used) -> Iterator[Holding]:
    """Copies that `gen open` wrote to be looked at."""
    for folder in sorted(store.root.glob(f"{OPEN}/*/*")):
        yield _lying(folder.relative_to(store.root).as_posix(), "copies", folder)


def set_aside(store: Store, used: Used) -> Iterator[Holding]:
    """What was found damaged."""
    for file in sorted(store.root.glob(f"{QUARANTINE}/*")):
        yield _lying(f"{QUARANTINE}/{file.name}", "damaged", file)


SORTS: tuple[Callable[[Store, Used], Iterator[Holding]], ...] = (
    artifacts,
    courses,
    unfinished,
    journeys,
    laid_out,
    set_aside,
)


def _lying(name: str, what: str, place: Path) -> Holding:
    """A thing that is files of its own. Whoever lays it out may be at it: what goes meanwhile counts for nothing."""
    stats = []
    beneath = (Path(folder, each) for folder, folders, files in os.walk(place) for each in (*folders, *files))
    for path in (place, *beneath):
        with suppress(FileNotFoundError, NotADirectoryError):
            stats.append(path.lstat())
    size = sum(stat.st_size for stat in stats if S_ISREG(stat.st_mode))
    return Holding(name, what, used=max((stat.st_mtime for stat in stats), default=0.0), files=(place,), own=size)


# What they are called ---------------------------------------------------------------------------------------------


def _last_used(store: Store) -> Used:
    used: dict[str, float] = {}
    for past in store.history.all():
        for run in past.runs:
            for key in run.keys:
                used[key] = max(run.at, used.get(key, 0.0))
    return used


def called(store: Store, things: Mapping[str, Holding] = MappingProxyType({})) -> dict[str, tuple[Title, ...]]:
    """What artists call results, by their names, and with them the things that they keep."""
    found: dict[str, dict[Title, None]] = {}
    for past in store.history.all():
        for stages in (past.last, *(run.stages for run in past.runs)):
            for stage, keys in stages.items():
                for key in keys:
                    found.setdefault(key, {})[Title(past.script, stage)] = None
    for thing in things.values():  # what goes with a thing is called as it is
        for other in thing.keeps:
            found.setdefault(other, {}).update(found.get(thing.name, {}))
    return {name: tuple(titles) for name, titles in found.items()}
