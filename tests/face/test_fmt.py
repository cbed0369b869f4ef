from __future__ import annotations

import re
from pathlib import Path

import pytest

from intaglio.face.command import main

Output = pytest.CaptureFixture[str]
CROOKED = "gen 1\n\ndataset a from ./photos/\n   resize   8 px  -- a note\n"


@pytest.fixture
def crooked(tmp_path: Path) -> Path:
    path = tmp_path / "crooked.gen"
    path.write_text(CROOKED)
    path.chmod(0o640)
    return path


def test_a_script_is_set_in_place_with_the_mode_that_it_had(crooked: Path) -> None:
    assert main(["fmt", str(crooked)]) == 0

    assert crooked.read_text() == "gen 1\n\ndataset a from ./photos/\n  resize 8 px  -- a note\n"
    assert crooked.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in crooked.parent.iterdir()] == ["crooked.gen"]


def test_a_script_that_may_only_be_read_stays_as_it_is(crooked: Path, capsys: Output) -> None:
    crooked.chmod(0o440)

    assert main(["fmt", str(crooked)]) == 2
    assert f"chmod u+w {crooked}" in capsys.readouterr().err
    assert CROOKED == crooked.read_text()


def test_a_line_goes_where_check_reads_it(crooked: Path) -> None:
    crooked.write_text("gen 1\n\ntrain a from table\n  model gan\n   batch 4\n  steps 4\n")

    main(["fmt", str(crooked)])

    assert crooked.read_text() == "gen 1\n\ntrain a from table\n  model gan\n  batch 4\n  steps 4\n"


def test_check_and_diff_change_nothing(crooked: Path, capsys: Output) -> None:
    assert main(["fmt", "--check", str(crooked)]) == 1
    assert main(["fmt", "--diff", str(crooked)]) == 0

    assert crooked.read_text() == CROOKED
    assert "+  resize 8 px  -- a note" in capsys.readouterr().out


def test_what_is_in_its_usual_layout_is_not_written_again(crooked: Path) -> None:
    main(["fmt", str(crooked)])
    before = crooked.stat()

    assert main(["fmt", str(crooked)]) == 0
    assert (before.st_ino, before.st_mtime_ns) == (crooked.stat().st_ino, crooked.stat().st_mtime_ns)


def test_one_script_that_cannot_be_read_does_not_keep_the_others_from_it(crooked: Path, capsys: Output) -> None:
    assert main(["fmt", "nowhere.gen", str(crooked)]) == 2

    assert crooked.read_text() != CROOKED


@pytest.mark.parametrize("how", [[], ["--check"], ["--diff"]])
def test_a_script_with_mistakes_is_set_as_far_as_it_is_understood_and_owned_up_to(
    how: list[str], crooked: Path, capsys: Output
) -> None:
    crooked.write_text(CROOKED + "  resice 4 px\n  crop ((\n")

    code = main(["fmt", *how, str(crooked)])

    assert (1 if how == ["--check"] else 0) == code
    told = r"crooked\.gen has \d mistakes, and is set as far as it is understood\. To see them: gen check \S+\n"
    assert re.search(told, capsys.readouterr().err)
    assert ("  resize 8 px  -- a note" in crooked.read_text().splitlines()) == (not how)


def test_of_a_script_without_mistakes_nothing_is_owned_up_to(crooked: Path, capsys: Output) -> None:
    crooked.write_text(CROOKED.replace("./photos/", "./"))
    main(["fmt", str(crooked)])

    assert "" == capsys.readouterr().err


def test_a_link_stays_a_link(crooked: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.gen"
    link.symlink_to(crooked)

    assert main(["fmt", str(link)]) == 0

    assert link.is_symlink()
    assert crooked.read_text() != CROOKED
