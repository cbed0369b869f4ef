"""An item: a photo on its way, and what is known of it besides its pixels."""

from __future__ import annotations

from typing import NamedTuple

from intaglio.runtime.artifacts.artifact import Origin
from intaglio.stdlib.images.photo import Photo


class Item(NamedTuple):
    """One image of a dataset in the making."""

    photo: Photo
    made: bool  # whether its pixels were not known, and are decoded in this run
    name: str  # relative to where it was found
    origin: Origin  # where that name can be asked for, whatever it is then
    line: int  # the number of the `from` line that it came through, the dataset's own first
    group: str | None = None
    caption: str | None = None
    time: float | None = None  # seconds into its film, for frames
    rate: float | None = None  # of its film, in frames a second
    film: str = ""  # equal for frames of one film
    place: str = ""  # that its file was found in, as the script says it
    shuffled: bool = False  # whether it stands where chance put it
    taken: str | None = None  # the digest of the file that its film was read from, wherever it has been since

    @property
    def source_order(self) -> tuple[int, int, float]:
        """What it goes by in the order of its source, in which a film can be read from beginning to end."""
        return self.line, self.origin.index, self.time or 0.0

    def showing(self, photo: Photo, made: bool) -> Item:
        """The same with another photo."""
        return Item(photo, made, *self[2:])
