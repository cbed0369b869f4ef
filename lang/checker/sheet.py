"""A sheet: one text with the recipes that can be used in it, its own and those that it borrows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from intaglio.lang.checker.desk import Desk
from intaglio.lang.records import dataclass, field
from intaglio.lang.tree import Line

if TYPE_CHECKING:
    from intaglio.lang.checker.definitions import Definition


ABOUT = ("recipe", "use")


@dataclass(slots=True, eq=False)
class Borrowed:
    """A `use` line, and the recipe that it leads to; None where it leads nowhere, which is told."""

    line: Line
    definition: Definition | None
    told: bool = False  # whether it was said that this recipe has a mistake of its own


@dataclass(slots=True, eq=False)
class Sheet:
    """`own` are the recipes that stand in the text, `borrowed` those that it borrows; both by name."""

    desk: Desk
    own: dict[str, Definition] = field(default_factory=dict)
    borrowed: dict[str, Borrowed] = field(default_factory=dict)

    def recipe(self, name: str) -> Definition | None:
        """The recipe of a name."""
        if name in self.own:
            return self.own[name]
        return self.borrowed[name].definition if name in self.borrowed else None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that is a recipe's here."""
        return (*self.own, *self.borrowed)


def about_recipes(lines: Iterable[Line]) -> list[Line]:
    """The lines at the margin that begin a recipe, or borrow one."""
    # Most lines are told apart by how they begin; one that was repaired may be read as it does not begin.
    likely = (line for line in lines if line.repairs or line.text.startswith(ABOUT))
    return [line for line in likely if is_about_recipes(line)]


def is_about_recipes(line: Line) -> bool:
    """Whether a line at the margin begins a recipe, or borrows one."""
    return line.form == "plain" and line.head is not None and line.head.text in ABOUT
