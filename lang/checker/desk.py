"""The desk that a script is read at: what is known beforehand, and the faults found so far."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from intaglio.lang.diagnostic import Diagnostic, Edit
from intaglio.lang.nearest import ALIKE, nearest
from intaglio.lang.span import Span
from intaglio.lang.tree import Line
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import World

GUESSES = 20_000  # names looked at for one script's guesses; a text with more mistakes is told of them without


@dataclass(slots=True, eq=False)
class Desk:
    """Vocabulary and world, which are given, and the faults, which gather."""

    vocabulary: Vocabulary
    world: World
    faults: list[Diagnostic] = field(default_factory=list)
    guesses: int = GUESSES

    def say(self, fault: Diagnostic) -> None:
        """Report a fault."""
        self.faults.append(fault)

    def nearest(self, word: str, options: Collection[str], least: float = ALIKE) -> str | None:
        """The option that was probably meant. Costs are bounded, so that no text is slow to check."""
        return nearest(word, options, least) if self.afford(len(options)) else None

    def afford(self, names: int) -> bool:
        """Whether so many names may still be looked at for a guess; they count as looked at."""
        self.guesses -= names
        return self.guesses >= 0


def mend(line: Line, start: int, end: int, replacement: str) -> dict[str, Any]:
    """The facts of a fault at text[start:end] that another text there would mend: span, edit and the line to paste."""
    span = line.span(start, end)
    paste = (line.text[:start] + replacement + line.text[end:]).strip()
    return {"span": span, "edit": Edit(span, replacement), "paste": paste}


def whole(line: Line) -> Span:
    """The place of a line's own text, as far as its first physical line goes."""
    return line.span()
