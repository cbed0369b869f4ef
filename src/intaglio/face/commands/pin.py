"""`gen pin`: keep what a stage, or a whole script, has come to, whatever becomes of the script."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from intaglio.face.keeping import names, size
from intaglio.face.loading import refusing, runnable
from intaglio.face.refusal import Exit, Refused
from intaglio.face.render import tried
from intaglio.face.session import Session, stages_named
from intaglio.face.terminal import Terminal
from intaglio.face.text import visible, wrap
from intaglio.face.usage import Arguments
from intaglio.lang.ir import Program
from intaglio.runtime.plan.order import needed
from intaglio.runtime.plan.planner import PlannedStage
from intaglio.runtime.store import disk
from intaglio.runtime.upkeep.holdings import inventory
from intaglio.runtime.upkeep.pins import Pin, Pins


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Pin a stage and what it is made of, or every stage that is made."""
    session = Session.at(arguments.script, arguments.store)
    script = runnable(session, sys.stderr)
    if script is None or script.program is None:
        return Exit.MISTAKES
    only = [] if arguments.stage is None else [arguments.stage]
    only = stages_named(script, only, arguments.said.instead)
    with refusing():
        store = session.store()
        asked = _asked(script.program, only)
        planned = [stage for stage in session.plan(script.program, store).stages if stage.name in asked]
        made = [stage for stage in planned if _is_made(stage)]
        if not made or (only and only[0] not in [stage.name for stage in made]):
            what = f"`{only[0]}` is not made" if only else "Nothing of this script is made"
            raise Refused(f"{what} as it stands.", session.command("run", *only))
        script_name = store.notes.spelled(session.script)
        Pins(store.notes).add(Pin(script_name, stage.name, tuple(names(stage))) for stage in made)
        amount = disk.size(size((name for stage in made for name in names(stage)), inventory(store)))
    print(f"Pinned {_listed(made)}: {amount}. gen gc keeps that.")
    if len(made) < len(planned):
        lacking = [stage for stage in planned if not _is_made(stage)]
        them = "it is" if len(lacking) == 1 else "they are"
        said = f"Not pinned, for {them} not made as the script stands: {_listed(lacking)}."
        again = [session.command(verb, *only) for verb in ("run", "pin")]
        print("\n".join([*wrap(said, terminal.page), "", *tried(" && ".join(again), terminal)]))
    return Exit.DONE


def _asked(program: Program, only: Sequence[str]) -> frozenset[str]:
    stages = {stage.name: stage for stage in program.stages}
    return needed(stages, only or stages)


def _is_made(stage: PlannedStage) -> bool:
    return bool(stage.cells) and not stage.missing


def _listed(stages: Sequence[PlannedStage]) -> str:
    return ", ".join(visible(stage.name) for stage in stages)
