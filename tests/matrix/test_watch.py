"""watch: a thousand saves in five styles, folders that go and come back, thousands of files that change at once."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intaglio.runtime.store.store import Store
from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import Studio, children, copied, kill_all, orphans, picture

PATIENCE = 120.0  # seconds in which anything expected must have happened
SCORE = """gen 1

dataset table from ./photos/
  resize 8 px

print sheet from table
  columns 2
  save ./out/sheet.png
"""


def in_place(path: Path, text: str) -> None:
    path.write_text(text)


def renamed_over(path: Path, text: str) -> None:
    path.with_suffix(".tmp").write_text(text)
    path.with_suffix(".tmp").replace(path)


def with_backup(path: Path, text: str) -> None:
    path.rename(path.with_name(path.name + "~"))
    path.write_text(text)


def deleted_and_created(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text)


def in_pieces(path: Path, text: str) -> None:
    with path.open("w") as file:
        for begin in range(0, len(text), 40):
            file.write(text[begin : begin + 40])
            file.flush()
            time.sleep(0.001)


STYLES = (in_place, renamed_over, with_backup, deleted_and_created, in_pieces)


def renamed(text: str, table: str, sheet: str) -> str:
    """A score whose stages, and the file that it saves, are called otherwise."""
    return text.replace("table", table).replace("sheet", sheet)


class Watched:
    """A studio that is being watched, and what is said about it."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.process = studio.start("watch", "score.gen", stderr=subprocess.STDOUT)
        self.said = b""
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        while data := os.read(self.process.stdout.fileno(), 65_536):
            self.said += data

    def until(self, holds: Callable[[], object], what: str) -> float:
        """Wait until something holds; the seconds that it took."""
        began = time.monotonic()
        while not holds():
            assert time.monotonic() - began < PATIENCE, f"{what}, but: {self.said.decode()[-2000:]}"
            assert self.process.poll() is None, self.said.decode()[-2000:]
            time.sleep(0.01)
        return time.monotonic() - began

    def shows(self, sheet: bytes, name: str = "sheet.png") -> float:
        """Wait until the sheet is this one, and see that it stays. The seconds until then."""
        path = self.studio.out / name
        took = self.until(lambda: path.exists() and path.read_bytes() == sheet, "the sheet should become another")
        time.sleep(0.5)
        assert path.read_bytes() == sheet
        return took

    def busy(self, seconds: float) -> float:
        """The share of a processor that it takes while nothing happens."""
        before = self._processor()
        time.sleep(seconds)
        return (self._processor() - before) / seconds

    def _processor(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    studio = Studio.at(tmp_path / "studio", SCORE)
    watched = Watched(studio)
    watched.until(lambda: b"Made 2 stages" in watched.said, "the first run should end")
    yield watched
    kill_all(watched.process)


def made_of(studio: Studio, folder: Path, text: str = SCORE) -> bytes:
    """The sheet that a studio as it is now comes to with a score, by a run in another place."""
    other = copied(studio, folder)
    other.write(text)
    assert other.run().code == 0
    return other.saved()["sheet.png"]


def test_a_storm_of_saves_ends_on_the_final_bytes_and_then_it_is_quiet(
    watched: Watched, tmp_path: Path, found: Found
) -> None:
    saves, within = count(60, 300, 1000), count(2, 5, 10)
    final = renamed(SCORE.replace("columns 2", "columns 3"), "bowls", "wall")
    for number in range(saves):
        text = SCORE.replace("columns 2", f"columns {number % 5 + 1}") + f"\n-- {number}\n"
        called = renamed(text, ("table", "cups", "jugs")[number % 3], ("sheet", "page")[number % 2])
        STYLES[number % len(STYLES)](watched.studio.score, called if number < saves - 1 else final)
        if number % 4 == 0:  # so that there is always something to make, and names change under it
            picture(100 + number, (400, 300)).save(watched.studio.photos / f"{number:04d}.bmp")
        time.sleep(within / saves)
    studio = copied(watched.studio, tmp_path / "other")
    alone = studio.run()
    took = watched.shows(studio.saved()["wall.png"], "wall.png")
    busy = watched.busy(1.0)
    noted = Store(watched.studio.store).last(watched.studio.score)
    planned = json.loads(watched.studio.gen("plan", "score.gen", "--json").text)["stages"]
    watched.process.send_signal(signal.SIGINT)

    assert watched.process.wait(10) == 130
    assert [("bowls", "fresh"), ("wall", "fresh")] == [(each["name"], each["state"]) for each in planned]
    assert alone.keys == {each["name"]: each["key"] for each in planned}
    assert {name: [key] for name, key in alone.keys.items()} == {name: noted[name] for name in alone.keys}
    assert watched.studio.saved().keys() <= {"sheet.png", "page.png", "wall.png"}  # and nothing half-written
    assert {"wall.png": studio.saved()["wall.png"]}.items() <= watched.studio.saved().items()
    assert b"Traceback" not in watched.said
    assert busy < 0.1
    found("watch", f"{saves} saves in five styles in {within} s: the final bytes shown {took:.1f} s after, then idle.")


def test_a_folder_that_is_deleted_and_made_again_is_seen_again(watched: Watched, tmp_path: Path) -> None:
    photos = watched.studio.photos
    shutil.move(photos, tmp_path / "elsewhere")
    photos.mkdir()
    for number in range(20, 23):
        picture(number).save(photos / f"{number}.bmp")

    watched.shows(made_of(watched.studio, tmp_path / "other"))
    picture(30).save(photos / "30.bmp")
    watched.shows(made_of(watched.studio, tmp_path / "one more"))

    assert b"Traceback" not in watched.said


def test_a_picture_that_came_and_went_leaves_the_sheet_that_was(watched: Watched, tmp_path: Path) -> None:
    before = made_of(watched.studio, tmp_path / "before")
    picture(40).save(watched.studio.photos / "40.bmp")
    watched.shows(made_of(watched.studio, tmp_path / "with it"))
    (watched.studio.photos / "40.bmp").unlink()

    watched.shows(before)


@pytest.mark.slow
def test_thousands_of_files_that_change_at_once_end_on_what_lies_there(
    watched: Watched, tmp_path: Path, found: Found
) -> None:
    git = ["git", "-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "-C"]
    studio, files = watched.studio, count(200, 1000, 5000)

    def run(*words: str) -> None:
        subprocess.run([*git, str(studio.folder), *words], check=True, capture_output=True)

    run("init", "--quiet")
    run("checkout", "--quiet", "-b", "few")
    run("add", "photos", "score.gen")
    run("commit", "--quiet", "--message", "few")
    run("checkout", "--quiet", "-b", "many")
    for number in range(files):
        picture(number, (4, 4)).save(studio.photos / f"more-{number}.bmp")
    run("add", "photos")
    run("commit", "--quiet", "--message", "many")
    many = made_of(studio, tmp_path / "many")
    run("checkout", "--quiet", "few")
    few = made_of(studio, tmp_path / "few")
    watched.shows(few)
    run("checkout", "--quiet", "many")
    there = watched.shows(many)
    run("checkout", "--quiet", "few")
    back = watched.shows(few)

    assert b"Traceback" not in watched.said
    found("watch", f"git checkout of {files} files: the right sheet {there:.1f} s after, and {back:.1f} s after back.")


def test_a_watch_that_is_killed_leaves_no_process(watched: Watched) -> None:
    workers = children(watched.process.pid)
    watched.process.send_signal(signal.SIGKILL)
    watched.process.wait()

    assert workers
    assert [] == orphans(workers)
