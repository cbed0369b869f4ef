"""Offering: where in a score the line goes that a fault offers. A stage and a fault go in, places come out.

A fault knows its hint as words, and nothing of lines. One that begins with a word of its stage, or of what that is made
of, is a line of the score: it goes in the place of the line that says that word already, else beneath the stage's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from intaglio.lang.ir import Stage
from intaglio.runtime.contract import Kind
from intaglio.runtime.fault import Fault
from intaglio.runtime.plan import picking
from intaglio.runtime.plan.schema import verb

ROLE = re.compile(r"(group \d+: )?[a-z-]+ \d+\Z")  # what a run calls a line: `keep 2`, `group 1: keep 2`
Places = Mapping[tuple[str, str], int]  # the line of each path that a stage names, and of each line beneath it


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the score that is offered: it goes in the place of line `instead`, or beneath line `beneath`.

    Neither is known of what a recipe makes, which is `stage` all the same.
    """

    stage: str
    instead: int = 0
    beneath: int = 0


def offered(
    fault: Fault,
    stage: Stage,
    order: Sequence[Stage],
    kinds: Mapping[str, Kind[Any]],
    lines: Mapping[str, int],
    places: Places,
    inside: Mapping[str, Sequence[str]],
) -> Offer | None:
    """Where a fault's hint goes; None where it is no line of the score, or nobody knows."""
    if fault.hint is None:
        return None
    if fault.path is not None:
        line = places.get((stage.name, fault.path), 0)
        return Offer(stage.name, instead=line) if line and ROLE.match(fault.path) else None
    word = fault.hint.split(" ", 1)[0]
    for other in _concerned(stage, {each.name: each for each in order}):
        kind = kinds.get(other.kind)
        if kind is None or not _knows(kind, word):
            continue
        if inside.get(other.name):
            return Offer(other.name)
        said = _last(word, other.name, places)
        if said:
            return Offer(other.name, instead=said)
        if other is stage or word not in verb(kind).steps:
            return Offer(other.name, beneath=lines.get(other.name, 0))
        own = (line for (name, _), line in places.items() if name == other.name)
        return Offer(other.name, beneath=max(own, default=lines.get(other.name, 0)))  # a step acts on what is left
    return None


def _concerned(stage: Stage, stages: Mapping[str, Stage]) -> Iterator[Stage]:
    """Who may say it: the stage, or of a picked step who picks it; then what that is made of, the nearest first."""
    if picking.origin(stage.name) is not None:
        stage = next((each for each in stages.values() if stage.name in [g.stage for g in each.models]), stage)
    waiting, met = [stage], {stage.name}
    while waiting:
        stage = waiting.pop(0)
        yield stage
        before = [given.stage for given in stage.sources if given.stage in stages and given.stage not in met]
        met.update(before)
        waiting += [stages[name] for name in dict.fromkeys(before)]


def _knows(kind: Kind[Any], word: str) -> bool:
    """Whether a kind has a setting or a step of this name."""
    said = verb(kind)
    return word in said.settings or word in said.steps


def _last(word: str, stage: str, places: Places) -> int:
    """The last line beneath a stage that begins with a word, from 1; 0 where there is none."""
    found = (line for (name, role), line in places.items() if name == stage and _begins(role, word))
    return max(found, default=0)


def _begins(role: str, word: str) -> bool:
    """Whether a line that a run calls so (`keep 2`) is one of this word, and in no group."""
    head, _, number = role.rpartition(" ")
    return head == word and number.isdecimal()
