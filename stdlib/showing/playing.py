"""Playing: a show's files and where it was go in; passages come out, for its screens in turn, without end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

import numpy as np

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.stdlib.moments import Held
from intaglio.stdlib.parcels import CHUNK
from intaglio.stdlib.showing import looks
from intaglio.stdlib.showing import piece as pieces
from intaglio.stdlib.showing.looks import Memory, Pixels
from intaglio.stdlib.showing.painter import Drift, Painter
from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.ring import Reading, Ring, Shown, Talk
from intaglio.stdlib.showing.stream import Picture, Stream
from intaglio.stdlib.showing.way import Leg, Way

REMEMBERED = (
    1 << 16
)  # pictures that are told from new ones: 2 MB, and a week of a screen that changes every nine seconds
BETWEEN = 8  # pictures a second that are drawn of a passage; what lies between two of them is laid over each other
MOST = 12_000_000  # pixels of one passage
SHARE = 0.5  # of the time that there is, which drawing a passage may take; the rest of the machine is for showing it


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a show was: how many pictures it had shown, where each screen was on its way, and what it remembers."""

    number: int = 0
    places: Mapping[int, float] = field(default_factory=dict)  # of screens that draw from chance
    held: Mapping[int, Shown] = field(default_factory=dict)  # what screens showed that read
    firsts: Mapping[int, float] = field(default_factory=dict)  # see `watch.Watch.first`
    looks: tuple[bytes, ...] = ()  # digests of pictures that were shown, the oldest first
    hands: Mapping[int, Held] = field(default_factory=dict)  # the moments at which a hand held lines of a screen

    @property
    def turn(self) -> int:
        """The screen that changes next: of those that read, the one after that which read last."""
        return 1 + max(self.held, key=lambda screen: self.held[screen].when(), default=-1)


@dataclass(frozen=True, slots=True)
class Passage:
    """How a screen goes over to its next picture: through `frames`, the last of which is the picture, and stays.

    `number` counts the show's pictures from 1; `screen` is from 0. `first` is what the screen's watch compares with.
    It takes `seconds`; None is as long as the show's `dissolve`.

    Under a hand `leg` is the way that the screen takes from here on. A `touch` is at once: what is seen is drawn
    anew, and takes nobody's turn. What is `broken` shows one picture of a leg, whose rest is still to be drawn.
    """

    number: int
    screen: int
    picture: Picture
    frames: tuple[Pixels, ...]
    first: float | None
    seconds: float | None = None
    leg: Leg | None = None
    touch: bool = False
    broken: bool = False


class Playing:
    """A show at play. Loads torch, and is used by one thread."""

    def __init__(
        self,
        artifact: Artifact,
        piece: Piece,
        begin: Beginning,
        *,
        in_time: bool = True,
    ) -> None:
        """`in_time`: draw no more between two pictures than what this machine can draw while they are shown."""
        self._piece, self._in_time = piece, in_time
        self._number = begin.number
        self._memory = Memory(REMEMBERED)
        for look in begin.looks:
            self._memory.add(look)
        self._turn = begin.turn
        ways = _ways(artifact, piece, begin)
        self._streams = [
            Stream(piece, screen, way, self._memory, begin.firsts.get(screen)) for screen, way in enumerate(ways)
        ]

    def passages(self) -> Iterator[Passage]:
        """The passages of all screens, in turn: first each screen's first, at which nothing lies before it."""
        for screen, stream in enumerate(self._streams):
            if stream.way.is_known:
                yield self._passage(screen)
        for turn in count(self._turn):
            yield self._passage(turn % len(self._streams))

    def _passage(self, screen: int, *, bare: bool = False) -> Passage:
        """The next passage of a screen; if `bare`, with nothing between."""
        stream = self._streams[screen]
        begins = stream.is_dark
        picture = stream.next()
        most = 0 if begins or bare else self._most(stream.way, self._piece.dissolve)
        between = stream.way.between(most) if most > 0 else []
        self._number += 1
        return Passage(self._number, screen, picture, (*between, picture.pixels), stream.watch.first)

    def _most(self, way: Way, seconds: float) -> int:
        """How many pictures are to be drawn between two that take so long."""
        width, height = way.size
        most = min(math.ceil(seconds * BETWEEN) - 1, MOST // (width * height))
        if self._in_time:
            pace = way.pace.seconds
            time = SHARE * self._piece.beat / self._piece.screens - pace  # one goes into looking for a picture
            most = min(most, int(time / max(pace, 1e-6)) * CHUNK)
        return most


def _ways(artifact: Artifact, piece: Piece, begin: Beginning) -> list[Way]:
    """The ways of all screens: of models that read, and of those that draw from chance."""
    if piece.reads:
        talk = Talk(Ring.of(artifact, piece), max(begin.held.values(), key=Shown.when, default=None))
        return [Reading(talk, piece.voice(screen), begin.held.get(screen)) for screen in range(piece.screens)]
    painters = [Painter(pieces.model(artifact, voice), piece.seed) for voice in range(len(piece.voices))]
    return [
        Drift(painters[piece.voice(screen)], screen, begin.places.get(screen, 0.0)) for screen in range(piece.screens)
    ]


def blended(before: Pixels, frames: tuple[Pixels, ...], share: float) -> Pixels:
    """What is seen of a passage after a share of its time, from 0 to 1. It begins and ends gently."""
    eased = share * share * (3 - 2 * share)
    way = eased * len(frames)
    behind = min(int(way), len(frames) - 1)
    one, other, t = (before, *frames)[behind], frames[behind], way - behind
    if t == 0:
        return one
    if t >= 1:
        return other
    return looks.between(one, other, t)


class Screen:
    """What one screen shows at any time. It is black before its first picture. Times are in seconds."""

    def __init__(self, dissolve: float) -> None:
        self._dissolve = self._takes = dissolve
        self._before: Pixels | None = None
        self._frames: tuple[Pixels, ...] = ()
        self._begun = 0.0

    def begin(self, frames: tuple[Pixels, ...], now: float, seconds: float | None = None) -> None:
        """Go over to the last of some frames, from whatever is seen now, in `dissolve` or in so many seconds."""
        self._before = self.frame(now) if self._frames else np.zeros_like(frames[-1])
        self._frames, self._begun = frames, now
        self._takes = self._dissolve if seconds is None else seconds

    def frame(self, now: float) -> Pixels:
        """What is seen, uint8 H×W×3."""
        assert self._before is not None, "nothing was begun"
        share = 1.0 if self._takes <= 0 else min(1.0, (now - self._begun) / self._takes)
        return blended(self._before, self._frames, share)


def schedule(passages: Iterator[Passage], piece: Piece) -> Iterator[tuple[float, Passage]]:
    """Each passage, and how many seconds lie between the one before and it, where both are in time.

    All screens begin at once; from then on they change in turn, never two together.
    """
    for place, passage in enumerate(passages):
        yield waits(place, piece), passage


def waits(place: int, piece: Piece) -> float:
    """How many seconds lie between a passage and the one before, of the place that it has from 0."""
    return 0.0 if place < piece.screens else piece.beat if place == piece.screens else piece.beat / piece.screens
