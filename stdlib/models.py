"""Models: what a model says of itself beside its weights, and which settings of what draws say something to it.

`model.json` holds the facts of the architecture: `model`, `height`, `width`, and what else its network needs; no names
and no paths. Loads no torch, so that what need not be drawn costs nothing.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from intaglio.lang.wording import silent
from intaglio.runtime.artifacts import images
from intaglio.runtime.artifacts.artifact import Artifact, Origin
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
    if artifact.output is None:
        return facts
    outputs = sorts.of(facts["model"]).outputs
    if artifact.output not in outputs:
        raise Fault(f"`model {facts['model']}` is one model, and has no `{artifact.output}`.")
    return {**facts, **outputs[artifact.output]}


def copy(artifact: Artifact, folder: Path, leave: Collection[str] = (), **facts: Any) -> None:
    """Lay a model's files into a folder, but some, and what it says of itself, with more facts beside."""
    told = {**facts_of(artifact), **facts}
    for name in set(artifact.result) - {FACTS, *leave}:
        shutil.copyfile(artifact.result[name], folder / name)
    (folder / FACTS).write_text(json.dumps(told, indent=2, sort_keys=True) + "\n")


def pass_groups_on(model: Artifact, seen: Path) -> None:
    """Say that a model made of another knows the groups that that one learnt."""
    names = images.called(model).groups
    if names:
        images.write_groups(seen, {name: Origin(0, number) for number, name in enumerate(names)})


def group_of(model: Artifact, name: str, begun: str) -> int:
    """The number of a group that a model learnt. Raises `Fault` for another; `begun` is how its line begins."""
    if not facts_of(model).get("groups", 0):
        raise Fault(
            f"`{name}` is asked for, and this model learnt none. Beneath its `train`, `condition group` has it"
            " learn each group of the dataset as a kind of its own.",
            "condition group",
        )
    names = images.called(model).groups
    if name not in names:
        near = next(iter(get_close_matches(name, names, 1, 0.5)), names[0] if names else "")
        raise Fault(f"This model learnt no group `{name}`. It learnt {', '.join(names)}.", f"{begun} {near}")
    return names.index(name)


def sort_of(models: Sequence[Given]) -> sorts.Sort | None:
    """The sort of the first model. None where it is damaged: it is made anew, or refused, before anything is drawn."""
    try:
        return sorts.of(facts_if_sound(models)["model"])
    except (Fault, LookupError, TypeError):
        return None


def facts_if_sound(models: Sequence[Given]) -> dict[str, Any]:
    """The facts of the first model. Nothing where there is none, or it is damaged."""
    try:
        return facts_of(models[0].artifact)
    except (Fault, ValueError, LookupError, TypeError, OSError):
        return {}


P = TypeVar("P", bound=Params)


def heard(params: P, models: Sequence[Given]) -> tuple[P, Sequence[str]]:
    """`Params.heard` for what draws: params with `truncation`, `sampler` and `steps`."""
    sort = sort_of(models)
    if sort is None:
        return params, ()
    said = {name: getattr(params, name) for name in ("truncation", "sampler", "steps")}
    acting = sort.acts(said)
    lost = [name for name, value in said.items() if value != acting[name] and value is not None]
    deaf = {each.key: each for each in sorts.deaf() if sort.name in each.words}
    remarks = [silent(deaf[name], name, sort.name) for name in lost if name in deaf]  # what draws nothing is refused
    return params.model_copy(update=dict(acting)), remarks
