"""The hand: where lines that move are held, while a show plays. Addresses and numbers go in, moments come out.

The score says between which amounts a line of `bend` moves; a hand says where between. Each line of each screen has an
address of three parts, `/SCREEN/WORD/LAYER`. A pattern names all lines that have all of its parts, each as OSC 1.0 has
it (Wright, "The Open Sound Control 1.0 specification", 2002, "OSC message dispatching and pattern matching").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.stdlib import models, moments
from intaglio.stdlib.moments import Held
from intaglio.stdlib.showing import piece as pieces
from intaglio.stdlib.showing.piece import Piece

ALL = "all"  # the part that every line has
KNOWN = 256  # patterns whose lines are remembered
_TOKEN = re.compile(r"\[[^\]]*\]|\{[^}]*\}|.", re.DOTALL)
_SPAN = re.compile(r"(.)(?:-(.))?", re.DOTALL)


class Hand:
    """Holds lines. `lines` are those of each screen, `held` where they are held at first.

    One thread puts; what others ask for is a value of its own, which does not change.
    """

    def __init__(self, lines: Sequence[Sequence[str]], held: Mapping[int, Held]) -> None:
        self._lines = [tuple(each) for each in lines]
        there = enumerate(self._lines)
        self._held = [{each: t for each, t in held.get(screen, {}).items() if each in own} for screen, own in there]
        self._named = lru_cache(maxsize=KNOWN)(self._find)
        self.changes = 0
        self.changed: Callable[[], None] = lambda: None  # is called after each change

    @property
    def addresses(self) -> list[str]:
        """The address of each line."""
        return [f"/{screen}/{line}" for screen, lines in enumerate(self._lines, 1) for line in lines]

    def held(self, screen: int) -> Held:
        """What is held on a screen, from 0."""
        return self._held[screen]

    def put(self, pattern: str, moment: float | None) -> bool:
        """Hold the lines that a pattern names at a moment, from 0 to 1; let them go at None. False for none."""
        named = self._named(pattern)
        is_other = False
        for screen, lines in named.items():
            now = self._held[screen]
            left = {line: t for line, t in now.items() if line not in lines}
            then = left if moment is None else {**now, **dict.fromkeys(lines, moment)}
            is_other |= then != now
            self._held[screen] = then
        if is_other:
            self.changes += 1
            self.changed()
        return bool(named)

    def _find(self, pattern: str) -> Mapping[int, Sequence[str]]:
        """The lines that a pattern names, by screen."""
        parts = pattern.strip("/").split("/")
        named = {
            screen: [line for line in lines if _has(parts, [str(screen + 1), *line.split("/")])]
            for screen, lines in enumerate(self._lines)
        }
        return {screen: lines for screen, lines in named.items() if lines}


def lines_of(artifact: Artifact, piece: Piece) -> list[dict[str, str]]:
    """The lines that move on each screen of a show, by what they are called: between which amounts.

    There are none where models read each other: what moves in these is at rest in a show.
    """
    if piece.reads:
        return [{} for _ in range(piece.screens)]
    voices = [_lines(models.facts_of(pieces.model(artifact, voice))) for voice in range(len(piece.voices))]
    return [voices[piece.voice(screen)] for screen in range(piece.screens)]


def _lines(facts: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for bend in facts.get("bends", ()):
        if moments.TO in bend:
            name = moments.line(bend)
            said = ", ".join(f"{bend[number]:g} to {last:g}" for number, last in bend[moments.TO].items())
            found[name] = f"{found[name]}; {said}" if name in found else said
    return found


def _has(parts: Sequence[str], own: Sequence[str]) -> bool:
    return all(part == ALL or any(matches(part, each) for each in own) for part in parts)


def matches(pattern: str, word: str) -> bool:
    """Whether a part of a pattern names a word: with `?`, `*`, `[a-z]`, `[!a-z]` and `{one,other}`.

    Takes time as long as both, whatever stands in the pattern: it comes from outside.
    """
    ends = {0}  # how much of the word what was read of the pattern may be
    for token in _TOKEN.findall(pattern):
        if token == "*":
            ends = set(range(min(ends), len(word) + 1))
        elif token[0] == "{" and len(token) > 1:
            ends = {end + len(one) for one in token[1:-1].split(",") for end in ends if word.startswith(one, end)}
        else:
            ends = {end + 1 for end in ends if end < len(word) and _is_of(word[end], token)}
        if not ends:
            return False
    return len(word) in ends


def _is_of(letter: str, token: str) -> bool:
    """Whether a token for one letter names it."""
    if token == "?" or len(token) == 1:
        return token in ("?", letter)
    inside = token[1:-1]
    is_not = inside.startswith("!")
    spans = _SPAN.findall(inside.removeprefix("!"))
    return any(low <= letter <= (high or low) for low, high in spans) != is_not
