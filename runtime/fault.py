"""What ends a run before its end: a fault of the artist's world, a cancel, a file that changed while it was read."""

from __future__ import annotations

from pathlib import Path


class Fault(Exception):
    """Something of the artist's world kept a stage from finishing: an empty set, a full disk, a NaN loss.

    `message` says what is wrong in plain sentences; `hint` what to do, as a line to paste where there is one; `path` is
    what it is about: a path as the script says it, or a line beneath the stage, as `Level.role` calls it (`keep 2`).
    """

    def __init__(self, message: str, hint: str | None = None, path: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.path = path


class Untrusted(Fault):
    """Code of the artist's was to run that nobody has said may run. Whoever knows the script says how to."""


class Mistaken(Fault):
    """Code of the artist's did not finish. The whole of what Python says of it is `log`."""

    def __init__(self, message: str, hint: str | None = None, path: str | None = None, *, log: str = "") -> None:
        super().__init__(message, hint, path)
        self.log = log


class Cancelled(Exception):
    """Raised inside a run, from `Context.progress`, when it should stop; the run keeps what it can and lets it pass."""


class Changed(Exception):
    """A source was edited after it was digested: the plan is made again."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
