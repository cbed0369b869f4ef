"""gc: things are let go of while runs read and write."""

from __future__ import annotations

import threading
from pathlib import Path

from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import SCORE, Studio, Told, copied


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
            collected.append(studio.gen("gc", "--to", "1KB", "--keep", "1", "--store", str(studio.store)))

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

    assert [] == [each.text for each in collected if each.code not in (0, 2) or "Traceback" in each.text]
    assert [] == [each.text for each in collected if each.code == 2 and "busy" not in each.text]
    assert any(each.code == 0 for each in collected)
    assert [] == studio.damage()
    found(
        "gc", f"{rounds} runs beside {len(collected)} collections of all that could go: 0 errors, every output right."
    )
