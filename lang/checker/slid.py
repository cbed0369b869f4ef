"""Slid: stages that were indented, so that they stand beneath another.

The line of a stage comes in; the line without them goes out, and they, each with what is beneath it, to be read as if
it stood where that stage does. A line that follows one, and that its verb knows and the stage around does not, is its
own.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any

from intaglio.lang.diagnostic import Edit
from intaglio.lang.elsewhere import spelt
from intaglio.lang.layout import STEP
from intaglio.lang.span import Span
from intaglio.lang.tree import Line
from intaglio.lang.vocabulary import Verb


@dataclass(slots=True, eq=False)
class Slid:
    """A stage that was indented: its line, and lines that stand beside it and are its own.

    Where others of the stage around follow, it cannot be moved out by itself.
    """

    line: Line
    verb: Verb
    beside: list[Line] = field(default_factory=list)
    is_last: bool = True

    @property
    def whole(self) -> Line:
        """The line with all that is its own beneath it."""
        return replace(self.line, _children=(*self.line.children, *self.beside))

    def moved(self, column: int) -> dict[str, Any]:
        """The facts of a fault that it would mend to move it, and all that is its own, so that it begins there."""
        if not self.is_last:
            return {}
        rows = [*_rows(self.line, column), *(row for line in self.beside for row in _rows(line, column + STEP))]
        edits = [Edit(Span(number, 1, before), " " * (after - 1)) for number, before, after, _ in rows]
        paste = "\n".join(" " * (after - 1) + text for _, _, after, text in rows)
        return {"edit": edits[0], "further": tuple(edits[1:]), "paste": paste, "is_block": True}


def parted(line: Line, words: Set[str], verbs: Mapping[str, Verb]) -> tuple[Line, list[Slid]]:
    """A stage's line without the stages that slid beneath it, and these. `words` may stand beneath its own verb."""
    if not any(_is_slid(each, words, verbs) for each in _beneath(line)):
        return line, []
    found: list[Slid] = []
    kept: list[Line] = []
    said: set[str] = set()
    for child in line.children:
        word = spelt(child.head.text) if child.head is not None else ""
        if _is_slid(child, words, verbs):
            found.append(Slid(child, verbs[word]))
            continue
        last = found[-1] if found else None
        known = last is not None and (word in last.verb.settings or word in last.verb.steps)
        if last is not None and known and (word not in words or word in said):
            last.beside.append(child)
            continue
        for each in found:
            each.is_last = False
        rest, inner = parted(child, words, verbs)
        kept.append(rest)
        said.add(word)
        found += inner
    return replace(line, _children=tuple(kept)), found


def _is_slid(line: Line, words: Set[str], verbs: Mapping[str, Verb]) -> bool:
    """Whether a line begins a stage of its own: a verb, and the name of what it makes."""
    if line.form != "plain" or line.head is None or line.repairs or not line.values:
        return False
    return line.head.text in verbs and line.head.text not in words


def _beneath(line: Line) -> list[Line]:
    found = [*line.children]
    for each in found:
        found += each.children  # the list grows while it is gone through
    return found


def _rows(line: Line, column: int) -> list[tuple[int, int, int, str]]:
    """The physical lines of a line and of all beneath it: the number of each, the column it begins in, the one that it
    should begin in, and its text.
    """
    by = column - line.pieces[0].column
    rows = []
    for each in [line, *_beneath(line)]:
        ends = [piece.offset - 1 for piece in each.pieces[1:]] + [len(each.text)]
        for piece, end in zip(each.pieces, ends, strict=True):
            rows.append((piece.line, piece.column, max(1, piece.column + by), each.text[piece.offset : end]))
    return sorted(rows)
