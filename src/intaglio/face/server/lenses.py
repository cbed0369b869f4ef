"""Code lenses: `run` above each stage. What it does is the editor's: the server runs nothing."""

from __future__ import annotations

from lsprotocol import types as lsp

from intaglio.face.server.outline import Role, Seat
from intaglio.face.server.page import Page

RUN = "intaglio.run"


def shown(page: Page) -> list[lsp.CodeLens]:
    """A lens for each stage that a run could be asked for by its name."""
    return [
        lsp.CodeLens(
            page.sheet.range(seat.line.span()),
            lsp.Command("run", RUN, arguments=[page.uri, seat.named.path]),
        )
        for seat in page.outline.seats
        if seat.named is not None and _runs(seat)
    ]


def _runs(seat: Seat) -> bool:
    """A stage, and none of a recipe, which are only made in its uses."""
    return seat.role is Role.STAGE and not any(scope.closed for scope in seat.scope.outwards())
