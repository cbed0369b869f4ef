"""The examples of kinds: the score that each kind's docstring ends in, run by the real command on real photographs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

PHOTOGRAPHS = Path(__file__).resolve().parents[1] / "images"


def score(page: str) -> str:
    """The score at the end of a kind's page, or of the source of its file."""
    beginning = page.index("\n    gen 1\n")
    end = page.find('\n"""', beginning)
    return textwrap.dedent(page[beginning : end if end >= 0 else None]).strip() + "\n"


def lay_out(folder: Path, text: str) -> Path:
    """A folder with a score in it and the photographs that it reads. Returns the score's path."""
    photographs = folder / "photos"
    photographs.mkdir(parents=True)
    for photograph in sorted(PHOTOGRAPHS.rglob("*.webp")):
        shutil.copy(photograph, photographs)
    path = folder / "score.gen"
    path.write_text(text, encoding="utf-8")
    return path


def results(text: str, kind: str, root: Path, folder: Path) -> list[str] | None:
    """The digests of what a kind makes in a score, by the code in the checkout `root`; None where it fails."""
    path = lay_out(folder, text)
    command = [sys.executable, "-m", "intaglio", "run", path.name, "--json"]
    env = {**os.environ, "PYTHONPATH": str(root / "src"), "INTAGLIO_STORE": ""}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
    if done.returncode:
        return None
    records = [json.loads(record.read_bytes())["value"] for record in folder.glob(".intaglio/records/*/*.json")]
    return sorted(record["digest"] for record in records if record["kind"] == kind)
