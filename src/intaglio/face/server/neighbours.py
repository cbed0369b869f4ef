"""Neighbours: the other pages that a name stands in, by way of the recipes that pages borrow of each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from intaglio.face.server.outline import Mention, Named, Sort
from intaglio.face.server.page import Page


class Elsewhere(Protocol):
    """Other pages that share a name with one."""

    def mentions(self, page: Page, named: Named) -> Iterable[tuple[Page, Mention]]:
        """Where a page's name stands in others."""
        ...


class Alone:
    """No page shares anything."""

    def mentions(self, page: Page, named: Named) -> Iterable[tuple[Page, Mention]]:
        """Nothing."""
        return ()


ALONE = Alone()


@dataclass(frozen=True)
class Neighbours:
    """`pages` are all that are looked at: those that are open, and those in the folders that are."""

    pages: Callable[[], Iterable[Page]]

    def mentions(self, page: Page, named: Named) -> Iterator[tuple[Page, Mention]]:
        """See `Elsewhere`. A page that does not say the name is not read, nor any for a name that nobody can share."""
        if not (named.given.sort is Sort.RECIPE or named.given.scope.closed):
            return
        others = {each.uri: each for each in (page.home(named), *self.pages()) if each.uri != page.uri}
        for other in others.values():
            if named.given.name in unicodedata.normalize("NFC", other.sheet.text):
                yield from _mentions(other, named)


def _mentions(page: Page, named: Named) -> Iterator[tuple[Page, Mention]]:
    for each, mentions in page.outline.mentions.items():
        if each.key == named.key:
            yield from ((page, mention) for mention in mentions)
