"""Training: one of the networks, ready to be taught, as a stage sees it: a loop to follow, and a network to keep.

Which network is known here and in `weights`, nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from intaglio.stdlib.nn import augment, batches, chunks, machine, noise, weights
from intaglio.stdlib.nn.course import Course, Step


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learnt. `operations` are augmentations; None leaves them to the model."""

    model: str
    pictures: Tensor  # uint8 (N, 3, H, W)
    course: Course
    latent: int
    operations: Sequence[str] | None
    schedule: str = "flow"
    features: bool = False


class Training:
    """A training under way. Following `loop` to its end is the training; `glimpse` may be asked at any step."""

    losses: tuple[str, ...]
    loop: Iterator[Step]

    def __init__(self, lesson: Lesson) -> None:
        machine.keep_memory()
        self._lesson = lesson
        self._height, self._width = lesson.pictures.shape[2:]
        self._batches = batches.Batches(lesson.pictures, lesson.course.batch, lesson.course.seed)
        self._facts: dict[str, Any] = {"model": lesson.model, "height": self._height, "width": self._width}
        {"gan": self._gan, "autoencoder": self._autoencoder, "diffusion": self._diffusion}[lesson.model]()

    def _gan(self) -> None:
        from intaglio.stdlib.nn import gan

        course, operations = self._lesson.course, self._lesson.operations
        contest = gan.Contest(self._height, self._width, self._lesson.latent, course)
        chosen = augment.ADAPTIVE if operations is None else operations
        self.losses, self.loop = gan.LOSSES, gan.train(contest, self._batches, course, chosen)
        self._average: Any = contest.average
        self._facts["latent"] = self._lesson.latent

    def _autoencoder(self) -> None:
        from intaglio.stdlib.nn import autoencoder

        lesson = self._lesson
        memory = autoencoder.Lesson(self._height, self._width, lesson.latent, lesson.course)
        self.losses, self.loop = (
            autoencoder.LOSSES,
            autoencoder.train(memory, self._batches, lesson.course, lesson.operations or (), features=lesson.features),
        )
        self._average = memory.average
        self._facts["latent"] = lesson.latent

    def _diffusion(self) -> None:
        from intaglio.stdlib.nn import diffusion

        lesson = self._lesson
        denoising = diffusion.Lesson(self._height, self._width, lesson.schedule, lesson.pictures, lesson.course)
        self.losses = diffusion.LOSSES
        self.loop = diffusion.train(denoising, self._batches, lesson.course, lesson.operations or ())
        self._average = denoising.average
        self._facts |= {"schedule": lesson.schedule, "std": denoising.network.std}

    @property
    def network(self) -> Any:
        """The network that is kept: the running average."""
        return self._average.network

    def glimpse(self, count: int) -> NDArray[np.uint8]:
        """What the network can do now: uint8 K×H×W×3. An autoencoder shows each picture beside what it made of it."""
        if self._lesson.model == "autoencoder":
            shown = self._lesson.pictures[: max(1, count // 2)].permute(0, 2, 3, 1).numpy()
            redrawn = np.stack(list(chunks.redraw(self.network, shown, _quietly)))
            return np.stack([shown, redrawn], 1).reshape(-1, *shown.shape[1:])
        drawer = weights.drawer_for(self.network, self._facts)
        seed, manner = self._lesson.course.seed, weights.Manner()
        noises = (noise.normal(drawer.shape, noise.generator(seed, "preview", i)) for i in range(count))
        return np.stack(list(chunks.draw(drawer, ((z, manner) for z in noises), _quietly)))

    def save(self, result: Path) -> None:
        """Write the model to a result folder."""
        if self._lesson.model == "autoencoder":
            self.network.describe(self._lesson.pictures)
        weights.save(result, self.network, self._facts)


def is_finite(losses: Tensor) -> bool:
    """Whether all of these are numbers."""
    return bool(torch.isfinite(losses).all())


def _quietly() -> None:
    """A beat that nobody hears."""
