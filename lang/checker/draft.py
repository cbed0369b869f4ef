"""Drafts: what the checker finds that values, steps and inputs are, before `lower` makes the IR of them.

The same shapes as in `lang.ir`, which see; but plain, so that a script can be checked without the library that the IR
is written with. To load that alone takes longer than to check a script.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from intaglio.lang.records import dataclass, field

Operator = Literal[">=", "<=", ">", "<", "is", "!="]


@dataclass(frozen=True, slots=True)
class Compared:
    """`measure operator value`."""

    measure: str
    operator: Operator
    value: float


@dataclass(frozen=True, slots=True)
class Joined:
    """`left and right`, `left or right`."""

    operator: Literal["and", "or"]
    left: Condition
    right: Condition


@dataclass(frozen=True, slots=True)
class Negated:
    """`not value`."""

    value: Condition


Condition = Compared | Joined | Negated


@dataclass(frozen=True, slots=True)
class Every:
    """`every 25 epochs`."""

    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class Input:
    """A stage, and the part of it that is meant."""

    stage: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a dataset."""

    word: str
    values: Mapping[str, Any]
    beneath: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """A named part of a dataset."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """What `each` in the use of a recipe goes through, where several settings vary together with it."""

    use: str
    takes: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sweep:
    """`each setting values`."""

    setting: str
    values: tuple[Any, ...]
    family: Family | None = None
    called: str = ""
    percent: bool = False
