"""Plots: what a table shows, as a figure of panels above each other. The same figure goes to SVG and to PNG."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from intaglio.stdlib.images.typesetting import INK, PALE, WHITE, font, shortened

WIDTH, HEIGHT = 720, 220  # px of a panel
LEFT, RIGHT, TOP, FOOT = 72, 16, 34, 40  # px around its field
TYPE = 12  # px
COLOURS = ("#1b6ca8", "#c8553d", "#3a7d44", "#8e5ea2", "#b8860b", "#4a4a4a")
RADIUS, STROKE = 2.5, 1.5
TICKS = 4
AIR = 0.04  # of a field, around what is drawn in it
FINER = 2  # pixels of a PNG for each of the figure, each way


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers over numbers. Where one is not known there is a gap."""

    label: str
    xs: Sequence[float | None]
    ys: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """Some series on one field, as lines or as dots."""

    title: str
    across: str
    series: tuple[Series, ...]
    dots: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A line through points, dots at points, or a text at the one point, aligned to its `start`, `middle` or `end`."""

    sort: str  # line, dots or text
    points: tuple[tuple[float, float], ...]
    colour: str
    text: str = ""
    anchor: str = "start"
    stroke: float = STROKE


@dataclass(frozen=True, slots=True)
class Figure:
    """Marks on white."""

    size: tuple[int, int]
    marks: tuple[Mark, ...]


def figure(panels: Sequence[Panel]) -> Figure:
    """Panels above each other."""
    marks = [mark for place, panel in enumerate(panels) for mark in _panel(panel, place * HEIGHT)]
    return Figure((WIDTH, HEIGHT * len(panels)), tuple(marks))


def _panel(panel: Panel, above: float) -> Iterator[Mark]:
    low, high = _bounds([x for series in panel.series for x in series.xs], AIR if panel.dots else 0.0)
    least, most = _bounds([y for series in panel.series for y in series.ys], AIR)
    left, right, top, foot = LEFT, WIDTH - RIGHT, above + TOP, above + HEIGHT - FOOT

    def at(x: float, y: float) -> tuple[float, float]:
        return left + (x - low) / (high - low) * (right - left), foot - (y - least) / (most - least) * (foot - top)

    yield Mark("text", ((left, above + 22),), INK, panel.title)
    yield Mark("text", ((right, foot + 32),), PALE, panel.across, "end")
    for tick in _ticks(least, most):
        yield Mark("line", (at(low, tick), at(high, tick)), "#e4e4e4", stroke=1)
        yield Mark("text", ((left - 6, at(low, tick)[1] + 4),), PALE, f"{tick:.4g}", "end")
    for tick in _ticks(low, high):
        yield Mark("text", ((at(tick, least)[0], foot + 16),), PALE, f"{tick:.4g}", "middle")
    for number, series in enumerate(panel.series):
        colour = COLOURS[number % len(COLOURS)]
        pairs = list(zip(series.xs, series.ys, strict=True))
        if panel.dots:
            yield Mark("dots", tuple(at(x, y) for x, y in pairs if x is not None and y is not None), colour)
        else:
            yield from (Mark("line", tuple(at(*pair) for pair in run), colour) for run in _runs(pairs))
    yield from _legend(panel, above)


def _legend(panel: Panel, above: float) -> Iterator[Mark]:
    """What the series are called, from the right."""
    right: float = WIDTH - RIGHT
    named = [(series.label, COLOURS[number % len(COLOURS)]) for number, series in enumerate(panel.series)]
    for label, colour in reversed(named if len(named) <= len(COLOURS) else ()):
        if label and right > WIDTH / 2:
            yield Mark("text", ((right, above + 22),), colour, shortened(label, 160, TYPE), "end")
            right -= font(TYPE).getlength(shortened(label, 160, TYPE)) + 14


def _runs(pairs: Sequence[tuple[float | None, float | None]]) -> Iterator[list[tuple[float, float]]]:
    """What lies between gaps."""
    run: list[tuple[float, float]] = []
    for x, y in [*pairs, (None, None)]:
        if x is not None and y is not None:
            run.append((x, y))
        elif run:
            yield run
            run = []


def _bounds(values: Sequence[float | None], air: float) -> tuple[float, float]:
    """From where to where some values go, with a share of that on either side."""
    known = [value for value in values if value is not None]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    room = (high - low) * air or (0.0 if high > low else (abs(low) or 1) / 2)
    return low - room, high + room


def _ticks(low: float, high: float) -> list[float]:
    """Round numbers between two, about `TICKS` of them."""
    rough = (high - low) / TICKS
    unit = 10.0 ** math.floor(math.log10(rough))
    step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= rough)
    return [number * step for number in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


# Writing ----------------------------------------------------------------------------------------------------------


def svg(made: Figure) -> str:
    """The figure as SVG."""
    width, height = made.size
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    ground = f'<rect width="{width}" height="{height}" fill="{WHITE}"/>'
    return "\n".join(
        [f'{head} font-family="sans-serif" font-size="{TYPE}">', ground, *map(_svg, made.marks), "</svg>\n"]
    )


def _svg(mark: Mark) -> str:
    match mark.sort:
        case "line":
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in mark.points)
            return f'<polyline points="{points}" fill="none" stroke="{mark.colour}" stroke-width="{mark.stroke:g}"/>'
        case "dots":
            dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}"/>' for x, y in mark.points)
            return f'<g fill="{mark.colour}" fill-opacity="0.6">{dots}</g>'
    ((x, y),) = mark.points
    said = html.escape(mark.text)
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{mark.colour}" text-anchor="{mark.anchor}">{said}</text>'


def write_png(made: Figure, path: Path) -> None:
    """The figure as PNG. Raises OSError."""
    ground = Image.new("RGB", (made.size[0] * FINER, made.size[1] * FINER), WHITE)
    pen = ImageDraw.Draw(ground)
    for mark in made.marks:
        points = [(x * FINER, y * FINER) for x, y in mark.points]
        if mark.sort == "line" and len(points) > 1:
            pen.line(points, mark.colour, round(mark.stroke * FINER), joint="curve")
        elif mark.sort == "text":
            anchor = {"start": "ls", "middle": "ms", "end": "rs"}[mark.anchor]
            pen.text(points[0], mark.text, mark.colour, font(TYPE * FINER), anchor=anchor)
        else:
            size = RADIUS * FINER
            for x, y in points:
                pen.ellipse((x - size, y - size, x + size, y + size), mark.colour)
    ground.save(path)
