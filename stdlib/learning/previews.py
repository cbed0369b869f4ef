"""Previews: the pictures that a training is shown by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from intaglio.stdlib.learning.seeing import Book, Moment

if TYPE_CHECKING:
    from intaglio.stdlib.nn.training import Training


class Album(Book):
    """Pictures, and a note of which step each shows, how many it is put together of, and what made the training.

    What is asked for is a number of pictures.
    """

    things: ClassVar[str] = "previews"
    done: ClassVar[str] = "drawn"
    note: ClassVar[str] = "previews.json"
    nothing: ClassVar[Mapping[str, Any]] = {"said": None, "arithmetic": "", "drawn": {}}
    marks: ClassVar[bool] = True

    @cached_property
    def _drawn(self) -> dict[str, list[int]]:
        """What each picture shows that is there: its step, and of how many it is put together."""
        found: dict[str, list[int]] = self.noted(self._folder / self.note)["drawn"]
        return found

    def has(self, moment: Moment, what: int) -> bool:
        """Whether there is a picture of a moment that shows as many as are asked for."""
        file = _file(moment)
        return self._drawn.get(file) == [moment.step, what] and (self._folder / file).exists()

    def draw(self, moment: Moment, what: int, begun: Training) -> Mapping[str, str]:
        """See `Book.draw`."""
        from intaglio.stdlib.nn import glimpse

        file = _file(moment)
        glimpse.grid(begun.glimpse(what)).save(self._folder / file)
        self._drawn[file] = [moment.step, what]
        return {"preview": file}

    def write(self, arithmetic: str) -> None:
        """See `Book.write`."""
        note = {"said": self.said, "arithmetic": arithmetic, "drawn": self._drawn}
        (self._folder / self.note).write_text(json.dumps(note, indent=1) + "\n")

    @property
    def files(self) -> list[Path]:
        """The note and the pictures."""
        return [self._folder / self.note, *sorted(self._folder / name for name in self._drawn)]


def _file(moment: Moment) -> str:
    return f"preview-{moment.number:06d}.png"
