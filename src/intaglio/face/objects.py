"""JSON for programs, an object a line. A stranger's title may lie in it, and a terminal may show it all the same."""

from __future__ import annotations

import json
import unicodedata


def spelled(value: object) -> str:
    """A value as JSON on one line: letters as they are, and escaped whatever a terminal would obey."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else "".join(map(_escaped, text))


def _escaped(letter: str) -> str:
    """A letter as JSON may hold it: controls, marks of direction and their like by number, astral ones as a pair."""
    if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return letter
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
