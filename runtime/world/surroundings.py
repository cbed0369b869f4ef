"""What lies around a script, as the checker asks: whether something is there, and what a folder holds.

Nothing is remembered: it is looked at anew whenever it is asked. Nothing is read but Python files that a score names,
which are compared with what their user trusts, and never run.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from intaglio.lang.world import Counted, Knowledge
from intaglio.runtime.fault import Fault
from intaglio.runtime.world import listing

if TYPE_CHECKING:
    from intaglio.runtime.world.code import Code
    from intaglio.runtime.world.trust import Trusted

MOST_PASSED = 5000  # files that are no images, looked at for one that is


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

    def is_empty(self, path: str) -> bool:
        """See `lang.world.World`."""
        try:
            place = listing.located(self._folder, path)
            return place is not None and place.is_dir() and not any(place.iterdir())
        except OSError:
            return False

    def passed_over(self, path: str, endings: tuple[str, ...]) -> Counted | None:
        """See `lang.world.World`. It ends at the first other file, and where there are more than anyone waits for."""
        try:
            place = listing.located(self._folder, path)
            if place is None or listing.is_glob(path):
                return None
            found = listing.names(place, self._root) if place.is_dir() else [place.name]
            counted: dict[str, int] = {}
            for number, name in enumerate(found):
                ending = PurePosixPath(name).suffix.lower()
                if number == MOST_PASSED or ending not in endings:
                    return None
                counted[ending] = counted.get(ending, 0) + 1
        except OSError:
            return None
        return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0])))

    def known(self, path: str) -> Knowledge:
        """See `lang.world.World`."""
        try:
            found = self._found_code(path)[1]
        except Fault as fault:
            return Knowledge(trusted=False, because=fault.message)
        return Knowledge(trusted=found is not None, verb=None if found is None else found.verb)

    def is_installed(self, file: str) -> bool:
        """See `lang.world.World`. Of a package that lies in several folders, the file may be in any."""
        from importlib.util import find_spec  # few scores need more than what comes with gen

        package, _, rest = file.partition("/")
        spec = find_spec(package)
        folders = None if spec is None else spec.submodule_search_locations
        return any(os.path.lexists(f"{folder}/{rest}") for folder in folders or ())

    def _found_code(self, path: str) -> tuple[Code, Trusted | None]:
        """A Python file as it is now, and what its user's ledger says of it. Raises `Fault` where there is none."""
        from intaglio.runtime.world import code, trust  # few scores have one

        found = code.read(self._folder, path)
        return found, trust.Ledger.of_user().find(found, self._folder)
