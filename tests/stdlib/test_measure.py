"""`measure`: numbers that are known beforehand come out, and a table of them."""

from __future__ import annotations

import csv
import json
import tracemalloc
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageFilter

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault, Given
from intaglio.stdlib import instruments
from intaglio.stdlib.instruments import pairs, plots, yardsticks
from intaglio.stdlib.models import facts_of
from intaglio.stdlib.stages.measure import measure
from intaglio.stdlib.stages.rebuild import rebuild
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

PHOTOGRAPHS = sorted((Path(__file__).parents[1] / "images").rglob("*.webp"))
Trained = Callable[[str], Artifact]


@cache
def crops(count: int, seed: int) -> list[Any]:
    """Pieces of the photographs, of all sizes, brought to 24 px."""
    chance = np.random.default_rng(seed)
    opened = [Image.open(path).convert("RGB") for path in PHOTOGRAPHS]
    made = []
    for _ in range(count):
        photograph = opened[chance.integers(len(opened))]
        side = int(chance.integers(min(photograph.size) // 4, min(photograph.size) * 3 // 4))
        x, y = (int(chance.integers(0, whole - side + 1)) for whole in photograph.size)
        made.append(np.asarray(photograph.crop((x, y, x + side, y + side)).resize((24, 24), Image.Resampling.LANCZOS)))
    return made


def noisy(images: list[Any], deviation: float) -> list[Any]:
    chance = np.random.default_rng(5)
    return [np.clip(each + chance.normal(0, deviation, each.shape), 0, 255).astype(np.uint8) for each in images]


def blurred(images: list[Any]) -> list[Any]:
    return [np.asarray(Image.fromarray(each).filter(ImageFilter.GaussianBlur(1.5))) for each in images]


# Pairs -------------------------------------------------------------------------------------------------------------


def test_an_offset_has_the_error_and_the_decibels_that_follow_from_it() -> None:
    a = np.full((9, 7, 3), 100, np.uint8)

    assert {"error": [5 / 255], "psnr": [pytest.approx(34.1514, abs=1e-4)]} == {
        name: values for name, values in instruments.of_pairs([a], [a + np.uint8(5)]).items() if name != "ssim"
    }


def test_equal_pictures_have_no_error_full_structure_and_the_most_decibels() -> None:
    (a,) = pictures(1)

    assert {"error": [0.0], "psnr": [pairs.EQUAL], "ssim": [pytest.approx(1.0)]} == instruments.of_pairs([a], [a])


def ssim_by_hand(a: Any, b: Any) -> float:
    """SSIM as the paper writes it, place by place."""
    x, y = (each @ np.array([0.299, 0.587, 0.114]) for each in (a.astype(float), b.astype(float)))
    w = np.array([[np.exp(-((i - 5) ** 2 + (j - 5) ** 2) / (2 * 1.5**2)) for j in range(11)] for i in range(11)])
    w /= w.sum()
    found = []
    for i in range(x.shape[0] - 10):
        for j in range(x.shape[1] - 10):
            p, q = x[i : i + 11, j : j + 11], y[i : i + 11, j : j + 11]
            mp, mq = (w * p).sum(), (w * q).sum()
            vp, vq, vpq = (w * (p - mp) ** 2).sum(), (w * (q - mq) ** 2).sum(), (w * (p - mp) * (q - mq)).sum()
            found.append(
                (2 * mp * mq + 6.5025) * (2 * vpq + 58.5225) / ((mp**2 + mq**2 + 6.5025) * (vp + vq + 58.5225))
            )
    return float(np.mean(found))


@pytest.mark.parametrize("change", [lambda a: noisy(a, 20), blurred])
def test_ssim_is_what_the_paper_says(change: Any) -> None:
    a = crops(3, 1)
    b = change(a)

    assert [pytest.approx(ssim_by_hand(*pair), abs=1e-9) for pair in zip(a, b, strict=True)] == (
        instruments.of_pairs(a, b)["ssim"]
    )


def test_ssim_of_pictures_smaller_than_its_window_is_taken_with_a_smaller_one() -> None:
    a, b = (np.random.default_rng(seed).integers(0, 256, (8, 6, 3), np.uint8) for seed in (1, 2))

    assert [pytest.approx(1.0)] == instruments.of_pairs([a], [a])["ssim"]
    assert instruments.of_pairs([a], [b])["ssim"][0] < 0.5


def test_shuffled_pairs_are_told_from_pairs_and_as_sets_are_the_same() -> None:
    a = crops(48, 1)
    b = noisy(a, 8)
    shuffled = [b[i] for i in np.random.default_rng(0).permutation(len(b))]
    right, wrong = (np.mean(instruments.of_pairs(a, each)["psnr"]) for each in (b, shuffled))
    one, other = (instruments.of_sets(each, a, only=["copying"]) for each in (b, shuffled))

    assert right > wrong + 10
    assert one == pytest.approx(other)


def test_blur_takes_sharpness_and_noise_adds_some() -> None:
    a = crops(4, 1)
    soft, plain, grainy = (
        np.mean([pairs.sharpness(each) for each in images]) for images in (blurred(a), a, noisy(a, 9))
    )

    assert soft < plain < grainy


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([1, 2, 3], [2, 4, 6], 1.0),
        ([1, 2, 3, None], [3, 2, 1, 9], -1.0),
        ([1, 2, 3], [5, 5, 5], None),
        ([1, 2], [1, 2], None),
    ],
)
def test_correlation_of_what_has_one(a: list[Any], b: list[Any], expected: float | None) -> None:
    assert pairs.correlation(a, b) == (None if expected is None else pytest.approx(expected))


# What would be had without a network ------------------------------------------------------------------------------


def test_the_nearest_is_the_one_that_a_look_at_all_of_them_finds() -> None:
    a = crops(40, 1)
    for picture in (*crops(8, 2), *noisy(a[:4], 6)):
        by_hand = max(pairs.psnr(picture, other) for other in a)

        assert by_hand == pytest.approx(yardsticks.Nearest(a).psnr(picture), abs=1e-4)


def test_the_nearest_of_a_picture_among_those_that_it_is_of_is_another() -> None:
    a = crops(12, 1)

    assert max(pairs.psnr(a[3], other) for number, other in enumerate(a) if number != 3) == (
        pytest.approx(yardsticks.Nearest(a).psnr(a[3]), abs=1e-4)
    )
    assert yardsticks.Nearest([a[3]] * 2).psnr(a[3]) is None


def test_the_nearest_of_pictures_smaller_than_its_blocks_is_found() -> None:
    a = [np.random.default_rng(seed).integers(0, 256, (5, 3, 3), np.uint8) for seed in range(6)]

    assert max(pairs.psnr(a[0], other) for other in a[1:]) == pytest.approx(yardsticks.Nearest(a).psnr(a[0]), abs=1e-4)


def test_components_keep_what_a_singular_value_decomposition_keeps() -> None:
    a = crops(30, 1)
    x = np.stack([each.ravel() / 255 for each in a])
    basis = np.linalg.svd(x - x.mean(0), full_matrices=False)[2][:5]
    by_hand = [x.mean(0) + (row - x.mean(0)) @ basis.T @ basis for row in x]
    redrawn = [yardsticks.Components(a, 5).redrawn(each).ravel() / 255 for each in a]

    assert np.abs(np.clip(by_hand, 0, 1) - redrawn).max() < 0.6 / 255


def test_as_many_components_as_pictures_keep_all_of_them_and_those_of_one_picture_are_none() -> None:
    a = crops(6, 1)

    assert min(yardsticks.Components(a, 99).psnr(each) for each in a) > 45
    assert np.array_equal(a[0], yardsticks.Components(a[:1], 99).redrawn(a[1]))


# Sets --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, float]]:
    """How sets of which we know what they are stand to 96 pieces of photographs."""
    reference, fresh = crops(96, 1), crops(96, 2)
    sets = {
        "itself": reference,
        "fresh": fresh,
        "noise": noisy(fresh, 25),
        "blur": blurred(fresh),
        "grey": [np.repeat(each.mean(axis=2, keepdims=True).astype(np.uint8), 3, 2) for each in fresh],
        "few": [fresh[i % 5] for i in range(96)],
        "near copies": noisy(reference, 2),
        "shuffled": [reference[i] for i in np.random.default_rng(0).permutation(96)],
    }
    return {name: instruments.of_sets(images, reference) for name, images in sets.items()}


def test_a_set_stands_to_itself_as_the_same_over_again(told: dict[str, dict[str, float]]) -> None:
    itself = told["itself"]

    assert 0.4 < itself["distance"] < 0.7
    assert abs(itself["kid"]) < 0.03
    assert (1.0, 1.0, 0.0) == (itself["diversity"], itself["coverage"], pytest.approx(itself["copying"], abs=1e-6))


def test_other_pieces_of_the_same_photographs_are_a_set_like_it(told: dict[str, dict[str, float]]) -> None:
    fresh = told["fresh"]

    assert 0.85 < fresh["distance"] < 1.25
    assert abs(fresh["kid"]) < 3 * fresh["kid-error"] + 0.01
    assert fresh["coverage"] > 0.85
    assert 0.85 < fresh["diversity"] < 1.25
    assert 0.8 < fresh["copying"] < 1.25


@pytest.mark.parametrize("change", ["noise", "blur", "grey", "few"])
def test_what_was_spoilt_is_further_away(change: str, told: dict[str, dict[str, float]]) -> None:
    assert told[change]["distance"] > told["fresh"]["distance"]
    assert told[change]["kid"] > told["fresh"]["kid"] + told["fresh"]["kid-error"]


def test_five_pictures_over_and_over_are_less_diverse_and_cover_little(told: dict[str, dict[str, float]]) -> None:
    assert told["few"]["coverage"] < 0.5
    assert told["few"]["diversity"] < told["fresh"]["diversity"] - 0.1


def test_copies_are_told_as_copies(told: dict[str, dict[str, float]]) -> None:
    assert told["near copies"]["copying"] < 0.3
    assert told["near copies"]["distance"] < 0.7


def test_the_order_of_a_set_is_none_of_it(told: dict[str, dict[str, float]]) -> None:
    kept = ("kid", "diversity", "coverage")

    assert [pytest.approx(told["itself"][name], abs=1e-9) for name in kept] == [told["shuffled"][name] for name in kept]


def test_sets_that_are_too_small_are_refused() -> None:
    with pytest.raises(Fault, match="fewer than 8"):
        instruments.of_sets(crops(96, 1)[:7], crops(96, 1))


def test_a_seed_is_another_look_and_the_same_seed_the_same() -> None:
    a, b = crops(12, 3), crops(12, 4)
    one, again, other = (instruments.of_sets(a, b, seed=seed) for seed in (1, 1, 2))

    assert one == again
    assert one != other


# The stage ---------------------------------------------------------------------------------------------------------


def measured(bench: Bench, *names: str, **how: Any) -> dict[str, Any]:
    settings = dict.fromkeys(names, True)
    made = bench.make(measure, settings, **how)
    found: dict[str, Any] = json.loads(made.result["table.json"].read_text())
    return found


def rows(made: Artifact, name: str = "table.csv") -> list[list[str]]:
    return list(csv.reader(made.result[name].open()))


def test_a_table_has_a_row_for_each_image_and_a_figure(bench: Bench) -> None:
    a = bench.images(pictures(5), rate=10.0, time=[i / 10 for i in range(5)])
    made = bench.make(
        measure, {"psnr": True, "motion": True}, sources=[a], beside={"against": bench.images(noisy(pictures(5), 9))}
    )
    table = rows(made)

    assert ["image", "time", "motion", "psnr"] == table[0]
    assert [["1", "0", ""], ["2", "0.1"]] == [table[1][:3], table[2][:2]]
    assert [["images", "motion", "psnr"], "5"] == [
        rows(made, "table-summary.csv")[0],
        rows(made, "table-summary.csv")[1][0],
    ]
    assert ["table-summary.csv", "table.csv", "table.html", "table.json", "table.png", "table.svg"] == sorted(
        made.result
    )
    assert (plots.WIDTH * plots.FINER, 2 * plots.HEIGHT * plots.FINER) == Image.open(made.result["table.png"]).size
    assert "<polyline" in made.result["table.svg"].read_text()


def test_a_film_is_measured_against_what_a_model_makes_of_it(bench: Bench, trained: Trained) -> None:
    frames = bench.images(pictures(11))
    again = bench.make(rebuild, sources=[frames], models=[trained("autoencoder")])
    (by_model,) = measured(bench, "error", "ssim", sources=[frames], models=[trained("autoencoder")])["sets"]
    (by_images,) = measured(bench, "error", "ssim", sources=[frames], beside={"against": again})["sets"]

    assert by_model["each"] == by_images["each"]


def test_a_memory_stands_beside_the_nearest_frame_and_as_many_components(bench: Bench, trained: Trained) -> None:
    frames = pictures(11)
    images = bench.images(frames)
    (found,) = measured(
        bench,
        "psnr",
        "nearest",
        "components",
        sources=[images],
        models=[trained("autoencoder")],
        beside={"against": images},
    )["sets"]
    latent = facts_of(trained("autoencoder"))["latent"]

    assert [yardsticks.Nearest(frames).psnr(each) for each in frames] == found["each"]["nearest"]
    assert [yardsticks.Components(frames, latent).psnr(each) for each in frames] == found["each"]["components"]


def test_what_is_in_decibels_is_drawn_in_one_field(bench: Bench) -> None:
    images = bench.images(pictures(4))
    made = bench.make(
        measure, {"psnr": True, "nearest": True, "motion": True}, sources=[images], beside={"against": images}
    )
    drawn = made.result["table.svg"].read_text()

    assert "psnr, nearest: decibels" in drawn
    assert ">psnr</text>" in drawn
    assert ">nearest</text>" in drawn
    assert Image.open(made.result["table.png"]).size[1] == 2 * plots.HEIGHT * plots.FINER


def test_error_that_follows_motion_is_told_and_shuffled_error_is_not(bench: Bench) -> None:
    chance = np.random.default_rng(0)
    frames, others = [np.full((16, 16, 3), 128, np.uint8)], [np.full((16, 16, 3), 128, np.uint8)]
    for _ in range(60):
        moved = int(chance.integers(0, 40))
        frames.append(np.clip(frames[0].astype(int) + (moved if len(frames) % 2 else 0), 0, 255).astype(np.uint8))
        step = abs(int(frames[-1][0, 0, 0]) - int(frames[-2][0, 0, 0]))
        others.append(np.clip(frames[-1].astype(int) + step // 2, 0, 255).astype(np.uint8))
    mixed = [
        np.clip(a.astype(int) + int(e), 0, 255).astype(np.uint8)
        for a, e in zip(frames, chance.integers(0, 20, 61), strict=True)
    ]

    def correlation(other: list[Any]) -> float:
        beside = {"against": bench.images(other)}
        (found,) = measured(bench, "error", "motion", sources=[bench.images(frames)], beside=beside)["sets"]
        return float(found["whole"]["error-with-motion"])

    assert correlation(others) > 0.95
    assert abs(correlation(mixed)) < 0.3


def test_the_cells_of_a_sweep_are_rows_by_what_was_swept(bench: Bench) -> None:
    cells = [
        Given(bench.images(crops(12, seed)), None, {"truncation": at}, "attempts") for at, seed in ((0.5, 3), (1.0, 4))
    ]
    made = bench.make(
        measure, {"coverage": True, "diversity": True}, sources=cells, beside={"against": bench.images(crops(12, 5))}
    )

    assert ["truncation", "images", "diversity", "coverage"] == rows(made)[0]
    assert ["0.5", "1"] == [row[0] for row in rows(made)[1:]]


def test_several_inputs_and_models_are_told_apart_by_their_places(bench: Bench, trained: Trained) -> None:
    frames = [bench.images(pictures(2, seed=seed)) for seed in (1, 2)]
    made = bench.make(measure, {"error": True}, sources=frames, models=[trained("autoencoder"), trained("autoencoder")])

    assert [["from", "with"], ["1", "1"], ["1", "2"], ["2", "1"], ["2", "2"]] == [
        row[:2] for row in rows(made, "table-summary.csv")
    ]


def test_diversity_needs_no_others_and_tells_more_from_less(bench: Bench) -> None:
    few, many = (
        [each[i % 3] for i in range(9)] if few else each for few, each in ((True, crops(9, 3)), (False, crops(9, 3)))
    )
    found = [
        measured(bench, "diversity", sources=[bench.images(each)])["sets"][0]["whole"]["diversity"]
        for each in (few, many)
    ]

    assert found[0] < found[1]


@pytest.mark.parametrize(
    ("names", "how", "said"),
    [
        ((), {}, "nothing to measure"),
        (("copying",), {}, "compares these images with others"),
        (("psnr",), {}, "compares each image with another"),
        (("psnr",), {"count": 3}, "4 here and 3 there"),
        (("ssim",), {"count": 4, "height": 20}, "not as large"),
        (("nearest",), {}, "compares these images with others"),
        (("nearest",), {"count": 3, "height": 20}, "not as large"),
        (("components",), {"count": 3}, "as many numbers as a model keeps"),
    ],
)
def test_what_cannot_be_measured_is_refused(
    bench: Bench, names: tuple[str, ...], how: dict[str, int], said: str
) -> None:
    beside = {"against": bench.images(pictures(**how))} if how else None
    with pytest.raises(Fault, match=said):
        measured(bench, *names, sources=[bench.images(pictures(4))], beside=beside)


def test_a_model_that_keeps_nothing_of_an_image_is_refused(bench: Bench, trained: Trained) -> None:
    with pytest.raises(Fault, match="keeps nothing"):
        measured(bench, "error", sources=[bench.images(pictures(1))], models=[trained("gan")])


def test_others_that_nothing_is_compared_with_are_remarked_on(bench: Bench) -> None:
    measured(bench, "sharpness", sources=[bench.images(pictures(2))], beside={"against": bench.images(pictures(2))})

    assert [("", "`against` says nothing: nothing here compares.")] == bench.remarks


def test_a_long_film_needs_no_more_memory_than_a_short_one(bench: Bench) -> None:
    def most(count: int) -> int:
        images = bench.images(pictures(8, 96, 96) * (count // 8))
        tracemalloc.start()
        measured(bench, "psnr", "motion", sources=[images], beside={"against": images})
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    most(16)

    assert most(256) - most(32) < 224 * 96 * 96 * 3 / 10


SCORE = """dataset film from ./film/

train memory from film
  model autoencoder
  steps 2

measure surprise from film with memory
  error
  motion
  save ./out/night.csv
"""


def put(folder: Path, images: list[Any]) -> None:
    folder.mkdir(exist_ok=True)
    for number, pixels in enumerate(images):
        Image.fromarray(pixels).save(folder / f"{number:02d}.png")


def test_a_table_is_saved_under_its_name_with_its_figures(tmp_path: Path, crew: Any) -> None:
    put(tmp_path / "film", pictures(6))
    Studio(tmp_path, crew).run(SCORE)

    assert ["night-summary.csv", "night.csv", "night.html", "night.json", "night.png", "night.svg"] == sorted(
        path.name for path in (tmp_path / "out").iterdir()
    )


def test_what_was_measured_of_a_film_is_not_measured_again_when_it_grows(tmp_path: Path, crew: Any) -> None:
    put(tmp_path / "seen", pictures(6))
    put(tmp_path / "film", pictures(6, seed=1))
    text = SCORE.replace("train memory from film", "dataset seen from ./seen/\n\ntrain memory from seen")
    studio = Studio(tmp_path, crew)
    studio.run(text)
    put(tmp_path / "film", [*pictures(6, seed=1), *pictures(2, seed=2)])
    (made,) = studio.run(text)["surprise"]
    (afresh,) = studio.elsewhere("afresh").run(text)["surprise"]

    assert (2, 6) == studio.counts["surprise"]
    assert afresh.digest == made.digest


def test_a_picture_counts_once_a_set(bench: Bench) -> None:
    bench.make(measure, {"sharpness": True}, sources=[bench.images(pictures(3)), bench.images(pictures(2))])

    assert bench.made is not None
    assert (5, 0, "images") == (bench.made.made, bench.made.reused, bench.made.unit)
    assert [(5, 5)] == [told[:2] for told in bench.told[-1:]]
