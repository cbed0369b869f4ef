"""One line for each stage, at any width. A row of the board goes in; pieces of text with their styles go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intaglio.face.display.board import Row
from intaglio.face.text import cells, fit, pad, seconds, several, visible
from intaglio.runtime.scheduler import Status

Piece = tuple[str, str]  # text, style

SIGNS = {
    Status.WAITING: ("·", "quiet"),
    Status.RUNNING: ("›", "word"),
    Status.FRESH: ("✓", "quiet"),
    Status.MADE: ("✓", "good"),
    Status.FAILED: ("✗", "mistake"),
    Status.BLOCKED: ("–", "quiet"),
    Status.CANCELLED: ("–", "remark"),
    Status.HELD: ("‖", "remark"),
}
BARS = "▁▂▃▄▅▆▇█"
LARGEST = 1e300  # of a loss that still has a height
WIDE = 72  # columns from which the verb is shown as well
GAP = "  "


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


def line(row: Row, widths: Columns) -> list[Piece]:
    """A stage's line."""
    sign, style = SIGNS[row.status]
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
        case Status.FAILED:
            what = "made, not placed" if row.unplaced else "failed"
            return [(fit(f"{what}: {visible(row.reason)}", width), "mistake")]
        case Status.FRESH:
            return [(fit(fresh(row), width), "quiet")]
        case Status.BLOCKED:
            return [(fit(visible(row.reason) or "did not run", width), "quiet")]
        case Status.CANCELLED:
            far = f" at {row.share:.0%}" if row.total else ""
            return [(fit(f"stopped{far}, goes on at the next run from what was kept", width), "remark")]
        case Status.HELD:
            return [(fit(f"held, Enter begins it: {row.reason}", width), "remark")]
        case _:
            return [(row.status.value, "quiet")]


def made(row: Row) -> str:
    """`64 images made, 16 kept · 3.2 s`."""
    unit = row.unit.removesuffix("s") or "image"
    kept = f", {row.reused:,} kept" if row.reused else ""
    return f"{several(row.made, unit)} made{kept} · {seconds(row.seconds)}"


def fresh(row: Row) -> str:
    """`fresh`, and how many files were put back."""
    return f"fresh, {several(row.put_back, 'file')} put back" if row.put_back else "fresh"


def _running(row: Row, width: int) -> list[Piece]:
    if not row.total:
        return [("begins", "word")]
    percent = f"{row.share:4.0%}"
    room = width - cells(percent) - len(GAP)
    extras = _chosen(_extras(row), room - 8)
    room -= sum(cells(text) + len(GAP) for text, _ in extras)
    bar = max(4, min(40, room))
    full = round(row.share * bar)
    pieces = [("━" * full, "word"), ("─" * (bar - full), "quiet"), (GAP[:1] + percent, "")]
    return pieces + [(GAP + text, style) for text, style in extras]


def _extras(row: Row) -> list[tuple[int, Piece]]:
    """What may stand after the bar, in order, each with how soon it gives way when the line is narrow (1 stays)."""
    extras: list[tuple[int, Piece]] = [(3, (f"{row.done:,} of {row.total:,} {row.unit}", ""))]
    if row.speed is not None:
        extras.append((5, (_speed(row.speed), "quiet")))
    if row.losses:
        extras.append((2, (f"loss {row.losses[-1]:.3g}", "")))
        extras.append((4, (spark(row.losses), "good")))
    if row.left is not None:
        extras.append((1, (f"{seconds(row.left)} left", "strong")))
    return extras


def _chosen(extras: list[tuple[int, Piece]], room: int) -> list[Piece]:
    kept: set[int] = set()
    for index in sorted(range(len(extras)), key=lambda i: extras[i][0]):
        need = cells(extras[index][1][0]) + len(GAP)
        if need > room:
            break
        kept.add(index)
        room -= need
    return [extras[index][1] for index in sorted(kept)]


def _speed(speed: float) -> str:
    return f"{speed:,.0f}/s" if speed >= 9.95 else f"{speed:.1f}/s" if speed >= 0.1 else f"{speed * 60:.1f}/min"


def spark(values: Sequence[float], width: int = 16) -> str:
    """A curve as small bars, each the mean of its share of the values; what is no real number is blank."""
    size = max(1, -(-len(values) // width))
    means = [sum(part) / len(part) for part in (values[i : i + size] for i in range(0, len(values), size))]
    real = [mean for mean in means if abs(mean) < LARGEST]
    if not real:
        return ""
    low, span = min(real), max(real) - min(real)
    return "".join(_bar((mean - low) / span if span else 0.0) if abs(mean) < LARGEST else " " for mean in means)


def _bar(height: float) -> str:
    return BARS[round(height * (len(BARS) - 1))]
