"""Executors: where cells are made. `LocalExecutor` keeps one worker process on this machine."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol, TextIO

from intaglio.runtime.run.messages import UNDERWAY, Job, Message
from intaglio.runtime.run.worker import CANCEL
from intaglio.runtime.store import disk

PATIENCE = 1.0  # seconds that a cancelled job, or a worker that leaves, has before the worker is killed
TICK = 0.05  # seconds between looks at the clock while a worker is silent
CHUNK = 1 << 16  # bytes taken from a worker at a time


class Executor(Protocol):
    """Runs one job at a time."""

    def run(self, job: Job) -> Iterator[Message]:
        """The messages of a job, the last one telling how it ended."""
        ...

    def cancel(self) -> None:
        """Stop the running job, and take no other until `ready`. May be called from a signal handler or thread."""
        ...

    def ready(self) -> None:
        """Take jobs again."""
        ...

    @property
    def stopping(self) -> bool:
        """Whether it was cancelled and is not yet ready again."""
        ...

    def close(self) -> None:
        """End it."""
        ...


class LocalExecutor:
    """One worker process on this machine, started at the first job and again when it has died."""

    def __init__(self, threads: int, log: Path) -> None:
        self._threads = threads
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: _Lines | None = None
        self._ran = ""  # the digest of the artist's code that the worker ran, which may have changed anything in it
        self._jobs = 0  # sent so far
        self._told = 0  # the last job that was told to stop
        self._deadline: float | None = None  # set while cancelled

    def run(self, job: Job) -> Iterator[Message]:
        """See `Executor.run`. A worker that dies ends the job with `died`."""
        if self.stopping:
            yield Message(what="cancelled")
            return
        if self._ran not in ("", job.own):
            self.close()
        worker = self._worker()
        self._ran = job.own
        self._jobs += 1
        self._send(job.model_copy(update={"number": self._jobs}).model_dump_json())
        while True:
            line = self._next(worker)
            if line is None:
                yield self._ended(worker)
                return
            message = Message.model_validate_json(line)
            if message.facts.get("leaves"):
                self._see_off(worker)
            yield message
            if message.what not in UNDERWAY:
                return

    def cancel(self) -> None:
        """See `Executor.cancel`. Only notes it: a signal may come in the middle of a write."""
        if self._deadline is None:
            self._deadline = time.monotonic() + PATIENCE

    def ready(self) -> None:
        """See `Executor.ready`."""
        self._deadline = None

    @property
    def stopping(self) -> bool:
        """See `Executor.stopping`."""
        return self._deadline is not None

    def close(self) -> None:
        """End the worker: at the end of its input it leaves at once."""
        if self._process is not None:
            _kill(self._process)
            self._process.wait()
            self._process = None

    def _worker(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            with disk.faults(self._log), self._opened() as log:
                # -P: the folder of a stranger's recipe must not be where Python looks for modules
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "intaglio.runtime.run.worker"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    env=self._environment(),
                    start_new_session=True,  # the terminal's Ctrl-C is the parent's to pass on
                )
            assert self._process.stdout is not None
            self._lines = _Lines(self._process.stdout)
        return self._process

    def _opened(self) -> TextIO:
        self._log.parent.mkdir(parents=True, exist_ok=True)
        return disk.open_log(self._log, "w")

    def _send(self, line: str) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line.encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return  # it has died; its end of output tells so

    def _environment(self) -> dict[str, str]:
        """Threads that wait asleep: where others use the cores too, spinning ones were measured 8 times slower.

        torch makes a folder for its compiler as soon as an optimiser is made; here it does so in the store, and not
        where everybody's temporary files are. What it cannot do on Apple's `mps` yet, it does on the processor.
        """
        threads = str(self._threads)
        counts = {"OMP_NUM_THREADS": threads, "MKL_NUM_THREADS": threads}
        own = {
            "TORCHINDUCTOR_CACHE_DIR": str(self._log.absolute().parent / "torch"),
            "PYTORCH_ENABLE_MPS_FALLBACK": "1",
        }
        return {"OMP_WAIT_POLICY": "passive", **own, **os.environ, **counts}

    def _next(self, worker: subprocess.Popen[bytes]) -> bytes | None:
        """The worker's next line, or None when it has ended. Passes a cancel on, and kills a worker that heeds none."""
        while True:
            if self.stopping and self._told < self._jobs:
                self._told = self._jobs
                self._send(json.dumps({CANCEL: self._jobs}))
            assert self._lines is not None
            try:
                return self._lines.next(TICK)
            except TimeoutError:
                if self._deadline is not None and time.monotonic() > self._deadline:
                    _kill(worker)

    def _see_off(self, worker: subprocess.Popen[bytes]) -> None:
        """Wait for a worker that has said that it leaves: the next job must not be sent to it."""
        try:
            worker.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # a driver that does not let go of it
            _kill(worker)
            worker.wait()
        self._process = None

    def _ended(self, worker: subprocess.Popen[bytes]) -> Message:
        code = worker.wait()
        self._process = None
        if self.stopping:
            return Message(what="cancelled")
        killed = code == -signal.SIGKILL
        held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return Message(what="died", facts={"code": code, "killed": killed, "log": str(self._log), "held": held})


def _kill(worker: subprocess.Popen[bytes]) -> None:
    """End a worker that heeds nothing, and with it what it has begun: code of the artist's may call other programs."""
    if worker.poll() is None:
        with suppress(ProcessLookupError, PermissionError):  # it ended by itself meanwhile
            os.killpg(worker.pid, signal.SIGKILL)


class _Lines:
    """The lines that come through a pipe, taken by whoever follows the job: a thread between them would be felt."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe  # so that it stays open
        self._ready = select.poll()
        self._ready.register(pipe, select.POLLIN)
        self._whole: deque[bytes] = deque()
        self._begun = bytearray()

    def next(self, patience: float) -> bytes | None:
        """The next line; None at the end. Raises TimeoutError where nothing came for so many seconds."""
        while not self._whole:
            if not self._ready.poll(patience * 1000):
                raise TimeoutError
            data = os.read(self._pipe.fileno(), CHUNK)
            if not data:
                return None
            *lines, rest = data.split(b"\n")
            if lines:
                self._whole.append(bytes(self._begun) + lines[0])
                self._whole.extend(lines[1:])
                self._begun.clear()
            self._begun += rest
        return self._whole.popleft()
