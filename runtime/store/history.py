"""History: what the stages of each script came to, run by run, so that it is known what is still within reach.

A run is noted as the keys of its stages, the newest first. One that came to what the newest did says nothing new; one
that came to what an earlier one did (an undo) takes its place. Knows no script but by its path.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.notes import Notes

FOLDER = "history"
MOST = 50  # runs of a script
MOST_KEYS = 100_000  # of all runs of a script; past that, the older ones are forgotten

Keys = Mapping[str, Sequence[Key]]  # the keys of each stage's cells, in order


@dataclass(frozen=True, slots=True)
class PastRun:
    """What the stages of a script came to. `at` is in seconds since 1970, of the last time that they did."""

    at: float
    stages: Keys

    @property
    def keys(self) -> set[Key]:
        """All that it came to."""
        return {key for keys in self.stages.values() for key in keys}


@dataclass(frozen=True, slots=True)
class Past:
    """All that is noted of a script: what its stages last had, whatever run that was in, and its runs, newest first."""

    script: Path
    last: Keys
    runs: tuple[PastRun, ...]


class History:
    """The history of one store."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def remember(self, script: Path, stages: Keys) -> None:
        """Note what stages of a script came to. Those that are not named keep what they last had."""
        known = self._noted(script)
        if not stages or (_is_within(stages, known.last) and known.runs and _is_within(stages, known.runs[0].stages)):
            return
        with self._notes.held(name := self._name(script)):
            known = self._noted(script)
            now = {stage: list(keys) for stage, keys in stages.items()}
            runs = _fewer(_joined(PastRun(time.time(), now), known.runs))
            noted = {
                "script": self._notes.spelled(script),
                "last": {**known.last, **now},
                "runs": [{"at": run.at, "stages": run.stages} for run in runs],
            }
            self._notes.write(name, noted)

    def last(self, script: Path) -> Keys:
        """The keys that the stages of a script last had; empty where it never ran."""
        return self._noted(script).last

    def all(self) -> Iterator[Past]:
        """Every script that ran with this store."""
        for name in self._notes.names(FOLDER):
            noted = self._notes.read(name)
            if noted is not None:
                yield _past(noted, self._notes.located(noted["script"]))

    def _noted(self, script: Path) -> Past:
        noted = self._notes.read(self._name(script))
        return Past(script, {}, ()) if noted is None else _past(noted, script)

    def _name(self, script: Path) -> str:
        return self._notes.about(FOLDER, script)


def _past(noted: Mapping[str, Any], script: Path) -> Past:
    return Past(script, noted["last"], tuple(PastRun(run["at"], run["stages"]) for run in noted["runs"]))


def _joined(now: PastRun, before: Sequence[PastRun]) -> list[PastRun]:
    """The runs with another one: it goes on with the newest where one is the beginning of the other."""
    rest = list(before)
    if rest and (_is_within(rest[0].stages, now.stages) or _is_within(now.stages, rest[0].stages)):
        now = PastRun(now.at, {**rest.pop(0).stages, **now.stages})
    return [now, *(run for run in rest if not _is_within(run.stages, now.stages))]


def _is_within(some: Keys, stages: Keys) -> bool:
    return all(name in stages and list(keys) == list(stages[name]) for name, keys in some.items())


def _fewer(runs: Sequence[PastRun]) -> list[PastRun]:
    kept: list[PastRun] = []
    count = 0
    for run in runs[:MOST]:
        count += sum(map(len, run.stages.values()))
        if kept and count > MOST_KEYS:
            break
        kept.append(run)
    return kept
