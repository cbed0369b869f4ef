"""`gen status`: what is kept, and how large it is."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from intaglio.face.loading import refusing, runnable
from intaglio.face.objects import spelled
from intaglio.face.refusal import Exit
from intaglio.face.session import Session, root_of
from intaglio.face.terminal import Terminal
from intaglio.face.text import cells, several, visible
from intaglio.face.usage import Arguments
from intaglio.runtime.disk import size
from intaglio.runtime.planner import PlannedStage
from intaglio.runtime.store import Store


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Tell the stages of a script and their sizes, or only what the store of this folder holds."""
    stages: list[PlannedStage] = []
    with refusing():
        if arguments.script is None:
            store = Store(root_of(Path(), arguments.store))
        else:
            session = Session.at(arguments.script, arguments.store)
            script = runnable(session, sys.stderr)
            if script is None or script.program is None:
                return Exit.MISTAKES
            store = session.store()
            stages = list(session.plan(script.program, store).stages)
        print(spelled(_data(stages, store)) if arguments.json else _shown(stages, store))
    return Exit.DONE


def bytes_of(stage: PlannedStage, store: Store) -> int:
    """Bytes of a stage's results. What two stages share counts for both."""
    records = [store.record(cell.key) for cell in stage.cells if cell.artifact is not None and cell.key is not None]
    return sum(part.blob.size for record in records if record is not None for part in record.result)


def _data(stages: list[PlannedStage], store: Store) -> dict[str, Any]:
    told = [
        {"name": stage.name, "verb": stage.verb, "state": stage.state.value, "bytes": bytes_of(stage, store)}
        for stage in stages
    ]
    return {"store": str(store.root), "bytes": store.size(), "results": len(list(store.artifacts())), "stages": told}


def _shown(stages: list[PlannedStage], store: Store) -> str:
    rows = [
        (visible(s.name), s.verb, s.state.value, size(bytes_of(s, store)) if len(s.missing) < len(s.cells) else "")
        for s in stages
    ]
    widths = [max((cells(row[i]) for row in rows), default=0) for i in range(3)]
    lines = [
        f"{name}{' ' * (widths[0] - cells(name))}  {verb:<{widths[1]}}  {state:<{widths[2]}}  {amount:>8}".rstrip()
        for name, verb, state, amount in rows
    ]
    return "\n".join([*lines, "", _kept(store)] if lines else [_kept(store)])


def _kept(store: Store) -> str:
    if not store.root.is_dir():
        return f"Nothing is kept in {visible(str(store.root))} yet."
    kinds = Counter(record.kind for record in store.artifacts())
    listed = ", ".join(f"{count} of {kind}" for kind, count in kinds.most_common())
    results = several(sum(kinds.values()), "result")
    told = f"{visible(str(store.root))} holds {results}, {size(store.size())}"
    return f"{told}: {listed}." if listed else f"{told}."
