"""The pictures of the reference: each kind's example is run on real photographs, and what it makes is put in a row.

`make reference` runs this. A model is shown by what it draws; of a film, moments are shown.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import av
from PIL import Image

import intaglio
from intaglio.face.reference.pages import SUFFIX, doc_of
from intaglio.face.session import words
from intaglio.lang.vocabulary import Verb
from intaglio.stdlib.showing import piece
from intaglio.stdlib.showing.playing import Beginning, Playing
from tests.stdlib import examples

PICTURES = Path(intaglio.__file__).parent / "face" / "reference" / "pictures"
MOST = 6  # pictures in a row
HEIGHT = 128
WIDEST = 800
GAP = 6
DRAWING = "\nsample drawn with {stage}\n  count 6\n"


def main() -> int:
    """Make the pictures of the kinds that are named, or of all that run."""
    named = sys.argv[1:] or [name for name, verb in words().verbs.items() if not verb.arrives_later]
    PICTURES.mkdir(exist_ok=True)
    for name in named:
        with examples.sandbox():  # what the example of `perform` performs is trusted there, and nowhere else
            row = in_a_row(pictures_of(words().verbs[name]))
        place = PICTURES / f"{name}{SUFFIX}"
        row.save(place, quality=82, method=6)
        print(f"{place.name}: {row.width} x {row.height} px, {place.stat().st_size:,} bytes")
    return 0


def pictures_of(verb: Verb) -> list[Image.Image]:
    """What a verb's example makes."""
    text = doc_of(verb).example
    stage = [line.split()[1] for line in text.splitlines() if line.startswith(f"{verb.name} ")][-1]
    if verb.makes == "show":
        return moments_of(text, stage)
    if verb.makes == "model":
        text, stage = text + DRAWING.format(stage=stage), "drawn"
    with tempfile.TemporaryDirectory() as folder:
        work = intaglio.open(examples.lay_out(Path(folder) / "work", text)).run(stage)
        path = work[stage].path
        files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        return [picture for file in files for picture in opened(file)]


def moments_of(text: str, stage: str) -> list[Image.Image]:
    """The first pictures that a show shows."""
    with tempfile.TemporaryDirectory() as folder:
        artifact = intaglio.open(examples.lay_out(Path(folder) / "work", text)).run(stage)[stage].artifact
        passages = Playing(artifact, piece.read(artifact), Beginning()).passages()
        return [Image.fromarray(passage.picture.pixels) for passage in islice(passages, MOST)]


def opened(file: Path) -> list[Image.Image]:
    """The pictures in a file: one, or the frames of a film; none in what is neither."""
    if file.suffix == ".mp4":
        with av.open(str(file)) as film:
            return [frame.to_image() for frame in film.decode(video=0)]
    return [Image.open(file).convert("RGB")] if file.suffix == ".png" else []


def in_a_row(pictures: Sequence[Image.Image]) -> Image.Image:
    """Pictures side by side on white, evenly chosen where there are many. One alone is only made smaller."""
    if len(pictures) == 1:
        alone = pictures[0].copy()
        alone.thumbnail((WIDEST, WIDEST))
        return alone
    step = max(1.0, len(pictures) / MOST)
    chosen = [pictures[int(number * step)] for number in range(min(MOST, len(pictures)))]
    scaled = [each.resize((each.width * HEIGHT // each.height, HEIGHT), Image.Resampling.NEAREST) for each in chosen]
    row = Image.new("RGB", (sum(each.width + GAP for each in scaled) - GAP, HEIGHT), "white")
    left = 0
    for each in scaled:
        row.paste(each, (left, 0))
        left += each.width + GAP
    return row


if __name__ == "__main__":
    sys.exit(main())
