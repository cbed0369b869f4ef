"""Spelling out: `each group from cabinet` means each of the groups that `cabinet` has, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from intaglio.lang.ir import Program, Stage, Step, Sweep, Value
from intaglio.lang.vocabulary import Found, found_last, names_found
from intaglio.runtime.contract import Kind, Line


class Grouped(NamedTuple):
    """A stage, and what its groups are called."""

    stage: Stage
    names: list[str]


Groups = Mapping[str, Grouped]  # by the stage's name


def spelt(program: Program, kinds: Mapping[str, Kind[Any]]) -> Program:
    """A program whose sweeps name every group that they go through. One without such sweeps is the same object."""
    if not any(stage.sweeps for stage in program.stages):
        return program
    groups = {stage.name: Grouped(stage, _groups(stage, kinds)) for stage in program.stages}
    spelt = tuple(_spelt(stage, groups) for stage in program.stages)
    return program if spelt == program.stages else program.model_copy(update={"stages": spelt})


def _spelt(stage: Stage, groups: Groups) -> Stage:
    sweeps = tuple(_swept(sweep, groups) for sweep in stage.sweeps)
    return stage if sweeps == stage.sweeps else stage.model_copy(update={"sweeps": sweeps})


def _swept(sweep: Sweep, groups: Groups) -> Sweep:
    changed: dict[str, Any] = {"values": tuple(_names(sweep.values, groups))}
    if sweep.family is not None:
        family = sweep.family
        changed["family"] = family.model_copy(update={"values": tuple(_names(family.values, groups))})
    return sweep.model_copy(update=changed)


def _names(values: Sequence[Value], groups: Groups) -> Iterator[Value]:
    for value in values:
        match value:
            case {"stage": str(name), "part": None} if name in groups and groups[name].names:
                yield from groups[name].names
            case {"stage": str(name), "part": str(part)} if name in groups and (
                groups[name].stage.groups or part in groups[name].names
            ):
                yield part
            case _:
                yield value


def _groups(stage: Stage, kinds: Mapping[str, Kind[Any]]) -> list[str]:
    """The groups of a dataset: those beneath it, and as many as its steps are to find.

    It has none to name where nobody can count them before they are found. Where fewer are found than are asked for,
    what draws of one that is not there says so.
    """
    lines = kinds[stage.kind].steps if stage.kind in kinds else {}
    own, *within = (_found(steps, lines) for steps in (stage.steps, *(group.steps for group in stage.groups)))
    found = found_last([own, *within])
    if any(count is None for _, count in found):
        return []
    beneath = [] if own else [group.name for group, each in zip(stage.groups, within, strict=True) if not each]
    return beneath + names_found(found)


def _found(steps: Iterable[Step], lines: Mapping[str, type[Line]]) -> list[Found]:
    """What each step finds, and how many."""
    said = ((lines[step.word].finds, step.values) for step in steps if step.word in lines)
    return [
        (finds, int(str(values[finds.count])) if finds.count else None) for finds, values in said if finds is not None
    ]
