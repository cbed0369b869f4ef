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
from intaglio.stdlib.nn.drawers import Drawer, Manner

Maps = NDArray[np.float64]

DRAWINGS, FEWER = 128, 32  # of which the maps are averaged; where drawing is many looks, fewer
STARTS = 96  # of k-means, at most, of which the best is taken
AGAIN = 12  # times that the best is found before it is believed
ROUNDS = 100  # of k-means, at most
LEAST = 1e-12  # that is gained by a move
ALIKE = 1e-9  # how far two sortings lie apart, at most, that are one


def maps(network: nn.Module, facts: dict[str, Any], beat: Callable[[], None], seed: int = 0) -> dict[str, Maps]:
    """The maps of each layer that draws, averaged over some drawings, which are those of `seed`: (C, H×W)."""
    drawer = weights.drawer_for(network, facts)
    return _seen(network, drawer, DRAWINGS if len(drawer.shape) == 1 else FEWER, beat, seed)


def counts(network: nn.Module, facts: dict[str, Any], beat: Callable[[], None]) -> dict[str, int]:
    """How many features each layer that draws has."""
    return {name: len(maps) for name, maps in _seen(network, weights.drawer_for(network, facts), 1, beat, 0).items()}


def _seen(network: nn.Module, drawer: Drawer, count: int, beat: Callable[[], None], seed: int) -> dict[str, Maps]:
    """The maps of each layer, averaged over so many drawings."""
    sums: dict[str, list[Maps]] = {}
    there = parts.layers_of(network)
    hooks = [
        part.module.register_forward_hook(partial(_look, sums.setdefault(name, []))) for name, part in there.items()
    ]
    try:
        z = torch.stack([noise.normal(drawer.shape, noise.generator(seed, "families", i)) for i in range(count)])
        drawer.draw(z, [Manner()] * count, beat)
    finally:
        for hook in hooks:
            hook.remove()
    return {name: np.mean(seen, 0) for name, seen in sums.items() if seen}


def _look(seen: list[Maps], module: nn.Module, given: object, flow: Any) -> None:
    x = flow[0] if isinstance(flow, tuple) else flow
    seen.append(x.cpu().double().mean(0).flatten(1).numpy())


def families(maps: Maps, count: int, seed: int = 0) -> list[list[int]]:
    """The features of a layer in `count` families, the loudest first: each a list of numbers, in order.

    Maps (C, H×W) are compared by shape, not by how loud they are. `seed` says where k-means begins. Raises ValueError
    for fewer features than families.
    """
    if len(maps) < count:
        raise ValueError(f"{len(maps)} features make no {count} families")
    shapes = maps - maps.mean(1, keepdims=True)
    shapes = shapes / np.maximum(np.linalg.norm(shapes, axis=1, keepdims=True), 1e-12)
    member = _sorted(_flat(shapes), count, seed)
    found = [np.flatnonzero(member == family) for family in range(count)]
    found.sort(key=lambda features: (-np.abs(maps[features]).mean(), features[0]))
    return [[int(feature) for feature in features] for features in found]


def _flat(points: Maps) -> Maps:
    """Points as far from one another as these, with no more coordinates than there are points."""
    if points.shape[1] <= len(points):
        return points
    across, lengths, _ = np.linalg.svd(points, full_matrices=False)
    flat: Maps = across * lengths
    return flat


def _sorted(points: Maps, count: int, seed: int) -> NDArray[np.int64]:
    """k-means: which of `count` centres each point is nearest to, of several starts the tightest."""
    best, found, times = np.inf, np.zeros(len(points), np.int64), 0
    for start in range(STARTS):
        loose, member = _settled(points, _spread(points, count, noise.generator(seed, "k-means", start)))
        if loose < best - ALIKE:
            best, found, times = loose, member, 0
        times += loose < best + ALIKE
        if times == AGAIN:
            break
    return found


def _spread(points: Maps, count: int, source: np.random.Generator) -> Maps:
    """Centres far from one another (Arthur and Vassilvitskii, "k-means++", 2007)."""
    centres = [points[source.integers(len(points))]]
    while len(centres) < count:
        far = np.min([((points - centre) ** 2).sum(1) for centre in centres], 0) + 1e-12
        centres.append(points[source.choice(len(points), p=far / far.sum())])
    return np.array(centres)


def _settled(points: Maps, centres: Maps) -> tuple[float, NDArray[np.int64]]:
    """How far points lie from their centres once no point is better elsewhere, and whose each is.

    Moving the nearest first, and all at once, comes to rest early where points have many coordinates; then one is moved
    at a time, counting that both centres go along (Hartigan's; Telgarsky and Vattani, "Hartigan's method", 2010). No
    centre is left alone.
    """
    member = _apart(points, centres).argmin(1)
    for _ in range(ROUNDS):
        _settle_lonely(points, member, centres)
        moved = _centres(points, member, len(centres))
        if np.array_equal(moved, centres):
            break
        centres, member = moved, _apart(points, moved).argmin(1)
    _settle_lonely(points, member, centres)
    while _move_one(points, member, len(centres)):
        pass
    return float(((points - _centres(points, member, len(centres))[member]) ** 2).sum()), member


def _apart(points: Maps, centres: Maps) -> Maps:
    """Squared distances (N, K)."""
    apart: Maps = (points**2).sum(1)[:, None] - 2 * points @ centres.T + (centres**2).sum(1)
    return apart


def _centres(points: Maps, member: NDArray[np.int64], count: int) -> Maps:
    return np.array([points[member == k].mean(0) for k in range(count)])


def _settle_lonely(points: Maps, member: NDArray[np.int64], centres: Maps) -> None:
    """Give each centre without points the one that is farthest from its own, of those that have several."""
    far = _apart(points, centres)
    for lonely in sorted(set(range(len(centres))) - set(member.tolist())):
        crowded = np.flatnonzero(np.bincount(member, minlength=len(centres))[member] > 1)
        member[crowded[far[crowded, member[crowded]].argmax()]] = lonely


def _move_one(points: Maps, member: NDArray[np.int64], count: int) -> bool:
    """Move the one point by whose move most is gained. Whether there is one."""
    far, sizes = _apart(points, _centres(points, member, count)), np.bincount(member, minlength=count)
    each = np.arange(len(points))
    left = far[each, member] * sizes[member] / np.maximum(sizes[member] - 1, 1)  # a point alone gains nothing
    gains = left[:, None] - far * sizes / (sizes + 1)
    gains[each, member] = 0
    point, to = np.unravel_index(gains.argmax(), gains.shape)
    if gains[point, to] <= LEAST:
        return False
    member[point] = to
    return True


def chosen(count: int, share: float, seed: int, *indices: int) -> Sequence[int]:
    """A share of `count` features, one at least of any, chosen by chance; with one seed a larger has a smaller's."""
    order = noise.generator(seed, "bend-share", *indices).permutation(count)
    return sorted(int(feature) for feature in order[: max(math.ceil(share), round(share * count))])
