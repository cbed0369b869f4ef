"""The examples of kinds: the score that each kind's docstring ends in, run by the real command on real photographs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intaglio.face.examining import examined
from intaglio.runtime.world import code
from intaglio.runtime.world.trust import Ledger

PHOTOGRAPHS = Path(__file__).resolve().parents[1] / "images"
OWN = Path(__file__).resolve().parent / "own"  # the Python that examples perform


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
    for own in OWN.glob("*.py"):
        if f"./{own.name}" in text:
            shutil.copy(own, folder)
            trust(folder, f"./{own.name}")
    return path


def trust(folder: Path, said: str) -> None:
    """Say that a file which scores in a folder perform may run: to who runs the tests, and never to who they are."""
    ledger = Ledger.of_user()
    assert not ledger.folder.is_relative_to(Path.home()), "somebody's own ledger is no sandbox"
    found = code.read(folder, said)
    verb, draws = examined(found)
    ledger.add(found, verb, draws=draws)


@contextmanager
def sandbox() -> Iterator[None]:
    """What is trusted inside is trusted by nobody outside. For programs; tests are run in one."""
    before = os.environ.get("XDG_CONFIG_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        try:
            yield
        finally:
            os.environ.pop("XDG_CONFIG_HOME")
            os.environ |= {} if before is None else {"XDG_CONFIG_HOME": before}


def results(text: str, kind: str, root: Path, folder: Path) -> list[str] | None:
    """The digests of what a kind makes in a score, by the code in the checkout `root`; None where it fails."""
    with sandbox():
        path = lay_out(folder, text)
        command = [sys.executable, "-m", "intaglio", "run", path.name, "--json"]
        env = {**os.environ, "PYTHONPATH": str(root / "src"), "INTAGLIO_STORE": ""}
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
    if done.returncode:
        return None
    records = [json.loads(record.read_bytes())["value"] for record in folder.glob(".intaglio/records/*/*.json")]
    return sorted(record["digest"] for record in records if record["kind"] == kind)
