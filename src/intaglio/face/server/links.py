"""Document links: the paths of a page that lead to something on this disk."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types as lsp

from intaglio.face.server import words
from intaglio.face.server.outline import Role, Seat
from intaglio.face.server.page import Page
from intaglio.face.server.words import Class
from intaglio.lang.checker.paths import is_address
from intaglio.runtime.world import listing


def found(page: Page) -> list[lsp.DocumentLink]:
    """Each path with where it leads. Nothing is opened; what may not be looked at is no link."""
    if page.path is None:
        return []
    folder = page.path.parent.absolute()
    links = []
    for seat in page.outline.seats:
        for word in words.words_of(seat, page.vocabulary) if "/" in seat.line.text else ():
            target = _target(seat, word.text, folder) if word.kind is Class.PATH else None
            if target is not None:
                stretch = page.sheet.range(seat.line.span(word.start, word.end))
                links.append(lsp.DocumentLink(stretch, target=target))
    return links


def _target(seat: Seat, path: str, folder: Path) -> str | None:
    """Where a path leads; that of a `use`, to the file of the recipe."""
    recipe = seat.named.origin if seat.role is Role.USE and seat.named is not None else None
    if recipe is not None:
        return recipe.home
    target = _located(folder, path)
    return None if target is None else target.as_uri()


def _located(folder: Path, path: str) -> Path | None:
    if is_address(path) or listing.is_glob(path):
        return None
    try:
        return listing.located(folder, path)
    except (OSError, ValueError, RuntimeError):  # not allowed, a NUL in the name, no home folder
        return None
