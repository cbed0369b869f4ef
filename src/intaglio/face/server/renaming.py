"""Renaming: a name of the script's own becomes another wherever it stands, or a sentence says why it cannot.

Everything happens in one page. Recipes of other files come in by `Elsewhere`: whoever knows where those lie says which
of their names a page shares, and this asks them for their part of the change.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Protocol

from lsprotocol import types as lsp

from intaglio.face.server.outline import Mention, Named, Role, Sort
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place
from intaglio.lang.grammar import tokens
from intaglio.lang.vocabulary import RESERVED, Choice


class CannotRename(Exception):
    """Why not, in a sentence for the artist."""


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
CAN = "Stages, groups, recipes, and what `let` and `takes` name can be renamed."


def prepared(page: Page, place: Place) -> tuple[lsp.Range, str]:
    """The name at a place, and its stretch. Raises CannotRename."""
    mention = _renamed(page, place)
    return page.sheet.range(mention.span), mention.named.name


def renamed(page: Page, place: Place, new: str, elsewhere: Elsewhere = ALONE) -> lsp.WorkspaceEdit:
    """The changes after which the name at a place is another. Raises CannotRename."""
    named = _renamed(page, place).named
    new = unicodedata.normalize("NFC", new.strip())
    _require_name(new)
    if new != named.name:
        _require_free(page, named, new)
    changes: dict[str, list[lsp.TextEdit]] = {}
    mine = ((page, mention) for mention in page.outline.mentions[named])
    for other, mention in (*mine, *elsewhere.mentions(page, named)):
        changes.setdefault(other.uri, []).append(lsp.TextEdit(other.sheet.range(mention.span), new))
    return lsp.WorkspaceEdit(changes=changes)


def _renamed(page: Page, place: Place) -> Mention:
    mention = page.mention(place)
    if mention is None:
        raise CannotRename(_why_not(page, place))
    if mention.named.sort is Sort.RECIPE and mention.named.inner is None:
        raise CannotRename(f"`{mention.named.name}` is borrowed, and is called as it is called there.")
    return mention


def _why_not(page: Page, place: Place) -> str:
    seat = page.seat(place)
    head = seat.line.head if seat else None
    if seat is None or head is None:
        return f"There is no name here. {CAN}"
    span = seat.line.span(head.start, head.end)
    if span.line == place.line and span.column <= place.column <= span.end:
        what = "a verb" if seat.role is Role.STAGE else "a setting" if seat.role is Role.SETTING else "a word"
        return f"`{head.text}` is {what} of the language, and cannot be renamed."
    return f"This is no name that the script gives. {CAN}"


def _require_name(new: str) -> None:
    if new in RESERVED:
        raise CannotRename(f"`{new}` joins things together, so it cannot name one.")
    found = tokens(new)
    if len(found) != 1 or found[0].type != "NAME":
        raise CannotRename(f"`{new}` is no name. A name begins with a letter, and joins words with hyphens.")


def _require_free(page: Page, named: Named, new: str) -> None:
    """Nothing else may be meant afterwards, neither by this name nor by those that are there."""
    if named.sort is Sort.PART:
        stage = next(each for each in page.outline.names if named in each.parts.values())
        if new in stage.parts:
            raise CannotRename(f"`{stage.name}` has a group `{new}` already, on line {stage.parts[new].line.number}.")
        return
    taken = next(_in_the_way(page, named, new), None)
    if taken is not None:
        raise CannotRename(f"Line {taken.line.number} makes `{new}` already.")
    if named.sort is Sort.RECIPE and new in page.vocabulary.verbs:
        raise CannotRename(f"`{new}` is a verb already.")
    if named.sort in (Sort.LET, Sort.PARAMETER):
        owner = next(_choices(page, named, new), None)
        if owner is not None:
            raise CannotRename(f"`{new}` is one of the choices of `{owner}`, so it cannot also be a name.")


def _in_the_way(page: Page, named: Named, new: str) -> Iterator[Named]:
    """Other things with that name that can be seen from where this one is given, or from where it is said."""
    if new in named.scope.things:
        yield named.scope.things[new]
    for seat in page.outline.seats:
        if any(mention.named is named for mention in seat.mentions):
            seen = seat.scope.seen(new)
            if seen is not None and seen is not named:
                yield seen
        elif any(mention.named.name == new and mention.named is not named for mention in seat.mentions):
            yield from _shadowed(named, seat.scope.outwards(), seat.mentions, new)


def _shadowed(named: Named, scopes: Iterable[object], mentions: Iterable[Mention], new: str) -> Iterator[Named]:
    """A thing that is said here by a plain name, and would no longer be what is meant."""
    inner = list(scopes)
    for mention in mentions:
        other = mention.named
        both = other.name == new and named.scope in inner and other.scope in inner
        if both and inner.index(named.scope) <= inner.index(other.scope):
            yield other


def _choices(page: Page, named: Named, new: str) -> Iterator[str]:
    """Settings that say this name, and have the new one among their choices."""
    for seat in page.outline.seats:
        says = seat.setting is not None and any(mention.named is named for mention in seat.mentions)
        if says and any(isinstance(kind, Choice) and new in kind.words for kind in seat.types):
            yield seat.setting.name if seat.setting else ""
