"""Names across files: from a score to the recipes that it borrows, and back, over the protocol."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from intaglio.face.server.text import Units
from tests.face.server.editor import Editor, at, editing
from tests.face.server.pages import Sheet
from tests.face.server.shared import RECIPE, SCORE, lie

UTF16 = Units.UTF16


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTAGLIO_STORE", "")
    return tmp_path


def edited(folder: Path, work: Callable[[Editor], Awaitable[Any]], *units: str, **more: Any) -> Any:
    """What an editor with a folder open comes to."""

    async def whole() -> Any:
        async with editing(folder, *units, **more) as editor:
            return await work(editor)

    return asyncio.run(whole())


def where(text: str, said: str, units: Units = UTF16) -> lsp.Position:
    """The place that `|` marks in a part of a text."""
    before, _, after = said.partition("|")
    assert 1 == text.count(before + after), said
    offset = text.index(before + after) + len(before)
    return Sheet(text, units).position(Sheet(text).at(offset))


def name_at(text: str, stretch: lsp.Range, units: Units = UTF16) -> str:
    """What stands at a stretch of a text."""
    sheet = Sheet(text, units)
    return text[sheet.offset(sheet.place(stretch.start)) : sheet.offset(sheet.place(stretch.end))]


PLACES = {
    "use rem|ember": ("recipe", 3, "remember"),
    "rem|ember dream": ("recipe", 3, "remember"),
    "wai|st 64": ("recipe", 5, "waist"),
    "dream.mem|ory": ("recipe", 8, "memory"),
    "dream.recol|lection": ("recipe", 13, "recollection"),
    "dr|eam.memory": ("score", 7, "dream"),
    "from table|𝔄\n  waist": ("score", 4, "table𝔄"),
}


@pytest.mark.parametrize("units", Units)
@pytest.mark.parametrize("opened", [False, True])
def test_a_name_leads_to_where_it_is_given(folder: Path, units: Units, opened: bool) -> None:
    score, recipe = lie(folder)

    async def work(editor: Editor) -> dict[str, tuple[str, int, str]]:
        document = editor.open(score, SCORE)
        if opened:
            editor.open(recipe, RECIPE)
        found = {}
        for said in PLACES:
            asked = lsp.DefinitionParams(document, where(SCORE, said, units))
            there = await editor.client.text_document_definition_async(asked)
            assert isinstance(there, lsp.Location)
            name, text = ("recipe", RECIPE) if there.uri == recipe.as_uri() else ("score", SCORE)
            found[said] = name, there.range.start.line, name_at(text, there.range, units)
        return found

    assert PLACES == edited(folder, work, units.value)


def test_a_recipe_that_comes_with_gen_leads_to_its_file(folder: Path) -> None:
    text = "gen 1\n\nuse contact-sheet from std/recipes at v1\n\ncontact-sheet plate from table\n  columns 3\n"

    async def work(editor: Editor) -> list[tuple[str, str]]:
        document = editor.open(folder / "score.gen", text)
        found = []
        for said in ("use cont|act-sheet", "col|umns"):
            asked = lsp.DefinitionParams(document, where(text, said))
            location = await editor.client.text_document_definition_async(asked)
            assert isinstance(location, lsp.Location)
            there = Path(location.uri.removeprefix("file://"))
            found.append((there.name, name_at(there.read_text("utf-8"), location.range)))
        return found

    assert [("contact-sheet.gen", "contact-sheet"), ("contact-sheet.gen", "columns")] == edited(folder, work)


REFERENCES = {
    "recipe rem|ember": ["recipes/remember.gen:4", "score.gen:3", "score.gen:8"],
    "takes wai|st": ["recipes/remember.gen:6", "recipes/remember.gen:11", "score.gen:9"],
    "recollection, mem|ory": [
        "recipes/remember.gen:7",
        "recipes/remember.gen:9",
        "recipes/remember.gen:14",
        "score.gen:11",
    ],
    "from pic|tures\n    model": ["recipes/remember.gen:5", "recipes/remember.gen:9", "recipes/remember.gen:14"],
}


@pytest.mark.parametrize("opened", [False, True])
def test_names_of_a_recipe_are_found_in_the_scores_that_borrow_it(folder: Path, opened: bool) -> None:
    score, recipe = lie(folder)

    async def work(editor: Editor) -> dict[str, list[str]]:
        document = editor.open(recipe, RECIPE)
        if opened:
            editor.open(score, SCORE)
        return {said: await standing(editor, document, said) for said in REFERENCES}

    async def standing(editor: Editor, document: lsp.TextDocumentIdentifier, said: str) -> list[str]:
        asked = lsp.ReferenceParams(lsp.ReferenceContext(True), document, where(RECIPE, said))
        found = await editor.client.text_document_references_async(asked) or ()
        return [f"{each.uri.removeprefix(folder.as_uri() + '/')}:{each.range.start.line + 1}" for each in found]

    assert REFERENCES == edited(folder, work)


def test_without_where_it_is_given_all_uses_are_found(folder: Path) -> None:
    score, _ = lie(folder)

    async def work(editor: Editor) -> list[int]:
        document = editor.open(score, SCORE)
        asked = lsp.ReferenceParams(lsp.ReferenceContext(False), document, where(SCORE, "rem|ember dream"))
        return [each.range.start.line for each in await editor.client.text_document_references_async(asked) or ()]

    assert [2, 7] == edited(folder, work)


# Renaming ----------------------------------------------------------------------------------------------------------

RENAMED = {
    "wai|st 64": ("waist", "width-of-it"),
    "dream.mem|ory": ("memory", "память"),
    "dream.recol|lection": ("recollection", "afterimage"),
    "takes wai|st": ("waist", "width-of-it"),
    "recollection, mem|ory": ("memory", "𝔐"),
    "rebuild recol|lection": ("recollection", "afterimage"),
}


def applied(edit: lsp.WorkspaceEdit, texts: dict[str, str], units: Units) -> dict[str, str]:
    """Texts by address, after the changes of an edit."""
    assert edit.changes is not None
    return {uri: Sheet(text, units).with_edits([*edit.changes.get(uri, ())]).text for uri, text in texts.items()}


@pytest.mark.parametrize("units", Units)
def test_what_a_recipe_takes_and_gives_is_renamed_in_both_files(folder: Path, units: Units) -> None:
    score, recipe = lie(folder)
    texts = {score.as_uri(): SCORE, recipe.as_uri(): RECIPE}

    async def work(editor: Editor) -> dict[str, dict[str, str]]:
        documents = {SCORE: editor.open(score, SCORE), RECIPE: editor.open(recipe, RECIPE)}
        found = {}
        for said, (_, new) in RENAMED.items():
            text = SCORE if said.replace("|", "") in SCORE else RECIPE
            asked = lsp.RenameParams(documents[text], where(text, said, units), new)
            edit = await editor.client.text_document_rename_async(asked)
            assert edit is not None
            found[said] = applied(edit, texts, units)
        return found

    expected = {said: {uri: text.replace(*names) for uri, text in texts.items()} for said, names in RENAMED.items()}

    assert expected == edited(folder, work, units.value)


@pytest.mark.parametrize("which", ["score", "recipe"])
def test_a_recipe_is_renamed_with_its_file(folder: Path, which: str) -> None:
    score, recipe = lie(folder)
    path, text, said = (score, SCORE, "rem|ember dream") if which == "score" else (recipe, RECIPE, "recipe rem|ember")

    async def work(editor: Editor) -> lsp.WorkspaceEdit | None:
        document = editor.open(path, text)
        return await editor.client.text_document_rename_async(lsp.RenameParams(document, where(text, said), "recall"))

    edit = edited(folder, work)
    assert edit is not None
    *edits, moved = edit.document_changes
    found = {each.text_document.uri: each.edits for each in edits}

    assert lsp.RenameFile(recipe.as_uri(), (recipe.parent / "recall.gen").as_uri()) == moved
    assert SCORE.replace("remember", "recall") == Sheet(SCORE).with_edits(found[score.as_uri()]).text
    assert RECIPE.replace("remember", "recall") == Sheet(RECIPE).with_edits(found[recipe.as_uri()]).text


def refusal(folder: Path, said: str, new: str, text: str = SCORE, **more: Any) -> str:
    async def work(editor: Editor) -> str:
        document = editor.open(folder / "score.gen", text)
        with pytest.raises(JsonRpcException) as refused:
            await editor.client.text_document_rename_async(lsp.RenameParams(document, where(text, said), new))
        return refused.value.message

    told: str = edited(folder, work, **more)
    return told


def test_a_recipe_is_not_renamed_where_the_editor_cannot_rename_its_file(folder: Path) -> None:
    lie(folder)

    assert "cannot rename remember.gen along with it" in refusal(folder, "rem|ember dream", "recall", files=False)


def test_a_recipe_does_not_take_the_place_of_another_file(folder: Path) -> None:
    _, recipe = lie(folder)
    recipe.with_name("recall.gen").write_text("gen 1\n", "utf-8")

    assert "recall.gen, and that file is there already" in refusal(folder, "rem|ember dream", "recall")


def test_a_name_that_means_something_else_in_either_file_is_refused(folder: Path) -> None:
    lie(folder)

    assert "Line 9 makes `memory` already." == refusal(folder, "dream.recol|lection", "memory")
    assert "Line 8 makes `dream` already." == refusal(folder, "rem|ember dream", "dream")


def test_what_comes_with_gen_is_not_renamed(folder: Path) -> None:
    text = "gen 1\n\nuse contact-sheet from std/recipes at v1\n\ncontact-sheet plate from table\n  columns 3\n"
    for said in ("use cont|act-sheet", "cont|act-sheet plate", "col|umns"):
        assert "comes with gen, and keeps its name" in refusal(folder, said, "mine", text)


# What is typed in one file is known in the other -------------------------------------------------------------------


def test_what_is_typed_in_a_recipe_is_checked_in_the_score_before_it_is_saved(folder: Path) -> None:
    score, recipe = lie(folder)

    async def work(editor: Editor) -> tuple[list[str], list[str], lsp.Location]:
        document = editor.open(score, SCORE)
        before = await editor.codes()
        other = editor.open(recipe, RECIPE)
        line = where(RECIPE, "takes wai|st").line
        editor.type(other, at(line - 1, 0), "  takes depth as 1 to 9 = 2\n")
        editor.type(other, at(line + 1, 8, 13), "girth")
        after = await editor.codes(document)
        asked = lsp.DefinitionParams(document, where(SCORE, "dream.mem|ory"))
        found = await editor.client.text_document_definition_async(asked)
        assert isinstance(found, lsp.Location)
        return before, after, found

    before, after, found = edited(folder, work)

    assert [] == before
    assert "G504" in after
    assert (recipe.as_uri(), 9) == (found.uri, found.range.start.line)


@pytest.mark.parametrize("units", Units)
def test_a_mistake_in_a_recipe_is_shown_beside_the_line_that_borrows_it(folder: Path, units: Units) -> None:
    score, recipe = lie(folder)
    broken = RECIPE.replace("    latent waist", '    latent waist  -- 🍎\n    sampler "🍎", 3')
    recipe.write_text(broken, "utf-8")

    async def work(editor: Editor) -> list[lsp.DiagnosticRelatedInformation]:
        editor.open(score, SCORE)
        assert await editor.codes()
        return [each for told in editor.told[-1].diagnostics for each in told.related_information or ()]

    found = edited(folder, work, units.value)
    line = next(i for i, line in enumerate(broken.split("\n")) if "sampler" in line)

    assert {(recipe.as_uri(), line, 'sampler "🍎", 3')} == {
        (each.location.uri, each.location.range.start.line, each.message) for each in found
    }
    assert "sampler" == name_at(broken, found[0].location.range, units)


def test_two_files_that_borrow_of_each_other_are_read(folder: Path) -> None:
    one = "gen 1\n\nuse two from ./ at v1\n\nrecipe one\n  takes p as images\n  gives a\n\n  two a from p\n"
    two = "gen 1\n\nuse one from ./ at v1\n\nrecipe two\n  takes q as images\n  gives b\n\n  one b from q\n"
    (folder / "one.gen").write_text(one, "utf-8")
    (folder / "two.gen").write_text(two, "utf-8")

    async def work(editor: Editor) -> list[str]:
        document = editor.open(folder / "one.gen", one)
        asked = lsp.ReferenceParams(lsp.ReferenceContext(True), document, where(one, "recipe on|e"))
        found = await editor.client.text_document_references_async(asked) or ()
        return [f"{Path(each.uri).name}:{each.range.start.line + 1}" for each in found]

    assert ["one.gen:5", "two.gen:3", "two.gen:9"] == edited(folder, work)


def test_beneath_a_borrowed_recipe_what_it_takes_is_offered_and_explained(folder: Path) -> None:
    score, _ = lie(folder)
    begun = SCORE.replace("  waist 64", "  ")

    async def work(editor: Editor) -> tuple[dict[str, str | None], str]:
        document = editor.open(score, begun)
        place = lsp.Position(begun.split("\n").index("  "), 2)
        offered = await editor.client.text_document_completion_async(lsp.CompletionParams(document, place))
        assert isinstance(offered, lsp.CompletionList)
        asked = lsp.HoverParams(document, where(begun, "rem|ember dream"))
        hover = await editor.client.text_document_hover_async(asked)
        assert hover is not None
        assert isinstance(hover.contents, lsp.MarkupContent)
        return {each.label: each.detail for each in offered.items}, hover.contents.value

    offered, told = edited(folder, work)

    assert "8 to 2048 · 200 without it" == offered["waist"]
    assert {"seed", "save"} <= offered.keys()
    assert "𝔄 What one who saw them keeps of pictures." in told
    assert "takes waist as 8 to 2048 = 200" in told


def test_after_from_a_use_is_offered_by_what_it_gives_first(folder: Path) -> None:
    score, _ = lie(folder)
    begun = SCORE.replace("with dream.memory", "with ")

    async def work(editor: Editor) -> set[str]:
        document = editor.open(score, begun)
        asked = lsp.CompletionParams(document, where(begun, "others with |"))
        offered = await editor.client.text_document_completion_async(asked)
        assert isinstance(offered, lsp.CompletionList)
        return {each.label for each in offered.items}

    assert {"dream.memory"} == edited(folder, work)
