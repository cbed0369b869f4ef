"""Ranks: the other processes that share a training, begun, handed their lesson, and ended, by the worker that trains.

There is one for each further graphics card. The worker is the first of them: it alone keeps, draws and tells.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intaglio.runtime.contract import Context, Fault

if TYPE_CHECKING:
    import torch

    from intaglio.stdlib.nn.training import Training

FOURS = 4  # pictures: a share is a multiple of as many as a style-gan's judge compares
TICK = 0.1  # seconds between looks at processes that begin
GRACE = 5.0  # seconds in which one that has ended is seen to have, and in which those that are done end

LOWER = "lower `batch`, or resize the images smaller"
ONE = "set INTAGLIO_DEVICE=cuda:0 to compute on one card"


def sharing(batch: int, devices: Sequence[torch.device]) -> Sequence[torch.device]:
    """Those devices that share a batch: as many as can have equal shares of it, each a multiple of four pictures."""
    counts = [count for count in range(2, len(devices) + 1) if batch % (count * FOURS) == 0]
    return devices[: max(counts, default=1)]


def idle(batch: int, devices: Sequence[torch.device]) -> tuple[str, str] | None:
    """That some cards have nothing to do, and the line that gives them something; None where all have."""
    count, used = len(devices), len(sharing(batch, devices))
    if used == count:
        return None
    return (
        f"{used} of {count} graphics cards {'computes' if used == 1 else 'share'} this training: those that share one"
        f" take as many images of a batch each, in fours, and `batch` is {batch}.",
        f"batch {max(1, round(batch / (count * FOURS))) * count * FOURS}",
    )


def told_by(rank: int) -> str:
    """The file in which a rank says why it ended before its time."""
    return f"ended-{rank}.txt"


@contextmanager
def beside(begun: Training, context: Context[Any], devices: Sequence[torch.device], begin: int) -> Iterator[None]:
    """Share what is done inside, the steps of a training from one on, with a process for each device but the first.

    Raises `Fault` where one of them ends before its time.
    """
    if len(devices) == 1 or begin == begun.steps:
        yield
        return

    from intaglio.stdlib.nn import shares

    with tempfile.TemporaryDirectory(prefix="ranks-", dir=context.result.parent) as name:
        folder = Path(name)
        begun.hand_over(folder, context.params.model_dump_json(), context.params.freeze or (), begin, len(devices))
        crew = Crew(folder, devices[1:])
        try:
            crew.wait_until_ready(lambda: context.progress(begin, begun.steps, "steps"))
            crew.watch(shares.give_up)
            begun.share(folder, len(devices))
            yield
            shares.leave()
            crew.see_off()
        except shares.Lost:
            raise crew.fault() from None
        finally:
            crew.end()
            shares.leave()


class Crew:
    """The other processes, by rank from 1."""

    def __init__(self, folder: Path, devices: Sequence[torch.device]) -> None:
        self._folder = folder
        self._devices = devices
        self._leaving = False
        self._processes: list[subprocess.Popen[bytes]] = []
        try:
            for rank, device in enumerate(devices, start=1):
                self._processes.append(_begun(folder, rank, device))
        except OSError as error:
            self.end()
            raise Fault(f"The process that was to compute on {device} could not be started: {error}.") from error

    def wait_until_ready(self, beat: Callable[[], None]) -> None:
        """Until all are built, which takes as long as loading torch. Raises `Fault`, and what `beat` raises."""
        for process in self._processes:
            assert process.stdout is not None
            pipe = select.poll()
            pipe.register(process.stdout, select.POLLIN)
            while not pipe.poll(TICK * 1000):
                beat()
            if not process.stdout.readline():
                raise self.fault()

    def watch(self, ended: Callable[[], None]) -> None:
        """Call `ended`, from a thread, when one ends before its time."""

        def wait(process: subprocess.Popen[bytes]) -> None:
            if process.wait() != 0 and not self._leaving:
                ended()

        for process in self._processes:
            threading.Thread(target=wait, args=(process,), daemon=True).start()

    def fault(self) -> Fault:
        """What to tell when one has ended before its time: which, and why as far as it said."""
        until = time.monotonic() + GRACE
        while not any(process.poll() for process in self._processes) and time.monotonic() < until:
            time.sleep(TICK)
        ended = [rank for rank, process in enumerate(self._processes, start=1) if process.poll()]
        said = {rank: self._said(rank) for rank in ended}
        rank = next((rank for rank in ended if said[rank]), ended[0] if ended else 1)
        why = said.get(rank) or _told(self._processes[rank - 1].poll())
        return Fault(
            f"The process that shared this training on {self._devices[rank - 1]} ended before its time. {why}",
            LOWER if "memory" in why else ONE,
        )

    def see_off(self) -> None:
        """Let those that are done end by themselves."""
        self._leaving = True
        for process in self._processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(GRACE)

    def end(self) -> None:
        """End all, with their input."""
        self._leaving = True
        for process in self._processes:
            assert process.stdin is not None
            with suppress(BrokenPipeError):
                process.stdin.close()
        for process in self._processes:
            try:
                process.wait(GRACE)
            except subprocess.TimeoutExpired:  # a driver that does not let go of it
                process.kill()
                process.wait()
            assert process.stdout is not None
            process.stdout.close()

    def _said(self, rank: int) -> str:
        try:
            lines = (self._folder / told_by(rank)).read_text(encoding="utf-8").strip().splitlines()
        except OSError:
            return ""
        return f"It said: {lines[0].rstrip('.')}." if lines else ""


def _told(code: int | None) -> str:
    """How a process ended that said nothing, by its exit code."""
    if code is None:
        return "It is there, and does not answer."
    return f"It was ended from outside (signal {-code})." if code < 0 else f"It said nothing (code {code})."


def _begun(folder: Path, rank: int, device: torch.device) -> subprocess.Popen[bytes]:
    from intaglio.stdlib.nn import machine

    return subprocess.Popen(
        [sys.executable, "-P", "-m", "intaglio.stdlib.learning.rank", str(folder), str(rank)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, machine.ASKED: str(device)},
    )
