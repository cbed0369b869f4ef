"""affected: after any edit those stages run that it reaches, no others, and all is as in a run from nothing."""

from __future__ import annotations

import itertools
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intaglio.runtime.run.crew import Crew
from tests.matrix import laws
from tests.matrix.conftest import Found
from tests.matrix.counts import count

LENGTH = 10  # edits of one score


def test_what_runs_after_any_edit_is_what_it_reaches(crew: Crew, tmp_path: Path, found: Found) -> None:
    done = {"edits": 0, "executed": 0}
    numbers = itertools.count()

    @settings(
        max_examples=count(5, 20, 60),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(st.randoms(use_true_random=False))
    def holds(chance: Random) -> None:
        folder = tmp_path / f"{next(numbers)}"
        work = laws.an_incremental_run_equals_one_from_nothing(folder, crew, chance, LENGTH)
        done["edits"] += work.edits
        done["executed"] += work.executed

    holds()

    assert done["edits"] > 40
    found(
        "affected",
        f"{done['edits']} edits of one field: {done['executed']} stages ran, none too many, none too few;"
        " all equal to runs from nothing.",
    )
