"""Moments: where in a film a picture stands, from 0 at its beginning to 1 at its end, for what moves in a model.

Loads no torch: what a picture is called may depend on its moment, and that is asked when nothing is drawn yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from intaglio.runtime.contract import Fault, Given
from intaglio.stdlib.models import facts_of

TO = "to"  # of a bend: where its numbers go, of those that move

Held = Mapping[str, float]  # the moments of lines that somebody holds, by what these are called


def moves(models: Sequence[Given]) -> bool:
    """Whether something moves in the first model. Not in one that is damaged: it is made anew, or refused."""
    try:
        return any(TO in bend for bend in facts_of(models[0].artifact).get("bends", ()))
    except (Fault, ValueError, LookupError, TypeError, OSError):
        return False


def line(bend: Mapping[str, Any]) -> str:
    """What a line that moves is called: its word, and its layer. Those that are called alike stand at one moment."""
    return f"{bend['word']}/{bend['layer']}"


def along(place: int, count: int) -> float:
    """The moment of one of so many pictures: 0 of the first, 1 of the last; 0 where there is only one."""
    return place / max(1, count - 1)


def there_and_back(share: float) -> float:
    """The moment after a share of the way that leads from the beginning to the end, and home: 1 halfway."""
    return 1 - abs(2 * (share % 1) - 1)


def eased(t: float) -> float:
    """From 0 to 1, at rest at both ends (smoothstep)."""
    return t * t * (3 - 2 * t)
