"""Remedies: what a diagnostic offers is tried on its script before it is offered.

A script and its diagnostics come in; the same diagnostics go out, each with the first of its remedies after which it is
told no longer and its line has no mistake that it did not have. One that has none is told without. So nothing is
offered that is itself a mistake, whatever part of the checker made it up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intaglio.lang.diagnostic import Diagnostic, Edit, Level
from intaglio.lang.diagnostics.world import NoSuchPlace
from intaglio.lang.layout import physical_lines

if TYPE_CHECKING:
    from intaglio.lang.script import Script
    from intaglio.lang.tree import Tree

ENOUGH = 20_000  # lines read again for one script; what is still untried then is offered as it is

Read = Callable[[str], "Script"]


def tried(script: Script, read: Read) -> tuple[Diagnostic, ...]:
    """The script's diagnostics, with remedies that mend."""
    if not any(each.edit or each.suggestion() for each in script.diagnostics):
        return script.diagnostics
    trial = _Trial(script, read)
    return tuple(trial.best(each) for each in script.diagnostics)


@dataclass(frozen=True, slots=True)
class _Mended:
    """The text with a remedy applied, and where the line at fault is then."""

    text: str
    lines: range


class _Trial:
    def __init__(self, script: Script, read: Read) -> None:
        self._script = script
        self._read = read
        self._lines = physical_lines(script.text)
        self._whole = _logical_lines(script.tree)
        self._left = ENOUGH

    def best(self, fault: Diagnostic) -> Diagnostic:
        """The fault with the first of its remedies that mends."""
        for one in fault.remedies():
            if one.edit is None and one.suggestion() is None:
                continue
            if self._left < len(self._lines):
                return one
            if self._mends(one):
                return one
        return fault.without_remedy()

    def _mends(self, fault: Diagnostic) -> bool:
        where = self._whole.get(fault.span.line, range(fault.span.line, fault.span.line + 1))
        return all(self._is_better(fault, where, mended) for mended in self._ways(fault, where))

    def _ways(self, fault: Diagnostic, where: range) -> Iterator[_Mended]:
        """What becomes of the text by the edit, and by what there is to paste."""
        paste = fault.suggestion()
        if fault.edit is not None:
            yield self._edited(fault.edit, where)
        if paste is not None and not (fault.edit and fault.edit.adds_lines):
            yield self._pasted(paste, where)

    def _edited(self, edit: Edit, where: range) -> _Mended:
        lines = [*self._lines]
        at, span = edit.span.line, edit.span
        lines[at - 1] = lines[at - 1][: span.column - 1] + edit.replacement + lines[at - 1][span.end - 1 :]
        more = edit.replacement.count("\n")
        start = where.start + (more if at < where.start else 0)
        return _Mended("\n".join(lines), range(start, where.stop + more))

    def _pasted(self, paste: str, where: range) -> _Mended:
        first = self._lines[where.start - 1]
        margin = first[: len(first) - len(first.lstrip())]
        new = [line if line.startswith(" ") else margin + line for line in paste.split("\n")]
        lines = [*self._lines[: where.start - 1], *new, *self._lines[where.stop - 1 :]]
        return _Mended("\n".join(lines), range(where.start, where.start + len(new)))

    def _is_better(self, fault: Diagnostic, where: range, mended: _Mended) -> bool:
        """Whether the fault is gone, and nothing else is wrong with the line that was not before."""
        self._left -= len(self._lines)
        before, after = self._script.diagnostics, self._read(mended.text).diagnostics
        if _count(after, mended.lines)[fault.code] >= _count(before, where)[fault.code]:
            return False
        said = "\n".join(self._lines[number - 1] for number in where)
        return not _mistakes(after, mended.lines, said) - _mistakes(before, where, said)


def _logical_lines(tree: Tree) -> dict[int, range]:
    """For each physical line, all that its logical line stands on."""
    found: dict[int, range] = {}
    waiting = [*tree.lines]
    while waiting:
        line = waiting.pop()
        waiting += line.children
        whole = range(line.number, line.pieces[-1].line + 1)
        found.update(dict.fromkeys(whole, whole))
    return found


def _count(diagnostics: Iterable[Diagnostic], lines: range) -> Counter[str]:
    return Counter(each.code for each in diagnostics if each.span.line in lines)


def _mistakes(diagnostics: Sequence[Diagnostic], lines: range, said: str) -> Counter[str]:
    """The mistakes of these lines. That nothing lies in a place which the author named is no remedy's doing."""
    mine = (each for each in diagnostics if not (isinstance(each, NoSuchPlace) and each.path in said))
    return _count((each for each in mine if each.level is Level.MISTAKE), lines)
