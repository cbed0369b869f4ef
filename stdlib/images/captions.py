"""Captions: words for images, from a table or from text files beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from intaglio.lang.wording import no_plain_text
from intaglio.runtime.contract import Fault, Source
from intaglio.stdlib.images.gathering import Names
from intaglio.stdlib.images.items import Item

NAMES = frozenset({"name", "file", "filename", "file_name", "image", "path"})
WORDS = frozenset({"caption", "text", "words", "description", "title"})

TABLES = (".csv", ".tsv", ".tab")
WRITTEN = {  # how files of office programs begin, and what they are
    b"{\\rtf": "rich text",
    b"PK\x03\x04": "a document of an office program, or an archive",
    b"\xd0\xcf\x11\xe0": "a document of an office program",
    b"%PDF-": "a PDF",
}


def text(data: bytes, source: Source) -> str:
    """A text file's text. Raises `Fault` when it is not UTF-8, or what a word processor writes."""
    for begin, what in WRITTEN.items():
        if data.startswith(begin):
            is_table = PurePosixPath(source.name).suffix.lower() in TABLES
            raise Fault(no_plain_text(source.name, what, is_table=is_table), path=source.origin)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Fault(f"{source.name} is not UTF-8 text.", f"iconv -t UTF-8 {source.name}") from error


def listed(written: str) -> list[str]:
    """The names in a list, one a line, without notes and empty lines."""
    lines = (line.strip() for line in written.splitlines())
    return [line for line in lines if line and not line.startswith(("--", "#"))]


def table(written: str, name: str) -> dict[str, str]:
    """Names and captions of a csv or tsv: the columns that are headed so, else the first two."""
    tabs = PurePosixPath(name).suffix.lower() in (".tsv", ".tab")
    rows = [row for row in csv.reader(io.StringIO(written), delimiter="\t" if tabs else ",") if len(row) > 1]
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    by = next((i for i, cell in enumerate(head) if cell in NAMES), None)
    of = next((i for i, cell in enumerate(head) if cell in WORDS), None)
    if by is None or of is None:
        return {row[0].strip(): row[1].strip() for row in rows}
    return {row[by].strip(): row[of].strip() for row in rows[1:] if len(row) > max(by, of)}


def found(captions: Mapping[str, str], names: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Captions by image, of a table whose names are as in `gathering.Names`; and its names that mean nothing."""
    known = Names(names)
    matches = {written: known.meant(written) for written in captions}
    told = {name: captions[written] for written, meant in matches.items() for name in meant}
    return told, [written for written, meant in matches.items() if not meant]


def captioned(items: Iterator[Item], captions: Mapping[str, str]) -> Iterator[Item]:
    """The items with their captions; one without keeps what it had."""
    return (item._replace(caption=captions.get(item.name, item.caption)) for item in items)
