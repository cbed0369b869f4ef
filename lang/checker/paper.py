"""Paper: lengths come in, the line that says the nearest paper goes out.

Which setting of a verb names papers, and how large each is, is declared by the vocabulary (`Room`). Pixels have no
length; what is as long as a hand is meant on paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from intaglio.lang.checker.place import Place
from intaglio.lang.tree import Extent, Node, Quantity
from intaglio.lang.vocabulary import UNITS, Verb


def on_paper(verb: Verb | None, values: Sequence[Node]) -> str | None:
    """The line of the paper whose shorter side is nearest to that of what is said: one length, or two joined by `by`.

    None where that is no length, or the verb knows no paper.
    """
    lengths = lengths_of(values)
    if verb is None or verb.room is None or not lengths:
        return None
    shorter = min(lengths)
    word = min(verb.room.most, key=lambda each: abs(2 * each[1] - shorter))[0]
    return f"{verb.room.said_by} {word}"


def on_paper_here(values: Sequence[Node], place: Place) -> str | None:
    """The same, of the verb that a line stands beneath."""
    verb = place.beneath.head.text if place.beneath is not None and place.beneath.head is not None else ""
    return on_paper(place.desk.vocabulary.verbs.get(verb), values)


def lengths_of(values: Sequence[Node]) -> list[float]:
    """What the one value of a line measures on paper, in mm; nothing where that is something else."""
    if len(values) != 1:
        return []
    (node,) = values
    sides = [node.width, node.height] if isinstance(node, Extent) else [node]
    written = [side for side in sides if isinstance(side, Quantity)]
    units = [UNITS.get(side.unit or written[-1].unit or "") for side in written]
    if len(written) < len(sides) or any(unit is None or unit.family != "length" for unit in units):
        return []
    return [float(side.number) * unit.scale for side, unit in zip(written, units, strict=True) if unit is not None]
