"""Watching: what a training draws on its way, measured against the images that it learns from.

The measures are those that `measure` takes of sets; pictures are drawn from the chances that previews are drawn from.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from intaglio.stdlib.learning.seeing import Book, Moment

if TYPE_CHECKING:
    from intaglio.stdlib.instruments import Traits
    from intaglio.stdlib.nn.training import Training

TABLE, PLOT = "watched.csv", "curve.svg"
COUNT = 64  # pictures that are drawn for it
LEAST = 8  # images that a set takes to be compared


class Ledger(Book):
    """Measures by step, a note of them, and their curves. What is asked for is the name of a measure."""

    things: ClassVar[str] = "measures"
    done: ClassVar[str] = "taken"
    note: ClassVar[str] = "watched.json"
    nothing: ClassVar[Mapping[str, Any]] = {"said": None, "taken": {}}

    _reference: Traits | None = None

    @cached_property
    def _taken(self) -> dict[str, dict[str, float]]:
        """What was taken by now: measures by step."""
        found: dict[str, dict[str, float]] = self.noted(self._folder / self.note)["taken"]
        return found

    def has(self, moment: Moment, what: str) -> bool:
        """Whether a measure was taken at a moment."""
        return what in self._taken.get(str(moment.step), {})

    def draw(self, moment: Moment, what: str, begun: Training) -> Mapping[str, str]:
        """Measure what a training can do now."""
        from intaglio.stdlib import instruments

        learnt = begun.learnt_from
        size = instruments.common_size(learnt.shape[1:3])
        if self._reference is None:
            self._reference = instruments.traits_of(list(learnt), size, self._seed)
        drawn = instruments.traits_of(list(begun.glimpse(COUNT)), size, self._seed)
        found = instruments.compared(drawn, self._reference, self._seed, (what,))
        self._taken.setdefault(str(moment.step), {}).update(found)
        return {}

    def write(self, arithmetic: str) -> None:
        """See `Book.write`. Where nothing was ever asked for, there is nothing to write."""
        if self.said is None and not self._taken:
            return
        (self._folder / self.note).write_text(json.dumps({"said": self.said, "taken": self._taken}, indent=1) + "\n")
        names = list(dict.fromkeys(name for taken in self._taken.values() for name in taken))
        with (self._folder / TABLE).open("w", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(["step", *names])
            for step in sorted(self._taken, key=int):
                rows.writerow([step, *(_number(self._taken[step].get(name)) for name in names)])

    def end(self) -> None:
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
        return [path for path in (self._folder / self.note, self._folder / TABLE) if path.exists()]

    def _refusal(self, begun: Training) -> str:
        count = len(begun.learnt_from)
        few = f"`watch` compares with the images that are learnt from, and they are {count}: it takes {LEAST} at least."
        return few if count < LEAST else ""


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
