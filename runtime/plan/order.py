"""The order of work: stages after what they are made of, otherwise as written. Iterative, for chains of any length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from intaglio.lang.ir import Input, Program, Stage
from intaglio.runtime.contract import Line


def inputs(stage: Stage) -> tuple[str, ...]:
    """The names of the stages that a stage is made from or with, or that its settings name, each once."""
    given = (*stage.sources, *stage.models, *(each for _, each in beside(stage)))
    return tuple(dict.fromkeys(each.stage for each in given))


def beside(stage: Stage) -> tuple[tuple[str, Input], ...]:
    """What settings name besides (`mask from shapes`): each with the setting's key, as written."""
    said = [*stage.settings.items(), *((sweep.setting, sweep.values) for sweep in stage.sweeps)]
    return tuple((key, given) for key, value in said for given in named(value))


def named(value: object) -> Iterator[Input]:
    """The stages that a setting's value names, wherever in it: in a score as maps, in params as what they are.

    Params that were heard may know a part by its number, whatever stage had it: then none is named.
    """
    match value:
        case Input():
            if value.stage:
                yield value
        case Line():
            yield from named(tuple(getattr(value, field) for field in type(value).model_fields))
        case Mapping() if value.keys() == Input.model_fields.keys():
            yield Input.model_validate(dict(value))
        case Mapping():
            yield from named(tuple(value.values()))
        case tuple():
            for item in value:
                yield from named(item)


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
