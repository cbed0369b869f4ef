"""Tables: figures go in, Markdown comes out. The first row of a table is what the others are compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.clock import Figure, Unable


@dataclass(frozen=True, slots=True)
class Table:
    """One comparison. `bound` is what the first row has to beat, in seconds, where there is one.

    `least` is how fast it has to be, as a share of the speed of the second. Both are of the processor, or, where most
    of the time is the disk's or somebody waits, by the `wall`.
    """

    title: str
    rows: Mapping[str, Figure | Unable]
    note: str = ""
    bound: float | None = None
    least: float | None = None
    wall: bool = False
    all_of_them: bool = False  # whether every row has to beat the bound


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words. The first of each row, and of `head`, says what it is of."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


def markdown(tables: Sequence[Table | Grid]) -> str:
    """All tables."""
    return "\n\n".join(_words(each) if isinstance(each, Grid) else _one(each) for each in tables) + "\n"


def _words(grid: Grid) -> str:
    lines = [f"### {grid.title}", "", *([grid.note, ""] if grid.note else [])]
    lines += [f"| {' | '.join(row)} |" for row in (grid.head, ["---"] * len(grid.head), *grid.rows)]
    return "\n".join(lines)


def _one(table: Table) -> str:
    ours = next(iter(table.rows.values()))
    lines = [f"### {table.title}", ""]
    lines += [table.note, ""] if table.note else []
    lines += ["| | processor | wall | processor, × ours | wall, × ours |", "|---|--:|--:|--:|--:|"]
    lines += [_row(name, figure, ours) for name, figure in table.rows.items()]
    if table.bound is not None and isinstance(ours, Figure):
        bounded = [*table.rows.values()] if table.all_of_them else [ours]
        kept = all(_keeps(each, table.bound, wall=table.wall) for each in bounded)
        each, by = " each" if table.all_of_them else "", "by the wall" if table.wall else "of the processor"
        lines += ["", f"Bound: {seconds(table.bound)} {by}{each}, {'kept' if kept else 'missed'}."]
    if table.least is not None:
        lines += ["", _least(table.least, table.wall, *table.rows.values())]
    return "\n".join(lines)


def _keeps(figure: Figure | Unable, bound: float, *, wall: bool) -> bool:
    return isinstance(figure, Figure) and (figure.wall if wall else figure.cpu) <= bound


def _least(least: float, wall: bool, ours: Figure | Unable, theirs: Figure | Unable) -> str:
    if isinstance(ours, Unable) or isinstance(theirs, Unable):
        return ""
    share = theirs.wall / ours.wall if wall else theirs.cpu / max(ours.cpu, 1e-9)
    by = "by the wall" if wall else "by the processor"
    return f"Bound: {least:.3g} of its speed {by}, {'kept' if share >= least else 'missed'}: {share:.3f}."


def _row(name: str, figure: Figure | Unable, ours: Figure | Unable) -> str:
    if isinstance(figure, Unable):
        return f"| {name} | {_cell(str(figure))} | | | |"
    if isinstance(ours, Unable):
        return f"| {name} | {seconds(figure.cpu)} | {seconds(figure.wall)} | | |"
    cpu, wall = figure.cpu / max(ours.cpu, 1e-9), figure.wall / max(ours.wall, 1e-9)
    return f"| {name} | {seconds(figure.cpu)} | {seconds(figure.wall)} | {cpu:.3g} | {wall:.3g} |"


def _cell(words: str) -> str:
    return words.replace("|", "/").replace("`", "'")[:80]


def seconds(amount: float) -> str:
    """`28 ms`, `1.40 s`."""
    return f"{amount * 1000:.3g} ms" if amount < 0.9995 else f"{amount:.3g} s"
