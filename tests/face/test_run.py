from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from intaglio.face.command import main
from tests.face.conftest import Gen

HEAVY = (
    "torch",
    "numpy",
    "lark",
    "pydantic",
    "argparse",
    "rich",
    "diffusers",
    "xxhash",
    "PIL",
    "json",
    "pathlib",
    "re",
)
SPY = "import sys; sys.argv[0] = 'gen'; from intaglio.__main__ import main; code = main(); "


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def settled(score: Path) -> None:
    """Wait until no clock could give an edit of the script the time that it has."""
    time.sleep(0.1)


def test_a_run_says_where_its_results_are_and_a_second_one_does_nothing(gen: Gen, score: Path) -> None:
    settled(score)
    first, second = gen("run", "colours.gen"), gen("run", "colours.gen")

    assert first.returncode == second.returncode == 0
    assert "Made 2 stages" in first.stdout
    assert first.stdout.endswith("\n  plate  ./out/plate.png\n")
    assert second.stdout == "Nothing to do: both stages are fresh.\n\n  plate  ./out/plate.png\n"
    assert (score.parent / "out" / "plate.png").is_file()


@pytest.mark.parametrize("odd", ["\x1b[31m", "\u202e", "\x9b", "\u200f", "\u061c"])
def test_a_saved_path_that_a_terminal_would_obey_or_that_nobody_sees_whole_is_refused(
    gen: Gen, score: Path, odd: str
) -> None:
    score.write_text(score.read_text().replace("plate.png", f"a{odd}b.png"))
    told = gen("run", score)

    assert 1 == told.returncode
    assert "G018" in told.stderr
    assert odd[0] not in told.stdout + told.stderr


def test_a_run_with_nothing_to_do_loads_next_to_nothing(gen: Gen, score: Path) -> None:
    settled(score)
    gen("run", "colours.gen")
    told = subprocess.run(
        [sys.executable, "-c", SPY + "print(code, *sorted(sys.modules))", "run", "colours.gen"],
        cwd=score.parent,
        capture_output=True,
        text=True,
        check=True,
    )

    code, *loaded = told.stdout.splitlines()[-1].split()
    assert code == "0"
    assert [name for name in HEAVY if name in loaded] == []
    assert [name for name in loaded if name.startswith("intaglio.face.") and name != "intaglio.face.quick"] == []


@pytest.mark.parametrize("words", [["--json"], ["--plain"], ["--store", ".intaglio"], ["--store=.intaglio"], ["plate"]])
def test_the_quick_way_understands_what_the_long_way_does(gen: Gen, score: Path, words: list[str]) -> None:
    settled(score)
    gen("run", "colours.gen")
    quick = gen("run", "colours.gen", *words)
    (score.parent / ".intaglio" / "unchanged").rename(score.parent / "elsewhere")
    long = gen("run", "colours.gen", *words)

    if words == ["--json"]:
        assert [{**each, "seconds": 0} for each in objects(long.stdout)] == [
            {**each, "seconds": 0} for each in objects(quick.stdout)
        ]
    else:
        assert quick.stdout.startswith("Nothing to do")
        assert quick.stdout.splitlines()[-1] == long.stdout.splitlines()[-1]


@pytest.mark.parametrize("words", [["--store"], ["--store", "--plain"]])
def test_an_option_without_its_value_is_refused_also_where_nothing_is_to_be_done(
    gen: Gen, score: Path, words: list[str]
) -> None:
    settled(score)
    gen("run", "colours.gen")
    told = gen("run", "colours.gen", *words)

    assert (2, "") == (told.returncode, told.stdout)
    assert "`--store` needs a value after it" in told.stderr


@pytest.mark.parametrize(
    "edit",
    [
        lambda score: score.write_text(score.read_text().replace("8 px", "4 px")),
        lambda score: (score.parent / "photos" / "0.png").unlink(),
        lambda score: (score.parent / "out" / "plate.png").unlink(),
    ],
)
def test_whatever_moved_is_looked_at_properly(gen: Gen, score: Path, edit: Any) -> None:
    settled(score)
    gen("run", "colours.gen")
    edit(score)

    told = gen("run", "colours.gen", "--json")
    assert objects(told.stdout)[-1]["event"] == "done"
    assert (score.parent / "out" / "plate.png").is_file()


def test_the_store_may_lie_elsewhere(gen: Gen, score: Path, tmp_path: Path) -> None:
    gen("run", "colours.gen", env={"INTAGLIO_STORE": str(tmp_path / "named")})
    gen("run", "colours.gen", "--store", tmp_path / "told")

    assert (tmp_path / "named" / "records").is_dir()
    assert (tmp_path / "told" / "records").is_dir()
    assert not (tmp_path / ".intaglio").exists()


def test_mistakes_keep_a_script_from_running(gen: Gen, score: Path) -> None:
    score.write_text(score.read_text().replace("resize", "resice"))
    told, as_json = gen("run", "colours.gen"), gen("run", "colours.gen", "--json")

    assert told.returncode == as_json.returncode == 1
    assert "Try   resize 8 px" in told.stderr
    assert [each["event"] for each in objects(as_json.stdout)][-1] == "done"
    assert not (score.parent / ".intaglio").exists()


def test_a_stage_that_fails_is_told_with_its_line_and_exit_code_3(gen: Gen, score: Path) -> None:
    score.write_text(score.read_text().replace("  resize 8 px", "  keep width > 900 px"))
    told = gen("run", "colours.gen")

    assert told.returncode == 3
    assert "`colours` could not be made" in told.stdout
    assert "    4 │   keep width > 900 px" in told.stdout
    assert "Try   keep width >= 16 px" in told.stdout
    assert "Traceback" not in told.stdout + told.stderr


def test_what_a_failed_stage_offers_goes_at_the_line_that_says_it_already(gen: Gen, score: Path) -> None:
    score.write_text(score.read_text().replace("  resize 8 px", "  grey\n  keep width > 900 px"))
    objects_told = [each for each in objects(gen("run", score, "--json").stdout) if each["event"] == "failed"]
    told = gen("run", score).stdout

    assert "    5 │   keep width > 900 px" in told
    assert "  Try   keep width >= 16 px" in told
    assert {(5, True, 0)} == {(each["line"], each["offers"], each["beneath"]) for each in objects_told}


def test_what_a_failed_stage_offers_goes_beneath_what_it_is_made_of_where_no_line_says_it(
    gen: Gen, score: Path
) -> None:
    Image.new("RGB", (48, 24)).save(score.parent / "photos" / "wide.png")
    train = "train hand from colours\n  model gan\n  steps 2\n"
    score.write_text(f"gen 1\n\ndataset colours from ./photos/\n  grey\n\n{train}")
    told = gen("run", "colours.gen").stdout

    assert "    6 │ train hand from colours" in told
    assert "  Try, beneath line 4:\n          resize 8 px by 8 px" in told


def test_a_plan_tells_a_step_that_a_training_did_not_keep_as_what_cannot_be_made(gen: Gen, score: Path) -> None:
    train = "train hand from colours\n  model autoencoder\n  steps 4\n  preview 2 every 2 steps\n"
    score.write_text(f"gen 1\n\ndataset colours from ./photos/\n  resize 8 px by 8 px\n\n{train}")
    made = gen("run", "colours.gen")
    score.write_text(f"{score.read_text()}\nsample kinds with hand\n  count 2\n  step 3\n")
    planned, told = gen("plan", "colours.gen").stdout, gen("run", "colours.gen").stdout

    assert made.returncode == 0, made.stdout
    assert "cannot  Step 3 of `hand` was not kept." in planned
    assert "1 cannot be made" in planned
    assert "to make" not in planned.splitlines()[-1]
    assert "   13 │   step 3" in told
    assert "  Try   step 2" in told


def test_an_empty_folder_is_told_with_the_line_that_names_it(gen: Gen, score: Path) -> None:
    (score.parent / "empty").mkdir()
    score.write_text(score.read_text().replace("colours from ./photos/", "colours\n  from ./photos/\n  from ./empty/"))
    told = gen("run", "colours.gen")

    assert told.returncode == 1
    assert "    5 │   from ./empty/" in told.stderr
    assert "./empty/ is empty." in told.stderr
    assert "" == told.stdout


def test_files_that_are_all_broken_are_told_with_the_line_that_names_their_folder(gen: Gen, score: Path) -> None:
    for photo in (score.parent / "photos").iterdir():
        photo.write_bytes(b"")
    score.write_text(score.read_text().replace("colours from ./photos/", "colours\n  from ./photos/"))

    assert "    4 │   from ./photos/" in gen("run", "colours.gen").stdout


def test_a_link_that_leads_nowhere_is_named_until_it_leads_somewhere(gen: Gen, score: Path) -> None:
    settled(score)
    (score.parent / "photos" / "late.png").symlink_to(score.parent / "late.png")
    first = gen("run", "colours.gen")
    (score.parent / "late.png").write_bytes((score.parent / "photos" / "0.png").read_bytes())
    second = gen("run", "colours.gen")

    assert "1 file in ./photos/ could not be read as an image: late.png (a link that leads nowhere)." in " ".join(
        first.stdout.split()
    )
    assert "Made 1 stage in" in second.stdout
    assert "Remark" not in second.stdout


LATER = """gen 1

dataset colours from ./photos/
  derive pose

dataset plain from ./photos/
  resize 8 px

print plate from plain
  save ./out/plate.png

tune tall from plain with eye
  method lora

train eye from plain
  model autoencoder
  steps 1
"""


def test_what_arrives_later_is_a_remark_to_check_and_a_state_to_plan(gen: Gen, score: Path) -> None:
    score.write_text(LATER)
    check, plan = gen("check", "colours.gen"), gen("plan", "colours.gen", "--json")

    assert (0, 0) == (check.returncode, plan.returncode)
    assert check.stdout.count("G110") == 1
    assert "`derive pose` and `tune`" in check.stdout
    states = {each["name"]: each["state"] for each in json.loads(plan.stdout)["stages"]}
    assert {"colours": "later", "plain": "new", "plate": "waits", "tall": "later", "eye": "waits"} == states


def test_a_run_that_asks_for_what_arrives_later_begins_nothing_and_offers_the_rest(gen: Gen, score: Path) -> None:
    score.write_text(LATER)
    told = gen("run", "colours.gen")

    assert told.returncode == 2
    assert "line 4: `derive pose`, of `colours`" in told.stderr
    assert "line 12: `tune`, of `tall`" in told.stderr
    assert told.stderr.endswith("  Try   gen run colours.gen plate eye\n")
    assert list((score.parent / ".intaglio").glob("records/**/*")) == []
    assert gen("run", "colours.gen", "plate").returncode == 0


def test_an_unknown_stage_gets_the_nearest_name(score: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(score), "plaet", "--plain"]) == 2
    assert f"gen run {score} plate" in capsys.readouterr().err


def test_a_store_that_cannot_be_written_is_no_traceback(score: Path, gen: Gen) -> None:
    (score.parent / ".intaglio").write_text("not a folder")
    told = gen("run", "colours.gen")

    assert told.returncode in (2, 3)
    assert "Traceback" not in told.stderr
    assert "is not a folder" in " ".join(told.stderr.split())


def test_plan_and_why_and_status_agree_on_what_is_fresh(gen: Gen, score: Path) -> None:
    before = json.loads(gen("plan", "colours.gen", "--json").stdout)["stages"]
    gen("run", "colours.gen")
    after = json.loads(gen("plan", "colours.gen", "--json").stdout)["stages"]
    score.write_text(score.read_text().replace("8 px", "4 px"))
    why = gen("why", "colours.gen", "plate").stdout
    stages = json.loads(gen("status", "colours.gen", "--json").stdout)["stages"]

    assert [(each["state"], each["have"], each["want"]) for each in before] == [("new", 0, 1), ("waits", 0, 1)]
    assert before[1]["key"] is None
    assert [(each["state"], each["have"]) for each in after] == [("fresh", 1), ("fresh", 1)]
    assert list(after[0]) == ["name", "verb", "state", "key", "reason", "have", "want", "seconds"]
    assert "plate waits for colours" in why
    assert "8" in why.split("colours will be made again.")[1]
    assert [(each["name"], each["state"]) for each in stages] == [("colours", "stale"), ("plate", "waits")]


def test_why_names_the_place_of_what_changed_as_the_script_does_one_change_a_line(gen: Gen, score: Path) -> None:
    said = '  caption "a; b"\n'
    score.write_text(score.read_text().replace("  resize 8 px\n", f"  resize 8 px\n{said}"))
    gen("run", "colours.gen")
    score.write_text(score.read_text().replace("a; b", "c; d"))
    (score.parent / "photos" / "0.png").write_bytes((score.parent / "photos" / "1.png").read_bytes())
    why = gen("why", "colours.gen", "colours")
    changes = json.loads(gen("why", "colours.gen", "colours", "--json").stdout)["changes"]

    moved = ['steps 3: caption "a; b" -> caption "c; d"', "./photos/: 1 changed"]
    assert moved == changes
    assert ["colours will be made again.", *(f"  {change}" for change in moved)] == why.stdout.splitlines()


def test_a_plan_is_as_wide_as_the_terminal(gen: Gen, score: Path) -> None:
    gen("run", "colours.gen")
    score.write_text(score.read_text().replace("resize 8 px", "resize 9 px"))
    told = gen("plan", "colours.gen", env={"COLUMNS": "56"}).stdout.splitlines()

    assert [] == [line for line in told if len(line) > 56]
    assert "1 stage to make, 1 waits for what others become." in " ".join(told)


def test_why_says_a_condition_as_it_is_written(gen: Gen, score: Path) -> None:
    score.write_text(
        score.read_text().replace("  resize 8 px\n", "  keep width > 3 px and not height > 999 px\n  resize 8 px\n")
    )
    gen("run", "colours.gen")
    score.write_text(score.read_text().replace("width > 3 px", "width > 4 px"))

    moved = "steps 2: keep width > 3 px and not height > 999 px -> keep width > 4 px and not height > 999 px"
    assert [moved] == json.loads(gen("why", "colours.gen", "colours", "--json").stdout)["changes"]


def test_open_writes_ordinary_pictures_and_prints_where(gen: Gen, score: Path) -> None:
    never = gen("open", "colours.gen", "colours")
    gen("run", "colours.gen")
    told = gen("open", "colours.gen", "colours")
    score.write_text(score.read_text().replace("8 px", "4 px"))
    old = gen("open", "colours.gen", "colours")

    folder = score.parent / told.stdout.strip()
    assert never.returncode == 2
    assert "gen run colours.gen colours" in never.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["0001.png", "0002.png", "0003.png", "0004.png"]
    assert "before the last changes" in old.stdout


def test_images_that_one_file_cannot_hold_are_offered_the_folder_as_the_script_would_say_it(
    gen: Gen, score: Path
) -> None:
    score.write_text(score.read_text().replace("  resize 8 px\n", "  resize 8 px\n  save ./out/all.png\n"))

    told = gen("run", "colours.gen").stdout

    assert "all.png is one file, and there are 4 images." in told
    assert "Try   save ./out/all/\n" in told


def test_save_does_not_write_over_a_stranger_s_file_unless_told(gen: Gen, score: Path) -> None:
    (score.parent / "out").mkdir()
    (score.parent / "out" / "plate.png").write_text("mine")
    refused, told = gen("run", "colours.gen"), gen("run", "colours.gen", "--replace")

    assert refused.returncode == 3
    assert "Try   gen run colours.gen --replace\n" in refused.stdout
    assert "`plate` is made, and could not be placed" in refused.stdout
    assert "Made 1 stage in " in refused.stdout
    assert "1 is made and could not be placed." in refused.stdout
    assert "could not be made" not in refused.stdout
    assert told.returncode == 0
    assert (score.parent / "out" / "plate.png").read_bytes().startswith(b"\x89PNG")


def test_what_is_saved_of_what_was_there_is_told(gen: Gen, score: Path) -> None:
    gen("run", "colours.gen")
    plate = score.parent / "out" / "plate.png"
    plate.write_text("mine")
    replaced = gen("run", "colours.gen", "--replace")
    plate.unlink()
    again = [each for each in objects(gen("run", "colours.gen", "--json").stdout) if each["event"] == "skipped"]

    expected = "Nothing to make: both stages are fresh; 1 file was saved.\n\n  plate  ./out/plate.png\n"
    assert "colours: fresh\nplate: fresh, 1 file saved\n" + expected == replaced.stdout
    assert [0, 1] == [each["placed"] for each in again]


def test_a_work_that_was_moved_as_a_whole_makes_nothing_and_knows_its_copies(score: Path, tmp_path: Path) -> None:
    def ran(folder: Path, *words: str) -> list[dict[str, Any]]:
        command = [sys.executable, "-m", "intaglio", "run", "colours.gen", "--json", *words]
        return objects(subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout)

    (tmp_path / "here").mkdir()
    for each in ("colours.gen", "photos"):
        (tmp_path / each).rename(tmp_path / "here" / each)
    ran(tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")
    moved = ran(tmp_path / "there")
    script = tmp_path / "there" / "colours.gen"
    script.write_text(script.read_text().replace("  save", "  columns 1\n  save"))
    plan = json.loads(
        subprocess.run(
            [sys.executable, "-m", "intaglio", "plan", "colours.gen", "--json"],
            cwd=tmp_path / "there",
            capture_output=True,
            check=True,
        ).stdout
    )
    changed = ran(tmp_path / "there")

    assert [("skipped", "fresh", 0)] * 2 == [(e["event"], e["reason"], e["placed"]) for e in moved[:-1]]
    assert "columns: " in plan["stages"][1]["reason"]  # it is known what it was made from before
    assert [1, 1, 0] == [changed[-1][count] for count in ("made", "fresh", "failed")]


SLOW = """gen 1

dataset colours from ./photos/
  crop square, centre
  resize 32 px

train dreamer from colours
  model autoencoder
  steps 100000
"""


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_in_the_middle_of_training_ends_the_run_within_two_seconds(
    score: Path, number: signal.Signals, code: int
) -> None:
    score.write_text(SLOW)
    process = subprocess.Popen(
        [sys.executable, "-m", "intaglio", "run", "colours.gen", "--json"],
        cwd=score.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    for line in process.stdout:
        if '"progress"' in line and '"dreamer"' in line:
            break
    worker = _child(process.pid)

    process.send_signal(number)
    rest = process.stdout.read()
    process.wait(timeout=10)

    assert code == process.returncode
    assert "Traceback" not in process.stderr.read()
    assert objects(rest)[-1]["cancelled"]
    assert _gone(worker, within=2.0)
    assert list((score.parent / ".intaglio" / "tmp").iterdir()) == []


def _child(pid: int) -> int:
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=True)
    return int(told.stdout.split()[0])


def _gone(pid: int, within: float) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        if not Path(f"/proc/{pid}").exists():
            return True
        time.sleep(0.05)
    return False
