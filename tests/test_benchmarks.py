"""The benchmarks measure what they say: their graphs run, their stages are counted, their tables can be read."""

from __future__ import annotations

import math
import time
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch

from benchmarks import __main__ as pages
from benchmarks import by_hand, edits, gans, learning
from benchmarks.clock import Figure, Subject, Unable, command, in_turn
from benchmarks.projects import GEN, OURS, QUIET, Graph, change_one, ours
from benchmarks.table import Grid, Table, markdown
from intaglio.stdlib import sorts


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


def test_every_sort_of_model_has_a_loop_by_hand_to_keep_pace_with() -> None:
    assert set(sorts.every()) == {name.removesuffix(learning.PAIRED) for name in by_hand.LOOPS}


@pytest.mark.parametrize("name", by_hand.LOOPS)
def test_a_loop_by_hand_learns_on(name: str) -> None:
    loop = by_hand.LOOPS[name](torch.rand(8, 3, 16, 16) * 2 - 1, 4, 8, 1e-3, 0.9)
    losses = [loss.item() for loss in islice(loop, 3)]

    assert 3 == len({*losses})
    assert all(map(math.isfinite, losses))


def test_every_sort_that_draws_from_chance_is_measured_drawing_but_a_vae_whose_network_is_an_autoencoders() -> None:
    drawing = {name for name, sort in sorts.every().items() if sort.drawer is not None}

    assert drawing - {"vae"} == {*learning.DRAWN}


def test_a_part_of_the_page_is_measured_anew_and_the_rest_stays() -> None:
    of_page = pages.parts_of(pages.PAGE.read_text("utf-8"))
    changed = {**of_page, "Many images": "- measured\n\n### Few\n"}

    assert [heading for heading in pages.HEADINGS.values() if heading in of_page] == list(of_page)
    assert pages.PAGE.read_text("utf-8") == pages.page(of_page)
    assert changed == pages.parts_of(pages.page(changed))


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


def _photographs(seed: int, count: int = 24) -> gans.Pixels:
    """Pictures of a kind: a bright spot on a dark ground, somewhere."""
    source = np.random.default_rng(seed)
    rows, columns = np.mgrid[:32, :32]
    found = []
    for row, column, *colour in source.uniform(0.3, 0.7, (count, 5)):
        near = np.exp(-((rows / 32 - row) ** 2 + (columns / 32 - column) ** 2) / 0.02)
        found.append((near[:, :, None] * np.array(colour) * 360).clip(0, 255))
    return np.stack(found).astype(np.uint8)


def _drawn(folder: Path, drawn: gans.Pixels) -> Path:
    """What a contestant has left that drew middle grey before it learnt."""
    path = folder / "drawn.npz"
    np.savez(path, untrained=np.full_like(drawn, 127), drawn=drawn, steps=10, seconds=1.0)
    return path


def test_a_contestant_that_draws_as_the_photographs_are_keeps_every_bound_and_one_that_did_not_learn_none_but_copying(
    tmp_path: Path,
) -> None:
    photographs = _photographs(0)
    learnt = gans.standing(photographs, _drawn(tmp_path, _photographs(1, 48)))
    idle = gans.standing(photographs, _drawn(tmp_path, np.full_like(photographs, 127)))

    def kept(ours: gans.Standing, theirs: gans.Standing) -> list[bool]:
        rows = gans.bounds({1: {gans.OURS: ours, gans.THEIRS: theirs}}).rows
        return ["missed" not in row[1] for row in rows]

    assert [True] * 7 == kept(learnt, idle)
    assert [False, False, True, False, False, False, False] == kept(idle, learnt)


def test_one_that_draws_the_photographs_themselves_is_caught_copying(tmp_path: Path) -> None:
    photographs = _photographs(0)
    copied = gans.standing(photographs, _drawn(tmp_path, photographs))

    (told,) = [row for row in gans.bounds({1: {gans.OURS: copied}}).rows if row[0].startswith("copying")]

    assert "0.00, **missed**" == told[1]


@pytest.mark.slow
def test_within_half_a_minute_a_gan_draws_as_many_sorts_of_things_as_lie_on_the_table_and_copies_none(
    tmp_path: Path,
) -> None:
    grid = gans.told(tmp_path, 0.5, [1], names=[gans.OURS])[-1]
    kept = {row[0].split()[0] for row in grid.rows if "missed" not in row[1]}

    assert {"coverage", "copying", "diversity"} <= kept
