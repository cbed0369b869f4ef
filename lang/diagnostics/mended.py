"""A fault whose mending is known when it is found: the line to paste travels with it."""

from __future__ import annotations

from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.records import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Mended(Diagnostic):
    """Holds `paste`, the line as it should be, or None where nobody can know."""

    paste: str | None = None
    guessed: bool = False  # it rests on likeness alone, so that nothing is built on it

    def to_paste(self) -> str | None:
        """The mended line; None also where nothing would be left of it."""
        return self.paste if self.paste and not self.paste.isspace() else None

    def without_remedy(self) -> Diagnostic:
        """The fault without the line."""
        return replace(self, edit=None, instead=(), paste=None)
