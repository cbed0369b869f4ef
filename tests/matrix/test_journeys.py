"""journeys: what is known of images is attacked while datasets are prepared; no result is ever wrong."""

from __future__ import annotations

import errno
import json
import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from intaglio.runtime.store.store import Store
from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import Studio, Told, copied, picture, told

PREPARED = """gen 1

dataset table from ./photos/
  drop likeness > 99%
  pad 160 px
  grey
  mirror
"""
OTHER = PREPARED.replace("from ./photos/", "from ./photos/, ./more/").replace("  mirror\n", "")


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A studio with pictures that take a moment to prepare."""
    made = Studio.at(tmp_path / "studio", PREPARED, pictures=0)
    for number in range(24):
        picture(number, (320, 240)).save(made.photos / f"{number:02d}.jpg")
    return made


def alone(studio: Studio, folder: Path) -> dict[str, str]:
    """What the scores of a studio make where nothing was ever made, and nobody disturbs them."""
    fresh = copied(studio, folder)
    if (studio.folder / "more").exists():
        shutil.copytree(studio.folder / "more", fresh.folder / "more")
    for script in sorted(fresh.folder.glob("*.gen")):
        assert fresh.run(script=script.name).code == 0
    return fresh.results()


def left_here(studio: Studio) -> list[str]:
    """Shards that are in no result."""
    return [path.name for path in (studio.store / "journeys").glob("?" * 16)]


def assert_well(studio: Studio, done: Told, expected: dict[str, str]) -> None:
    """A run came to its end, and the store has what it should have, with nothing damaged."""
    assert (0, []) == (done.code, done.of("failed")), done.text
    assert "Traceback" not in done.text
    assert expected.items() <= studio.results().items()
    assert [] == studio.damage()


def test_datasets_that_overlap_are_prepared_at_once(studio: Studio, tmp_path: Path, found: Found) -> None:
    (studio.folder / "other.gen").write_text(OTHER)
    (studio.folder / "more").mkdir()
    for number in range(20, 34):
        picture(number, (320, 240)).save(studio.folder / "more" / f"{number:02d}.jpg")
    times = count(1, 8, 60)
    for number in range(times):
        expected = alone(studio, tmp_path / f"alone-{number}")
        began = [studio.start("run", script, "--json") for script in ("score.gen", "other.gen", "score.gen")]
        for ended in [*map(told, began)]:
            assert_well(studio, ended, expected)
        picture(100 + number, (320, 240)).save(studio.photos / "added.jpg")
    assert studio.run().code == 0

    assert [] == left_here(studio)
    found("journeys", f"{times} times 3 runs at once of datasets that overlap: equal to one alone.")


def test_collecting_and_checking_beside_a_preparation_do_not_disturb_it(
    studio: Studio, tmp_path: Path, found: Found
) -> None:
    expected = alone(studio, tmp_path / "alone")
    times = count(1, 4, 30)
    for number in range(times):
        if number % 2:
            shutil.rmtree(studio.store)
        run, beside = studio.start("run", "score.gen", "--json"), []
        while run.poll() is None:
            beside += [studio.gen("gc", "score.gen", "--keep", "0"), studio.gen("fsck", "score.gen")]
        assert_well(studio, told(run), expected)

        assert {0} == {each.code for each in beside}, [each.text for each in beside if each.code]
        assert not [each.text for each in beside if "Traceback" in each.text]
        assert 0 == studio.gen("fsck", "score.gen").code
    found("journeys", f"{times} preparations beside gen gc and gen fsck: none disturbed, nothing taken for damage.")


def test_a_killed_preparation_leaves_nothing_that_is_wrong(studio: Studio, tmp_path: Path, found: Found) -> None:
    expected, chance, times = alone(studio, tmp_path / "alone"), random.Random(21), count(3, 20, 200)
    began = time.monotonic()
    assert copied(studio, tmp_path / "timed").run().code == 0
    took = time.monotonic() - began
    for _ in range(times):
        shutil.rmtree(studio.store, ignore_errors=True)
        for _ in range(2):
            run = studio.start("run", "score.gen", "--json")
            time.sleep(chance.uniform(0.3, 1.0) * took)
            run.kill()
            told(run)
        assert_well(studio, studio.run(), expected)

        assert [] == left_here(studio)
    found("journeys", f"{2 * times} preparations killed: the next run came to the same, and left nothing behind.")


def test_a_disk_without_second_names_holds_pixels_once(studio: Studio, tmp_path: Path) -> None:
    expected = alone(studio, tmp_path / "alone")
    refused = {"INTAGLIO_FAIL": f"worker:link:*:{errno.EPERM}:{studio.store}", "INTAGLIO_FAILED": str(tmp_path / "f")}

    assert_well(studio, studio.run(env=refused), expected)
    assert [] == left_here(studio)

    picture(50, (320, 240)).save(studio.photos / "added.jpg")
    again = studio.run(env=refused)
    (finished,) = again.of("finished")

    assert (2, 48) == (finished["made"], finished["reused"])
    assert_well(studio, again, alone(studio, tmp_path / "again"))
    assert [] == left_here(studio)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_refuses_pixels_is_told_and_a_retry_heals(studio: Studio, tmp_path: Path, error: int) -> None:
    expected = alone(studio, tmp_path / "alone")
    where = f"worker:open:2:{error}:{studio.store / 'journeys'}"
    done = studio.run(env={"INTAGLIO_FAIL": where, "INTAGLIO_FAILED": str(tmp_path / "failed")})

    assert "Traceback" not in done.text
    assert done.code in (0, 3), done.text
    assert_well(studio, studio.run(), expected)
    assert [] == left_here(studio)


def test_a_full_disk_in_the_middle_of_pixels_is_told_and_a_retry_heals(studio: Studio, tmp_path: Path) -> None:
    expected = alone(studio, tmp_path / "alone")
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "none", disk], capture_output=True).returncode:
        pytest.skip("a small disk can be mounted only by root")
    try:
        small = Studio(studio.folder, disk / "store")
        done = small.run()

        assert 3 == done.code, done.text
        assert "Traceback" not in done.text
        assert "full" in done.messages
        assert [] == small.damage()

        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
        assert_well(small, small.run(), expected)
        assert [] == left_here(small)
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_a_store_that_can_only_be_read_is_told_of_and_nothing_is_lost(studio: Studio, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=30m", "none", disk], capture_output=True).returncode:
        pytest.skip("a disk can be mounted only by root")
    try:
        there = Studio(studio.folder, disk / "store")
        assert there.run().code == 0
        picture(50, (320, 240)).save(studio.photos / "added.jpg")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        done = there.run()

        assert done.code in (2, 3), done.text
        assert "Traceback" not in done.text
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        assert_well(there, there.run(), alone(studio, tmp_path / "alone"))
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_status_and_collecting_count_what_is_known_of_images_once(studio: Studio) -> None:
    assert studio.run().code == 0
    (record,) = Store(studio.store).artifacts()
    contents = sum(part.blob.size for part in (*record.result, *record.seen))
    told = [json.loads(studio.gen(*words, "--json").text) for words in (("gc", "--dry-run"), ("status",))]
    known = sum(path.lstat().st_size for path in (studio.store / "journeys").iterdir())

    assert [contents + known] * 2 == [told[0]["kept"], told[1]["bytes"]]
