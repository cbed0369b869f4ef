"""Notes: small things that a store remembers beside artifacts, each a sealed JSON file that can be lost without harm.

What each script last had (`scripts/`), which copies `save` placed (`placed/`), the digests of files by their stat
(`stats`), the number of threads (`threads`).
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from intaglio.runtime import blobs, digests, disk, locks
from intaglio.runtime.root import Root


class Notes:
    """The notes of one store, by name."""

    def __init__(self, root: Root) -> None:
        self._root = root

    def read(self, name: str) -> Any:
        """What was noted; None where nothing was, or where it is damaged. Raises Fault where it cannot be read."""
        path = self._path(name)
        try:
            return disk.unseal(path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise disk.fault(error, path) from error
        except ValueError:
            blobs.set_aside(path, self._root.path / "quarantine")
            return None

    def write(self, name: str, value: object) -> None:
        """Note something in place of what was. Raises Fault."""
        path, data = self._path(name), disk.seal(value)
        by = self._root.made("tmp") / f"{uuid.uuid4().hex}.note"
        with disk.faults(path, needed=len(data)):
            disk.write_whole(path, data, by=by)

    @contextmanager
    def held(self, name: str) -> Iterator[None]:
        """Keep others from changing a note between our reading and our writing it."""
        lock = self._root.made("locks") / name.replace("/", "-")
        with ExitStack() as stack:
            with disk.faults(lock):
                stack.enter_context(locks.held_once(lock))
            yield

    def _path(self, name: str) -> Path:
        return self._root.path / f"{name}.json"


def named(folder: str, about: Path) -> str:
    """The name of a note about a path."""
    return f"{folder}/{digests.of_bytes(os.fsencode(about.absolute()))}"
