"""Documents: what an editor has open, each with the page that its text makes; and pages of what these borrow."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Lock

from lsprotocol import types as lsp
from pygls.uris import to_fs_path, urlparse

from intaglio.face.reading import LARGEST
from intaglio.face.server.lending import OpenRecipes
from intaglio.face.server.page import Page
from intaglio.face.server.text import Sheet, Units
from intaglio.face.session import Session, following, words
from intaglio.lang import script
from intaglio.lang.checker.memory import Memory
from intaglio.lang.world import Nowhere

MOST = 200  # scripts looked at in a folder that is open
DEEPEST = 6


@dataclass(slots=True)
class Documents:
    """The pages of all open documents, by address, and those of files that were looked at, by their real paths."""

    units: Units = Units.UTF16
    pages: dict[str, Page] = field(default_factory=dict)
    _closed: dict[str, Page] = field(default_factory=dict)
    _looking: Lock = field(default_factory=Lock)

    def put(self, uri: str, text: str, version: int | None) -> list[str]:
        """A document as it was opened. Returns the addresses of the others that borrow of it."""
        self.pages[uri] = self._page(uri, Sheet(text, self.units), version)
        return self._renew(uri)

    def change(self, uri: str, changes: Sequence[lsp.TextDocumentContentChangeEvent], version: int | None) -> list[str]:
        """What was typed, change after change. One of a document that is not open is of no use to anyone.

        Returns the addresses of the others that borrow of it.
        """
        page = self.pages.get(uri)
        if page is None:
            return []
        sheet = page.sheet
        for change in changes:
            if isinstance(change, lsp.TextDocumentContentChangePartial):
                sheet = sheet.changed(change.range, change.text)
            else:
                sheet = Sheet(change.text, self.units)
        self.pages[uri] = replace(page, sheet=sheet, version=version)
        return self._renew(uri)

    def drop(self, uri: str) -> list[str]:
        """A document that was closed: what lies on the disk holds again. Returns as the others do."""
        others = self._renew(uri)
        self.pages.pop(uri, None)
        return others

    def _renew(self, uri: str) -> list[str]:
        """Read those anew that borrow of a document."""
        path = path_of(uri)
        real = "" if path is None else os.path.realpath(path)
        self._closed = {other: page for other, page in self._closed.items() if not _borrows(page, real)}
        found = {other: page for other, page in self.pages.items() if other != uri and _borrows(page, real)}
        self.pages |= {other: self._page(other, page.sheet, page.version) for other, page in found.items()}
        return [*found]

    def look_again(self) -> None:
        """Read every page anew: what lies around them may have changed."""
        self._closed.clear()
        self.pages = {uri: self._page(uri, page.sheet, page.version) for uri, page in self.pages.items()}

    def at(self, path: Path) -> Page | None:
        """The page of a file: the one that is open, or else of what lies there. None where no text does."""
        real = os.path.realpath(path)
        opened = (page for page in [*self.pages.values()] if page.path and os.path.realpath(page.path) == real)
        found = next(opened, None)
        if found is not None:
            return found
        with self._looking:
            if real not in self._closed:
                text = _text(path)
                if text is None:
                    return None
                address = Path(os.path.normpath(path.absolute())).as_uri()
                self._closed[real] = self._page(address, Sheet(text, self.units), None)
            return self._closed[real]

    def _page(self, uri: str, sheet: Sheet, version: int | None) -> Page:
        return page_of(uri, sheet, version, self)

    def within(self, folders: Sequence[Path]) -> Iterator[Page]:
        """Every open page, and those of the scripts in some folders that are not open."""
        yield from [*self.pages.values()]
        opened = {page.path.absolute() for page in [*self.pages.values()] if page.path is not None}
        for path in sorted({path for folder in folders for path in _scripts(folder)} - opened)[:MOST]:
            page = self.at(path)
            if page is not None:
                yield page


def _borrows(page: Page, real: str) -> bool:
    return page.recipes is not None and real in page.recipes.lent


def page_of(uri: str, sheet: Sheet, version: int | None, among: Documents | None = None) -> Page:
    """A page of a script, which may borrow of others. One that lies on no disk is read as if every path existed."""
    path = path_of(uri)
    recipes = OpenRecipes(None if path is None else path.parent.absolute(), (among or Documents(sheet.units)).at)
    if path is None:
        return Page(uri, sheet, words(), Nowhere(), following(partial(_anywhere, recipes)), None, version, recipes)
    session = replace(Session.at(path), recipes=recipes)
    world = session.files(session.store())
    return Page(uri, sheet, session.vocabulary, world, following(session.follow), path, version, recipes)


def _anywhere(recipes: OpenRecipes, text: str, memory: Memory) -> script.Script:
    return script.read(text, words(), Nowhere(), recipes, memory)


def path_of(uri: str) -> Path | None:
    """Where a document lies; None for one that lies on no disk."""
    if urlparse(uri)[0] != "file":
        return None
    path = to_fs_path(uri)
    return None if path is None or "\0" in path else Path(path)


def _scripts(folder: Path, depth: int = 0) -> Iterator[Path]:
    """The scripts in a folder, hidden ones and what links lead to left out."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.suffix == ".gen" and entry.is_file():
            yield entry.absolute()
        elif depth < DEEPEST and entry.is_dir():
            yield from _scripts(entry, depth + 1)


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8") if path.stat().st_size <= LARGEST else None
    except (OSError, ValueError):
        return None
