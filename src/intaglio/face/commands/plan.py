"""`gen plan`: what a run would do, and why. Makes nothing."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from intaglio.face.loading import refusing, runnable
from intaglio.face.objects import spelled
from intaglio.face.quick import all_of
from intaglio.face.refusal import Exit
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.face.text import NO_TIME, cells, pad, seconds, several, visible, wrap
from intaglio.face.usage import Arguments
from intaglio.runtime.plan import estimates
from intaglio.runtime.plan.planner import Plan, PlannedStage, State

Takes = Mapping[str, float | None]  # about how many seconds each stage will take, where that is known

WIDEST = 120  # columns past which a line is no longer read with ease

STYLES = {
    State.FRESH: "quiet",
    State.NEW: "good",
    State.STALE: "remark",
    State.PARTIAL: "remark",
    State.WAITS: "word",
    State.LATER: "quiet",
}


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Print the plan of a script without mistakes."""
    session = Session.at(arguments.script, arguments.store)
    script = runnable(session, sys.stderr)
    if script is None or script.program is None:
        return Exit.MISTAKES
    with refusing():
        store = session.store()
        planned = session.plan(script.program, store)
        last = store.last(session.script)
        takes = {s.name: estimates.seconds(s, store, last) for s in planned.stages if s.state is not State.FRESH}
    print(spelled(data(planned, takes)) if arguments.json else shown(planned, takes, terminal))
    return Exit.DONE


def data(planned: Plan, takes: Takes) -> dict[str, Any]:
    """A plan as `--json` prints it. `seconds` is about how long a stage will take, null where that is not known."""
    return {
        "stages": [
            {
                "name": stage.name,
                "verb": stage.verb,
                "state": stage.state.value,
                "key": stage.key,
                "reason": stage.reason,
                "have": stage.have,
                "want": stage.want,
                "seconds": takes.get(stage.name),
            }
            for stage in planned.stages
        ]
    }


def shown(planned: Plan, takes: Takes, terminal: Terminal) -> str:
    """A plan as lines: name, verb, state, reason, and about how long it takes."""
    if not planned.stages:
        return "This script makes nothing yet."
    names = min(24, max(cells(visible(stage.name)) for stage in planned.stages))
    verbs = max(cells(stage.verb) for stage in planned.stages)
    lines = [line for stage in planned.stages for line in _lines(stage, takes, names, verbs, terminal)]
    known = [taken for taken in takes.values() if taken is not None]
    in_all = f" About {seconds(sum(known))}, as far as that is known." if sum(known) >= NO_TIME else ""
    return "\n".join([*lines, "", *wrap(outcome(planned) + in_all, min(terminal.width, WIDEST))])


def _lines(stage: PlannedStage, takes: Takes, names: int, verbs: int, terminal: Terminal) -> list[str]:
    word, style = ("cannot", "mistake") if _fails(stage) else (stage.state.value, STYLES[stage.state])
    state = terminal.paint(f"{word:<8}", style)
    lead = f"{pad(visible(stage.name), names)}  {stage.verb:<{verbs}}  "
    indent = names + verbs + 12
    reason = stage.reason if stage.fault is None or stage.waits_for_trust else stage.fault.message
    taken = takes.get(stage.name)
    reason += "" if taken is None or taken < NO_TIME else f" · about {seconds(taken)}"
    width = max(20, min(terminal.width, WIDEST) - indent - 1)
    first, *rest = wrap("" if stage.state is State.FRESH and not stage.is_let_go else reason, width)
    return [f"{lead}{state}{first}".rstrip(), *(" " * indent + line for line in rest)]


def outcome(planned: Plan) -> str:
    """`3 stages to make, 1 waits, 2 are fresh.`"""
    states = [stage.state for stage in planned.stages]
    fresh, waits, later = (states.count(state) for state in (State.FRESH, State.WAITS, State.LATER))
    fails = sum(map(_fails, planned.stages))
    todo = len(states) - fresh - waits - later - fails
    untrusted = sum(stage.waits_for_trust for stage in planned.stages)
    waits -= untrusted
    if fresh == len(states):
        return f"Nothing to do: {'its one stage is' if fresh == 1 else f'{all_of(fresh)} stages are'} fresh."
    parts = [f"{several(todo, 'stage')} to make"] if todo else []
    parts += [f"{fails} cannot be made"] if fails else []
    parts += [f"{waits} {'waits' if waits == 1 else 'wait'} for what others become"] if waits else []
    parts += [f"{untrusted} {'waits' if untrusted == 1 else 'wait'} for your trust"] if untrusted else []
    parts += [f"{later} {'arrives' if later == 1 else 'arrive'} with a later version"] if later else []
    parts += [f"{fresh} {'is' if fresh == 1 else 'are'} fresh"] if fresh else []
    return ", ".join(parts) + "."


def _fails(stage: PlannedStage) -> bool:
    """Whether a run could not make it, whatever it tries."""
    return stage.fault is not None and not stage.waits_for_trust
