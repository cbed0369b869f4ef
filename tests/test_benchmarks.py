"""The benchmarks measure what they say: their graphs run, their stages are counted, their tables can be read."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from benchmarks import edits
from benchmarks.clock import Figure, Subject, Unable, command, in_turn
from benchmarks.projects import GEN, OURS, QUIET, Graph, change_one, ours
from benchmarks.table import Grid, Table, markdown


@pytest.mark.parametrize("chained", [True, False])
def test_our_own_graph_runs_and_is_then_up_to_date_for_the_real_command(tmp_path: Path, chained: bool) -> None:
    graph = Graph(3, chained)
    project = ours(graph, tmp_path / "ours")
    time.sleep(0.1)  # old enough for their times to be trusted
    project.first()
    idle = command([*GEN, "run", "score.gen"], project.folder, QUIET)
    change_one(graph, project.folder, 1)

    assert 3 == len(list((project.folder / ".intaglio" / "records").glob("*/*.json")))
    assert idle.cpu < project.again().cpu
    assert 4 == len(list((project.folder / ".intaglio" / "records").glob("*/*.json")))
    assert project.run[: len(OURS)] == OURS


def test_what_a_command_starts_is_counted_with_it(tmp_path: Path) -> None:
    burn = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(20_000_000))'], check=True)"

    assert command([GEN[0], "-c", burn], tmp_path).cpu > command([GEN[0], "-c", "pass"], tmp_path).cpu + 0.1


def test_a_command_that_fails_tells_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(Unable, match="no such luck"):
        command([GEN[0], "-c", "import sys; sys.exit('no such luck')"], tmp_path)


def test_subjects_are_measured_in_turn_and_the_unable_left_out() -> None:
    asked: list[str] = []

    def fails() -> Figure:
        raise Unable("it cannot")

    def works() -> Figure:
        asked.append("works")
        return Figure(len(asked), 1.0)

    found = in_turn([Subject("works", works), Subject("fails", fails)], 3)

    assert Figure(2, 1.0) == found["works"]
    assert isinstance(found["fails"], Unable)
    assert 3 == len(asked)


def test_a_table_compares_with_its_first_row_and_tells_whether_its_bound_was_kept() -> None:
    rows = {"ours": Figure(0.02, 0.04), "theirs": Figure(0.5, 2.0), "another": Unable("RecursionError | deep")}

    told = markdown([Table("Nothing to do", rows, bound=0.03)])

    assert "| ours | 20 ms | 40 ms | 1 | 1 |" in told
    assert "| theirs | 500 ms | 2 s | 25 | 50 |" in told
    assert "| another | RecursionError / deep | | | |" in told
    assert told.endswith("Bound: 30 ms of the processor, kept.\n")


EXPECTED = (
    "nothing",
    "A",
    "nothing",
    "A",
    "AB",
    "nothing",
    "nothing",
    "nothing, and it says so; the file is kept",
    "AB",
    "nothing",
    "B; nothing half is seen",
    "right",
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "told"), list(zip(edits.EDITS, EXPECTED, strict=True)), ids=lambda each: str(each)[:40]
)
def test_what_runs_after_each_of_the_twelve_edits_is_what_it_reaches(
    edit: edits.Edit, told: str, tmp_path: Path
) -> None:
    (grid,) = edits.measured(tmp_path, {}, [edit])

    assert ((edit.named, told),) == grid.rows


def test_a_table_of_words_is_a_table() -> None:
    grid = Grid("Edits", ("edit", "Intaglio"), (("a note", "nothing"),), "Some words.")

    assert "### Edits\n\nSome words.\n\n| edit | Intaglio |\n| --- | --- |\n| a note | nothing |\n" == markdown([grid])
