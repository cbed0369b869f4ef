"""Deaf: settings that say nothing where they stand, and what moves in a model of which a stage shows no movement.

A stage comes in, with the way to the training that its model comes of; remarks go out. Which settings are heard, and by
what, is declared by the vocabulary; no verb, no setting and no sort is known by name here. Of a model that nobody knows
before it is made, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker import draft
from intaglio.lang.checker.able import asked_by
from intaglio.lang.checker.bound import bound_to
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk, leave_out, mend
from intaglio.lang.checker.place import Join, Place
from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.records import replace
from intaglio.lang.tree import Line, Node, Quantity, Reference
from intaglio.lang.vocabulary import Choice, Deaf, Either, Setting, Span, Spare, TooLate, ValueType, Verb

MOST = 64  # values of a sweep that are gone through
SOME = 4  # times that what would come too late is offered to be done

Training = Callable[[str], Checked | None]  # that the model after `with` comes of, by the setting that says its sort
Last = Callable[[str], int | None]  # how far a stage goes, by the setting that says so; None where nobody can tell


def tell_deaf(stage: Checked, verb: Verb, training: Training, last: Last, told: Collection[int]) -> None:
    """Tell of settings that say nothing. Lines in `told`, by their numbers, have a mistake already: what they mean
    is guessed.
    """
    if _is_told(stage, stage.made.line, told):
        return
    silent: set[str] = set()
    lines, known, models = stage.said.lines, dict[Checked, Mapping[str, Any]](), dict[str, Checked | None]()
    for deaf in verb.deaf:
        line = lines.get(deaf.key)
        if line is None or deaf.key in silent or _is_told(stage, line, told):
            continue
        if isinstance(deaf, TooLate):
            _tell_too_late(stage, verb.settings, line, deaf, last, told)
            continue
        if isinstance(deaf, Spare):
            _tell_spare(stage, verb.settings, line, deaf)
            continue
        if deaf.of_model and deaf.said_by not in models:
            models[deaf.said_by] = training(deaf.said_by)
        where = models[deaf.said_by] if deaf.of_model else stage
        if where is not None and where not in known:
            known[where] = _values_of(where)
        said = None if where is None else _said(deaf, where, known[where])
        if where is not None and said is not None and not _is_open(deaf, where, told):
            silent.add(deaf.key)
            _say(stage, verb.settings, line, deaf, said, where)


def _values_of(where: Checked) -> Mapping[str, Any]:
    """What a stage says, by what may make a setting say nothing."""
    unsaid = dict.fromkeys(where.said.lines, ())  # what could not be read is not left out
    values = {**unsaid, **where.said.values, **({"with": "with"} if where.inputs.models else {})}
    if len(where.inputs.sources) == 1 and not where.made.scope.home.itself:
        values["from"] = "one"
    return values


def _said(deaf: Deaf, where: Checked, values: Mapping[str, Any]) -> str | None:
    """What makes a setting say nothing, as a stage has it; None where it is heard, in a cell at least."""
    swept = next((sweep.values for sweep in where.said.sweeps if sweep.setting == deaf.said_by), None)
    if swept is None:
        return deaf.said(values)
    if len(swept) > MOST:
        return None
    found = [deaf.said({**values, deaf.said_by: value}) for value in swept]
    return None if None in found else found[0]


def _tell_too_late(
    stage: Checked, settings: Mapping[str, Setting], line: Line, late: TooLate, last: Last, told: Collection[int]
) -> None:
    """Tell of what is to be done every so often, and comes too late to be done once."""
    value = stage.said.values.get(late.key)
    every = value.get("every") if isinstance(value, dict) else None
    clause = next((each for each in line.clauses if each.word == "every"), None)
    if not isinstance(every, draft.Every) or clause is None or stage.made.scope.home.itself:
        return
    end, until = last(every.unit), stage.said.lines.get(every.unit)
    if end is None or until is None or every.amount <= end or _is_told(stage, until, told):
        return
    often = f"{end // SOME or end} {every.unit}"
    way = mend(line, clause.values[0].start, clause.values[-1].end, often) | {"span": line.span()}
    deaf = Deaf(late.key, late.where, late.why, said_by=every.unit)
    _say(stage, settings, line, deaf, f"{end:,} {every.unit}", stage, way)


def _tell_spare(stage: Checked, settings: Mapping[str, Setting], line: Line, spare: Spare) -> None:
    """Tell of one of several words that says nothing beside the others."""
    own = [node for node in line.values if isinstance(node, Reference) and node.parts == (spare.word,)]
    others = [line.text[node.start : node.end] for node in line.values if node not in own]
    value = stage.said.values.get(spare.key)
    if not own or not others or not isinstance(value, tuple) or len(value) != len(line.values):
        return
    way = mend(line, line.values[0].start, line.values[-1].end, ", ".join(others))
    way["span"] = line.span(own[0].start, own[0].end)
    way["word"] = spare.word
    _say(stage, settings, line, Deaf(spare.key, spare.where, spare.why), others[0], stage, way)


def _is_open(deaf: Deaf, where: Checked, told: Collection[int]) -> bool:
    """Whether what makes a setting say nothing may be something else: it was guessed, or a recipe takes it."""
    line = where.said.lines.get(deaf.said_by)
    if line is None:
        return False
    if where.made.scope.home.itself and any(bound_to(node, where.made.scope) for node in line.values):
        return True
    return _is_told(where, line, told)


def _is_told(stage: Checked, line: Line, told: Collection[int]) -> bool:
    """Whether a line of a stage has a mistake. Those are numbered as the script is, and a borrowed page otherwise."""
    return stage.made.desk.page is None and line.number in told


def _say(
    stage: Checked,
    settings: Mapping[str, Setting],
    line: Line,
    deaf: Deaf,
    said: str,
    where: Checked,
    way: Mapping[str, Any] | None = None,
) -> None:
    """Tell it at the setting's line, or, of what a use of a recipe says, where that says it. `way` are the facts of
    another remedy than to leave the line out, and of what else is told otherwise.
    """
    made, word = stage.made, next(word for word, each in settings.items() if each.key == deaf.key)
    own = wrong.graph.OneWayOnly if deaf.stops else wrong.graph.HardlyMeant
    fault: type[Mended] = own if deaf.but else wrong.graph.SaysNothing
    facts: dict[str, Any] = {"told": deaf.but} if deaf.but else _facts(deaf, word, said)
    because = where.said.lines.get(deaf.said_by)
    if because is not None and where.made.desk.page is made.desk.page:
        facts["also"] = (because.span(),)
    if made.scope.home.is_recipe and not made.scope.home.itself:
        is_told = (fault.code, line.span()) in made.desk.known  # of the recipe, whatever a use says
        if is_told or _say_at_use(stage, line, word, fault, facts) or not deaf.stops:
            return
        if because is not None and _say_at_use(where, because, deaf.said_by, fault, facts | {"also": (line.span(),)}):
            return
        made.desk.say(fault(**facts | {"span": line.span()}))  # of the use as a whole
        return
    if way is None:
        way = leave_out(line) if line.form == "plain" and not deaf.stops else {"span": line.span()}
    if deaf.stops and because is not None and "also" in facts and because.number != line.number:
        way = {**_heard_by(deaf, because, where), **way}
    made.desk.say(fault(**{**facts, **way}))


def _heard_by(deaf: Deaf, because: Line, where: Checked) -> dict[str, Any]:
    """The line that makes a setting say nothing, with a word in its place by which it would be heard."""
    verb, word = where.made.verb, because.head.text if because.head is not None else ""
    kind = verb.settings[word].slots[0].type if verb is not None and word in verb.settings else None
    if not isinstance(kind, Choice) or because.form != "plain" or len(because.values) != 1 or len(because.pieces) > 1:
        return {}
    heard = next((each for each in kind.offered if each not in deaf.words), None)
    return mend(because, because.values[0].start, because.values[0].end, heard) if heard is not None else {}


def _say_at_use(stage: Checked, line: Line, word: str, fault: type[Mended], facts: Mapping[str, Any]) -> bool:
    """Tell it where a use of the recipe says what stands on a line of it. Returns whether one does."""
    made = stage.made
    node = next((node for node in _nodes(line) if _is_of_use(node, stage)), None)
    if node is None or made.scope.home.lets is None:
        return False
    Place(made.desk, line, made.scope, made.scope.home.lets, word).say(fault, node, **facts)
    return True


def _facts(deaf: Deaf, what: str, said: str) -> dict[str, Any]:
    return {"word": what, "where": deaf.place(said), "why": deaf.why}


def _nodes(line: Line) -> Iterator[Node]:
    yield from line.values
    for clause in line.clauses:
        yield from clause.values


def _is_of_use(node: Node, stage: Checked) -> bool:
    """Whether a use of the recipe says this value itself."""
    bound = bound_to(node, stage.made.scope)
    return bound is not None and bound.at is not None and bound.node is not None


# Steps ----------------------------------------------------------------------------------------------------------------


def tell_deaf_step(step: Setting, values: Mapping[str, Any], line: Line, desk: Desk) -> None:
    """Tell of what says nothing in a step: what else the line says makes it so."""
    for deaf in step.deaf:
        said, value = deaf.said(values), values.get(deaf.key)
        node = next((node for node in line.values[1:] if _says(node, value)), None)
        if said is None or value is None or node is None:
            continue
        before = next(each for each in reversed(line.values) if each.end <= node.start)
        facts = mend(line, before.end, node.end, "") | {"span": line.span(node.start, node.end)}
        what = line.text[node.start : node.end]
        desk.say(wrong.graph.SaysNothing(**_facts(deaf, what, said), **facts))


def tell_ungrouped(stage: Checked, verb: Verb) -> None:
    """Tell of the steps of a stage that speak of groups, where no image is in one."""
    for step, line in zip(stage.steps.steps, stage.steps.lines, strict=True):
        for deaf in verb.steps[step.word].deaf:
            if deaf.said({"group": "none"}) is None or line.head is None:
                continue
            facts = mend(line, line.head.start, line.head.end, deaf.instead) if deaf.instead else leave_out(line)
            stage.made.desk.say(wrong.graph.HardlyMeant(told=deaf.but, **facts | {"span": line.span()}))


def _says(node: Node, value: object) -> bool:
    """Whether a node is where a value of a step stands: its only number, or its only word but the first."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(node, Quantity) == is_number and not (is_number and node.unit)  # type: ignore[union-attr]


# What moves -----------------------------------------------------------------------------------------------------------


def tell_still(stage: Checked, verb: Verb, models: Sequence[Checked]) -> None:
    """Tell of what moves in the model of a stage that shows no movement. Of `models`, one made of the other, the
    nearest comes first, and what moves in one moves in those before it.
    """
    found = ((model, line) for model in models for line in _moving(model))
    model, line = next(found, (None, None))
    if model is not None and line is not None:
        _say_still(stage, verb, model, line)


def _moving(model: Checked) -> Iterator[Line]:
    """The lines of a model's steps whose numbers move."""
    verb = model.made.verb
    steps = zip(model.steps.steps, model.steps.lines, strict=True)
    return (line for step, line in steps if verb is not None and _moves(verb.steps[step.word], step.values))


def _moves(step: Setting, values: Mapping[str, Any]) -> bool:
    return any(isinstance(values.get(slot.name), tuple) and _is_way(slot.type) for slot in step.slots)


def _is_way(kind: ValueType) -> bool:
    options = kind.options if isinstance(kind, Either) else (kind,)
    return any(isinstance(each, Span) and each.way for each in options)


def _say_still(stage: Checked, verb: Verb, model: Checked, moving: Line) -> None:
    made = stage.made
    join: Join | None = next((each for each in stage.joins if each.made.path == stage.inputs.models[0].stage), None)
    if join is None or (made.scope.home.is_recipe and not made.scope.home.itself):
        return
    facts: dict[str, Any] = {"by": verb.still, "span": join.line.span(join.node.start, join.node.end)}
    if model.made.desk.page is made.desk.page:
        facts["also"] = (moving.span(),)
    fault = wrong.graph.NothingMoves(**facts)
    other, line = made.desk.vocabulary.verbs.get(verb.still), made.line
    beneath = {child.head.text if child.head is not None else "" for child in (*line.children, *stage.strays)}
    if other is not None and line.values and len(line.pieces) == 1 and beneath <= other.settings.keys():
        way = mend(line, 0, len(line.text), asked_by(other, line, None)) | {"span": fault.span}
        fault = replace(fault, edit=way["edit"], paste=way["paste"])
    made.desk.say(fault)
