"""kill: a run is killed at any moment, alone and beside another on the same store."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import SCORE, Studio, Told, children, copied, heard, orphans, told

OTHER = SCORE.replace("columns 2", "columns 3").replace("./out/", "./out/other/")


@dataclass(frozen=True)
class Unbroken:
    """What a run that nobody disturbs makes, and how long it takes."""

    results: dict[str, str]
    saved: dict[str, bytes]
    seconds: float

    @classmethod
    def of(cls, studio: Studio) -> Unbroken:
        began = time.monotonic()
        done = studio.run()
        assert done.code == 0, done.text
        return cls(studio.results(), studio.saved(), time.monotonic() - began)


def killed(studio: Studio, after: float, whom: str) -> Told:
    """What a run had told when it, or its worker, was killed so many seconds after it began."""
    run = studio.start("run", "score.gen", "--json")
    time.sleep(after)
    workers = children(run.pid)
    if whom == "worker" and workers:
        os.kill(workers[0], signal.SIGKILL)
        return told(run)
    run.send_signal(signal.SIGKILL)
    out, _ = run.communicate()

    assert [] == orphans(workers)

    return heard(run.returncode, out)


def assert_nothing_is_lost(studio: Studio, before: Told, unbroken: Unbroken) -> None:
    """What was told to be finished is there; nothing is damaged; a run goes on from there to the same end."""
    kept = {event["stage"]: event["key"] for event in before.of("finished")}

    assert [] == studio.damage()
    assert [] == [stage for stage, key in kept.items() if not studio.holds(key)]

    after = studio.run()

    assert (0, []) == (after.code, after.of("failed")), after.text
    assert not set(kept) & set(after.made)
    assert unbroken.results.items() <= studio.results().items()
    assert unbroken.saved == studio.saved()
    assert ([], []) == (studio.damage(), studio.left_over())


def test_a_run_that_is_killed_at_any_moment_goes_on_to_the_same_end(
    studio: Studio, tmp_path: Path, found: Found
) -> None:
    unbroken, moments = Unbroken.of(studio), random.Random(1)
    times = count(5, 40, 200)
    for number in range(times):
        whom = "worker" if number % 4 == 3 else "run"
        trial = copied(studio, tmp_path / f"{number}")
        before = killed(trial, moments.uniform(0.1, 1.05) * unbroken.seconds, whom)

        assert "Traceback" not in before.text
        assert_nothing_is_lost(trial, before, unbroken)

    found("kill", f"{times} runs killed at random moments: 0 corrupt entries, 0 results lost, every end bit-equal.")


def test_a_killed_run_holds_up_no_other_on_its_store(studio: Studio, tmp_path: Path, found: Found) -> None:
    studio.folder.joinpath("other.gen").write_text(OTHER)
    unbroken, moments = Unbroken.of(studio), random.Random(2)
    done = studio.run(script="other.gen")
    whole = studio.results(), studio.saved()
    times = count(3, 20, 200)
    for number in range(times):
        trial = copied(studio, tmp_path / f"{number}")
        trial.folder.joinpath("other.gen").write_text(OTHER)
        other = trial.start("run", "other.gen", "--json")
        before = killed(trial, moments.uniform(0.1, 1.3) * unbroken.seconds, "run")
        beside = told(other)

        assert (0, []) == (beside.code, beside.of("failed")), beside.text
        assert [] == trial.damage()
        assert [] == [event["stage"] for event in before.of("finished") if not trial.holds(event["key"])]
        assert 0 == trial.run().code
        assert whole[0].items() <= trial.results().items()
        assert whole[1] == trial.saved()
        assert ([], []) == (trial.damage(), trial.left_over())
    assert done.code == 0

    found("kill", f"{times} runs killed beside another on one store: the other always ended well, nothing was lost.")


@pytest.mark.slow
def test_a_training_that_is_killed_at_any_moment_goes_on_to_the_same_end(
    academy: Studio, tmp_path: Path, found: Found
) -> None:
    unbroken, moments = Unbroken.of(academy), random.Random(3)
    times = count(2, 6, 40)
    for number in range(times):
        trial = copied(academy, tmp_path / f"{number}")
        before = killed(trial, moments.uniform(0.4, 1.05) * unbroken.seconds, "worker" if number % 4 == 3 else "run")

        assert_nothing_is_lost(trial, before, unbroken)

    found("kill", f"{times} trainings killed at random moments: every end bit-equal.")
