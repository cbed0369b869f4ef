"""signals: Ctrl-C once and twice, SIGTERM, SIGHUP and a reader that leaves, at any moment of a run."""

from __future__ import annotations

import fcntl
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.chains import Segment
from intaglio.runtime.store.store import Store
from intaglio.runtime.store.uses import GATE
from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import TRAINING, Studio, Whole, assert_it_heals, children, copied, kill_all, orphans, told

SOON = 20  # steps
LONG = TRAINING.replace("steps 12", "steps 1000000")
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture
def training(academy: Studio) -> subprocess.Popen[bytes]:
    """A long training under way."""
    academy.write(LONG)
    run = academy.start("run", "score.gen", "--json")
    assert run.stdout is not None
    for line in run.stdout:
        if b'"progress"' in line and b'"dreamer"' in line and json.loads(line)["done"] >= SOON:
            return run
    raise AssertionError(run.stderr and run.stderr.read())


@pytest.mark.slow
@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_a_training_soon_and_keeps_what_it_reached(
    training: subprocess.Popen[bytes], academy: Studio, number: signal.Signals
) -> None:
    workers = children(training.pid)
    training.send_signal(number)
    asked = time.monotonic()
    ended = told(training)
    took = time.monotonic() - asked
    kept = [each.step for each in segments(academy)]
    academy.write(LONG.replace("steps 1000000", f"steps {kept[-1] + 3}"))
    (planned,) = [
        s for s in json.loads(academy.gen("plan", "score.gen", "--json").text)["stages"] if s["verb"] == "train"
    ]
    again = academy.run()
    (dreamer,) = [each for each in again.of("finished") if each["stage"] == "dreamer"]
    reached = max((each["done"] for each in ended.of("progress") if each["stage"] == "dreamer"), default=SOON)

    assert kept[-1] >= reached, "a step that was told of is lost"
    assert (kept[-1], kept[-1] + 3) == (planned["have"], planned["want"])
    assert (3, kept[-1], "steps") == (dreamer["made"], dreamer["reused"], dreamer["unit"])
    assert 128 + number == ended.code, ended.text
    assert "Traceback" not in ended.text
    assert took < 3
    assert [] == orphans(workers)
    assert (0, []) == (again.code, again.of("failed"))
    assert ([], []) == (academy.damage(), academy.left_over())


def segments(studio: Studio) -> list[Segment]:
    """What is kept of the one training in a store, by step."""
    chains = Store(studio.store).chains
    (note,) = (studio.store / "chains").glob("*.json")
    return list(chains.segments(Key(note.stem)))


@pytest.mark.slow
def test_a_second_signal_ends_it_within_a_second(training: subprocess.Popen[bytes], academy: Studio) -> None:
    workers = children(training.pid)
    for pid in workers:
        subprocess.run(["kill", "-STOP", str(pid)], check=True)  # a worker that heeds nothing
    training.send_signal(signal.SIGINT)
    time.sleep(0.1)
    training.send_signal(signal.SIGINT)
    asked = time.monotonic()
    ended = told(training)
    took = time.monotonic() - asked

    assert 130 == ended.code
    assert took < 1
    assert "Traceback" not in ended.text
    assert [] == orphans(workers)
    assert [] == academy.damage()


def test_at_whatever_moment_a_signal_comes_it_is_heeded_calmly(
    studio: Studio, whole: Whole, tmp_path: Path, found: Found
) -> None:
    chance, times = random.Random(11), count(3, 40, 300)
    for trial_number in range(times):
        trial, number = copied(studio, tmp_path / f"{trial_number}"), SIGNALS[trial_number % 3]
        run = trial.start("run", "score.gen", "--json")
        time.sleep(chance.uniform(0.15, 1.0) * whole.seconds)
        workers = children(run.pid)
        run.send_signal(number)
        ended = told(run)

        assert ended.code in (0, 128 + number, -number), (number, ended.text)
        assert "Traceback" not in ended.text
        assert [] == orphans(workers)
        assert_it_heals(trial, whole)

    found("signals", f"{times} signals (INT, TERM, HUP) at random moments: 0 tracebacks, 0 orphans, every store whole.")


PRESSED = """
import os, sys

class Pressed:
    def find_spec(self, name, *rest):
        if name == "intaglio.face.usage":
            os.kill(os.getpid(), {number})

sys.meta_path.insert(0, Pressed())
sys.argv = ["gen", "run", "score.gen"]
from intaglio.__main__ import main
main()
"""


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_while_libraries_load_ends_it_and_says_nothing(studio: Studio, number: signal.Signals) -> None:
    command = [sys.executable, "-c", PRESSED.format(number=int(number))]

    done = subprocess.run(command, cwd=studio.folder, capture_output=True, text=True)

    assert (-number, "", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("words", [("run", "score.gen"), ("run", "score.gen", "--json"), ("plan", "score.gen")])
def test_a_reader_that_leaves_ends_it_quietly(studio: Studio, words: tuple[str, ...]) -> None:
    run = studio.start(*words)
    assert run.stdout is not None
    run.stdout.close()
    began = time.monotonic()
    while run.poll() is None and time.monotonic() - began < 60:
        time.sleep(0.02)
        workers = children(run.pid)
    assert run.stderr is not None
    error = run.stderr.read().decode()
    kill_all(run)

    assert run.returncode in (141, -signal.SIGPIPE), error
    assert "" == error
    assert [] == orphans(workers)
    assert [] == studio.damage()


@pytest.mark.parametrize("moment", ["finds", "takes in"])
def test_a_run_that_waits_for_who_collects_heeds_a_signal(studio: Studio, moment: str) -> None:
    studio.run()
    if moment == "takes in":
        studio.write(studio.score.read_text().replace("columns 2", "columns 3"))
        shutil.rmtree(studio.store / "records")
    gate = os.open(studio.store / GATE, os.O_RDWR | os.O_CREAT)
    fcntl.flock(gate, fcntl.LOCK_EX)
    studio.write(studio.score.read_text() + "\n")
    run = studio.start("run", "score.gen", "--json")
    time.sleep(2)
    run.send_signal(signal.SIGINT)
    asked = time.monotonic()
    ended = told(run, patience=20)
    took = time.monotonic() - asked
    os.close(gate)
    again = studio.run()

    assert 130 == ended.code, ended.text
    assert "Traceback" not in ended.text
    assert [] == ended.made
    assert took < 2
    assert (0, []) == (again.code, again.of("failed"))
    assert ([], []) == (studio.damage(), studio.left_over())
