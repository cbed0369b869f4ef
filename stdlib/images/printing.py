"""Printing: a `print` stage's run, from its inputs to sheets of PNG or a PDF in its result folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from intaglio.runtime.contract import Context, Fault, Made
from intaglio.stdlib.images import grid, papers, pictures, scaling, typesetting
from intaglio.stdlib.images.grid import Asked, Page
from intaglio.stdlib.images.pictures import Pictures
from intaglio.stdlib.images.typesetting import PALE, WHITE, Style

FINEST = 300  # dots an inch
MOST = 72_000_000  # pixels of a sheet: an a1 at 300 dots an inch; an a0 comes at 215
INCH = 25.4  # mm
MARGIN = 0.06  # of the paper's shorter side
TYPE = 2.6  # mm: type on paper
LEAST = 14.0  # mm: smaller than this, pictures of a contact sheet go on to another page
YIELDING = 0.75  # how far pictures may shrink to spare a page
SEEN = 128  # px: pictures whose shorter side is less are enlarged by a whole number
SHAPE = 1.5  # width by height of a sheet without paper, about


@dataclass(frozen=True)
class Sheet:
    """One page on its ground: the size of the paper, its margin and resolution, and the measures of the grid."""

    page: Page[int]
    measures: Style
    size: tuple[int, int]
    margin: int
    dpi: float


def printed(context: Context[Any]) -> Made:
    """Lay out and write the sheets. Raises `Fault` where there is nothing to print, or no room for it."""
    params = context.params
    wanted = asked(params)
    found = pictures.gathered(context.sources, wanted)
    sheets = on_paper(found, wanted, params) if params.paper else as_they_are(found, wanted, params)
    write = _pdf if params.format == "pdf" else _pngs
    write(_drawn(context, sheets, found), [sheet.dpi for sheet in sheets], context.result)
    return Made(len(sheets), unit="sheets")


def asked(params: Any) -> Asked:
    """What `rows`, `columns` and `page` say. Raises `Fault` where one of them mixes counts and names."""
    named, counted = {}, {}
    for word in ("rows", "columns"):
        values = getattr(params, word) or ()
        counts = [value for value in values if isinstance(value, int)]
        if len(counts) > 1 and len(counts) == len(values):
            raise Fault(f"`{word}` is one number, or names what is swept.", f"{word} {counts[0]}")
        if counts and len(values) > 1:
            raise Fault(f"`{word}` is a number, or names what is swept, and not both.", f"{word} {counts[0]}")
        counted[word] = counts[0] if counts else None
        named[word] = () if counts else tuple(map(str, values))
    return Asked(named["rows"], named["columns"], tuple(params.page or ()), counted["rows"], counted["columns"])


# On paper ---------------------------------------------------------------------------------------------------------


def on_paper(found: Pictures, wanted: Asked, params: Any) -> list[Sheet]:
    """The sheets, upright or across, whichever needs fewer; of two as good, the one that shows the pictures larger."""
    short, long = papers.PAPERS[params.paper]
    dpi = min(FINEST, (MOST / (short * long)) ** 0.5 * INCH)
    margin = params.margin if params.margin is not None else short * MARGIN
    if 2 * margin >= short:
        raise Fault(
            f"A margin of {margin:g} mm leaves no room on {params.paper} paper.", f"margin {papers.USUAL_MARGIN} mm"
        )
    tried = [_on(found, wanted, size, margin, dpi, params) for size in ((short, long), (long, short))]
    return max(tried, key=lambda sheets: (-len(sheets), sheets[0].measures.cell))


def _on(found: Pictures, wanted: Asked, size: tuple[int, int], margin: float, dpi: float, params: Any) -> list[Sheet]:
    scale = dpi / INCH  # px a mm
    whole = (round(size[0] * scale), round(size[1] * scale))
    edge, type = round(margin * scale), max(6, round(TYPE * scale))
    foot = 2 * type if params.title else 0
    room = (whole[0] - 2 * edge, whole[1] - 2 * edge - foot)
    shape = found.natural[0] / found.natural[1]

    def measured(page: Page[int], height: int = room[1]) -> Style:
        return _largest(page, shape, type, (room[0], height))

    pages = grid.pages(found.placed, wanted, room[0] / room[1] / shape)
    if _flows(pages, wanted):
        if wanted.column_count is None and min(min(measured(page).cell) for page in pages) < LEAST * scale:
            columns = max(1, int(room[0] / (1.5 * LEAST * scale * max(1.0, shape))))
            wanted = Asked(page=wanted.page, column_count=columns)
            pages = grid.pages(found.placed, wanted, 1)
        if wanted.column_count is not None:
            pages = [part for page in pages for part in _broken(page, measured(page, 10**9), room[1])]
    cells = min((measured(page) for page in pages), key=lambda measures: measures.cell)
    return [Sheet(page, typesetting.style(page, cells.cell, type), whole, edge, dpi) for page in pages]


def _flows(pages: Sequence[Page[int]], wanted: Asked) -> bool:
    """Whether rows may go on to another page: on contact sheets whose rows are not counted."""
    return wanted.row_count is None and not any(page.row_axes or page.column_axes for page in pages)


def _broken(page: Page[int], measures: Style, height: int) -> list[Page[int]]:
    """A contact sheet in as many pages as its rows need when they may come a little closer, as many rows on each."""
    line = round(measures.cell[1] * YIELDING) + measures.beneath + measures.gutter
    fitting = max(1, (height - measures.head - measures.above + measures.gutter) // line)
    deep = -(-len(page.rows) // -(-len(page.rows) // fitting))
    return [page.part(start, start + deep) for start in range(0, len(page.rows), deep)]


def _largest(page: Page[int], shape: float, type: int, room: tuple[int, int]) -> Style:
    """The measures with the largest cell, `shape` times as wide as high, with which a page fits into its room."""
    low, high = 8, max(9, room[0])
    while low < high - 1:
        middle = (low + high) // 2
        width, height = typesetting.extent(page, _measures(page, middle, shape, type))
        if width <= room[0] and height <= room[1]:
            low = middle
        else:
            high = middle
    return _measures(page, low, shape, type)


def _measures(page: Page[int], width: int, shape: float, type: int) -> Style:
    cell = (width, max(1, round(width / shape)))
    return typesetting.style(page, cell, min(type, max(6, min(cell) // 4)))


# Without paper ----------------------------------------------------------------------------------------------------


def as_they_are(found: Pictures, wanted: Asked, params: Any) -> list[Sheet]:
    """Sheets as large as the pictures need, small ones enlarged."""
    cell = _cell(found.natural, params.size)
    pages = grid.pages(found.placed, wanted, SHAPE * cell[1] / cell[0])
    sheets = [_around(page, cell, params) for page in pages]
    largest = max(sheet.size[0] * sheet.size[1] for sheet in sheets)
    if largest > MOST:
        scale = (MOST / largest) ** 0.5
        cell = (max(1, int(cell[0] * scale)), max(1, int(cell[1] * scale)))
        sheets = [_around(page, cell, params) for page in pages]
    return sheets


def _cell(natural: tuple[int, int], size: tuple[int, ...] | None) -> tuple[int, int]:
    if size is not None and len(size) == 2:
        return (size[0], size[1])
    shorter = min(natural)
    factor = size[0] / shorter if size else scaling.whole_factor(shorter, SEEN)
    return (max(1, round(natural[0] * factor)), max(1, round(natural[1] * factor)))


def _around(page: Page[int], cell: tuple[int, int], params: Any) -> Sheet:
    type = max(10, min(28, round(min(cell) / 11)))
    measures = typesetting.style(page, cell, type)
    edge = 3 * measures.gutter if params.margin is None else round(params.margin * FINEST / INCH)
    width, height = typesetting.extent(page, measures)
    foot = 2 * type if params.title else 0
    return Sheet(page, measures, (width + 2 * edge, height + foot + 2 * edge), edge, FINEST)


# Drawing and writing ----------------------------------------------------------------------------------------------


def _drawn(context: Context[Any], sheets: Sequence[Sheet], found: Pictures) -> Iterator[Image.Image]:
    """The sheets, one after the other; all grids begin at one place, where the largest lies in the middle."""
    extents = [typesetting.extent(sheet.page, sheet.measures) for sheet in sheets]
    widest, highest = max(width for width, _ in extents), max(height for _, height in extents)
    for number, sheet in enumerate(sheets, 1):
        ground = Image.new("RGB", sheet.size, WHITE)
        _, height = typesetting.extent(sheet.page, sheet.measures)
        foot = 2 * sheet.measures.type if context.params.title else 0
        corner = ((sheet.size[0] - widest) // 2, (sheet.size[1] - highest - foot) // 2)
        typesetting.draw(ground, sheet.page, sheet.measures, corner, found.opened)
        if context.params.title:
            at = (corner[0] + sheet.measures.left, corner[1] + height + foot)
            type = typesetting.font(sheet.measures.type)
            ImageDraw.Draw(ground).text(at, context.params.title, PALE, type, anchor="ls")
        yield ground
        context.progress(number, len(sheets), "sheets")


def _pngs(sheets: Iterator[Image.Image], dpis: Sequence[float], folder: Path) -> None:
    for number, (sheet, dpi) in enumerate(zip(sheets, dpis, strict=True), 1):
        name = "sheet.png" if len(dpis) == 1 else f"sheet-{number}.png"
        sheet.save(folder / name, dpi=(dpi, dpi))


def _pdf(sheets: Iterator[Image.Image], dpis: Sequence[float], folder: Path) -> None:
    """A page for each sheet, its pixels as JPEG of high quality; without dates, so that it is the same each time."""
    path = folder / "sheet.pdf"
    quiet = {"title": None, "creationDate": None, "modDate": None}
    for number, (sheet, dpi) in enumerate(zip(sheets, dpis, strict=True)):
        sheet.save(path, append=number > 0, resolution=dpi, quality=95, subsampling=0, **quiet)
