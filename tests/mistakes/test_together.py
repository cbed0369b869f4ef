"""Two mistakes of the table in one score are both told, each as if it stood alone, and no third is.

What the second score makes is called otherwise than what the first does, so that they have nothing to do with each
other. Left out is what cannot stand in one score twice, and a name that nobody makes beside a line whose own name is
lost: that may be the one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from intaglio.face.session import Session
from intaglio.lang.diagnostic import Level
from tests.mistakes.table import NOTE, Mistake, mistakes

NAME = re.compile(r"^ *(?:let|recipe|group|[a-z]+)[ (]+[\"“']?(?:[\d.-]*-)?([^\W\d][\w-]*)", re.MULTILINE)
NAMED_FIRST = re.compile(r"^([^\W\d][\w-]*) *(?::?=|<-|:)", re.MULTILINE)
MENTIONED = re.compile(r"\b(?:from|with) +([^\W\d][\w-]*)")
SAVED = re.compile(r"^([ \t]*save:? (?:to |in |as )?\"?)(\./)", re.MULTILINE)
ONCE = re.compile(r"^(?:work|use|import|from|gen|def)\b", re.MULTILINE)  # beside another, it would speak of that
WORDS = frozenset("from with gan autoencoder diffusion model style".split())
LOST_NAMES = frozenset({"G006", "G008", "G109"})
APART = (1, 37, 101)  # how far in the table the scores that are tried together lie from each other


@cache
def body(mistake: Mistake) -> str:
    """The score without its note, and without its first line."""
    return NOTE.sub("", mistake.text).rstrip("\n").removeprefix("gen 1\n") + "\n"


TABLE = [each for each in mistakes() if each.text.startswith("gen 1\n") and not ONCE.search(body(each))]


def told(text: str, place: Mistake) -> Counter[tuple[int, str]]:
    """The line and code of each mistake of a score that lies where another does."""
    script = Session.at(str(place.score)).glance(text)
    return Counter((each.span.line, each.code) for each in script.diagnostics if each.level is Level.MISTAKE)


@cache
def told_alone(mistake: Mistake, place: Mistake) -> Counter[tuple[int, str]]:
    return told("gen 1\n" + body(mistake), place)


@cache
def names(mistake: Mistake) -> set[str]:
    """What lines make, or may have been meant to, and what they name: that nobody makes it may be the mistake."""
    made = Session.at(str(mistake.score)).glance("gen 1\n" + body(mistake)).lines
    parts = {part for path in made for part in path.split(".")}
    said = (name for each in (NAME, NAMED_FIRST, MENTIONED) for name in each.findall(body(mistake)))
    return {*said, *parts} - WORDS


@cache
def apart_from(mistake: Mistake, other: Mistake) -> str:
    """A score with other names than another one, and other places for its copies."""
    text = body(mistake)
    for name in sorted(names(mistake) & names(other), key=len, reverse=True):
        text = re.sub(rf"(?<![\w/\\]){re.escape(name)}(?![\w/\\-])", f"{name}-two", text)
    return SAVED.sub(r"\1./two/", text)


def pairs(step: int) -> Iterator[tuple[Mistake, Mistake]]:
    """Each score with the one so far on whose mistakes are the same where this one lies."""
    for number, one in enumerate(TABLE):
        other = TABLE[(number + step) % len(TABLE)]
        before, after = told_alone(one, one), told_alone(other, other)
        codes = {code for _, code in before}, {code for _, code in after}
        is_lost = any("G103" in some and not LOST_NAMES.isdisjoint(others) for some, others in (codes, codes[::-1]))
        same = after == told_alone(other, one) == told("gen 1\n" + apart_from(other, one), one)
        if before and after and same and not is_lost:
            yield one, other


@pytest.mark.parametrize("step", APART)
def test_two_mistakes_in_one_score_are_both_told_and_no_third(step: int) -> None:
    wrong, tried = {}, 0
    for one, other in pairs(step):
        first = "gen 1\n" + body(one)
        moved = first.count("\n") - 1
        expected = told_alone(one, one) + Counter(
            {(line + moved, code): count for (line, code), count in told_alone(other, one).items()}
        )
        tried += 1
        found = told(first + apart_from(other, one), one)
        if found != expected:
            wrong[one.name, other.name] = (expected - found, found - expected)

    assert {} == wrong
    assert tried > len(TABLE) / 2
