"""The format of image artifacts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intaglio.runtime.artifacts.artifact import Artifact, Origin
from intaglio.runtime.artifacts.images import ImageSet, ImageWriter, digest_of, told
from intaglio.runtime.contract import Fault
from intaglio.runtime.keys.digests import of_bytes, of_value
from tests.stdlib.context import Bench, artifact

sizes = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=8)


def noise(height: int, width: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def written(folder: Path, pixels: list[np.ndarray], shard: int = 1 << 20, **facts: list) -> Artifact:
    result, seen = folder / "result", folder / "seen"
    result.mkdir(parents=True)
    seen.mkdir()
    with ImageWriter(result, seen, shard=shard) as writer:
        for i, image in enumerate(pixels):
            writer.add(image, **{word: values[i] for word, values in facts.items()})
    return artifact(result, seen, "dataset", "images")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(sizes=sizes, shard=st.integers(1, 400))
def test_every_image_comes_back_as_it_was_whatever_the_size_of_the_shards(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[tuple[int, int]], shard: int
) -> None:
    pixels = [noise(h, w, i) for i, (h, w) in enumerate(sizes)]
    images = ImageSet(written(tmp_path_factory.mktemp("set"), pixels, shard))

    assert len(pixels) == len(images)
    for expected, actual in zip(pixels, images, strict=True):
        np.testing.assert_array_equal(expected, actual)
    assert [digest_of(image) for image in pixels] == list(images.digests)


def test_a_shard_is_a_file_that_the_safetensors_library_reads(tmp_path: Path) -> None:
    from safetensors.numpy import load_file

    pixels = [noise(3, 5), noise(4, 4)]
    made = written(tmp_path, pixels)

    expected = np.concatenate([image.ravel() for image in pixels])
    np.testing.assert_array_equal(expected, load_file(made.result["pixels-0000.safetensors"])["pixels"])


def test_images_of_one_size_are_one_array_in_one_shard_or_in_many(tmp_path: Path) -> None:
    pixels = [noise(4, 6, i) for i in range(5)]
    one, many = written(tmp_path / "one", pixels), written(tmp_path / "many", pixels, shard=100)

    assert len(many.result) > 3
    np.testing.assert_array_equal(np.stack(pixels), ImageSet(one).uniform())
    np.testing.assert_array_equal(np.stack(pixels), ImageSet(many).uniform())


def test_images_of_several_sizes_are_no_one_array_and_the_fault_names_the_sizes(tmp_path: Path) -> None:
    images = ImageSet(written(tmp_path, [noise(4, 6), noise(6, 4)]))

    with pytest.raises(Fault) as caught:
        images.uniform()

    assert "6 px by 4 px" in caught.value.message
    assert "4 px by 6 px" in caught.value.message


@pytest.mark.parametrize(
    ("differ", "step"),
    [
        ([(890, 890), (1200, 1200)], "resize 64 px"),
        ([(52, 52), (61, 61)], "resize 48 px"),
        ([(5, 5), (61, 61)], "resize 8 px"),
        ([(60, 80), (60, 60)], "crop square, centre"),
        ([(60, 80), (90, 60)], "crop square, centre"),
        ([(60, 80), (90, 120)], "resize 56 px by 56 px"),
    ],
)
def test_images_of_several_sizes_are_told_the_step_that_makes_them_one(
    differ: list[tuple[int, int]], step: str, tmp_path: Path
) -> None:
    with pytest.raises(Fault) as caught:
        ImageSet(written(tmp_path, [noise(*size) for size in differ])).uniform()

    assert step == caught.value.hint


def test_a_set_without_images_is_written_and_has_no_array(tmp_path: Path) -> None:
    images = ImageSet(written(tmp_path, []))

    assert 0 == len(images)
    with pytest.raises(Fault):
        images.uniform()


def test_other_names_are_the_same_result_and_other_pixels_are_not(tmp_path: Path) -> None:
    first = written(tmp_path / "a", [noise(4, 4)], name=["bowl.jpg"], group=["fruit"])
    renamed = written(tmp_path / "b", [noise(4, 4)], name=["dish.jpg"], group=["vessels"])
    changed = written(tmp_path / "c", [noise(4, 4) ^ np.uint8(1)], name=["bowl.jpg"], group=["fruit"])

    assert first.digest == renamed.digest
    assert first.digest != changed.digest
    assert ("bowl.jpg",) == ImageSet(first).names
    assert ("vessels",) == ImageSet(renamed).groups


def test_a_bag_does_not_see_the_order_of_images_but_sees_groups_and_copies(tmp_path: Path) -> None:
    a, b = noise(4, 4, 1), noise(4, 4, 2)

    def bag_of(name: str, pixels: list[np.ndarray], group: list[str | None]) -> str:
        return told(written(tmp_path / name, pixels, group=group).result["images.json"]).bag

    plain = bag_of("1", [a, b], ["x", "x"])
    assert plain == bag_of("2", [b, a], ["x", "x"])
    assert plain != bag_of("3", [a, b], ["x", "y"])
    assert plain != bag_of("4", [a, b, b], ["x", "x", "x"])


def test_images_of_one_area_and_another_shape_have_another_digest() -> None:
    flat = np.zeros(48, np.uint8)

    assert digest_of(flat.reshape(2, 8, 3)) != digest_of(flat.reshape(4, 4, 3))


@given(size=st.tuples(st.integers(1, 300), st.integers(1, 300)))
def test_the_digest_of_an_image_is_that_of_its_size_and_the_digest_of_its_pixels(size: tuple[int, int]) -> None:
    pixels = np.zeros((*size, 3), np.uint8)

    assert digest_of(pixels) == of_value((*size, of_bytes(pixels.tobytes())))


def test_a_part_is_a_group_and_a_part_that_is_none_is_a_fault_that_names_the_groups(tmp_path: Path) -> None:
    pixels = [noise(4, 4, i) for i in range(3)]
    made = written(tmp_path, pixels, group=["corals", None, "medusae"], name=["1", "2", "3"])

    assert ("3",) == ImageSet(made, "medusae").names
    np.testing.assert_array_equal(pixels[2], ImageSet(made, "medusae").uniform()[0])
    with pytest.raises(Fault, match=r"corals, medusae"):
        ImageSet(made, "beetles")


def test_frames_carry_their_rate_and_times(tmp_path: Path) -> None:
    made = Bench(tmp_path).images([noise(2, 2), noise(2, 2)], rate=12, time=[0.5, 1.0])
    images = ImageSet(made)

    assert 12 == images.rate
    assert (0.5, 1.0) == images.times


def test_where_an_image_came_from_is_kept_apart_from_what_is_digested(tmp_path: Path) -> None:
    here = written(tmp_path / "a", [noise(2, 2)], name=["bowl"], origin=[Origin("from 1", 4)], line=[0])
    there = written(tmp_path / "b", [noise(2, 2)], name=["bowl"], origin=[Origin(2, 7, " (mirrored)")], line=[3])

    assert here.digest == there.digest
    assert {"name": "bowl", "line": 3, "of": [2, 7, " (mirrored)"]} == origins(there)["images"][0]


def origins(made: Artifact) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(made.seen["origins.json"].read_text())
    return found


def test_a_caller_may_draw_into_the_array_it_handed_over(tmp_path: Path) -> None:
    made_of = noise(4, 4)
    expected = made_of.copy()
    (tmp_path / "result").mkdir()
    (tmp_path / "seen").mkdir()
    with ImageWriter(tmp_path / "result", tmp_path / "seen") as writer:
        writer.add(made_of)
        made_of[:] = 0

    images = ImageSet(artifact(tmp_path / "result", tmp_path / "seen", "dataset", "images"))
    np.testing.assert_array_equal(expected, images[0])


def test_a_writer_left_by_an_exception_writes_no_list(tmp_path: Path) -> None:
    writer = ImageWriter(tmp_path, tmp_path)
    writer.add(noise(2, 2))
    writer.__exit__(KeyError, KeyError(), None)

    assert not (tmp_path / "images.json").exists()


@pytest.mark.parametrize("shape", [(4, 4), (4, 4, 4), (0, 4, 3)])
def test_only_colour_pixels_are_taken(tmp_path: Path, shape: tuple[int, ...]) -> None:
    with ImageWriter(tmp_path, tmp_path) as writer, pytest.raises(ValueError, match="an image is uint8"):
        writer.add(np.zeros(shape, np.uint8))


def test_an_artifact_without_images_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text(json.dumps({}))

    with pytest.raises(Fault, match="images are needed"):
        ImageSet(artifact(tmp_path, tmp_path, "train", "model"))
