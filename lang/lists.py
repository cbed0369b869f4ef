"""Lists: a word with a colon and, a line each, what begins with a mark, as YAML and Markdown have it.

Logical lines come in; they go out with each such list as one line, which is told of once. What is wrong with it is
told as of any other line: `habits.py` knows what it is meant as.
"""

from __future__ import annotations

from collections.abc import Sequence

from intaglio.lang.layout import Row
from intaglio.lang.patterns import pattern
from intaglio.lang.tree import Piece

VALUE = r"(?:\"[^\"]*\"|[^\s,\"]*[^\s,:\"](?:\s+(?:px|%|mm|cm|fps|epochs|steps|s|ms|min|h))?)"
_HEAD = pattern(r"(?:each\s+)?[^\W\d][\w-]*\s*:")
_ITEM = pattern(rf"[-*•]\s+{VALUE}")


def with_lists(rows: Sequence[Row]) -> list[Row]:
    """The rows, each list one of them. A list at the margin is none of a setting, and stays in its lines."""
    found: list[Row] = []
    place = 0
    while place < len(rows):
        row = rows[place]
        items = _items(rows, place) if row.depth and row.text.endswith(":") and _HEAD.fullmatch(row.text) else []
        found.append(_joined(row, items) if items else row)
        place += 1 + len(items)
    return found


def _items(rows: Sequence[Row], head: int) -> list[Row]:
    """The items of a list: one step further in than its head or, as YAML allows, beside it."""
    depth = rows[head].depth
    end = head + 1
    if end == len(rows) or rows[end].depth not in (depth, depth + 1):
        return []
    column = rows[end].depth
    while end < len(rows) and rows[end].depth == column and _ITEM.fullmatch(rows[end].text):
        end += 1
    goes_on = end < len(rows) and rows[end].depth > depth  # with something that is no item of this list
    return [] if goes_on else [*rows[head + 1 : end]]


def _joined(head: Row, items: Sequence[Row]) -> Row:
    text, pieces, notes = head.text, [*head.pieces], [*head.notes]
    between = [*(head.between or ((),) * len(pieces))]
    for item in items:
        offset = len(text) + 1
        pieces += [Piece(offset + piece.offset, piece.line, piece.column) for piece in item.pieces]
        text = f"{text} {item.text}"
        notes += item.notes
        between += [item.above, *(item.between or ((),) * len(item.pieces))[1:]]
    return Row(head.depth, text, tuple(notes), head.above, tuple(pieces), tuple(between) if any(between) else ())
