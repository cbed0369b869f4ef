"""Slips of the hand: one token of the four works left out, doubled, swapped with the next, or a stray mark put in."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from intaglio.face.session import words
from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.diagnostics.graph import SaysNothing
from intaglio.lang.script import read
from intaglio.lang.tree import Tree
from intaglio.lang.world import Nowhere
from tests.lang.pages import STANDARD
from tests.lang.test_repair import TOKENS, WORKS

COUNT = 1500
MARKS = ":={};,()%@!?#&*/+<>|~^\"'“`[]"


@dataclass(frozen=True)
class Slip:
    """A work with one token changed: the line that it is on, the tree that was read, and what was said."""

    line: int
    written: Sequence[str]
    tree: Tree
    told: Sequence[Diagnostic]


def slipped(text: str, chance: random.Random) -> tuple[str, int]:
    found = [match for match in TOKENS.finditer(text) if not match[0].startswith("--")]
    token, following = chance.choice([(a, b) for a, b in pairwise(found) if "\n" not in text[a.end() : b.start()]])
    start, end = token.span()
    ways = (
        text[:start] + text[end:],
        f"{text[:end]} {text[start:end]}{text[end:]}",
        text[:start] + following[0] + text[end : following.start()] + token[0] + text[following.end() :],
        text[:start] + chance.choice(MARKS) + text[start:],
    )
    return chance.choice(ways), text.count("\n", 0, start) + 1


@cache
def slips() -> tuple[Slip, ...]:
    return tuple(read_slips())


def is_of_the_works(told: Diagnostic) -> bool:
    """Whether it is told of the works as they are: what arrives later, and a diffusion that is to learn groups."""
    return told.code == "G110" or (isinstance(told, SaysNothing) and told.word == "condition")


def read_slips() -> Iterator[Slip]:
    works = [path.read_text(encoding="utf-8") for path in WORKS]
    for seed in range(COUNT):
        chance = random.Random(seed)
        text, line = slipped(chance.choice(works), chance)
        script = read(text, words(), Nowhere(), STANDARD)
        told = [each for each in script.diagnostics if not is_of_the_works(each)]
        yield Slip(line, text.split("\n"), script.tree, told)


def test_every_line_has_a_place_in_the_tree() -> None:
    for slip in slips():
        written = [line for line in slip.written if line.strip() and not line.lstrip().startswith("--")]
        waiting, found = list(slip.tree.lines), 0
        while waiting:
            line = waiting.pop()
            found += len(line.pieces)
            waiting += line.children

        assert len(written) == found


def test_the_first_message_is_on_the_line_and_never_further_than_the_next() -> None:
    far = [abs(slip.told[0].span.line - slip.line) for slip in slips() if slip.told]

    assert far.count(0) >= 0.93 * len(far)
    assert max(far) <= 1


def test_there_is_little_to_read() -> None:
    assert sum(len(slip.told) for slip in slips()) <= 1.2 * COUNT


def test_gen_seldom_loses_the_thread() -> None:
    assert sum(any(each.code == "G010" for each in slip.told) for slip in slips()) <= 0.02 * COUNT


def test_nearly_every_slip_is_seen() -> None:
    assert sum(bool(slip.told) for slip in slips()) >= 0.99 * COUNT
