"""Finding: where the subject of an image lies, and the square that is cut around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.stdlib.images import finding, steps
from intaglio.stdlib.images.finding import EVERYWHERE, WHOLE, Place
from intaglio.stdlib.images.photo import FileBase, Photo
from intaglio.stdlib.stages.dataset import dataset
from tests.stdlib import inside
from tests.stdlib.context import Bench
from tests.stdlib.pictures import encoded, from_, picture, png_that_claims, shown, step
from tests.stdlib.studio import Studio


def ground(width: int, height: int, colour: str = "#556b2f") -> Image.Image:
    """A ground with some grain in it, as of cloth or sand."""
    grain = np.random.default_rng(5).integers(-12, 13, (height, width, 1))
    plain = np.asarray(Image.new("RGB", (width, height), colour)).astype(int)
    return Image.fromarray((plain + grain).clip(0, 255).astype(np.uint8))


def with_disc(image: Image.Image, x: int, y: int, radius: int, colour: str = "#c8102e") -> Image.Image:
    ImageDraw.Draw(image).ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
    return image


@pytest.mark.parametrize(("x", "y"), [(60, 50), (340, 60), (330, 240), (70, 230), (200, 150)])
@pytest.mark.parametrize("colours", [("#556b2f", "#c8102e"), ("#ffffff", "#222222"), ("#101018", "#7a7a90")])
def test_a_subject_is_found_wherever_it_lies(x: int, y: int, colours: tuple[str, str]) -> None:
    image = with_disc(ground(400, 300, colours[0]), x, y, 40, colours[1])
    place = finding.subject(shown(image))
    left, top, side = steps.square(image.size, place, 0.1)

    assert abs(place.across * 400 / WHOLE - x) < 8
    assert abs(place.down * 300 / WHOLE - y) < 8
    assert left <= x - 36
    assert top <= y - 36
    assert left + side >= x + 36
    assert top + side >= y + 36
    assert side < 130


def test_the_same_place_is_found_in_a_smaller_copy() -> None:
    image = with_disc(ground(800, 600), 200, 380, 70)
    small = image.resize((400, 300), Image.Resampling.LANCZOS)
    places = [finding.subject(shown(each)) for each in (image, small)]

    np.testing.assert_allclose(*places, atol=WHOLE // finding.SIDE)


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (2, 9), (1, 500), (300, 200)])
def test_of_one_colour_all_is_the_subject_at_any_size(size: tuple[int, int]) -> None:
    assert EVERYWHERE == finding.subject(shown(Image.new("RGB", size, "#336699")))


parts = st.integers(0, WHOLE)


@given(st.integers(1, 300), st.integers(1, 300), st.tuples(parts, parts), st.tuples(parts, parts), st.data())
def test_a_square_lies_in_the_image_and_holds_the_place_if_it_can(
    width: int, height: int, across: tuple[int, int], down: tuple[int, int], data: st.DataObject
) -> None:
    (left, right), (top, bottom) = sorted(across), sorted(down)
    middle = data.draw(st.integers(left, right)), data.draw(st.integers(top, bottom))
    begin, above, side = steps.square((width, height), Place(left, top, right, bottom, *middle), 0.0)

    assert 1 <= side <= min(width, height)
    assert 0 <= begin <= width - side
    assert 0 <= above <= height - side
    for first, low, high, whole in ((begin, left, right, width), (above, top, bottom, height)):
        if (high - low) * whole / WHOLE <= side:
            assert first - 1 <= low * whole / WHOLE
            assert high * whole / WHOLE <= first + side + 1


def test_a_margin_makes_the_square_larger_on_each_side() -> None:
    place = Place(3000, 3000, 7000, 7000, 5000, 5000)

    assert (150, 150, 200) == steps.square((500, 500), place, 0.0)
    assert (100, 100, 300) == steps.square((500, 500), place, 0.25)


def test_something_tiny_keeps_some_of_what_lies_about_it() -> None:
    assert 125 == steps.square((500, 600), Place(100, 100, 110, 110, 105, 105), 0.0)[2]


def test_a_large_photograph_is_looked_at_in_a_small_copy(tmp_path: Path) -> None:
    data = encoded(with_disc(Image.new("RGB", (8000, 6000), "#dddddd"), 6000, 1500, 600), "JPEG")
    place = finding.subject(Photo(FileBase(lambda: data)))

    assert (7500, 2500) == pytest.approx((place.across, place.down), abs=150)


# In a dataset -----------------------------------------------------------------------------------------------------


def around(studio: Studio, line: str = "crop subject, 10%") -> str:
    return f"dataset table from ./photos/\n  {line}\n  resize 16 px\n"


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    (tmp_path / "photos").mkdir()
    for i in range(4):
        with_disc(ground(200, 120), 40 + 35 * i, 60, 20).save(tmp_path / "photos" / f"{i}.png")
    return Studio(tmp_path, inside.crew())


def test_each_image_is_cut_around_its_subject(studio: Studio) -> None:
    ((made,),) = studio.run(around(studio)).values()
    reds = [image[8, 8, 0] > image[8, 8, 1] + 80 for image in ImageSet(made)]

    assert [True] * 4 == reds
    assert [(16, 16)] * 4 == list(ImageSet(made).sizes)


def test_one_more_image_is_looked_for_alone_and_another_margin_looks_for_none(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    real = finding.subject

    def watched(photo: Photo) -> Place:
        looked.append(photo)
        return real(photo)

    monkeypatch.setattr(finding, "FOUND", {"subject": watched})
    studio.run(around(studio))
    with_disc(ground(200, 120), 100, 40, 20).save(studio.folder / "photos" / "9.png")
    counted = [len(looked)]
    for text in (around(studio), around(studio), around(studio, "crop subject, 20%")):
        studio.run(text)
        counted.append(len(looked))

    assert [4, 5, 5, 5] == counted


def test_a_place_says_nothing_beside_a_subject(studio: Studio) -> None:
    studio.run(around(studio))

    assert [] == studio.ran(around(studio, "crop subject, top, 10%"))
    (stage,) = studio.plan(around(studio, "crop subject, top, 10%")).values()
    (cell,) = stage.cells
    assert ("`top` says nothing to `crop subject`, which lies where it is found.",) == tuple(cell.remarks)


def test_what_is_tiny_or_broken_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    picture(3, 3).save(tmp_path / "a" / "1.png")
    (tmp_path / "a" / "2.png").write_bytes(png_that_claims(100, 100))
    with_disc(ground(90, 60), 30, 30, 10).save(tmp_path / "a" / "3.png")
    bench = Bench(tmp_path)
    crop: dict[str, Any] = {"around": "subject", "place": None, "margin": None}
    made = bench.make(dataset, steps=[from_("./a/"), step("crop", **crop)])

    assert ("1.png", "3.png") == ImageSet(made).names
    assert ["G404"] == [code for code, _ in bench.remarks]
