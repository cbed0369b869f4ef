"""`model vae`: its pictures are clouds that lie together, and by `beta` more or less so."""

from __future__ import annotations

import csv
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.stdlib.stages.rebuild import rebuild
from intaglio.stdlib.stages.train import train
from tests.stdlib.context import Bench

SIDE = 16


def squares(count: int) -> list[NDArray[np.uint8]]:
    """A light square that lies anywhere on a dark ground: two numbers, and a third for its shade."""
    source = np.random.default_rng(5)
    pictures = []
    for _ in range(count):
        picture = np.full((SIDE, SIDE, 3), 30, np.uint8)
        y, x = source.integers(0, SIDE - 5, 2)
        picture[y : y + 6, x : x + 6] = source.integers(100, 256)
        pictures.append(picture)
    return pictures


def learnt(bench: Bench, images: Artifact, model: str, **settings: Any) -> Artifact:
    return bench.make(train, {"model": model, "latent": 8, "steps": 250, **settings}, sources=[images])


def last(model: Artifact, loss: str) -> float:
    with model.seen["losses.csv"].open(newline="") as file:
        return float(list(csv.DictReader(file))[-1][loss])


def spreads(model: Artifact) -> torch.Tensor:
    """How far pictures lie from their middle, along each principal direction: (Z,)."""
    return load_file(model.result["model.safetensors"])["spread"].norm(dim=1)


@pytest.mark.slow
def test_clouds_lie_closer_together_than_points_and_closer_by_beta(bench: Bench) -> None:
    images = bench.images(squares(120))

    points, *clouds = (
        learnt(bench, images, model, beta=beta)
        for model, beta in (("autoencoder", 1.0), ("vae", 0.1), ("vae", 1.0), ("vae", 20.0))
    )

    loose, usual, close = (spreads(cloud) for cloud in clouds)
    assert float(loose.max()) > 1.2 * float(usual.max()) > 1.2 * 1.2 * float(close.max())
    assert float(usual.max()) < 0.8 * float(spreads(points).max())
    assert 0.5 < float(close.min()) <= float(close.max()) < 2.0  # the standard normal has 1 in all directions
    assert [*sorted(last(cloud, "prior") for cloud in clouds)] == [last(cloud, "prior") for cloud in reversed(clouds)]
    assert last(clouds[0], "loss") < last(clouds[2], "loss")


@pytest.mark.slow
def test_a_vae_remembers_a_picture(bench: Bench) -> None:
    pictures = squares(120)
    images = bench.images(pictures)

    rebuilt = ImageSet(bench.make(rebuild, sources=[images], models=[learnt(bench, images, "vae")])).uniform()

    stack = np.stack(pictures).astype(float)
    mine, mean = ((rebuilt - stack) ** 2).mean(), ((stack.mean(0) - stack) ** 2).mean()
    assert mine < mean / 4
