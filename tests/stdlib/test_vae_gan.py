"""`model vae-gan`, tried on a small film: what it draws again is the frame, and is sharp."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.stdlib import instruments
from intaglio.stdlib.instruments import pairs
from intaglio.stdlib.stages.rebuild import rebuild
from intaglio.stdlib.stages.train import train
from tests.stdlib.context import Bench

FRAMES, HEIGHT, WIDTH = 96, 24, 32
STEPS = {"vae-gan": 400, "autoencoder": 650}  # which take as long


def film() -> list[NDArray[np.uint8]]:
    """A red ball and a green board that move over a gradient, and come back to where they began."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    return [_frame(x, y, 2 * math.pi * number / FRAMES) for number in range(FRAMES)]


def _frame(x: NDArray[Any], y: NDArray[Any], turn: float) -> NDArray[np.uint8]:
    pixels = np.stack([60 + 90 * x / WIDTH, 70 + 60 * y / HEIGHT, 140 - 60 * x / WIDTH], -1)
    ball = (WIDTH * (0.5 + 0.3 * math.cos(turn)), HEIGHT * (0.5 + 0.28 * math.sin(2 * turn)))
    board = (WIDTH * (0.5 + 0.32 * math.cos(3 * turn + 1)), HEIGHT * (0.5 + 0.3 * math.sin(turn + 2)))
    pixels[(x - ball[0]) ** 2 + (y - ball[1]) ** 2 < 16] = (240, 80, 40)
    pixels[(abs(x - board[0]) < 3) & (abs(y - board[1]) < 4)] = (40, 220, 120)
    return pixels.astype(np.uint8)


def remembered(bench: Bench, frames: Artifact, model: str) -> list[NDArray[np.uint8]]:
    """The frames again, by a model that learnt them."""
    learnt = bench.make(train, {"model": model, "latent": 32, "steps": STEPS[model]}, sources=[frames])
    rebuilt = ImageSet(bench.make(rebuild, sources=[frames], models=[learnt]))
    return [rebuilt[number] for number in range(len(rebuilt))]


def fidelity(frames: list[NDArray[np.uint8]], others: list[NDArray[np.uint8]]) -> float:
    """The mean PSNR, in dB."""
    return float(np.mean(instruments.of_pairs(frames, others)["psnr"]))


def sharpness(frames: list[NDArray[np.uint8]]) -> float:
    return float(np.mean([pairs.sharpness(frame) for frame in frames]))


@pytest.mark.slow
def test_a_film_is_remembered_frame_by_frame_and_sharper_than_by_an_autoencoder(bench: Bench) -> None:
    frames = film()
    images = bench.images(frames)
    mean = [np.mean(frames, 0).astype(np.uint8)] * FRAMES

    learned, plain = (remembered(bench, images, model) for model in ("vae-gan", "autoencoder"))

    shuffled = [learned[number] for number in np.random.default_rng(0).permutation(FRAMES)]
    assert fidelity(frames, learned) >= fidelity(frames, shuffled) + 6
    assert fidelity(frames, learned) >= fidelity(frames, mean) + 4
    assert sharpness(plain) * 1.25 < sharpness(learned) < sharpness(frames) * 1.25  # noise would be sharper still
