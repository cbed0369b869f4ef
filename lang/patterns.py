"""Patterns that are compiled when something is first looked for. For a short script most never are, and to compile
those that a check has at hand would take a twentieth of its time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import compile as pattern
else:

    class pattern:  # it stands where `re.compile` does
        """As `re.compile`, later. It is no `re.Pattern`: it is asked by its methods, and `re.sub` refuses it."""

        def __init__(self, said: str, flags: int = 0) -> None:
            self._said = said, flags

        def __getattr__(self, name: str) -> Any:
            """A method of the pattern, which is its own from now on."""
            if name.startswith("_"):
                raise AttributeError(name)
            found = getattr(re.compile(*self._said), name)
            setattr(self, name, found)
            return found


__all__ = ["pattern"]
