"""The ring: translators that read each other's pictures, one after the other and around, from chance on.

What a screen shows is what its model makes of what was shown last, wherever that was: of the picture itself, 8 bits a
colour, with a little chance mixed in. Nothing else is carried from one reading to the next. So a show goes on from one
picture, and any other can be made again from an earlier one and the spots in between, to the bit.

The chance is coarse and fine alike: fields of every size from 2 by 2 up, laid over each other. Of fine noise alone a
translator makes the grain of a picture, and the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.stdlib.parcels import CHUNK
from intaglio.stdlib.showing import looks
from intaglio.stdlib.showing import piece as pieces
from intaglio.stdlib.showing.piece import Piece, Reads
from intaglio.stdlib.showing.way import Pace, Spot

if TYPE_CHECKING:
    from intaglio.stdlib.showing.looks import Pixels

Field = NDArray[np.float32]  # H×W×3

SAMPLED = 32  # pictures by which each model is known
ROUNDS = 2  # times that each has read when it is known by them


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that was shown, which is read next. `voice` is the place of the model that drew it, from 0."""

    spot: Spot
    voice: int
    pixels: Pixels

    def when(self) -> int:
        """The number of its reading."""
        return self.spot.reading or 0


class Ring:
    """Draws with models that read each other. Loads torch. Raises `Fault` for one that does not read, or not so."""

    def __init__(self, models: Sequence[Artifact], reads: Sequence[Reads], seed: int) -> None:
        from intaglio.stdlib.nn import weights

        readers = [weights.reader_of(model, how.reverse) for model, how in zip(models, reads, strict=True)]
        self._looks = [look for look, _ in readers]
        sizes = [(facts["width"], facts["height"]) for _, facts in readers]
        for size in sizes:
            if size != sizes[0]:
                raise Fault(
                    "Translators that read each other draw pictures of one size. These are for"
                    f" {sizes[0][0]} px by {sizes[0][1]} px, and for {size[0]} px by {size[1]} px."
                )
        self.size = sizes[0]
        self._reads, self._seed = reads, seed
        self.pace = Pace()

    @classmethod
    def of(cls, artifact: Artifact, piece: Piece) -> Ring:
        """The models of a show that read. Loads torch."""
        reads = [voice.reads for voice in piece.voices if voice.reads is not None]
        return cls([pieces.model(artifact, voice) for voice in range(len(reads))], reads, piece.seed)

    def follow(self, before: Shown | None, voice: int, reading: int, offsets: Sequence[float]) -> list[Pixels]:
        """What a model makes of what was shown, with chance mixed in: see `mixed`."""
        return self.drawn(before, voice, self.mixed(before, voice, reading, offsets))

    def drawn(self, before: Shown | None, voice: int, given: Sequence[Pixels]) -> list[Pixels]:
        """What a model makes of pictures like the one that was shown. Those between the two models read first."""
        from intaglio.stdlib.nn import chunks

        count = len(self._looks)
        hops = 1 if before is None else (voice - before.voice - 1) % count + 1
        drawn = [*given]
        with self.pace.drawing(len(given)):
            for each in range(voice - hops + 1, voice + 1):
                drawn = [*chunks.redraw(self._looks[each % count], _at_rest(drawn), chunks.quietly)]
        return drawn

    def mixed(self, before: Shown | None, voice: int, reading: int, offsets: Sequence[float]) -> list[Pixels]:
        """What was shown, with chance mixed in: none at offset 0, nothing else at 1, and beyond that other chance.

        Both keep to the mean and the spread of the pictures that are read, so that their mixtures do. Where nothing
        was shown there is chance alone.
        """
        how = self._reads[voice - 1 if before is None else before.voice]
        centre, spread = (np.array(each, np.float32) for each in (how.centre, how.spread))
        still = None if before is None else before.pixels.astype(np.float32) / np.float32(127.5) - 1 - centre
        mixed = []
        for offset in offsets:
            draw = max(0, math.ceil(offset) - 1)
            share = 1.0 if still is None else offset - draw
            there = centre + np.float32(math.sqrt(1 - share * share)) * (0 if still is None else still)
            if share:
                there = there + np.float32(share) * spread * self._chance("read", reading, draw)
            mixed.append(as_pixels(there))
        return mixed

    def known_by(self) -> list[list[Pixels]]:
        """The pictures by which each model is known: `SAMPLED`, each read from its own chance, some rounds on."""
        from intaglio.stdlib.nn import chunks

        centre, spread = (np.array(each, np.float32) for each in (self._reads[-1].centre, self._reads[-1].spread))
        pictures = [as_pixels(centre + spread * self._chance("known by", number)) for number in range(SAMPLED)]
        known: list[list[Pixels]] = []
        for each in [*range(len(self._looks))] * ROUNDS:
            pictures = [*chunks.redraw(self._looks[each], _at_rest(pictures), chunks.quietly)]
            known.append(pictures)
        return known[-len(self._looks) :]

    def _chance(self, purpose: str, *indices: int) -> Field:
        """Fields of chance of every size, laid over each other; the mean is 0 and the spread 1."""
        from intaglio.stdlib.nn import noise

        source, (width, height) = noise.generator(self._seed, purpose, *indices), self.size
        laid = np.zeros((height, width, 3))
        side = 2
        while side <= max(width, height):
            for colour in range(3):
                field = source.standard_normal((side, side)).astype(np.float32)
                laid[..., colour] += np.asarray(
                    Image.fromarray(field).resize((width, height), Image.Resampling.BILINEAR)
                )
            side *= 2
        even: Field = ((laid - laid.mean()) / laid.std()).astype(np.float32)
        return even


class Talk:
    """What the screens of a show have in common: the picture that was shown last, wherever that was."""

    def __init__(self, ring: Ring, last: Shown | None) -> None:
        self.ring, self.last = ring, last
        self.is_new = last is None

    @property
    def reading(self) -> int:
        """The number of the next reading."""
        return 1 if self.last is None else self.last.when() + 1


class Reading:
    """The way of one screen whose model reads what is shown. `held` is what it showed before a restart."""

    whole = 1.0  # nothing is left of what was shown
    usual = 0.2

    def __init__(self, talk: Talk, voice: int, held: Shown | None) -> None:
        self._talk, self._voice = talk, voice
        self._held = held
        self._given: list[tuple[Shown | None, Pixels]] = []  # what was read for its last two pictures
        self.spot = Spot(0.0, 0) if held is None else held.spot
        self.size = talk.ring.size
        self.pace = talk.ring.pace

    @property
    def is_known(self) -> bool:
        """See `Way.is_known`."""
        return self._held is not None or self._talk.is_new

    def first(self) -> Pixels:
        """See `Way.first`. A new show begins with chance alone; the other screens with what they make of that."""
        if self._held is not None:
            return self._held.pixels
        offset = 0.0 if self._talk.last is not None else self.whole
        (pixels,) = self.ahead([offset])
        self.go(offset, pixels)
        return pixels

    def ahead(self, offsets: Sequence[float]) -> list[Pixels]:
        """See `Way.ahead`."""
        return self._talk.ring.follow(self._talk.last, self._voice, self._talk.reading, offsets)

    def leaps(self) -> Sequence[float]:
        """Other chance each; where another screen was woken just now, what is read owes nothing to anything seen."""
        last = self._talk.last
        if last is not None and last.voice != self._voice and last.spot.place >= self.whole:
            return [self.usual * further / CHUNK for further in range(CHUNK)]
        return [self.whole * (1 + further) for further in range(CHUNK)]

    def go(self, offset: float, pixels: Pixels) -> None:
        """See `Way.go`."""
        talk = self._talk
        (given,) = talk.ring.mixed(talk.last, self._voice, talk.reading, [offset])
        self._given = [*self._given[-1:], (talk.last, given)]
        self.spot = Spot(offset, talk.reading)
        talk.last = Shown(self.spot, self._voice, pixels)

    def between(self, count: int) -> list[Pixels]:
        """What it makes of what lies between the last two that it read."""
        if len(self._given) < 2:
            return []
        (before, one), (after, other) = self._given
        if before is None or after is None or before.voice != after.voice:
            return []
        shares = [number / (count + 1) for number in range(1, count + 1)]
        return self._talk.ring.drawn(after, self._voice, [looks.between(one, other, share) for share in shares])


def scale(pictures: Sequence[Pixels]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The mean and the standard deviation of pictures in each colour, from -1 to 1, to four digits."""
    numbers = np.stack(pictures) / 127.5 - 1
    centre, spread = numbers.mean((0, 1, 2)), numbers.std((0, 1, 2))
    return tuple(float(f"{each:.4g}") for each in centre), tuple(float(f"{each:.4g}") for each in spread)


def _at_rest(pictures: Sequence[Pixels]) -> list[tuple[Pixels, float]]:
    """Pictures for models in which nothing moves: the moment of each is the beginning."""
    return [(each, 0.0) for each in pictures]


def as_pixels(numbers: Field) -> Pixels:
    """Numbers from -1 to 1 as a picture; what lies beyond is cut off."""
    pixels: Pixels = np.clip(numbers * np.float32(127.5) + np.float32(128), 0, 255).astype(np.uint8)
    return pixels
