"""Places in a text: between an editor's units and ours, and through changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from intaglio.face.server.text import Place, Sheet, Units
from intaglio.lang.layout import physical_lines

# Letters of one to four bytes, accents, joiners, marks of direction, and everything that anyone takes for a line end.
LETTERS = st.sampled_from("a=é́я静🍎𝔄\u200d\u202e\u2028\u2029\x0b\x0c\x85\ufeff \t\r\n") | st.characters()
TEXTS = st.text(LETTERS, max_size=60)
UNITS = st.sampled_from(Units)


@given(TEXTS, UNITS)
def test_every_place_comes_back_from_the_editor(text: str, units: Units) -> None:
    sheet = Sheet(text, units)

    for offset in range(len(text) + 1):
        place = sheet.at(offset)

        assert place == sheet.place(sheet.position(place))


@given(TEXTS, UNITS, st.integers(0, 70), st.integers(0, 70))
def test_any_position_is_read_as_a_place_that_exists(text: str, units: Units, line: int, character: int) -> None:
    sheet = Sheet(text, units)

    place = sheet.place(Position(line, character))

    assert 1 <= place.line <= len(sheet.lines)
    assert 1 <= place.column <= len(sheet.line(place.line)) + 1


@given(TEXTS)
def test_lines_are_those_of_the_language(text: str) -> None:
    sheet = Sheet(text)

    assert physical_lines(text) == [sheet.line(number) for number in range(1, len(sheet.lines) + 1)]


@given(TEXTS, UNITS)
def test_units_are_counted_as_their_encoding_counts_them(text: str, units: Units) -> None:
    size = {Units.UTF8: 1, Units.UTF16: 2, Units.UTF32: 4}[units]
    name = {Units.UTF8: "utf-8", Units.UTF16: "utf-16-le", Units.UTF32: "utf-32-le"}[units]

    assert len(text.encode(name, "surrogatepass")) // size == units.count(text)


@given(TEXTS, UNITS, st.data())
def test_a_change_is_made_where_the_editor_made_it(text: str, units: Units, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(TEXTS)
    sheet = Sheet(text, units)
    stretch = Range(_position(sheet, start), _position(sheet, end))

    changed = sheet.changed(stretch, new)

    # Between the two halves of a line end no editor has a place: it is the one before them.
    start, end = (place - (text[place - 1 : place + 1] == "\r\n") for place in (start, end))
    assert text[:start] + new + text[end:] == changed.text


def _position(sheet: Sheet, offset: int) -> Position:
    """The editor's own count: lines before, and the units of what stands before on the line."""
    before = sheet.text[:offset]
    whole = before if sheet.text[offset - 1 : offset + 1] != "\r\n" else before[:-1]
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Position(len(lines) - 1, sheet.units.count(lines[-1]))


def test_a_place_inside_a_letter_is_the_one_before_it() -> None:
    sheet = Sheet("🍎b")

    assert Place(1, 1) == sheet.place(Position(0, 1))
    assert Place(1, 2) == sheet.place(Position(0, 2))


def test_a_byte_order_mark_is_a_character_to_the_editor_alone() -> None:
    sheet = Sheet("\ufeffgen 1")

    assert Position(0, 5) == sheet.position(Place(1, 5))
    assert Place(1, 5) == sheet.place(Position(0, 5))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_is_put_in_ends_its_lines_as_the_text_does(end: str) -> None:
    sheet = Sheet(f"gen 1{end}")

    assert f"a{end}b" == sheet.ended("a\nb")


def test_a_position_is_left_as_it_was_given() -> None:
    position = Position(0, 99)

    Sheet("abc\n").place(position)

    assert Position(0, 99) == position
