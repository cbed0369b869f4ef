"""Steps that must see several images: generators over items, in order. Steps on one image are in `steps.py`.

Chance is H(seed, step, digest of the pixels), so that who is chosen does not hang on the others, and an image that is
added moves no other's place in the draw.
"""

from __future__ import annotations

import heapq
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

import numpy as np
from PIL import Image

from intaglio.lang import ir
from intaglio.runtime import digests, images
from intaglio.stdlib.images import conditions, measuring
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.photo import Photo

Items = Iterator[Item]


def thin(items: Items, every: int) -> Items:
    """The first item, and then one in so many."""
    for index, item in enumerate(items):
        if index % every == 0:
            yield item if item.rate is None else replace(item, rate=item.rate / every)


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
        yield replace(item, time=begun + moment / rate, rate=rate)
        moment += 1


@dataclass(frozen=True)
class Seen:
    """An item with what a condition on likeness asks of it: its digest, and its other measures."""

    item: Item
    digest: measuring.Digest
    measures: dict[str, float]


def seen(item: Item, condition: ir.Condition) -> Seen:
    """Look at one item, which has its pixels. This much of the work is on one image alone."""
    names = conditions.asks(condition) - {"likeness"}
    measures = {name: measuring.measure(name, item.photo) for name in names}
    return Seen(item, measuring.perceptual(item.photo), measures)


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


def taken(items: Items, count: int, seed: int, spool: Spool) -> Items:
    """At most so many, chosen by chance, in their order."""
    return iter(_chosen(items, lambda item: None, count, Draw(seed, "take"), spool))


def balanced(items: Items, count: int, seed: int, spool: Spool, remark: Callable[[str], None]) -> Items:
    """At most so many of each group, chosen by chance, in their order. Remarks on groups with fewer."""
    chosen = _chosen(items, lambda item: item.group, count, Draw(seed, "balance"), spool)
    for group, have in Counter(item.group for item in chosen).items():
        if have < count:
            where = f"`{group}` has" if group else "there are"
            remark(f"{where} {have:,} images, fewer than the {count:,} that `balance` allows.")
    return iter(chosen)


def shuffled(items: Items, seed: int, spool: Spool) -> Items:
    """In an order that chance makes."""
    draw = Draw(seed, "shuffle")
    kept = [spool.kept(item) for item in items]
    drawn = sorted((draw.of(item), place) for place, item in enumerate(kept))
    return (kept[place] for _, place in drawn)


def _chosen(items: Items, group_of: Callable[[Item], str | None], count: int, draw: Draw, spool: Spool) -> list[Item]:
    best: dict[str | None, list[tuple[int, int, Item]]] = defaultdict(list)
    for place, item in enumerate(items):
        kept = spool.kept(item)
        entry = (-draw.of(kept), -place, kept)  # a heap holds its least on top: the worst of those chosen so far
        heap = best[group_of(item)]
        (heapq.heappush if len(heap) < count else heapq.heappushpop)(heap, entry)
    return [item for _, item in sorted((-place, item) for heap in best.values() for _, place, item in heap)]


class Draw:
    """Lots, one an image. Copies of one image draw lots of their own."""

    def __init__(self, seed: int, purpose: str) -> None:
        self._seed, self._purpose = seed, purpose
        self._met: Counter[int] = Counter()

    def of(self, item: Item) -> int:
        """The item's lot, from 0 to 2**63 - 1."""
        digest = int(images.digest_of(item.photo.pixels()), 16)
        self._met[digest] += 1
        return digests.derive(self._seed, self._purpose, digest, self._met[digest])


# Pixels that wait -------------------------------------------------------------------------------------------------


class Spool:
    """Pixels of many photos, kept in a file without a name while a draw has not ended, and not in memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._end = 0

    def kept(self, item: Item) -> Item:
        """The item, its pixels in the spool. Raises OSError."""
        image = item.photo.image()
        data = image.tobytes()
        self._file.seek(self._end)
        self._file.write(data)
        kept = Photo(Spooled(self, self._end, image.size))
        self._end += len(data)
        return replace(item, photo=kept)

    def read(self, begin: int, length: int) -> bytes:
        """Bytes of the spool."""
        self._file.flush()
        return os.pread(self._file.fileno(), length, begin)


@dataclass(frozen=True)
class Spooled:
    """See `photo.Base`: pixels in a spool."""

    spool: Spool
    begin: int
    size: tuple[int, int]

    def image(self, share: float) -> Image.Image:
        """See `photo.Base.image`."""
        width, height = self.size
        return Image.frombytes("RGB", self.size, self.spool.read(self.begin, width * height * 3))
