"""Each mistake of the table is told as its page says, where it was made; and what is offered mends it.

`accept.py` writes the pages.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from intaglio.face.command import main
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics.world import NoSuchPlace
from intaglio.lang.layout import cut
from intaglio.lang.script import Script
from intaglio.lang.vocabulary import RESERVED
from tests.lang.pasting import applied, logical_line
from tests.mistakes.table import HERE, NOTE, Mistake, mistakes

TABLE = mistakes()
of_the_table = pytest.mark.parametrize("mistake", TABLE, ids=lambda mistake: mistake.name)


OF_A_DISK = {"places/whole-path-mistyped": Path("/usr/share/")}  # what has to lie there for what is offered


@of_the_table
def test_a_mistake_is_told_exactly_so(mistake: Mistake) -> None:
    there = OF_A_DISK.get(mistake.name)
    if there is not None and not there.is_dir():
        pytest.skip(f"{there} is not on this machine")
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


# What is offered on one line cannot be all that there is to do.
ELSEWHERE = {
    "margins/from-and-its-credit-crooked": "its lines move together, by the edit, and pasted only one has moved",
    "margins/tab": "a run of tabs is told of once, and each line has its own",
    "margins/verb-indented": "what stood beneath the verb is told of then",
    "names/let-after-a-choice": "where the value is named, it has another name then",
    "names/made-otherwise-twice-spelt": "it is told of once, for all lines that speak of it",
    "names/standard-recipe-without-a-name": "once the recipe is borrowed, what it makes needs its name",
    "numbers/unit-after-a-name": "the number still lacks its unit where `let` names it, and that is told of then",
    "recipes/itself": "what stands there in its place has to be named otherwise",
    "recipes/name-mistyped": "where the recipe is used, it has another name then",
    "recipes/type-of-another-language": "how far the number may go, only its author knows",
}


def to_be_mended(script: Script, text: str) -> list[Diagnostic]:
    """The mistakes of a script, but for places that its author named and what has still to be added beside a line."""
    found = [each for each in script.diagnostics if each.level is Level.MISTAKE and not each.adds_lines]
    return [each for each in found if not (isinstance(each, NoSuchPlace) and each.path.removeprefix("./") in text)]


@of_the_table
def test_what_is_offered_leads_to_a_script_without_that_mistake(mistake: Mistake) -> None:
    script = mistake.read(mistake.text)
    wrong = to_be_mended(script, mistake.text)

    for told in script.diagnostics if mistake.name not in ELSEWHERE else ():
        for mended in applied(mistake.text, told, logical_line(script, told.span.line)):
            left = to_be_mended(mistake.read(mended.text), mistake.text)
            assert _count(told, left) <= _count(told, wrong) - (told in wrong), mended.text
            assert len(left) <= len(wrong) - (told in wrong and len(wrong) == 1), mended.text


def _count(told: Diagnostic, found: list[Diagnostic]) -> int:
    return sum((each.code, each.message()) == (told.code, told.message()) for each in found)


@of_the_table
def test_what_is_offered_keeps_every_note(mistake: Mistake) -> None:
    text = NOTE.sub("", mistake.text).rstrip("\n")
    noted = "\n".join(_with_note(line, number) for number, line in enumerate(text.split("\n"), 1))
    script = mistake.read(noted)

    for told in script.diagnostics:
        for mended in applied(noted, told, logical_line(script, told.span.line)):
            assert NUMBERED.findall(noted) == NUMBERED.findall(mended.text), mended.text


NUMBERED = re.compile(r"-- of line \d+!")


def _with_note(line: str, number: int) -> str:
    """A line with a note behind it, where it has none and says something."""
    return f"{line}   -- of line {number}!" if cut(line).text and not cut(line).note else line


# Why a word may go that stands outside the place at fault: the message says so, or what is offered has it otherwise.
GONE = {
    "G104": "a stage that stands where its material should has another name",
    "G105": "of two lines one is made a note",
    "G201": "units are written as gen writes them, or worked out",
    "G202": "a share is a plain number, and a word that counts goes by its unit",
    "G302": "`from` and `with` change places",
    "G309": "it says that the verb takes nothing there",
    "G316": "it says that the two do not go together",
}
REPLACED: dict[str, set[str]] = {
    "margins/settings-and-a-misspelt-source": {"fruitt"},  # which the other message is about
    "words/interpolation-as-elsewhere": {"interpolation", "slerp"},  # which the other message is about
    "models/moving-bend-in-a-sample": {"sample"},  # the message says what goes through what moves
    "models/rebuild-with-a-gan": {"rebuild", "fruit"},  # the message says that this model looks at no image
    "models/sample-with-an-enhancer": {"sample"},  # and that this one does not draw without one
    "places/blank-without-width": {"pho", "tos"},  # what was between them goes
    "several/half-python": {"def"},
    "steps/crop-to-two-sides": {"crop"},  # the message says that a size is another step
    "steps/every-second": {"image", "nd"},
    "steps/keep-every": {"frame"},
    "steps/keep-so-many": {"keep"},  # the message says that it asks each image, and what does not
    "words/width-on-paper": {"cm"},  # a paper has a name, and no unit
    "words/work-title-beneath": {"the", "table"},  # on the line of the work, where it goes
    "sweeps/each-in-a-range-function": {"range"},
    "sweeps/for-all": {"seeds"},
    "sweeps/loop-over-a-range": {"range"},
}
WORD = re.compile(r"[^\W\d_]{2,}")
JOINING = RESERVED | {"px", "in", "of", "for", "all", "yes", "true"}


@of_the_table
def test_what_is_offered_loses_no_word_that_was_not_at_fault(mistake: Mistake) -> None:
    script = mistake.read(mistake.text)
    lines = mistake.text.split("\n")

    for told in script.diagnostics:
        whole = logical_line(script, told.span.line)
        if told.code in GONE or len(whole) > 1:
            continue
        line = lines[told.span.line - 1]
        beside = f"{line[: told.span.column - 1]} {line[told.span.end - 1 :]}"
        for mended in applied(mistake.text, told, whole):
            new = " ".join(mended.text.split("\n")[number - 1] for number in mended.lines)
            lost = {*WORD.findall(beside.lower())} - {*WORD.findall(new.lower())} - JOINING
            assert lost <= REPLACED.get(mistake.name, set()), new


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
