"""Parcels: how far it is goes with what is there, whatever order pictures are written in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pytest

from intaglio.runtime.artifacts.images import digest_of
from intaglio.runtime.contract import Cancelled
from intaglio.stdlib.parcels import Place, filled
from intaglio.stdlib.stages.rebuild import rebuild
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.images import Pixels

COUNT = 30
IMAGES = pictures(COUNT)


class Shelf:
    """A run of thirty pictures of which some are lacking, and what was drawn, told and given of them."""

    def __init__(self, bench: Bench, lacking: Sequence[int], stop_after: int = 0) -> None:
        self._context = bench.context(rebuild, sources=[bench.images(IMAGES)])
        self._stop_after = stop_after
        for number in set(range(COUNT)) - set(lacking):
            self._context.items.keep(number, IMAGES[number])
        self.drawn: list[int] = []
        self.kept: list[int] = []  # how many are kept whenever one is told of
        self.given: list[str] = []

    def fill(self) -> None:
        places = (Place(self._context, number) for number in range(COUNT))
        self.given = [digest_of(picture.pixels) for picture in filled(places, self._draw, self._there)]

    def _draw(self, places: Sequence[Place]) -> Iterator[Pixels]:
        for place in places:
            self.drawn.append(place.number)
            yield IMAGES[place.number]

    def _there(self) -> None:
        self.kept.append(sum(self._context.items.found(number) is not None for number in range(COUNT)))
        if len(self.kept) == self._stop_after:
            raise Cancelled


def test_what_lies_behind_a_lacking_picture_counts_as_it_is_found_and_a_stop_is_heeded_there(bench: Bench) -> None:
    shelf = Shelf(bench, lacking=[1], stop_after=5)

    with pytest.raises(Cancelled):
        shelf.fill()

    assert [] == shelf.drawn


def test_a_parcel_counts_once_it_is_kept_and_a_stop_then_loses_none_of_it(bench: Bench) -> None:
    shelf = Shelf(bench, lacking=range(10), stop_after=1)

    with pytest.raises(Cancelled):
        shelf.fill()

    assert [*range(8)] == shelf.drawn
    assert [COUNT - 2] == shelf.kept


@pytest.mark.parametrize("lacking", [[], [0], [1, 28], [*range(17)], [*range(COUNT)]])
def test_every_picture_is_told_of_once_and_given_in_its_place(bench: Bench, lacking: list[int]) -> None:
    shelf = Shelf(bench, lacking)
    shelf.fill()

    assert COUNT == len(shelf.kept)
    assert lacking == shelf.drawn
    assert [digest_of(image) for image in IMAGES] == shelf.given
