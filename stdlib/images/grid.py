"""The grid of a plate: which picture stands in which row and column of which page, and what is written beside it.

In go pictures with their places in a sweep; out come pages. Knows neither pixels nor paper.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

Pic = TypeVar("Pic")


@dataclass(frozen=True)
class Called:
    """A value of an axis, and how the script says it where that is otherwise. Two are one whatever they are called."""

    value: Any
    shown: str = field(default="", compare=False)
    word: str = field(default="", compare=False)


Key = tuple[Called, ...]


@dataclass(frozen=True)
class Placed(Generic[Pic]):
    """A picture and its place: the values of the axes, in their order."""

    picture: Pic
    place: Mapping[str, Any]


@dataclass(frozen=True)
class Slot(Generic[Pic]):
    """A place in a grid. `caption` stands beneath it."""

    picture: Pic | None
    caption: str = ""


@dataclass(frozen=True)
class Page(Generic[Pic]):
    """One grid. Labels are empty where there is nothing to say; `row_labels` has one for each row."""

    title: str
    columns: int
    column_labels: tuple[Key, ...]
    row_labels: tuple[Key, ...]
    column_axes: tuple[str, ...]
    row_axes: tuple[str, ...]
    rows: tuple[tuple[Slot[Pic], ...], ...]

    def part(self, begin: int, end: int) -> Page[Pic]:
        """Some of its rows, as a page."""
        return replace(self, rows=self.rows[begin:end], row_labels=self.row_labels[begin:end])


@dataclass(frozen=True)
class Asked:
    """What `rows`, `columns` and `page` say: counts, or names of axes."""

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    row_count: int | None = None
    column_count: int | None = None


def pages(pictures: Sequence[Placed[Pic]], asked: Asked, proportion: float) -> list[Page[Pic]]:
    """The pages of a plate or a contact sheet. `proportion` is the width of the space by its height, in pictures."""
    axes = list(dict.fromkeys(axis for each in pictures for axis in each.place))
    asked = _filled(asked, axes)
    found = []
    for key, inside in _by(pictures, asked.page).items():
        title = ", ".join(told(asked.page, key))
        if asked.rows or asked.columns:
            found.append(_plate(inside, asked, title))
        else:
            found += _contact(inside, asked, title, proportion)
    return found


def _filled(asked: Asked, axes: Sequence[str]) -> Asked:
    """Axes that are named nowhere go down the rows; where none is named and nothing counted, the last goes across."""
    free = tuple(axis for axis in axes if axis not in (*asked.rows, *asked.columns, *asked.page))
    counted = asked.column_count is not None or asked.row_count is not None
    if not free or (counted and not asked.rows and not asked.columns):
        return asked
    across: tuple[str, ...] = asked.columns
    if not across and not asked.column_count and not asked.rows:
        *rest, last = free
        free, across = tuple(rest), (last,)
    return Asked((*asked.rows, *free), across, asked.page, asked.row_count, asked.column_count)


# Plates -----------------------------------------------------------------------------------------------------------


def _plate(pictures: Sequence[Placed[Pic]], asked: Asked, title: str) -> Page[Pic]:
    """Each picture where its values cross. Several in one place stand beside each other."""
    across = list(_by(pictures, asked.columns))
    rows, labels = [], []
    cells = {key: _by(inside, asked.columns) for key, inside in _by(pictures, asked.rows).items()}
    width = max(len(inside) for row in cells.values() for inside in row.values())
    if not asked.columns and asked.column_count:
        width = min(width, asked.column_count)
    for key, row in cells.items():
        depth = math.ceil(max(len(inside) for inside in row.values()) / width)
        for line in range(depth):
            places = [row.get(column, [])[line * width : (line + 1) * width] for column in across]
            rows.append(tuple(slot for place in places for slot in _slots(place, width)))
            labels.append(key if line == 0 else ())
    columns = tuple(column if first == 0 else () for column in across for first in range(width))
    return Page(title, len(columns), columns, tuple(labels), asked.columns, asked.rows, tuple(rows))


def _slots(pictures: Sequence[Placed[Pic]], width: int) -> list[Slot[Pic]]:
    return [Slot(each.picture) for each in pictures] + [Slot[Pic](None)] * (width - len(pictures))


def _by(pictures: Sequence[Placed[Pic]], axes: Sequence[str]) -> dict[Key, list[Placed[Pic]]]:
    """The pictures by their values on some axes, in the order in which values first come, called as they are there."""
    order: list[dict[Called, tuple[int, Called]]] = [{} for _ in axes]
    found: dict[Key, list[Placed[Pic]]] = {}
    for each in pictures:
        values = [plain(each.place.get(axis)) for axis in axes]
        met = [known.setdefault(value, (len(known), value)) for value, known in zip(values, order, strict=True)]
        found.setdefault(tuple(value for _, value in met), []).append(each)
    keys = sorted(found, key=lambda key: [known[value][0] for value, known in zip(key, order, strict=True)])
    return {key: found[key] for key in keys}


# Contact sheets ---------------------------------------------------------------------------------------------------


def _contact(pictures: Sequence[Placed[Pic]], asked: Asked, title: str, proportion: float) -> list[Page[Pic]]:
    columns = _columns(len(pictures), asked, proportion)
    slots = [Slot(each.picture, _caption(each)) for each in pictures]
    lines = [tuple(slots[i : i + columns]) for i in range(0, len(slots), columns)]
    deep = asked.row_count or len(lines)
    return [
        Page(title, columns, ((),) * columns, ((),) * len(part), (), (), tuple(part))
        for part in (lines[i : i + deep] for i in range(0, len(lines), deep))
    ]


def _caption(each: Placed[Pic]) -> str:
    return ", ".join(told(tuple(each.place), tuple(map(plain, each.place.values()))))


def _columns(count: int, asked: Asked, proportion: float) -> int:
    if asked.column_count:
        return min(asked.column_count, count)
    if asked.row_count:
        return math.ceil(count / asked.row_count)
    return best_columns(count, proportion)


def best_columns(count: int, proportion: float) -> int:
    """How many columns let pictures be largest in a space `proportion` pictures' heights wide for each that it is high.

    Of two that are as good, the one that leaves fewer places empty.
    """

    def size(columns: int) -> tuple[float, int]:
        rows = math.ceil(count / columns)
        return min(proportion / columns, 1 / rows), -(rows * columns)

    return max(range(1, count + 1), key=size)


# Words ------------------------------------------------------------------------------------------------------------


def plain(value: Any) -> Called:
    """A swept value as one that can be told and compared: a group or a text for what came from a stage."""
    if isinstance(value, Mapping) and "value" in value:
        return replace(plain(value["value"]), shown=value.get("shown", ""), word=value.get("called", ""))
    if isinstance(value, Mapping):
        return Called(value.get("part") or value.get("stage"))
    if isinstance(value, list | tuple):
        return Called(" by ".join(map(_number, value)))
    return Called(value)


def worded(called: Called) -> str:
    """A value in words."""
    return called.shown or _number(called.value)


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def told(axes: Sequence[str], key: Key) -> list[str]:
    """Names and values, one for each axis: `guidance 3`. A group and a prompt go without their name."""
    pairs = zip(axes, key, strict=False)  # a row that goes on beneath another has no key
    return [worded(value) if axis in ("group", "prompt") else _named(axis, value) for axis, value in pairs]


def _named(axis: str, value: Called) -> str:
    return f"{value.word or axis} {worded(value)}"
