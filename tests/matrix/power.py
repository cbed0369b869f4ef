"""Power cuts: from a record of what the disk was asked to do to the disks that a cut may leave.

A cut may come after any line of the record. What a folder was asked since it was last synced may have happened or not,
each thing on its own; a file that was not synced may hold anything. That is more than most disks do, and no less.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Record:
    """What was recorded, in order: requests to the disk (`op`), and events that were told (`event`)."""

    folder: Path
    lines: list[dict[str, Any]]

    @classmethod
    def read(cls, folder: Path) -> Record:
        """The record in a folder."""
        return cls(folder, [json.loads(line) for line in (folder / "log").read_text("utf-8").splitlines()])

    def content(self, name: str) -> bytes:
        """The bytes that a content's name stands for."""
        return (self.folder / "contents" / name).read_bytes()

    def told_before(self, moment: int) -> set[str]:
        """The keys that had been told to be made, or to be there."""
        return {line["key"] for line in self.lines[:moment] if line.get("event") in ("finished", "skipped")}


@dataclass(frozen=True)
class File:
    """A file's content by name, and whether it was synced."""

    content: str
    synced: bool


Entry = File | None  # None: a folder, or (in a request) that the name is gone


@dataclass(frozen=True)
class Request:
    """Something asked of folders: names in them that come to mean something, or nothing any more."""

    entries: tuple[tuple[Path, Entry | str], ...]  # a path, and a file, None for a folder, "gone"


@dataclass
class Disk:
    """What lies where as far as it was synced, and what was asked since."""

    kept: dict[Path, Entry] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    now: dict[Path, Entry] = field(default_factory=dict)  # as a program sees it
    synced: dict[Path, str] = field(default_factory=dict)  # contents of files that were synced before they were moved

    def take(self, line: dict[str, Any]) -> None:
        """Take in a request of the record."""
        path = Path(line["path"])
        match line["op"]:
            case "sync":
                self.synced[path] = line["content"]
                self._settle(path, File(line["content"], True))
            case "move":
                file = None
                if line["content"] is not None:
                    file = File(line["content"], self.synced.pop(path, None) == line["content"])
                    self.synced |= {Path(line["to"]): line["content"]} if file.synced else {}
                self._ask((path, "gone"), (Path(line["to"]), file))
            case "make":
                self._ask((path, None))
            case "remove":
                self.synced.pop(path, None)
                self._ask((path, "gone"))
            case "sync folder":
                self._keep(path)

    def after_a_cut(self, chance: random.Random) -> dict[Path, Entry]:
        """A disk that a cut may leave now."""
        likely = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        left = dict(self.kept)
        for request in self.asked:
            if chance.random() < likely:
                _happen(left, request)
        return left

    def _ask(self, *entries: tuple[Path, Entry | str]) -> None:
        request = Request(entries)
        self.asked.append(request)
        _happen(self.now, request)

    def _settle(self, path: Path, file: File) -> None:
        """A file that lies somewhere already is synced now."""
        for place in (self.kept, self.now):
            if path in place:
                place[path] = file
        self.asked = [
            Request(tuple((p, file if p == path and isinstance(e, File) else e) for p, e in request.entries))
            for request in self.asked
        ]

    def _keep(self, folder: Path) -> None:
        """What a folder was asked has happened for good. A move between folders lasts with the first that is synced."""
        due = [request for request in self.asked if any(path.parent == folder for path, _ in request.entries)]
        for request in due:
            _happen(self.kept, request)
        self.asked = [request for request in self.asked if request not in due]


def _happen(place: dict[Path, Entry], request: Request) -> None:
    for path, entry in request.entries:
        if isinstance(entry, str):
            place.pop(path, None)
        else:
            place[path] = entry


def disks(record: Record, moments: list[int], chance: random.Random) -> Iterator[tuple[int, dict[Path, Entry]]]:
    """For each moment, in order, a disk that a cut may leave then."""
    disk, done = Disk(), 0
    for moment in sorted(moments):
        for line in record.lines[done:moment]:
            if "op" in line:
                disk.take(line)
        done = moment
        yield moment, disk.after_a_cut(chance)


def lay_out(left: dict[Path, Entry], record: Record, below: list[Path], chance: random.Random) -> None:
    """Make some folders be as a disk has them. A file whose folder is not there is lost with it."""
    for folder in below:
        shutil.rmtree(folder, ignore_errors=True)
    for path, entry in sorted(left.items(), key=lambda item: len(item[0].parts)):
        if not any(path == folder or folder in path.parents for folder in below) or not path.parent.is_dir():
            continue
        if entry is None:
            path.mkdir(exist_ok=True)
        else:
            data = record.content(entry.content)
            path.write_bytes(data if entry.synced else _unsynced(data, chance))


def _unsynced(data: bytes, chance: random.Random) -> bytes:
    """What a file may hold that was not synced: nothing, its beginning, zeros, or all the same what was written."""
    return chance.choice((b"", data[: chance.randrange(len(data) + 1)], bytes(len(data)), data))
