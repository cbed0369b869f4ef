"""Reels: the part of a film that a dataset wants, frame by frame. Which frames there are is a fact, and known from then
on; the film is opened only where a frame's pixels are not.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakValueDictionary

from PIL import Image

from intaglio.runtime.contract import Source
from intaglio.stdlib.images import video
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.facts import Facts
from intaglio.stdlib.images.video import Film, Frame

LAST = 4  # frames that are held after they came by: copies of a frame ask for it one after the other


@dataclass(frozen=True)
class Roll:
    """What frames there are: each one's time in seconds, width and height; and why they end, where the film breaks off.

    `rate` is in frames a second. There is none, and there are no frames, where nothing can be read.
    """

    rate: float | None
    frames: tuple[tuple[float, int, int], ...]
    broken: str | None


class Reel:
    """The frames of a film from `begin` on and before `end`, in seconds. Close it in the end."""

    def __init__(self, source: Source, begin: float, end: float | None, facts: Facts) -> None:
        self._source = source
        self._begin, self._end = begin, end
        self._facts = facts
        self._lock = threading.Lock()
        self._open = ExitStack()
        self._coming: Iterator[Frame] | None = None
        self._next = 0
        self._last: deque[tuple[int, Frame]] = deque(maxlen=LAST)
        self._wanted: WeakValueDictionary[int, FrameBase] = WeakValueDictionary()  # soon, by number

    @property
    def count(self) -> int:
        """How many frames there are, about, where that is not known."""
        known = self._known()
        if known is not None:
            return max(1, len(known.frames))
        try:
            with Film(self._source.path) as film:
                return max(1, film.count)
        except Unreadable:
            return 1

    def frames(self) -> Iterator[tuple[float, FrameBase, float]]:
        """Each frame's time in seconds, its base, and the film's rate. Raises `Unreadable` where it breaks off."""
        known = self._known()
        yield from self._read() if known is None else self._told(known)

    def want(self, base: FrameBase) -> None:
        """A frame may be asked for soon, and not before those after it: it is held when it comes by."""
        self._wanted[base.number] = base

    def spare(self, base: FrameBase) -> None:
        """A frame need not be held for somebody any more."""
        if self._wanted.get(base.number) is base:
            self._wanted.pop(base.number, None)

    def frame(self, base: FrameBase) -> Frame:
        """Read on to a frame. Raises `Unreadable`, and `Changed` for another film than was digested."""
        with self._lock:
            if base.held is not None:
                return base.held
            for number, frame in self._last:
                if number == base.number:
                    return frame
            if self._coming is None or base.number < self._next:
                self._rewind()
            assert self._coming is not None
            for frame in self._coming:
                wanted = self._wanted.pop(self._next, None)
                if wanted is not None:
                    wanted.held = frame
                self._last.append((self._next, frame))
                self._next += 1
                if self._next > base.number:
                    return frame
        raise Unreadable("broken off")

    def close(self) -> None:
        """Let go of the film. Raises `Changed` where it is not what it was when it was opened."""
        self._coming = None
        self._last.clear()
        self._open.close()

    def _rewind(self) -> None:
        self.close()
        held = self._open.enter_context(video.held(self._source))
        film = self._open.enter_context(Film(held.path))
        self._coming, self._next = held.frames(film.frames(self._begin, self._end)), 0

    # What frames there are -------------------------------------------------------------------------------------------

    @cached_property
    def _name(self) -> str:
        return f"frames from {self._begin} to {self._end}, av {video.library().__version__}"

    def _known(self) -> Roll | None:
        told = self._facts.known(self._name, self._source.digest)
        return None if told is None else Roll(told[0], tuple(map(tuple, told[1])), told[2])

    def _told(self, roll: Roll) -> Iterator[tuple[float, FrameBase, float]]:
        for number, (time, width, height) in enumerate(roll.frames):
            assert roll.rate is not None
            yield time, FrameBase(self, number, (width, height)), roll.rate
        if roll.broken is not None:
            raise Unreadable(roll.broken)

    def _read(self) -> Iterator[tuple[float, FrameBase, float]]:
        found: list[tuple[float, int, int]] = []
        rate = broken = None
        lasts = True
        try:
            with video.held(self._source) as held, Film(held.path) as film:
                rate = film.rate
                for number, frame in enumerate(held.frames(film.frames(self._begin, self._end))):
                    base = FrameBase(self, number, frame.size)
                    base.held = frame
                    found.append((frame.time, *frame.size))
                    yield frame.time, base, rate
        except Unreadable as reason:
            broken = str(reason)
            lasts = not isinstance(reason.__cause__, OSError | MemoryError)  # the system's trouble, not the film's
        if lasts:
            self._facts.tell(self._name, self._source.digest, (rate, found, broken))
        if broken is not None:
            raise Unreadable(broken)

    @property
    def recipe(self) -> str:
        """What tells its frames from others': those that a decoder finds after a leap may not be the same."""
        return f"{self._source.digest} from {self._begin}, av {video.library().__version__}"


class FrameBase:
    """See `photo.Base`: one frame of a reel. It is held until it is forgotten, and read again when it is asked for."""

    def __init__(self, reel: Reel, number: int, size: tuple[int, int]) -> None:
        self._reel = reel
        self.number = number
        self.held: Frame | None = None
        self.size = size

    @property
    def recipe(self) -> str:
        """See `photo.Base.recipe`."""
        return f"{self._reel.recipe}: frame {self.number}"

    def image(self, share: float) -> Image.Image:
        """See `photo.Base.image`."""
        frame = self.held
        return (self._reel.frame(self) if frame is None else frame).image()

    def ready(self) -> None:
        """See `photo.Base.ready`."""
        if self.held is None:
            self._reel.want(self)

    def forget(self) -> None:
        """See `photo.Base.forget`."""
        self.held = None
        self._reel.spare(self)
