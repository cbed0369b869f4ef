"""Conditions: whether one is true, what it and other steps ask for, and how it reads. Knows measures by name only."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from intaglio.lang import ir
from intaglio.stdlib import finders
from intaglio.stdlib.measures import FINDS, MAPS, MEASURES

OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "is": operator.eq,
    "!=": operator.ne,
}


def holds(condition: ir.Condition, measure: Callable[[str], float]) -> bool:
    """Whether it is true, taking only the measures that decide it, from left to right."""
    match condition:
        case ir.Compared():
            return OPERATORS[condition.operator](measure(condition.measure), condition.value)
        case ir.Negated():
            return not holds(condition.value, measure)
        case ir.Joined(operator="and"):
            return holds(condition.left, measure) and holds(condition.right, measure)
        case ir.Joined():
            return holds(condition.left, measure) or holds(condition.right, measure)


def asks(condition: ir.Condition) -> frozenset[str]:
    """The measures that it speaks of."""
    match condition:
        case ir.Compared():
            return frozenset({condition.measure})
        case ir.Negated():
            return asks(condition.value)
        case ir.Joined():
            return asks(condition.left) | asks(condition.right)


def sought(step: ir.Step) -> frozenset[str]:
    """What a step takes of an image: what its condition measures, what it cuts around, draws or sorts by."""
    condition: Any = step.values.get("condition")
    taken = (FINDS | MAPS) & {step.values.get("around"), step.values.get("map")}
    finder = finders.every().get(step.word)
    looked = frozenset() if finder is None else finder.measures
    return (frozenset() if condition is None else asks(condition)) | taken | looked


TIES = {"or": 0, "and": 1, "not": 2, "": 3}  # how closely words tie, as in the grammar


def told(condition: ir.Condition) -> str:
    """It as an artist would write it: read again, it is the same condition."""
    match condition:
        case ir.Compared():
            return f"{condition.measure} {condition.operator} {_amount(condition)}"
        case ir.Negated():
            return f"not {_within(condition.value, TIES['not'])}"
        case ir.Joined():
            here = TIES[condition.operator]
            return f"{_within(condition.left, here)} {condition.operator} {_within(condition.right, here + 1)}"


def _within(condition: ir.Condition, closeness: int) -> str:
    """It as a part of another: in brackets where its own words tie less closely."""
    match condition:
        case ir.Compared():
            own = TIES[""]
        case ir.Negated():
            own = TIES["not"]
        case ir.Joined():
            own = TIES[condition.operator]
    return told(condition) if own >= closeness else f"({told(condition)})"


def wants_more(step: ir.Step) -> bool | None:
    """Whether a step leaves out what measures too little, and not too much; None where it is no comparison."""
    condition: Any = step.values.get("condition")
    if not isinstance(condition, ir.Compared) or condition.operator not in (">", ">=", "<", "<="):
        return None
    return condition.operator.startswith(">") is (step.word == "keep")


def reached(step: ir.Step, value: float) -> float:
    """How far an image of this measure goes at a step that leaves out by one comparison: of a share, to the tenth of a
    percent at which it stays.
    """
    condition: Any = step.values["condition"]
    if MEASURES[condition.measure].type.family != "share":
        return value
    return (1000 * value) // 1 / 1000 if wants_more(step) else -((-1000 * value) // 1) / 1000


def widened(step: ir.Step, value: float) -> str:
    """A step that leaves out by one comparison, as one would write it to have an image stay that goes so far."""
    compared: Any = step.values["condition"]
    operator = {"keep": (">=", "<="), "drop": ("<", ">")}[step.word][0 if wants_more(step) else 1]
    return f"{step.word} {told(compared.model_copy(update={'operator': operator, 'value': value}))}"


def amount(measure: str, value: float) -> str:
    """What an image measures, as one would write it."""
    return _amount(ir.Compared(measure=measure, operator="is", value=value))


def _amount(compared: ir.Compared) -> str:
    known = MEASURES.get(compared.measure)
    family = None if known is None else known.type.family
    exact = Decimal(repr(compared.value))
    if family == "share":
        return f"{(exact * 100).normalize():f}%"
    return f"{exact.normalize():f}" + (" px" if family == "size" else "")
