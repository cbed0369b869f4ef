from __future__ import annotations

import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE = 60.0  # seconds in which anything expected must be said
SILENCE = 1.0  # seconds without a word that are taken for nothing happening


class Watched:
    """A running `gen watch`, and what it says."""

    def __init__(self, script: Path, *words: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "intaglio", "watch", script.name, *words],
            cwd=script.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)

    def until(self, pattern: str) -> str:
        """All that is said until a line matches."""
        said = ""
        deadline = time.monotonic() + PATIENCE
        while not re.search(pattern, said):
            try:
                said += self._lines.get(timeout=max(0.01, deadline - time.monotonic()))
            except queue.Empty:
                pytest.fail(f"{pattern!r} was not said, but: {said}")
        return said

    def rest(self) -> str:
        """What is said until it is silent."""
        said = ""
        while True:
            try:
                said += self._lines.get(timeout=SILENCE)
            except queue.Empty:
                return said

    def stop(self, number: signal.Signals) -> int:
        """The exit code after a signal."""
        self._process.send_signal(number)
        return self._process.wait(timeout=10)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture
def watched(score: Path) -> Iterator[Watched]:
    watched = Watched(score)
    yield watched
    watched.close()


def test_a_mistake_is_shown_and_its_correction_runs_only_what_it_reaches(score: Path, watched: Watched) -> None:
    watched.until("Made 2 stages")
    good = score.read_text()

    score.write_text(good.replace("plate from", "plate form"))
    mistaken = watched.until(r"\d mistake")
    score.write_text(good.replace("  save", "  columns 2\n  save"))
    corrected = watched.until("Made ")

    assert "Try   " in mistaken
    assert re.search(r"1 stage to make · planned in \d+ ms · plate\n", corrected)
    assert "colours: begins" not in corrected


def test_a_script_that_comes_back_as_it_was_is_told_of(score: Path, watched: Watched) -> None:
    watched.until("Made 2 stages")
    away = score.with_name("away.gen")

    score.rename(away)
    gone = watched.until("There is no file colours.gen")
    away.rename(score)

    assert "not run" in gone
    assert "nothing to make" in watched.until("planned in")


def test_an_interruption_while_a_training_runs_says_what_is_kept(score: Path) -> None:
    train = "train hand from colours\n  model autoencoder\n  steps 1000000\n"
    score.write_text(f"gen 1\n\ndataset colours from ./photos/\n  resize 8 px by 8 px\n\n{train}")
    watched = Watched(score, "--yes")
    try:
        watched.until(r"hand: \d+%")
        watched.stop(signal.SIGINT)
        said = watched.rest()
    finally:
        watched.close()

    assert "Stopping; what is finished is kept." in said
    assert "Stopped. What was finished is kept, and of a training how far it came" in " ".join(said.split())


def test_the_first_image_in_an_empty_folder_is_waited_for(score: Path) -> None:
    (score.parent / "visitors").mkdir()
    named = f'./visitors/\n  credit "{"a " * 400}"'  # a text that is too long for a path
    score.write_text(score.read_text().replace("./photos/", named))
    watched = Watched(score)
    try:
        empty = watched.until(r"\d mistake")
        (score.parent / "photos" / "0.png").rename(score.parent / "visitors" / "0.png")
        made = watched.until("Made 2 stages")
    finally:
        watched.close()

    assert "./visitors/ is empty" in empty
    assert "colours: 1 image made" in made


def test_a_save_that_asks_for_what_arrives_later_is_not_run_and_its_correction_is(
    score: Path, watched: Watched
) -> None:
    watched.until("Made 2 stages")
    good = score.read_text()

    score.write_text(good.replace("  resize 8 px", "  resize 8 px\n  derive pose"))
    refused = watched.until("Try   gen run|needs them")
    score.write_text(good.replace("  save", "  columns 2\n  save"))
    corrected = watched.until("Made ")

    assert "not run" in refused
    assert "line 5: `derive pose`, of `colours`" in refused
    assert "plate" in corrected


def test_from_save_to_plan_is_a_blink(score: Path, watched: Watched) -> None:
    watched.until("Made 2 stages")
    times = []
    for columns in (1, 2, 3, 2, 1):
        score.write_text(re.sub(r"  (columns \d\n  )?save", f"  columns {columns}\n  save", score.read_text()))
        said = watched.until(r"planned in \d+ ms")
        times += [int(told) for told in re.findall(r"planned in (\d+) ms", said)]
        watched.rest()

    assert sorted(times)[len(times) // 2] < 100


def test_what_changes_nothing_says_and_does_nothing(score: Path, watched: Watched) -> None:
    watched.until("out/plate.png")
    watched.rest()

    score.write_text(score.read_text())
    for image in (score.parent / "photos").iterdir():
        image.touch()
    (score.parent / "out" / "beside.txt").write_text("not read by anybody")
    (score.parent / "notes.txt").write_text("neither is this")

    assert watched.rest() == ""


def test_a_note_is_planned_and_runs_nothing(score: Path, watched: Watched) -> None:
    watched.until("out/plate.png")
    watched.rest()
    score.write_text(score.read_text() + "\n-- a note\n")

    said = watched.until("planned in") + watched.rest()
    assert "nothing to make" in said
    assert "begins" not in said


def test_a_changed_image_is_noticed_and_undoing_it_is_free(score: Path, watched: Watched) -> None:
    image = score.parent / "photos" / "0.png"
    before = image.read_bytes()
    watched.until("out/plate.png")
    watched.rest()

    image.unlink()
    gone = watched.until("Made 2 stages") + watched.rest()
    image.write_bytes(before)
    back = watched.rest()

    assert re.search(r"2 stages to make .* · colours, plate\n", gone)
    assert "begins" not in back


def test_a_script_that_goes_and_comes_back_is_read_again(score: Path, watched: Watched) -> None:
    watched.until("out/plate.png")
    watched.rest()
    text = score.read_text()

    score.unlink()
    gone = watched.until("There is no file")
    score.write_text(text.replace("8 px", "4 px"))

    assert "Traceback" not in gone
    assert "2 stages to make" in watched.until("Made 2 stages")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_calmly(watched: Watched, number: signal.Signals, code: int) -> None:
    watched.until("Made 2 stages")

    assert code == watched.stop(number)
    assert "Traceback" not in watched.rest()


def test_pictures_saved_beside_the_script_leave_the_watch_its_hearing(score: Path) -> None:
    score.write_text("""gen 1

dataset colours from ./photos/
  resize 8 px
  shuffle
  each seed 1 to 2
  save ./{seed}/
""")
    watched = Watched(score)
    try:
        watched.until(r"colours +\./2")
        watched.rest()
        (score.parent / "photos" / "0.png").unlink()
        gone = watched.until(r"colours +\./2")
        silence = watched.rest()
    finally:
        watched.close()

    assert "1 stage to make" in gone
    assert "planned" not in silence
    assert "0003.png" == max(path.name for path in (score.parent / "2").iterdir())


def test_in_a_log_no_line_is_cut(score: Path) -> None:
    names = [f"a-stage-with-a-rather-long-name-{number}" for number in range(8)]
    score.write_text("gen 1\n" + "".join(f"\ndataset {name} from ./photos/\n  resize 8 px\n" for name in names))
    watched = Watched(score)
    try:
        line = watched.until(r"planned in .*\n").splitlines()[-1]
    finally:
        watched.close()

    assert line.endswith(", ".join(names))


LONG = """gen 1

dataset colours from ./photos/
  crop square, centre
  resize 32 px

train dreamer from colours
  model autoencoder
  steps 100000
"""


@pytest.mark.slow
def test_an_edit_cancels_what_runs_only_where_it_reaches_it(score: Path) -> None:
    score.write_text(LONG)
    watched = Watched(score)
    try:
        watched.until(r"dreamer: \d+%")
        score.write_text(LONG + "\n-- a note that reaches nothing\n")
        noted = watched.until("planned in")
        goes_on = watched.until(r"dreamer: \d+%")
        score.write_text(LONG.replace("100000", "2"))
        reached = watched.until("Made 1 stage")
    finally:
        watched.close()

    assert re.search(r"1 stage to make .*dreamer", noted + goes_on)
    assert "begins" not in goes_on
    assert "dreamer: begins (train)" in reached
