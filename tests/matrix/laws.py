"""Laws of what runs, for any score and any edits of it, each of one field. A law that is broken raises AssertionError.

They are functions, so that they can be held to bugs that were put in on purpose (`test_planted.py`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.plan.planner import State
from intaglio.runtime.plan.schema import vocabulary
from intaglio.runtime.run.crew import Crew
from intaglio.stdlib.measures import MEASURES
from intaglio.stdlib.registry import kinds
from tests.desk import Desk, Ran
from tests.matrix import scores
from tests.matrix.scores import Score
from tests.matrix.studio import picture
from tests.runtime import toys
from tests.stdlib.context import Bench

REAL = kinds()
TOYS = {kind.name: kind for kind in (toys.count, toys.halve, toys.pair, toys.gather)}
KINDS = {**TOYS, "dataset": REAL["dataset"], "print": REAL["print"]}
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
        made = {key for name in ran.ended for key in ran.keys[name]}
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


# Laws of keys, each on scores of its own ------------------------------------------------------------------------------


def a_raised_version_runs_its_stage(folder: Path, crew: Crew) -> None:
    """Code that makes other results has another version, and what the old code made is not taken for its."""
    text = "gen 1\n\ncount a\n  value 3\n"
    before = desk(folder, crew)
    before.run(text)
    raised = {**KINDS, "count": replace(KINDS["count"], version=2)}

    assert ["a"] == replace(before, kinds=raised).run(text).made


def what_differs_has_another_key(folder: Path, crew: Crew) -> None:
    """Facts that read alike when they are written one after the other are still different facts."""
    pairs = [('mood "m"\n  value 11', 'mood "m1"\n  value 1'), ("value 1\n  watch 11", "value 11\n  watch 1")]
    at = desk(folder, crew)
    for a, b in pairs:
        keys = {at.plan(f"gen 1\n\ncount a\n  {said}\n").stages[0].key for said in (a, b)}

        assert len(keys) == 2, (a, b)


def a_default_that_is_said_changes_no_key(folder: Path, crew: Crew) -> None:
    """What a script leaves out and what it says of it as it is anyway are the same."""
    at = desk(folder, crew)
    texts = ["gen 1\n\ncount a\n", "gen 1\n\ncount a\n  value 1\n", 'gen 1\n\ncount a\n  mood "calm"\n  value 1\n']

    assert 1 == len({at.plan(text).stages[0].key for text in texts})


def the_order_in_which_a_disk_lists_says_nothing(folder: Path, crew: Crew) -> None:
    """Whichever way a folder is listed, its pictures are in natural order."""
    at = desk(folder, crew)
    (folder / "photos").mkdir()
    for number in (2, 10, 1):
        picture(number).save(folder / "photos" / f"{number}.bmp")
    keys, scandir = set(), os.scandir
    for backwards in (False, True):

        @contextmanager
        def listed(path: str, backwards: bool = backwards) -> Iterator[Iterator[os.DirEntry[str]]]:
            with scandir(path) as entries:
                yield iter(sorted(entries, key=lambda entry: entry.name, reverse=backwards))

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "scandir", listed)
            keys.add(at.plan("gen 1\n\ndataset d from ./photos/\n").stages[0].key)

    assert 1 == len(keys)


# Laws of trainings and pictures, which know real networks -------------------------------------------------------------

TRAINING = """gen 1

dataset table from ./photos/
  resize 16 px by 16 px

train dreamer from table
  model autoencoder
  latent 8
  batch 4
  {line}
"""
EDITS = [  # of one line; what stands beside it does not change
    ("steps 4", "steps 8"),
    ("steps 8", "steps 4"),
    ("steps 4\n  decay cosine", "steps 8\n  decay cosine"),
    ("steps 4\n  average 0.1", "steps 4\n  average 0.9"),
    ("steps 4", "steps 4\n  rate 0.01"),
    ("steps 4\n  seed 1", "steps 4\n  seed 2"),
]


def a_training_after_an_edit_is_that_of_a_run_from_nothing(folder: Path, crew: Crew, before: str, after: str) -> None:
    """Whatever of a training is kept from before an edit, what comes after it has the bits of one from nothing."""
    made = []
    for name, lines in (("edited", (before, after)), ("anew", (after,))):
        at = Desk(folder / name, crew, REAL)
        (at.folder / "photos").mkdir(parents=True)
        for number in range(6):
            picture(number).save(at.folder / "photos" / f"{number}.bmp")
        for line in lines:
            ran = at.run(TRAINING.format(line=line))
            assert [] == ran.failures
        made.append(ran.digests)

    assert made[0] == made[1]


def a_picture_does_not_depend_on_how_many_are_drawn(folder: Path) -> None:
    """Picture number three is the same whether eleven or sixteen are asked for, and the sixteenth is one of its own."""
    bench = Bench(folder)
    pixels = [np.asarray(picture(number, (16, 16))) for number in range(6)]
    settings = {"model": "gan", "steps": 3, "batch": 4, "latent": 8}
    model = bench.make(REAL["train"], settings, sources=[bench.images(pixels)])
    few, many = (ImageSet(bench.make(REAL["sample"], {"count": n}, models=[model])) for n in (11, 16))

    assert few.digests == many.digests[:11]
    assert 16 == len(set(many.digests))
