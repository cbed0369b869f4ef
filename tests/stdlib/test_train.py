"""`train`: what it refuses, what it writes, and that watching changes nothing."""

from __future__ import annotations

import csv
import dataclasses
import itertools
import json
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from safetensors.torch import load_file

from intaglio.lang.ir import Every
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Cancelled, Fault, Made, Segment
from intaglio.runtime.keys.manifest import moved
from intaglio.runtime.plan.saying import Sayer
from intaglio.stdlib.layers import chosen
from intaglio.stdlib.learning import following
from intaglio.stdlib.learning.following import Pace
from intaglio.stdlib.learning.seeing import Asked
from intaglio.stdlib.nn.parts import layers_of
from intaglio.stdlib.nn.weights import network_of
from intaglio.stdlib.stages.train import Preview, Train, _asked, course, train, unseen
from tests.stdlib.conftest import MODELS, learnt_from, pictures
from tests.stdlib.context import Bench

SMALL: dict[str, Any] = {"steps": 3, "batch": 4}


@pytest.mark.parametrize("model", MODELS)
def test_a_training_makes_the_same_bytes_twice_and_previews_change_none(model: str, bench: Bench) -> None:
    images = learnt_from(model, bench.images(pictures(5)))
    watched = {"preview": {"count": 2, "every": Every(amount=2, unit="steps")}}

    first = bench.make(train, {"model": model, **SMALL}, sources=images)
    second = bench.make(train, {"model": model, **SMALL, **watched}, sources=images)

    assert first.digest == second.digest
    assert sorted(second.seen) == ["losses.csv", "preview-000002.png", "previews.json"]


def test_the_order_of_the_images_does_not_matter(bench: Bench) -> None:
    images = pictures(5)

    forwards = bench.make(train, {"model": "gan", **SMALL}, sources=[bench.images(images)])
    backwards = bench.make(train, {"model": "gan", **SMALL}, sources=[bench.images(images[::-1])])

    assert forwards.digest == backwards.digest


@pytest.mark.parametrize(
    "edit",
    [
        {"seed": 1},
        {"rate": 0.01},
        {"latent": 9},
        {"average": 0.5},
        {"augment": ("none",)},
        {"warm_up": 2},
        {"decay": "linear"},
        {"batch": 3},
    ],
    ids=lambda edit: next(iter(edit)),
)
def test_every_setting_of_a_trajectory_changes_the_weights(edit: dict[str, Any], bench: Bench) -> None:
    images = bench.images(pictures(5))
    seed = edit.get("seed", 0)
    settings = {name: value for name, value in edit.items() if name != "seed"}

    plain = bench.make(train, {"model": "gan", "steps": 12, "batch": 4}, sources=[images])
    edited = bench.make(train, {"model": "gan", "steps": 12, "batch": 4, **settings}, sources=[images], seed=seed)

    assert plain.digest != edited.digest


def test_an_epoch_is_once_through_all_images(bench: Bench) -> None:
    bench.make(train, {"model": "autoencoder", "epochs": 2, "batch": 4}, sources=[bench.images(pictures(5))])

    assert bench.made is not None
    assert (bench.made.made, bench.made.unit) == (3, "steps")  # 10 images in batches of 4


@pytest.mark.parametrize("images", [1, 3], ids=["one image", "fewer than a batch"])
@pytest.mark.parametrize("model", MODELS)
def test_few_images_are_enough(model: str, images: int, bench: Bench) -> None:
    alike = pictures(1) * images

    made = bench.make(train, {"model": model, **SMALL}, sources=learnt_from(model, bench.images(alike)))

    beside = ["model-judge.safetensors"] if model.endswith("gan") or model == "translate" else []
    assert sorted(made.result) == [*beside, "model.json", "model.safetensors"]


def test_several_sets_are_learnt_from_together(bench: Bench) -> None:
    images = pictures(6)

    apart = bench.make(train, {"model": "gan", **SMALL}, sources=[bench.images(images[:2]), bench.images(images[2:])])
    joined = bench.make(train, {"model": "gan", **SMALL}, sources=[bench.images(images)])

    assert apart.digest == joined.digest


def test_the_facts_of_a_model_name_its_architecture_and_no_place(bench: Bench) -> None:
    made = bench.make(train, {"model": "gan", "latent": 8, **SMALL}, sources=[bench.images(pictures(4))])

    facts = json.loads(made.result["model.json"].read_text())

    assert facts == {"format": 1, "model": "gan", "height": 16, "width": 24, "latent": 8}


def test_the_curve_has_every_loss_that_was_looked_at(bench: Bench) -> None:
    made = bench.make(train, {"model": "gan", "steps": 23, "batch": 2}, sources=[bench.images(pictures(4))])

    rows = list(csv.reader(made.seen["losses.csv"].open()))

    assert rows[0] == ["step", "loss", "judge"]
    assert [row[0] for row in rows[1:]] == ["10", "20", "23"]


@pytest.mark.parametrize(
    ("height", "width", "hint"), [(20, 20, "resize 24 px by 24 px"), (16, 1024, "resize 512 px by 16 px")]
)
def test_a_size_that_does_not_fit_is_refused_with_one_that_does(
    height: int, width: int, hint: str, bench: Bench
) -> None:
    with pytest.raises(Fault) as caught:
        bench.make(train, {"model": "gan", **SMALL}, sources=[bench.images(pictures(2, height, width))])

    assert caught.value.hint == hint


def test_images_of_different_sizes_are_refused(bench: Bench) -> None:
    mixed = [bench.images(pictures(1, 16, 16)), bench.images(pictures(1, 16, 24))]

    with pytest.raises(Fault, match="24 px by 16 px"):
        bench.make(train, {"model": "gan", **SMALL}, sources=mixed)


def test_no_images_are_refused(bench: Bench) -> None:
    with pytest.raises(Fault, match="no images"):
        bench.make(train, {"model": "gan", **SMALL}, sources=[bench.images([])])


def test_a_loss_out_of_bounds_names_the_step_and_a_lower_rate(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from intaglio.stdlib.nn import batches

    spoilt = batches.Batches.at

    def at(self: Any, step: int) -> Any:
        return spoilt(self, step) * (float("nan") if step == 4 else 1)

    monkeypatch.setattr(batches.Batches, "at", at)

    with pytest.raises(Fault, match="at step 5") as caught:
        bench.make(
            train, {"model": "autoencoder", "steps": 9, "batch": 2, "rate": 0.4}, sources=[bench.images(pictures(2))]
        )

    assert caught.value.hint == "rate 0.1"


# Going on --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("split", [(1,), (11,), (4, 5, 9)], ids=str)
def test_a_training_split_anywhere_has_the_bits_of_one_unsplit(
    model: str, split: tuple[int, ...], bench: Bench
) -> None:
    images = learnt_from(model, bench.images(pictures(5)))
    settings = {"model": model, "batch": 4}

    whole = bench.make(train, {**settings, "steps": 12}, sources=images)
    segments: list[Segment] = []
    for steps in (*split, 12):
        parts = bench.make(train, {**settings, "steps": steps}, sources=images, segments=segments)
        segments += bench.kept

    assert bench.made == Made(12 - split[-1], split[-1], "steps")
    assert whole.digest == parts.digest


@pytest.mark.parametrize("augment", [None, ("flip", "rotate", "zoom"), ("none",)], ids=str)
@pytest.mark.parametrize("average", [None, 0.0, 0.9], ids=str)
def test_augmentation_and_average_go_on_as_well(augment: Any, average: float | None, bench: Bench) -> None:
    images = [bench.images(pictures(5))]
    settings = {"model": "gan", "batch": 8, "augment": augment, "average": average, "warm_up": 4}

    whole = bench.make(train, {**settings, "epochs": 7}, sources=images)
    bench.make(train, {**settings, "steps": 2}, sources=images)
    parts = bench.make(train, {**settings, "epochs": 7}, sources=images, segments=bench.kept)

    assert whole.digest == parts.digest


def test_a_shorter_training_takes_what_was_kept_and_learns_nothing(bench: Bench) -> None:
    images = [bench.images(pictures(5))]
    watched = {"model": "gan", "batch": 4, "preview": {"count": 1, "every": Every(amount=3, unit="steps")}}

    bench.make(train, {**watched, "steps": 9}, sources=images)
    kept = bench.kept
    shorter = bench.make(train, {**watched, "steps": 6}, sources=images, segments=kept)

    assert bench.made == Made(0, 6, "steps")
    assert shorter.digest == bench.make(train, {**watched, "steps": 6}, sources=images).digest


def test_an_end_is_marked_where_it_had_been_kept_on_the_way(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "KEEP", -1.0)  # at every step
    monkeypatch.setattr(following, "SHARE", float("inf"))
    images = [bench.images(pictures(5))]
    settings = {"model": "gan", "batch": 4}

    bench.make(train, {**settings, "steps": 6}, sources=images)
    assert bench.last is not None
    whole, kept = bench.last.marked, bench.kept
    bench.make(train, {**settings, "steps": 4}, sources=images, segments=kept)

    assert [1, 2, 3, 4, 5, 6] == [segment.step for segment in kept]
    assert [6] == whole
    assert [4] == bench.last.marked


def test_the_curve_goes_on_where_it_was(bench: Bench) -> None:
    images = [bench.images(pictures(5))]
    settings = {"model": "autoencoder", "batch": 4}

    whole = bench.make(train, {**settings, "steps": 40}, sources=images)
    bench.make(train, {**settings, "steps": 20}, sources=images)
    parts = bench.make(train, {**settings, "steps": 40}, sources=images, segments=bench.kept)

    assert whole.seen["losses.csv"].read_text() == parts.seen["losses.csv"].read_text()


def test_a_damaged_segment_is_passed_over_for_one_before_it(bench: Bench) -> None:
    images = [bench.images(pictures(5))]
    watched = {"model": "gan", "batch": 4, "preview": {"count": 1, "every": Every(amount=2, unit="steps")}}
    whole = bench.make(train, {**watched, "steps": 6}, sources=images)
    kept = bench.kept

    kept[-1].files["state.safetensors"].unlink()
    again = bench.make(train, {**watched, "steps": 6}, sources=images, segments=kept)

    assert bench.made == Made(2, 4, "steps")
    assert whole.digest == again.digest


def test_other_arithmetic_begins_anew_and_says_so_unless_a_seam_is_accepted(bench: Bench) -> None:
    images = [bench.images(pictures(5))]
    settings = {"model": "gan", "batch": 4, "steps": 6}
    bench.make(train, {**settings, "steps": 4}, sources=images)
    foreign = [dataclasses.replace(segment, fingerprint="torch 1.0, cpu") for segment in bench.kept]

    bench.make(train, settings, sources=images, segments=foreign)
    anew, told = bench.made, bench.remarks
    bench.make(train, {**settings, "seam": True}, sources=images, segments=foreign)

    assert anew == Made(6, 0, "steps")
    assert "torch 1.0" in told[0][1]
    assert bench.made == Made(2, 4, "steps")
    assert bench.kept[-1].fingerprint.endswith("after torch 1.0, cpu")


def test_a_decay_to_the_end_depends_on_the_end(bench: Bench) -> None:
    short, long = (Train(model="gan", steps=steps, decay="cosine") for steps in (10, 20))

    assert course(short).params != course(long).params
    assert course(Train(model="gan", steps=10)).params == course(Train(model="gan", epochs=20)).params


def test_a_loss_out_of_bounds_keeps_what_was_sound_before_it(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from intaglio.stdlib.nn import batches

    sound = batches.Batches.at
    monkeypatch.setattr(
        batches.Batches, "at", lambda self, step: sound(self, step) * (float("nan") if step == 7 else 1)
    )
    watched = {"model": "gan", "batch": 4, "preview": {"count": 1, "every": Every(amount=3, unit="steps")}}

    with pytest.raises(Fault, match=r"at step 8.*`steps 6`"):
        bench.make(train, {**watched, "steps": 20}, sources=[bench.images(pictures(5))])

    assert [segment.step for segment in bench.kept] == [3, 6]


def test_previews_that_are_others_now_are_said_as_they_were_and_are(bench: Bench) -> None:
    def settings(amount: int | None) -> dict[str, Any]:
        watched = {} if amount is None else {"preview": {"count": 1, "every": Every(amount=amount, unit="steps")}}
        return {"model": "gan", "batch": 4, "steps": 4, **watched}

    def told(before: int | None, now: int | None) -> list[str]:
        made = bench.make(train, settings(before), sources=[bench.images(pictures(5))])
        params = Train.model_validate(settings(now))
        return [*map(str, moved(unseen(params, made), params.model_dump(), Sayer(train, str)))]

    assert ["preview: 1 every 2 steps -> 1 every 3 steps"] == told(2, 3)
    assert ["preview: left out -> 1 every 3 steps"] == told(None, 3)
    assert [[], []] == [told(2, 2), told(2, None)]


@pytest.mark.parametrize("model", MODELS)
def test_another_model_is_a_beginning(model: str, bench: Bench) -> None:
    images = learnt_from(model, bench.images(pictures(5)))
    first = bench.make(train, {"model": model, "batch": 4, "steps": 40}, sources=images)

    anew = bench.make(train, {"model": model, "batch": 4, "steps": 1, "rate": 1e-6}, sources=images)
    on = bench.make(train, {"model": model, "batch": 4, "steps": 1, "rate": 1e-6}, sources=images, models=[first])

    assert _distance(first, on) < _distance(first, anew) / 10


def test_a_model_of_another_build_is_refused_with_the_line_that_mends_it(bench: Bench) -> None:
    images = [bench.images(pictures(5))]
    first = bench.make(train, {"model": "gan", "latent": 8, **SMALL}, sources=images)

    with pytest.raises(Fault, match="built alike") as caught:
        bench.make(train, {"model": "gan", **SMALL}, sources=images, models=[first])

    assert caught.value.hint == "latent 8"


@pytest.mark.parametrize("model", MODELS)
def test_frozen_layers_stay_to_the_bit_and_others_learn(model: str, bench: Bench) -> None:
    images = learnt_from(model, bench.images(pictures(5)))
    settings = {"model": model, "batch": 4, "steps": 2}
    first = bench.make(train, settings, sources=images)

    on = bench.make(train, {**settings, "freeze": ("early",)}, sources=images, models=[first])

    network, _ = network_of(first)
    early = [layers_of(network)[name] for name in chosen(["early"], list(layers_of(network)))]
    before, after = (load_file(made.result["model.safetensors"]) for made in (first, on))
    same = {name for name in before if torch.equal(before[name], after[name])}
    assert {name for name in before if any(part.owns(name) for part in early)} <= same
    assert len(same) < len(before)


def test_freezing_goes_on_where_it_was_stopped(bench: Bench) -> None:
    images = [bench.images(pictures(5))]
    settings = {"model": "gan", "batch": 4, "freeze": ("early", "late")}
    first = bench.make(train, {"model": "gan", "batch": 4, "steps": 2}, sources=images)

    whole = bench.make(train, {**settings, "steps": 6}, sources=images, models=[first])
    bench.make(train, {**settings, "steps": 4}, sources=images, models=[first])
    parts = bench.make(train, {**settings, "steps": 6}, sources=images, models=[first], segments=bench.kept)

    assert whole.digest == parts.digest


def test_freezing_what_has_learnt_nothing_is_remarked_on(bench: Bench) -> None:
    bench.make(train, {"model": "gan", "freeze": ("early",), **SMALL}, sources=[bench.images(pictures(2))])

    assert ["`freeze` keeps layers as they were, and these have learnt nothing yet: there is no `with`."] == [
        message for _, message in bench.remarks
    ]


def _distance(one: Artifact, other: Artifact) -> float:
    """How far the trained weights of two models are from each other."""
    a, b = (load_file(artifact.result["model.safetensors"]) for artifact in (one, other))
    names = [name for name in a if name.endswith("weight")]
    return sum(float((a[name] - b[name]).square().sum()) for name in names)


# Stopping --------------------------------------------------------------------------------------------------------


def test_a_training_stops_within_a_step_of_being_asked(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    context = bench.context(train, {"model": "gan", "steps": 10_000, "batch": 2}, sources=[bench.images(pictures(2))])
    asked = []

    def stop(done: int, total: int) -> None:
        if done == 3:
            asked.append(time.monotonic())
            raise Cancelled

    context.on_progress = stop

    assert train.run is not None
    with pytest.raises(Cancelled):
        train.run(context)
    assert len(context.told) == 3
    assert [segment.step for segment in context.kept] == [3]
    assert time.monotonic() - asked[0] < 0.2


def test_settings_that_say_nothing_to_a_model_are_remarked_on(bench: Bench) -> None:
    bench.make(train, {"model": "gan", "loss": "features", **SMALL}, sources=[bench.images(pictures(2))])

    assert [message for _, message in bench.remarks] == ["`loss` says nothing to `model gan`; it is for autoencoder."]


@pytest.mark.parametrize(("unit", "epoch", "expected"), [("steps", 7.5, [3, 6, 9]), ("epochs", 1.5, [3, 6])])
def test_previews_are_numbered_in_the_unit_of_their_interval(unit: Any, epoch: float, expected: list[int]) -> None:
    preview = Preview(count=1, every=Every(amount=3, unit=unit))

    previews = _asked("preview", preview, epoch)
    assert previews is not None
    due = [previews.due(done) for done in range(1, 11)]

    assert [number for number in due if number is not None] == expected
    assert [moment.number for moment in previews.moments(10)] == expected


@given(st.integers(1, 9), st.floats(0.1, 9), st.integers(1, 60))
def test_the_moments_of_previews_are_the_steps_at_which_one_is_due(amount: int, steps: float, last: int) -> None:
    previews = Asked("preview", 1, amount, "epochs", steps)
    due = [(step, previews.due(step)) for step in range(1, last + 1)]

    assert [(step, number) for step, number in due if number is not None] == [
        (moment.step, moment.number) for moment in previews.moments(last)
    ]


@pytest.mark.parametrize("schedule", ["cosine", "linear"])
def test_the_older_schedules_train_and_differ(schedule: str, bench: Bench) -> None:
    images = bench.images(pictures(2))

    made = bench.make(train, {"model": "diffusion", "schedule": schedule, "steps": 1, "batch": 2}, sources=[images])

    assert json.loads(made.result["model.json"].read_text())["schedule"] == schedule


@pytest.mark.parametrize("loss", ["pixels", "features"])
def test_an_autoencoder_learns(loss: str, bench: Bench) -> None:
    images = bench.images(pictures(4))

    made = bench.make(
        train,
        {"model": "autoencoder", "latent": 8, "steps": 60, "batch": 4, "loss": loss, "rate": 0.003},
        sources=[images],
    )

    curve = [float(row["loss"]) for row in csv.DictReader(made.seen["losses.csv"].open())]
    assert curve[-1] < curve[0] / 2
    assert all(a > b for a, b in itertools.pairwise(curve[:3]))


def test_previews_go_along_with_what_is_kept(bench: Bench) -> None:
    images = [bench.images(pictures(5))]
    watched = {"model": "gan", "batch": 4, "preview": {"count": 1, "every": Every(amount=3, unit="steps")}}

    bench.make(train, {**watched, "steps": 6}, sources=images)
    longer = bench.make(train, {**watched, "steps": 9}, sources=images, segments=bench.kept)

    shown = [f"preview-{step:06d}.png" for step in (3, 6, 9)]
    assert sorted(longer.seen) == ["losses.csv", *shown, "previews.json"]


def test_slow_steps_are_kept_one_by_one_and_quick_ones_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([0.0, 6.0, 6.0, 11.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    pace = Pace()

    assert [pace.is_due(convenient=True), pace.is_due(convenient=False), pace.is_due(convenient=False)] == [
        True,
        False,
        True,
    ]
