"""gc: things are let go of while runs read and write."""

from __future__ import annotations

import json
import threading
from pathlib import Path

from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import SCORE, Studio, Told, copied

ALL_THAT_CAN = ("gc", "--to", "1KB", "--keep", "1", "--json")


def freed(told: Told) -> int:
    """The bytes that a collection says it let go of."""
    return int(json.loads(told.text)["freed"])


def test_collecting_beside_runs_breaks_none_and_spoils_nothing(studio: Studio, tmp_path: Path, found: Found) -> None:
    texts = [
        SCORE.replace("columns 2", f"columns {n}").replace("resize 16 px", f"resize {11 + n} px") for n in (1, 2, 3)
    ]
    expected = {}
    for number, text in enumerate(texts):
        studio.write(text)
        alone = copied(studio, tmp_path / f"alone-{number}")
        assert alone.run().code == 0
        expected[text] = alone.saved()
    over, collected = threading.Event(), list[Told]()

    def collect() -> None:
        while not over.is_set():
            collected.append(studio.gen(*ALL_THAT_CAN, "--store", str(studio.store)))

    collecting = threading.Thread(target=collect)
    collecting.start()
    rounds = count(2, 15, 100)
    try:
        for number in range(rounds):
            text = texts[number % 3]
            studio.write(text)
            done = studio.run()

            assert (0, []) == (done.code, done.of("failed")), done.text
            assert expected[text] == studio.saved()
    finally:
        over.set()
        collecting.join()

    assert [] == [each.text for each in collected if each.code != 0]
    collected.append(studio.gen(*ALL_THAT_CAN, "--store", str(studio.store)))
    assert sum(map(freed, collected)) > 0
    assert set(done.keys.values()) == set(studio.results())  # of the last run all, and of those before it nothing
    assert 0 == freed(studio.gen(*ALL_THAT_CAN, "--store", str(studio.store)))
    again = studio.run()
    assert (0, []) == (again.code, again.made)
    assert [] == studio.damage()
    found(
        "gc", f"{rounds} runs beside {len(collected)} collections of all that could go: 0 errors, every output right."
    )
