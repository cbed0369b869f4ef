"""Spelling out: `each group from cabinet` means each of the groups that `cabinet` has, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from intaglio.lang.ir import Program, Stage, Step, Sweep, Value
from intaglio.lang.vocabulary import Finds
from intaglio.runtime.contract import Kind

Groups = Mapping[str, tuple[Stage, list[str]]]  # each stage by its name, and what its groups are called


def spelt(program: Program, kinds: Mapping[str, Kind[Any]]) -> Program:
    """A program whose sweeps name every group that they go through. One without such sweeps is the same object."""
    if not any(stage.sweeps for stage in program.stages):
        return program
    groups = {stage.name: (stage, _groups(stage, kinds)) for stage in program.stages}
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
            case {"stage": str(name), "part": None} if name in groups and groups[name][1]:
                yield from groups[name][1]
            case {"stage": str(name), "part": str(part)} if name in groups and (
                groups[name][0].groups or part in groups[name][1]
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
    finders = {word: line.finds for word, line in lines.items() if line.finds is not None}
    within = [step for group in stage.groups for step in group.steps]
    if any(not finders[step.word].count for step in (*stage.steps, *within) if step.word in finders):
        return []
    if own := _found(stage.steps, finders):
        return own
    beneath = [group.name for group in stage.groups if not _found(group.steps, finders)]
    return beneath + _found(within, finders)


def _found(steps: Iterable[Step], finders: Mapping[str, Finds]) -> list[str]:
    """What the groups are called that steps find."""
    counted = [(step.word, int(str(step.values[finders[step.word].count]))) for step in steps if step.word in finders]
    sums = {word: sum(count for each, count in counted if each == word) for word in finders}
    return [name for word, finds in finders.items() for name in finds.names(sums[word])]
