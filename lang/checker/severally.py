"""Severally: a step that `each` would vary. Steps are not swept; a stage for each of the values does the same.

The line comes in, and a fault goes out, with these stages where nothing about them has to be guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.desk import Desk, mend
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.naming import free_name
from intaglio.lang.layout import NOTED
from intaglio.lang.tree import Line, Quantity, Reference
from intaglio.lang.vocabulary import Setting, Verb, offered

MOST = 6  # stages that are offered in the place of one


def say_severally(made: Made, verb: Verb, step: Setting, line: Line, desk: Desk) -> None:
    """Tell of a step that is swept."""
    assert line.head is not None
    sweepable = tuple(sorted(name for name in offered(verb.settings) if verb.settings[name].sweeps))
    facts = _stages(made, line) if _is_plain(made, verb, step, line) else {}
    facts["span"] = line.span(line.head.start, line.head.end)
    desk.say(wrong.values.NothingToSweep(verb=verb.name, setting=step.name, sweepable=sweepable, is_step=True, **facts))


def _is_plain(made: Made, verb: Verb, step: Setting, line: Line) -> bool:
    """Whether each value stands for itself, and all that is said of the stage stands in its lines."""
    whole = [made.line, *_beneath(made.line)]
    needed = [slot for slot in step.slots if slot.clause is None and slot.required]
    swept = [each for each in whole if each.form == "each" and each.head is not None and each.head.text in verb.steps]
    return (
        not (made.scope.home.is_recipe or made.strays or step.forms or line.children)
        and len(needed) == 1
        and len(swept) == 1
        and 1 < len(line.values) <= MOST
        and all(isinstance(node, Quantity | Reference) for node in line.values)
        and all(len(each.pieces) == 1 and not each.repairs for each in whole)
        and any(each is line for each in whole)
        and isinstance(made.line.values[0] if made.line.values else None, Reference)
    )


def _stages(made: Made, line: Line) -> dict[str, Any]:
    """The facts of a fault that is mended by a stage for each value. What stands beneath the line is left to the last;
    so is a copy, which is saved once.
    """
    assert line.head is not None
    lines = [*_beneath(made.line)]
    place = next(number for number, each in enumerate(lines) if each is line)
    before, after = ([_row(each) for each in part if not _saves(each)] for part in (lines[:place], lines[place + 1 :]))
    stem, rest = line.text[line.head.start : line.values[0].start], line.text[line.values[-1].end :]
    first, *others = (f"{stem}{line.text[node.start : node.end]}{rest}" for node in line.values)
    node, margin = made.line.values[0], " " * (line.pieces[0].column - 1)
    rows = [first]
    for number, said in enumerate(others, 2):
        name = free_name(f"{made.name}-{number}", made.scope)
        head = _row(made.line, f"{made.line.text[: node.start]}{name}{made.line.text[node.end :]}")
        rows += [*after, "", head, *before, f"{margin}{said}"]
    facts, note = mend(line, 0, len(line.text), "\n".join(rows)), f"{NOTED}{line.note}" if line.note else ""
    return facts | {"paste": margin + "\n".join(rows) + note, "is_block": True}


def _saves(line: Line) -> bool:
    return line.head is not None and line.head.text == "save"


def _row(line: Line, text: str = "") -> str:
    """A line as far in as it stands, with its own text or another."""
    return " " * (line.pieces[0].column - 1) + (text or line.text)


def _beneath(line: Line) -> Iterator[Line]:
    """All lines beneath a line, in their order."""
    for child in line.children:
        yield child
        yield from _beneath(child)
