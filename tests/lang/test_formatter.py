"""The formatter: one canonical spelling, nothing lost, nothing changed in meaning."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.lang.elsewhere import UNITS
from intaglio.lang.formatter import format_text
from intaglio.lang.parser import parse
from intaglio.lang.tree import Line, Quantity

WORKS = sorted((Path(__file__).parent.parent / "works").glob("*.gen"))
PLACES = {"start", "end", "unit_start"}


@pytest.mark.parametrize("path", WORKS, ids=lambda path: path.stem)
def test_the_works_are_as_they_should_be(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text == format_text(text)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("epochs   400", "epochs 400"),
        ("augment flip,shift ,colour", "augment flip, shift, colour"),
        ("resize 256px", "resize 256 px"),
        ("resize 256 pixels", "resize 256 px"),
        ("truncation 40 %", "truncation 40%"),
        ("mix 40 percent", "mix 40%"),
        ("let high=wide*9 / 16", "let high = wide * 9 / 16"),
        ("let high = wide × 9 ÷ 16", "let high = wide * 9 / 16"),
        ("keep width≥400 px and blur≠40%", "keep width >= 400 px and blur != 40%"),
        ("shift - 3 px, +4 px", "shift -3 px, +4 px"),
        ("let a = b − 3", "let a = b - 3"),
        ("let a = b - -3", "let a = b - -3"),
        ("let a = - - 3", "let a = - -3"),
        ("each mix -1 to 1", "each mix -1 to 1"),
        ("let a = ( b+c )*2", "let a = (b + c) * 2"),
        ("film a from b . c", "film a from b.c"),
        ("from ( ./photos/ )", "from (./photos/ )"),
        ("prompt “a bowl”", 'prompt "a bowl"'),
        ("prompt „a bowl“", 'prompt "a bowl"'),
        ("prompt “a\\b”", 'prompt "a\\\\b"'),
        ("crop square, center", "crop square, center"),
        ("crop square, centre", "crop square, centre"),
        ("seed 3 -- by lot", "seed 3  -- by lot"),
        ("rate .5", "rate .5"),
    ],
)
def test_a_line_has_one_spelling(written: str, right: str) -> None:
    assert right + "\n" == format_text(written)


def test_margins_become_two_spaces_a_step() -> None:
    assert "a\n  b\n    c\n  d\ne\n" == format_text("a\n\tb\n\t    c\n   d\ne")


def test_blank_lines_keep_their_rhythm() -> None:
    assert "a\n\n-- of b\n\nb\n  c\n\n  d\n\n-- end\n" == format_text(
        "\n\na\n\n\n-- of b\n\n\nb\n  c\n   \n  d\n\n\n-- end\n\n"
    )


def test_a_note_stays_in_its_block() -> None:
    text = "a\n  -- above b\n  b\n  -- after b\n\n-- above c\nc\n  d\n  -- after d\n"

    assert text == format_text(text)


def test_a_line_that_goes_on_keeps_its_breaks_and_its_notes() -> None:
    written = "a\n  augment flip, -- no\n     -- a word\n      shift,     colour,  -- one\n\n\n   noise -- two"
    right = "a\n  augment flip,  -- no\n    -- a word\n    shift, colour,  -- one\n\n    noise  -- two\n"

    assert right == format_text(written)


def test_a_line_that_is_not_understood_keeps_its_text() -> None:
    assert "a\n  epochs:   400  -- why\n  b {  c\n" == format_text("a\n\tepochs:   400 -- why\n\tb {  c")


def test_a_broken_line_that_goes_on_keeps_its_pieces() -> None:
    assert "a: b,\n  c   d,\n  e\n" == format_text("a: b,\n      c   d,\n e")


@pytest.mark.parametrize("before", ["\ufeff", " \ufeff", "\u2028\ufeff\x85", "\ufeff\ufeff \ufeff"])
def test_marks_and_blanks_of_any_sort_before_a_text_are_gone_at_once(before: str) -> None:
    assert '"\n' == format_text(f'{before}"')


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "   "])
def test_nothing_stays_nothing(text: str) -> None:
    assert "" == format_text(text)


def test_line_ends_and_byte_order_mark_are_ours() -> None:
    assert "a\n  b\n" == format_text("\ufeffa\r\n  b\r")


PIECES = st.sampled_from(
    "a b-c 3 3px 40% 9pixels .5 ./x/ ./x/y.png v1 #ff0099 \"t\" “u\\” 'w' ( ) , , + - − * / × >= ≥ is = . let each "
    'takes as from with at every to by and or not { : -- --n “ " \\'.split()
)
MARGINS = st.sampled_from(["", "", "  ", "  ", "    ", " ", "   ", "\t", "\u00a0 "])
LINE = st.tuples(MARGINS, st.lists(PIECES, max_size=7).map(" ".join), st.sampled_from(["", "", " -- n", ","])).map(
    "".join
)
SCRIPT = st.lists(LINE, max_size=12).map("\n".join)


def meaning(lines: tuple[Line, ...]) -> list[object]:
    """What lines say, without places, margin notes' spacing and the spelling of units."""
    return [
        (
            line.form,
            _bare(line.head),
            _bare(line.values),
            _bare(line.clauses),
            _bare(line.default),
            meaning(line.children),
        )
        for line in lines
    ]


def _bare(node: object) -> object:
    if isinstance(node, tuple):
        return [_bare(item) for item in node]
    if isinstance(node, Quantity):
        return (node.number, UNITS.get(node.unit or "", node.unit))
    if not hasattr(node, "__dataclass_fields__"):
        return node
    names = [name for name in node.__dataclass_fields__ if name not in PLACES]
    return (type(node).__name__, [_bare(getattr(node, name)) for name in names])


def notes(text: str) -> list[str]:
    """Every note of a text, in order."""
    found: list[str] = []

    def gather(lines: tuple[Line, ...]) -> None:
        for line in lines:
            found.extend([*filter(None, line.above), *filter(None, [line.note])])
            gather(line.children)

    tree = parse(text).tree
    gather(tree.lines)
    return [*found, *filter(None, tree.tail)]


@given(SCRIPT)
@settings(max_examples=200, deadline=None)
def test_formatting_what_is_formatted_changes_nothing(text: str) -> None:
    once = format_text(text)

    assert once == format_text(once)


@given(SCRIPT)
@settings(max_examples=200, deadline=None)
def test_formatting_keeps_what_is_said(text: str) -> None:
    assert meaning(parse(text).tree.lines) == meaning(parse(format_text(text)).tree.lines)


@given(SCRIPT)
@settings(max_examples=100, deadline=None)
def test_formatting_loses_no_note(text: str) -> None:
    assert notes(text) == notes(format_text(text))


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_is_formatted_once_and_for_all(text: str) -> None:
    once = format_text(text)

    assert once == format_text(once)


@given(SCRIPT)
@settings(deadline=None)
def test_formatting_repairs_every_margin(text: str) -> None:
    codes = {d.code for d in parse(format_text(text)).diagnostics}

    assert not codes & {"G001", "G003"}


@given(SCRIPT)
@settings(deadline=None)
def test_formatted_text_has_no_trailing_spaces_and_no_two_blank_lines(text: str) -> None:
    assert re.search(r"[ \t]\n|\n\n\n|\A\n|\n\n\Z", format_text(text)) is None
