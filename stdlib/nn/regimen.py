"""The regimen of a training: how many steps, of what size, and how far each moves. What a loop yields at each step."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Regimen:
    """How a training goes.

    `rate` is the optimiser's learning rate after `warm_up` steps; `decay` is none, cosine or linear, to zero at the
    last step, or where the training would have ended after `full` steps. `average` is the decay a step of the running
    average of the weights, in [0, 1). An `epoch` is so many steps, in which each image is seen once; 0 without images.
    """

    steps: int
    batch: int
    rate: float
    average: float
    seed: int
    warm_up: int = 0
    decay: str = "none"
    full: int | None = None
    epoch: float = 0.0

    def rate_at(self, step: int) -> float:
        """The learning rate of a step, counted from 0."""
        risen = min(1.0, (step + 1) / (self.warm_up + 1))
        left = 1.0 - step / (self.full or self.steps)
        fallen = {"none": 1.0, "linear": left, "cosine": 0.5 - 0.5 * math.cos(math.pi * left)}[self.decay]
        return self.rate * risen * fallen

    def guide(self, optimiser: torch.optim.Optimizer, step: int) -> None:
        """Set an optimiser's learning rate for a step."""
        for group in optimiser.param_groups:
            group["lr"] = self.rate_at(step)


@dataclass(frozen=True, slots=True)
class Step:
    """What a loop yields: how many steps are done, and their last one's losses, left where they were computed."""

    done: int
    losses: Tensor  # (L,)


def losses_of(steps: Sequence[Step]) -> list[list[float]]:
    """The losses of several steps, each a row. Waits for the machine, once."""
    rows: list[list[float]] = torch.stack([step.losses for step in steps]).tolist()
    return rows
