"""Calls of recipes. What they take is not known here yet, so their lines are kept as they can be read without it."""

from __future__ import annotations

from typing import Any

from intaglio.lang import ir
from intaglio.lang.checker.desk import leave_out
from intaglio.lang.checker.inputs import Inputs, read_inputs
from intaglio.lang.checker.names import Made, find
from intaglio.lang.checker.place import Join, Place
from intaglio.lang.checker.quantities import Amount, Area, Stretch, spread_out, stretched, worked_out
from intaglio.lang.checker.settings import Said
from intaglio.lang.diagnostics.names import SaidTwice
from intaglio.lang.tree import Arithmetic, Extent, Line, Node, Quantity, Range, Reference, Signed, Text


def read_call(made: Made, place: Place, inputs: Inputs) -> Said:
    """What a call says, with what it is made from and with."""
    said = Said(joins=place.joins)
    lines = (*made.line.children, *made.strays)
    for line in (made.line, *(line for line in lines if line.form == "lead")):
        read_inputs(made, line.clauses, _at(line, place), inputs)
    for line in lines:
        if line.head is None or line.form not in ("plain", "each"):
            continue
        key = line.head.text.replace("-", "_")
        if key in said.lines:
            first = said.lines[key]
            facts = leave_out(line) | {"also": (first.span(),), "first": first.number, "same": first.text == line.text}
            place.desk.say(SaidTwice(word=line.head.text, **facts))
            continue
        said.lines[key] = line
        _hear(key, line, _at(line, place), said)
    return said


def _at(line: Line, place: Place) -> Place:
    word = line.head.text if line.head else place.word
    return Place(place.desk, line, place.scope, place.lets, word, joins=place.joins)


def _hear(key: str, line: Line, place: Place, said: Said) -> None:
    nodes = [*line.values, *(node for clause in line.clauses for node in clause.values)]
    values = tuple(value for value in (_freely(node, place) for node in nodes) if value is not None)
    if line.form == "each":
        if values:
            said.sweeps.append(ir.Sweep(setting=key, values=values))
    elif not nodes:
        said.values[key] = True
    elif values:
        said.values[key] = values[0] if len(values) == 1 else values


def _freely(node: Node, place: Place) -> Any:
    """A value without knowing what it is for."""
    if isinstance(node, Quantity | Arithmetic | Signed):
        return _plain(worked_out(node, place))
    if isinstance(node, Range):
        return _plain(stretched(node, place))
    if isinstance(node, Extent):
        return _plain(spread_out(node, place))
    if isinstance(node, Text):
        return node.content
    if isinstance(node, Reference):
        return _name(node, place)
    return place.line.text[node.start : node.end]


def _name(node: Reference, place: Place) -> Any:
    known = place.value_of(node)
    if known is not node:
        return _plain(known) if isinstance(known, Amount | Stretch | Area) else known and _freely(known, place)
    found = find(node.parts, place.scope) if node.parts[-1] else None
    if found is not None and found.made is not None:
        place.joins.append(Join(found.made, found.part, place.line, node, place.word))
    return ".".join(node.parts)


def _plain(known: Amount | Stretch | Area | None) -> Any:
    match known:
        case Amount(value=value):
            return int(value) if value == int(value) else float(value)
        case Stretch(low=low, high=high, step=step):
            return tuple(_plain(end) for end in (low, high, step) if end)
        case Area(width=width, height=height):
            return (_plain(width), _plain(height))
        case _:
            return None
