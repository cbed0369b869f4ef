"""Listing: which files a path in a script means. Folders recursively, globs, single files; in natural order.

Hidden files, and links that lead out of the place that was named, are left out; links that lead nowhere are found, so
that whoever lists can tell of them. A script's names are NFC; those on the
disk may be in another form and are found all the same. Reads no file.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from intaglio.lang.records import dataclass
from intaglio.runtime.world import unchanged
from intaglio.runtime.world.unchanged import Look

DIGITS = re.compile(r"([0-9]+)")
ALIKE = dict.fromkeys(map(ord, "0123456789"), "0")
Enter = Callable[[tuple[str, ...]], bool]  # whether to go into a folder, by its relative parts


class Found(NamedTuple):
    """A file: its path on the disk, and its name: the path relative to the place listed, NFC, with `/`."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The files in a place, in natural order, and the folders that were looked into, each as it was before."""

    files: tuple[Found, ...]
    folders: dict[str, Look]


def natural(name: str) -> tuple[object, ...]:
    """The key of natural order: `9.jpg` before `10.jpg`, part by part of a path, and byte by byte where those agree."""
    parts = tuple(map(_numbered, unicodedata.normalize("NFC", name).split("/")))
    return parts, name.encode("utf-8", "surrogatepass")


def is_glob(path: str) -> bool:
    """Whether a path has a wildcard."""
    return any(sign in path for sign in "*?[")


def located(folder: Path, path: str) -> Path | None:
    """Where a path of a script lies, whatever Unicode form the disk has it in; None where nothing does.

    Raises OSError where it cannot be known.
    """
    place = folder / (Path(path).expanduser() if path.startswith("~/") else path)
    if _lies_there(place):
        return place
    here = Path(place.anchor)
    for part in place.parts[1:]:
        here = here / part if _lies_there(here / part) else here / _other_form(here, part)
        if not _lies_there(here):
            return None
    return here


def in_folder(place: Path, avoid: Path) -> Listing:
    """Every file under a folder; `avoid` is a folder that is not gone into. Raises OSError."""
    return _sorted(place, avoid, lambda parts: True)


def names(place: Path, avoid: Path) -> Iterator[str]:
    """The same files, by their names and in no order, each as it is found. Raises OSError."""
    return (each.name for each in _walk(place, avoid, lambda parts: True, {}))


def matching(folder: Path, pattern: str, avoid: Path) -> Listing | None:
    """Every file that a glob matches; under matched folders where it ends in `/`. None where its folder is not there.

    Names are relative to the folder before the first wildcard. Raises OSError.
    """
    before, wild = split(pattern)
    place = located(folder, before)
    if place is None or not place.is_dir():
        return None
    if pattern.endswith("/"):
        wild = (*wild, "*") if wild[-1] == "**" else (*wild, "**", "*")
    deep = "**" in wild
    return _sorted(place, avoid, lambda parts: deep or _begins(parts, wild), lambda parts: _matches(parts, wild))


def split(pattern: str) -> tuple[str, tuple[str, ...]]:
    """A glob's folder before its first wildcard, and its parts from there on."""
    parts = Path(pattern).parts
    first = next(i for i, part in enumerate(parts) if is_glob(part))
    wild = tuple(unicodedata.normalize("NFC", part) for part in parts[first:])
    return str(Path(*parts[:first])), tuple(p for i, p in enumerate(wild) if p != "**" or wild[i - 1 : i] != ("**",))


def _sorted(place: Path, avoid: Path, enter: Enter, wanted: Enter | None = None) -> Listing:
    folders: dict[str, Look] = {}
    walked = _walk(place, avoid, enter, folders)
    found = list(walked) if wanted is None else [each for each in walked if wanted(tuple(each.name.split("/")))]
    found.sort(key=lambda each: each.name)
    if not _are_alike(found):
        found.sort(key=lambda each: natural(each.name))
    return Listing(tuple(found), folders)


def _are_alike(found: list[Found]) -> bool:
    """Whether all names differ in digits alone, as a camera's do: sorted, they are in natural order."""
    patterns = {each.name.translate(ALIKE) for each in found}
    return len(patterns) == 1 and patterns.pop().isascii()


def _walk(place: Path, avoid: Path, enter: Enter, folders: dict[str, Look]) -> Iterator[Found]:
    """Every visible file, in no order. A folder that links lead to in a circle is gone into once."""
    home = cache(partial(os.path.realpath, place))  # links alone ask, and it looks at every folder on the way
    waiting: list[tuple[str, str]] = [(str(place), "")]
    entered = {_identity(str(avoid))}
    while waiting:
        folder, prefix = waiting.pop()
        identity = _identity(folder)
        if identity in entered:
            continue
        entered.add(identity)
        folders[folder] = unchanged.look(folder)
        with os.scandir(folder) as entries:
            for entry in entries:
                name = prefix + readable(entry.name)
                mode = None if entry.name.startswith(".") else _mode(entry, home)
                if mode is None:
                    continue
                if stat.S_ISREG(mode) or stat.S_ISLNK(mode):
                    yield Found(entry.path, name)
                elif stat.S_ISDIR(mode) and enter(tuple(name.split("/"))):
                    waiting.append((entry.path, f"{name}/"))


def _mode(entry: os.DirEntry[str], home: Callable[[], str]) -> int | None:
    """What an entry is: a link only where it leads nowhere. None for one that leads out."""
    if not entry.is_symlink():
        return stat.S_IFDIR if entry.is_dir() else stat.S_IFREG if entry.is_file() else None
    try:
        mode = entry.stat().st_mode
    except OSError:
        return stat.S_IFLNK
    return mode if os.path.realpath(entry.path).startswith(home().rstrip("/") + "/") else None


def _begins(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    return len(parts) < len(pattern) and all(map(fnmatchcase, parts, pattern))


def _matches(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether a glob matches: the places in the pattern that can be reached, after each part of the path."""
    places = _reached({0}, pattern)
    for part in parts:
        stay = {i for i in places if i < len(pattern) and pattern[i] == "**"}
        step = {i + 1 for i in places - stay if i < len(pattern) and fnmatchcase(part, pattern[i])}
        places = _reached(stay | step, pattern)
    return len(pattern) in places


def _reached(places: set[int], pattern: tuple[str, ...]) -> set[int]:
    """These places and those after a `**` among them, which may stand for no folder at all."""
    return places | {i + 1 for i in places if i < len(pattern) and pattern[i] == "**"}


def _identity(folder: str) -> tuple[int, int] | None:
    try:
        found = os.stat(folder)  # noqa: PTH116  # a Path of each folder takes longer than to look at it
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _lies_there(path: Path) -> bool:
    try:
        path.lstat()
    except ValueError:  # a NUL in it
        return False
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP):
            return False
        raise
    return True


def _other_form(folder: Path, name: str) -> str:
    """The entry of a folder that is the same text as `name` in another Unicode form; `name` where there is none."""
    wanted = unicodedata.normalize("NFC", name)
    if name.isascii() or not folder.is_dir():
        return name
    return next((each.name for each in folder.iterdir() if unicodedata.normalize("NFC", each.name) == wanted), name)


def readable(name: str) -> str:
    """A file's name as text: NFC, with `�` for bytes that are none."""
    if name.isascii():
        return name
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))


def _numbered(part: str) -> tuple[object, ...]:
    """A name's letters and numbers in turn."""
    pieces: list[Any] = DIGITS.split(part)
    pieces[1::2] = map(int, pieces[1::2])
    return tuple(pieces)
