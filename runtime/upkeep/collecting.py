"""Collecting: letting go of what nothing within reach needs any more.

Within reach is what is pinned, what scripts make as they stand (the caller says what that is), what running processes
use, and what the last runs of each script came to; and whatever those keep. The rest goes, and, where the store is to
become smaller than a bound, so does what only runs reach, or what is kept beside a wanted result to go on from, least
recently used first.

Beside a running process this is safe: see `uses`. A kill at any moment leaves whole things, and contents that nobody
needs, which go the next time: a thing's files go before its contents.
"""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.store import disk
from intaglio.runtime.store.blobs import Blob
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.holdings import Holding, Inventory, Title, inventory
from intaglio.runtime.upkeep.pins import Pins

KEEP = 3  # runs of each script
YOUNG = 3600.0  # seconds for which copies to look at, and what was found damaged, are left alone
GONE = 30 * 86_400  # seconds after its last run for which a script that is no longer there still counts


@dataclass(frozen=True, slots=True)
class Freed:
    """A thing that went, or would: what artists call it, what it is, when it was last of use, how many bytes go."""

    titles: tuple[Title, ...]
    what: str
    used: float
    size: int


@dataclass(frozen=True, slots=True)
class Collected:
    """What a collecting came to. `loose` bytes belonged to nothing; `kept` bytes are left."""

    freed: tuple[Freed, ...]
    loose: int
    kept: int

    @property
    def size(self) -> int:
        """Bytes that went, or would."""
        return self.loose + sum(each.size for each in self.freed)


def collect(
    store: Store,
    wanted: Callable[[], Collection[str]] = frozenset,
    *,
    keep: int = KEEP,
    bound: int | None = None,
    dry: bool = False,
) -> Collected:
    """Let go of what is out of reach; with `dry`, only tell of it. `wanted` names things as `holdings` does.

    It is asked once nobody else finds or takes in anything: what a run ended a moment ago counts.
    Raises Fault where others keep the store busy, or it cannot be written.
    """
    with ExitStack() as stack:
        if not dry and store.root.is_dir():
            stack.enter_context(store.uses.alone())
            store.uses.clear()
            store.sweep()
        there = inventory(store)
        firm = _reached(_firm(store, there), there) | set(wanted())
        going = _Going(there, _reached(firm | _recent(store, keep), there))
        if bound is not None:
            going.shrink(bound, firm)
        if not dry:
            _remove(store, going)
        return going.told()


# Within reach -----------------------------------------------------------------------------------------------------


def _firm(store: Store, there: Inventory) -> set[str]:
    """What stays whatever the bound: pinned, in use, or laid out a moment ago."""
    pinned = {name for pin in Pins(store.notes).all() for name in pin.names}
    young = {t.name for t in there.things.values() if t.own and time.time() - t.used < YOUNG}
    return pinned | store.uses.all() | young


def _recent(store: Store, keep: int) -> set[str]:
    """What the last runs of each script came to, and what its stages last had: runs of some may have hidden others."""
    found: set[str] = set()
    for past in store.history.all():
        if past.runs and (past.script.exists() or time.time() - past.runs[0].at < GONE):
            found.update(key for run in past.runs[:keep] for key in run.keys)
            found.update(key for keys in past.last.values() for key in keys if keep)
    return found


def _reached(names: Iterable[str], there: Inventory) -> frozenset[str]:
    """These things and all that they keep."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in there.things and name not in found:
            found.add(name)
            waiting += there.things[name].keeps
    return frozenset(found)


class _Going:
    """Which things go, and how many bytes go with each: contents that others need stay, and count for none."""

    def __init__(self, there: Inventory, reached: frozenset[str]) -> None:
        self._there = there
        self._needs = Counter(digest for thing in there.things.values() for digest in _needs(thing))
        self._sizes: dict[str, int] = {}
        self.loose = {digest: size for digest, size in there.contents.items() if digest not in self._needs}
        self.kept = sum(there.contents.values()) - sum(self.loose.values()) + sum(t.own for t in there.things.values())
        for thing in self._by_use(there.things.keys() - reached):
            self._let_go(thing)

    def shrink(self, bound: int, firm: Collection[str]) -> None:
        """Let more go, least recently used first, until no more than `bound` bytes are left, or only what is firm."""
        for thing in self._by_use(self._there.things.keys() - self._sizes.keys() - set(firm)):
            if self.kept <= bound:
                return
            self._let_go(thing)

    @property
    def things(self) -> Iterator[Holding]:
        """What goes."""
        return (self._there.things[name] for name in self._sizes)

    @property
    def contents(self) -> Iterator[Blob]:
        """The contents that go: nothing that stays needs them."""
        there = self._there.contents
        return (Blob(digest, size) for digest, size in there.items() if not self._needs[digest])

    def told(self) -> Collected:
        """What goes, as it is told."""
        freed = [Freed(self._there.titles.get(t.name, ()), t.what, t.used, self._sizes[t.name]) for t in self.things]
        return Collected(tuple(freed), sum(self.loose.values()), self.kept)

    def _by_use(self, names: Iterable[str]) -> list[Holding]:
        things = (self._there.things[name] for name in names)
        return sorted(things, key=lambda thing: (thing.used, bool(thing.keeps), thing.name))

    def _let_go(self, thing: Holding) -> None:
        gone = []
        for digest in _needs(thing):
            self._needs[digest] -= 1
            if not self._needs[digest]:
                gone.append(digest)
        self._sizes[thing.name] = thing.own + sum(self._there.contents.get(digest, 0) for digest in gone)
        self.kept -= self._sizes[thing.name]


def _needs(thing: Holding) -> set[Digest]:
    return {blob.digest for blob in thing.blobs}


def _remove(store: Store, going: _Going) -> None:
    for thing in going.things:
        for path in thing.files:
            _unlink(path)
    for blob in going.contents:
        store.contents.drop(blob)


def _unlink(path: Path) -> None:
    with disk.faults(path):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
