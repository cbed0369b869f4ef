"""The card of a dataset: its images and the steps that led to them come in, what stands on its page goes out.

It looks at what was made and makes nothing, and refuses to know of formats.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import numpy as np
from PIL import Image

from intaglio.face.text import several
from intaglio.lang.ir import Step
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.plan.saying import Sayer
from intaglio.stdlib import registry
from intaglio.stdlib.images import measuring, tally
from intaglio.stdlib.images.conditions import told
from intaglio.stdlib.images.levels import Level, levels
from intaglio.stdlib.images.photo import KeptBase, Photo

SHOWN = 60  # pictures on a card; of more, so many from all along the list
THUMBNAIL = 160  # px, of the longer side
TWINS = 0.94  # likeness from which on two images are told as near twins
TOLD = 12  # rows of a table that may be long
MOST = 5000  # images among which twins are looked for: each is compared with all others
THIN = 0.5  # of the usual group: one with fewer is a gap
TERMS = ("credit", "licence", "consent")


@dataclass(frozen=True, slots=True)
class Table:
    """A part of a card: what its columns are called, its rows, and a line beneath them, or ""."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    below: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a card: a small PNG of it, and what stands beneath."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the page, from top to bottom. `foot` is its last line, in parts."""

    title: str
    under: tuple[str, ...]
    tables: tuple[Table, ...]
    gaps: tuple[str, ...]
    pictures: tuple[Picture, ...]
    foot: tuple[str, ...]

    def text(self) -> str:
        """All that is written there, to find out which letters it takes."""
        cells = [cell for table in self.tables for row in (*table.rows, (table.title, table.below)) for cell in row]
        names = [picture.name for picture in self.pictures]
        return "\n".join([self.title, *self.under, *cells, *self.gaps, *names, *self.foot])


def card(title: str, work: Sequence[str], params: Any, artifact: Artifact) -> Card:
    """The card of a dataset that was made with these settings; `work` is what stands beneath its title."""
    made = ImageSet(artifact)
    tables = (
        Table("Sizes", ("width by height", "images"), *_shortened(_sizes(made))),
        Table("Groups", ("group", "images", "share"), tuple(_groups(made))),
        Table("Whose they are", ("images", *TERMS), *_shortened(list(_owners(made)))),
        Table("Step by step", ("group", "line", "images", "fewer"), tuple(_told(_steps(params, artifact)))),
        _twins(made),
    )
    pictures = tuple(_pictures(made))
    more = f"; {len(pictures)} of them below" if len(pictures) < len(made) else ""
    return Card(
        title,
        (*work, f"{several(len(made), 'image')}{more}"),
        tuple(table for table in tables if table.rows or table.below),
        tuple(_gaps(made)),
        pictures,
        (f"key {artifact.key[:12]}", f"content {artifact.digest[:12]}"),
    )


def _shortened(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[tuple[str, ...], ...], str]:
    """The first rows, and how many more there are."""
    more = len(rows) - TOLD
    return tuple(rows[:TOLD]), f"and {more:,} more" if more > 0 else ""


def _sizes(made: ImageSet) -> list[tuple[str, ...]]:
    counted = Counter(made.sizes).most_common()
    return [(f"{width} by {height} px", f"{count:,}") for (height, width), count in counted]


def _groups(made: ImageSet) -> Iterator[tuple[str, ...]]:
    counted = Counter(made.groups)
    names = [*made.group_names, *([None] if made.group_names and counted[None] else [])]
    for name in names:
        yield name or "none", f"{counted[name]:,}", f"{counted[name] / max(1, len(made)):.0%}"


# Steps ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the dataset: of which group, in words, how many images it left, and how many there were before."""

    group: str
    step: Step
    said: str
    left: int | None
    before: int


def _steps(params: Any, artifact: Artifact) -> list[Line]:
    """The lines as they stand in the script, groups first, as they are done."""
    own, *groups = levels(params)
    left = tally.left(artifact)
    rows = [] if left is None else [*left.groups, left.steps]
    say = Sayer(registry.kinds()["dataset"], told)
    found: list[Line] = []
    inside = 0
    for level, counts in zip_longest([*groups, own], rows, fillvalue=()):
        assert isinstance(level, Level)
        lines = list(_lines(level, counts, 0 if level.number else inside, say))
        found += lines
        if level.number and lines:
            ends = [line.left or 0 for line in lines if line.step.word != "from"][-1:]
            inside += ends[0] if ends else sum(line.left or 0 for line in lines)
    return found


def _lines(level: Level, counts: Sequence[int], there: int, say: Sayer) -> Iterator[Line]:
    for step, count in zip_longest(level.steps, counts[: len(level.steps)]):
        said = say("steps", {"word": step.word, **step.model_dump(mode="json")["values"]})
        yield Line(level.name, step, said, count, there)
        there = there + (count or 0) if step.word == "from" else count or 0


def _told(lines: Iterable[Line]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        if line.left is None:
            yield line.group, line.said, "", ""
        elif line.step.word == "from":
            yield line.group, line.said, f"+ {line.left:,}", ""
        else:
            fewer = line.before - line.left
            yield line.group, line.said, f"{line.left:,}", f"{fewer:,}" if fewer > 0 else ""


def _owners(made: ImageSet) -> Iterator[tuple[str, ...]]:
    """Whose the images are and on what terms, those of most images first."""
    counted = Counter(tuple(each.get(term, "not said") for term in TERMS) for each in made.credits)
    for said, count in counted.most_common():
        yield f"{count:,}", *said


# Gaps and twins ---------------------------------------------------------------------------------------------------


def _gaps(made: ImageSet) -> Iterator[str]:
    """What is missing, a sentence each."""
    for term in TERMS:
        missing = sum(term not in each for each in made.credits)
        if missing:
            yield f"No {term} is said for {_of(missing, len(made))}."
    captions = sum(caption is None for caption in made.captions)
    if 0 < captions < len(made):
        yield f"No caption is said for {_of(captions, len(made))}."
    counted = Counter(dict.fromkeys(made.group_names, 0)) + Counter(name for name in made.groups if name)
    usual = float(np.median([counted[name] for name in made.group_names])) if made.group_names else 0
    for name in made.group_names:
        if counted[name] < THIN * usual:
            yield f"The group {name} has {several(counted[name], 'image')}; the usual group has {usual:g}."


def _of(count: int, whole: int) -> str:
    return "any image" if count == whole else f"{count:,} of {several(whole, 'image')}"


def _twins(made: ImageSet) -> Table:
    """Pairs that look much the same."""
    head = ("one", "another", "likeness")
    if len(made) > MOST:
        return Table("Near twins", head, (), f"They are not looked for among more than {MOST:,} images.")
    digests = np.array([measuring.perceptual(_photo(made, place)) for place in range(len(made))], np.uint8)
    pairs: list[tuple[float, int, int]] = []
    for place in range(len(made) - 1):
        alike = measuring.likenesses(digests[place], digests[place + 1 :])
        pairs += [(float(alike[i]), place, place + 1 + int(i)) for i in np.flatnonzero(alike >= TWINS)]
    pairs.sort(key=lambda pair: (-pair[0], pair[1:]))
    names = [_name(made, place) for place in range(len(made))]
    rows, below = _shortened([(names[one], names[other], f"{share:.0%}") for share, one, other in pairs])
    return Table("Near twins", head, rows, below if rows else f"No two images are alike by {TWINS:.0%} or more.")


def _photo(made: ImageSet, place: int) -> Photo:
    height, width = made.sizes[place]
    return Photo(KeptBase(made.digests[place], (width, height), lambda: Image.fromarray(made[place])))


def _name(made: ImageSet, place: int) -> str:
    return made.names[place] or f"image {place + 1}"


def _pictures(made: ImageSet) -> Iterator[Picture]:
    for place in np.unique(np.linspace(0, len(made) - 1, min(SHOWN, len(made))).round().astype(int)):
        image = Image.fromarray(made[int(place)])
        image.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS)
        stream = io.BytesIO()
        image.save(stream, "PNG")
        yield Picture(_name(made, int(place)), stream.getvalue())
