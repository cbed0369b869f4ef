"""A fault of ours: the artist gets one calm page, and the details go into a file."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Self

from intaglio import __version__
from intaglio.face.quick import FOLDER
from intaglio.face.refusal import Refused
from intaglio.face.terminal import Terminal
from intaglio.face.text import wrap

if TYPE_CHECKING:
    from types import TracebackType


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
        if not isinstance(error, Exception) or isinstance(error, Refused) or is_output(error):
            return False
        self.page = _page(error, _kept(error, self._command), self._terminal)
        return True


UNSAID = frozenset(
    {errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.ENXIO, errno.EAGAIN}
)


def is_output(error: BaseException) -> bool:
    """Whether what is printed could not be written: a full disk behind a `>`, a reader or a terminal that has gone."""
    return isinstance(error, OSError) and error.filename is None and error.errno in UNSAID


def _kept(error: Exception, command: str) -> Path | None:
    """The file that the details were written to; None where none can be written."""
    import platform  # these are for the day that nobody foresaw, and every command would wait for them
    import tempfile
    import traceback

    told = "".join(traceback.format_exception(error))
    text = f"intaglio {__version__}, Python {platform.python_version()}, {platform.platform()}\n{command}\n\n{told}"
    store = Path(FOLDER)
    for folder in (store / "faults", Path(tempfile.gettempdir())):
        try:
            if folder.parent == store and store.is_dir():
                folder.mkdir(exist_ok=True)
            return _written(folder, text)
        except OSError:
            continue
    return None


def _written(folder: Path, text: str) -> Path:
    """A new file in a folder that may be anybody's: nobody can have laid a link there, and nobody else may read it."""
    import tempfile
    import time

    handle, name = tempfile.mkstemp(".txt", f"gen-fault-{time.strftime('%Y%m%d-%H%M%S')}-", folder)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return Path(name)


def _page(error: Exception, path: Path | None, terminal: Terminal) -> str:
    import traceback

    lines = wrap(
        "Something in gen itself went wrong. It is not your doing, and nothing that was made is lost.", terminal.page
    )
    last = traceback.extract_tb(error.__traceback__)[-1] if error.__traceback__ else None
    place = f" ({Path(last.filename).name}:{last.lineno})" if last else ""
    lines += ["", *wrap(f"  {type(error).__name__}{place}, in intaglio {__version__}.", terminal.page)]
    if path is not None:
        lines += [f"  The details are in {path}: please send them with what you did."]
    return "\n".join(lines)
