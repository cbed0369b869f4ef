"""Remaking: one picture of a show, from its line in the journal, at the size of a print."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from intaglio.face.refusal import Refused
from intaglio.face.showing import held, journal
from intaglio.face.showing.journal import Entry
from intaglio.face.showing.ready import Show
from intaglio.face.writing import give
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.keys.manifest import Key
from intaglio.stdlib.images import scaling
from intaglio.stdlib.showing import looks
from intaglio.stdlib.showing import piece as pieces
from intaglio.stdlib.showing.looks import Pixels
from intaglio.stdlib.showing.painter import Painter
from intaglio.stdlib.showing.piece import Piece
from intaglio.stdlib.showing.ring import Ring, Shown

PRINTED = 2400  # px of the shorter side, where nothing is said: 20 cm at 300 to the inch


def made_again(show: Show, number: int, size: int | None, to: str | None, *, replace: bool, allow: str) -> Path:
    """Make a picture again, and write it as PNG with its shorter side so long. `allow` is the line to paste that has it
    written over what lies there. Raises `Refused`, `Fault`.
    """
    target = Path(to or f"{show.name}-{number}.png")
    if target.suffix.lower() != ".png":
        raise Refused(f"{target} would be no picture: it is made as PNG.", str(target.with_suffix(".png")))
    image = enlarged(drawn(show, number), size or PRINTED)
    file = io.BytesIO()
    image.save(file, "png")
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
            show.session.command("run", show.name),
        )
    show.compute_alike()
    piece, screen = pieces.read(artifact), entry["screen"] - 1
    if piece.reads:
        return _read_again(show, artifact, piece, entry)
    painter = Painter(pieces.model(artifact, piece.voice(screen)), piece.seed)
    return painter.seen([(screen, journal.spot_of(entry))])[0]


def _read_again(show: Show, artifact: Artifact, piece: Piece, entry: Entry) -> Pixels:
    """A picture that was read from others, from the last one before it that is held."""
    shown, following = _from_held(show, piece, entry)
    if not following:
        assert shown is not None, "it is held itself"
        return shown.pixels
    ring = Ring.of(artifact, piece)
    for each in following:
        spot, voice = journal.spot_of(each), piece.voice(each["screen"] - 1)
        (pixels,) = ring.follow(shown, voice, spot.reading or 0, [spot.place])
        shown = Shown(spot, voice, pixels)
    if not looks.are_twins(bytes.fromhex(entry["look"]), looks.look(pixels)):
        raise Refused(
            f"Picture {entry['number']} does not come out as it was shown. It was read from others, and another"
            " processor, graphics card or version of torch makes others of them: the machine that showed it can."
        )
    return pixels


def _from_held(show: Show, piece: Piece, entry: Entry) -> tuple[Shown | None, list[Entry]]:
    """The last picture that is held before one, None for chance alone; and the lines that lead on from there to it."""
    following: list[Entry] = []
    wanted, before = entry["reading"], journal.before(show.folder, entry["number"])
    for each in (entry, *before):
        if each.get("of") != entry["of"] or each.get("reading") != wanted:
            continue
        shown = held.shown_at(show.folder, entry["of"], piece, each["screen"] - 1, journal.spot_of(each))
        if shown is not None:
            return shown, following
        following.insert(0, each)
        wanted -= 1
        if wanted == 0:
            return None, following
    raise Refused(
        f"Picture {entry['number']} was read from others, and the journal of `{show.name}` has lost the way from the"
        f" last of them that is held. It lies at {show.folder}."
    )


def enlarged(pixels: Pixels, shorter: int) -> Image.Image:
    """A picture with its shorter side so many px long."""
    picture = Image.fromarray(pixels)
    scale = shorter / min(picture.size)
    return scaling.inside(picture, (max(1, round(picture.width * scale)), max(1, round(picture.height * scale))))
