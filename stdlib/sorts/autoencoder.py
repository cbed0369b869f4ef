"""autoencoder: every picture goes through a few numbers and is drawn again. See `nn/autoencoder.py`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from intaglio.stdlib.sorts import Facts, Sort, _memories

if TYPE_CHECKING:
    from torch import nn

    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train


def _build(facts: Facts) -> nn.Module:
    from intaglio.stdlib.nn.autoencoder import Autoencoder

    return Autoencoder(facts["height"], facts["width"], facts["latent"])


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.stdlib.nn import autoencoder

    assert settings.latent is not None, "settings that were heard say it"
    memory = autoencoder.Lesson(lesson.height, lesson.width, settings.latent, lesson.regimen)
    loop = partial(
        autoencoder.train,
        memory,
        lesson.batches(),
        lesson.regimen,
        lesson.operations,
        features=settings.loss == "features",
    )
    return _memories.learning(memory, autoencoder.LOSSES, loop, lesson)


SORT = Sort(
    name="autoencoder",
    suits={"steps": 1000, "batch": 16, "rate": 1e-3, "latent": 128, "augment": ()},
    speaks=("latent", "loss", "watch"),
    layers=_memories.LAYERS,
    build=_build,
    learn=_learn,
    drawer=_memories.drawer,
    redraw=_memories.redraw,
    over=_memories.over,
)
