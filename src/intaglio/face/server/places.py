"""Places: from a name to where it is given, and to everywhere that it stands, in other pages too."""

from __future__ import annotations

from lsprotocol import types as lsp

from intaglio.face.server.neighbours import ALONE, Elsewhere
from intaglio.face.server.outline import Mention
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place


def definition(page: Page, place: Place) -> lsp.Location | None:
    """Where the name at a place is given: of what is borrowed, in its own file."""
    mention = page.mention(place)
    if mention is None:
        return None
    home = page.home(mention.named)
    return lsp.Location(home.uri, home.sheet.range(mention.named.given.span))


def mentions(page: Page, place: Place) -> tuple[Mention, ...]:
    """Everywhere that the name at a place stands in its page."""
    mention = page.mention(place)
    return () if mention is None else page.outline.mentions[mention.named]


def references(
    page: Page, place: Place, elsewhere: Elsewhere = ALONE, *, declaration: bool = True
) -> list[lsp.Location]:
    """The same as an editor lists it, with or without where it is given; then where it stands in other pages."""
    found = [(page, each) for each in mentions(page, place)]
    if found:
        found += elsewhere.mentions(page, found[0][1].named)
    wanted = ((of, each) for of, each in found if declaration or not _declares(each))
    return [lsp.Location(of.uri, of.sheet.range(each.span)) for of, each in wanted]


def _declares(mention: Mention) -> bool:
    """Whether a name is given there, and not only borrowed."""
    return mention.gives and mention.named.origin is None


def highlights(page: Page, place: Place) -> list[lsp.DocumentHighlight]:
    """Those in its page, as they are lit up."""
    kinds = {True: lsp.DocumentHighlightKind.Write, False: lsp.DocumentHighlightKind.Read}
    return [lsp.DocumentHighlight(page.sheet.range(each.span), kinds[each.gives]) for each in mentions(page, place)]
