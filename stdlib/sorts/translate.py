"""translate: pictures of a first set are drawn as those of a second. See `nn/translate.py`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from intaglio.lang.vocabulary import Depth
from intaglio.runtime.contract import Fault
from intaglio.stdlib.sorts import ONE_WAY, Facts, Match, Sort

if TYPE_CHECKING:
    from torch import Tensor, nn

    from intaglio.runtime.artifacts.images import ImageSet
    from intaglio.stdlib.nn.training import Learning, Lesson
    from intaglio.stdlib.stages.train import Train


def _build(facts: Facts) -> nn.Module:
    from intaglio.stdlib.nn.translate import Translator

    return Translator(facts["height"], facts["width"], facts["ways"])


def _learn(lesson: Lesson, settings: Train) -> Learning:
    from intaglio.runtime.keys.digests import derive
    from intaglio.stdlib.nn import chunks, translate
    from intaglio.stdlib.nn.training import Learning

    regimen = lesson.regimen
    paired = settings.pairing != "none"
    contest = translate.Contest(lesson.height, lesson.width, 1 if paired else 2, regimen)
    first = lesson.batches_of(0, regimen.seed)
    second = lesson.batches_of(1, regimen.seed if paired else derive(regimen.seed, "second"))
    train = translate.train_pairs if paired else translate.train_sets
    return Learning(
        facts={"ways": 1 if paired else 2},
        losses=translate.LOSSES,
        parts=contest.parts,
        average=contest.average,
        loop=partial(train, contest, first, second, regimen, lesson.operations),
        beside={"judge": contest.D},
        glimpse=partial(chunks.beside, contest.average.network, lesson.sets[0]),
    )


def _over(network: Any, reverse: bool) -> Callable[[Tensor], Tensor]:
    if not reverse:
        forth: Callable[[Tensor], Tensor] = network.forth
        return forth
    if network.back is None:
        raise Fault(ONE_WAY, "pairing none")
    back: Callable[[Tensor], Tensor] = network.back
    return back


def _reads(facts: Facts) -> int:
    return int(facts["ways"])


def _multiple(facts: Facts) -> int:
    from intaglio.stdlib.nn.blocks import grid

    height, width = facts["height"], facts["width"]
    return int(height // grid(height, width)[0])


# Which belong together ------------------------------------------------------------------------------------------------

_SUFFIX = re.compile(r"\.[a-z]\w{2,3}(?=$| )", re.IGNORECASE)  # of a file, before what a step has put after its name


def _match(settings: Train, sets: Sequence[ImageSet]) -> Sequence[Match] | None:
    if settings.pairing == "same-place":
        return _by_place(*sets)
    return _by_name(*sets) if settings.pairing == "same-name" else None


def _by_place(first: ImageSet, second: ImageSet) -> Sequence[Match]:
    if len(first) != len(second):
        raise Fault(
            "To pair images by their place, there must be as many in both sets; here are"
            f" {len(first)} and {len(second)}.",
            "pairing same-name" if _named(first).keys() == _named(second).keys() else "pairing none",
        )
    return [(i, i) for i in range(len(first))]


def _by_name(first: ImageSet, second: ImageSet) -> Sequence[Match]:
    one, other = _named(first), _named(second)
    for images, names in ((first, one), (second, other)):
        if len(names) < len(images):
            twice = next(n for n in names if sum(_plain(each) == n for each in images.names) > 1)
            raise Fault(
                f"To pair images by name, each must be called differently in its set; more than one is `{twice}`.",
                "pairing same-place" if len(first) == len(second) else "pairing none",
            )
    lonely = sorted(one.keys() ^ other.keys())
    if lonely:
        told = ", ".join(f"`{name}`" for name in lonely[:3])
        more = f" and {len(lonely) - 3} more" if len(lonely) > 3 else ""
        matched = len(one.keys() & other.keys())
        raise Fault(
            f"{matched} of {len(one)} images have a partner of the same name. Only one of both sets has {told}{more}.",
            "pairing same-place" if not matched and len(first) == len(second) else "pairing none",
        )
    return [(place, other[name]) for name, place in one.items()]


def _named(images: ImageSet) -> dict[str, int]:
    """The place of each image by what it is called, whatever sort of file it is."""
    return {_plain(name): place for place, name in enumerate(images.names)}


def _plain(name: str) -> str:
    return _SUFFIX.sub("", name)


SORT = Sort(
    name="translate",
    suits={"steps": 1000, "batch": 8, "rate": 1e-3, "augment": (), "pairing": "none"},
    speaks=("pairing",),
    layers=(Depth("layer", 0, deeper=1), Depth("inward", 0, deeper=1)),
    apart=2,
    match=_match,
    build=_build,
    learn=_learn,
    over=_over,
    reads=_reads,
    one_way=("pairing", ("same-name", "same-place")),
    multiple=_multiple,
    says={"ways": lambda ways: "pairing none" if ways == 2 else "pairing same-name"},
)
