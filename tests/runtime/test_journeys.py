"""What is known of images from run to run: told by many, bounded, and lost without harm."""

from __future__ import annotations

import errno
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from intaglio.runtime.artifacts import shards
from intaglio.runtime.artifacts.images import digest_of
from intaglio.runtime.journeys import index as indexing
from intaglio.runtime.journeys import shelf
from intaglio.runtime.journeys.index import Index, News
from intaglio.runtime.journeys.journeys import Journeys
from intaglio.runtime.run import worker


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / ".intaglio"


def journeys(store: Path, run: str = "run", scope: str = "dataset 1") -> Journeys:
    """What a run in this store knows."""
    (store / "tmp" / run).mkdir(parents=True, exist_ok=True)
    return Journeys(store, store / "tmp" / run, scope)


def noise(seed: int, side: int = 8) -> Any:
    return np.random.default_rng(seed).integers(0, 256, (side, side, 3), np.uint8)


def kept(run: Journeys, *seeds: int) -> list[str]:
    """Pixels that a run keeps, by their digests."""
    for seed in seeds:
        run.keep(digest_of(noise(seed)), noise(seed))
    return [digest_of(noise(seed)) for seed in seeds]


def committed(store: Path, files: list[Path]) -> None:
    """Take shards in, as a store does."""
    from intaglio.runtime.store.blobs import Blobs

    Blobs(store / "objects", store / "quarantine").take(files)


# Facts -------------------------------------------------------------------------------------------------------------


def test_what_was_told_is_known_to_the_next_run_and_not_in_another_scope(store: Path) -> None:
    first = journeys(store)
    first.tell("size", "abc", [4, 3])
    first.close()

    assert {"abc": [4, 3]} == journeys(store).told("size")
    assert {} == journeys(store, scope="dataset 2").told("size")


def test_many_may_tell_at_once(store: Path) -> None:
    def tell(number: int) -> None:
        run = journeys(store, f"run-{number}")
        for item in range(50):
            run.tell("blur", f"{number}-{item}", number / 10)
        run.close()

    threads = [threading.Thread(target=tell, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {f"{n}-{i}": n / 10 for n in range(6) for i in range(50)} == journeys(store).told("blur")


def test_what_many_runs_told_of_one_fact_becomes_one_row(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "MANY", 3)
    for number in range(8):
        run = journeys(store)
        run.tell("size", str(number), number)
        run.close()
    rows = sqlite3.connect(store / "journeys" / "index").execute("SELECT count(*) FROM told").fetchone()

    assert rows[0] <= 4
    assert {str(number): number for number in range(8)} == journeys(store).told("size")


def test_what_was_of_use_longest_ago_goes_first(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index(store / "journeys" / "index", store / "quarantine")
    for day, fact in enumerate(["old", "used again", "new"]):
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda day=day: 1e9 + 2 * 86_400 * day)
            news = News()
            news.told[fact].update({str(item): "x" * 100 for item in range(500)})
            index.write(news)
    index.told("used again")
    index.close(bound=140_000)

    assert [{}, 500, 500] == [index.told("old"), len(index.told("used again")), len(index.told("new"))]


def test_an_index_that_is_locked_is_as_if_nothing_was_told(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "PATIENCE", 0.05)
    first = journeys(store)
    first.tell("size", "abc", [4, 3])
    first.close()
    other = sqlite3.connect(store / "journeys" / "index")
    other.execute("BEGIN EXCLUSIVE")
    run = journeys(store)
    run.tell("size", "def", [1, 1])
    run.close()
    other.rollback()

    assert {"abc": [4, 3]} == journeys(store).told("size")


def test_a_run_waits_once_for_an_index_that_another_process_holds_and_tells_it_all_afterwards(store: Path) -> None:
    first = journeys(store)
    first.tell("size", "abc", [4, 3])
    first.close()
    other = sqlite3.connect(store / "journeys" / "index")
    other.execute("BEGIN IMMEDIATE")
    run = journeys(store)
    began = time.monotonic()
    for number in range(20):
        run.tell("size", str(number), number)
        run._write()
    waited = time.monotonic() - began
    other.rollback()
    run.close()

    assert waited < 20 * indexing.PATIENCE / 4
    assert {"abc": [4, 3], **{str(number): number for number in range(20)}} == journeys(store).told("size")


@pytest.mark.parametrize("damage", [b"", b"no index at all", b"SQLite format 3\0" + bytes(4000)])
def test_an_index_that_is_none_is_set_aside_and_the_next_begins_anew(store: Path, damage: bytes) -> None:
    (store / "journeys").mkdir(parents=True)
    (store / "journeys" / "index").write_bytes(damage)
    for _ in range(2):
        run = journeys(store)
        run.tell("size", "abc", [4, 3])
        run.close()

    assert {"abc": [4, 3]} == journeys(store).told("size")


def test_an_index_of_another_version_is_set_aside(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = journeys(store)
    run.tell("size", "abc", [4, 3])
    run.close()
    monkeypatch.setattr(indexing, "FORMAT", indexing.FORMAT + 1)

    assert {} == journeys(store).told("size")
    assert ["index"] == [path.name for path in (store / "quarantine").iterdir()]


@pytest.mark.parametrize("table", ["told", "places", "shards"])
def test_an_index_without_its_tables_is_set_aside_and_the_next_begins_anew(store: Path, table: str) -> None:
    index = Index(store / "journeys" / "index", store / "quarantine")
    index.write(News())
    index.close()
    with sqlite3.connect(store / "journeys" / "index") as other:
        other.execute(f"DROP TABLE {table}")
    for _ in range(2):
        run = journeys(store)
        run.told("size")
        run.place("0" * 32)
        run.tell("size", "abc", [4, 3])
        run.close()

    assert {"abc": [4, 3]} == journeys(store).told("size")


def test_an_index_that_ends_anywhere_says_nothing_wrong_and_heals(store: Path) -> None:
    path = store / "journeys" / "index"
    whole = {str(number): number for number in range(300)}
    run = journeys(store)
    for item, value in whole.items():
        run.tell("size", item, value)
    run.close()
    data = path.read_bytes()
    for length in range(1, len(data), max(1, len(data) // 40)):
        path.write_bytes(data[:length])
        for number in range(3):
            run = journeys(store)
            known = dict(run.told("size"))
            run.tell("size", "number", number)
            run.close()

            assert known.items() - {("number", number - 1)} <= whole.items()
        assert 1 == known["number"]


def test_a_store_that_cannot_be_written_is_only_forgetful(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.mkdir()
    (store / "journeys").write_text("in the way")
    run = Journeys(store, store / "tmp", "dataset 1")
    run.tell("size", "abc", [4, 3])

    assert {"abc": [4, 3]} == run.told("size")
    run.close()


# Pixels ------------------------------------------------------------------------------------------------------------


def test_pixels_are_found_in_the_result_that_took_them(store: Path) -> None:
    run = journeys(store, "one")
    digests = kept(run, 1, 2, 3)
    places, files = run.settled(digests)
    committed(store, [*files.values()])
    run.close()
    again = journeys(store, "two")
    places, files = again.settled([d for d in digests if again.place(d)])

    assert 1 == len(files)
    assert {place.shard for place in map(places.__getitem__, digests)} == set(files)
    for seed, digest in enumerate(digests, 1):
        np.testing.assert_array_equal(noise(seed), again.pixels(digest))


def test_pixels_that_are_kept_twice_lie_once(store: Path) -> None:
    run = journeys(store)
    kept(run, 1, 2, 1)
    (file,) = run.settled(kept(run, 1, 2))[1].values()

    assert 2 * noise(1).size + shards.HEAD == file.stat().st_size


def test_a_shard_is_full_at_its_limit(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "LIMIT", 3 * noise(1).size)
    run = journeys(store)
    _, files = run.settled(kept(run, *range(7)))

    assert 3 == len(files)
    for seed in range(7):
        np.testing.assert_array_equal(noise(seed), run.pixels(digest_of(noise(seed))))


def test_a_disk_that_knows_no_second_names_takes_copies(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    run = journeys(store, "one")
    digests = kept(run, 1, 2)
    committed(store, [*run.settled(digests)[1].values()])
    run.close()
    again = journeys(store, "two")

    assert all(again.place(digest) for digest in digests)
    assert all(path.exists() for path in again.settled(digests)[1].values())


FEW_FILES = """
import resource, sys
from pathlib import Path
from intaglio.runtime.artifacts import shards
from intaglio.runtime.journeys import shelf
from tests.runtime.test_journeys import journeys, kept, noise
shards.LIMIT, shelf.SMALL = noise(1).size, 0
run = journeys(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
print(len(run.settled(kept(run, *range(200)))[1]))
run.close()
"""


def test_two_hundred_shards_are_written_where_64_files_may_be_open(store: Path, root: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", FEW_FILES, str(store)], cwd=root, capture_output=True, text=True, check=False
    )

    assert ("200\n", "") == (ended.stdout, ended.stderr)


def test_a_worker_opens_as_many_files_as_the_system_lets_it() -> None:
    few = 64
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if not hasattr(resource, "prlimit"):
        pytest.skip("only Linux tells the limits of another process")
    with subprocess.Popen(
        [sys.executable, "-m", "intaglio.runtime.run.worker"],
        stdin=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (few, hard)),
    ) as process:
        until = time.monotonic() + 60
        while (found := resource.prlimit(process.pid, resource.RLIMIT_NOFILE))[0] == few and time.monotonic() < until:
            time.sleep(0.05)
        assert process.stdin is not None
        process.stdin.close()

    assert (min(worker.FILES, hard), hard) == found


def test_pixels_are_not_damaged_because_no_more_files_may_be_open(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*args: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    run = journeys(store)
    (digest,) = kept(run, 1)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", exhausted)
        with pytest.raises(OSError, match="Too many open files"):
            run.pixels(digest)

    np.testing.assert_array_equal(noise(1), run.pixels(digest))


KILLED = """
import sys, time
from pathlib import Path
from tests.runtime.test_journeys import journeys, kept
run = journeys(Path(sys.argv[1]), "killed")
kept(run, 1, 2)
run._write()
kept(run, 3)
print("kept", flush=True)
time.sleep(60)
"""


@pytest.fixture
def killed(store: Path, root: Path) -> list[str]:
    """Pixels that a run had kept, and written down, when it was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(store)], cwd=root, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "kept\n" == process.stdout.readline()
        assert [] == [path for path in lying(store) if not beside_a_living_run_it_stays(store, path)]
        os.kill(process.pid, signal.SIGKILL)
    return [digest_of(noise(seed)) for seed in (1, 2)]


def lying(store: Path) -> list[Path]:
    return sorted((store / "journeys").glob("?" * 16))


def beside_a_living_run_it_stays(store: Path, path: Path) -> bool:
    run = journeys(store, "beside")
    run.place("0" * 32)
    run.close()
    return path.exists()


def test_what_a_killed_run_had_kept_is_taken_over_and_its_shard_goes(store: Path, killed: list[str]) -> None:
    (left,) = lying(store)
    run = journeys(store)

    assert all(run.place(digest) for digest in killed)
    assert run.place(digest_of(noise(3))) is None  # was not written down yet
    np.testing.assert_array_equal(noise(1), run.pixels(killed[0]))
    committed(store, [*run.settled(killed)[1].values()])
    run.close()
    assert not left.exists()


def test_what_a_killed_run_left_stays_where_the_index_cannot_be_asked_what_it_is(
    store: Path, killed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "PATIENCE", 0.05)
    other = sqlite3.connect(store / "journeys" / "index")
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    beside = journeys(store, "beside")
    assert beside.place(killed[0]) is None
    beside.close()
    other.rollback()
    other.close()

    assert all(journeys(store).place(digest) for digest in killed)


def test_of_a_killed_run_s_pixels_only_those_are_taken_that_are_what_they_were(store: Path, killed: list[str]) -> None:
    (left,) = lying(store)
    data = bytearray(left.read_bytes())
    data[shards.HEAD + 5] ^= 1
    left.write_bytes(data)
    run = journeys(store)

    assert [False, True] == [run.place(digest) is not None for digest in killed]


def test_of_a_shard_that_ends_early_what_is_whole_is_taken(store: Path, killed: list[str]) -> None:
    (left,) = lying(store)
    with left.open("r+b") as file:
        file.truncate(shards.HEAD + noise(1).size + 7)
    run = journeys(store)

    assert [True, False] == [run.place(digest) is not None for digest in killed]


@pytest.mark.parametrize("name", ["0123456789abcdef", "0123456789.lock"])
def test_a_shard_that_no_run_could_tell_of_and_a_lock_that_one_left_go_with_the_next(store: Path, name: str) -> None:
    first = journeys(store)
    first.place("0" * 32)
    first.close()
    left = store / "journeys" / name
    left.write_bytes(bytes(1000))
    run = journeys(store)
    run.place("0" * 32)
    run.close()

    assert not left.exists()


def test_what_a_killed_run_left_goes_after_a_while(
    store: Path, killed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "LEFT", -1)
    run = journeys(store)

    assert run.place(killed[0]) is None
    run.close()
    assert [] == lying(store)
