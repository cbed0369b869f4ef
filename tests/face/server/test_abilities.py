"""Laws of all abilities: on the four works, on a script of mistakes, on scripts in any letters, and on nonsense."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types as lsp

from intaglio.face.server import (
    actions,
    colours,
    completion,
    diagnostics,
    formatting,
    hints,
    hover,
    lenses,
    links,
    places,
    renaming,
    symbols,
)
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place, Sheet, Units
from intaglio.lang.formatter import format_text
from intaglio.lang.layout import plain
from tests.face.server.pages import FAULTY, STRANGE, WORKS, page

TEXTS = {path.stem: path.read_text("utf-8") for path in (*WORKS, FAULTY)} | {"strange": STRANGE}
BROKEN = TEXTS["broken"]
ALL = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
PIECES = ["train ", "dataset ", "each ", "from ", "with ", "a", ".", ",", "=", '"', "\n", "\n  ", "--", "🍎", "(", "3 "]
NONSENSE = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=40).map("".join)


def ask_everything(of: Page, place: Place) -> None:
    stretch = lsp.Range(lsp.Position(0, 0), lsp.Position(len(of.sheet.lines), 0))
    for ability in (completion.items, hover.at, places.definition, places.references, places.highlights):
        ability(of, place)
    for whole in (symbols.document, symbols.folds, colours.whole, formatting.whole, links.found, lenses.shown):
        whole(of)
    diagnostics.published(of)
    actions.offered(of, stretch)
    hints.shown(of, stretch, {})
    with suppress(renaming.CannotRename):
        renaming.renamed(of, place, "another-name")


@ALL
def test_every_ability_answers_everywhere(text: str) -> None:
    here = page(text)
    lines = range(1, len(here.sheet.lines) + 1)

    for place in random.Random(7).sample([Place(n, c) for n in lines for c in range(1, 30)], 60):
        ask_everything(here, place)


@settings(max_examples=150, deadline=None)
@given(NONSENSE, st.sampled_from(Units), st.data())
def test_every_ability_answers_on_nonsense(text: str, units: Units, data: st.DataObject) -> None:
    here = page(text, units=units)

    ask_everything(here, here.sheet.at(data.draw(st.integers(0, len(text)))))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([*TEXTS]), st.data())
def test_every_ability_answers_while_a_script_is_written(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    end = data.draw(st.integers(0, len(text)))
    here = page(text[:end])

    ask_everything(here, here.sheet.at(end))


def test_nothing_is_too_deep_too_long_or_too_much() -> None:
    """Lines in lines in lines, one line of very many words, very many names."""
    deep = "".join(f"{'  ' * depth}group g{depth}\n" for depth in range(1500))
    steps = "dataset a from ./x/\n" + "".join(f"{'  ' * depth}resize 8 px\n" for depth in range(1, 1500))
    long = "train a from " + ", ".join(f"b{number}" for number in range(20_000))
    many = "".join(f"let a{number} = a{number - 1}\n" for number in range(3000))
    for text in (deep, steps, long, many):
        began = time.process_time()

        ask_everything(page(text), Place(1, 8))

        assert time.process_time() - began < 30


# Formatting --------------------------------------------------------------------------------------------------------


def crooked(text: str, chance: random.Random) -> str:
    """A script with spaces, blank lines and margins that nobody would leave."""
    lines = []
    for line in text.split("\n"):
        lines.append(
            line.replace(" ", "  ") if chance.random() < 0.3 and '"' not in line and "--" not in line else line
        )
        lines += [""] * chance.choice((0, 0, 0, 2))
    return "\n".join(lines)


@ALL
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("seed", range(4))
def test_formatting_through_the_server_is_gen_fmt(text: str, end: str, seed: int) -> None:
    messy = crooked(text, random.Random(seed)).replace("\n", end)
    here = page(messy)

    changed = here.sheet.with_edits(formatting.whole(here)).text

    assert format_text(messy) == plain(changed)
    assert end == "\n" or "\n" not in changed.replace("\r\n", "")


@settings(max_examples=200, deadline=None)
@given(NONSENSE)
def test_formatting_nonsense_through_the_server_is_gen_fmt(text: str) -> None:
    here = page(text)

    assert format_text(text) == plain(here.sheet.with_edits(formatting.whole(here)).text)


@pytest.mark.parametrize("path", WORKS, ids=lambda path: path.stem)
def test_a_script_in_its_usual_layout_is_left_alone(path: Path) -> None:
    assert [] == formatting.whole(page(path.read_text("utf-8")))


def test_only_what_differs_of_a_line_is_changed() -> None:
    (edit,) = formatting.whole(page("gen 1\n\ntrain   dreamer\n"))

    assert (2, 6, 2, 8, "") == (*ends(edit.range), edit.new_text)


def test_a_part_is_formatted_alone() -> None:
    here = page("gen  1\n\ntrain   dreamer\n")

    (edit,) = formatting.part(here, lsp.Range(lsp.Position(1, 0), lsp.Position(3, 0)))

    assert 2 == edit.range.start.line


def ends(stretch: lsp.Range) -> tuple[int, int, int, int]:
    return stretch.start.line, stretch.start.character, stretch.end.line, stretch.end.character


# Code actions ------------------------------------------------------------------------------------------------------


def everywhere(of: Page) -> lsp.Range:
    return lsp.Range(lsp.Position(0, 0), lsp.Position(len(of.sheet.lines), 0))


def mended(of: Page, action: lsp.CodeAction) -> Page:
    assert action.edit is not None
    assert action.edit.changes is not None
    (edits,) = action.edit.changes.values()
    return page(of.sheet.with_edits(edits).text)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_quick_fix_leads_to_a_script_that_checks_better(end: str) -> None:
    here = page(BROKEN.replace("\n", end))
    offered = actions.offered(here, everywhere(here), [lsp.CodeActionKind.QuickFix])

    assert len(offered) > 15
    for action in offered:
        before = [each.code for each in here.script.diagnostics]
        after = [each.code for each in mended(here, action).script.diagnostics]
        (told,) = action.diagnostics or ()

        assert before.count(str(told.code)) > after.count(str(told.code)), action.title


@pytest.mark.parametrize("seed", range(30))
def test_what_is_offered_for_a_slip_mends_it(seed: int) -> None:
    """A word left out, doubled or exchanged with its neighbour, somewhere in a work."""
    chance = random.Random(seed)
    path = chance.choice(WORKS)
    lines = path.read_text("utf-8").split("\n")
    number = chance.choice([i for i, line in enumerate(lines) if len(line.split()) > 1 and "--" not in line])
    margin = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
    words = lines[number].split()
    at = chance.randrange(len(words) - 1)
    words[at : at + 2] = chance.choice([words[at : at + 1], [words[at], *words[at : at + 2]], words[at : at + 2][::-1]])
    lines[number] = margin + " ".join(words)
    here = page("\n".join(lines))

    for action in actions.offered(here, everywhere(here), [lsp.CodeActionKind.QuickFix]):
        before = [each.code for each in here.script.diagnostics]
        after = [each.code for each in mended(here, action).script.diagnostics]
        (told,) = action.diagnostics or ()

        assert before.count(str(told.code)) > after.count(str(told.code)), action.title


def test_mending_everything_leaves_fewer_mistakes() -> None:
    here = page(BROKEN)
    (action,) = actions.offered(here, everywhere(here), [actions.FIX_ALL])

    after = mended(here, action)

    assert 2 * len(after.script.diagnostics) < len(here.script.diagnostics)


def test_a_script_without_mistakes_is_offered_nothing() -> None:
    here = page("gen 1\n\ndataset a from ./photos/\n  resize 8 px\n\nprint b from a\n")

    assert [] == actions.offered(here, everywhere(here))


def test_lines_that_are_added_stand_where_their_title_says() -> None:
    here = page("gen 1\n\ndataset fruit from ./photos/\n  grey  -- all\n")

    (action,) = actions.offered(here, everywhere(here), [lsp.CodeActionKind.QuickFix])

    assert action.title == "Try, beneath line 4: print sheet-of-fruit from fruit"
    assert mended(here, action).sheet.lines[3:5] == ["  grey  -- all", "print sheet-of-fruit from fruit"]
    assert "Try, beneath line 4:\nprint" in (action.diagnostics or [])[0].message


def test_a_line_that_is_pasted_keeps_its_note() -> None:
    here = page("gen 1\n\ndataset a from ./photos/\n  resize 8 px, 16 px   -- as it was\n\nfilm b from a\n")
    (action,) = actions.offered(here, everywhere(here), [lsp.CodeActionKind.QuickFix])

    assert "  resize 8 px by 16 px   -- as it was" in mended(here, action).sheet.lines


# Colours -----------------------------------------------------------------------------------------------------------


@ALL
def test_the_colours_of_parts_are_those_of_the_whole(text: str) -> None:
    here = page(text)
    half = len(here.sheet.lines) // 2

    assert colours.coloured(here) == [*colours.coloured(here, 1, half), *colours.coloured(here, half + 1)]


@ALL
def test_words_do_not_overlap(text: str) -> None:
    found = colours.coloured(page(text))

    for one, other in pairwise(found):
        assert (one.line, one.start + one.length) <= (other.line, other.start)


@given(st.lists(st.integers(0, 3), max_size=12), st.lists(st.integers(0, 3), max_size=12))
def test_changes_make_the_new_numbers_of_the_old(before: list[int], after: list[int]) -> None:
    made = [*before]
    for edit in colours.changes(before, after):
        made[edit.start : edit.start + edit.delete_count] = edit.data or []

    assert after == made


def test_a_letter_of_two_units_is_two_units_long() -> None:
    sheet = Sheet(STRANGE)
    (name,) = [
        word
        for word in colours.coloured(page(STRANGE))
        if sheet.line(word.line + 1).startswith("sample") and word.start == 7
    ]

    assert 4 == name.length
