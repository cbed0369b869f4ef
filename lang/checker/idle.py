"""Steps that can never act: conditions on a size that a step above has given to every image.

The steps of a dataset come in, one by one; a remark goes out where a condition is true of all images or of none.
What a step leaves behind is said by its kind (`Setting.leaves`); no step is known by name here.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker import draft
from intaglio.lang.checker.desk import Desk
from intaglio.lang.records import dataclass, replace
from intaglio.lang.tree import Line
from intaglio.lang.vocabulary import Setting

_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "is": operator.eq,
    "!=": operator.ne,
}


@dataclass(frozen=True, slots=True)
class Size:
    """What is known of every image's size, in pixels: nothing, that it is square, or both sides and the line of it.

    Of images that are no squares only the `shorter` side may be known, and its line.
    """

    square: bool = False
    width: int = 0  # 0 is not known
    height: int = 0
    line: Line | None = None
    shorter: int = 0
    is_given: bool = False  # whether a step gave it, so that it is no longer what it was

    @property
    def least(self) -> int:
        """The shorter side; 0 where it is not known."""
        return self.shorter or min(self.width, self.height)

    def differs(self, other: Size) -> bool:
        """Whether they are surely of two sizes."""
        if self.width and other.width:
            return (self.width, self.height) != (other.width, other.height)
        return bool(self.least and other.least) and self.least != other.least


UNKNOWN = Size()  # frozen, so that all may share it


def after(step: Setting, values: Mapping[str, Any], line: Line, before: Size) -> Size:
    """What is known after a step."""
    match step.leaves, values.get("size"):
        case "square", _:
            return Size(square=True, is_given=True)
        case "shorter" | "size", (int(width), int(height)):
            return Size(width == height, width, height, line, is_given=True)
        case "size", (int(side),):
            return Size(True, side, side, line, is_given=True)
        case "shorter", (int(side),) if before.square:
            return Size(True, side, side, line, is_given=True)
        case "shorter", (int(side),):
            return Size(line=line, shorter=side, is_given=True)
        case "shorter", _:
            return replace(before, width=0, height=0, line=None, is_given=True)
    return before


def remark(values: Mapping[str, Any], line: Line, size: Size, desk: Desk) -> None:
    """Tell of a condition that this size decides beforehand."""
    condition = values.get("condition")
    if size.line is None or not size.width or not isinstance(condition, draft.Compared | draft.Joined | draft.Negated):
        return
    true = _decided(condition, size)
    if true is None:
        return
    sides = (size.width, size.height)
    also = (size.line.span(),)
    desk.say(
        wrong.graph.NeverActs(span=line.span(), also=also, step=line.text, by=size.line.number, sides=sides, all=true)
    )


def _decided(condition: draft.Condition, size: Size) -> bool | None:
    """Whether a condition is true of every image, or of none; None where that depends on the image."""
    match condition:
        case draft.Compared(measure="width" | "height" as side, operator=sign, value=value):
            return _COMPARE[sign](size.width if side == "width" else size.height, value)
        case draft.Negated(value=inner):
            found = _decided(inner, size)
            return None if found is None else not found
        case draft.Joined(operator=word, left=left, right=right):
            ends = word == "or"  # what either side may be for the other not to matter
            found, other = _decided(left, size), _decided(right, size)
            return ends if ends in (found, other) else None if None in (found, other) else not ends
    return None
