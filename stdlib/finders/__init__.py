"""Finders: steps of a dataset that find groups among its images, one file each; the folder is the registry.

A file says how its step is written and what the groups are called (`Line.finds`), and holds the function that tells
which image is in which. That loads numpy when it is called, so that checking and planning need not.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from intaglio.runtime.contract import Line
from intaglio.stdlib.measures import LOOK

Said = Mapping[str, Any]  # what a line says, by slot
Remark = Callable[[str], None]  # tells an artist something
Numbers = Sequence[int | None]  # of each image's group, from 0; None for one that is in none


class Sight(NamedTuple):
    """An image as a finder sees it: the film that it is a frame of, "" for none, and its look (`measuring.look`)."""

    film: str
    look: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """A step that finds groups."""

    word: str
    """What it is called in a script."""
    line: type[Line]
    """What is said after that, and what its groups are called."""
    sort: Callable[[Sequence[Sight], Said, int, Remark], Numbers]
    """Which group each image is in. Takes all of them (one at least), what the line says, a seed, and what tells the
    artist something."""
    measures: frozenset[str] = frozenset({LOOK})
    """What it goes by: their versions are keyed."""


@cache
def every() -> Mapping[str, Finder]:
    """All of them by their words, sorted."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("_"))
    found = [importlib.import_module(f"{__name__}.{name}").FINDER for name in names]
    return MappingProxyType({finder.word: finder for finder in found})
