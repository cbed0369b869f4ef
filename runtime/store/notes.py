"""Notes: small things that a store remembers beside artifacts, each a sealed JSON file that can be lost without harm.

What each script last had (`history/`), which copies `save` placed (`placed/`), the digests of files by their stat
(`stats`), the number of threads (`threads`).
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from intaglio.runtime.keys import digests
from intaglio.runtime.store import blobs, disk, locks
from intaglio.runtime.store.root import Root

FAR = str(Path(os.pardir, os.pardir))  # how a path begins that is not close by


class Notes:
    """The notes of one store, by name."""

    def __init__(self, root: Root) -> None:
        self._root = root

    def read(self, name: str) -> Any:
        """What was noted; None where nothing was, or where it is damaged. Raises Fault where it cannot be read."""
        path = self.path(name)
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
        path, data = self.path(name), disk.seal(value)
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

    def path(self, name: str) -> Path:
        """Where a note lies, or would."""
        return self._root.path / f"{name}.json"

    def names(self, folder: str) -> list[str]:
        """The names of all notes in a folder."""
        return [f"{folder}/{path.stem}" for path in sorted((self._root.path / folder).glob("*.json"))]

    def about(self, folder: str, path: Path, *, follow: bool = True) -> str:
        """The name of a note about a path: about where it leads, or else about the path as it is written."""
        spelled = self.spelled(path) if follow else os.path.relpath(path, self._root.path.parent)
        return f"{folder}/{digests.of_bytes(os.fsencode(spelled))}"

    def spelled(self, path: Path) -> str:
        """A path as notes call it: relative to the folder that holds the store where it lies in it or close by.

        So it is the same path when that folder is moved or copied as a whole. The path itself need not exist, and is
        not followed if it is a link: what lies there may come and go.
        """
        home = os.path.realpath(self._root.path.parent)
        place = Path(os.path.realpath(path.parent), path.name)
        seen = os.path.relpath(place, home)
        return str(place) if seen.startswith(FAR) else seen

    def located(self, spelled: str) -> Path:
        """Where a path lies that was spelled as notes do."""
        return Path(os.path.realpath(self._root.path.parent), spelled)
