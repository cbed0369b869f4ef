"""The language from Python, and `gen ir`: texts in, and nothing made."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import intaglio
from intaglio.face.command import main
from tests.face.conftest import Gen

SCORE = """gen 1

dataset table from ./photos/
  resize 64 px

train dreamer from table
  model gan
  steps 100

sample attempts with dreamer
"""


def test_every_text_has_a_tree() -> None:
    tree = intaglio.parse("gen 1\n\ndataset table\n  from ./photos/\ntrain ) from\n")

    assert ["gen", "dataset", "train"] == [line.head.text for line in tree.lines if line.head]
    assert ["from"] == [clause.word for line in tree.lines[1].children for clause in line.clauses]


def test_mistakes_are_data_with_a_place_and_a_change_that_mends_them() -> None:
    text = SCORE.replace("64 px", "64 pixels")

    (found,) = intaglio.check(text)

    assert ("G201", "mistake", "Unknown unit") == (found.code, found.level, found.title)
    assert "`px`" in found.message
    assert (4, 13) == (found.span.line, found.span.column)
    assert found.edit is not None
    line = text.split("\n")[found.edit.span.line - 1]
    mended = line[: found.edit.span.column - 1] + found.edit.replacement + line[found.edit.span.end - 1 :]
    assert "  resize 64 px" == mended


def test_what_is_right_has_no_mistakes() -> None:
    assert [] == intaglio.check(SCORE)


def test_paths_are_looked_for_where_a_folder_is_named(tmp_path: Path) -> None:
    missing = intaglio.check(SCORE, folder=tmp_path)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "pear.png").touch()
    there = intaglio.check(SCORE, folder=tmp_path)

    assert ["G401"] == [each.code for each in missing]
    assert [] == there
    assert ["photos"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_is_set_as_gen_fmt_sets_it_crooked_lines_and_line_ends_too(end: str, tmp_path: Path) -> None:
    text = "gen   1\n\ntrain a from table\n  model gan\n   batch 4\n  steps  4\n".replace("\n", end)
    score = tmp_path / "score.gen"
    score.write_bytes(text.encode())

    main(["fmt", str(score)])

    usual = "gen 1\n\ntrain a from table\n  model gan\n  batch 4\n  steps 4\n".replace("\n", end)
    assert usual == intaglio.format(text, folder=tmp_path) == intaglio.format(text)
    assert usual.encode() == score.read_bytes()


@pytest.mark.parametrize("said", ["parse('gen 1')", "format('gen 1')", "check('gen 1')"])
def test_nothing_heavy_is_loaded_for_the_language(said: str) -> None:
    code = (
        f"import sys, intaglio; intaglio.{said}; print(*(set(sys.modules) & {{'torch', 'numpy', 'PIL', 'rich', 'av'}}))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "\n" == done.stdout


def test_a_script_without_mistakes_is_checked_without_what_tells_of_them(tmp_path: Path) -> None:
    score = tmp_path / "score.gen"
    score.write_text("gen 1\n", "utf-8")
    code = "import sys; from intaglio.face.command import main; print(main(['check', sys.argv[1]]), *sys.modules)"

    done = subprocess.run([sys.executable, "-c", code, str(score)], capture_output=True, text=True, check=True)

    code, *loaded = done.stdout.splitlines()[-1].split()
    families = {name for name in loaded if name.startswith("intaglio.lang.diagnostics.")}
    assert ("0", {"intaglio.lang.diagnostics.mended"}) == (code, families)
    assert not {"dataclasses", "inspect", "pkgutil", "threading"} & {*loaded}


def test_a_work_tells_its_mistakes_the_same_way(tmp_path: Path) -> None:
    (tmp_path / "a.gen").write_text(SCORE.replace("64 px", "64 pixels").replace("./photos/", "./"), "utf-8")

    found = intaglio.open(tmp_path / "a.gen").check()

    assert ["G201"] == [each.code for each in found]
    assert all(isinstance(each, intaglio.Diagnostic) for each in found)


# gen ir ------------------------------------------------------------------------------------------------------------


def ir_of(gen: Gen, path: Path, text: str) -> dict[str, object]:
    path.write_text(text, "utf-8")
    told = json.loads(gen("ir", path.name, "--json").stdout)
    assert isinstance(told, dict)
    return told


def test_the_ir_is_the_same_however_a_score_is_noted_and_laid_out(gen: Gen, score: Path) -> None:
    text = score.read_text("utf-8")

    plain = ir_of(gen, score, text)
    noted = ir_of(gen, score, "-- a note\n" + text.replace("  resize 8 px", "  resize   8px  -- small"))
    other = ir_of(gen, score, text.replace("8 px", "9 px"))

    assert 1 == plain["ir"]
    assert plain == noted
    assert plain["key"] != other["key"]


def test_over_several_lines_it_is_the_same(gen: Gen, score: Path) -> None:
    assert json.loads(gen("ir", "colours.gen").stdout) == json.loads(gen("ir", "colours.gen", "--json").stdout)
    assert 1 == gen("ir", "colours.gen", "--json").stdout.count("\n")


def test_the_schema_is_printed_without_a_script(gen: Gen, root: Path) -> None:
    assert (root / "docs" / "reference" / "ir-schema.json").read_text("utf-8") == gen("ir", "--schema").stdout


def test_a_script_with_mistakes_has_no_ir(gen: Gen, score: Path) -> None:
    score.write_text("gen 1\ntrian a from b\n", "utf-8")

    done = gen("ir", "colours.gen")

    assert (1, "") == (done.returncode, done.stdout)
    assert "G101" in done.stderr


def test_without_a_script_it_asks_for_one(gen: Gen) -> None:
    assert "needs a script" in gen("ir").stderr


@pytest.mark.parametrize("name", ["parse", "check", "format"])
@pytest.mark.parametrize("given", [None, b"gen 1", Path("table.gen"), 1])
def test_what_is_no_text_is_told_in_words(name: str, given: object) -> None:
    with pytest.raises(TypeError, match=f"a script is a text, and this is of the type {type(given).__name__}"):
        getattr(intaglio, name)(given)


def test_everything_that_the_package_offers_is_listed_before_it_is_loaded() -> None:
    assert {*intaglio.__all__} <= {*dir(intaglio)}
