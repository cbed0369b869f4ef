"""Facts: what a model says of itself beside its weights. Loads no torch, so that what need not be drawn costs nothing.

`model.json` holds the facts of the architecture: `model`, `height`, `width`, and what else its network needs; no names
and no paths.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from intaglio.runtime.artifact import Artifact
from intaglio.runtime.contract import Fault

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


def unheard(facts: Mapping[str, Any], truncation: float, steps: int | None, sampler: str | None) -> Iterator[str]:
    """A remark for each way of drawing that was asked for and says nothing to a model."""
    model = facts["model"]
    if model == "diffusion" and truncation != 1.0:
        yield "`truncation` says nothing to a diffusion model: it has no average to stay near."
    if model != "diffusion" and (steps or sampler):
        yield f"`steps` and `sampler` say nothing to a model of the sort {model}: it draws at one stroke."
