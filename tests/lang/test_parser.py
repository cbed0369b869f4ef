"""The tree: what each line of the language becomes, and that every text has one."""

import dataclasses
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.lang import grammar
from intaglio.lang.automaton import Unexpected
from intaglio.lang.parser import Parsed, parse
from intaglio.lang.span import Span
from intaglio.lang.tree import Line, Quantity, Reference, Text

TESTS = Path(__file__).parent.parent
WORKS = sorted((TESTS / "works").glob("*.gen"))
MISTAKES = sorted((TESTS / "mistakes").rglob("*.gen"))
PLACES = {"start", "end", "unit_start", "above", "pieces", "repairs"}


def told(node: object) -> object:
    """A node as plain text, without its places."""
    if isinstance(node, tuple):
        return " ".join(str(told(item)) for item in node)
    if not dataclasses.is_dataclass(node):
        return node
    fields = [getattr(node, f.name) for f in dataclasses.fields(node) if f.name not in PLACES]
    return f"{type(node).__name__}({' '.join(str(told(field)) for field in fields)})"


def only(text: str) -> Line:
    parsed = parse(text)
    (line,) = parsed.tree.lines

    assert () == parsed.diagnostics
    return line


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("256 px", "Quantity(256 px)"),
        ("40%", "Quantity(40 %)"),
        ("1_000", "Quantity(1_000 None)"),
        ("1.5e-3", "Quantity(1.5e-3 None)"),
        (".5", "Quantity(.5 None)"),
        ("dream.recollection", "Reference(dream recollection)"),
        ('"a \\"b\\" \\\\ c"', 'Text(a "b" \\ c)'),
        ("“a bowl”", "Text(a bowl)"),
        ("./photos/still-life/", "Path(./photos/still-life/)"),
        ("hf:owner/model", "Path(hf:owner/model)"),
        ("git:https://example.org/a.git", "Path(git:https://example.org/a.git)"),
        ("~/photos/*.jpg", "Path(~/photos/*.jpg)"),
        ("./photos/été/夏.png", "Path(./photos/été/夏.png)"),
        ("#ff0099", "Colour(#ff0099)"),
        ("v2.1", "Version(v2.1)"),
        ("wide * 9 / 16", "Arithmetic(/ Arithmetic(* Reference(wide) Quantity(9 None)) Quantity(16 None))"),
        ("wide × 9 ÷ 16", "Arithmetic(/ Arithmetic(* Reference(wide) Quantity(9 None)) Quantity(16 None))"),
        ("(a + b) * 2", "Arithmetic(* Arithmetic(+ Reference(a) Reference(b)) Quantity(2 None))"),
        ("- 3", "Signed(- Quantity(3 None))"),
        ("a − 3", "Arithmetic(- Reference(a) Quantity(3 None))"),
        ("20% to 45%", "Range(Quantity(20 %) Quantity(45 %) None)"),
        ("3 to 9 by 2", "Range(Quantity(3 None) Quantity(9 None) Quantity(2 None))"),
        ("512 px by 640 px", "Extent(Quantity(512 px) Quantity(640 px))"),
        ("width ≥ 400 px", "Comparison(>= Reference(width) Quantity(400 px))"),
        ("faces is 1", "Comparison(is Reference(faces) Quantity(1 None))"),
        (
            "a > 1 and not b > 2 or c > 3",
            "Logical(or Logical(and Comparison(> Reference(a) Quantity(1 None)) "
            "Negation(Comparison(> Reference(b) Quantity(2 None)))) Comparison(> Reference(c) Quantity(3 None)))",
        ),
    ],
)
def test_a_value_is_read_as_what_it_is(written: str, value: str) -> None:
    line = only(f"setting {written}")

    assert value == told(line.values)


@pytest.mark.parametrize(
    ("written", "form", "head"),
    [
        ("epochs 400", "plain", "epochs"),
        ("let side = 256 px", "let", "side"),
        ("takes waist as 8 to 2048 = 200", "takes", "waist"),
        ("each guidance 1, 3, 7.5", "each", "guidance"),
        ("each group from cabinet", "each", "group"),
        ("from ./photos/, ./sketches/", "lead", None),
        ('"a passerby"', "item", None),
    ],
)
def test_a_line_has_a_form_and_mostly_a_head(written: str, form: str, head: str | None) -> None:
    line = only(written)

    assert (form, head) == (line.form, line.head.text if line.head else None)


def test_a_line_has_clauses_after_its_values() -> None:
    line = only("tune stranger from portraits with diffusion at v1.5")

    assert [("from", "portraits"), ("with", "diffusion"), ("at", "v1.5")] == [
        (clause.word, line.text[clause.values[0].start : clause.values[0].end]) for clause in line.clauses
    ]


def test_a_parameter_has_a_type_and_a_default() -> None:
    line = only("takes eye as pixels or features = features")

    assert ("Logical(or Reference(pixels) Reference(features))", "Reference(features)") == (
        told(line.values),
        told(line.default),
    )


def test_a_joining_word_is_one_only_when_it_is_the_whole_word() -> None:
    assert "Reference(fromage)" == told(only("eat fromage").values)


@pytest.mark.parametrize("name", ["été", "夏の光", "किताब", "كِتاب", "ความทรงจำ", "cafe\u0301", "می\u200cخواهم"])
def test_a_name_may_be_in_any_script(name: str) -> None:
    assert isinstance(only(f"dataset {name} from ./photos/").values[0], Reference)


def test_an_accent_typed_apart_is_the_accent_typed_whole() -> None:
    assert only("dataset caf\u00e9").values[0].parts == only("dataset cafe\u0301").values[0].parts


def test_lines_hold_what_is_indented_beneath_them() -> None:
    lines = parse("train dreamer from table\n  model gan\n  epochs 400\nfilm night from drift").tree.lines

    assert [["model gan", "epochs 400"], []] == [[child.text for child in line.children] for line in lines]


def test_a_span_finds_its_piece_of_a_line_that_goes_on() -> None:
    line = only("augment flip,\n    shift,\n    colour")
    last = line.values[-1]

    assert Span(3, 5, 11) == line.span(last.start, last.end)


def test_a_unit_has_a_place_of_its_own() -> None:
    line = only("  side 256 px".strip())
    (value,) = line.values
    assert isinstance(value, Quantity)

    assert Span(1, 10, 12) == line.span(value.unit_start, value.end)


def test_notes_and_blank_lines_hang_on_their_lines() -> None:
    tree = parse("-- one\n\na  -- two\n  b,  -- three\n    -- four\n    c  -- five\n\n-- six").tree
    first = tree.lines[0]

    assert (("-- one", ""), "-- two") == (first.above, first.note)
    assert (("-- four",), "-- three -- five") == (first.children[0].above, first.children[0].note)
    assert ("", "-- six") == tree.tail


def test_a_tree_remembers_its_text() -> None:
    assert "\ufeffgen 1\r\n" == parse("\ufeffgen 1\r\n").tree.text


@pytest.mark.parametrize("path", WORKS, ids=lambda path: path.stem)
def test_the_works_are_read_whole(path: Path) -> None:
    assert () == parse(path.read_text(encoding="utf-8")).diagnostics


def test_mistakes_come_in_the_order_of_their_places() -> None:
    spans = [d.span for d in parse("a: 1\n\tb\n  c d e\nby\n   f {").diagnostics]

    assert spans == sorted(spans)


def _walk(parsed: Parsed) -> list[Line]:
    found, waiting = [], list(parsed.tree.lines)
    while waiting:
        line = waiting.pop()
        found.append(line)
        waiting += line.children
    return found


def test_a_thousand_steps_inward_are_read() -> None:
    depth = 1000
    found = _walk(parse("\n".join(" " * step + "a" for step in range(depth))))

    assert (depth, depth - 1) == (len(found), max(line.depth for line in found))


@given(st.text())
@settings(max_examples=150, deadline=None)
def test_every_text_has_a_tree(text: str) -> None:
    for diagnostic in parse(text).diagnostics:
        diagnostic.message()
        diagnostic.suggestion()

        assert 1 <= diagnostic.span.column < diagnostic.span.end


ODD = st.text(alphabet="ab1 \t\n,.:;=(){}[]'\"“”‘’«-+*/\\#%<>!≥−×_~@\x00\x1b\u202e\u200b\ud800\u0301é夏", max_size=40)
WORD = st.sampled_from("let takes each from with at every as to by and or not is a b-c 3 px 40% ./x/ v1".split())


@given(st.lists(ODD | WORD, max_size=12).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_every_row_of_words_and_marks_has_a_tree(text: str) -> None:
    for line in _walk(parse(text)):
        assert 0 < line.number <= text.count("\n") + text.count("\r") + 1


@given(st.lists(ODD | WORD, max_size=12).map(" ".join))
@settings(deadline=None)
def test_a_line_is_told_of_once(text: str) -> None:
    spelling = [d.span.line for d in parse(text).diagnostics if d.code not in ("G001", "G003", "G018")]

    assert len(set(spelling)) == len(spelling)


@given(st.lists(st.sampled_from(["a", "  b", "\tc", "-- n", "", "d,", "  e: 1"]), max_size=30), st.integers(0, 29))
@settings(deadline=None)
def test_reading_again_after_a_change_is_reading_afresh(lines: list[str], place: int) -> None:
    """Blocks remembered from one text never show through in another."""
    parse("\n".join(lines))
    changed = "\n".join([*lines[:place], "f g", *lines[place:]])
    remembered = parse(changed)
    from intaglio.lang import parser

    parser._read_block.cache_clear()

    assert parse(changed) == remembered


def test_a_text_of_ten_thousand_lines_is_read() -> None:
    work = WORKS[0].read_text(encoding="utf-8")
    text = work * (10_000 // work.count("\n") + 1)

    assert text.count("\n") == sum(len(line.pieces) + len(line.above) for line in _walk(parse(text)))


def test_the_tables_kept_ready_are_those_of_the_grammar() -> None:
    """When this fails: `make accept`."""
    from intaglio.lang import tables

    assert tables.written(grammar.source()) == grammar._packaged("grammar.json")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_tables_are_the_same_whatever_python_hashes_strings_to(seed: str) -> None:
    code = "from intaglio.lang import grammar, tables; print(tables.written(grammar.source()))"
    seeded = {**os.environ, "PYTHONHASHSEED": seed}
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=seeded).stdout

    assert told.rstrip() == grammar._packaged("grammar.json")


def read_or_refused(text: str) -> object:
    """What a line says, or the type of the token that it does not take."""
    try:
        return grammar.understand(text)
    except Unexpected as refused:
        return refused.token.type


Lexed = list[tuple[str, str, int, int]]


def lexed(text: str) -> Lexed:
    """The tokens of a line, with their places."""
    return [(token.type, str(token), token.start_pos, token.end_pos) for token in grammar.tokens(text)]


def lexed_by_lark(built: Any, text: str) -> Lexed:
    thread = built.parse_interactive(text, start="line").lexer_thread
    return [(token.type, str(token), token.start_pos, token.end_pos) for token in thread.lex(None)]


def test_what_follows_the_tables_reads_as_lark_does() -> None:
    import lark

    from intaglio.lang import tables

    built = tables.built(grammar.source(), grammar.RULES)
    unread = 0
    for path in [*WORKS, *MISTAKES]:
        for line in _walk(parse(path.read_text(encoding="utf-8"))):
            assert lexed_by_lark(built, line.text) == lexed(line.text)
            try:
                said = built.parse(line.text, start="line")
            except lark.UnexpectedToken as refused:
                said = refused.token.type
            assert said == read_or_refused(line.text)
            assert said == read_or_refused(line.text), "in the steps that were kept"
            unread += isinstance(said, str)
    assert unread > 50, "mistakes are among them"


@cache
def lark_itself() -> Any:
    from intaglio.lang import tables

    return tables.built(grammar.source(), grammar.RULES)


@given(st.text(alphabet="abv01-–/\\.:,;\"'“” \t#=<>~%_éß漢()*+", max_size=30))
@settings(max_examples=1000)
def test_tokens_are_those_that_lark_finds(said: str) -> None:
    assert lexed_by_lark(lark_itself(), said) == lexed(said)


def test_reading_a_script_loads_no_lark() -> None:
    code = "import sys; from intaglio.lang.parser import parse; parse('gen 1'); print('lark' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "False" == said.strip()


def test_content_of_texts_is_what_stands_between_the_marks() -> None:
    values = only(r'"a\\b", "\"", “c\d”, "\n"').values

    assert ["a\\b", '"', "c\\d", "\\n"] == [value.content for value in values if isinstance(value, Text)]
