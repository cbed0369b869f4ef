"""shots: frames of films sorted by where these were cut. See `images/shots.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from intaglio.lang.vocabulary import Finds
from intaglio.runtime.contract import Line
from intaglio.stdlib.finders import Finder, Numbers, Remark, Said, Sight
from intaglio.stdlib.measures import LOOK, SHOTS


class Shots(Line):
    """Sort the frames of a film into groups by shot, named `shot-1` and so on."""

    finds: ClassVar[Finds] = Finds("shot", "shots")


def _sort(sights: Sequence[Sight], said: Said, seed: int, remark: Remark) -> Numbers:
    from intaglio.stdlib.images.shots import numbered

    numbers = numbered(sights)
    if all(number is None for number in numbers):
        remark("There are no frames of a film here, so `shots` made no groups.")
    return numbers


FINDER = Finder(word="shots", line=Shots, sort=_sort, measures=frozenset({LOOK, SHOTS}))
