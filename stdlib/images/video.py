"""Films, read: their frames in order, each with its time, the right way up and in its true proportion. Needs PyAV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from intaglio.runtime.contract import Fault
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.photo import Pixels

if TYPE_CHECKING:
    import av.video.frame

PASTE = "pip install 'intaglio[video]'"


def library() -> Any:
    """PyAV. Raises `Fault` with the line that installs it."""
    try:
        import av
    except ImportError as error:
        raise Fault("Films are read and written with PyAV, which is not installed.", PASTE) from error
    return av


@dataclass(frozen=True)
class FrameBase:
    """See `photo.Base`: one frame of a film. `wide` is how many times wider its pixels are than high."""

    frame: av.video.frame.VideoFrame
    wide: Fraction

    @property
    def size(self) -> tuple[int, int]:
        """See `photo.Base.size`."""
        width, height = max(1, round(self.frame.width * self.wide)), self.frame.height
        return (height, width) if self.frame.rotation % 180 else (width, height)

    def image(self, share: float) -> Image.Image:
        """See `photo.Base.image`."""
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


@dataclass(frozen=True)
class Frame:
    """A frame, and the time it is seen at, in seconds from its film's beginning."""

    base: FrameBase
    time: float


class Film:
    """A film that is opened for reading. A context manager. Raises `Unreadable` when it has no pictures."""

    def __init__(self, path: Path) -> None:
        av = library()
        self._errors = (av.error.FFmpegError, ValueError, EOFError)
        try:
            self._container = av.open(str(path))
        except self._errors as error:
            raise Unreadable("not a film") from error
        if not self._container.streams.video:
            self._container.close()
            raise Unreadable("a film without pictures")
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
        seconds = (self._container.duration or 0) / 1_000_000
        return self._stream.frames or round(seconds * self.rate)

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
                    yield Frame(FrameBase(frame, wide), time)
        except self._errors as error:
            raise Unreadable("damaged") from error
        if not met:
            raise Unreadable("a film without pictures")
