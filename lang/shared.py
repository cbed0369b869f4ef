"""What two sequences have in common at their ends."""

from __future__ import annotations

from collections.abc import Sequence


def shared(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """How much of two is the same at the beginning, and at the end of what is left."""
    least = min(len(one), len(other))
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), least)
    left = least - start
    return start, next((i for i in range(left) if one[-1 - i] != other[-1 - i]), left)
