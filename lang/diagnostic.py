"""What a diagnostic is. The catalogue, one class per fault, lies in `diagnostics/`; colour and width are the face's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from intaglio.lang.span import Span


class Level(Enum):
    """A mistake keeps the script from running; a remark does not."""

    MISTAKE = "mistake"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that mends the fault: put `replacement` in the place of `span`."""

    span: Span
    replacement: str


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
    also: tuple[Span, ...] = ()  # other places that the message speaks of, shown above it
    edit: Edit | None = None

    def message(self) -> str:
        """One or two sentences."""
        raise NotImplementedError

    def suggestion(self) -> str | None:
        """A line to paste after `Try`, or None."""
        return None
