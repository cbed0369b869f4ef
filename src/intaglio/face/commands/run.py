"""`gen run`: make what is out of date, show how it goes, and say where the results are."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, closing

from intaglio.face import sealing
from intaglio.face.display.choice import Display, display
from intaglio.face.interruption import heeded
from intaglio.face.loading import refusing, runnable
from intaglio.face.objects import spelled
from intaglio.face.refusal import Exit
from intaglio.face.render import as_data
from intaglio.face.running import Run
from intaglio.face.session import Session, mistaken, stages_named
from intaglio.face.terminal import Terminal
from intaglio.face.usage import Arguments
from intaglio.lang.script import Script
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.events import Done, as_json


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Run a script, or the named stages of it."""
    session = Session.at(arguments.script, arguments.store)
    seen = sealing.looks(session)
    script = _or_objects(session) if arguments.json else runnable(session, sys.stderr, arguments.plain)
    if script is None or script.program is None:
        return Exit.MISTAKES
    only = stages_named(script, arguments.stage, arguments.said.instead)
    with refusing():
        store = session.store()
        with closing(session.crew(store)) as crew:
            this = Run.of(session, script, store, crew, seen, only, replace=arguments.replace)
            code = _follow(this, crew, display(this.board, terminal, arguments.json))
        if not arguments.json:
            print(this.summary(terminal))
        this.seal()
    return code


def _follow(this: Run, crew: Crew, how: AbstractContextManager[Display]) -> int:
    """Show a run to its end, heeding signals. Returns the exit code."""
    with how as shown:

        def stop() -> None:
            this.execution.cancel()
            shown.stopping()

        with heeded(stop, crew.close) as came:
            for event in this.execution.events():
                shown.show(event)
    if came.code is not None:
        return came.code
    return Exit.FAILED if this.board.failures else Exit.DONE


def _or_objects(session: Session) -> Script | None:
    """The script; None after its mistakes were printed, an object a line, and a `done` in which nothing was."""
    script = session.read()
    if not mistaken(script):
        return script
    for each in script.diagnostics:
        print(spelled({"event": "diagnostic", **as_data(each, str(session.script))}))
    print(spelled(as_json(Done(made=0, fresh=0, failed=0, waiting=0, seconds=0.0))))
    return None
