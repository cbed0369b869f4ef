"""Batches: every picture once an epoch, in an order that contents and seed decide."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.stdlib.nn import batches


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 9), st.integers(1, 30))
def test_every_picture_is_seen_once_an_epoch(count: int, batch: int) -> None:
    cut = batches.Batches(torch.zeros(count, 3, 8, 8, dtype=torch.uint8), batch, seed=3)

    seen = np.concatenate([cut.indices(step) for step in range(count)])  # `batch` epochs

    assert [sorted(epoch) for epoch in seen.reshape(batch, count).tolist()] == [list(range(count))] * batch


def test_a_step_is_the_same_whether_or_not_those_before_it_were_taken() -> None:
    pictures = torch.zeros(7, 3, 8, 8, dtype=torch.uint8)
    walked, jumped = batches.Batches(pictures, 3, 1), batches.Batches(pictures, 3, 1)

    steps = [walked.indices(step).tolist() for step in range(40)]

    assert jumped.indices(39).tolist() == steps[39]


def test_pictures_lie_sorted_by_content() -> None:
    images = np.arange(3, dtype=np.uint8)[:, None, None, None] * np.ones((1, 8, 8, 3), np.uint8)

    sorted_ = batches.pictures(images, ["c", "a", "b"])

    assert sorted_[:, 0, 0, 0].tolist() == [1, 2, 0]


def test_pixels_survive_the_way_to_numbers_and_back() -> None:
    pixels = torch.arange(256, dtype=torch.uint8).view(1, 1, 16, 16).expand(1, 3, 16, 16)

    back = batches.as_pixels(batches.as_numbers(pixels))

    assert np.array_equal(back, pixels.permute(0, 2, 3, 1).numpy())


def test_numbers_out_of_range_become_black_and_white() -> None:
    x = torch.tensor([-1.5, 1.5]).view(2, 1, 1, 1).expand(2, 3, 1, 1)

    assert batches.as_pixels(x)[:, 0, 0, 0].tolist() == [0, 255]
