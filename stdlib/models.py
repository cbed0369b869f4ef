"""Models: what a model says of itself beside its weights, and which ways of drawing it knows.

`model.json` holds the facts of the architecture: `model`, `height`, `width`, and what else its network needs; no names
and no paths. Loads no torch, so that what need not be drawn costs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault, Given, Params

SAMPLER = "heun"  # of a diffusion model, where nothing else is said
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


def usual_steps(sampler: str) -> int:
    """In how many strokes a sampler draws. Heun looks twice at a step, so it needs fewer."""
    return 10 if sampler == "heun" else 30


P = TypeVar("P", bound=Params)


def heard(params: P, models: Sequence[Given]) -> tuple[P, Sequence[str]]:
    """`Params.heard` for what draws: params with `truncation`, `sampler` and `steps`."""
    try:
        model = facts_of(models[0].artifact)["model"]
    except (Fault, ValueError, LookupError, TypeError, OSError):  # damaged, or refused before anything is drawn
        return params, ()
    said = {name: getattr(params, name) for name in ("truncation", "sampler", "steps")}
    if model == "diffusion":
        sampler = said["sampler"] or SAMPLER
        drawn = {"truncation": 1.0, "sampler": sampler, "steps": said["steps"] or usual_steps(sampler)}
        why = "it has no average to stay near"
    else:
        drawn = {"truncation": said["truncation"], "sampler": None, "steps": None}
        why = "it draws at one stroke"
    lost = [name for name, value in said.items() if value != drawn[name] and value is not None]
    remarks = [f"`{name}` says nothing to a model of the sort {model}: {why}." for name in lost]
    return params.model_copy(update=drawn), remarks
