"""`show`: what a run leaves ready, and how its pictures are found, watched over, and become one another."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import islice, pairwise
from typing import Any

import numpy as np
import pytest

from intaglio.face.showing import live
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.stdlib.showing import looks, piece
from intaglio.stdlib.showing.looks import Memory
from intaglio.stdlib.showing.painter import Painter
from intaglio.stdlib.showing.playing import Beginning, Passage, Playing, Screen, blended, schedule
from intaglio.stdlib.showing.stream import Picture
from intaglio.stdlib.showing.watch import WHILE, WINDOW, Watch
from intaglio.stdlib.showing.way import Spot
from intaglio.stdlib.stages.show import show
from tests.stdlib.conftest import FROM_CHANCE, HEIGHT, WIDTH
from tests.stdlib.context import Bench

Trained = Callable[[str], Artifact]


def passages(made: Artifact, count: int, begin: Beginning | None = None) -> list[Passage]:
    playing = Playing(made, piece.read(made), begin or Beginning(), in_time=False)
    return list(islice(playing.passages(), count))


@pytest.fixture
def make(bench: Bench, trained: Trained) -> Callable[..., Artifact]:
    """`make("gan", screens=2)` is a show with a model."""

    def made(*models: str, **settings: Any) -> Artifact:
        return bench.make(show, settings, models=[trained(model) for model in models])

    return made


# What a run leaves ready -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_a_show_holds_all_that_it_needs_to_be_played(model: str, make: Callable[..., Artifact]) -> None:
    made = make(model, screens=2, linger=1.0, dissolve=0.5)
    told = piece.read(made)
    (voice,) = told.voices
    shown = passages(made, 4)

    assert (told.screens, told.beat, told.lasts) == (2, 1.5, None)
    assert voice.unlike > 0
    assert [each.screen for each in shown] == [0, 1, 0, 1]
    assert {each.picture.pixels.shape for each in shown} == {(HEIGHT, WIDTH, 3)}


def test_each_screen_has_a_model_of_its_own_and_those_that_have_none_are_remarked_on(
    make: Callable[..., Artifact], bench: Bench
) -> None:
    around = piece.read(make("gan", "autoencoder", screens=3))
    none = bench.remarks
    piece.read(make("gan", "autoencoder", screens=1))

    assert [around.voice(screen) for screen in range(3)] == [0, 1, 0]
    assert [] == none
    assert "Each of 2 models would have a screen, and there is 1" in bench.remarks[0][1]


# Pictures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_a_picture_depends_on_its_place_alone_so_that_it_can_be_made_again(
    model: str, make: Callable[..., Artifact]
) -> None:
    made = make(model, screens=2)
    shown = passages(made, 6)
    again = Painter(piece.model(made, 0), piece.read(made).seed)

    for each in shown:
        (pixels,) = again.at(each.screen, [each.picture.spot.place])
        assert np.array_equal(each.picture.pixels, pixels)


@pytest.mark.parametrize("model", ["gan", "autoencoder"])
@pytest.mark.parametrize("bounds", [(0.05, 0.2), (0.3, 0.5)])
def test_the_next_picture_is_as_far_from_the_last_as_variation_says(
    model: str, bounds: tuple[float, float], make: Callable[..., Artifact]
) -> None:
    made = make(model, variation=bounds)
    shown = [each.picture.pixels for each in passages(made, 16)]
    unlike = piece.read(made).voices[0].unlike
    steps = [looks.apart(looks.small(a), looks.small(b)) / unlike for a, b in pairwise(shown)]
    low, high = bounds

    assert low <= min(steps)
    assert max(steps) <= high
    assert max(steps) - min(steps) > 0.2 * (high - low)


def test_a_show_drifts_no_further_than_it_may(make: Callable[..., Artifact]) -> None:
    near = [each.picture.spot.place for each in passages(make("gan", drift=0.1), 6)]
    far = [each.picture.spot.place for each in passages(make("gan", drift=1.0), 6)]

    assert near == pytest.approx([0.2 * number for number in range(6)])
    assert far == pytest.approx([2.0 * number for number in range(6)])


def test_drift_0_is_seen_as_frozen_and_woken_where_it_is_guarded(make: Callable[..., Artifact]) -> None:
    left = [each.picture for each in passages(make("gan", drift=0.0), 30)]
    guarded = [each.picture for each in passages(make("gan", drift=0.0, guard=("freezing",)), 30)]

    assert {picture.spot.place for picture in left} == {0.0}
    assert [place for place, picture in enumerate(left) if picture.wrong] == [7, 15, 23]
    assert [place for place, picture in enumerate(guarded) if picture.woken == "freezing"] == [8, 16, 24]
    assert len({picture.spot.place for picture in guarded}) == 4


def test_what_was_shown_does_not_come_back_where_repeat_is_never(make: Callable[..., Artifact]) -> None:
    made = make("gan", variation=(0.2, 0.6), repeat="never")
    first = passages(made, 12)
    known = tuple(each.picture.look for each in first)
    again = passages(made, 12, Beginning(looks=known))
    memory = Memory(100)
    for look in known:
        memory.add(look)

    assert not any(each.picture.again for each in again)
    assert not any(memory.knows(each.picture.look) for each in again[1:])


def test_a_memory_forgets_the_oldest_and_knows_near_twins() -> None:
    memory = Memory(3)
    faces = [bytes([number]) * 32 for number in (0, 15, 51, 85)]
    for face in faces:
        memory.add(face)

    assert [memory.knows(face) for face in faces] == [False, True, True, True]
    assert memory.knows(bytes([84]) + faces[3][1:])
    assert not memory.knows(bytes([170]) * 4 + faces[3][4:])


# The watch ---------------------------------------------------------------------------------------------------------


def plain(value: float) -> looks.Small:
    return np.full((looks.SIDE, looks.SIDE, 3), value, np.float32)


def test_a_screen_whose_pictures_stop_to_change_is_frozen_and_a_slow_one_is_not() -> None:
    frozen, slow = Watch(0.2), Watch(0.2)
    still = [frozen.see(plain(0.5)) for _ in range(2 * WINDOW)]
    moving = [slow.see(plain(0.5 + 0.0004 * number)) for number in range(WHILE)]

    assert [place for place, wrong in enumerate(still) if wrong == "freezing"] == [WINDOW - 1, 2 * WINDOW - 1]
    assert [None] * WHILE == moving


@pytest.mark.parametrize("few", [2, 3, 8])
def test_a_screen_whose_few_pictures_come_round_and_round_is_frozen(few: int) -> None:
    watch = Watch(0.2)
    told = [watch.see(plain(0.2 + 0.6 * (number % few) / few)) for number in range(2 * WHILE)]

    assert [place for place, wrong in enumerate(told) if wrong == "freezing"] == [WHILE - 1, 2 * WHILE - 1]


def lively(dark: float, light: float, count: int) -> list[looks.Small]:
    """Pictures of chance between two greys: none comes again."""
    source = np.random.default_rng(0)
    return [plain(float(value)) for value in source.uniform(dark, light, count)]


def test_a_screen_whose_pictures_become_alike_has_collapsed() -> None:
    watch = Watch(0.2)
    first = [watch.see(each) for each in lively(0.2, 0.8, WHILE)]
    dull = [watch.see(each) for each in lively(0.2, 0.22, WHILE)]

    assert [None] * WHILE == first
    assert "collapse" in dull


def test_a_watch_that_is_begun_again_compares_with_how_it_was_at_first() -> None:
    watch = Watch(0.2, first=0.3)

    assert "collapse" in [watch.see(each) for each in lively(0.2, 0.25, WHILE)]


# From one to the next ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("model", "between"), [("gan", 23), ("autoencoder", 23), ("diffusion", 0)])
def test_what_lies_between_two_pictures_is_drawn_where_that_is_one_look(
    model: str, between: int, make: Callable[..., Artifact]
) -> None:
    first, second = passages(make(model, dissolve=3.0), 2)
    steps = [first.picture.pixels, *second.frames]
    apart = [looks.apart(looks.small(a), looks.small(b)) for a, b in pairwise(steps)]
    whole = looks.apart(looks.small(steps[0]), looks.small(steps[-1]))

    assert (len(first.frames), len(second.frames)) == (1, between + 1)
    assert max(apart) <= whole + 1e-6
    assert between == 0 or max(apart) < 0.75 * whole


def test_a_dissolve_begins_at_one_picture_ends_at_the_other_and_goes_evenly_between() -> None:
    dark, light = np.zeros((2, 2, 3), np.uint8), np.full((2, 2, 3), 200, np.uint8)
    seen = [int(blended(dark, (light,), share).mean()) for share in (0, 0.25, 0.5, 0.75, 1)]

    assert seen == [0, 31, 100, 169, 200]
    assert np.array_equal(blended(dark, (light, dark), 1), dark)


def test_a_screen_that_is_cut_short_goes_on_from_what_is_seen() -> None:
    dark, light = np.zeros((2, 2, 3), np.uint8), np.full((2, 2, 3), 200, np.uint8)
    screen = Screen(2.0)
    screen.begin((light,), 10.0)
    before = screen.frame(11.0)
    screen.begin((dark,), 11.0)

    assert int(before.mean()) == 100
    assert np.array_equal(before, screen.frame(11.0))
    assert int(screen.frame(13.5).max()) == 0


def told(number: int, screen: int) -> Passage:
    pixels = np.zeros((2, 2, 3), np.uint8)
    return Passage(number, screen, Picture(Spot(0.0), pixels, 0.0, b""), (pixels,), None)


def test_screens_begin_together_and_then_change_in_turn(make: Callable[..., Artifact]) -> None:
    made = piece.read(make("gan", screens=3, linger=4.0, dissolve=2.0))
    waits = [wait for wait, _ in schedule((told(n, n % 3) for n in range(8)), made)]

    assert waits == [0, 0, 0, 6, 2, 2, 2, 2]


def test_a_show_lasts_as_long_as_it_says_and_what_is_late_is_not_caught_up_with(make: Callable[..., Artifact]) -> None:
    made = piece.read(make("gan", linger=0.1, dissolve=0.0))
    begun: list[int] = []
    ahead = live.Ahead(lambda: (told(n, 0) for n in range(10**6)), made)
    live.play(ahead, lambda p: begun.append(p.number), threading.Event(), 0.55, str)
    ahead.close()

    assert begun == list(range(len(begun)))
    assert 2 <= len(begun) <= 6


def test_what_goes_wrong_while_drawing_ahead_is_raised_where_it_is_shown(make: Callable[..., Artifact]) -> None:
    def broken() -> Any:
        yield told(1, 0)
        raise ValueError("no more")

    ahead, going = live.Ahead(broken, piece.read(make("gan"))), threading.Event()
    first = ahead.taken(going)

    assert first is not None
    assert first.number == 1
    with pytest.raises(ValueError, match="no more"):
        ahead.taken(going)


def test_who_stops_a_show_does_not_wait_for_a_long_drawing(
    make: Callable[..., Artifact], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "PATIENCE", 0.1)
    drawn = threading.Event()

    def slow() -> Any:
        drawn.wait()
        yield told(1, 0)

    ahead = live.Ahead(slow, piece.read(make("gan")))
    ahead.close()
    busy = ahead.busy
    drawn.set()

    assert busy
