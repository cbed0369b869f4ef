"""`print`: where each picture stands, what is written beside it, and the same bytes each time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PdfParser

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import LISTING
from intaglio.runtime.contract import Fault, Given
from intaglio.runtime.plan.planner import State
from intaglio.runtime.store.store import Store
from intaglio.stdlib.images import grid, typesetting
from intaglio.stdlib.images.grid import Asked, Placed
from intaglio.stdlib.stages.print import print as printing
from tests.stdlib.context import Bench
from tests.stdlib.pictures import picture
from tests.stdlib.studio import Studio

WHITE = (255, 255, 255)
GUIDANCES, SEEDS, GROUPS = (1.0, 3.0, 7.5), (1, 2, 3, 4), ("medusae", "corals")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def flat(colour: tuple[int, int, int], width: int = 16, height: int = 16) -> np.ndarray:
    return np.full((height, width, 3), colour, np.uint8)


def shade(number: int) -> tuple[int, int, int]:
    return (number * 7 % 200, number * 31 % 200, number * 53 % 200)


def swept(bench: Bench) -> list[Given]:
    """A cell for each group, guidance and seed, each of one colour."""
    places = [{"group": g, "guidance": w, "seed": s} for g in GROUPS for w in GUIDANCES for s in SEEDS]
    return [Given(bench.images([flat(shade(i))]), None, place) for i, place in enumerate(places)]


def opened(made: Artifact, name: str = "sheet.png") -> Image.Image:
    return Image.open(made.result[name]).convert("RGB")


def colours(sheet: Image.Image) -> list[tuple[int, int, int]]:
    """The colours of a sheet's cells, read across and down: large stretches of one colour, without white and words."""
    pixels = np.asarray(sheet)
    found: dict[tuple[int, int, int], tuple[int, int]] = {}
    count: Counter[tuple[int, int, int]] = Counter()
    for y in range(0, pixels.shape[0], 4):
        for x in range(0, pixels.shape[1], 4):
            colour = tuple(int(v) for v in pixels[y, x])
            count[colour] += 1
            found.setdefault(colour, (y, x))
    large = [colour for colour in found if count[colour] > 200 and colour != WHITE]
    return sorted(large, key=lambda colour: found[colour])


# Contact sheets ---------------------------------------------------------------------------------------------------


def test_pictures_stand_in_reading_order_in_as_many_columns_as_are_asked_for(bench: Bench) -> None:
    sheet = opened(bench.make(printing, {"columns": (3,)}, sources=[bench.images([flat(shade(i)) for i in range(7)])]))

    assert [shade(i) for i in range(7)] == colours(sheet)
    assert sheet.size[0] == sheet.size[1]  # three rows of three


@given(count=st.integers(1, 60), columns=st.integers(1, 12), rows=st.none() | st.integers(1, 12))
def test_every_picture_stands_once_whatever_the_counts(count: int, columns: int, rows: int | None) -> None:
    pages = grid.pages([Placed(i, {}) for i in range(count)], Asked(column_count=columns, row_count=rows), 1.5)
    pictures = [slot.picture for page in pages for row in page.rows for slot in row]

    assert list(range(count)) == pictures
    assert all(len(row) <= columns for page in pages for row in page.rows)
    assert all(rows is None or len(page.rows) <= rows for page in pages)


@given(count=st.integers(1, 300), proportion=st.floats(0.2, 5))
def test_the_best_columns_let_no_other_number_of_them_show_larger_pictures(count: int, proportion: float) -> None:
    def side(columns: int) -> float:
        return min(proportion / columns, 1 / -(-count // columns))

    best = grid.best_columns(count, proportion)
    assert side(best) == max(side(columns) for columns in range(1, count + 1))


def test_small_pictures_are_enlarged_and_up_to_16_px_their_pixels_stay_squares(bench: Bench) -> None:
    checks = np.zeros((16, 16, 3), np.uint8)
    checks[::2, ::2] = 200
    sheet = np.asarray(opened(bench.make(printing, sources=[bench.images([checks])])))
    inner = sheet[27:-27, 27:-27]

    assert (128, 128, 3) == inner.shape
    np.testing.assert_array_equal(checks.repeat(8, axis=0).repeat(8, axis=1), inner)


def test_pictures_of_several_sizes_are_shown_whole(bench: Bench) -> None:
    given = bench.images([flat((9, 9, 9), 200, 100), flat((8, 8, 8), 100, 200)])
    pixels = np.asarray(opened(bench.make(printing, {"columns": (2,)}, sources=[given])))

    assert 200 * 100 == (pixels == 9).all(axis=2).sum() == (pixels == 8).all(axis=2).sum()


def test_a_sheet_too_large_to_open_is_made_smaller(bench: Bench) -> None:
    given = bench.images([flat(shade(i), 3000, 3000) for i in range(9)])
    size = opened(bench.make(printing, {"columns": (3,)}, sources=[given])).size

    assert size[0] * size[1] <= 72_000_000


# Plates -----------------------------------------------------------------------------------------------------------


def test_a_plate_puts_each_result_where_its_values_cross_and_a_page_for_each_group(bench: Bench) -> None:
    said = {"page": ("group",), "rows": ("guidance",), "columns": ("seed",)}
    made = bench.make(printing, said, sources=swept(bench))

    assert ["sheet-1.png", "sheet-2.png"] == sorted(made.result)
    assert [shade(i) for i in range(12)] == colours(opened(made, "sheet-1.png"))
    assert [shade(i) for i in range(12, 24)] == colours(opened(made, "sheet-2.png"))


def test_rows_and_columns_may_change_places(bench: Bench) -> None:
    said = {"page": ("group",), "rows": ("seed",), "columns": ("guidance",)}
    made = bench.make(printing, said, sources=swept(bench))

    turned = [shade(row + 4 * column) for row in range(4) for column in range(3)]
    assert turned == colours(opened(made, "sheet-1.png"))


axes = st.permutations(["group", "guidance", "seed"])


@given(order=axes, cut=st.tuples(st.integers(0, 3), st.integers(0, 3)))
def test_every_result_stands_once_however_axes_are_laid_out(order: list[str], cut: tuple[int, int]) -> None:
    places = [{"group": g, "guidance": w, "seed": s} for g in GROUPS for w in GUIDANCES for s in SEEDS]
    first, second = sorted(cut)
    asked = Asked(tuple(order[:first]), tuple(order[first:second]))
    pages = grid.pages([Placed(i, place) for i, place in enumerate(places)], asked, 1)
    pictures = [slot.picture for page in pages for row in page.rows for slot in row if slot.picture is not None]

    assert list(range(24)) == sorted(pictures)
    for page in pages:
        assert {page.columns} == {len(row) for row in page.rows}


def test_a_picture_stands_in_the_row_and_column_of_its_values() -> None:
    places = [{"guidance": w, "seed": s} for w in GUIDANCES for s in SEEDS]
    (page,) = grid.pages([Placed(p, p) for p in places], Asked(("seed",), ("guidance",)), 1)

    for label, row in zip(page.row_labels, page.rows, strict=True):
        for column, slot in zip(page.column_labels, row, strict=True):
            assert {"seed": label[0].value, "guidance": column[0].value} == slot.picture


def test_a_result_that_is_missing_leaves_its_place_empty() -> None:
    places = [{"a": 1, "b": 1}, {"a": 1, "b": 2}, {"a": 2, "b": 2}]
    (page,) = grid.pages([Placed(i, p) for i, p in enumerate(places)], Asked(("a",), ("b",)), 1)

    assert [[0, 1], [None, 2]] == [[slot.picture for slot in row] for row in page.rows]


def test_several_pictures_of_one_cell_stand_beside_each_other(bench: Bench) -> None:
    cells = [Given(bench.images([flat(shade(3 * i + j)) for j in range(3)]), None, {"seed": i}) for i in range(2)]
    made = bench.make(printing, {"rows": ("seed",)}, sources=cells)

    assert [shade(i) for i in range(6)] == colours(opened(made))


def test_groups_of_plain_images_are_an_axis_too(bench: Bench) -> None:
    given = bench.images([flat(shade(i)) for i in range(4)], group=["a", "b", "a", "b"])
    made = bench.make(printing, {"rows": ("group",)}, sources=[given])

    assert [shade(0), shade(2), shade(1), shade(3)] == colours(opened(made))


SORTED = """dataset table
  group {first}
    from ./a/
  group {second}
    from ./b/

print plate from table
  {layout}
"""


def sort(studio: Studio) -> None:
    for number, folder in enumerate("ab"):
        (studio.folder / folder).mkdir()
        Image.fromarray(flat(shade(number))).save(studio.folder / folder / "x.png")


@pytest.mark.parametrize("layout", ["rows group", "columns group", "page group"])
def test_a_renamed_group_is_renamed_on_the_plate(studio: Studio, layout: str) -> None:
    sort(studio)
    studio.run(SORTED.format(first="cups", second="bowls", layout=layout))
    renamed = SORTED.format(first="cups", second="spoons", layout=layout)
    (after,) = studio.run(renamed)["plate"]
    (afresh,) = studio.elsewhere("afresh").run(renamed)["plate"]

    assert list(studio.counts) == ["plate"]
    assert after.digest == afresh.digest


def test_a_renamed_group_that_is_written_nowhere_prints_nothing_anew(studio: Studio) -> None:
    sort(studio)
    studio.run(SORTED.format(first="cups", second="bowls", layout="columns 2"))

    assert studio.ran(SORTED.format(first="cups", second="spoons", layout="columns 2")) == []


PICKED = """recipe picking
  takes pictures as images
  takes {word} as 1 to 99 = 1
  gives some

  dataset some from pictures
    shuffle
    seed {word}

dataset table from ./a/, ./b/
  resize 16 px

picking p from table
  each {word} 1, 2

print plate from p
  rows {word}
"""


def test_what_a_recipe_calls_otherwise_is_called_so_on_the_plate_and_nothing_else_is_made_anew(studio: Studio) -> None:
    sort(studio)
    (before,) = studio.run(PICKED.format(word="chance"))["plate"]
    (after,) = studio.run(PICKED.format(word="luck"))["plate"]
    (afresh,) = studio.elsewhere("afresh").run(PICKED.format(word="luck"))["plate"]

    assert list(studio.counts) == ["plate"]
    assert after.digest == afresh.digest != before.digest


def test_a_value_has_the_word_of_its_script_beside_it() -> None:
    quarter = {"shown": "25%", "value": 0.25}
    places: list[dict[str, Any]] = [{"latent": {"called": "waist", "value": n}, "mix": quarter} for n in (2, 8)]
    (page,) = grid.pages([Placed(i, p) for i, p in enumerate(places)], Asked(("latent",), ("mix",)), 1)
    (sheet,) = grid.pages([Placed(i, p) for i, p in enumerate(places)], Asked(column_count=2), 1)

    assert [["waist 2"], ["waist 8"]] == [grid.told(page.row_axes, key) for key in page.row_labels]
    assert [["mix 25%"]] == [grid.told(page.column_axes, key) for key in page.column_labels]
    assert ["waist 2, mix 25%", "waist 8, mix 25%"] == [slot.caption for row in sheet.rows for slot in row]


SAID = [{}, {"shown": "50%"}, {"called": "luck"}, {"called": "luck", "shown": "50%"}]


@pytest.mark.parametrize("first", SAID)
@pytest.mark.parametrize("second", SAID)
def test_pictures_of_one_value_stand_in_one_row_however_each_is_said(
    first: dict[str, str], second: dict[str, str]
) -> None:
    def place(said: dict[str, str], value: float, seed: int) -> dict[str, Any]:
        return {"mix": {**said, "value": value} if said else value, "seed": {**said, "value": seed} if said else seed}

    places = [place(said, 0.5, seed) for said in (first, second) for seed in (1, 2)]
    (page,) = grid.pages([Placed(i, p) for i, p in enumerate(places)], Asked(("mix",), ("seed",)), 1)

    assert [[0, 2, 1, 3]] == [[slot.picture for slot in row] for row in page.rows]
    assert [[f"{first.get('called', 'mix')} {first.get('shown', '0.5')}"]] == [
        grid.told(page.row_axes, key) for key in page.row_labels
    ]


def test_a_value_of_several_axes_is_called_alike_in_every_row() -> None:
    half, seeds = {"shown": "50%", "value": 0.5}, (1, 2)
    places: list[dict[str, Any]] = [{"seed": seeds[0], "mix": half}, {"seed": seeds[1], "mix": 0.5}]
    (page,) = grid.pages([Placed(i, p) for i, p in enumerate(places)], Asked(("seed", "mix")), 1)

    assert [["seed 1", "mix 50%"], ["seed 2", "mix 50%"]] == [grid.told(page.row_axes, key) for key in page.row_labels]


BOTH = f"""{PICKED.format(word="luck").partition("print")[0]}dataset plain from table
  shuffle
  each seed 1, 2

print plate from {{sources}}
  rows seed
"""


def test_what_a_recipe_calls_otherwise_shares_the_rows_of_what_is_swept_by_its_own_name(studio: Studio) -> None:
    sort(studio)
    sheets = {}
    for sources in ("p, plain", "p", "plain"):
        (made,) = studio.run(BOTH.format(sources=sources))["plate"]
        sheets[sources] = opened(made).size

    assert sheets["p"][1] == sheets["p, plain"][1]
    assert sheets["p"][0] < sheets["p, plain"][0]


def test_a_plate_of_damaged_images_waits_for_them_to_be_made_anew(studio: Studio) -> None:
    sort(studio)
    score = SORTED.format(first="cups", second="bowls", layout="rows group")
    made = studio.run(score)
    listing = made["table"][0].result[LISTING]
    listing.chmod(0o644)
    listing.write_bytes(b"\0" * listing.stat().st_size)
    studio.store = Store(studio.store.root)

    assert studio.plan(score)["table"].state is State.STALE
    assert studio.ran(score) == ["table"]
    assert studio.run(score)["plate"][0].digest == made["plate"][0].digest


def test_an_axis_that_nothing_is_swept_by_is_a_fault_that_names_those_there_are(bench: Bench) -> None:
    with pytest.raises(Fault, match=r"`sampler`\. Swept here: group, guidance, seed"):
        bench.make(printing, {"rows": ("sampler",)}, sources=swept(bench))


def test_counts_and_axes_do_not_mix(bench: Bench) -> None:
    with pytest.raises(Fault, match="a number, or names"):
        bench.make(printing, {"columns": (3, "seed")}, sources=swept(bench))
    with pytest.raises(Fault, match="`rows` is one number"):
        bench.make(printing, {"rows": (2, 3)}, sources=swept(bench))


# Paper ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "sides"), [("a6", (1240, 1748)), ("a4", (2480, 3508)), ("a0", None)])
def test_paper_has_its_size_at_300_dots_an_inch_and_an_a0_as_many_as_can_be_opened(
    bench: Bench, paper: str, sides: tuple[int, int] | None
) -> None:
    made = bench.make(printing, {"paper": paper}, sources=[bench.images([flat(shade(1))])])
    image = Image.open(made.result["sheet.png"])
    dpi = image.info["dpi"][0]

    assert sides is None or set(sides) == set(image.size)
    assert image.size[0] * image.size[1] <= 72_100_000
    assert {"a6": 105, "a4": 210, "a0": 841}[paper] == pytest.approx(min(image.size) / dpi * 25.4, abs=0.2)


def test_the_margin_stays_white(bench: Bench) -> None:
    given = bench.images([flat(shade(i)) for i in range(8)])
    pixels = np.asarray(opened(bench.make(printing, {"paper": "a6", "margin": 15.0}, sources=[given])))
    edge = round(15 / 25.4 * 300) - 1

    assert 0 < (pixels != 255).any(axis=2).sum() == (pixels[edge:-edge, edge:-edge] != 255).any(axis=2).sum()


def test_a_margin_without_room_is_a_fault(bench: Bench) -> None:
    with pytest.raises(Fault, match="leaves no room"):
        bench.make(printing, {"paper": "a6", "margin": 60.0}, sources=[bench.images([flat(shade(1))])])


def test_many_pictures_on_little_paper_go_on_to_other_pages(bench: Bench) -> None:
    given = bench.images([flat(shade(i)) for i in range(200)])
    made = bench.make(printing, {"paper": "a6"}, sources=[given])
    sizes = {opened(made, name).size for name in made.result}

    assert len(made.result) > 1
    assert 1 == len(sizes)


def test_words_are_drawn_and_a_title_stands_beneath(bench: Bench) -> None:
    given = bench.images([flat(shade(1))])
    plain, titled = (bench.make(printing, said, sources=[given]) for said in ({}, {"title": "Reef"}))
    taller = opened(titled)

    assert opened(plain).size[1] < taller.size[1]
    beneath = np.asarray(taller)[27 + 128 :]
    assert (beneath < 200).any()


@given(text=st.text(max_size=60), room=st.integers(0, 200))
def test_a_shortened_text_fits(text: str, room: int) -> None:
    text = " ".join(text.split())

    assert typesetting.width_of(typesetting.shortened(text, room, 12), 12) <= room


# Files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", [{}, {"format": "pdf"}, {"paper": "a6"}, {"paper": "a6", "format": "pdf"}])
def test_the_same_pictures_give_the_same_bytes(bench: Bench, said: dict[str, Any]) -> None:
    said = {**said, "page": ("group",)}
    first, second = (bench.make(printing, said, sources=swept(bench)).digest for _ in range(2))

    assert first == second


def test_a_pdf_has_its_pages_at_their_size_and_no_date(bench: Bench) -> None:
    said = {"page": ("group",), "paper": "a4", "save": "./out/atlas.pdf"}
    data = bench.make(printing, said, sources=swept(bench)).result["sheet.pdf"].read_bytes()
    pdf = PdfParser.PdfParser(buf=data)

    assert 2 == len(pdf.pages)
    points = [float(side) for side in pdf.read_indirect(pdf.pages[0])[b"MediaBox"][2:]]
    assert [595, 842] == pytest.approx(sorted(points), abs=1)
    assert b"Date" not in data


def test_printing_leaves_pictures_at_their_own_size_as_they_are(bench: Bench) -> None:
    shot = np.asarray(picture(200, 150))
    pixels = np.asarray(opened(bench.make(printing, sources=[bench.images([shot])])))
    top, left = ((side - own) // 2 for side, own in zip(pixels.shape, shot.shape[:2], strict=False))

    np.testing.assert_array_equal(shot, pixels[top : top + 150, left : left + 200])
