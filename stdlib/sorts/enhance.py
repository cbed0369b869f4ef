"""enhance: small pictures are drawn twice as large. See `nn/enhance.py`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from intaglio.lang.vocabulary import Depth
from intaglio.stdlib.sorts import Facts, Sort

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train


def _build(facts: Facts) -> nn.Module:
    from intaglio.stdlib.nn.enhance import Enhancer

    return Enhancer()


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.stdlib.nn import enhance
    from intaglio.stdlib.nn.training import Learning

    memory = enhance.Lesson(lesson.regimen)
    return Learning(
        facts={},
        losses=enhance.LOSSES,
        parts=memory.parts,
        average=memory.average,
        loop=partial(enhance.train, memory, lesson.batches(), lesson.regimen, lesson.operations),
        glimpse=partial(_glimpse, memory.average.network, lesson.pictures),
    )


def _glimpse(network: Callable[[Tensor], Tensor], pictures: Tensor, count: int) -> NDArray[np.uint8]:
    """The first of some pictures, made small and enlarged smoothly, each before what the network makes of it."""
    import torch

    from intaglio.stdlib.nn import enhance
    from intaglio.stdlib.nn.batches import as_numbers, as_pixels

    small = enhance.smaller(as_numbers(pictures[: max(1, count // 2)]))
    with torch.no_grad():
        both = torch.stack([enhance.larger(small), network(small)], 1)
    return as_pixels(both.flatten(0, 1))


def _over(network: nn.Module, reverse: bool) -> Callable[[Tensor], Tensor]:
    return network


def _multiple(facts: Facts) -> int:
    return 1


SORT = Sort(
    name="enhance",
    suits={"steps": 1000, "batch": 16, "rate": 1e-3, "augment": ()},
    speaks=(),
    layers=(Depth("layer", 4),),
    build=_build,
    learn=_learn,
    over=_over,
    multiple=_multiple,
)
