"""Clustering: images sorted into groups by what they look like. Goes by their looks alone (`measuring.look`).

Chance is H(seed, look), so that where a group begins does not hang on who else is there, and an image that is added
moves the others only where it tips a group over.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from intaglio.runtime.keys import digests

Looks = NDArray[np.uint8]  # N×length
Labels = NDArray[np.int64]  # N

STARTS = 4  # of which the one is taken whose groups are closest
LIMIT = 30  # of turns; most come to rest after ten
BLOCK = 4096  # images that are compared with all centres at once
CHROMA = 2  # as in `finding`: hue tells more than light
MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # of SplitMix64 (Steele and others 2014)


def clustered(looks: Sequence[bytes], count: int, seed: int) -> Labels:
    """The number of each image's group, from 0 and at most `count` of them, numbered as they are met in the list.

    k-means (Lloyd 1982) that begins as k-means++ (Arthur and Vassilvitskii 2007). Centres are whole numbers, so that
    every machine finds the same groups. There are fewer than `count` where fewer images differ.
    """
    flat = np.frombuffer(b"".join(looks), np.uint8).reshape(len(looks), -1)
    points = flat.astype(np.float64) * np.tile((1, CHROMA, CHROMA), flat.shape[1] // 3)
    lots = np.array([digests.derive(seed, "cluster", int.from_bytes(look, "big")) for look in looks], np.uint64)
    tries = [_settled(points, _begun(points, count, lots, start)) for start in range(STARTS)]
    labels, _ = min(tries, key=lambda tried: tried[1])
    return _as_met(labels)


def _begun(points: NDArray[np.float64], count: int, lots: NDArray[np.uint64], start: int) -> NDArray[np.float64]:
    """Centres that lie apart: each is an image, chosen with a chance that grows with its distance from those before.

    Each image waits for a time that its lot and its distance say, and the first to come is it: so nobody's chance
    hangs on how many there are.
    """
    centres = points[[int(np.argmin(_waits(lots, start, 0)))]]
    nearest = _distances(points, centres)[:, 0]
    while len(centres) < count and nearest.any():
        with np.errstate(divide="ignore"):
            chosen = int(np.argmin(_waits(lots, start, len(centres)) / nearest))
        centres = np.concatenate([centres, points[[chosen]]])
        nearest = np.minimum(nearest, _distances(points, centres[-1:])[:, 0])
    return centres


def _waits(lots: NDArray[np.uint64], start: int, turn: int) -> NDArray[np.float64]:
    """A time for each lot, exponentially distributed: others for each start and turn."""
    mixed = lots + np.uint64((MIX[0] * (start * 1_000_003 + turn + 1)) % 2**64)
    for shift, factor in ((30, MIX[1]), (27, MIX[2])):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(31)
    return -np.log(((mixed >> np.uint64(11)).astype(np.float64) + 0.5) / 2**53)


def _settled(points: NDArray[np.float64], centres: NDArray[np.float64]) -> tuple[Labels, float]:
    """Groups that come to rest, and how far their images are from their centres together."""
    labels, apart = _nearest(points, centres)
    for _ in range(LIMIT):
        centres = _middles(points, labels, centres)
        moved, apart = _nearest(points, centres)
        if np.array_equal(labels, moved):
            break
        labels = moved
    return labels, apart


def _middles(points: NDArray[np.float64], labels: Labels, centres: NDArray[np.float64]) -> NDArray[np.float64]:
    """The middle of each group in whole numbers; of one without images, where it was."""
    order = np.argsort(labels, kind="stable")
    there, begins, counts = np.unique(labels[order], return_index=True, return_counts=True)
    middles = centres.copy()
    middles[there] = np.floor(np.add.reduceat(points[order], begins) / counts[:, None] + 0.5)
    return middles


def _nearest(points: NDArray[np.float64], centres: NDArray[np.float64]) -> tuple[Labels, float]:
    """The nearest centre of each point, the first of equals, and the sum of the distances."""
    labels, apart = np.empty(len(points), np.int64), 0.0
    for begin in range(0, len(points), BLOCK):
        distances = _distances(points[begin : begin + BLOCK], centres)
        labels[begin : begin + BLOCK] = distances.argmin(axis=1)
        apart += float(distances.min(axis=1).sum())
    return labels, apart


def _distances(points: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.float64]:
    """Squared distances N×K: whole numbers, which floats hold exactly, in whatever order they are added."""
    squares = np.einsum("nd,nd->n", points, points)[:, None] + np.einsum("kd,kd->k", centres, centres)
    return np.asarray(squares - points @ (2 * centres.T))


def _as_met(labels: Labels) -> Labels:
    """The same groups, numbered in the order of their first images."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return np.asarray(np.argsort(np.argsort(first))[inverse])
