"""faults: any call of a run to the system fails, writes end short, the disk is really full; a retry heals."""

from __future__ import annotations

import errno
import random
import resource
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import SCORE, Studio, Whole, assert_it_heals, copied

CALLS = {  # and about how often a run makes each of them, in its own folder
    ("gen", "fsync"): 60,
    ("gen", "replace"): 24,
    ("gen", "mkdir"): 28,
    ("gen", "chmod"): 8,
    ("gen", "open"): 120,
    ("gen", "unlink"): 26,
    ("gen", "scandir"): 20,
    ("gen", "flock"): 60,
    ("gen", "write"): 6,
    ("worker", "open"): 20,
}
ERRORS = [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EMFILE, errno.EROFS, errno.EINTR]
FULL = (errno.ENOSPC, errno.EDQUOT)


def test_whichever_call_fails_is_told_and_a_retry_heals(
    studio: Studio, whole: Whole, tmp_path: Path, found: Found
) -> None:
    chance, times, failed = random.Random(5), count(5, 80, 800), 0
    for number in range(times):
        who, call = [*CALLS][number % len(CALLS)]
        error, note = chance.choice(ERRORS), tmp_path / f"{number}.failed"
        trial = copied(studio, tmp_path / f"{number}")
        which = f"{who}:{call}:{chance.randint(1, CALLS[who, call])}:{error}:{trial.folder}"
        done = trial.run(env={"INTAGLIO_FAIL": which, "INTAGLIO_FAILED": str(note)})
        told = (done.messages if done.code == 3 else done.text).replace("\n", "")
        failed += call in note.read_text()
        is_score = note.read_text().endswith(trial.score.name)  # which is read: for that no disk is too full
        place = trial.score.name if is_score else str(trial.folder)  # as it was said

        assert "Traceback" not in done.text
        assert done.code in (0, 2, 3), f"{which}: {done.text}"
        assert not done.code or place in told, which
        assert not done.code or error not in FULL or is_score or "full" in told or "used up" in told, which
        assert_it_heals(trial, whole)

    assert failed > times / 2
    found("faults", f"{failed} runs in which one call to the system failed ({len(CALLS)} calls, 6 errors): all healed.")


@pytest.mark.parametrize(("call", "error"), [("flock", errno.ENOLCK), ("write", errno.EIO)])
def test_what_the_system_refuses_of_a_file_that_it_does_not_name_is_told(
    studio: Studio, whole: Whole, tmp_path: Path, call: str, error: int
) -> None:
    trial = copied(studio, tmp_path / "trial")
    refused = {"INTAGLIO_FAIL": f"gen:{call}:*:{error}:{trial.store}", "INTAGLIO_FAILED": str(tmp_path / "failed")}
    done = trial.run(env=refused)

    assert (3, True) == (done.code, str(trial.folder) in done.messages.replace("\n", "")), done.text
    assert "Traceback" not in done.text
    assert_it_heals(trial, whole)


def test_a_folder_with_an_accent_is_told_as_it_is_called(studio: Studio, tmp_path: Path) -> None:
    trial = copied(studio, tmp_path / "100% été")
    where = f"worker:flock:*:{errno.ENOLCK}:{trial.store / 'journeys'}"
    done = trial.run(env={"INTAGLIO_FAIL": where, "INTAGLIO_FAILED": str(tmp_path / "failed")})

    assert (3, True) == (done.code, str(trial.folder) in done.messages.replace("\n", "")), done.text
    assert "%C3" not in done.text


def test_a_write_that_ends_short_is_told_and_a_retry_heals(
    studio: Studio, whole: Whole, tmp_path: Path, found: Found
) -> None:
    chance, times = random.Random(6), count(1, 10, 100)
    for number in range(times):
        most = chance.randint(200, 6000)
        trial = copied(studio, tmp_path / f"{number}")
        done = trial.run(preexec_fn=lambda most=most: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))

        assert done.code in (2, 3), done.text
        assert "Traceback" not in done.text
        assert "too large" in done.text
        assert_it_heals(trial, whole)

    found("faults", f"{times} runs whose writes ended short, at 200 to 6,000 bytes: all told, all healed.")


Room = Callable[[int], Path]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """`room(bytes)` is a disk that is really full when it is."""
    mounted: list[Path] = []

    def mount(size: int) -> Path:
        place = tmp_path / f"disk-{len(mounted)}"
        place.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place], capture_output=True)
        if done.returncode:
            pytest.skip("a small disk can be mounted only by root")
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_is_told_with_its_path_and_room_and_a_retry_heals(
    studio: Studio, tmp_path: Path, room: Room, found: Found
) -> None:
    studio.write(SCORE.replace("resize 16 px", "resize 60 px"))
    whole = Whole.of(copied(studio, tmp_path / "whole"))
    steps, full = count(2, 12, 60), 0
    for size in range(90_000, 330_000, 240_000 // steps):
        trial = Studio(copied(studio, tmp_path / f"{size}").folder, room(size) / "store")
        done = trial.run()

        assert "Traceback" not in done.text
        assert [] == trial.damage()
        if done.code:
            full += 1
            assert "disk is full" in done.text
            assert str(trial.store) in done.text.replace("\n", "")
            assert "are free" in done.text.replace("\n", " ")
        subprocess.run(["mount", "-o", "remount,size=8m", trial.store.parent], check=True)
        assert_it_heals(trial, whole)

    assert full
    found("faults", f"{full} runs on a disk that was really full: all told with path and room, all healed.")


def test_what_cannot_be_placed_is_there_for_all_that_is_made_of_it(tmp_path: Path) -> None:
    studio = Studio.at(tmp_path / "studio", SCORE.replace("./out/table/", "./closed/table/"))
    (studio.folder / "closed").write_text("a file where a folder should be")
    first, second = studio.run(), studio.run()
    told = studio.gen("run", "score.gen", "--plain")

    assert 3 == first.code == second.code == told.code
    assert [("table", True)] == [(each["stage"], each["unplaced"]) for each in first.of("failed")]
    assert {"grey", "sheet", "strip"} == set(first.made)
    assert (["table"], []) == ([each["stage"] for each in second.of("failed")], second.made)
    assert {"sheet.png", "strip.png"} == set(studio.saved())
    assert "`table` is made, and could not be placed" in told.text
    assert "1 is made and could not be placed" in told.text
    assert "wait" not in told.text
    (studio.folder / "closed").unlink()
    mended = studio.run()
    assert (0, [], 6) == (mended.code, mended.made, len([*(studio.folder / "closed/table").iterdir()]))
