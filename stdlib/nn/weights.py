"""Weights: a model's files, `model.safetensors` and `model.json`, and the networks made from them again.

`Drawer` is a model as those see it that draw with it: noise goes in, pictures come out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.stdlib.models import FACTS, FORMAT, SAMPLER, WEIGHTS, facts_of, usual_steps
from intaglio.stdlib.nn import machine
from intaglio.stdlib.nn.blocks import Double


@dataclass(frozen=True, slots=True)
class Manner:
    """How to draw: `truncation` for a gan or an autoencoder, `sampler` and `steps` for diffusion."""

    truncation: float = 1.0
    sampler: str | None = None
    steps: int | None = None


class Drawer(Protocol):
    """A model that draws."""

    model: str
    height: int
    width: int
    shape: tuple[int, ...]
    """The shape of the noise behind one picture."""

    def draw(self, z: Tensor, manners: list[Manner], beat: Callable[[], None]) -> Tensor:
        """Noise (B, *shape) to pictures (B, 3, height, width) from -1 to 1, each in its manner.

        Manners may differ in truncation only. `beat` is called now and then, and may raise.
        """
        ...


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
    network = _network(facts)
    network.load_state_dict(load_file(artifact.result[WEIGHTS]))
    network = machine.placed(network).eval().requires_grad_(False)
    settle(network)
    if "bends" in facts:
        from intaglio.stdlib.nn import bending

        bending.apply(network, facts["bends"])
    return network, facts


def settle(network: nn.Module) -> None:
    """Work out what follows from weights that will not change any more."""
    for module in network.modules():
        if isinstance(module, Double):
            module.settle()


def _network(facts: dict[str, Any]) -> nn.Module:
    height, width = facts["height"], facts["width"]
    match facts["model"]:
        case "gan":
            from intaglio.stdlib.nn.gan import Generator

            return Generator(height, width, facts["latent"])
        case "autoencoder":
            from intaglio.stdlib.nn.autoencoder import Autoencoder

            return Autoencoder(height, width, facts["latent"])
        case "diffusion":
            from intaglio.stdlib.nn.diffusion import Denoiser

            return Denoiser(height, width, facts["schedule"], facts["std"])
        case other:
            raise Fault(f"This version of gen cannot draw with a model of the sort `{other}`.")


def drawer_of(artifact: Artifact) -> Drawer:
    """A model that draws, from an artifact."""
    return drawer_for(*network_of(artifact))


def drawer_for(network: nn.Module, facts: dict[str, Any]) -> Drawer:
    """A model that draws, from its network and facts."""
    return Diffusing(network, facts) if facts["model"] == "diffusion" else Latent(network, facts)


class Latent:
    """A gan or an autoencoder: noise is a short vector, and drawing is one look."""

    def __init__(self, network: Any, facts: dict[str, Any]) -> None:
        self.network = network
        self.model: str = facts["model"]
        self.height: int = facts["height"]
        self.width: int = facts["width"]
        self.shape: tuple[int, ...] = (facts["latent"],)

    @torch.no_grad()
    def draw(self, z: Tensor, manners: list[Manner], beat: Callable[[], None]) -> Tensor:
        """See `Drawer.draw`."""
        beat()
        truncation = torch.tensor([[m.truncation] for m in manners], device=z.device)  # (B, 1)
        drawn: Tensor = (self.network if self.model == "gan" else self.network.drawn)(z, truncation)
        return drawn


class Diffusing:
    """A diffusion model: noise is as large as the picture, and drawing is many looks."""

    def __init__(self, network: Any, facts: dict[str, Any]) -> None:
        self.network = network
        self.model: str = facts["model"]
        self.height: int = facts["height"]
        self.width: int = facts["width"]
        self.shape: tuple[int, ...] = (3, self.height, self.width)

    def draw(self, z: Tensor, manners: list[Manner], beat: Callable[[], None]) -> Tensor:
        """See `Drawer.draw`."""
        from intaglio.stdlib.nn import diffusion

        sampler = manners[0].sampler or SAMPLER
        steps = manners[0].steps or usual_steps(sampler)
        return diffusion.denoise(self.network, z, sampler, steps, beat)
