"""Events: all that an execution tells, as values. The face shows them; `--json` prints them, one object a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Started:
    """A stage begins. `cells` to make now, of `of` in all."""

    event: ClassVar[str] = "started"
    stage: str
    verb: str
    cells: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is. `facts` may hold loss, rate, preview; `seconds` since it started."""

    event: ClassVar[str] = "progress"
    stage: str
    done: int
    total: int
    unit: str
    seconds: float
    facts: dict[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Awaited:
    """Another gen is making what this stage would, or more of the same course: it waits for that."""

    event: ClassVar[str] = "awaited"
    stage: str


@dataclass(frozen=True, slots=True)
class Remarked:
    """A stage says something that does not stop it."""

    event: ClassVar[str] = "remark"
    stage: str
    code: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A training waits for a word before it begins. `seconds` it will take, if known, and `spent` will be of no use."""

    event: ClassVar[str] = "held"
    stage: str
    seconds: float | None
    spent: float


@dataclass(frozen=True, slots=True)
class Revised:
    """The score was put in place of another while stages ran: what is still wanted of them goes on."""

    event: ClassVar[str] = "revised"


@dataclass(frozen=True, slots=True)
class Finished:
    """A stage is done. `made` and `reused` count items or steps in `unit`; `saved` is where `save` placed them."""

    event: ClassVar[str] = "finished"
    stage: str
    made: int
    reused: int
    unit: str
    seconds: float
    key: str | None
    saved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """A stage could not finish. `line` is its line in the script; `kept` tells what was kept.

    Of a stage in a recipe, `line` is that of the use, and `inside` names the lines of recipes, `FILE:LINE`, from the
    outside in.
    `unplaced` tells that it was made, and only the copy that `save` asks for could not be placed. `untrusted` tells
    that nothing went wrong: it would run code that nobody has said to trust, and waits for that.
    Where `hint` `offers` a line of the script, that goes in the place of `line`, or, where that is said, `beneath`
    another; of a stage in a recipe, there.
    """

    event: ClassVar[str] = "failed"
    stage: str
    line: int
    message: str
    hint: str | None = None
    kept: str | None = None
    unplaced: bool = False
    untrusted: bool = False
    inside: tuple[str, ...] = ()
    offers: bool = False
    beneath: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stage did not run: it is `fresh`, or it waits for one that failed (`reason`).

    `placed` files of what `save` asks for were not there, and are now: it is new, or they were removed.
    """

    event: ClassVar[str] = "skipped"
    stage: str
    reason: str
    key: str | None = None
    saved: tuple[str, ...] = ()
    placed: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """The execution is over."""

    event: ClassVar[str] = "done"
    made: int
    fresh: int
    failed: int
    waiting: int
    seconds: float
    cancelled: bool = False


Event = Started | Progress | Awaited | Remarked | Held | Revised | Finished | Failed | Skipped | Done


def as_json(event: Event) -> dict[str, Any]:
    """The object that `--json` prints for an event."""
    import dataclasses

    return {"event": event.event, **dataclasses.asdict(event)}
