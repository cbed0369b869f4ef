"""Places: from a name to where it is given, and to everywhere that it stands."""

from __future__ import annotations

from lsprotocol import types as lsp

from intaglio.face.server.outline import Mention
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place


def definition(page: Page, place: Place) -> lsp.Location | None:
    """Where the name at a place is given."""
    mention = page.mention(place)
    return None if mention is None else lsp.Location(page.uri, page.sheet.range(mention.named.span))


def mentions(page: Page, place: Place) -> tuple[Mention, ...]:
    """Everywhere that the name at a place stands in its page."""
    mention = page.mention(place)
    return () if mention is None else page.outline.mentions[mention.named]


def references(page: Page, place: Place, *, declaration: bool = True) -> list[lsp.Location]:
    """The same as an editor lists it, with or without where it is given."""
    found = (each for each in mentions(page, place) if declaration or not each.gives)
    return [lsp.Location(page.uri, page.sheet.range(each.span)) for each in found]


def highlights(page: Page, place: Place) -> list[lsp.DocumentHighlight]:
    """The same as it is lit up."""
    kinds = {True: lsp.DocumentHighlightKind.Write, False: lsp.DocumentHighlightKind.Read}
    return [lsp.DocumentHighlight(page.sheet.range(each.span), kinds[each.gives]) for each in mentions(page, place)]
