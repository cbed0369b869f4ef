"""Slid: stages that were indented, so that they stand beneath another.

The line of a stage comes in; the line without them goes out, and they, each with what is beneath it, to be read as if
it stood where that stage does. A line that follows one right away, and that its verb knows, is its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any, NamedTuple

from intaglio.lang.diagnostic import Edit
from intaglio.lang.elsewhere import spelt
from intaglio.lang.layout import NOTED, STEP
from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.span import Span
from intaglio.lang.tree import Line
from intaglio.lang.vocabulary import Verb


@dataclass(slots=True, eq=False)
class Slid:
    """A stage that was indented: its line, lines that stand beside it and are its own, and stages that slid beneath it.

    Where others of the stage around follow, it cannot be moved out by itself.
    """

    line: Line
    verb: Verb
    beneath: list[Slid]
    beside: list[Line] = field(default_factory=list)
    is_last: bool = True

    @property
    def stages(self) -> Iterator[Line]:
        """Its line with all that is its own beneath it, and those of the stages beneath."""
        yield replace(self.line, _children=(*self.line.children, *self.beside))
        for each in self.beneath:
            yield from each.stages

    def moved(self, column: int) -> dict[str, Any]:
        """The facts of a fault that it would mend to move it, and all beneath it, so that stages begin there."""
        blocks = [*self._blocks(column)]
        if not all(blocks):
            return {}
        rows = sorted(row for block in blocks for row in block)
        edits = [Edit(Span(row.number, 1, row.column), " " * (row.wanted - 1)) for row in rows]
        pasted = ("\n".join(row.shown for row in block) for block in blocks)
        return {"edit": edits[0], "further": tuple(edits[1:]), "paste": "\n\n".join(pasted), "is_block": True}

    def _blocks(self, column: int) -> Iterator[list[Row]]:
        """The physical lines of each stage; of one that cannot be moved none."""
        own = moved_rows(self.line, column)
        own += [row for line in self.beside for row in moved_rows(line, column + STEP)]
        yield own if self.is_last else []
        for each in self.beneath:
            yield from each._blocks(column)


class Row(NamedTuple):
    """A physical line: its number, the column that it begins in, the one that it should begin in, and its text."""

    number: int
    column: int
    wanted: int
    text: str

    @property
    def shown(self) -> str:
        """The line as it should stand."""
        return " " * (self.wanted - 1) + self.text


DEEPEST = 8  # how far in stages are looked for


def parted(line: Line, verb: Verb | None, verbs: Mapping[str, Verb], deep: int = 0) -> tuple[Line, list[Slid]]:
    """A stage's line without the stages that slid beneath it, and these."""
    return _parted(line, set() if verb is None else {*verb.settings, *verb.steps}, verbs, deep)


def _parted(line: Line, words: Set[str], verbs: Mapping[str, Verb], deep: int) -> tuple[Line, list[Slid]]:
    if deep > DEEPEST or not line.children:
        return line, []
    found: list[Slid] = []
    kept: list[Line] = []
    for child in line.children:
        word = spelt(child.head.text) if child.head is not None else ""
        last = found[-1] if found and found[-1].is_last else None
        if _is_slid(child, words, verbs):
            alone, beneath = parted(child, verbs[word], verbs, deep + 1)
            found.append(Slid(alone, verbs[word], beneath))
        elif last is not None and (word in last.verb.settings or word in last.verb.steps):
            last.beside.append(child)
        else:
            for each in found:
                each.is_last = False
            rest, inner = _parted(child, words, verbs, deep + 1)
            kept.append(rest)
            found += inner
    return (replace(line, _children=tuple(kept)), found) if found else (line, [])


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


def moved_rows(line: Line, column: int) -> list[Row]:
    """The physical lines of a line and of all beneath it, which should begin in a column."""
    by = column - line.pieces[0].column
    rows = []
    for each in [line, *_beneath(line)]:
        ends = [piece.offset - 1 for piece in each.pieces[1:]] + [len(each.text)]
        for piece, end in zip(each.pieces, ends, strict=True):
            note = f"{NOTED}{each.note}" if each.note and end == len(each.text) else ""
            text = each.text[piece.offset : end] + note
            rows.append(Row(piece.line, piece.column, max(1, piece.column + by), text))
    return sorted(rows)
