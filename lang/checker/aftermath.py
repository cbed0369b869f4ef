"""Aftermath: of the faults of a script, those that merely follow from a mistake on another line, and go with it.

A line that could not be understood may have made what others name, and held the lines beneath it. What is said of those
is noise until it is mended; then, whatever is still wrong is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from intaglio.lang import diagnostics as wrong
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.layout import cut
from intaglio.lang.tokens import VERBS
from intaglio.lang.vocabulary import RESERVED, UNITS

Told = Mapping[int, Sequence[Diagnostic]]  # the faults of each line, by its number

UNUSED = frozenset({"G305", "G511"})  # remarks that hold only for a script that is whole
UNREAD = frozenset({"G004", "G005", "G006", "G007", "G008", "G009", "G010", "G012", "G101", "G108", "G109", "G206"})
LOST = frozenset({"G102", "G108", "G206", "G504"})  # with a crooked margin: a line whose first word is lost
OF_NAMES = frozenset({"G101", "G103", "G206", "G210", "G301", "G302", "G304", "G309", "G504"})
OF_CHILDREN = frozenset({"G101", "G102", "G108", "G202", "G205", "G206", "G310", "G504"})
OF_USES = frozenset({"G304", "G309", "G504"})  # of a recipe, of which nobody could read what it takes
OF_AXES = frozenset({"G205", "G504"})

NAMES_VERBS = frozenset({"use", "recipe", "def", "function"})  # words of lines that make a verb, here or elsewhere
NOTES = ("#", "//", ";", "—", "–")  # what a note begins with elsewhere
FAR = 200  # lines beneath a lost one that are read as its own, at most

_CALLED = re.compile(r"([^\W\d][\w-]*)\s*\(")
_WORD = re.compile(r"[^\W\d_][\w-]*")
# After these stands what a line takes: `walk with m` has no name, and in `walk with drift m` it may stand there.
_BEFORE_GIVEN = re.compile(r"(\S+\s+\S.*?|\S+(?=\s+\w+\s+\S+$))\s+(?:from|with)\b")
_NEVER_SECOND = RESERVED - {"from", "with"} | VERBS | {"use", "recipe"}  # before these stands a name, in their place
_PLACE = re.compile(r"\S*/\S*")
_NAMED_FIRST = re.compile(r"[\w.-]+\s*(?::?=|:|<-|←)")  # `dreamer = train(table)`


def without_aftermath(told: Told, lines: Sequence[str]) -> dict[int, list[Diagnostic]]:
    """The faults of a script's lines (`lines[0]` is number 1) without those that follow from others' mistakes."""
    if not any(fault.level is Level.MISTAKE for found in told.values() for fault in found):
        return {number: list(found) for number, found in told.items()}
    field = _Field(told, lines)
    left = {number: [fault for fault in found if not field.follows(fault)] for number, found in told.items()}
    return {number: found for number, found in left.items() if found}


class _Field:
    """The lines of a script, those that have faults, and what these could not say."""

    def __init__(self, told: Told, lines: Sequence[str]) -> None:
        self._lines, self._told = lines, told
        self._ends = {number: _end_of_block(lines, number) for number in told}
        self._crowded = sorted(told)
        self._codes = {number: {fault.code for fault in found} for number, found in told.items()}
        calls = filter(self._is_call, told)
        self._called = {name for number in calls for name in _CALLED.findall(self._said(number))}
        self._unread = [
            number for number, found in told.items() if any(map(_is_unread, found)) or self._is_call(number)
        ]
        self._lost = [number for number, codes in self._codes.items() if "G003" in codes and codes & LOST]
        makers = sorted({*self._unread, *self._lost}, reverse=True)  # the first that has a word is the one that made it
        self._made = {word: number for number in makers for word in self._words(number)}
        self._nameless = any(self._is_nameless(number) for number in self._unread)
        self._sought = {self._word(f) for found in told.values() for f in found if f.code == "G103"}
        self._blocks = {number for lost in self._lost for number in self._block(lost)}
        self._beneath = set(self._beneath_unread())
        strayed = (f for found in told.values() for f in found if isinstance(f, wrong.names.NotIndented))
        self._robbed = {fault.stage for fault in strayed}  # lines that lack what was not indented beneath them

    def follows(self, fault: Diagnostic) -> bool:
        """Whether a fault goes with the mistake of another line."""
        number, code = fault.span.line, fault.code
        if code in UNUSED:
            return True
        if code in OF_CHILDREN and number in self._blocks:
            return True
        if code in OF_AXES and number in self._beneath:
            return True
        if code == "G210" and any({"G003", "G102"} & self._codes[below] for below in self._faulty_beneath(number)):
            return True
        if code == "G210" and self._said(number) in self._robbed:
            return True
        if code in OF_USES and self._said(number).partition(" ")[0] in self._called:
            return True
        return code in OF_NAMES and self._is_of_a_name_that_was_lost(fault)

    def _is_of_a_name_that_was_lost(self, fault: Diagnostic) -> bool:
        number = fault.span.line
        text = self._text(fault)
        if isinstance(fault, wrong.names.NothingSoNamed) and fault.inside:
            text = text.removeprefix(fault.inside)  # this is made, and only its part may have been lost
        makers = {self._made.get(word, number) for word in _WORD.findall(text)} - {number}
        if fault.code == "G101":
            said = ([*_WORD.findall(self._said(maker)), *self._meant(maker)] for maker in makers)
            return any(not NAMES_VERBS.isdisjoint(words) for words in said)
        if makers:
            return True
        return fault.code == "G103" and self._nameless and len(self._sought) == 1 and number not in self._unread

    def _text(self, fault: Diagnostic) -> str:
        """What a fault points at."""
        return self._line(fault.span.line)[fault.span.column - 1 : fault.span.end - 1]

    def _is_call(self, number: int) -> bool:
        """Whether a line says what a recipe takes as another language would: `recipe soften(pictures):`."""
        words = self._said(number).split()
        return "G017" in self._codes[number] and bool(words) and words[0] in NAMES_VERBS

    def _is_nameless(self, number: int) -> bool:
        """Whether a line makes or names something, and nobody can tell what."""
        lets = self._line(number).split()[:1] in (["let"], ["takes"])
        return "G109" in self._codes[number] or (lets and bool(self._codes[number] & {"G006", "G008"}))

    def _word(self, fault: Diagnostic) -> str:
        """What a fault's name says at its end: `memory` of `dream.memory`."""
        return next(reversed(_WORD.findall(self._text(fault))), "")

    def _makes(self, number: int) -> bool:
        """Whether a line is one of those that make or name something, as far as one can see."""
        words = self._said(number).split()
        named = words[:1] in (["let"], ["takes"], ["group"]) or bool({"from", "with", "as"} & set(words))
        return named or not self._line(number)[:1].isspace() or self._ends[number] > number

    def _line(self, number: int) -> str:
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def _words(self, number: int) -> list[str]:
        """What a line that was not read may make or name: of a plain setting, which makes nothing, no word.

        Its verb is no name, nor are units, the words that join what it takes, and that itself.
        """
        if not self._makes(number) and number not in self._lost:
            return []
        said = self._said(number)
        if said.startswith(NOTES):
            return []
        before = _BEFORE_GIVEN.match(said)
        words = _WORD.findall(_PLACE.sub("", before[1] if before else said))
        if len(words) > 1 and _is_verb(*words[:2]) and not _NAMED_FIRST.match(said):
            del words[0]
        return [word for word in words if word not in RESERVED and word not in UNITS]

    def _meant(self, number: int) -> list[str]:
        """The first words that a line is offered: of `recpie soften` it is `recipe`."""
        offered = (fault.to_paste() or "" for fault in self._told[number])
        return [words[0] for words in map(str.split, offered) if words]

    def _said(self, number: int) -> str:
        """A line without its margin and its note."""
        return cut(self._line(number)).text

    def _beneath_unread(self) -> Iterator[int]:
        """The lines with faults beneath one that was not read."""
        reach, unread = 0, set(self._unread)
        for number in self._crowded:
            if number <= reach:
                yield number
            if number in unread:
                reach = max(reach, self._ends[number])

    def _faulty_beneath(self, number: int) -> Sequence[int]:
        """The lines with faults among those that are indented further than a line, right below it."""
        ends = bisect_right(self._crowded, self._ends[number])
        return self._crowded[bisect_right(self._crowded, number) : ends]

    def _block(self, number: int) -> list[int]:
        """The faulty lines below a lost one up to the next blank line or the margin: its own, or read as if not."""
        found = []
        for below in self._crowded[bisect_right(self._crowded, number) :]:
            between = self._lines[number:below]
            if len(between) > FAR or not all(line[:1].isspace() and line.strip() for line in between):
                break
            found.append(below)
        return found


def _is_unread(fault: Diagnostic) -> bool:
    """Whether the line of a fault is lost. One that was only not indented is read where it belongs."""
    return fault.code in UNREAD and not isinstance(fault, wrong.names.NotIndented)


def _is_verb(first: str, second: str) -> bool:
    """Whether the first word of a line is what it does, and not the name of what it makes."""
    return first in VERBS if second in ("from", "with") else second not in _NEVER_SECOND


def _end_of_block(lines: Sequence[str], number: int) -> int:
    """The number of the last line that is indented further than this one, right below it; or its own."""
    width, last = _width(lines[number - 1]) if number <= len(lines) else None, number
    if width is None:
        return last
    for below in range(number + 1, len(lines) + 1):
        inner = _width(lines[below - 1])
        if inner is not None and inner <= width:
            break
        last = last if inner is None else below
    return last


@lru_cache(16384)
def _width(line: str) -> int | None:
    """How far a line is indented; None of a blank one."""
    body = line.lstrip()
    return len(line.expandtabs(2)) - len(body.expandtabs(2)) if body else None
