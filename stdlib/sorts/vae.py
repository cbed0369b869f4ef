"""vae: an autoencoder for which every picture is a cloud. See `nn/vae.py`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from intaglio.lang.vocabulary import Depth
from intaglio.stdlib.sorts import Facts, Sort

if TYPE_CHECKING:
    from torch import Tensor, nn

    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train


def _build(facts: Facts) -> nn.Module:
    from intaglio.stdlib.nn.vae import VAE

    return VAE(facts["height"], facts["width"], facts["latent"])


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.stdlib.nn import chunks, vae
    from intaglio.stdlib.nn.training import Learning

    assert settings.latent is not None, "settings that were heard say it"
    memory = vae.Lesson(lesson.height, lesson.width, settings.latent, lesson.regimen)
    network = memory.average.network
    return Learning(
        facts={"latent": settings.latent},
        losses=vae.LOSSES,
        parts=memory.parts,
        average=memory.average,
        loop=partial(vae.train, memory, lesson.batches(), lesson.regimen, lesson.operations, beta=settings.beta),
        glimpse=partial(chunks.beside, network, lesson.pictures),
        finish=partial(network.describe, lesson.pictures),
    )


def _drawer(network: Any, facts: Facts) -> Drawer:
    from intaglio.stdlib.nn.drawers import Latent

    return Latent(network.drawn, facts)


def _over(network: nn.Module, reverse: bool) -> Callable[[Tensor], Tensor]:
    return network


def _redraw(network: nn.Module) -> Callable[[Tensor], Tensor]:
    return network


SORT = Sort(
    name="vae",
    suits={"steps": 2000, "batch": 16, "rate": 1e-3, "latent": 64, "augment": ()},
    speaks=("latent", "beta", "watch"),
    layers=(Depth("layer", 1, deeper=1), Depth("inward", 0, deeper=1)),
    build=_build,
    learn=_learn,
    drawer=_drawer,
    redraw=_redraw,
    over=_over,
)
