from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from intaglio.lang.ir import Input, Program, Stage, Sweep, Work
from intaglio.runtime.contract import Fault
from intaglio.runtime.plan.planner import State, plan
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.events import Done, Event, Failed, Finished, Progress, Remarked, Skipped
from intaglio.runtime.run.scheduler import Execution, Score, Status
from intaglio.runtime.store.store import Store
from intaglio.runtime.world.files import DiskFiles
from tests.runtime.toys import KINDS

ROOT = Path(__file__).parents[2]


class Table:
    """A folder with a store and a warm worker, where programs are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder / ".intaglio")
        self.crew = Crew.local(1, folder, light=1)

    def execution(self, *stages: Stage, only: tuple[str, ...] = (), seed: int = 0) -> Execution:
        program = Program(stages=stages, work=Work(seed=seed))
        lines = {stage.name: number for number, stage in enumerate(stages, 1)}
        score = Score(program, self.folder / "score.gen", lines)
        return Execution(score, KINDS, self.store, self.files(), self.crew, only)

    def files(self) -> DiskFiles:
        return DiskFiles(self.folder, self.store)

    def run(self, *stages: Stage, **how: Any) -> list[Event]:
        return list(self.execution(*stages, **how).events())

    def ran(self, *stages: Stage, **how: Any) -> list[str]:
        """The names of the stages that ran."""
        return [event.stage for event in self.run(*stages, **how) if isinstance(event, Finished)]

    def states(self, *stages: Stage) -> dict[str, tuple[State, str]]:
        last = self.store.last(self.folder / "score.gen")
        planned = plan(Program(stages=stages), KINDS, self.store, self.files(), last)
        return {stage.name: (stage.state, stage.reason) for stage in planned.stages}

    def number(self, *stages: Stage, name: str) -> str:
        execution = self.execution(*stages)
        list(execution.events())
        (cell,) = execution.planned[name].cells
        assert cell.artifact is not None
        return cell.artifact.result["number"].read_text()


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)  # where the worker finds the toys
    table = Table(tmp_path)
    yield table
    table.crew.close()


def count(name: str = "a", sweeps: tuple[Sweep, ...] = (), save: str | None = None, **settings: Any) -> Stage:
    return Stage(name=name, kind="count", settings=settings, sweeps=sweeps, save=save)


def halve(name: str, source: str) -> Stage:
    return Stage(name=name, kind="halve", sources=(Input(stage=source),))


def test_a_second_run_executes_nothing(table: Table) -> None:
    stages = (count(value=4), halve("b", "a"))

    assert table.ran(*stages) == ["a", "b"]
    assert table.ran(*stages) == []


def test_renaming_and_reordering_execute_nothing(table: Table) -> None:
    table.run(count("a", value=4), halve("b", "a"))

    assert table.ran(halve("y", "x"), count("x", value=4)) == []


def test_renaming_makes_anew_what_shows_the_name_and_says_so(table: Table) -> None:
    def scored(name: str) -> tuple[Stage, ...]:
        return count(name), halve("h", name), Stage(name="s", kind="sign", sources=(Input(stage=name),))

    table.run(*scored("a"))

    assert table.states(*scored("b"))["s"] == (State.STALE, "shown: a -> b")
    assert table.ran(*scored("b")) == ["s"]
    assert table.number(*scored("b"), name="s") == "b 1"


def test_an_unkeyed_setting_executes_nothing(table: Table) -> None:
    table.run(count(value=4))

    assert table.ran(count(value=4, watch=3)) == []


def test_a_setting_runs_its_stage_and_what_follows_and_an_undo_runs_nothing(table: Table) -> None:
    table.run(count(value=4), halve("b", "a"))

    assert table.ran(count(value=8), halve("b", "a")) == ["a", "b"]
    assert table.ran(count(value=4), halve("b", "a")) == []


def test_a_stage_that_comes_out_the_same_stops_the_wave(table: Table) -> None:
    table.run(count(value=4), halve("b", "a"), halve("c", "b"))

    assert table.ran(count(value=5), halve("b", "a"), halve("c", "b")) == ["a", "b"]


def test_only_the_stages_asked_for_and_what_they_need_are_run(table: Table) -> None:
    stages = (count("a"), halve("b", "a"), count("other", value=7))

    assert table.ran(*stages, only=("b",)) == ["a", "b"]


def test_a_sweep_that_gains_a_value_makes_that_value(table: Table) -> None:
    def swept(*values: int) -> tuple[Stage, ...]:
        gather = Stage(name="g", kind="gather", sources=(Input(stage="a"),))
        return count(sweeps=(Sweep(setting="value", values=values),)), gather

    table.run(*swept(1, 2))
    events = table.run(*swept(1, 2, 3))

    assert [(e.stage, e.made) for e in events if isinstance(e, Finished)] == [("a", 1), ("g", 3)]
    assert table.number(*swept(1, 2, 3), name="g") == "{'value': 1} 1\n{'value': 2} 2\n{'value': 3} 3"


def test_cells_made_together_are_the_cells_made_alone(table: Table) -> None:
    pair = Stage(
        name="p", kind="pair", sources=(Input(stage="a"),), sweeps=(Sweep(setting="value", values=(5, 6)),), seed=9
    )
    alone = pair.model_copy(update={"sweeps": (), "settings": {"value": 6}})
    table.run(count(value=4), pair)

    assert table.ran(count(value=4), alone) == []
    assert table.number(count(value=4), alone, name="p") == "469"


def test_the_works_seed_is_the_seed_of_stages_that_draw_and_have_none(table: Table) -> None:
    pair = Stage(name="p", kind="pair", sources=(Input(stage="a"),))
    table.run(count(), pair)

    assert table.ran(count(), pair, seed=5) == ["p"]


def test_a_failed_stage_blocks_what_follows_and_leaves_its_siblings(table: Table) -> None:
    events = table.run(count("a", mood="failing"), halve("b", "a"), count("c"))

    failed = [(e.stage, e.line, e.message, e.hint) for e in events if isinstance(e, Failed)]
    assert failed == [("a", 1, "It does not want to.", "mood calm")]
    assert [(e.stage, e.reason) for e in events if isinstance(e, Skipped)] == [("b", "waits for a")]
    assert [e.stage for e in events if isinstance(e, Finished)] == ["c"]


@pytest.mark.parametrize(("mood", "told"), [("dying", "memory ran out"), ("starving", "not enough memory")])
def test_a_worker_without_memory_is_told_as_such_and_the_next_stage_runs(table: Table, mood: str, told: str) -> None:
    events = table.run(count("a", mood=mood), count("b"))

    assert any(isinstance(e, Failed) and told in e.message and "batch" in (e.hint or "") for e in events)
    assert [e.stage for e in events if isinstance(e, Finished)] == ["b"]


def test_a_worker_that_leaves_because_its_card_failed_is_sent_no_other_job(table: Table) -> None:
    events = table.run(count("a", mood="burning"), count("b"))

    assert [(e.stage, "graphics card failed" in e.message) for e in events if isinstance(e, Failed)] == [("a", True)]
    assert [e.stage for e in events if isinstance(e, Finished)] == ["b"]


def test_a_disk_that_fills_under_a_library_is_told_as_such(table: Table) -> None:
    events = table.run(count("a", mood="filling"), count("b"))

    assert [(e.stage, "disk is full" in e.message) for e in events if isinstance(e, Failed)] == [("a", True)]
    assert [e.stage for e in events if isinstance(e, Finished)] == ["b"]


def test_a_mistake_of_ours_is_loud(table: Table) -> None:
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        table.run(count(mood="broken"))


def test_a_stage_may_remark_and_a_library_may_print(table: Table) -> None:
    events = table.run(count(mood="chatty"))

    assert [(e.stage, e.code, e.message) for e in events if isinstance(e, Remarked)] == [
        ("a", "G404", "I have something to say.")
    ]


@pytest.mark.parametrize("mood", ["slow", "deaf"])
def test_a_cancel_stops_a_stage_and_the_next_run_begins_cleanly(table: Table, mood: str) -> None:
    execution = table.execution(count(mood=mood), halve("b", "a"))
    asked: list[float] = []

    def cancel() -> None:
        asked.append(time.monotonic())
        execution.cancel()

    for event in execution.events():
        if event.event == "progress" and not asked:
            cancel()

    assert time.monotonic() - asked[0] < 2
    assert execution.status == {"a": Status.CANCELLED, "b": Status.CANCELLED}
    assert table.ran(count(value=3)) == ["a"]


def test_progress_over_cells_of_one_course_has_its_longest_as_total_and_never_goes_back(table: Table) -> None:
    march = Stage(name="m", kind="march", sweeps=(Sweep(setting="length", values=(5, 1, 2)),))

    told = [(event.done, event.total) for event in table.run(march) if isinstance(event, Progress)]

    assert told == [(1, 5), (2, 5), (5, 5)]


def test_a_sweep_of_lengths_is_counted_as_the_one_course_that_it_is(table: Table) -> None:
    def swept(*lengths: int) -> Stage:
        return Stage(name="g", kind="grow", sweeps=(Sweep(setting="steps", values=lengths),))

    events = table.run(swept(5, 10, 20))
    told = [(e.done, e.total) for e in events if isinstance(e, Progress)]

    assert [(20, 0)] == counted(events)
    assert {20} == {total for _, total in told}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert 20 == told[-1][0]
    assert [(10, 20)] == counted(table.run(swept(5, 10, 20, 30)))


def test_progress_never_goes_back_where_a_kind_is_unsure_how_much_there_is(table: Table) -> None:
    march = Stage(name="m", kind="march", settings={"length": 6, "unsure": True})

    told = [(event.done, event.total) for event in table.run(march) if isinstance(event, Progress)]

    assert told == [(3, 3), (3, 3), (3, 3)]


def dots(**settings: Any) -> Stage:
    return Stage(name="d", kind="dots", settings=settings)


def counted(events: list[Event]) -> list[tuple[int, int]]:
    return [(event.made, event.reused) for event in events if isinstance(event, Finished)]


def test_pictures_that_are_kept_are_counted_as_such_and_planned_for(table: Table) -> None:
    assert counted(table.run(dots(count=4))) == [(4, 0)]
    assert table.states(dots(count=9))["d"] == (State.PARTIAL, "count: 4 -> 9; 4 of 9 images are kept")
    assert counted(table.run(dots(count=9))) == [(5, 4)]
    assert counted(table.run(dots(count=2))) == [(0, 2)]
    assert table.states(dots(count=2, shade=8))["d"] == (State.STALE, "shade: 0 -> 8")


def test_the_pictures_of_cells_that_are_fresh_count_as_kept(table: Table) -> None:
    def swept(*shades: int) -> Stage:
        return dots(count=3).model_copy(update={"sweeps": (Sweep(setting="shade", values=shades),)})

    table.run(swept(1, 2))

    assert counted(table.run(swept(1, 2, 3))) == [(3, 6)]


def test_a_stage_that_fails_tells_what_was_kept(table: Table) -> None:
    events = table.run(dots(count=6, poison=4))

    assert [event.kept for event in events if isinstance(event, Failed)] == ["4 of 6 images are kept."]
    assert counted(table.run(dots(count=6))) == [(2, 4)]


def test_a_file_that_changes_is_seen_and_a_touch_is_not(table: Table) -> None:
    file = table.folder / "words.txt"
    file.write_text("four")
    stage = count(value=1, file="words.txt")
    assert table.number(stage, name="a") == "5"

    file.touch()
    assert table.ran(stage) == []

    file.write_text("three")
    assert table.ran(stage) == ["a"]
    assert table.number(stage, name="a") == "6"


def test_the_plan_says_what_will_happen_and_why(table: Table) -> None:
    stages = (count(value=4), halve("b", "a"))
    assert [state for state, _ in table.states(*stages).values()] == [State.NEW, State.WAITS]

    table.run(*stages)
    assert [state for state, _ in table.states(*stages).values()] == [State.FRESH, State.FRESH]

    changed = table.states(count(value=5), halve("b", "a"))
    assert changed == {"a": (State.STALE, "value: 4 -> 5"), "b": (State.WAITS, "waits for a")}


def test_what_is_to_be_seen_anew_of_a_result_is_told_with_what_it_was(table: Table) -> None:
    def grown(motto: int) -> Stage:
        return Stage(name="g", kind="grow", settings={"motto": motto})

    table.run(grown(1))

    assert (State.FRESH, "nothing that it depends on has changed") == table.states(grown(1))["g"]
    told = "motto: 1 -> 7; what is to be seen of it is yet to be made"
    assert (State.PARTIAL, told) == table.states(grown(7))["g"]


def test_what_arrives_later_is_refused_before_anything_starts_with_the_command_for_the_rest(table: Table) -> None:
    words, other = count("c").model_copy(update={"later": ("mood odd",)}), count("d", value=2)
    score = (count("a"), halve("a-half", "a"), Stage(name="b", kind="dream"), words, halve("c-half", "c"), other)

    with pytest.raises(Fault) as caught:
        table.execution(*score)

    assert "Nothing was begun." in caught.value.message
    assert "`dream`, of `b`" in caught.value.message
    assert "`mood odd`, of `c`" in caught.value.message
    assert caught.value.hint == f"gen run {table.folder / 'score.gen'} a-half d"
    assert sorted(table.ran(*score, only=("a-half", "d"))) == ["a", "a-half", "d"]


def test_what_only_needs_what_arrives_later_is_offered_no_command(table: Table) -> None:
    with pytest.raises(Fault) as caught:
        table.execution(Stage(name="b", kind="dream"), halve("c", "b"), count("d"), only=("c",))

    assert caught.value.hint is None


def test_a_plan_tells_what_arrives_later_and_what_waits_for_it(table: Table) -> None:
    states = table.states(Stage(name="b", kind="dream"), halve("c", "b"), count("d"))

    assert states["b"] == (State.LATER, "`dream` arrives later")
    assert [states["c"][0], states["d"][0]] == [State.WAITS, State.NEW]


def test_the_last_event_counts(table: Table) -> None:
    table.run(count("a"))
    *_, done = table.run(count("a"), count("b", mood="failing"), halve("c", "b"), count("d", value=2))

    assert isinstance(done, Done)
    assert (done.made, done.fresh, done.failed, done.waiting) == (1, 1, 1, 1)


def test_a_file_that_changes_after_it_was_planned_is_planned_again(table: Table) -> None:
    file = table.folder / "words.txt"
    file.write_text("four")
    execution = table.execution(count(value=1, file="words.txt"))
    for event in execution.events():
        if event.event == "started":
            file.write_text("seven")

    (cell,) = execution.planned["a"].cells
    assert cell.artifact is not None
    assert cell.artifact.result["number"].read_text() == "6"
    assert table.ran(count(value=1, file="words.txt")) == []


def damage(execution: Execution) -> None:
    """Have the content that `a` was made to be another."""
    (cell,) = execution.planned["a"].cells
    assert cell.artifact is not None
    blob = cell.artifact.result["number"]
    blob.chmod(0o644)
    blob.write_text("9")


def test_a_damaged_result_is_made_again_when_something_needs_it(table: Table) -> None:
    stages = (count(value=4), halve("b", "a"))
    execution = table.execution(*stages)
    list(execution.events())
    damage(execution)

    assert table.ran(*stages, halve("c", "b")) == ["c"]
    assert table.ran(*stages, halve("c", "a")) == []
    table.store = Store(table.store.root)
    pair = Stage(name="d", kind="pair", sources=(Input(stage="a"),))
    assert table.ran(*stages, pair) == ["a", "d"]
    assert table.number(*stages, pair, name="d") == "410"


def test_all_that_is_made_of_a_damaged_result_waits_until_it_is_made_again_once(table: Table) -> None:
    execution = table.execution(count(value=4))
    list(execution.events())
    damage(execution)
    table.store = Store(table.store.root)

    pairs = [Stage(name=name, kind="pair", sources=(Input(stage="a"),) * times) for times, name in enumerate("bcd", 1)]
    again = table.execution(count(value=4), *pairs)
    made = [event.stage for event in again.events() if isinstance(event, Finished)]

    assert ["a", "b", "c", "d"] == sorted(made)
    assert {Status.MADE} == {*again.status.values()}


def test_a_damaged_result_that_cannot_be_set_aside_is_made_again_all_the_same(table: Table) -> None:
    execution = table.execution(count(value=4))
    list(execution.events())
    damage(execution)
    (table.store.root / "quarantine").write_text("in the way")
    table.store = Store(table.store.root)

    assert table.ran(count(value=4), halve("b", "a")) == ["a", "b"]
    assert table.number(count(value=4), halve("b", "a"), name="b") == "2"
