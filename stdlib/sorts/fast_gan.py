"""fast-gan: a gan for few and large pictures, whose judge redraws them. See `nn/fast.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intaglio.stdlib.sorts import Facts, Sort, _contests

if TYPE_CHECKING:
    from torch import nn

    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train


def _build(facts: Facts) -> nn.Module:
    from intaglio.stdlib.nn.fast import Generator

    return _contests.build(Generator, facts)


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.stdlib.nn.fast import Contest

    return _contests.learn(Contest, lesson, settings)


SORT = Sort(
    name="fast-gan",
    suits={**_contests.SUITS, "batch": 8, "rate": 5e-4},
    speaks=_contests.SPEAKS,
    layers=_contests.LAYERS,
    build=_build,
    learn=_learn,
    drawer=_contests.drawer,
)
