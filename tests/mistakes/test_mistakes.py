"""Each mistake of the table is told as its page says, where it was made; and what is offered mends it.

`accept.py` writes the pages.
"""

from __future__ import annotations

import pytest

from intaglio.face.command import main
from intaglio.lang.diagnostic import Level
from tests.lang.pasting import applied, logical_line
from tests.mistakes.table import HERE, Mistake, mistakes

TABLE = mistakes()
of_the_table = pytest.mark.parametrize("mistake", TABLE, ids=lambda mistake: mistake.name)


@of_the_table
def test_a_mistake_is_told_exactly_so(mistake: Mistake) -> None:
    assert mistake.page.read_text("utf-8") == mistake.told()


@of_the_table
def test_it_is_told_first_and_on_its_line(mistake: Mistake) -> None:
    told = mistake.read(mistake.text).diagnostics
    wrong = [each.span.line for each in told if each.level is Level.MISTAKE] or [each.span.line for each in told]

    assert mistake.line == wrong[0]


@of_the_table
def test_what_is_offered_ends_it(mistake: Mistake) -> None:
    script = mistake.read(mistake.text)

    for told in script.diagnostics:
        for mended in applied(mistake.text, told, logical_line(script, told.span.line)):
            again = mistake.read(mended.text).diagnostics
            assert (told.code, told.message()) not in {
                (each.code, each.message()) for each in again if each.span.line in mended.lines
            }


@of_the_table
def test_nothing_is_told_twice(mistake: Mistake) -> None:
    told = [(each.code, each.span, each.message()) for each in mistake.read(mistake.text).diagnostics]

    assert len(set(told)) == len(told)


def test_the_command_prints_the_page(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    for mistake in TABLE[:: max(1, len(TABLE) // 12)]:
        main(["check", str(mistake.score)])
        assert mistake.page.read_text("utf-8") == capsys.readouterr().out


def test_every_score_has_a_page_and_every_page_a_score() -> None:
    pages = set(HERE.glob("*/*.told"))

    assert {mistake.page for mistake in TABLE} == pages


def test_there_are_as_many_mistakes_as_were_promised() -> None:
    assert len(TABLE) >= 120
