"""bits: one bit somewhere in the store flips; what is wrong is noticed and made again, and no output is wrong."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.checking import check
from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import SCORE, Studio, files

PAGES = (
    *("objects", "records", "scripts", "placed", "unchanged", "journeys", "locks"),
    *("stats.json", "threads.json", "tmp.lock"),
)
BLANK = ("locks", "tmp.lock", "journeys")  # they hold nothing, or have bytes that are of no use


def pages(store: Path) -> dict[str, list[Path]]:
    """The files of a store, by what they are for. A lock's file is made, where none was left."""
    (store / "locks").mkdir(exist_ok=True)
    (store / "locks" / "left").write_bytes(b"left by somebody")
    (store / "tmp.lock").write_bytes(b"\0")
    lying = {page: [store / page] if (store / page).is_file() else sorted(files(store / page)) for page in PAGES}
    return {page: found for page, found in lying.items() if found}


def flip(path: Path, chance: random.Random) -> None:
    """Flip one bit of a file, as a failing disk does: with its size and times as they were."""
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    mode = path.stat().st_mode
    path.chmod(0o644)
    path.write_bytes(data)
    path.chmod(mode)


def test_a_check_of_the_store_finds_whichever_bit_flipped(studio: Studio, tmp_path: Path, found: Found) -> None:
    assert studio.run().code == 0
    shutil.copytree(studio.store, tmp_path / "sound")
    sound = Studio(studio.folder, tmp_path / "store")
    chance, times = random.Random(12), count(20, 300, 1000)
    for number in range(times):
        shutil.rmtree(sound.store, ignore_errors=True)
        shutil.copytree(tmp_path / "sound", sound.store)
        lying = {page: paths for page, paths in pages(sound.store).items() if page not in BLANK}
        flipped = chance.choice(lying[[*lying][number % len(lying)]])
        flip(flipped, chance)
        checked = check(Store(sound.store))

        assert str(flipped.relative_to(sound.store)) in {damage.file for damage in checked.damages}
        assert not flipped.exists()

    told = studio.gen("fsck", "score.gen")
    assert 0 == told.code, told.text
    found("bits", f"{times} flipped bits: a check of the store (gen fsck) found every one.")


def test_a_flipped_bit_is_noticed_and_no_output_is_wrong(studio: Studio, tmp_path: Path, found: Found) -> None:
    edited = SCORE.replace("columns 2", "columns 3").replace("columns 6", "columns 4")
    expected: dict[str, dict[str, bytes]] = {}
    for text in (edited, SCORE):
        studio.write(text)
        assert studio.run().code == 0
        expected[text] = studio.saved()
    results = studio.results()
    shutil.copytree(studio.store, tmp_path / "sound")
    chance, times, noticed = random.Random(8), count(4, 60, 1000), 0
    for number in range(times):
        shutil.rmtree(studio.store)
        shutil.copytree(tmp_path / "sound", studio.store)
        lying = pages(studio.store)
        flip(chance.choice(lying[[*lying][number % len(lying)]]), chance)
        shutil.rmtree(studio.out, ignore_errors=True)  # so that what is kept is looked at, and placed again
        records = [*studio.store.glob("records/*/*.json")]
        chance.choice(records).unlink()  # so that something is made, of what is there
        studio.write(text := chance.choice([*expected]))
        done = studio.run()

        assert "Traceback" not in done.text
        assert (0, []) == (done.code, done.of("failed")), done.text
        assert expected[text] == studio.saved()
        assert {key: is_ for key, is_ in studio.results().items() if is_ != results[key]} == {}
        noticed += (studio.store / "quarantine").exists()

    assert noticed
    found("bits", f"{times} flipped bits: 0 wrong outputs; {noticed} were met, set aside and made anew.")


def test_a_list_of_images_that_flipped_is_made_anew_before_a_plan_goes_by_it(studio: Studio) -> None:
    (studio.folder / "chosen.txt").write_text("1.bmp\n3.bmp\n")
    picking = "dataset chosen from table\n  pick ./chosen.txt\n  crop square\n\n"
    studio.write(SCORE.replace("dataset grey from table", picking + "dataset grey from chosen"))
    first = studio.run()
    saved, chance = studio.saved(), random.Random(3)
    table = Store(studio.store).find(Key(first.keys["table"]))

    assert table is not None
    for listing in (table.result["images.json"], table.seen["origins.json"]):
        flip(listing, chance)
        studio.write(studio.score.read_text() + "\n-- again\n")
        planned, done = studio.gen("plan", "score.gen"), studio.run()

        assert 0 == planned.code, planned.text
        assert (0, []) == (done.code, done.of("failed")), done.text
        assert "table" in done.made
        assert saved == studio.saved()
