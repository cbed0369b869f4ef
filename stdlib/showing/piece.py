"""A piece: what a show is, as `gen run` leaves it ready. `show.json` says it, and the files of its models lie beside.

Nothing else is needed to play it: not the images that the models were trained on, nor the script.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault

FILE = "show.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Reads:
    """How a translator of a show reads: with `reverse` the way back, of one that learnt both.

    `centre` and `spread` are the mean and the standard deviation of its own pictures in each colour, from -1 to 1:
    chance is mixed into them on that scale, for whoever reads them.
    """

    reverse: bool
    centre: tuple[float, ...]
    spread: tuple[float, ...]


UNMEASURED = (0.0,) * 3, (0.5,) * 3  # the centre and the spread of a model of which nothing is known


@dataclass(frozen=True, slots=True)
class Voice:
    """A model of a show. `digest` names what it is. One that reads says how; the others draw from chance.

    `unlike` is how far two of its pictures are from each other that have nothing to do with each other: the median, as
    `looks.apart` counts. It is what 100 % of `variation` means.
    """

    digest: str
    unlike: float
    reads: Reads | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A show. Times are in seconds; `variation` and `drift` are shares. `lasts` is None where it has no end."""

    screens: int
    linger: float
    dissolve: float
    variation: tuple[float, float] | None
    never_twice: bool
    drift: float | None
    guard: tuple[str, ...]
    lasts: float | None
    seed: int
    voices: tuple[Voice, ...]

    @property
    def beat(self) -> float:
        """Seconds from one picture of a screen to the next."""
        return max(BRIEFEST, self.linger + self.dissolve)

    @property
    def reads(self) -> bool:
        """Whether its models read each other's pictures; else each draws from chance."""
        return self.voices[0].reads is not None

    def voice(self, screen: int) -> int:
        """The place of the model that draws for a screen, both from 0: one each, and around."""
        return screen % len(self.voices)


BRIEFEST = 0.04  # s: a picture is on a screen for as long at least

Model = Mapping[str, Path]


def place_of(voice: int) -> str:
    """Where the files of a model lie in a show."""
    return f"model-{voice + 1}/"


def write(piece: Piece, folder: Path) -> None:
    """Write what a show is into a folder."""
    voices = [{name: fact for name, fact in asdict(voice).items() if fact is not None} for voice in piece.voices]
    told = {"format": FORMAT, **asdict(piece), "voices": voices}
    (folder / FILE).write_text(json.dumps(told, indent=2, sort_keys=True) + "\n")


def read(artifact: Artifact) -> Piece:
    """What a show is. Raises `Fault` for what is no show, or one of another version."""
    if FILE not in artifact.result:
        raise Fault(f"`{artifact.kind}` made no show here.")
    told = json.loads(artifact.result[FILE].read_bytes())
    if told.pop("format", None) != FORMAT:
        raise Fault("This show was made by another version of gen, in a way that this one does not read.")
    return Piece(**_as_values(told))


def _as_values(told: dict[str, Any]) -> dict[str, Any]:
    voices = tuple(_as_voice(**voice) for voice in told["voices"])
    variation = None if told["variation"] is None else tuple(told["variation"])
    return {**told, "variation": variation, "guard": tuple(told["guard"]), "voices": voices}


def _as_voice(digest: str, unlike: float, reads: dict[str, Any] | None = None) -> Voice:
    if reads is None:
        return Voice(digest, unlike)
    return Voice(digest, unlike, Reads(reads["reverse"], tuple(reads["centre"]), tuple(reads["spread"])))


def model(artifact: Artifact, voice: int) -> Artifact:
    """One of a show's models, as those see it that draw with it."""
    place = place_of(voice)
    files = {name.removeprefix(place): path for name, path in artifact.result.items() if name.startswith(place)}
    return replace(artifact, kind="train", makes="model", result=files, seen={})
