"""Writes `stdlib/vocabulary.py`, from which scripts are checked without loading the kinds: part of `make accept`."""

from __future__ import annotations

from pathlib import Path

from intaglio.face import words

WRITTEN = Path(__file__).parents[2] / "stdlib" / "vocabulary.py"

if __name__ == "__main__":
    WRITTEN.write_text(words.freeze(), "utf-8")
