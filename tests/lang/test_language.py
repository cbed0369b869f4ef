"""The language, as text that an artist could type. The cases stand in `tests/language/`, a page for each part of it.

Under a heading that states a rule stands a score in a block marked `gen`. A line that is mistaken says so in a margin
note: `--! G204`, or with what `Try` offers, `--! G204 -> truncation 0.8` (a `/` between two lines of it; `nothing` for
nothing), or with the other places that are shown with it, `--! G204 @ 3, recipes/soften.gen:5` (a line of the block, a
line of a file). Recipes that lie beside the score stand in blocks marked `gen at recipes/soften.gen`. A line without a
note is right. What is written before each score, so that there is something to speak of, stands in `BEFORE`; a block
marked `gen whole` goes without.
"""

from __future__ import annotations

import re

import pytest

from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.script import read
from intaglio.lang.vocabulary import Vocabulary
from tests.lang.pages import PAGES, Case, Studio, cases, cases_of


def offered(told: Diagnostic) -> str:
    """What there is to try, on one line."""
    return " / ".join((told.suggestion() or "nothing").split("\n")).strip()


def places(told: Diagnostic, case: Case) -> str:
    """The other places that are shown."""
    here = [str(span.line - case.first + 1) for span in told.also]
    return ", ".join([*here, *(f"{spot.file}:{spot.span.line}" for spot in told.beyond)])


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_rule_of_the_language(case: Case, words: Vocabulary) -> None:
    script = read(case.score, words, Studio(), case.shelf)
    said = [d for d in script.diagnostics if d.span.line >= case.first]
    wants_try = {(line, saying.split(" ")[0]) for line, saying in case.expected if "->" in saying}
    wants_places = {(line, saying.split(" ")[0]) for line, saying in case.expected if " @ " in saying}

    actual = [
        (
            d.span.line,
            d.code
            + (f" @ {places(d, case)}" if (d.span.line, d.code) in wants_places else "")
            + (f" -> {offered(d)}" if (d.span.line, d.code) in wants_try else ""),
        )
        for d in said
    ]

    assert sorted(case.expected) == sorted(actual)


def test_every_page_has_cases() -> None:
    assert [] == [page.name for page in PAGES.glob("*.md") if not cases_of(page)]


FOREIGN = re.compile(r"\b(invalid|illegal|syntax|token|pydantic|lark|validation|traceback|nonetype)\b", re.IGNORECASE)


def test_no_message_speaks_as_a_library_would(words: Vocabulary) -> None:
    told = {
        f"{each.title}: {each.message()}"
        for case in cases()
        for each in read(case.score, words, Studio(), case.shelf).diagnostics
    }

    assert [] == [message for message in sorted(told) if FOREIGN.search(message)]
    assert [] == [message for message in sorted(told) if "  " in message or "None" in message or "``" in message]
