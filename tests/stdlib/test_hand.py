"""The hand: which lines an address names, and where these are held."""

from __future__ import annotations

import time

import pytest

from intaglio.stdlib.showing.hand import Hand, matches

LINES = [["scale/layer-2", "rotate/layer-1"], ["scale/layer-2"]]


@pytest.fixture
def hand() -> Hand:
    return Hand(LINES, {})


@pytest.mark.parametrize(
    ("pattern", "word", "expected"),
    [
        ("rotate", "rotate", True),
        ("rotate", "rotat", False),
        ("rotat", "rotate", False),
        ("", "rotate", False),
        ("r*", "rotate", True),
        ("*", "rotate", True),
        ("*e", "rotate", True),
        ("r*t*e", "rotate", True),
        ("*x*", "rotate", False),
        ("layer-?", "layer-2", True),
        ("layer-?", "layer-12", False),
        ("layer-[12]", "layer-2", True),
        ("layer-[1-3]", "layer-2", True),
        ("layer-[3-5]", "layer-2", False),
        ("layer-[!2]", "layer-2", False),
        ("layer-[!3-5]", "layer-2", True),
        ("layer[-_]2", "layer-2", True),
        ("layer[_-]2", "layer-2", True),
        ("{scale,rotate}", "rotate", True),
        ("{ro,rota}te", "rotate", True),
        ("{scale,swap}", "rotate", False),
        ("{scale,}rotate", "rotate", True),
        ("layer-[2", "layer-2", False),
        ("{rotate", "rotate", False),
    ],
)
def test_a_part_of_a_pattern_names_words_as_osc_has_it(pattern: str, word: str, expected: bool) -> None:
    assert expected == matches(pattern, word)


@pytest.mark.parametrize("pattern", ["*a" * 120, "{a,aa}" * 40 + "b", "*" * 250, "[" * 250, "*{a,}" * 50])
def test_no_pattern_takes_long(pattern: str) -> None:
    begun = time.process_time()
    matches(pattern, "a" * 20)

    assert time.process_time() - begun < 0.1


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("/1/scale/layer-2", {"/1/scale/layer-2"}),
        ("/scale", {"/1/scale/layer-2", "/2/scale/layer-2"}),
        ("/1", {"/1/scale/layer-2", "/1/rotate/layer-1"}),
        ("/layer-2/1", {"/1/scale/layer-2"}),
        ("/2/rotate", set()),
        ("/*/layer-[1-2]", {"/1/scale/layer-2", "/1/rotate/layer-1", "/2/scale/layer-2"}),
        ("/all", {"/1/scale/layer-2", "/1/rotate/layer-1", "/2/scale/layer-2"}),
        ("/all/rotate", {"/1/rotate/layer-1"}),
        ("/rotate/", {"/1/rotate/layer-1"}),
        ("/", set()),
        ("/3", set()),
    ],
)
def test_an_address_names_all_lines_that_have_all_of_its_parts(hand: Hand, pattern: str, expected: set[str]) -> None:
    found = hand.put(pattern, 0.5)
    held = {f"/{screen + 1}/{line}" for screen in range(2) for line in hand.held(screen)}

    assert (bool(expected), expected) == (found, held)


def test_what_is_let_go_is_held_no_more_and_the_rest_is(hand: Hand) -> None:
    hand.put("/all", 0.25)
    hand.put("/scale", 0.75)
    hand.put("/1/scale", None)

    assert [{"rotate/layer-1": 0.25}, {"scale/layer-2": 0.75}] == [hand.held(0), hand.held(1)]


def test_a_message_that_says_what_is_so_is_no_change(hand: Hand) -> None:
    told: list[int] = []
    hand.changed = lambda: told.append(hand.changes)
    for moment in (0.5, 0.5, None, None):
        hand.put("/1", moment)

    assert [1, 2] == told


def test_what_was_asked_for_does_not_change_afterwards(hand: Hand) -> None:
    hand.put("/1", 0.5)
    before = hand.held(0)
    hand.put("/1", 0.75)

    assert {0.5} == set(before.values())


def test_a_hand_goes_on_where_it_was_with_the_lines_that_there_are() -> None:
    hand = Hand(LINES, {1: {"scale/layer-2": 0.5, "swap/layer-9": 0.5}, 7: {"scale/layer-2": 1.0}})

    assert [{}, {"scale/layer-2": 0.5}] == [hand.held(0), hand.held(1)]
    assert ["/1/scale/layer-2", "/1/rotate/layer-1", "/2/scale/layer-2"] == hand.addresses
