"""An item: a photo on its way, and what is known of it besides its pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from intaglio.stdlib.images.photo import Photo


@dataclass(frozen=True)
class Item:
    """One image of a dataset in the making."""

    photo: Photo
    name: str = ""  # relative to where it was found
    group: str | None = None
    caption: str | None = None
    credit: Mapping[str, str] = field(default_factory=dict)
    time: float | None = None  # seconds into its film, for frames
    rate: float | None = None  # of its film, in frames a second
    film: str = ""  # equal for frames of one film
    origin: str = ""  # the place that its file was found in, as the script says it
