"""Lowering: checked stages become the IR, without places and spelling."""

from __future__ import annotations

from collections.abc import Iterable

from intaglio.lang import ir
from intaglio.lang.checker.settings import sweeps_of
from intaglio.lang.checker.stages import Checked


def lower(work: ir.Work, stages: Iterable[Checked]) -> ir.Program:
    """The program of a script without mistakes. Uses of recipes have become the stages in them."""
    return ir.Program(work=work, stages=tuple(lower_stage(stage) for stage in stages if stage.is_stage))


def lower_stage(stage: Checked) -> ir.Stage:
    """One stage, as it was written."""
    said, inputs = stage.said, stage.inputs
    own = {key: value for key, value in said.values.items() if key not in ("seed", "save")}
    return ir.Stage(
        name=stage.made.path,
        kind=stage.made.word,
        settings=own,
        sources=tuple(inputs.sources),
        models=tuple(inputs.models),
        paths=() if stage.made.verb and "from" in stage.made.verb.steps else tuple(inputs.paths),
        revision=inputs.revision,
        groups=tuple(stage.steps.groups),
        steps=tuple(stage.steps.steps),
        texts=stage.texts,
        sweeps=sweeps_of(said),
        seed=said.values.get("seed"),
        save=said.values.get("save"),
        later=tuple(sorted({each.what for each in stage.later})),
    )
