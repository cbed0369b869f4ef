"""The crew: the executors that a run may use side by side, each a lane.

One lane computes: stages that use the device get all of it and its memory, one after the other, with a fixed number of
threads. What needs no device (decoding, films, prints) fills in on the light lanes, which never load torch. Every
stage of a light kind works in bounded memory, so the number of lanes is the budget.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from intaglio.runtime.run.executor import Executor, LocalExecutor

MOST = 4  # light lanes


@dataclass(frozen=True, slots=True)
class Lane:
    """An executor, and whether it is the one with the device."""

    executor: Executor
    computes: bool


class Crew:
    """Lanes, in the order in which they are taken."""

    def __init__(self, lanes: Sequence[Lane]) -> None:
        self.lanes = tuple(lanes)

    @classmethod
    def local(cls, threads: int, logs: Path, light: int | None = None) -> Crew:
        """Workers on this machine, each started when it is first needed. `logs` is a folder."""
        count = light or min(MOST, os.cpu_count() or 1)
        names = ["worker.log", *(f"worker-{number + 1}.log" for number in range(count))]
        executors = [LocalExecutor(threads, logs / name) for name in names]
        return cls([Lane(executor, computes=index == 0) for index, executor in enumerate(executors)])

    def free(self, busy: Iterable[Lane], *, computes: bool) -> Lane | None:
        """A lane of a sort that is not busy."""
        taken = [*busy]
        return next((lane for lane in self.lanes if lane.computes is computes and lane not in taken), None)

    def cancel(self) -> None:
        """Stop what runs on every lane. May be called from a signal handler or thread."""
        for lane in self.lanes:
            lane.executor.cancel()

    def close(self) -> None:
        """End every lane."""
        for lane in self.lanes:
            lane.executor.close()
