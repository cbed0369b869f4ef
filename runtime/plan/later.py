"""What arrives later: a program and its kinds come in; what of it is checked and not run yet, and a refusal, go out."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from intaglio.lang.ir import Stage
from intaglio.runtime.contract import Kind
from intaglio.runtime.fault import Fault
from intaglio.runtime.plan.order import inputs
from intaglio.runtime.plan.picking import origin


def arriving(stage: Stage, kinds: Mapping[str, Kind[Any]]) -> tuple[str, ...]:
    """What a stage asks for that arrives later: its whole kind, or words beneath it."""
    kind = kinds.get(stage.kind)
    return (stage.kind,) if kind is None or kind.run is None else stage.later


def refuse(
    order: Sequence[Stage], kinds: Mapping[str, Kind[Any]], script: Path, places: Mapping[str, Mapping[str, int]]
) -> None:
    """Raise `Fault` where any of the stages, inputs first, asks for what arrives later: nothing is begun then.

    `places` are the lines of what is asked for. The hint is the command that makes all that can be made.
    """
    later = {stage.name: words for stage in order if (words := arriving(stage, kinds))}
    if not later:
        return
    written = {origin(name) or name: words for name, words in later.items()}
    asked = [(places.get(name, {}).get(word, 0), word, name) for name, words in written.items() for word in words]
    lines = [f"line {line}: `{word}`, of `{name}`" for line, word, name in sorted(asked)]
    rest = _rest(order, later)
    also = "What does not need them can be made now." if rest else "All that was asked for needs them."
    message = "\n".join(
        ["Nothing was begun. These arrive with a later version of Intaglio, and are only checked now.", *lines, also]
    )
    raise Fault(message, shlex.join(["gen", "run", str(script), *rest]) if rest else None)


def _rest(order: Sequence[Stage], later: Mapping[str, object]) -> list[str]:
    """The stages that need nothing of it, without those that others of them are made of."""
    blocked: set[str] = set()
    for stage in order:
        if stage.name in later or not blocked.isdisjoint(inputs(stage)):
            blocked.add(stage.name)
    rest = [stage for stage in order if stage.name not in blocked and origin(stage.name) is None]
    used = {name for stage in rest for name in inputs(stage)}
    return [stage.name for stage in rest if stage.name not in used]
