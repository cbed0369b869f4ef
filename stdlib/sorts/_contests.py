"""Contests: what the sorts have in common of which one network draws and another judges. See `nn/contest.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from intaglio.lang.vocabulary import Depth
from intaglio.stdlib.sorts import Facts, Sort

if TYPE_CHECKING:
    from torch import nn

    from intaglio.stdlib.nn.contest import Contest
    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train

    Networks = tuple[Callable[[int, int, int, int], nn.Module], Callable[..., Contest]]  # a generator, and its contest


def sort(name: str, networks: Callable[[], Networks], suits: Mapping[str, Any]) -> Sort:
    """A sort of contest. `networks` loads what is its own when it is asked for; `suits` is what suits it alone."""
    return Sort(
        name=name,
        suits={"steps": 2000, "latent": 64, "augment": ("flip", "shift", "zoom", "cutout"), **suits},
        speaks=("latent", "condition", "judge", "watch"),
        layers=(Depth("layer", 1, deeper=1),),
        build=partial(_build, networks),
        learn=partial(_learn, networks),
        drawer=_drawer,
    )


def _build(networks: Callable[[], Networks], facts: Facts) -> nn.Module:
    """A generator from a model's facts."""
    generator, _ = networks()
    return generator(facts["height"], facts["width"], facts["latent"], facts.get("groups", 0))


def _learn(networks: Callable[[], Networks], lesson: Lesson, settings: Train) -> Learning:
    """A contest before its first step, and the loop that teaches it: both of it, or the generator alone."""
    from intaglio.stdlib.nn import contest
    from intaglio.stdlib.nn.training import Learning

    assert settings.latent is not None, "settings that were heard say it"
    _, made = networks()
    two = made(lesson.height, lesson.width, settings.latent, lesson.regimen, lesson.groups)
    judge = settings.judge or ()
    inverted = "inverted" in judge
    loop: Callable[..., Any]
    if "frozen" in judge:
        loop = partial(contest.train_alone, two, lesson.regimen, lesson.groups, inverted=inverted)
    else:
        loop = partial(contest.train, two, lesson.batches(), lesson.regimen, lesson.operations, inverted=inverted)
    return Learning(
        facts={"latent": settings.latent, **({"groups": lesson.groups} if lesson.groups else {})},
        losses=contest.ALONE if "frozen" in judge else contest.LOSSES,
        parts=two.parts,
        average=two.average,
        loop=loop,
        beside={"judge": two.D},
        finish=two.finish,
    )


def _drawer(network: nn.Module, facts: Facts) -> Drawer:
    """What draws with a generator."""
    from intaglio.stdlib.nn.drawers import Latent

    return Latent(network, facts)
