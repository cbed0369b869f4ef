"""`gen card`: what a dataset is, on a page. It looks at what was made, and makes nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from intaglio.face.cards.card import card
from intaglio.face.cards.typesetting import typeset
from intaglio.face.cards.web import page
from intaglio.face.commands.print import moment_of
from intaglio.face.exporting import result_of
from intaglio.face.formats import again, format_of
from intaglio.face.loading import refusing, runnable
from intaglio.face.refusal import Exit, Refused
from intaglio.face.session import Session, stages_named
from intaglio.face.terminal import Terminal
from intaglio.face.text import visible
from intaglio.face.usage import Arguments
from intaglio.face.writing import give
from intaglio.lang.script import Script
from intaglio.runtime.plan.planner import PlannedStage

FORMATS = ("html", "pdf")


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Write the card of a dataset that is made as the script says now, and print where it lies."""
    form = format_of(arguments, FORMATS, "html")
    session = Session.at(arguments.script, arguments.store)
    script = runnable(session, sys.stderr)
    if script is None or script.program is None:
        return Exit.MISTAKES
    name, *_ = stages_named(script, [arguments.stage], arguments.said.instead)
    target = Path(arguments.to) if arguments.to else session.script.with_name(f"{name}-card.{form}")
    with refusing():
        store = session.store()
        planned = {stage.name: stage for stage in session.plan(script.program, store).stages}[name]
        result = result_of(session, store, _single(script, planned, arguments))
        if not result.current:
            raise Refused(f"`{name}` has changed since it was made.", session.command("run", name))
        ((_, artifact),) = result.cells
        work = script.program.work
        told = card(name, [said for said in (work.title, work.artist) if said], planned.cells[0].params, artifact)
        data = page(told) if form == "html" else typeset(told, moment_of(os.environ))
        allow = again(arguments, "replace", None)
        give({target: data}, target, store, replace_others=arguments.replace, allow=allow)
    print(visible(str(target)))
    return Exit.DONE


def _single(script: Script, planned: PlannedStage, arguments: Arguments) -> PlannedStage:
    """The stage, where it is a dataset of one cell. Raises `Refused`."""
    assert script.program is not None
    if planned.verb != "dataset":
        sets = [stage.name for stage in script.program.stages if stage.kind == "dataset"]
        likely = arguments.said.instead(planned.name, sets[0]) if sets else None
        raise Refused(f"`{planned.name}` is no dataset, and a card is of a dataset.", likely)
    if len(planned.cells) > 1:
        raise Refused(f"`{planned.name}` is swept, and a card is of one set of images.")
    return planned
