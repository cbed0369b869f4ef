"""`gen card`: what a dataset is, on a page. It says what is so, and nothing that it says is obeyed."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from intaglio.face.cards import card as cards
from tests.face.conftest import Gen
from tests.stdlib.pictures import picture

SET = """gen 1

work "<script>alert(1)</script> #read(\\"/etc/passwd\\")"

dataset table
  licence cc0
  keep width > 10 px
  resize 16 px
  group birds
    from ./birds/
      credit "Ann & Bob"
      consent "asked in March"
    take 4 images
  group fish
    from ./fish/

train eye from table
  model autoencoder
  steps 1
"""


@pytest.fixture
def made(gen: Gen, tmp_path: Path) -> Path:
    """A dataset of four birds out of six, one of them twice, and one fish of two; made."""
    for place, count in {"birds": 6, "fish": 1}.items():
        (tmp_path / place).mkdir()
        for number in range(count):
            picture(40, 30, seed=number % 3 if place == "birds" else 50).save(tmp_path / place / f"<{number}>.png")
    Image.new("RGB", (5, 5)).save(tmp_path / "fish" / "small.png")
    path = tmp_path / "table.gen"
    path.write_text(SET)
    assert 0 == gen("run", "table.gen", "table").returncode
    return path


def rows(html: str) -> list[list[str]]:
    """The cells of all tables, a list a row."""
    found = [re.findall(r"<td><bdi>(.*?)</bdi></td>", row) for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)]
    return [[unescape(cell) for cell in row] for row in found if row]


def test_a_card_that_is_asked_for_of_nothing_is_offered_of_a_dataset(gen: Gen, made: Path) -> None:
    told = gen("card", made)

    assert f"Try   gen card {made} table\n" in told.stderr
    assert "eye" not in told.stderr


def test_a_card_says_what_each_step_left_and_whose_images_they_are(gen: Gen, made: Path) -> None:
    told = gen("card", "table.gen", "table")
    html = (made.parent / "table-card.html").read_text("utf-8")
    said = rows(html)

    assert (0, "table-card.html\n") == (told.returncode, told.stdout)
    assert ["birds", "from ./birds/", "+ 6", ""] in said
    assert ["birds", "take 4", "4", "2"] in said
    assert ["fish", "from ./fish/", "+ 2", ""] in said
    assert ["", "keep width > 10 px", "5", "1"] in said
    assert ["", "resize 16 px", "5", ""] in said
    assert ["4", "Ann & Bob", "cc0", "asked in March"] in said
    assert ["1", "not said", "cc0", "not said"] in said
    assert [["birds", "4", "80%"], ["fish", "1", "20%"]] == [row for row in said if len(row) == 3 and "%" in row[2]][:2]
    assert "No credit is said for 1 of 5 images." in html
    assert "No licence" not in html
    assert "The group fish has 1 image; the usual group has 2.5." in html


def test_twins_are_told_by_their_names(gen: Gen, made: Path) -> None:
    made.write_text(SET.replace("    take 4 images\n", ""))
    gen("run", "table.gen", "table")
    gen("card", "table.gen", "table")
    pairs = [row for row in rows((made.parent / "table-card.html").read_text("utf-8")) if row[-1] == "100%"]

    assert [["<0>.png", "<3>.png", "100%"], ["<1>.png", "<4>.png", "100%"], ["<2>.png", "<5>.png", "100%"]] == pairs


def test_a_page_is_one_file_that_runs_and_fetches_nothing(gen: Gen, made: Path) -> None:
    gen("card", "table.gen", "table")
    html = (made.parent / "table-card.html").read_text("utf-8")

    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in html
    assert {"data:image/png"} == {source.split(";")[0] for source in re.findall(r'src="([^"]*)"', html)}
    assert 5 == html.count("<img ")
    assert not re.search(r"https?://|url\(|<link|@import", html)


def test_a_pdf_is_set_of_the_same_and_comes_out_alike(gen: Gen, made: Path) -> None:
    pytest.importorskip("typst")
    first = gen("card", "table.gen", "table", "--to", "one.pdf")
    gen("card", "table.gen", "table", "--as", "pdf", "--to", "two.pdf")
    one, two = ((made.parent / name).read_bytes() for name in ("one.pdf", "two.pdf"))

    assert (0, "") == (first.returncode, first.stderr)
    assert one.startswith(b"%PDF")
    assert one == two


def test_only_a_dataset_that_is_made_as_it_is_written_has_a_card(gen: Gen, made: Path) -> None:
    of_model = gen("card", "table.gen", "eye")
    made.write_text(SET.replace("16 px", "8 px"))
    changed = gen("card", "table.gen", "table")
    misspelt = gen("card", "table.gen", "tabel")

    assert [2, 2, 2] == [told.returncode for told in (of_model, changed, misspelt)]
    assert "`eye` is no dataset, and a card is of a dataset." in of_model.stderr
    assert "Try   gen card table.gen table" in of_model.stderr
    assert "Try   gen run table.gen table" in changed.stderr
    assert "Try   gen card table.gen table" in misspelt.stderr
    assert not (made.parent / "table-card.html").exists()


def test_a_file_of_the_artists_is_not_written_over(gen: Gen, made: Path) -> None:
    (made.parent / "table-card.html").write_text("mine")
    refused = gen("card", "table.gen", "table")

    assert 2 == refused.returncode
    assert "Try   gen card table.gen table --replace" in refused.stderr
    assert "mine" == (made.parent / "table-card.html").read_text()


def test_of_many_images_some_from_all_along_are_shown(
    gen: Gen, made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from intaglio.face.command import main

    monkeypatch.setattr(cards, "SHOWN", 3)
    monkeypatch.chdir(made.parent)
    assert 0 == main(["card", "table.gen", "table"])
    html = Path("table-card.html").read_text("utf-8")

    assert 3 == html.count("<img ")
    assert "5 images; 3 of them below" in html
