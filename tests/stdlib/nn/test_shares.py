"""Shares: what each of several processes has of a batch, put together, is the whole of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
from torch import Tensor

from intaglio.stdlib.learning import ranks
from intaglio.stdlib.nn import augment, batches, machine, noise, shares, style

BATCH = 24
Shared = Callable[[Callable[[], Tensor], int], list[Tensor]]


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    """`shared(of, count)` is what each of `count` processes has that nobody talks to."""

    def each(of: Callable[[], Tensor], count: int) -> list[Tensor]:
        found = []
        for rank in range(count):
            monkeypatch.setattr(shares, "_group", shares._Group(rank, count, []))
            found.append(of())
        monkeypatch.setattr(shares, "_group", None)
        return found

    return each


def together(parts: list[Tensor], dim: int = 0) -> Tensor:
    """Shares put together, the first of each first."""
    return torch.stack(parts, dim + 1).flatten(dim, dim + 1)


@pytest.mark.parametrize("count", [2, 3, 6])
@pytest.mark.parametrize("dim", [0, 1, 2])
@pytest.mark.parametrize("numbers", [noise.normal, noise.uniform])
def test_chance_is_drawn_for_the_whole_batch(numbers: Any, dim: int, count: int, shared: Shared) -> None:
    shape = [2, 2, 2]
    shape[dim] = BATCH

    def drawn() -> Tensor:
        own = [shares.size(n) if place == dim else n for place, n in enumerate(shape)]
        return shares.draw(numbers, own, noise.generator(1, "try"), dim)

    assert torch.equal(drawn(), together(shared(drawn, count), dim))


@pytest.mark.parametrize("count", [2, 3, 6])
def test_a_batch_its_groups_and_their_changes_are_shared(count: int, shared: Shared) -> None:
    pictures = torch.randint(0, 256, (7, 3, 8, 8), dtype=torch.uint8, generator=torch.Generator().manual_seed(1))
    cut = batches.Batches(pictures, BATCH, 3, torch.tensor([0, 1, 2, 0, 1, 2, 0]))

    def seen() -> Tensor:
        return augment.apply(cut.at(5), ("flip", "shift", "colour", "cutout"), 0.5, 3, 5)

    def kinds() -> Tensor:
        groups = cut.groups_at(5)
        assert groups is not None
        return groups

    assert torch.equal(seen(), together(shared(seen, count)))
    assert torch.equal(kinds(), together(shared(kinds, count)))


@pytest.mark.parametrize("count", [2, 3])
def test_a_share_of_fours_holds_whole_groups_of_those_that_a_judge_compares(count: int, shared: Shared) -> None:
    seen = noise.normal((BATCH, 3, 4, 4), noise.generator(1, "try"))

    def spread() -> Tensor:
        return style.variety(shares.part(seen))

    assert torch.equal(spread(), together(shared(spread, count)))


def test_alone_nothing_is_touched() -> None:
    t = torch.randn(8, 3, requires_grad=True)

    assert all(each is t for each in (shares.part(t), shares.part(t, 1), shares.mean(t), shares.whole(t)))
    assert torch.equal(t.var(0, correction=0), shares.variance(t))


CARDS = [torch.device("cuda", number) for number in range(4)]


@pytest.mark.parametrize(
    ("batch", "cards", "used", "line"),
    [
        (16, 1, 1, None),
        (8, 2, 2, None),
        (8, 4, 2, "batch 16"),
        (16, 4, 4, None),
        (24, 4, 3, "batch 32"),
        (6, 2, 1, "batch 8"),
        (64, 3, 2, "batch 60"),
    ],
)
def test_as_many_cards_share_a_batch_as_can_have_equal_fours_of_it(
    batch: int, cards: int, used: int, line: str | None
) -> None:
    told = ranks.idle(batch, CARDS[:cards])

    assert CARDS[:used] == [*ranks.sharing(batch, CARDS[:cards])]
    assert line == (told and told[1])
    assert told is None or f"{used} of {cards} graphics cards" in told[0]


def test_what_is_other_arithmetic_is_told_apart() -> None:
    assert machine.fingerprint() == machine.fingerprint(count=1)
    assert machine.fingerprint() + ", shared by 2" == machine.fingerprint(count=2)
