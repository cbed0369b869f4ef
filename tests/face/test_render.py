from __future__ import annotations

import json
from pathlib import Path
from typing import ClassVar

import pytest

from intaglio.face.render import MOST, as_data, brief, page, pages
from intaglio.face.terminal import Terminal
from intaglio.lang.diagnostic import Diagnostic, Edit, Level
from intaglio.lang.layout import physical_lines
from intaglio.lang.records import dataclass
from intaglio.lang.span import Span

GOLDEN = Path(__file__).parent / "pages.txt"
TEXT = """gen 1
train dreamer from fruit
  model gan

train dreamer from fruit
  truncation 8
\tcrop square
  title "界界 \x1b[31m" 8
"""


@dataclass(frozen=True, kw_only=True)
class Sample(Diagnostic):
    code: ClassVar[str] = "G999"
    title: ClassVar[str] = "Out of range"
    words: str = (
        "`truncation` goes from 0 to 1; 8 is past the end.\nSmall numbers stay near the average; 1 is the full spread."
    )
    try_this: str | None = "truncation 0.8"

    def message(self) -> str:
        return self.words

    def to_paste(self) -> str | None:
        return self.try_this


@dataclass(frozen=True, kw_only=True)
class Aside(Sample):
    title: ClassVar[str] = "Made, and never used"
    level: ClassVar[Level] = Level.REMARK


SAMPLES = (
    Sample(span=Span(6, 14, 15)),
    Sample(span=Span(5, 7, 14), also=(Span(2, 7, 14),), words="`dreamer` was already made on line 2.", try_this=None),
    Aside(span=Span(7, 1, 2), words="A tab. " * 20, try_this="crop square\nresize 8 px"),
    Sample(span=Span(8, 18, 19), words="After wide letters and an escape \x1b[31m."),
    Sample(span=Span(99, 4, 2), words="A place that is not there."),
)


def test_pages_look_as_they_were_agreed_to_look() -> None:
    shown = pages(SAMPLES, TEXT, Path("table.gen"), Terminal()) + "\n"

    assert GOLDEN.read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Edit(Span(6, 14, 15), "0.8"), "  Try   truncation 0.8"),
        (Edit(Span(6, 1, 1), "truncation 0.8\n"), "  Try, above it:\n        truncation 0.8"),
        (Edit(Span(6, 15, 15), "\n  truncation 0.8"), "  Try, beneath it:\n        truncation 0.8"),
        (Edit(Span(7, 15, 15), "\n  truncation 0.8"), "  Try, beneath line 7:\n        truncation 0.8"),
    ],
)
def test_what_there_is_to_try_says_where_it_goes(edit: Edit, said: str) -> None:
    shown = "\n".join(page(Sample(span=Span(6, 14, 15), edit=edit), physical_lines(TEXT), "t.gen", Terminal()))

    assert shown.endswith(f"\n\n{said}")


def test_a_note_stays_behind_the_line_whose_place_is_taken_and_not_behind_lines_that_are_added() -> None:
    note, beneath = "   -- as it was", Edit(Span(6, 15, 15), "\n  truncation 0.8")

    told = Sample(span=Span(6, 14, 15), note=note, try_this="sample a with b\n  count 4")

    assert told.suggestion() == f"sample a with b{note}\n  count 4"
    assert Sample(span=Span(6, 14, 15), note=note, try_this="a\nb").suggestion() == f"a\nb{note}"
    assert Sample(span=Span(6, 14, 15), note=note, edit=beneath).suggestion() == "truncation 0.8"


def test_no_line_is_wider_than_a_narrow_terminal() -> None:
    shown = pages(
        SAMPLES, TEXT, Path("table.gen"), Terminal(width=50), file="a/very/long/way/to/the/folder/of/table.gen"
    )

    assert [line for line in shown.split("\n") if len(line) > 50] == []


def test_of_ten_thousand_diagnostics_the_first_fifty_mistakes_are_shown_and_the_way_to_the_rest() -> None:
    many = [Aside(span=Span(1, 1, 2)), *(Sample(span=Span(1, 1, 2), words=f"Mistake {i}.") for i in range(10_000))]

    lines = pages(many, TEXT, Path("an odd/table.gen"), Terminal()).split("\n")

    shown = [line.strip() for line in lines if line.startswith("  Mistake ")]
    assert [f"Mistake {i}." for i in range(MOST)] == shown
    assert "and 9,951 more. All of them, a line each: gen check 'an odd/table.gen' --brief" in lines
    assert lines[-1] == "10,000 mistakes, 1 remark."


def test_as_many_diagnostics_as_are_read_are_all_shown() -> None:
    told = pages([Sample(span=Span(1, 1, 2))] * MOST, TEXT, Path("table.gen"), Terminal())

    assert " more" not in told


def test_colour_is_only_where_the_terminal_takes_it() -> None:
    lines = physical_lines(TEXT)
    plain = "\n".join(page(SAMPLES[0], lines, "t.gen", Terminal()))
    coloured = "\n".join(page(SAMPLES[0], lines, "t.gen", Terminal(colour=True)))

    assert "\x1b" not in plain
    assert "\x1b[" in coloured


def test_a_brief_message_is_one_line() -> None:
    told = brief(SAMPLES[0], "table.gen")

    assert told.startswith("table.gen:6:14: G999 Out of range: `truncation` goes")
    assert "\n" not in told


def test_the_data_of_a_diagnostic_has_every_field_that_programs_rely_on() -> None:
    edit = Edit(Span(6, 14, 15), "0.8")
    data = as_data(Sample(span=Span(6, 14, 15), edit=edit), "table.gen")

    place = {"line": 6, "column": 14, "end": 15}
    expected = {
        "code": "G999",
        "level": "mistake",
        "title": "Out of range",
        "message": Sample(span=Span(1, 1, 2)).message(),
        "file": "table.gen",
        "span": place,
        "also": [],
        "beyond": [],
        "suggestion": "truncation 0.8",
        "edit": {"span": place, "replacement": "0.8"},
        "further": [],
        "certain": False,
    }
    assert expected == json.loads(json.dumps(data))
