"""Evidence: what the rows of the matrix have shown comes in, as tests noted it; docs/evidence.md goes out.

A row that was tried again takes the place of what was written of it; the other rows stay as they were.
"""

from __future__ import annotations

import json
import os
import platform
import re
import sys
import time
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "evidence.md"
HEAD = """# Evidence

What must survive was tried in full, with the real command, by `make evidence`; the rows are in `tests/matrix/`. The
figures are those of the last time that each row was tried. `make test` tries every row as well, a few times each.

| row | what was found | where, and when |
|---|---|---|
"""
BEGIN, END = "<!-- the matrix -->\n", "<!-- the end of the matrix -->\n"
Rows = dict[str, tuple[str, str]]  # by their names: what was found, and where and when


def main(notes: Path) -> None:
    """Write the page anew from what was noted."""
    rows = {**written(PAGE.read_text("utf-8") if PAGE.exists() else ""), **noted(notes)}
    PAGE.write_text(page(PAGE.read_text("utf-8") if PAGE.exists() else "", rows), encoding="utf-8")


def noted(notes: Path) -> Rows:
    """The rows of a file of notes. Rows that were not tried in full are none."""
    lines = notes.read_text("utf-8").splitlines() if notes.exists() else []
    found: dict[str, list[str]] = {}
    for note in map(json.loads, lines):
        if note["scale"] == "full":
            found.setdefault(note["row"], []).append(note["words"])
    when = f"{note_date(notes)}, {machine()}" if lines else ""
    return {row: ("<br>".join(words), when) for row, words in found.items()}


def note_date(notes: Path) -> str:
    """The day of a file of notes."""
    return time.strftime("%Y-%m-%d", time.gmtime(notes.stat().st_mtime))


def machine() -> str:
    """What it was tried on."""
    return f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def written(text: str) -> Rows:
    """The rows of a page."""
    cells = [re.split(r"\s*\|\s*", line.strip("| ")) for line in _between(text).splitlines() if line.startswith("| ")]
    return {row: (words, when) for row, words, when in cells if row != "row"}


def page(text: str, rows: Rows) -> str:
    """A page with these rows; what else stands on it is kept."""
    table = "".join(f"| {row} | {words} | {when} |\n" for row, (words, when) in sorted(rows.items()))
    part = BEGIN + HEAD + table + END
    return text.replace(BEGIN + _between(text) + END, part) if BEGIN in text else part + ("\n" + text if text else "")


def _between(text: str) -> str:
    return text.split(BEGIN, 1)[1].split(END, 1)[0] if BEGIN in text else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
