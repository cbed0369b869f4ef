"""`walk`: as many frames as time says, even steps, and no seam in a loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.stdlib.stages.walk import Walk, frames, places, walk
from tests.stdlib.conftest import FROM_CHANCE
from tests.stdlib.context import Bench

Trained = Callable[[str], Artifact]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"stops": 12, "pace": 25.0, "rate": 24.0, "loop": True}, 7200),
        ({"stops": 12, "pace": 25.0, "rate": 24.0}, 6601),
        ({"stops": 3, "pace": 0.5, "rate": 5.0, "loop": True}, 8),
        ({"stops": 2, "pace": 0.04, "rate": 1.0}, 1),
    ],
)
def test_frames_are_stops_times_pace_times_rate(settings: dict[str, Any], expected: int) -> None:
    assert frames(Walk(**settings)) == expected


def test_a_walk_begins_and_ends_at_a_stop() -> None:
    way = list(places(Walk(stops=3, pace=1.0, rate=4.0)))

    assert (way[0], way[4], way[-1]) == ((0, 0.0), (1, 0.0), (1, 1.0))


def test_a_loop_leaves_out_the_frame_that_would_be_shown_twice() -> None:
    way = list(places(Walk(stops=2, pace=1.0, rate=4.0, loop=True)))

    assert way == [(0, 0.0), (0, 0.25), (0, 0.5), (0, 0.75), (1, 0.0), (1, 0.25), (1, 0.5), (1, 0.75)]


def test_ease_slow_lingers_at_the_stops() -> None:
    straight = [t for _, t in places(Walk(stops=2, pace=1.0, rate=10.0))]
    slow = [t for _, t in places(Walk(stops=2, pace=1.0, rate=10.0, ease="slow"))]

    assert slow[1] < straight[1]
    assert slow[-2] > straight[-2]
    assert slow == sorted(slow)


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_a_walk_carries_its_rate_and_times(model: str, bench: Bench, trained: Trained) -> None:
    settings = {"stops": 2, "pace": 1.0, "rate": 4.0, "loop": True, "steps": 1 if model == "diffusion" else None}

    walked = ImageSet(bench.make(walk, settings, models=[trained(model)]))

    assert walked.rate == 4.0
    assert walked.times == tuple(i / 4 for i in range(8))
    assert len(set(walked.digests)) > 4


def test_a_longer_walk_passes_the_same_stops(bench: Bench, trained: Trained) -> None:
    short = ImageSet(bench.make(walk, {"stops": 2, "pace": 1.0, "rate": 2.0}, models=[trained("gan")]))
    long = ImageSet(bench.make(walk, {"stops": 3, "pace": 1.0, "rate": 4.0}, models=[trained("gan")]))

    assert (short.digests[0], short.digests[2]) == (long.digests[0], long.digests[4])


@pytest.mark.parametrize(
    ("model", "settings"),
    [("gan", {"steps": 4}), ("autoencoder", {"sampler": "heun"}), ("diffusion", {"truncation": 0.5})],
)
def test_settings_that_say_nothing_to_a_model_are_remarked_on(
    model: str, settings: dict[str, Any], bench: Bench, trained: Trained
) -> None:
    quick = {"steps": 1} if model == "diffusion" else {}
    bench.make(walk, {"stops": 2, "pace": 0.04, "rate": 1.0, **quick, **settings}, models=[trained(model)])

    assert len(bench.remarks) == 1
