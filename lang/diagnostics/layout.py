"""Mistakes of the margin. Comes from the layout pass."""

from __future__ import annotations

from typing import ClassVar

from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.records import dataclass


@dataclass(frozen=True, kw_only=True)
class TabInTheMargin(Diagnostic):
    """A line begins with a tab.

    A tab is a different width in every window and on every printed page, so gen counts only spaces: two for each
    step inward. It reads each tab as one step and goes on. Of a run of such lines only the first is reported, and
    `gen check --fix` and `gen fmt` replace the tabs of all of them.

    wrong
        dataset table
        ⇥from ./photos/

    right
        dataset table
          from ./photos/
    """

    code: ClassVar[str] = "G001"
    title: ClassVar[str] = "Tab in the margin"

    line: str = ""

    @property
    def is_certain(self) -> bool:
        """It is read so already."""
        return True

    def message(self) -> str:
        """Why tabs are not counted."""
        return (
            "This line is indented with a tab. A tab is a different width in every window and on every printed page, "
            "so gen counts only spaces: two for each step inward."
        )

    def to_paste(self) -> str | None:
        """The line with spaces."""
        return None if self.edit is None else self.edit.replacement + self.line


@dataclass(frozen=True, kw_only=True)
class CrookedMargin(Diagnostic):
    """A line is indented by a width that no line above it uses.

    What belongs to a line is indented beneath it by two spaces more, and lines that belong together begin in one
    column. A line that begins elsewhere is read as if it began in the nearest column that makes sense, so that the
    rest of the script can still be understood. The first line of a script begins at the margin. `gen check --fix`
    and `gen fmt` put it there, with all lines that were read as its children or beside it.

    wrong
        dataset table
           from ./photos/

    right
        dataset table
          from ./photos/
    """

    code: ClassVar[str] = "G003"
    title: ClassVar[str] = "Crooked margin"

    line: str
    want: int  # the width of the margin that it was read with
    first: bool = False  # the first line of the script

    @property
    def is_certain(self) -> bool:
        """It is read so already, or means nothing elsewhere."""
        return True

    @property
    def is_block(self) -> bool:
        """One that begins at the margin is shown so."""
        return not self.want

    def message(self) -> str:
        """Where the line begins, and where it was read to begin."""
        if self.first:
            return "The first line of a script begins at the margin. I read it as if it did."
        said = (
            f"This line is indented by a width that no line above it uses. I read it as if it began at column "
            f"{self.want + 1}; each step inward is two spaces."
        )
        if not self.further:
            return said
        return f"{said} `gen check --fix` moves it, and the lines around it."

    def to_paste(self) -> str | None:
        """The line in its column among those that stay where they are; the edit moves these too."""
        return None if self.edit is None else " " * self.want + self.line
