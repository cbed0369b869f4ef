"""The one seam through which the checker sees a disk."""

from functools import cache
from typing import Protocol

from intaglio.lang.records import dataclass
from intaglio.lang.vocabulary import Verb


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of a Python file without running it: whether it may run, and what it says that it takes.

    `verb` is None where nobody can tell. `because` says why it can never run, where it cannot.
    """

    trusted: bool
    verb: Verb | None = None
    because: str = ""


Counted = tuple[tuple[str, int], ...]  # files, by their ending: the most first


class World(Protocol):
    """What the checker may ask about the folder that a script lies in. Paths are as written in the script."""

    def exists(self, path: str) -> bool:
        """Whether a file or folder (or, for a path with `*`, at least one match) lies there."""
        ...

    def listing(self, path: str) -> tuple[str, ...]:
        """The visible names inside a folder, sorted, folders ending in `/`; empty where there is none."""
        ...

    def is_empty(self, path: str) -> bool:
        """Whether a folder lies there that holds nothing, and nothing that is hidden either."""
        ...

    def passed_over(self, path: str, endings: tuple[str, ...]) -> Counted | None:
        """How many files lie there, and beneath, of each of these endings, where all do; None where another may.

        Hidden files are none.
        """
        ...

    def known(self, path: str) -> Knowledge:
        """What is known of a Python file. None is ever run for an answer."""
        ...

    def is_installed(self, file: str) -> bool:
        """Whether a file of a Python package is there, by its path from the folder of packages. Nothing is loaded."""
        ...


class Nowhere:
    """A world without a disk, for text that has no folder: every path is taken to exist, and all to be installed."""

    def exists(self, path: str) -> bool:
        """True."""
        return True

    def listing(self, path: str) -> tuple[str, ...]:
        """Nothing."""
        return ()

    def is_empty(self, path: str) -> bool:
        """False."""
        return False

    def passed_over(self, path: str, endings: tuple[str, ...]) -> Counted | None:
        """None: there may be others."""
        return None

    def known(self, path: str) -> Knowledge:
        """Nothing that could be told of it."""
        return Knowledge(trusted=True)

    def is_installed(self, file: str) -> bool:
        """True."""
        return True


class AskedOnce:
    """A world of which each thing is asked once by one reader, whatever it tries on a text, and when it reads it again:
    many lines speak of one folder, and all that is said of a text agrees.
    """

    def __init__(self, world: World) -> None:
        self.exists = cache(world.exists)
        self.listing = cache(world.listing)
        self.is_empty = cache(world.is_empty)
        self.passed_over = cache(world.passed_over)
        self.known = cache(world.known)
        self.is_installed = cache(world.is_installed)
