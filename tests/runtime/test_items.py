"""Items: a picture is found as it was, or not at all, whatever became of the files that it lies in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import LISTING, ImageWriter
from intaglio.runtime.artifacts.shards import name as shard_name
from intaglio.runtime.keys.manifest import Key, Manifest, key
from intaglio.runtime.store.items import LIST, Finished, Loose, keys_of, sought
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.collecting import collect
from intaglio.runtime.upkeep.holdings import pictures

STREAM = Key("5" * 32)
KEYS = keys_of(STREAM, range(6))
quickly = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


def picture(number: int) -> np.ndarray[Any, Any]:
    return np.full((3 + number, 4, 3), 10 * number, np.uint8)


def filled(path: Path, count: int = 4) -> Loose:
    loose = Loose(path)
    for number in range(count):
        loose.add(KEYS[number], picture(number))
    loose.close()
    return loose


def held(store: Store, count: int, seed: int = 0) -> Artifact:
    """An artifact with the first pictures of the stream."""
    manifest = Manifest(kind="sample", version=1, settings={"count": count}, seed=seed)
    with store.working() as work:
        with ImageWriter(work.result, work.seen) as writer:
            for number in range(count):
                writer.add(picture(number))
        (work.seen / LIST).write_text(str(KEYS[:count]).replace("'", '"'))
        made = store.commit(key(manifest), manifest, work, {"stream": STREAM}, makes="images")
    store.streams.hold(STREAM, Key(made.key), KEYS[:count])
    return made


def scattered(store: Store, *numbers: int) -> None:
    """Some pictures of the stream that are in no artifact."""
    loose = store.streams.loose(STREAM)
    for number in numbers:
        loose.add(KEYS[number], picture(number))
    loose.close()


def damage(path: Path, place: int, to: bytes) -> None:
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[place : place + len(to)] = to
    path.write_bytes(data)


def finished(store: Store) -> Finished:
    found = sought(KEYS, store.holders(STREAM), store.streams.loose(STREAM))
    return Finished(KEYS, found.artifacts, store.streams.loose(STREAM), lambda said: None)


def assert_right(pixels: Any, number: int) -> None:
    if pixels is not None:
        np.testing.assert_array_equal(picture(number), pixels)


# Loose ------------------------------------------------------------------------------------------------------------


def test_what_was_added_is_found_by_another_process_too(tmp_path: Path) -> None:
    filled(tmp_path / "a" / "loose")
    again = Loose(tmp_path / "a" / "loose")

    assert list(again.keys) == KEYS[:4]
    for number in range(4):
        np.testing.assert_array_equal(picture(number), again.get(KEYS[number]))
    assert again.get(KEYS[4]) is None


def test_a_picture_is_added_once(tmp_path: Path) -> None:
    loose = filled(tmp_path / "loose")
    size = loose.path.stat().st_size
    filled(tmp_path / "loose")

    assert loose.path.stat().st_size == size


@given(cut=st.integers(0, 10_000))
@quickly
def test_a_file_cut_off_anywhere_keeps_what_is_whole_and_goes_on(tmp_path: Path, cut: int) -> None:
    (tmp_path / "loose").unlink(missing_ok=True)
    filled(tmp_path / "loose")
    os.truncate(tmp_path / "loose", cut % (tmp_path / "loose").stat().st_size)
    torn = Loose(tmp_path / "loose")
    whole = len(list(torn.keys))
    for number in range(6):
        torn.add(KEYS[number], picture(number))
    torn.close()

    assert whole < 4
    for number in range(6):
        np.testing.assert_array_equal(picture(number), Loose(tmp_path / "loose").get(KEYS[number]))


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
@quickly
def test_a_flipped_bit_anywhere_is_a_miss_and_never_another_picture(tmp_path: Path, place: int, bit: int) -> None:
    (tmp_path / "loose").unlink(missing_ok=True)
    path = filled(tmp_path / "loose").path
    place %= path.stat().st_size
    damage(path, place, bytes([path.read_bytes()[place] ^ 1 << bit]))
    flipped = Loose(path)
    found = [flipped.get(KEYS[number]) for number in range(4)]

    assert any(pixels is None for pixels in found)
    for number, pixels in enumerate(found):
        assert_right(pixels, number)
        flipped.add(KEYS[number], picture(number))
        np.testing.assert_array_equal(picture(number), flipped.get(KEYS[number]))
    flipped.close()


@pytest.mark.parametrize("looked", [True, False])
def test_a_file_that_is_removed_while_it_is_in_use_does_no_harm(tmp_path: Path, looked: bool) -> None:
    loose = filled(tmp_path / "loose")
    loose.add(KEYS[4], picture(4))
    if looked:
        np.testing.assert_array_equal(picture(1), loose.get(KEYS[1]))
    loose.path.unlink()
    loose.add(KEYS[5], picture(5))
    loose.close()
    other = filled(tmp_path / "loose", 2)

    for number in range(6):
        assert_right(loose.get(KEYS[number]), number)
        assert_right(other.get(KEYS[number]), number)
    assert list(Loose(tmp_path / "loose").keys) == KEYS[:2]


def test_a_full_disk_is_remarked_on_once_and_ends_nothing(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no disk that is always full")
    (tmp_path / "loose").symlink_to("/dev/full")
    said: list[str] = []
    loose = Loose(tmp_path / "loose")
    items = Finished(KEYS, (), loose, said.append)
    items.keep(0, picture(0))
    items.keep(1, picture(1))
    loose.close()

    assert said == ["What is finished cannot be kept on the way: the disk is full."]


# Artifacts --------------------------------------------------------------------------------------------------------


def test_pictures_are_found_in_artifacts_and_among_the_loose_ones(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    held(store, 2)
    scattered(store, 2, 4)
    items = finished(Store(tmp_path / "store"))

    found = [items.found(number) for number in range(6)]
    assert [pixels is None for pixels in found] == [False, False, False, True, False, True]
    for number, pixels in enumerate(found):
        assert_right(pixels, number)


def test_no_more_artifacts_are_looked_into_than_it_takes_and_the_last_ones_first(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    made = [held(store, count) for count in (5, 2, 3)]
    for age, each in enumerate(made):
        os.utime(store.root / "items" / STREAM[:2] / STREAM / each.key, ns=(age, age))

    assert [each.key for each in store.holders(STREAM)] == [each.key for each in reversed(made)]
    found = sought(KEYS[:3], store.holders(STREAM), store.streams.loose(STREAM))
    assert ([each.key for each in found.artifacts], found.count) == ([made[2].key], 3)


def test_loose_pictures_go_when_an_artifact_has_them_all(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    scattered(store, 1, 3)

    held(store, 2)
    assert store.streams.loose(STREAM).path.exists()
    held(store, 4)
    assert not store.streams.loose(STREAM).path.exists()


def test_an_artifact_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    made = held(store, 2)
    store.record_path(Key(made.key)).unlink()

    assert list(store.holders(STREAM)) == []
    assert store.streams.holders(STREAM) == []


@pytest.mark.parametrize("name", [LIST, LISTING])
def test_an_artifact_whose_lists_are_damaged_holds_nothing(tmp_path: Path, name: str) -> None:
    store = Store(tmp_path / "store")
    made = held(store, 2)
    files = {**made.result, **made.seen}
    damage(files[name], 5, b"#")

    assert list(Store(tmp_path / "store").holders(STREAM)) == []


@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
@quickly
def test_a_flipped_bit_in_an_artifact_is_a_miss_and_never_another_picture(tmp_path: Path, place: int, bit: int) -> None:
    store = Store(tmp_path / "store")
    path = held(store, 4).result[shard_name(0)]
    whole = path.read_bytes()
    place %= len(whole)
    damage(path, place, bytes([whole[place] ^ 1 << bit]))
    items = finished(store)

    for number in range(4):
        assert_right(items.found(number), number)
    path.write_bytes(whole)


def test_pictures_that_vanish_while_they_are_used_are_misses(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    made = held(store, 4)
    items = finished(store)
    made.result[shard_name(0)].unlink()

    assert [items.found(number) for number in range(4)] == [None] * 4


# Collecting -------------------------------------------------------------------------------------------------------


def old(path: Path) -> None:
    os.utime(path, (1, 1))


def test_loose_pictures_are_collected_unless_they_are_wanted_young_or_in_use(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    with store.working():
        scattered(store, 1, 3)
    loose = store.streams.loose(STREAM).path

    collect(store)
    assert loose.exists()
    old(loose)
    collect(store, lambda: [pictures(STREAM)])
    assert loose.exists()
    with store.using():
        store.streams.loose(STREAM)
        collect(Store(store.root))
    assert loose.exists()
    told = collect(store)
    assert not loose.parent.exists()
    assert [(each.what, each.size > 0) for each in told.freed] == [("pictures", True)]


def test_what_is_noted_of_a_stream_stays_as_long_as_a_result_of_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    made = held(store, 2)
    scattered(store, 3)
    old(store.streams.loose(STREAM).path)

    collect(store, lambda: [made.key])
    assert finished(store).found(3) is not None
    assert [each.key for each in store.holders(STREAM)] == [made.key]
