"""A recipe is read for itself: what is wrong with it whatever it is given is told once, and it becomes a verb."""

from __future__ import annotations

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.binding import bind_samples, has_alternatives
from intaglio.lang.checker.bound import Bound
from intaglio.lang.checker.census import count_inside, outlets_of
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.definitions import (
    Definition,
    Parameter,
    read_parameters,
    require_gives,
    setting_of,
    verb_of,
)
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.graph import hang_together
from intaglio.lang.checker.names import ANY, Home, Names
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.references import look_up
from intaglio.lang.checker.stages import Reader
from intaglio.lang.checker.web import Web
from intaglio.lang.records import replace
from intaglio.lang.tree import Line, Node, Reference, parts_of
from intaglio.lang.vocabulary import Verb


def settle(definition: Definition) -> None:
    """Make a verb of a recipe. The recipes that it uses are verbs already."""
    outer = definition.sheet.desk
    desk = replace(outer, faults=[], outer=outer, use=None)
    definition.parameters = read_parameters(definition, desk)
    names = count_inside(definition, Home(desk, itself=True))
    _read(definition, names, desk, other=False)
    _tell_unspoken(definition, desk)
    wholes = _wholes(names)
    if has_alternatives(definition):
        again = replace(desk, faults=[])
        names = count_inside(definition, Home(again, itself=True))
        _read(definition, names, again, other=True)
        desk.faults += again.faults
        wholes = {name: wholes.get(name, True) and whole for name, whole in _wholes(names).items()} | wholes
    definition.verb = _with_wholes(definition, wholes)
    for fault in desk.faults:
        if (fault.code, fault.span) not in definition.known:
            definition.known.add((fault.code, fault.span))
            outer.faults.append(fault)


def _read(definition: Definition, names: Names, desk: Desk, *, other: bool) -> None:
    """Read it once, with samples of what it may be given."""
    definition.outlets = outlets_of(definition, names)
    makes = next((made.makes for made in definition.outlets.values()), ANY)
    definition.verb = verb_of(definition, makes, tuple(definition.outlets), desk)
    bind_samples(definition, names.root, other=other)
    stages = Reader().all(names)
    require_gives(definition, [made.name for made in names.made], desk)
    _tell_not_given(definition, names, stages, desk)
    hang_together(stages, desk, Web(), definition.outlets.values() or names.made)


def _tell_not_given(definition: Definition, names: Names, stages: list[Checked], desk: Desk) -> None:
    """What it should give, and does not make."""
    lets = names.root.home.lets
    for line, node in definition.gives if lets is not None else ():
        if lets is not None and node.parts[-1] not in definition.outlets:
            look_up(node, Place(desk, line, names.root, lets, "gives"))


def _tell_unspoken(definition: Definition, desk: Desk) -> None:
    """What it takes, and no line speaks of."""
    spoken = {name for line in definition.body for name in _spoken(line)}
    for each in definition.parameters:
        if each.name not in spoken and each.line.head is not None:
            head = each.line.head
            desk.say(wrong.recipes.NeverSpokenOf(name=each.name, span=each.line.span(head.start, head.end)))


def _spoken(line: Line) -> set[str]:
    """Every name on a line, and beneath it."""
    found: set[str] = set()
    lines = [line]
    while lines:
        line = lines.pop()
        lines += line.children
        nodes: list[Node] = [*line.values, *(node for clause in line.clauses for node in clause.values)]
        while nodes:
            node = nodes.pop()
            nodes += parts_of(node)
            if isinstance(node, Reference):
                found.add(node.parts[0])
    return found


def _wholes(names: Names) -> dict[str, bool]:
    """Of each number that it takes, whether whole ones are wanted wherever it stands."""
    things = names.root.things.items()
    return {name: all(thing.wholes) for name, thing in things if isinstance(thing, Bound) and thing.wholes}


def _with_wholes(definition: Definition, wholes: dict[str, bool]) -> Verb | None:
    verb = definition.verb
    if verb is None:
        return None
    takes: dict[str, Parameter] = {each.name: each for each in definition.parameters}
    settings = {
        name: setting_of(takes[name], whole=True) if name in takes and wholes.get(name) else setting
        for name, setting in verb.settings.items()
    }
    return replace(verb, settings=settings)
