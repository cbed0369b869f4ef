"""Pins: results that an artist wants to keep, whatever becomes of the script that made them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from intaglio.runtime.store.notes import Notes

NOTE = "pins"


@dataclass(frozen=True, slots=True)
class Pin:
    """One stage of a script as it was when it was pinned: the names of what is kept, as `collecting` calls them.

    `script` is spelled as notes spell paths.
    """

    script: str
    stage: str
    names: tuple[str, ...]


class Pins:
    """The pins of one store."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def all(self) -> list[Pin]:
        """Every pin, the oldest first."""
        return [Pin(pin["script"], pin["stage"], tuple(pin["names"])) for pin in self._notes.read(NOTE) or ()]

    def add(self, pins: Iterable[Pin]) -> None:
        """Pin what is not pinned yet. Raises Fault."""
        with self._notes.held(NOTE):
            known = self.all()
            self._write([*known, *(pin for pin in pins if pin not in known)])

    def remove(self, script: str, stage: str | None = None) -> list[Pin]:
        """Let go of the pins of a stage, or of a whole script. Returns them. Raises Fault."""
        with self._notes.held(NOTE):
            known = self.all()
            gone = [pin for pin in known if pin.script == script and stage in (None, pin.stage)]
            if gone:
                self._write([pin for pin in known if pin not in gone])
        return gone

    def _write(self, pins: Sequence[Pin]) -> None:
        self._notes.write(NOTE, [asdict(pin) for pin in pins])
