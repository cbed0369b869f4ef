"""Films, read: their frames in order, each with its time, the right way up and in its true proportion. Needs PyAV.

FFmpeg goes by what is in a file, not by its name, and knows lists of other files besides films. Nobody has digested
those, so only containers that hold their own pictures and sound are opened, and nothing but the one file is read.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from PIL import Image

from intaglio.runtime.contract import Changed, Fault, Source
from intaglio.runtime.keys import digests
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.photo import Pixels

if TYPE_CHECKING:
    import av.video.frame

CONTAINERS = tuple("mov matroska avi mpeg mpegvideo mpegts ogg asf gif".split())  # by FFmpeg's names
SOUNDS = (*CONTAINERS, *"mp3 wav w64 flac aac aiff caf au ac3 amr wv".split())
GRAIN = 0.05  # seconds: changes of a file that are closer together may have the same times
TRIES = 50
PASTE = "pip install 'intaglio[video]'"


def library() -> Any:
    """PyAV. Raises `Fault` with the line that installs it."""
    try:
        import av
    except ImportError as error:
        raise Fault("Films are read and written with PyAV, which is not installed.", PASTE) from error
    return av


def opened(path: Path, containers: tuple[str, ...]) -> Any:
    """A file in one of some containers, opened with PyAV. Raises `Unreadable` for what is in none of them."""
    av = library()
    only = {"format_whitelist": ",".join(containers), "protocol_whitelist": "file"}
    try:
        return av.open(str(path.absolute()), options=only)
    except (av.error.FFmpegError, ValueError, EOFError) as error:
        if getattr(error, "errno", None) == errno.EINVAL:  # as FFmpeg says that a format is not on the list
            raise Unreadable("a list of other files, or a kind of film that is not read here") from error
        raise Unreadable(broken_off(path) or "not a film") from error


UNFINISHED = "broken off: it was never finished, and nothing in it says where its frames lie"
HEADS = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")  # what the first box of a film in boxes may be


def broken_off(path: Path) -> str | None:
    """How much of a film is there, where it says itself that there was more; None where it does not."""
    there = path.stat().st_size
    if not there:
        return "empty"
    with path.open("rb") as file:
        head = file.read(64)
        boxed = head[4:8] in HEADS
        ends, whole = _boxes(file, there) if boxed else (_length(head), True)
    if ends > there:
        return f"broken off: at most {max(1, 100 * there // ends)}% of it is there"
    return None if whole else UNFINISHED


def _boxes(file: BinaryIO, there: int) -> tuple[int, bool]:
    """Where the last box of a film ends, as it says itself (ISO 14496-12, 4.2), and whether the index is among them."""
    at, whole = 0, False
    while at + 8 <= there:
        file.seek(at)
        head = file.read(16)
        size = int.from_bytes(head[:4], "big")
        size = int.from_bytes(head[8:], "big") if size == 1 else size or there - at
        whole = whole or head[4:8] == b"moov"
        at += max(8, size)
    return at, whole


def _length(head: bytes) -> int:
    """How many bytes a film has, as it says where it begins: in RIFF, or in EBML (RFC 8794); 0 where it does not."""
    if head[:4] == b"RIFF":
        return int.from_bytes(head[4:8], "little") + 8
    if head[:4] != b"\x1aE\xdf\xa3":
        return 0
    first, at = _counted(head, 4)
    at += first or 0
    segment = _counted(head, at + 4)[0] if head[at : at + 4] == b"\x18S\x80g" else None
    return 0 if segment is None else _counted(head, at + 4)[1] + segment


def _counted(head: bytes, at: int) -> tuple[int | None, int]:
    """A number of EBML, None where it is left open, and where what it counts begins."""
    width = 9 - head[at].bit_length() if at < len(head) and head[at] else 1
    number = int.from_bytes(head[at : at + width], "big") & ((1 << 7 * width) - 1)
    return (None if number == (1 << 7 * width) - 1 else number), at + width


class Held:
    """A film of which the bytes were those that were digested when it was looked at first."""

    def __init__(self, source: Source) -> None:
        self.path = source.path
        self._source = source
        self._first = _first_look(source)

    def check(self) -> None:
        """See that it is still what it was. Raises `Changed`."""
        if _look(self._source) != self._first:
            raise Changed(self.path)

    def frames(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Its frames, each read before anybody saved over it, so that it may be remembered. Raises `Changed`."""
        try:
            for frame in frames:
                self.check()
                yield frame
        except Unreadable:
            self.check()  # what was saved over says nothing of what was digested
            raise
        self.check()


@contextmanager
def held(source: Source) -> Iterator[Held]:
    """A film whose bytes are those that were digested, while the block lasts. Raises `Changed`.

    A film is too large to be held in memory: it is digested from the disk, and its stat looked at before and after.
    """
    film = Held(source)
    if digests.of_file(source.path) != source.digest:
        raise Changed(source.path)
    try:
        yield film
    except Unreadable:
        film.check()
        raise
    film.check()


def _first_look(source: Source) -> tuple[int, ...]:
    """What later looks are compared with: the clock has moved on since the last change, so that another one is seen."""
    for _ in range(TRIES):
        age = time.time() - _stat(source).st_ctime
        if abs(age) >= GRAIN:
            return _look(source)
        time.sleep(GRAIN - age)
    raise Changed(source.path)


def _look(source: Source) -> tuple[int, ...]:
    """What a file's stat says of its content."""
    stat = _stat(source)
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def _stat(source: Source) -> os.stat_result:
    try:
        return source.path.stat()
    except FileNotFoundError as error:
        raise Changed(source.path) from error


@dataclass(frozen=True)
class Frame:
    """A frame, and the time it is seen at, in seconds from its film's beginning.

    `wide` is how many times wider its pixels are than high.
    """

    frame: av.video.frame.VideoFrame
    wide: Fraction
    time: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px, the right way up and in its true proportion."""
        width, height = max(1, round(self.frame.width * self.wide)), self.frame.height
        return (height, width) if self.frame.rotation % 180 else (width, height)

    def image(self) -> Image.Image:
        """Its pixels, mode RGB. Threads may ask at once."""
        image = Image.fromarray(self._converted())
        if self.wide != 1:
            image = image.resize((max(1, round(image.width * self.wide)), image.height), Image.Resampling.LANCZOS)
        turned = np.rot90(np.asarray(image), self.frame.rotation // 90)
        return Image.fromarray(np.ascontiguousarray(turned)) if self.frame.rotation else image

    def _converted(self) -> Pixels:
        """Its pixels as RGB, by a converter of its own: the frame's is one, and two threads at it wait for ever."""
        from av.video.reformatter import VideoReformatter

        converter: Any = VideoReformatter()
        converted: Pixels = converter.reformat(self.frame, format="rgb24", threads=1).to_ndarray()
        return converted


class Film:
    """A film that is opened for reading. A context manager. Raises `Unreadable` when it has no pictures."""

    def __init__(self, path: Path) -> None:
        av = library()
        self._errors = (av.error.FFmpegError, ValueError, EOFError)
        self._container = opened(path, CONTAINERS)
        if not self._container.streams.video:
            self._container.close()
            raise Unreadable(broken_off(path) or "a film without pictures")
        self._path = path
        self._stream = self._container.streams.video[0]
        self._stream.thread_type = "AUTO"
        self.rate = float(self._stream.average_rate or self._stream.guessed_rate or 24)
        """Frames a second, on average."""

    def __enter__(self) -> Film:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()

    @property
    def count(self) -> int:
        """How many frames there are, as far as it says so itself."""
        return self._stream.frames or round(self._whole * self.rate)

    @property
    def seconds(self) -> float:
        """How long its pictures last, as far as it says so itself."""
        frames = self._stream.frames
        return frames / self.rate if frames else self._whole

    @property
    def _whole(self) -> float:
        return (self._container.duration or 0) / 1_000_000

    def frames(self, begin: float = 0, end: float | None = None) -> Iterator[Frame]:
        """The frames seen from `begin` on and before `end`, in seconds. Raises `Unreadable` where it is damaged."""
        wide = Fraction(self._stream.sample_aspect_ratio or 1) or Fraction(1)
        first = float((self._stream.start_time or 0) * self._stream.time_base)
        met = begin > 0  # a film that ends before it begins to be wanted is no broken one
        try:
            if begin > 0:
                self._container.seek(int((begin + first) / self._stream.time_base), stream=self._stream)
            for index, frame in enumerate(self._container.decode(self._stream)):
                time = index / self.rate if frame.time is None else round(frame.time - first, 6)
                if end is not None and time >= end:
                    return
                met = True
                if time >= begin:
                    yield Frame(frame, wide, time)
        except self._errors as error:
            raise Unreadable(broken_off(self._path) or "damaged") from error
        if not met:
            raise Unreadable(broken_off(self._path) or "a film without pictures")
