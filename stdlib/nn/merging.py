"""Merging: one network of several that are built alike, tensor by tensor.

Averages of networks that began as one lie in the same valley and draw (Wortsman et al., "Model soups", 2022); those of
strangers mostly do not, and what they draw is nobody's. Layers of one put into another are Pinkney and Adler's
("Resolution dependent GAN interpolation for controllable image synthesis between domains", 2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from safetensors.torch import load_file, save_file
from torch import Tensor

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.stdlib import layers, sorts
from intaglio.stdlib.models import WEIGHTS, copy, facts_of
from intaglio.stdlib.nn import parts, weights


def merge(models: Sequence[Artifact], shares: Sequence[float], at: Sequence[str] | None, result: Path) -> None:
    """Write the average of models, in shares that come to 1, to a result folder; of the layers `at`, or of all.

    The rest, and what was trained beside a model, is the first one's. Raises `Fault` for models that are built
    differently, and for layers that they lack.
    """
    _check_alike(models)
    states = [load_file(model.result[WEIGHTS]) for model in models]
    reached = None if at is None else _reached(models[0], at)
    merged = {
        name: _average([state[name] for state in states], shares) if reached is None or name in reached else tensor
        for name, tensor in states[0].items()
    }
    save_file(merged, result / WEIGHTS)
    copy(models[0], result, leave={WEIGHTS})


def _reached(model: Artifact, at: Sequence[str]) -> set[str]:
    """The names of the tensors of some layers."""
    network, _ = weights.network_of(model)
    there = parts.layers_of(network)
    wanted = [there[name] for name in layers.chosen(at, list(there), "layers")]
    return {name for name in network.state_dict() if any(part.owns(name) for part in wanted)}


def _average(tensors: Sequence[Tensor], shares: Sequence[float]) -> Tensor:
    """Counted in doubles, so that one whole share is the tensor itself. Numbers that count are the first one's."""
    if not tensors[0].is_floating_point():
        return tensors[0]
    total = sum(share * each.double() for share, each in zip(shares, tensors, strict=True))
    assert isinstance(total, Tensor)
    return total.to(tensors[0].dtype).contiguous()


def _check_alike(models: Sequence[Artifact]) -> None:
    built = [sorts.built(facts_of(model)) for model in models]
    for other in built[1:]:
        if other != built[0]:
            order = sorted({*built[0], *other}, key=lambda name: (name != "model", name))  # of two sorts, that is told
            name = next(name for name in order if built[0].get(name) != other.get(name))
            if name == "bends":
                raise Fault("These models are bent in different ways. Merge them first, and bend what comes of it.")
            raise Fault(
                f"Models are merged weight by weight, so they must be built alike. Of these, `{name}` is"
                f" {built[0].get(name)} in one and {other.get(name)} in another."
            )
