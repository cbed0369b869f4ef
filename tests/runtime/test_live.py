"""An execution while an artist edits: what is still wanted goes on, what is cheap comes first, what is dear is held."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from intaglio.lang.ir import Sweep
from intaglio.runtime.run.events import Awaited, Done, Event, Finished, Held, Progress, Revised, Started
from intaglio.runtime.run.scheduler import Execution, Status
from intaglio.runtime.store.store import Store
from tests.runtime.studio import Studio, costly, count, grow, look


def followed(execution: Execution, then: Callable[[Event], None]) -> list[Event]:
    """All events; `then` sees each as it comes."""
    told = []
    for event in execution.events():
        told.append(event)
        then(event)
    return told


def once(wanted: Callable[[Event], bool], act: Callable[[], None]) -> Callable[[Event], None]:
    """Act at the first event of a sort."""
    done: list[bool] = []

    def then(event: Event) -> None:
        if not done and wanted(event):
            done.append(True)
            act()

    return then


def far(stage: str, steps: int = 1) -> Callable[[Event], bool]:
    return lambda event: isinstance(event, Progress) and event.stage == stage and event.done >= steps


def finished(events: list[Event]) -> list[tuple[str, int, int]]:
    return [(e.stage, e.made, e.reused) for e in events if isinstance(e, Finished)]


def test_a_longer_course_goes_on_where_a_shorter_one_ended(studio: Studio) -> None:
    list(studio.execution(grow(steps=4)).events())

    assert finished(list(studio.execution(grow(steps=6)).events())) == [("g", 2, 4)]
    assert finished(list(studio.execution(grow(steps=4)).events())) == []


def test_light_work_runs_beside_a_course(studio: Studio) -> None:
    events = list(studio.execution(grow(steps=150, pause=0.02), count("a"), count("b", 2)).events())

    assert [stage for stage, _, _ in finished(events)][-1] == "g"
    assert [e.stage for e in events if isinstance(e, Started)] == ["a", "b", "g"]


def test_what_an_edit_does_not_reach_goes_on_under_its_new_name(studio: Studio) -> None:
    execution = studio.execution(grow("g", 150, 0.02))
    edited = studio.revision(grow("renamed", 150, 0.02), count("new"))

    events = followed(execution, once(far("g", 5), lambda: execution.revise(edited)))

    assert sorted(finished(events)) == [("new", 1, 0), ("renamed", 150, 0)]
    assert [e for e in events if isinstance(e, Revised)] == [Revised()]
    assert [e.stage for e in events if isinstance(e, Started)] == ["g", "new"]


def test_what_nobody_asks_for_any_more_is_stopped_and_keeps_what_it_reached(studio: Studio) -> None:
    execution = studio.execution(grow("g", 2000, 0.01))
    edited = studio.revision(count("new"))

    events = followed(execution, once(far("g", 5), lambda: execution.revise(edited)))
    (again,) = finished(list(studio.execution(grow("g", 30)).events()))

    assert finished(events) == [("new", 1, 0)]
    assert again[1] < 30
    assert again[1] + again[2] == 30


def test_an_edited_course_takes_over_from_the_one_that_runs(studio: Studio) -> None:
    execution = studio.execution(grow("g", 2000, 0.01))
    edited = studio.revision(grow("g", 20, 0.01, rate=2))

    events = followed(execution, once(far("g", 5), lambda: execution.revise(edited)))

    assert finished(events) == [("g", 20, 0)]


def test_what_is_to_be_seen_of_a_course_that_runs_is_drawn_when_it_has_ended(studio: Studio) -> None:
    execution = studio.execution(grow("g", 150, 0.01))
    stage = grow("g", 150, 0.01)
    edited = studio.revision(stage.model_copy(update={"settings": {**stage.settings, "motto": 7}}))

    events = followed(execution, once(far("g", 5), lambda: execution.revise(edited)))
    (artifact,) = (cell.artifact for cell in execution.planned["g"].cells)

    assert artifact is not None
    assert "7" == artifact.seen["motto"].read_text()
    assert [("g", 1, 0)] == finished(events)


def test_what_is_cheap_interrupts_a_course_which_then_goes_on(studio: Studio) -> None:
    list(studio.execution(grow("small", 2)).events())
    execution = studio.execution(grow("small", 2), grow("g", 60, 0.02, rate=3))
    edited = studio.revision(grow("small", 2), grow("g", 60, 0.02, rate=3), look("seen", "small"))

    events = followed(execution, once(far("g", 5), lambda: execution.revise(edited)))

    names = [stage for stage, _, _ in finished(events)]
    assert names == ["seen", "g"]
    ((_, made, reused),) = [each for each in finished(events) if each[0] == "g"]
    assert made + reused == 60
    assert reused >= 5


def test_a_run_that_nobody_edits_is_not_interrupted(studio: Studio) -> None:
    events = list(studio.execution(grow("g", 20, 0.02), grow("small", 2), look("seen", "small"), live=False).events())

    assert sorted(finished(events)) == [("g", 20, 0), ("seen", 1, 0), ("small", 2, 0)]


def test_a_dear_course_is_held_until_it_is_released(studio: Studio) -> None:
    costly(studio, grow(rate=1), 3600.0)
    execution = studio.execution(grow(rate=2), count("a"))

    events = followed(execution, once(lambda e: isinstance(e, Held), execution.release))

    assert [(e.stage, e.seconds, e.spent) for e in events if isinstance(e, Held)] == [("g", 3600.0, 3600.0)]
    assert sorted(finished(events)) == [("a", 1, 0), ("g", 4, 0)]


def test_a_held_course_keeps_nothing_else_waiting(studio: Studio) -> None:
    costly(studio, grow(rate=1), 3600.0)
    execution = studio.execution(grow(rate=2), look("seen", "g"), count("a"))

    *events, done = execution.events()

    assert finished(events) == [("a", 1, 0)]
    assert execution.status == {"g": Status.HELD, "seen": Status.WAITING, "a": Status.MADE}
    assert isinstance(done, Done)
    assert done.waiting == 2


def test_a_little_more_of_a_long_course_is_not_held(studio: Studio) -> None:
    costly(studio, grow(steps=40), 120.0)

    assert finished(list(studio.execution(grow(steps=44)).events())) == [("g", 4, 40)]


def test_a_run_that_nobody_edits_holds_nothing(studio: Studio) -> None:
    costly(studio, grow(rate=1), 3600.0)

    assert finished(list(studio.execution(grow(rate=2), live=False).events())) == [("g", 4, 0)]


def test_an_undo_while_what_was_edited_away_is_still_stopping_makes_it_after_all(studio: Studio) -> None:
    execution = studio.execution(count("a", mood="slow"), count("b", 7))
    away, back = studio.revision(count("b", 7)), studio.revision(count("a", mood="slow"), count("b", 7))
    edit = once(far("a", 5), lambda: execution.revise(away))
    undo = once(lambda event: isinstance(event, Revised), lambda: execution.revise(back))
    began: list[str] = []

    for event in execution.events():
        edit(event)
        undo(event)
        began += [event.stage] if isinstance(event, Started) else []
        if began.count("a") == 2:
            execution.cancel()

    assert began.count("a") == 2


def test_an_edit_elsewhere_does_not_cut_off_a_sweep_of_which_some_is_made(studio: Studio) -> None:
    swept = count("a", mood="slow").model_copy(update={"sweeps": (Sweep(setting="value", values=(1, 2)),)})
    quick = swept.model_copy(update={"settings": {"mood": "calm"}})
    execution = studio.execution(quick, grow("g", 200, 0.02))
    edited = studio.revision(quick, grow("g", 200, 0.02), count("new", 9))

    events = followed(execution, once(far("g", 5), lambda: execution.revise(edited)))

    assert [e.stage for e in events if isinstance(e, Started)].count("a") == 1
    assert sorted(stage for stage, _, _ in finished(events)) == ["a", "g", "new"]


def test_what_a_held_stage_was_before_says_nothing_of_it(studio: Studio) -> None:
    costly(studio, grow(rate=1), 3600.0)
    execution = studio.execution(grow("g", 150, 0.02, rate=2))
    edited = studio.revision(grow("g", 150, 0.02, rate=3))
    execution.release()

    def edit() -> None:
        execution._released = False
        execution.revise(edited)

    events = followed(execution, once(far("g", 5), edit))
    after = events[events.index(Revised()) :]

    assert [e for e in after if isinstance(e, Progress)] == []
    assert execution.status == {"g": Status.HELD}


def test_what_another_gen_makes_is_waited_for_and_that_is_told(studio: Studio) -> None:
    stage = grow(steps=2)
    key = studio.revision(stage).plan.stages[0].key
    assert key is not None
    told = []
    other = ExitStack()
    other.enter_context(Store(studio.store.root).locked(key))
    for event in studio.execution(stage, live=False).events():
        told.append(event)
        if isinstance(event, Awaited):
            other.close()

    assert [Awaited("g")] == [event for event in told if isinstance(event, Awaited)]
    assert any(isinstance(event, Finished) and event.made for event in told)
