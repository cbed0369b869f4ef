"""What becomes of a score by what a diagnostic offers: by its edit, and by what stands after `Try`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.script import Script


@dataclass(frozen=True)
class Applied:
    """A score with a remedy applied, and the physical lines that stand now where the fault stood."""

    text: str
    lines: range


def applied(text: str, told: Diagnostic, whole: range) -> Iterator[Applied]:
    """The score by the edit; and with what there is to try in the line's place, unless the edit adds it beside."""
    lines = text.split("\n")
    if told.edit is not None:
        place, edited = told.edit.span, [*lines]
        for edit in (told.edit, *told.further):
            at, line = edit.span, edited[edit.span.line - 1]
            edited[at.line - 1] = line[: at.column - 1] + edit.replacement + line[at.end - 1 :]
        more = told.edit.replacement.count("\n")
        yield Applied("\n".join(edited), range(whole.start + more * (place.line < whole.start), whole.stop + more))
    tried = told.suggestion()
    is_beside = told.edit is not None and ("\n" in told.edit.replacement or told.is_at_another_line)
    if tried is not None and not is_beside:
        margin = re.match(" *", lines[whole.start - 1])
        assert margin is not None
        if told.is_block and told.further:
            return  # it is shown whole, and is more than its line
        new_lines = [line if told.is_block or line.startswith(" ") else margin[0] + line for line in tried.split("\n")]
        pasted = [*lines[: whole.start - 1], *new_lines, *lines[whole.stop - 1 :]]
        yield Applied("\n".join(pasted), range(whole.start, whole.start + len(new_lines)))


def logical_line(script: Script, number: int) -> range:
    """All physical lines of the logical line that a physical one is of."""
    waiting = [*script.tree.lines]
    while waiting:
        line = waiting.pop()
        if line.number <= number <= line.pieces[-1].line:
            return range(line.number, line.pieces[-1].line + 1)
        waiting += line.children
    return range(number, number + 1)
