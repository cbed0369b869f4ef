from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.runtime.keys.manifest import Key, Manifest, key
from intaglio.runtime.store import disk, locks, uses
from intaglio.runtime.store.chains import MOST
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep import collecting
from intaglio.runtime.upkeep.collecting import Collected, collect
from intaglio.runtime.upkeep.holdings import course, inventory
from intaglio.runtime.upkeep.pins import Pin, Pins

SHARED = b"the same in all" * 100


def manifest(number: int) -> Manifest:
    return Manifest(kind="sample", version=1, settings={"count": number}, seed=0)


def name(number: int) -> Key:
    return key(manifest(number))


def commit(store: Store, number: int, chain: str | None = None) -> Artifact:
    """An artifact with a content of its own and one that all share."""
    with store.locked(name(number)), store.working() as working:
        (working.result / "own").write_bytes(f"{number} ".encode() * 1000)
        (working.result / "shared").write_bytes(SHARED)
        (working.seen / "preview").write_bytes(f"seen {number}".encode())
        return store.commit(name(number), manifest(number), working, {"chain": chain}, makes="model")


class Studio:
    """A store and a script that is there."""

    def __init__(self, folder: Path) -> None:
        self.script = folder / "table.gen"
        self.script.parent.mkdir(parents=True, exist_ok=True)
        self.script.touch()
        self.store = Store(folder / ".intaglio")

    def run(self, *numbers: int) -> None:
        """A run whose stages come to the artifacts of these numbers."""
        for number in numbers:
            if self.store.find(name(number)) is None:
                commit(self.store, number)
        self.store.remember(self.script, {f"stage-{place}": [name(n)] for place, n in enumerate(numbers)})

    def there(self) -> list[int]:
        """The numbers of the artifacts that are whole."""
        store = Store(self.store.root)
        found = {number: store.find(name(number)) for number in range(100)}
        assert all(artifact is None or store.verify(artifact) for artifact in found.values())
        return [number for number, artifact in found.items() if artifact is not None]

    def files(self) -> dict[str, bytes]:
        """All that lies in the store."""
        return {str(path): path.read_bytes() for path in self.store.root.rglob("*") if path.is_file()}

    def loose(self) -> set[str]:
        """Contents that nothing needs."""
        needed = {part.blob.digest for r in self.store.artifacts() for part in (*r.result, *r.seen)}
        return {blob.digest for blob in self.store.contents.all()} - needed


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path / "studio")


# What stays -------------------------------------------------------------------------------------------------------


def test_what_the_last_runs_came_to_stays_and_the_rest_goes_with_its_contents(studio: Studio) -> None:
    for number in range(1, 7):
        studio.run(number)
    before = studio.store.size()

    told = collect(studio.store, keep=2)

    assert [5, 6] == studio.there()
    assert set() == studio.loose()
    assert before - told.size == studio.store.size() == told.kept
    assert [("table.gen", "stage-0")] * 4 == [(t.script.name, t.stage) for each in told.freed for t in each.titles]
    assert studio.store.manifest(name(1)) is None


def test_an_undo_is_the_newest_run(studio: Studio) -> None:
    for number in (1, 2, 3, 1):
        studio.run(number)

    collect(studio.store, keep=1)

    assert [1] == studio.there()


def test_a_run_of_some_stages_does_not_push_out_what_the_others_came_to(studio: Studio) -> None:
    studio.run(1, 2)
    commit(studio.store, 3)
    studio.store.remember(studio.script, {"stage-1": [name(3)]})
    collect(studio.store, keep=1)

    assert [1, 3] == studio.there()


def test_runs_of_some_stages_do_not_push_out_what_another_last_had(studio: Studio) -> None:
    studio.run(1, 2)
    for number in (3, 4, 5):
        studio.run(number)

    collect(studio.store, keep=2)
    kept = studio.there()
    told = collect(studio.store, keep=0)

    assert [2, 4, 5] == kept
    assert [] == studio.there()
    assert {"stage-0", "stage-1"} == {title.stage for each in told.freed for title in each.titles}


def test_the_runs_of_each_script_count_by_themselves(studio: Studio) -> None:
    studio.run(1)
    other = Studio(studio.script.parent)
    other.script = studio.script.with_name("other.gen")
    other.script.touch()
    for number in (2, 3):
        other.run(number)

    collect(studio.store, keep=1)

    assert [1, 3] == studio.there()


def test_a_script_that_is_long_gone_counts_no_more(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    studio.run(1)
    studio.script.unlink()
    collect(studio.store)
    assert [1] == studio.there()

    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + collecting.GONE + 1)
    collect(studio.store)

    assert [] == studio.there()


def test_what_is_wanted_or_pinned_stays_and_so_does_what_it_keeps(studio: Studio) -> None:
    for number in range(1, 6):
        studio.run(number)
    pin = Pin(studio.store.notes.spelled(studio.script), "stage-0", (name(1),))
    Pins(studio.store.notes).add([pin])
    collect(studio.store, lambda: [name(3)], keep=1)
    assert [1, 3, 5] == studio.there()

    assert [pin] == Pins(studio.store.notes).remove(pin.script, "stage-0")
    collect(studio.store, keep=1)
    assert [5] == studio.there()


def keep_segment(store: Store, chain: str, step: int) -> None:
    with store.working() as working:
        folder = working.folder / "segment"
        folder.mkdir()
        (folder / "state").write_bytes(f"{chain} {step}".encode() * 500)
        store.chains.keep(Key(chain), folder, step, "these bits", epoch=1.0, marked=False)


def test_the_course_of_a_training_stays_with_it_and_goes_with_it(studio: Studio) -> None:
    for chain in ("a" * 32, "b" * 32, "c" * 32):
        for step in (10, 20):
            keep_segment(studio.store, chain, step)
    commit(studio.store, 1, chain="a" * 32)
    commit(studio.store, 2, chain="b" * 32)
    for number in (2, 1):
        studio.run(number)

    told = collect(studio.store, lambda: [course(Key("c" * 32))], keep=1)

    left = {chain: len(Store(studio.store.root).chains.segments(Key(chain * 32))) for chain in "abc"}
    assert {"a": 2, "b": 0, "c": 2} == left
    assert ["course", "sample"] == sorted(each.what for each in told.freed)
    assert {("stage-0",)} == {tuple(t.stage for t in each.titles) for each in told.freed}


def test_a_segment_that_makes_room_takes_nothing_of_a_result_with_it(studio: Studio) -> None:
    with studio.store.working() as working:
        for step in range(1, MOST + 9):  # the bits of segments
            (working.result / f"{step}").write_bytes(f"{'a' * 32} {step}".encode() * 500)
        studio.store.commit(name(1), manifest(1), working, {}, makes="model")
    for step in range(1, MOST + 9):
        keep_segment(studio.store, "a" * 32, step)

    assert MOST == len(studio.store.chains.segments(Key("a" * 32)))
    assert [1] == studio.there()


def test_looking_changes_nothing_and_tells_what_would_go(studio: Studio) -> None:
    for number in range(1, 4):
        studio.run(number)
    before = studio.files()

    would = collect(studio.store, keep=1, dry=True)

    assert before == studio.files()
    assert would == collect(studio.store, keep=1)
    assert 2 == len(would.freed)


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert collect(Store(tmp_path / "none")) == Collected((), 0, 0)
    assert [] == list(tmp_path.iterdir())


def test_copies_to_look_at_go_once_nobody_looks(studio: Studio) -> None:
    studio.run(1)
    for stage in ("old", "new"):
        (studio.store.root / "open" / "table" / stage).mkdir(parents=True)
        (studio.store.root / "open" / "table" / stage / "0001.png").write_bytes(b"x" * 5000)
    long_ago = time.time() - 2 * collecting.YOUNG
    for path in (studio.store.root / "open" / "table" / "old" / "0001.png", studio.store.root / "open/table/old"):
        os.utime(path, (long_ago, long_ago))

    told = collect(studio.store)

    assert [("copies", 5000)] == [(each.what, each.size) for each in told.freed]
    assert ["new"] == [path.name for path in (studio.store.root / "open" / "table").iterdir()]


def test_a_bound_lets_go_what_was_used_longest_ago_and_never_what_is_wanted(studio: Studio) -> None:
    for number in (1, 2, 3, 4):
        studio.run(number)
        time.sleep(0.01)
    studio.run(2)  # an undo
    each = studio.store.size() / 4

    first = collect(studio.store, lambda: [name(1)], keep=10, bound=int(3.2 * each))
    assert [1, 2, 4] == studio.there()
    assert first.kept <= 3.2 * each

    told = collect(studio.store, lambda: [name(1)], keep=10, bound=0)
    assert [1] == studio.there()
    assert told.kept == studio.store.size() > 0


def test_a_bound_lets_go_of_what_a_training_could_go_on_from_before_the_training(studio: Studio) -> None:
    for chain, number in (("a" * 32, 1), ("b" * 32, 2)):
        keep_segment(studio.store, chain, 10)
        commit(studio.store, number, chain=chain)
    keep_segment(studio.store, "c" * 32, 10)
    studio.run(1, 2)
    Pins(studio.store.notes).add([Pin("table.gen", "stage-1", (name(2),))])

    collect(studio.store, lambda: [name(1), course(Key("c" * 32))], bound=0)

    assert [1, 2] == studio.there()
    assert {"a": 0, "b": 1, "c": 1} == {c: len(studio.store.chains.segments(Key(c * 32))) for c in "abc"}


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=3), min_size=1, max_size=6),
    st.integers(1, 3),
    st.sets(st.integers(0, 9), max_size=2),
)
def test_exactly_what_is_within_reach_is_left(
    tmp_path_factory: pytest.TempPathFactory, runs: list[list[int]], keep: int, wanted: set[int]
) -> None:
    studio = Studio(tmp_path_factory.mktemp("law"))
    for numbers in runs:
        studio.run(*numbers)
    made = {number for numbers in runs for number in numbers}
    past = next(iter(studio.store.history.all()))
    reached = {key for run in past.runs[:keep] for key in run.keys} | {name(number) for number in wanted & made}
    reached |= {key for keys in past.last.values() for key in keys}

    collect(studio.store, lambda: [name(number) for number in wanted], keep=keep)

    assert sorted(number for number in made if name(number) in reached) == studio.there()
    assert set() == studio.loose()


# Beside others ----------------------------------------------------------------------------------------------------


def test_a_content_that_a_commit_is_taking_in_is_not_swept(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    studio.run(1)
    write = disk.write_whole
    collector = threading.Thread(target=lambda: collect(Store(studio.store.root)))

    def slow(path: Path, data: bytes, by: Path) -> None:
        if "records" in path.parts:  # its contents lie there already, and nothing names them yet
            collector.start()
            time.sleep(0.3)
            assert collector.is_alive()
        write(path, data, by)

    monkeypatch.setattr(disk, "write_whole", slow)
    with studio.store.using():
        commit(studio.store, 2)
        collector.join(10)
        monkeypatch.undo()

        assert [1, 2] == studio.there()


def test_what_is_wanted_is_asked_once_nobody_else_takes_anything_in(studio: Studio) -> None:
    commit(studio.store, 1)

    def asked() -> list[Key]:
        with locks.held_if_free(studio.store.root / uses.GATE) as free:
            assert not free
        return [name(1)]

    collect(studio.store, asked)
    assert [1] == studio.there()


def test_what_a_process_found_stays_until_it_is_done_with_it(studio: Studio) -> None:
    commit(studio.store, 1)
    with studio.store.using():
        found = studio.store.find(name(1))
        with studio.store.using():
            pass
        collect(Store(studio.store.root))
        assert found is not None
        assert found.result["own"].read_bytes().startswith(b"1 ")

    collect(Store(studio.store.root))
    assert [] == studio.there()
    assert [] == list((studio.store.root / uses.FOLDER).iterdir())


@pytest.mark.parametrize("cut", [0, 9])
def test_a_use_that_a_full_disk_did_not_take_is_noted_once_it_does(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    for number in (1, 2):
        commit(studio.store, number)
    real = os.write

    def full(handle: int, data: bytes) -> int:
        if not cut:
            raise OSError(28, "No space left on device")
        return real(handle, data[:cut])

    with studio.store.using():
        monkeypatch.setattr(os, "write", full)
        studio.store.find(name(1))
        monkeypatch.undo()
        for number in (2, 1):
            studio.store.find(name(number))
        collect(Store(studio.store.root))

        assert [1, 2] == studio.there()


def test_looking_beside_somebody_who_lays_out_copies_fails_not(studio: Studio) -> None:
    commit(studio.store, 1)
    folder = studio.store.root / "open" / "table" / "new"
    over = threading.Event()

    def lay_out() -> None:
        while not over.is_set():
            folder.mkdir(parents=True)
            for number in range(20):
                (folder / f"{number}.png").write_bytes(b"x")
            shutil.rmtree(folder)

    other = threading.Thread(target=lay_out)
    other.start()
    try:
        seen = [name(1) in inventory(studio.store).things for _ in range(400)]
    finally:
        over.set()
        other.join()

    assert [True] * 400 == seen


KILLED = """
import sys
from pathlib import Path
from intaglio.runtime.store.store import Store
store = Store(Path(sys.argv[1]))
with store.using():
    assert store.find(sys.argv[2]) is not None
    print("found", flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_process_had_reached_stays_for_a_while(studio: Studio) -> None:
    commit(studio.store, 1)
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(studio.store.root), name(1)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.readline()
    child.kill()
    child.wait()
    collect(studio.store)
    assert [1] == studio.there()

    (left,) = (studio.store.root / uses.FOLDER).iterdir()
    long_ago = time.time() - uses.CUT_OFF - 1
    os.utime(left, (long_ago, long_ago))
    collect(studio.store)

    assert [] == studio.there()


def test_a_collector_does_not_wait_for_ever(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    studio.run(1)
    monkeypatch.setattr(uses, "PATIENCE", 0.1)
    with locks.held(studio.store.root / uses.GATE, shared=True), pytest.raises(Fault, match="Another gen"):
        collect(studio.store)


def test_a_store_that_can_only_be_read_is_still_used(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(studio.store, 1)
    (studio.store.root / uses.GATE).unlink()

    def refuses(path: object, *how: object) -> int:
        raise OSError(30, "Read-only file system")

    with studio.store.using():
        monkeypatch.setattr(os, "open", refuses)
        found = studio.store.find(name(1))
        monkeypatch.undo()

    assert found is not None


WORKER = """
import random, sys
from pathlib import Path
from intaglio.runtime.keys.manifest import Manifest, key
from intaglio.runtime.store.store import Store

store, script, moments = Store(Path(sys.argv[1])), Path(sys.argv[2]), random.Random(int(sys.argv[3]))
for turn in range(int(sys.argv[4])):
    manifests = [Manifest(kind="sample", version=1, settings={"count": moments.randrange(12)}) for _ in range(4)]
    store = Store(store.root)  # nothing is remembered
    with store.using():
        found = []
        for manifest in manifests:
            artifact = store.find(key(manifest))
            if artifact is None:
                with store.locked(key(manifest)), store.working() as working:
                    (working.result / "own").write_bytes(str(manifest.settings).encode() * 2000)
                    (working.result / "shared").write_bytes(b"the same in all" * 1000)
                    artifact = store.commit(key(manifest), manifest, working, {}, makes="model")
            found.append((manifest, artifact))
        for manifest, artifact in found:
            assert store.verify(artifact), "what was found is gone"
            assert artifact.result["own"].read_bytes() == str(manifest.settings).encode() * 2000
        store.remember(script, {f"stage-{i}": [key(m)] for i, m in enumerate(manifests)})
print("sound")
"""


def worker(studio: Studio, seed: int, turns: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WORKER, str(studio.store.root), str(studio.script), str(seed), str(turns)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_collecting_beside_processes_that_read_and_write_is_no_trouble_to_them(studio: Studio) -> None:
    studio.run(99)
    workers = [worker(studio, seed, turns=40) for seed in range(2)]
    rounds, freed = 0, 0
    while any(each.poll() is None for each in workers):
        freed += len(collect(Store(studio.store.root), keep=1).freed)
        rounds += 1
    told = [each.communicate() for each in workers]

    assert [(b"sound\n", b"")] * 2 == told
    assert rounds > 10
    assert freed > 10
    assert not (studio.store.root / "quarantine").exists()


COLLECTOR = """
import sys
from pathlib import Path
from intaglio.runtime.upkeep.collecting import collect
from intaglio.runtime.store.store import Store
print("ready", flush=True)
while True:
    collect(Store(Path(sys.argv[1])), keep=1)
"""


def test_a_collector_that_is_killed_at_any_moment_leaves_whole_things(studio: Studio) -> None:
    moments = random.Random(11)
    for _ in range(12):
        for number in range(6):
            studio.run(number)
        child = subprocess.Popen([sys.executable, "-c", COLLECTOR, str(studio.store.root)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(moments.uniform(0.0, 0.02))
        child.send_signal(signal.SIGKILL)
        child.wait()

        assert 5 in studio.there()  # each that is there is verified

    collect(studio.store, keep=1)
    assert [5] == studio.there()
    assert set() == studio.loose()


def test_whichever_removal_fails_nothing_within_reach_is_hurt(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., None] = os.unlink
    for failing in range(1, 9):
        for number in range(4):
            studio.run(number)
        count = 0

        def fails(path: object, *how: object, failing: int = failing, **more: object) -> None:
            nonlocal count
            count += 1
            if count == failing:
                raise OSError(5, "Input/output error")
            real(path, *how, **more)

        monkeypatch.setattr(os, "unlink", fails)
        try:
            collect(studio.store, keep=1)
        except Fault as told:
            assert "Input/output error" in told.message  # noqa: PT017
        monkeypatch.setattr(os, "unlink", real)

        assert 3 in studio.there()

    collect(studio.store, keep=1)
    assert [3] == studio.there()
    assert set(inventory(studio.store).contents) == {b.digest for b in studio.store.contents.all()}
