"""`bend` on a style GAN that has learnt something: where a bend acts, and which features are of one family."""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from intaglio.lang.ir import Step
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.stdlib import registry
from intaglio.stdlib.nn import families, weights
from tests.stdlib.context import Bench

pytestmark = pytest.mark.slow
KINDS = registry.kinds()
SIDE, LAYERS = 16, ("layer-1", "layer-2", "layer-3")
HALF = Step(word="on", values={"which": "share", "amount": 0.5})
WORDS: dict[str, dict[str, Any]] = {
    "invert": {},
    "ablate": {},
    "scale": {"amount": 2.0},
    "rotate": {"amount": 45.0},
    "translate": {"across": 0.25, "down": 0.0},
    "flip": {"way": "across"},
    "noise": {"amount": 1.0},
    "swap": {"amount": 0.5},
}


def lamps(count: int) -> list[Any]:
    """A bright disc of some colour, finely striped, somewhere on a dark ground."""
    source = np.random.default_rng(0)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    drawn = []
    for _ in range(count):
        (down, across), radius = source.uniform(5, 11, 2), source.uniform(3, 5)
        inside = ((y - down) ** 2 + (x - across) ** 2 < radius**2)[..., None]
        ink = source.uniform(120, 215, 3) + ((x + y) % 2 * 40)[..., None]
        drawn.append(np.where(inside, ink, source.uniform(0, 60, 3)).astype(np.uint8))
    return drawn


@pytest.fixture(scope="module")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    import torch

    torch.set_num_threads(1)
    bench = Bench(tmp_path_factory.mktemp("learnt"))
    settings = {"model": "style-gan", "steps": 100, "batch": 8, "latent": 16}
    return bench.make(KINDS["train"], settings, sources=[bench.images(lamps(48))])


def drawn(bench: Bench, model: Artifact) -> NDArray[Any]:
    return np.stack(list(ImageSet(bench.make(KINDS["sample"], {"count": 16}, models=[model])))).astype(float)


def bent(bench: Bench, model: Artifact, *steps: Step) -> NDArray[Any]:
    return drawn(bench, bench.make(KINDS["bend"], steps=steps, models=[model]))


def structure(pictures: NDArray[Any]) -> NDArray[Any]:
    """Where light and colour lie: the means of sixteen parts of each picture."""
    part = SIDE // 4
    return pictures.reshape(len(pictures), 4, part, 4, part, 3).mean((2, 4))


def strength(change: NDArray[Any]) -> float:
    return float(np.sqrt((change**2).mean()))


# Layers -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", WORDS)
def test_early_layers_change_structure_more_than_late_ones(bench: Bench, learnt: Artifact, word: str) -> None:
    base, moved = structure(drawn(bench, learnt)), []
    for layer in LAYERS:
        step = Step(word=word, values={**WORDS[word], "at": layer})
        moved.append(strength(structure(bent(bench, learnt, HALF, step)) - base))
    print(word, [round(each, 1) for each in moved])

    assert moved == sorted(moved, reverse=True)
    assert moved[0] > 1.5 * moved[2]


@pytest.mark.parametrize("word", ["rotate", "translate", "flip", "noise"])
def test_of_what_a_late_layer_changes_more_is_detail(bench: Bench, learnt: Artifact, word: str) -> None:
    base, shares = drawn(bench, learnt), []
    for layer in (LAYERS[0], LAYERS[-1]):
        change = bent(bench, learnt, HALF, Step(word=word, values={**WORDS[word], "at": layer})) - base
        shares.append(strength(structure(change)) / strength(change))
    print(word, [round(each, 2) for each in shares])

    assert shares[0] > shares[1]


# Families -----------------------------------------------------------------------------------------------------------


def agreement(one: list[list[int]], other: list[list[int]]) -> float:
    """The adjusted Rand index: 1 where two sortings are the same, about 0 where chance sorted (Hubert, Arabie 1985)."""

    def pairs(sizes: list[int]) -> int:
        return sum(comb(size, 2) for size in sizes)

    both = pairs([len({*a} & {*b}) for a in one for b in other])
    first, second = (pairs([len(family) for family in each]) for each in (one, other))
    by_chance = first * second / comb(sum(map(len, one)), 2)
    return (both - by_chance) / ((first + second) / 2 - by_chance)


def agreements(sortings: list[list[list[int]]]) -> float:
    return float(np.mean([agreement(one, other) for one, other in combinations(sortings, 2)]))


def test_agreement_is_one_for_the_same_families_and_none_for_strangers() -> None:
    chance = np.random.default_rng(0)
    shuffled = [np.array_split(chance.permutation(60), 3) for _ in range(20)]

    assert agreement([[0, 1], [2, 3]], [[2, 3], [0, 1]]) == 1
    assert abs(agreements([[part.tolist() for part in parts] for parts in shuffled])) < 0.02


@pytest.mark.parametrize("count", [3, 5])
def test_families_are_the_same_wherever_k_means_begins(learnt: Artifact, count: int) -> None:
    maps = families.maps(*weights.network_of(learnt), lambda: None)
    found = {
        layer: agreements([families.families(each, count, seed) for seed in range(5)]) for layer, each in maps.items()
    }
    print(count, {layer: round(each, 2) for layer, each in found.items()})

    assert min(found.values()) > 0.9


@pytest.mark.parametrize("count", [3, 5])
def test_families_are_much_the_same_whatever_drawings_they_are_found_by(learnt: Artifact, count: int) -> None:
    seen = [families.maps(*weights.network_of(learnt), lambda: None, seed) for seed in range(5)]
    found = {layer: agreements([families.families(maps[layer], count) for maps in seen]) for layer in LAYERS}
    print(count, {layer: round(each, 2) for layer, each in found.items()})

    assert min(found.values()) > 0.4


def test_a_cluster_is_the_same_for_every_seed_of_a_bend(bench: Bench, learnt: Artifact) -> None:
    steps = [
        Step(word="on", values={"which": "cluster", "amount": 2.0, "of": 5}),
        Step(word="invert", values={"at": "layer-2"}),
    ]
    first, other = (bench.make(KINDS["bend"], steps=steps, models=[learnt], seed=seed) for seed in (0, 1))

    np.testing.assert_array_equal(drawn(bench, first), drawn(bench, other))


def test_to_cull_the_loudest_family_changes_more_than_to_cull_the_quietest(bench: Bench, learnt: Artifact) -> None:
    base, changes = drawn(bench, learnt), []
    for family in (1.0, 4.0):
        on = Step(word="on", values={"which": "cluster", "amount": family, "of": 4})
        changes.append(strength(bent(bench, learnt, on, Step(word="ablate", values={"at": "layer-2"})) - base))
    print([round(each, 1) for each in changes])

    assert changes[0] > changes[1] > 0
