"""vae: an autoencoder for which every picture is a cloud. See `nn/vae.py`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from intaglio.stdlib.sorts import Facts, Sort, _memories

if TYPE_CHECKING:
    from torch import nn

    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train


def _build(facts: Facts) -> nn.Module:
    from intaglio.stdlib.nn.vae import VAE

    return VAE(facts["height"], facts["width"], facts["latent"])


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.stdlib.nn import autoencoder, vae

    assert settings.latent is not None, "settings that were heard say it"
    memory = autoencoder.Lesson(lesson.height, lesson.width, settings.latent, lesson.regimen, vae.VAE)
    loop = partial(vae.train, memory, lesson.batches(), lesson.regimen, lesson.operations, beta=settings.beta)
    return _memories.learning(memory, vae.LOSSES, loop, lesson)


SORT = Sort(
    name="vae",
    suits={"steps": 2000, "batch": 16, "rate": 1e-3, "latent": 64, "augment": ()},
    speaks=("latent", "beta", "watch"),
    layers=_memories.LAYERS,
    build=_build,
    learn=_learn,
    drawer=_memories.drawer,
    redraw=_memories.redraw,
    over=_memories.over,
)
