"""Spelling out: `each group from cabinet` means each of the groups that `cabinet` has, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from intaglio.lang.ir import Program, Stage, Step, Sweep, Value


def spelt(program: Program) -> Program:
    """A program whose sweeps name every group that they go through. One without such sweeps is the same object."""
    stages = {stage.name: stage for stage in program.stages}
    spelt = tuple(_spelt(stage, stages) for stage in program.stages)
    return program if spelt == program.stages else program.model_copy(update={"stages": spelt})


def _spelt(stage: Stage, stages: Mapping[str, Stage]) -> Stage:
    sweeps = tuple(_swept(sweep, stages) for sweep in stage.sweeps)
    return stage if sweeps == stage.sweeps else stage.model_copy(update={"sweeps": sweeps})


def _swept(sweep: Sweep, stages: Mapping[str, Stage]) -> Sweep:
    changed: dict[str, Any] = {"values": tuple(_names(sweep.values, stages))}
    if sweep.family is not None:
        family = sweep.family
        changed["family"] = family.model_copy(update={"values": tuple(_names(family.values, stages))})
    return sweep.model_copy(update=changed)


def _names(values: Sequence[Value], stages: Mapping[str, Stage]) -> Iterator[Value]:
    for value in values:
        match value:
            case {"stage": str(name), "part": None} if name in stages and (groups := _groups(stages[name])):
                yield from groups
            case {"stage": str(name), "part": str(part)} if name in stages and (
                stages[name].groups or part in _groups(stages[name])
            ):
                yield part
            case _:
                yield value


def _groups(stage: Stage) -> list[str]:
    """The groups of a dataset: those beneath it, and as many as its images are to be sorted into by their looks.

    Where less of these are found than are asked for, what draws of one that is not there says so.
    """
    if any(step.word == "shots" for step in (*stage.steps, *(each for group in stage.groups for each in group.steps))):
        return []  # nobody can tell before the film was looked at
    if own := _found(stage.steps):
        return own
    beneath = [group.name for group in stage.groups if not _found(group.steps)]
    return beneath + _found([step for group in stage.groups for step in group.steps])


def _found(steps: Iterable[Step]) -> list[str]:
    """What the groups are called that `cluster` finds."""
    count = sum(int(str(step.values["count"])) for step in steps if step.word == "cluster")
    return [f"cluster-{number + 1}" for number in range(count)]
