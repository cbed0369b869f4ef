"""Sorts of models: each is one file, and a choice of `train`'s `model`."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import get_args

import pytest

from intaglio.runtime.contract import Fault
from intaglio.stdlib import sorts
from intaglio.stdlib.stages.train import Train, _sets, train
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench


def test_every_sort_is_a_choice_of_model_and_every_choice_that_runs_is_a_sort() -> None:
    running = set(get_args(Train.model_fields["model"].annotation))

    assert running == set(sorts.every())


@pytest.mark.parametrize("name", sorts.every())
def test_a_sort_suits_and_listens_to_settings_that_train_has(name: str) -> None:
    sort = sorts.every()[name]

    assert {"steps", "batch", "rate", "augment"} <= set(sort.suits)
    assert set() == {*sort.suits, *sort.speaks} - set(Train.model_fields)


def test_knowing_the_sorts_loads_no_heavy_library() -> None:
    program = (
        "import sys; from intaglio.stdlib import sorts; sorts.listening();"
        "print([name for name in ('torch', 'diffusers', 'PIL', 'numpy') if name in sys.modules])"
    )
    actual = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()

    assert "[]" == actual


def test_a_sort_that_is_not_known_is_refused() -> None:
    with pytest.raises(Fault, match="the sort `oracle`"):
        sorts.of("oracle")


def test_images_are_learnt_from_together_or_in_sets_that_are_told_apart(bench: Bench) -> None:
    images = pictures(5)
    given = [bench.images(images[:2]), bench.images(images[2:])]
    context = bench.context(train, {"model": "gan"}, sources=given)

    def counts(apart: int) -> list[int]:
        return [len(pixels) for pixels, _ in _sets(context, replace(sorts.of("gan"), apart=apart))]

    assert [[5], [2, 3]] == [counts(1), counts(2)]
    with pytest.raises(Fault, match="3 sets of images"):
        counts(3)
