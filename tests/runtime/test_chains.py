"""Chains: what is kept of a course, and what is let go."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.keys.manifest import Key, Manifest, key
from intaglio.runtime.store import records, uses
from intaglio.runtime.store.blobs import Blob
from intaglio.runtime.store.chains import Segment, nearest, thinned
from intaglio.runtime.store.store import Store

CHAIN = Key("c" * 32)


def kept(
    store: Store, step: int, text: str | None = None, fingerprint: str = "own", marked: bool = False, chain: Key = CHAIN
) -> None:
    with store.working() as work:
        folder = work.folder / "segment"
        folder.mkdir()
        (folder / "state").write_text(text or f"state {step}")
        store.chains.keep(chain, folder, step, fingerprint, epoch=2.0, marked=marked)


def steps(store: Store) -> list[int]:
    return [segment.step for segment in store.chains.segments(CHAIN)]


def segment(step: int, fingerprint: str = "own", kept_at: float = 0.0, size: int = 1, marked: bool = False) -> Segment:
    return Segment(step, fingerprint, {"state": Blob(Digest(f"{step:032x}"), size)}, marked, 1.0, kept_at)


def test_segments_come_back_in_order_whatever_the_order_they_were_kept_in(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")

    for step in (30, 10, 20):
        kept(store, step)

    assert steps(Store(tmp_path / "store")) == [10, 20, 30]


def test_a_segment_whose_content_is_gone_or_short_is_not_there(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for step in (10, 20, 30):
        kept(store, step)
    first, second, _ = store.chains.segments(CHAIN)

    store.chains.path(first.files["state"]).unlink()
    store.chains.path(second.files["state"]).chmod(0o644)
    store.chains.path(second.files["state"]).write_text("st")

    assert steps(store) == [30]


def test_a_damaged_segment_that_is_set_aside_is_not_there_any_more(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    kept(store, 10)
    (only,) = store.chains.segments(CHAIN)
    path = store.chains.path(only.files["state"])
    path.chmod(0o644)
    path.write_text("STATE 10")

    store.chains.set_aside(only)

    assert steps(store) == []


def test_what_is_let_go_leaves_no_content_behind_that_nobody_names(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")

    for step in range(1, 80):
        kept(store, step)

    named = {blob for each in store.chains.segments(CHAIN) for blob in each.files.values()}
    assert set(store._blobs.all()) == named
    assert len(named) == 32


def test_letting_go_of_one_step_keeps_a_content_that_another_shares(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")

    for step in range(1, 80):
        kept(store, step, text="all alike")

    assert len(steps(store)) == 32


def test_letting_go_of_a_step_keeps_a_content_that_another_chain_shares(tmp_path: Path) -> None:
    store, other = Store(tmp_path / "store"), Key("d" * 32)
    for step in range(1, 33):
        kept(store, step, chain=other)

    for step in range(1, 80):
        kept(store, step)

    assert list(range(1, 33)) == [segment.step for segment in store.chains.segments(other)]
    named = {b for chain in (CHAIN, other) for each in store.chains.segments(chain) for b in each.files.values()}
    assert named == set(store._blobs.all())


def test_what_somebody_might_be_taking_in_is_let_go_with_the_next_segment_and_not_waited_for(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for step in range(1, 33):
        kept(store, step)

    began = time.monotonic()
    with Store(tmp_path / "store").uses.steady():
        kept(store, 33)

    assert time.monotonic() - began < uses.PATIENCE / 3
    assert (32, 33) == (len(steps(store)), len(list(store._blobs.all())))
    kept(store, 34)
    assert (32, 32) == (len(steps(store)), len(list(store._blobs.all())))


def test_letting_go_keeps_what_a_result_has_and_reads_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "store")
    for step in range(1, 33):
        kept(store, step)
    manifest = Manifest(kind="train", version=1, settings={}, seed=0)
    with store.working() as work:
        for step in range(1, 33):
            (work.result / f"{step}").write_text(f"state {step}")
        store.commit(key(manifest), manifest, work, {}, makes="model")
    other = Store(tmp_path / "store")
    with monkeypatch.context() as patch:
        patch.setattr(records, "decode", None)
        for step in range(33, 80):
            kept(other, step)

    assert other.find(key(manifest)) is not None
    assert 32 + len([step for step in steps(other) if step > 32]) == len(list(other._blobs.all()))


def test_a_step_that_is_kept_again_with_other_contents_leaves_none_of_the_old_behind(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    kept(store, 10, text="once")
    kept(store, 10, text="twice")

    ((blob,),) = [each.files.values() for each in store.chains.segments(CHAIN)]
    assert [blob] == list(store._blobs.all())


def test_a_step_that_was_marked_once_stays_so(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    kept(store, 10, marked=True)
    kept(store, 10)

    assert [True] == [segment.marked for segment in store.chains.segments(CHAIN)]


def test_an_end_that_is_marked_again_among_marked_ones_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for step in range(100, 3300, 100):
        kept(store, step, marked=True)

    kept(store, 3101, marked=True)

    assert 3101 in steps(store)
    assert 32 == len(steps(store))


def test_what_was_kept_last_is_so_whatever_the_clock_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "store")
    kept(store, 10, fingerprint="old")
    monkeypatch.setattr(time, "time", lambda: 0.0)
    kept(store, 5, fingerprint="new")

    found = nearest(store.chains.segments(CHAIN), 20)

    assert found is not None
    assert 5 == found.step


@given(st.lists(st.integers(1, 10_000), unique=True, min_size=1), st.integers(2, 12), st.data())
def test_thinning_keeps_the_last_and_marked_ones_longest(courses: list[int], most: int, data: st.DataObject) -> None:
    marked = set(data.draw(st.lists(st.sampled_from(courses), max_size=most - 1)))
    before = [segment(step, marked=step in marked) for step in sorted(courses)]
    newest = data.draw(st.sampled_from(before))

    after = thinned(before, newest, most=most)

    assert len(after) == min(most, len(before))
    assert after == [each for each in before if each in after]
    assert before[-1] in after
    assert newest in after
    assert marked <= {each.step for each in after} or len(marked) + 2 > most


def test_thinning_goes_by_bytes_as_well() -> None:
    after = thinned([segment(step, size=10) for step in (1, 2, 3, 4)], budget=20)

    assert [each.step for each in after][-1] == 4
    assert len(after) == 2


def test_the_nearest_is_the_furthest_before_the_wanted_step() -> None:
    found = nearest([segment(10), segment(20), segment(30)], 25)

    assert found is not None
    assert found.step == 20


def test_the_nearest_is_of_the_arithmetic_that_was_at_work_last() -> None:
    found = nearest([segment(10, "new", kept_at=2.0), segment(20, "old", kept_at=1.0)], 25)

    assert found is not None
    assert found.step == 10
