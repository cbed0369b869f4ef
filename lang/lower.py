"""Lowering: checked stages become the IR, without places and spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from intaglio.lang import ir
from intaglio.lang.checker import draft
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.settings import sweeps_of


def lower(work: Mapping[str, Any], stages: Iterable[Checked]) -> ir.Program:
    """The program of a script without mistakes. Uses of recipes have become the stages in them."""
    made = tuple(lower_stage(stage) for stage in stages if stage.is_stage)
    return ir.Program(work=ir.Work.model_validate(work), stages=made)


def lower_stage(stage: Checked) -> ir.Stage:
    """One stage, as it was written."""
    said, inputs = stage.said, stage.inputs
    own = {key: value for key, value in said.values.items() if key not in ("seed", "save")}
    return ir.Stage(
        name=stage.made.path,
        kind=stage.made.word,
        settings=_values(own),
        sources=tuple(map(_input, inputs.sources)),
        models=tuple(map(_input, inputs.models)),
        paths=() if stage.made.verb and "from" in stage.made.verb.steps else tuple(inputs.paths),
        revision=inputs.revision,
        groups=tuple(ir.Group(name=group.name, steps=_steps(group.steps)) for group in stage.steps.groups),
        steps=_steps(stage.steps.steps),
        texts=stage.texts,
        sweeps=tuple(map(_sweep, sweeps_of(said))),
        seed=said.values.get("seed"),
        save=said.values.get("save"),
        later=tuple(sorted({each.what for each in stage.later})),
    )


def _input(given: draft.Input) -> ir.Input:
    return ir.Input(stage=given.stage, part=given.part)


def _sweep(sweep: draft.Sweep) -> ir.Sweep:
    shared, family = sweep.family, None
    if shared is not None:
        family = ir.Family(use=shared.use, takes=shared.takes, values=_value(shared.values))
    values, called, percent = _value(sweep.values), sweep.called, sweep.percent
    return ir.Sweep(setting=sweep.setting, values=values, family=family, called=called, percent=percent)


def _steps(steps: Iterable[draft.Step]) -> tuple[ir.Step, ...]:
    return tuple(ir.Step(word=step.word, values=_values(step.values), beneath=_values(step.beneath)) for step in steps)


def _values(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in values.items()}


def _value(value: Any) -> Any:
    match value:
        case tuple():
            return tuple(map(_value, value))
        case dict():
            return _values(value)
        case draft.Every(amount=amount, unit=unit):
            return ir.Every.model_validate({"amount": amount, "unit": unit})
        case draft.Compared(measure=measure, operator=operator, value=worth):
            return ir.Compared(measure=measure, operator=operator, value=worth)
        case draft.Joined(operator=operator, left=left, right=right):
            return ir.Joined(operator=operator, left=_value(left), right=_value(right))
        case draft.Negated(value=inner):
            return ir.Negated(value=_value(inner))
        case _:
            return value
