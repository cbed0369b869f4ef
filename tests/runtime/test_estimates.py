"""Estimates: what a stage took before tells what it will take; what nothing tells is not made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intaglio.lang.ir import Program, Stage, Sweep
from intaglio.runtime.plan import estimates
from intaglio.runtime.plan.planner import PlannedCell, PlannedStage, State, plan
from intaglio.runtime.world.files import DiskFiles
from tests.runtime.studio import Studio, costly, count, grow
from tests.runtime.toys import KINDS


def planned(studio: Studio, stage: Stage) -> PlannedStage:
    last = studio.store.last(studio.folder / "score.gen")
    files = DiskFiles(studio.folder, studio.store)
    (found,) = plan(Program(stages=(stage,)), KINDS, studio.store, files, last).stages
    return found


def takes(studio: Studio, stage: Stage) -> float | None:
    last = studio.store.last(studio.folder / "score.gen")
    return estimates.seconds(planned(studio, stage), studio.store, last)


def test_what_was_never_made_is_not_guessed(studio: Studio) -> None:
    assert takes(studio, grow()) is None


def test_more_of_a_course_takes_what_its_steps_took(studio: Studio) -> None:
    costly(studio, grow(steps=4), 8.0)

    assert takes(studio, grow(steps=10)) == pytest.approx(12.0)
    assert planned(studio, grow(steps=10)).state is State.PARTIAL
    assert planned(studio, grow(steps=10)).reason == "steps: 4 -> 10; 4 of 10 steps are kept"


def test_another_course_takes_all_its_steps(studio: Studio) -> None:
    costly(studio, grow(steps=4), 8.0)

    assert takes(studio, grow(steps=10, rate=2)) == pytest.approx(20.0)


def test_a_sweep_of_lengths_takes_its_longest(studio: Studio) -> None:
    costly(studio, grow(steps=4), 8.0)
    swept = grow().model_copy(update={"sweeps": (Sweep(setting="steps", values=(6, 8, 10)),)})

    assert takes(studio, swept) == pytest.approx(12.0)


def test_each_cell_that_is_missing_takes_what_one_took(studio: Studio) -> None:
    costly(studio, count("a", 1), 3.0)
    swept = count("a").model_copy(update={"sweeps": (Sweep(setting="value", values=(1, 2, 3)),)})

    assert takes(studio, swept) == pytest.approx(6.0)


def test_more_pictures_take_what_each_took(studio: Studio) -> None:
    def dots(**settings: int) -> Stage:
        return Stage(name="d", kind="dots", settings=settings)

    costly(studio, dots(count=4), 8.0)

    assert takes(studio, dots(count=10)) == pytest.approx(12.0)
    assert takes(studio, dots(count=10, shade=1)) == pytest.approx(20.0)


def test_nothing_takes_nothing(studio: Studio) -> None:
    costly(studio, grow(steps=4), 8.0)

    assert takes(studio, grow(steps=4)) == 0.0


def test_what_waits_is_expected_to_be_made_from_its_beginning(studio: Studio) -> None:
    costly(studio, grow(steps=4), 8.0)
    costly(studio, grow(steps=8), 8.0)
    last = studio.store.last(studio.folder / "score.gen")
    found = planned(studio, grow(steps=8))
    cells = tuple(PlannedCell(cell.point, cell.params, cell.seed) for cell in found.cells)

    assert estimates.seconds(replace(found, state=State.WAITS, cells=cells), studio.store, last) == pytest.approx(16.0)
