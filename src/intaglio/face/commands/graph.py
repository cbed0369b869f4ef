"""`gen graph`: what a script makes from what, drawn. Makes nothing."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from intaglio.face.formats import again, format_of
from intaglio.face.graph import dot, mermaid, svg
from intaglio.face.graph.net import net
from intaglio.face.loading import refusing, runnable
from intaglio.face.refusal import Exit
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.face.text import visible
from intaglio.face.usage import Arguments
from intaglio.face.writing import give
from intaglio.lang.ir import Program
from intaglio.runtime.plan.planner import State

DRAWN = {"svg": svg.drawn, "dot": dot.drawn, "mermaid": mermaid.drawn}
MADE = {State.FRESH, State.STALE, State.PARTIAL}
ENDINGS = {"gv": "dot", "mmd": "mermaid"}


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Draw the graph of a script without mistakes, and print it or where it lies."""
    form = format_of(arguments, tuple(DRAWN), "svg", ENDINGS)
    session = Session.at(arguments.script, arguments.store)
    script = runnable(session, sys.stderr)
    if script is None or script.program is None:
        return Exit.MISTAKES
    with refusing():
        states = _states(session, script.program)
        program = session.written(script.text).program
        assert program is not None
        drawn = DRAWN[form](net(program, session.vocabulary, session.script.stem, states))
        if arguments.to is None:
            print(drawn, end="")
            return Exit.DONE
        target, allow = Path(arguments.to), again(arguments, "replace", None)
        files = {target: drawn.encode("utf-8")}
        homes = (Path.cwd(), session.script.parent)
        give(files, target, session.store(), replace_others=arguments.replace, allow=allow, homes=homes)
    print(visible(arguments.to))
    return Exit.DONE


def _states(session: Session, program: Program) -> Mapping[str, State]:
    """What a run would do with each stage, once any of them was made."""
    if not session.root.is_dir():
        return {}
    states = {stage.name: stage.state for stage in session.plan(program, session.store()).stages}
    return states if MADE & set(states.values()) else {}
