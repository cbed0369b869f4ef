"""Steps that must see several images: generators over items, in order. Steps on one image are in `steps.py`.

Chance is H(seed, step, digest of the pixels), so that who is chosen does not hang on the others, and an image that is
added moves no other's place in the draw.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from intaglio.lang import ir
from intaglio.runtime.keys import digests
from intaglio.stdlib.images import conditions, measuring
from intaglio.stdlib.images.items import Item

Items = Iterator[Item]
MOST_TOLD = 4  # groups that are too small and are told of one by one


def thin(items: Items, every: int) -> Items:
    """The first item, and then one in so many."""
    for index, item in enumerate(items):
        if index % every == 0:
            yield item if item.rate is None else item._replace(rate=item.rate / every)


def resampled(items: Items, rate: float) -> Items:
    """Of each film, the frames that are seen at so many moments a second: one shown twice stands twice.

    The k-th moment is k / rate seconds after the film's first frame here; seen is the last frame at or before it.
    """
    film: str | None = None
    held: Item | None = None
    begun, moment = 0.0, 0
    for item in items:
        if item.time is None or item.rate is None:
            yield item
            continue
        if item.film != film or held is None:
            if held is not None:
                yield from _until(held, begun, moment, rate, _end(held))
            film, begun, moment = item.film, item.time, 0
        else:
            shown = list(_until(held, begun, moment, rate, item.time))
            moment += len(shown)
            yield from shown
        held = item
    if held is not None:
        yield from _until(held, begun, moment, rate, _end(held))


def _end(item: Item) -> float:
    assert item.time is not None
    assert item.rate is not None
    return item.time + 1 / item.rate


def _until(item: Item, begun: float, moment: int, rate: float, end: float) -> Items:
    """The item once for each moment that comes before `end`, as a frame at that moment."""
    nearly = 1e-6  # seconds: times of frames are rounded
    while begun + moment / rate < end - nearly:
        yield item._replace(time=begun + moment / rate, rate=rate)
        moment += 1


@dataclass(frozen=True)
class Seen:
    """An item with what a condition on likeness asks of it: its digest, and its other measures."""

    item: Item
    digest: measuring.Digest
    measures: Mapping[str, float]


def unlike(items: Iterator[Seen], condition: ir.Condition, keep: bool) -> Items:
    """The items of which the condition is true (or, without `keep`, not true); likeness is to those let through."""
    kept = np.zeros((64, 32), np.uint8)
    count = 0
    for each in items:
        measures = {**each.measures, "likeness": measuring.likeness(each.digest, kept[:count])}
        if conditions.holds(condition, measures.__getitem__) is keep:
            if count == len(kept):
                kept = np.concatenate([kept, np.zeros_like(kept)])
            kept[count] = each.digest
            count += 1
            yield each.item


# Chance -----------------------------------------------------------------------------------------------------------


def taken(items: Items, count: int, seed: int) -> Items:
    """At most so many, chosen by chance, in their order."""
    return _handed(_chosen(items, lambda item: None, count, Draw(seed, "take")))


def balanced(items: Items, count: int, seed: int, remark: Callable[[str], None]) -> Items:
    """At most so many of each group, chosen by chance, in their order. Remarks on groups with fewer."""
    chosen = _chosen(items, lambda item: item.group, count, Draw(seed, "balance"))
    short = {group: have for group, have in Counter(item.group for item in chosen).items() if have < count}
    if len(short) > MOST_TOLD:
        some = ", ".join(f"`{group}` has {have:,}" for group, have in list(short.items())[:MOST_TOLD])
        remark(f"{len(short):,} groups have fewer images than the {count:,} that `balance` allows: {some}, and so on.")
        short = {}
    for group, have in short.items():
        where = f"`{group}` has" if group else "there are"
        images = "image" if have == 1 else "images"
        remark(f"{where} {have:,} {images}, fewer than the {count:,} that `balance` allows.")
    return _handed(chosen)


def shuffled(items: Items, seed: int) -> Items:
    """In an order that chance makes."""
    draw = Draw(seed, "shuffle")
    kept = list(items)
    drawn = sorted((draw.of(item), place) for place, item in enumerate(kept))
    return (kept[place]._replace(shuffled=True) for _, place in drawn)


def _handed(items: list[Item]) -> Items:
    """The items one by one, each let go: frames of a film that are held for one of them would stay until the last."""
    items.reverse()
    while items:
        yield items.pop()


def _chosen(items: Items, group_of: Callable[[Item], str | None], count: int, draw: Draw) -> list[Item]:
    best: dict[str | None, list[tuple[int, int, Item]]] = defaultdict(list)
    for place, item in enumerate(items):
        entry = (-draw.of(item), -place, item)  # a heap holds its least on top: the worst of those chosen so far
        heap = best[group_of(item)]
        (heapq.heappush if len(heap) < count else heapq.heappushpop)(heap, entry)
    return [item for _, item in sorted((-place, item) for heap in best.values() for _, place, item in heap)]


class Draw:
    """Lots, one an image, which has its digest. Copies of one image draw lots of their own."""

    def __init__(self, seed: int, purpose: str) -> None:
        self._seed, self._purpose = seed, purpose
        self._met: Counter[int] = Counter()

    def of(self, item: Item) -> int:
        """The item's lot, from 0 to 2**63 - 1."""
        assert item.photo.digest is not None, "what draws comes after pixels"
        digest = int(item.photo.digest, 16)
        self._met[digest] += 1
        return digests.derive(self._seed, self._purpose, digest, self._met[digest])
