"""How often a row of the matrix is tried: few times by `make test`, many by `make test ALL=1`, in full by
`make evidence`, which writes down what it found."""

from __future__ import annotations

import os

SCALES = ("few", "many", "full")


def scale() -> str:
    """How much is asked for by INTAGLIO_COUNTS; few where nothing is."""
    told = os.environ.get("INTAGLIO_COUNTS") or SCALES[0]
    assert told in SCALES, f"INTAGLIO_COUNTS is few, many or full, not {told}"
    return told


def count(few: int, many: int, full: int) -> int:
    """The number for what is asked for."""
    return (few, many, full)[SCALES.index(scale())]
