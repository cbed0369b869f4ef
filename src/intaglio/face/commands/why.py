"""`gen why`: what has changed since a stage was made, and, when it waits, why what it waits for has to be made."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import Any

from intaglio.face.loading import refusing, runnable
from intaglio.face.objects import spelled
from intaglio.face.refusal import Exit
from intaglio.face.session import Session, stages_named
from intaglio.face.terminal import Terminal
from intaglio.face.text import several, visible, wrap
from intaglio.face.usage import Arguments
from intaglio.lang.ir import Program
from intaglio.runtime.plan.order import inputs
from intaglio.runtime.plan.planner import PlannedStage, State
from intaglio.runtime.store.store import Store


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Tell why a stage is what it is."""
    session = Session.at(arguments.script, arguments.store)
    script = runnable(session, sys.stderr)
    if script is None or script.program is None:
        return Exit.MISTAKES
    name, *_ = stages_named(script, [arguments.stage], arguments.said.instead)
    with refusing():
        store = session.store()
        planned = {stage.name: stage for stage in session.plan(script.program, store).stages}
        if arguments.json:
            print(spelled(_data(planned[name])))
        else:
            print("\n".join(_told(name, planned, script.program, store, terminal)))
    return Exit.DONE


def _data(stage: PlannedStage) -> dict[str, Any]:
    return {
        "name": stage.name,
        "state": stage.state.value,
        "key": stage.key,
        "reason": stage.reason,
        "changes": [str(change) for change in stage.changes],
    }


def _told(
    name: str, planned: Mapping[str, PlannedStage], program: Program, store: Store, terminal: Terminal
) -> list[str]:
    """The stage, then whatever it waits for, each once, nearest first."""
    lines: list[str] = []
    made_of = {stage.name: inputs(stage) for stage in program.stages}
    todo = [name]
    for each in todo:
        stage = planned[each]
        lines += ["", *_one(stage, store, terminal)] if lines else _one(stage, store, terminal)
        if stage.state is State.WAITS:
            todo += [i for i in made_of[each] if planned[i].state is not State.FRESH and i not in todo]
    return lines


def _one(stage: PlannedStage, store: Store, terminal: Terminal) -> list[str]:
    name = terminal.paint(visible(stage.name), "strong")
    if stage.waits_for_trust and stage.fault is not None:
        return [f"{name} waits for your trust.", *_indented(stage.fault.message, terminal)]
    if stage.fault is not None:
        return [f"{name} cannot be made.", *_indented(stage.fault.message, terminal)]
    match stage.state:
        case State.FRESH:
            return [f"{name} is fresh: {stage.reason}.", *_indented(_made(stage, store), terminal)]
        case State.NEW:
            return [f"{name} is new: it was never made."]
        case State.STALE:
            moved = [str(change) for change in stage.changes] or [stage.reason]
            return [f"{name} will be made again.", *(line for each in moved for line in _indented(each, terminal))]
        case State.PARTIAL:
            return [f"{name} is made in part: {stage.reason}."]
        case State.LATER:
            return [f"{name} is checked, and not run yet.", *_indented(f"{stage.reason}.", terminal)]
        case State.WAITS:
            return [f"{name} {stage.reason}, and is made again only if that comes out different."]


def _indented(text: str, terminal: Terminal) -> list[str]:
    return ["  " + line for line in wrap(text, terminal.page - 2)]


def _made(stage: PlannedStage, store: Store) -> str:
    """When a fresh stage was made, and how much of it."""
    records = [store.record(cell.key) for cell in stage.cells if cell.key is not None]
    times = [record.made_at for record in records if record is not None]
    when = time.strftime("%d %B %Y, %H:%M", time.localtime(max(times))) if times else "some time ago"
    cells = f" in {several(len(stage.cells), 'result')}" if len(stage.cells) > 1 else ""
    return f"made on {when}{cells}"
