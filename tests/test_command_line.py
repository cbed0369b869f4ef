"""The real command, as an artist meets it: what it says, what it returns, what it loads, and what it leaves alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

SCORE = """gen 1

dataset table
  from ./photos/
  crop square, centre
  resize 16 px

print sheet from table
  columns 2
  save ./out/sheet.png
"""

TRAINING = """gen 1

dataset table
  from ./photos/
  resize 16 px by 16 px

train dreamer from table
  model autoencoder
  steps 100000

sample attempts with dreamer
  count 4
"""

NEVER_LOADED = ("torch", "numpy", "lark", "pydantic", "argparse", "rich", "PIL")


@dataclass(frozen=True)
class Studio:
    """A folder with photographs and a score."""

    folder: Path

    def write(self, text: str) -> None:
        (self.folder / "table.gen").write_text(text, encoding="utf-8")

    def gen(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(words), cwd=self.folder, capture_output=True, text=True, env={**os.environ, **environment}
        )

    def events(self, *words: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.gen("run", "table.gen", "--json", *words).stdout.splitlines()]

    def ran(self) -> list[object]:
        return [event["stage"] for event in self.events() if event["event"] == "finished"]


def command(words: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "intaglio", *words]


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    photos = tmp_path / "photos"
    photos.mkdir()
    for number in range(4):
        Image.effect_mandelbrot((24, 20), (-2 + number, -1.5, 1, 1.5), 40).convert("RGB").save(photos / f"{number}.png")
    studio = Studio(tmp_path)
    studio.write(SCORE)
    return studio


def assert_kind(result: subprocess.CompletedProcess[str], code: int) -> None:
    assert "Traceback" not in result.stdout + result.stderr
    assert result.returncode == code, result.stdout + result.stderr


def test_a_run_makes_what_is_asked_and_a_second_run_nothing(studio: Studio) -> None:
    first, second = studio.ran(), studio.ran()

    assert (first, second) == (["table", "sheet"], [])
    assert (studio.folder / "out" / "sheet.png").is_file()


def test_nothing_to_do_loads_nothing_heavy(studio: Studio) -> None:
    studio.gen("run", "table.gen")
    studio.gen("run", "table.gen")  # what was written too shortly before is looked at properly once more
    code = (
        "import sys; sys.argv = ['gen', 'run', 'table.gen']; from intaglio.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([name for name in {NEVER_LOADED!r} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=studio.folder, capture_output=True, text=True, check=True)

    assert "Nothing to do" in told.stdout
    assert told.stdout.splitlines()[-1] == "[]"


def test_all_that_a_check_says_is_said_before_it_ends_at_once(studio: Studio) -> None:
    studio.write(SCORE + "".join(f"\nprint wall-{number} from gone-{number}x\n" for number in range(200)))

    told = studio.gen("check", "table.gen", "--brief")

    assert told.returncode == 1
    assert [f"`gone-{number}x`" in line for number, line in enumerate(told.stdout.splitlines())] == [True] * 200


@pytest.mark.parametrize(("loaded", "said"), [("", ""), ("import threading; ", "at last")])
def test_a_check_ends_at_once_where_it_is_alone(loaded: str, said: str, studio: Studio) -> None:
    code = (
        f"import atexit, sys; {loaded}sys.argv = ['gen', 'check', 'table.gen']; "
        "atexit.register(print, 'at last', file=sys.stderr); from intaglio.__main__ import main; main()"
    )

    told = subprocess.run([sys.executable, "-c", code], cwd=studio.folder, capture_output=True, text=True, check=True)

    assert told.stdout
    assert said == told.stderr.strip()


def test_whoever_counts_the_calls_of_a_check_is_told(studio: Studio) -> None:
    code = "import sys; sys.argv = ['gen', 'check', 'table.gen']; from intaglio.__main__ import main; main()"
    (studio.folder / "counted.py").write_text(code, "utf-8")
    command = [sys.executable, "-m", "cProfile", "-o", "calls", "counted.py"]

    subprocess.run(command, cwd=studio.folder, capture_output=True, check=True)

    assert (studio.folder / "calls").stat().st_size


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text + "\n-- A note at the end.\n",
        lambda text: text.replace("table", "kitchen"),
        lambda text: text.replace("\n\n", "\n\n\n\n"),
        lambda text: text.replace("16 px", "16   px"),
        lambda text: text.replace("./out/sheet.png", "./out/other.png"),
    ],
    ids=["note", "name", "blank lines", "spaces", "place to save"],
)
def test_words_that_change_no_picture_run_nothing(studio: Studio, edit: object) -> None:
    studio.ran()
    studio.write(edit(SCORE))  # type: ignore[operator]

    assert studio.ran() == []


def test_formatting_runs_nothing(studio: Studio) -> None:
    studio.write(SCORE.replace("  crop square, centre", "  crop   square ,centre"))
    studio.ran()
    assert studio.gen("fmt", "table.gen").returncode == 0

    assert (studio.folder / "table.gen").read_text() == SCORE
    assert studio.ran() == []


def test_one_pixel_runs_what_saw_it_a_touch_and_an_undo_run_nothing(studio: Studio) -> None:
    photo = studio.folder / "photos" / "0.png"
    before = photo.read_bytes()
    studio.ran()
    photo.touch()
    assert studio.ran() == []

    image = Image.open(photo)
    image.putpixel((12, 10), (255, 0, 0))
    image.save(photo)
    assert studio.ran() == ["table", "sheet"]

    photo.write_bytes(before)
    assert studio.ran() == []


def test_a_setting_runs_its_stage_and_says_why(studio: Studio) -> None:
    studio.ran()
    studio.write(SCORE.replace("columns 2", "columns 4"))

    assert "columns: 2 -> 4" in studio.gen("why", "table.gen", "sheet").stdout
    plan = json.loads(studio.gen("plan", "table.gen", "--json").stdout)
    assert [(stage["name"], stage["state"]) for stage in plan["stages"]] == [("table", "fresh"), ("sheet", "stale")]
    assert {"name", "verb", "state", "key", "reason", "have", "want"} <= set(plan["stages"][0])
    assert studio.ran() == ["sheet"]


def test_events_are_objects_that_end_with_the_counts(studio: Studio) -> None:
    events = studio.events()

    finished = next(event for event in events if event["event"] == "finished")
    assert {"stage", "made", "reused", "seconds", "key"} <= set(finished)
    assert events[-1]["event"] == "done"
    assert (events[-1]["made"], events[-1]["fresh"], events[-1]["failed"]) == (2, 0, 0)


def test_a_saved_picture_that_the_artist_changed_is_never_written_over(studio: Studio) -> None:
    studio.ran()
    sheet = studio.folder / "out" / "sheet.png"
    sheet.write_bytes(b"painted over by hand")
    studio.write(SCORE.replace("columns 2", "columns 4"))

    result = studio.gen("run", "table.gen")

    assert_kind(result, 3)
    assert sheet.read_bytes() == b"painted over by hand"
    assert_kind(studio.gen("run", "table.gen", "--replace"), 0)
    assert sheet.read_bytes() != b"painted over by hand"


def test_a_saved_picture_that_was_deleted_is_placed_again_and_nothing_runs(studio: Studio) -> None:
    studio.ran()
    (studio.folder / "out" / "sheet.png").unlink()

    assert studio.ran() == []
    assert (studio.folder / "out" / "sheet.png").is_file()


def test_mistakes_keep_a_script_from_running(studio: Studio) -> None:
    studio.write(SCORE.replace("columns 2", "colums 2"))

    result = studio.gen("run", "table.gen")

    assert_kind(result, 1)
    assert "columns 2" in result.stdout + result.stderr
    told = json.loads(studio.gen("check", "table.gen", "--json").stdout)
    assert [each["code"] for each in told["diagnostics"]] == ["G102"]


def empty_photos(studio: Studio) -> None:
    for photo in (studio.folder / "photos").iterdir():
        photo.unlink()


def unreadable_photos(studio: Studio) -> None:
    for photo in (studio.folder / "photos").iterdir():
        photo.write_bytes(b"this is a text")


@pytest.mark.parametrize(("trouble", "code"), [(empty_photos, 1), (unreadable_photos, 3)])
def test_trouble_with_the_disk_is_told_kindly(studio: Studio, trouble: object, code: int) -> None:
    trouble(studio)  # type: ignore[operator]

    assert_kind(
        studio.gen("run", "table.gen"), code
    )  # an empty folder is a mistake, what cannot be read a failed stage


def test_a_store_that_cannot_be_made_is_told_of(studio: Studio) -> None:
    (studio.folder / ".intaglio").write_text("in the way")

    result = studio.gen("run", "table.gen")

    assert_kind(result, 2)
    assert ".intaglio" in result.stderr


def test_a_broken_image_is_left_out_with_a_remark_that_names_it(studio: Studio) -> None:
    (studio.folder / "photos" / "torn.png").write_bytes((studio.folder / "photos" / "0.png").read_bytes()[:60])
    (studio.folder / "photos" / "nothing.jpg").write_bytes(b"")

    result = studio.gen("run", "table.gen")

    assert_kind(result, 0)
    assert "torn.png" in result.stdout + result.stderr
    assert "nothing.jpg" in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["run", "nowhere.gen"], 2),
        (["run", "photos"], 2),
        (["run", "table.gen", "--hurry"], 2),
        (["rnu", "table.gen"], 2),
        (["run"], 2),
        (["run", "table.gen", "plate"], 2),
        (["explain", "G999"], 2),
        (["check", "table.gen"], 0),
        (["--version"], 0),
        (["--help"], 0),
        (["explain", "G204"], 0),
    ],
)
def test_usage_is_told_kindly(studio: Studio, words: list[str], code: int) -> None:
    result = studio.gen(*words)

    assert_kind(result, code)
    assert (result.stdout + result.stderr).strip()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", 0), (b"gen 1\n\xff\xfe", 2), (SCORE.encode("utf-16"), 2), (b"\x00\x01\x02", 1), (b"gen 1\n" * 10_000, 1)],
    ids=["empty", "not UTF-8", "UTF-16", "control characters", "10,000 lines"],
)
def test_any_text_is_read_or_refused(studio: Studio, content: bytes, code: int) -> None:
    (studio.folder / "table.gen").write_bytes(content)

    assert_kind(studio.gen("check", "table.gen"), code)


def test_no_colour_where_none_is_wanted(studio: Studio) -> None:
    studio.write(SCORE.replace("columns 2", "colums 2"))

    assert "\x1b" not in studio.gen("check", "table.gen", NO_COLOR="1").stdout


def test_an_interrupted_training_stops_soon_and_leaves_the_store_whole(studio: Studio) -> None:
    studio.write(TRAINING)
    running = subprocess.Popen(
        command(["run", "table.gen", "--json"]), cwd=studio.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None
    for line in running.stdout:
        event = json.loads(line)
        if event["event"] == "progress" and event["stage"] == "dreamer":
            break
    asked = time.monotonic()
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=30)

    assert time.monotonic() - asked < 2
    assert running.returncode == 130
    assert b"Traceback" not in errors
    studio.write(TRAINING.replace("100000", "3"))
    assert studio.ran() == ["dreamer", "attempts"]
    assert list((studio.folder / ".intaglio" / "tmp").iterdir()) == []


def test_a_reader_that_leaves_early_is_no_trouble(studio: Studio) -> None:
    shell = " ".join(command(["run", "table.gen"])) + " | head -n 1"

    result = subprocess.run(["sh", "-c", shell], cwd=studio.folder, capture_output=True, text=True)

    assert "Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_the_output_is_told_without_a_traceback(studio: Studio) -> None:
    studio.gen("run", "table.gen")
    studio.gen("run", "table.gen")
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            command(["run", "table.gen"]), cwd=studio.folder, stdout=full, stderr=subprocess.PIPE, text=True
        )

    assert result.returncode == 2
    assert "could not be written" in result.stderr
    assert "Traceback" not in result.stderr


def test_python_has_the_same(studio: Studio) -> None:
    code = (
        "import intaglio\n"
        "work = intaglio.open('table.gen'); work.run('sheet'); made = work['table']\n"
        "print(len(made.images), made.manifest.kind, made.path.is_dir())"
    )

    result = subprocess.run([sys.executable, "-c", code], cwd=studio.folder, capture_output=True, text=True)

    assert result.stdout.splitlines()[-1:] == ["4 dataset True"], result.stderr
