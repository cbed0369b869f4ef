"""What is known of a stage once its lines are read."""

from __future__ import annotations

import posixpath
from functools import cached_property

from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.inputs import Inputs
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.place import Join, Later
from intaglio.lang.checker.settings import Said
from intaglio.lang.checker.steps import Steps
from intaglio.lang.records import dataclass, field
from intaglio.lang.tree import Line


@dataclass(eq=False)
class Checked:
    """A stage, or the use of a recipe, understood.

    `saved_at` is the desk that its `save` was read at; `strays` are settings of it that were not indented.
    """

    made: Made
    inputs: Inputs
    said: Said
    steps: Steps = field(default_factory=Steps)
    texts: tuple[str, ...] = ()
    saved_at: Desk | None = None
    strays: tuple[Line, ...] = ()

    @property
    def is_stage(self) -> bool:
        """Whether it is made itself. A use of a recipe is made of the stages in it."""
        return self.made.inside is None

    @property
    def joins(self) -> list[Join]:
        """Every mention of another stage."""
        return self.said.joins

    @cached_property
    def named(self) -> frozenset[Made]:
        """The stages that it speaks of."""
        return frozenset(join.made for join in self.said.joins)

    @cached_property
    def copied_to(self) -> str | None:
        """Where its result is copied to, as the disk has it; None where that is nowhere, or a matter of each use."""
        path = self.said.values.get("save")
        if not isinstance(path, str) or not self.is_stage or self.made.scope.home.itself:
            return None
        return posixpath.normpath(path)

    @cached_property
    def is_for_use(self) -> bool:
        """Whether it is material or a tool, for something else to be made of. What a recipe makes is its own affair."""
        made = self.made
        if made.verb is None or "save" in self.said.lines or not made.line.values:
            return False
        if made.recipe is not None or made.scope.home.use is not None:
            return False
        return made.makes in ("model", "texts") or made.verb.groups

    @property
    def later(self) -> list[Later]:
        """What of it is checked, and not run yet."""
        return self.said.later
