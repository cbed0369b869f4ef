"""Faults of a script against the disk around it: G401, G403."""

from __future__ import annotations

from dataclasses import dataclass

from intaglio.lang.diagnostics.mended import Mended
from intaglio.lang.wording import listed

SHOWN = 6  # names of a folder's listing


@dataclass(frozen=True, kw_only=True)
class NoSuchPlace(Mended):
    """Paths begin at the folder that the script lies in. Nothing lies where this one leads.

    wrong
        dataset table from ./photos/stil-life/

    right
        dataset table from ./photos/still-life/
    """

    code = "G401"
    title = "No such folder"

    path: str
    folder: str  # the nearest folder that does exist, as one would write it
    holds: tuple[str, ...]

    def __post_init__(self) -> None:
        """The title says whether a folder or a file was looked for."""
        if not self.path.endswith("/"):
            object.__setattr__(self, "title", "No such file")

    def message(self) -> str:
        """Says where I looked, and what is there."""
        said = f"I looked for {self.path} next to this script and found nothing there."
        if not self.holds:
            return said
        return f"{said} {self.folder} holds: {listed([name.rstrip('/') for name in self.holds], 'and', SHOWN)}"


@dataclass(frozen=True, kw_only=True)
class SameCopy(Mended):
    """Two stages save to one place, so that one copy would lie over the other.

    wrong
        film night from drift
          save ./out/night.mp4
        film both from table, drift
          save ./out/night.mp4

    right
        film night from drift
          save ./out/night.mp4
        film both from table, drift
          save ./out/both.mp4
    """

    code = "G403"
    title = "Two works in one file"

    name: str
    other: str
    path: str

    def message(self) -> str:
        """Names both."""
        return f"`{self.other}` and `{self.name}` both save to {self.path}."
