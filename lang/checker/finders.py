"""Finders: steps that sort images into groups. From the lines beneath a dataset to the names of its groups.

Which steps do so, what their groups are called and who says how many there are is declared with each of them
(`Setting.finds`); none is known by name here. Of groups that nobody can count before the step has run, one is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from intaglio.lang.tree import Line, Quantity, Reference
from intaglio.lang.vocabulary import Finds, Setting

MOST = 1000  # groups that are told apart by their names; more cannot be asked for

Steps = Mapping[str, Setting]


def found_by(lines: Iterable[Line], steps: Steps) -> tuple[Finds, ...]:
    """What these lines find, each once."""
    said = (steps[line.head.text].finds for line in lines if line.head is not None and line.head.text in steps)
    return tuple(dict.fromkeys(finds for finds in said if finds is not None))


def groups_beneath(line: Line, steps: Steps) -> Iterator[str]:
    """The names of the groups beneath a dataset, and of those that it finds: these are there instead."""
    own = _named([line], steps)
    if own:
        yield from own
        return
    parts = [child for child in line.children if child.head is not None and child.head.text == "group" and child.values]
    for part in parts:
        name = part.values[0]
        if isinstance(name, Reference) and not _named([part], steps):
            yield "-".join(name.parts)
    yield from _named(parts, steps)


def _named(levels: Sequence[Line], steps: Steps) -> list[str]:
    """The names of the groups that are found on some levels, which go on counting one after the other."""
    finders = [(setting, setting.finds) for setting in steps.values() if setting.finds is not None]
    return [name for setting, finds in finders for name in finds.names(_count(setting, finds, levels))]


def _count(finder: Setting, finds: Finds, levels: Sequence[Line]) -> int:
    """How many groups a step finds on some levels, as far as anybody can tell."""
    said = [[line for line in level.children if line.head and line.head.text == finder.name] for level in levels]
    if not finds.count:
        return int(any(said))
    return sum(min(MOST, sum(_figure(line, finder, finds.count) for line in lines)) for lines in said)


def _figure(line: Line, setting: Setting, slot: str) -> int:
    """What a line says for a slot, if that is a plain number in figures; else 0."""
    slots = [each.name for each in setting.slots if each.clause is None]
    place = slots.index(slot)
    match line.values[place] if place < len(line.values) <= len(slots) else None:
        case Quantity(number=figures, unit=None) if figures.isdecimal():
            return int(figures)
    return 0
