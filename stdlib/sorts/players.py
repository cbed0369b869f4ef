"""players: two networks draw, and a judge tells which of them drew; no images. See `nn/players.py`."""

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
    from intaglio.stdlib.nn.players import Pair

    return Pair(facts["height"], facts["width"], facts["latent"])


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.stdlib.nn import players
    from intaglio.stdlib.nn.training import Learning

    assert settings.latent is not None, "settings that were heard say it"
    game = players.Game(lesson.height, lesson.width, settings.latent, lesson.regimen)
    return Learning(
        facts={"latent": settings.latent},
        losses=players.LOSSES,
        parts=game.parts,
        average=game.average,
        loop=partial(players.train, game, lesson.regimen),
        beside={"judge": game.D},
    )


def _drawer(network: nn.Module, facts: Facts) -> Drawer:
    from intaglio.stdlib.nn.drawers import Latent

    return Latent(network, {**facts, "width": 2 * facts["width"]})


SORT = Sort(
    name="players",
    suits={"steps": 2000, "batch": 16, "rate": 1e-3, "latent": 64, "augment": ()},
    speaks=("latent", "size"),
    apart=0,
    layers=(Depth("layer", 1, deeper=1),),
    build=_build,
    learn=_learn,
    drawer=_drawer,
)
