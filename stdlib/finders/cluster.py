"""cluster: images sorted by what they look like. See `images/clustering.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from intaglio.lang.vocabulary import Finds, Number
from intaglio.runtime.contract import Line, setting
from intaglio.stdlib.finders import Finder, Numbers, Remark, Said, Sight


class Cluster(Line):
    """Sort the images into groups by what they look like, named `cluster-1` and so on."""

    finds: ClassVar[Finds] = Finds("cluster", "clusters", count="count")
    by_chance: ClassVar[bool] = True

    count: Annotated[int, Number(2, 1000, whole=True, usual=5)] = setting(doc="How many groups.")


def _sort(sights: Sequence[Sight], said: Said, seed: int, remark: Remark) -> Numbers:
    from intaglio.stdlib.images.clustering import clustered

    count: int = said["count"]
    numbers: list[int] = clustered([sight.look for sight in sights], count, seed).tolist()
    found = max(numbers) + 1
    if found < count:
        remark(f"Only {found} of these look different, so `cluster {count}` made no more groups.")
    return numbers


FINDER = Finder(word="cluster", line=Cluster, sort=_sort)
