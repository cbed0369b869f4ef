"""Picking: `step 4000` beneath a stage means the model as it was after so many steps of its training.

That is the same training with another length, so it becomes a stage of its own, before the training itself:
`dreamer@4000`. Where the training has yet to run, it runs that far first and goes on from there; where it ran already,
the step was kept or it was not, and nothing is trained to find out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from intaglio.lang.ir import Program, Stage
from intaglio.runtime.contract import Kind

SIGN = "@"


def unfolded(program: Program, kinds: Mapping[str, Kind[Any]]) -> Program:
    """A program in which every picked step is a stage. One without any is the same object."""
    if not any(_step(stage, kinds) is not None for stage in program.stages):
        return program
    trained = {stage.name: stage for stage in program.stages}
    picked = {name: stage for stage in program.stages for name, stage in _picked(stage, trained, kinds)}
    stages: list[Stage] = []
    for stage in program.stages:
        stages += [other for other in picked.values() if origin(other.name) == stage.name]
        stages.append(_drawn(stage, picked, kinds))
    return program.model_copy(update={"stages": tuple(stages)})


def origin(name: str) -> str | None:
    """The training that a stage is a step of; None for a stage that someone wrote."""
    head, sign, _ = name.partition(SIGN)
    return head if sign else None


def lines(program: Program, written: Mapping[str, int]) -> dict[str, int]:
    """The line of each stage: that of a picked step is the line of the first stage that picks it."""
    found = {stage.name: written[stage.name] for stage in program.stages if stage.name in written}
    for stage in program.stages:
        for given in stage.models:
            if origin(given.stage) is not None:
                found.setdefault(given.stage, found[stage.name])
    return found


def _step(stage: Stage, kinds: Mapping[str, Kind[Any]]) -> int | None:
    """The step that a stage picks."""
    kind = kinds.get(stage.kind)
    value = stage.settings.get("step") if kind is not None and "step" in kind.params.model_fields else None
    return value if isinstance(value, int) else None


def _picked(stage: Stage, trained: Mapping[str, Stage], kinds: Mapping[str, Kind[Any]]) -> Iterator[tuple[str, Stage]]:
    """The trainings, cut off, that a stage draws with, by their names."""
    step = _step(stage, kinds)
    for given in stage.models if step is not None else ():
        training = trained.get(given.stage)
        kind = None if training is None else kinds.get(training.kind)
        if training is not None and kind is not None and kind.cut is not None and step is not None:
            name = f"{training.name}{SIGN}{step}"
            settings = dict(kind.cut(training.settings, step))
            sweeps = tuple(
                s for s in training.sweeps if kind.cut({s.setting: s.values}, step).get(s.setting) == s.values
            )
            yield name, training.model_copy(update={"name": name, "settings": settings, "sweeps": sweeps, "save": None})


def _drawn(stage: Stage, picked: Mapping[str, Stage], kinds: Mapping[str, Kind[Any]]) -> Stage:
    """A stage with the picked steps for its models."""
    step = _step(stage, kinds)
    names = {given.stage: f"{given.stage}{SIGN}{step}" for given in stage.models}
    models = tuple(
        given.model_copy(update={"stage": names[given.stage]}) if names[given.stage] in picked else given
        for given in stage.models
    )
    return stage.model_copy(update={"models": models})
