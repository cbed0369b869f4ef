"""Layers: what a sort says of its networks' layers is what they have, so that a check of a script can say it."""

from __future__ import annotations

import pytest
import torch

from intaglio.stdlib import sorts
from intaglio.stdlib.nn import parts

SIZES = [(8, 8), (16, 24), (24, 24), (32, 32), (40, 64), (64, 48), (72, 72), (104, 8), (256, 512)]
TELLING = [name for name, sort in sorts.every().items() if sort.layers]
MORE = {"latent": 2, "schedule": "flow", "std": 0.5, "ways": 2}  # facts on which no layer depends


@pytest.mark.parametrize("name", TELLING)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_sort_has_the_layers_that_it_says(name: str, width: int, height: int) -> None:
    sort = sorts.of(name)
    with torch.device("meta"):
        network = sort.build({"model": name, "height": height, "width": width, **MORE})

    said = {f"{d.name}-{n}" for d in sort.layers for n in range(1, (d.count(width, height) or 0) + 1)}
    assert set(parts.layers_of(network)) == said
