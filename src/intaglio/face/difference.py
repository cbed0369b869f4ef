"""What a command would change in a script, line by line, as `diff -u` shows it."""

from __future__ import annotations

import difflib
from pathlib import Path

from intaglio.face.terminal import Terminal
from intaglio.face.text import visible

STYLES = {"+": "good", "-": "place", "@": "quiet"}


def difference(before: str, after: str, path: Path, done: str, terminal: Terminal) -> list[str]:
    """The lines that differ, with some around them; `done` says what was done to the text: `formatted`."""
    lines = unified(before, after, path, done)
    return [terminal.paint(visible(line), STYLES[line[0]]) if line[:1] in STYLES else visible(line) for line in lines]


def unified(before: str, after: str, path: Path, done: str) -> list[str]:
    """The same for programs: as the texts have it, without colour."""
    old, new = before.splitlines(), after.splitlines()
    return [*difflib.unified_diff(old, new, str(path), f"{path} ({done})", lineterm="")]
