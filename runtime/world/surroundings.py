"""What lies around a script, as the checker asks: whether something is there, and what a folder holds.

Nothing is read, and nothing is remembered: it is looked at anew whenever it is asked.
"""

from __future__ import annotations

import os
from pathlib import Path

from intaglio.runtime.world import listing


class Surroundings:
    """The disk as seen from `folder`, without what lies in the `store`: `lang.world.World`."""

    def __init__(self, folder: Path, store: Path) -> None:
        self._folder = folder.absolute()
        self._root = store.absolute()

    def exists(self, path: str) -> bool:
        """See `lang.world.World`. What may not be looked at is taken to be there: reading it says why it cannot."""
        try:
            if listing.located(self._folder, path) is not None:
                return True
            found = listing.matching(self._folder, path, self._root) if listing.is_glob(path) else None
        except OSError:
            return True
        return found is not None and bool(found.files)

    def listing(self, path: str) -> tuple[str, ...]:
        """See `lang.world.World`."""
        try:
            place = listing.located(self._folder, path)
            entries = [] if place is None else [entry for entry in os.scandir(place) if not entry.name.startswith(".")]
        except OSError:
            return ()
        return tuple(sorted((e.name + "/" if e.is_dir() else e.name for e in entries), key=listing.natural))
