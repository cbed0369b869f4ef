"""Laws of what runs, for any score and any edits of it, each of one field. A law that is broken raises AssertionError.

They are functions, so that they can be held to bugs that were put in on purpose (`test_planted.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from intaglio.runtime.crew import Crew
from intaglio.runtime.planner import State
from intaglio.runtime.schema import vocabulary
from intaglio.stdlib.measures import MEASURES
from intaglio.stdlib.registry import kinds
from tests.desk import Desk, Ran
from tests.matrix import scores
from tests.matrix.scores import Score
from tests.runtime.toys import KINDS as TOYS

KINDS = {**TOYS, "dataset": kinds()["dataset"], "print": kinds()["print"]}
WORDS = vocabulary(KINDS, MEASURES)
TO_DO = {State.STALE, State.PARTIAL, State.NEW, State.WAITS}
SAME = {edit.__name__ for edit in scores.REACHING_NOTHING} | {"undo"}


def desk(folder: Path, crew: Crew) -> Desk:
    """A desk where numbers and pictures may be made."""
    folder.mkdir(parents=True, exist_ok=True)
    return Desk(folder, crew, KINDS, WORDS)


@dataclass
class Work:
    """A score at work: what it came to so far."""

    desk: Desk
    edits: int = 0
    executed: int = 0

    def take(self, score: Score, done: str) -> Ran:
        """Run a score after an edit, and hold it to the laws."""
        score.lay_out(self.desk.folder / "photos")
        text = score.text()
        held = {record.key for record in self.desk.store.artifacts()}
        planned = {stage.name: stage.state for stage in self.desk.plan(text).stages}
        ran = self.desk.run(text)
        lacking = {key for keys in ran.keys.values() for key in keys} - held
        made = {key for name in ran.made for key in ran.keys[name]}
        self.edits += 1
        self.executed += len(ran.made)

        assert [] == ran.failures, (done, text)
        assert {name for name in ran.made if planned[name] not in TO_DO} == set(), (done, text)
        assert lacking <= made, (done, text)  # nothing was left out
        assert [] == [name for name in ran.made if held.issuperset(ran.keys[name])], (done, text)  # each had changed
        assert done not in SAME or ran.made == [], (done, text)
        return ran

    def is_settled(self, score: Score) -> None:
        """A second run makes nothing, nor does the same score as the formatter sets it."""
        again = self.desk.run(score.text())
        formatted = self.desk.run(scores.formatted(score))

        assert ([], []) == (again.made, formatted.made)


def an_incremental_run_equals_one_from_nothing(folder: Path, crew: Crew, chance: Random, length: int) -> Work:
    """After any edits, the results are those of the same score run in an empty store."""
    work = Work(desk(folder / "incremental", crew))
    for number, (score, done) in enumerate(scores.history(chance, length)):
        ran = work.take(score, done)
        if number == length or number % 5 == 4:
            work.is_settled(score)
            scratch = desk(folder / f"scratch-{number}", crew)
            score.lay_out(scratch.folder / "photos")
            anew = scratch.run(score.text())

            assert anew.keys == ran.keys, (done, score.text())
            assert anew.digests == ran.digests, (done, score.text())
    return work
