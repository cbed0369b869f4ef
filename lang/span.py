"""Places in a text."""

from intaglio.lang.records import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one physical line: `line`, `column` count from 1; `end` is the column after it."""

    line: int
    column: int
    end: int
