"""`gen watch`: run, and again whenever the script or what it reads has changed."""

from __future__ import annotations

import sys
import threading
from contextlib import closing

from intaglio.face.announcing import Announcer
from intaglio.face.interruption import raised
from intaglio.face.loading import refusing
from intaglio.face.reading import text_of
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.face.usage import Arguments
from intaglio.face.watching import Watching


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Watch until an interruption, which the command line turns into an exit code."""
    session = Session.at(arguments.script, arguments.store)
    text_of(session.script)  # refuses a script that is not there, before anything is watched
    with refusing(), closing(session.crew(session.store())) as crew:
        announcer = Announcer(session, terminal)
        with closing(Watching(session, crew, announcer, replace=arguments.replace, yes=arguments.yes)) as watching:
            if sys.stdin is not None and sys.stdin.isatty():
                threading.Thread(target=_listen, args=(watching,), daemon=True).start()
            with raised():
                watching.go()
    raise AssertionError("watching ends by an interruption")


def _listen(watching: Watching) -> None:
    """Each line that is typed, an empty one as a rule, is the word that held trainings wait for."""
    for _ in sys.stdin:
        watching.release()
