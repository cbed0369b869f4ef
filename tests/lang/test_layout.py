"""Layout: margins, notes, blank lines and the comma that carries a line on."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.lang.layout import (
    Note,
    _Reader,
    _straight,
    blocks,
    lay_out,
    lay_out_block,
    lines_of,
    physical_lines,
    plain,
)

SCRIPT_LIKE = st.text(alphabet=" \t\n\r,-\"“”ab'\\\ufeff\u00a0é", max_size=60)


WRITTEN = st.builds(
    str.__add__,
    st.sampled_from(["", "  ", "    ", "      ", " ", "\t"]),
    st.sampled_from(["a", "b -- c", "-- d", "", "a,"]),
)
NOTES = st.lists(st.builds(Note, st.sampled_from(["", "-- e"]), st.integers(0, 2)), max_size=2)


def depths(text: str) -> list[int]:
    return [row.depth for row in lay_out(text).rows]


def texts(text: str) -> list[str]:
    return [row.text for row in lay_out(text).rows]


def test_each_step_inward_is_a_depth() -> None:
    assert [0, 1, 2, 1, 0] == depths("a\n  b\n    c\n  d\ne")


def test_a_block_keeps_the_width_of_its_first_line() -> None:
    assert [0, 1, 1, 2, 0] == depths("a\n    b\n    c\n     d\ne")


def test_a_script_that_is_indented_whole_has_its_margin_there() -> None:
    layout = lay_out("  a\n    b\n  c")

    assert [0, 1, 0] == [row.depth for row in layout.rows]
    assert ["G003"] == [d.code for d in layout.diagnostics]


def test_line_ends_of_all_systems_are_alike() -> None:
    assert ["a", "  b", "c", ""] == physical_lines("a\r\n  b\rc\n")


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    row = lay_out("\ufeffgen 1").rows[0]

    assert ("gen 1", 1) == (row.text, row.pieces[0].column)


def test_other_separators_do_not_end_a_line() -> None:
    assert 1 == len(physical_lines("a\x0bb\x0cc\u2028d\x85e"))


def test_a_line_that_ends_in_a_comma_goes_on_in_the_lines_indented_beneath_it() -> None:
    row = lay_out("gives a,  -- one\n    b, -- two\n  c  -- three\n  d").rows[0]

    assert "gives a, b, c" == row.text
    assert [(0, 1, 1), (9, 2, 5), (12, 3, 3)] == [(p.offset, p.line, p.column) for p in row.pieces]
    assert ("-- one", "-- two", "-- three") == row.notes


def test_a_comma_before_a_line_that_is_not_indented_carries_nothing_on() -> None:
    assert ["a b,", "c"] == texts("a b,\nc")


def test_a_comma_inside_an_open_text_carries_nothing_on() -> None:
    assert ['a "b,', "c"] == texts('a "b,\n  c')


def test_notes_and_blank_lines_hang_on_the_line_below() -> None:
    rows = lay_out("-- one\n\n-- two\na").rows

    assert ["-- one", "", "-- two"] == [note.text for note in rows[0].above]


def test_notes_at_the_end_hang_on_nothing() -> None:
    assert ["", "-- end"] == [note.text for note in lay_out("a\n\n-- end").tail]


def test_a_note_is_as_deep_as_the_block_that_its_width_reaches() -> None:
    row = lay_out("a\n  b\n  -- of b\n-- of c\n  c").rows[2]

    assert [("-- of b", 1), ("-- of c", 0)] == [(note.text, note.depth) for note in row.above]


@given(SCRIPT_LIKE)
@settings(deadline=None)
def test_every_line_is_content_or_note_or_blank(text: str) -> None:
    layout = lay_out(text)
    pieces = sum(len(row.pieces) for row in layout.rows)
    notes = sum(len(row.above) + sum(map(len, row.between)) for row in layout.rows) + len(layout.tail)

    assert len(physical_lines(text)) == pieces + notes


@given(SCRIPT_LIKE)
@settings(deadline=None)
def test_a_piece_begins_where_its_text_stands(text: str) -> None:
    lines = physical_lines(text)
    for row in lay_out(text).rows:
        for piece, following in zip(row.pieces, [*row.pieces[1:], None], strict=True):
            end = following.offset - 1 if following else None
            share = row.text[piece.offset : end]

            assert lines[piece.line - 1].startswith(share, piece.column - 1)


@given(SCRIPT_LIKE)
@settings(deadline=None)
def test_a_depth_is_at_most_one_more_than_that_of_the_line_above(text: str) -> None:
    found = depths(text)

    assert all(depth <= before + 1 for before, depth in zip([-1, *found], found, strict=False))


@given(SCRIPT_LIKE)
@settings(max_examples=200, deadline=None)
def test_a_text_laid_out_in_blocks_is_laid_out_as_a_whole(text: str) -> None:
    rows, number, above, found = [], 1, (), []
    for block in blocks(plain(text)):
        part = lay_out_block(block, number, above)
        rows += part.rows
        found += part.diagnostics
        number, above = number + block.count("\n") + 1, part.tail
    whole = lay_out(text)

    assert (whole.rows, whole.tail, whole.diagnostics) == (rows, above, found)


def taken(text: str) -> float:
    """The time that a text takes, of this process alone."""
    begin = time.process_time()
    lay_out(text)
    return time.process_time() - begin


def test_time_grows_with_length_alone() -> None:
    """Depth, crooked margins, carried lines and notes each cost no more when there are ten times as many."""
    shapes = {
        "deep": lambda n: "\n".join(" " * depth + "a" for depth in range(n)),
        "crooked": lambda n: "a\n   b\n" + "  c\n   d\n" * n,
        "carried": lambda n: "a,\n" + "  b,\n" * n,
        "notes": lambda n: "-- a\n\n" * n + "a",
        "one line": lambda n: "a " * n,
        "quotation marks": lambda n: '"a" ' * n + ",",
    }
    for name, shape in shapes.items():
        small, large = shape(300), shape(3000)
        per_character = []
        for text in (small, large):
            per_character.append((min(taken(text) for _ in range(5)) + 1e-4) / len(text))

        assert per_character[1] < 10 * per_character[0], name


@settings(max_examples=2000, deadline=None)
@given(st.lists(WRITTEN, min_size=1, max_size=9), NOTES)
def test_a_straight_block_is_laid_out_as_any_is(lines: list[str], notes: list[Note]) -> None:
    straight = _straight([*lines], 3, tuple(notes))

    assert straight in (None, _Reader(tuple(notes)).read(lines, 3))


def test_a_block_is_straight_where_no_line_goes_on_and_no_margin_is_crooked() -> None:
    assert _straight(["a", "  b -- c", "    -- d", "  e", "f"], 1, ()) is not None
    for crooked in (["a", "   b"], ["a", "    b"], ["  a"], ["a,", "  b"], ["a", "\tb"]):
        assert _straight(crooked, 1, ()) is None


@given(st.lists(st.text(alphabet="a\n\r\ufeff", max_size=8), min_size=1, max_size=6), st.integers(0, 40))
def test_lines_of_texts_that_are_written_one_after_another_are_those_of_each(typed: list[str], at: int) -> None:
    text = ""
    for each in typed:
        text = text[:at] + each + text[at + len(each) // 2 :]
        assert physical_lines(text) == lines_of(text)
