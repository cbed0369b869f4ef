"""The vocabulary that is written down is that of the kinds, and a script is checked with it and without them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from intaglio.face import words
from tests.stdlib.written_words import WRITTEN

HEAVY = "pydantic", "numpy", "rich", "torch", "intaglio.stdlib.stages", "intaglio.runtime.contract"


def test_what_is_written_down_is_what_the_kinds_say() -> None:
    """When this fails: `make accept`."""

    assert words.freeze() == WRITTEN.read_text("utf-8")
    assert words.read() == words.words()


def test_kinds_that_are_others_than_were_written_down_are_read_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    now = words._digests()
    before = words.written()
    monkeypatch.setattr(words, "_digests", lambda: {**now, "soften": "a new kind"})

    assert before is not None
    assert words.written() is None


def test_checking_a_script_loads_no_kind_and_no_library_of_theirs(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "pear.png").touch()
    (tmp_path / "score.gen").write_text("gen 1\n\ndataset table from ./photos/\n  crop square, centre\n  save ./out/\n")
    code = (
        "import sys; from intaglio.face.command import main; main(['check', 'score.gen']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert ["Nothing to correct.", "[]"] == said.stdout.splitlines()


def test_the_written_vocabulary_is_of_files_whatever_python_reads_them(tmp_path: Path) -> None:
    from intaglio.face.words import _digest

    file = tmp_path / "kind.py"
    file.write_bytes(b"SEED = 1\n")
    assert "93141004 9" == _digest(file)
