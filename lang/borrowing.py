"""Borrowing: how the checker comes by a recipe that lies elsewhere. `use NAME from SOURCE at VERSION` asks a `Lender`.

The seam through which recipes enter: a folder beside the script, the library that ships with gen, and whatever may come
(a repository, an archive) lend pages. What a page says is read here like any other text; nothing of it is ever run.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Protocol

from intaglio.lang.records import dataclass, field

Seen = Mapping[str, tuple[int, ...]]  # what a lender looked at, and how it was: for whoever wants to notice a change


@dataclass(frozen=True, slots=True)
class Page:
    """A file with recipes. `name` is what messages call it, `version` what its place says of its version, if anything.

    `folder` is where its own paths begin, as seen from the folder of the script, and `root` the folder that they may
    not leave; both end in `/`.
    """

    name: str
    text: str = field(repr=False)
    folder: str
    root: str
    version: str | None = None
    seen: Seen = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Absent:
    """There is no such page. `holds` are the recipes that are there, each with the versions that its places say.

    `because` is a sentence where more is to be said than that: a link that leads out, a file that is no text.
    """

    holds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    because: str = ""
    seen: Seen = field(default_factory=dict, repr=False, compare=False)


class Lender(Protocol):
    """Where recipes are borrowed. A source is as written in the script, or as `within` makes it of a page's."""

    def lend(self, source: str, name: str, version: str | None) -> Page | Absent:
        """The page that should hold a recipe. Without a version, whichever it finds."""
        ...

    def holds(self, source: str) -> Mapping[str, tuple[str, ...]]:
        """The recipes of a source by name, each with the versions that its places say, the newest last."""
        ...

    def leads_out(self, path: str, root: str) -> bool:
        """Whether a link on the way of a path, both as seen from the script's folder, leads out of a root."""
        ...


class Nobody:
    """Lends nothing: for a text that stands alone."""

    def lend(self, source: str, name: str, version: str | None) -> Page | Absent:
        """Nothing."""
        return Absent()

    def holds(self, source: str) -> Mapping[str, tuple[str, ...]]:
        """Nothing."""
        return {}

    def leads_out(self, path: str, root: str) -> bool:
        """Nothing leads anywhere."""
        return False


LIBRARY = "std/"
STANDARD = "std/recipes"
FIRST_VERSION = "v1"  # of a recipe that says none


def is_library(source: str) -> bool:
    """Whether a source is the library that ships with gen, and never a folder."""
    return source.startswith(LIBRARY)


def is_address(source: str) -> bool:
    """Whether a source names something that does not lie on this disk: `git:…`, `https:…`."""
    scheme, colon, _ = source.partition(":")
    return bool(colon) and scheme.isalnum() and len(scheme) > 1


def within(path: str, folder: str) -> str:
    """A path of a page as seen from the script's folder."""
    if path.startswith(("/", "~")):
        return path
    joined = posixpath.normpath(posixpath.join(folder, path))
    joined = joined if joined.startswith(("/", "..")) else f"./{joined}"
    return joined + ("/" if path.endswith("/") and not joined.endswith("/") else "")


def steps_out(path: str, page: Page) -> bool:
    """Whether a path of a page leaves the folder that it was borrowed from."""
    if path.startswith(("/", "~")):
        return True
    root = posixpath.normpath(page.root)
    place = posixpath.normpath(posixpath.join(page.folder, path))
    if root == ".":
        return place.startswith("..")
    return place != root and not place.startswith(root.rstrip("/") + "/")
