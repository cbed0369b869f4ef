"""Letters: how wide words may come out. Which font sets them is known only where they are read.

Measured on DejaVu Serif, the widest that stands in for a serif on any usual system, in sorts of letters: what is
narrower leaves a little room.
"""

from __future__ import annotations

from intaglio.face.text import cells

NARROW = frozenset(" fijlrstI.,:;'!|()[]/-")
WIDE = frozenset("mwMW%@")
BOLD = 1.11  # times as wide as upright or italic


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The px that a visible text takes at most, set in letters of `size` px."""
    return sum(map(_em, text)) * size * (BOLD if bold else 1.0)


def _em(letter: str) -> float:
    if letter in NARROW:
        return 0.52 if letter in "rs" else 0.42
    if letter in WIDE:
        return 1.03
    return max(0.89, cells(letter)) if letter.isupper() or cells(letter) > 1 or not letter.isalnum() else 0.65
