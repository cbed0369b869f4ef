"""Training: a sort's networks, ready to be taught, as a stage sees them: a loop to follow, and a network to keep.

Which sorts there are is known in `sorts`, not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.stdlib import sorts
from intaglio.stdlib.models import WEIGHTS, facts_of
from intaglio.stdlib.nn import chunks, machine, noise, parts, shares, state, weights
from intaglio.stdlib.nn.average import Average
from intaglio.stdlib.nn.batches import Batches
from intaglio.stdlib.nn.drawers import Manner, wholly
from intaglio.stdlib.nn.regimen import Regimen, Step

STATE = "state.safetensors"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learnt: pictures of `height` and `width`, in the sets that the sort tells apart, and how.

    `operations` are augmentations. Where the pictures of one set are told apart by `groups` of them, `numbers` (N,) has
    the number of each one's.
    """

    height: int
    width: int
    sets: Sequence[Tensor]  # each uint8 (N, 3, H, W)
    regimen: Regimen
    operations: Sequence[str]
    groups: int = 0
    numbers: Tensor | None = None

    @property
    def pictures(self) -> Tensor:
        """All pictures, for a sort that learns from one set: uint8 (N, 3, H, W)."""
        (pictures,) = self.sets
        return pictures

    def batches(self) -> Batches:
        """What each step sees of them."""
        return Batches(self.pictures, self.regimen.batch, self.regimen.seed, self.numbers)

    def batches_of(self, number: int, seed: int) -> Batches:
        """What each step sees of one of several sets, in an order that `seed` decides."""
        return Batches(self.sets[number], self.regimen.batch, seed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """What a sort makes of a lesson: networks before their first step, and the loop that teaches them in place."""

    facts: Mapping[str, Any]  # of the build, besides its sort and size
    losses: tuple[str, ...]  # what each step tells, in order
    parts: state.Parts  # all that changes on the way
    average: Average[Any]  # of the network that draws: what is kept
    loop: Callable[[int], Iterator[Step]]  # the steps from one on, at which the parts must stand
    beside: Mapping[str, nn.Module] = field(default_factory=dict)  # kept beside it, to train on from
    libraries: tuple[str, ...] = ()  # that lent a network
    glimpse: Callable[[int], NDArray[np.uint8]] | None = None  # so many pictures K×H×W×3; None: drawn from chance
    finish: Callable[[], None] | None = None  # what is left to do when it has learnt


class Training:
    """A training under way. Following `loop` to its end is it; `glimpse` and `keep` may be asked at any step."""

    def __init__(self, sort: sorts.Sort, lesson: Lesson, learning: Learning) -> None:
        self._lesson = lesson
        self._seed = lesson.regimen.seed
        self._learning = learning
        self._facts = {"model": sort.name, "height": lesson.height, "width": lesson.width, **learning.facts}
        self.losses = learning.losses
        self.libraries = learning.libraries

    @property
    def network(self) -> Any:
        """The network that is kept: the running average."""
        return self._learning.average.network

    @property
    def learnt_from(self) -> NDArray[np.uint8]:
        """The images that it learns from, where they are one set: uint8 N×H×W×3."""
        return self._lesson.pictures.permute(0, 2, 3, 1).numpy()

    def loop(self, begin: int) -> Iterator[Step]:
        """The steps from `begin` on, which must be where the training stands."""
        steps = self._learning.loop(begin)
        return shares.told(steps) if shares.several() else steps

    @property
    def steps(self) -> int:
        """How many there are."""
        return self._lesson.regimen.steps

    @property
    def parts(self) -> state.Parts:
        """All that changes on the way."""
        return self._learning.parts

    def hand_over(self, folder: Path, params: str, freeze: Sequence[str], begin: int, count: int) -> None:
        """Write what other processes need to share the steps from `begin` on, at which this must stand."""
        from intaglio.stdlib.nn.handover import Handover

        Handover(self._lesson, params, freeze, begin, count).write(folder)
        self.keep(folder)

    def share(self, folder: Path, count: int) -> None:
        """Meet those that have read it, and share the steps with them until `shares.leave`. Raises `shares.Lost`."""
        shares.join(folder, 0, count, machine.device(), self.parts)

    def start_from(self, model: Artifact) -> None:
        """Begin with the weights of another model. Raises `Fault` for one of another build."""
        facts = facts_of(model)
        if "bends" in facts:
            raise Fault("A bent model draws otherwise than it learnt. Go on from the model that it was bent from.")
        own = {**sorts.built(self._facts), "groups": self._facts.get("groups", 0)}
        other = {"groups": 0, **{name: facts[name] for name in own if name in facts}}
        if own != other:
            raise Fault(
                f"This is {_told(own)}, and the model to go on from is {_told(other)}. They must be built alike.",
                _mend(own, other),
            )
        weights.load(model, self._learning.average.of, WEIGHTS)
        for name, network in self._learning.beside.items():
            weights.load(model, network, weights.file_beside(name))
        self._learning.average.begin()

    def freeze(self, layers: Sequence[str]) -> None:
        """Keep some layers as they are. Raises `Fault` for one that the network lacks."""
        parts.freeze(self._learning.average.of, layers)

    def restore(self, folder: Mapping[str, Path]) -> None:
        """Go back to what `keep` wrote, as if the steps until then had just been done."""
        state.restore(self._learning.parts, load_file(folder[STATE]))

    def recall(self, model: Artifact) -> None:
        """Be, for a glimpse, what the training was when it had made this model."""
        weights.load(model, self.network, WEIGHTS)

    def keep(self, folder: Path) -> None:
        """Write all that the training needs to go on from here."""
        save_file(state.taken(self._learning.parts), folder / STATE)

    def glimpse(self, count: int) -> NDArray[np.uint8]:
        """What the network can do now: uint8 K×H×W×3."""
        if self._learning.glimpse is not None:
            return self._learning.glimpse(count)
        drawer = weights.drawer_for(self.network, self._facts)
        wanted = []
        for i in range(count):
            manner = Manner(groups=wholly(i, drawer.groups) if drawer.groups else None)
            wanted.append((noise.normal(drawer.shape, noise.generator(self._seed, "preview", i)), manner))
        return np.stack(list(chunks.draw(drawer, wanted, chunks.quietly)))

    def save(self, result: Path) -> None:
        """Write the model to a result folder."""
        if self._learning.finish is not None:
            self._learning.finish()
        weights.save(result, self.network, self._facts, self._learning.beside)


def _told(facts: Mapping[str, Any]) -> str:
    size = f"{facts['width']} px by {facts['height']} px"
    rest = [_line(facts, name) for name in facts if name not in ("model", "width", "height") and facts[name]]
    return ", ".join([f"`model {facts['model']}`", size, *rest])


def _mend(own: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """The line that makes a training build what another model is: the first in which they differ."""
    name = next(name for name in own if own[name] != other.get(name))
    if name not in ("height", "width"):
        return _line(other, name)
    word = "resize" if sorts.of(own["model"]).apart else "size"
    return f"{word} {other['width']} px by {other['height']} px"


def _line(facts: Mapping[str, Any], name: str) -> str:
    """The line of a script that asks for a fact."""
    says = {"groups": lambda count: "condition group", **sorts.of(facts["model"]).says}
    return says[name](facts[name]) if name in says else f"{name} {facts.get(name)}"
