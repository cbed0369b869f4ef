"""Typesetting: a page of pictures as pixels. White ground, even gutters, small grey words.

Lengths are in px of the page. A cell is the space of one picture; all cells of a print are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from intaglio.stdlib.images import scaling
from intaglio.stdlib.images.grid import Key, Page, told, worded

Opened = Callable[[int], Image.Image]

WHITE, INK, PALE = "#ffffff", "#3c3c3c", "#8a8a8a"
GUTTER = 0.07  # of a cell's shorter side
WORDS = 0.6  # of a cell's width: the most that words at the left of a row may take


@dataclass(frozen=True)
class Style:
    """Measures of one page: the cell, the gutter, the size of type, and the space that words take."""

    cell: tuple[int, int]
    gutter: int
    type: int
    left: int = 0  # of row labels
    above: int = 0  # of column labels
    beneath: int = 0  # of a caption under each picture
    head: int = 0  # of a page's title


@cache
def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The typeface that comes with Pillow (Aileron, Sora Sagano, CC0)."""
    return ImageFont.load_default(size)


def width_of(text: str, size: int) -> int:
    """How wide a line of text is."""
    return round(font(size).getlength(text))


def style(page: Page[int], cell: tuple[int, int], type: int) -> Style:
    """The measures of a page, from the size of its cells and of its type."""
    gutter = max(2, round(min(cell) * GUTTER))
    line = round(type * 1.5)
    captioned = any(slot.caption for row in page.rows for slot in row)
    limit = max(3 * type, round(cell[0] * WORDS))
    words = [text for key in page.row_labels for text in told(page.row_axes, key)]
    left = min(limit, max((width_of(text, type) for text in words), default=0))
    return Style(
        cell,
        gutter,
        type,
        left=left + type if left else 0,
        above=line * len(page.column_axes),
        beneath=line if captioned else 0,
        head=line * 2 if page.title else 0,
    )


def extent(page: Page[int], measures: Style) -> tuple[int, int]:
    """Width and height of a page's grid with its words."""
    width, height = measures.cell
    rows = len(page.rows)
    return (
        measures.left + page.columns * width + (page.columns - 1) * measures.gutter,
        measures.head + measures.above + rows * (height + measures.beneath) + (rows - 1) * measures.gutter,
    )


def draw(ground: Image.Image, page: Page[int], measures: Style, corner: tuple[int, int], opened: Opened) -> None:
    """Draw a page's grid on a ground, its upper left at `corner`. `opened` gives the pictures by number."""
    pen = ImageDraw.Draw(ground)
    x0, y0 = corner
    width, height = measures.cell
    left, top = x0 + measures.left, y0 + measures.head + measures.above
    if page.title:
        size = round(measures.type * 1.3)
        pen.text((left, y0), page.title, INK, font(size), anchor="la")
    step = width + measures.gutter
    _across(pen, page, measures, (left, top - measures.gutter // 2 - 1), step)
    for line, (label, row) in enumerate(zip(page.row_labels, page.rows, strict=True)):
        y = top + line * (height + measures.beneath + measures.gutter)
        if label:
            _beside(pen, told(page.row_axes, label), (x0, y), measures)
        for place, slot in enumerate(row):
            if slot.picture is not None:
                at = (left + place * step, y)
                _paste(ground, opened(slot.picture), at, measures.cell)
                caption = shortened(slot.caption, width, measures.type)
                pen.text((at[0], y + height + measures.type // 3), caption, PALE, font(measures.type), anchor="la")


def _across(pen: ImageDraw.ImageDraw, page: Page[int], measures: Style, corner: tuple[int, int], step: int) -> None:
    """The labels above columns, a line for each axis, outer ones above; without names where they have no room."""
    line = round(measures.type * 1.5)
    for depth, axis in enumerate(page.column_axes):
        y = corner[1] - (len(page.column_axes) - 1 - depth) * line
        spans = _spans([key[: depth + 1] for key in page.column_labels])
        rooms = [(end - begin) * step - measures.gutter for _, begin, end in spans]
        texts = [told((axis,), key[-1:])[0] for key, _, _ in spans]
        if any(width_of(text, measures.type) > room for text, room in zip(texts, rooms, strict=True)):
            texts = [worded(key[-1]) for key, _, _ in spans]
        for text, room, (_, begin, _) in zip(texts, rooms, spans, strict=True):
            at = (corner[0] + begin * step, y)
            pen.text(at, shortened(text, room, measures.type), PALE, font(measures.type), anchor="ls")


def _spans(keys: Sequence[Key]) -> list[tuple[Key, int, int]]:
    """Each label, and the columns from and up to which it holds: until another comes."""
    starts = [i for i, key in enumerate(keys) if key and key != next((k for k in reversed(keys[:i]) if k), ())]
    return [(keys[begin], begin, end) for begin, end in pairwise([*starts, len(keys)])]


def _beside(pen: ImageDraw.ImageDraw, words: Sequence[str], corner: tuple[int, int], measures: Style) -> None:
    """A row's label, a line for each axis, broken further where it must be and there is room."""
    line = round(measures.type * 1.3)
    room = measures.left - measures.type
    lines = [part for text in words for part in broken(text, room, measures.type)]
    for index, part in enumerate(lines[: max(1, measures.cell[1] // line)]):
        at = (corner[0], corner[1] + index * line)
        pen.text(at, shortened(part, room, measures.type), PALE, font(measures.type), anchor="la")


def broken(text: str, room: int, size: int) -> list[str]:
    """A text in lines of at most `room` px, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and width_of(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def shortened(text: str, room: int, size: int) -> str:
    """A text that fits into `room` px, its end left out where it must be."""
    if width_of(text, size) <= room:
        return text
    while text and width_of(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…" if text else ""


def _paste(ground: Image.Image, picture: Image.Image, corner: tuple[int, int], cell: tuple[int, int]) -> None:
    """Lay a picture into its cell, as large as it fits, in the middle."""
    shown = scaling.inside(picture, cell)
    ground.paste(shown, (corner[0] + (cell[0] - shown.width) // 2, corner[1] + (cell[1] - shown.height) // 2))
