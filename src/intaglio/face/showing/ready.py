"""Ready: the show that is meant, from a script and a store, with all that it needs to be played."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from intaglio.face.exporting import result_of
from intaglio.face.refusal import Refused
from intaglio.face.session import Session, mistaken
from intaglio.face.text import pasted, visible
from intaglio.lang.nearest import nearest
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store import disk, locks
from intaglio.runtime.store.store import Store
from intaglio.stdlib.showing import piece as pieces
from intaglio.stdlib.showing.piece import Piece

FOLDER = "shows"  # of the store


@dataclass(frozen=True)
class Show:
    """A show that is ready to be played."""

    session: Session
    store: Store
    name: str
    title: str
    artifact: Artifact
    piece: Piece

    @property
    def folder(self) -> Path:
        """Where its journal lies."""
        return self.store.root / FOLDER / self.session.script.stem / self.name

    def compute_alike(self) -> None:
        """Have torch count as it does wherever this store is worked in: its last bits go by the number of threads."""
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # as workers have it, and for the same reason
        import torch

        torch.set_num_threads(self.store.threads())

    def command(self, *words: str) -> str:
        """A line to paste."""
        return self.session.command("show", self.name, *words)


def say(said: str) -> None:
    """Tell something while a show plays: beside what is drawn, for a film may go to standard output."""
    print(visible(said), file=sys.stderr, flush=True)


def ready(session: Session, store: Store, named: str | None, offered: Callable[[str], str] | None = None) -> Show:
    """The show that is meant: as it is made now, else as it was made last. Raises `Refused`, `Fault`.

    Where its name is not one, `offered` makes a line to paste of that which is likely meant.
    An installation plays whatever becomes of its script and its images.
    """
    script = session.read()
    last = {name: keys for name, keys in store.last(session.script).items() if _is_show(store, keys)}
    if script.program is None or mistaken(script):
        name = _chosen(session, named, list(last), offered)
        say(
            f"The script has mistakes. This is the show as it was made before: {pasted('gen', 'check', session.script)}"
        )
        return _made(session, store, name, store.find(Key(last[name][0])))
    shows = [stage.name for stage in script.program.stages if stage.kind == "show"]
    name = _chosen(session, named, shows, offered)
    planned = {stage.name: stage for stage in session.plan(script.program, store).stages}
    result = result_of(session, store, planned[name])
    if not result.current:
        again = session.command("run", name)
        say(f"This is how `{name}` was before the last changes; to make it again: {again}")
    return _made(session, store, name, result.cells[0][1], script.program.work.title)


def _is_show(store: Store, keys: Sequence[str]) -> bool:
    found = [store.record(Key(key)) for key in keys]
    return any(record is not None and record.makes == "show" for record in found)


def _chosen(session: Session, named: str | None, shows: Sequence[str], offered: Callable[[str], str] | None) -> str:
    if not shows:
        raise Refused(
            f"{session.script} makes no show. A show is a stage like this one:", "show passersby with dreamer"
        )
    if named is None and len(shows) == 1:
        return shows[0]
    if named is not None and named in shows:
        return named
    likely = nearest(named or "", shows) or shows[0]
    what = f"No show in the script is called `{named}`." if named else "Several shows are in this script."
    line = offered(likely) if offered else session.command("show", likely)
    raise Refused(f"{what} There {'is' if len(shows) == 1 else 'are'} {', '.join(shows)}.", line)


def _made(session: Session, store: Store, name: str, artifact: Artifact | None, title: str | None = None) -> Show:
    if artifact is None or not store.verify(artifact):
        again = session.command("run", name)
        raise Refused(f"What the store held of `{name}` is gone or damaged. A run makes it again.", again)
    return Show(session, store, name, title or name, artifact, pieces.read(artifact))


@contextmanager
def alone(show: Show) -> Iterator[None]:
    """Keep others from playing the same show: both would write its journal. Where none can be, it does not matter."""
    with ExitStack() as stack:
        try:
            disk.make_folder(show.folder)
            free = stack.enter_context(locks.held_if_free(show.folder / "lock"))
        except OSError:
            free = True
        if not free:
            raise Refused(f"`{show.name}` is playing already, in another window.")
        yield
