"""The card as a PDF, set by typst. Nothing that is said on it is read as Typst; the same card gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from intaglio.face.cards.card import Card, Table
from intaglio.face.printing import writing
from intaglio.face.printing.typesetting import breakable, library

TEMPLATE = Path(__file__).parent / "card.typ"
WIDEST = 40  # letters, beyond which a column is not made wider


def typeset(card: Card, moment: int | None = None) -> bytes:
    """Set a card as a PDF that carries no date but `moment`. Raises `Refused` where typst is not installed."""
    typst = library("gen card")
    asked = writing.writings(card.text())
    known = typst.Fonts(include_system_fonts=bool(asked)).families()
    serif = [*writing.SERIF, *writing.families(asked, known)]
    with TemporaryDirectory(prefix="card-") as folder:
        for number, picture in enumerate(card.pictures):
            (Path(folder) / f"{number}.png").write_bytes(picture.data)
        given = json.dumps(_data(card, serif, dated=moment is not None), ensure_ascii=False)
        inputs = {"card": given}
        compiler = typst.Compiler(TEMPLATE.read_bytes(), sys_inputs=inputs, root=folder, ignore_system_fonts=not asked)
        return bytes(compiler.compile(format="pdf", timestamp=moment))


def _data(card: Card, serif: list[str], *, dated: bool) -> dict[str, Any]:
    return {
        "dated": dated,
        "serif": serif,
        "lang": writing.language(card.text()),
        "title": breakable(card.title),
        "under": [breakable(line) for line in card.under],
        "gaps": [breakable(gap) for gap in card.gaps],
        "tables": [_table(table) for table in card.tables],
        "pictures": [
            {"file": f"{number}.png", "name": breakable(picture.name)} for number, picture in enumerate(card.pictures)
        ],
        "foot": list(card.foot),
    }


def _table(table: Table) -> dict[str, Any]:
    columns = zip(table.head, *table.rows, strict=True)
    return {
        "title": table.title,
        "head": list(table.head),
        "rows": [[breakable(cell) for cell in row] for row in table.rows],
        "below": table.below,
        "widths": [min(WIDEST, max(6, *map(len, column))) for column in columns],
    }
