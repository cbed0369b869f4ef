"""One contestant of `benchmarks.gans`, alone in its process: it learns for so many seconds of the processor, and draws.

`python -m benchmarks.contestants Intaglio pictures.npy 1 900 drawn.npz [--place FOLDER]` learns from pictures (N×H×W×3)
with seed 1 until the process has computed for 900 seconds since its first step. What drawing takes is not counted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from intaglio.stdlib.nn import machine

DRAWN, BEFORE = 128, 32  # pictures drawn at the end, and before the first step, when they hardly differ
ENDLESS = 100_000_000  # steps: as many as a score may ask for

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Contestant:
    """One that learns: its steps, each of which yields how many are done, and so many pictures N×H×W×3 of it now."""

    steps: Iterator[int]
    draw: Callable[[int], Pixels]


def ours(pictures: Pixels, seed: int) -> Contestant:
    """`model gan` as `train` makes it of a score that says nothing else."""
    from intaglio.stdlib import sorts
    from intaglio.stdlib.nn.regimen import Regimen
    from intaglio.stdlib.nn.training import Lesson, Training
    from intaglio.stdlib.stages.train import Train

    said, _ = Train(model="gan", steps=ENDLESS).heard(())
    assert said.batch is not None, "settings that were heard say all of these"
    assert said.rate is not None
    assert said.average is not None
    assert said.augment is not None
    regimen = Regimen(ENDLESS, said.batch, said.rate, said.average, seed)
    x = torch.from_numpy(pictures).permute(0, 3, 1, 2)
    height, width = pictures.shape[1:3]
    lesson = Lesson(height, width, [x], regimen, said.augment)
    sort = sorts.of("gan")
    training = Training(sort, lesson, sort.learn(lesson, said))
    return Contestant((step.done for step in training.loop(0)), training.glimpse)


def theirs(pictures: Pixels, seed: int, place: Path, folder: Path) -> Contestant:
    """lightweight-gan's own trainer."""
    from benchmarks import lightweight

    trainer = lightweight.trainer(pictures, seed, place, folder)
    return Contestant(lightweight.steps(trainer), lambda count: lightweight.drawn(trainer, count, seed))


def main() -> int:
    """Learn, and write what was drawn before and after, with the steps and the seconds."""
    reader = argparse.ArgumentParser(prog="python -m benchmarks.contestants", description=__doc__)
    reader.add_argument("name", choices=("Intaglio", "lightweight-gan"))
    reader.add_argument("pictures", type=Path)
    reader.add_argument("seed", type=int)
    reader.add_argument("seconds", type=float)
    reader.add_argument("drawn", type=Path)
    reader.add_argument("--place", type=Path, help="where the packages of the other author lie")
    asked = reader.parse_args()
    machine.keep_memory()
    pictures = np.load(asked.pictures)
    with tempfile.TemporaryDirectory() as folder:
        if asked.name == "Intaglio":
            one = ours(pictures, asked.seed)
        else:
            one = theirs(pictures, asked.seed, asked.place, Path(folder))
        untrained = one.draw(BEFORE)
        steps, seconds = _learnt(one.steps, asked.seconds)
        part = asked.drawn.with_suffix(".part.npz")
        np.savez_compressed(part, untrained=untrained, drawn=one.draw(DRAWN), steps=steps, seconds=seconds)
        part.replace(asked.drawn)
    return 0


def _learnt(steps: Iterator[int], seconds: float) -> tuple[int, float]:
    """How many steps were done in so many seconds of this process, and the seconds."""
    begun = time.process_time()
    for done in steps:
        if (used := time.process_time() - begun) >= seconds:
            return done, used
    raise AssertionError("contestants go on until they are stopped")


if __name__ == "__main__":
    sys.exit(main())
