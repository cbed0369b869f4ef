"""Memories: what the sorts have in common that pass a picture through a few numbers and draw it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from intaglio.lang.vocabulary import Depth
from intaglio.stdlib.sorts import Facts

if TYPE_CHECKING:
    from torch import Tensor, nn

    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.nn.regimen import Step
    from intaglio.stdlib.nn.training import Learning, Lesson

LAYERS = (Depth("layer", 1, deeper=1), Depth("inward", 0, deeper=1))


def learning(
    memory: Any,
    losses: Sequence[str],
    loop: Callable[[int], Iterator[Step]],
    lesson: Lesson,
    beside: Mapping[str, nn.Module] | None = None,
) -> Learning:
    """A memory (a `Lesson` of its module in `nn`) before its first step, and the loop that teaches it."""
    from intaglio.stdlib.nn import chunks
    from intaglio.stdlib.nn.training import Learning

    network = memory.average.network
    return Learning(
        facts={"latent": network.latent},
        losses=tuple(losses),
        parts=memory.parts,
        average=memory.average,
        loop=loop,
        beside=beside or {},
        glimpse=partial(chunks.beside, network, lesson.pictures),
        finish=partial(network.describe, lesson.pictures),
    )


def drawer(network: Any, facts: Facts) -> Drawer:
    """What draws from chance with a memory."""
    from intaglio.stdlib.nn.drawers import Latent

    return Latent(network.drawn, facts)


def redraw(network: nn.Module) -> Callable[[Tensor], Tensor]:
    """What a memory kept of a picture: what it draws of it."""
    return network


def over(network: nn.Module, reverse: bool) -> Callable[[Tensor], Tensor]:
    """The same, asked for as a drawing over the picture. There is no other way round."""
    return network
