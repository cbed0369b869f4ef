"""The catalogue of diagnostics: one class per fault, gathered from this folder's modules, each a family of codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from intaglio.lang.diagnostic import Diagnostic


def _faults(family: ModuleType) -> Iterator[type[Diagnostic]]:
    """The diagnostics that a family defines itself."""
    for member in vars(family).values():
        if isinstance(member, type) and issubclass(member, Diagnostic) and member.__module__ == family.__name__:
            if "code" in vars(member):
                yield member


def _catalogue() -> dict[str, type[Diagnostic]]:
    families = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    found = [fault for family in families for fault in _faults(family)]
    catalogue = {fault.code: fault for fault in sorted(found, key=lambda fault: fault.code)}
    if len(catalogue) < len(found):
        raise ImportError("two diagnostics have one code: " + " ".join(sorted(fault.code for fault in found)))
    return catalogue


CATALOGUE: Mapping[str, type[Diagnostic]] = _catalogue()
