"""memory: a worker is killed as by a limit, and memory that is asked for is not there; it is told with its size."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import SCORE, TRAINING, Studio, Whole, assert_it_heals, children, copied, picture, told

PREPARE = """
import re, resource, sys
from pathlib import Path
from tests.stdlib import inside
from tests.stdlib.studio import Studio
Studio(Path(sys.argv[1]), inside.crew()).run(sys.argv[2])
told = Path("/proc/self/status")  # elsewhere on Linux a process counts what its parent held as its own
if told.exists():
    print(int(re.search(r"VmHWM:\\s+(\\d+) kB", told.read_text())[1]) << 10)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
MOST = 400 << 20  # bytes that a preparation may hold
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


def held(root: Path, folder: Path, text: str) -> int:
    """The most bytes that a process held which prepared a dataset, planning and all."""
    command = [sys.executable, "-c", PREPARE, str(folder), text]
    return int(subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout)


def test_a_preparation_holds_as_much_however_many_images_there_are(root: Path, tmp_path: Path, found: Found) -> None:
    text, amounts = "dataset table from ./photos/\n  drop likeness > 99%\n  crop square\n  resize 64 px\n", []
    many = count(800, 20_000, 20_000)
    for number in (many // 20, many):
        studio = Studio.at(tmp_path / f"{number}", pictures=0)
        for each in range(number):
            picture(each, (96, 72)).save(studio.photos / f"{each:05d}.jpg")
        amounts.append(held(root, studio.folder, text))
    few, all_of_them = amounts

    assert all_of_them < MOST
    assert all_of_them - few < 10_000 * many + (32 << 20)  # names, places and digests are kept, and no pixels
    found("memory", f"{many:,} images prepared: {all_of_them >> 20} MiB at the most; {many // 20:,}: {few >> 20} MiB.")


def test_large_photographs_do_not_pile_up_in_memory(root: Path, tmp_path: Path, found: Found) -> None:
    studio, many = Studio.at(tmp_path / "large", pictures=0), count(12, 40, 200)
    for each in range(many):
        picture(each, (3000, 2000)).save(studio.photos / f"{each:03d}.jpg")
    most = held(root, studio.folder, "dataset table from ./photos/\n  grey\n  mirror\n  take 8\n")

    assert most < MOST
    found("memory", f"{many} photographs of 3000 by 2000 px, each twice at full size: {most >> 20} MiB at the most.")


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
