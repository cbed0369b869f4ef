"""Journeys: what became of each image on its way through a dataset, kept from run to run: what was told of it, by the
name of a fact; and, on a shelf, the pixels that it came to, by their digest.

    journeys/index       what was told, and where pixels lie (see `index`)
    journeys/SHARD       pixels that are in no result yet (see `shelf`)

What is new is written down once a second: a run that is killed has lost what was under way. All of it is a memory, and
may be deleted at any time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intaglio.runtime.journeys.index import INDEX, Index, News
from intaglio.runtime.journeys.shelf import Shelf
from intaglio.runtime.store.blobs import Blobs
from intaglio.runtime.store.store import JOURNEYS

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.shards import Pixels, Place

BREATH = 1.0  # seconds between two times that news is written down


class Journeys:
    """See `contract.Journeys`. `working` is the run's own folder in the store, `scope` what tells its facts apart."""

    def __init__(self, store: Path, working: Path, scope: str) -> None:
        quarantine = store / "quarantine"
        self._scope = scope
        self._index = Index(store / JOURNEYS / INDEX, quarantine)
        self._lock = threading.RLock()
        blobs = Blobs(store / "objects", quarantine)
        self._shelf = Shelf(store / JOURNEYS, working / JOURNEYS, blobs, self._index, self._lock)
        self._facts: dict[str, dict[str, Any]] = {}
        self._spoke = time.monotonic()

    def told(self, fact: str) -> Mapping[str, Any]:
        """See `contract.Journeys.told`."""
        known = self._facts.get(fact)
        if known is None:
            with self._lock:
                known = self._facts.setdefault(fact, self._index.told(self._scoped(fact)))
        return known

    def tell(self, fact: str, item: str, value: Any) -> None:
        """See `contract.Journeys.tell`."""
        self.told(fact)
        with self._lock:
            self._facts[fact][item] = value
            self._shelf.news.told[self._scoped(fact)][item] = value
            self._breathe()

    def _scoped(self, fact: str) -> str:
        return f"{self._scope}: {fact}"

    def place(self, digest: str) -> Place | None:
        """See `contract.Journeys.place`."""
        return self._shelf.place(digest)

    def pixels(self, digest: str) -> Pixels | None:
        """See `contract.Journeys.pixels`."""
        return self._shelf.pixels(digest)

    def keep(self, digest: str, pixels: Pixels) -> None:
        """See `contract.Journeys.keep`."""
        self._shelf.keep(digest, pixels)
        with self._lock:
            self._breathe()

    def settled(self, wanted: Iterable[str]) -> tuple[Mapping[str, Place], Mapping[str, Path]]:
        """See `contract.Journeys.settled`."""
        with self._lock:
            return self._shelf.settled(wanted)

    def _breathe(self) -> None:
        if time.monotonic() - self._spoke > BREATH:
            self._write()

    def _write(self, *, last: bool = False) -> None:
        """Write down what is new; while another process has the index it stays news."""
        if self._shelf.news and self._index.write(self._shelf.news, last=last):
            self._shelf.news = News()
        self._spoke = time.monotonic()

    def close(self) -> None:
        """Write down what is new, and let go of everything."""
        with self._lock:
            self._write(last=True)
            self._shelf.close()
            self._index.close()
