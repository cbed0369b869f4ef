"""Colours: the server paints what the table of tokens tells apart, and knows more of some words."""

from __future__ import annotations

import pytest

from intaglio.face.server import colours
from intaglio.face.server.colours import Coloured
from intaglio.face.server.page import Page
from intaglio.face.server.words import Class
from intaglio.lang.tokens import KINDS, Mark, marks
from tests.editors.test_engines import scores
from tests.face.server.pages import FAULTY, STRANGE, page

# What a word of the table may come to, where its meaning is known.
MEANS = {
    Class.WORD: {"reference", "group", "parameter", "recipe", "choice", "measure", "setting", "unit"},
    Class.VERB: {"recipe", "setting", "verb"},
    Class.SETTING: {"verb", "recipe", "parameter", "measure", "choice", "reference"},
    Class.MADE: {"group", "recipe", "choice", "reference", "word", "parameter"},
    Class.TERM: {"reference"},
    Class.UNIT: {"reference", "group", "parameter"},
}
TEXTS = scores() | {"strange": STRANGE, "broken": FAULTY.read_text("utf-8")}


def painted(of: Page) -> dict[tuple[int, int, int], Class]:
    """What is painted, at places as the table says them."""
    found = {}
    for each in colours.coloured(of):
        line = of.sheet.line(each.line + 1)
        start = of.sheet.units.column(of.sheet.lines[each.line], each.start) - (
            len(of.sheet.lines[each.line]) - len(line)
        )
        end = of.sheet.units.column(line, of.sheet.units.count(line[:start]) + each.length)
        found[each.line + 1, start + 1, end + 1] = each.kind
    return found


def of_table(text: str) -> dict[tuple[int, int, int], Mark]:
    return {(mark.line, mark.start, mark.end): mark for mark in marks(text) if KINDS[mark.kind].semantic}


@pytest.mark.parametrize("name", TEXTS)
def test_every_word_of_the_table_is_painted_and_no_other(name: str) -> None:
    text = TEXTS[name]

    assert of_table(text).keys() == painted(page(text)).keys()


@pytest.mark.parametrize("name", TEXTS)
def test_a_word_is_what_the_table_says_or_what_is_known_of_it(name: str) -> None:
    text = TEXTS[name]
    found = painted(page(text))
    for place, mark in of_table(text).items():
        said = Class(mark.kind)

        assert found[place] is said or found[place].value in MEANS.get(said, set()), (place, said, found[place])


def test_every_kind_of_the_table_has_a_look() -> None:
    said = {kind.name for kind in KINDS.values() if kind.semantic}

    assert said <= {each.value for each in Class}
    assert {"operator", "punctuation", "stray"} == KINDS.keys() - said


def test_names_are_painted_as_what_they_name() -> None:
    text = "gen 1\n\nlet side = 8 px\n\nrecipe r\n  takes p as images\n  gives q\n\n  print q from p\n    columns 2\n"
    text += "\ndataset a from ./x/\n  resize side\n\nr b from a\n\nwalk w with m\n  ease slow\n"

    found = painted(page(text))

    assert Class.TERM is found[3, 5, 9]
    assert Class.PARAMETER is found[9, 16, 17]
    assert Class.VERB is found[9, 3, 8]
    assert Class.REFERENCE is found[13, 10, 14]
    assert Class.RECIPE is found[15, 1, 2]
    assert Class.CHOICE is found[18, 8, 12]
    assert "enumMember" == colours.TYPES[colours.whole(page(text))[-2]]


def test_a_word_is_painted_in_the_units_of_the_editor() -> None:
    line = next(i for i, line in enumerate(STRANGE.split("\n")) if line.startswith("sample"))
    found = [each for each in colours.coloured(page(STRANGE)) if each.line == line]

    assert [Coloured(line, 0, 6, Class.VERB), Coloured(line, 7, 4, Class.MADE)] == found[:2]
