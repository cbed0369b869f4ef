"""Gathering: from the `from` lines of a dataset to its items, in order. In go files and artifacts; nothing is decoded.

A level is the dataset itself (named "") or one of its groups; each has its `from` lines, and its own files.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from intaglio.lang import ir
from intaglio.runtime import digests
from intaglio.runtime.contract import Changed, Context, Files, Given, Source
from intaglio.runtime.images import ImageSet
from intaglio.stdlib.images import photo, video
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.photo import FileBase, Photo

BESIDE = frozenset({".txt", ".json", ".xmp", ".aae", ".csv", ".tsv"})  # notes and tables that lie beside images
LITTER = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True)
class Level:
    """One level's lines. `name` is "" for the dataset itself."""

    name: str
    steps: tuple[ir.Step, ...]

    def role(self, word: str, index: int) -> str:
        """What the files of its `index`-th line `word` are called in a context, and in a manifest."""
        return f"{word} {index + 1}" if not self.name else f"{self.name}: {word} {index + 1}"

    def lines(self, word: str) -> Iterator[tuple[str, ir.Step]]:
        """Its lines of one word, each with its role."""
        found = (step for step in self.steps if step.word == word)
        return ((self.role(word, index), step) for index, step in enumerate(found))


def levels(params: Any) -> list[Level]:
    """The dataset's own level, and its groups'."""
    return [Level("", params.steps), *(Level(group.name, group.steps) for group in params.groups)]


# Files, at planning -----------------------------------------------------------------------------------------------


def reads(params: Any, files: Files) -> dict[str, Sequence[Source]]:
    """Every file that the steps speak of. Where steps go by names, the names are facts of the manifest as well."""
    found: dict[str, Sequence[Source]] = {}
    named = False
    for level in levels(params):
        for role, step in level.lines("from"):
            values: Any = step.values
            found[role] = [source for path in values["paths"] for source in files.listed(path)]
        for word, slot in (("pick", "path"), ("caption", "from_")):
            for role, step in level.lines(word):
                path: Any = step.values[slot]
                named = named or path is not None
                if path not in (None, "sidecars"):
                    found[role] = files.listed(path)[:1]
    return {**found, "names": _names(found)} if named else found


def _names(found: Mapping[str, Sequence[Source]]) -> Sequence[Source]:
    """One fact for all names, so that a renamed file is noticed where a list goes by names, and nowhere else."""
    sources = [(role, source) for role, listed in found.items() for source in listed]
    if not sources:
        return ()
    path = sources[0][1].path
    digest = digests.of_value([(role, source.name) for role, source in sources])
    return (Source(path, "names", "", digest),)


# Items, at a run --------------------------------------------------------------------------------------------------


@dataclass
class Gathered:
    """The items of one level, before any of its other steps."""

    level: Level
    parts: list[Part] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    sidecars: dict[str, Source] = field(default_factory=dict)  # by the image's name without its suffix


@dataclass(frozen=True)
class Part:
    """Some images with one origin: a file, a film, or an artifact's images."""

    what: Source | ImageSet
    credit: Mapping[str, str]


def gathered(context: Context[Any]) -> list[Gathered]:
    """What each level's `from` lines give."""
    return [_level(level, context) for level in levels(context.params)]


def joined(levels: Sequence[Gathered]) -> Gathered:
    """What all levels gave, as the steps of the dataset itself see it."""
    own, *_ = levels
    names = [name for each in levels for name in each.names]
    sidecars = {stem: source for each in levels for stem, source in each.sidecars.items()}
    return Gathered(own.level, [], names, sidecars)


def _level(level: Level, context: Context[Any]) -> Gathered:
    found = Gathered(level)
    for role, step in level.lines("from"):
        credit = _credit(context.params, step)
        files = context.files.get(role, ())
        images = [source for source in files if not _is_beside(source.name)]
        found.sidecars |= {stem(source.name): source for source in files if source.name.lower().endswith(".txt")}
        found.parts += [Part(source, credit) for source in images]
        found.names += [source.name for source in images]
        values: Any = step.values
        for wanted in values["stages"]:
            given = _given(context.sources, wanted["stage"], wanted["part"])
            made = ImageSet(given.artifact, given.part)
            found.parts.append(Part(made, credit))
            found.names += made.names
    return found


def _given(sources: Sequence[Given], stage: str, part: str | None) -> Given:
    """The input that a line means. Inputs stand in the order of the text, in which groups and the dataset mix."""
    return next(given for given in sources if (given.stage, given.part) == (stage, part))


def _is_beside(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in BESIDE or path.name.lower() in LITTER


def stem(name: str) -> str:
    """A name without its suffix: what an image and the notes beside it have in common."""
    return str(PurePosixPath(name).with_suffix(""))


def _credit(params: Any, step: ir.Step) -> dict[str, str]:
    """What stands beneath the `from`, and what it leaves unsaid from beneath the dataset."""
    words = ("credit", "licence", "consent")
    said = {word: step.beneath.get(word) or getattr(params, word) for word in words}
    return {word: str(value) for word, value in said.items() if value is not None}


def items(part: Part, group: str | None, context: Context[Any], window: Window) -> Iterator[Item]:
    """The items of one part. Raises `Unreadable` for a film that cannot be read (from there on)."""
    if isinstance(part.what, ImageSet):
        return _made(part.what, group, part.credit)
    if video.is_film(part.what.name):
        return _filmed(part.what, group, part.credit, window)
    source = part.what
    base = FileBase(lambda: context.read(source))
    return iter([Item(Photo(base), source.name, group, credit=part.credit, origin=source.origin)])


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


def _made(made: ImageSet, group: str | None, credit: Mapping[str, str]) -> Iterator[Item]:
    times = made.times or (None,) * len(made)
    film = made.digests[0] if made.rate is not None and len(made) else ""
    facts = zip(made, made.names, made.groups, made.captions, made.credits, times, strict=True)
    for pixels, name, own, caption, before, time in facts:
        credited = {**before, **credit}
        yield Item(photo.of_pixels(pixels), name, group or own, caption, credited, time, made.rate, film)


def _filmed(source: Source, group: str | None, credit: Mapping[str, str], window: Window) -> Iterator[Item]:
    """A film is too large to be held in memory: its digest is taken first, and a look at its stat before and after."""
    before = source.path.stat()
    if digests.of_file(source.path) != source.digest:
        raise Changed(source.path)
    with video.Film(source.path) as film:
        for frame in film.frames(window.begin, window.end):
            name = f"{source.name} {round(frame.time * film.rate):06d}"
            yield Item(Photo(frame.base), name, group, None, credit, frame.time, film.rate, source.digest)
    after = source.path.stat()
    if (after.st_mtime_ns, after.st_size, after.st_ino) != (before.st_mtime_ns, before.st_size, before.st_ino):
        raise Changed(source.path)


def length(part: Part) -> int:
    """How many items a film will give, about; 1 for an image. For telling how far the work is."""
    if isinstance(part.what, ImageSet):
        return len(part.what)
    if not video.is_film(part.what.name):
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
