"""Binding: what a use of a recipe says comes in, and what the recipe takes stands for it from then on.

A recipe that is read for itself is bound to samples of what it may be given.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.bound import Bound
from intaglio.lang.checker.definitions import Definition, Parameter
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.inputs import Inputs, Taken
from intaglio.lang.checker.lets import Value
from intaglio.lang.checker.names import Made, Scope, makes_one_of
from intaglio.lang.checker.naming import head_span
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.quantities import Amount, Area
from intaglio.lang.checker.references import say_wrong_material
from intaglio.lang.checker.settings import Said
from intaglio.lang.tree import Colour, Line, Node, Path, Quantity, Reference, Text
from intaglio.lang.vocabulary import (
    Axes,
    Choice,
    Either,
    Flag,
    Hue,
    Number,
    Size,
    ValueType,
    Verb,
)
from intaglio.lang.vocabulary import Place as PlaceType
from intaglio.lang.wording import number as spoken

SIDE = 256  # px, of a sample
ANYWHERE = "std/anywhere"  # a path that nobody looks for


def bind(made: Made, scope: Scope, said: Said, inputs: Inputs, place: Place) -> None:
    """Bind what the recipe of a use takes, in that use's scope. What is missing, or too much, is told."""
    assert made.recipe is not None
    for word, parameters in made.recipe.given_after.items():
        taken = [each for each in inputs.taken if each.word == word]
        _bind_given(word, parameters, scope, taken, made, place)
    for parameter in made.recipe.parameters:
        bound = scope.things.get(parameter.name)
        if parameter.word is None and isinstance(bound, Bound) and parameter.type.kind is not None:
            bound.use = made
            _bind_setting(parameter, parameter.type.kind, bound, said, place)


# What stands after `from` and `with` -------------------------------------------------------------------------------


def _bind_given(
    word: str, parameters: Sequence[Parameter], scope: Scope, taken: Sequence[Taken], made: Made, place: Place
) -> None:
    for parameter, given in zip(parameters, taken, strict=False):
        bound = scope.things.get(parameter.name)
        if isinstance(bound, Bound):
            bound.made, bound.part, bound.at, bound.node = given.made, given.part, given.place, given.node
        material = str(parameter.type.material)
        if not makes_one_of(given.made, (material,)):
            name = ".".join(given.node.parts) if isinstance(given.node, Reference) else parameter.name
            say_wrong_material(given.place, given.node, made.word, (material,), given.made, name)
    called = tuple(parameter.name for parameter in parameters)
    if 0 < len(taken) < len(parameters):
        wanted = (str(parameters[len(taken)].type.material),)
        given_here = {".".join(each.node.parts) for each in taken if isinstance(each.node, Reference)}
        here = tuple(name for name in place.names(wanted) if name not in given_here)
        last = taken[-1]
        facts = {}
        if here and last.place.line is made.line:
            facts = mend(made.line, last.node.end, last.node.end, f", {here[0]}")
        facts["span"] = head_span(made.line)
        fault = wrong.graph.NothingToWorkOn(verb=made.word, word=word, wanted=wanted, here=here, called=called, **facts)
        place.desk.say(fault)
    for more in taken[len(parameters) :][:1]:
        text = more.place.line.text
        paste = (text[: more.node.start].rstrip(" ,") + text[more.node.end :]).strip()
        more.place.say(
            wrong.graph.TooMuchMaterial,
            more.node,
            paste=paste,
            owner=made.word,
            word=word,
            only_one=False,
            called=called,
        )


# Settings ----------------------------------------------------------------------------------------------------------


def _bind_setting(parameter: Parameter, kind: ValueType, bound: Bound, said: Said, place: Place) -> None:
    line = said.lines.get(parameter.key)
    if line is not None and line.head is not None:
        bound.at = Place(place.desk, line, place.scope, place.lets, parameter.name, joins=said.joins, later=said.later)
        bound.node = _node_of(line, parameter)
    value = said.values.get(parameter.key)
    sweep = next((each for each in said.sweeps if each.setting == parameter.key), None)
    if sweep is not None:
        bound.swept = tuple(each if isinstance(each, dict) else as_value(kind, each) for each in sweep.values)
        bound.through = sweep.values
        bound.value = next((each for each in bound.swept if not isinstance(each, dict)), None)
    elif line is not None and line.form == "each":
        bound.swept = ()  # by values that nobody knows, which is told
    elif parameter.type.material == "texts":
        _bind_texts(bound, said)
    elif value is not None:
        _stand_for(bound, kind, value)
    elif line is None and parameter.default is not None:
        _stand_for(bound, kind, parameter.default)
    elif line is None and (parameter.type.optional or isinstance(kind, Flag)):
        bound.is_nothing = True


def _node_of(line: Line, parameter: Parameter) -> Node:
    """What stands for the value where a use says it: the value, or its whole line."""
    assert line.head is not None
    if len(line.values) == 1:
        return line.values[0]
    end = line.values[-1].end if line.values else line.head.end
    start = line.values[0].start if line.values else line.head.start
    return Reference((parameter.name,), start, end)


def _bind_texts(bound: Bound, said: Said) -> None:
    line = bound.at.line if bound.at is not None else None
    join = next((join for join in said.joins if join.line is line), None)
    if join is not None:
        bound.made, bound.part = join.made, join.part


def _stand_for(bound: Bound, kind: ValueType, value: Any) -> None:
    if isinstance(kind, Flag):
        bound.many = ()
    elif isinstance(value, tuple) and any(isinstance(option, Axes) for option in _options(kind)):
        bound.many = tuple(map(_as_node, value))
    else:
        bound.value = as_value(kind, value)


def _as_node(value: Any) -> Node:
    """The name of an axis, or a count, as it would stand on a line."""
    return Reference((value,), 0, 0) if isinstance(value, str) else Quantity(spoken(value), None, 0, 0)


def as_value(kind: ValueType, value: Any) -> Value:
    """What a name stands for whose value in the IR, of this kind, is known."""
    if isinstance(value, bool | int | float):
        number = next((option for option in _options(kind) if isinstance(option, Number)), None)
        return Amount(_exactly(value), number.family if number else None)
    if isinstance(value, tuple):
        sides = [Amount(side, "size") for side in value]
        return sides[0] if len(sides) == 1 else Area(sides[0], sides[1])
    text = str(value)
    for option in _options(kind):
        if isinstance(option, Choice) and text in option.words:
            return Reference((text,), 0, 0)
        if isinstance(option, Hue) and text.startswith("#"):
            return Colour(text, 0, 0)
    return Path(text, 0, 0) if isinstance(kind, PlaceType) else Text(text, 0, 0)  # a text will do for a path, too


def _exactly(value: float) -> int | Fraction:
    exact = Fraction(str(value))
    return int(exact) if exact.denominator == 1 else exact


def _options(kind: ValueType) -> tuple[ValueType, ...]:
    return kind.options if isinstance(kind, Either) else (kind,)


# Samples -----------------------------------------------------------------------------------------------------------


def bind_samples(definition: Definition, scope: Scope, *, other: bool) -> None:
    """Bind what a recipe takes to what it may be given: what it says itself, or the first that comes to mind; `other`
    takes nothing where that may be, and another choice.
    """
    for parameter in definition.parameters:
        bound, kind = scope.things.get(parameter.name), parameter.type.kind
        if not isinstance(bound, Bound) or kind is None:
            continue
        if parameter.type.material is not None:
            stands = Verb(parameter.name, makes=parameter.type.material, doc="")
            bound.made = Made(parameter.name, parameter.name, parameter.line, scope, "takes", stands, stands_in=True)
        elif other and (isinstance(kind, Flag) or (parameter.type.optional and parameter.default is None)):
            bound.is_nothing = True
        else:
            _stand_for(bound, kind, _sample(parameter, kind, other=other))


def has_alternatives(definition: Definition) -> bool:
    """Whether another sample would show more of a recipe."""
    kinds = [each.type for each in definition.parameters if each.type.kind is not None]
    return any(each.optional or isinstance(each.kind, Flag | Choice | Either) for each in kinds)


def _sample(parameter: Parameter, kind: ValueType, *, other: bool) -> Any:
    options = _options(kind)
    if parameter.default is not None and not (other and isinstance(options[-1], Choice)):
        return parameter.default
    option = options[-1] if other else options[0]
    found = _one(option, other=other)
    return (found,) if parameter.type.many else found


def _one(kind: ValueType, *, other: bool) -> Any:
    match kind:
        case Number(low=low):
            return low
        case Choice(words=words):
            return words[-1] if other else words[0]
        case Hue():
            return "#000000"
        case Size():
            return (SIDE,)
        case Flag():
            return True
        case PlaceType():
            return ANYWHERE
        case Axes():
            return "seed"
        case _:
            return "…"
