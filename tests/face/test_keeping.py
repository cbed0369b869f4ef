from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from intaglio.face.command import main
from tests.face.conftest import Gen

Output = pytest.CaptureFixture[str]
HASH = re.compile(r"[0-9a-f]{16}")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("INTAGLIO_STORE", raising=False)


@pytest.fixture
def versions(score: Path, capsys: Output) -> Path:
    """A script that ran as four versions, a sheet of one, two, three and four columns."""
    for columns in (1, 2, 3, 4):
        edit(score, columns)
        assert main(["run", str(score), "--plain"]) == 0
    capsys.readouterr()
    return score


def edit(score: Path, columns: int) -> None:
    text = re.sub(r"  columns \d\n", "", score.read_text())
    score.write_text(text.replace("  save", f"  columns {columns}\n  save"))


def told(capsys: Output, *words: str, code: int = 0) -> str:
    assert code == main([*words])
    return capsys.readouterr().out


def objects(capsys: Output, *words: str, code: int = 0) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(told(capsys, *words, "--json", code=code))
    return data


def states(capsys: Output, score: Path) -> list[str]:
    return [stage["state"] for stage in objects(capsys, "plan", score.name)["stages"]]


def test_looking_says_names_and_sizes_and_removes_nothing(versions: Path, capsys: Output) -> None:
    before = sorted(path for path in (versions.parent / ".intaglio").rglob("*"))

    shown = told(capsys, "gc", "--dry-run", "--keep", "2")

    assert re.search(r"^Would free [\d.]+ .?B", shown)
    assert re.search(
        r"^  plate of colours\.gen  2 earlier results, the last of .+  +[\d.]+ [KM]?B", shown, re.MULTILINE
    )
    assert shown.endswith("Nothing was removed. To do it: gen gc --keep 2\n")
    assert not HASH.search(shown)
    assert before == sorted(path for path in (versions.parent / ".intaglio").rglob("*"))


def test_what_is_freed_is_what_was_said_and_what_scripts_make_stays(versions: Path, capsys: Output) -> None:
    would = objects(capsys, "gc", "--dry-run", "--keep", "1")
    did = objects(capsys, "gc", "--keep", "1")
    again = told(capsys, "gc", "--keep", "1")

    assert {**would, "dry": False} == did
    assert ["print"] * 3 == [thing["what"] for thing in did["things"]]
    assert {"plate"} == {of["stage"] for thing in did["things"] for of in thing["of"]}
    assert again.startswith("There is nothing to free: ")
    assert ["fresh", "fresh"] == states(capsys, versions)


def test_the_last_three_versions_are_kept_unless_told(versions: Path, capsys: Output) -> None:
    told(capsys, "gc")
    fresh = []
    for columns in (1, 2, 3, 4):
        edit(versions, columns)
        fresh.append(states(capsys, versions)[1])

    assert ["new", "fresh", "fresh", "fresh"] == [state.replace("stale", "new") for state in fresh]


def test_what_a_script_makes_as_it_stands_stays_though_it_never_ran_so(versions: Path, capsys: Output) -> None:
    edit(versions, 1)
    told(capsys, "gc", "--keep", "0")

    assert ["fresh", "fresh"] == states(capsys, versions)


def test_pinning_tells_what_was_not_made_as_the_script_stands(versions: Path, capsys: Output) -> None:
    whole = told(capsys, "pin", str(versions))
    edit(versions, 5)
    part = told(capsys, "pin", str(versions))

    assert whole.startswith("Pinned colours, plate: ")
    assert "Not pinned" not in whole
    assert part.startswith("Pinned colours: ")
    assert "\nNot pinned, for it is not made as the script stands: plate.\n" in part
    assert f"gen run {versions} && gen pin {versions}" in part


def test_a_pinned_stage_stays_until_it_is_unpinned(versions: Path, capsys: Output) -> None:
    edit(versions, 2)
    pinned = told(capsys, "pin", versions.name, "plate")
    marked = told(capsys, "status", versions.name)
    edit(versions, 4)
    told(capsys, "gc", "--keep", "0")
    edit(versions, 2)
    kept = states(capsys, versions)
    edit(versions, 4)
    unpinned = told(capsys, "unpin", versions.name)
    told(capsys, "gc", "--keep", "0")
    edit(versions, 2)

    assert re.match(r"Pinned colours, plate: [\d.]+ [KM]?B\. gen gc keeps that\.\n", pinned)
    assert ["pinned", "pinned"] == re.findall("pinned", marked)
    assert ["fresh", "fresh"] == kept
    assert "Unpinned colours, plate.\n" == unpinned
    assert ["fresh", "stale"] == states(capsys, versions)


@pytest.mark.parametrize(
    ("words", "said", "paste"),
    [
        (["pin", "colours.gen", "plaet"], "makes `plaet`", "gen pin colours.gen plate"),
        (["pin", "colours.gen"], "Nothing of this script is made", "gen run colours.gen"),
        (["pin", "colours.gen", "plate"], "`plate` is not made as it stands", "gen run colours.gen plate"),
        (["unpin", "colours.gen"], "Nothing of colours.gen is pinned.", None),
        (["unpin", "colours.gen", "plate"], "`plate` is not pinned.", None),
        (["gc", "--keep", "some"], "`--keep some` is no number of runs.", "gen gc --keep 3"),
        (["gc", "--to", "small"], "`--to small` is no size.", "gen gc --to 2GB"),
    ],
)
def test_what_cannot_be_done_is_told_kindly(
    words: list[str], said: str, paste: str | None, score: Path, capsys: Output
) -> None:
    assert main(words) == 2

    shown = capsys.readouterr().err
    assert said in " ".join(shown.split())
    assert paste is None or f"Try   {paste}\n" in shown


@pytest.mark.parametrize("size", ["0", "1KB", "1 kb", "0.001MB", "1k"])
def test_sizes_are_understood_as_they_are_written(size: str, versions: Path, capsys: Output) -> None:
    did = objects(capsys, "gc", "--keep", "9", "--to", size)

    assert 3 == len(did["things"])
    assert ["fresh", "fresh"] == states(capsys, versions)
    assert "more than" in told(capsys, "gc", "--to", "0")


def test_status_says_what_is_kept_of_stages_and_scripts_and_what_could_go(versions: Path, capsys: Output) -> None:
    of_script, of_folder = told(capsys, "status", versions.name), told(capsys, "status")
    data = objects(capsys, "status", versions.name)
    spare = objects(capsys, "gc", "--dry-run")["freed"]

    sizes = r" +[\d.]+ (bytes|KB|MB)"
    assert re.search(rf"^colours  dataset  fresh{sizes}\nplate    print    fresh{sizes}\n\n", of_script)
    assert re.search(rf"^\./colours\.gen  5 results{sizes}  ran \d+ \w+ \d{{4}}, ", of_folder)
    assert re.search(r"\./\.intaglio holds 5 results, .+\. .+ could be freed: gen gc --dry-run\n$", of_folder)
    assert spare == data["spare"] > 0
    assert [("colours", "dataset"), ("plate", "print")] == [(s["name"], s["verb"]) for s in data["stages"]]
    assert 5 == data["results"] == data["scripts"][0]["results"]


def test_the_store_may_be_named_by_a_script_in_another_folder(
    versions: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")

    assert "all is as it was written" in told(capsys, "fsck", str(versions))
    assert "To do it: gen gc ../colours.gen --keep 1\n" in told(
        capsys, "gc", "../colours.gen", "--dry-run", "--keep", "1"
    )
    assert told(capsys, "gc", "../colours.gen", "--keep", "1").startswith("Freed ")
    assert 2 == main(["gc", "nowhere.gen"])


def test_status_of_nothing_makes_nothing(tmp_path: Path, capsys: Output) -> None:
    shown = [told(capsys, *words) for words in (["status"], ["gc"], ["gc", "--dry-run"], ["fsck"])]

    assert 3 == sum(text.startswith("Nothing is kept") for text in [shown[0], *shown[2:]])
    assert [] == list(tmp_path.iterdir())


def test_a_sound_store_is_told_and_damage_is_named_set_aside_and_made_again(versions: Path, capsys: Output) -> None:
    sound = told(capsys, "fsck")
    objects_ = [path for path in (versions.parent / ".intaglio" / "objects").rglob("*") if path.is_file()]
    for path in objects_:
        path.chmod(0o644)
        path.write_bytes(path.read_bytes()[:-1] + b"?")

    shown = told(capsys, "fsck", code=1)
    data = objects(capsys, "fsck", code=1)
    assert main(["run", versions.name, "--plain"]) == 0

    assert re.match(r"Read \d+ files, [\d.]+ KB: all is as it was written\.\n", sound)
    assert "\n  plate of colours.gen: 4 contents were damaged\n" in shown
    assert not HASH.search(shown)
    assert f"{len(objects_)} files were set aside in ./.intaglio/quarantine." in shown
    assert {"missing"} == {damage["what"] for damage in data["damages"]}
    assert "Made 2 stages" in capsys.readouterr().out


def test_names_that_a_terminal_would_obey_are_shown_as_they_are(score: Path, capsys: Output) -> None:
    odd = score.rename(score.with_name("a\x1b[31m\u202eb.gen"))
    assert main(["run", str(odd), "--plain"]) == 0
    edit(odd, 2)
    odd.write_text(odd.read_text().replace("  save ./out/plate.png\n", ""))
    for _ in range(2):
        assert main(["run", str(odd), "--plain"]) == 0

    for words in (["status"], ["gc", "--dry-run", "--keep", "1"], ["status", "--json"], ["gc", "--keep", "1"]):
        assert main(words) == 0
    shown = capsys.readouterr().out

    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_collecting_beside_real_runs_fails_none_of_them(score: Path, gen: Gen) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", RUNS, str(score)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=score.parent
    )
    rounds = []
    until = time.monotonic() + 120
    while running.poll() is None and time.monotonic() < until:
        rounds.append(gen("gc", "--keep", "0").returncode)
        rounds.append(gen("fsck").returncode)
    said, _ = running.communicate(timeout=60)

    assert b"12 runs\n" == said
    assert {0} == set(rounds)
    assert [0, 0] == [gen("run", "colours.gen").returncode, gen("fsck").returncode]


RUNS = """
import contextlib, io, re, sys
from pathlib import Path
from intaglio.face.command import main
score = Path(sys.argv[1])
for turn in range(12):
    text = re.sub(r"  columns .\\n", "", score.read_text())
    text = re.sub(r"resize . px", f"resize {2 + turn % 4 * 2} px", text)
    score.write_text(text.replace("  save", f"  columns {1 + turn % 3}\\n  save"))
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = main(["run", str(score), "--plain"])
    assert code == 0, said.getvalue()
print(turn + 1, "runs")
"""


@pytest.mark.parametrize("words", [("--keep", "0"), ("--to", "0")])
def test_a_script_that_cannot_be_planned_for_the_moment_keeps_what_it_last_had(
    words: tuple[str, str], score: Path, capsys: Output
) -> None:
    assert main(["run", str(score), "--plain"]) == 0
    good, photos = score.read_text(), score.parent / "photos"
    score.write_text(good.replace("resize", "resise"))
    told(capsys, "gc", *words)
    score.write_text(good)
    after_a_slip = states(capsys, score)
    photos.rename(score.parent / "away")
    told(capsys, "gc", *words)
    (score.parent / "away").rename(photos)

    assert ["fresh", "fresh"] == after_a_slip
    assert ["fresh", "fresh"] == states(capsys, score)


def test_a_script_that_cannot_be_planned_keeps_no_other_from_being_looked_at_and_is_named(
    versions: Path, capsys: Output
) -> None:
    beside = versions.with_name("beside.gen")
    beside.write_text("gen 1\n\ndataset round from ./photos/\n  resise 8 px\nprint sheet from round\n")

    assert 0 == main(["gc", "--dry-run", "--keep", "2"])
    freed = capsys.readouterr()
    assert 0 == main(["status"])
    kept = capsys.readouterr()
    named = objects(capsys, "gc", "--dry-run")["unread"]

    assert freed.out.startswith("Would free ")
    assert "beside.gen cannot be planned as it stands" in freed.err
    assert "gen plan " in freed.err
    assert "beside.gen cannot be planned as it stands" in kept.err
    assert [str(beside)] == named


def test_what_is_unfinished_is_kept_as_long_as_it_may_be_a_script_s_that_cannot_be_read(
    score: Path, capsys: Output
) -> None:
    assert main(["run", str(score), "--plain"]) == 0
    good = score.read_text()
    key = "ab" * 16
    stream = score.parent / ".intaglio" / "items" / key[:2] / key
    stream.mkdir(parents=True)
    old = time.time() - 10**6
    os.utime(stream, (old, old))
    score.write_text(good.replace("resize", "resise"))
    told(capsys, "gc", "--keep", "0")
    after_a_slip = stream.exists()
    score.write_text(good)
    told(capsys, "gc", "--keep", "0")

    assert (True, False) == (after_a_slip, stream.exists())


def test_a_stage_that_waits_keeps_what_it_last_had(score: Path, capsys: Output) -> None:
    assert main(["run", str(score), "--plain"]) == 0
    score.write_text(score.read_text().replace("resize 8", "resize 6"))
    capsys.readouterr()

    did = objects(capsys, "gc", "--keep", "0")

    assert ["dataset"] == [thing["what"] for thing in did["things"]]
