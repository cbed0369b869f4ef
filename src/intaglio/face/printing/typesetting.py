"""Typesetting: a folio goes in, the bytes of its pages come out, by typst. Nothing of the artist's is read as Typst.

The same folio gives the same bytes: no date is set but the one of SOURCE_DATE_EPOCH, and the system's fonts are asked
only for writing systems that typst's own may lack.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from intaglio.face.printing import writing
from intaglio.face.printing.folio import Folio, Item, Prose, direction
from intaglio.face.refusal import Refused

TEMPLATE = Path(__file__).parent / "page.typ"
PAPERS = {f"a{number}": 2 ** (2 - number / 2) for number in range(7)}  # and how large their letters are; A4 is 1
PAGED = ("pdf", "svg", "png")
RESOLUTION = 144.0  # pixels an inch
DENSITIES = (1.0, 0.96, 0.92, 0.88)  # of the text, against how it is usually set
LONGEST = 34  # lines that are kept on one page
LONG_WORD = re.compile(r"\S{40,}")
PIECE = re.compile(r"[^/]{1,30}/?|/")
BREAK = "\u200b"  # no space, and a line may end there
FROM_LEFT = "\u200e"
JOINERS = "\u200c\u200d"
PROBE = b"""#set document(date: datetime(year: 2000, month: 1, day: 1))
#let asked = json(bytes(sys.inputs.asked))
#set text(font: asked.fonts)
#asked.letters"""


@dataclass(frozen=True, slots=True)
class Setting:
    """How to set a folio. `fonts` is a folder of more fonts; `moment` the seconds of SOURCE_DATE_EPOCH."""

    form: str = "pdf"
    paper: str = "a4"
    fonts: Path | None = None
    moment: int | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """The bytes of each page; of a PDF, of all. `lacking` are writing systems for which there is no font."""

    data: tuple[bytes, ...]
    lacking: tuple[writing.Writing, ...]


def typeset(folio: Folio, how: Setting) -> Pages:
    """Set a folio as PDF, SVG or PNG. Raises `Refused` where typst is not installed."""
    typst = library("gen print")
    asked = writing.writings(folio.text())
    more = {} if how.fonts is None else {"font_paths": [how.fonts]}
    known = typst.Fonts(include_system_fonts=bool(asked), **more).families()
    serif = [*writing.SERIF, *writing.families(asked, known)]
    world = {"ignore_system_fonts": not asked, "root": TEMPLATE.parent, **more}
    data = _fitting(typst, world, _data(folio, how, serif, next(iter(asked), None)))
    made = _compiler(typst, world, data).compile(format=how.form, ppi=RESOLUTION, timestamp=how.moment)
    lacking = [each for each, letters in asked.items() if not _has(typst, world, serif, letters)]
    return Pages((made,) if isinstance(made, bytes) else tuple(made), tuple(lacking))


def _fitting(typst: Any, world: Mapping[str, Any], data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The data, set as open as can be; of a work that a little less air keeps on one page, as open as fits there."""
    tried = ({**data, "density": density} for density in DENSITIES)
    first = next(tried)
    if _count(typst, world, first) != 2:
        return first
    return next((closer for closer in tried if _count(typst, world, closer) == 1), first)


def _compiler(typst: Any, world: Mapping[str, Any], data: Mapping[str, Any]) -> Any:
    """A compiler of the pages. It serves once: what was asked with one cannot be compiled by it."""
    given = json.dumps(data, ensure_ascii=False)
    return typst.Compiler(TEMPLATE.read_bytes(), sys_inputs={"folio": given}, **world)


def _count(typst: Any, world: Mapping[str, Any], data: Mapping[str, Any]) -> int:
    """How many pages there are."""
    return int(json.loads(_compiler(typst, world, data).query("<pages>", field="value", one=True)))


def library(command: str) -> Any:
    """Typst, for a command that says itself what it needs it for. Raises `Refused` where it is not installed."""
    try:
        return import_module("typst")
    except ImportError:
        message = f"`{command}` sets type with typst, which is not installed. HTML needs nothing: --as html."
        raise Refused(message, "pip install 'intaglio[print]'") from None


def _has(typst: Any, world: Mapping[str, Any], serif: Sequence[str], letters: str) -> bool:
    """Whether there are fonts for all of these letters.

    A PDF for archives is refused where a letter has no glyph; a date, the other thing that it needs, is given.
    """
    asked = json.dumps({"fonts": serif, "letters": letters}, ensure_ascii=False)
    probe = typst.Compiler(PROBE, sys_inputs={"asked": asked}, **world)
    try:
        probe.compile(format="pdf", pdf_standards="a-2b")
    except typst.TypstError:
        return False
    return True


# The folio as the template reads it --------------------------------------------------------------------------------


def _data(folio: Folio, how: Setting, serif: Sequence[str], foreign: writing.Writing | None) -> dict[str, Any]:
    title = _directed(folio.title)
    return {
        "paper": how.paper,
        "scale": PAPERS[how.paper],
        "dated": how.moment is not None,
        "lang": foreign.language if foreign is not None and foreign.language in ("ja", "zh", "ko") else "en",
        "serif": serif,
        "mono": [*writing.MONO, *serif],
        "title": title["text"],
        "head": {**title, "text": ""},
        "artist": _directed(folio.artist),
        "under": [_directed(line) for line in folio.under],
        "statement": _directed(folio.statement),
        "edition": [_kept_in_order(settable(part)) for part in folio.edition],
        "strophes": [
            {"items": [_item(item) for item in strophe.items], "long": _height(strophe.items) > LONGEST}
            for strophe in folio.strophes
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    if isinstance(item, Prose):
        return {"kind": "prose", "depth": item.depth, "lines": [_directed(line) for line in item.lines]}
    runs = [{"role": run.role, "text": _kept_in_order(breakable(run.text))} for run in item.runs]
    return {"kind": "said", "depth": item.depth, "runs": runs, "note": _directed(item.note)}


def _height(items: Sequence[Item]) -> int:
    """About how many lines these take: long ones take several."""
    return sum(_lines(item) for item in items)


def _lines(item: Item) -> int:
    texts = item.lines if isinstance(item, Prose) else ("".join(run.text for run in item.runs),)
    beside = 0 if isinstance(item, Prose) else len(item.note) // 60
    return max(beside, sum(1 + len(text) // 60 for text in texts))


def _directed(text: str) -> dict[str, Any]:
    return {"text": breakable(text), "rtl": direction(text) == "rtl", "lang": writing.language(text)}


def breakable(text: str) -> str:
    """A text as it is set, with places to go on in the next line in words that are longer than a line may be."""
    return LONG_WORD.sub(lambda word: PIECE.sub(rf"\g<0>{BREAK}", word[0]), settable(text))


def _kept_in_order(text: str) -> str:
    """A piece of a line; one that is written from right to left draws no sign or number beside it into its order."""
    return f"{FROM_LEFT}{text}{FROM_LEFT}" if direction(text) == "rtl" else text


def settable(text: str) -> str:
    """A text without what no font has: controls become their pictures, marks of direction are left out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_settable, text))


def _settable(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return chr(0x2400 + ord(character)) if ord(character) < 0x20 else "\ufffd"
    if category in ("Cs", "Zl", "Zp"):
        return "\ufffd"
    return "" if category == "Cf" and character not in JOINERS else character
