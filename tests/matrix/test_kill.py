"""kill: a run is killed at any moment, alone and beside another on the same store."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from intaglio.stdlib.images.curating import AHEAD
from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import (
    SCORE,
    Studio,
    Told,
    Whole,
    assert_it_heals,
    children,
    copied,
    heard,
    kill_all,
    orphans,
    picture,
    told,
)

OTHER = SCORE.replace("columns 2", "columns 3").replace("./out/", "./out/other/")


def killed(studio: Studio, after: float, whom: str) -> Told:
    """What a run had told when it, or its worker, was killed so many seconds after it began."""
    run = studio.start("run", "score.gen", "--json")
    time.sleep(after)
    workers = children(run.pid)
    if whom == "worker" and workers:
        os.kill(workers[-1], signal.SIGKILL)
        return told(run)
    run.send_signal(signal.SIGKILL)
    out, _ = run.communicate()

    assert [] == orphans(workers)

    return heard(run.returncode, out)


def kept(before: Told) -> dict[str, str]:
    """The keys of what had been told to be made."""
    return {event["stage"]: event["key"] for event in before.of("finished")}


def test_a_run_that_is_killed_at_any_moment_goes_on_to_the_same_end(
    studio: Studio, whole: Whole, tmp_path: Path, found: Found
) -> None:
    moments, times = random.Random(1), count(3, 40, 200)
    for number in range(times):
        whom = "worker" if number % 4 == 3 else "run"
        trial = copied(studio, tmp_path / f"{number}")
        before = killed(trial, moments.uniform(0.1, 1.05) * whole.seconds, whom)

        assert "Traceback" not in before.text
        assert_it_heals(trial, whole, kept(before))

    found("kill", f"{times} runs killed at random moments: 0 corrupt entries, 0 results lost, every end bit-equal.")


def test_a_killed_run_holds_up_no_other_on_its_store(
    studio: Studio, whole: Whole, tmp_path: Path, found: Found
) -> None:
    (studio.folder / "other.gen").write_text(OTHER)
    moments, times = random.Random(2), count(1, 20, 200)
    for number in range(times):
        trial = copied(studio, tmp_path / f"{number}")
        other = trial.start("run", "other.gen", "--json")
        before = killed(trial, moments.uniform(0.1, 1.3) * whole.seconds, "run")
        beside = told(other)

        assert (0, []) == (beside.code, beside.of("failed")), beside.text
        assert (trial.out / "other" / "strip.png").read_bytes() == whole.saved["strip.png"]
        shutil.rmtree(trial.out / "other")
        assert_it_heals(trial, whole, kept(before))

    found("kill", f"{times} runs killed beside another on one store: the other always ended well, nothing was lost.")


@pytest.mark.slow
def test_a_training_that_is_killed_at_any_moment_goes_on_to_the_same_end(
    academy: Studio, tmp_path: Path, found: Found
) -> None:
    whole = Whole.of(copied(academy, tmp_path / "whole"))
    moments, times = random.Random(3), count(2, 6, 40)
    for number in range(times):
        trial = copied(academy, tmp_path / f"{number}")
        before = killed(trial, moments.uniform(0.4, 1.05) * whole.seconds, "worker" if number % 4 == 3 else "run")

        assert_it_heals(trial, whole, kept(before))

    found("kill", f"{times} trainings killed at random moments: every end bit-equal.")


def test_what_a_killed_run_left_is_swept_by_the_next_that_makes_something(studio: Studio) -> None:
    tmp = studio.store / "tmp"
    (tmp / "dead" / "result").mkdir(parents=True)
    (tmp / "dead" / "alive").touch()
    for name, age in (("old.note", 7200), ("new.note", 0)):
        (tmp / name).touch()
        os.utime(tmp / name, (time.time() - age,) * 2)

    studio.run()

    assert ["new.note"] == [path.name for path in tmp.iterdir()]


SLOW = """gen 1

dataset table from ./photos/
  pad 900 px
  grey
  resize 16 px
  mirror
"""


@pytest.mark.slow
def test_a_long_preparation_that_is_killed_goes_on_where_it_was(tmp_path: Path, found: Found) -> None:
    chance, times, lost = random.Random(4), count(1, 3, 20), []
    studio = Studio.at(tmp_path / "studio", SLOW, pictures=0)
    for number in range(150):
        picture(number, (1600, 1200)).save(studio.photos / f"{number:03d}.jpg")
    whole = Whole.of(copied(studio, tmp_path / "whole"))
    for number in range(times):
        trial = copied(studio, tmp_path / f"{number}")
        run = trial.start("run", "score.gen", "--json")
        assert run.stdout is not None
        reached: list[tuple[float, int]] = []
        until = time.monotonic() + chance.uniform(0.4, 0.9) * whole.seconds
        while time.monotonic() < until and (line := run.stdout.readline()):
            if json.loads(line)["event"] == "progress":
                reached.append((time.monotonic(), json.loads(line)["done"]))
        kill_all(run)
        safe = max((done for at, done in reached if at < reached[-1][0] - 1.1), default=0)
        again = trial.run()

        assert 0 == again.code
        assert whole.results.items() <= trial.results().items()
        assert [] == [*(trial.store / "journeys").glob("?" * 16)]
        for finished in again.of("finished"):  # or the machine was quicker than before, and the run had ended
            assert 300 == finished["made"] + finished["reused"]
            assert finished["reused"] >= 2 * (safe - AHEAD)
            lost.append(2 * reached[-1][1] - finished["reused"])
        shutil.rmtree(trial.folder)

    assert lost
    found("kill", f"{len(lost)} preparations killed half way: of 300 pictures at most {max(lost)} were made again.")
