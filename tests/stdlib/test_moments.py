"""What moves in a bent model: each frame has its moment, whatever is drawn beside it, and none is taken for another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from intaglio.lang.ir import Step
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Given
from intaglio.runtime.run.crew import Crew
from intaglio.stdlib import moments, redrawing, registry
from intaglio.stdlib.nn import bending
from intaglio.stdlib.nn.clock import Clock
from intaglio.stdlib.showing import painter
from intaglio.stdlib.showing.painter import Painter
from intaglio.stdlib.stages.rebuild import Rebuild
from intaglio.stdlib.stages.walk import Walk, items, moments_of
from tests.stdlib.conftest import FROM_CHANCE, photographs, pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

Trained = Callable[[str], Artifact]
KINDS = registry.kinds()
WALK = {"stops": 2, "pace": 1.0, "rate": 4.0}  # five frames
MOVING: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ("scale", {"amount": 1.0}, {"amount": 2.0}, {"amount": 3.0}),
    ("rotate", {"amount": -40.0}, {"amount": 0.0}, {"amount": 40.0}),
    ("translate", {"across": 0.5, "down": 0.25}, {"across": 0.25, "down": 0.25}, {"across": 0.0, "down": 0.25}),
    ("threshold", {"amount": 1.0}, {"amount": 0.5}, {"amount": 0.0}),
    ("erode", {"amount": 1}, {"amount": 2}, {"amount": 3}),
    ("dilate", {"amount": 3}, {"amount": 2}, {"amount": 1}),
    ("noise", {"amount": 0.0}, {"amount": 0.5}, {"amount": 1.0}),
    ("swap", {"amount": 0.0}, {"amount": 0.5}, {"amount": 1.0}),
]


def bent(bench: Bench, model: Artifact, word: str, values: dict[str, Any]) -> Artifact:
    return bench.make(KINDS["bend"], steps=[Step(word=word, values=values)], models=[model])


def moving(bench: Bench, model: Artifact, word: str, first: dict[str, Any], last: dict[str, Any]) -> Artifact:
    between = {name: value if value == last[name] else (value, last[name]) for name, value in first.items()}
    return bent(bench, model, word, between)


def walked(bench: Bench, model: Artifact, **settings: Any) -> NDArray[Any]:
    quick = {"steps": 1, "sampler": "euler"} if "diffusion" in model.result["model.json"].read_text() else {}
    return np.stack(list(ImageSet(bench.make(KINDS["walk"], {**WALK, **quick, **settings}, models=[model]))))


# When ---------------------------------------------------------------------------------------------------------------


def test_a_walk_goes_from_the_beginning_to_the_end() -> None:
    assert [0.0, 0.25, 0.5, 0.75, 1.0] == list(moments_of(Walk(**WALK)))
    assert [0.0] == list(moments_of(Walk(stops=2, pace=0.04, rate=1.0)))


def test_a_looped_walk_goes_there_and_back_so_that_no_step_is_larger_than_another() -> None:
    found = list(moments_of(Walk(**WALK, loop=True)))

    assert [0.0, 0.25, 0.5, 0.75, 1.0, 0.75, 0.5, 0.25] == found


def test_what_moves_in_a_slow_walk_rests_where_it_turns() -> None:
    found = list(moments_of(Walk(stops=2, pace=4.0, rate=4.0, loop=True, ease="slow")))
    steps = np.abs(np.diff([*found, found[0]]))

    assert (found[0], found[16]) == (0.0, 1.0)
    assert max(steps[[0, 15, 16, -1]]) < 0.02 < 0.05 < steps.max()


def test_what_moves_in_a_show_goes_there_and_back_without_a_jump() -> None:
    found = [painter.moment(place / 4) for place in range(int(painter.ROUND * 4) + 1)]

    assert (found[0], max(found), found[-1]) == (0.0, 1.0, 0.0)
    assert np.abs(np.diff(found)).max() < 0.03


# What is drawn then -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("word", "first", "midway", "last"), MOVING, ids=[each[0] for each in MOVING])
def test_a_frame_is_what_the_bend_makes_that_stands_as_it_does_then(
    bench: Bench, trained: Trained, word: str, first: dict[str, Any], midway: dict[str, Any], last: dict[str, Any]
) -> None:
    model = trained("style-gan")
    film = walked(bench, moving(bench, model, word, first, last))
    still = [walked(bench, bent(bench, model, word, values)) for values in (first, midway, last)]

    for frame, values in zip((0, 2, 4), still, strict=True):
        np.testing.assert_allclose(film[frame].astype(int), values[frame].astype(int), atol=1)
    assert (film[1] != still[0][1]).any()


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_a_frame_does_not_depend_on_its_neighbours(bench: Bench, trained: Trained, model: str) -> None:
    film = moving(bench, trained(model), "scale", {"amount": 0.5}, {"amount": 2.0})

    few, many = walked(bench, film), walked(bench, film, rate=12.0)

    np.testing.assert_array_equal(few, many[::3])
    assert (few[-1] != walked(bench, trained(model))[-1]).any()


def test_what_goes_from_a_number_to_itself_stands_still(bench: Bench, trained: Trained) -> None:
    model = bent(bench, trained("gan"), "scale", {"amount": (2.0, 2.0)})

    assert not moments.moves([Given(model)])
    assert model.digest == bent(bench, trained("gan"), "scale", {"amount": 2.0}).digest


def test_what_moves_in_a_bent_model_moves_on_where_it_is_bent_again(bench: Bench, trained: Trained) -> None:
    film = moving(bench, trained("gan"), "scale", {"amount": 1.0}, {"amount": 3.0})
    flip = {"way": "across", "at": "layer-2"}
    again = bent(bench, bent(bench, film, "flip", flip), "flip", flip)

    np.testing.assert_array_equal(walked(bench, film), walked(bench, again))


def test_an_edge_moves_between_whole_pixels() -> None:
    import torch

    x = torch.zeros(1, 1, 9, 9)
    x[..., 4, 4] = 1.0
    spread = bending.TRANSFORMS["dilate"](x, {"amount": 1.5})

    assert [0.0, 0.0, 0.5, 1.0, 1.0, 1.0, 0.5, 0.0, 0.0] == spread[0, 0, 4].tolist()


def test_images_are_rebuilt_from_the_beginning_to_the_end(bench: Bench, trained: Trained) -> None:
    film = bench.images([pictures(1)[0]] * 11)

    def rebuilt(values: dict[str, Any]) -> NDArray[Any]:
        model = bent(bench, trained("autoencoder"), "scale", values)
        return np.stack(list(ImageSet(bench.make(KINDS["rebuild"], sources=[film], models=[model]))))

    found = rebuilt({"amount": (1.0, 3.0)})

    for place, amount in ((0, 1.0), (5, 2.0), (10, 3.0)):
        np.testing.assert_allclose(found[place].astype(int), rebuilt({"amount": amount})[place].astype(int), atol=1)
    assert len({frame.tobytes() for frame in found}) > 5


def test_a_translator_draws_over_images_from_the_beginning_to_the_end(bench: Bench, trained: Trained) -> None:
    model = bent(bench, trained("translate"), "scale", {"amount": (1.0, 3.0)})
    source = bench.images([pictures(1)[0]] * 3)
    found = np.stack(list(ImageSet(bench.make(KINDS["vary"], sources=[source], models=[model]))))
    plain = np.stack(list(ImageSet(bench.make(KINDS["vary"], sources=[source], models=[trained("translate")]))))

    np.testing.assert_allclose(found[0].astype(int), plain[0].astype(int), atol=1)
    assert 0 < np.abs(found[1] - plain[1].astype(int)).mean() < np.abs(found[2] - plain[2].astype(int)).mean()


def test_a_single_picture_is_drawn_as_it_begins_and_that_is_remarked_on(bench: Bench, trained: Trained) -> None:
    film = moving(bench, trained("gan"), "scale", {"amount": 2.0}, {"amount": 3.0})
    made = bench.make(KINDS["sample"], {"count": 3}, models=[film])
    remarks = [told for _, told in bench.remarks]
    still = bench.make(KINDS["sample"], {"count": 3}, models=[bent(bench, trained("gan"), "scale", {"amount": 2.0})])

    assert ImageSet(still).digests == ImageSet(made).digests
    assert len(remarks) == 1
    assert "as it begins" in remarks[0]
    assert not bench.remarks


def test_a_screen_shows_what_moves_at_the_moment_of_its_place(bench: Bench, trained: Trained) -> None:
    film = moving(bench, trained("gan"), "scale", {"amount": 1.0}, {"amount": 3.0})
    begins, turns = (bent(bench, trained("gan"), "scale", {"amount": amount}) for amount in (1.0, 3.0))

    for model, place in ((begins, 0.0), (turns, painter.ROUND / 2), (begins, painter.ROUND)):
        (seen,), (expected,) = (Painter(each, 1).at(0, [place]) for each in (film, model))
        np.testing.assert_allclose(expected.astype(int), seen.astype(int), atol=1)


def test_what_lies_between_two_pictures_of_a_show_is_between_their_moments(bench: Bench, trained: Trained) -> None:
    film = Painter(moving(bench, trained("gan"), "scale", {"amount": 1.0}, {"amount": 3.0}), 1)

    np.testing.assert_array_equal(film.at(0, [8.5])[0], film.between(0, 8.0, 9.0, 1)[0])


def test_a_clock_that_nobody_told_stands_at_the_beginning() -> None:
    clock = Clock()
    with clock.at([0.5, 1.0]):
        assert [0.5, 1.0] == list(clock.of(2, "scale/layer-1"))

    assert [0.0, 0.0, 0.0] == list(clock.of(3, "scale/layer-1"))


def test_a_clock_knows_where_each_line_is_held() -> None:
    clock = Clock()
    with clock.at([0.5, 1.0], [{"scale/layer-1": 0.25}, {}]):
        held, free = clock.of(2, "scale/layer-1"), clock.of(2, "rotate/layer-1")

    assert [0.25, 1.0] == list(held)
    assert [0.5, 1.0] == list(free)


# What a frame is called ---------------------------------------------------------------------------------------------


def test_frames_are_called_by_their_moments_only_where_something_moves(bench: Bench, trained: Trained) -> None:
    params = Walk(stops=2, pace=1.0, rate=2.0)
    film = moving(bench, trained("gan"), "scale", {"amount": 1.0}, {"amount": 3.0})
    still = bent(bench, trained("gan"), "scale", {"amount": 2.0})

    for model in (trained("gan"), still):
        assert [(0,), (0, 1, 0.5), (1,)] == list(items(params, (), [Given(model)]).names)
    assert [(0, 0.0), (0, 1, 0.5, 0.5), (1, 1.0)] == list(items(params, (), [Given(film)]).names)


def test_rebuilt_images_are_called_by_their_moments_only_where_something_moves(bench: Bench, trained: Trained) -> None:
    sources = [Given(bench.images(pictures(3)))]
    film = moving(bench, trained("autoencoder"), "scale", {"amount": 1.0}, {"amount": 3.0})
    digests = ImageSet(sources[0].artifact).digests

    names = redrawing.items(Rebuild(), sources, [Given(trained("autoencoder"))]).names
    timed = redrawing.items(Rebuild(), sources, [Given(film)]).names

    assert list(digests) == list(names)
    assert [[digests[0], 0.0], [digests[1], 0.5], [digests[2], 1.0]] == list(timed)


MIRAGE = """dataset table from ./photos/

train dreamer from table
  model gan
  steps 2

bend mirage with dreamer
  scale {amount}

walk drift with mirage
  pace 1 s
  rate 4 fps
"""


@pytest.fixture
def studio(tmp_path: Path, crew: Crew) -> Studio:
    photographs(tmp_path)
    return Studio(tmp_path, crew)


def test_another_number_of_frames_takes_only_those_that_stand_at_their_moments(studio: Studio) -> None:
    film = MIRAGE.format(amount="0.5 to 2")
    studio.run(film + "  stops 3\n")
    for lines, expected in (
        ("  stops 3\n  ease slow\n", (6, 3)),  # first, midway and last stand as they did
        ("  stops 5\n", (16, 1)),  # the first only: all others stand at other moments than they did
    ):
        (made,) = studio.run(film + lines)["drift"]

        assert studio.counts["drift"] == expected
        (afresh,) = studio.elsewhere(f"afresh-{len(list(studio.folder.iterdir()))}").run(film + lines)["drift"]
        assert afresh.digest == made.digest


def test_what_does_not_move_is_taken_wherever_it_lies(studio: Studio) -> None:
    film = MIRAGE.format(amount="2")
    studio.run(film + "  stops 3\n")
    studio.run(film + "  stops 5\n")

    assert studio.counts["drift"] == (8, 9)


def test_an_image_more_is_as_if_all_were_rebuilt_from_nothing(studio: Studio) -> None:
    text = MIRAGE.format(amount="0.5 to 2").partition("walk")[0].replace("model gan", "model autoencoder")
    text += "dataset others from ./photos/\n  take {count}\n\nrebuild memory from others with mirage\n"
    studio.run(text.format(count=5))
    (made,) = studio.run(text.format(count=6))["memory"]

    (afresh,) = studio.elsewhere("afresh").run(text.format(count=6))["memory"]
    assert afresh.digest == made.digest
