"""The folder of a store. It comes into being when something is first written into it, and not before."""

from __future__ import annotations

from pathlib import Path

from intaglio.runtime.store import disk


class Root:
    """A store's folder, which need not exist yet."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    def made(self, name: str) -> Path:
        """A folder in it, made where there was none. Raises Fault.

        With its first folder a store is kept out of git and of back-ups: all that it holds can be made again.
        """
        folder = self.path / name
        if not folder.is_dir():
            with disk.faults(folder):
                disk.make_folder(folder)
                (self.path / ".gitignore").write_text("*\n")
                (self.path / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n")
        return folder
