"""merge: shares of one are the model itself, layers are put in whole, strangers are refused."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from safetensors.numpy import load_file

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault, Given
from intaglio.stdlib import registry
from tests.stdlib.conftest import MODELS, pictures
from tests.stdlib.context import Bench

KINDS = registry.kinds()


@pytest.fixture
def autumn(bench: Bench, trained: Callable[[str], Artifact]) -> Artifact:
    """A gan that went on from `trained("gan")`."""
    images = bench.images(pictures(6, seed=1))
    settings = {"model": "gan", "steps": 2, "batch": 4, "latent": 8}
    return bench.make(KINDS["train"], settings, sources=[images], models=[trained("gan")])


@pytest.mark.parametrize("model", MODELS)
def test_a_model_merged_with_itself_is_itself(bench: Bench, trained: Callable[[str], Artifact], model: str) -> None:
    merged = bench.make(KINDS["merge"], models=[trained(model), trained(model)])

    assert trained(model).digest == merged.digest


def test_a_whole_share_is_that_model(bench: Bench, trained: Callable[[str], Artifact], autumn: Artifact) -> None:
    merged = bench.make(KINDS["merge"], {"weights": (0.0, 1.0)}, models=[trained("gan"), autumn])

    weights = [load_file(artifact.result["model.safetensors"]) for artifact in (merged, autumn)]
    for name, tensor in weights[0].items():
        if tensor.dtype == np.float32:
            np.testing.assert_array_equal(tensor, weights[1][name])


def test_shares_are_parts_of_their_sum(bench: Bench, trained: Callable[[str], Artifact], autumn: Artifact) -> None:
    models = [trained("gan"), autumn]

    parts = bench.make(KINDS["merge"], {"weights": (2.0, 1.0)}, models=models)
    scaled = bench.make(KINDS["merge"], {"weights": (1.0, 0.5)}, models=models)
    even = bench.make(KINDS["merge"], models=models)

    assert parts.digest == scaled.digest
    assert parts.digest != even.digest


def test_shares_are_told_as_they_were_said(trained: Callable[[str], Artifact], autumn: Artifact) -> None:
    models = [Given(trained("gan")), Given(autumn)]
    params = KINDS["merge"].params

    assert (0.7, 0.2) == params(weights=(0.7, 0.2)).heard(models)[0].weights
    assert (1.0, 1.0) == params().heard(models)[0].weights


def test_layers_come_from_the_merge_and_the_rest_from_the_first(
    bench: Bench, trained: Callable[[str], Artifact], autumn: Artifact
) -> None:
    settings = {"weights": (0.0, 1.0), "layers": ("early",)}
    merged = bench.make(KINDS["merge"], settings, models=[trained("gan"), autumn])

    new, spring, fall = (load_file(each.result["model.safetensors"]) for each in (merged, trained("gan"), autumn))
    changed = {name for name, tensor in new.items() if (tensor != spring[name]).any()}
    assert {"first.weight", "first.bias", "norm.weight"} <= changed
    assert not any(name.startswith("last") for name in changed)
    np.testing.assert_array_equal(new["first.weight"], fall["first.weight"])


@pytest.mark.parametrize(
    ("settings", "others", "told"),
    [
        ({}, ["autoencoder"], "built alike"),
        ({"weights": (0.5,)}, ["gan"], "`weights` says 1"),
        ({"weights": (1.0, -1.0)}, ["gan"], "come to nothing"),
        ({"layers": ("layer-9",)}, ["gan"], "no layer `layer-9`"),
    ],
)
def test_what_cannot_be_merged_is_told(
    bench: Bench, trained: Callable[[str], Artifact], settings: dict[str, object], others: list[str], told: str
) -> None:
    with pytest.raises(Fault, match=told):
        bench.make(KINDS["merge"], settings, models=[trained("gan"), *map(trained, others)])
