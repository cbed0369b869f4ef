from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from intaglio.runtime.world import unchanged
from intaglio.runtime.world.unchanged import Fresh, Stage


class Run:
    """A script, photographs, a copy that it placed, and the record that all of it is fresh."""

    def __init__(self, folder: Path) -> None:
        self.store = folder / ".intaglio"
        self.script = folder / "score.gen"
        self.photos = folder / "photos"
        self.photo = self.photos / "a b.jpg"
        self.copy = folder / "out.png"
        self.photos.mkdir()
        for path in (self.script, self.photo, self.copy, self.photos / "other.jpg"):
            path.write_text("content")
        time.sleep(0.06)  # what is written down must be older than the clock's grain when it is read

    @property
    def read(self) -> dict[str, unchanged.Look]:
        paths = (self.script, self.photos, self.photo, self.photos / "other.jpg")
        return {str(path): unchanged.look(str(path)) for path in paths}

    def write(self, read: dict[str, unchanged.Look] | None = None, made: list[str] | None = None) -> bool:
        stages = [
            Stage("table", '{"stage": "table"}'),
            Stage("attempts", '{"stage": "attempts"}', (str(self.copy), "./another place")),
        ]
        made = [str(self.copy)] if made is None else made
        fresh = Fresh(stages, '{"event": "done"}')
        return unchanged.write(str(self.script), str(self.store), fresh, self.read if read is None else read, made)

    def look(self, *only: str) -> Fresh | None:
        return unchanged.unchanged(str(self.script), str(self.store), only)

    @property
    def record(self) -> Path:
        (path,) = (self.store / "unchanged").iterdir()
        return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def rewritten(path: Path) -> None:
    """Other bytes, as many, with the old time put back."""
    old = path.stat()
    path.write_bytes(path.read_bytes().swapcase())
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))


def test_what_was_written_down_is_told_again(run: Run) -> None:
    run.write()
    fresh = run.look()

    assert fresh is not None
    assert '{"event": "done"}' == fresh.done
    assert [
        ("table", '{"stage": "table"}', ()),
        ("attempts", '{"stage": "attempts"}', (str(run.copy), "./another place")),
    ] == [(stage.name, stage.told, stage.saved) for stage in fresh.stages]


def test_nothing_is_known_before_the_first_run(run: Run) -> None:

    assert run.look() is None


CHANGES: dict[str, Callable[[Run], object]] = {
    "a note in the script": lambda run: run.script.write_text("content -- a note"),
    "a touched photograph": lambda run: run.photo.touch(),
    "an edit with size and time as before": lambda run: rewritten(run.photo),
    "a deleted photograph": lambda run: run.photo.unlink(),
    "a new photograph": lambda run: (run.photos / "new.jpg").write_text("new"),
    "a photograph swapped for another": lambda run: (run.photos / "other.jpg").replace(run.photo),
    "a deleted copy": lambda run: run.copy.unlink(),
    "an edited copy": lambda run: rewritten(run.copy),
    "a script that is gone": lambda run: run.script.unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_noticed(run: Run, change: str) -> None:
    run.write()

    assert run.look() is not None

    CHANGES[change](run)

    assert run.look() is None


def test_another_version_looks_for_itself(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.write()
    monkeypatch.setattr(unchanged, "__version__", "99")

    assert run.look() is None


def test_another_python_looks_for_itself(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.write()
    monkeypatch.setattr(unchanged, "_python", lambda: "cpython 99")

    assert run.look() is None


def test_only_stages_that_are_known_are_fresh(run: Run) -> None:
    run.write()

    assert run.look("table") is not None
    assert run.look("table", "plate") is None


def test_any_flipped_bit_of_the_record_is_noticed(run: Run) -> None:
    run.write()
    whole = run.record.read_bytes()
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        run.record.write_bytes(data)

        assert run.look() is None

    run.record.write_bytes(whole)

    assert run.look() is not None


@pytest.mark.parametrize("cut", [0, 1, 30, -1])
def test_a_record_cut_short_is_none(run: Run, cut: int) -> None:
    run.write()
    run.record.write_bytes(run.record.read_bytes()[:cut])

    assert run.look() is None


def test_what_was_read_too_soon_after_it_was_written_is_not_written_down(run: Run) -> None:
    run.photo.write_text("new")

    assert not run.write()
    assert run.look() is None


def test_what_moved_since_it_was_read_is_not_written_down(run: Run) -> None:
    before = run.read
    run.photo.write_text("new")

    assert not run.write(before)


def test_what_the_run_itself_just_made_is_waited_for(run: Run) -> None:
    run.copy.write_text("just made")

    assert run.write()
    assert run.look() is not None


def test_edits_in_the_same_tick_are_never_missed(run: Run) -> None:
    trusted = 0
    for number in range(60):
        run.photo.write_text(f"{number:04}")
        time.sleep(0.001 * number)
        written = run.write(made=[])
        run.photo.write_text(f"{number + 1:04}")
        trusted += written

        assert run.look() is None
    assert 0 < trusted < 60


def test_paths_that_the_format_cannot_hold_are_not_written_down(run: Run) -> None:
    odd = run.photos / "a\nb.jpg"
    odd.write_text("x")
    time.sleep(0.06)
    read = run.read | {str(odd): unchanged.look(str(odd))}

    assert not run.write(read)


def test_a_name_that_is_no_text_is_no_hindrance(run: Run) -> None:
    odd = os.fsdecode(os.fsencode(run.photos) + b"/\xff.jpg")
    Path(odd).write_text("x")
    time.sleep(0.06)

    assert run.write(run.read | {odd: unchanged.look(odd)})
    assert run.look() is not None

    Path(odd).unlink()

    assert run.look() is None


def test_two_scripts_have_two_records(run: Run) -> None:
    run.write()
    other = run.script.with_name("other.gen")
    other.write_text("gen 1")

    assert unchanged.unchanged(str(other), str(run.store)) is None
    assert run.look() is not None


def test_the_script_is_the_same_from_wherever_it_is_called(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.write()
    monkeypatch.chdir(run.photos)

    assert unchanged.unchanged("../score.gen", "../.intaglio") is not None


def test_a_failed_write_leaves_no_litter(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuses)
    with pytest.raises(OSError, match="No space"):
        run.write()

    assert [] == list((run.store / "unchanged").iterdir())


# Cost -------------------------------------------------------------------------------------------------------------

LOOK = "from intaglio.runtime.world.unchanged import unchanged; assert unchanged({!r}, {!r}) is not None"


def crowd(run: Run, count: int) -> str:
    """A record of that many files, and the code that looks at it."""
    for number in range(count):
        (run.photos / f"{number}.jpg").touch()
    time.sleep(0.06)
    read = run.read | {str(path): unchanged.look(str(path)) for path in run.photos.iterdir()}

    assert run.write(read)
    return LOOK.format(str(run.script), str(run.store))


def milliseconds(code: str) -> float:
    """CPU time that some code costs above Python's own start: the least of many, taken in turns."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def once(code: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    pairs = [(once(code), once("pass")) for _ in range(12)]
    return min(cost for cost, _ in pairs) - min(start for _, start in pairs)


def test_looking_imports_nothing_but_sys_and_os(run: Run) -> None:
    code = crowd(run, 3) + "; import sys, json; print(json.dumps(sorted(sys.modules)))"

    def modules(code: str) -> set[str]:
        return set(json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout))

    looked = modules(code) - modules("import sys, os, json; print(json.dumps(sorted(sys.modules)))")

    assert {"intaglio", "intaglio.runtime", "intaglio.runtime.world", "intaglio.runtime.world.unchanged"} == looked


def test_fifty_files_cost_next_to_nothing(run: Run) -> None:
    code = crowd(run, 50)

    assert milliseconds(code) < 8  # measured: 0.5 to 1; the rest is for busy machines


@pytest.mark.slow
def test_ten_thousand_files_cost_less_than_a_tenth_of_a_second(run: Run) -> None:
    code = crowd(run, 10_000)

    assert milliseconds(code) < 100  # measured: 35 to 50
