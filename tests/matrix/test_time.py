"""time: a content that was edited is always seen, whatever its times say; a touch runs nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from intaglio.runtime.store.store import Store
from intaglio.runtime.world.files import DiskFiles
from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import Studio, Told

LONG_AGO, FAR_OFF = 86_400, 4_000_000_000  # seconds since 1970


def edit(path: Path, number: int) -> None:
    """Other pixels in as many bytes."""
    data = bytearray(path.read_bytes())
    data[-9:] = bytes([number % 256] * 9)
    path.write_bytes(data)


def dated(path: Path, when: float) -> None:
    os.utime(path, (when, when))


EDITS: dict[str, Callable[[Path, int], None]] = {
    "its time put back": lambda path, n: (
        before := path.stat().st_mtime_ns,
        edit(path, n),
        os.utime(path, ns=(0, before)),
    ),
    "a time long ago": lambda path, n: (edit(path, n), dated(path, LONG_AGO)),
    "a time far off": lambda path, n: (edit(path, n), dated(path, FAR_OFF)),
    "no time between": lambda path, n: edit(path, n),
}


def nothing_runs(told: Told) -> bool:
    """Whether a run found everything fresh: one that failed makes nothing either."""
    return told.code == 0 and bool(told.of("skipped")) and {"fresh"} == {each["reason"] for each in told.of("skipped")}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    studio = Studio.at(tmp_path_factory.mktemp("time") / "studio")
    assert studio.run().code == 0
    return studio


@pytest.mark.parametrize("how", EDITS)
def test_an_edit_is_seen_whatever_the_times_say(room: Studio, how: str, found: Found) -> None:
    times, seen = count(1, 6, 50), 0
    for number in range(times):
        EDITS[how](room.photos / "1.bmp", 40 * list(EDITS).index(how) + number)
        seen += "table" in room.run().made

    assert times == seen
    found("time", f"{times} edits with {how}: {seen} seen.")


@pytest.mark.parametrize("when", [LONG_AGO, FAR_OFF, None])
def test_a_touch_runs_nothing(room: Studio, when: float | None) -> None:
    room.run()
    for path in room.photos.iterdir():
        dated(path, when or time.time())

    assert nothing_runs(room.run())


def test_two_edits_within_one_tick_of_the_clock_are_both_seen(room: Studio, found: Found) -> None:
    path, times, missed = room.photos / "2.bmp", count(20, 200, 2000), 0
    for number in range(times):
        files = DiskFiles(room.folder, Store(room.store))
        edit(path, number)
        before = files.listed("./photos/2.bmp")[0].digest
        edit(path, number + 1)
        after = DiskFiles(room.folder, Store(room.store)).listed("./photos/2.bmp")[0].digest
        missed += before == after

    assert 0 == missed
    found("time", f"{times} times two edits of one size within a tick: {missed} missed.")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/St_Johns", "UTC"])
def test_another_time_zone_runs_nothing(room: Studio, zone: str) -> None:
    room.run()

    assert nothing_runs(room.run(env={"TZ": zone}))


@pytest.mark.parametrize("hours", [-30, 30], ids=["back", "forward"])
def test_a_clock_that_is_set_is_no_edit_and_hides_none(room: Studio, hours: int) -> None:
    room.run()
    shifted = {"INTAGLIO_CLOCK": str(hours * 3600)}
    untouched = room.run(env=shifted)
    edit(room.photos / "3.bmp", hours % 256)
    seen = room.run(env=shifted)
    edit(room.photos / "3.bmp", (hours + 1) % 256)

    assert nothing_runs(untouched)
    assert "table" in seen.made
    assert "table" in room.run().made
