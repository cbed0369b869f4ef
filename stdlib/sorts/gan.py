"""gan: one network draws, another tells drawings from pictures. See `nn/gan.py`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from intaglio.lang.vocabulary import Depth
from intaglio.stdlib.sorts import Facts, Sort

if TYPE_CHECKING:
    from torch import nn

    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train


def _build(facts: Facts) -> nn.Module:
    from intaglio.stdlib.nn.gan import Generator

    return Generator(facts["height"], facts["width"], facts["latent"], facts.get("groups", 0))


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.stdlib.nn import gan
    from intaglio.stdlib.nn.training import Learning

    assert settings.latent is not None, "settings that were heard say it"
    contest = gan.Contest(lesson.height, lesson.width, settings.latent, lesson.regimen, lesson.groups)
    return Learning(
        facts={"latent": settings.latent, **({"groups": lesson.groups} if lesson.groups else {})},
        losses=gan.LOSSES,
        parts=contest.parts,
        average=contest.average,
        loop=partial(gan.train, contest, lesson.batches(), lesson.regimen, lesson.operations),
        beside={"judge": contest.D},
    )


def _drawer(network: nn.Module, facts: Facts) -> Drawer:
    from intaglio.stdlib.nn.drawers import Latent

    return Latent(network, facts)


SORT = Sort(
    name="gan",
    suits={"steps": 2000, "batch": 16, "rate": 1e-3, "latent": 64, "augment": ("shift", "colour", "cutout")},
    speaks=("latent", "condition", "augment", "epochs"),
    layers=(Depth("layer", 1, deeper=1),),
    build=_build,
    learn=_learn,
    drawer=_drawer,
)
