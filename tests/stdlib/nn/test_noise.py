"""Noise: found by seed, purpose and indices, and by nothing else."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.runtime.keys.digests import derive
from intaglio.stdlib.nn import noise


def draw(seed: int, *indices: int, purpose: str = "test") -> list[float]:
    return list(noise.normal((4,), noise.generator(seed, purpose, *indices)).tolist())


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 10**6))
def test_a_draw_is_the_same_again_whatever_was_drawn_between(seed: int, index: int) -> None:
    first = draw(seed, index)
    draw(seed, index + 1)
    torch.rand(3)

    assert draw(seed, index) == first


def test_seed_purpose_and_index_each_make_another_draw() -> None:
    draws = [draw(0, 0), draw(1, 0), draw(0, 1), draw(0, 0, purpose="other"), draw(2**32, 0)]

    assert len({tuple(numbers) for numbers in draws}) == 5


@given(st.integers(0, 2**63 - 1), st.integers(0, 2**40))
def test_a_generator_is_philox_under_the_key_that_is_derived(seed: int, index: int) -> None:
    plainly = np.random.Generator(np.random.Philox(key=derive(seed, "draw", index)))

    assert plainly.random(8).tolist() == noise.generator(seed, "draw", index).random(8).tolist()


def test_no_draw_asks_the_system_for_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(np.random.bit_generator, "randbits", lambda bits: asked.append(bits) or 1)
    noise.generator(1, "draw", 2)

    assert [] == asked


def test_weights_leave_the_state_of_torch_as_it_was() -> None:
    torch.manual_seed(5)
    expected = torch.rand(2)
    torch.manual_seed(5)

    with noise.weights(1):
        torch.rand(9)

    assert torch.equal(torch.rand(2), expected)


def test_the_arc_between_two_points_keeps_to_the_sphere_and_ends_where_it_should() -> None:
    a, b = torch.tensor([2.0, 0, 0]), torch.tensor([0, 2.0, 0])

    lengths = [float(noise.between(a, b, t / 8).norm()) for t in range(9)]
    halfway = noise.between(a, b, 0.5)

    assert torch.allclose(torch.tensor(lengths), torch.full((9,), 2.0))
    assert torch.allclose(halfway, torch.tensor([2**0.5, 2**0.5, 0.0]))
    assert torch.equal(noise.between(a, b, 0.0), a)
    assert torch.equal(noise.between(a, b, 1.0), b)


def test_between_a_point_and_itself_is_that_point() -> None:
    a = torch.tensor([1.0, 2.0])

    assert torch.allclose(noise.between(a, a, 0.3), a)
