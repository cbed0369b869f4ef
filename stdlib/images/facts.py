"""Facts of images: found out once, and known from then on, in other runs too. An image goes by its recipe (`photo`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import PIL

from intaglio.runtime.contract import Journeys

DECODER = f"Pillow {PIL.__version__}, numpy {np.__version__}"  # others may find other facts


class Facts:
    """What earlier runs told of images, and what this one tells. Without `journeys` nothing is remembered."""

    def __init__(self, journeys: Journeys | None = None) -> None:
        self._journeys = journeys
        self._all: dict[str, Mapping[str, Any]] = {}

    def fact(self, name: str, recipe: str, find: Callable[[], Any]) -> Any:
        """A fact of an image; `find` finds it where it is not known. It is a plain value, as JSON has them."""
        known = self.known(name, recipe)
        if known is None:
            known = find()
            self.tell(name, recipe, known)
        return known

    def known(self, name: str, recipe: str) -> Any:
        """A fact as far as it is known; None where it is not."""
        return self.all(name).get(recipe)

    def all(self, name: str) -> Mapping[str, Any]:
        """All that is known by a name, by recipe."""
        found = self._all.get(name)
        if found is None:
            found = {} if self._journeys is None else self._journeys.told(f"{name}, {DECODER}")
            self._all[name] = found
        return found

    def tell(self, name: str, recipe: str, value: Any) -> None:
        """Let it be known."""
        if self._journeys is not None:
            self._journeys.tell(f"{name}, {DECODER}", recipe, value)
