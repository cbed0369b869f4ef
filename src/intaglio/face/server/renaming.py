"""Renaming: a name of the artist's own becomes another wherever it stands, or a sentence says why it cannot.

A recipe, what it takes and what it gives are renamed in its file and in every page that borrows it. A recipe is found
by the name of its file, so that is renamed along. What ships with gen is never renamed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol import types as lsp

from intaglio.face.server.lending import ships
from intaglio.face.server.neighbours import ALONE, Elsewhere
from intaglio.face.server.outline import Mention, Named, Role, Sort
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place
from intaglio.lang.checker.definitions import OWN
from intaglio.lang.grammar import tokens
from intaglio.lang.vocabulary import OWN_VERBS, RESERVED, Choice


class CannotRename(Exception):
    """Why not, in a sentence for the artist."""


CAN = "Stages, groups, recipes, and what `let` and `takes` name can be renamed."


def prepared(page: Page, place: Place) -> tuple[lsp.Range, str]:
    """The name at a place, and its stretch. Raises CannotRename."""
    mention = _renamed(page, place)
    return page.sheet.range(mention.span), mention.named.name


def renamed(
    page: Page, place: Place, new: str, elsewhere: Elsewhere = ALONE, *, files: bool = True
) -> lsp.WorkspaceEdit:
    """The changes after which the name at a place is another; `files` tells that the editor can rename those.

    Raises CannotRename.
    """
    named = _renamed(page, place).named
    new = unicodedata.normalize("NFC", new.strip())
    _require_name(new)
    home = page.home(named)
    own = next(each for each in home.outline.names if each.key == named.key)
    found = [(home, mention) for mention in home.outline.mentions[own]]
    if home is not page:
        found += [(page, mention) for mention in page.outline.mentions[named]]
    found += [(other, mention) for other, mention in elsewhere.mentions(home, own) if other.uri != page.uri]
    if new != own.name:
        for each, other in {mention.named: other for other, mention in found}.items():
            if each.home == other.uri:
                _require_free(other, each, new)
    changes: dict[str, list[lsp.TextEdit]] = {}
    for other, mention in found:
        changes.setdefault(other.uri, []).append(lsp.TextEdit(other.sheet.range(mention.span), new))
    moved = _moved(home, own, new, [mention for _, mention in found])
    return lsp.WorkspaceEdit(changes=changes) if moved is None else _with_file(changes, moved, home, files=files)


def _renamed(page: Page, place: Place) -> Mention:
    mention = page.mention(place)
    if mention is None:
        raise CannotRename(_why_not(page, place))
    named = mention.named
    if ships(page.home(named).path):
        raise CannotRename(
            f"`{named.name}` comes with gen, and keeps its name. A copy of its text in your score may not."
        )
    if named.is_borrowed and named.origin is None:
        raise CannotRename(f"`{named.name}` is borrowed, and what it is borrowed from was not found.")
    return mention


# The file of a recipe ----------------------------------------------------------------------------------------------


def _moved(home: Page, named: Named, new: str, mentions: Iterable[Mention]) -> Path | None:
    """Where a recipe's file goes, if others find the recipe by its name. Raises CannotRename where it cannot go."""
    if named.sort is not Sort.RECIPE or home.path is None or home.path.stem != named.name or new == named.name:
        return None
    if not (any(each.named.is_borrowed for each in mentions) or _holds_recipes_only(home)):
        return None
    path = home.path.with_name(f"{new}.gen")
    if path.exists():
        raise CannotRename(f"`{new}` would be looked for in {path.name}, and that file is there already.")
    return path


def _holds_recipes_only(page: Page) -> bool:
    roles = {seat.role for seat in page.outline.seats if seat.parent is None}
    return not roles & {Role.STAGE, Role.GROUP}


def _with_file(changes: dict[str, list[lsp.TextEdit]], moved: Path, home: Page, *, files: bool) -> lsp.WorkspaceEdit:
    if not files:
        assert home.path is not None
        why = (
            f"A recipe is found by the name of its file, and this editor cannot rename {home.path.name} along with it."
        )
        raise CannotRename(f"{why} Rename both by hand.")
    edits = [
        lsp.TextDocumentEdit(lsp.OptionalVersionedTextDocumentIdentifier(uri), [*each]) for uri, each in changes.items()
    ]
    return lsp.WorkspaceEdit(document_changes=[*edits, lsp.RenameFile(old_uri=home.uri, new_uri=moved.as_uri())])


# What may not be ---------------------------------------------------------------------------------------------------


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
        stage = next((each for each in page.outline.names if named in each.parts.values()), None)
        if stage is not None and new in stage.parts:  # of two with one name, the second is no part yet
            raise CannotRename(f"`{stage.name}` has a group `{new}` already, on line {stage.parts[new].line.number}.")
        return
    taken = next(_in_the_way(page, named, new), None)
    if taken is not None:
        raise CannotRename(f"Line {taken.line.number} makes `{new}` already.")
    if named.sort is Sort.RECIPE and (new in page.vocabulary.verbs or new in OWN_VERBS):
        raise CannotRename(f"`{new}` is a verb already.")
    if named.sort is Sort.PARAMETER and new in OWN:
        raise CannotRename(f"`{new}` can be said beneath every use of a recipe, so a recipe cannot take it as its own.")
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
