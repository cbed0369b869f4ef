"""Conditions on measures of images: `width >= 400 px and not blur > 40%`."""

from __future__ import annotations

from typing import Literal, get_args

from intaglio.lang import diagnostics as wrong
from intaglio.lang import elsewhere
from intaglio.lang.checker import draft
from intaglio.lang.checker.examples import example
from intaglio.lang.checker.numbers import read_number
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.quantities import DEEPEST
from intaglio.lang.elsewhere import spelt
from intaglio.lang.grammar import is_read
from intaglio.lang.tree import Comparison, Logical, Negation, Node, Quantity, Reference, Text
from intaglio.lang.vocabulary import Measure, Number, offered

OPERATORS: dict[str, draft.Operator] = {operator: operator for operator in get_args(draft.Operator)}
TURNED: dict[draft.Operator, draft.Operator] = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "is": "is", "!=": "!="}


def read_condition(node: Node, place: Place, depth: int = 0) -> draft.Condition | None:
    """A condition; None where it is none, and that is told."""
    if depth > DEEPEST:
        place.say(
            wrong.values.NoSuchNumber,
            node,
            why="This is too long to follow at once. Several `keep` lines say the same.",
        )
        return None
    if isinstance(node, Comparison):
        return _compared(node, place)
    if isinstance(node, Negation):
        inner = read_condition(node.value, place, depth + 1)
        return inner and draft.Negated(value=inner)
    if isinstance(node, Logical):
        left = read_condition(node.left, place, depth + 1)
        right = read_condition(node.right, place, depth + 1)
        operator: Literal["and", "or"] = "and" if node.operator == "and" else "or"
        return draft.Joined(operator=operator, left=left, right=right) if left and right else None
    _not_a_condition(node, place)
    return None


def _compared(node: Comparison, place: Place) -> draft.Condition | None:
    operator = OPERATORS[node.operator]
    name, worth = node.left, node.right
    if not _is_measure(name, place) and _is_measure(worth, place):
        name, worth, operator = worth, name, TURNED[operator]
    measure = _measure(name, place)
    if measure is None:
        return None
    if measure.arrives_later:
        place.arrives_later(f"{place.word} {measure.name}", node.start, node.end)
    place.needs(measure.extra, measure.name, name)
    if _is_measure(worth, place) and isinstance(worth, Reference) and place.value_of(worth) is worth:
        given = f"`{'.'.join(worth.parts)}` is a measure too, and a measure is compared with a number."
        place.say(wrong.values.OtherValue, worth, word=measure.name, wanted="number", given=given, outweighs=True)
        return None
    against = Place(place.desk, place.line, place.scope, place.lets, measure.name)
    value = read_number(measure.type, worth, against)
    return None if value is None else draft.Compared(measure=measure.name, operator=operator, value=float(value))


def _is_measure(node: Node, place: Place) -> bool:
    return isinstance(node, Reference) and spelt(node.parts[0]) in place.desk.vocabulary.measures


def _measure(node: Node, place: Place) -> Measure | None:
    measures = place.desk.vocabulary.measures
    known = offered(measures)
    if not isinstance(node, Reference):
        _not_a_condition(node, place)
        return None
    name = spelt(".".join(node.parts))
    if name in measures:
        return measures[name]
    if not name:
        return None  # the parser put it there, and told of it
    meant = place.desk.nearest(name, known)
    choices = ", ".join(known)
    because = f"gen does not measure `{name}` of an image. It measures {choices}."
    place.say(wrong.values.NotAChoice, node, meant, word=place.word, choices=known, given=name, because=because)
    return measures[meant] if meant else None


def _not_a_condition(node: Node, place: Place) -> None:
    fitting, counting = None, _counting(node, place)
    if counting is not None:
        given = f"`{place.word}` asks each image for something. So many of them, chosen by chance, are `{counting}`."
        place.say(wrong.values.OtherValue, node, word=place.word, wanted="condition", given=given, paste=counting)
        return
    if isinstance(node, Reference):
        measure = place.desk.vocabulary.measures.get(spelt(node.parts[0]))
        if measure is None and not node.parts[-1]:
            return
        fitting = elsewhere.QUALITIES.get(node.parts[0].lower())
        fitting = f"{measure.name} >= {example(measure.type)}" if measure else fitting
    if isinstance(node, Text) and is_read(f"{place.word} {node.content}"):
        fitting = node.content
    place.say(wrong.values.OtherValue, node, fitting, word=place.word, wanted="condition")


def _counting(node: Node, place: Place) -> str | None:
    """The line beside this one that takes a number of images, where one stands in a condition's place."""
    if not isinstance(node, Quantity) or node.unit not in (None, "images") or place.word in elsewhere.JOINED:
        return None
    kinds = ((word, each.slots[0].type) for word, each in place.words.items() if len(each.slots) == 1)
    words = (word for word, kind in kinds if isinstance(kind, Number) and kind.family == "images")
    return next((f"{word} {node.number}" for word in words), None)
