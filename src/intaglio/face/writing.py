"""Writing a file of the artist's: whole or not at all, with the mode it had. Raises `Refused`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from intaglio.face.refusal import Refused


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of an existing file's content. A link stays a link: what it leads to is replaced."""
    target = path.resolve()
    try:
        mode = target.stat().st_mode
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(mode & 0o7777)
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Refused(f"{path} could not be written: {(error.strerror or str(error)).lower()}.") from None
