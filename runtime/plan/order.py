"""The order of work: stages after what they are made of, otherwise as written. Iterative, for chains of any length."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from intaglio.lang.ir import Program, Stage


def inputs(stage: Stage) -> tuple[str, ...]:
    """The names of the stages that a stage is made from or with, each once."""
    return tuple(dict.fromkeys(given.stage for given in (*stage.sources, *stage.models)))


def ordered(program: Program) -> tuple[Stage, ...]:
    """All stages, inputs first. The checker has refused circles (G303)."""
    stages = {stage.name: stage for stage in program.stages}
    done: dict[str, Stage] = {}
    for first in program.stages:
        waiting = [first]
        while waiting:
            stage = waiting[-1]
            missing = [stages[name] for name in inputs(stage) if name not in done and name in stages]
            if missing:
                waiting.extend(reversed(missing))
            else:
                done[stage.name] = waiting.pop()
    return tuple(done.values())


def needed(stages: Mapping[str, Stage], wanted: Iterable[str]) -> frozenset[str]:
    """The wanted stages and all that they are made of, directly or not."""
    found: set[str] = set()
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        if name not in found and name in stages:
            found.add(name)
            waiting.extend(inputs(stages[name]))
    return frozenset(found)
