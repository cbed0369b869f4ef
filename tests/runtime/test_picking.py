"""Picking a step: the same training with another length, never trained for its own sake once that ended."""

from __future__ import annotations

from intaglio.lang.ir import Input, Program, Stage, Sweep
from intaglio.runtime.plan import picking
from intaglio.stdlib.registry import kinds

TRAIN = Stage(name="dreamer", kind="train", settings={"model": "gan", "epochs": 40, "preview": None}, save="./d/")


def sample(step: int | None, name: str = "attempts") -> Stage:
    return Stage(name=name, kind="sample", settings={"step": step} if step else {}, models=(Input(stage="dreamer"),))


def test_a_program_that_picks_nothing_is_left_alone() -> None:
    program = Program(stages=(TRAIN, sample(None)))

    assert picking.unfolded(program, kinds()) is program


def test_a_picked_step_is_a_training_of_that_length_before_its_own() -> None:
    first, second, third = picking.unfolded(Program(stages=(TRAIN, sample(400))), kinds()).stages

    assert first == Stage(name="dreamer@400", kind="train", settings={"model": "gan", "preview": None, "steps": 400})
    assert second == TRAIN
    assert third.models == (Input(stage="dreamer@400"),)


def test_a_step_that_is_picked_twice_is_one_stage() -> None:
    program = picking.unfolded(Program(stages=(TRAIN, sample(400), sample(400, "more"), sample(7, "early"))), kinds())

    assert [stage.name for stage in program.stages] == [
        "dreamer@400",
        "dreamer@7",
        "dreamer",
        "attempts",
        "more",
        "early",
    ]


def test_a_sweep_of_the_training_is_a_sweep_of_its_step() -> None:
    swept = TRAIN.model_copy(update={"sweeps": (Sweep(setting="rate", values=(0.1, 0.2)),)})

    (first, *_) = picking.unfolded(Program(stages=(swept, sample(400))), kinds()).stages

    assert first.sweeps == swept.sweeps


def test_a_sweep_of_its_length_is_none_of_its_step() -> None:
    swept = TRAIN.model_copy(update={"sweeps": (Sweep(setting="epochs", values=(10, 20)),)})

    (first, *_) = picking.unfolded(Program(stages=(swept, sample(400))), kinds()).stages

    assert first.sweeps == ()


def test_the_line_of_a_picked_step_is_where_it_was_picked() -> None:
    program = picking.unfolded(Program(stages=(TRAIN, sample(400))), kinds())

    assert picking.lines(program, {"dreamer": 3, "attempts": 9}) == {"dreamer": 3, "attempts": 9, "dreamer@400": 9}
