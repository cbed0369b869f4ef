"""What a command would change in a script, line by line, as `diff -u` shows it."""

from __future__ import annotations

import difflib
from pathlib import Path

from intaglio.face.terminal import Terminal
from intaglio.face.text import visible

STYLES = {"+": "good", "-": "place", "@": "quiet"}


def difference(before: str, after: str, path: Path, done: str, terminal: Terminal) -> list[str]:
    """The lines that differ, with some around them; `done` says what was done to the text: `formatted`."""
    old, new = before.splitlines(), after.splitlines()
    lines = difflib.unified_diff(old, new, str(path), f"{path} ({done})", lineterm="")
    return [terminal.paint(visible(line), STYLES[line[0]]) if line[:1] in STYLES else visible(line) for line in lines]
