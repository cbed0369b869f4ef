"""Weights: a model's files, `model.safetensors` and `model.json`, and the networks made from them again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.stdlib import sorts
from intaglio.stdlib.models import FACTS, FORMAT, WEIGHTS, facts_of
from intaglio.stdlib.nn import clock, machine
from intaglio.stdlib.nn.blocks import Double
from intaglio.stdlib.nn.drawers import Look, Timed, looking

if TYPE_CHECKING:
    from intaglio.stdlib.nn.drawers import Drawer


def save(result: Path, network: nn.Module, facts: Mapping[str, Any], beside: Mapping[str, nn.Module]) -> None:
    """Write a network to a result folder, and those that it was trained with beside it, each under its name."""
    for name, each in {WEIGHTS: network, **{file_beside(name): other for name, other in beside.items()}}.items():
        save_file({key: t.detach().cpu().contiguous() for key, t in each.state_dict().items()}, result / name)
    (result / FACTS).write_text(json.dumps({"format": FORMAT, **facts}, indent=2, sort_keys=True) + "\n")


def file_beside(name: str) -> str:
    """The file of a network that a model was trained with."""
    return f"model-{name}.safetensors"


def load(artifact: Artifact, network: nn.Module, name: str) -> None:
    """Put the weights of one of a model's files into a network. Raises `Fault` where the model has no such file."""
    if name not in artifact.result:
        raise Fault(f"This model was saved without {name}, which training on needs.")
    network.load_state_dict(load_file(artifact.result[name]))


def network_of(artifact: Artifact) -> tuple[nn.Module, dict[str, Any]]:
    """A model's network with its weights, in eval mode and without gradients, and its facts."""
    machine.keep_memory()
    facts = facts_of(artifact)
    network = sorts.of(facts["model"]).build(facts)
    network.load_state_dict(load_file(artifact.result[WEIGHTS]))
    network = machine.placed(network).eval().requires_grad_(False)
    settle(network)
    if "bends" in facts:
        from intaglio.stdlib.nn import bending

        masks = {bend["mask"] for bend in facts["bends"] if "mask" in bend}
        bending.apply(network, facts["bends"], {mask: _mask(artifact, mask) for mask in masks})
    return network, facts


def _mask(artifact: Artifact, name: str) -> Tensor:
    """Where a bend reaches, (1, 1, H, W) from 0 to 1."""
    return load_file(artifact.result[file_beside(name)])["mask"].to(machine.device())


def settle(network: nn.Module) -> None:
    """Work out what follows from weights that will not change any more."""
    for module in network.modules():
        if isinstance(module, Double):
            module.settle()


def drawer_of(artifact: Artifact) -> Drawer:
    """A model that draws, from an artifact."""
    return drawer_for(*network_of(artifact))


def drawer_for(network: nn.Module, facts: dict[str, Any]) -> Drawer:
    """A model that draws, from its network and facts. Raises `Fault` for one that does not."""
    sort = sorts.of(facts["model"])
    if sort.drawer is None:
        instead = "" if sort.over is None else " It draws over images; `vary` asks it to."
        raise Fault(f"A model of the sort `{sort.name}` does not draw from chance.{instead}")
    drawer, told = sort.drawer(network, facts), clock.of(network)
    return drawer if told is None else Timed(drawer, told)


def reader_of(artifact: Artifact, reverse: bool) -> tuple[Look, dict[str, Any]]:
    """What draws over pictures, the other way if so, from an artifact, as `chunks.redraw` asks it; and its facts.

    Raises `Fault` for a model that does not draw over pictures, and for one that learnt one way where both are asked.
    """
    network, facts = network_of(artifact)
    over = sorts.of(facts["model"]).over
    if over is None:
        raise Fault(f"A model of the sort `{facts['model']}` draws from chance, and reads no pictures.")
    return looking(over(network, reverse), clock.of(network)), facts
