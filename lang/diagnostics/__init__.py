"""The catalogue of diagnostics: one class per fault, gathered from this folder's modules, each a family of codes.

A family is loaded when something is wrong that belongs to it: `wrong.names.UnknownVerb(...)`. Most scripts that are
checked have few mistakes, and to load all families takes a seventh of the time that it takes to check them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from intaglio.lang.diagnostic import Diagnostic

if TYPE_CHECKING:
    from intaglio.lang.diagnostics import graph, layout, mended, names, recipes, syntax, values, world  # noqa: F401

CATALOGUE: Mapping[str, type[Diagnostic]]  # by code


def __getattr__(name: str) -> ModuleType | Mapping[str, type[Diagnostic]]:
    """Load a family, or gather the whole catalogue, when someone asks for it."""
    if name == "CATALOGUE":
        return _catalogue()
    if not name.isidentifier() or name.startswith("_"):
        raise AttributeError(name)
    family = f"{__name__}.{name}"
    try:
        return import_module(family)
    except ModuleNotFoundError as error:
        if error.name != family:
            raise
        raise AttributeError(name) from None


@cache
def _catalogue() -> Mapping[str, type[Diagnostic]]:
    from pkgutil import iter_modules  # which loads what reads Python's own source

    families = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    found = sorted((fault for family in families for fault in _faults(family)), key=lambda fault: fault.code)
    catalogue = {fault.code: fault for fault in found}
    if len(catalogue) < len(found):
        raise ImportError("two diagnostics have one code: " + " ".join(fault.code for fault in found))
    return catalogue


def _faults(family: ModuleType) -> Iterator[type[Diagnostic]]:
    """The diagnostics that a family defines itself. A class without a code only holds what others share."""
    for member in vars(family).values():
        if isinstance(member, type) and issubclass(member, Diagnostic) and member.__module__ == family.__name__:
            yield from [member] if "code" in vars(member) else []
