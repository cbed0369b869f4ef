"""The table of mistakes: scores with one real mistake each, and what `gen check` tells of it, 80 columns wide.

A folder is a family of mistakes, with the few images that its scores speak of. Beside NAME.gen lies NAME.told, the page
as it is printed. A score ends in a note of the line that its author would want to be shown, and of what was meant:
`-- Line 4: a colon, as in YAML.`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from intaglio.face.render import pages
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.lang.script import Script

HERE = Path(__file__).resolve().parent
NOTE = re.compile(r"^-- Line (\d+): .+\.\n\Z", re.MULTILINE)


@dataclass(frozen=True)
class Mistake:
    """A score of the table."""

    score: Path

    @property
    def name(self) -> str:
        return f"{self.score.parent.name}/{self.score.stem}"

    @property
    def page(self) -> Path:
        """Where what is expected is written."""
        return self.score.with_suffix(".told")

    @property
    def text(self) -> str:
        return self.score.read_text("utf-8")

    @property
    def line(self) -> int:
        """The line that the mistake is on."""
        note = NOTE.search(self.text)
        assert note is not None, f"{self.name} does not end in a note of its line"
        return int(note[1])

    def read(self, text: str) -> Script:
        """A text, understood as if it lay in the score's place."""
        return Session.at(str(self.score)).understand(text)

    def told(self) -> str:
        """The page, as `gen check` prints it."""
        script = self.read(self.text)
        return pages(script.diagnostics, script.text, self.score, Terminal()) + "\n"


def mistakes() -> list[Mistake]:
    """All there are, in their order."""
    return [Mistake(score) for score in sorted(HERE.glob("*/*.gen"))]
