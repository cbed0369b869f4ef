"""Uses: what the processes at work with a store need of it, so that nothing of that is collected meanwhile.

A process that makes or shows something writes down the name of each thing that it finds or takes in, before it relies
on it; the file is locked while it is at work. Who collects holds everybody off for as long as that takes, and leaves
alone what is written down. The names of a process that was killed count for a while too: what a run had reached when
it was cut off is in no script's history yet.
"""

from __future__ import annotations

import errno
import os
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from intaglio.runtime.fault import Fault
from intaglio.runtime.store import disk, locks
from intaglio.runtime.store.root import Root

FOLDER = "uses"
GATE = "collect.lock"  # shared by those who find and take in, held alone by who collects
CUT_OFF = 7 * 86_400  # seconds for which what a killed process used is still kept
PATIENCE = 30.0  # seconds that collecting waits for others to finish taking something in
NO_MATTER = frozenset({errno.ENOENT, errno.ENOTDIR}) | disk.FORBIDDEN | disk.FULL


class Uses:
    """What is in use of one store: by this process where it says so, and by all others."""

    def __init__(self, root: Root) -> None:
        self._root = root
        self._depth = 0
        self._noted: set[str] = set()
        self._held = ExitStack()
        self._file: int | None = None
        self._lock = threading.RLock()
        self._heeding: list[Callable[[], None]] = []

    @contextmanager
    def using(self, heed: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Keep all that is noted inside from being collected until the end. May be nested, and by several threads.

        `heed` is called now and then, by whichever thread it is, while somebody else holds us off; what it raises ends
        the wait.
        """
        with self._lock:
            self._depth += 1
            self._heeding.append(heed)
        try:
            yield
        finally:
            with self._lock:
                self._depth -= 1
                self._heeding.remove(heed)
                if not self._depth:
                    self._forget()

    @property
    def active(self) -> bool:
        """Whether anything is being used."""
        return self._depth > 0

    def heed(self) -> None:
        """Call it while waiting for others, every 50 ms: it raises what ends the wait."""
        for each in (*self._heeding,):
            each()

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Hold collecting off: what is found or taken in inside can be noted before anybody collects it.

        Where the store cannot be written, hardly anybody collects, and nothing is held off.
        """
        with ExitStack() as stack:
            with _where_it_can_be_written(self._root.path):
                stack.enter_context(locks.held(self._root.path / GATE, shared=True, waiting=self.heed))
            yield

    def has(self, name: str) -> bool:
        """Whether something is noted, and stays."""
        return name in self._noted

    def note(self, name: str) -> None:
        """Note, while collecting is held off, that something is needed. Does nothing where nothing is being used."""
        with self._lock:
            if not self.active or name in self._noted:
                return
            with _where_it_can_be_written(self._root.path):
                if self._file is None:
                    self._file = self._held.enter_context(self._opened())
                line = f"\n{name}\n".encode()  # on a line of its own, whatever a full disk has cut short before it
                if os.write(self._file, line) == len(line):
                    self._noted.add(name)

    @contextmanager
    def _opened(self) -> Iterator[int]:
        """A new file of ours to append to, locked."""
        folder = self._root.path / FOLDER
        disk.make_folder(folder)
        path = folder / uuid.uuid4().hex
        with locks.held_once(path):
            handle = os.open(path, os.O_WRONLY | os.O_APPEND)
            try:
                yield handle
            finally:
                os.close(handle)

    def _forget(self) -> None:
        self._held.close()
        self._file = None
        self._noted.clear()

    # Collecting ---------------------------------------------------------------------------------------------------

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep everybody else from finding and taking in, to collect. Raises Fault where others are at it for long."""
        until = time.monotonic() + PATIENCE

        def waiting() -> None:
            if time.monotonic() > until:
                raise Fault("Another gen has been taking something into this store for a while.", "wait, and try again")

        with ExitStack() as stack:
            with disk.faults(self._root.path):
                stack.enter_context(locks.held(self._root.path / GATE, waiting=waiting))
            yield

    @contextmanager
    def alone_if_free(self) -> Iterator[bool]:
        """Keep everybody else off as `alone` does, if nobody is at it; tells whether it is so. Raises Fault."""
        with ExitStack() as stack:
            with disk.faults(self._root.path):
                alone = stack.enter_context(locks.held_if_free(self._root.path / GATE))
            yield alone

    def all(self) -> set[str]:
        """The names of all that is in use, or was when its process was killed. Call it while alone, or only to look."""
        found: set[str] = set()
        for path in self._root.path.glob(f"{FOLDER}/*"):
            try:
                found.update(path.read_text().splitlines())
            except FileNotFoundError:  # its process has ended
                continue
        return found

    def clear(self) -> None:
        """Forget what was used by processes that were killed long ago. Call it while alone."""
        for path in self._root.path.glob(f"{FOLDER}/*"):
            with disk.faults(path), locks.held_if_free(path) as dead:
                if dead and time.time() - path.stat().st_mtime > CUT_OFF:
                    path.unlink()


@contextmanager
def _where_it_can_be_written(root: Path) -> Iterator[None]:
    """Let nothing of a store matter that is not there, is full or may not be written. Raises Fault."""
    try:
        yield
    except OSError as error:
        if error.errno not in NO_MATTER:
            raise disk.fault(error, Path(error.filename or root)) from error  # what is open already has no name
