"""What every stage kind promises, tried on each."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

import pytest

from intaglio.runtime.contract import Kind
from intaglio.stdlib.registry import STAGES, kinds, module_of

HEAVY = ("torch", "diffusers", "PIL", "av", "numpy")
ALL = list(kinds().values())


def named(kind: Kind[Any]) -> str:
    return kind.name


@pytest.mark.parametrize("kind", ALL, ids=named)
def test_every_setting_and_step_is_documented(kind: Kind[Any]) -> None:
    fields = dict(kind.params.model_fields)
    for word, step in kind.steps.items():
        assert step.__doc__, f"the step {word}"
        fields |= {f"{word}.{name}": field for name, field in step.model_fields.items()}
    undocumented = [
        name
        for name, field in fields.items()
        if not field.description and name not in {"steps", "groups", "texts", "save"}
    ]

    assert undocumented == []


@pytest.mark.parametrize("kind", ALL, ids=named)
def test_every_kind_has_a_page_that_ends_in_an_example(kind: Kind[Any]) -> None:
    *_, example = re.split(r"\n\n(?=    gen 1\n)", kind.doc)

    assert f"    {kind.name} " in example


def test_importing_every_kind_loads_nothing_heavy() -> None:
    modules = [module_of(path.stem) for path in STAGES.glob("[a-z]*.py")]
    code = f"import sys, {', '.join(modules)}; print([m for m in {HEAVY!r} if m in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()

    assert loaded == "[]"
