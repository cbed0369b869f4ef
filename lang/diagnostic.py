"""What a diagnostic is. The catalogue, one class per fault, lies in `diagnostics/`; colour and width are the face's."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import ClassVar

from intaglio.lang.records import dataclass, replace
from intaglio.lang.span import Span


class Level(Enum):
    """A mistake keeps the script from running; a remark does not."""

    MISTAKE = "mistake"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in another text than the script: the file as one would name it, the place, and the line that is there."""

    file: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that mends the fault: put `replacement` in the place of `span`."""

    span: Span
    replacement: str

    @property
    def adds_lines(self) -> bool:
        """Whether it puts lines beside those that there are, and takes the place of none."""
        return "\n" in self.replacement and self.span.column == self.span.end

    @property
    def is_above(self) -> bool:
        """Whether the lines that it adds stand above its own; else they stand beneath it."""
        return self.adds_lines and self.span.column == 1 and self.replacement.endswith("\n")


@dataclass(frozen=True, kw_only=True)
class Diagnostic:
    """A fault as data. A subclass adds the facts it needs as fields and tells them in `message`.

    The subclass's docstring is the page behind `gen explain CODE`. Messages are plain sentences in the present tense;
    words of the script stand in backticks; no library's wording, no "invalid", "illegal" or "syntax error".
    """

    code: ClassVar[str]
    title: ClassVar[str]
    level: ClassVar[Level] = Level.MISTAKE

    span: Span
    also: tuple[Span, ...] = ()  # other places that the message speaks of, shown with it
    beyond: tuple[Spot, ...] = ()  # and those in other files: of a use, the lines of the recipe
    edit: Edit | None = None
    further: tuple[Edit, ...] = ()  # the same change on other lines, of which only this one is told
    instead: tuple[Diagnostic, ...] = ()  # the same fault with other remedies, for where this one's mends nothing
    note: str = ""  # behind its line, as it is written, with what stands before it

    def message(self) -> str:
        """One or two sentences."""
        raise NotImplementedError

    def to_paste(self) -> str | None:
        """What to paste in the line's place, without the line's note; beside it, where the edit adds lines.

        None: nobody knows.
        """
        return None

    @property
    def adds_lines(self) -> bool:
        """Whether what it offers stands beside the lines that there are."""
        return self.edit is not None and self.edit.adds_lines

    @property
    def is_at_another_line(self) -> bool:
        """Whether what it offers takes the place of another line than the one at fault: one that is shown with it."""
        if self.edit is None or self.edit.adds_lines or self.is_block or self.further:
            return False
        return self.edit.span.line != self.span.line and any(each.line == self.edit.span.line for each in self.also)

    def suggestion(self) -> str | None:
        """What there is to paste, after `Try`: the line as it is meant, with its note."""
        paste = self.to_paste()
        return paste if paste is None or self.adds_lines else _noted(paste, self.note)

    def invitation(self) -> str:
        """What leads to that: `Try`, and where it goes, unless that is the line's place."""
        if self.edit is not None and self.is_at_another_line:
            return f"Try, in the place of line {self.edit.span.line}:"
        if self.edit is None or not self.edit.adds_lines:
            return "Try"
        where = "above" if self.edit.is_above else "beneath"
        line = "it" if self.edit.span.line == self.span.line else f"line {self.edit.span.line}"
        return f"Try, {where} {line}:"

    @property
    def is_certain(self) -> bool:
        """Whether its edit says what the line says already, as gen writes it, so that nobody need be asked.

        `gen check --fix` makes such edits. One that guesses at a word, chooses, leaves out or moves is none of them.
        """
        return False

    @property
    def is_block(self) -> bool:
        """Whether what it offers is shown as a block that stands where it should: only the edit puts it there."""
        return False

    @property
    def has_note(self) -> bool:
        """Whether what it offers has the line's note in it already."""
        return False

    def remedies(self) -> Iterator[Diagnostic]:
        """The fault with each remedy that it has, the likeliest first."""
        yield self
        yield from self.instead

    def without_remedy(self) -> Diagnostic:
        """The fault alone."""
        return replace(self, edit=None, further=(), instead=())


def _noted(paste: str, note: str) -> str:
    """Lines with the note of the one in whose place they go, behind the last that none of them is further out than."""
    if not note:
        return paste
    lines = paste.split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines]
    at = max(number for number, margin in enumerate(margins) if margin == min(margins))
    lines[at] += note
    return "\n".join(lines)
