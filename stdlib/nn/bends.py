"""Bends: the lines of `bend` come in with a model, the bent model goes out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from safetensors.torch import save_file
from torch import nn

from intaglio.lang import ir
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.runtime.keys.digests import derive
from intaglio.stdlib import layers
from intaglio.stdlib.models import FACTS, WEIGHTS
from intaglio.stdlib.nn import bending, families, parts, weights

Beat = Callable[[], None]


def write(model: Artifact, steps: Sequence[ir.Step], seed: int, result: Path, beat: Beat) -> None:
    """Write a model with its bends to a result folder. Raises `Fault` for layers and families that it lacks."""
    network, facts = weights.network_of(model)
    reach = Reach(network, facts, seed, beat)
    bends: list[dict[str, Any]] = []
    glitched = False
    for number, step in enumerate(steps):
        if step.word == "on":
            reach.narrow(step, number)
            continue
        values: dict[str, Any] = {name: value for name, value in step.values.items() if name != "at"}
        for place, layer in enumerate(layers.chosen(_at(step), list(parts.layers_of(network)), _begun(step))):
            features = reach.features(layer)
            if step.word == "glitch":
                chance = derive(seed, "bend-glitch", number)
                bending.glitch(network, layer, features, reach.count(layer), float(values["amount"]), chance)
                weights.settle(network)
                reach.forget()
                glitched = True
            else:
                chance = derive(seed, "bend", number, place)
                bends.append({"word": step.word, "layer": layer, "features": features, "seed": chance, **values})
    for name in set(model.result) - {FACTS} - ({WEIGHTS} if glitched else set()):
        shutil.copyfile(model.result[name], result / name)
    if glitched:
        save_file({key: t.detach().cpu().contiguous() for key, t in network.state_dict().items()}, result / WEIGHTS)
    told = {**json.loads(model.result[FACTS].read_bytes()), "bends": [*facts.get("bends", ()), *bends]}
    (result / FACTS).write_text(json.dumps(told, indent=2, sort_keys=True) + "\n")


def _begun(step: ir.Step) -> str:
    """A step's line as far as its layers, to be pasted."""
    said = [
        f"{value:g}" if isinstance(value, float) else str(value) for name, value in step.values.items() if name != "at"
    ]
    return " ".join([step.word, ", ".join(said)]).strip() + " at"


def _at(step: ir.Step) -> tuple[str]:
    return (str(step.values["at"]),)


class Reach:
    """Which features of each layer the next lines reach, as the last `on` said."""

    def __init__(self, network: nn.Module, facts: dict[str, Any], seed: int, beat: Beat) -> None:
        self._network, self._facts, self._seed, self._beat = network, facts, seed, beat
        self._maps: dict[str, families.Maps] | None = None
        self._which: str = "all"
        self._amount: float = 1.0
        self._of: int = 0
        self._number = 0

    def narrow(self, step: ir.Step, number: int) -> None:
        """Hear a line `on`. Raises `Fault` where it says too little."""
        values: dict[str, Any] = dict(step.values)
        which, amount, of = values["which"], values["amount"], values["of"]
        if which == "share" and (amount is None or not 0 <= amount <= 1):
            raise Fault("`on share` says how many of the features: a share of them, from 0% to 100%.", "on share, 30%")
        if which == "cluster" and (amount is None or of is None or not 1 <= amount <= of or amount != int(amount)):
            said = "" if amount is None or of is None else f" There is no family {amount:g} of {of}."
            raise Fault(f"`on cluster` says which family, of how many.{said}", "on cluster, 2, 5")
        self._which, self._amount, self._of, self._number = which, amount or 0.0, of or 0, number

    def features(self, layer: str) -> list[int] | None:
        """The numbers of the features; None for all."""
        if self._which == "all":
            return None
        maps = self._seen().get(layer)
        if maps is None:
            raise Fault(
                f"Nothing flows through `{layer}` when this model draws, so its features cannot be told apart.",
                "on all",
            )
        if self._which == "share":
            place = list(self._seen()).index(layer)
            return list(families.chosen(len(maps), self._amount, self._seed, self._number, place))
        if len(maps) < self._of:
            raise Fault(
                f"`{layer}` has {len(maps)} features, which make no {self._of} families.", f"on cluster, 1, {len(maps)}"
            )
        return families.families(maps, self._of)[int(self._amount) - 1]

    def count(self, layer: str) -> int:
        """How many features a layer has; 1 where all of them are reached, and nobody asks."""
        return 1 if self._which == "all" else len(self._seen()[layer])

    def forget(self) -> None:
        """Look at the network anew: its weights are others."""
        self._maps = None

    def _seen(self) -> dict[str, families.Maps]:
        if self._maps is None:
            self._maps = families.maps(self._network, self._facts, self._beat)
        return self._maps
