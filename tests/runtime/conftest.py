"""What tests of the runtime share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.runtime.studio import Studio

ROOT = Path(__file__).parents[2]


@pytest.fixture
def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)  # where the worker finds the toys
    studio = Studio(tmp_path)
    yield studio
    studio.crew.close()
