from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intaglio.face.text import cells, excerpt, fit, pad, seconds, several, visible, wrap

ANY = st.text(max_size=60)


@given(ANY)
def test_nothing_that_a_terminal_obeys_is_left_in_visible_text(text: str) -> None:
    shown = visible(text)

    assert not [c for c in shown if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u2028\u200b"]


@given(ANY)
def test_what_is_visible_already_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(ANY, st.integers(1, 40))
def test_a_text_cut_to_a_width_is_never_wider(text: str, width: int) -> None:
    assert cells(fit(visible(text), width)) <= width
    assert cells(pad(visible(text), width)) == width


@given(st.text(alphabet="ab 界é\t", max_size=80), st.integers(8, 40))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert visible(text).split() == " ".join(lines).split()
    assert all(cells(line) <= width for line in lines if " " in line.strip())


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("界", 2), ("e\u0301", 1), ("日本語", 6), ("a\u200db", 2), ("ｱ", 1)]
)
def test_wide_letters_take_two_cells_and_combining_ones_none(text: str, width: int) -> None:
    assert width == cells(text)


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("  truncation 8", 13, 14, ("  truncation 8", 13, 1)),
        ("\tcrop square", 0, 1, ("→ crop square", 0, 2)),
        ('title "界界" 8', 11, 12, ('title "界界" 8', 13, 1)),
        ("x", 1, 2, ("x", 1, 1)),
        ("", 0, 1, ("", 0, 1)),
    ],
)
def test_the_rule_lies_under_the_exact_place(line: str, start: int, end: int, expected: tuple[str, int, int]) -> None:
    assert expected == excerpt(line, start, end, 60)


@given(st.text(alphabet="a界\t\x1b", max_size=300), st.data())
def test_a_place_in_a_long_line_is_shown_within_the_page(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line) + 1))

    text, at, width = excerpt(line, start, end, 60)

    assert cells(text) <= 60
    assert 1 <= width
    assert at + width <= 61


@pytest.mark.parametrize(
    ("duration", "told"),
    [(0.04, "0.0 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.6, "1 min"), (200, "3 min 20 s"), (7500, "2 h 5 min")],
)
def test_a_length_of_time_is_told_as_it_is_spoken_of(duration: float, told: str) -> None:
    assert told == seconds(duration)


def test_one_is_not_several() -> None:
    assert several(1, "stage") == "1 stage"
    assert several(1200, "image") == "1,200 images"
