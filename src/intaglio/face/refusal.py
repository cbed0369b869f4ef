"""What the command cannot even begin with, and says so kindly: exit code 2."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from intaglio.face import quick
from intaglio.face.render import tried
from intaglio.face.terminal import Terminal
from intaglio.face.text import wrap


class Exit(IntEnum):
    """How a command ends. A signal ends it with 128 and the signal's number: 130 for Ctrl-C, 143 for SIGTERM."""

    DONE = 0
    MISTAKES = 1  # the script has mistakes, or the store damage
    REFUSED = quick.REFUSED  # could not read, or asked for what there is not
    FAILED = 3  # a stage could not be made, or not placed
    BUG = 70  # ours
    CLOSED_PIPE = quick.CLOSED_PIPE


class Refused(Exception):
    """Nothing was begun: `message` says why in plain sentences, `hint` is a line to paste."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """As a program's user reads it, on one line."""
        return self.message if self.hint is None else f"{self.message} Try: {self.hint}"


class NoScript(Refused):
    """What was `asked` for is no script, and `there` is one that is likely meant: its path is the hint."""

    def __init__(self, message: str, asked: Path, there: Path) -> None:
        super().__init__(message, str(there))
        self.asked = asked
        self.there = there


def told(refused: Refused, terminal: Terminal) -> str:
    """A refusal as a page."""
    lines = wrap(refused.message, terminal.page)
    if refused.hint is not None:
        lines += ["", *tried(refused.hint, terminal)]
    return "\n".join(lines)
