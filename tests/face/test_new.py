from __future__ import annotations

import csv
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from intaglio.face.command import main
from intaglio.face.session import Session
from intaglio.lang.formatter import format_text

Output = pytest.CaptureFixture[str]


@pytest.fixture
def begun(tmp_path: Path, capsys: Output) -> Path:
    assert main(["new", str(tmp_path / "first-table")]) == 0
    return tmp_path / "first-table"


def test_a_beginning_checks_clean_and_is_in_its_usual_layout(begun: Path) -> None:
    script = begun / "first-table.gen"

    assert Session.at(script).read().diagnostics == ()
    assert script.read_text() == format_text(script.read_text())
    assert 'work "First table"' in script.read_text()


def test_a_beginning_that_is_named_as_a_score_is_the_folder_of_that_score(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "first-table.gen")]) == 0

    assert ["first-table"] == [path.name for path in tmp_path.iterdir()]
    assert (tmp_path / "first-table" / "first-table.gen").is_file()


def test_every_picture_of_a_beginning_opens_and_has_its_credit_beside_it(begun: Path) -> None:
    pictures = sorted(begun.rglob("*.webp"))
    for picture in pictures:
        with Image.open(picture) as image:
            image.load()
        rows = csv.DictReader((picture.parent / "CREDITS.tsv").read_text().splitlines(), delimiter="\t")
        assert picture.name in {row["file"] for row in rows}
        assert (picture.parent / "LICENCE.txt").is_file()

    assert len(pictures) == 34


def test_a_folder_that_holds_anything_is_left_alone(begun: Path, capsys: Output) -> None:
    before = sorted(path.name for path in begun.iterdir())
    (begun / "first-table.gen").write_text("mine")

    assert main(["new", str(begun)]) == 2
    assert "not empty" in capsys.readouterr().err
    assert (begun / "first-table.gen").read_text() == "mine"
    assert before == sorted(path.name for path in begun.iterdir())


def test_an_empty_folder_may_be_begun_in(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert main(["new", str(tmp_path / "empty")]) == 0
    assert (tmp_path / "empty" / "empty.gen").is_file()


@pytest.mark.parametrize("name", ['a "quoted" \\ name', "界", "-", "x\x1b[31my"])
def test_whatever_its_name_a_beginning_checks_clean(name: str, tmp_path: Path, capsys: Output) -> None:
    assert main(["new", str(tmp_path / name)]) == 0

    assert "\x1b" not in capsys.readouterr().out
    assert Session.at(tmp_path / name / f"{name}.gen").read().diagnostics == ()


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "file").write_text("")

    assert main(["new", str(tmp_path / "file" / "within")]) == 2
    assert "could not be made" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", ["first", "deep/within", "empty"])
def test_where_the_disk_fills_up_half_way_one_line_says_so_and_nothing_is_left(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    told = subprocess.run(
        [sys.executable, "-m", "intaglio", "new", name],
        cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert 2 == told.returncode
    assert f"{name} could not be made: file too large. Nothing of it was left.\n" == told.stderr
    assert ["empty"] == [path.name for path in tmp_path.rglob("*")]
