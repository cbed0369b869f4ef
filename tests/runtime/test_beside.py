"""What settings name besides `from` and `with` (`mask from shapes`) is an input like those, but for its place."""

from __future__ import annotations

from typing import Any

from intaglio.face.session import ends
from intaglio.lang.ir import Input, Program, Stage, Sweep
from intaglio.runtime.plan.order import needed
from intaglio.runtime.plan.planner import State, plan
from intaglio.runtime.run.events import Finished
from intaglio.runtime.world.files import DiskFiles
from tests.runtime.studio import Studio, count
from tests.runtime.toys import KINDS


def named(*stages: str) -> dict[str, Any]:
    return {"from_": tuple({"stage": stage, "part": None} for stage in stages)}


def weigh(name: str, source: str, kind: str = "weigh", **settings: Any) -> Stage:
    return Stage(name=name, kind=kind, sources=(Input(stage=source),), settings=settings)


def ran(studio: Studio, *stages: Stage) -> list[str]:
    """The stages that ran, in their order."""
    events = studio.execution(*stages, live=False).events()
    return [event.stage for event in events if isinstance(event, Finished)]


def told(studio: Studio, *stages: Stage) -> list[str]:
    """What the last stage wrote, cell by cell."""
    execution = studio.execution(*stages, live=False)
    list(execution.events())
    made = [cell.artifact for cell in execution.planned[stages[-1].name].cells]
    return [artifact.result["number"].read_text() for artifact in made if artifact is not None]


def state(studio: Studio, *stages: Stage) -> tuple[State, str]:
    """What a plan says of the last stage."""
    files = DiskFiles(studio.folder, studio.store)
    last = studio.store.last(studio.folder / "score.gen")
    planned = {each.name: each for each in plan(Program(stages=stages), KINDS, studio.store, files, last).stages}
    return planned[stages[-1].name].state, planned[stages[-1].name].reason


def test_a_run_is_given_what_its_settings_name_by_the_settings(studio: Studio) -> None:
    stages = (count("a", 1), count("b", 2), count("c", 3))
    last = weigh("w", "a", ballast=named("b", "c"), against=named("a"))

    assert ["[1] {'against': [1], 'ballast': [2, 3]}"] == told(studio, *stages, last)


def test_what_a_setting_names_is_made_first_wherever_it_stands(studio: Studio) -> None:
    *first, last = ran(studio, weigh("w", "a", ballast=named("b")), count("b", 2), count("a", 1))

    assert ({"a", "b"}, "w") == (set(first), last)


def test_a_stage_waits_for_what_its_setting_names(studio: Studio) -> None:
    stages = (count("a", 1), count("b", 2), weigh("w", "a", ballast=named("b")))
    ran(studio, count("a", 1))

    assert (State.WAITS, "waits for b") == state(studio, *stages)


def test_other_content_of_what_a_setting_names_is_made_anew_and_told_by_its_name(studio: Studio) -> None:
    ran(studio, count("a", 1), count("b", 2), weigh("w", "a", ballast=named("b")))
    stages = (count("a", 1), count("b", 3), weigh("w", "a", ballast=named("b")))
    ran(studio, *stages[:2])

    assert (State.STALE, "input from b came out different") == state(studio, *stages)


def test_a_setting_that_begins_to_name_a_stage_is_told_as_it_is_said(studio: Studio) -> None:
    ran(studio, count("a", 1), count("b", 2), weigh("w", "a"))
    stages = (count("a", 1), count("b", 2), weigh("w", "a", ballast=named("b")))

    assert (State.STALE, "ballast: left out -> from b; input from b is new") == state(studio, *stages)


def test_the_names_of_stages_and_the_order_of_settings_are_in_no_key(studio: Studio) -> None:
    ran(studio, count("a", 1), count("b", 2), count("c", 3), weigh("w", "a", ballast=named("b"), against=named("c")))
    renamed = weigh("other", "first", against=named("third"), ballast=named("second"))

    assert [] == ran(studio, count("third", 3), count("second", 2), count("first", 1), renamed)


def test_which_setting_names_what_is_in_the_key(studio: Studio) -> None:
    counts = (count("a", 1), count("b", 2), count("c", 3))
    ran(studio, *counts, weigh("w", "a", ballast=named("b"), against=named("c")))

    assert ["w"] == ran(studio, *counts, weigh("w", "a", ballast=named("c"), against=named("b")))
    assert ["w"] == ran(studio, *counts, weigh("w", "a", ballast=named("b", "c")))
    assert ["w"] == ran(studio, *counts, weigh("w", "a", against=named("b", "c")))


def test_a_sweep_travels_by_way_of_a_setting_and_all_of_it_to_what_gathers(studio: Studio) -> None:
    swept = Stage(name="b", kind="count", sweeps=(Sweep(setting="value", values=(2, 3)),))
    each = weigh("w", "a", ballast=named("b"))
    whole = weigh("w", "a", "weigh-all", ballast=named("b"))

    assert ["[1] {'ballast': [2]}", "[1] {'ballast': [3]}"] == told(studio, count("a", 1), swept, each)
    assert ["[1] {'ballast': [2, 3]}"] == told(studio, count("a", 1), swept, whole)


def test_what_a_setting_names_is_needed_and_is_no_end(studio: Studio) -> None:
    stages = (count("a", 1), count("b", 2), weigh("w", "a", ballast=named("b")))

    assert {"a", "b", "w"} == needed({stage.name: stage for stage in stages}, ["w"])
    assert {"w"} == ends(Program(stages=stages))
