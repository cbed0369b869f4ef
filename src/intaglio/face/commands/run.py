"""`gen run`: make what is out of date, show how it goes, and say where the results are."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing

from intaglio.face import sealing
from intaglio.face.display.board import Board
from intaglio.face.display.choice import Display, display
from intaglio.face.display.summary import text
from intaglio.face.interruption import heeded
from intaglio.face.loading import refusing, runnable
from intaglio.face.refusal import Exit
from intaglio.face.render import as_data
from intaglio.face.session import Session, ends, mistaken, stages_named
from intaglio.face.terminal import Terminal
from intaglio.face.text import several
from intaglio.face.usage import Arguments
from intaglio.lang.ir import Program
from intaglio.lang.script import Script
from intaglio.runtime.events import Done, as_json
from intaglio.runtime.executor import Executor
from intaglio.runtime.scheduler import DONE, Execution


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Run a script, or the named stages of it."""
    session = Session.at(arguments.script, arguments.store)
    seen = sealing.looks(session)
    script = _mistakes_as_objects(session) if arguments.json else runnable(session, sys.stderr, arguments.plain)
    if script is None or script.program is None:
        return Exit.MISTAKES
    only = stages_named(script.program, arguments.stage, lambda likely: f"gen run {session.script} {likely}")
    with refusing():
        return _execute(session, script, script.program, only, seen, arguments, terminal)


def _execute(
    session: Session,
    script: Script,
    program: Program,
    only: Sequence[str],
    seen: sealing.Looks,
    arguments: Arguments,
    terminal: Terminal,
) -> int:
    store = session.store()
    files = session.files(store)
    read = seen | sealing.code_of(session, program)
    with closing(session.executor(store)) as executor:
        execution = session.execution(script, store, files, executor, only, replace=arguments.replace)
        verbs = {stage.name: stage.kind for stage in program.stages}
        board = Board.of({name: verbs[name] for name in execution.status})
        code = _follow(execution, board, executor, display(board, terminal, arguments.json))
    if not arguments.json:
        print(_after(board, session, script, program, terminal))
    if not only and all(status in DONE for status in execution.status.values()):
        saved = {name: row.saved for name, row in board.rows.items()}
        sealing.seal(session, store, execution.planned, saved, read | files.looked)
    return code


def _follow(execution: Execution, board: Board, executor: Executor, how: AbstractContextManager[Display]) -> int:
    """Show an execution to its end, heeding signals. Returns the exit code."""
    with how as shown:

        def stop() -> None:
            execution.cancel()
            shown.stopping()

        with heeded(stop, executor.close) as came:
            for event in execution.events():
                shown.show(event)
    if came.code is not None:
        return came.code
    return Exit.FAILED if board.failures else Exit.DONE


def _after(board: Board, session: Session, script: Script, program: Program, terminal: Terminal) -> str:
    told = text(board, session.script, script.text, ends(program), terminal)
    if not script.diagnostics:
        return told
    return f"{told}\n\n{several(len(script.diagnostics), 'remark')} on the script: gen check {session.script}"


def _mistakes_as_objects(session: Session) -> Script | None:
    """The script; None after its mistakes were printed, an object a line, and a `done` in which nothing was."""
    script = session.read()
    if not mistaken(script):
        return script
    for each in script.diagnostics:
        print(json.dumps({"event": "diagnostic", **as_data(each, str(session.script))}))
    print(json.dumps(as_json(Done(made=0, fresh=0, failed=0, waiting=0, seconds=0.0))))
    return None
