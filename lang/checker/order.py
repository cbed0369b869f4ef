"""The order of recipes: each after those that it uses. Circles are told of, and left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.definitions import Definition, names_used
from intaglio.lang.checker.desk import leave_out
from intaglio.lang.records import replace
from intaglio.lang.tree import Line

SHOWN = 4  # recipes of a circle whose lines are shown


def in_order(first: Iterable[Definition]) -> list[Definition]:
    """All recipes that these use, and they, each after those that it uses. Circles are told of, and left out."""
    done: dict[Definition, bool] = {}  # and whether it can be used
    for start in first:
        if start in done:
            continue
        under_way: dict[Definition, Iterator[tuple[Line, Definition]]] = {start: _used(start)}
        while under_way:
            current = next(reversed(under_way))
            step = next((step for step in under_way[current] if not done.get(step[1])), None)
            if step is None:
                done.setdefault(current, True)
                del under_way[current]
            elif step[1] in under_way:
                ring = [*under_way][[*under_way].index(step[1]) :]
                _tell_circle(step[0], ring)
                done.update(dict.fromkeys(ring, False))
            elif step[1] not in done:
                under_way[step[1]] = _used(step[1])
    return [definition for definition, usable in done.items() if usable]


def _used(definition: Definition) -> Iterator[tuple[Line, Definition]]:
    found = ((line, definition.sheet.recipe(name)) for name, line in names_used(definition))
    return ((line, each) for line, each in found if each is not None)


def _tell_circle(line: Line, ring: list[Definition]) -> None:
    """Tell of a circle, at the line that closes it, with the others beside it."""
    desk = ring[-1].sheet.desk
    assert line.head is not None
    names = (*(each.name for each in ring), ring[0].name)
    facts = leave_out(line) | {"span": line.span(line.head.start, line.head.end)}
    fault = wrong.graph.Circle(names=names, recipes=True, **facts)
    for each in ring[:SHOWN]:
        if each.line is not line:
            beside = each.sheet.desk.beside(desk, each.line.span())
            fault = replace(fault, also=(*fault.also, *beside["also"]), beyond=(*fault.beyond, *beside["beyond"]))
    desk.say(fault)
    for each in ring:
        each.known.add((fault.code, fault.span))
        each.circle = (desk, fault)
