"""Films of a show, with no screen: into a file, or as raw video into a pipe. It plays as fast as it is drawn."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, get_args

import numpy as np
from PIL import Image

from intaglio.face.refusal import Refused
from intaglio.runtime.store import disk
from intaglio.stdlib.images import encoding, scaling
from intaglio.stdlib.images.screen import SEEN, fitted
from intaglio.stdlib.showing.looks import Pixels
from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.playing import Passage, Screen, schedule
from intaglio.stdlib.stages.film import Format

RATE = 24  # fps


def frames(passages: Iterator[Passage], piece: Piece, stopped: threading.Event) -> Iterator[Pixels]:
    """The frames of a show, its screens beside each other, until it is stopped. No clock is asked."""
    screens = [Screen(piece.dissolve) for _ in range(piece.screens)]
    number, begins = 0, 0.0
    size: tuple[int, int] | None = None
    for waits, passage in schedule(passages, piece):
        begins += waits
        while number / RATE < begins:
            if stopped.is_set():
                return
            if size is None:
                size = _size(screens[0].frame(0))
            shown = [np.asarray(fitted(Image.fromarray(s.frame(number / RATE)), size)) for s in screens]
            yield np.concatenate(shown, axis=1)
            number += 1
        screens[passage.screen].begin(passage.frames, begins)


def _size(pixels: Pixels) -> tuple[int, int]:
    """Width and height of a screen, large enough to be watched, and even, as films have it."""
    height, width = pixels.shape[:2]
    factor = scaling.whole_factor(min(height, width), SEEN)
    return width * factor + width * factor % 2, height * factor + height * factor % 2


def write(shown: Iterator[Pixels], seconds: float, target: Path, *, replace: bool) -> bool:
    """Write a film of at most so many seconds; False where it was stopped before there was one. Raises `Refused`.

    What is stopped later ends there. It is there as a whole or not at all.
    """
    form = target.suffix.removeprefix(".")
    if form not in get_args(Format) or form == "png":
        raise Refused(
            f"{target} would be no film. A film ends in .mp4, .webm or .gif.", str(target.with_suffix(".mp4"))
        )
    if target.exists() and not replace:
        raise Refused(f"{target} is there already, and is not written over.", "--replace, if it may be")
    first = next(shown, None)
    if first is None:
        return False
    count = max(1, round(seconds * RATE))
    with disk.faults(target), tempfile.TemporaryDirectory(prefix=".show-", dir=target.parent) as folder:
        made = encoding.write(islice(chain((first,), shown), count), count, RATE, form, Path(folder))
        made.chmod(0o666 & ~_umask())
        shutil.move(made, target)
    return True


def pour(shown: Iterator[Pixels], seconds: float | None, out: BinaryIO) -> None:
    """Write frames as YUV4MPEG2, which players read from a pipe, for so many seconds or for ever."""
    count = None if seconds is None else round(seconds * RATE)
    for number, pixels in enumerate(islice(shown, count)):
        height, width = pixels.shape[:2]
        if number == 0:
            out.write(f"YUV4MPEG2 W{width} H{height} F{RATE}:1 Ip A1:1 C444 XCOLORRANGE=FULL\n".encode())
        planes = np.asarray(Image.fromarray(pixels).convert("YCbCr")).transpose(2, 0, 1)
        out.write(b"FRAME\n" + planes.tobytes())
        out.flush()


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
