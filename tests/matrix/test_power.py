"""power: what the disk was asked is replayed without what was not synced, and the score is run on what is left."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from intaglio.runtime.journeys.index import INDEX
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.store.store import JOURNEYS
from tests.desk import Desk
from tests.matrix import power
from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import SCORE, Studio, files

EDITED = SCORE.replace("columns 2", "columns 3").replace("resize 16 px", "resize 12 px")
WRITTEN_IN_PLACE = re.compile(r"CACHEDIR\.TAG|\.gitignore|(tmp|collect)\.lock|worker.*\.log")


@dataclass(frozen=True)
class Recorded:
    """A score run twice, the second time edited: the record, its length after the first, and what each made."""

    studio: Studio
    record: power.Record
    half: int
    saved: tuple[dict[str, bytes], dict[str, bytes]]
    results: dict[str, str]
    lying: dict[Path, bytes]  # in the end, in the store and where scores save to

    @classmethod
    def of(cls, studio: Studio, folder: Path) -> Recorded:
        folder.mkdir()
        _run(studio, SCORE, folder)
        half, first, results = len(power.Record.read(folder).lines), studio.saved(), studio.results()
        _run(studio, EDITED, folder)
        lying = {path: path.read_bytes() for place in (studio.out, studio.store) for path in files(place)}
        saved, results = (first, studio.saved()), results | studio.results()
        return cls(studio, power.Record.read(folder), half, saved, results, lying)

    def is_written_in_place(self, path: Path) -> bool:
        """Whether a file is changed where it lies, and its loss is none to anyone."""
        is_index = path.parent == self.studio.store / JOURNEYS and path.name.startswith(INDEX)
        return is_index or bool(WRITTEN_IN_PLACE.fullmatch(path.name))

    def moments(self, times: int, chance: random.Random) -> list[int]:
        """Moments of a cut, after any line."""
        return [chance.randrange(1, len(self.record.lines) + 1) for _ in range(times)]

    def trouble(self, moment: int) -> list[str]:
        """What had been told and is not in the store any more, and what is there and is wrong."""
        lost = [f"lost {key}" for key in self.record.told_before(moment) if not self.studio.holds(key)]
        return lost + [f"wrong {key}" for key, is_ in self.studio.results().items() if self.results[key] != is_]


def _run(studio: Studio, text: str, folder: Path) -> None:
    studio.write(text)
    with (folder / "log").open("ab", buffering=0) as log:
        done = studio.run(env={"INTAGLIO_RECORD": str(folder)}, stdout=log)
    assert done.code == 0, done.text


@pytest.fixture(scope="module")
def it(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    folder = tmp_path_factory.mktemp("power")
    return Recorded.of(Studio.at(folder / "studio"), folder / "record")


def test_the_record_replayed_whole_is_the_disk(it: Recorded) -> None:
    disk = power.Disk()
    for line in it.record.lines:
        if "op" in line:
            disk.take(line)

    expected = {path: data for path, data in it.lying.items() if not it.is_written_in_place(path)}
    actual = {path: it.record.content(entry.content) for path, entry in disk.now.items() if entry is not None}

    assert len(expected) > 20
    assert expected == actual


def test_a_power_cut_loses_nothing_that_was_told_and_gives_nothing_wrong(
    it: Recorded, crew: Crew, found: Found
) -> None:
    chance, desk = random.Random(4), Desk(it.studio.folder, crew)
    times = count(40, 300, 1500)
    for moment, left in power.disks(it.record, it.moments(times, chance), chance):
        power.lay_out(left, it.record, [it.studio.store, it.studio.out], chance)
        trouble = it.trouble(moment)
        second = moment > it.half
        ran = desk.run((SCORE, EDITED)[second])
        now = it.studio.results()

        assert [] == trouble, moment
        assert [] == ran.failures, moment
        assert it.saved[second] == it.studio.saved(), moment
        assert [] == [key for keys in ran.keys.values() for key in keys if key and now[key] != it.results[key]], moment

    found("power", f"{times} states after a power cut: 0 wrong reads, 0 results lost that were told, every run mended.")


@pytest.mark.parametrize("forgotten", ["sync", "sync folder"])
def test_a_store_that_forgot_to_sync_would_be_found_out(it: Recorded, forgotten: str) -> None:
    chance = random.Random(4)
    record = power.Record(it.record.folder, [line for line in it.record.lines if line.get("op") != forgotten])
    careless, trouble = replace(it, record=record), []
    for moment, left in power.disks(record, careless.moments(20, chance), chance):
        power.lay_out(left, record, [it.studio.store, it.studio.out], chance)
        trouble += careless.trouble(moment)

    assert trouble
