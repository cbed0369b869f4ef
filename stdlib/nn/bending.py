"""Bending: what flows through a network is transformed on its way, and nothing is taught (Broad, Leymarie and Grierson,
"Network bending: expressive manipulation of deep generative models", 2021).

A bent model's `model.json` lists its bends in order, each a plain map: the `word` of its transform, the `layer` that it
acts at, the `features` that it reaches (null for all), its `seed`, and the transform's own numbers. Where some of these
move, they are the first, and `to` has the last; where the bend goes by a mask, `mask` names its file. Making the
network again puts them back as hooks. Every transform looks at one picture at a time, so that none depends on its
neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from intaglio.stdlib.moments import TO, line
from intaglio.stdlib.nn import noise, parts
from intaglio.stdlib.nn.clock import Clock

Bend = Mapping[str, Any]
Change = Callable[[Tensor], Tensor]  # feature maps (B, C, H, W), to the same

FINE = 1024  # steps from black to white: as many are counted without a rest, so that white is 1


def apply(network: Any, bends: Sequence[Bend], masks: Mapping[str, Tensor]) -> None:
    """Bend a network from now on, in order. `masks` (1, 1, H, W), from 0 to 1, are those that bends name.

    Where something moves, the network has a `clock`.
    """
    if any(TO in bend for bend in bends):
        network.clock = Clock()
    there = parts.layers_of(network)
    for bend in bends:
        mask = Mask(masks[bend["mask"]]) if "mask" in bend else None
        change = partial(_moving, network.clock, bend, mask) if TO in bend else partial(_changed, bend, mask)
        there[bend["layer"]].module.register_forward_hook(partial(_bent, change))


def _bent(change: Change, module: nn.Module, given: object, flow: Any) -> Any:
    """What a layer passes on, bent. Some of diffusers' pass on their maps with others beside them."""
    return (change(flow[0]), *flow[1:]) if isinstance(flow, tuple) else change(flow)


def _moving(clock: Clock, bend: Bend, mask: Mask | None, x: Tensor) -> Tensor:
    """Feature maps (B, C, H, W), each picture's bent as the bend stands at its moment."""
    moments = clock.of(len(x), line(bend))
    return torch.cat([_changed(_at(bend, t), mask, one) for one, t in zip(torch.split(x, 1), moments, strict=True)])


def _at(bend: Bend, moment: float) -> Bend:
    """A bend as it stands at a moment."""
    return {**bend, **{name: (1 - moment) * bend[name] + moment * last for name, last in bend[TO].items()}}


def _changed(bend: Bend, mask: Mask | None, x: Tensor) -> Tensor:
    """Feature maps (B, C, H, W), of which those that the bend reaches are transformed, where the mask lets it."""
    transform = TRANSFORMS[bend["word"]]
    if bend["features"] is None:
        return _masked(x, transform(x, bend), mask)
    reached = torch.tensor(bend["features"], device=x.device)
    own = x[:, reached]
    return x.index_copy(1, reached, _masked(own, transform(own, bend), mask))


def _masked(before: Tensor, after: Tensor, mask: Mask | None) -> Tensor:
    """Of maps before and after, the one where the mask is black, the other where it is white; between, some of both."""
    return after if mask is None else torch.lerp(before, after, mask.on(before.shape[2], before.shape[3]).to(before))


class Mask:
    """Where a bend reaches, (1, 1, H, W) from 0 to 1, on the grid of each layer."""

    def __init__(self, bright: Tensor) -> None:
        self._bright = bright
        self._grids: dict[tuple[int, int], Tensor] = {}

    def on(self, height: int, width: int) -> Tensor:
        """(1, 1, height, width), softly: each place as bright as what it covers. What is all white there is 1."""
        if (height, width) not in self._grids:
            fitted = F.interpolate(self._bright, (height, width), mode="bilinear", antialias=True)
            self._grids[height, width] = (fitted * FINE).round().clamp(0, FINE) / FINE
        return self._grids[height, width]


# Transforms ---------------------------------------------------------------------------------------------------------


def _invert(x: Tensor, bend: Bend) -> Tensor:
    return -x


def _ablate(x: Tensor, bend: Bend) -> Tensor:
    return torch.zeros_like(x)


def _scale(x: Tensor, bend: Bend) -> Tensor:
    return x * float(bend["amount"])


def _threshold(x: Tensor, bend: Bend) -> Tensor:
    return (x > float(bend["amount"])).to(x.dtype)


def _flip(x: Tensor, bend: Bend) -> Tensor:
    return x.flip(3 if bend["way"] == "across" else 2)


def _rotate(x: Tensor, bend: Bend) -> Tensor:
    """Against the clock about the centre. What comes in from outside is 0."""
    angle = torch.deg2rad(torch.tensor(float(bend["amount"])))
    (c, s), stretch = (angle.cos(), angle.sin()), x.shape[2] / x.shape[3]
    zero = torch.zeros(())
    turn = torch.stack([torch.stack([c, -s * stretch, zero]), torch.stack([s / stretch, c, zero])])  # (2, 3)
    return _sampled(x, turn)


def _translate(x: Tensor, bend: Bend) -> Tensor:
    """To the right and down, in shares of the map. What comes in from outside is 0."""
    return _sampled(x, torch.tensor([[1.0, 0.0, -2.0 * bend["across"]], [0.0, 1.0, -2.0 * bend["down"]]]))


def _sampled(x: Tensor, affine: Tensor) -> Tensor:
    where: Tensor = F.affine_grid(affine.to(x)[None].expand(len(x), 2, 3), list(x.shape), align_corners=False)
    return F.grid_sample(x, where, align_corners=False)


def _dilate(x: Tensor, bend: Bend) -> Tensor:
    """As far as is said; where it moves, some of one whole step and some of the next."""
    reach, more = divmod(bend["amount"], 1)
    spread = _spread(x, int(reach))
    return torch.lerp(spread, _spread(x, int(reach) + 1), more) if more else spread


def _spread(x: Tensor, reach: int) -> Tensor:
    return F.max_pool2d(x, 2 * reach + 1, stride=1, padding=reach)


def _erode(x: Tensor, bend: Bend) -> Tensor:
    return -_dilate(-x, bend)


def _noise(x: Tensor, bend: Bend) -> Tensor:
    """The same chance for every picture, as loud as the map is."""
    loud = x.std((2, 3), keepdim=True, unbiased=False)  # (B, C, 1, 1)
    return x + float(bend["amount"]) * loud * _chance(bend["seed"], tuple(x.shape[1:])).to(x)


@cache
def _chance(seed: int, shape: tuple[int, ...]) -> Tensor:
    return noise.normal(shape, noise.generator(seed, "bend-noise"))


def _swap(x: Tensor, bend: Bend) -> Tensor:
    """Features change places in pairs, chosen by chance."""
    count = x.shape[1]
    order = noise.generator(bend["seed"], "bend-swap").permutation(count)
    pairs = order[: round(bend["amount"] * count) // 2 * 2].reshape(-1, 2)
    places = list(range(count))
    for one, other in pairs.tolist():
        places[one], places[other] = other, one
    return x[:, places]


TRANSFORMS: Mapping[str, Callable[[Tensor, Bend], Tensor]] = {
    "invert": _invert,
    "ablate": _ablate,
    "scale": _scale,
    "rotate": _rotate,
    "translate": _translate,
    "threshold": _threshold,
    "flip": _flip,
    "erode": _erode,
    "dilate": _dilate,
    "noise": _noise,
    "swap": _swap,
}


# Weights ------------------------------------------------------------------------------------------------------------


@torch.no_grad()
def glitch(network: nn.Module, layer: str, features: Sequence[int] | None, count: int, share: float, seed: int) -> None:
    """Replace a share of a layer's weights, chosen by chance, by chance as large as they are.

    `features` are some of the layer's `count`; a tensor that does not make them, row by row, is left alone then. With
    one seed a larger share replaces all that a smaller one does, and those by the same numbers.
    """
    part = parts.layers_of(network)[layer]
    for number, (name, weight) in enumerate(sorted(network.named_parameters())):
        if not part.owns(name) or weight.dim() < 2:
            continue
        source = noise.generator(seed, "glitch", number)
        hit = noise.uniform(weight.shape, source).to(weight) < share
        if features is not None:
            if len(weight) % count:
                continue
            rows = torch.zeros(count, dtype=torch.bool, device=weight.device)
            rows[list(features)] = True
            rows = rows.repeat_interleave(len(weight) // count)  # the first layer has a row for each place of a map
            hit &= rows.view(-1, *(1,) * (weight.dim() - 1))
        weight[hit] = (noise.normal(weight.shape, source).to(weight) * weight.std())[hit]
