"""Able: a model that is asked for what its sort does not do, and what could be asked of it instead.

Which sorts do what is declared by the vocabulary; no verb and no sort is known by name here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.place import Join, Place
from intaglio.lang.records import replace
from intaglio.lang.tree import Line
from intaglio.lang.vocabulary import ISA, Verb, offered

MOST = 4  # other models offered in turn


def tell_unable(stage: Checked, verb: Verb, given: str, training: Checked, others: Sequence[str]) -> None:
    """Tell of a model, of the path `given`, that cannot do what a stage asks. `others` are names of models that can."""
    made, able = stage.made, verb.able
    join = next((each for each in stage.joins if each.made.path == given), None)
    if able is None or join is None or made.scope.home.lets is None:
        return
    sort = training.said.values[able.said_by]
    there = training.said.lines.get(able.said_by)
    beside = there is not None and training.made.desk.page is made.desk.page
    facts: dict[str, Any] = {"also": (there.span(),) if beside and there is not None else ()}
    facts |= {"verb": made.word, "sort": f"{able.said_by} {sort}", "does": able.does, "sorts": able.sorts}
    if made.scope.home.is_recipe:
        Place(made.desk, join.line, made.scope, made.scope.home.lets, made.word).say(
            wrong.graph.NotAble, join.node, **facts
        )
        return
    facts["span"] = join.line.span(join.node.start, join.node.end)
    ways = [*_other_verbs(stage, verb, training, sort), *_other_models(join, others)]
    first, *rest = (wrong.graph.NotAble(**facts | way | {"span": facts["span"]}) for way in ways or [{}])
    made.desk.say(replace(first, instead=tuple(rest)))


def _other_verbs(stage: Checked, verb: Verb, training: Checked, sort: str) -> Iterator[dict[str, Any]]:
    """The stage's line with each verb that such a model can be asked by, and that knows all that is said beneath."""
    line, verbs = stage.made.line, stage.made.desk.vocabulary.verbs
    if len(line.pieces) > 1 or not line.values:
        return
    beneath = {child.head.text if child.head is not None else "" for child in (*line.children, *stage.strays)}
    for other in (verbs[name] for name in offered(verbs)):
        can = other.able is not None and not other.able.by and sort in other.able.sorts
        alike = not ISA[other.makes].isdisjoint(ISA[verb.makes])
        if can and alike and beneath <= other.settings.keys() | other.steps.keys():
            yield mend(line, 0, len(line.text), asked_by(other, line, training))


def asked_by(verb: Verb, line: Line, training: Checked | None) -> str:
    """A stage's line with another verb. One that looks at images is given those of the line, or the model's own."""
    clauses = {clause.word: line.text[clause.start : clause.end] for clause in line.clauses}
    learnt = next(iter(training.inputs.sources), None) if training is not None else None
    if verb.sources_required and learnt is not None:
        clauses.setdefault("from", f"from {'.'.join(filter(None, (learnt.stage, learnt.part)))}")
    words = [word for word, takes in (("from", verb.sources), ("with", verb.models)) if takes and word in clauses]
    name = line.text[line.values[0].start : line.values[-1].end]
    return " ".join([verb.name, name, *(clauses[word] for word in words)])


def _other_models(join: Join, others: Sequence[str]) -> Iterator[dict[str, Any]]:
    for name in others[:MOST]:
        yield mend(join.line, join.node.start, join.node.end, name)
