"""Every ability over the protocol, on every score and in any letters: what it speaks of stands where it says."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from intaglio.face.server.text import Units
from intaglio.lang.formatter import format_text
from intaglio.lang.layout import plain
from intaglio.lang.tokens import KINDS, marks
from tests.face.server.editor import Editor, editing
from tests.face.server.pages import FAULTY, ROOT, STRANGE, WORKS, Sheet, page

EXAMPLES = sorted(ROOT.glob("examples/*/*.gen"))
MISTAKEN = """gen 1

let сторона = 256 pixels  -- 🍎 размер

dataset 静物𝔄 from ./photos/  -- 👩‍🎨
  resize сторона, 3  -- 🍎
  keep width >= 64

-- 𝔗 لوحة
train اللوحة from 静物𝔅
  modell gan
  epochs 4.5  -- 🍎🍎

sample 𝔄𝔟 with اللوحة
  truncation 8

print cafe\u0301 from 𝔄𝔟, 𝔄𝔟𝔠
  title "🍎", "𝔗", nobody
"""
SCORES = {f"{path.parent.name}-{path.stem}": path.read_text("utf-8") for path in (*WORKS, *EXAMPLES, FAULTY)}
SCORES |= {"strange": STRANGE, "mistaken": MISTAKEN, "crlf": STRANGE.replace("\n", "\r\n")}
Ability = Callable[..., Awaitable[None]]
UNITS = pytest.mark.parametrize("units", [Units.UTF8, Units.UTF16])


class Reader:
    """A text as the editor counts it."""

    def __init__(self, text: str, units: Units) -> None:
        self.sheet = Sheet(text, units)

    def at(self, stretch: lsp.Range) -> str:
        """What stands at a stretch, by the editor's count alone."""
        encoding = {Units.UTF8: "utf-8", Units.UTF16: "utf-16-le", Units.UTF32: "utf-32-le"}[self.sheet.units]
        size = {Units.UTF8: 1, Units.UTF16: 2, Units.UTF32: 4}[self.sheet.units]
        assert stretch.start.line == stretch.end.line
        line = self.sheet.lines[stretch.start.line].encode(encoding)
        return line[size * stretch.start.character : size * stretch.end.character].decode(encoding)


def named(symbols: object) -> Iterator[lsp.DocumentSymbol]:
    for each in symbols if isinstance(symbols, list | tuple) else ():
        assert isinstance(each, lsp.DocumentSymbol)
        yield each
        yield from named(each.children)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


async def told(editor: Editor, document: lsp.TextDocumentIdentifier, reader: Reader, folder: Path) -> None:
    """Diagnostics are those of `gen check`, each at its place."""
    said = page(reader.sheet.text, folder).script.diagnostics
    found = editor.told[-1].diagnostics
    lines = reader.sheet.lines

    assert [(each.code, lines[each.span.line - 1][each.span.column - 1 : each.span.end - 1]) for each in said] == [
        (each.code, reader.at(each.range)) for each in found
    ]


async def names(editor: Editor, document: lsp.TextDocumentIdentifier, reader: Reader, folder: Path) -> None:
    """Symbols, definitions, references, highlights and hovers stand at the names that they are of."""
    client = editor.client
    for each in named(await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))):
        where = each.selection_range.start
        assert each.name == nfc(reader.at(each.selection_range))
        definition = await client.text_document_definition_async(lsp.DefinitionParams(document, where))
        assert isinstance(definition, lsp.Location)
        asked = lsp.ReferenceParams(lsp.ReferenceContext(True), document, where)
        found = [
            location.range
            for location in await client.text_document_references_async(asked) or ()
            if location.uri == document.uri
        ]
        lit = await client.text_document_document_highlight_async(lsp.DocumentHighlightParams(document, where)) or ()
        hover = await client.text_document_hover_async(lsp.HoverParams(document, where))

        assert each.selection_range in found
        assert {each.name} == {nfc(reader.at(stretch)) for stretch in found}
        assert found == [one.range for one in lit]
        assert hover is not None
        assert hover.range == each.selection_range


async def colours(editor: Editor, document: lsp.TextDocumentIdentifier, reader: Reader, folder: Path) -> None:
    """Semantic tokens are the words of the table, each whole."""
    found = await editor.client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(document))
    assert found is not None
    painted, line, start = [], 0, 0
    for number in range(0, len(found.data), 5):
        down, right, length, *_ = found.data[number : number + 5]
        line, start = line + down, right if down else start + right
        stretch = lsp.Range(lsp.Position(line, start), lsp.Position(line, start + length))
        painted.append((line, reader.at(stretch)))
    lines = reader.sheet.lines
    words = [mark for mark in marks(reader.sheet.text) if KINDS[mark.kind].semantic]

    assert [(mark.line - 1, lines[mark.line - 1][mark.start - 1 : mark.end - 1]) for mark in words] == painted


async def offers(editor: Editor, document: lsp.TextDocumentIdentifier, reader: Reader, folder: Path) -> None:
    """What is offered takes the place of what is begun, and of nothing else."""
    for number, line in enumerate(reader.sheet.lines):
        head = line.partition("--")[0].rstrip()
        end = lsp.Position(number, reader.sheet.units.count(head))
        found = await editor.client.text_document_completion_async(lsp.CompletionParams(document, end))
        assert isinstance(found, lsp.CompletionList)
        for item in found.items[:3]:
            assert isinstance(item.text_edit, lsp.TextEdit)
            assert item.text_edit.range.end == end
            assert head.endswith(reader.at(item.text_edit.range))
            assert " " not in reader.at(item.text_edit.range).lstrip('"')


async def shapes(editor: Editor, document: lsp.TextDocumentIdentifier, reader: Reader, folder: Path) -> None:
    """Folds, lenses and hints stand in the text; formatting is `gen fmt`."""
    client, text, lines = editor.client, reader.sheet.text, reader.sheet.lines
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(len(lines), 0))
    for fold in await client.text_document_folding_range_async(lsp.FoldingRangeParams(document)) or ():
        assert 0 <= fold.start_line < fold.end_line < len(lines)
        assert lines[fold.end_line].strip()
    for lens in await client.text_document_code_lens_async(lsp.CodeLensParams(document)) or ():
        assert lens.command is not None
        assert nfc(str((lens.command.arguments or ())[1]).split(".")[-1]) in nfc(reader.at(lens.range))
    for hint in await client.text_document_inlay_hint_async(lsp.InlayHintParams(document, whole)) or ():
        before = reader.at(lsp.Range(lsp.Position(hint.position.line, 0), hint.position))
        assert before.strip() == ""  # a step's number; nothing was ever made here
    options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
    edits = await client.text_document_formatting_async(lsp.DocumentFormattingParams(document, options)) or ()
    assert format_text(text) == plain(reader.sheet.with_edits([*edits]).text)


@UNITS
@pytest.mark.parametrize("ability", [told, names, colours, offers, shapes], ids=lambda ability: ability.__name__)
def test_what_an_ability_speaks_of_stands_where_it_says(
    ability: Ability, units: Units, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAGLIO_STORE", "")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "pear.png").touch()

    async def whole() -> None:
        async with editing(tmp_path, units.value) as editor:
            for name, text in SCORES.items():
                document = editor.open(tmp_path / f"{name}.gen", text)
                await editor.codes()
                await ability(editor, document, Reader(text, units), tmp_path)

    asyncio.run(whole())
