"""The page of evidence: rows that were tried again take the place of what was written of them, others stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.matrix import evidence


def note(folder: Path, **rows: str) -> Path:
    path = folder / "notes"
    lines = [{"row": row, "words": words, "scale": "full"} for row, words in rows.items()]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(evidence, "PAGE", tmp_path / "evidence.md")
    return tmp_path / "evidence.md"


def test_a_row_that_was_tried_again_takes_the_place_of_what_was_written_of_it(page: Path, tmp_path: Path) -> None:
    evidence.main(note(tmp_path, kill="200 kills", bits="1,000 bits"))
    page.write_text(page.read_text() + "\n# Written by hand\n")
    evidence.main(note(tmp_path, kill="300 kills"))

    rows = evidence.written(page.read_text())

    assert {"kill": "300 kills", "bits": "1,000 bits"} == {row: words for row, (words, _) in rows.items()}
    assert page.read_text().endswith("\n# Written by hand\n")


def test_what_was_not_tried_in_full_is_no_evidence(page: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes"
    path.write_text(json.dumps({"row": "kill", "words": "5 kills", "scale": "few"}) + "\n")

    evidence.main(path)

    assert {} == evidence.written(page.read_text())
