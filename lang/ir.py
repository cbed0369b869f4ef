"""The typed IR: a checked score, without its spelling. Frozen, JSON-able, and free of places, notes and units.

Comes out of the checker, goes to the planner. Quantities are in base units (px, s, fps, mm; shares from 0 to 1);
names are resolved; `let` and arithmetic are done. Two scripts that mean the same have equal programs but for names.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType


class Frozen(BaseModel):
    """A value."""

    # Built when first used: a check builds few of them.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, defer_build=True)


class Compared(Frozen):
    """`measure operator value`; the value in the measure's base unit."""

    kind: Literal["compared"] = "compared"
    measure: str
    operator: Literal[">=", "<=", ">", "<", "is", "!="]
    value: float


class Joined(Frozen):
    """`left and right`, `left or right`."""

    kind: Literal["joined"] = "joined"
    operator: Literal["and", "or"]
    left: Condition
    right: Condition


class Negated(Frozen):
    """`not value`."""

    kind: Literal["negated"] = "negated"
    value: Condition


Condition = Annotated[Compared | Joined | Negated, Field(discriminator="kind")]


Count = Literal["epochs", "steps", "frames", "images"]  # what an interval may count


class Every(Frozen):
    """`every 25 epochs`."""

    amount: int
    unit: Count


# What a setting's value can be after checking. Dicts are lines with several slots; models are those above.
Value = TypeAliasType(
    "Value",
    "bool | int | float | str | Every | Compared | Joined | Negated | tuple[Value, ...] | dict[str, Value] | None",
)


class Input(Frozen):
    """One of a stage's inputs: a stage's name, and the part of it that is meant (a group, an output), or None."""

    stage: str
    part: str | None = None


class Step(Frozen):
    """A step of a dataset: its word, its values by slot name, and the settings beneath it (credit beneath from).

    `from` is a step too: slots `paths` (tuple of str) and `stages` (tuple of Input, as `{"stage": …, "part": …}`).
    """

    word: str
    values: dict[str, Value]
    beneath: dict[str, Value] = {}


class Group(Frozen):
    """A named part of a dataset, with steps that see only its own images."""

    name: str
    steps: tuple[Step, ...]


class Family(Frozen):
    """What `each` in the use of a recipe goes through, where several settings vary together with it.

    `use` is the use's name, `takes` what the recipe calls it, and `values` what the use says.
    """

    use: str
    takes: str
    values: tuple[Value, ...]


class Sweep(Frozen):
    """`each setting values`. Those of one family are one axis, with a value for each of the family's.

    `called` is what the use of a recipe calls it that says these values, where that is another word; `percent` tells
    whether they are said so.
    """

    setting: str
    values: tuple[Value, ...]
    family: Family | None = None
    called: str = ""
    percent: bool = False


class Stage(Frozen):
    """A stage: what makes one artifact, or one for each cell of its sweep.

    `settings` holds what the script says and no defaults. `seed` is not among them: it is the stage's own, or None.
    """

    name: str  # as reached from outside: `atlas.specimens`; of what a recipe made, `dream.recollection`
    kind: str
    settings: dict[str, Value] = {}
    sources: tuple[Input, ...] = ()  # after `from`
    models: tuple[Input, ...] = ()  # after `with`
    paths: tuple[str, ...] = ()  # paths after `from` (dataset, borrow), as written
    revision: str | None = None  # after `at`
    groups: tuple[Group, ...] = ()
    steps: tuple[Step, ...] = ()
    texts: tuple[str, ...] = ()
    sweeps: tuple[Sweep, ...] = ()
    seed: int | None = None
    save: str | None = None
    later: tuple[str, ...] = ()  # what of it is checked and not run yet: `tune`, `sampler lcm`


class Work(Frozen):
    """What belongs on the wall."""

    title: str | None = None
    artist: str | None = None
    after: str | None = None
    year: int | None = None
    edition: str | None = None
    licence: str | None = None
    statement: str | None = None
    seed: int = 0


class Program(Frozen):
    """A checked script. Stages stand as written, those of a recipe in the place of its use."""

    language: int = 1
    work: Work = Work()
    stages: tuple[Stage, ...] = ()
