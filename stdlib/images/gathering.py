"""Gathering: from the `from` lines of a dataset to its items, in order. Nothing is decoded yet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath
from typing import Any, NamedTuple, Self

from PIL import Image

from intaglio.lang import ir
from intaglio.runtime.artifacts.artifact import Origin
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Changed, Context, Source
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.facts import Facts
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.levels import Level, is_film, levels
from intaglio.stdlib.images.photo import FileBase, KeptBase, Photo
from intaglio.stdlib.images.reel import Reel
from intaglio.stdlib.images.video import Film


@dataclass
class Gathered:
    """The items of one level, before any of its other steps."""

    level: Level
    parts: list[Part] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    sidecars: dict[str, Source] = field(default_factory=dict)  # by the image's name without its suffix


class Part(NamedTuple):
    """Some images with one origin: a file, a film, or an artifact's images; and the number of their `from` line."""

    what: Source | ImageSet
    origin: Origin  # of a file; of the first of an artifact's images
    line: int
    film: bool = False


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
        found.parts.append(Part(source, Origin(role, index), line, is_film(source.name)))
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


class Opener:
    """Opens what was gathered, for one run. A context manager: leaving it closes films. May raise `Changed` then."""

    def __init__(self, context: Context[Any], facts: Facts) -> None:
        self._context = context
        self._facts = facts
        self._reels: dict[tuple[str, Window], Reel] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with suppress(*([Changed] if kind else [])):  # what ended the run already is what is told
            self._open.close()

    def items(self, part: Part, group: str | None, window: Window) -> Iterator[Item]:
        """The items of one part. Raises `Unreadable` for a film that cannot be read (from there on), or a dead link."""
        if isinstance(part.what, ImageSet):
            return _made(part.what, part, group)
        if not part.what.digest:
            raise Unreadable("a link that leads nowhere")
        if part.film:
            return _filmed(self._reel(part.what, window), part.what, part, group)
        source = part.what
        base = FileBase(partial(self._context.read, source), source.digest, self._facts)
        return iter((Item(Photo(base), False, source.name, part.origin, part.line, group, place=source.origin),))

    def length(self, part: Part, window: Window) -> int:
        """How many items a part will give, about. For telling how far the work is."""
        if isinstance(part.what, ImageSet):
            return len(part.what)
        return self._reel(part.what, window).count if part.film and part.what.digest else 1

    def seconds(self, part: Part) -> float:
        """How long a film is, as far as it says so itself. Raises `Unreadable`."""
        assert isinstance(part.what, Source), "an artifact's frames are no film"
        with Film(part.what.path) as film:
            return film.seconds

    def _reel(self, source: Source, window: Window) -> Reel:
        if (source.digest, window) not in self._reels:
            self._reels[source.digest, window] = reel = Reel(source, window.begin, window.end, self._facts)
            self._open.callback(reel.close)
        return self._reels[source.digest, window]


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
    told = (made.digests, made.sizes, made.names, made.places, made.groups, made.captions, times, made.films)
    for index, facts in enumerate(zip(*told, strict=True)):
        digest, (height, width), name, place, own, caption, time, taken = facts
        base = KeptBase(digest, (width, height), partial(_pixels, made, index))
        origin = replace(part.origin, index=place)
        known: dict[str, Any] = {"caption": caption, "time": time, "rate": made.rate, "film": taken or film}
        yield Item(Photo(base), False, name, origin, part.line, group or own, taken=taken, **known)


def _pixels(made: ImageSet, index: int) -> Image.Image:
    return Image.fromarray(made[index])


def _filmed(reel: Reel, source: Source, part: Part, group: str | None) -> Iterator[Item]:
    film: dict[str, Any] = {"film": source.digest, "taken": source.digest}
    for time, base, rate in reel.frames():
        then = f" {round(time * rate):06d}"
        name, origin = source.name + then, replace(part.origin, then=then)
        yield Item(Photo(base), False, name, origin, part.line, group, time=time, rate=rate, **film)


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
