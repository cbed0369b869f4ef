"""The disk at planning: what kinds' `reads` and the checker may ask of the folder that a script lies in.

Everything is looked at once in a run; what was seen then holds until `forget`. `looked` tells all that was seen, for
`unchanged`. Knows nothing of images.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from intaglio.runtime.contract import Code, Source
from intaglio.runtime.fault import Changed, Fault, Untrusted
from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.store import disk
from intaglio.runtime.store.store import Store
from intaglio.runtime.world import listing, stats
from intaglio.runtime.world.listing import Found, Listing
from intaglio.runtime.world.stats import Stats
from intaglio.runtime.world.surroundings import Surroundings
from intaglio.runtime.world.unchanged import Look

UNCERTAIN: Look = (0, 0, 0, 0, 0)  # vouches for nothing: what a link does not lead to yet may come any time


class DiskFiles(Surroundings):
    """The disk as seen from `folder`: `contract.Files` for the planner, `lang.world.World` for the checker."""

    def __init__(self, folder: Path, store: Store) -> None:
        super().__init__(folder, store.root)
        self._store = store
        self._stats = Stats(store)
        self._listed: dict[str, tuple[Source, ...]] = {}
        self._codes: dict[str, Code] = {}
        self.looked: dict[str, Look] = {}  # every file and folder that sources came from, as it was before it was read

    def listed(self, path: str) -> Sequence[Source]:
        """See `contract.Files`."""
        if path not in self._listed:
            try:
                with disk.faults(self._folder / path):
                    found = self._found(path)
                    self.looked.update(found.folders)
                    self._listed[path] = tuple(self._source(each, path) for each in found.files)
            except Fault as fault:
                raise Fault(fault.message, fault.hint, path) from fault
            if self._stats.grown:
                self.keep()
        return self._listed[path]

    def trusted(self, path: str) -> Code:
        """See `contract.Files`."""
        if path in self._codes:
            return self._codes[path]
        from intaglio.runtime.world.trust import Ledger  # few scores need one

        code, found = self._found_code(path)
        if found is None:
            self.looked |= {str(code.place): UNCERTAIN, str(Ledger.of_user().folder): UNCERTAIN}
            raise Untrusted(
                f"{path} is Python, and you have not said that you trust it as it is now. It would run as you: it may"
                " read and change your files, and use the network. Nothing of it has run; `gen trust` shows it, and"
                " asks.",
                path=path,
            )
        self._codes[path] = Code(code.digest, found.verb, found.draws)
        return self._codes[path]

    def forget(self) -> None:
        """Look at everything anew, and trust no stat: a stage read other bytes than were digested."""
        self._listed.clear()
        self._codes.clear()
        self.looked.clear()
        self._stats.forget()

    def _found(self, path: str) -> Listing:
        place = listing.located(self._folder, path)
        if place is None and listing.is_glob(path):
            found = listing.matching(self._folder, path, self._root)
            if found is None or not found.files:
                raise Fault(f"Nothing matches {path}.")
            return found
        if place is None:
            raise Fault(f"There is nothing at {path}.")
        if not place.exists():
            raise Fault(f"{path} is a link that leads nowhere.")
        if not place.is_dir() and not place.is_file():
            raise Fault(f"{path} is neither a file nor a folder.")
        if not place.is_dir():
            return Listing((Found(str(place), listing.readable(place.name)),), {})
        found = listing.in_folder(place, self._root)
        if not found.files:
            raise Fault(f"The folder {path} is empty.")
        return found

    def _source(self, found: Found, origin: str) -> Source:
        try:
            digest, self.looked[found.path] = self._stats.digest(found.path)
        except OSError as error:
            if not Path(found.path).is_symlink():
                raise disk.fault(error, Path(found.path)) from error
            digest, self.looked[found.path] = Digest(""), UNCERTAIN
        return Source(found.path, found.name, origin, digest)

    def keep(self) -> None:
        """See `contract.Files`. The stat cache is only a convenience: not for it is a store made, or a run ended."""
        if self._store.root.is_dir():
            try:
                self._stats.keep()
            except Fault:
                return


def read(source: Source) -> bytes:
    """A source's bytes, the very ones that were digested. Raises Changed when they are others now, or gone."""
    data = stats.read(source.path, source.digest)
    if data is None:
        raise Changed(source.path)
    return data
