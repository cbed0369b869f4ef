"""The pages of what a run tells: what each calls wrong is told when it is run, and what it calls right is not."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.explanation import explanation
from intaglio.runtime.run.events import Remarked
from tests.needs import needed
from tests.stdlib.pictures import picture
from tests.stdlib.studio import Studio


def a_folder(place: Path) -> None:
    """Photographs, one wider than the others and one that is none, a list that names two, a film that breaks off."""
    (place / "photos" / "still-life").mkdir(parents=True)
    picture(64, 48, seed=1).save(place / "photos" / "window.jpg")
    picture(64, 48, seed=2).save(place / "photos" / "still-life" / "pear.jpg")
    for number in range(12):
        Image.new("RGB", (5000 if number == 0 else 1200, 8)).save(place / "photos" / f"street-{number}.jpg")
    (place / "photos" / "notes.png").write_text("no picture")
    (place / "chosen.txt").write_text("window.jpg\nstill-life/pear.jpg\n")
    a_film(place / "walk.mp4", seconds=60)


def a_film(path: Path, seconds: int) -> None:
    """A frame a second of noise, the last tenth of its bytes overwritten."""
    chance = np.random.default_rng(0)
    with av.open(str(path), "w", options={"movflags": "faststart"}) as out:
        stream = out.add_stream("libx264", rate=1)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for _ in range(seconds):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(chance.integers(0, 255, (48, 64, 3), np.uint8))))
        out.mux(stream.encode(None))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 9 // 10] + b"\xff" * (len(data) - len(data) * 9 // 10))


@pytest.mark.parametrize("code", ["G402", "G404", "G405", "G406", "G413"])
def test_what_a_page_calls_wrong_is_told_by_a_run_and_what_it_calls_right_is_not(
    code: str, studio: Studio, root: Path
) -> None:
    a_folder(studio.folder)
    if code == "G413":
        needed("OpenCV (pip install 'intaglio[faces]')", find_spec("cv2"))
        shutil.copy(root / "tests" / "portraits" / "astronaut.webp", studio.folder / "photos")
    page = explanation(CATALOGUE[code])
    told = []
    for score in (page.wrong, page.right):
        studio.attempt(score)
        told.append({event.code for event in studio.events if isinstance(event, Remarked)} & {code})

    assert [{code}, set()] == told
