"""The board: what is known of every stage of a run. Events go in; it draws nothing and asks no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from intaglio.face.display.pace import Pace
from intaglio.face.text import seconds
from intaglio.runtime.run.events import (
    Awaited,
    Done,
    Event,
    Failed,
    Finished,
    Held,
    Progress,
    Remarked,
    Revised,
    Skipped,
    Started,
)
from intaglio.runtime.run.scheduler import Status

FOR_TRUST = "waits for your trust"  # of a stage that would run code of the artist's
AWAITED = "another gen is making it, and this one waits"
MOST_LOSSES = 1024  # losses that are held for the curve


@dataclass(slots=True)
class Row:
    """One stage."""

    name: str
    verb: str = ""
    status: Status = Status.WAITING
    reason: str = ""
    shorter: tuple[str, ...] = ()  # the same reason where there is less room, the longest first
    done: int = 0
    total: int = 0
    unit: str = ""
    seconds: float = 0.0
    facts: dict[str, float | str] = field(default_factory=dict)
    losses: list[float] = field(default_factory=list)
    made: int = 0
    reused: int = 0
    saved: tuple[str, ...] = ()
    placed: int = 0  # files of what was saved that were not there
    pace: Pace = field(default_factory=Pace)

    @property
    def share(self) -> float:
        """How far it is, from 0 to 1."""
        return min(1.0, self.done / self.total) if self.total > 0 else 0.0

    @property
    def speed(self) -> float | None:
        """Units a second over the last while, or None before it can be known."""
        return self.pace.speed

    @property
    def left(self) -> float | None:
        """Seconds that remain, or None before it can be known."""
        return self.pace.left(self.total - self.done)


@dataclass(slots=True)
class Board:
    """All stages, in the order of work."""

    rows: dict[str, Row]
    shown: frozenset[str] | None = None  # the stages worth showing; None: all
    remarks: list[Remarked] = field(default_factory=list)
    failures: list[Failed] = field(default_factory=list)
    done: Done | None = None

    @classmethod
    def of(cls, verbs: Mapping[str, str]) -> Board:
        """A board before anything has happened. `verbs` are the stages' verbs by their names, in order."""
        return cls({name: Row(name, verb) for name, verb in verbs.items()})

    @property
    def lines(self) -> list[Row]:
        """The rows that are shown."""
        return [row for row in self.rows.values() if self.shows(row.name)]

    def shows(self, stage: str) -> bool:
        """Whether a stage is worth showing."""
        return self.shown is None or stage in self.shown

    def apply(self, event: Event) -> None:
        """Take in what happened."""
        match event:
            case Done():
                self._end(event)
            case Remarked():
                if event not in self.remarks:
                    self.remarks.append(event)
            case Revised():
                return
            case _:
                self._change(self.rows.setdefault(event.stage, Row(event.stage)), event)

    def _change(self, row: Row, event: Started | Awaited | Progress | Held | Finished | Failed | Skipped) -> None:
        match event:
            case Started():
                row.status, row.verb = Status.RUNNING, event.verb
                row.losses.clear()
                row.reason = ""
                row.pace = Pace()
            case Awaited():
                row.reason = AWAITED
            case Progress():
                row.reason = ""
                _advance(row, event)
            case Held():
                row.status, (row.reason, *shorter) = Status.HELD, _costs(event)
                row.shorter = tuple(shorter)
            case Finished():
                row.status, row.seconds, row.saved = Status.MADE, event.seconds, event.saved
                row.made, row.reused, row.unit = event.made, event.reused, event.unit
            case Failed():
                row.status = Status.UNPLACED if event.unplaced else Status.FAILED
                row.reason = event.message
                if event.untrusted:
                    row.status, row.reason = Status.BLOCKED, FOR_TRUST
                self.failures.append(event)
            case Skipped():
                row.status = Status.FRESH if event.reason == "fresh" else Status.BLOCKED
                row.reason, row.saved, row.placed = event.reason, event.saved, event.placed

    def _end(self, event: Done) -> None:
        self.done = event
        for row in self.rows.values():
            if row.status is Status.RUNNING:
                row.status = Status.CANCELLED


def _costs(event: Held) -> tuple[str, ...]:
    """`it takes about 12 min, and the 40 min of its last version do not count`, and in fewer words."""
    if event.seconds is None:
        takes, briefly = "as long as the last version or longer", "as long as before"
    else:
        takes = briefly = f"about {seconds(event.seconds)}"
    if not event.spent:
        return f"it takes {takes}", briefly
    spent = seconds(event.spent)
    return f"it takes {takes}, and the {spent} of its last version do not count", f"{briefly}, {spent} lost", briefly


def _advance(row: Row, event: Progress) -> None:
    row.status = Status.RUNNING
    row.done, row.total, row.unit, row.seconds = event.done, event.total, event.unit, event.seconds
    row.facts = event.facts
    loss = event.facts.get("loss")
    if isinstance(loss, (int, float)):
        row.losses.append(float(loss))
        if len(row.losses) > MOST_LOSSES:  # a day has a million; as a curve of few cells half as many look the same
            row.losses[:] = [sum(pair) / 2 for pair in zip(row.losses[::2], row.losses[1::2], strict=False)]
    row.pace.tell(event.seconds, event.done)
