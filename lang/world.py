"""The one seam through which the checker sees a disk."""

from typing import Protocol


class World(Protocol):
    """What the checker may ask about the folder that a script lies in. Paths are as written in the script."""

    def exists(self, path: str) -> bool:
        """Whether a file or folder (or, for a path with `*`, at least one match) lies there."""
        ...

    def listing(self, path: str) -> tuple[str, ...]:
        """The visible names inside a folder, sorted, folders ending in `/`; empty where there is none."""
        ...


class Nowhere:
    """A world without a disk, for text that has no folder: every path is taken to exist."""

    def exists(self, path: str) -> bool:
        """True."""
        return True

    def listing(self, path: str) -> tuple[str, ...]:
        """Nothing."""
        return ()
