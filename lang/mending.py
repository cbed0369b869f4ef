"""Mending: a text with mistakes comes in; the text with all edits that are certain, and what was done to it, go out.

An edit is certain where it says what its line says already, as gen writes it (`Diagnostic.is_certain`), and is kept
where less is wrong after it. What one edit brings to light is mended too; a line that is a mistake even then stays as
it was written, but for its margin. Everything else of the text stays as it is: its ends of lines, its byte-order mark,
its notes.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from intaglio.lang.diagnostic import Diagnostic, Edit, Level
from intaglio.lang.diagnostics.layout import CrookedMargin, TabInTheMargin
from intaglio.lang.diagnostics.world import NoSuchPlace
from intaglio.lang.formatter import format_text
from intaglio.lang.layout import STEP, lay_out
from intaglio.lang.records import dataclass, replace
from intaglio.lang.remedy import logical_lines
from intaglio.lang.script import Script

ROUNDS = 50  # of reading the text again; a line with more mistakes than that is no line that anyone wrote
TOGETHER = 3  # times that the edits of a round are tried together, each time without those that mend nothing
OF_MARGINS = frozenset((TabInTheMargin.code, CrookedMargin.code))
ALONE = 50  # edits of a round that are then tried by themselves

Read = Callable[[str], Script]

_END = re.compile(r"\r\n|\r|\n")  # as the layout pass reads ends of lines
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Change:
    """A line that was mended: its number as the text stands now, what it was, what it is, and the codes that led there.

    `before` is None of a line that was put in.
    """

    number: int
    before: str | None
    after: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after mending, what was done, and the script that it is now."""

    text: str
    changes: tuple[Change, ...]
    script: Script


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    end: str
    before: str | None  # as it was written; None where it was put in
    codes: tuple[str, ...] = ()


def straightened(text: str, glance: Read, read: Read) -> str:
    """The text with each crooked line in the column that `gen check` tells of, where that is not the one deeper.

    Which of the two makes sense lies in the words, of which the layout knows nothing.
    """
    if not any(isinstance(each, CrookedMargin) for each in lay_out(text).diagnostics):
        return text  # unread: most scripts are straight
    lines: Sequence[_Line] = _cut(text)
    for _ in range(ROUNDS):
        script = glance(_text(lines, text))
        told = script.diagnostics
        moved = [now for was, now in zip(told, _placed(script, read), strict=True) if now is not was and now.edit]
        if not moved:
            break
        lines, _ = _edited(lines, _one_a_line(moved))
    return _text(lines, text)


def usual(text: str, glance: Read, read: Read) -> str:
    """The text in its usual layout, as `gen fmt` sets it: crooked lines straightened, line ends as most of it has."""
    told = format_text(straightened(text, glance, read))
    ends = Counter(_END.findall(text))
    return told.replace("\n", "\r\n") if ends["\r\n"] > ends["\n"] else told


def mend(text: str, glance: Read, read: Read) -> Mended:
    """Make every certain edit, until there is none left. `glance` reads a text without trying what it offers."""
    lines, script = _lightest(_cut(text), glance(text), glance, read)
    if _has_fallen(text, script.text):
        as_read = _at_depths(text)
        lines, script = _lightest(as_read, glance(_text(as_read, text)), glance, read)
    for _ in range(ROUNDS):
        whole = _without_halves(lines, script)
        if whole == lines:
            break
        lines, script = whole, glance(_text(whole, text))
    changes = [
        Change(number, line.before, line.text, line.codes)
        for number, line in enumerate(lines, 1)
        if line.before != line.text
    ]
    return Mended(_text(lines, text), tuple(changes), read(script.text))


def _lightest(lines: Sequence[_Line], script: Script, glance: Read, read: Read) -> tuple[Sequence[_Line], Script]:
    """The lines after all edits that make less wrong, and the script that they are."""
    for _ in range(ROUNDS):
        found = _lighter(lines, script, glance, read)
        if found is None:
            break
        lines, script = found
    return lines, script


def _has_fallen(text: str, mended: str) -> bool:
    """Whether a line of crooked ones lies deeper than it was read at, or another goes on with it, or is crooked still.

    One that nobody moved may come to that by what was moved around it.
    """
    was = lay_out(text)
    if not any(isinstance(each, CrookedMargin) for each in was.diagnostics):
        return False
    now = lay_out(mended)
    deeper = any(after.depth > before.depth for before, after in zip(was.rows, now.rows, strict=False))
    crooked = any(isinstance(each, CrookedMargin) for each in now.diagnostics)
    return deeper or crooked or len(now.rows) < len(was.rows)


def _at_depths(text: str) -> list[_Line]:
    """A text's lines, each that begins something moved to the depth that it was read at."""
    depths = {row.pieces[0].line: row.depth for row in lay_out(text).rows}
    found = []
    for number, line in enumerate(_cut(text), 1):
        margin = " " * STEP * depths.get(number, 0)
        stands = number not in depths or line.text.startswith(margin + line.text.strip()[:1])
        code = CrookedMargin.code
        found.append(line if stands else replace(line, text=margin + line.text.lstrip(), codes=(*line.codes, code)))
    return found


def _without_halves(lines: Sequence[_Line], script: Script) -> Sequence[_Line]:
    """The lines, those that are still mistakes as they were written: half of a mend says what nobody meant.

    Where a line stands is another matter than what it says, and stays mended.
    """
    whole = logical_lines(script.tree, {each.span.line for each in script.diagnostics})
    wrong = {line for each in script.diagnostics if _is_in_its_line(each) for line in whole.get(each.span.line, ())}
    return [_as_written(line) if number in wrong else line for number, line in enumerate(lines, 1)]


def _is_in_its_line(diagnostic: Diagnostic) -> bool:
    """Whether a mistake is one of what its line says, and not of what lies on a disk or is still to be added."""
    missing = isinstance(diagnostic, NoSuchPlace) or diagnostic.adds_lines
    return diagnostic.level is Level.MISTAKE and not missing


def _as_written(line: _Line) -> _Line:
    if line.before is None or OF_MARGINS.issuperset(line.codes):
        return line
    body = line.text.lstrip(" ")
    margin = line.text[: len(line.text) - len(body)]
    return replace(line, text=margin + line.before.lstrip(), codes=tuple(c for c in line.codes if c in OF_MARGINS))


def _lighter(lines: Sequence[_Line], script: Script, glance: Read, read: Read) -> tuple[Sequence[_Line], Script] | None:
    """The lines with a round of edits, and the script that they are; None where nothing is better after any."""
    certain = _one_a_line(each for each in _placed(script, read) if each.is_certain and each.edit is not None)
    together = certain
    for _ in range(TOGETHER):
        mended, places = _edited(lines, together)
        after = glance(_text(mended, script.text))
        good = _better(together, places, script, after)
        if together and good == together and _weight(after) < _weight(script):
            return mended, after
        if good == together:
            break  # lines that were not edited are worse: together they may say one thing twice
        together = good
    for each in certain[:ALONE] if len(certain) > 1 else ():
        mended, places = _edited(lines, [each])
        after = glance(_text(mended, script.text))
        if _better([each], places, script, after) and _weight(after) < _weight(script):
            return mended, after
    return None


def _placed(script: Script, read: Read) -> Sequence[Diagnostic]:
    """The script's diagnostics, each crooked line's with the column that is told of it when it has been tried."""
    if not any(isinstance(each, CrookedMargin) and each.instead for each in script.diagnostics):
        return script.diagnostics
    tried = {each.span: each for each in read(script.text).diagnostics if isinstance(each, CrookedMargin)}

    def placed(was: Diagnostic) -> Diagnostic:
        now = tried.get(was.span) if isinstance(was, CrookedMargin) else None
        return was if now is None or now.edit is None or now in (was, replace(was, instead=())) else now

    return [placed(each) for each in script.diagnostics]


def _better(mended: Sequence[Diagnostic], places: Mapping[int, int], before: Script, after: Script) -> list[Diagnostic]:
    """Those after whose edits less is wrong with their line than was, and no more with those mended beside it."""
    was, is_ = _wrongs(before), _wrongs(after)
    left = {(each.span.line, each.code) for each in after.diagnostics}

    def is_better(diagnostic: Diagnostic) -> bool:
        first, *further = (edit.span.line for edit in _edits(diagnostic))
        if diagnostic.code in OF_MARGINS:  # a straight margin brings to light what is wrong with the line besides
            return (places[first], diagnostic.code) not in left
        return is_[places[first]] < was[first] and all(is_[places[line]] <= was[line] for line in further)

    return list(filter(is_better, mended))


def _wrongs(script: Script) -> Mapping[int, tuple[int, int]]:
    """What is wrong with each line: how many mistakes, and how much in all. A mistake that is mended may bring a remark
    to light, and is mended all the same.
    """
    found = Counter(each.span.line for each in script.diagnostics)
    mistakes = Counter(each.span.line for each in script.diagnostics if each.level is Level.MISTAKE)
    return defaultdict(lambda: (0, 0), {line: (mistakes[line], count) for line, count in found.items()})


def _one_a_line(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The first for each line, so that no two edits meet."""
    found: list[Diagnostic] = []
    taken: set[int] = set()
    for each in diagnostics:
        places = {edit.span.line for edit in _edits(each)}
        if taken.isdisjoint(places):
            found.append(each)
            taken |= places
    return found


def _edits(diagnostic: Diagnostic) -> Iterator[Edit]:
    if diagnostic.edit is not None:
        yield diagnostic.edit
        yield from diagnostic.further


def _edited(lines: Sequence[_Line], diagnostics: Iterable[Diagnostic]) -> tuple[list[_Line], dict[int, int]]:
    """The lines after the edits of some diagnostics, and the number that each line has then."""
    by_line = {edit.span.line: (edit, each.code) for each in diagnostics for edit in _edits(each)}
    found: list[_Line] = []
    places: dict[int, int] = {}
    for number, line in enumerate(lines, 1):
        edit, code = by_line.get(number, (None, ""))
        found += [line] if edit is None else _with_edit(line, edit, code)
        places[number] = len(found)
    return found, places


def _with_edit(line: _Line, edit: Edit, code: str) -> list[_Line]:
    """A line after an edit, and those that the edit puts above it."""
    span = edit.span
    whole = line.text[: span.column - 1] + edit.replacement + line.text[span.end - 1 :]
    *above, last = whole.split("\n")
    end = line.end or "\n"
    codes = line.codes if code in line.codes else (*line.codes, code)
    return [*(_Line(each, end, None, (code,)) for each in above), replace(line, text=last, codes=codes)]


def _weight(script: Script) -> tuple[int, int, int]:
    mistakes = sum(each.level is Level.MISTAKE for each in script.diagnostics)
    crooked = sum(each.code in OF_MARGINS for each in script.diagnostics)
    return mistakes, crooked, len(script.diagnostics)


def _cut(text: str) -> list[_Line]:
    text = text.removeprefix(_MARK)
    starts = [0, *(match.end() for match in _END.finditer(text))]
    ends = [*_END.findall(text), ""]
    stops = [*(match.start() for match in _END.finditer(text)), len(text)]
    return [_Line(text[a:b], end, text[a:b]) for a, b, end in zip(starts, stops, ends, strict=True)]


def _text(lines: Iterable[_Line], original: str) -> str:
    mark = _MARK if original.startswith(_MARK) else ""
    return mark + "".join(line.text + line.end for line in lines)
