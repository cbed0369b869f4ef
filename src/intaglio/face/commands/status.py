"""`gen status`: what is kept of a script's stages, or of every script; how large it is, and what could be freed."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intaglio.face.keeping import Wanted, names, size
from intaglio.face.loading import refusing, runnable
from intaglio.face.objects import spelled
from intaglio.face.quick import relative
from intaglio.face.refusal import Exit
from intaglio.face.session import Session, store_of
from intaglio.face.terminal import Terminal
from intaglio.face.text import cells, several, visible
from intaglio.face.usage import Arguments
from intaglio.runtime.plan.planner import PlannedStage
from intaglio.runtime.store import disk
from intaglio.runtime.store.history import Past
from intaglio.runtime.store.store import JOURNEYS, Store
from intaglio.runtime.upkeep.collecting import collect
from intaglio.runtime.upkeep.holdings import Inventory, inventory, is_result
from intaglio.runtime.upkeep.pins import Pins


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one stage: bytes of its results, of the course that it can go on from, and whether it is pinned.

    Of a stage that is out of date these are the results that it had.
    """

    stage: PlannedStage
    size: int
    course: int
    pinned: bool


@dataclass(frozen=True, slots=True)
class Script:
    """What is kept of a script: how many results of its runs, their bytes, when it ran, how many stages are pinned."""

    path: Path
    results: int
    size: int
    ran: float
    pinned: int


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Tell the stages of a script and their sizes, or the scripts that use the store of this folder."""
    kept: list[Kept] = []
    with refusing():
        if arguments.script is None:
            store = store_of(None, arguments.store)
            there = inventory(store)
        else:
            session = Session.at(arguments.script, arguments.store)
            script = runnable(session, sys.stderr)
            if script is None or script.program is None:
                return Exit.MISTAKES
            store = session.store()
            there = inventory(store)
            kept = _kept(session, store, session.plan(script.program, store).stages, there)
        scripts = [_script(past, store, there) for past in store.history.all()]
        wanted = Wanted(store)
        spare = collect(store, wanted, dry=True).size
    if wanted.unread:
        print(wanted.told(), file=sys.stderr)
    if arguments.json:
        print(spelled(_data(kept, scripts, spare, store, there)))
    else:
        told = _stages(kept) if arguments.script is not None else _scripts(scripts)
        print("\n".join([*told, "", _whole(store, there, spare)] if told else [_whole(store, there, spare)]))
    return Exit.DONE


def _kept(session: Session, store: Store, stages: Iterable[PlannedStage], there: Inventory) -> list[Kept]:
    pinned = {name for pin in Pins(store.notes).all() for name in pin.names}
    last = store.last(session.script)
    found = []
    for stage in stages:
        now = set(names(stage))
        results = {name for name in now if is_result(name)} or set(last.get(stage.name, ()))
        courses = (now - results).union(*(there.things[key].keeps for key in results if key in there.things))
        courses.discard(JOURNEYS)  # what is known of images is no single stage's
        is_pinned = not pinned.isdisjoint(results)
        found.append(Kept(stage, size(results, there), size(courses, there), is_pinned))
    return found


def _script(past: Past, store: Store, there: Inventory) -> Script:
    results = {key for run in past.runs for key in run.keys if key in there.things}
    courses = {name for key in results for name in there.things[key].keeps}
    name = store.notes.spelled(past.script)
    pinned = {
        name_ for pin in Pins(store.notes).all() if pin.script == name for name_ in pin.names
    } & there.things.keys()
    ran = past.runs[0].at if past.runs else 0.0
    return Script(past.script, len(results), size(results | courses, there), ran, len(pinned))


def _data(
    kept: Sequence[Kept], scripts: Sequence[Script], spare: int, store: Store, there: Inventory
) -> dict[str, Any]:
    stages = [
        {
            "name": each.stage.name,
            "verb": each.stage.verb,
            "state": each.stage.state.value,
            "bytes": each.size,
            "course": each.course,
            "pinned": each.pinned,
        }
        for each in kept
    ]
    told = [
        {
            "script": str(each.path),
            "there": each.path.exists(),
            "results": each.results,
            "bytes": each.size,
            "ran": each.ran,
            "pinned": each.pinned,
        }
        for each in scripts
    ]
    results = len(list(store.artifacts()))
    whole = {"store": str(store.root), "bytes": size(there.things, there), "results": results, "spare": spare}
    return {**whole, "stages": stages, "scripts": told}


def _stages(kept: Sequence[Kept]) -> list[str]:
    return _table([_row(each) for each in kept])


def _row(kept: Kept) -> tuple[str, ...]:
    stage = kept.stage
    amount = disk.size(kept.size) if kept.size else ""
    more = [f"and {disk.size(kept.course)} to go on from"] if kept.course else []
    more += ["pinned"] if kept.pinned else []
    return visible(stage.name), stage.verb, stage.state.value, amount, ", ".join(more)


def _scripts(scripts: Sequence[Script]) -> list[str]:
    return _table([_line(each) for each in sorted(scripts, key=lambda each: -each.size)])


def _line(script: Script) -> tuple[str, ...]:
    ran = time.strftime("%-d %B %Y, %H:%M", time.localtime(script.ran))
    more = [f"ran {ran}" if script.path.exists() else f"is gone; ran {ran}"]
    more += [f"{several(script.pinned, 'stage')} pinned"] if script.pinned else []
    return (
        visible(relative(str(script.path))),
        several(script.results, "result"),
        disk.size(script.size),
        ", ".join(more),
    )


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Columns as wide as they need be; sizes stand to the right."""
    if not rows:
        return []
    widths = [max(cells(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(_set(text, width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _set(text: str, width: int) -> str:
    room = " " * (width - cells(text))
    return room + text if text[:1].isdigit() and text.endswith(("B", "bytes")) else text + room


def _whole(store: Store, there: Inventory, spare: int) -> str:
    root = visible(relative(str(store.root)))
    if not store.root.is_dir():
        return f"Nothing is kept in {root} yet."
    results = several(sum(1 for _ in store.artifacts()), "result")
    total = size(there.things, there)
    free = f"{disk.size(spare)} could be freed: gen gc --dry-run" if spare else "Nothing of it could be freed."
    return f"{root} holds {results}, {disk.size(total)}. {free}"
