"""two: several processes on one store at once, with the same score and with different ones."""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import SCORE, Studio, children, copied, orphans, told

OTHER = SCORE.replace("columns 6", "columns 3").replace("./out/", "./out/other/")


def test_many_at_once_come_to_the_same_end_and_make_each_result_once(
    studio: Studio, tmp_path: Path, found: Found
) -> None:
    (studio.folder / "other.gen").write_text(OTHER)
    alone = copied(studio, tmp_path / "alone")
    ran = [alone.run(script=script) for script in ("score.gen", "other.gen")]
    assert [0, 0] == [each.code for each in ran]
    chance, times = random.Random(9), count(2, 12, 100)
    for number in range(times):
        trial = copied(studio, tmp_path / f"{number}")
        scripts = ["score.gen", "other.gen", "score.gen", "other.gen"][: chance.choice((2, 3, 4))]
        began = []
        for script in scripts:
            began.append(trial.start("run", script, "--json"))
            time.sleep(chance.choice((0.0, 0.05, 0.3)))
        ended = [told(process) for process in began]
        made = Counter(event["key"] for each in ended for event in each.of("finished") if event["made"])

        assert [(0, [])] * len(ended) == [(each.code, each.of("failed")) for each in ended]
        assert alone.results() == trial.results()
        assert dict.fromkeys(alone.results(), 1) == made
        assert [ran[script == "other.gen"].keys for script in scripts] == [each.keys for each in ended]
        assert alone.saved() == trial.saved()
        assert ([], []) == (trial.damage(), trial.left_over())

    found(
        "two", f"{times} times 2 to 4 runs at once on one store: equal to one after the other, each result made once."
    )


@pytest.mark.slow
def test_who_waits_for_a_killed_holder_goes_on_at_once(academy: Studio) -> None:
    academy.write(academy.score.read_text().replace("steps 12", "steps 100000"))
    short = Studio(academy.folder, academy.store)
    (short.folder / "short.gen").write_text(academy.score.read_text())
    holder = academy.start("run", "score.gen", "--json")
    assert holder.stdout is not None
    next(line for line in holder.stdout if b'"progress"' in line and b'"dreamer"' in line)
    waiting = short.start("run", "short.gen", "--json")
    time.sleep(2)
    workers = children(holder.pid)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    killed = time.monotonic()
    assert waiting.stdout is not None
    next(line for line in waiting.stdout if b'"progress"' in line and b'"dreamer"' in line)
    took = time.monotonic() - killed
    waiting.send_signal(signal.SIGINT)
    ended = told(waiting)

    assert [] == orphans(workers)
    assert took < 10  # a worker's start, and torch's
    assert ended.code == 130
    assert [] == academy.damage()
    shutil.rmtree(academy.store)
