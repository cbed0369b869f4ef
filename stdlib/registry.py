"""The registry: every stage kind, found by walking the folder of stages. Nothing lists them."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from intaglio.runtime.contract import Kind

STAGES = Path(__file__).parent / "stages"
SORTS = Path(__file__).parent / "sorts"  # of models, which say what layers there are
FINDERS = Path(__file__).parent / "finders"  # steps of datasets, which say what the groups are called that they find
RECIPES = {"std/recipes": Path(__file__).parent / "recipes"}  # what a score borrows of what ships with gen


@cache
def kinds() -> Mapping[str, Kind[Any]]:
    """All kinds by name, sorted. Importing them loads neither torch nor Pillow nor PyAV."""
    return MappingProxyType({name: _kind(name) for name in _names()})


def module_of(name: str) -> str:
    """The module that a kind's file is imported as."""
    return f"intaglio.stdlib.stages.{name}"


def _names() -> list[str]:
    return sorted(path.stem for path in STAGES.glob("*.py") if not path.stem.startswith("_"))


def _kind(name: str) -> Kind[Any]:
    """The kind in the file `name`. Raises TypeError where the file does not hold one under its own name."""
    from intaglio.runtime.contract import Kind  # which a check of a script can do without

    kind = getattr(importlib.import_module(module_of(name)), name, None)
    if not isinstance(kind, Kind) or kind.name != name:
        raise TypeError(f"stdlib/stages/{name}.py holds no kind called {name}")
    return kind
