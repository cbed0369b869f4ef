"""Bends: the lines of `bend` come in with a model, the bent model goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from torch import nn

from intaglio.lang import ir
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import derive
from intaglio.stdlib import layers
from intaglio.stdlib.models import WEIGHTS, copy
from intaglio.stdlib.moments import TO
from intaglio.stdlib.nn import bending, families, parts, weights

Beat = Callable[[], None]
Pixels = NDArray[np.uint8]


def write(model: Artifact, steps: Sequence[ir.Step], mask: Pixels | None, seed: int, result: Path, beat: Beat) -> None:
    """Write a model with its bends to a result folder; they reach as far as a mask, uint8 H×W, is bright.

    Raises `Fault` for layers and families that it lacks.
    """
    network, facts = weights.network_of(model)
    masked = {} if mask is None else {"mask": _write_mask(mask, result)}
    reach = Reach(network, facts, known_of(model.digest), seed, beat)
    bends: list[dict[str, Any]] = []
    glitched = False
    for number, step in enumerate(steps):
        if step.word == "on":
            reach.narrow(step, number)
            continue
        values = _values(step)
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
                bends.append(
                    {"word": step.word, "layer": layer, "features": features, "seed": chance, **values, **masked}
                )
    copy(model, result, leave={WEIGHTS} if glitched else (), bends=[*facts.get("bends", ()), *bends])
    if glitched:
        save_file({key: t.detach().cpu().contiguous() for key, t in network.state_dict().items()}, result / WEIGHTS)


def _values(step: ir.Step) -> dict[str, Any]:
    """A step's own numbers: those that move as they begin, and beneath `to` as they end."""
    said: dict[str, Any] = {name: value for name, value in step.values.items() if name != "at"}
    first = {name: value[0] if isinstance(value, tuple) else value for name, value in said.items()}
    last = {name: value[1] for name, value in said.items() if isinstance(value, tuple) and value[1] != value[0]}
    return {**first, TO: last} if last else first


def _write_mask(mask: Pixels, result: Path) -> str:
    """Write a mask beside the weights, under the name that bends call it by: masks that are alike have one."""
    name = f"mask-{digests.of_bytes(repr(mask.shape).encode() + mask.tobytes())[:16]}"
    bright = torch.from_numpy(mask.astype(np.float32) / 255)[None, None]
    save_file({"mask": bright}, result / weights.file_beside(name))
    return name


def _begun(step: ir.Step) -> str:
    """A step's line as far as its layers, to be pasted."""
    said = [_said(value) for name, value in step.values.items() if name != "at"]
    return " ".join([step.word, ", ".join(said)]).strip() + " at"


def _said(value: ir.Value) -> str:
    if isinstance(value, tuple):
        return " to ".join(map(_said, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _at(step: ir.Step) -> tuple[str]:
    return (str(step.values["at"]),)


@dataclass(slots=True)
class Known:
    """What was found out of a network's features: how many there are, their maps, and families of so many."""

    counts: dict[str, int] = field(default_factory=dict)
    maps: dict[str, families.Maps] = field(default_factory=dict)
    families: dict[tuple[str, int], list[list[int]]] = field(default_factory=dict)


@lru_cache(maxsize=4)
def known_of(digest: str) -> Known:
    """What is known of a model by its digest, while the process is warm: another bend of it finds it there."""
    return Known()


class Reach:
    """Which features of each layer the next lines reach, as the last `on` said."""

    def __init__(self, network: nn.Module, facts: dict[str, Any], known: Known, seed: int, beat: Beat) -> None:
        self._network, self._facts, self._known, self._seed, self._beat = network, facts, known, seed, beat
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
        if layer not in self._counts():
            raise Fault(
                f"Nothing flows through `{layer}` when this model draws, so its features cannot be told apart.",
                "on all",
            )
        count = self._counts()[layer]
        if self._which == "share":
            place = list(self._counts()).index(layer)
            return list(families.chosen(count, self._amount, self._seed, self._number, place))
        if count < self._of:
            raise Fault(
                f"`{layer}` has {count} features, which make no {self._of} families.", f"on cluster, 1, {count}"
            )
        return self._families(layer)[int(self._amount) - 1]

    def count(self, layer: str) -> int:
        """How many features a layer has; 1 where all of them are reached, and nobody asks."""
        return 1 if self._which == "all" else self._counts()[layer]

    def forget(self) -> None:
        """Look at the network anew: its weights are others."""
        self._known = Known()

    def _counts(self) -> dict[str, int]:
        self._known.counts = self._known.counts or families.counts(self._network, self._facts, self._beat)
        return self._known.counts

    def _families(self, layer: str) -> list[list[int]]:
        known = self._known
        if (layer, self._of) not in known.families:
            known.maps = known.maps or families.maps(self._network, self._facts, self._beat)
            known.families[layer, self._of] = families.families(known.maps[layer], self._of)
        return known.families[layer, self._of]
