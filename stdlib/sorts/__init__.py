"""Sorts of models, one file each; the folder is the registry, and nothing lists them.

A file says what suits the sort and what speaks to it, and holds the functions that build its network, teach it and let
it draw. These load torch when they are called, so that checking and planning need not. `style-gan` is the file
`style_gan.py`, and every file is a choice of `train`'s `model`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from intaglio.lang.vocabulary import Able, Deaf, Depth
from intaglio.runtime.contract import Fault

if TYPE_CHECKING:
    from torch import Tensor, nn

    from intaglio.runtime.artifacts.images import ImageSet
    from intaglio.stdlib.nn.drawers import Drawer
    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train

Facts = Mapping[str, Any]  # of a model, as `model.json` has them
Said = Mapping[str, Any]  # settings of what draws, by name
Match = tuple[int, ...]  # images that belong together: the place of each in its set


def at_one_stroke(said: Said) -> Said:
    """What acts of the settings of what draws, where a network draws by looking once."""
    return {"truncation": said["truncation"], "sampler": None, "steps": None}


ONE_WAY = (
    "This model learnt from pairs, and only one way. Train another with the two sets changed round for the way back, or"
    " one that learns both ways without pairs."
)

OF_IMAGES = ("augment", "epochs")
"""The settings of `train` that say something to every sort that learns from images, and nothing to others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """A sort of model."""

    name: str
    suits: Mapping[str, Any]
    """What suits it where a setting of `train` is left out: at least steps, batch, rate and augment."""
    speaks: tuple[str, ...]
    """The settings of `train`, beyond `OF_IMAGES`, that say something to it and nothing to sorts that do not list
    them."""
    build: Callable[[Facts], nn.Module]
    """The network that a model's facts describe."""
    learn: Callable[[Lesson, Train], Learning]
    """The networks before their first step, and the loop that teaches them."""
    apart: int = 1
    """How many sets of images it tells apart: one of all that `train` is given, or one for each of so many `from`;
    0 for a sort that learns from none, and draws at the `size` that is said."""
    match: Callable[[Train, Sequence[ImageSet]], Sequence[Match] | None] | None = None
    """Which images of its sets belong together; None where none do. Raises `Fault` where one has no partner."""
    outputs: Mapping[str, Facts] = field(default_factory=dict)
    """What a training makes, where that is several models in one: each by its name, and the facts that say which."""
    drawer: Callable[[nn.Module, Facts], Drawer] | None = None
    """What draws from chance; None for a sort that does not."""
    redraw: Callable[[nn.Module], Callable[[Tensor], Tensor]] | None = None
    """What makes of a picture (B, 3, H, W) what the network kept of it; None for a sort that keeps nothing."""
    over: Callable[[nn.Module, bool], Callable[[Tensor], Tensor]] | None = None
    """What draws over pictures (B, 3, H, W), the other way if so; None for a sort that does not. Raises `Fault` for one
    that learnt one way only."""
    reads: Callable[[Facts], int] | None = None
    """How many ways it reads pictures that others draw, in a show: forth, or back as well; None for a sort that may
    not be shown reading."""
    one_way: tuple[str, tuple[str, ...]] = ("", ())
    """The setting of `train` by which it learns to read one way only, and the words that say so."""
    multiple: Callable[[Facts], int] | None = None
    """What the sides of pictures that it draws over must be multiples of; None: they must be of the size it learnt."""
    acts: Callable[[Said], Said] = at_one_stroke
    """What acts of the settings of what draws, each as it acts; one that says nothing is as if left out."""
    deaf: str = "it draws at one stroke"
    """Why the others say nothing."""
    layers: tuple[Depth, ...] = ()
    """The layers that its networks name, those that draw first, so that a check of a script knows them. Left out: it
    does not, and a layer that is not there is told when it is reached."""
    of_pictures: tuple[str, ...] = ()
    """The facts that come from the pictures: they may differ between models that are built alike."""
    says: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)
    """The line of a script that asks for a fact, of those that no setting of their name asks for."""


@cache
def every() -> Mapping[str, Sort]:
    """All sorts by name, sorted."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_"))
    found = [importlib.import_module(f"{__name__}.{name}").SORT for name in names]
    return MappingProxyType({sort.name: sort for sort in found})


def of(name: str) -> Sort:
    """The sort of a name. Raises `Fault` for one that this version does not know."""
    if name not in every():
        raise Fault(f"This version of gen cannot draw with a model of the sort `{name}`.")
    return every()[name]


def built(facts: Facts) -> Facts:
    """A model's facts without those that come from its pictures. Raises `Fault` for a sort that is not known."""
    return {name: value for name, value in facts.items() if name not in of(facts["model"]).of_pictures}


def able(
    what: Callable[[Sort], object], does: str, sized: Callable[[Sort], bool] = lambda _: False, by: Sequence[str] = ()
) -> Able:
    """Which sorts can do what a verb asks of its model, said as `does`: those of which `what` is something.

    Of these, those that are `sized` can do so with images of the size that they learnt from only. `by` are the settings
    that ask for it, where the verb does not do so by itself.
    """
    found = {name: sort for name, sort in every().items() if what(sort) is not None}
    return Able("model", tuple(found), does, tuple(name for name, sort in found.items() if sized(sort)), tuple(by))


def listening() -> Mapping[str, tuple[str, ...]]:
    """The settings of `train` that say nothing to some sorts, each with the names of those that it speaks to."""
    heard = {name: {*sort.speaks, *(OF_IMAGES if sort.apart else ())} for name, sort in every().items()}
    words = sorted({word for each in heard.values() for word in each})
    return {word: tuple(name for name, each in heard.items() if word in each) for word in words}


TRIED: Said = {"truncation": 0.5, "sampler": "euler", "steps": 7}  # none of which is what acts where nothing is said


@cache
def deaf() -> tuple[Deaf, ...]:
    """The settings of what draws that say nothing to some sorts of models."""
    where = "to a model of the sort {said}"
    return tuple(
        Deaf(name, where, f": {sort.deaf}", "model", (sort.name,), of_model=True)
        for sort in every().values()
        if sort.drawer is not None
        for name, value in sort.acts(TRIED).items()
        if value != TRIED[name]
    )
