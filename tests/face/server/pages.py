"""What tests of the language server share: pages of a text, and places in it marked with `|`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from intaglio.face.server.documents import page_of
from intaglio.face.server.outline import Seat
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place, Sheet, Units
from intaglio.face.server.words import Word, words_of

ROOT = Path(__file__).resolve().parents[3]
WORKS = sorted((ROOT / "tests" / "works").glob("*.gen"))
FAULTY = ROOT / "tests" / "broken.gen"

# Names in Arabic, Japanese and Cyrillic, letters of two UTF-16 units, an accent typed apart, faces in texts and notes.
STRANGE = """gen 1

work "𝔗𝔞𝔟𝔩𝔢 🍎"

let сторона = 256 px  -- 🍎 размер

-- 静物
dataset 静物 from ./photos/
  resize сторона

train اللوحة from 静物
  model gan
  epochs 4

sample 𝔄𝔟 with اللوحة
  count 4

print cafe\u0301 from 𝔄𝔟
  columns 2
"""


def page(text: str, folder: Path | None = None, units: Units = Units.UTF16) -> Page:
    """A page of a text: in a folder, or on no disk, where every path exists."""
    uri = "untitled:score" if folder is None else (folder / "score.gen").as_uri()
    return page_of(uri, Sheet(text, units), 1)


def marked(text: str, folder: Path | None = None) -> tuple[Page, Place]:
    """A page, and the place in it that a `|` marks."""
    before, mark, after = text.partition("|")
    assert mark
    made = page(before + after, folder)
    return made, made.sheet.at(len(before))


def every_word(of: Page) -> Iterator[tuple[Seat, Word]]:
    """Every word of a page, with what it stands in."""
    for seat in of.outline.seats:
        for word in words_of(seat, of.vocabulary):
            yield seat, word


def every_place(of: Page) -> Iterator[Place]:
    """Every place of a page, one past each line too."""
    for number in range(1, len(of.sheet.lines) + 1):
        for column in range(1, len(of.sheet.line(number)) + 3):
            yield Place(number, column)
