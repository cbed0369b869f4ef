"""Recipes on a disk: folders beside the script, and those that ship with gen. `lang.borrowing.Lender` for the checker.

`use NAME from FOLDER at VERSION` is `FOLDER/VERSION/NAME.gen`, else `FOLDER/NAME.gen`. A link that leads out of the
folder is not followed, and whatever a page says, it is only read: nothing of it is run.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from intaglio.lang.borrowing import Absent, Page, is_library
from intaglio.runtime.world import listing, unchanged
from intaglio.runtime.world.unchanged import Look

SUFFIX = ".gen"
LARGEST = 500_000  # bytes of a page
NOWHERE: Look = (0, 0, 0, 0, 0)  # vouches for nothing: what is not there yet may come any time
MOST = 1_000  # names of a folder that are looked at


class DiskRecipes:
    """Lends what lies in folders. `folder` is the script's, None where it has none and only the library is lent;
    `library` has the folders that `std/…` stands for.
    """

    def __init__(self, folder: Path | None, library: Mapping[str, Path]) -> None:
        self._folder = None if folder is None else folder.absolute()
        self._library = library

    def lend(self, source: str, name: str, version: str | None) -> Page | Absent:
        """See `lang.borrowing.Lender`."""
        root = self._place(source)
        if root is None:
            nowhere = None if self._folder is None or is_library(source) else self._folder / source
            return Absent(seen={} if nowhere is None else {str(nowhere): NOWHERE})
        seen: dict[str, Look] = {}
        for folder in self._folders(root, version):
            seen |= _looked(folder)
        file = next(filter(None, self._candidates(root, name, version)), None)
        if file is None:
            return Absent(self.holds(source), seen=seen)
        seen |= _looked(file)
        there = f"{source.rstrip('/')}/{file.relative_to(root).as_posix()}"
        if not _lies_in(file, root):
            return Absent(because=f"{there} is a link that leads out of {source}, and is not followed.", seen=seen)
        try:
            text = _text(file)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            return Absent(because=f"{there} could not be read: {reason.lower()}.", seen=seen)
        inside = file.parent.relative_to(root).as_posix()
        whole = f"{root.as_posix()}/" if is_library(source) else f"{source.rstrip('/')}/"
        own = whole if inside == "." else f"{whole}{inside}/"
        return Page(there, text, own, whole, None if inside == "." else inside, seen)

    def holds(self, source: str) -> Mapping[str, tuple[str, ...]]:
        """See `lang.borrowing.Lender`."""
        root = self._place(source)
        found: dict[str, list[str]] = {}
        if root is not None:
            found = {name: [] for name in _names(root)}
            for version in _versions(root):
                for name in _names(root / version):
                    found.setdefault(name, []).append(version)
        return {name: tuple(versions) for name, versions in sorted(found.items())}

    def leads_out(self, path: str, root: str) -> bool:
        """See `lang.borrowing.Lender`."""
        folder = self._folder or Path()
        return not _lies_in(folder / _fixed(path), folder / root)

    def _place(self, source: str) -> Path | None:
        """The folder that a source is; None where it is none."""
        if is_library(source):
            return self._library.get(source.rstrip("/"))
        if self._folder is None:
            return None
        with suppress(OSError, ValueError):
            place = listing.located(self._folder, source)
            return place if place is not None and place.is_dir() else None
        return None

    def _folders(self, root: Path, version: str | None) -> Iterator[Path]:
        yield root
        for each in [version] if version else _versions(root):
            if (root / each).is_dir():
                yield root / each

    def _candidates(self, root: Path, name: str, version: str | None) -> Iterator[Path | None]:
        """Where a page may lie, the likeliest first, and None where nothing does. Without a version, the newest."""
        for each in [version] if version else [*reversed(_versions(root))]:
            yield _located(root, f"{each}/{name}{SUFFIX}")
        yield _located(root, f"{name}{SUFFIX}")


def _located(root: Path, path: str) -> Path | None:
    with suppress(OSError, ValueError):  # a name too long for any disk
        return listing.located(root, path)
    return None


def _looked(path: Path) -> dict[str, Look]:
    with suppress(OSError):
        return {str(path): unchanged.look(str(path))}
    return {}


def _lies_in(path: Path, root: Path) -> bool:
    """Whether a place, links followed, lies in a folder."""
    real, whole = os.path.realpath(path), os.path.realpath(root)
    return real == whole or real.startswith(whole.rstrip(os.sep) + os.sep)


def _text(file: Path) -> str:
    """A page's text. Raises OSError, and ValueError with a reason where it is none."""
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError("it is no file")
    if status.st_size > LARGEST:
        raise ValueError(f"it holds {status.st_size:,} bytes, and a recipe is a text of at most {LARGEST:,}")
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise ValueError("it is not text in UTF-8") from None


def _names(folder: Path) -> list[str]:
    """The recipes in a folder, as far as names tell."""
    return sorted(entry[: -len(SUFFIX)] for entry in _entries(folder) if entry.endswith(SUFFIX))


def _versions(root: Path) -> list[str]:
    """The folders of versions, the oldest first."""
    found = [name for name in _entries(root) if name[:1] == "v" and name[1:].replace(".", "").isdecimal()]
    return sorted((name for name in found if (root / name).is_dir()), key=_numbers)


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version[1:].split(".") if part]


def _entries(folder: Path) -> list[str]:
    with suppress(OSError):
        return [name for name in os.listdir(folder) if not name.startswith(".")][:MOST]  # noqa: PTH208
    return []


def _fixed(path: str) -> str:
    """The part of a path before any wildcard."""
    parts = path.split("/")
    first = next((i for i, part in enumerate(parts) if listing.is_glob(part)), len(parts))
    return "/".join(parts[:first])
