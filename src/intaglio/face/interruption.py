"""Signals during a run: the first asks it to stop and keep what was finished, the second ends it at once."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
SHOW_CURSOR = b"\x1b[?25h"


class Interruption:
    """What came, if anything: `code` is the exit code that it asks for."""

    def __init__(self) -> None:
        self.signal: int | None = None

    @property
    def code(self) -> int | None:
        """128 and the signal's number; None when none came."""
        return None if self.signal is None else 128 + self.signal


@contextmanager
def heeded(stop: Callable[[], None], end: Callable[[], None]) -> Iterator[Interruption]:
    """Call `stop` at the first signal; at the second `end`, and leave. Both are called from the signal's handler.

    A hang-up that the terminal's owner asked to be ignored (`nohup`) stays ignored.
    """
    came = Interruption()

    def handle(number: int, frame: FrameType | None) -> None:
        if came.signal is not None:
            end()
            _leave(128 + number)
        came.signal = number
        stop()

    before = {}
    for number in SIGNALS:
        if number == getattr(signal, "SIGHUP", None) and signal.getsignal(number) is signal.SIG_IGN:
            continue
        before[number] = signal.signal(number, handle)
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def raised() -> Iterator[None]:
    """Raise at Ctrl-C and SIGTERM what the command line makes an exit code of. Outside of this they just end us."""
    before = [signal.signal(signal.SIGINT, signal.default_int_handler), signal.signal(signal.SIGTERM, _terminated)]
    try:
        yield
    finally:
        for number, handler in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
            signal.signal(number, handler)


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _leave(code: int) -> None:
    """End the process now. What is drawn on a terminal had hidden its cursor."""
    if os.isatty(1):
        os.write(1, SHOW_CURSOR + b"\n")
    os._exit(code)
