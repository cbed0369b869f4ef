"""What is known of a stage once its lines are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.inputs import Inputs
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.place import Join, Later
from intaglio.lang.checker.settings import Said
from intaglio.lang.checker.steps import Steps
from intaglio.lang.tree import Line


@dataclass(slots=True, eq=False)
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

    @property
    def later(self) -> list[Later]:
        """What of it is checked, and not run yet."""
        return self.said.later
