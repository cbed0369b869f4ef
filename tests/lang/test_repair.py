"""Broken lines: the cases in syntax/ say in an artist's words what is wrong with each, and laws hold for all."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from intaglio.lang.diagnostics.syntax import UnfinishedLine
from intaglio.lang.formatter import format_text
from intaglio.lang.parser import parse
from intaglio.lang.repair import MOST_REPAIRS, read_line

HERE = Path(__file__).parent
WORKS = sorted((HERE.parent / "works").glob("*.gen"))


@dataclass
class Case:
    """A rule, a script, and what is expected of it."""

    rule: str
    script: str
    expected: list[tuple[int, int, int, str, str | None]]  # line, column, end, code, suggestion


def cases() -> Iterator[Case]:
    for path in sorted((HERE / "syntax").glob("*.cases")):
        for part in path.read_text(encoding="utf-8").split("==== ")[1:]:
            rule, _, body = part.partition("\n")
            yield _case(f"{path.stem}: {rule}", body.rstrip("\n"))


def _case(rule: str, body: str) -> Case:
    lines: list[str] = []
    expected = []
    for line in body.split("\n"):
        if match := re.fullmatch(r"!(\d+)-(\d+) (G\d+)(?: \| (.*))?", line):
            expected.append((len(lines), int(match[1]), int(match[2]), match[3], match[4]))
        else:
            lines.append(line)
    return Case(rule, "\n".join(lines), expected)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.rule)
def test_a_script_is_told_of_just_what_its_case_expects(case: Case) -> None:
    found = parse(case.script).diagnostics
    told = [(d.span.line, d.span.column, d.span.end, d.code, d.suggestion()) for d in found]

    assert case.expected == told


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.rule)
def test_an_edit_mends_its_line(case: Case) -> None:
    lines = case.script.split("\n")
    for diagnostic in parse(case.script).diagnostics:
        if diagnostic.edit is None or diagnostic.code in ("G001", "G003"):
            continue
        edit, line = diagnostic.edit, lines[diagnostic.span.line - 1]
        mended = line[: edit.span.column - 1] + edit.replacement + line[edit.span.end - 1 :]

        assert () == parse(mended.strip()).diagnostics


def test_a_name_put_in_is_empty_so_that_the_checker_knows_it() -> None:
    clause = parse("film night from").tree.lines[0].clauses[0]

    assert ("",) == clause.values[0].parts


def test_a_repair_tells_the_checker_which_two_words_stand_side_by_side() -> None:
    line = parse("train dreamer from table\n  warm up 500 steps").tree.lines[0].children[0]
    (repair,) = line.repairs

    assert ("warm", "up", "NAME", "500", "NUMBER", "COMMA") == (
        line.head.text,
        repair.before,
        repair.before_kind,
        repair.token,
        repair.token_kind,
        repair.expected,
    )


def test_repairing_one_line_leaves_the_values_of_another_alone() -> None:
    names = [value.parts[0] for value in parse("augment a, b c, d e, f").tree.lines[0].values]

    assert list("abcdef") == names


def test_names_that_would_fit_are_those_above_the_nearest_first() -> None:
    found = parse("dataset table\nwalk drift with dreamer\nfilm night from\ntrain later from table").diagnostics

    assert [("drift", "table")] == [d.fits for d in found if isinstance(d, UnfinishedLine)]


@pytest.mark.parametrize(
    "text", ["x" * 30_000, "a " + "(" * 500, "let a = " + "- " * 300 + "1", "let a = 1" + " + 1" * 300]
)
def test_a_line_beyond_all_measure_is_refused_whole(text: str) -> None:
    parsed = parse(f"gen 1\n{text}\nseed 3")

    assert ["G012"] == [d.code for d in parsed.diagnostics]
    assert ["plain", "broken", "plain"] == [line.form for line in parsed.tree.lines]


def test_repair_gives_up_in_the_end() -> None:
    reading = read_line("a " + "; by " * 50)

    assert MOST_REPAIRS + 1 >= len(reading.repairs)


# One token of a work changed, as a slip of the hand would.

TOKENS = re.compile(r'"[^"\n]*"|--[^\n]*|[\w./:-]+|[^\s\w]')
SLIPS = "from with by each let : = { } ; , ( ) % 400 px name ./x/ and is >= to @ \" “ ' \t".split(" ")


def slip(text: str, chance: random.Random) -> tuple[str, int]:
    """A text with one token left out, put in, doubled, changed, or swapped with its neighbour; and its line."""
    found = [match for match in TOKENS.finditer(text) if not match[0].startswith("--")]
    token, following = chance.choice([(a, b) for a, b in pairwise(found) if "\n" not in text[a.end() : b.start()]])
    start, end = token.span()
    changed = {
        "leave out": text[:start] + text[end:],
        "put in": f"{text[:start]}{chance.choice(SLIPS)} {text[start:]}",
        "double": f"{text[:end]} {text[start:end]}{text[end:]}",
        "change": text[:start] + chance.choice(SLIPS) + text[end:],
        "swap": text[:start] + following[0] + text[end : following.start()] + token[0] + text[following.end() :],
    }
    return changed[chance.choice(sorted(changed))], text.count("\n", 0, start) + 1


def slips(count: int) -> Iterator[tuple[str, int]]:
    works = [path.read_text(encoding="utf-8") for path in WORKS]
    for seed in range(count):
        chance = random.Random(seed)
        yield slip(chance.choice(works), chance)


def test_after_any_slip_every_line_has_a_place_in_the_tree() -> None:
    for text, _ in slips(300):
        written = [line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("--")]
        waiting, read = list(parse(text).tree.lines), 0
        while waiting:
            line = waiting.pop()
            read += len(line.pieces)
            waiting += line.children

        assert len(written) == read


def test_the_first_message_after_a_slip_is_within_a_line_of_it() -> None:
    for text, line in slips(300):
        found = parse(text).diagnostics

        assert not found or abs(found[0].span.line - line) <= 1, text.split("\n")[line - 1]


def test_few_slips_make_gen_lose_the_thread() -> None:
    codes = [[d.code for d in parse(text).diagnostics] for text, _ in slips(300)]

    assert sum("G010" in found for found in codes) <= 6


def test_a_line_to_paste_needs_no_other() -> None:
    for text, _ in slips(300):
        for diagnostic in parse(text).diagnostics:
            suggestion = diagnostic.suggestion()
            if diagnostic.code not in ("G001", "G003") and suggestion is not None:
                assert () == parse(suggestion).diagnostics, (diagnostic, suggestion)


def test_a_slip_is_formatted_once_and_for_all() -> None:
    for text, _ in slips(300):
        once = format_text(text)

        assert once == format_text(once)
