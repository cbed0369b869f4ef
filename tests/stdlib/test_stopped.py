"""`stop-at`: a training that stops on its way is the beginning of the whole, however its rate would have fallen."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Made
from intaglio.stdlib import instruments
from intaglio.stdlib.stages.sample import sample
from intaglio.stdlib.stages.train import Train, course, cut, train
from tests.stdlib.conftest import photographs, pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

SMALL: dict[str, Any] = {"model": "autoencoder", "latent": 4, "batch": 4}


def heard(**said: Any) -> Train:
    return Train(**{"model": "gan", **said}).heard(())[0]


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ({"steps": 1000, "stop_at": 0.4}, {"steps": 400}),
        ({"epochs": 9, "stop_at": 0.5}, {"epochs": 5}),
        ({"steps": 3, "stop_at": 0.0}, {"steps": 1}),
        ({"stop_at": 0.5}, {"steps": 1000}),
        ({"steps": 10, "decay": "linear", "stop_at": 1.0}, {"steps": 10, "decay": "linear"}),
    ],
    ids=["steps", "whole epochs", "one at least", "the usual length", "all of it"],
)
def test_where_nothing_falls_towards_the_end_to_stop_is_to_end(said: dict[str, Any], same: dict[str, Any]) -> None:
    assert heard(**same) == heard(**said)


def test_one_course_leads_to_every_stop_of_a_training_whose_rate_falls() -> None:
    lengths: list[dict[str, Any]] = [{"steps": 500}, {"steps": 500, "stop_at": 0.4}, {"steps": 200}]

    whole, stopped, other = (course(heard(decay="cosine", **said)) for said in lengths)

    assert whole.params == stopped.params
    assert (500, 200) == (whole.length, stopped.length)
    assert whole.params != other.params


def test_a_step_that_is_picked_of_a_training_whose_rate_falls_is_that_training_stopped() -> None:
    said = {"model": "gan", "steps": 700, "decay": "linear", "stop_at": 0.9, "preview": None}

    picked = [heard(**cut(said, step)) for step in (1, 33, 630)]

    assert [heard(**said).model_copy(update={"stop_at": step / 700}) for step in (1, 33, 630)] == picked
    assert [1, 33, 630] == [course(each).length for each in picked]
    assert {"model": "gan", "steps": 33} == cut({"model": "gan", "epochs": 7, "stop_at": 0.5}, 33)


@pytest.mark.parametrize("decay", ["none", "cosine"])
def test_a_training_that_stopped_goes_on_with_the_rest_and_has_the_bits_of_one_that_did_not(
    decay: str, bench: Bench
) -> None:
    images = [bench.images(pictures(6))]
    said = {**SMALL, "steps": 10, "decay": decay}
    whole = bench.make(train, said, sources=images)

    stopped = bench.make(train, {**said, "stop_at": 0.4}, sources=images)
    kept = bench.kept
    on = bench.make(train, said, sources=images, segments=kept)

    assert bench.made == Made(6, 4, "steps")
    assert whole.digest == on.digest != stopped.digest


def test_a_run_that_stops_earlier_takes_what_was_kept_and_one_that_goes_on_trains_only_the_rest(
    studio: Studio,
) -> None:
    photographs(studio.folder)
    score = (
        "dataset fruit from ./photos/\n\ntrain dreamer from fruit\n  model autoencoder\n  latent 4\n  batch 4\n"
        "  decay linear\n  steps 8\n  preview 1 every 2 steps\n"
    )
    counts = []
    for stop in ("  stop-at 50%\n", "", "  stop-at 25%\n"):
        studio.run(score + stop)
        counts.append(studio.counts["dreamer"])

    assert [(4, 0), (4, 4), (0, 2)] == counts


def test_a_preview_that_is_due_before_a_step_that_is_picked_is_drawn(studio: Studio) -> None:
    photographs(studio.folder)
    made = studio.run(
        "dataset fruit from ./photos/\n\ntrain dreamer from fruit\n  model autoencoder\n  latent 4\n  batch 4\n"
        "  steps 4\n  preview 1 every 1 steps\n\nsample drawn with dreamer\n  count 2\n  step 2\n"
    )

    (dreamer,) = made["dreamer"]
    assert [f"preview-00000{step}.png" for step in (1, 2, 3, 4)] == sorted(
        name for name in dreamer.seen if name.endswith(".png")
    )


def test_a_check_knows_where_a_training_stops(studio: Studio) -> None:
    photographs(studio.folder)
    score = "dataset fruit from ./photos/\n\ntrain dreamer from fruit\n  model gan\n  steps 100\n  stop-at 40%\n\n"

    assert "" == studio.told(f"{score}sample s with dreamer\n  step 40\n")
    assert "is trained for 40 steps" in studio.told(f"{score}sample s with dreamer\n  step 41\n")


def tinted(colour: tuple[float, float, float], seed: int) -> list[Any]:
    """Soft gradients in shades of a colour."""
    return [(picture * np.array(colour)).astype(np.uint8) for picture in pictures(24, 16, 16, seed)]


def test_what_a_transfer_draws_that_stops_midway_lies_between_both_models(bench: Bench) -> None:
    torch.set_num_threads(1)  # for networks this small, two only wait for each other
    dusk, dawn = tinted((0.9, 0.3, 0.1), 0), tinted((0.2, 0.6, 1.0), 1)
    said = {"model": "gan", "latent": 16, "batch": 8, "average": 0.9, "augment": ("none",)}
    night = bench.make(train, {**said, "steps": 150}, sources=[bench.images(dusk)])

    def turned(share: float) -> Artifact:
        how = {**said, "steps": 60, "rate": 2e-4, "decay": "linear", "stop_at": share}
        return bench.make(train, how, sources=[bench.images(dawn)], models=[night])

    def far(model: Artifact, reference: list[Any]) -> float:
        drawn = ImageSet(bench.make(sample, {"count": 32}, models=[model])).uniform()
        return instruments.of_sets(list(drawn), reference, only=("distance",))["distance"]

    way = [night, turned(0.4), turned(1.0)]
    from_dusk, from_dawn = ([far(model, reference) for model in way] for reference in (dusk, dawn))

    assert all(before < after for before, after in pairwise(from_dusk))
    assert all(before > after for before, after in pairwise(from_dawn))
