from __future__ import annotations

from itertools import pairwise

import pytest

from intaglio.lang.ir import Family, Input, Program, Stage, Sweep
from intaglio.runtime.contract import Fault, Kind, Params
from intaglio.runtime.plan.order import needed, ordered
from intaglio.runtime.plan.sweeps import Axis, axes_of, points

KINDS = {
    "draw": Kind(name="draw", version=1, makes="images", params=Params, doc=""),
    "sheet": Kind(name="sheet", version=1, makes="sheet", params=Params, doc="", gathers=True),
}


def stage(name: str, *sources: str, kind: str = "draw", **sweeps: tuple[int, ...]) -> Stage:
    return Stage(
        name=name,
        kind=kind,
        sources=tuple(Input(stage=s) for s in sources),
        sweeps=tuple(Sweep(setting=word, values=values) for word, values in sweeps.items()),
    )


def labels(program: Program, name: str) -> list[dict[str, object]]:
    axes = axes_of(program, ordered(program), KINDS)
    return [dict(point.labels()) for point in points(axes[name])]


def test_several_each_lines_multiply_and_the_last_varies_fastest() -> None:
    program = Program(stages=(stage("a", x=(1, 2), y=(3, 4)),))

    assert labels(program, "a") == [{"x": 1, "y": 3}, {"x": 1, "y": 4}, {"x": 2, "y": 3}, {"x": 2, "y": 4}]


def test_an_axis_is_called_by_the_word_of_its_setting() -> None:
    program = Program(stages=(stage("a", warm_up=(0, 2)), stage("b", "a", warm_up=(4,))))

    assert [{"warm-up": 0}, {"warm-up": 2}] == labels(program, "a")
    assert [{"a.warm-up": 0, "b.warm-up": 4}, {"a.warm-up": 2, "b.warm-up": 4}] == labels(program, "b")


def test_a_sweep_travels_until_it_is_gathered() -> None:
    program = Program(stages=(stage("a", x=(1, 2)), stage("b", "a"), stage("c", "b", kind="sheet")))

    assert labels(program, "b") == [{"x": 1}, {"x": 2}]
    assert labels(program, "c") == [{}]


def test_inputs_that_carry_one_axis_are_joined_and_others_multiply() -> None:
    program = Program(
        stages=(stage("a", x=(1, 2)), stage("b", "a"), stage("other", z=(5, 6)), stage("c", "a", "b", "other"))
    )

    assert labels(program, "c") == [{"x": 1, "z": 5}, {"x": 1, "z": 6}, {"x": 2, "z": 5}, {"x": 2, "z": 6}]


def test_axes_of_two_stages_with_one_setting_are_told_apart() -> None:
    program = Program(stages=(stage("a", seed=(1, 2)), stage("b", "a", seed=(3,))))

    assert labels(program, "b") == [{"a.seed": 1, "b.seed": 3}, {"a.seed": 2, "b.seed": 3}]


def test_settings_of_one_family_are_one_axis_wherever_they_stand() -> None:
    family = Family(use="x", takes="waist", values=(8, 16))
    a, b = (
        stage(name).model_copy(update={"sweeps": tuple(Sweep(setting=s, values=v, family=family) for s, v in said)})
        for name, said in (("a", (("p", (8, 16)), ("q", (1, 2)))), ("b", (("p", (80, 160)),)))
    )
    program = Program(stages=(a, b, stage("c", "a", "b")))
    axes = axes_of(program, ordered(program), KINDS)

    met = [(point.labels(), point.own(a), point.own(b)) for point in points(axes["c"])]

    assert [({"waist": 8}, {"p": 8, "q": 1}, {"p": 80}), ({"waist": 16}, {"p": 16, "q": 2}, {"p": 160})] == met


def test_words_have_percent_beside_what_is_said_so_and_the_word_beside_what_the_artist_called_otherwise() -> None:
    sweeps = (
        Sweep(setting="mix", values=(0.25,), percent=True),
        Sweep(setting="size", values=(8,), called="waist"),
        Sweep(setting="slope", values=(0.5,), called="tilt", percent=True),
        Sweep(setting="plain", values=(3,)),
    )
    program = Program(stages=(Stage(name="a", kind="draw", sweeps=sweeps),))

    (point,) = points(axes_of(program, ordered(program), KINDS)["a"])

    assert {"mix": 0.25, "size": 8, "slope": 0.5, "plain": 3} == point.labels()
    assert {
        "mix": {"shown": "25%", "value": 0.25},
        "size": {"called": "waist", "value": 8},
        "slope": {"called": "tilt", "shown": "50%", "value": 0.5},
        "plain": 3,
    } == point.words()


def test_words_of_two_axes_with_one_setting_are_told_apart() -> None:
    a, b = (
        Stage(name=name, kind="draw", sources=given, sweeps=(Sweep(setting="x", values=(1,), called="waist"),))
        for name, given in (("a", ()), ("b", (Input(stage="a"),)))
    )
    program = Program(stages=(a, b))

    (point,) = points(axes_of(program, ordered(program), KINDS)["b"])

    assert ["a.waist", "b.waist"] == [value["called"] for value in point.words().values()]  # type: ignore[index,call-overload]


def test_a_sweep_of_a_thousand_million_is_refused_at_once() -> None:
    axis = Axis("a", "x", tuple(range(1000)))

    with pytest.raises(Fault, match="1,000,000,000"):
        points((axis, Axis("a", "y", axis.values), Axis("a", "z", axis.values)))


def test_stages_come_after_what_they_are_made_of_whatever_the_order_of_writing() -> None:
    program = Program(stages=(stage("c", "b"), stage("a"), stage("b", "a")))

    assert [s.name for s in ordered(program)] == ["a", "b", "c"]


def test_a_chain_of_ten_thousand_stages_is_ordered() -> None:
    names = [f"s{i}" for i in range(10_000)]
    chain = [stage(names[0]), *(stage(b, a) for a, b in pairwise(names))]

    assert [s.name for s in ordered(Program(stages=tuple(reversed(chain))))] == names


def test_only_what_a_wanted_stage_is_made_of_is_needed() -> None:
    stages = {s.name: s for s in (stage("a"), stage("b", "a"), stage("c"), stage("d", "b"))}

    assert needed(stages, ["b"]) == {"a", "b"}
