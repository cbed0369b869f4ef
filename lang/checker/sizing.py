"""Sizing: the line that gives images their size, and what it would say of another size."""

from __future__ import annotations

from typing import Any

from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import mend
from intaglio.lang.tree import Extent, Line, Quantity


def line_now(stage: Checked, line: Line | None) -> Line | None:
    """Where a line that was read before stands now: the last of the stage that says the same."""
    lines = reversed((*stage.made.line.children, *stage.strays))
    return next((each for each in lines if line is not None and each.text == line.text), None)


def resized(line: Line, size: tuple[int, int]) -> dict[str, Any]:
    """The facts of a fault that another size on a line would mend: where it is written in figures, the line with it."""
    node = next((node for node in line.values if isinstance(node, Quantity | Extent)), None)
    if node is None:
        return {"span": line.span()}
    said = f"{size[0]} px" if isinstance(node, Quantity) else f"{size[0]} px by {size[1]} px"
    return mend(line, node.start, node.end, said)
