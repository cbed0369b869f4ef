"""`show` of translators that read each other: how they begin, go on, are woken, and come to the same picture again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import islice, pairwise
from typing import Any

import numpy as np
import pytest

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault, Given
from intaglio.stdlib.showing import looks, piece
from intaglio.stdlib.showing.looks import Pixels
from intaglio.stdlib.showing.playing import Beginning, Passage, Playing
from intaglio.stdlib.showing.ring import Reading, Ring, Shown, Talk
from intaglio.stdlib.showing.way import Spot
from intaglio.stdlib.stages.show import show
from intaglio.stdlib.stages.train import train
from intaglio.stdlib.stages.vary import vary
from tests.stdlib.conftest import HEIGHT, WIDTH, pictures
from tests.stdlib.context import Bench

Translator = Callable[..., Artifact]


@pytest.fixture(scope="module")
def translator(tmp_path_factory: pytest.TempPathFactory) -> Translator:
    """`translator(first, second)` has learnt from pictures of one chance to draw those of another, and only that."""
    bench = Bench(tmp_path_factory.mktemp("translators"))

    @cache
    def trained(first: int, second: int, pairing: str = "same-place", height: int = HEIGHT) -> Artifact:
        sets = [bench.images(pictures(6, height, WIDTH, seed)) for seed in (first, second)]
        settings = {"model": "translate", "steps": 12, "batch": 4, "pairing": pairing, "average": 0.5}
        return bench.make(train, settings, sources=sets)

    return trained


@pytest.fixture
def make(bench: Bench, translator: Translator) -> Callable[..., Artifact]:
    """`make(screens=2)` is a show of two translators, one there and one back."""

    def made(*models: Artifact | Given, **settings: Any) -> Artifact:
        given = models or (translator(1, 2), translator(2, 1))
        return bench.make(show, {"screens": 2, **settings}, models=given)

    return made


def passages(made: Artifact, count: int, begin: Beginning | None = None) -> list[Passage]:
    playing = Playing(made, piece.read(made), begin or Beginning(), in_time=False)
    return list(islice(playing.passages(), count))


def seen(shown: list[Passage]) -> list[bytes]:
    return [each.picture.pixels.tobytes() for each in shown]


def as_shown(passage: Passage) -> Shown:
    return Shown(passage.picture.spot, passage.screen, passage.picture.pixels)


# Who reads what ----------------------------------------------------------------------------------------------------


def test_each_screen_shows_what_its_model_makes_of_what_the_other_showed(
    make: Callable[..., Artifact], translator: Translator, bench: Bench
) -> None:
    shown = passages(make(drift=0.0), 6)
    over = [translator(1, 2), translator(2, 1)]

    assert [each.screen for each in shown] == [0, 1, 0, 1, 0, 1]
    assert [each.picture.spot.reading for each in shown] == [1, 2, 3, 4, 5, 6]
    for before, after in pairwise(shown):
        read = bench.make(vary, sources=[bench.images([before.picture.pixels])], models=[over[after.screen]])
        assert np.array_equal(after.picture.pixels, pictures_of(read)[0])


def pictures_of(made: Artifact) -> list[Pixels]:
    from intaglio.runtime.artifacts.images import ImageSet

    return list(ImageSet(made))


def test_what_another_seed_begins_with_is_another_picture(make: Callable[..., Artifact], bench: Bench) -> None:
    made = make(drift=0.1)
    again, other = passages(made, 4), passages(make_with_seed(bench, made, 5), 4)

    assert seen(passages(made, 4)) == seen(again)
    assert seen(again)[0] != seen(other)[0]


def make_with_seed(bench: Bench, made: Artifact, seed: int) -> Artifact:
    models = [piece.model(made, voice) for voice in range(2)]
    return bench.make(show, {"screens": 2, "drift": 0.1}, models=models, seed=seed)


def test_one_translator_that_learnt_both_ways_reads_itself(
    make: Callable[..., Artifact], translator: Translator, bench: Bench
) -> None:
    both = translator(1, 2, "none")
    made = make(both, drift=0.0)
    first, second, third = passages(made, 3)
    back = bench.make(vary, {"reverse": True}, sources=[bench.images([first.picture.pixels])], models=[both])

    assert [voice.reads is not None and voice.reads.reverse for voice in piece.read(made).voices] == [False, True]
    assert np.array_equal(second.picture.pixels, pictures_of(back)[0])
    assert not np.array_equal(first.picture.pixels, third.picture.pixels)


def test_what_has_no_screen_is_read_and_not_seen(make: Callable[..., Artifact], bench: Bench) -> None:
    both, one = passages(make(drift=0.0), 5), passages(make(drift=0.0, screens=1), 3)
    told = [message for _, message in bench.remarks]

    assert seen(both)[::2] == seen(one)
    assert ["2 models read each other, and there is 1 of as many screens" in message for message in told] == [True]


def test_three_screens_never_show_what_a_model_makes_of_its_own_picture(make: Callable[..., Artifact]) -> None:
    made = make(drift=0.0, screens=3)
    shown = passages(made, 6)
    ring = Ring.of(made, piece.read(made))
    voices = [each.screen % 2 for each in shown]
    third = Shown(shown[2].picture.spot, voices[2], shown[2].picture.pixels)
    (unseen,) = ring.drawn(third, 1, [third.pixels])
    (fourth,) = ring.drawn(Shown(third.spot, 1, unseen), 0, [unseen])

    assert [0, 1, 0, 0, 1, 0] == voices
    assert np.array_equal(shown[3].picture.pixels, fourth)


# What may not be shown ---------------------------------------------------------------------------------------------


def test_a_translator_that_learnt_one_way_is_not_shown_alone(
    make: Callable[..., Artifact], translator: Translator
) -> None:
    with pytest.raises(Fault, match="learnt from pairs, and only one way") as told:
        make(translator(1, 2))

    assert told.value.hint == "pairing none"


def test_translators_of_two_sizes_do_not_read_each_other(make: Callable[..., Artifact], translator: Translator) -> None:
    with pytest.raises(Fault, match="24 px by 16 px, and for 24 px by 32 px"):
        make(translator(1, 2), translator(2, 1, height=32))


def test_a_model_that_draws_from_chance_is_not_among_them(
    make: Callable[..., Artifact], translator: Translator, trained: Callable[[str], Artifact]
) -> None:
    with pytest.raises(Fault, match="`seer` reads what others draw, and `dreamer` draws from chance"):
        make(Given(translator(1, 2), stage="seer"), Given(trained("gan"), stage="dreamer"))


# Again, and on ------------------------------------------------------------------------------------------------------


def test_every_picture_is_read_again_to_the_bit_from_the_one_before_or_from_chance(
    make: Callable[..., Artifact],
) -> None:
    made = make(drift=0.3, guard=("freezing", "collapse"))
    shown = passages(made, 24)
    ring = Ring.of(made, piece.read(made))
    before: Shown | None = None
    for each in shown:
        spot = each.picture.spot
        (pixels,) = ring.follow(before, each.screen, spot.reading or 0, [spot.place])
        before = Shown(spot, each.screen, pixels)
        assert np.array_equal(each.picture.pixels, pixels)


@pytest.mark.parametrize("count", [7, 8])
def test_a_show_goes_on_from_what_its_screens_showed_as_if_it_had_never_stopped(
    count: int, make: Callable[..., Artifact]
) -> None:
    made = make(drift=0.2)
    whole = passages(made, 14)
    held = {each.screen: as_shown(each) for each in whole[:count]}
    on = passages(made, 2 + 14 - count, Beginning(number=count, held=held))

    assert {each.screen: each.picture.spot for each in on[:2]} == {s: shown.spot for s, shown in held.items()}
    assert seen(whole[count:]) == seen(on[2:])


def test_a_show_of_which_one_picture_was_lost_goes_on_from_the_other(make: Callable[..., Artifact]) -> None:
    made = make(drift=0.2)
    whole = passages(made, 8)
    on = passages(made, 4, Beginning(held={1: as_shown(whole[5])}))

    assert [each.screen for each in on] == [1, 0, 1, 0]
    assert [each.picture.spot.reading for each in on] == [6, 7, 8, 9]
    assert seen(whole)[5] == seen(on)[0]


# Chance, and the watch ----------------------------------------------------------------------------------------------


def test_chance_keeps_to_the_spread_of_what_is_read_and_grows_with_the_offset(make: Callable[..., Artifact]) -> None:
    made = make()
    told, shown = piece.read(made), passages(made, 1)[0]
    reads = told.voices[0].reads
    assert reads is not None
    still, *mixed, whole = Ring.of(made, told).mixed(as_shown(shown), 1, 2, [0.0, 0.1, 0.3, 0.6, 1.0])
    far = [looks.apart(looks.small(still), looks.small(each)) for each in (*mixed, whole)]
    centre = np.mean(whole / 127.5 - 1, axis=(0, 1))

    assert np.array_equal(shown.picture.pixels, still)
    assert sorted(far) == far
    assert np.abs(centre - reads.centre).max() < 0.5 * max(reads.spread)
    assert 0.5 < np.std(whole / 127.5 - 1) / np.mean(reads.spread) < 1.5


def test_without_drift_it_freezes_which_the_guard_sees_and_wakes(bench: Bench) -> None:
    sets = [bench.images(pictures(6, seed=seed)) for seed in (1, 2)]
    settings = {"model": "translate", "steps": 200, "batch": 4, "average": 0.98}
    both = bench.make(train, settings, sources=sets)
    ways = [{"screens": 2, "drift": 0.0, "guard": guard} for guard in ((), ("freezing",))]
    left, guarded = ([each.picture for each in passages(bench.make(show, way, models=[both]), 300)] for way in ways)
    found = [place for place, picture in enumerate(left) if picture.wrong == "freezing"]
    woken = [place for place, picture in enumerate(guarded) if picture.woken == "freezing"]

    assert len(found) > 4
    assert not any(picture.woken for picture in left)
    assert woken[:1] == [found[0] + 2]  # when that screen changes next
    assert guarded[woken[0]].step > 0.2
    assert guarded[woken[0]].spot.place >= 1


def test_what_the_other_screen_was_woken_with_is_read_and_not_thrown_away(make: Callable[..., Artifact]) -> None:
    ring = Ring.of(made := make(), piece.read(made))
    shown = as_shown(passages(made, 2)[1])
    talk = Talk(ring, Shown(Spot(3.0, 7), 0, shown.pixels))
    same, other = (Reading(talk, voice, None).leaps() for voice in (0, 1))

    assert min(same) >= 1
    assert max(other) < 1


def test_with_drift_it_does_not_freeze_and_stays_as_varied_as_at_first(make: Callable[..., Artifact]) -> None:
    shown = passages(make(variation=(0.2, 0.6), guard=("freezing", "collapse")), 120)
    for screen in (0, 1):
        copies = [looks.small(each.picture.pixels) for each in shown if each.screen == screen]
        diversities = [looks.diversity(copies[place : place + 16]) for place in range(len(copies) - 15)]

        assert min(diversities) >= 0.5 * diversities[0]
    assert len(set(seen(shown))) == len(shown)
    assert not any(each.picture.wrong == "freezing" for each in shown)


def test_the_pictures_between_two_lie_between_them(make: Callable[..., Artifact]) -> None:
    shown = passages(make(drift=0.3, dissolve=1.0), 8)
    before, after = shown[5], shown[7]
    way = [before.picture.pixels, *after.frames]
    apart = [looks.apart(looks.small(a), looks.small(b)) for a, b in pairwise(way)]
    whole = looks.apart(looks.small(way[0]), looks.small(way[-1]))

    assert [len(each.frames) for each in shown] == [1, 1, 1, 8, 8, 8, 8, 8]
    assert max(apart) <= whole + 1e-6
