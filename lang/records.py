"""Dataclasses that are quickly made. A frozen one is frozen for the type checker, which looks at every line of ours;
while a program runs nothing stops who would change one.

A third of what it takes to check a short script anew is spent on making dataclasses, and half of that on methods that
keep them frozen or show them, each compiled for itself; without them an instance takes a third of the time, too.
"""

from __future__ import annotations

import dataclasses
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, **said: Any) -> Any:
        """As `dataclasses.dataclass`."""

        def made(cls: type) -> type:
            done = dataclasses.dataclass(eq=eq, repr=False, unsafe_hash=eq and frozen, **said)(cls)
            if done.__repr__ is object.__repr__:
                done.__repr__ = _shown
            return done

        return made if cls is None else made(cls)


@recursive_repr()
def _shown(self: Any) -> str:
    """A dataclass and its fields, as `dataclasses` shows them."""
    fields = (f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(fields)})"
