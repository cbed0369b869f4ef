"""Sizing: the lines that give images their size, as far as the script says it, and what one would say of another size.

A size is given by a step of the dataset itself, by one of its groups, or by a dataset that the images come from. Of
places on the disk and of what other verbs make nothing is said here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from intaglio.lang.checker import draft
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.idle import Size
from intaglio.lang.checker.place import Place
from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.records import dataclass
from intaglio.lang.tree import Colour, Extent, Line
from intaglio.lang.vocabulary import Sides

MOST = 64  # datasets, one made of the other, that are gone through


@dataclass(frozen=True, slots=True)
class Sized:
    """Some images that are given a size: the stage that does so, its line as it stands now, and the size."""

    source: Checked
    line: Line
    size: Size

    def say(self, fault: type[Diagnostic], said: str, **facts: Any) -> None:
        """Tell of a fault that another size would mend, where this one is said: on the line, or by a use of it."""
        made = self.source.made
        node = next((node for node in self.line.values if not isinstance(node, Colour)), None)
        if node is None or made.scope.home.lets is None:
            made.desk.say(fault(span=self.line.span(), **facts))
            return
        word = self.line.head.text if self.line.head is not None else made.word
        Place(made.desk, self.line, made.scope, made.scope.home.lets, word).say(fault, node, said, **facts)


def sizes_of(given: Iterable[draft.Input], at: Callable[[str], Checked | None]) -> Iterator[Sized]:
    """Every size that is known of some of these images, in order. `at` finds a stage by its path."""
    waiting = deque((each.stage, each.part) for each in given)
    seen: set[tuple[str, str | None]] = set()
    while waiting and len(seen) < MOST:
        named = waiting.popleft()
        stage = None if named in seen else at(named[0])
        seen.add(named)
        if stage is None or stage.made.verb is None or not stage.made.verb.steps or stage.inputs.unsure:
            continue
        deeper: list[tuple[str, str | None]] = []
        for size, steps in _levels(stage, named[1]):
            line = line_now(stage, size.line)
            if line is not None and size.least:
                yield Sized(stage, line, size)
            elif not size.is_given:
                deeper += _sources(steps)
        waiting.extendleft(reversed(deeper))


def _levels(stage: Checked, part: str | None) -> Iterator[tuple[Size, Iterable[draft.Step]]]:
    """What is done to all images of a dataset, or of a part of it: for all at once, or else in each of its groups."""
    steps = stage.steps
    if part is None or steps.size.is_given or stage.made.sorts_itself:
        yield steps.size, steps.steps
    if not steps.size.is_given:
        for group, size in zip(steps.groups, steps.sizes, strict=True):
            if part in (None, group.name):
                yield size, group.steps


def _sources(steps: Iterable[draft.Step]) -> Iterator[tuple[str, str | None]]:
    """The stages that steps take images from."""
    for step in steps:
        if step.word == "from":
            for given in step.values.get("stages", ()):
                yield given["stage"], given["part"]


def line_now(stage: Checked, line: Line | None) -> Line | None:
    """Where a line that was read before stands now: the last of the stage that says the same."""
    if line is None:
        return None
    waiting = [*stage.made.line.children, *stage.strays]
    found = None
    while waiting:
        each = waiting.pop()
        if each.text == line.text and (found is None or each.number > found.number):
            found = each
        waiting += each.children
    return found


def shown(size: Size) -> str:
    """A size as messages say it: `32 px by 48 px`, or what is known of it."""
    return f"{size.width} px by {size.height} px" if size.width else f"{size.shorter} px on their shorter side"


def written(size: Size, sized: Sized) -> str:
    """A size as the line of other images would say it."""
    return resized_to(sized, (size.width, size.height)) if size.width else f"{size.shorter} px"


def fitted(sized: Sized, sides: Sides) -> str | None:
    """What a line would say whose images have sides that will do; None where it says so."""
    size = sized.size
    if not size.width:
        side = sides.fitting(size.shorter)
        return None if side == size.shorter else f"{side} px"
    fitting = sides.fitting(size.width), sides.fitting(size.height)
    return None if fitting == (size.width, size.height) else resized_to(sized, fitting)


def resized_to(sized: Sized, size: tuple[int, int]) -> str:
    """Another size, in one figure where the line says its own so, and that is enough."""
    alone = sized.size.square and size[0] == size[1] and not any(isinstance(node, Extent) for node in sized.line.values)
    return f"{size[0]} px" if alone else f"{size[0]} px by {size[1]} px"
