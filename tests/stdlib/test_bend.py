"""bend: identities are bit-equal, each transform changes what is drawn, `on` reaches what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from intaglio.lang.ir import Step
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault
from intaglio.stdlib import registry
from intaglio.stdlib.layers import chosen
from intaglio.stdlib.nn import families
from intaglio.stdlib.nn.bending import Mask
from intaglio.stdlib.nn.bends import known_of
from tests.stdlib.conftest import FROM_CHANCE, HEIGHT, WIDTH, pictures
from tests.stdlib.context import Bench

KINDS = registry.kinds()
IDENTITIES = [
    Step(word="scale", values={"amount": 1.0}),
    Step(word="rotate", values={"amount": 0.0}),
    Step(word="noise", values={"amount": 0.0}),
    Step(word="swap", values={"amount": 0.0}),
    Step(word="glitch", values={"amount": 0.0}),
]
TRANSFORMS = [
    Step(word="invert", values={}),
    Step(word="ablate", values={}),
    Step(word="scale", values={"amount": 3.0}),
    Step(word="rotate", values={"amount": 40.0}),
    Step(word="translate", values={"across": 0.3, "down": 0.0}),
    Step(word="threshold", values={"amount": 0.1}),
    Step(word="flip", values={"way": "across"}),
    Step(word="flip", values={"way": "down"}),
    Step(word="erode", values={"amount": 1}),
    Step(word="dilate", values={"amount": 1}),
    Step(word="noise", values={"amount": 1.0}),
    Step(word="swap", values={"amount": 1.0}),
    Step(word="glitch", values={"amount": 0.5}),
]


def drawn(bench: Bench, model: Artifact) -> NDArray[Any]:
    made = bench.make(KINDS["sample"], {"count": 4}, models=[model])
    return np.stack(list(ImageSet(made))).astype(float)


def at(step: Step, layer: str) -> Step:
    return step.model_copy(update={"values": {**step.values, "at": layer}})


@pytest.mark.parametrize("model", FROM_CHANCE)
@pytest.mark.parametrize("step", IDENTITIES, ids=lambda step: step.word)
def test_what_changes_nothing_draws_the_same_bits(
    bench: Bench, trained: Callable[[str], Artifact], model: str, step: Step
) -> None:
    bent = bench.make(KINDS["bend"], steps=[at(step, "all")], models=[trained(model)])

    np.testing.assert_allclose(drawn(bench, bent), drawn(bench, trained(model)), atol=1 if step.word == "rotate" else 0)


@pytest.mark.parametrize("model", FROM_CHANCE)
@pytest.mark.parametrize("step", TRANSFORMS, ids=lambda step: step.word)
def test_every_transform_changes_what_is_drawn_and_no_weight_but_for_glitch(
    bench: Bench, trained: Callable[[str], Artifact], model: str, step: Step
) -> None:
    bent = bench.make(KINDS["bend"], steps=[at(step, "all")], models=[trained(model)])
    weights = [artifact.result["model.safetensors"].read_bytes() for artifact in (bent, trained(model))]

    assert np.abs(drawn(bench, bent) - drawn(bench, trained(model))).mean() > 0.1
    assert (weights[0] == weights[1]) == (step.word != "glitch")


def test_a_picture_of_a_bent_model_does_not_depend_on_its_neighbours(
    bench: Bench, trained: Callable[[str], Artifact]
) -> None:
    steps = [at(Step(word="noise", values={"amount": 1.0}), "early"), at(TRANSFORMS[5], "late")]
    bent = bench.make(KINDS["bend"], steps=steps, models=[trained("gan")])
    few = bench.make(KINDS["sample"], {"count": 2}, models=[bent])
    many = bench.make(KINDS["sample"], {"count": 11}, models=[bent])

    np.testing.assert_array_equal(np.stack(list(ImageSet(few))), np.stack(list(ImageSet(many))[:2]))


def test_bends_of_a_bent_model_come_after_its_own(bench: Bench, trained: Callable[[str], Artifact]) -> None:
    flip = at(Step(word="flip", values={"way": "across"}), "layer-2")
    once = bench.make(KINDS["bend"], steps=[flip], models=[trained("gan")])
    twice = bench.make(KINDS["bend"], steps=[flip], models=[once])

    np.testing.assert_array_equal(drawn(bench, twice), drawn(bench, trained("gan")))


def test_a_larger_share_reaches_all_that_a_smaller_one_does(bench: Bench, trained: Callable[[str], Artifact]) -> None:
    def reached(share: float, seed: int = 0) -> set[int]:
        on = Step(word="on", values={"which": "share", "amount": share})
        bent = bench.make(KINDS["bend"], steps=[on, at(TRANSFORMS[0], "layer-1")], models=[trained("gan")], seed=seed)
        return set(json.loads(bent.result["model.json"].read_bytes())["bends"][0]["features"])

    assert reached(0.2) < reached(0.6)
    assert reached(0.2) != reached(0.2, seed=1)


def test_a_glitch_grows_with_its_share_and_goes_by_seed(bench: Bench, trained: Callable[[str], Artifact]) -> None:
    def bent(share: float, seed: int = 0) -> NDArray[Any]:
        step = at(Step(word="glitch", values={"amount": share}), "all")
        return drawn(bench, bench.make(KINDS["bend"], steps=[step], models=[trained("autoencoder")], seed=seed))

    base = drawn(bench, trained("autoencoder"))
    distances = [np.abs(bent(share) - base).mean() for share in (0.02, 0.2, 0.9)]

    assert sorted(distances) == distances
    np.testing.assert_array_equal(bent(0.2), bent(0.2))
    assert (bent(0.2) != bent(0.2, seed=1)).any()


def test_families_are_features_that_light_up_alike() -> None:
    source = np.random.default_rng(0)
    shapes = source.standard_normal((3, 64))
    loud = np.array([5.0, 1.0, 0.2])
    maps = np.concatenate([shapes[k] * loud[k] + 0.01 * source.standard_normal((4, 64)) for k in (1, 0, 2)])

    assert [[4, 5, 6, 7], [0, 1, 2, 3], [8, 9, 10, 11]] == families.families(maps, 3)


def test_every_feature_is_of_one_family_and_none_is_empty() -> None:
    maps = np.random.default_rng(1).standard_normal((10, 9))

    found = families.families(maps, 7)

    assert list(range(10)) == sorted(feature for family in found for feature in family)
    assert all(found)


def test_what_is_known_of_a_model_is_as_if_found_out_anew_and_never_of_one_that_was_glitched(
    bench: Bench, trained: Callable[[str], Artifact]
) -> None:
    on = Step(word="on", values={"which": "cluster", "amount": 1.0, "of": 3})
    glitch = at(Step(word="glitch", values={"amount": 0.9}), "layer-1")
    lines = [on, at(TRANSFORMS[0], "layer-2")]

    def made(steps: list[Step]) -> str:
        return bench.make(KINDS["bend"], steps=steps, models=[trained("gan")]).digest

    known_of.cache_clear()
    anew = made([glitch, *lines]), made(lines)
    known_of.cache_clear()
    again = made(lines), made(lines), made([glitch, *lines]), made(lines)

    assert (anew[1], anew[1], anew[0], anew[1]) == again


# Masks --------------------------------------------------------------------------------------------------------------


def masked(bench: Bench, model: Artifact, step: Step, bright: Any) -> Artifact:
    """A model bent where a mask, from 0 to 1, is bright."""
    image = (np.ones((HEIGHT, WIDTH, 3)) * np.asarray(bright, float)[..., None] * 255).astype(np.uint8)
    shapes = bench.images([image])
    return bench.make(KINDS["bend"], steps=[step], models=[model], beside={"mask": shapes})


@pytest.mark.parametrize("model", FROM_CHANCE)
@pytest.mark.parametrize("step", TRANSFORMS[:-1], ids=lambda step: step.word)
def test_a_black_mask_changes_no_bit_and_a_white_one_is_none(
    bench: Bench, trained: Callable[[str], Artifact], model: str, step: Step
) -> None:
    step = at(step, "all")
    black, white = (masked(bench, trained(model), step, [[bright]]) for bright in (0, 1))
    whole = bench.make(KINDS["bend"], steps=[step], models=[trained(model)])

    np.testing.assert_array_equal(drawn(bench, black), drawn(bench, trained(model)))
    np.testing.assert_array_equal(drawn(bench, white), drawn(bench, whole))


def test_what_is_black_stays_as_it_was_and_what_is_white_is_bent(
    bench: Bench, trained: Callable[[str], Artifact]
) -> None:
    bright = np.zeros((HEIGHT, WIDTH))
    bright[:, WIDTH // 2 :] = 1
    last = at(TRANSFORMS[0], "layer-3")
    half = drawn(bench, masked(bench, trained("style-gan"), last, bright))
    whole = drawn(bench, bench.make(KINDS["bend"], steps=[last], models=[trained("style-gan")]))
    plain = drawn(bench, trained("style-gan"))

    np.testing.assert_array_equal(half[:, :, : WIDTH // 2], plain[:, :, : WIDTH // 2])
    np.testing.assert_array_equal(half[:, :, WIDTH // 2 :], whole[:, :, WIDTH // 2 :])


def test_a_mask_is_soft_where_the_grid_is_coarse() -> None:
    import torch

    bright = torch.zeros(1, 1, 16, 16)
    bright[..., 8:] = 1
    mask = Mask(bright)
    coarse, own = mask.on(4, 4)[0, 0, 0].tolist(), mask.on(16, 16)

    assert coarse == sorted(coarse)
    assert (coarse[0], coarse[-1]) == (0.0, 1.0)
    assert 0 < coarse[1] < 0.5 < coarse[2] < 1
    assert torch.equal(own, bright)


def test_a_bend_with_another_mask_comes_after_its_own(bench: Bench, trained: Callable[[str], Artifact]) -> None:
    left = np.zeros((HEIGHT, WIDTH))
    left[:, : WIDTH // 2] = 1
    last = at(TRANSFORMS[0], "layer-3")
    halves = masked(bench, masked(bench, trained("style-gan"), last, left), last, 1 - left)
    whole = bench.make(KINDS["bend"], steps=[last], models=[trained("style-gan")])

    assert len([name for name in halves.result if "mask" in name]) == 2
    np.testing.assert_array_equal(drawn(bench, halves), drawn(bench, whole))


def test_models_bent_by_other_masks_are_not_merged(bench: Bench, trained: Callable[[str], Artifact]) -> None:
    step = at(TRANSFORMS[0], "all")
    both = [masked(bench, trained("gan"), step, [[bright]]) for bright in (0.25, 0.5)]

    with pytest.raises(Fault, match="bent in different ways"):
        bench.make(KINDS["merge"], models=both)


def test_a_mask_is_one_image(bench: Bench, trained: Callable[[str], Artifact]) -> None:
    shapes, steps = bench.images(pictures(3)), [at(TRANSFORMS[0], "all")]
    with pytest.raises(Fault, match="one image, and there are 3") as caught:
        bench.make(KINDS["bend"], steps=steps, models=[trained("gan")], beside={"mask": shapes})

    assert caught.value.hint == "take 1"


def test_a_mask_says_nothing_to_a_glitch_and_that_is_remarked_on(
    bench: Bench, trained: Callable[[str], Artifact]
) -> None:
    glitch = at(TRANSFORMS[-1], "all")
    bent = masked(bench, trained("gan"), glitch, [[0]])
    remarks = [told for _, told in bench.remarks]
    whole = bench.make(KINDS["bend"], steps=[glitch], models=[trained("gan")])

    np.testing.assert_array_equal(drawn(bench, bent), drawn(bench, whole))
    assert len(remarks) == 1
    assert "`glitch`" in remarks[0]


# What is refused ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([], "no line that says how"),
        ([Step(word="on", values={"which": "all"})], "no line that says how"),
        ([at(TRANSFORMS[0], "layer-9")], "no layer `layer-9`"),
        ([Step(word="on", values={"which": "share"}), at(TRANSFORMS[0], "all")], "how many of the features"),
        (
            [Step(word="on", values={"which": "cluster", "amount": 3.0, "of": 2}), at(TRANSFORMS[0], "all")],
            "which family",
        ),
        (
            [Step(word="on", values={"which": "cluster", "amount": 1.0, "of": 900}), at(TRANSFORMS[0], "layer-1")],
            "make no 900 families",
        ),
    ],
)
def test_what_cannot_be_bent_is_told(
    bench: Bench, trained: Callable[[str], Artifact], steps: list[Step], told: str
) -> None:
    with pytest.raises(Fault, match=told):
        bench.make(KINDS["bend"], steps=steps, models=[trained("gan")])


def test_layers_are_called_by_thirds_or_by_number() -> None:
    there = ["inward-1", "layer-1", "layer-2", "layer-3", "layer-4", "layer-5"]

    assert ["layer-1", "layer-2"] == chosen(["early"], there)
    assert ["layer-3"] == chosen(["middle"], there)
    assert ["layer-4", "layer-5"] == chosen(["late"], there)
    assert there[1:] == chosen(["all", "layer-2"], there)
    assert ["inward-1", "layer-1"] == chosen(["layer-1", "inward-1"], there)
    assert ["layer-1"] == chosen(["middle"], ["layer-1"])


def test_no_name_of_a_person_or_a_place_is_in_a_bent_model(bench: Bench, trained: Callable[[str], Artifact]) -> None:
    bent = bench.make(KINDS["bend"], steps=[at(TRANSFORMS[0], "all")], models=[trained("gan")])

    assert str(Path.home()) not in bent.result["model.json"].read_text()
