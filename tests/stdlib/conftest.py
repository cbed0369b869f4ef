"""Small models, each trained once for all tests that draw with it; a bench for kinds, and a studio for whole scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.run.crew import Crew
from intaglio.stdlib import registry, sorts
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

MODELS = [name for name, sort in sorts.every().items() if sort.apart]  # all that learn from images
FROM_CHANCE = [name for name in MODELS if sorts.of(name).drawer is not None]
AT_ONE_STROKE = [name for name in FROM_CHANCE if sorts.of(name).acts is sorts.at_one_stroke]
HEIGHT, WIDTH = 16, 24


def pictures(count: int, height: int = HEIGHT, width: int = WIDTH, seed: int = 0) -> list[Any]:
    """Soft gradients of random colours."""
    source = np.random.default_rng(seed)
    ramp = np.linspace(0, 1, height)[:, None, None] * np.linspace(0, 1, width)[None, :, None]
    return [
        (source.random(3) * 255 * (1 - ramp) + source.random(3) * 255 * ramp).astype(np.uint8) for _ in range(count)
    ]


def learnt_from(model: str, images: Artifact) -> list[Artifact]:
    """What a model of a sort is given to learn from, where one set is at hand: itself, as often as it needs."""
    return [images] * sorts.of(model).apart


def photographs(folder: Path, count: int = 6) -> None:
    """Pictures as files in `photos`, so that a score can begin with them."""
    (folder / "photos").mkdir()
    for number, pixels in enumerate(pictures(count)):
        Image.fromarray(pixels).save(folder / "photos" / f"{number}.png")


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Artifact]:
    """`trained("gan")` is a model that has seen a few pictures of 24 px by 16 px, for a few steps."""
    import torch

    torch.set_num_threads(1)  # for networks this small, two only wait for each other
    bench = Bench(tmp_path_factory.mktemp("models"))
    images = bench.images(pictures(6))

    @cache
    def train(model: str) -> Artifact:
        latent = 8 if "latent" in sorts.of(model).suits else None
        settings = {"model": model, "steps": 3, "batch": 4, "latent": latent}
        return bench.make(registry.kinds()["train"], settings, sources=learnt_from(model, images))

    return train


@pytest.fixture
def bench(tmp_path: Any) -> Bench:
    return Bench(tmp_path)


@pytest.fixture(scope="session")
def crew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crew]:
    """Workers that stay warm for all tests that run whole scores."""
    crew = Crew.local(1, tmp_path_factory.mktemp("workers"), light=1)
    yield crew
    crew.close()


@pytest.fixture
def studio(tmp_path: Path, crew: Crew) -> Studio:
    return Studio(tmp_path, crew)
