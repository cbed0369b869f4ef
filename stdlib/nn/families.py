"""Families: the features of each layer, sorted by how much alike they light up.

What a feature's map looks like on the average of some drawings says what it draws: those of one family draw one thing
(Broad, Leymarie and Grierson, 2021, section 4, who sort with a network of their own; here k-means on the maps does).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from intaglio.stdlib.nn import noise, parts, weights
from intaglio.stdlib.nn.drawers import Manner

Maps = NDArray[np.float64]

DRAWINGS = 32  # of which the maps are averaged
STARTS = 8  # of k-means, of which the best is taken
ROUNDS = 100  # of k-means, at most


def maps(network: nn.Module, facts: dict[str, Any], beat: Callable[[], None]) -> dict[str, Maps]:
    """The maps of each layer that draws, averaged over some drawings: (C, H×W)."""
    sums: dict[str, list[Maps]] = {}
    there = parts.layers_of(network)
    hooks = [
        part.module.register_forward_hook(partial(_look, sums.setdefault(name, []))) for name, part in there.items()
    ]
    try:
        drawer = weights.drawer_for(network, facts)
        z = torch.stack([noise.normal(drawer.shape, noise.generator(0, "families", i)) for i in range(DRAWINGS)])
        drawer.draw(z, [Manner()] * DRAWINGS, beat)
    finally:
        for hook in hooks:
            hook.remove()
    return {name: np.mean(seen, 0) for name, seen in sums.items() if seen}


def _look(seen: list[Maps], module: nn.Module, given: object, flow: Any) -> None:
    x = flow[0] if isinstance(flow, tuple) else flow
    seen.append(x.double().mean(0).flatten(1).cpu().numpy())


def families(maps: Maps, count: int) -> list[list[int]]:
    """The features of a layer in `count` families, the loudest first: each a list of numbers, in order.

    Maps (C, H×W) are compared by shape, not by how loud they are. Raises ValueError for fewer features than families.
    """
    if len(maps) < count:
        raise ValueError(f"{len(maps)} features make no {count} families")
    shapes = maps - maps.mean(1, keepdims=True)
    shapes = shapes / np.maximum(np.linalg.norm(shapes, axis=1, keepdims=True), 1e-12)
    member = _sorted(shapes, count)
    found = [np.flatnonzero(member == family) for family in range(count)]
    found.sort(key=lambda features: (-np.abs(maps[features]).mean(), features[0]))
    return [[int(feature) for feature in features] for features in found]


def _sorted(points: Maps, count: int) -> NDArray[np.int64]:
    """k-means: which of `count` centres each point is nearest to, of several starts the tightest."""
    tries = [_settled(points, _spread(points, count, start)) for start in range(STARTS)]
    return min(tries, key=lambda each: each[0])[1]


def _spread(points: Maps, count: int, start: int) -> Maps:
    """Centres far from one another (Arthur and Vassilvitskii, "k-means++", 2007)."""
    source = noise.generator(0, "k-means", start)
    centres = [points[source.integers(len(points))]]
    while len(centres) < count:
        far = np.min([((points - centre) ** 2).sum(1) for centre in centres], 0) + 1e-12
        centres.append(points[source.choice(len(points), p=far / far.sum())])
    return np.array(centres)


def _settled(points: Maps, centres: Maps) -> tuple[float, NDArray[np.int64]]:
    """How far points lie from their centres once these rest, and whose each is. No centre is left alone."""
    for _ in range(ROUNDS):
        far = ((points[:, None] - centres[None]) ** 2).sum(2)  # (N, K)
        member = far.argmin(1)
        for lonely in sorted(set(range(len(centres))) - set(member.tolist())):
            crowded = np.flatnonzero(np.bincount(member, minlength=len(centres))[member] > 1)
            member[crowded[far[crowded, member[crowded]].argmax()]] = lonely
        moved = np.array([points[member == k].mean(0) for k in range(len(centres))])
        if np.array_equal(moved, centres):
            break
        centres = moved
    return float(((points - centres[member]) ** 2).sum()), member


def chosen(count: int, share: float, seed: int, *indices: int) -> Sequence[int]:
    """A share of `count` features, one at least of any, chosen by chance; with one seed a larger has a smaller's."""
    order = noise.generator(seed, "bend-share", *indices).permutation(count)
    return sorted(int(feature) for feature in order[: max(math.ceil(share), round(share * count))])
