"""Augmentations: differentiable, in a fixed order, and nothing at all where they are unlikely enough."""

from __future__ import annotations

import pytest
import torch

from intaglio.stdlib.nn import augment

EVERY = sorted(augment.OPERATIONS)


def batch() -> torch.Tensor:
    return torch.rand(4, 3, 16, 24, generator=torch.Generator().manual_seed(0)) * 2 - 1


@pytest.mark.parametrize("name", EVERY)
def test_an_operation_that_never_acts_leaves_pictures_as_they_were(name: str) -> None:
    x = batch()

    assert torch.allclose(augment.apply(x, [name], 0.0, 7), x, atol=1e-5)


@pytest.mark.parametrize("name", EVERY)
def test_an_operation_that_acts_changes_pictures_and_lets_gradients_through(name: str) -> None:
    x = batch().requires_grad_()

    y = augment.apply(x, [name], 1.0, 7)
    y.sum().backward()  # type: ignore[no-untyped-call]

    assert y.shape == x.shape
    assert not torch.equal(y, x)
    assert x.grad is not None
    assert torch.isfinite(x.grad).all()


def test_operations_are_done_in_one_order_whatever_the_order_of_their_names() -> None:
    x = batch()

    assert torch.equal(augment.apply(x, EVERY, 0.5, 7, 1), augment.apply(x, EVERY[::-1], 0.5, 7, 1))


def test_a_flip_mirrors_left_and_right() -> None:
    x = batch()

    y = augment.flip(x, torch.ones(4), torch.tensor([[0.1, 0.9, 0.1, 0.9]]).expand(3, 4))

    assert torch.equal(y, torch.stack([x[0].flip(2), x[1], x[2].flip(2), x[3]]))


def test_a_shift_moves_and_mirrors_what_comes_in() -> None:
    x = torch.arange(8.0).expand(1, 1, 8, 8)

    y = augment.shift(x, torch.ones(1), torch.tensor([[0.5], [1.0], [0.0]]))  # one to the left

    assert y[0, 0, 0].tolist() == [1, 2, 3, 4, 5, 6, 7, 6]


def test_augmentation_grows_while_pictures_are_known_by_heart_and_shrinks_after() -> None:
    adaptive = augment.Adaptive(batch=500)

    for _ in range(5):
        adaptive.hear(torch.ones(500))
    grown = float(adaptive.p)
    for _ in range(3):
        adaptive.hear(-torch.ones(500))

    assert grown == pytest.approx(0.5)
    assert float(adaptive.p) == pytest.approx(0.2)
