"""memory: a worker is killed as by a limit, and memory that is asked for is not there; it is told with its size."""

from __future__ import annotations

import os
import re
import resource
import signal
import time
from pathlib import Path

import pytest

from tests.matrix.studio import SCORE, TRAINING, Studio, Whole, assert_it_heals, children, copied, told

HUGE = SCORE.replace("resize 16 px", "resize 9000 px")


def test_a_worker_that_the_system_kills_is_told_of_and_the_parent_lives(studio: Studio, whole: Whole) -> None:
    run = studio.start("run", "score.gen", "--json")
    while not (workers := children(run.pid)):
        time.sleep(0.005)
    for pid in workers:
        os.kill(pid, signal.SIGKILL)
    ended = told(run)

    assert 3 == ended.code, ended.text
    assert re.search(r"memory ran out: it held up to [\d.]+ MB", ended.messages)
    assert "lower `batch`, or resize the images smaller" in ended.messages
    assert "Traceback" not in ended.text
    assert_it_heals(studio, whole)


def test_memory_that_is_not_there_is_told_with_its_size_and_what_to_lower(studio: Studio, whole: Whole) -> None:
    studio.write(HUGE)
    most = 600 << 20

    ended = studio.run(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)))
    studio.write(SCORE)

    assert 3 == ended.code, ended.text
    assert "There was not enough memory" in ended.messages
    assert "smaller" in ended.messages
    assert "Traceback" not in ended.text
    assert_it_heals(studio, whole)


@pytest.mark.slow
def test_memory_that_a_training_lacks_is_told_with_its_size(academy: Studio, tmp_path: Path) -> None:
    whole = Whole.of(copied(academy, tmp_path / "whole"))
    academy.write(TRAINING.replace("batch 4", "batch 4096").replace("resize 16 px by 16 px", "resize 256 px by 256 px"))
    most = 6 << 30

    ended = academy.run(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)))
    academy.write(TRAINING)

    assert 3 == ended.code, ended.text
    assert re.search(r"not enough memory for this stage: [\d.]+ GB more were asked for", ended.messages), ended.messages
    assert "lower `batch`" in ended.messages
    assert_it_heals(academy, whole)
