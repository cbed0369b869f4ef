"""What the command cannot even begin with, and says so kindly: exit code 2."""

from __future__ import annotations

from enum import IntEnum

from intaglio.face.render import tried
from intaglio.face.terminal import Terminal
from intaglio.face.text import wrap


class Exit(IntEnum):
    """How a command ends. A signal ends it with 128 and the signal's number: 130 for Ctrl-C, 143 for SIGTERM."""

    DONE = 0
    MISTAKES = 1  # the script has mistakes
    REFUSED = 2  # could not read, or asked for what there is not
    FAILED = 3  # a stage could not finish
    BUG = 70  # ours


class Refused(Exception):
    """Nothing was begun: `message` says why in plain sentences, `hint` is a line to paste."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def told(refused: Refused, terminal: Terminal) -> str:
    """A refusal as a page."""
    lines = wrap(refused.message, terminal.page)
    if refused.hint is not None:
        lines += ["", *tried(refused.hint, terminal)]
    return "\n".join(lines)
