"""players: two networks draw, and a judge tells which of them drew; no images. See `nn/players.py`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from intaglio.lang.vocabulary import Depth
from intaglio.stdlib.sorts import Facts, Sort

if TYPE_CHECKING:
    from torch import nn

    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.nn.players import Pair
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

    if PLAYER in facts:
        pair = cast("Pair", network)
        return Latent(partial(pair.one, facts[PLAYER]), facts)
    return Latent(network, {**facts, "width": 2 * facts["width"]})


PLAYER = "player"  # the fact that says which of the two is meant, from 0; both are where it is not there

SORT = Sort(
    name="players",
    suits={"steps": 2000, "batch": 16, "rate": 1e-3, "latent": 64, "augment": ()},
    speaks=("latent", "size"),
    apart=0,
    layers=(Depth("layer", 1, deeper=1),),
    outputs={"first": {PLAYER: 0}, "second": {PLAYER: 1}},
    build=_build,
    learn=_learn,
    drawer=_drawer,
)
