"""One line for each stage, at any width. A row of the board goes in; pieces of text with their styles go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intaglio.face.display.board import Row
from intaglio.face.text import NO_TIME, cells, fit, pad, seconds, several, visible
from intaglio.runtime.run.scheduler import Status

Piece = tuple[str, str]  # text, style

BEATS = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"  # signs of what runs, one after the other
SIGNS = {
    Status.WAITING: ("·", "quiet"),
    Status.RUNNING: (BEATS[0], "word"),
    Status.FRESH: ("✓", "quiet"),
    Status.MADE: ("✓", "good"),
    Status.UNPLACED: ("✗", "mistake"),
    Status.FAILED: ("✗", "mistake"),
    Status.BLOCKED: ("–", "quiet"),
    Status.CANCELLED: ("–", "remark"),
    Status.HELD: ("‖", "remark"),
}
BARS = "▁▂▃▄▅▆▇█"
LARGEST = 1e300  # of a loss that still has a height
WIDE = 72  # columns from which the verb is shown as well
BAR = (8, 40)  # cells of a bar, at least and at most
CURVE = 16  # cells of a curve
GAP = "  "
SOON = 1.0  # seconds that are over before anybody has read of them
GRAIN = 5  # seconds to which more than a minute is told


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns of all lines are."""

    name: int
    verb: int
    rest: int


def columns(rows: Sequence[Row], width: int) -> Columns:
    """Columns that suit all rows in `width` cells; one cell stays free, so that no terminal breaks the line."""
    longest = max((cells(visible(row.name)) for row in rows), default=0)
    name = min(longest, max(10, width // 4))
    verb = max((cells(row.verb) for row in rows), default=0) + len(GAP) if width >= WIDE else 0
    return Columns(name, verb, max(10, width - 1 - 2 - name - len(GAP) - verb))


def line(row: Row, widths: Columns, beat: int = 0) -> list[Piece]:
    """A stage's line. `beat` counts up where lines are drawn again and again, to show that what runs is alive."""
    sign, style = SIGNS[row.status]
    if row.status is Status.RUNNING:
        sign = BEATS[beat % len(BEATS)]
    pieces = [(f"{sign} ", style), (pad(visible(row.name), widths.name) + GAP, "strong")]
    if widths.verb:
        pieces.append((pad(row.verb, widths.verb), "quiet"))
    return pieces + _told(row, widths.rest)


def _told(row: Row, width: int) -> list[Piece]:
    match row.status:
        case Status.RUNNING:
            return _running(row, width)
        case Status.MADE:
            return [(fit(made(row), width), "")]
        case Status.UNPLACED:
            return [(fit(f"made, not placed: {visible(row.reason)}", width), "mistake")]
        case Status.FAILED:
            return [(fit(f"failed: {visible(row.reason)}", width), "mistake")]
        case Status.FRESH:
            return [(fit(fresh(row), width), "quiet")]
        case Status.BLOCKED:
            return [(fit(visible(row.reason) or "did not run", width), "quiet")]
        case Status.CANCELLED:
            far = f" at {row.share:.0%}" if row.total else ""
            return [(fit(f"stopped{far}; the next run goes on", width), "remark")]
        case Status.HELD:
            return [(_held(row, width), "remark")]
        case _:
            return [(row.status.value, "quiet")]


def _held(row: Row, width: int) -> str:
    """What Enter begins and what that costs, in as many words as there is room for."""
    said = [f"held, Enter begins it: {row.reason}", *(f"Enter begins it: {cost}" for cost in row.shorter), "held"]
    return next((each for each in said if cells(each) <= width), fit(said[-1], width))


def made(row: Row) -> str:
    """`64 images made, 16 kept · 3.2 s`."""
    unit = row.unit.removesuffix("s") or "image"
    kept = f", {row.reused:,} kept" if row.reused else ""
    took = f" · {seconds(row.seconds)}" if row.seconds >= NO_TIME else ""
    return f"{several(row.made, unit)} made{kept}{took}"


def fresh(row: Row) -> str:
    """`fresh`, and how many files of it were saved that were not there."""
    return f"fresh, {several(row.placed, 'file')} saved" if row.placed else "fresh"


def left(row: Row) -> str:
    """`3 min 20 s left`, no finer than it is known; empty where that is not known, or not worth a word."""
    if row.left is None or row.left < SOON:
        return ""
    if row.left < 60:
        return f"{round(row.left)} s left"
    return f"{seconds(round(row.left / GRAIN) * GRAIN)} left"


def _running(row: Row, width: int) -> list[Piece]:
    if not row.total:
        return [(fit(row.reason, width), "remark")] if row.reason else [("begins", "word")]
    percent = f" {row.share:4.0%}"
    room = width - len(percent)
    fields = _chosen(_fields(row), room - BAR[0])
    bar = max(0, min(BAR[1], room - sum(field.room for field in fields)))
    full = int(row.share * bar)
    pieces = [("━" * full, "word"), ("─" * (bar - full), "quiet"), (percent, "")]
    return pieces + [(GAP + pad(field.text, field.width), field.style) for field in fields]


@dataclass(frozen=True, slots=True)
class Field:
    """What stands after a bar, in a width that does not change while the numbers do. Rank 1 is the last to give way."""

    text: str
    width: int
    style: str
    rank: int

    @property
    def room(self) -> int:
        """The cells that it takes, with the gap before it."""
        return self.width + len(GAP)


def _fields(row: Row) -> list[Field]:
    """All that may stand after the bar, in order."""
    total = f"{row.total:,}"
    count = f"{row.done:>{len(total)},} of {total} {row.unit}"
    speed = "" if row.speed is None else _speed(row.speed)
    fields = [Field(count, len(count), "", 4), Field(f"{speed:>8}", 8, "quiet", 5)]
    if row.losses:
        fields += [Field(f"loss {row.losses[-1]:.3g}", 12, "", 2), Field(spark(row.losses), CURVE, "good", 3)]
    return [*fields, Field(left(row), 15, "strong", 1)]


def _chosen(fields: Sequence[Field], room: int) -> list[Field]:
    """As many fields as there is room for, in their order."""
    kept: set[int] = set()
    for _, index in sorted((field.rank, index) for index, field in enumerate(fields)):
        room -= fields[index].room
        if room < 0:
            break
        kept.add(index)
    return [fields[index] for index in sorted(kept)]


def _speed(speed: float) -> str:
    return f"{speed:,.0f}/s" if speed >= 9.95 else f"{speed:.1f}/s" if speed >= 0.1 else f"{speed * 60:.1f}/min"


def spark(values: Sequence[float], width: int = CURVE) -> str:
    """A curve of at most `width` bars, each the mean of its share of the values; blank where that is no number."""
    bars = min(width, len(values))
    means = [_mean(values[i * len(values) // bars : (i + 1) * len(values) // bars]) for i in range(bars)]
    real = [mean for mean in means if abs(mean) < LARGEST]
    if not real:
        return ""
    low, span = min(real), max(real) - min(real)
    return "".join(_bar((mean - low) / span if span else 0.0) if abs(mean) < LARGEST else " " for mean in means)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _bar(height: float) -> str:
    return BARS[round(height * (len(BARS) - 1))]
