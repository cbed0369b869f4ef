"""Placing: the copies that `save` asks for, put where the artist wants them. The store keeps its own.

A ledger in the store says what was placed. A copy that is as it was placed is left alone; one that was deleted is
placed again; one that is no longer part of the set is removed; and a file that was not placed from here, or that the
artist has edited since, is never written over unless they say so. A kill at any moment leaves each copy whole, the old
or the new, and known as ours.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.fault import Fault
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.place.copies import Cell, Copy, Place, fixed, places
from intaglio.runtime.store import disk
from intaglio.runtime.store.store import Store

AT_ONCE = 4  # copies written at the same time: packing a PNG keeps a core busy
SHOWN = 3  # names told of many


class Damaged(Fault):
    """What was to be placed is not what it was, or cannot be read."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A copy in the ledger. `digests` are of the new bytes and of the old, while they change places."""

    origin: str
    digests: tuple[Digest, ...]  # none yet for one that is being written for the first time
    stat: tuple[int, int, int, int] | None  # size, mtime_ns, ctime_ns, inode; None until it is in its place


@dataclass(frozen=True, slots=True)
class Placement:
    """What a placing came to: the file or folder of each cell, and how many files had to be written for it."""

    cells: tuple[Path, ...]
    written: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was placed for one `save`: of which artifacts, which files, and what each cell is called.

    `of` is None while it is being placed. Written down, its paths are relative to the folder that all of them lie in.
    """

    of: Digest | None
    copies: Mapping[Path, Placed]
    cells: tuple[Path, ...] = ()


def place(
    store: Store, cells: Sequence[Cell], target: Path, *, replace: bool = False, allow: str | None = None
) -> Placement:
    """Place a stage's artifacts at `target`: one with no labels, or the cells of a sweep with their axes' values.

    Raises Fault, and then what lay there still does, for a file that is not ours to replace (unless `replace`; `allow`
    is the line to paste that says so), and for whatever the disk refuses.
    """
    target = target.absolute()
    of = digests.of_value([(dict(labels), artifact.digest) for labels, artifact in cells])
    for before in _ledgers(store, target):
        if before.of == of and all(_as_placed(path, placed) for path, placed in before.copies.items()):
            return Placement(before.cells, 0)
    for _, artifact in cells:
        _verify(store, artifact)
    aimed = places(cells, target)
    names = _names(store, target)
    with store.notes.held(names[0]):
        known = _known(_ledgers(store, target))
        with disk.faults(target):
            return _Placing(store, names, of, aimed, known, target).run(replace, allow)


def placed_files(store: Store, target: Path) -> tuple[Path, ...]:
    """Every file that was placed for a `save`."""
    ledgers = _ledgers(store, target.absolute())
    return tuple(ledgers[0].copies) if ledgers else ()


class _Placing:
    """One placing: the copies wanted, and the ledger as it is known."""

    def __init__(
        self,
        store: Store,
        names: Sequence[str],
        of: Digest,
        aimed: list[Place],
        known: dict[Path, Placed],
        target: Path,
    ) -> None:
        self._store = store
        self._names = names
        self._of = of
        self._cells = tuple(each.path for each in aimed)
        self._wanted = {copy.path: copy for each in aimed for copy in each.copies}
        self._known = known
        self._target = target

    def run(self, replace: bool, allow: str | None) -> Placement:
        """Do it. Raises OSError and Fault."""
        kept, write, doubtful = self._sorted()
        started = {copy.path: Placed(copy.origin, (), None) for copy in (*write, *doubtful)}
        self._note(
            started | self._known, done=False
        )  # so that whoever comes after a kill knows what may be half-written
        try:
            written = _written(doubtful)
            same = {copy.path for copy in doubtful if _digest(copy.path) == written[copy.path]}
            foreign = [copy for copy in doubtful if copy.path not in same]
            if foreign:
                _refuse(foreign, replace, allow)
            written |= _written(write)
            intended = {path: self._intended(path, digest) for path, digest in written.items()}
            self._note(self._known | kept | intended, done=False)
            for path in written.keys() - same:
                _part(path).replace(path)
        finally:
            for path in self._wanted.keys() | self._known.keys():
                _discard(_part(path))
        gone = [path for path in self._known if path not in self._wanted]
        self._remove(gone)
        for folder in {path.parent for path in (*written, *gone)}:
            if folder.is_dir():
                disk.sync(folder)  # before the ledger says so: after a power cut it must know whose the old copies are
        now = {path: Placed(self._wanted[path].origin, (digest,), _stat(path)) for path, digest in written.items()}
        self._note({path: (kept | now)[path] for path in self._wanted}, done=True)
        return Placement(self._cells, len(written) - len(same))

    def _sorted(self) -> tuple[dict[Path, Placed], list[Copy], list[Copy]]:
        """Copies that are there, that are to be written, and that would be written over something not known as ours."""
        kept: dict[Path, Placed] = {}
        write, doubtful = [], []
        for path, copy in self._wanted.items():
            known = self._known.get(path)
            if not os.path.lexists(path):
                write.append(copy)
            elif known is None or not _is_ours(path, known):
                doubtful.append(copy)
            elif known.origin == copy.origin and known.stat is not None:
                kept[path] = Placed(known.origin, known.digests, _stat(path))
            else:
                write.append(copy)
        return kept, write, doubtful

    def _intended(self, path: Path, digest: Digest) -> Placed:
        before = self._known[path].digests if path in self._known else ()
        return Placed(self._wanted[path].origin, (digest, *before), None)

    def _remove(self, paths: Iterable[Path]) -> None:
        """Take away copies of ours that are no longer asked for, and folders of cells that are empty then."""
        for path in paths:
            if _is_ours(path, self._known[path]):
                path.unlink()
                folder = path.parent
                if self._target in folder.parents and not any(folder.iterdir()):
                    folder.rmdir()

    def _note(self, copies: Mapping[Path, Placed], *, done: bool) -> None:
        folder = fixed(self._target)
        files = {str(path.relative_to(folder)): asdict(placed) for path, placed in copies.items()}
        cells = [str(path.relative_to(folder)) for path in self._cells]
        for name in self._names:
            self._store.notes.write(name, {"of": self._of if done else None, "copies": files, "cells": cells})


def _names(store: Store, target: Path) -> tuple[str, ...]:
    """What the ledger of a `save` is called: by where it leads, and by how it is written where a link lies between.

    So a folder that is moved to a larger disk, and linked to from where it was, still holds copies of ours; and two
    ways to one folder are one.
    """
    return tuple(dict.fromkeys(store.notes.about("placed", target, follow=follow) for follow in (True, False)))


def _ledgers(store: Store, target: Path) -> list[Ledger]:
    return [ledger for name in _names(store, target) if (ledger := _read(store, name, target)) is not None]


def _known(ledgers: Sequence[Ledger]) -> dict[Path, Placed]:
    """What ledgers know between them."""
    known: dict[Path, Placed] = {}
    for path, placed in chain.from_iterable(ledger.copies.items() for ledger in ledgers):
        before = known.setdefault(path, placed)
        if before != placed and not _as_placed(path, before):
            both = Placed(placed.origin, tuple(dict.fromkeys((*placed.digests, *before.digests))), None)
            known[path] = placed if _as_placed(path, placed) else both
    return known


def _read(store: Store, name: str, target: Path) -> Ledger | None:
    noted = store.notes.read(name)
    if noted is None:
        return None
    folder = fixed(target)
    copies = {
        folder / path: Placed(p["origin"], tuple(p["digests"]), p["stat"] and tuple(p["stat"]))
        for path, p in noted["copies"].items()
        if _lies_within(path)
    }
    whole = len(copies) == len(noted["copies"]) and all(map(_lies_within, noted["cells"]))
    return Ledger(noted["of"] if whole else None, copies, tuple(folder / path for path in noted["cells"] if whole))


def _lies_within(path: str) -> bool:
    """Whether a path of a ledger names something in its folder: a store may come from anywhere, and say anything."""
    parts = Path(path).parts
    return os.pardir not in parts and not Path(path).is_absolute()


def _verify(store: Store, artifact: Artifact) -> None:
    if not store.verify(artifact):
        raise Damaged(f"What {store.root} holds of this is damaged, or cannot be read.", "run again: it is made anew")


def _refuse(foreign: Sequence[Copy], replace: bool, allow: str | None) -> None:
    """Raise Fault for files that are not ours to write over, unless they are to be replaced."""
    folder = next((copy.path for copy in foreign if copy.path.is_dir() and not copy.path.is_symlink()), None)
    if folder is not None:
        raise Fault(f"{folder} is a folder, and a file is to be saved there.", "save it under another name")
    if not replace:
        names = ", ".join(str(copy.path) for copy in foreign[:SHOWN])
        more = f" and {len(foreign) - SHOWN} more" if len(foreign) > SHOWN else ""
        was = "was edited or not made here" if len(foreign) == 1 else "were edited or not made here"
        raise Fault(f"{names}{more} {was}, and {_is(foreign)} not written over.", allow)


def _is(foreign: Sequence[Copy]) -> str:
    return "is" if len(foreign) == 1 else "are"


def _written(copies: Sequence[Copy]) -> dict[Path, Digest]:
    """Write the copies beside their places, to last, and tell their digests. Raises OSError."""
    for folder in {copy.path.parent for copy in copies}:
        disk.make_folder(folder)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip((copy.path for copy in copies), pool.map(_write, copies), strict=True))


def _write(copy: Copy) -> Digest:
    part = _part(copy.path)
    copy.write(part)
    disk.sync(part)
    return digests.of_file(part)


def _part(path: Path) -> Path:
    """Where a copy is written before it takes its place: hidden, and the same again after a kill."""
    return path.with_name(f".{digests.of_bytes(os.fsencode(path.name))[:16]}.intaglio")


def _discard(part: Path) -> None:
    with suppress(OSError):  # hidden, and overwritten the next time, if it cannot be helped
        part.unlink(missing_ok=True)


def _as_placed(path: Path, placed: Placed) -> bool:
    try:
        return _stat(path) == placed.stat
    except OSError:
        return False


def _is_ours(path: Path, placed: Placed) -> bool:
    """Whether a file holds what was placed there, though it may have been touched or copied back."""
    return _as_placed(path, placed) or _digest(path) in placed.digests


def _digest(path: Path) -> Digest | None:
    return digests.of_file(path) if path.is_file() and not path.is_symlink() else None


def _stat(path: Path) -> tuple[int, int, int, int]:
    found = path.lstat()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
