"""Tables: what was measured, as files: CSV for spreadsheets, JSON for programs, a page with the plots for people."""

from __future__ import annotations

import csv
import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from intaglio.stdlib import instruments
from intaglio.stdlib.instruments import plots
from intaglio.stdlib.instruments.plots import Panel, Series

FORMAT = 1  # of `table.json`
Number = float | None
DECIBELS = ("psnr", *instruments.BESIDE)
SPREAD = ("kid-error",)  # a number that says how sure the one before it is


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read off one set of images: numbers of each image, and numbers of the whole.

    `labels` tell it from the others; `times` are those of frames.
    """

    labels: Mapping[str, object]
    count: int
    times: tuple[Number, ...] | None = None
    each: dict[str, list[Number]] = field(default_factory=dict)
    whole: dict[str, Number] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What it is called in a figure."""
        return ", ".join(f"{word} {_said(value)}" for word, value in self.labels.items())


def write(readings: Sequence[Reading], folder: Path) -> None:
    """Write all files of a table. Raises OSError."""
    if any(reading.each for reading in readings):
        _csv(folder / "table.csv", _rows(readings))
        _csv(folder / "table-summary.csv", _summary(readings))
    else:
        _csv(folder / "table.csv", _summary(readings))
    told = {"format": FORMAT, "sets": [_plain(reading) for reading in readings]}
    (folder / "table.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    shown = plots.figure(panels(readings))
    drawn = plots.svg(shown)
    (folder / "table.svg").write_text(drawn, encoding="utf-8")
    plots.write_png(shown, folder / "table.png")
    (folder / "table.html").write_text(_page(_summary(readings), drawn), encoding="utf-8")


def _plain(reading: Reading) -> dict[str, object]:
    times = {} if reading.times is None else {"times": list(reading.times)}
    labels = {word: _said(value) for word, value in reading.labels.items()}
    return {"of": labels, "images": reading.count, **times, "each": reading.each, "whole": reading.whole}


def _rows(readings: Sequence[Reading]) -> list[list[object]]:
    """A row for each image, under a row of heads."""
    heads, timed = list(readings[0].labels), any(reading.times for reading in readings)
    names = list(dict.fromkeys(name for reading in readings for name in reading.each))
    rows: list[list[object]] = [[*heads, "image", *(["time"] if timed else []), *names]]
    for reading in readings:
        before = [_said(reading.labels[head]) for head in heads]
        for i in range(reading.count):
            time = [reading.times[i] if reading.times else None] if timed else []
            rows.append([*before, i + 1, *time, *(reading.each[name][i] for name in names)])
    return rows


def _summary(readings: Sequence[Reading]) -> list[list[object]]:
    """A row for each set, under a row of heads."""
    heads = list(readings[0].labels)
    names = list(dict.fromkeys(name for reading in readings for name in reading.whole))
    rows: list[list[object]] = [[*heads, "images", *names]]
    for reading in readings:
        before = [_said(reading.labels[head]) for head in heads]
        rows.append([*before, reading.count, *(reading.whole.get(name) for name in names)])
    return rows


def _csv(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([[_cell(value) for value in row] for row in rows])


def _cell(value: object) -> object:
    return f"{value:.6g}" if isinstance(value, float) else "" if value is None else value


def _said(value: object) -> object:
    """A label as JSON and CSV can have it."""
    return value if isinstance(value, int | float | str) else str(value)


def panels(readings: Sequence[Reading]) -> list[Panel]:
    """What is to be seen: each measure of images over their order, and the error against motion; of several sets, what
    is said of the whole of each. Of a single set that is a number, and is drawn only where there is nothing else.
    """
    found = []
    axis = "seconds" if all(reading.times for reading in readings) else "image"
    for title, names in _together(readings):
        series = tuple(
            Series(", ".join(filter(None, (r.label, name if len(names) > 1 else ""))), _across(r), r.each[name])
            for r in readings
            for name in names
            if name in r.each
        )
        found.append(Panel(title, axis, series))
    if any({"error", "motion"} <= reading.each.keys() for reading in readings):
        series = tuple(Series(r.label, r.each["motion"], r.each["error"]) for r in readings if "motion" in r.each)
        found.append(Panel(_title(readings), "motion", series, dots=True))
    word, xs = _axis(readings)
    whole = [name for reading in readings for name in reading.whole if name not in SPREAD]
    for name in dict.fromkeys(whole if len(readings) > 1 or not found else ()):
        title = f"{name}, on the whole" if any(name in reading.each for reading in readings) else name
        found.append(Panel(title, word, (Series("", xs, [r.whole.get(name) for r in readings]),), dots=True))
    return found


def _together(readings: Sequence[Reading]) -> list[tuple[str, tuple[str, ...]]]:
    """What stands in one field, with its title: what is in decibels together, every other measure by itself."""
    names = tuple(dict.fromkeys(name for reading in readings for name in reading.each))
    beside = tuple(name for name in names if name in DECIBELS)
    if len(beside) < 2:
        return [(name, (name,)) for name in names]
    fields = [(name, (name,)) for name in names if name not in beside]
    return [*fields, (f"{', '.join(beside)}: decibels", beside)]


def _title(readings: Sequence[Reading]) -> str:
    """What stands above the error against motion."""
    goes = readings[0].whole.get("error-with-motion") if len(readings) == 1 else None
    return "error against motion" if goes is None else f"error against motion: correlation {goes:.2f}"


def _across(reading: Reading) -> Sequence[Number]:
    return reading.times or [float(number + 1) for number in range(reading.count)]


def _axis(readings: Sequence[Reading]) -> tuple[str, list[Number]]:
    """What sets are laid out by: the one label that they differ in, where it is a number; else their order."""
    words = [word for word in readings[0].labels if len({str(r.labels[word]) for r in readings}) > 1]
    values = [r.labels[words[0]] for r in readings] if len(words) == 1 else []
    numbers = [float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    if values and len(numbers) == len(values):
        return words[0], list(numbers)
    return "set", [float(number + 1) for number in range(len(readings))]


def _page(rows: Sequence[Sequence[object]], drawn: str) -> str:
    heads, *rest = ([html.escape(str(_cell(value))) for value in row] for row in rows)
    body = "\n".join(f"<tr>{''.join(f'<td>{value}</td>' for value in row)}</tr>" for row in rest)
    style = "body{font:14px sans-serif;margin:2em}td,th{padding:.2em 1em .2em 0;text-align:right}"
    head = f'<!doctype html>\n<meta charset="utf-8">\n<title>measure</title>\n<style>{style}</style>'
    first = "".join(f"<th>{value}</th>" for value in heads)
    return f"{head}\n<table>\n<tr>{first}</tr>\n{body}\n</table>\n{drawn}"
