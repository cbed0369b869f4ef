"""diffusion: noise is taken away, a little at a time. See `nn/diffusion.py`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from intaglio.lang.vocabulary import Depth
from intaglio.stdlib.sorts import Facts, Said, Sort

if TYPE_CHECKING:
    from torch import nn

    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train

SAMPLER = "heun"  # where nothing else is said


def usual_steps(sampler: str) -> int:
    """In how many strokes a sampler draws. Heun looks twice at a step, so it needs fewer."""
    return 10 if sampler == "heun" else 30


def _acts(said: Said) -> Said:
    sampler = said["sampler"] or SAMPLER
    return {"truncation": 1.0, "sampler": sampler, "steps": said["steps"] or usual_steps(sampler)}


def _build(facts: Facts) -> nn.Module:
    from intaglio.stdlib.nn.diffusion import Denoiser

    return Denoiser(facts["height"], facts["width"], facts["schedule"], facts["std"])


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.stdlib.nn import diffusion
    from intaglio.stdlib.nn.training import Learning

    pictures, regimen = lesson.pictures, lesson.regimen
    denoising = diffusion.Lesson(lesson.height, lesson.width, settings.schedule, pictures, regimen)
    return Learning(
        facts={"schedule": settings.schedule, "std": denoising.network.std},
        losses=diffusion.LOSSES,
        parts=denoising.parts,
        average=denoising.average,
        loop=partial(diffusion.train, denoising, lesson.batches(), regimen, lesson.operations),
        libraries=("diffusers",),
    )


def _drawer(network: Any, facts: Facts) -> Drawer:
    from intaglio.stdlib.nn.diffusion import Diffusing

    return Diffusing(network, facts)


SORT = Sort(
    name="diffusion",
    suits={"steps": 3000, "batch": 8, "rate": 2e-3, "augment": ()},
    speaks=("schedule", "watch"),
    layers=(Depth("layer", 4), Depth("inward", 3)),
    build=_build,
    learn=_learn,
    drawer=_drawer,
    acts=_acts,
    deaf="it has no average to stay near",
    of_pictures=("std",),
)
