"""The journal of a show: a line of JSON for each picture, from which it can be made again, and the show go on.

It is all that a show keeps, but for what is `held` of models that read. It is written as pictures begin, so that a
killed show goes on with the picture that was on the screen, and synced now and then, for power cuts. When a file is
full the next begins, and the oldest goes: days fill no disk. On a disk that is full the show goes on without, says so
once, and tries again.
"""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from itertools import dropwhile, islice
from pathlib import Path
from typing import Any

from intaglio.face.showing import held
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.store import disk
from intaglio.stdlib.moments import Held
from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.playing import REMEMBERED, Beginning, Passage
from intaglio.stdlib.showing.way import Spot

NAME = "journal.jsonl"
FULL = 4_000_000  # bytes of one file
KEPT = 8  # files, beside the one that is written: 32 MB, about a hundred thousand pictures
SYNCED = 1.0  # s between two syncs at least
PATIENCE = 60.0  # s after which a full disk is tried again
BLOCK = 1 << 16  # bytes read at a time

Entry = Mapping[str, Any]


class Journal:
    """The journal in a folder. `say` tells the artist something while a show plays."""

    def __init__(self, folder: Path, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._path, self._say, self._clock = folder / NAME, say, clock
        self._silent_until: float | None = None
        self._synced = -SYNCED

    def write(self, entry: Entry, hold: Callable[[bool], None] = lambda sync: None) -> None:
        """Add a line. Where the disk refuses it, the line is lost, and that is said once.

        `hold` writes what the line goes with first, and is told whether that is to last through a power cut.
        """
        now = self._clock()
        if self._silent_until is not None and now < self._silent_until:
            return
        try:
            hold(now - self._synced >= SYNCED)
            self._append(json.dumps({"time": _moment(), **entry}, ensure_ascii=False).encode() + b"\n", now)
        except OSError as error:
            if self._silent_until is None:
                told = disk.fault(error, self._path).message
                self._say(f"{told} The show goes on without its journal, and tries again every minute.")
            self._silent_until = now + PATIENCE
            return
        if self._silent_until is not None:
            self._say("The journal is written again.")
            self._silent_until = None

    def _append(self, line: bytes, now: float) -> None:
        disk.make_folder(self._path.parent)
        with suppress(FileNotFoundError):
            if self._path.stat().st_size >= FULL:
                self._turn()
        handle = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            whole = line if _ends_whole(handle) else b"\n" + line
            if os.write(handle, whole) != len(whole):
                raise OSError(errno.ENOSPC, "the line was cut short")
            if now - self._synced >= SYNCED:
                os.fsync(handle)
                self._synced = now
        finally:
            os.close(handle)

    def _turn(self) -> None:
        """Begin a new file; what is older moves on, and the oldest goes."""
        for number in range(KEPT - 1, 0, -1):
            with suppress(FileNotFoundError):
                _older(self._path, number).replace(_older(self._path, number + 1))
        self._path.replace(_older(self._path, 1))


def entry_of(passage: Passage, show: Artifact, piece: Piece, played: float) -> dict[str, Any]:
    """The line of a picture. `played` is for how many seconds the show had played."""
    picture = passage.picture
    told: dict[str, Any] = {
        "number": passage.number,
        "screen": passage.screen + 1,
        "place": picture.spot.place,
        "step": round(picture.step, 4),
        "look": picture.look.hex(),
        "seed": piece.seed,
        "model": piece.voices[piece.voice(passage.screen)].digest,
        "show": show.key,
        "of": show.digest,
        "played": round(played, 2),
    }
    happened = {"first": passage.first, "wrong": picture.wrong, "woken": picture.woken, "again": picture.again or None}
    happened["touch"] = passage.touch or None
    return told | {word: fact for word, fact in {**_further(picture.spot), **happened}.items() if fact is not None}


def _further(spot: Spot) -> dict[str, Any]:
    """What there is to say of a spot beside its place."""
    between = {} if spot.behind is None else {"behind": spot.behind, "along": spot.along}
    return {"reading": spot.reading, **between, "hand": dict(spot.held) or None}


def spot_of(entry: Entry) -> Spot:
    """Where the picture of a line lies."""
    behind, along = entry.get("behind"), entry.get("along", 1.0)
    return Spot(entry["place"], entry.get("reading"), behind, along, entry.get("hand", {}))


def entries(folder: Path) -> Iterator[Entry]:
    """All that is in a journal, the last first. Lines that were cut short are left out."""
    for path in (folder / NAME, *(_older(folder / NAME, number) for number in range(1, KEPT + 1))):
        with suppress(FileNotFoundError):
            for line in reversed(path.read_bytes().splitlines()):
                with suppress(ValueError):
                    entry = json.loads(line)
                    if isinstance(entry, dict):
                        yield entry


def entry(folder: Path, number: int) -> Entry | None:
    """The last picture of a number; None where the journal has none."""
    return next((each for each in entries(folder) if each.get("number") == number and "place" in each), None)


def before(folder: Path, number: int) -> Iterator[Entry]:
    """The pictures before the last one of a number, the nearest first."""
    older = dropwhile(lambda each: each.get("number") != number or "place" not in each, entries(folder))
    return (each for each in islice(older, 1, None) if "place" in each)


def beginning(folder: Path, digest: str, piece: Piece) -> tuple[Beginning, float]:
    """Where a show goes on, and how many seconds it has played. `digest` names what plays: another one begins anew.

    What has come to its end begins to count anew, and goes on where it was.
    """
    number, played = 0, None
    places: dict[int, float] = {}
    hands: dict[int, Held] = {}
    firsts: dict[int, float] = {}
    looks: list[bytes] = []
    for each in entries(folder):
        ours = each.get("of") == digest
        if ours and played is None:
            played = 0.0 if "ended" in each else float(each["played"])
        if "place" not in each:
            continue
        number = max(number, each["number"])
        if len(looks) < REMEMBERED and "touch" not in each:
            looks.append(bytes.fromhex(each["look"]))
        if ours:
            spot = spot_of(each)
            places.setdefault(each["screen"] - 1, spot.place)
            hands.setdefault(each["screen"] - 1, spot.held)
            if "first" in each:
                firsts.setdefault(each["screen"] - 1, each["first"])
    shown = held.last_of(folder, digest, piece) if piece.reads else {}
    return Beginning(number, places, shown, firsts, tuple(reversed(looks)), hands), played or 0.0


def _older(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}-{number}{path.suffix}")


def _ends_whole(handle: int) -> bool:
    """Whether the last line of a file has its end: a full disk or a power cut may have cut it short."""
    size = os.fstat(handle).st_size
    return size == 0 or os.pread(handle, 1, size - 1) == b"\n"


def _moment() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
