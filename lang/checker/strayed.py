"""Strayed: lines that were not indented, so that they stand beside the stage that they belong to, or beside its group.

A line and the stage above it come in; the lines that are read as if they stood beneath it go out, with the facts of the
fault. What of several lines is told together is put together where it is told.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.finders import is_empty_group, is_group
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.slid import moved_rows
from intaglio.lang.diagnostic import Edit
from intaglio.lang.elsewhere import spelt
from intaglio.lang.layout import STEP
from intaglio.lang.records import replace
from intaglio.lang.span import Span
from intaglio.lang.tree import Line
from intaglio.lang.vocabulary import Setting


def taken_in(line: Line, made: Made, words: Mapping[str, Setting]) -> tuple[tuple[Line, ...], dict[str, Any]]:
    """A line as it is read beneath a stage, and the facts of the fault. What is indented beneath it comes along where
    it is its own, and else stands beside it then.
    """
    word = spelt(line.head.text) if line.form != "lead" and line.head is not None else "from"
    known = words.get(word)
    beneath = known.beneath if known is not None else {}
    own = is_group(line) or all(child.head is not None and child.head.text in beneath for child in line.children)
    lines = (line,) if own else (line.alone(), *line.children)
    around = line.form == "lead" and open_group((*made.line.children, *made.strays)) is not None
    column = made.line.pieces[0].column + (2 * STEP if around else STEP)
    return lines, indented((line if own else line.alone(),), column)


def with_groups_filled(lines: Iterable[Line], made: Made) -> Iterator[Line]:
    """The lines beneath a dataset, with the material that follows a group that nothing stands in beneath it. That is
    told, all at once, but of material that stands further out, which was told of already.
    """
    beside: list[tuple[Line, Sequence[Line]]] = []
    waiting = deque(lines)
    while waiting:
        line = waiting.popleft()
        material: list[Line] = []
        while is_empty_group(line) and waiting and waiting[0].form == "lead":
            material.append(waiting.popleft())
        if material and material[0].pieces[0].column > made.line.pieces[0].column:
            beside.append((line, material))
        yield replace(line, _children=(*material,)) if material else line
    if beside:
        _say_beside(beside, made)


def _say_beside(beside: Sequence[tuple[Line, Sequence[Line]]], made: Made) -> None:
    """Tell of the material of groups that stands beside them."""
    facts = [indented(material, group.pieces[0].column + STEP) for group, material in beside]
    edits = [edit for each in facts for edit in (each["edit"], *each["further"])]
    shown: list[str] = []
    for (group, _), each in zip(beside, facts, strict=True):
        shown += [row.shown for row in moved_rows(group, group.pieces[0].column)]
        shown += each["shown"]
    names = tuple(group.text[node.start : node.end] for group, _ in beside for node in group.values[:1])
    facts_of_all: dict[str, Any] = {
        "span": beside[0][1][0].span(),
        "also": (beside[0][0].span(),),
        "edit": edits[0],
        "further": tuple(edits[1:]),
        "paste": "\n".join(shown),
        "is_block": True,
        "last": facts[-1]["last"],
    }
    stage = f"{made.word} {made.name}"
    made.desk.say(wrong.names.NotIndented(word="from", stage=stage, groups=names or ("group",), **facts_of_all))


def indented(lines: Sequence[Line], column: int) -> dict[str, Any]:
    """The facts of a fault that ends where lines, with all beneath them, begin in a column."""
    rows = [row for line in lines for row in moved_rows(line, column)]
    edits = [Edit(Span(row.number, 1, row.column), " " * (row.wanted - 1)) for row in rows]
    shown = [row.shown for row in rows]
    first = " " * (column - 1) + lines[0].text
    whole: dict[str, Any] = {"paste": first} if len(rows) == 1 else {"paste": "\n".join(shown), "is_block": True}
    ends = {"last": rows[-1].number, "shown": tuple(shown)}
    return {"span": lines[0].span(), "edit": edits[0], "further": tuple(edits[1:]), **whole, **ends}


def open_group(lines: Sequence[Line]) -> Line | None:
    """The group that nothing stands in, if only its material follows it."""
    last = next((line for line in reversed(lines) if line.form != "lead"), None)
    return last if last is not None and is_empty_group(last) else None
