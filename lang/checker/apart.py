"""Apart: whether what stands after `from` is as many sets as the stage tells apart, and each of them once.

Which stages tell sets apart, and how many, is declared by the vocabulary; none is known by name here.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import leave_out, mend
from intaglio.lang.checker.finders import is_group
from intaglio.lang.checker.names import Made, find
from intaglio.lang.checker.naming import head_span
from intaglio.lang.checker.place import Place
from intaglio.lang.records import replace
from intaglio.lang.tree import Clause, Line, Node, Path, Reference
from intaglio.lang.vocabulary import Apart, Verb

MOST = 4  # other sets offered in turn


def tell_apart(stage: Checked, verb: Verb, apart: Apart) -> None:
    """Tell of fewer sets of images than are to be told apart, or of more."""
    made, word, given = stage.made, stage.said.values[apart.said_by], len(stage.inputs.sources)
    wanted = dict(apart.counts)[word]
    facts: dict[str, Any] = {"asked": f"{apart.said_by} {word}", "wanted": wanted, "given": given}
    found = [(line, clause) for line, clause in _clauses(stage, made.line) if clause.values]
    facts["span"] = head_span(made.line)
    ways: list[dict[str, Any]] = []
    if len(found) == 1 and not made.scope.home.is_recipe:
        ((line, clause),) = found
        start, end = clause.values[0].start, clause.values[-1].end
        facts["span"] = line.span(start, end)
        said = [line.text[node.start : node.end] for node in clause.values]
        ways = [mend(line, start, end, ", ".join(names)) for names in _fitting(stage, verb, said, wanted)]
    first, *rest = (wrong.graph.NotSoManySets(**way | facts) for way in ways or [{}])
    made.desk.say(replace(first, instead=tuple(rest)))


def _fitting(stage: Checked, verb: Verb, said: Sequence[str], wanted: int) -> Iterator[Sequence[str]]:
    """Names of as many sets as are wanted: the first of those that are said; or the groups of the one that is; or it,
    and others that there are.
    """
    made = stage.made
    if len(said) > wanted:
        yield said[:wanted]
        return
    whole = [join.made for join in stage.joins if join.line is made.line and join.part is None]
    if len(said) == len(whole) == 1 and whole[0].groups == wanted:
        yield [f"{said[0]}.{part}" for part in whole[0].parts[:wanted]]
    if made.scope.home.lets is None or len(said) != wanted - 1:
        return
    names = Place(made.desk, made.line, made.scope, made.scope.home.lets, made.word).names(verb.sources)
    above = (name for name in names if name not in said and _is_above(name, made))
    yield from ([*said, name] for name in islice(above, MOST))


def _is_above(name: str, made: Made) -> bool:
    """Whether a name is that of a stage above, which surely is not made of this one."""
    found = find(tuple(name.split(".")), made.scope).made
    return found is not None and found.line.number < made.line.number


def tell_given_twice(stage: Checked) -> None:
    """Tell of what stands after `from` twice, for all or in one group."""
    made = stage.made
    groups = filter(is_group, made.line.children)
    for level in (made.line, *(groups if made.verb is not None and made.verb.groups else ())):
        first: dict[str, tuple[Line, Node]] = {}
        for line, clause in _clauses(stage, level):
            for node in clause.values:
                name = _named(node)
                if name is None:
                    continue
                before, there = first.setdefault(name, (line, node))
                if there is not node:
                    text = line.text[node.start : node.end]
                    facts = _without(line, clause, node) | {"span": line.span(node.start, node.end)}
                    facts["also"] = (before.span(there.start, there.end),)
                    made.desk.say(wrong.graph.GivenTwice(name=text, **facts))


def _clauses(stage: Checked, level: Line) -> Iterator[tuple[Line, Clause]]:
    """Every `from` of a stage, or of a group, with its line."""
    strays = stage.strays if level is stage.made.line else ()
    for line in (level, *(child for child in (*level.children, *strays) if child.form == "lead")):
        yield from ((line, clause) for clause in line.clauses if clause.word == "from")


def _named(node: Node) -> str | None:
    """What a value after `from` leads to, whichever way it is written."""
    match node:
        case Reference(parts=parts) if parts[-1]:
            return ".".join(parts)
        case Path(text=text):
            return f"./{posixpath.normpath(text)}"
    return None


def _without(line: Line, clause: Clause, node: Node) -> dict[str, Any]:
    """The line without a value, and without the word before it where that joined nothing else."""
    if line.form == "lead" and len(line.clauses) == len(clause.values) == 1:
        return leave_out(line)
    place = next(number for number, each in enumerate(clause.values) if each is node)
    start = clause.start if not place else clause.values[place - 1].end
    end = node.end
    if not place and len(clause.values) > 1:
        start, end = node.start, clause.values[1].start
    if place or len(clause.values) == 1:
        start = len(line.text[:start].rstrip())
    return mend(line, start, end, "")
