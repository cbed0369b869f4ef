"""edits: twelve edits that engines of this sort get wrong, each on two stages, a and then b; a keeps a part."""

from __future__ import annotations

import io
import json
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.store.store import Store
from intaglio.stdlib.registry import kinds
from tests.desk import Desk
from tests.matrix.studio import Studio, Told, heard, kill_all, picture

SCORE = """gen 1

dataset a from ./photos/
  keep width >= 20 px
  resize 16 px

print b from a
  columns 2
  save ./out/sheet.png
"""


class Pair(Studio):
    """Two stages that were run, and nothing has changed since."""

    @property
    def photo(self) -> Path:
        """A picture that a keeps."""
        return self.photos / "0.bmp"

    @property
    def small(self) -> Path:
        """A picture that a leaves out."""
        return self.photos / "small.bmp"

    @property
    def sheet(self) -> Path:
        """What b saves."""
        return self.out / "sheet.png"

    def edit(self, old: str, new: str) -> None:
        """Replace a text in the score."""
        assert old in SCORE
        self.write(SCORE.replace(old, new))

    def as_it_was(self) -> Told:
        """Everything as at first, and run. What is as it was is not touched."""
        pictures = {self.photos / f"{number}.bmp": picture(number) for number in range(4)}
        for path, image in (pictures | {self.small: picture(9, (8, 8))}).items():
            image.save(stream := io.BytesIO(), "BMP")
            if not path.exists() or path.read_bytes() != stream.getvalue():
                path.write_bytes(stream.getvalue())
        if self.score.read_text() != SCORE:
            self.write(SCORE)
        done = self.run()
        assert (0, True) == (done.code, self.sheet.is_file()), done.text
        return done


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    folder = tmp_path_factory.mktemp("pair") / "studio"
    Studio.at(folder, SCORE, pictures=0)
    return Pair(folder, folder / ".intaglio")


@pytest.fixture
def pair(room: Pair) -> Pair:
    room.as_it_was()
    return room


def repaint(path: Path, shade: int) -> None:
    """Other pixels in as many bytes."""
    data = bytearray(path.read_bytes())
    data[-60:] = bytes([shade]) * 60
    path.write_bytes(data)


def repaint_with_its_old_time(path: Path, shade: int) -> None:
    before = path.stat()
    repaint(path, shade)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@dataclass(frozen=True)
class Row:
    """An edit, and which stages run after it. When it is undone nothing does."""

    name: str
    edit: Callable[[Pair], object]
    runs: list[str]


ROWS = [
    Row("an input is touched", lambda pair: pair.photo.touch(), []),
    Row("an input changes where a's output stays the same", lambda pair: repaint(pair.small, 9), ["a"]),
    Row("a note in the script", lambda pair: pair.edit("\n\nprint", "\n-- a note\n\n\nprint"), []),
    Row("a setting really changes", lambda pair: pair.edit("16 px", "12 px"), ["a", "b"]),
    Row("a setting of b changes", lambda pair: pair.edit("columns 2", "columns 3"), ["b"]),
    Row("an input changes", lambda pair: repaint(pair.photo, 40), ["a", "b"]),
    Row("an input changes, with its size and old time", lambda p: repaint_with_its_old_time(p.photo, 80), ["a", "b"]),
    Row("a saved output is deleted", lambda pair: pair.sheet.unlink(), []),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_runs_after_an_edit_is_what_it_reaches(pair: Pair, row: Row) -> None:
    row.edit(pair)
    done = pair.run()

    assert (0, row.runs) == (done.code, done.made), done.text
    assert pair.sheet.is_file()
    assert [] == pair.as_it_was().made


def forget(pair: Pair, stage: str) -> None:
    """Delete the contents of what a stage made from the store, as a clean-up of large things does."""
    plan = json.loads(pair.gen("plan", "score.gen", "--json").text)
    key = next(each["key"] for each in plan["stages"] if each["name"] == stage)
    record = Store(pair.store).record(Key(key))
    assert record is not None
    for part in record.result:
        (pair.store / "objects" / part.blob.digest[:2] / part.blob.digest).unlink(missing_ok=True)


def test_what_lies_between_is_made_again_where_something_needs_it(pair: Pair) -> None:
    forget(pair, "a")
    pair.edit("columns 2", "columns 4")

    assert ["a", "b"] == pair.run().made


def test_what_lies_between_is_not_made_again_where_nothing_needs_it(pair: Pair) -> None:
    forget(pair, "a")

    assert [] == pair.run().made


def test_what_lies_between_is_made_again_where_it_is_asked_for(pair: Pair) -> None:
    forget(pair, "a")
    plan = pair.gen("plan", "score.gen").text

    assert "nothing needs it" in plan
    assert "both stages are fresh" in plan
    assert ["a"] == pair.run("a").made


def test_why_names_the_old_value_and_the_new(pair: Pair) -> None:
    pair.edit("16 px", "11 px")

    why = pair.gen("why", "score.gen", "a").text

    assert "16" in why.split("->")[0]
    assert "11" in why.split("->")[1]


def test_an_output_that_the_artist_edited_is_named_and_kept(pair: Pair) -> None:
    pair.sheet.write_bytes(b"painted over")
    pair.edit("columns 2", "columns 5")

    done = pair.run()

    assert 3 == done.code
    assert "sheet.png" in done.messages
    assert b"painted over" == pair.sheet.read_bytes()

    pair.sheet.unlink()


def test_a_version_that_was_raised_runs_its_stage_and_b_only_if_that_came_out_different(pair: Pair, crew: Crew) -> None:
    raised = {**kinds(), "dataset": replace(kinds()["dataset"], version=kinds()["dataset"].version + 1)}
    desk = Desk(pair.folder, crew, kinds=raised)

    assert ["a"] == desk.run(SCORE).ended
    assert [] == desk.run(SCORE).ended


def test_a_kill_while_b_writes_shows_nothing_half_written_and_b_goes_on(pair: Pair) -> None:
    pair.edit("columns 2", "columns 1")
    before = pair.sheet.read_bytes()
    run = pair.start("run", "score.gen", "--json")
    assert run.stdout is not None
    begun = b""
    for line in run.stdout:
        begun += line
        if b'"started"' in line and b'"b"' in line:
            break
    run.send_signal(signal.SIGKILL)
    begun += run.stdout.read()
    kill_all(run)
    told = heard(run.returncode, begun)
    shown = pair.sheet.read_bytes()
    after = pair.run()

    assert before == shown or told.of("finished")
    assert (0, ["b"] if not told.of("finished") else []) == (after.code, after.made)
    assert ([], []) == (pair.damage(), pair.left_over())


def test_an_input_that_is_edited_while_a_runs_makes_it_run_again(pair: Pair) -> None:
    many = [pair.photos / f"{number}.bmp" for number in range(10, 150)]
    for number, path in enumerate(many):
        picture(number, (200, 160)).save(path)
    run = pair.start("run", "score.gen", "--json")
    assert run.stdout is not None
    said = b""
    for line in run.stdout:
        said += line
        if b'"started"' in line:
            repaint(many[-1], 120)
    told = heard(run.wait(), said)
    again = pair.run()
    for path in many:
        path.unlink()

    assert (0, ["a", "b"]) == (told.code, told.made), told.text
    assert [] == again.made  # what was recorded is what lies there now
