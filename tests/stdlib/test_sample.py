"""`sample`: each picture has its own chance, whatever else is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Cancelled, Fault
from intaglio.runtime.run.events import Remarked
from intaglio.stdlib.stages.sample import Sample, sample
from tests.stdlib.conftest import AT_ONE_STROKE, FROM_CHANCE, photographs
from tests.stdlib.context import Bench, artifact
from tests.stdlib.studio import Studio

Trained = Callable[[str], Artifact]
SWEPT = """dataset table from ./photos/

train dreamer from table
  model gan
  latent 8
  steps 2

sample attempts with dreamer
  steps 4
  each seed 1 to 70
"""
QUICK: dict[str, dict[str, Any]] = {model: {} if model in AT_ONE_STROKE else {"steps": 2} for model in FROM_CHANCE}


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_a_picture_does_not_depend_on_how_many_are_made(model: str, bench: Bench, trained: Trained) -> None:
    many = ImageSet(bench.make(sample, {"count": 12, **QUICK[model]}, models=[trained(model)]))
    few = ImageSet(bench.make(sample, {"count": 5, **QUICK[model]}, models=[trained(model)]))

    assert few.digests == many.digests[:5]


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_a_cell_alone_is_that_cell_of_the_sheet(model: str, bench: Bench, trained: Trained) -> None:
    given = trained(model)
    cells = [bench.context(sample, {"count": 3, **QUICK[model]}, models=[given], seed=seed) for seed in range(5)]

    assert sample.run is not None
    sample.run(cells)

    sheet = [artifact(cell.result, cell.seen, "sample", "images").digest for cell in cells]
    alone = [bench.make(sample, {"count": 3, **QUICK[model]}, models=[given], seed=seed).digest for seed in range(5)]
    assert sheet == alone
    assert len(set(sheet)) == 5


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_the_pictures_of_a_sample_differ(model: str, bench: Bench, trained: Trained) -> None:
    drawn = ImageSet(bench.make(sample, {"count": 4, **QUICK[model]}, models=[trained(model)]))

    assert len(set(drawn.digests)) == 4
    assert drawn[0].shape == (16, 24, 3)


@pytest.mark.parametrize("model", AT_ONE_STROKE)
def test_with_no_truncation_left_all_pictures_are_the_average(model: str, bench: Bench, trained: Trained) -> None:
    drawn = ImageSet(bench.make(sample, {"count": 4, "truncation": 0.0}, models=[trained(model)]))

    assert len(set(drawn.digests)) == 1


def test_less_truncation_is_nearer_to_the_average(bench: Bench, trained: Trained) -> None:
    def spread(truncation: float) -> float:
        drawn = bench.make(sample, {"count": 8, "truncation": truncation}, models=[trained("autoencoder")])
        return float(np.var(ImageSet(drawn).uniform().astype(float), axis=0).mean())

    assert spread(0.3) < spread(1.0)


@pytest.mark.parametrize("sampler", ["euler", "heun", "ddim", "dpm", "unipc"])
def test_every_sampler_draws(sampler: str, bench: Bench, trained: Trained) -> None:
    drawn = bench.make(sample, {"count": 1, "sampler": sampler, "steps": 2}, models=[trained("diffusion")])

    assert len(ImageSet(drawn)) == 1


def test_a_sample_has_sixteen_pictures_and_a_cell_of_a_sweep_one() -> None:
    assert Sample().settled(swept=False).count == 16
    assert Sample().settled(swept=True).count == 1
    assert Sample(count=3).settled(swept=True).count == 3


def test_images_are_no_model(bench: Bench) -> None:
    images = bench.images([np.zeros((8, 8, 3), np.uint8)])

    with pytest.raises(Fault, match="no model"):
        bench.make(sample, {}, models=[images])


def test_settings_that_say_nothing_to_a_model_are_remarked_on(bench: Bench, trained: Trained) -> None:
    bench.make(sample, {"count": 1, "steps": 4}, models=[trained("gan")])

    assert len(bench.remarks) == 1


def test_a_setting_that_says_nothing_in_some_cells_is_remarked_on_in_those(bench: Bench, trained: Trained) -> None:
    given = trained("diffusion")
    said = [{"count": 1, "steps": 1, "truncation": truncation} for truncation in (1.0, 0.5, 0.7)]
    cells = [bench.context(sample, settings, models=[given]) for settings in said]

    assert sample.run is not None
    sample.run(cells)

    assert [len(cell.remarks) for cell in cells] == [0, 1, 1]


def test_a_remark_that_many_cells_make_is_told_once(studio: Studio) -> None:
    photographs(studio.folder)
    studio.run(SWEPT)

    assert [event.message for event in studio.events if isinstance(event, Remarked)] == [
        "`steps` says nothing to a model of the sort gan: it draws at one stroke."
    ]


def test_a_sample_stops_inside_a_chunk(bench: Bench, trained: Trained) -> None:
    context = bench.context(sample, {"count": 4, "steps": 50}, models=[trained("diffusion")])
    looks = []

    def stop(done: int, total: int) -> None:
        looks.append(done)
        if len(looks) == 3:
            raise Cancelled

    context.on_progress = stop

    assert sample.run is not None
    with pytest.raises(Cancelled):
        sample.run([context])
    assert looks == [0, 0, 0]
