"""`model players`: what it is like to learn from nothing but each other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from intaglio.lang.ir import Every, Step
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault, Made, Segment
from intaglio.stdlib.nn import noise, players
from intaglio.stdlib.nn.regimen import Regimen
from intaglio.stdlib.nn.weights import network_of
from intaglio.stdlib.stages.bend import bend
from intaglio.stdlib.stages.sample import sample
from intaglio.stdlib.stages.train import train
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench

SMALL: dict[str, Any] = {"model": "players", "size": (24, 16), "latent": 8, "batch": 4}
CODE = {".py", ".pyc", ".so"}
OPENED: list[list[str]] = []  # by who listens now; a hook stays for good


def _hear(event: str, given: tuple[Any, ...]) -> None:
    if event == "open" and OPENED:
        OPENED[-1].append(str(given[0]))


@contextmanager
def opened() -> Iterator[list[str]]:
    """All that is opened meanwhile."""
    heard: list[str] = []
    OPENED.append(heard)
    yield heard
    OPENED.remove(heard)


def contest(competes: float) -> torch.Tensor:
    """What two players draw of the same chance after a short game: (32, 2, 3, 16, 16)."""
    regimen = Regimen(steps=200, batch=8, rate=1e-3, average=0.9, seed=0)
    game = players.Game(16, 16, 32, regimen)
    for _ in players.train(game, regimen, competes=competes):
        pass
    with torch.no_grad():
        return game.average.network.both(noise.normal((32, 32), noise.generator(0, "test")))


def apart(x: torch.Tensor) -> float:
    return float((x[:, 0] - x[:, 1]).abs().mean())


@pytest.mark.slow
def test_players_who_compete_for_variety_differ_and_those_who_shun_it_end_alike() -> None:
    torch.set_num_threads(1)  # for networks this small, two only wait for each other
    competing, idle, shunning = (contest(sign * players.COMPETES) for sign in (1, 0, -1))

    assert apart(competing) >= 5 * apart(shunning)
    assert apart(competing) >= 1.2 * apart(idle)
    assert float((competing.abs() > 0.98).float().mean()) < 0.6


def test_many_shades_of_one_colour_are_less_variety_than_many_colours() -> None:
    source = noise.generator(0, "test")
    shades = noise.normal((64, 1, 1, 1), source).expand(64, 3, 8, 8)
    colours = noise.normal((64, 3, 1, 1), source).expand(64, 3, 8, 8)

    (of_shades, of_colours), _ = players.variety(torch.stack([shades, colours], 1))

    assert float(of_shades) < float(of_colours) / 5


def test_no_player_has_a_say_in_what_the_other_draws() -> None:
    pair = players.Pair(16, 24, 8).eval()
    z = noise.normal((2, 8), noise.generator(0, "test"))
    with torch.no_grad():
        before = pair.both(z)
        for double in pair.doubles:
            double.conv.weight.chunk(2)[1].mul_(2)
        after = pair.both(z)

    assert torch.equal(before[:, 0], after[:, 0])
    assert not torch.equal(before[:, 1], after[:, 1])


def test_each_player_alone_draws_its_half_of_what_both_draw(bench: Bench) -> None:
    pair = bench.make(train, {**SMALL, "steps": 2})

    both, one, two = (
        ImageSet(bench.make(sample, {"count": 3}, models=[model]))
        for model in (pair, pair.holding("first"), pair.holding("second"))
    )

    for number in range(3):
        assert np.array_equal(both[number], np.concatenate([one[number], two[number]], 1))


def test_what_is_made_of_one_player_stays_that_player(bench: Bench) -> None:
    pair = bench.make(train, {**SMALL, "steps": 2})
    steps = [Step(word="scale", values={"amount": (1.0, 1.0), "at": "layer-1"})]

    bent = bench.make(bend, steps=steps, models=[pair.holding("second")])

    drawn, whole = (ImageSet(bench.make(sample, {"count": 1}, models=[each])) for each in (bent, pair))
    assert np.array_equal(drawn[0], whole[0][:, 24:])


def test_no_model_holds_what_its_sort_does_not(bench: Bench) -> None:
    pair = bench.make(train, {**SMALL, "steps": 1})

    with pytest.raises(Fault, match="has no `third`"):
        bench.make(sample, {"count": 1}, models=[pair.holding("third")])


def test_players_begin_with_eight_pixels_and_grow_a_doubling_at_a_time() -> None:
    with noise.weights(0):
        pair = players.Pair(32, 32, 8).eval()  # 8, 16 and 32 px

    @torch.no_grad()
    def says(size: int, grown: float) -> bool:
        """Whether what is drawn at a size is seen, once so many doublings have come in."""
        pair.grown.fill_(grown)
        z = noise.normal((2, 8), noise.generator(0, "test"))
        before = pair.both(z)
        pair.colours[size].bias.add_(1)
        return not torch.equal(before, pair.both(z))

    assert [True, False, False] == [says(size, 0) for size in range(3)]
    assert [True, True, False] == [says(size, 1) for size in range(3)]
    assert [True, True, True] == [says(size, 1.5) for size in range(3)]


def test_a_game_that_goes_on_stays_as_large_as_it_has_grown(bench: Bench) -> None:
    first = bench.make(train, {**SMALL, "steps": 3})
    on = bench.make(train, {**SMALL, "steps": 2}, models=[first])

    grown = [float(network_of(model)[0].grown) for model in (first, on)]

    assert [pytest.approx(steps / players.GROWS) for steps in (3, 5)] == grown


def test_a_training_opens_no_data(bench: Bench, tmp_path: Path) -> None:
    bench.make(train, {**SMALL, "steps": 1})  # all code is loaded
    sys.addaudithook(_hear)

    with opened() as heard:
        bench.make(train, {**SMALL, "steps": 2})

    own = [path for path in heard if path.startswith(str(tmp_path))]
    assert own
    assert [] == [path for path in heard if path not in own and Path(path).suffix not in CODE]


def test_a_training_makes_the_same_bytes_twice_and_previews_change_none(bench: Bench) -> None:
    watched = {"preview": {"count": 2, "every": Every(amount=2, unit="steps")}}

    first = bench.make(train, {**SMALL, "steps": 3})
    second = bench.make(train, {**SMALL, "steps": 3, **watched})

    assert first.digest == second.digest
    assert sorted(second.seen) == ["losses.csv", "preview-000002.png", "previews.json"]


@pytest.mark.parametrize("split", [(1,), (4, 5, 9)], ids=str)
def test_a_training_split_anywhere_has_the_bits_of_one_unsplit(split: tuple[int, ...], bench: Bench) -> None:
    whole = bench.make(train, {**SMALL, "steps": 12})
    segments: list[Segment] = []
    for steps in (*split, 12):
        parts = bench.make(train, {**SMALL, "steps": steps}, segments=segments)
        segments += bench.kept

    assert bench.made == Made(12 - split[-1], split[-1], "steps")
    assert whole.digest == parts.digest


def test_a_shorter_training_takes_what_was_kept_and_learns_nothing(bench: Bench) -> None:
    watched = {**SMALL, "preview": {"count": 1, "every": Every(amount=3, unit="steps")}}
    bench.make(train, {**watched, "steps": 9})

    shorter = bench.make(train, {**watched, "steps": 6}, segments=bench.kept)

    assert bench.made == Made(0, 6, "steps")
    assert shorter.digest == bench.make(train, {**watched, "steps": 6}).digest


def test_one_picture_at_a_time_has_no_variety_and_is_no_fault(bench: Bench) -> None:
    made = bench.make(train, {**SMALL, "batch": 1, "steps": 3})

    network, _ = network_of(made)
    assert all(bool(weight.isfinite().all()) for weight in network.parameters())


def test_a_picture_is_what_both_draw_side_by_side(bench: Bench) -> None:
    model = bench.make(train, {**SMALL, "steps": 3})

    drawn = ImageSet(bench.make(sample, {"count": 2}, models=[model])).uniform()

    assert (2, 16, 48, 3) == drawn.shape
    assert not np.array_equal(drawn[:, :, :24], drawn[:, :, 24:])


def test_what_bends_a_layer_bends_both_players(bench: Bench) -> None:
    model = bench.make(train, {**SMALL, "steps": 3})
    bent = bench.make(bend, steps=[Step(word="invert", values={"at": "layer-2"})], models=[model])

    straight, crooked = (ImageSet(bench.make(sample, {"count": 1}, models=[m])).uniform()[0] for m in (model, bent))

    assert [True, True] == [bool((straight[:, half] != crooked[:, half]).any()) for half in (slice(24), slice(24, 48))]


def test_a_game_goes_on_from_another_of_the_same_size(bench: Bench) -> None:
    first = bench.make(train, {**SMALL, "steps": 3})

    on = bench.make(train, {**SMALL, "steps": 1}, models=[first])

    assert on.digest != first.digest
    with pytest.raises(Fault, match="built alike") as caught:
        bench.make(train, {**SMALL, "size": (16,), "steps": 1}, models=[first])
    assert "size 24 px by 16 px" == caught.value.hint


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ({"size": (20,)}, "size 24 px by 24 px"),
        ({"size": None}, "size 32 px"),
        ({"preview": {"count": 4, "every": Every(amount=2, unit="epochs")}}, "preview 4 every 100 steps"),
    ],
    ids=["odd size", "no size", "epochs of nothing"],
)
def test_what_cannot_be_drawn_or_counted_is_refused_with_a_line_that_mends_it(
    said: dict[str, Any], hint: str, bench: Bench
) -> None:
    with pytest.raises(Fault) as caught:
        bench.make(train, {**SMALL, "steps": 3, **said})

    assert hint == caught.value.hint


def test_images_are_refused(bench: Bench) -> None:
    with pytest.raises(Fault, match="`model players` learns from no images; here are 1"):
        bench.make(train, {**SMALL, "steps": 3}, sources=[bench.images(pictures(2))])


def test_what_is_said_of_images_says_nothing_to_players(bench: Bench) -> None:
    bench.make(train, {**SMALL, "steps": 1, "augment": ("flip",)})

    ((_, told),) = bench.remarks
    assert told.startswith("`augment` says nothing to `model players`; it is for autoencoder, ")
