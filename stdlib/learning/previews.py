"""Previews: the pictures that a training is shown by, drawn as it goes, or later from what is kept of it.

A later one is the picture that would have been drawn then, to the bit: what is kept of a moment is all that it was. A
moment that was not kept is gone, and nothing is ever trained to see it.
"""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from intaglio.runtime.contract import Context, Made, Segment

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.artifact import Artifact
    from intaglio.stdlib.nn.training import Training

NOTE = "previews.json"
TOLD = 6  # steps that a remark names


class Rhythm:
    """When something is due on the way: every `amount` of a unit, each of which has so many steps."""

    __slots__ = ()
    amount: int
    unit: str
    steps: float

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


@dataclass(frozen=True, slots=True)
class Previews(Rhythm):
    """How many pictures to draw, and when."""

    count: int
    amount: int
    unit: str
    steps: float
    things: ClassVar[str] = "previews"
    done: ClassVar[str] = "drawn"

    @property
    def said(self) -> list[Any]:
        """What an artist said, as notes have it."""
        return [self.count, self.amount, self.unit]

    def line(self, stride: int) -> str:
        """The line of a script that asks for the same, every so many steps."""
        return f"preview {self.count} every {stride} steps"


class Asked(Protocol):
    """What is to be seen of a training on its way, and when."""

    things: ClassVar[str]
    done: ClassVar[str]

    @property
    def unit(self) -> str:
        """What an artist counts in."""
        ...

    def moments(self, last: int) -> Iterator[Moment]:
        """See `Rhythm.moments`."""
        ...

    def line(self, stride: int) -> str:
        """See `Previews.line`."""
        ...


class Book(Protocol):
    """Where that is kept, by moments. `arithmetic` is what has made the training until now."""

    arithmetic: str

    def has(self, moment: Moment, asked: Any) -> bool:
        """Whether what is asked for of a moment is there."""
        ...

    def draw(self, moment: Moment, begun: Training, asked: Any) -> Mapping[str, str]:
        """Add what a training can do now. What is to be told of it."""
        ...


@dataclass(frozen=True, slots=True)
class Moment:
    """A step that is shown, and its number in the unit that an artist counts in."""

    step: int
    number: int

    @property
    def file(self) -> str:
        """What its picture is called."""
        return f"preview-{self.number:06d}.png"


class Album:
    """The previews in a folder, and a note of which step each shows, how many pictures it has, and what was asked for.

    `arithmetic` is what has made the training until now.
    """

    def __init__(self, folder: Path, files: Mapping[str, Path] | None = None, arithmetic: str = "") -> None:
        """Begins with `files`, which are copied there: previews and a note, among others."""
        self._folder = folder
        for name, path in (files or {}).items():
            shutil.copyfile(path, folder / name)
        note = note_of(folder / NOTE)
        self._drawn: dict[str, list[int]] = note["drawn"]
        self.arithmetic: str = arithmetic or note["arithmetic"]

    def has(self, moment: Moment, asked: Previews) -> bool:
        """Whether there is a picture of a moment that shows as many as are asked for."""
        return self._drawn.get(moment.file) == [moment.step, asked.count] and (self._folder / moment.file).exists()

    def draw(self, moment: Moment, begun: Training, asked: Previews) -> Mapping[str, str]:
        """Add what a training can do now."""
        from intaglio.stdlib.nn import glimpse

        glimpse.grid(begun.glimpse(asked.count)).save(self._folder / moment.file)
        self._drawn[moment.file] = [moment.step, asked.count]
        return {"preview": moment.file}

    def note(self, previews: Previews | None) -> None:
        """Write down what was asked for by now, and what is there."""
        said = None if previews is None else previews.said
        note = {"said": said, "arithmetic": self.arithmetic, "drawn": self._drawn}
        (self._folder / NOTE).write_text(json.dumps(note, indent=1) + "\n")

    @property
    def files(self) -> list[Path]:
        """The note and the pictures."""
        return [self._folder / NOTE, *sorted(self._folder / name for name in self._drawn)]


def note_of(path: Path | None) -> dict[str, Any]:
    """What is noted of previews. Nothing, where there is no note or it is damaged: then they are drawn again."""
    nothing: dict[str, Any] = {"said": None, "arithmetic": "", "drawn": {}}
    try:
        note = json.loads(path.read_bytes()) if path is not None else nothing
    except (OSError, ValueError):
        return nothing
    return note if isinstance(note, dict) and note.keys() == nothing.keys() else nothing


def catch_up(book: Book, asked: Asked, begun: Training, context: Context[Any], last: int) -> Made:
    """Draw what is asked for until a step and is not there, as far as its moments are kept, and tell of the others.

    Leaves the training at one of these moments. Raises `Cancelled`.
    """
    kept = _kept(begun, context, book.arithmetic, last)
    moments = list(asked.moments(last))
    lacking = [moment for moment in moments if not book.has(moment, asked)]
    gone, drawn = [], 0
    for moment in lacking:
        if moment.step not in kept or not kept[moment.step]():
            gone.append(moment)
            continue
        told = book.draw(moment, begun, asked)
        drawn += 1
        context.progress(drawn, len(lacking), asked.things, **told)
    if gone:
        steps = kept.keys() - {moment.step for moment in gone}
        context.remark(_told(gone, len(moments), asked, sorted(steps)), hint=_instead(asked, steps, last))
    return Made(drawn, len(moments) - len(lacking), asked.things)


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


def _told(gone: Sequence[Moment], count: int, asked: Asked, kept: Sequence[int]) -> str:
    numbers = _listed([moment.number for moment in gone])
    steps = f"Of this training, steps {_listed(kept)} are kept" if kept else "Nothing of this training is kept"
    return (
        f"{len(gone)} of {count} {asked.things} cannot be {asked.done} any more: what the model was after {numbers}"
        f" {asked.unit} was not kept. {steps}; a `preview` that is said before a training begins keeps every moment"
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
