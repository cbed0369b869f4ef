"""Training: one of the networks, ready to be taught, as a stage sees it: a loop to follow, and a network to keep.

Which network is known here and in `weights`, nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.stdlib.models import WEIGHTS, facts_of
from intaglio.stdlib.nn import batches, chunks, machine, noise, state, weights
from intaglio.stdlib.nn.regimen import Regimen, Step

STATE = "state.safetensors"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learnt. `operations` are augmentations; `latent`, `schedule` and `features` are for some models."""

    model: str
    pictures: Tensor  # uint8 (N, 3, H, W)
    regimen: Regimen
    operations: Sequence[str]
    latent: int = 0
    schedule: str = "flow"
    features: bool = False


class Training:
    """A training under way. Following `loop` to its end is it; `glimpse` and `keep` may be asked at any step."""

    losses: tuple[str, ...]
    libraries: tuple[str, ...] = ()  # that lent the network
    _parts: state.Parts
    _average: Any
    _learning: nn.Module
    _loop: Callable[[int], Iterator[Step]]

    def __init__(self, lesson: Lesson) -> None:
        machine.keep_memory()
        self._lesson = lesson
        self._height, self._width = lesson.pictures.shape[2:]
        self._batches = batches.Batches(lesson.pictures, lesson.regimen.batch, lesson.regimen.seed)
        self._facts: dict[str, Any] = {"model": lesson.model, "height": self._height, "width": self._width}
        self._beside: dict[str, nn.Module] = {}  # networks that are kept beside the one that draws, to train on from
        {"gan": self._gan, "autoencoder": self._autoencoder, "diffusion": self._diffusion}[lesson.model]()

    def _gan(self) -> None:
        from intaglio.stdlib.nn import gan

        lesson = self._lesson
        contest = gan.Contest(self._height, self._width, lesson.latent, lesson.regimen)
        self.losses, self._parts, self._average = gan.LOSSES, contest.parts, contest.average
        self._loop = partial(gan.train, contest, self._batches, lesson.regimen, lesson.operations)
        self._learning = contest.G
        self._beside = {"judge": contest.D}
        self._facts["latent"] = lesson.latent

    def _autoencoder(self) -> None:
        from intaglio.stdlib.nn import autoencoder

        lesson = self._lesson
        memory = autoencoder.Lesson(self._height, self._width, lesson.latent, lesson.regimen)
        self.losses, self._parts, self._average = autoencoder.LOSSES, memory.parts, memory.average
        self._learning = memory.network
        follow = partial(autoencoder.train, features=lesson.features)
        self._loop = partial(follow, memory, self._batches, lesson.regimen, lesson.operations)
        self._facts["latent"] = lesson.latent

    def _diffusion(self) -> None:
        from intaglio.stdlib.nn import diffusion

        lesson = self._lesson
        denoising = diffusion.Lesson(self._height, self._width, lesson.schedule, lesson.pictures, lesson.regimen)
        self.libraries = ("diffusers",)
        self.losses, self._parts, self._average = diffusion.LOSSES, denoising.parts, denoising.average
        self._learning = denoising.network
        self._loop = partial(diffusion.train, denoising, self._batches, lesson.regimen, lesson.operations)
        self._facts |= {"schedule": lesson.schedule, "std": denoising.network.std}

    @property
    def network(self) -> Any:
        """The network that is kept: the running average."""
        return self._average.network

    def loop(self, begin: int) -> Iterator[Step]:
        """The steps from `begin` on, which must be where the training stands."""
        return self._loop(begin)

    def start_from(self, model: Artifact) -> None:
        """Begin with the weights of another model. Raises `Fault` for one of another build."""
        facts = facts_of(model)
        if "bends" in facts:
            raise Fault("A bent model draws otherwise than it learnt. Go on from the model that it was bent from.")
        own = {name: value for name, value in self._facts.items() if name != "std"}
        other = {name: facts.get(name) for name in own}
        if own != other:
            raise Fault(
                f"This is {_told(own)}, and the model to go on from is {_told(other)}. They must be built alike.",
                _mend(own, other),
            )
        weights.load(model, self._learning, WEIGHTS)
        for name, network in self._beside.items():
            weights.load(model, network, weights.file_beside(name))
        self._average.begin()

    def restore(self, folder: Mapping[str, Path]) -> None:
        """Go back to what `keep` wrote, as if the steps until then had just been done."""
        state.restore(self._parts, load_file(folder[STATE]))

    def recall(self, model: Artifact) -> None:
        """Be, for a glimpse, what the training was when it had made this model."""
        weights.load(model, self.network, WEIGHTS)

    def keep(self, folder: Path) -> None:
        """Write all that the training needs to go on from here."""
        save_file(state.taken(self._parts), folder / STATE)

    def glimpse(self, count: int) -> NDArray[np.uint8]:
        """What the network can do now: uint8 K×H×W×3. An autoencoder shows each picture beside what it made of it."""
        if self._lesson.model == "autoencoder":
            shown = self._lesson.pictures[: max(1, count // 2)].permute(0, 2, 3, 1).numpy()
            redrawn = np.stack(list(chunks.redraw(self.network, shown, _quietly)))
            return np.stack([shown, redrawn], 1).reshape(-1, *shown.shape[1:])
        drawer = weights.drawer_for(self.network, self._facts)
        seed, manner = self._lesson.regimen.seed, weights.Manner()
        noises = (noise.normal(drawer.shape, noise.generator(seed, "preview", i)) for i in range(count))
        return np.stack(list(chunks.draw(drawer, ((z, manner) for z in noises), _quietly)))

    def save(self, result: Path) -> None:
        """Write the model to a result folder."""
        if self._lesson.model == "autoencoder":
            self.network.describe(self._lesson.pictures)
        weights.save(result, self.network, self._facts, self._beside)


def _told(facts: Mapping[str, Any]) -> str:
    size = f"{facts['width']} px by {facts['height']} px"
    rest = [f"{name} {value}" for name, value in facts.items() if name not in ("model", "width", "height")]
    return ", ".join([f"`model {facts['model']}`", size, *rest])


def _mend(own: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """The line that makes a training build what another model is: the first in which they differ."""
    name = next(name for name in own if own[name] != other[name])
    return (
        f"resize {other['width']} px by {other['height']} px"
        if name in ("height", "width")
        else f"{name} {other[name]}"
    )


def _quietly() -> None:
    """A beat that nobody hears."""
