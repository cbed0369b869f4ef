"""Watching: what passes between a save in the editor and what an artist sees of it, while `gen watch` is warm."""

from __future__ import annotations

import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.clock import Figure, Unable, middle
from benchmarks.pictures import photographs
from benchmarks.projects import GEN, QUIET
from benchmarks.table import Table

PLAN_BOUND, PICTURE_BOUND = 0.050, 1.0
ROUNDS = 9
PATIENCE = 300.0  # seconds in which anything expected must have happened
SIDE, PICTURES, COUNT, SHEETS = 64, 16, 16, 11
HEAD = """gen 1

dataset table from ./photos/
  crop square, centre
  resize 64 px

train dreamer from table
  model {model}
  steps 10

"""
SAMPLED = """sample attempts with dreamer
  count {count}
  truncation {truncation}
  save ./out/attempts/

"""
BENT = """bend mirage with dreamer
  on cluster, 1, 5
  scale {amount} at early

sample attempts with mirage
  count {count}
  save ./out/attempts/

"""
SHEET = """print sheet-{number} from attempts
  columns {columns}
  save ./out/sheet-{number}.png

"""


def measured(folder: Path) -> Iterator[Table]:
    """Each with a watcher of its own."""
    yield Table(
        "Watching 60 lines: from a save to the new plan",
        {"Intaglio": _told(folder / "plan", _columns, _plan)},
        note="What was edited is how many columns a sheet has.",
        bound=PLAN_BOUND,
        wall=True,
    )
    yield Table(
        "Watching 60 lines: from a save of a sampling edit to the first new picture",
        {"Intaglio": _told(folder / "picture", _truncation, _picture)},
        note=f"What was edited is the truncation of {COUNT} pictures of {SIDE} px by a gan; they are shown together.",
        bound=PICTURE_BOUND,
        wall=True,
    )
    yield Table(
        "Watching 60 lines: from a save of a bend to the first new picture",
        {"Intaglio": _told(folder / "bend", _amount, _picture)},
        note=f"What was edited is how much a family of five is scaled, of a style-gan; {COUNT} pictures of {SIDE} px.",
        bound=PICTURE_BOUND,
        wall=True,
    )


def _columns(number: int) -> str:
    """A score of which every number asks for other columns of the first sheet."""
    return _score(0.5, 1 + number % 8)


def _truncation(number: int) -> str:
    """A score of which every number asks for pictures that nobody has seen."""
    return _score(0.3 + number / 100, 1)


def _amount(number: int) -> str:
    """A score of which every number asks for a model that nobody has bent like that."""
    bent = BENT.format(count=COUNT, amount=f"{2 + number / 10:.1f}")
    return HEAD.format(model="style-gan") + bent + _sheets(1)


def _score(truncation: float, columns: int) -> str:
    sampled = SAMPLED.format(count=COUNT, truncation=f"{truncation:.2f}")
    return HEAD.format(model="gan") + sampled + _sheets(columns)


def _sheets(columns: int) -> str:
    """The rest of a score: sheets of the pictures, of which the first has so many columns."""
    return "".join(SHEET.format(number=each, columns=1 if each else columns) for each in range(SHEETS))


class Watcher:
    """`gen watch` on a script, and what it says, line by line."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [*GEN, "watch", "score.gen", "--plain"],
            cwd=folder,
            env=QUIET,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, said: str) -> None:
        """Wait for a line. Raises `Unable` where it does not come."""
        ends = time.monotonic() + PATIENCE
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, ends - time.monotonic()))
            except queue.Empty:
                raise Unable(f"nothing said of {said}") from None
            if said in line:
                return

    def settled(self) -> None:
        """Wait until nothing has been said for a moment."""
        while True:
            try:
                self._lines.get(timeout=1.0)
            except queue.Empty:
                return

    def cpu(self) -> float:
        """Seconds of the processor until now, of the watcher and its workers, in hundredths; where the system tells."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        if not children.exists():
            return float("nan")
        ids = [str(self.process.pid), *children.read_text().split()]
        fields = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in ids]
        return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


def _told(folder: Path, score: Callable[[int], str], seen: Callable[[Watcher, Path], None]) -> Figure | Unable:
    """The median of several saves, from each to what is `seen` of it."""
    photographs(folder / "photos", PICTURES, SIDE, SIDE)
    script = folder / "score.gen"
    script.write_text(score(0))
    watcher = Watcher(folder)
    try:
        while not (folder / "out" / f"sheet-{SHEETS - 1}.png").exists():
            watcher.until("sheet")
        found = []
        for number in range(1, ROUNDS + 1):
            watcher.settled()
            used, began = watcher.cpu(), time.perf_counter()
            script.write_text(score(number))
            seen(watcher, folder)
            found.append(Figure(watcher.cpu() - used, time.perf_counter() - began))
        return middle(found)
    except Unable as reason:
        return reason
    finally:
        watcher.process.terminate()
        watcher.process.wait()


def _plan(watcher: Watcher, folder: Path) -> None:
    watcher.until("planned in")


def _picture(watcher: Watcher, folder: Path) -> None:
    """Wait until one picture of a sample is another file than it was."""
    first = folder / "out" / "attempts"
    before = {path.name: path.stat().st_mtime_ns for path in first.glob("*.png")}
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        if any(path.stat().st_mtime_ns != before.get(path.name) for path in first.glob("*.png")):
            return
        time.sleep(0.002)
    raise Unable("no picture came")
