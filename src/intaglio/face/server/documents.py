"""Documents: what an editor has open, each with the page that its text makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import to_fs_path, urlparse

from intaglio.face.reading import LARGEST
from intaglio.face.server.page import Page
from intaglio.face.server.text import Sheet, Units
from intaglio.face.session import Session, words
from intaglio.lang import script
from intaglio.lang.world import Nowhere

MOST = 200  # scripts looked at in a folder that is open
DEEPEST = 6


@dataclass(slots=True)
class Documents:
    """The pages of all open documents, by address."""

    units: Units = Units.UTF16
    pages: dict[str, Page] = field(default_factory=dict)

    def put(self, uri: str, text: str, version: int | None) -> Page:
        """A document as it was opened."""
        page = self.pages[uri] = page_of(uri, Sheet(text, self.units), version)
        return page

    def change(self, uri: str, changes: Sequence[lsp.TextDocumentContentChangeEvent], version: int | None) -> None:
        """What was typed, change after change. One of a document that is not open is of no use to anyone."""
        page = self.pages.get(uri)
        if page is None:
            return
        sheet = page.sheet
        for change in changes:
            if isinstance(change, lsp.TextDocumentContentChangePartial):
                sheet = sheet.changed(change.range, change.text)
            else:
                sheet = Sheet(change.text, self.units)
        self.pages[uri] = replace(page, sheet=sheet, version=version)

    def look_again(self) -> None:
        """Read every page anew: what lies around them may have changed."""
        self.pages = {uri: page_of(uri, page.sheet, page.version) for uri, page in self.pages.items()}

    def within(self, folders: Sequence[Path]) -> Iterator[Page]:
        """Every open page, and those of the scripts in some folders that are not open."""
        yield from self.pages.values()
        opened = {page.path.absolute() for page in self.pages.values() if page.path is not None}
        for path in sorted({path for folder in folders for path in _scripts(folder)} - opened)[:MOST]:
            text = _text(path)
            if text is not None:
                yield page_of(path.as_uri(), Sheet(text, self.units), None)


def page_of(uri: str, sheet: Sheet, version: int | None) -> Page:
    """A page of a script. One that lies on no disk is read as if every path existed."""
    path = path_of(uri)
    if path is None:
        return Page(uri, sheet, words(), Nowhere(), _anywhere, None, version)
    session = Session.at(path)
    return Page(uri, sheet, session.vocabulary, session.files(session.store()), session.understand, path, version)


def _anywhere(text: str) -> script.Script:
    return script.read(text, words(), Nowhere())


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
