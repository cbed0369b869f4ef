"""Shots: frames in order come in, and where one shot ends and the next begins goes out. Goes by looks alone.

Yeo and Liu, "Rapid Scene Analysis on Compressed Video" (1995), section III: frames are compared in a tiny copy (here
`measuring.look`), and a cut is a difference that stands out from those beside it, so that motion and noise are none. To
also hold where frames were left out between, both frames before it have to differ from both after it, and how much
counts beside how many times more. Whole numbers throughout, so that every machine finds the same cuts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, product

import numpy as np
from numpy.typing import NDArray

Looks = NDArray[np.int64]  # N×length
CLEAR = 16  # how far frames differ on both sides of a cut, in levels of 255, times how many times more than beside it
STILL = 1  # level: what differs less is as good as the same


def numbered(frames: Sequence[tuple[str, bytes]]) -> list[int | None]:
    """The number of each frame's shot, from 0 and counting on over all films; None for what is in no film.

    A frame is its film ("" for none) and its look.
    """
    numbers: list[int | None] = []
    shot = -1
    for film, run in groupby(frames, key=lambda frame: frame[0]):
        looks = [look for _, look in run]
        if not film:
            numbers += [None] * len(looks)
            continue
        begins = cuts(looks)
        for place in range(len(looks)):
            shot += place == 0 or place in begins
            numbers.append(shot)
    return numbers


def cuts(looks: Sequence[bytes]) -> set[int]:
    """The frames, from 0, with which a new shot begins, but for the first."""
    flat = np.frombuffer(b"".join(looks), np.uint8).reshape(len(looks), -1).astype(np.int64)
    return {place for place in range(1, len(flat)) if _is_cut(flat, place)}


def _is_cut(looks: Looks, place: int) -> bool:
    before, after = range(max(0, place - 2), place), range(place, min(len(looks), place + 2))
    across = min(_apart(looks, one, other) for one, other in product(before, after))
    beside = max(_apart(looks, side[0], side[-1]) for side in (before, after))
    length = int(looks.shape[1])
    return across**2 >= CLEAR * length * max(beside, STILL * length)


def _apart(looks: Looks, one: int, other: int) -> int:
    """The sum of differences between two looks, in levels of 255."""
    return int(np.abs(looks[one] - looks[other]).sum())
