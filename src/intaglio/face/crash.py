"""A fault of ours: the artist gets one calm page, and the details go into a file."""

from __future__ import annotations

import errno
import platform
import tempfile
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import Self

from intaglio import __version__
from intaglio.face.refusal import Refused
from intaglio.face.terminal import Terminal
from intaglio.face.text import wrap


class Calm:
    """Takes in an exception that nobody foresaw. Whoever opened it asks for `page` afterwards.

    What is foreseen (a refusal, a closed pipe, an interruption, the end) passes through.
    """

    def __init__(self, terminal: Terminal, command: str) -> None:
        self._terminal = terminal
        self._command = command
        self.page: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, (Refused, BrokenPipeError)) or is_output(error):
            return False
        self.page = _page(error, _kept(error, self._command), self._terminal)
        return True


def is_output(error: BaseException) -> bool:
    """Whether what is printed could not be written: a full disk behind a `>`, a terminal that has gone."""
    return isinstance(error, OSError) and error.filename is None and error.errno in (errno.ENOSPC, errno.EIO)


def _kept(error: Exception, command: str) -> Path | None:
    """The file that the details were written to; None where none can be written."""
    told = "".join(traceback.format_exception(error))
    text = f"intaglio {__version__}, Python {platform.python_version()}, {platform.platform()}\n{command}\n\n{told}"
    name = f"gen-fault-{time.strftime('%Y%m%d-%H%M%S')}.txt"
    for folder in (Path(".intaglio") / "faults", Path(tempfile.gettempdir())):
        try:
            if folder.name == "faults" and folder.parent.is_dir():
                folder.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return folder / name
    return None


def _page(error: Exception, path: Path | None, terminal: Terminal) -> str:
    lines = wrap(
        "Something in gen itself went wrong. It is not your doing, and nothing that was made is lost.", terminal.page
    )
    last = traceback.extract_tb(error.__traceback__)[-1] if error.__traceback__ else None
    place = f" ({Path(last.filename).name}:{last.lineno})" if last else ""
    lines += ["", *wrap(f"  {type(error).__name__}{place}, in intaglio {__version__}.", terminal.page)]
    if path is not None:
        lines += [f"  The details are in {path}: please send them with what you did."]
    return "\n".join(lines)
