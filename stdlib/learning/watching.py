"""Watching: what a training draws on its way, measured against the images that it learns from.

The measures are those that `measure` takes of sets; pictures are drawn from the chances that previews are drawn from.
What is measured later, from what is kept of a training, is what would have been measured then. Changes no bit of what
is learnt.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from intaglio.stdlib.learning.previews import Moment, Rhythm

if TYPE_CHECKING:
    from intaglio.stdlib.instruments import Traits
    from intaglio.stdlib.nn.training import Training

NOTE, TABLE, PLOT = "watched.json", "watched.csv", "curve.svg"
COUNT = 64  # pictures that are drawn for it
LEAST = 8  # images that a set takes to be compared


@dataclass(frozen=True, slots=True)
class Watching(Rhythm):
    """What to measure, and when."""

    measure: str
    amount: int
    unit: str
    steps: float
    things: ClassVar[str] = "measures"
    done: ClassVar[str] = "taken"

    @property
    def said(self) -> list[Any]:
        """What an artist said, as notes have it."""
        return [self.measure, self.amount, self.unit]

    def line(self, stride: int) -> str:
        """The line of a script that asks for the same, every so many steps."""
        return f"watch {self.measure} every {stride} steps"


class Ledger:
    """The measures in a folder, by step, and a note of what was asked for.

    `arithmetic` is what has made the training until now.
    """

    def __init__(self, folder: Path, seed: int, arithmetic: str) -> None:
        """Begins with what the folder has."""
        self._folder = folder
        self._seed = seed
        self.arithmetic = arithmetic
        self._taken: dict[str, dict[str, float]] = note_of(folder / NOTE)["taken"]
        self._reference: Traits | None = None

    def has(self, moment: Moment, asked: Watching) -> bool:
        """Whether a measure was taken at a moment."""
        return asked.measure in self._taken.get(str(moment.step), {})

    def draw(self, moment: Moment, begun: Training, asked: Watching) -> Mapping[str, str]:
        """Measure what a training can do now."""
        from intaglio.stdlib import instruments

        learnt = begun.learnt_from
        size = instruments.common_size(learnt.shape[1:3])
        if self._reference is None:
            self._reference = instruments.traits_of(list(learnt), size, self._seed)
        drawn = instruments.traits_of(list(begun.glimpse(COUNT)), size, self._seed)
        found = instruments.compared(drawn, self._reference, self._seed, (asked.measure,))
        self._taken.setdefault(str(moment.step), {}).update(found)
        return {}

    def note(self, watching: Watching | None) -> None:
        """Write down what was asked for by now, and what is there."""
        said = None if watching is None else watching.said
        if said is None and not self._taken:
            return
        (self._folder / NOTE).write_text(json.dumps({"said": said, "taken": self._taken}, indent=1) + "\n")
        names = list(dict.fromkeys(name for taken in self._taken.values() for name in taken))
        with (self._folder / TABLE).open("w", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(["step", *names])
            for step in sorted(self._taken, key=int):
                rows.writerow([step, *(_number(self._taken[step].get(name)) for name in names)])

    def plot(self) -> None:
        """Draw the losses and the measures above each other, where there are measures."""
        if not self._taken:
            return
        from intaglio.stdlib.instruments import plots
        from intaglio.stdlib.learning import curve

        panels = [_panel(name, self._folder / name) for name in (curve.FILE, TABLE)]
        (self._folder / PLOT).write_text(plots.svg(plots.figure(panels)))

    @property
    def files(self) -> list[Path]:
        """The note and the table, where there are any."""
        return [path for path in (self._folder / NOTE, self._folder / TABLE) if path.exists()]


def note_of(path: Path | None) -> dict[str, Any]:
    """What is noted of measures. Nothing, where there is no note or it is damaged: then they are taken again."""
    nothing: dict[str, Any] = {"said": None, "taken": {}}
    try:
        note = json.loads(path.read_bytes()) if path is not None else nothing
    except (OSError, ValueError):
        return nothing
    return note if isinstance(note, dict) and note.keys() == nothing.keys() else nothing


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"


def _panel(title: str, path: Path) -> Any:
    from intaglio.stdlib.instruments import plots

    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    steps = [float(row["step"]) for row in rows]
    columns = {name: [row[name] for row in rows] for name in (rows[0] if rows else ()) if name != "step"}
    series = [plots.Series(name, steps, [float(y) if y else None for y in ys]) for name, ys in columns.items()]
    return plots.Panel(Path(title).stem, "steps", tuple(series))
