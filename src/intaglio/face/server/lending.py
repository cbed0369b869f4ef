"""Lending: recipes of other files, as an editor has them. What is open there comes before what lies on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from intaglio.face.server.page import Page
from intaglio.lang import borrowing
from intaglio.lang.borrowing import Absent
from intaglio.runtime.world.recipes import DiskRecipes
from intaglio.stdlib.registry import RECIPES

Pages = Callable[[Path], Page | None]  # of a file, the page that is open, or else one of what lies there


class OpenRecipes(DiskRecipes):
    """Lends to one page, whose script lies in `folder`; without one, of the library only."""

    def __init__(self, folder: Path | None, pages: Pages) -> None:
        super().__init__(folder, RECIPES)
        self._pages = pages
        self._here = folder or Path()
        self.lent: set[str] = set()

    def lend(self, source: str, name: str, version: str | None) -> borrowing.Page | Absent:
        """See `lang.borrowing.Lender`."""
        lent = super().lend(source, name, version)
        if isinstance(lent, Absent):
            return lent
        page = self._page(lent)
        return lent if page is None else replace(lent, text=page.sheet.text)

    def page(self, source: str, name: str, version: str | None) -> Page | None:
        """See `page.Recipes`."""
        lent = super().lend(source, name, version)
        return None if isinstance(lent, Absent) else self._page(lent)

    def called(self, file: str) -> Page | None:
        """See `page.Recipes`."""
        source = next((source for source in RECIPES if file.startswith(f"{source}/")), None)
        if source is not None:
            return self._pages(RECIPES[source] / file.removeprefix(f"{source}/"))
        return self._pages(self._here / file)

    def _page(self, lent: borrowing.Page) -> Page | None:
        file = self._here / lent.folder / PurePosixPath(lent.name).name
        self.lent.add(os.path.realpath(file))
        return self._pages(file)


def ships(path: Path | None) -> bool:
    """Whether a file is one that comes with gen."""
    return path is not None and any(path.resolve().is_relative_to(folder.resolve()) for folder in RECIPES.values())
