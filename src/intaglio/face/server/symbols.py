"""Symbols: the things that a script makes and names, as an editor lists them; and what can be folded away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types as lsp

from intaglio.face.server.outline import Role, Seat, Sort
from intaglio.face.server.page import Page
from intaglio.lang.checker.census import DEEPEST

KINDS = {
    Sort.STAGE: lsp.SymbolKind.Object,
    Sort.LET: lsp.SymbolKind.Constant,
    Sort.GROUP: lsp.SymbolKind.Namespace,
    Sort.PART: lsp.SymbolKind.EnumMember,
    Sort.RECIPE: lsp.SymbolKind.Function,
    Sort.PARAMETER: lsp.SymbolKind.Variable,
}
_HOLDS = frozenset({Sort.STAGE, Sort.GROUP, Sort.RECIPE})


def document(page: Page) -> list[lsp.DocumentSymbol]:
    """What a page makes and names: what a group, a recipe or a dataset holds stands beneath it."""
    top: list[lsp.DocumentSymbol] = []
    stack: list[tuple[int, lsp.DocumentSymbol]] = []  # those that hold what follows, with their last lines
    ends = last_lines(page)
    for seat in page.outline.seats:
        named = seat.named
        if named is None:
            continue
        first, last = seat.line.number, ends[seat]
        while stack and stack[-1][0] < first:
            stack.pop()
        symbol = lsp.DocumentSymbol(
            name=named.name,
            kind=KINDS[named.sort],
            range=page.sheet.whole(first, last),
            selection_range=page.sheet.range(named.span),
            detail=_detail(seat),
            children=[],
        )
        beside = stack[-1][1].children if stack else top
        assert isinstance(beside, list)
        beside.append(symbol)
        if named.sort in _HOLDS and len(stack) < DEEPEST:
            stack.append((last, symbol))
    return top


def workspace(pages: Iterable[Page], query: str) -> list[lsp.WorkspaceSymbol]:
    """The names of several pages that have these letters in this order."""
    return [
        lsp.WorkspaceSymbol(
            location=lsp.Location(page.uri, page.sheet.range(named.span)),
            name=named.name,
            kind=KINDS[named.sort],
            container_name=named.scope.prefix.rstrip(".") or None,
        )
        for page in pages
        for named in page.outline.names
        if _is_within(query.casefold(), named.name.casefold())
    ]


def folds(page: Page) -> list[lsp.FoldingRange]:
    """Stages and groups with what stands beneath them, and prose of more than a line."""
    found = [
        lsp.FoldingRange(seat.line.number - 1, last - 1)
        for seat, last in last_lines(page).items()
        if last > seat.line.number
    ]
    prose = (lsp.FoldingRange(first - 1, last - 1, kind=lsp.FoldingRangeKind.Comment) for first, last in _prose(page))
    return sorted([*found, *prose], key=lambda fold: (fold.start_line, -fold.end_line))


def last_lines(page: Page) -> dict[Seat, int]:
    """The last line of each line with what stands beneath it."""
    beneath: dict[int, int] = {}  # by the identity of a line; what stands beneath it comes after it
    found: dict[Seat, int] = {}
    for seat in reversed(page.outline.seats):
        line = seat.line
        found[seat] = beneath[id(line)] = beneath[id(line.children[-1])] if line.children else line.pieces[-1].line
    return found


def _prose(page: Page) -> Iterator[tuple[int, int]]:
    """Runs of notes on lines of their own."""
    first = None
    for number, line in enumerate([*page.sheet.lines, ""], 1):
        is_note = line.lstrip(" \t\ufeff").startswith("--")
        if is_note and first is None:
            first = number
        elif not is_note and first is not None:
            if number - first > 1:
                yield first, number - 1
            first = None


def _detail(seat: Seat) -> str | None:
    if seat.role is Role.LET:
        return seat.line.text.partition("=")[2].strip() or None
    return seat.line.head.text if seat.line.head and seat.role is not Role.TAKES else None


def _is_within(letters: str, name: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)
