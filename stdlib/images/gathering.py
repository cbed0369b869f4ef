"""Gathering: from the `from` lines of a dataset to its items, in order. Nothing is decoded yet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from intaglio.lang import ir
from intaglio.runtime.artifact import Origin
from intaglio.runtime.contract import Context, Source
from intaglio.runtime.images import ImageSet
from intaglio.stdlib.images import photo, video
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.levels import Level, is_film, levels
from intaglio.stdlib.images.photo import FileBase, Photo


@dataclass
class Gathered:
    """The items of one level, before any of its other steps."""

    level: Level
    parts: list[Part] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    sidecars: dict[str, Source] = field(default_factory=dict)  # by the image's name without its suffix


@dataclass(frozen=True)
class Part:
    """Some images with one origin: a file, a film, or an artifact's images; and the number of their `from` line."""

    what: Source | ImageSet
    origin: Origin  # of a file; of the first of an artifact's images
    line: int


def gathered(context: Context[Any]) -> list[Gathered]:
    """What each level's `from` lines give."""
    found = [Gathered(level) for level in levels(context.params)]
    number = 0
    for each in found:
        for index, (role, step) in enumerate(each.level.lines("from")):
            _add(each, context, role, step, number)
            beside = context.files.get(each.level.role("sidecars", index), ())
            each.sidecars |= {stem(source.name): source for source in beside}
            number += 1
    return found


def joined(levels: Sequence[Gathered]) -> Gathered:
    """What all levels gave, as the steps of the dataset itself see it."""
    own, *_ = levels
    names = [name for each in levels for name in each.names]
    sidecars = {stem: source for each in levels for stem, source in each.sidecars.items()}
    return Gathered(own.level, [], names, sidecars)


def _add(found: Gathered, context: Context[Any], role: str, step: ir.Step, line: int) -> None:
    """What one line gives: its files, and then its stages."""
    for index, source in enumerate(context.files[role]):
        found.parts.append(Part(source, Origin(role, index), line))
        found.names.append(source.name)
    numbers: Any = step.values["stages"]
    for number in numbers:
        given = context.sources[number]
        made = ImageSet(given.artifact, given.part)
        found.parts.append(Part(made, Origin(number, 0), line))
        found.names += made.names


def stem(name: str) -> str:
    """A name without its suffix: what an image and the notes beside it have in common."""
    return str(PurePosixPath(name).with_suffix(""))


def items(part: Part, group: str | None, context: Context[Any], window: Window) -> Iterator[Item]:
    """The items of one part. Raises `Unreadable` for a film that cannot be read (from there on), and a dead link."""
    if isinstance(part.what, ImageSet):
        return _made(part.what, part, group)
    if not part.what.digest:
        raise Unreadable("a link that leads nowhere")
    if is_film(part.what.name):
        return _filmed(part.what, part, group, window)
    source = part.what
    base = FileBase(lambda: context.read(source))
    return iter([Item(Photo(base), source.name, part.origin, part.line, group, place=source.origin)])


@dataclass(frozen=True)
class Window:
    """What of each film is wanted, in seconds."""

    begin: float = 0
    end: float | None = None

    @classmethod
    def of(cls, steps: Sequence[ir.Step]) -> Window:
        """As the lines right after `from` say, so that the rest need not be decoded."""
        begins, ends = [0.0], []
        for step in (step for step in steps if step.word != "from"):
            time: Any = step.values.get("time")
            if step.word == "skip":
                begins.append(time)
            elif step.word == "until":
                ends.append(time)
            else:
                break
        return cls(max(begins), min(ends, default=None))


def _made(made: ImageSet, part: Part, group: str | None) -> Iterator[Item]:
    times = made.times or (None,) * len(made)
    film = made.digests[0] if made.rate is not None and len(made) else ""
    facts = zip(made, made.names, made.places, made.groups, made.captions, times, made.films, strict=True)
    for pixels, name, place, own, caption, time, taken in facts:
        shot, origin = photo.of_pixels(pixels), replace(part.origin, index=place)
        of = {"film": taken or film, "taken": taken}
        yield Item(shot, name, origin, part.line, group or own, caption, time, made.rate, **of)


def _filmed(source: Source, part: Part, group: str | None, window: Window) -> Iterator[Item]:
    """The frames of a film's window."""
    of = {"film": source.digest, "taken": source.digest}
    with video.held(source) as path, video.Film(path) as film:
        for frame in film.frames(window.begin, window.end):
            then = f" {round(frame.time * film.rate):06d}"
            name, origin = source.name + then, replace(part.origin, then=then)
            yield Item(Photo(frame.base), name, origin, part.line, group, None, frame.time, film.rate, **of)


def length(part: Part) -> int:
    """How many items a film will give, about; 1 for an image. For telling how far the work is."""
    if isinstance(part.what, ImageSet):
        return len(part.what)
    if not is_film(part.what.name):
        return 1
    try:
        with video.Film(part.what.path) as film:
            return max(1, film.count)
    except Unreadable:
        return 1


class Names:
    """What the lines of a list may mean: the names of images."""

    def __init__(self, names: Sequence[str]) -> None:
        self._paths = frozenset(names)
        self._files: dict[str, set[str]] = {}
        for name in names:
            self._files.setdefault(PurePosixPath(name).name, set()).add(name)

    def meant(self, line: str) -> list[str]:
        """The image with that path, else the only one with that file name; none where neither is there."""
        wanted = unicodedata.normalize("NFC", line.strip()).removeprefix("./")
        if wanted in self._paths:
            return [wanted]
        found = self._files.get(wanted, set())
        return list(found) if len(found) == 1 else []
