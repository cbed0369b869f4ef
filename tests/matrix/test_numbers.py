"""numbers: a training that goes out of all bounds, and the smallest and dullest sets that there are."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safetensors.numpy import load_file

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.store import Store
from tests.matrix.studio import Studio, picture

MODELS = ["autoencoder", "vae", "gan", "vae-gan", "diffusion"]
SCORE = """gen 1

dataset table from ./photos/
  resize 16 px by 16 px

train dreamer from table
  model {model}
  batch {batch}
  steps 3

sample attempts with dreamer
  count 2
"""
WILD = SCORE.format(model="diffusion", batch=4).replace(
    "steps 3", "rate 1\n  warm-up 200\n  preview 1 every 10 steps\n  steps 100000"
)


def weights(studio: Studio, key: str) -> dict[str, np.ndarray]:
    artifact = Store(studio.store).find(Key(key))
    assert artifact is not None
    return load_file(artifact.result["model.safetensors"])


@pytest.mark.slow
def test_a_training_out_of_bounds_stops_there_and_is_never_taken_for_a_success(tmp_path: Path) -> None:
    studio = Studio.at(tmp_path / "studio", WILD, pictures=4)

    first, second = studio.run(), studio.run()

    for ended in (first, second):
        assert (3, ["attempts"]) == (
            ended.code,
            [each["stage"] for each in ended.of("skipped") if each["reason"] != "fresh"],
        )
        assert "went out of all bounds at step" in ended.messages
        assert "rate 0.25" in ended.messages
        assert int(ended.messages.split("at step ")[1].split()[0].rstrip(",")) < 200
        assert "is kept" in ended.messages
    assert {"dataset"} == {record.kind for record in Store(studio.store).artifacts()}
    assert [] != kept(studio)
    assert all(np.isfinite(values).all() for values in kept(studio))
    assert [] == studio.damage()


def kept(studio: Studio) -> list[np.ndarray]:
    """All numbers of all that trainings could go on from."""
    chains = Store(studio.store).chains
    segments = [each for note in studio.store.glob("chains/*.json") for each in chains.segments(Key(note.stem))]
    files = [
        chains.path(blob) for each in segments for name, blob in each.files.items() if name.endswith(".safetensors")
    ]
    return [values for file in files for values in load_file(file).values() if values.dtype.kind == "f"]


def flat(number: int) -> Image.Image:
    return Image.new("RGB", (24, 20), (90, 90, 90))


@pytest.mark.slow
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(("pictures", "batch"), [(1, 4), (2, 16), (0, 4)], ids=["one", "batch over n", "all alike"])
def test_the_smallest_and_dullest_sets_train_to_finite_weights(
    tmp_path: Path, model: str, pictures: int, batch: int
) -> None:
    studio = Studio.at(tmp_path / "studio", SCORE.format(model=model, batch=batch), pictures=pictures)
    for number in range(0 if pictures else 4):
        flat(number).save(studio.photos / f"flat-{number}.bmp")

    ended = studio.run()

    assert (0, ["table", "dreamer", "attempts"]) == (ended.code, ended.made), ended.text
    assert all(np.isfinite(values).all() for values in weights(studio, ended.keys["dreamer"]).values())


@pytest.mark.parametrize("line", ["rate 0", "rate 2", "batch 0", "steps 0", "average 1"])
def test_a_number_out_of_its_bounds_is_refused_with_its_place_before_anything_starts(tmp_path: Path, line: str) -> None:
    word = line.split()[0]
    text = SCORE.format(model="gan", batch=4)
    kept = [each for each in text.splitlines() if not each.startswith(f"  {word} ")]
    studio = Studio.at(tmp_path / "studio", "\n".join(kept).replace("  model gan", f"  model gan\n  {line}") + "\n")

    ended = studio.run()

    (told,) = [json.loads(each) for each in ended.text.splitlines() if '"mistake"' in each]
    assert 1 == ended.code
    assert 8 == told["span"]["line"], told
    assert not studio.store.exists()


def test_pictures_that_differ_in_size_are_told_before_a_step_is_made(tmp_path: Path) -> None:
    studio = Studio.at(tmp_path / "studio", SCORE.format(model="gan", batch=4).replace("  resize 16 px by 16 px\n", ""))
    picture(9, (32, 16)).save(studio.photos / "other.bmp")

    ended = studio.run()

    assert 3 == ended.code or 1 == ended.code
    assert "different sizes" in ended.text
