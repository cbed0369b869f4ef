"""Levels: the lines of a dataset and of its groups, with the files and names that they go by. Comes before anything is
opened, and loads no library: planning asks here what a dataset depends on.

A level is the dataset itself (number 0) or one of its groups; each has its `from` lines, and its own files. No name is
content: a group is its number, a stage after `from` its number among the sources. Where something goes by names all
the same (a list, two groups that are called alike), these are facts of their own.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from intaglio.lang import ir
from intaglio.runtime.artifacts import images
from intaglio.runtime.artifacts.artifact import Origin
from intaglio.runtime.contract import Files, Given, Source
from intaglio.runtime.keys import digests
from intaglio.stdlib import finders

BESIDE = frozenset({".txt", ".json", ".xmp", ".aae", ".csv", ".tsv"})  # notes and tables that lie beside images
LITTER = frozenset({"thumbs.db", "desktop.ini"})
LITTERED = frozenset({".db", ".ini"})
FILMS = frozenset(".mp4 .m4v .mov .mkv .webm .avi .mpg .mpeg .ogv .wmv .ts .mts .3gp".split())

LISTS = (("pick", "path"), ("caption", "from_"))  # steps that go by names, and where they say which list


@dataclass(frozen=True)
class Level:
    """One level's lines. `name` is "" for the dataset itself."""

    number: int
    name: str
    steps: tuple[ir.Step, ...]

    def role(self, word: str, index: int) -> str:
        """What the files of its `index`-th line `word` are called in a context, and in a manifest."""
        return f"{word} {index + 1}" if not self.number else f"group {self.number}: {word} {index + 1}"

    def lines(self, word: str) -> Iterator[tuple[str, ir.Step]]:
        """Its lines of one word, each with its role."""
        found = (step for step in self.steps if step.word == word)
        return ((self.role(word, index), step) for index, step in enumerate(found))

    @property
    def finds_groups(self) -> bool:
        """Whether a step of it sorts its images into groups, which are there instead of those that they were in."""
        return any(step.word in finders.every() for step in self.steps)

    @property
    def goes_by_names(self) -> bool:
        """Whether one of its lines names images."""
        return any(step.word == word and step.values[slot] is not None for word, slot in LISTS for step in self.steps)


def levels(params: Any) -> list[Level]:
    """The dataset's own level, and its groups'."""
    named = enumerate(params.groups, 1)
    return [Level(0, "", params.steps), *(Level(number, group.name, group.steps) for number, group in named)]


def role_of(params: Any, step: ir.Step) -> str | None:
    """What a step is called in a fault, see `Level.role`."""
    for level in levels(params):
        alike = [each for each in level.steps if each.word == step.word]
        place = next((place for place, each in enumerate(alike) if each is step), None)
        if place is not None:
            return level.role(step.word, place)
    return None


# What a file is, told by its name ---------------------------------------------------------------------------------


def is_beside(name: str) -> bool:
    """Whether it is a note or a table, and no image."""
    suffix = _suffix(name)
    return suffix in BESIDE or (suffix in LITTERED and posixpath.basename(name).lower() in LITTER)


def is_film(name: str) -> bool:
    """Whether it is a film."""
    return _suffix(name) in FILMS


def _suffix(name: str) -> str:
    """From the last dot of its last part on, in small letters. Asked of ten thousand files, it must not be felt."""
    dot = name.rfind(".")
    return name[dot:].lower() if dot > name.rfind("/") + 1 else ""


# Facts of files ---------------------------------------------------------------------------------------------------


def reads(params: Any, files: Files) -> dict[str, Sequence[Source]]:
    """Every file that the steps speak of. What they go by of names is a fact of the manifest as well."""
    found: dict[str, Sequence[Source]] = {}
    names: list[list[str]] = []
    named = _named(params)
    for level in levels(params):
        gathered = _gathered(level, params, files)
        found |= gathered | _lists(level, files)
        names += [[role, each.name] for role, listed in gathered.items() for each in listed if level in named]
    films = [[role, i] for role, listed in found.items() for i, each in enumerate(listed) if is_film(each.name)]
    return found | _fact("names", "names of files", names) | _fact("films", "which files are films", films)


def _gathered(level: Level, params: Any, files: Files) -> dict[str, Sequence[Source]]:
    """The images and films of each `from` line, and where captions lie beside them, those."""
    found: dict[str, Sequence[Source]] = {}
    for index, (role, step) in enumerate(level.lines("from")):
        paths: Any = step.values["paths"]
        listed = [source for path in paths for source in files.listed(path)]
        found[role] = [source for source in listed if not is_beside(source.name)]
        if _has_sidecars(level) or _has_sidecars(levels(params)[0]):
            notes = [each for each in listed if _suffix(each.name) == ".txt" and each.digest]
            found[level.role("sidecars", index)] = notes
    return found


def _has_sidecars(level: Level) -> bool:
    return any(step.values["from_"] == "sidecars" for _, step in level.lines("caption"))


def _lists(level: Level, files: Files) -> dict[str, Sequence[Source]]:
    named: Any = ((role, step.values[slot]) for word, slot in LISTS for role, step in level.lines(word))
    return {role: files.listed(path)[:1] for role, path in named if path not in (None, "sidecars")}


def _named(params: Any) -> list[Level]:
    """The levels whose images something names: a line of their own, or one of the dataset, which sees all images."""
    whole, *groups = levels(params)
    return [whole, *groups] if whole.goes_by_names else [group for group in groups if group.goes_by_names]


def _fact(role: str, told: str, value: Sequence[object]) -> dict[str, Sequence[Source]]:
    """A fact about files that is none of their contents; it is keyed as if a file said so."""
    return {role: (Source(".", role, told, digests.of_value(value)),)} if value else {}


# Facts of stages --------------------------------------------------------------------------------------------------


def classes(params: Any, sources: Sequence[Given]) -> dict[str, Origin]:
    """All groups in the order of their numbers, each with where it came from.

    The dataset's own come first, then those that came along with its stages; two that are called alike are one. Groups
    whose images are sorted into others are none.
    """
    own, *inside = levels(params)
    if own.finds_groups:
        return {}
    found = {level.name: Origin("", level.number - 1) for level in inside if not level.finds_groups}
    for number in _stages(levels(params)[0]):
        for index, name in _groups(sources[number]):
            found.setdefault(name, Origin(number, index))
    return found


def joined(params: Any, sources: Sequence[Given]) -> list[list[int]]:
    """For each stage of the dataset itself, the numbers that its groups have here: all that is keyed of their names."""
    if levels(params)[0].finds_groups:
        return []
    known = list(classes(params, sources))
    return [[known.index(name) for _, name in _groups(sources[n])] for n in _stages(levels(params)[0])]


def names_of_images(params: Any, sources: Sequence[Given]) -> digests.Digest | None:
    """One fact for the names of all images of stages that something here names; None where nothing does."""
    meant = [sources[number] for level in _named(params) for number in _stages(level)]
    named = [images.ImageSet(given.artifact, given.part).names for given in meant]
    return digests.of_value(named) if named else None


def _stages(level: Level) -> list[int]:
    """The numbers of the stages after `from`."""
    found: Any = [step.values["stages"] for _, step in level.lines("from")]
    return [number for numbers in found for number in numbers]


def _groups(given: Given) -> list[tuple[int, str]]:
    """The groups that come along with an input, numbered as there: all, or the one that is meant."""
    named = enumerate(images.called(given.artifact).groups)
    return [(index, name) for index, name in named if given.part in (None, name)]
