"""Remedies: what a diagnostic offers is tried on its script before it is offered.

A script and its diagnostics come in; the same diagnostics go out, each with the first of its remedies after which it is
told no longer and its line has no mistake that it did not have. One that has none is told without. So nothing is
offered that is itself a mistake, whatever part of the checker made it up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeGuard

from intaglio.lang import diagnostics as wrong
from intaglio.lang.diagnostic import Diagnostic, Edit, Level
from intaglio.lang.layout import NOTED, cut, lines_of
from intaglio.lang.patterns import pattern
from intaglio.lang.records import dataclass, replace
from intaglio.lang.repair import read_line
from intaglio.lang.span import Span
from intaglio.lang.vocabulary import RESERVED

if TYPE_CHECKING:
    from intaglio.lang.script import Script
    from intaglio.lang.tree import Line, Tree

MOST_ROUNDS = 4  # mistakes of one line that one line to paste may mend
ENOUGH = 20_000  # lines read again for one script; what is still untried then is offered as it is
OF_VALUES = "G2"  # how codes begin of faults of a value
WIDE = 80  # characters that count as a line: a text may be one line of a megabyte

KNOWN = 8  # texts of which what is told is known at once: several remedies, and the faults of a line, come to the same

_WORD = pattern(r"[^\W\d_]\w+")

Read = Callable[[str], "Script"]


def tried(script: Script, read: Read) -> tuple[Diagnostic, ...]:
    """The script's diagnostics, with remedies that mend."""
    if not any(each.edit or each.to_paste() for each in script.diagnostics):
        return script.diagnostics
    trial = _Trial(script, read)
    best = [trial.best(each) for each in script.diagnostics]
    spare: set[int] = set()
    for number, habit in enumerate([*best]):
        beside = [*trial.mended_by(habit, best)]
        spare.update(map(id, beside))
        best[number] = _in_our_words(habit, beside)
    left = _of_elsewhere([each for each in best if id(each) not in spare])
    return tuple(trial.noted(each) for each in _in_small_letters(left))


def _in_our_words(habit: Diagnostic, beside: Sequence[Diagnostic]) -> Diagnostic:
    """A habit with what gen calls the words of other tools on its line, of which nothing else tells."""
    theirs = [each for each in beside if isinstance(each, wrong.names.UnknownSetting) and each.ours]
    if not theirs or not isinstance(habit, wrong.syntax.HabitFromElsewhere):
        return habit
    calls = [f"gen calls `{each.word}` `{each.ours}`." for each in theirs]
    return replace(habit, why=" ".join([*calls, habit.why]))


def _of_elsewhere(faults: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The faults, a word of another tool and its value told of once, where what there is to paste mends both."""
    theirs = {(each.span.line, each.paste): each for each in faults if _is_of_elsewhere(each)}
    found: dict[int, Diagnostic] = {}
    for fault in faults:
        first = theirs.get((fault.span.line, fault.to_paste()))
        if first is None or not fault.code.startswith(OF_VALUES) or fault.level is not Level.MISTAKE:
            found[id(fault)] = fault
        elif not first.doc:
            found[id(first)] = replace(first, more=fault.message())
    return [*found.values()]


def _is_of_elsewhere(fault: Diagnostic) -> TypeGuard[wrong.names.UnknownSetting]:
    if not isinstance(fault, wrong.names.UnknownSetting):
        return False
    return fault.ours is not None and fault.paste is not None and not fault.is_in_capitals


def _in_small_letters(faults: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The faults, words of a line that are written in capitals told of once: what there is to paste mends all."""
    in_capitals = wrong.names.UnknownVerb, wrong.names.UnknownSetting, wrong.values.NotAChoice
    told: set[tuple[int, str]] = set()
    for fault in faults:
        paste = fault.to_paste()
        if paste is not None and isinstance(fault, in_capitals) and fault.is_in_capitals:
            if (fault.span.line, paste) in told:
                continue
            told.add((fault.span.line, paste))
        yield fault


@dataclass(frozen=True, slots=True)
class _Mended:
    """The text with a remedy applied, and where the line at fault is then."""

    text: str
    lines: range


class _Trial:
    def __init__(self, script: Script, read: Read) -> None:
        self._script = script
        self._read = read
        self._lines = lines_of(script.text)
        self._whole: dict[int, range] = {}  # of physical lines, the logical ones that they are part of
        self._known: dict[str, tuple[Diagnostic, ...]] = {}  # what is told of each text that was tried
        self._cost = max(len(self._lines), len(script.text) // WIDE)  # of one reading, in lines
        self._left = ENOUGH

    def best(self, fault: Diagnostic) -> Diagnostic:
        """The fault with the first of its remedies that mends."""
        half: Diagnostic | None = None  # one that mends the fault, and leaves others on its line
        offers = [one for one in fault.remedies() if one.edit is not None or one.to_paste() is not None]
        for one in offers:
            if self._left < self._cost or _is_noted_out(one):
                return one
            if self._mends(one):
                if self._is_alone(one):
                    return one
                half = half or (one if _is_read(one) and (_is_apart(one) or not self._is_lost(one)) else None)
        completed = (self._completed(one) for one in offers)
        return next(filter(None, completed), None) or half or fault.without_remedy()

    def mended_by(self, habit: Diagnostic, told: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
        """What is wrong with the words of a line that was read as another language has it, where the one thing to try
        leaves nothing wrong with them: that says both. A name is told of all the same, for others may speak of it.
        """
        paste = habit.to_paste()
        if not isinstance(habit, wrong.syntax.HabitFromElsewhere) or not habit.is_read or paste is None:
            return
        where, names = self._where(habit), (wrong.syntax.HabitFromElsewhere, wrong.names.NothingSoNamed)
        beside = [each for each in told if each.span.line in where and not isinstance(each, names)]
        beside = [each for each in beside if each.level is Level.MISTAKE]
        if not beside or self._left < self._cost:
            return
        mended, said = self._pasted(paste, where), "\n".join(self._lines[number - 1] for number in where)
        if not _mistakes(self._told(mended.text), mended.lines, said):
            yield from beside

    def noted(self, fault: Diagnostic) -> Diagnostic:
        """The fault with the note of the line that it would have replaced."""
        where = self._where(fault)
        if fault.edit is not None and fault.is_at_another_line:
            where = range(fault.edit.span.line, fault.edit.span.line + 1)
        cuts = [cut(self._lines[number - 1]) for number in where if 0 < number <= len(self._lines)]
        notes = [each.note for each in cuts if each.note]
        paste = fault.to_paste()
        if not notes or paste is None or fault.has_note or fault.adds_lines:
            return fault
        if fault.is_block and ("\n" in paste or paste.endswith(notes[-1])):  # lines that are moved with their notes
            return fault
        room = NOTED
        if len(where) == 1:  # what stands between, as it is written
            before = self._lines[where.start - 1].rstrip().removesuffix(notes[0])
            room = before[len(before.rstrip()) :]
        return replace(fault, note=room + " ".join(notes))

    def _is_alone(self, fault: Diagnostic) -> bool:
        """Whether it is the only mistake of its line."""
        where = self._where(fault)
        return sum(each.level is Level.MISTAKE and each.span.line in where for each in self._script.diagnostics) < 2

    def _is_lost(self, fault: Diagnostic) -> bool:
        """Whether nobody knows the first word of its line, so that half of a remedy leads nowhere."""
        where, unknown = self._where(fault), (wrong.names.UnknownVerb, wrong.names.UnknownSetting)
        words = (e for e in self._script.diagnostics if isinstance(e, unknown) and e.span.line in where)
        return any(each is not fault and each.to_paste() is None for each in words)

    def _where(self, fault: Diagnostic) -> range:
        """The logical line of a fault, sought when it is first asked for."""
        number = fault.span.line
        if number not in self._whole:
            found = logical_lines(self._script.tree, (number,))
            self._whole[number] = found.get(number, range(number, number + 1))
        return self._whole[number]

    def _told(self, text: str) -> tuple[Diagnostic, ...]:
        """What is told of a text."""
        if text not in self._known:
            self._left -= self._cost
            if len(self._known) == KNOWN:
                self._known.clear()
            self._known[text] = self._read(text).diagnostics
        return self._known[text]

    def _completed(self, fault: Diagnostic) -> Diagnostic | None:
        """The fault with a line to paste that mends whatever else is wrong with the line; None where that is nothing.

        `fps 4` is `speed 4` in our words, and that is `speed 4 fps`.
        """
        where, paste = self._where(fault), fault.to_paste()
        if not isinstance(fault, wrong.mended.Mended) or fault.guessed or paste is None:
            return None
        if fault.adds_lines or fault.is_at_another_line:
            return None
        said = "\n".join(self._lines[number - 1] for number in where)
        kept = _words(paste) - RESERVED  # what has to stand there still, but for what is itself at fault
        for again in range(MOST_ROUNDS):
            mended = self._pasted(paste, where)
            after = self._told(mended.text)
            left = [each for each in after if each.span.line in mended.lines and _counts(each, said)]
            if not left:
                is_whole = again and kept <= _words(paste)
                return replace(fault, paste=paste, edit=None, instead=()) if is_whole else None
            following = next((each for each in left if _fits_alone(each)), None)
            if following is None:
                return None
            kept -= _words(_text_at(following.span, mended.text))
            paste = _with_line(paste, following.span.line - mended.lines.start, following.to_paste() or "")
        return None

    def _mends(self, fault: Diagnostic) -> bool:
        where = self._where(fault)
        return all(self._is_better(fault, where, mended) for mended in self._ways(fault, where))

    def _ways(self, fault: Diagnostic, where: range) -> Iterator[_Mended]:
        """What becomes of the text by the edit, and by what there is to paste."""
        paste = fault.to_paste()
        if fault.edit is not None:
            yield self._edited((fault.edit, *fault.further), where)
        if paste is not None and not (fault.is_block or fault.adds_lines or fault.is_at_another_line):
            yield self._pasted(paste, where)

    def _edited(self, edits: Sequence[Edit], where: range) -> _Mended:
        lines = [*self._lines]
        for edit in edits:
            at, span = edit.span.line, edit.span
            lines[at - 1] = lines[at - 1][: span.column - 1] + edit.replacement + lines[at - 1][span.end - 1 :]
        first = edits[0]
        more = first.replacement.count("\n")  # of which others are not
        start = where.start + (more if first.span.line < where.start else 0)
        return _Mended("\n".join(lines), range(start, where.stop + more))

    def _pasted(self, paste: str, where: range) -> _Mended:
        first = self._lines[where.start - 1]
        margin = first[: len(first) - len(first.lstrip())]
        new = [line if line.startswith(" ") else margin + line for line in paste.split("\n")]
        lines = [*self._lines[: where.start - 1], *new, *self._lines[where.stop - 1 :]]
        return _Mended("\n".join(lines), range(where.start, where.start + len(new)))

    def _is_better(self, fault: Diagnostic, where: range, mended: _Mended) -> bool:
        """Whether the fault is gone, and nothing else is wrong with the line that was not before."""
        before, after = self._script.diagnostics, self._told(mended.text)
        if _count(after, mended.lines)[fault.code] >= _count(before, where)[fault.code]:
            return False
        if isinstance(fault, wrong.names.UnknownVerb) and fault.standard:
            return True  # only what is borrowed can be checked
        said = "\n".join(self._lines[number - 1] for number in where)
        if fault.edit is not None and fault.is_at_another_line:
            there = range(fault.edit.span.line, fault.edit.span.line + 1)
            if _mistakes(after, there, said) - _mistakes(before, there, said):
                return False
        return not _mistakes(after, mended.lines, said) - _mistakes(before, where, said)


def logical_lines(tree: Tree, numbers: Iterable[int]) -> dict[int, range]:
    """For each of these physical lines that is part of a logical one, all that this stands on."""
    heads = {number: max(0, bisect_right(tree.lines, number, key=_number) - 1) for number in numbers}
    found = ((number, _logical_line(tree.lines[at : at + 1], number)) for number, at in heads.items())
    return {number: whole for number, whole in found if whole is not None}


def _number(line: Line) -> int:
    return line.number


def _logical_line(lines: Sequence[Line], number: int) -> range | None:
    waiting = [*lines]
    while waiting:
        line = waiting.pop()
        if line.number <= number <= line.last:
            return range(line.number, line.last + 1)
        waiting += line.children
    return None


def _count(diagnostics: Iterable[Diagnostic], lines: range) -> Counter[str]:
    return Counter(each.code for each in diagnostics if each.span.line in lines)


def _mistakes(diagnostics: Sequence[Diagnostic], lines: range, said: str) -> Counter[str]:
    """The mistakes of these lines. That nothing lies in a place which the author named is no remedy's doing, nor that
    something has still to be added beside them.
    """
    return _count((each for each in diagnostics if _counts(each, said)), lines)


def _counts(fault: Diagnostic, said: str) -> bool:
    if fault.level is not Level.MISTAKE or fault.adds_lines:
        return False
    return not (isinstance(fault, wrong.world.NoSuchPlace) and fault.path.removeprefix("./") in said)


def _is_noted_out(fault: Diagnostic) -> bool:
    """Whether the line of a remark becomes a note: nothing is wrong with that, and nothing hung on the line."""
    paste = fault.to_paste()
    return fault.level is Level.REMARK and paste is not None and "\n" not in paste and paste.lstrip().startswith("-- ")


def _is_read(fault: Diagnostic) -> bool:
    """Whether what it offers follows the grammar; a half that does not helps nobody on."""
    lines = (fault.to_paste() or "").split("\n")
    return not any(read_line(line.strip()).repairs for line in lines if line.strip() and "--" not in line)


def _with_line(paste: str, number: int, line: str) -> str:
    """Lines to paste, another in the place of one of them, as far in as that was."""
    lines = paste.split("\n")
    before = lines[number]
    lines[number] = before[: len(before) - len(before.lstrip(" "))] + line
    return "\n".join(lines)


def _is_apart(fault: Diagnostic) -> bool:
    """Whether it puts words of a line on lines of their own, which helps on whatever else is wrong with them."""
    return isinstance(fault, wrong.syntax.HabitFromElsewhere) and fault.is_read


def _words(said: str) -> set[str]:
    """What is said, in small letters: of a word in others that is the same word."""
    return {*_WORD.findall(said.lower())}


def _text_at(span: Span, text: str) -> str:
    return text.split("\n")[span.line - 1][span.column - 1 : span.end - 1]


def _fits_alone(fault: Diagnostic) -> bool:
    """Whether what it offers is one line, which takes the place of its own, stays where that stands, and has the same
    numbers.
    """
    if isinstance(fault, wrong.values.OutOfRange) or (isinstance(fault, wrong.values.TooManyValues) and fault.guessed):
        return False
    paste = fault.to_paste()
    return paste is not None and "\n" not in paste and not paste.startswith((" ", "--")) and not fault.adds_lines
