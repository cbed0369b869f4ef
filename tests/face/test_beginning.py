"""The first minutes: after `make demo`, what it and the README say makes `gen` known in a terminal does so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINE = "source .venv/bin/activate"


@pytest.mark.skipif(shutil.which("make") is None, reason="this system has no make")
def test_the_demo_ends_with_the_line_that_makes_gen_known(tmp_path: Path) -> None:
    """As make would print it, with the environment there and the demo run by a `gen` that does nothing."""
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    gen = tmp_path / ".venv" / "bin" / "gen"
    gen.parent.mkdir(parents=True)
    gen.write_text("#!/bin/sh\n")
    gen.chmod(0o755)

    alone = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}  # not a part of another
    said = subprocess.run(
        ["make", "--old-file=.venv/ready", "demo"], cwd=tmp_path, env=alone, capture_output=True, text=True, check=True
    )

    *_, line, example = said.stdout.splitlines()
    assert f"paste: {LINE}" in line
    assert "gen plan examples/still-life/table.gen" in example


def test_the_readme_says_that_line_before_its_first_line_that_needs_gen() -> None:
    typed = re.findall(r"^ {4}(\S.*)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)

    first = next(number for number, line in enumerate(typed) if line.startswith("gen "))
    assert LINE in typed[:first]


@pytest.mark.skipif(shutil.which("bash") is None, reason="this system has no bash")
def test_that_line_makes_gen_known(tmp_path: Path) -> None:
    venv.create(tmp_path / ".venv", with_pip=False)
    gen = tmp_path / ".venv" / "bin" / "gen"
    gen.write_text("#!/bin/sh\necho made\n")
    gen.chmod(0o755)

    said = subprocess.run(
        ["bash", "-c", f"{LINE} && gen"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PATH": "/usr/bin:/bin"},
    )

    assert "made\n" == said.stdout
