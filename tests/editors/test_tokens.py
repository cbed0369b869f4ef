"""The table of tokens holds what the language holds, and every text is coloured."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.face.highlighting import GenLexer
from intaglio.lang.tables import patterns
from intaglio.lang.tokens import TERMINALS, VERBS, marks
from intaglio.lang.vocabulary import RESERVED, Choice, Name, Setting, Vocabulary

SHREDS = st.lists(
    st.sampled_from(
        [
            *"\n\n\n   ,,.-%()#/\\\"“'\t\r",
            "\n  ",
            "\n    ",
            "--",
            "let ",
            "each ",
            "from ",
            "train ",
            "a",
            "é",
            "静",
            "𝔸",
            "3",
            "v1",
            "./",
        ]
    )
    | st.characters(),
    max_size=40,
).map("".join)


def all_settings(words: Vocabulary) -> Iterator[Setting]:
    for verb in words.verbs.values():
        yield from verb.settings.values()
        yield from verb.steps.values()
    yield from words.work.values()


def test_each_terminal_of_the_grammar_is_a_kind_of_token_or_a_joining_word() -> None:
    terminals = patterns()

    assert set(TERMINALS) == {name for name, pattern in terminals.items() if pattern not in RESERVED}


def test_the_verbs_that_are_told_by_name_are_those_there_are(words: Vocabulary) -> None:
    assert {*words.verbs, "group"} == VERBS


def test_no_verb_is_told_by_name_that_could_be_a_setting_or_a_step(words: Vocabulary) -> None:
    said = {setting.name for setting in all_settings(words)} - {"group"}  # `group corals` names what it makes, too

    assert set() == said & VERBS


def test_no_setting_reads_like_the_call_of_a_recipe(words: Vocabulary) -> None:
    """`wall proofs from trials`, indented, is taken for a recipe's call: two names, and material."""
    alike = [
        setting.name
        for setting in all_settings(words)
        if any(slot.clause in ("from", "with") for slot in setting.slots)
        and any(slot.clause is None and isinstance(slot.type, Name | Choice) for slot in setting.slots)
    ]

    assert [] == alike


@settings(max_examples=200, deadline=None)
@given(SHREDS)
def test_marks_stand_in_order_apart_and_around_no_blanks(text: str) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = marks(text)
    covered = [list(line) for line in lines]
    for line, start, end, _ in found:
        assert lines[line - 1][start - 1 : end - 1].strip() == lines[line - 1][start - 1 : end - 1] != ""
        covered[line - 1][start - 1 : end - 1] = " " * (end - start)

    assert sorted(found) == found
    assert "" == "".join("".join(line) for line in covered).strip()


@settings(max_examples=200, deadline=None)
@given(SHREDS)
def test_the_lexer_gives_every_text_back(text: str) -> None:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    given_back = "".join(value for _, _, value in GenLexer().get_tokens_unprocessed(plain))

    assert plain == given_back


def test_pygments_finds_the_lexer_by_the_entry_point_of_the_package(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ((name, value),) = project["entry-points"]["pygments.lexers"].items()

    assert GenLexer is EntryPoint(name, value, "pygments.lexers").load()
    assert ("gen",) == GenLexer.aliases
