"""Finders: steps that sort images into groups. From the lines beneath a dataset to the names of its groups.

Which steps do so, what their groups are called and who says how many there are is declared with each of them
(`Setting.finds`); none is known by name here. Of groups that nobody can count before the step has run, one is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intaglio.lang.tree import Line, Quantity, Reference
from intaglio.lang.vocabulary import Finds, Found, Setting, found_last, names_found

MOST = 1000  # groups that are told apart by their names; more cannot be asked for

Steps = Mapping[str, Setting]


def found_beneath(line: Line, steps: Steps) -> list[Found]:
    """What the steps beneath a dataset find, as far as anybody can tell, see `found_last`."""
    return found_last([_found(each, steps) for each in (line, *_parts(line))])


def finds_itself(line: Line, steps: Steps) -> tuple[Finds, ...]:
    """What a dataset's own steps find, which is there instead of the groups beneath it."""
    found = _found(line, steps)
    return tuple(finds for finds, _ in found_last([found])) if found else ()


def groups_beneath(line: Line, steps: Steps) -> Iterator[str]:
    """The names of the groups beneath a dataset, and of those that it finds: these are there instead."""
    own, parts = _found(line, steps), _parts(line)
    if not own and not parts:
        return
    for part in () if own else parts:
        name = part.values[0] if part.values else None
        if isinstance(name, Reference) and not _found(part, steps):
            yield _name(part, name)
    yield from names_found(found_beneath(line, steps))


def _name(part: Line, first: Reference) -> str:
    """What a group is called: where its name came in pieces (see `naming.name_of`), all of them."""
    words = part.values if part.repairs and all(isinstance(each, Reference) for each in part.values) else (first,)
    is_fed = bool(part.clauses) or any(child.form == "lead" for child in part.children)
    pieces = [each for each in words if isinstance(each, Reference)] if is_fed else [first]
    return "-".join(word for piece in pieces for word in piece.parts if word)


def is_group(line: Line) -> bool:
    """Whether a line begins a group."""
    return line.head is not None and line.head.text == "group"


def is_empty_group(line: Line) -> bool:
    """Whether a line begins a group that nothing stands in."""
    return is_group(line) and not line.children and not line.clauses and not line.repairs


def _parts(line: Line) -> list[Line]:
    return [child for child in line.children if is_group(child)]


def _found(level: Line, steps: Steps) -> list[Found]:
    """What each step right beneath a line finds, and how many, 0 where that is not said in figures."""
    found: list[Found] = []
    for line in level.children:
        step = steps.get(line.head.text) if line.head is not None else None
        if step is not None and step.finds is not None:
            found.append((step.finds, _count(step, step.finds, line)))
    return found


def _count(step: Setting, finds: Finds, line: Line) -> int | None:
    return min(MOST, _figure(line, step, finds.count)) if finds.count else None


def _figure(line: Line, setting: Setting, slot: str) -> int:
    """What a line says for a slot, if that is a plain number in figures; else 0."""
    slots = [each.name for each in setting.slots if each.clause is None]
    place = slots.index(slot)
    match line.values[place] if place < len(line.values) <= len(slots) else None:
        case Quantity(number=figures, unit=None) if figures.isdecimal():
            return int(figures)
    return 0
