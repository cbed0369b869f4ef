"""vae-gan: an autoencoder whose likeness is told by a judge that learns beside it. See `nn/vae_gan.py`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from intaglio.stdlib.sorts import Facts, Sort, _memories

if TYPE_CHECKING:
    from torch import nn

    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train


def _build(facts: Facts) -> nn.Module:
    from intaglio.stdlib.nn.vae_gan import Memory

    return Memory(facts["height"], facts["width"], facts["latent"])


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.stdlib.nn import vae_gan

    assert settings.latent is not None, "settings that were heard say it"
    memory = vae_gan.Lesson(lesson.height, lesson.width, settings.latent, lesson.regimen)
    loop = partial(vae_gan.train, memory, lesson.batches(), lesson.regimen, lesson.operations)
    return _memories.learning(memory, vae_gan.LOSSES, loop, lesson, {"judge": memory.D})


SORT = Sort(
    name="vae-gan",
    suits={"steps": 3000, "batch": 16, "rate": 1e-3, "latent": 64, "augment": ()},
    speaks=("latent", "watch"),
    layers=_memories.LAYERS,
    build=_build,
    learn=_learn,
    drawer=_memories.drawer,
    redraw=_memories.redraw,
)
