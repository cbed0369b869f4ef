from __future__ import annotations

import time

import pytest

from intaglio.lang.habits import LONGEST, recognise
from intaglio.lang.parser import parse
from intaglio.lang.tree import Reference


def test_a_line_that_follows_the_grammar_shows_no_habit() -> None:
    assert () == parse("gen 1\nsample attempts with dreamer\n  each truncation 0.4, 0.7\n").diagnostics


def test_words_of_a_line_that_is_read_as_meant_keep_their_places() -> None:
    line = parse("sample attempts using dreamer").tree.lines[0]

    model = line.clauses[0].values[0]
    assert (line.clauses[0].word, isinstance(model, Reference)) == ("with", True)
    assert line.text[model.start : model.end] == "dreamer"


def test_an_assigned_stage_is_known_by_its_name_at_its_place() -> None:
    line = parse("dreamer = train(fruit, steps=400)").tree.lines[0]

    name = line.values[0]
    assert isinstance(name, Reference)
    assert (name.parts, line.text[name.start : name.end]) == (("dreamer",), "dreamer")


@pytest.mark.parametrize(
    "text",
    [
        "Apples of the garden lie on the table, and they are red.",  # a note without its dashes
        "title a bowl of fruit",  # a text without its marks
        "augment flip shift",
    ],
)
def test_what_is_told_otherwise_is_no_habit(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize("piece", ["a ", "1 ", ", ", "./a b ", "from x ", "a, ", '" ', "each a ", "1 000 ", "a 1, a "])
def test_no_line_takes_long(piece: str) -> None:
    begun = time.process_time()
    for start in ("", "a b ", "keep a > ", "takes a as ", 'a "'):
        recognise((start + piece * LONGEST)[:LONGEST])

    assert time.process_time() - begun < 1
