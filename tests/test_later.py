"""Kinds whose schema is known and whose run function arrives later. The list shrinks with every version."""

from __future__ import annotations

import subprocess
import sys

import pytest

from intaglio.runtime.contract import Kind
from intaglio.stdlib import registry

LATER = ["bend", "borrow", "compose", "measure", "merge", "perform", "show", "tune", "vary", "write"]


def kinds_that_arrive_later() -> list[Kind]:
    return [kind for kind in registry.kinds().values() if kind.run is None]


def test_these_kinds_and_no_others_arrive_later() -> None:
    actual = sorted(kind.name for kind in kinds_that_arrive_later())

    assert LATER == actual


@pytest.mark.parametrize("name", LATER)
def test_a_kind_that_arrives_later_has_a_reference_page_that_ends_in_an_example(name: str) -> None:
    kind = registry.kinds()[name]

    assert kind.doc.startswith(f"{name}: ")
    assert "\n    gen 1\n" in kind.doc


@pytest.mark.parametrize("name", LATER)
def test_every_setting_and_step_of_a_kind_that_arrives_later_is_documented(name: str) -> None:
    kind = registry.kinds()[name]
    models = [kind.params, *kind.steps.values()]
    undocumented = [
        f"{model.__name__}.{field}"
        for model in models
        for field, info in model.model_fields.items()
        if not info.description
    ]

    assert [] == undocumented


def test_importing_the_kinds_loads_no_heavy_library() -> None:
    program = (
        "import sys; from intaglio.stdlib import registry; registry.kinds();"
        "print([name for name in ('torch', 'diffusers', 'PIL', 'av', 'numpy') if name in sys.modules])"
    )
    actual = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()

    assert "[]" == actual
