"""`gen check --fix`: a script on disk is mended where nobody need be asked, and what was done is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from intaglio.face.command import main

Output = pytest.CaptureFixture[str]
WRONG = "\ufeffgen 1\r\n\r\ndataset a from ./photos/\r\n\tresize: 8 pixels  -- a note\r\n\tcrpo square\r\n"
MENDED = "\ufeffgen 1\r\n\r\ndataset a from ./photos/\r\n  resize 8 px  -- a note\r\n  crpo square\r\n"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "pear.png").touch()
    path = tmp_path / "wrong.gen"
    path.write_bytes(WRONG.encode())
    path.chmod(0o640)
    return path


def test_a_script_is_mended_in_place_with_its_mode_its_mark_and_its_line_ends(wrong: Path, capsys: Output) -> None:
    assert main(["check", "--fix", str(wrong)]) == 1

    shown = capsys.readouterr().out
    assert MENDED == wrong.read_bytes().decode()
    assert wrong.stat().st_mode & 0o777 == 0o640
    assert ["photos", "wrong.gen"] == sorted(path.name for path in wrong.parent.iterdir())
    assert "      - → resize: 8 pixels  -- a note\n    4 +   resize 8 px  -- a note\n" in shown
    assert "2 lines" in shown
    assert "Try   crop square" in shown
    assert shown.endswith("1 mistake.\n")


def test_where_nothing_is_left_the_exit_code_is_that_of_a_clean_script(wrong: Path, capsys: Output) -> None:
    wrong.write_text("gen 1\ndataset a from ./photos/\n  resize: 8 px\nprint b from a\n")

    assert main(["check", "--fix", str(wrong)]) == 0
    assert capsys.readouterr().out.endswith("Nothing to correct.\n")
    assert main(["check", str(wrong)]) == 0


def test_diff_shows_and_writes_nothing(wrong: Path, capsys: Output) -> None:
    assert main(["check", "--fix", "--diff", str(wrong)]) == 1

    shown = capsys.readouterr().out
    assert WRONG == wrong.read_bytes().decode()
    assert "-→ resize: 8 pixels  -- a note\n" in shown
    assert "+  resize 8 px  -- a note\n" in shown
    assert shown.endswith("Left would be 1 mistake.\n")


def test_diff_goes_with_fix(wrong: Path, capsys: Output) -> None:
    assert main(["check", "--diff", str(wrong)]) == 2
    assert "gen check --fix --diff" in capsys.readouterr().err


def test_what_needs_no_mending_is_not_written_again(wrong: Path) -> None:
    main(["check", "--fix", str(wrong)])
    before = wrong.stat()

    assert main(["check", "--fix", str(wrong)]) == 1
    assert (before.st_ino, before.st_mtime_ns) == (wrong.stat().st_ino, wrong.stat().st_mtime_ns)


def test_a_link_stays_a_link(wrong: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.gen"
    link.symlink_to(wrong)

    main(["check", "--fix", str(link)])

    assert link.is_symlink()
    assert MENDED == wrong.read_bytes().decode()


def test_what_an_editor_wrote_meanwhile_is_not_written_over(
    wrong: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    from intaglio.face import fixing

    def mend_while_someone_writes(*how: Any) -> fixing.Mended:
        wrong.write_text("gen 1\n-- by hand\n")
        return mend(*how)

    mend = fixing.mend
    monkeypatch.setattr(fixing, "mend", mend_while_someone_writes)

    assert main(["check", "--fix", str(wrong)]) == 2
    assert "was changed while it was read" in " ".join(capsys.readouterr().err.split())
    assert wrong.read_text() == "gen 1\n-- by hand\n"


def test_changes_are_told_a_line_each_and_as_data(wrong: Path, capsys: Output) -> None:
    assert main(["check", "--fix", "--diff", "--brief", str(wrong)]) == 1
    first, second, left = capsys.readouterr().out.splitlines()

    mended = "`→ resize: 8 pixels  -- a note` would be `  resize 8 px  -- a note`"
    assert first == f"{wrong}:4:1: G001, G005 To mend: {mended}."
    assert second == f"{wrong}:5:1: G001 To mend: `→ crpo square` would be `  crpo square`."
    assert left.startswith(f"{wrong}:5:3: G102 ")

    assert main(["check", "--fix", "--json", str(wrong)]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [4, 5] == [each["line"] for each in data["mended"]]
    assert {"line", "before", "after", "codes"} == set(data["mended"][0])
    assert 1 == data["mistakes"]


def test_what_would_be_done_as_data_agrees_with_the_script_as_it_lies_there(wrong: Path, capsys: Output) -> None:
    main(["check", "--json", str(wrong)])
    now = json.loads(capsys.readouterr().out)
    assert main(["check", "--fix", "--diff", "--json", str(wrong)]) == 1
    would = json.loads(capsys.readouterr().out)
    assert WRONG == wrong.read_bytes().decode()
    main(["check", "--fix", "--json", str(wrong)])
    done = json.loads(capsys.readouterr().out)

    assert {**would, **now} == would
    assert would["mended"] == done["mended"]
    assert would["left"] == {"mistakes": done["mistakes"], "remarks": done["remarks"]}
    assert "\n+  resize 8 px  -- a note\n" in would["diff"]


PICTURES = {
    "photo.jpg": b"\xff\xd8\xff\xe0",
    "photo.png": b"\x89PNG\r\n\x1a\n",
    "photo.webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "photo.avif": b"\0\0\0\x1cftypavif",
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_given_as_a_script_is_called_a_picture(
    name: str, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(PICTURES[name] + bytes(20))

    assert main(["check", name]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith(f"{name} is a picture. A script is a text")
    assert f"Try   dataset table from ./{name}\n" in shown


def test_a_folder_that_is_empty_is_told_apart_from_one_in_which_nothing_is_an_image(
    wrong: Path, capsys: Output
) -> None:
    for folder in ("empty", "nested/within", "hidden"):
        (wrong.parent / folder).mkdir(parents=True)
    (wrong.parent / "hidden" / ".left").touch()
    told = []
    for folder in ("empty", "nested", "hidden"):
        wrong.write_text(f"gen 1\ndataset a from ./{folder}/\n  resize 8 px\nprint b from a\n")
        main(["check", str(wrong)])
        told.append(capsys.readouterr().out.splitlines()[5].strip())

    nothing = "holds no image, and no folder in it does."
    assert ["./empty/ is empty.", f"./nested/ {nothing}", f"./hidden/ {nothing}"] == told
