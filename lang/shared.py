"""What two sequences have in common at their ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, count, islice
from operator import ne


def shared(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """How much of two is the same at the beginning, and at the end of what is left."""
    least = min(len(one), len(other))
    start = next(compress(count(), map(ne, one, other)), least)
    left = least - start
    return start, next(compress(count(), islice(map(ne, reversed(one), reversed(other)), left)), left)


def alike_at_start(one: str, other: str) -> int:
    """How many characters of two texts are the same at the beginning."""
    return _most(min(len(one), len(other)), lambda start, end: one[start:end] == other[start:end])


def alike_at_end(one: str, other: str, most: int) -> int:
    """How many are the same at the end, of so many."""
    ends = len(one), len(other)
    return _most(
        most, lambda start, end: one[ends[0] - end : ends[0] - start] == other[ends[1] - end : ends[1] - start]
    )


def _most(most: int, is_same: Callable[[int, int], bool]) -> int:
    """The largest number up to which all is the same, by halves: texts are compared far sooner than characters."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if is_same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
