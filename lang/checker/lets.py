"""What `let` names stand for. Each is worked out once, those that it speaks of first, without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.desk import Desk, mend
from intaglio.lang.checker.names import Let, Names
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.quantities import Amount, Area, Stretch, spread_out, stretched, worked_out
from intaglio.lang.records import replace
from intaglio.lang.tree import (
    Arithmetic,
    Comparison,
    Extent,
    Logical,
    Negation,
    Node,
    Path,
    Quantity,
    Range,
    Reference,
    Signed,
    parts_of,
)
from intaglio.lang.vocabulary import UNITS

if TYPE_CHECKING:
    Unfit = wrong.values.UnitMissing | wrong.values.OtherQuantity

# Quantities, ranges and sizes are worked out; texts, paths, colours, versions and words are themselves.
Value = Amount | Stretch | Area | Node


class Lets:
    """The values of all `let` names. A name without a value (its fault is told) stands for None.

    `before` are those of the last reading: a name that speaks of no other, or only of such, stands for what it did.
    """

    def __init__(self, names: Names, desk: Desk, before: Lets | None = None) -> None:
        self._names = names
        self._desk = desk
        self.fixed: dict[Let, tuple[Value | None, tuple[Let, ...]]] = {}  # with the names that each speaks of
        self._values: dict[Let, Value | None] = {}
        for let, known in self._kept(before) if before is not None else ():
            self.fixed[let] = known
            self._values[let] = known[0]
        for let in names.lets:
            if let not in self._values:
                self._settle(let)

    def _kept(self, before: Lets) -> Iterator[tuple[Let, tuple[Value | None, tuple[Let, ...]]]]:
        for let in self._names.lets if before.fixed else ():
            known = before.fixed.get(let)
            if known is None:
                continue
            # All names that stand in it are those that it speaks of, or it would not be fixed.
            for each in known[1]:
                if each not in self.fixed or let.scope.seen(each.name) is not each:
                    break
            else:
                yield let, known

    def again(self) -> Lets:
        """The same names worked out once more: what they speak of stands for something else now."""
        return Lets(self._names, replace(self._desk, faults=[], outer=None))

    def value(self, let: Let) -> Value | None:
        """What a name stands for."""
        return self._values.get(let)

    def differing(self, before: Lets) -> Iterator[Let]:
        """The names that stood for something else before."""
        was = before._values
        for let, value in self._values.items():
            if let not in self.fixed and let in was and value != was[let]:
                yield let

    def _settle(self, let: Let) -> None:
        """Work out a value, after all that it speaks of."""
        waiting = [(let, iter(_spoken_of(let)))]
        under_way: dict[Let, None] = {let: None}  # in the order of their waiting
        while waiting:
            current, needed = waiting[-1]
            following = next((other for other in needed if other not in self._values), None)
            if following is None:
                faults = len(self._desk.faults)
                value = self._values.setdefault(current, self._worth(current))
                spoken = (*_spoken_of(current),)
                fixed = len(spoken) == _count(current.node) and all(each in self.fixed for each in spoken)
                if fixed and faults == len(self._desk.faults):
                    self.fixed[current] = value, spoken
                under_way.pop(current)
                waiting.pop()
            elif following in under_way:
                self._circle(following, list(under_way))
                self._values.update(dict.fromkeys(under_way))
            else:
                under_way[following] = None
                waiting.append((following, iter(_spoken_of(following))))

    def _circle(self, first: Let, under_way: list[Let]) -> None:
        ring = under_way[under_way.index(first) :]
        last = ring[-1]
        node = last.node
        assert node is not None
        facts = mend(last.line, node.start, node.end, "256 px")
        facts["span"] = last.line.span(node.start, node.end)
        self._desk.say(wrong.graph.Circle(names=(*(let.name for let in ring), first.name), values=True, **facts))

    def _worth(self, let: Let) -> Value | None:
        if let in self._values:
            return self._values[let]  # it stands in a circle
        node = let.node
        if node is None:
            return None
        if any(each.action == "delete" and node.start < each.start < node.end for each in let.line.repairs):
            return None  # `wide**2`: what is left of it is another number, which nobody said
        place = Place(self._desk, let.line, let.scope, self, let.name)
        if len(let.line.values) > 1:
            place.say(wrong.values.TooManyValues, let.line.values[1], word=let.name, sweeps=False, named=True)
        if isinstance(node, Quantity | Arithmetic | Signed):
            return worked_out(node, place)
        if isinstance(node, Range):
            return stretched(node, place)
        if isinstance(node, Extent):
            return spread_out(node, place)
        if isinstance(node, Comparison | Logical | Negation):
            given = f"`{let.name}` names one value. A condition stands after `keep` or `drop`."
            place.say(wrong.values.OtherValue, node, word=let.name, wanted="number", given=given)
            return None
        if isinstance(node, Reference) and _is_bare_unit(node, let):
            (unit,) = node.parts
            given = f"`{unit}` stands after a number, and there is none."
            place.say(wrong.values.OtherValue, node, f"256 {unit}", word=let.name, wanted="number", given=given)
            return None
        if isinstance(node, Path) and (sides := re.fullmatch(r"(\d{1,9})/(\d{1,9})", node.text)):
            given = f"`{node.text}` is read as a path. Where it is to be divided, a space stands on each side of `/`."
            place.say(
                wrong.values.OtherValue, node, " / ".join(sides.groups()), word=let.name, wanted="number", given=given
            )
            return None
        return place.value_of(node) if isinstance(node, Reference) else node


def at_value(fault: type[Unfit], node: Node, place: Place, fitting: str | None, facts: Mapping[str, Any]) -> Any:
    """The fault of a number that only has a name where it is wanted, told where `let` gives it that: there it was
    written. None where it is no such number, or is named in another text.
    """
    let = place.scope.seen(node.parts[0]) if isinstance(node, Reference) and len(node.parts) == 1 else None
    if not isinstance(let, Let) or not isinstance(let.node, Quantity) or len(let.line.values) != 1:
        return None
    here = place.desk
    if let.scope.home.desk is not here or here.outer is not None or here.page is not None:
        return None
    start, end = let.node.start, let.node.end
    mending = mend(let.line, start, end, fitting) if fitting is not None else {"span": let.line.span(start, end)}
    return fault(**(mending | {**facts, "named": let.name}))


def _is_bare_unit(node: Reference, let: Let) -> bool:
    """Whether a value is the unit of a number that was left out: nothing here has that name."""
    return len(node.parts) == 1 and node.parts[0] in UNITS and let.scope.seen(node.parts[0]) is None


def _count(node: Node | None) -> int:
    """How many names stand in a value."""
    waiting = [] if node is None else [node]
    found = 0
    while waiting:
        node = waiting.pop()
        found += isinstance(node, Reference)
        waiting += parts_of(node)
    return found


def _spoken_of(let: Let) -> Iterator[Let]:
    """The names that a value is made of."""
    waiting = [let.node] if let.node is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Reference) and len(node.parts) == 1:
            thing = let.scope.seen(node.parts[0])
            if isinstance(thing, Let):
                yield thing
        else:
            waiting += parts_of(node)
