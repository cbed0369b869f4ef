"""Formatting: what `gen fmt` makes of a page, as the fewest changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from lsprotocol import types as lsp

from intaglio.face.server.page import Page
from intaglio.face.server.text import Place
from intaglio.lang.formatter import format_text
from intaglio.lang.layout import physical_lines
from intaglio.lang.mending import straightened
from intaglio.lang.shared import shared

Hunk = tuple[int, int, int, int]  # lines [a:b] become lines [c:d]


def whole(page: Page) -> list[lsp.TextEdit]:
    """The changes after which a page is as `gen fmt` sets it, its line ends and byte-order mark left alone."""
    straight = straightened(page.sheet.text, page.understand, page.understand)
    before, after = physical_lines(page.sheet.text), format_text(straight).split("\n")
    return _apart(edit for hunk in _hunks(before, after) for edit in _edits(hunk, before, after, page))


def part(page: Page, stretch: lsp.Range) -> list[lsp.TextEdit]:
    """Those of them that begin in a stretch."""
    end = stretch.end.line - (stretch.end.character == 0 and stretch.end.line > stretch.start.line)
    return [edit for edit in whole(page) if stretch.start.line <= edit.range.start.line <= end]


def _hunks(before: list[str], after: list[str]) -> Iterator[Hunk]:
    """Lines that differ. Most of a long script is as it should be, and costs nothing."""
    start, end = shared(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if len(old) == len(new):
        yield from ((start + i, start + i + 1) * 2 for i in range(len(old)) if old[i] != new[i])
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:
            yield from ((start + a + i, start + a + i + 1, start + c + i, start + c + i + 1) for i in range(b - a))
        elif tag != "equal":
            yield (start + a, start + b, start + c, start + d)


def _edits(hunk: Hunk, before: list[str], after: list[str], page: Page) -> Iterator[lsp.TextEdit]:
    a, b, c, d = hunk
    if b - a == d - c == 1:
        yield _within(a + 1, before[a], after[c], page)
        return
    lines = after[c:d]
    if b < len(before):
        stretch, new = (Place(a + 1, 1), Place(b + 1, 1)), [*lines, ""]
    elif a > 0:  # the end of the last line goes with those that go
        stretch, new = (Place(a, len(before[a - 1]) + 1), page.sheet.last), ["", *lines]
    else:
        stretch, new = (Place(1, 1), page.sheet.last), lines
    yield lsp.TextEdit(page.sheet.between(*stretch), page.sheet.ended("\n".join(new)))


def _apart(edits: Iterable[lsp.TextEdit]) -> list[lsp.TextEdit]:
    """Changes that touch are one: editors do not agree on which of two at one place is made first."""
    apart: list[lsp.TextEdit] = []
    for edit in edits:
        last = apart[-1] if apart else None
        if last is not None and last.range.end == edit.range.start:
            joined = lsp.Range(last.range.start, edit.range.end)
            apart[-1] = lsp.TextEdit(joined, last.new_text + edit.new_text)
        else:
            apart.append(edit)
    return apart


def _within(number: int, old: str, new: str, page: Page) -> lsp.TextEdit:
    """What differs of one line."""
    start, end = shared(old, new)
    stretch = page.sheet.between(Place(number, start + 1), Place(number, len(old) - end + 1))
    return lsp.TextEdit(stretch, new[start : len(new) - end])
