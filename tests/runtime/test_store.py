from __future__ import annotations

import errno
import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageWriter
from intaglio.runtime.contract import Cancelled, Fault
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.manifest import Key, Manifest, key
from intaglio.runtime.store import disk, locks
from intaglio.runtime.store.store import Store


def manifest(number: int = 0) -> Manifest:
    return Manifest(kind="sample", version=1, settings={"count": number}, seed=0)


def commit(store: Store, number: int = 0, size: int = 1000, text: str = "made") -> Artifact:
    name = key(manifest(number))
    with store.locked(name), store.working() as working:
        (working.result / "model.safetensors").write_bytes(f"{number} ".encode() * size)
        (working.result / "deep").mkdir()
        (working.result / "deep" / "facts.json").write_text(text)
        (working.seen / "preview.png").write_bytes(b"seen")
        return store.commit(name, manifest(number), working, {"made": number}, makes="model")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / ".intaglio")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB that is really full when it is."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", place], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("a small disk can be mounted only by root")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def again(store: Store) -> Store:
    """The store as another process sees it: with nothing remembered."""
    return Store(store.root)


# What is found ----------------------------------------------------------------------------------------------------


def test_what_was_committed_is_found_by_everyone(store: Store) -> None:
    made = commit(store)

    assert made == store.find(key(manifest()))
    assert made == again(store).find(key(manifest()))
    assert (b"0 " * 1000, "made") == (
        made.result["model.safetensors"].read_bytes(),
        made.result["deep/facts.json"].read_text(),
    )
    assert ({"made": 0}, "model", ["preview.png"]) == (made.facts, made.makes, list(made.seen))
    assert manifest() == again(store).manifest(key(manifest()))


def test_what_cannot_be_read_because_no_more_files_may_be_open_is_not_damaged(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(path: Path) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    commit(store)
    other = again(store)
    made = other.find(key(manifest()))
    assert made is not None
    with monkeypatch.context() as patch:
        patch.setattr(digests, "of_file", exhausted)
        with pytest.raises(OSError, match="Too many open files"):
            other.verify(made)

    assert other.verify(made)
    assert made == other.find(key(manifest()))


def test_looking_makes_no_store(store: Store) -> None:
    found = store.find(key(manifest())), store.last(Path("a.gen")), list(store.artifacts()), store.size()

    assert (None, {}, [], 0) == found
    assert not store.root.exists()


def test_the_digest_is_of_the_result_and_not_of_what_was_seen(store: Store, tmp_path: Path) -> None:
    def made(result: str, seen: str, number: int) -> str:
        with store.working() as working:
            (working.result / "a").write_text(result)
            (working.seen / "b").write_text(seen)
            return store.commit(key(manifest(number)), manifest(number), working, {}, makes="model").digest

    assert made("x", "y", 1) == made("x", "z", 2)
    assert made("x", "y", 1) != made("w", "y", 3)


def test_the_bag_of_images_is_the_same_in_any_order_and_the_digest_is_not(store: Store) -> None:
    def made(number: int, order: list[int]) -> Artifact:
        with store.working() as working:
            with ImageWriter(working.result, working.seen) as writer:
                for i in order:
                    writer.add(np.full((2, 3, 3), i, np.uint8), name=f"{i}.png")
            return store.commit(key(manifest(number)), manifest(number), working, {}, makes="images")

    a, b, c = made(1, [1, 2, 3]), made(2, [3, 1, 2]), made(3, [1, 2, 4])

    assert a.bag == b.bag
    assert a.digest != b.digest
    assert a.bag != c.bag


def test_a_key_that_is_not_of_its_manifest_is_refused(store: Store) -> None:
    with store.working() as working, pytest.raises(ValueError, match="not the key"):
        store.commit(Key("0" * 32), manifest(), working, {}, makes="model")


def test_contents_that_artifacts_share_are_kept_once(store: Store) -> None:
    commit(store, 1)
    one = store.size()
    commit(store, 1)

    assert one == store.size() == sum(record.size for record in store.artifacts())


def test_a_link_in_a_stages_folder_is_refused(store: Store) -> None:
    with store.working() as working:
        (working.result / "leak").symlink_to("/etc/passwd")
        with pytest.raises(Fault, match="neither a file nor a folder"):
            store.commit(key(manifest()), manifest(), working, {}, makes="model")


# Damage -----------------------------------------------------------------------------------------------------------


def flip(path: Path, at: int, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1 << bit
    path.chmod(0o644)
    path.write_bytes(data)


def test_any_flipped_bit_of_a_record_is_a_miss_and_goes_to_quarantine(store: Store) -> None:
    commit(store)
    path = store.record_path(key(manifest()))
    whole = path.read_bytes()
    for at in range(len(whole)):
        flip(path, at, at % 8)

        assert again(store).find(key(manifest())) is None
        assert not path.exists()

        path.write_bytes(whole)
    assert again(store).find(key(manifest())) is not None
    assert (store.root / "quarantine" / path.name).exists()


def test_a_flipped_bit_of_a_content_is_found_at_its_first_use_and_made_again(store: Store) -> None:
    made = commit(store)
    flip(made.result["model.safetensors"], 77, 3)
    other = again(store)
    found = other.find(key(manifest()))

    assert found == made  # planning reads no content
    assert not other.verify(made)
    assert other.find(key(manifest())) is None
    assert ["quarantine"] == [p.parent.name for p in store.root.rglob(made.result["model.safetensors"].name)]

    assert commit(other) == other.find(key(manifest()))
    assert again(store).verify(made)


def test_a_shortened_content_is_a_miss_at_planning(store: Store) -> None:
    made = commit(store)
    made.result["deep/facts.json"].chmod(0o644)
    made.result["deep/facts.json"].write_text("ma")

    assert again(store).find(key(manifest())) is None


def test_a_deleted_content_is_a_miss_whose_manifest_and_digest_are_still_known(store: Store) -> None:
    made = commit(store)
    made.result["model.safetensors"].unlink()
    record = again(store).record(key(manifest()))

    assert again(store).find(key(manifest())) is None
    assert record is not None
    assert made.digest == record.digest


def test_a_lost_preview_costs_only_the_preview(store: Store) -> None:
    made = commit(store)
    made.seen["preview.png"].unlink()
    found = again(store).find(key(manifest()))

    assert found is not None
    assert {} == found.seen


def test_contents_are_read_only(store: Store) -> None:

    assert all(path.stat().st_mode & 0o222 == 0 for path in commit(store).result.values())


def test_a_verified_content_is_not_read_again_until_it_is_touched(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = commit(store)
    other = again(store)
    read: list[Path] = []
    of_file = digests.of_file
    monkeypatch.setattr(digests, "of_file", lambda path: read.append(path) or of_file(path))
    other.verify(made), other.verify(made)
    once = len(read)
    flip(made.result["model.safetensors"], 5, 5)

    assert len(made.result) == once
    assert not other.verify(made)


# Crashes ----------------------------------------------------------------------------------------------------------

COMMITTER = """
import sys
from pathlib import Path
from intaglio.runtime.keys.manifest import Manifest, key
from intaglio.runtime.store.store import Store

store = Store(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 100_000):
    manifest = Manifest(kind="sample", version=1, settings={"count": number}, seed=0)
    with store.locked(key(manifest)), store.working() as working:
        for file in range(3):
            (working.result / f"{file}").write_bytes(f"{number} {file} ".encode() * 30_000)
        store.commit(key(manifest), manifest, working, {}, makes="model")
    store.remember(Path("score.gen"), {"stage": [key(manifest)]})
    print(number, flush=True)
"""


def test_a_kill_at_any_moment_leaves_whole_artifacts_and_loses_none(store: Store) -> None:
    moments = random.Random(7)
    done = -1
    for _ in range(20):
        child = subprocess.Popen(
            [sys.executable, "-c", COMMITTER, store.root, str(done + 1)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        told = [int(child.stdout.readline())]  # it works; then it dies somewhere
        time.sleep(moments.uniform(0, 0.05))
        child.send_signal(signal.SIGKILL)
        told += [int(line) for line in child.stdout if line.endswith("\n")]
        child.wait()
        done = max(told)
        seen = again(store)
        for record in seen.artifacts():
            found = seen.find(record.key)
            assert found is not None
            assert seen.verify(found)
        for number in range(done + 1):
            assert seen.find(key(manifest(number))) is not None
        assert key(manifest(done)) in seen.last(Path("score.gen"))["stage"] or seen.find(key(manifest(done + 1)))

    assert not (store.root / "quarantine").exists()
    with again(store).working() as working:  # whoever works next sweeps up after the dead
        left = [path for path in (store.root / "tmp").iterdir() if path.is_dir()]

    assert [working.folder] == left


def test_the_folder_of_a_living_process_is_not_swept(store: Store) -> None:
    with store.working() as mine, again(store).working() as yours:
        assert mine.result.is_dir()
        assert yours.result.is_dir()


def test_a_folder_that_goes_while_it_is_looked_at_is_no_trouble(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(store)
    held_if_free = locks.held_if_free

    def late(path: Path) -> object:
        shutil.rmtree(path.parent) if path.name == "alive" else None  # its owner is done just now
        return held_if_free(path)

    monkeypatch.setattr(locks, "held_if_free", late)
    (store.root / "tmp" / "somebody-else-s").mkdir()

    again(store).sweep()

    assert [] == list((store.root / "tmp").iterdir())


def test_a_run_that_breaks_leaves_no_folder(store: Store) -> None:
    def broken() -> None:
        with store.working() as working:
            (working.result / "half").write_bytes(b"x")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()

    assert [] == list((store.root / "tmp").iterdir())


@pytest.mark.parametrize("call", ["fsync", "rename", "replace", "open", "mkdir", "chmod"])
def test_whichever_call_of_a_commit_fails_the_store_is_consistent_and_a_retry_heals(
    tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(os, call)
    for failing in range(1, 60):
        store = Store(tmp_path / f"{call}-{failing}")
        commit(store, 1)
        count = 0

        def fails(*args: object, failing: int = failing, **how: object) -> object:
            nonlocal count
            count += 1
            if count == failing:
                raise OSError(28, "No space left on device")
            return real(*args, **how)

        monkeypatch.setattr(os, call, fails)
        try:
            commit(store, 2)
        except (Fault, OSError) as told:  # an OSError is of the stage's own writing
            assert "full" in str(told) or "No space" in str(told)  # noqa: PT017
        monkeypatch.setattr(os, call, real)
        seen = again(store)
        for record in seen.artifacts():
            found = seen.find(record.key)
            assert found is not None
            assert seen.verify(found)
        assert commit(seen, 2) == again(store).find(key(manifest(2)))
        if count < failing:  # every call has failed once
            return
    pytest.fail("a commit makes no so many calls")


def test_a_full_disk_is_told_with_the_path_and_the_room_needed(small_disk: Path) -> None:
    store = Store(small_disk / ".intaglio")
    commit(store, 1, size=100_000)
    with pytest.raises((Fault, OSError)) as told:
        commit(store, 2, size=1_000_000)
    assert commit(again(store), 3, size=100_000) == again(store).find(key(manifest(3)))
    with store.working() as working:
        (working.result / "a").write_bytes(os.urandom(1_300_000))
        (small_disk / "ballast").write_bytes(b"x" * shutil.disk_usage(small_disk).free)
        with pytest.raises(Fault) as full:
            store.commit(key(manifest(4)), manifest(4), working, {"text": "x" * 100_000}, makes="model")

    assert isinstance(told.value, OSError)  # the stage's own writing, which its worker tells of
    assert "The disk is full" in full.value.message
    assert str(store.root) in full.value.message
    assert "1.3 MB more are needed" in full.value.message
    assert again(store).find(key(manifest(1))) is not None
    assert again(store).find(key(manifest(4))) is None


def test_a_disk_that_can_only_be_read_still_gives_what_it_has(small_disk: Path) -> None:
    store = Store(small_disk / ".intaglio")
    made = commit(store)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(Fault, match="can only be read"):
        commit(store, 2)

    assert made == again(store).find(key(manifest()))
    assert again(store).verify(made)


def test_a_store_in_the_place_of_a_file_is_refused_kindly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(tmp_path / "file" / "store")

    assert store.find(key(manifest())) is None
    with pytest.raises(Fault, match="is not a folder"):
        commit(store)


# Two --------------------------------------------------------------------------------------------------------------


def test_of_two_processes_one_waits_until_the_other_has_made_it(store: Store) -> None:
    inside, order = threading.Event(), []

    def first() -> None:
        with store.locked(Key("k")):
            inside.set()
            time.sleep(0.1)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    inside.wait()
    with again(store).locked(Key("k"), waiting=lambda: None):
        order.append("second")
    thread.join()

    assert ["first", "second"] == order
    assert [] == list((store.root / "locks").iterdir())


def test_who_waits_can_give_up(store: Store) -> None:
    def give_up() -> None:
        raise Cancelled

    with store.locked(Key("k")), pytest.raises(Cancelled), again(store).locked(Key("k"), waiting=give_up):
        pass


def test_a_lock_never_has_two_holders_though_its_file_comes_and_goes(tmp_path: Path) -> None:
    holders, most = 0, 0

    def work() -> None:
        nonlocal holders, most
        for _ in range(100):
            with locks.held_once(tmp_path / "lock"):
                holders += 1
                most = max(most, holders)
                holders -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 1 == most


def test_a_lock_that_the_system_will_not_let_go_of_is_let_go_of_by_closing_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock = fcntl.flock

    def stubborn(handle: int, what: int) -> None:
        if what == fcntl.LOCK_UN:
            raise OSError(errno.EDQUOT, "disk quota exceeded")
        flock(handle, what)

    monkeypatch.setattr(fcntl, "flock", stubborn)
    for _ in range(2):
        with locks.held(tmp_path / "lock", waiting=lambda: pytest.fail("somebody still has it")):
            pass


def test_the_death_of_its_holder_frees_a_lock(store: Store) -> None:
    code = (
        "import sys; from pathlib import Path; from intaglio.runtime.store.store import Store\n"
        "with Store(Path(sys.argv[1])).locked('k'): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(store.root)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    holder.kill()
    holder.wait()
    began = time.monotonic()
    with store.locked(Key("k"), waiting=lambda: None):
        waited = time.monotonic() - began

    assert waited < 1


# Notes ------------------------------------------------------------------------------------------------------------


def test_a_script_is_remembered_stage_by_stage(store: Store) -> None:
    script = Path("score.gen")
    store.remember(script, {"a": [Key("1")], "b": [Key("2"), Key("3")]})
    store.remember(script, {"b": [Key("4")]})

    assert {"a": ["1"], "b": ["4"]} == again(store).last(script)
    assert {} == again(store).last(Path("other.gen"))


def test_remembering_what_is_known_writes_nothing(store: Store) -> None:
    store.remember(Path("score.gen"), {"a": [Key("1")]})
    (note,) = (store.root / "history").iterdir()
    before = note.stat()
    store.remember(Path("score.gen"), {"a": [Key("1")]})

    assert before.st_ino == note.stat().st_ino


def test_a_damaged_note_is_as_none(store: Store) -> None:
    store.remember(Path("score.gen"), {"a": [Key("1")]})
    (note,) = (store.root / "history").iterdir()
    flip(note, 60, 1)

    assert {} == again(store).last(Path("score.gen"))


def test_the_number_of_threads_is_fixed_at_its_first_use(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = store.threads()
    monkeypatch.setattr("intaglio.runtime.store.cores.threads", lambda: first + 1)

    assert first == again(store).threads()
    assert 1 <= first <= 8


def test_a_store_keeps_itself_out_of_git(store: Store) -> None:
    commit(store)

    assert "*\n" == (store.root / ".gitignore").read_text()


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0 bytes"), (999, "999 bytes"), (1200, "1.2 KB"), (3_456_789, "3.5 MB"), (10**16, "10000.0 TB")],
)
def test_sizes_are_told_in_decimal_units(count: int, told: str) -> None:

    assert told == disk.size(count)
