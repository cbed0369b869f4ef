"""The clock: a command or a function goes in, the processor's seconds and the wall's come out.

Seconds of the processor are those of user and system, of a process and of all that it started and waited for. Subjects
that are compared are measured in turn, round after round, so that a busy moment of the machine meets all of them; of
each the median is told.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """Seconds of one measurement."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to measure. `before` prepares a round of it and is not counted."""

    name: str
    measure: Callable[[], Figure]
    before: Callable[[], object] = lambda: None


class Unable(Exception):
    """A peer could not do it. The message is its own last words."""


def command(argv: Sequence[str | Path], folder: Path, environment: Mapping[str, str] = os.environ) -> Figure:
    """A command's figure. Raises `Unable` where it fails."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in argv], cwd=folder, env=dict(environment), stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines()
            raise Unable(lines[-1] if lines else f"exit code {process.returncode}")
    return Figure(used.ru_utime + used.ru_stime, wall)


def function(work: Callable[[], object]) -> Figure:
    """A function's figure, in this process."""
    began, begun = time.perf_counter(), time.process_time()
    work()
    return Figure(time.process_time() - begun, time.perf_counter() - began)


def in_turn(subjects: Sequence[Subject], rounds: int) -> dict[str, Figure | Unable]:
    """The median figure of each subject. One that is unable is not asked again."""
    found: dict[str, list[Figure]] = {subject.name: [] for subject in subjects}
    unable: dict[str, Unable] = {}
    for number in range(rounds):
        ordered = subjects if number % 2 == 0 else subjects[::-1]
        for subject in ordered:
            if subject.name in unable:
                continue
            try:
                subject.before()
                found[subject.name].append(subject.measure())
            except Unable as reason:
                unable[subject.name] = reason
    return {name: unable[name] if name in unable else middle(figures) for name, figures in found.items()}


def middle(figures: Sequence[Figure]) -> Figure:
    """The median of each."""
    return Figure(median(each.cpu for each in figures), median(each.wall for each in figures))


class Turns:
    """Takes turns: one subject of our own, whose work is done in pieces, and others after each piece of it."""

    def __init__(self, own: str, others: Mapping[str, Callable[[], object]]) -> None:
        self._own = own
        self._others = others
        self._figures: dict[str, list[Figure]] = {name: [] for name in (own, *others)}
        self._begun: tuple[float, float] | None = None

    def turn(self, work: Callable[[], object] | None = None) -> None:
        """A piece of our own, which is `work`, or what was done since the last turn; then one of each other."""
        if work is not None:
            self._figures[self._own].append(function(work))
        elif self._begun is not None:
            wall, cpu = self._begun
            self._figures[self._own].append(Figure(time.process_time() - cpu, time.perf_counter() - wall))
        for name, other in self._others.items():
            self._figures[name].append(function(other))
        self._begun = time.perf_counter(), time.process_time()

    def middle(self) -> dict[str, Figure]:
        """The median piece of each; the first, in which everything gets warm, counts for none."""
        return {name: middle(figures[1:]) for name, figures in self._figures.items()}
