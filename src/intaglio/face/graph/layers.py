"""A layered drawing: a net and the sizes of its nodes come in, places go out. What is made stands below its material.

After Sugiyama, Tagawa and Toda, “Methods for Visual Understanding of Hierarchical System Structures” (1981): layers by
longest path, long edges through a bend in each layer, order by the mean of neighbours, then places that draw towards
them. Each group has a strip of the drawing to itself, so that nothing foreign lies within its frame. The same net has
the same drawing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from intaglio.face.graph.net import Edge, Net

BETWEEN = 26.0  # nodes of a layer, in px
BETWEEN_BENDS = 16.0
STRIP = 34.0  # between the strips of two groups
ROUNDS = 12
LONGEST = 40  # layers that an edge is led through; a longer one goes straight


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of a node's upper edge, and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where everything lies: nodes by name, the bends of each edge from above to below, the whole size."""

    places: Mapping[str, Place]
    routes: Mapping[Edge, tuple[tuple[float, float], ...]]
    width: float
    height: float


@dataclass(slots=True)
class _Spot:
    """A node or a bend on its way to a place."""

    lane: int
    width: float
    x: float = 0.0
    above: list[_Spot] = field(default_factory=list)
    below: list[_Spot] = field(default_factory=list)


def lay_out(net: Net, sizes: Mapping[str, tuple[float, float]], between: float, margin: float) -> Drawing:
    """Place every node. `between` is the space between two layers, `margin` that around all."""
    depths = _depths(net)
    lanes = {group: number for number, group in enumerate(("", *net.groups))}
    spots = {node.name: _Spot(lanes[node.group], sizes[node.name][0]) for node in net.nodes}
    layers: list[list[_Spot]] = [[] for _ in range(max(depths.values(), default=0) + 1)]
    for name, spot in spots.items():
        layers[depths[name]].append(spot)
    bends = {edge: _bend(edge, depths, spots, layers) for edge in net.edges}
    width = _settle(layers)
    bands = _bands(net, depths, sizes, len(layers), between, margin)
    places = {name: Place(margin + spot.x, bands[depths[name]][0], *sizes[name]) for name, spot in spots.items()}
    routes = {
        edge: tuple(
            (margin + spot.x, y)
            for number, spot in enumerate(through, depths[edge.start] + 1)
            for y in bands[number]  # upright past the whole layer, so that it passes beside its nodes
        )
        for edge, through in bends.items()
    }
    height = max((place.y + place.height for place in places.values()), default=0.0) + margin
    return Drawing(places, routes, width + 2 * margin, height)


def _depths(net: Net) -> dict[str, int]:
    """Each node's layer: below all that it is made of. A setting may name what comes later; that counts for nothing."""
    before: dict[str, list[str]] = defaultdict(list)
    for edge in net.edges:
        before[edge.end].append(edge.start)
    depths: dict[str, int] = {}
    for node in net.nodes:
        depths[node.name] = 1 + max((depths[name] for name in before[node.name] if name in depths), default=-1)
    return depths


def _bend(edge: Edge, depths: Mapping[str, int], spots: Mapping[str, _Spot], layers: list[list[_Spot]]) -> list[_Spot]:
    """Join two spots through a bend in each layer between them. Returns the bends."""
    first, last = depths[edge.start], depths[edge.end]
    start, end = spots[edge.start], spots[edge.end]
    if last <= first:
        return []
    between = range(first + 1, last) if last - first <= LONGEST else range(0)
    bends = []
    for depth in between:
        bend = _Spot(start.lane, BETWEEN_BENDS)
        layers[depth].append(bend)
        bends.append(bend)
    chain = [start, *bends, end]
    for upper, lower in pairwise(chain):
        upper.below.append(lower)
        lower.above.append(upper)
    return bends


def _bands(
    net: Net,
    depths: Mapping[str, int],
    sizes: Mapping[str, tuple[float, float]],
    count: int,
    between: float,
    margin: float,
) -> list[tuple[float, float]]:
    """The upper and the lower edge of each layer."""
    heights = [0.0] * count
    for node in net.nodes:
        heights[depths[node.name]] = max(heights[depths[node.name]], sizes[node.name][1])
    bands, top = [], margin
    for height in heights:
        bands.append((top, top + height))
        top += height + between
    return bands


# Across ------------------------------------------------------------------------------------------------------------


def _settle(layers: list[list[_Spot]]) -> float:
    """Give every spot its place across. Returns the width of all."""
    strips, width = _strips(layers)
    for layer in layers:
        layer.sort(key=lambda spot: spot.lane)
        _pack(layer, strips, [strips[spot.lane][0] for spot in layer])
    for number in range(ROUNDS):
        downwards = number % 2 == 0
        for layer in layers if downwards else reversed(layers):
            wanted = {id(spot): _mean(spot, downwards) for spot in layer}
            if number < ROUNDS // 2:
                layer.sort(key=lambda spot: (spot.lane, wanted[id(spot)]))  # stable: ties stay as written
            _pack(layer, strips, [wanted[id(spot)] for spot in layer])
    return width


def _strips(layers: Sequence[Sequence[_Spot]]) -> tuple[dict[int, tuple[float, float]], float]:
    """From where to where the strip of each lane reaches, as wide as its widest layer."""
    widest: dict[int, float] = defaultdict(float)
    for layer in layers:
        taken: dict[int, float] = defaultdict(float)
        for spot in layer:
            taken[spot.lane] += spot.width + BETWEEN
        for lane, width in taken.items():
            widest[lane] = max(widest[lane], width - BETWEEN)
    strips: dict[int, tuple[float, float]] = {}
    at = 0.0
    for lane in sorted(widest):
        strips[lane] = (at, at + widest[lane])
        at += widest[lane] + STRIP
    return strips, max(at - STRIP, 0.0)


def _mean(spot: _Spot, downwards: bool) -> float:
    """Where a spot's neighbours draw it to; where it has none on that side, those of the other."""
    near = (spot.above or spot.below) if downwards else (spot.below or spot.above)
    return sum(other.x for other in near) / len(near) if near else spot.x


def _pack(layer: Sequence[_Spot], strips: Mapping[int, tuple[float, float]], wanted: Sequence[float]) -> None:
    """Put a layer's spots as near as can be to where they want to be, in their order, apart, and each in its strip."""
    rightwards = _pushed(layer, strips, wanted)
    mirrored = {lane: (-high, -low) for lane, (low, high) in strips.items()}
    leftwards = _pushed(layer[::-1], mirrored, [-at for at in reversed(wanted)])
    for spot, one, other in zip(layer, rightwards, reversed(leftwards), strict=True):
        spot.x = (one - other) / 2


def _pushed(layer: Sequence[_Spot], strips: Mapping[int, tuple[float, float]], wanted: Sequence[float]) -> list[float]:
    """Each where it wants to be, or beside the one before; then all that went too far is pushed back."""
    found: list[float] = []
    for number, (spot, at) in enumerate(zip(layer, wanted, strict=True)):
        low, high = strips[spot.lane]
        least = low + spot.width / 2
        if number and layer[number - 1].lane == spot.lane:
            least = max(least, found[-1] + _apart(layer[number - 1], spot))
        found.append(max(least, min(at, high - spot.width / 2)))
    for number in range(len(layer) - 1, -1, -1):
        spot = layer[number]
        most = strips[spot.lane][1] - spot.width / 2
        if number + 1 < len(layer) and layer[number + 1].lane == spot.lane:
            most = min(most, found[number + 1] - _apart(spot, layer[number + 1]))
        found[number] = min(found[number], most)
    return found


def _apart(one: _Spot, other: _Spot) -> float:
    return (one.width + other.width) / 2 + BETWEEN
