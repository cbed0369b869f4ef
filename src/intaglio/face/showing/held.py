"""What is held of a show whose models read: the pictures that its screens showed last, and one now and then.

A picture that was read from another is made again from that one. So the last of each screen lies on the disk, for a
show that is killed; and of every so many readings one stays, from which those up to the next are made again. A file
has a picture and says where it lies. It is written whole, and one that is damaged is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from intaglio.runtime.keys import digests
from intaglio.runtime.store import disk
from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.playing import Passage
from intaglio.stdlib.showing.ring import Shown
from intaglio.stdlib.showing.way import Spot

FOLDER = "readings"  # beside the journal; in it a folder for each show that was played under this name
SUFFIX = ".safetensors"
EVERY = 128  # readings of which one stays: fewer are read again for a picture
KEPT = 1000  # pictures that stay, of all shows of this name: the journal has no lines for more


class Held:
    """The pictures of the show that plays, in the folder of its journal. `digest` names it."""

    def __init__(self, folder: Path, digest: str) -> None:
        self._folder = _folder(folder, digest)
        self._last: dict[int, int] = {}  # the reading that each screen shows
        self._begun = 0  # the reading that this process went on from, which stays

    def keep(self, passage: Passage, *, sync: bool) -> None:
        """Write the picture that a passage leads to. `sync` has it last through a power cut. Raises OSError."""
        reading, screen = passage.picture.spot.reading, passage.screen
        if reading is None:
            return
        path, by = self._folder / _name(reading), self._folder / "part"
        if sync or reading % EVERY == 0:
            disk.make_folder(self._folder)
            disk.write_whole(path, _packed(passage), by)
        else:
            by.write_bytes(_packed(passage))
            by.replace(path)
        before = self._last.get(screen)
        if before is None:
            self._begun = max(self._begun, reading)
        elif before % EVERY and before not in (self._begun, reading):
            (self._folder / _name(before)).unlink(missing_ok=True)
        self._last[screen] = reading
        if before is None or reading % EVERY == 0:
            _thin(self._folder.parent)


def last_of(folder: Path, digest: str, piece: Piece) -> dict[int, Shown]:
    """What the screens of a show showed last, by screen; nothing of those whose picture is damaged."""
    found: dict[int, Shown] = {}
    for place, (screen, shown) in enumerate(_newest(_folder(folder, digest), piece)):
        if place >= piece.screens and found:
            break
        if screen is not None and shown is not None:
            found.setdefault(screen, shown)
    return found


def shown_at(folder: Path, digest: str, piece: Piece, screen: int, spot: Spot) -> Shown | None:
    """The picture of a screen at a spot; None where it is not held, or another one is."""
    there, shown = _read(_folder(folder, digest) / _name(spot.reading or 0), piece)
    return shown if shown is not None and (there, shown.spot) == (screen, spot) else None


def _newest(folder: Path, piece: Piece) -> Iterator[tuple[int | None, Shown | None]]:
    """All that is held of a show, the last reading first."""
    for path in sorted(folder.glob("*" + SUFFIX), reverse=True):
        yield _read(path, piece)


def _folder(folder: Path, digest: str) -> Path:
    return folder / FOLDER / digest[:16]


def _name(reading: int) -> str:
    return f"{reading:012d}{SUFFIX}"


def _packed(passage: Passage) -> bytes:
    picture = passage.picture
    told = {
        "screen": str(passage.screen),
        "place": repr(picture.spot.place),
        "reading": str(picture.spot.reading),
        "check": digests.of_bytes(picture.pixels.tobytes()),
    }
    return save({"picture": np.ascontiguousarray(picture.pixels)}, told)


def _read(path: Path, piece: Piece) -> tuple[int | None, Shown | None]:
    """The screen and the picture of a file; nothing of one that is not there or not whole."""
    try:
        with safe_open(path, "np") as file:
            told, pixels = file.metadata() or {}, file.get_tensor("picture")
        screen, spot = int(told["screen"]), Spot(float(told["place"]), int(told["reading"]))
    except (OSError, SafetensorError, LookupError, ValueError):
        return None, None
    if told.get("check") != digests.of_bytes(pixels.tobytes()) or not 0 <= screen < piece.screens:
        return None, None
    return screen, Shown(spot, piece.voice(screen), pixels)


def _thin(folder: Path) -> None:
    """Let the oldest pictures go, so that days fill no disk."""
    held = sorted(folder.glob("*/*" + SUFFIX), key=lambda path: path.stat().st_mtime_ns)
    for path in held[:-KEPT]:
        path.unlink(missing_ok=True)
