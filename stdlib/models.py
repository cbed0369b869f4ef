"""Models: what a model says of itself beside its weights, and which settings of what draws say something to it.

`model.json` holds the facts of the architecture: `model`, `height`, `width`, and what else its network needs; no names
and no paths. Loads no torch, so that what need not be drawn costs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault, Given, Params
from intaglio.stdlib import sorts

WEIGHTS, FACTS = "model.safetensors", "model.json"
FORMAT = 1  # of `model.json`


def facts_of(artifact: Artifact) -> dict[str, Any]:
    """A model's facts. Raises `Fault` for what is no model of this program."""
    if FACTS not in artifact.result or WEIGHTS not in artifact.result:
        raise Fault(f"`{artifact.kind}` made no model here, and a model is needed.")
    facts = json.loads(artifact.result[FACTS].read_bytes())
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        raise Fault("This model was written by another version of gen, in a way that this one does not read.")
    return facts


P = TypeVar("P", bound=Params)


def heard(params: P, models: Sequence[Given]) -> tuple[P, Sequence[str]]:
    """`Params.heard` for what draws: params with `truncation`, `sampler` and `steps`."""
    try:
        sort = sorts.of(facts_of(models[0].artifact)["model"])
    except (Fault, ValueError, LookupError, TypeError, OSError):  # damaged, or refused before anything is drawn
        return params, ()
    said = {name: getattr(params, name) for name in ("truncation", "sampler", "steps")}
    acting = sort.acts(said)
    lost = [name for name, value in said.items() if value != acting[name] and value is not None]
    remarks = [f"`{name}` says nothing to a model of the sort {sort.name}: {sort.deaf}." for name in lost]
    return params.model_copy(update=dict(acting)), remarks
