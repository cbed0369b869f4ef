"""Completion: what is offered holds what stands there, and nothing that could not."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from intaglio.face.server import completion
from intaglio.face.server.outline import Seat
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place, Sheet
from intaglio.face.server.words import Class, Word
from intaglio.lang.vocabulary import Choice
from tests.face.server.pages import WORKS, every_word, marked, page

# What is written freely: nobody can offer it.
FREE = {Class.MADE, Class.NUMBER, Class.TEXT, Class.COLOUR, Class.VERSION, Class.WORD}


def lie_there(text: str, folder: Path) -> None:
    """Make the places that a script speaks of."""
    for path in re.findall(r"\./[\w./-]+", text):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith("/"):
            place.mkdir(exist_ok=True)
        else:
            place.touch()


def is_later(seat: Seat, word: Word, of: Page) -> bool:
    """Whether a word arrives later: then it is not offered."""
    verb, measure = of.vocabulary.verbs.get(word.text), of.vocabulary.measures.get(word.text)
    lates = [kind.later for kind in seat.types if isinstance(kind, Choice)]
    later = (
        (verb and verb.arrives_later) or (measure and measure.arrives_later) or any(word.text in each for each in lates)
    )
    return bool(later) or (word.kind is Class.SETTING and seat.setting is not None and seat.setting.arrives_later)


def labels(of: Page, place: Place) -> list[str]:
    return [each.label for each in completion.items(of, place)]


@pytest.mark.parametrize("path", WORKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("begun", [0, 1])
def test_what_stands_in_a_work_is_offered_where_it_stands(path: Path, begun: int, tmp_path: Path) -> None:
    text = path.read_text("utf-8")
    lie_there(text, tmp_path)
    whole = page(text, tmp_path)
    missing = []
    for seat, word in every_word(whole):
        is_free = word.kind in FREE or (word.mention is not None and word.mention.gives)
        if is_free or is_later(seat, word, whole) or (word.text == "%" and begun):
            continue
        span = seat.line.span(word.start, word.end)
        column = span.column + (word.text.rstrip("/").rfind("/") + 1 if word.kind is Class.PATH else begun)
        lines = [*whole.sheet.lines]
        lines[span.line - 1] = lines[span.line - 1][: column - 1]
        offered = labels(replace(whole, sheet=Sheet("\n".join(lines))), Place(span.line, column))
        if not (word.kind is Class.PATH and ":" in word.text) and not is_offered(word, offered):
            missing.append((span.line, word.text, offered))

    assert [] == missing


def is_offered(word: Word, offered: list[str]) -> bool:
    """As it is, or as a part of a dotted name. What is saved need not be there yet."""
    if word.kind is Class.PATH and word.text.startswith(("./out/", "std/")):
        return True
    return any(word.text in each.split(".") or each == word.text for each in offered)


TRAINING = "gen 1\n\ndataset table from ./photos/\n\nsample other with dreamer\n\ntrain dreamer from table\n"


def test_beneath_a_verb_its_settings_are_offered_with_what_they_may_be() -> None:
    here, place = marked(TRAINING + "  model gan\n  |")

    offered = {each.label: each for each in completion.items(here, place, snippets=True)}

    assert "latent" in offered
    assert "model" not in offered  # it is said already
    assert "8 to 2048" in str(offered["latent"].detail) or "to" in str(offered["latent"].detail)
    assert lsp.InsertTextFormat.Snippet == offered["latent"].insert_text_format
    assert offered["latent"].documentation is not None


def test_of_settings_that_exclude_each_other_the_other_is_not_offered() -> None:
    here, place = marked(TRAINING + "  epochs 4\n  |")

    assert "steps" not in labels(here, place)


def test_an_editor_without_snippets_gets_plain_words() -> None:
    here, place = marked(TRAINING + "  |")

    assert all("$" not in str(each.text_edit.new_text) for each in completion.items(here, place) if each.text_edit)


def test_after_from_only_what_fits_is_offered() -> None:
    here, place = marked(TRAINING.replace("train dreamer from table", "train dreamer from |"))

    offered = labels(here, place)

    assert "table" in offered
    assert "dreamer" not in offered


def test_after_a_number_its_units_are_offered() -> None:
    here, place = marked("gen 1\n\nwalk w with m\n  pace 4 |")

    assert ["s", "min", "h", "ms"] == labels(here, place)[:4]


def test_a_line_that_goes_on_is_the_same_line() -> None:
    here, place = marked(TRAINING + "  augment flip,\n    |")

    assert "shift" in labels(here, place)


def test_in_notes_and_texts_nothing_is_offered() -> None:
    for text in ("gen 1\n-- tr|", 'gen 1\nwork "tr|', "gen 1\ndataset a from ./x/  -- fr|"):
        here, place = marked(text)

        assert [] == labels(here, place)


def test_paths_outside_of_the_folder_are_not_looked_for(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret").mkdir()
    (inner / "way-out").symlink_to(tmp_path)
    for begun in ("../", "/", "~/", "./way-out/", str(tmp_path) + "/"):
        here, place = marked(f"gen 1\n\ndataset a from {begun}|", inner)

        assert [] == [each for each in labels(here, place) if "/" in each]


def test_a_path_with_a_space_is_offered_in_quotation_marks(tmp_path: Path) -> None:
    (tmp_path / "my photos").mkdir()
    here, place = marked("gen 1\n\ndataset a from ./|", tmp_path)

    assert '"./my photos/"' in labels(here, place)


def details(text: str, folder: Path | None = None) -> dict[str, str | None]:
    here, place = marked(text, folder)
    return {each.label: each.detail for each in completion.items(here, place)}


def filled(text: str, label: str) -> str:
    here, place = marked(text)
    offered = {each.label: each for each in completion.items(here, place, snippets=True)}
    edit = offered[label].text_edit
    assert edit is not None
    return edit.new_text


def test_a_setting_is_offered_with_its_range_its_unit_and_its_default() -> None:
    offered = details("gen 1\n\nwalk w with m\n  |")

    assert "2 to 1000 · 6 without it" == offered["stops"]
    assert "0.04 to 86400 s · 2 s without it" == offered["pace"]
    assert "slow or straight · straight without it" == offered["ease"]
    assert "0 or more" == offered["seed"]
    assert "1 to 16384 px, or width by height" == details("gen 1\n\ndataset a from ./x/\n  |")["resize"]


def test_a_setting_is_filled_in_with_what_holds_without_it_and_else_with_its_unit() -> None:
    walk = "gen 1\n\nwalk w with m\n  |"

    assert "stops ${1:6}" == filled(walk, "stops")
    assert "ease ${1|straight,slow|}" == filled(walk, "ease")
    assert "skip $1 s" == filled("gen 1\n\ndataset a from ./x/\n  |", "skip")
    assert "rate $1" == filled(TRAINING + "  |", "rate")


def test_steps_of_a_dataset_come_before_its_settings() -> None:
    here, place = marked("gen 1\n\ndataset a\n  |")
    offered = labels(here, place)

    assert ["from", "group", "keep"] == offered[:3]
    assert offered.index("resize") < offered.index("credit")


def test_what_stands_on_the_line_of_a_stage_is_not_offered_beneath_it() -> None:
    assert not {"from", "with"} & details(TRAINING.replace("from table\n", "from table with other\n") + "  |").keys()
    assert "from" in details("gen 1\n\ntrain a\n  |")
    assert "from" in details("gen 1\n\ndataset a from ./x/\n  |")  # which may have several


def test_a_choice_that_was_said_is_not_offered_again() -> None:
    crop = details("gen 1\n\ndataset a from ./x/\n  crop square, |")

    assert {"centre", "left"} <= crop.keys()
    assert "square" not in crop
    assert "flip" not in details(TRAINING + "  augment flip, |")
    assert "shift" in details(TRAINING + "  augment flip, |")


def test_a_condition_is_offered_piece_by_piece() -> None:
    begun = 'gen 1\n\nlet side = 8 px\nlet title = "x"\n\ndataset a from ./x/\n  keep '

    assert {"width", "blur", "not", "every"} <= details(begun + "|").keys()
    assert [">=", "<=", ">", "<", "is", "!="] == [*details(begun + "width |")]
    assert ["side"] == [*details(begun + "width >= |")]
    assert ["px", "and", "or"] == [*details(begun + "width >= 4 |")]
    assert ["%", "and", "or"] == [*details(begun + "width >= 4 px and blur < 4 |")]
    assert ["and", "or"] == [*details(begun + "width >= 4 px |")]


def test_a_value_is_offered_where_it_could_stand() -> None:
    values = 'let side = 8 px\nlet long = 4 s\nlet ground = #ff0000\nlet words = "x"\nlet place = ./x/\nlet n = 3\n\n'
    begun = f"gen 1\n\n{values}dataset a from ./x/\n  "

    assert {"side", "n"} == {"side", "long", "ground", "words", "n"} & details(begun + "resize |").keys()
    assert {"long", "n"} == {"side", "long", "ground", "words", "n"} & details(begun + "skip |").keys()
    assert {"words"} == {"side", "long", "ground", "words", "n"} & details(begun + "credit |").keys()
    assert {"side", "ground", "n"} == {"side", "long", "ground", "words", "n"} & details(begun + "pad |").keys()


def test_recipes_that_come_with_gen_are_offered_with_their_line() -> None:
    assert "contact-sheet from std/recipes at v1" == filled("gen 1\n\nuse |", "contact-sheet")
    assert ["v1"] == [*details("gen 1\n\nuse drift from std/recipes at |")]
    assert "drift" not in details("gen 1\n\nuse drift from std/recipes at v1\nuse |")


def test_versions_of_a_recipe_are_offered_the_newest_first(tmp_path: Path) -> None:
    for version in ("v1", "v2.1"):
        (tmp_path / "recipes" / version).mkdir(parents=True)
        text = f"gen 1\n\nrecipe mine at {version}\n  takes p as images\n  gives q\n\n  print q from p\n"
        (tmp_path / "recipes" / version / "mine.gen").write_text(text, "utf-8")

    assert ["v2.1", "v1"] == [*details("gen 1\n\nuse mine from ./recipes/ at |", tmp_path)]


def test_a_recipe_gives_its_stages_and_takes_types() -> None:
    recipe = "gen 1\n\nrecipe r\n  takes p as images\n  gives |\n\n  print q from p\n"

    assert ["q"] == [*details(recipe)]
    assert {"images", "model", "colour", "size", "axes"} <= details("gen 1\n\nrecipe r\n  takes p as |").keys()
    assert "nothing" in details("gen 1\n\nrecipe r\n  takes p as text or |")


def test_the_first_line_and_the_work_are_offered_once_and_no_recipe_within_itself() -> None:
    assert {"gen", "work"} <= details("|").keys()
    assert not {"gen", "work"} & details('gen 1\n\nwork "x"\n\n|').keys()
    assert "r" not in details("gen 1\n\nrecipe r\n  takes p as images\n  |")


def test_a_path_in_quotation_marks_is_found_by_its_letters(tmp_path: Path) -> None:
    (tmp_path / "my photos").mkdir()
    here, place = marked("gen 1\n\ndataset a from ./m|", tmp_path)
    (found,) = (each for each in completion.items(here, place) if each.label == '"./my photos/"')

    assert './my photos/"' == found.filter_text
