from __future__ import annotations

import io
import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intaglio.face.display.board import Board
from intaglio.face.display.lines import BEATS, CURVE, columns, line, spark
from intaglio.face.display.pace import Pace
from intaglio.face.display.plain import Lines, Objects
from intaglio.face.display.summary import outcome
from intaglio.face.text import cells
from intaglio.runtime.run.events import (
    Awaited,
    Done,
    Event,
    Failed,
    Finished,
    Held,
    Progress,
    Remarked,
    Skipped,
    Started,
)
from intaglio.runtime.run.scheduler import Status

EVIL = "\x1b]8;;http://x\x07[/bold][red]\x1b[2J"
STORY: tuple[Event, ...] = (
    Skipped("table", "fresh", "k"),
    Started("dreamer", "train"),
    *(Progress("dreamer", i * 10, 1000, "steps", i * 1.0, {"loss": 1 / i}) for i in range(1, 21)),
    Finished("dreamer", 1000, 0, "steps", 100.0, "k"),
    Failed("attempts", 3, f"It cannot be {EVIL}.", "truncation 1", "ten pictures are kept"),
    Skipped("plate", "waits for attempts"),
    Remarked("table", "G404", f"3 files {EVIL}"),
    Done(1, 1, 1, 1, 120.0),
)
VERBS = {"table": "dataset", "dreamer": "train", "attempts": "sample", "plate": "print", "界-night": "film"}


def board(events: int = len(STORY)) -> Board:
    told = Board.of(VERBS)
    for event in STORY[:events]:
        told.apply(event)
    return told


def drawn(told: Board, width: int) -> list[str]:
    rows = told.lines
    widths = columns(rows, width)
    return ["".join(text for text, _ in line(row, widths)) for row in rows]


@given(st.integers(24, 250), st.integers(0, len(STORY)))
def test_no_stage_s_line_is_wider_than_the_terminal(width: int, events: int) -> None:
    assert [text for text in drawn(board(events), width) if cells(text) >= width] == []


def test_a_running_stage_shows_how_far_and_how_long_even_where_it_is_narrow() -> None:
    (text,) = [text for text in drawn(board(21), 60) if text[0] in BEATS]

    assert "19%" in text
    assert "left" in text
    assert "━" in text


def test_where_it_is_wide_a_running_stage_shows_its_loss_and_its_curve() -> None:
    (text,) = [text for text in drawn(board(21), 200) if text[0] in BEATS]

    assert "190 of 1,000 steps" in text
    assert "loss 0.0526" in text
    assert "10/s" in text
    assert "█" in text


def test_the_board_ends_as_the_events_say() -> None:
    told = board()

    states = [row.status for row in told.rows.values()]
    assert [Status.FRESH, Status.MADE, Status.FAILED, Status.BLOCKED, Status.WAITING] == states
    assert outcome(told) == "Made 1 stage in 2 min; 1 was fresh; 1 could not be made; 1 waits for what failed."


def test_what_is_held_waits_for_enter_and_for_nothing_that_failed() -> None:
    told = Board.of({"dreamer": "train", "attempts": "sample"})
    told.apply(Done(made=0, fresh=0, failed=0, waiting=2, seconds=1.0))

    assert "2 wait for Enter." == outcome(told)


@pytest.mark.parametrize(
    ("takes", "spent", "width", "said"),
    [
        (720.0, 2400.0, 160, "held, Enter begins it: it takes about 12 min, and the 40 min of its last version do not"),
        (720.0, 2400.0, 80, "Enter begins it: about 12 min, 40 min lost"),
        (None, 7500.0, 80, "Enter begins it: as long as before, 2 h 5 min lost"),
        (720.0, 0.0, 80, "held, Enter begins it: it takes about 12 min"),
        (720.0, 2400.0, 55, "Enter begins it: about 12 min"),
    ],
)
def test_what_is_held_tells_its_cost_whole_in_the_words_that_there_is_room_for(
    takes: float | None, spent: float, width: int, said: str
) -> None:
    told = Board.of({"dreamer": "train", "attempts": "sample"})
    told.apply(Held("dreamer", takes, spent))
    (text,) = [text for text in drawn(told, width) if "Enter" in text]

    assert said in text
    assert "…" not in text


def test_a_stage_that_runs_at_the_end_was_stopped() -> None:
    told = Board.of(VERBS)
    told.apply(STORY[1])
    told.apply(Done(0, 0, 0, 0, 1.0, cancelled=True))

    assert told.rows["dreamer"].status is Status.CANCELLED


def test_the_time_left_follows_from_the_speed() -> None:
    left = board(12).rows["dreamer"].left

    assert left is not None
    assert left == pytest.approx(90, rel=0.1)


def bursts(seconds: float) -> list[Progress]:
    """A training of ten steps a second that stops for three seconds at every fiftieth, for previews."""
    told, now = [], 0.0
    for step in range(1, 5000):
        now += 0.1
        told.append(Progress("dreamer", step, 5000, "steps", now, {}))
        if step % 50 == 0:
            now += 3.0
    return [event for event in told if event.seconds < seconds]


def test_the_time_left_is_steady_where_the_work_is_not() -> None:
    told = Board.of(VERBS)
    lefts = []
    for event in bursts(200):
        told.apply(event)
        lefts.append((event.seconds, event.total * 0.16 - event.seconds, told.rows["dreamer"].left))
    known = [(now, true, left) for now, true, left in lefts if left is not None and now > 20]

    assert [] == [now for now, true, left in known if abs(left - true) > 0.2 * true]
    jumps = [abs(after - before) / before for (_, _, before), (_, _, after) in pairwise(known)]
    assert max(jumps) < 0.25


def test_the_time_left_is_told_only_where_there_is_something_to_go_by() -> None:
    told = Board.of(VERBS)
    for event in bursts(1.5):
        told.apply(event)
    early = told.rows["dreamer"].left
    for event in bursts(30):
        told.apply(event)

    assert early is None
    assert told.rows["dreamer"].left is not None


def test_a_burst_long_ago_is_forgotten_by_the_seconds_and_not_by_how_often_they_are_told_of() -> None:
    def speed(tick: float) -> float | None:
        told = Pace()
        told.tell(0.0, 0)
        told.tell(1.0, 1000)
        for number in range(1, round(60 / tick) + 1):
            told.tell(1.0 + number * tick, 1000 + number * tick)
        return told.speed

    assert speed(0.1) == pytest.approx(speed(1.0), rel=0.1)


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=200))
def test_a_curve_is_short_whatever_the_numbers(values: list[float]) -> None:
    assert len(spark(values)) <= CURVE


@given(st.integers(1, 500))
def test_a_curve_grows_to_its_width_and_stays_there(count: int) -> None:
    falling = [1 / (i + 1) for i in range(count)]

    assert min(count, CURVE) == len(spark(falling))
    assert spark(falling) == "".join(sorted(spark(falling), reverse=True))


@given(st.integers(40, 220))
def test_nothing_jumps_while_the_numbers_change(width: int) -> None:
    told = Board.of(VERBS)
    told.apply(Started("dreamer", "train"))
    places = set()
    for i in range(1, 31):
        told.apply(Progress("dreamer", i**2, 1000, "steps", 7.0 * i**2, {"loss": 10 / i**3}))
        (text,) = [text for text in drawn(told, width) if text[0] in BEATS]
        places.add((text.index("%"), text.find(" of "), text.find("loss")))

    assert 1 == len(places)


def test_what_was_kept_of_an_earlier_run_makes_no_time_left_shorter() -> None:
    told = Board.of(VERBS)
    told.apply(Started("dreamer", "train"))
    for second in range(1, 11):
        told.apply(Progress("dreamer", 900 + second, 1000, "steps", float(second), {}))

    assert told.rows["dreamer"].left == pytest.approx(90, rel=0.01)


def test_what_is_kept_is_told_beside_what_was_made() -> None:
    told = Board.of(VERBS)
    told.apply(Started("attempts", "sample"))
    told.apply(Finished("attempts", 48, 16, "images", 3.2, "k"))

    assert [text for text in drawn(told, 100) if "48 images made, 16 kept · 3.2 s" in text]


def test_what_took_no_time_is_not_said_to_have_taken_none() -> None:
    told = Board.of({"plate": "print", "next": "print"})
    told.apply(Finished("plate", 1, 0, "sheets", 0.01, "k"))
    for done, at in ((1, 0.01), (2, 0.02)):
        told.apply(Progress("next", done, 3, "images", at, {}))

    assert "1 sheet made" in drawn(told, 200)[0]
    assert [] == [text for text in drawn(told, 200) if "0.0 s" in text]


def test_what_was_stopped_says_so_whole_where_it_is_narrow() -> None:
    told = Board.of({"photographs-of-the-table": "dataset", "dreamer": "train"})
    told.apply(Progress("dreamer", 860, 1000, "steps", 10.0, {}))
    told.apply(Done(0, 0, 0, 1, 10.0, cancelled=True))

    assert drawn(told, 60)[1].endswith("stopped at 86%; the next run goes on")


def test_a_stage_that_is_made_and_not_placed_is_not_called_failed() -> None:
    told = Board.of(VERBS)
    told.apply(Failed("plate", 3, "out/plate.png was edited.", unplaced=True))

    assert [text for text in drawn(told, 100) if "made, not placed: out/plate.png was edited." in text]


def test_plain_lines_come_at_both_ends_and_every_five_seconds_between() -> None:
    written: list[str] = []
    told = Lines(Board.of(VERBS), written.append)

    for event in STORY:
        told.show(event)

    progress = [text for text in written if "%" in text]
    assert written[0] == "table: fresh\n"
    assert written[1] == "dreamer: begins (train)\n"
    assert [text.split(":")[1].split("%")[0] for text in progress] == [" 5", " 10", " 15", " 20"]
    assert "dreamer: 1,000 steps made · 1 min 40 s\n" in written


def test_a_stage_that_another_gen_makes_says_that_it_waits_until_it_goes_on_itself() -> None:
    written: list[str] = []
    board = Board.of(VERBS)
    told = Lines(board, written.append)
    for event in (Started("dreamer", "train"), Awaited("dreamer")):
        told.show(event)
    waiting = drawn(board, 100)[1]
    told.show(Progress("dreamer", 1, 10, "steps", 1.0, {}))

    assert "dreamer: another gen is making it, and this one waits\n" == written[-1]
    assert "another gen is making it, and this one waits" in waiting
    assert "another gen" not in drawn(board, 100)[1]


def test_json_is_an_object_a_line_with_the_event_s_name() -> None:
    written: list[str] = []
    told = Objects(Board.of(VERBS), written.append)

    for event in STORY:
        told.show(event)

    objects = [json.loads(text) for text in written]
    assert [event.event for event in STORY] == [each["event"] for each in objects]
    assert all(text.count("\n") == 1 for text in written)
    assert {"made": 1000, "reused": 0, "seconds": 100.0, "key": "k"}.items() <= objects[22].items()


@pytest.mark.parametrize("over", [True, False])
def test_the_last_drawing_stays_only_where_the_run_is_over(over: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from intaglio.face.display.live import Drawn
    from intaglio.face.terminal import Terminal

    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")  # so that rich takes it for a terminal
    told = Board.of(VERBS)
    with Drawn(told, Terminal(width=100, live=True)) as shown:
        shown.show(STORY[1])
        if over:
            shown.show(STORY[-1])

    assert over == (not out.getvalue().endswith("\x1b[2K"))


def test_no_escape_and_no_markup_of_an_artist_reaches_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from pathlib import Path

    from intaglio.face.display.live import Drawn
    from intaglio.face.display.summary import text
    from intaglio.face.terminal import Terminal

    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("COLUMNS", "200")
    told = Board.of({**VERBS, "attempts": "sample"})
    with Drawn(told, Terminal(width=200, live=True)) as shown:
        for event in STORY:
            shown.show(event)
    summary = text(told, Path(f"{EVIL}.gen"), f"\n\n{EVIL}\n", {"dreamer"}, Terminal())

    assert "[/bold][red]" in out.getvalue()
    assert "\x1b]8" not in out.getvalue() + summary
    assert "\x1b[2J" not in out.getvalue() + summary
    assert "\x1b" not in summary
