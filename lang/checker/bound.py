"""What a recipe takes, bound to what a use of it says: a name that lines of the recipe speak of, as of a `let`.

A value may be nothing. A value that speaks of nothing is left out of its line, and a line that then says nothing, or
lacks what it needs, is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from intaglio.lang.checker.names import Let, Made, Scope, Section
from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.tree import Clause, Line, Node, Reference, parts_of

if TYPE_CHECKING:
    from intaglio.lang.checker.lets import Value
    from intaglio.lang.checker.place import Place


@dataclass(slots=True, eq=False)
class Bound:
    """A parameter in one reading of its recipe.

    `value` is what its name stands for; None where nobody knows, which is told. Of several values, and of a word that
    is on when its line is there, `many` are those that take its place. `made` is material, a model or texts, and `part`
    the part of it that is meant. `at` and `node` are where the use says it; None where the recipe does.
    """

    name: str
    line: Line
    value: Value | None = None
    many: tuple[Node, ...] | None = None
    made: Made | None = None
    part: str | None = None
    at: Place | None = None
    node: Node | None = None
    is_nothing: bool = False
    swept: tuple[Any, ...] | None = None  # the values that `each` in the use goes through, as `value` would hold them
    through: tuple[Any, ...] = ()  # and as the IR has them
    use: Made | None = None  # whose `each` it is
    lines: int = 0  # of the recipe that are swept by it
    wholes: list[bool] = field(default_factory=list)  # of each number that it stands for, whether that is a whole one

    @property
    def is_unknown(self) -> bool:
        """Whether nobody says what it stands for."""
        return self.value is None and self.many is None and self.made is None and not self.is_nothing


def bound_to(node: Node | None, scope: Scope) -> Bound | None:
    """The parameter that a node is the name of."""
    if not isinstance(node, Reference) or not scope.home.is_recipe:
        return None
    thing = scope.seen(node.parts[0])
    return thing if isinstance(thing, Bound) else None


def spoken_of(node: Node, scope: Scope) -> Iterator[Bound]:
    """The parameters that a value is made of, directly or through `let` names."""
    waiting, seen = [node], set[Let]()
    while waiting and scope.home.is_recipe:
        node = waiting.pop()
        thing = scope.seen(node.parts[0]) if isinstance(node, Reference) else None
        if isinstance(thing, Bound):
            yield thing
        elif isinstance(thing, Let) and thing.node is not None and thing not in seen:
            seen.add(thing)
            waiting.append(thing.node)
        elif not isinstance(thing, Made | Section):
            waiting += parts_of(node)


def comes_from_use(node: Node, scope: Scope) -> bool:
    """Whether what a name stands for was said by a use of the recipe, and not by the recipe itself."""
    return isinstance(node, Reference) and any(True for _ in spoken_of(node, scope))


def dealt(nodes: tuple[Node, ...], scope: Scope) -> tuple[Node, ...] | None:
    """The values of a line as they are in this reading, the very ones where they are what is written; None where none
    of them is anything.
    """
    kept: list[Node] = []
    lost, same = False, True
    for node in nodes:
        bound = bound_to(node, scope)
        if bound is not None and bound.many is not None and not bound.is_nothing:
            kept += [replace(each, start=node.start, end=node.end) for each in bound.many]
            same = False
        elif any(each.is_nothing for each in spoken_of(node, scope)):
            lost, same = True, False
        else:
            kept.append(node)
    if same:
        return nodes
    return None if lost and not kept else tuple(kept)


def dealt_line(
    values: tuple[Node, ...], clauses: tuple[Clause, ...], scope: Scope
) -> tuple[tuple[Node, ...], tuple[Clause, ...]] | None:
    """A line's values and clauses as they are in this reading; None where it is not there."""
    kept = dealt(values, scope)
    found = [(clause, dealt(clause.values, scope)) for clause in clauses]
    joined = clauses
    if any(said is not clause.values for clause, said in found):
        joined = tuple(replace(clause, values=said) for clause, said in found if said is not None)
    return None if kept is None or (clauses and not joined and not kept) else (kept, joined)


def chain(bound: Bound) -> Iterator[Bound]:
    """What a sweep comes from: through recipes in recipes, from the inside out."""
    inner: Bound | None = bound
    while inner is not None:
        yield inner
        at = inner.at
        inner = next(iter(swept_by(at.line.values, (), at.scope)), None) if at is not None else None


def family_of(bound: Bound) -> Bound | None:
    """What several lines vary together with, if it is more than one; of recipes in recipes, the outermost."""
    return next((each for each in reversed(tuple(chain(bound))) if each.lines > 1), None)


def swept_by(values: tuple[Node, ...], clauses: tuple[Clause, ...], scope: Scope) -> list[Bound]:
    """The parameters that a line speaks of, and that the use sweeps."""
    nodes = (*values, *(node for clause in clauses for node in clause.values))
    return list(dict.fromkeys(bound for node in nodes for bound in spoken_of(node, scope) if bound.swept is not None))
