from __future__ import annotations

import random
from pathlib import Path

import pytest

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.checking import Checked, Damage, What, check
from intaglio.runtime.upkeep.holdings import Title
from intaglio.runtime.upkeep.pins import Pin, Pins
from intaglio.runtime.world import unchanged
from tests.runtime.test_collecting import Studio, commit, keep_segment, name, worker


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A store with something of every sort in it."""
    studio = Studio(tmp_path / "studio")
    keep_segment(studio.store, "a" * 32, 10)
    commit(studio.store, 1, chain="a" * 32)
    studio.run(1, 2)
    studio.store.threads()
    Pins(studio.store.notes).add([Pin("table.gen", "stage-0", (name(1),))])
    fresh = unchanged.Fresh([unchanged.Stage("stage-0", "{}")], "{}")
    assert unchanged.write(str(studio.script), str(studio.store.root), fresh, {}, [str(studio.script)])
    return studio


def sealed(studio: Studio) -> list[Path]:
    """Every file of the store whose content means something."""
    root = studio.store.root
    aside = (".gitignore", "CACHEDIR.TAG", "tmp.lock", "collect.lock")
    return sorted(path for path in root.rglob("*") if path.is_file() and path.name not in aside)


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= 1 << at % 8
    path.chmod(0o644)
    path.write_bytes(data)


def test_a_sound_store_is_read_whole_and_left_as_it_is(studio: Studio) -> None:
    before = studio.files()
    far: list[tuple[int, int]] = []

    checked = check(Store(studio.store.root), lambda done, total: far.append((done, total)))

    assert Checked(len(sealed(studio)), sum(path.stat().st_size for path in sealed(studio)), ()) == checked
    assert before == studio.files()
    assert far[-1][0] == far[-1][1] > 0


def test_one_flipped_bit_anywhere_is_found_and_named(studio: Studio) -> None:
    places = random.Random(5)
    every = sealed(studio)
    sorts = {path.relative_to(studio.store.root).parts[0] for path in every}
    assert {"objects", "records", "history", "chains", "unchanged", "threads.json", "pins.json"} == sorts

    for path in every:
        whole = path.read_bytes()
        for _ in range(3):
            flip(path, places.randrange(10_000))

            (damage,) = check(Store(studio.store.root)).damages

            assert path.relative_to(studio.store.root).as_posix() == damage.file
            assert not path.exists()
            path.write_bytes(whole)
            (studio.store.root / "quarantine" / path.name).unlink()
        assert () == check(Store(studio.store.root)).damages


def test_damage_is_called_as_artists_call_it(studio: Studio) -> None:
    artifact = studio.store.find(name(2))
    assert artifact is not None
    flip(artifact.result["own"], 77)
    (damage,) = check(Store(studio.store.root)).damages

    assert What.CONTENT is damage.what
    assert (Title(studio.script, "stage-1"),) == damage.titles
    assert Store(studio.store.root).find(name(2)) is None


def test_what_is_missing_is_told_until_it_is_made_again(studio: Studio) -> None:
    artifact = studio.store.find(name(1))
    assert artifact is not None
    artifact.result["own"].unlink()
    file = artifact.result["own"].relative_to(studio.store.root).as_posix()
    (damage,) = check(Store(studio.store.root)).damages

    assert Damage(What.MISSING, file, (Title(studio.script, "stage-0"),)) == damage

    commit(studio.store, 1, chain="a" * 32)

    assert () == check(Store(studio.store.root)).damages


def test_a_damaged_segment_belongs_to_the_training_that_it_is_kept_for(studio: Studio) -> None:
    (segment,) = studio.store.chains.segments(Key("a" * 32))
    flip(studio.store.contents.path(segment.files["state"].digest), 3)
    (damage,) = check(Store(studio.store.root)).damages

    assert (Title(studio.script, "stage-0"),) == damage.titles


def test_a_store_that_is_not_there_is_sound_and_is_not_made(tmp_path: Path) -> None:
    assert Checked(0, 0, ()) == check(Store(tmp_path / "none"))
    assert [] == list(tmp_path.iterdir())


def test_checking_beside_processes_that_read_and_write_finds_no_damage(studio: Studio) -> None:
    workers = [worker(studio, seed, turns=25) for seed in range(2)]
    rounds = 0
    while any(each.poll() is None for each in workers):
        assert () == check(Store(studio.store.root)).damages
        rounds += 1
    told = [each.communicate() for each in workers]

    assert [(b"sound\n", b"")] * 2 == told
    assert rounds > 5
