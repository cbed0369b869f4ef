"""Losses: which images a dataset left out, and how it tells of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from intaglio.lang import ir
from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.diagnostics.world import NobodyFound, TooLittleLeft, UnreadableImages
from intaglio.lang.wording import quantity
from intaglio.runtime.contract import Context, Fault
from intaglio.stdlib.images import conditions, levels
from intaglio.stdlib.measures import FLEETING

FEW = 0.1  # of the images: when conditions leave fewer, a remark says to which of them most were lost


def told(step: ir.Step) -> str:
    """A step as an artist would write it."""
    values: Any = step.values
    if values.get("every") is not None:
        return f"{step.word} every {values['every'].amount} {values['every'].unit}"
    if values.get("condition") is not None:
        return f"{step.word} {conditions.told(values['condition'])}"
    if values.get("around") in FLEETING:
        return f"{step.word} {values['around']}"
    return step.word


def _timed(step: ir.Step) -> str:
    """A step with a time as an artist would write it: `skip 10 min`."""
    time = float(str(step.values["time"]))
    unit = next((unit for unit, size in (("h", 3600), ("min", 60)) if time and time % size == 0), "s")
    return f"{step.word} {quantity(time, 'time', unit)}"


def remark(context: Context[Any], told: Diagnostic) -> None:
    """Remark on something that has a page in the catalogue."""
    context.remark(told.message(), told.code, told.suggestion())


class Missed(NamedTuple):
    """A file that could not be read, or that what was sought is not in: the number of its `from` line, its place there,
    and in words where and, of the first, why.

    They are told in this order: which of them was met first hangs on what is known of others.
    """

    line: int
    at: int
    then: str
    place: str
    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name} ({self.reason})" if self.reason else self.name


class Losses:
    """A tally, kept while a dataset is made."""

    def __init__(self, steps: Sequence[ir.Step]) -> None:
        """`steps` are all that there are, in the order in which they are told where as many were lost to each."""
        self._steps = steps
        self._lost: Counter[int] = Counter()  # by the step's identity: telling each image's in words would be felt
        self._missed: list[Missed] = []
        self._empty: list[Missed] = []
        self._emptied: dict[str, tuple[str, str | None]] = {}  # films, with why, and the line of it as a fault says

    def lose(self, step: ir.Step, count: int = 1) -> None:
        """So many images were left out by a step."""
        if count > 0:
            self._lost[id(step)] += count

    def miss(self, missed: Missed) -> None:
        """A file could not be read."""
        self._missed.append(missed)

    def empty(self, params: Any, name: str, seconds: float, window: Sequence[ir.Step]) -> None:
        """Nothing of a film is left by some lines that say what is taken of it."""
        begins = [step for step in window if step.word == "skip"]
        step = max(begins or window, key=lambda step: float(str(step.values["time"])))
        told = f"{name} is {quantity(round(seconds, 1), 'time')} long: `{_timed(step)}` leaves nothing of it."
        self._emptied.setdefault(name, (told, levels.role_of(params, step)))

    def seek(self, missed: Missed) -> None:
        """What a step cuts around was not found in an image."""
        self._empty.append(missed)

    def tell(
        self,
        context: Context[Any],
        found: int,
        kept: int,
        measured: Callable[[ir.Step], Iterable[float]],
        *,
        whole: bool,
    ) -> None:
        """Remark on what could not be read, and on conditions that left little. Raises `Fault` when nothing is left; it
        then asks what the images `measured` that were lost to a comparison. These are all of them where it is `whole`.
        """
        self._missed.sort()
        for place, names in _by_place(self._missed):
            films = all(levels.is_film(each.name) for each in self._missed if each.place == place)
            remark(context, UnreadableImages(place=place, names=names, films=films))
        if not kept:
            raise self._nothing(context.params, found, measured, whole)
        for why, _ in self._emptied.values():
            context.remark(why)
        for place, names in _by_place(sorted(self._empty)):
            remark(context, NobodyFound(place=place, names=names))
        conditions = self._told(lambda step: step.values.get("condition") is not None)
        if kept < FEW * found and conditions:
            ((step, lost),) = conditions.most_common(1)
            alone = len(conditions) == 1
            remark(context, TooLittleLeft(kept=kept, found=found, step=step, lost=lost, alone=alone))

    def _told(self, which: Callable[[ir.Step], bool]) -> Counter[str]:
        """How many were lost to steps, by the step in words."""
        counted: Counter[str] = Counter()
        for step in self._steps:
            if self._lost[id(step)] and which(step):
                counted[told(step)] += self._lost[id(step)]
        return counted

    def _nothing(self, params: Any, found: int, measured: Callable[[ir.Step], Iterable[float]], whole: bool) -> Fault:
        if self._emptied and len(self._missed) == found:
            (why, role), *others = self._emptied.values()
            unread = [f"{each} could not be read." for each in self._missed[:3]]
            return Fault(" ".join([why, *(told for told, _ in others[:3]), *unread]), path=role)
        if not found:
            return Fault("There are no images in what this dataset is made from.")
        if len(self._missed) == found:
            first = self._missed[0]
            if found == 1:
                thing = "a film" if levels.is_film(first.name) else "an image"
                return Fault(f"{first} could not be read as {thing}.", path=first.place)
            told = f"None of the {found:,} files in {first.place} could be read as an image: {first}, …."
            return Fault(told, path=first.place)
        lost = f"None of {found:,} images remain{_most(self._told(lambda step: True))}."
        step = max(self._steps, key=lambda step: self._lost[id(step)], default=None)
        if step is None or not self._lost[id(step)]:
            return Fault(lost)
        reach, hint = _reach(step, measured)
        return Fault(f"{lost}{reach}" if whole else lost, hint, levels.role_of(params, step))


def _reach(step: ir.Step, measured: Callable[[ir.Step], Iterable[float]]) -> tuple[str, str | None]:
    """How far the images go that were lost to one comparison, and the step as it would keep one of them."""
    more = conditions.wants_more(step)
    found = [] if more is None else [*measured(step)]
    if not found:
        return "", None
    condition: Any = step.values["condition"]
    furthest = conditions.reached(step, max(found) if more else min(found))
    which = "largest" if more else "smallest"
    reach = f" The {which} {condition.measure} among them is {conditions.amount(condition.measure, furthest)}."
    return reach, conditions.widened(step, furthest)


def _by_place(missed: Sequence[Missed]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where they were found, each place with what is told of those there."""
    for place in dict.fromkeys(each.place for each in missed):
        yield place, tuple(str(each) for each in missed if each.place == place)


def _most(losses: Counter[str]) -> str:
    if not losses:
        return ""
    (step, count) = losses.most_common(1)[0]
    return f"; {'most' if len(losses) > 1 else 'they'} were lost to `{step}` ({count:,})"
