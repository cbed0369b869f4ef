"""`compose`: what goes together is put together, image by image, and a film can be made of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from PIL import Image

from intaglio.lang.script import read
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import Nowhere
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault, Given
from intaglio.runtime.keys.digests import of_file
from intaglio.runtime.plan.planner import State
from intaglio.stdlib.stages.compose import Compose, Layout, compose
from intaglio.stdlib.stages.film import film
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio


def flat(*shades: int, height: int = 4, width: int = 6) -> list[Any]:
    return [np.full((height, width, 3), shade, np.uint8) for shade in shades]


def composed(bench: Bench, *sources: Any, **settings: Any) -> list[Any]:
    beside = {"mask": settings.pop("mask")} if "mask" in settings else None
    given = [each if isinstance(each, Artifact | Given) else bench.images(each) for each in sources]
    return [*ImageSet(bench.make(compose, settings, sources=given, beside=beside))]


# Layouts -----------------------------------------------------------------------------------------------------------


def test_the_first_of_each_lie_beside_each_other_then_the_second(bench: Bench) -> None:
    first, second = composed(bench, flat(10, 20), flat(30, 40))

    assert [[10, 30], [20, 40]] == [[int(each[0, 0, 0]), int(each[0, 6, 0])] for each in (first, second)]
    assert (4, 12, 3) == first.shape


def test_a_gap_is_black_and_lies_between_only(bench: Bench) -> None:
    (beside,) = composed(bench, flat(10), flat(30), gap=2)
    (above,) = composed(bench, flat(10), flat(30), gap=2, layout="above")

    assert [10] * 6 + [0] * 2 + [30] * 6 == beside[0, :, 0].tolist()
    assert [10] * 4 + [0] * 2 + [30] * 4 == above[:, 0, 0].tolist()


@pytest.mark.parametrize(("columns", "shape"), [(None, (8, 18, 3)), (2, (12, 12, 3)), (9, (4, 30, 3))])
def test_a_grid_has_so_many_beside_each_other(bench: Bench, columns: int | None, shape: tuple[int, ...]) -> None:
    (made,) = composed(bench, *(flat(shade) for shade in (10, 20, 30, 40, 50)), layout="grid", columns=columns)

    assert shape == made.shape
    assert {10, 20, 30, 40, 50} <= set(np.unique(made).tolist())


@pytest.mark.parametrize(("mix", "shade"), [(0.0, 100), (None, 150), (0.25, 125), (1.0, 200)])
def test_a_blend_has_so_much_of_the_last(bench: Bench, mix: float | None, shade: int) -> None:
    (made,) = composed(bench, flat(100), flat(200), layout="blend", mix=mix)

    assert shade == int(np.unique(made)[0])


def test_a_mask_shows_the_last_where_it_is_white(bench: Bench) -> None:
    mask = np.zeros((4, 6, 3), np.uint8)
    mask[:, 3:] = 255
    made = composed(bench, flat(100, 110), flat(200, 210), mask=bench.images([mask]))

    assert [[100] * 3 + [200] * 3, [110] * 3 + [210] * 3] == [each[0, :, 0].tolist() for each in made]


def test_each_image_may_have_its_own_mask(bench: Bench) -> None:
    made = composed(bench, flat(100, 110), flat(200, 210), mask=bench.images(flat(255, 0)))

    assert [200, 110] == [int(each[0, 0, 0]) for each in made]


def test_masks_for_other_images_are_refused(bench: Bench) -> None:
    with pytest.raises(Fault, match="2 masks for 3 images"):
        composed(bench, flat(1, 2, 3), flat(4, 5, 6), mask=bench.images(flat(0, 255)))


def test_a_mask_beside_another_layout_is_refused_with_the_right_one(bench: Bench) -> None:
    with pytest.raises(Fault, match="layout grid") as caught:
        composed(bench, flat(1), flat(2), layout="grid", mask=bench.images(flat(0)))

    assert "layout blend" == caught.value.hint


def test_a_collage_lies_as_its_seed_has_it_and_nothing_is_cut(bench: Bench) -> None:
    sources = [bench.images(flat(*[shade] * 12, height=40, width=60)) for shade in (10, 200)]
    one, again, other = (
        [*ImageSet(bench.make(compose, {"layout": "collage"}, sources=sources, seed=seed))] for seed in (1, 1, 2)
    )
    areas = [int((each == 200).all(axis=2).sum()) for each in one]

    assert all(np.array_equal(a, b) for a, b in zip(one, again, strict=True))
    assert not any(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
    assert 12 == len({each.tobytes() for each in one})
    assert all(0.3**2 * 2400 * 0.9 <= area <= 0.6**2 * 2400 * 1.1 for area in areas)


# What goes together --------------------------------------------------------------------------------------------------


def test_another_size_is_fitted_into_the_first_on_black(bench: Bench) -> None:
    (made,) = composed(bench, flat(100, height=20, width=40), flat(200, height=40, width=40))

    assert (20, 80, 3) == made.shape
    assert [0] * 10 + [200] * 20 + [0] * 10 == made[10, 40:, 0].tolist()


def test_a_single_image_goes_with_all_and_others_end_with_the_shortest(bench: Bench) -> None:
    made = composed(bench, flat(1), flat(10, 20, 30), flat(40, 50))

    assert [[1, 10, 40], [1, 20, 50]] == [each[0, ::6, 0].tolist() for each in made]
    assert ["These are of different lengths (3, 2 images)"] == [told.split(";")[0] for _, told in bench.remarks]


def test_the_cells_of_a_sweep_come_in_turn(bench: Bench) -> None:
    cells = [Given(bench.images(flat(shade)), None, {"truncation": at}, "attempts") for at, shade in ((0.5, 1), (1, 2))]
    made = composed(bench, bench.images(flat(10, 20)), *cells)

    assert [[10, 1], [20, 2]] == [each[0, ::6, 0].tolist() for each in made]


def test_what_says_nothing_in_a_layout_is_remarked_on(bench: Bench) -> None:
    composed(bench, flat(1), flat(2), mix=0.25, columns=3)

    assert [
        "`columns` says nothing in `layout beside`; it is for `layout grid`.",
        "`mix` says nothing in `layout beside`; it is for `layout blend`.",
    ] == [told for _, told in bench.remarks]


@pytest.mark.parametrize("said", [("columns 3",), ("mix 25%",), ("gap 2 px",), ("columns 3", "mix 25%", "gap 2 px")])
@pytest.mark.parametrize("mask", [False, True])
@pytest.mark.parametrize("layout", [None, *get_args(Layout)])
def test_a_check_tells_what_a_run_does_not_hear(
    layout: str | None, mask: bool, said: tuple[str, ...], words: Vocabulary
) -> None:
    if mask and layout not in (None, "blend"):
        pytest.skip("no run begins with it")
    lines = [*([f"layout {layout}"] if layout else ()), *(["mask from c"] if mask else ()), *said]
    sources = "".join(f"dataset {name} from ./photos/\n\n" for name in "abc")
    text = f"gen 1\n\n{sources}compose d from a, b\n  " + "\n  ".join(lines)
    script = read(text, words, Nowhere())
    assert script.program is not None, script.diagnostics
    (settings,) = (each.settings for each in script.program.stages if each.name == "d")
    _, told = Compose.model_validate(settings).settled(swept=False).heard(())

    assert sorted(told) == sorted(each.message() for each in script.diagnostics if each.code == "G328")


def test_names_groups_and_captions_are_those_of_the_first(bench: Bench) -> None:
    first = bench.images(flat(1, 2), name=["a.png", "b.png"], group=["cups", "bowls"], caption=["a cup", "a bowl"])
    made = ImageSet(bench.make(compose, {}, sources=[bench.images(flat(9)), first]))

    assert (("a.png", "b.png"), ("cups", "bowls"), ("a cup", "a bowl")) == (made.names, made.groups, made.captions)


# Films ---------------------------------------------------------------------------------------------------------------


def test_frames_stay_frames_of_their_film(bench: Bench) -> None:
    frames = bench.images(flat(1, 2, 3), rate=8.0, time=[1.0, 1.125, 1.25], film=["a film's digest"] * 3)
    made = ImageSet(bench.make(compose, {}, sources=[bench.images(flat(5, 6, 7)), frames]))

    assert (8.0, (1.0, 1.125, 1.25), ("a film's digest",) * 3) == (made.rate, made.times, made.films)


def test_a_film_of_two_beside_each_other_has_the_sound_of_the_first(bench: Bench, tmp_path: Path) -> None:
    av = pytest.importorskip("av")
    from tests.stdlib.test_film import loudness, tone

    tone(tmp_path / "tone.mp4")
    digest = of_file(tmp_path / "tone.mp4")
    count = 16
    frames = bench.images(
        flat(*range(count), height=48, width=64),
        rate=8.0,
        time=[0.5 + i / 8 for i in range(count)],
        film=[digest] * count,
    )
    both = bench.make(compose, {}, sources=[frames, bench.images(flat(*range(count), height=48, width=64))])
    (path,) = bench.make(film, {"sound": "./tone.mp4"}, sources=[both]).result.values()
    with av.open(str(path)) as container:
        shown = [frame.to_ndarray(format="rgb24").shape for frame in container.decode(video=0)]

    assert (count, {2}) == (len(shown), {width / height * 48 / 64 for height, width, _ in shown})
    assert [False, False, True, True, True, True, False, False] == [loud > 0.1 for loud in loudness(path, 2.0)]


# Image by image ------------------------------------------------------------------------------------------------------

BOTH = """dataset before from ./before/

dataset after from ./after/

compose pairs from before, after
"""
MASKED = f"""{BOTH}  mask from shapes

dataset shapes from ./shapes/
"""


@pytest.fixture
def studio(tmp_path: Path, crew: Any) -> Studio:
    for number, name in enumerate(("before", "after", "shapes")):
        put(tmp_path / name, pictures(12, seed=number))
    return Studio(tmp_path, crew)


def put(folder: Path, images: list[Any]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, pixels in enumerate(images):
        Image.fromarray(pixels).save(folder / f"{number:02d}.png")


def afresh(studio: Studio, text: str) -> Artifact:
    (made,) = studio.elsewhere("afresh").run(text)["pairs"]
    return made


def test_one_changed_image_is_put_together_alone(studio: Studio) -> None:
    studio.run(BOTH)
    images = pictures(12, seed=1)
    images[5] = pictures(1, seed=9)[0]
    put(studio.folder / "after", images)
    (made,) = studio.run(BOTH)["pairs"]

    assert (1, 11) == studio.counts["pairs"]
    assert afresh(studio, BOTH).digest == made.digest


def test_images_that_move_together_are_not_put_together_anew(studio: Studio) -> None:
    studio.run(BOTH)
    for number, name in enumerate(("before", "after")):
        put(studio.folder / name, pictures(12, seed=number)[4:])

    studio.run(BOTH)

    assert (0, 8) == studio.counts["pairs"]


def test_another_mask_puts_everything_together_anew_and_another_name_for_it_nothing(studio: Studio) -> None:
    studio.run(MASKED)
    renamed = studio.ran(MASKED.replace("shapes\n", "stencils\n").replace("dataset shapes", "dataset stencils"))
    put(studio.folder / "shapes", pictures(12, seed=7))
    planned = studio.plan(MASKED)
    (made,) = studio.run(MASKED)["pairs"]

    assert [] == renamed
    assert State.WAITS is planned["pairs"].state
    assert (12, 0) == studio.counts["pairs"]
    assert afresh(studio, MASKED).digest == made.digest


def test_a_recipe_may_be_given_what_a_setting_of_it_names(studio: Studio) -> None:
    text = """recipe stencil
  takes ground as images
  takes figure as images
  takes shape as images

  compose cut from ground, figure
    mask from shape
  gives cut

dataset before from ./before/

dataset after from ./after/

dataset shapes from ./shapes/

stencil pairs from before, after, shapes
"""
    (recipe,) = studio.run(text)["pairs.cut"]
    (plain,) = studio.run(MASKED)["pairs"]

    assert plain.digest == recipe.digest
