"""The cursor: a place in a page that is being written comes in; what stands before it on its line, and beneath what, go
out. The line that is written need not be one yet, so its margin is looked at, and not the tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from intaglio.face.server.outline import Role, Scope, Seat
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place
from intaglio.lang.layout import cut
from intaglio.lang.tokens import Word, words

_PATH = re.compile(r'(?:^|(?<=[\s,]))"?(?:[./~\\][^\s,;"“”„]*|[^\s,;"“”„]*/[^\s,;"“”„]*)$')
_WORD = re.compile(r"[^\W\d_](?:[^\s,;.()=<>!%+*/\"“”„]|\.(?=\w|$))*$")
_MARGIN_HOLDS = frozenset({Role.GROUP, Role.RECIPE})


@dataclass(frozen=True)
class Cursor:
    """Where something is about to be written: `before` are the words of the line, `begun` the one that is begun.

    `parent` is what the line stands beneath, None at the margin of a part; `seat` is the line itself, if it is one.
    """

    place: Place
    before: tuple[Word, ...]
    begun: str
    parent: Seat | None
    scope: Scope
    seat: Seat | None
    in_text: bool = False

    @property
    def start(self) -> Place:
        """Where the word begins that is begun."""
        return Place(self.place.line, self.place.column - len(self.begun))

    @property
    def head(self) -> str:
        """The word that the line begins with, `each` aside."""
        rest = self.before[1:] if self.before and self.before[0].terminal == "EACH" else self.before
        return rest[0].text if rest else ""

    @property
    def clause(self) -> str:
        """The joining word that what is written here comes after, or nothing."""
        joining = (each.text for each in reversed(self.before) if each.terminal in ("FROM", "WITH", "AT", "EVERY"))
        return next(joining, "")


def at(page: Page, place: Place) -> Cursor | None:
    """The cursor at a place; None inside a note."""
    line = page.sheet.line(place.line)[: place.column - 1]
    this = cut(line)
    if this.note:
        return None
    content = line.lstrip()
    width = len(line) - len(content)
    carried = _carried(page, place.line, width)
    parent, scope = _parent(page, place.line, width) if carried is None else (carried.parent, carried.scope)
    text = content if carried is None else f"{_until(carried, place.line)} {content}"
    begun = _begun(text)
    before = words(text[: len(text) - len(begun)], width == 0)
    in_text = bool(before) and before[-1].terminal == "OPEN_STRING"
    return Cursor(place, before, begun, parent, scope, carried or page.outline.seat(place.line), in_text)


def _begun(text: str) -> str:
    """What is begun at the end: a path, or a word with the names that it is reached by."""
    found = _PATH.search(text) or _WORD.search(text)
    return found[0] if found else ""


def _carried(page: Page, number: int, width: int) -> Seat | None:
    """The line above that this one goes on."""
    for above in range(number - 1, 0, -1):
        this = cut(page.sheet.line(above))
        if not this.text:
            continue
        seat = page.outline.seat(above) if this.goes_on else None
        return seat if seat is not None and width > seat.line.pieces[0].column - 1 else None
    return None


def _until(seat: Seat, number: int) -> str:
    """What a logical line says above a physical line of it."""
    here = next((piece for piece in seat.line.pieces if piece.line == number), None)
    return seat.line.text if here is None else seat.line.text[: here.offset].rstrip()


def _parent(page: Page, number: int, width: int) -> tuple[Seat | None, Scope]:
    """What a line of this width stands beneath, and what can be seen there."""
    for above in range(number - 1, 0, -1) if width else ():
        seat = page.outline.seat(above)
        if seat is None or seat.line.pieces[0].column - 1 >= width:
            continue
        if seat.role in _MARGIN_HOLDS:
            inner = seat.named.inner if seat.named and seat.named.inner else seat.scope
            return seat if seat.role is Role.RECIPE else None, inner
        return seat, seat.scope
    return None, page.outline.root
