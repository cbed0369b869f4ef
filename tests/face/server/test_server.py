"""The server as an editor has it: started, spoken to over standard input and output, and ended."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from intaglio.lang.formatter import format_text
from tests.face.conftest import Gen
from tests.face.server.editor import Editor, at, editing
from tests.face.server.pages import FAULTY, STRANGE, Sheet, Units, page
from tests.stdlib.pictures import picture

BROKEN = FAULTY.read_text("utf-8")
FINE = "gen 1\n\ndataset a from ./\n  resize 8 px\n\nprint b from a\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, and no store named by whoever runs the tests."""
    monkeypatch.setenv("INTAGLIO_STORE", "")
    return tmp_path


def test_everything_is_offered(folder: Path) -> None:
    async def scenario() -> lsp.ServerCapabilities:
        async with editing(folder) as editor:
            return editor.capabilities

    can = asyncio.run(scenario())

    assert can.text_document_sync is not None
    assert lsp.TextDocumentSyncKind.Incremental == can.text_document_sync.change  # type: ignore[union-attr]
    assert isinstance(can.rename_provider, lsp.RenameOptions)
    assert can.rename_provider.prepare_provider
    for ability in (
        can.completion_provider,
        can.hover_provider,
        can.definition_provider,
        can.references_provider,
        can.document_highlight_provider,
        can.document_symbol_provider,
        can.workspace_symbol_provider,
        can.folding_range_provider,
        can.document_formatting_provider,
        can.document_range_formatting_provider,
        can.document_link_provider,
        can.code_action_provider,
        can.code_lens_provider,
        can.semantic_tokens_provider,
        can.inlay_hint_provider,
    ):
        assert ability


def test_no_command_is_run_for_the_editor(folder: Path) -> None:
    """Running a script is the editor's, so that opening a stranger's folder can run nothing."""

    async def scenario() -> lsp.ServerCapabilities:
        async with editing(folder) as editor:
            return editor.capabilities

    can = asyncio.run(scenario()).execute_command_provider

    assert can is None or not can.commands


def test_a_script_of_mistakes_is_told_of_and_mended(folder: Path) -> None:
    async def scenario() -> tuple[list[str], list[str]]:
        async with editing(folder) as editor:
            document = editor.open(folder / "broken.gen", BROKEN)
            before = await editor.codes()
            asked = lsp.CodeActionParams(document, at(27, 13), lsp.CodeActionContext([], only=["quickfix"]))
            actions = await editor.client.text_document_code_action_async(asked)
            assert actions
            (action,) = actions
            assert isinstance(action, lsp.CodeAction)
            assert action.edit is not None
            assert action.edit.changes is not None
            for edit in action.edit.changes[document.uri]:
                editor.type(document, edit.range, edit.new_text)
            return before, await editor.codes()

    before, after = asyncio.run(scenario())

    assert [each.code for each in page(BROKEN, folder).script.diagnostics] == before
    assert before.count("G204") == after.count("G204") + 1
    assert len(before) == len(after) + 1


@pytest.mark.parametrize("units", Units)
def test_places_are_right_in_any_letters_and_any_units(units: Units, folder: Path) -> None:
    async def scenario() -> tuple[str, lsp.WorkspaceEdit | None]:
        async with editing(folder, units.value) as editor:
            document = editor.open(folder / "strange.gen", STRANGE)
            await editor.codes()
            line = next(i for i, line in enumerate(STRANGE.split("\n")) if line.startswith("print"))
            where = lsp.Position(line, units.count("print cafe\u0301 from 𝔄"))
            asked = lsp.RenameParams(document, where, "𝔒𝔣🍎".removesuffix("🍎"))
            return editor.units, await editor.client.text_document_rename_async(asked)

    agreed, edit = asyncio.run(scenario())
    assert edit is not None
    assert edit.changes is not None
    (changes,) = edit.changes.values()

    assert units.value in agreed.lower()
    assert STRANGE.replace("𝔄𝔟", "𝔒𝔣") == Sheet(STRANGE, units).with_edits([*changes]).text


def test_what_is_typed_is_what_is_checked_whatever_ends_the_lines(folder: Path) -> None:
    """Characters that Python takes for line ends, faces, marks: the server's text stays the editor's."""
    text = STRANGE.replace("размер", "раз\u2028мер\x0c\x85").replace("\n", "\r\n")

    async def scenario() -> lsp.Hover | None:
        async with editing(folder) as editor:
            document = editor.open(folder / "strange.gen", "\ufeff" + text)
            await editor.codes()
            line = next(i for i, line in enumerate(text.split("\r\n")) if line.startswith("sample"))
            editor.type(document, at(line, 7, 11), "🍎")
            editor.type(document, at(line, 7, 9), "имя")
            await editor.codes()
            return await editor.client.text_document_hover_async(lsp.HoverParams(document, lsp.Position(line, 8)))

    hover = asyncio.run(scenario())

    assert hover is not None
    assert "sample имя with اللوحة" in hover.contents.value  # type: ignore[union-attr]


def test_formatting_is_gen_fmt(folder: Path) -> None:
    async def scenario() -> str:
        async with editing(folder) as editor:
            document = editor.open(folder / "broken.gen", BROKEN)
            options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
            asked = lsp.DocumentFormattingParams(document, options)
            edits = await editor.client.text_document_formatting_async(asked)
            return Sheet(BROKEN).with_edits([*(edits or ())]).text

    assert format_text(BROKEN) == asyncio.run(scenario())


def test_a_burst_of_keystrokes_is_checked_once(folder: Path) -> None:
    async def scenario() -> tuple[list[str], int, float]:
        async with editing(folder) as editor:
            document = editor.open(folder / "fine.gen", FINE)
            await editor.codes()
            before = len(editor.told)
            for letter in range(10):
                editor.type(document, at(3, 9 + letter), str(letter % 10))
            began = time.monotonic()
            codes = await editor.codes()
            return codes, len(editor.told) - before, time.monotonic() - began

    codes, sent, took = asyncio.run(scenario())

    assert "G204" in codes
    assert 1 == sent
    assert took >= 0.1


def test_what_cannot_be_renamed_is_refused_in_the_artists_words(folder: Path) -> None:
    async def scenario() -> str:
        async with editing(folder) as editor:
            document = editor.open(folder / "fine.gen", FINE)
            asked = lsp.PrepareRenameParams(document, lsp.Position(3, 4))
            with pytest.raises(JsonRpcException) as refused:
                await editor.client.text_document_prepare_rename_async(asked)
            assert refused.value.data is None
            return refused.value.message

    assert "`resize` is a setting of the language, and cannot be renamed." == asyncio.run(scenario())


def test_colours_come_whole_and_then_as_changes(folder: Path) -> None:
    async def scenario() -> tuple[list[int], list[int]]:
        async with editing(folder) as editor:
            client = editor.client
            document = editor.open(folder / "fine.gen", FINE)
            first = await client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(document))
            assert first is not None
            assert first.result_id is not None
            editor.type(document, at(1, 0), "let side = 8 px\n")
            asked = lsp.SemanticTokensDeltaParams(document, first.result_id)
            delta = await client.text_document_semantic_tokens_full_delta_async(asked)
            assert isinstance(delta, lsp.SemanticTokensDelta)
            numbers = [*first.data]
            for edit in delta.edits:
                numbers[edit.start : edit.start + edit.delete_count] = edit.data or []
            again = await client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(document))
            assert again is not None
            return numbers, [*again.data]

    made, whole = asyncio.run(scenario())

    assert whole == made


def test_names_of_all_scripts_in_the_folder_are_found(folder: Path) -> None:
    (folder / "other.gen").write_text(FINE.replace("print b", "print somewhere-else"), "utf-8")

    async def scenario() -> list[str]:
        async with editing(folder) as editor:
            editor.open(folder / "fine.gen", FINE)
            found = await editor.client.workspace_symbol_async(lsp.WorkspaceSymbolParams(""))
            return [each.name for each in found or ()]

    assert ["a", "a", "b", "somewhere-else"] == sorted(asyncio.run(scenario()))


def test_hints_come_once_the_script_was_planned(score: Path, gen: Gen) -> None:
    assert 0 == gen("run", score).returncode

    async def scenario() -> list[str]:
        async with editing(score.parent) as editor:
            document = editor.open(score, score.read_text("utf-8"))
            asked = lsp.InlayHintParams(document, lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0)))
            first = await editor.client.text_document_inlay_hint_async(asked)
            assert ["1"] == [each.label for each in first or ()]
            await asyncio.wait_for(editor.refreshed.wait(), 60)
            return [str(each.label) for each in await editor.client.text_document_inlay_hint_async(asked) or ()]

    assert ["1", "4 images", "4 images · fresh", "fresh"] == asyncio.run(scenario())


STEPS = """gen 1

dataset 静物𝔄 from ./photos/  -- 🍎
  group 赤
    from ./red/
    keep width >= 12 px
  from ./photos/0.png
    credit "me"
  drop likeness > 96%
  caption "a bowl"
  mirror
  resize 8 px

print plate from 静物𝔄
"""


def test_behind_each_step_it_is_told_how_many_images_it_left(score: Path, gen: Gen) -> None:
    (score.parent / "red").mkdir()
    for number, side in enumerate((8, 10, 12, 14, 16)):
        picture(side, 12, seed=number).save(score.parent / "red" / f"{number}.png")
    for number in range(4):
        picture(16, 12, seed=10 + number).save(score.parent / "photos" / f"{number}.png")
    score.write_text(STEPS, "utf-8")
    assert 0 == gen("run", score).returncode

    async def scenario() -> list[tuple[int, int, str]]:
        async with editing(score.parent) as editor:
            document = editor.open(score, STEPS)
            asked = lsp.InlayHintParams(document, lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0)))
            await editor.client.text_document_inlay_hint_async(asked)
            await asyncio.wait_for(editor.refreshed.wait(), 60)
            found = await editor.client.text_document_inlay_hint_async(asked) or ()
            return sorted((each.position.line, each.position.character, str(each.label)) for each in found)

    units = Units.UTF16
    lines = STEPS.split("\n")
    ends = [units.count(line.partition("  -- ")[0]) for line in lines]

    assert [
        (2, ends[2], "14 images · fresh"),
        (4, 4, "1"),
        (4, ends[4], "5 images"),
        (5, 4, "2"),
        (5, ends[5], "3 images"),
        (6, 2, "1"),
        (6, ends[6], "1 image"),
        (8, 2, "2"),
        (8, ends[8], "7 images"),
        (9, 2, "3"),
        (9, ends[9], "7 images"),
        (10, 2, "4"),
        (10, ends[10], "14 images"),
        (11, 2, "5"),
        (11, ends[11], "14 images"),
        (13, ends[13], "fresh"),
    ] == asyncio.run(scenario())


def test_a_page_behind_a_code_is_linked_where_the_editor_says_how(folder: Path) -> None:
    picture().save(folder / "pear.png")

    async def scenario() -> list[str | None]:
        async with editing(folder, options={"pages": "gen-explain:{code}"}) as editor:
            editor.open(folder / "fine.gen", FINE.replace("8 px", "8"))
            await editor.codes()
            return [each.code_description and each.code_description.href for each in editor.told[-1].diagnostics]

    assert ["gen-explain:G203"] == asyncio.run(scenario())


# What goes wrong ---------------------------------------------------------------------------------------------------

PLANTED = """
from intaglio.face.server import wiring
def fail(server, page, params):
    raise RuntimeError("a fault of ours")
wiring.ABILITIES["textDocument/hover"] = fail
wiring.served().start_io()
"""


def test_a_fault_in_one_ability_is_nothing_to_the_others(folder: Path) -> None:
    picture().save(folder / "pear.png")

    async def scenario() -> tuple[lsp.Hover | None, list[str]]:
        async with editing(folder, server=("-c", PLANTED)) as editor:
            document = editor.open(folder / "fine.gen", FINE.replace("8 px", "8"))
            hover = await editor.client.text_document_hover_async(lsp.HoverParams(document, lsp.Position(0, 0)))
            return hover, await editor.codes()

    assert (None, ["G203"]) == asyncio.run(scenario())


def test_what_is_said_of_documents_that_are_not_open_is_answered_with_nothing(folder: Path) -> None:
    async def scenario(editor: Editor) -> None:
        nowhere = lsp.TextDocumentIdentifier((folder / "nowhere.gen").as_uri())
        editor.type(nowhere, at(0, 0), "x")
        assert None is await editor.client.text_document_hover_async(lsp.HoverParams(nowhere, lsp.Position(0, 0)))
        for uri in ("untitled:score", "vscode-vfs://somewhere/score.gen", "file:///no/such/folder/score.gen", ""):
            item = lsp.TextDocumentItem(uri, "gen", 1, FINE)
            editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
            document = lsp.TextDocumentIdentifier(uri)
            assert await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))

    async def whole() -> None:
        async with editing(folder) as editor:
            await scenario(editor)

    asyncio.run(whole())


LOADED = """
import sys
from lsprotocol.types import Hover
from intaglio.face.server import wiring
wiring.ABILITIES["textDocument/hover"] = lambda server, page, params: Hover(str("torch" in sys.modules))
wiring.served().start_io()
"""


def test_opening_a_script_writes_nothing_and_loads_no_torch(folder: Path) -> None:
    async def scenario() -> lsp.Hover | None:
        async with editing(folder, server=("-c", LOADED)) as editor:
            document = editor.open(folder / "fine.gen", FINE)
            await editor.codes()
            asked = lsp.InlayHintParams(document, lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0)))
            await editor.client.text_document_inlay_hint_async(asked)
            return await editor.client.text_document_hover_async(lsp.HoverParams(document, lsp.Position(0, 0)))

    assert lsp.Hover("False") == asyncio.run(scenario())
    assert [] == [*folder.iterdir()]


def started(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "intaglio.face.server.main", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL)


def test_the_command_says_what_it_is() -> None:
    assert started("--version").stdout.startswith("gen-lsp 0.")
    assert "An editor starts it" in started("--help").stdout
    assert 2 == started("--tcp").returncode


def test_a_server_whose_editor_has_gone_ends() -> None:
    assert "Traceback" not in started("--stdio").stderr


def test_the_command_gen_loads_nothing_of_the_server() -> None:
    program = "import sys, intaglio.face.command; print([m for m in sys.modules if 'pygls' in m or 'face.server' in m])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()
