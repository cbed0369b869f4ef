"""Remaking: one picture of a show, from its line in the journal, at the size of a print."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from intaglio.face.refusal import Refused
from intaglio.face.showing import journal
from intaglio.face.showing.ready import Show
from intaglio.face.text import pasted
from intaglio.face.writing import give
from intaglio.runtime.keys.manifest import Key
from intaglio.stdlib.images import scaling
from intaglio.stdlib.showing import piece as pieces
from intaglio.stdlib.showing.looks import Pixels
from intaglio.stdlib.showing.painter import Painter

PRINTED = 2400  # px of the shorter side, where nothing is said: 20 cm at 300 to the inch


def made_again(show: Show, number: int, size: int | None, to: str | None, *, replace: bool) -> Path:
    """Make a picture again, and write it as PNG with its shorter side so long. Raises `Refused`, `Fault`."""
    target = Path(to or f"{show.name}-{number}.png")
    if target.suffix.lower() != ".png":
        raise Refused(f"{target} would be no picture: it is made as PNG.", str(target.with_suffix(".png")))
    image = enlarged(drawn(show, number), size or PRINTED)
    file = io.BytesIO()
    image.save(file, "png")
    allow = show.command("--frame", str(number), "--to", str(target), "--replace")
    give({target: file.getvalue()}, target, show.store, replace_others=replace, allow=allow)
    return target


def drawn(show: Show, number: int) -> Pixels:
    """A picture as it was on its screen, to the bit on the machine that showed it. Raises `Refused`, `Fault`."""
    entry = journal.entry(show.folder, number)
    if entry is None:
        raise Refused(f"The journal of `{show.name}` has no picture {number}. It lies at {show.folder}.")
    artifact = show.store.find(Key(entry["show"]))
    if artifact is None or not show.store.verify(artifact):
        raise Refused(
            f"The show of picture {number} is in the store no more: its script has changed since, and gen gc has been. "
            "As it is made now, it draws other pictures.",
            pasted("gen", "run", show.session.script, show.name),
        )
    piece, screen = pieces.read(artifact), entry["screen"] - 1
    painter = Painter(pieces.model(artifact, piece.voice(screen)), piece.seed)
    return painter.at(screen, [entry["place"]])[0]


def enlarged(pixels: Pixels, shorter: int) -> Image.Image:
    """A picture with its shorter side so many px long."""
    picture = Image.fromarray(pixels)
    scale = shorter / min(picture.size)
    return scaling.inside(picture, (max(1, round(picture.width * scale)), max(1, round(picture.height * scale))))
