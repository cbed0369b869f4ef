"""What tests of the face share: the real command in a folder of its own, and a small work without a network in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

Gen = Callable[..., "subprocess.CompletedProcess[str]"]

SCORE = """gen 1

dataset colours from ./photos/
  resize 8 px

print plate from colours
  save ./out/plate.png
"""


@pytest.fixture
def gen(tmp_path: Path) -> Gen:
    """Run `gen` with arguments in the test's folder. `env` adds to the environment."""

    def run(*words: str | Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "intaglio", *map(str, words)],
            cwd=tmp_path,
            env={**os.environ, "INTAGLIO_STORE": "", **(env or {})},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def score(tmp_path: Path) -> Path:
    """A script with four small pictures that it reads, and a sheet that it saves."""
    (tmp_path / "photos").mkdir()
    for number, colour in enumerate(("red", "green", "blue", "white")):
        Image.new("RGB", (16, 12), colour).save(tmp_path / "photos" / f"{number}.png")
    path = tmp_path / "colours.gen"
    path.write_text(SCORE, encoding="utf-8")
    return path
