"""Seeing: what a script asks to see of a training on its way, when it is due, and where it is kept.

What is asked for later is what would have been there then, to the bit: what is kept of a moment is all that it was. A
moment that was not kept is gone, and nothing is ever trained to see it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from intaglio.runtime.contract import Context, Made, Segment

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.artifact import Artifact
    from intaglio.stdlib.nn.training import Training

TOLD = 6  # steps that a remark names


@dataclass(frozen=True, slots=True)
class Moment:
    """A step after which something is seen, and its number in the unit that an artist counts in."""

    step: int
    number: int


@dataclass(frozen=True, slots=True)
class Asked:
    """`preview 12 every 5 epochs`: what is to be seen, by the setting `word`, and when. A unit has so many steps."""

    word: str
    what: Any
    amount: int
    unit: str
    steps: float

    @property
    def said(self) -> list[Any]:
        """What an artist said, as notes have it."""
        return [self.what, self.amount, self.unit]

    def line(self, stride: int) -> str:
        """The line of a script that asks for the same, every so many steps."""
        return f"{self.word} {self.what} every {stride} steps"

    def due(self, done: int) -> int | None:
        """The number, in its unit, of what is due after so many steps; None where nothing is."""
        stride = self.amount * self.steps
        number = int(done / stride + 1e-9)
        return number * self.amount if number > int((done - 1) / stride + 1e-9) else None

    def moments(self, last: int) -> Iterator[Moment]:
        """All that are due until a step."""
        stride = self.amount * self.steps
        for place in range(1, int(last / stride + 1e-9) + 1):
            step = max(1, math.ceil(stride * (place - 1e-9)))
            if self.due(step) == place * self.amount:  # of several in one step the last is shown
                yield Moment(step, place * self.amount)


class Book:
    """Where one sort of thing that is seen of a training is kept: by moments, in its folder, with a note.

    What is refused (`_refusal`) is noted as asked for, and never drawn.
    """

    things: ClassVar[str]
    """What it holds."""
    done: ClassVar[str]
    """What is done to have one."""
    note: ClassVar[str]
    """The file of its note."""
    nothing: ClassVar[Mapping[str, Any]]
    """What that says where nothing was ever asked for: `said` among others."""
    marks: ClassVar[bool] = False
    """Whether the training is kept at its moments, longer than at others."""

    def __init__(self, context: Context[Any], asked: Asked | None, begun: Training) -> None:
        """For a training that has begun. Remarks on what is refused."""
        self._folder, self._seed = context.seen, context.seed
        self.said = None if asked is None else asked.said
        why = "" if asked is None else self._refusal(begun)
        if why:
            context.remark(why)
        self.asked = None if why else asked

    @classmethod
    def noted(cls, path: Path | None) -> dict[str, Any]:
        """What its note says. Nothing, where there is none or it is damaged: then all is seen again."""
        try:
            note = json.loads(path.read_bytes()) if path is not None else None
        except (OSError, ValueError):
            note = None
        return note if isinstance(note, dict) and note.keys() == cls.nothing.keys() else deepcopy({**cls.nothing})

    def see(self, done: int, begun: Training) -> Mapping[str, str] | None:
        """Add what is due after so many steps, and say what is to be told of it; None where nothing is due."""
        number = None if self.asked is None else self.asked.due(done)
        return None if self.asked is None or number is None else self.draw(Moment(done, number), self.asked.what, begun)

    def has(self, moment: Moment, what: Any) -> bool:
        """Whether what is asked for of a moment is there."""
        raise NotImplementedError

    def draw(self, moment: Moment, what: Any, begun: Training) -> Mapping[str, str]:
        """Add what a training can do now, and say what is to be told of it."""
        raise NotImplementedError

    def write(self, arithmetic: str) -> None:
        """Write down what was asked for by now, and what is there. `arithmetic` has made the training until now."""
        raise NotImplementedError

    def end(self) -> None:
        """Do what is left to do when all is there."""

    @property
    def files(self) -> list[Path]:
        """What it has written."""
        raise NotImplementedError

    def _refusal(self, begun: Training) -> str:
        """Why nothing of it can be had of a training, as an artist is told; empty where it can."""
        return ""


# Later -------------------------------------------------------------------------------------------------------------


def catch_up(book: Book, begun: Training, context: Context[Any], last: int, arithmetic: str) -> Made:
    """Draw what is asked for until a step and is not there, as far as its moments are kept, and tell of the others.

    Leaves the training at one of these moments. `arithmetic` is what has made it until that step. Raises `Cancelled`.
    """
    asked = book.asked
    if asked is None:
        return Made(0, 0, book.things)
    kept = _kept(begun, context, arithmetic, last)
    moments = list(asked.moments(last))
    lacking = [moment for moment in moments if not book.has(moment, asked.what)]
    gone, drawn = [], 0
    for moment in lacking:
        if moment.step not in kept or not kept[moment.step]():
            gone.append(moment)
            continue
        told = book.draw(moment, asked.what, begun)
        drawn += 1
        context.progress(drawn, len(lacking), book.things, **told)
    if gone:
        steps = kept.keys() - {moment.step for moment in gone}
        context.remark(_told(book, asked.unit, gone, len(moments), sorted(steps)), hint=_instead(asked, steps, last))
    return Made(drawn, len(moments) - len(lacking), book.things)


def _kept(begun: Training, context: Context[Any], arithmetic: str, last: int) -> dict[int, Callable[[], bool]]:
    """The steps that are kept of what some arithmetic has made, each with what puts the training there.

    That says whether it could. A finished training is kept as its result, too.
    """

    def restored(segment: Segment) -> bool:
        sound = context.is_sound(segment)
        if sound:
            begun.restore(segment.files)
        return sound

    def recalled(model: Artifact) -> bool:
        sound = context.is_sound(Segment(last, arithmetic, model.result))
        if sound:
            begun.recall(model)
        return sound

    made = f", after {arithmetic}"  # by one after the other, where a seam was accepted
    own = [s for s in context.segments if s.step <= last and made.endswith(f", after {s.fingerprint}")]
    kept: dict[int, Callable[[], bool]] = {segment.step: partial(restored, segment) for segment in own}
    if context.made is not None:
        kept.setdefault(last, partial(recalled, context.made))
    return kept


def _told(book: Book, unit: str, gone: Sequence[Moment], count: int, kept: Sequence[int]) -> str:
    numbers = _listed([moment.number for moment in gone])
    units = unit.removesuffix("s") if numbers == "1" else unit
    steps = f"Of this training, steps {_listed(kept)} are kept" if kept else "Nothing of this training is kept"
    return (
        f"{len(gone)} of {count} {book.things} cannot be {book.done} any more: what the model was after {numbers}"
        f" {units} was not kept. {steps}; a `preview` that is said before a training begins keeps every moment"
        " that it shows."
    )


def _listed(numbers: Sequence[int]) -> str:
    """Numbers as a text, those in the middle left out where there are many."""
    told = [f"{number:,}" for number in numbers]
    return ", ".join(told if len(told) <= TOLD else [*told[: TOLD - 1], "…", told[-1]])


def _instead(asked: Asked, there: Collection[int], last: int) -> str | None:
    """A line that asks for what is there and for nothing else: that which shows most; None where it shows only one."""
    for stride in sorted(there):
        if stride <= last // 2 and all(step in there for step in range(stride, last + 1, stride)):
            return asked.line(stride)
    return None
