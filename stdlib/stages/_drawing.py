"""Drawing: the settings that several kinds have which draw with a model, so that each is declared once.

They are functions and no constants, since pydantic keeps a field with the class that declares it: each has its own.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from intaglio.lang.vocabulary import Number
from intaglio.runtime.contract import setting

Truncation = Annotated[float, Number(0, 1, usual=0.7)]
Strokes = Annotated[int, Number(1, 2000, "steps", whole=True, usual=30)] | None
Step = Annotated[int, Number(1, 100_000_000, whole=True, usual=1000)] | None
Sampler = Literal["euler", "euler-a", "heun", "ddim", "dpm", "unipc", "lcm"]


def truncation() -> Any:
    """How far from the average: a share from 0 to 1 of the full spread."""
    return setting(1.0, "Small numbers stay near the average; 1 is the full spread.")


def strokes() -> Any:
    """How often a network looks at a picture: 1 to 2,000 steps; None where the sampler decides."""
    return setting(
        None, "In how many strokes diffusion takes noise away. Left out: 10 strokes of heun, 30 of the others."
    )


def step() -> Any:
    """When, in the training of the model: after 1 step or more, up to its last; None for its end."""
    return setting(
        None, "Draw with the model as it was after so many steps of its training.", keyed=False, up_to="steps"
    )
