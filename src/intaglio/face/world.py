"""The folder around a script, as the checker may see it: names only, never content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Beside:
    """A `World` of paths relative to the folder that a script lies in."""

    folder: Path

    def exists(self, path: str) -> bool:
        """See `World.exists`. What cannot be looked at does not exist."""
        try:
            if "*" in path:
                return self._matches(path)
            return (self.folder / path).exists()
        except (OSError, ValueError):
            return False

    def listing(self, path: str) -> tuple[str, ...]:
        """See `World.listing`."""
        try:
            found = list((self.folder / path).iterdir())
            return tuple(sorted(f"{each.name}/" if each.is_dir() else each.name for each in found if visible(each)))
        except (OSError, ValueError):
            return ()

    def _matches(self, path: str) -> bool:
        pattern = Path(path)
        root = Path(pattern.anchor) if pattern.is_absolute() else self.folder
        rest = str(pattern.relative_to(pattern.anchor)) if pattern.is_absolute() else path
        return any(visible(found) for found in root.glob(rest))


def visible(path: Path) -> bool:
    """Whether a name is not hidden."""
    return not path.name.startswith(".")
