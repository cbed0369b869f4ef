"""The desk that a script is read at: what is known beforehand, and the faults found so far."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from intaglio.lang.diagnostic import Diagnostic, Edit
from intaglio.lang.nearest import ALIKE, nearest
from intaglio.lang.span import Span
from intaglio.lang.tree import Line
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import World

USUAL = "./photos/"
GUESSES = 20_000  # names looked at for one script's guesses; a text with more mistakes is told of them without


@dataclass(slots=True, eq=False)
class Desk:
    """Vocabulary and world, which are given, and the faults, which gather."""

    vocabulary: Vocabulary
    world: World
    faults: list[Diagnostic] = field(default_factory=list)
    text: Sequence[str] = ()  # the script's physical lines
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

    def folders(self) -> list[str]:
        """Folders that images may be taken from: the usual one, or those that there are."""
        if self.world.exists(USUAL):
            return [USUAL]
        return [f"./{name}" for name in self.world.listing("./") if name.endswith("/")]

    def add(self, line: Line, added: str) -> dict[str, Any]:
        """The facts of a fault that lines added beneath `line`, as far in as they say, would mend."""
        last = line
        while last.children and not added.startswith(" "):
            last = last.children[-1]
        number = last.pieces[-1].line
        column = len(self.text[number - 1]) + 1
        margin = " " * (line.pieces[0].column - 1)
        whole = "".join(f"\n{margin}{each}" for each in added.split("\n"))
        return {"edit": Edit(Span(number, column, column), whole), "paste": added}


def mend(line: Line, start: int, end: int, replacement: str) -> dict[str, Any]:
    """The facts of a fault at text[start:end] that another text there would mend: span, edit and the line to paste."""
    span = line.span(start, end)
    place = span if end > start else Span(span.line, span.column, span.column)
    paste = (line.text[:start] + replacement + line.text[end:]).strip()
    return {"span": span, "edit": Edit(place, replacement), "paste": paste}


def indent(line: Line, by: int) -> dict[str, Any]:
    """The facts of a fault that the same line, `by` spaces further in, would mend; less far where that is negative."""
    column = line.pieces[0].column
    margin = " " * max(0, column - 1 + by)
    return {"span": line.span(), "edit": Edit(Span(line.number, 1, column), margin), "paste": margin + line.text}


def leave_out(line: Line) -> dict[str, Any]:
    """The facts of a fault that ends where the line is only a note."""
    facts = mend(line, 0, 0, "-- ") | {"span": line.span()}
    return facts if len(line.pieces) == 1 else facts | {"edit": None}
