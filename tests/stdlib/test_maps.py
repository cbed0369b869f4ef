"""Maps: what `derive` draws of images."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.stdlib.images import maps
from tests.stdlib import inside
from tests.stdlib.pictures import picture
from tests.stdlib.studio import Studio


def square() -> Image.Image:
    """A red square of 30 px on a green ground."""
    image = Image.new("RGB", (64, 48), "#20a040")
    ImageDraw.Draw(image).rectangle((20, 10, 49, 39), fill="#c02020")
    return image


def test_edges_are_black_lines_a_pixel_wide_where_colours_meet() -> None:
    drawn = np.asarray(maps.edges(square(), 0))[..., 0]
    row, column = np.flatnonzero(drawn[24] < 128), np.flatnonzero(drawn[:, 32] < 128)

    assert drawn.shape == (48, 64)
    assert len(row) == len(column) == 2
    np.testing.assert_allclose(row, [20, 49], atol=1)
    np.testing.assert_allclose(column, [10, 39], atol=1)
    assert 255 == drawn[:8].min() == drawn[15:35, 26:44].min()


def test_a_flat_image_and_its_grain_have_no_edges() -> None:
    grain = np.random.default_rng(0).integers(126, 131, (40, 40, 3)).astype(np.uint8)

    assert 255 == np.asarray(maps.edges(Image.fromarray(grain), 0)).min()


def test_edges_turn_with_the_image() -> None:
    for turn in (Image.Transpose.ROTATE_180, Image.Transpose.TRANSPOSE, Image.Transpose.FLIP_LEFT_RIGHT):
        image = square()
        ImageDraw.Draw(image).line((0, 0, 18, 40), fill="white", width=3)
        once = np.asarray(maps.edges(image, 0).transpose(turn)).astype(int)
        other = np.asarray(maps.edges(image.transpose(turn), 0)).astype(int)
        soft = [np.asarray(Image.fromarray(each.astype(np.uint8)).reduce(4)).astype(int) for each in (once, other)]

        assert np.abs(soft[0] - soft[1]).mean() < 6  # a ridge of two equal rows is drawn on one of them


def test_a_tall_image_has_no_seams_where_its_strips_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    image = picture(40, 90, seed=3)
    whole = np.asarray(maps.edges(image, 0))
    monkeypatch.setattr(maps, "STRIP", 16)

    np.testing.assert_array_equal(whole, np.asarray(maps.edges(image, 0)))


def test_lowres_keeps_an_eighth_of_the_detail() -> None:
    image = picture(64, 48, seed=2)
    again = maps.lowres(image, 0)

    assert (64, 48) == again.size
    few = [np.asarray(each.resize((8, 6), Image.Resampling.BOX)).astype(int) for each in (image, again)]
    assert np.abs(few[0] - few[1]).mean() < 6
    assert 8 * 6 >= len(maps.lowres(Image.effect_noise((16, 8), 90).convert("RGB"), 0).reduce(8).getcolors() or [])


@pytest.mark.parametrize("count", [2, 6, 20])
def test_a_segment_map_has_at_most_so_many_colours(count: int) -> None:
    drawn = maps.segment(picture(120, 90), count)

    assert 1 < len(drawn.getcolors() or []) <= count


def test_a_segment_map_shows_what_lies_apart_as_areas() -> None:
    drawn = np.asarray(maps.segment(square(), 2))

    assert (drawn[14:36, 24:46] == drawn[24, 32]).all()
    assert (drawn[:, :15] == drawn[0, 0]).all()
    np.testing.assert_allclose(drawn[24, 32], (0xC0, 0x20, 0x20), atol=12)


@pytest.mark.parametrize("name", sorted(maps.DRAWN))
@pytest.mark.parametrize("size", [(1, 1), (3, 3), (1, 300), (7, 2)])
def test_a_map_has_the_size_of_its_image_however_small(name: str, size: tuple[int, int]) -> None:
    assert size == maps.DRAWN[name](picture(*size), 6).size


# In a dataset -----------------------------------------------------------------------------------------------------

PAIRS = "dataset table from ./photos/\n  resize 16 px\n\ndataset drawn from table\n  derive edges\n"


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    (tmp_path / "photos").mkdir()
    for i in range(4):
        picture(40, 30, seed=i).save(tmp_path / "photos" / f"{i}.png")
    return Studio(tmp_path, inside.crew())


def test_a_dataset_and_its_maps_are_pairs_by_name_and_by_place(studio: Studio) -> None:
    table, drawn = (ImageSet(*made) for made in studio.run(PAIRS).values())

    assert table.names == drawn.names
    for image, sketch in zip(table, drawn, strict=True):
        np.testing.assert_array_equal(np.asarray(maps.edges(Image.fromarray(image), 0)), sketch)


def test_one_image_more_is_drawn_alone_and_nothing_is_drawn_twice(studio: Studio) -> None:
    studio.run(PAIRS)
    assert [] == studio.ran(PAIRS)

    picture(40, 30, seed=9).save(studio.folder / "photos" / "9.png")
    studio.run(PAIRS)

    assert {"table": (1, 4), "drawn": (1, 4)} == studio.counts


def test_colours_mean_something_to_segments_alone(studio: Studio) -> None:
    studio.run(PAIRS)

    (six,) = studio.run(PAIRS.replace("edges", "segment"))["drawn"]
    (same,) = studio.run(PAIRS.replace("edges", "segment, 6"))["drawn"]
    (two,) = studio.run(PAIRS.replace("edges", "segment, 2"))["drawn"]
    assert six.digest == same.digest != two.digest
    assert [] == studio.ran(PAIRS.replace("edges", "edges, 3"))
    (cell,) = studio.plan(PAIRS.replace("edges", "edges, 3"))["drawn"].cells
    assert ("`3` says nothing to `derive edges`, which has its own.",) == cell.remarks
