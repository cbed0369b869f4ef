"""What is told of a page: diagnostics, hovers, symbols, folds, links, lenses, hints."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types as lsp

from intaglio.face.server import diagnostics, hints, hover, lenses, links, symbols
from intaglio.face.server.documents import page_of
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place, Sheet
from intaglio.face.session import Session
from intaglio.lang.diagnostics.names import NotIndented
from intaglio.runtime.plan.planner import State
from tests.face.conftest import Gen
from tests.face.server.pages import FAULTY, WORKS, marked, page
from tests.lang.pages import cases

TABLE = next(path for path in WORKS if path.stem == "table").read_text("utf-8")
EVERYWHERE = lsp.Range(lsp.Position(0, 0), lsp.Position(1000, 0))


def hovered(text: str, folder: Path | None = None) -> str:
    here, place = marked(text, folder)
    found = hover.at(here, place)
    assert found is not None
    assert isinstance(found.contents, lsp.MarkupContent)
    return found.contents.value


# Diagnostics -------------------------------------------------------------------------------------------------------


def test_diagnostics_are_those_of_gen_check() -> None:
    here = page(FAULTY.read_text("utf-8"))

    told = diagnostics.published(here)

    assert [each.code for each in here.script.diagnostics] == [each.code for each in told]
    assert all(each.source == "gen" for each in told)


def test_another_place_that_a_message_speaks_of_is_told_with_it() -> None:
    here = page("gen 1\n\ndataset a from ./x/\n\ndataset a from ./y/\n\nprint b from a\n")

    told = next(each for each in diagnostics.published(here) if each.related_information)
    (other,) = told.related_information or ()

    assert "G104" == told.code
    assert (2, "dataset a from ./x/") == (other.location.range.start.line, other.message)


def test_a_remark_is_no_error_and_what_nobody_uses_is_faded() -> None:
    (told,) = diagnostics.published(page("gen 1\n\ndataset a from ./x/\n"))

    assert lsp.DiagnosticSeverity.Information == told.severity
    assert [lsp.DiagnosticTag.Unnecessary] == told.tags


def test_an_editor_is_sent_no_more_than_it_can_show() -> None:
    here = page("gen 1\n\ndataset a from ./x/\n\ndataset a from ./y/\n")
    asks = diagnostics.Asks(related=False, tags=False, pages="https://example.org/{code}.html")

    told = diagnostics.published(here, asks)

    assert all(each.related_information is None and each.tags is None for each in told)
    assert "https://example.org/G104.html" in [each.code_description and each.code_description.href for each in told]


# Hover -------------------------------------------------------------------------------------------------------------


def test_a_setting_is_explained_with_its_range_and_meaning() -> None:
    told = hovered(TABLE.replace("truncation 0.8", "trunc|ation 0.8"))

    assert "0 to 1" in told
    assert "Small numbers stay near the average" in told


def test_a_made_name_tells_its_notes_and_what_it_is_made_of() -> None:
    told = hovered(TABLE.replace("contact-sheet plate from attempts", "contact-sheet plate from att|empts"))

    assert "sample attempts with dreamer" in told
    assert "Sixty-four attempts at one table." in told
    assert "Made of `dreamer`" in told


def test_a_verb_a_unit_a_choice_a_joining_word_and_a_measure_are_explained() -> None:
    assert "draw pictures with a model" in hovered(TABLE.replace("sample attempts", "sam|ple attempts"))
    assert "length of time" in hovered(TABLE.replace("pace 25 s", "pace 25 |s"))
    assert "one of" in hovered(TABLE.replace("ease slow", "ease sl|ow"))
    assert "material" in hovered(TABLE.replace("dreamer from table", "dreamer fr|om table"))
    assert "width" in hovered(TABLE.replace("keep width", "keep wi|dth"))


def test_a_choice_is_told_among_those_that_it_is_one_of() -> None:
    told = hovered(TABLE.replace("crop square, centre", "crop square, cen|tre"))

    assert "one of centre, top, bottom, left or right" in told
    assert "Where a `square` lies" in told
    assert "one of square, subject or face" in hovered(TABLE.replace("crop square", "crop squ|are"))


def test_words_of_recipes_are_explained() -> None:
    recipe = "gen 1\n\n-- What is left.\nrecipe r\n  takes p as images\n  takes n as 1 to 9 = 3  -- how many\n"
    recipe += "  gives q\n\n  print q from p\n    columns n\n\nr s from t\n  n 4\n"

    assert "**gives**" in hovered(recipe.replace("gives", "gi|ves"))
    assert "becomes a verb" in hovered(recipe.replace("recipe", "rec|ipe"))
    assert "What is left." in hovered(recipe.replace("r s from", "|r s from"))
    assert "takes n as 1 to 9 = 3" in hovered(recipe.replace("r s from", "|r s from"))
    assert "how many" in hovered(recipe.replace("n 4", "|n 4"))
    assert hovered(recipe.replace("print q", "print |q")).endswith("Made of `p`.")
    assert "Makes a printed sheet." in hovered(recipe.replace("r s", "r |s"))


def test_a_use_leads_to_the_file_of_its_recipe(tmp_path: Path) -> None:
    here = page("gen 1\n\nuse drift from std/recipes at v1\n", tmp_path)

    (link,) = links.found(here)

    assert str(link.target).endswith("/recipes/drift.gen")


def test_a_value_shows_its_line() -> None:
    assert "let side = 256 px" in hovered(TABLE.replace("resize side", "resize si|de"))


def test_a_mistake_shows_the_page_behind_it() -> None:
    told = hovered("gen 1\n\nsample a with b\n  truncation |8\n")

    assert "**G204 · Out of range**" in told
    assert "**right**" in told


def test_every_mistake_that_the_rules_tell_of_shows_a_page() -> None:
    """Some that share a code with others are told in words of their own; a page is that of their code."""
    shown: set[type] = set()
    for case in cases():
        here = page(case.score)
        for each in here.script.diagnostics:
            if type(each) not in shown:
                shown.add(type(each))
                found = hover.at(here, Place(each.span.line, each.span.column))
                assert found is not None
                assert isinstance(found.contents, lsp.MarkupContent)
                assert f"**{each.code} · " in found.contents.value
    assert NotIndented in shown


def test_an_editor_without_markdown_gets_none() -> None:
    here, place = marked(TABLE.replace("truncation 0.8", "trunc|ation 0.8"))
    found = hover.at(here, place, markdown=False)

    assert found is not None
    assert isinstance(found.contents, lsp.MarkupContent)
    assert "**" not in found.contents.value


def test_over_nothing_there_is_nothing() -> None:
    assert None is hover.at(page(TABLE), Place(2, 1))


# Symbols, folds, links, lenses -------------------------------------------------------------------------------------


def test_symbols_stand_in_what_holds_them() -> None:
    here = page(next(path for path in WORKS if path.stem == "cabinet").read_text("utf-8"))

    found = {each.name: [child.name for child in each.children or ()] for each in symbols.document(here)}

    assert ["medusae", "corals", "beetles"] == found["cabinet"]
    assert ["specimens", "plates", "chimeras"] == found["atlas"]


def test_names_are_found_by_some_of_their_letters() -> None:
    assert ["attempts"] == [each.name for each in symbols.workspace([page(TABLE)], "atmp")]


def test_stages_and_prose_can_be_folded() -> None:
    folded = [(each.start_line, each.end_line, each.kind) for each in symbols.folds(page(TABLE))]

    assert (6, 7, lsp.FoldingRangeKind.Comment) in folded
    assert (13, 20, None) in folded


def test_only_paths_that_lead_somewhere_are_links(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    here = page("gen 1\n\ndataset a from ./photos/, ./nothing/\n\nborrow b from hf:a/b at v1\n", tmp_path)

    (link,) = links.found(here)

    assert (tmp_path / "photos").as_uri() == str(link.target).rstrip("/")
    assert 15 == link.range.start.character


def test_each_stage_can_be_run_but_none_of_a_recipe() -> None:
    here = page(next(path for path in WORKS if path.stem == "film").read_text("utf-8"))

    run = [each.command.arguments[1] for each in lenses.shown(here) if each.command and each.command.arguments]

    assert [
        "frames",
        "dream",
        "remembered",
        "both",
        "strangers.other",
        "strangers.haunted",
        "strangers.haunting",
    ] == run


# Hints -------------------------------------------------------------------------------------------------------------


def test_the_steps_of_a_dataset_are_numbered_and_those_of_its_groups_anew() -> None:
    text = (
        'gen 1\n\ndataset a\n  group b\n    from ./x/\n    drop blur > 40%\n  from ./y/\n  credit "me"\n  resize 8 px\n'
    )

    found = [(each.position.line, each.label) for each in hints.shown(page(text), EVERYWHERE, {})]

    assert [(4, "1"), (5, "2"), (6, "1"), (8, "2")] == found


def page_at(path: Path) -> Page:
    return page_of(path.as_uri(), Sheet(path.read_text("utf-8")), None)


def look(score: Path) -> hints.Standings:
    here = page_at(score)
    assert here.script.program is not None
    looker = hints.Looker(Session.at(score), [score.parent.resolve()])
    return looker.look(here.script.program, [path for _, path in here.script.paths])


def test_what_was_made_is_fresh_and_says_how_many_images_it_has(score: Path, gen: Gen) -> None:
    assert 0 == gen("run", score).returncode

    found = look(score)

    assert (State.FRESH, 4) == (found["colours"].state, found["colours"].images)
    assert "4 images · fresh" == hints.told(found["colours"])


def test_what_has_changed_is_stale_and_says_about_how_long_it_takes(score: Path, gen: Gen) -> None:
    gen("run", score)
    score.write_text(score.read_text("utf-8").replace("resize 8 px", "resize 4 px"), "utf-8")

    found = look(score)

    assert State.STALE is found["colours"].state
    assert found["colours"].seconds is not None
    assert hints.told(found["colours"]).startswith("stale · about ")


def test_looking_writes_nothing(score: Path, gen: Gen) -> None:
    gen("run", score)
    (score.parent / "photos" / "new.png").write_bytes((score.parent / "photos" / "0.png").read_bytes())
    before = everything_in(score.parent)

    look(score)

    assert before == everything_in(score.parent)


def test_where_nothing_was_made_nothing_is_known_and_no_store_comes_into_being(score: Path) -> None:
    assert {} == look(score)
    assert not (score.parent / ".intaglio").exists()


def test_a_script_that_leads_out_of_its_folder_is_not_planned(score: Path, gen: Gen) -> None:
    gen("run", score)
    score.write_text(score.read_text("utf-8").replace("./photos/", "../"), "utf-8")

    assert {} == look(score)


def everything_in(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}
