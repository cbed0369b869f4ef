"""The desk that a text is read at: what is known beforehand, and the faults found so far.

A recipe is read at a desk of its own for each of its uses. What is wrong there with a value that the use says is told
of that value; all else, of the use as a whole, with the recipe's line beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from intaglio.lang.borrowing import Lender, Nobody, Page, is_address, is_library, steps_out, within
from intaglio.lang.diagnostic import Diagnostic, Edit, Spot
from intaglio.lang.elsewhere import spelt
from intaglio.lang.layout import NOTED
from intaglio.lang.nearest import ALIKE, nearest
from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.span import Span
from intaglio.lang.tree import Clause, Line, Node, Passage
from intaglio.lang.vocabulary import Setting, Vocabulary
from intaglio.lang.world import World

USUAL = "./photos/"
AXES = ("each", "takes")  # how lines begin whose next word something may be swept by
MOST_STAGES = 20_000  # that recipes may make of one score
GUESSES = 20_000  # names looked at for one script's guesses; a text with more mistakes is told of them without


class Heard(NamedTuple):
    """A line of a setting as it was read, with which nothing is wrong; and the names on it, of which none means
    anything: so it says the same wherever it stands. The setting is kept alive, for it is known by its id.
    """

    setting: Setting
    values: tuple[Node, ...]
    clauses: tuple[Clause, ...]
    names: tuple[str, ...]
    value: Any


@dataclass(slots=True, eq=False)
class Desk:
    """Vocabulary and world, which are given, and the faults, which gather."""

    vocabulary: Vocabulary
    world: World
    faults: list[Diagnostic] = field(default_factory=list)
    text: Sequence[str] = ()  # the physical lines
    guesses: int = GUESSES
    stages: int = MOST_STAGES
    lender: Lender = field(default_factory=Nobody)
    page: Page | None = None  # the file, where it is another than the script
    outer: Desk | None = None  # where the use is read that this reading is for
    use: Passage | None = None  # its place there
    known: AbstractSet[tuple[str, Span]] = frozenset()  # faults of the recipe itself, which are told there
    heard: dict[tuple[int, str], Heard] = field(default_factory=dict)  # by the id of its setting, and its text

    def say(self, fault: Diagnostic) -> None:
        """Report a fault."""
        if self.outer is None or self.use is None:
            self.faults.append(fault)
        elif (fault.code, fault.span) not in self.known:
            facts = self.beside(self.outer, fault.span, fault.also, fault.beyond) | {"span": self.use.span}
            self.outer.say(replace(fault.without_remedy(), **facts))

    @property
    def told(self) -> tuple[int, int]:
        """How many faults were told here, and how many names may still be guessed at: the same while all is well."""
        root = self
        while root.outer is not None:
            root = root.outer
        return len(self.faults), root.guesses

    def beside(
        self, other: Desk, span: Span, also: tuple[Span, ...] = (), beyond: tuple[Spot, ...] = ()
    ) -> dict[str, Any]:
        """The facts of a fault that is told at another desk, of which a place here is shown too."""
        if self.page is other.page:
            return {"also": (span, *also), "beyond": beyond}
        return {"also": (), "beyond": (*(self.spot(each) for each in (span, *also)), *beyond)}

    def spot(self, span: Span) -> Spot:
        """A place in this text, for a message about another."""
        text = self._text
        line = text[span.line - 1] if 0 < span.line <= len(text) else ""
        return Spot(self.page.name if self.page else "", span, line)

    @property
    def _text(self) -> Sequence[str]:
        """The lines as they are now. A script has others at each reading, and a use of its recipe may stay."""
        desk = self
        while desk.outer is not None and desk.outer.page is desk.page:
            desk = desk.outer
        return desk.text

    def speaks_of_axis(self, word: str) -> bool:
        """Whether a line of this text sweeps a word, or has a recipe take it, so that a use may sweep it."""
        begun = (line.split(maxsplit=2) for line in self._text)
        return any(len(words) > 1 and words[0] in AXES and spelt(words[1]) == word for words in begun)

    def outermost(self, said: Passage) -> Passage:
        """Where the script says what stands at a place here: there, or at its use."""
        if self.outer is None or self.use is None:
            return said
        return self.outer.outermost(self.use)

    def located(self, path: str) -> str | None:
        """A path of this text as seen from the script's folder; None where it leads out of the folder it may be in."""
        if self.page is None or is_library(path) or is_address(path):
            return path
        located = within(path, self.page.folder)
        outside = steps_out(path, self.page) or self.lender.leads_out(located, self.page.root)
        return None if outside else located

    def nearest(self, word: str, options: Collection[str], least: float = ALIKE) -> str | None:
        """The option that was probably meant. Costs are bounded, so that no text is slow to check."""
        return nearest(word, options, least) if self.afford(len(options)) else None

    def afford(self, names: int) -> bool:
        """Whether so many names may still be looked at for a guess; they count as looked at."""
        if self.outer is not None:
            return self.outer.afford(names)
        self.guesses -= names
        return self.guesses >= 0

    def take_stages(self, count: int) -> bool:
        """Whether recipes may make so many stages more; they count as made."""
        self.stages -= count
        return self.stages >= 0

    def folders(self) -> list[str]:
        """Folders that images may be taken from: the usual one, or those that there are."""
        if self.world.exists(USUAL):
            return [USUAL]
        return self.every_folder()

    def every_folder(self) -> list[str]:
        """The folders beside the script."""
        return [f"./{name}" for name in self.world.listing("./") if name.endswith("/")]

    def add(self, line: Line, added: str) -> dict[str, Any]:
        """The facts of a fault that lines added beneath `line`, as far in as they say, would mend."""
        last = line
        while last.children and not added.startswith(" "):
            last = last.children[-1]
        number = last.last
        column = len(self._text[number - 1]) + 1
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


def moved_up(above: Line, line: Line, clause: Clause) -> dict[str, Any]:
    """The facts of a fault that ends where a clause of a line stands at the end of another, above it."""
    said = line.text[clause.start : clause.end]
    start = len(line.text[: clause.start].rstrip())
    rest = mend(line, start, clause.end, "")
    end = len(above.text)
    joined = mend(above, end, end, f" {said}")
    margin = " " * (line.pieces[0].column - above.pieces[0].column)
    notes = [f"{NOTED}{each.note}" if each.note else "" for each in (above, line)]
    paste = f"{joined['paste']}{notes[0]}\n{margin}{rest['paste']}{notes[1]}"
    return {"edit": rest["edit"], "further": (joined["edit"],), "paste": paste, "is_block": True}


def joined_to(above: Line, line: Line, said: str) -> dict[str, Any]:
    """The facts of a fault that ends where what a line says stands at the end of another one. Its note stays."""
    if line.children or len(line.pieces) > 1 or len(above.pieces) > 1:
        return {"span": line.span()}
    end = len(above.text)
    joined = mend(above, end, end, f" {said}")
    gone = Edit(Span(line.number, 1, line.span().end), "")
    facts = {"edit": joined["edit"], "further": (gone,), "paste": joined["paste"], "is_block": True}
    return {"span": line.span(), **facts}


def moved_above(line: Line, other: Line) -> dict[str, Any]:
    """The facts of a fault that ends where a line stands above another one, as far in as that. Its note stays."""
    if line.children or len(line.pieces) > 1:
        return {"span": line.span()}
    margin = " " * (other.pieces[0].column - 1)
    above = Edit(Span(other.number, 1, 1), f"{margin}{line.text}\n")
    gone = Edit(Span(line.number, 1, line.span().end), "")
    return {"span": line.span(), "edit": above, "further": (gone,), "paste": line.text}


def leave_out(line: Line) -> dict[str, Any]:
    """The facts of a fault that ends where the line is only a note."""
    if line.children:
        return {"span": line.span()}  # they would be left without what they stand beneath
    facts = mend(line, 0, 0, "-- ") | {"span": line.span()}
    return facts if len(line.pieces) == 1 else facts | {"edit": None}
