"""Complaints: what the parser did to a broken line comes in, the one diagnostic that tells of it goes out.

A line is told of once: later changes on it mostly follow from the first, and the line to paste mends them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from intaglio.lang import diagnostics as wrong
from intaglio.lang.diagnostic import Diagnostic, Edit
from intaglio.lang.grammar import is_read
from intaglio.lang.patterns import pattern
from intaglio.lang.records import replace
from intaglio.lang.repair import Reading, read_line
from intaglio.lang.span import Span
from intaglio.lang.spelling import spell
from intaglio.lang.tree import Line, Reference, Repair
from intaglio.lang.vocabulary import OWN_VERBS, RESERVED

if TYPE_CHECKING:
    from intaglio.lang.habits import Habit

_EXPECTED = {"NAME": "a name or a value", "AS": "`as`", "RIGHT": "a closing parenthesis", "EQUAL": "an equals sign"}
_MEANT = {"STRING": "STRING", "PATH": "PATH", "COMMA": ",", "AND": "and", "OR": "or", "IS": "is"}
_PERCENT = pattern(r".*[^\d\s%]\s+(?P<mark>%+)\s+(?!(?:to|by|and|or|is)\b)[^\W\d][^%]*$")  # LaTeX's note, no share
_TAKEN = {
    **dict.fromkeys(("images", "pictures", "photos", "photographs", "sketches", "material"), "images"),
    **dict.fromkeys(("model", "network"), "model"),
}
_COMPARED = {"=>": ">=", "=<": "<=", "<>": "!="}


def complain(line: Line, reading: Reading) -> Diagnostic:
    """The diagnostic of a line that was repaired or refused."""
    if reading.refused:
        return wrong.syntax.TooMuchOnALine(span=line.span(), length=len(line.text))
    if reading.habit is not None:
        return _written_elsewhere(line, reading.habit)
    # An open text swallows the rest of its line, so that nothing else there can be told for sure.
    told = next((r for r in line.repairs if r.token_kind == "OPEN_STRING"), None)
    told = told or min(line.repairs, key=lambda repair: repair.start)
    if _reads_like_prose(line):
        note = f"-- {line.text}"
        return wrong.syntax.NoteWithoutDashes(span=line.span(), paste=note, edit=_whole(line, note))
    percent = _PERCENT.match(line.text)
    if percent is not None and is_read(line.text[: percent.start("mark")]):
        start, end = percent.span("mark")
        said = f"{line.text[:start].rstrip()}  -- {line.text[end:].strip()}"
        span = line.span(start, end)
        return wrong.syntax.ForeignPunctuation(span=span, paste=said, mark="%", meant="NOTE")
    paste = spell(reading.mended) if reading.mended is not None and not any(map(_loses, line.repairs)) else None
    return _worded(line, told, paste)


def _written_elsewhere(line: Line, habit: Habit) -> Diagnostic:
    """The diagnostic of a line that is written as elsewhere, with each line that it may be meant as."""
    span = line.span(habit.start, habit.end)
    beneath = {"takes" if child.form == "takes" else child.head.text for child in line.children if child.head}
    ways = [way for way in habit.meant if beneath.isdisjoint(_first_words(way))] or [*habit.meant]
    ways = [way.replace("\n  ", "\n  " + " " * (line.pieces[0].column - 1)) for way in ways]  # as far in as it stands
    first, *rest = (
        wrong.syntax.HabitFromElsewhere(
            span=span, why=habit.why, paste=way, edit=None if "\n" in way else _whole(line, way)
        )
        for way in ways
    )
    note = line.text.lstrip("-*• ")
    if note != line.text and f"-- {note}" not in habit.meant:
        rest.append(replace(first, paste=f"-- {note}", edit=_whole(line, f"-- {note}")))
    return replace(first, instead=tuple(rest))


def _first_words(way: str) -> list[str]:
    """The first word of each further line that something is meant as: what stands beneath already is not put there."""
    return [line.split()[0] for line in way.split("\n")[1:] if line.startswith(" ")]


def _reads_like_prose(line: Line) -> bool:
    """Whether a line that took much repair is a sentence of plain words."""
    if len(line.repairs) < 3 or not (line.text[0].isupper() or line.text[-1] in ".!?…"):
        return False
    words = [word.strip(",.;:!?'’\"“”") for word in line.text.split()]
    plain = sum(word.isalpha() for word in words)
    return plain > 3 and plain >= 0.8 * len(words)


def _loses(repair: Repair) -> bool:
    """Whether the repair left out something that was said, so that its line is not one to paste."""
    if repair.action == "drop" or (repair.action == "delete" and repair.token_kind in ("COMPARE", "SIGN", "SCALE")):
        return True
    said = any(map(str.isalnum, repair.token)) and repair.token_kind not in ("FOREIGN_NOTE", "OPEN_STRING")
    return repair.action == "delete" and said and repair.token not in (repair.before, *RESERVED)


def _worded(line: Line, told: Repair, paste: str | None) -> Diagnostic:
    span = _place(line, told)
    edit = _whole(line, paste)
    match told:
        case Repair(token_kind="OPEN_STRING"):
            without = _sound(line.text[: told.start] + line.text[told.start + 1 :])
            unmarked = wrong.syntax.OpenText(span=span, edit=_whole(line, without), paste=without)
            return wrong.syntax.OpenText(span=span, edit=edit, paste=paste, instead=(unmarked,))
        case Repair(token_kind="FOREIGN_NUMBER"):
            return wrong.syntax.DecimalComma(span=span, edit=edit, paste=paste, number=told.token)
        case Repair(token_kind="FOREIGN_NOTE"):
            return _foreign_note(line, told)
        case Repair(action="insert", expected="COMMA"):
            return _missing_comma(line, told, paste, edit)
        case Repair(action="insert", expected="EQUAL"):
            return wrong.syntax.LetWithoutEquals(span=span, edit=edit, paste=paste)
        case Repair(action="insert"):
            return _unfinished(line, told, paste)
        case Repair(action="replace" | "delete") if told.token in RESERVED:
            named = told.action == "replace"
            twice = told.action == "delete" and told.token == told.before
            return wrong.syntax.ReservedWord(span=span, paste=paste, word=told.token, named=named, twice=twice)
        case Repair(action="replace"):
            meant = _COMPARED.get(told.token, _MEANT.get(told.expected, ""))
            return wrong.syntax.ForeignPunctuation(span=span, edit=edit, paste=paste, mark=told.token, meant=meant)
        case Repair(action="delete") if not any(map(str.isalnum, told.token)):
            named = line.depth == 0 and told.before_kind == "NAME" and told.before not in OWN_VERBS
            if told.token == "=" and named:
                let = _sound(f"let {line.text}")
                if let is not None:
                    return wrong.syntax.ForeignPunctuation(
                        span=span, edit=_whole(line, let), paste=let, mark="=", meant="LET"
                    )
            alone = _is_litter(line)
            edit = Edit(line.span(), "") if alone else edit
            return wrong.syntax.ForeignPunctuation(span=span, edit=edit, paste=paste, mark=told.token, alone=alone)
        case Repair(action="delete") if told.token == told.before:
            return wrong.syntax.MissingComma(span=span, paste=paste, before=told.before, after=told.token, twice=True)
        case _:
            return wrong.syntax.LostThread(span=span, paste=paste, token=told.token)


def _is_litter(line: Line) -> bool:
    """Whether a line holds nothing but marks that gen has no use for: `}`."""
    return len(line.pieces) == 1 and not any(map(str.isalnum, line.text)) and not line.children


def _whole(line: Line, paste: str | None) -> Edit | None:
    """The edit that puts `paste` in the line's place, where the line stands on one physical line."""
    return Edit(line.span(), paste) if paste is not None and len(line.pieces) == 1 else None


def _sound(text: str) -> str | None:
    """The canonical spelling of a text, where it follows the grammar."""
    return None if read_line(text).repairs else spell(text)


def _place(line: Line, told: Repair) -> Span:
    """Where the fault is: the token itself, or at the line's end the one before."""
    if told.token_kind != "$END":
        return line.span(told.start, told.end)
    end = len(line.text)
    return line.span(end - len(told.before), end)


def _missing_comma(line: Line, told: Repair, paste: str | None, edit: Edit | None) -> Diagnostic:
    span = line.span(told.start, told.end)
    start = line.text[: told.start].split()
    if len(start) == 2 and start[0] == start[1]:
        paste = _sound(line.text[len(start[0]) :])
        return wrong.syntax.MissingComma(
            span=span, edit=_whole(line, paste), paste=paste, before=start[0], after=start[1], twice=True
        )
    material = (
        line.depth == 0
        and len(line.repairs) == 1
        and line.form == "plain"
        and told.token_kind == told.before_kind == "NAME"
        and bool(line.values)
        and isinstance(line.values[0], Reference)
        and len(start) == 2
    )
    fault = wrong.syntax.MissingComma(
        span=span, edit=edit, paste=paste, before=told.before, after=told.token, material=material
    )
    if not material:
        return fault
    made_from, made_with = (
        replace(fault, edit=None, paste=_sound(f"{line.text[: told.start]} {word} {line.text[told.start :]}"))
        for word in ("from", "with")
    )
    return replace(made_from, instead=(made_with,))


def _unfinished(line: Line, told: Repair, paste: str | None) -> Diagnostic:
    expected = _EXPECTED[told.expected]
    stem = line.text[: told.start].rstrip() if told.expected == "NAME" else ""
    more = ""
    if told.expected == "AS" and line.form == "takes" and line.head is not None and not told.token:
        more = "What may be given follows it: `as images`, `as model`, `as text`, or numbers, `as 1 to 100`."
        kind = _TAKEN.get(line.head.text.lower(), "")
        paste = paste or (f"{line.text} as {kind}" if kind else None)
    return wrong.syntax.UnfinishedLine(
        span=_place(line, told),
        paste=paste,
        after=told.before,
        found=told.token,
        expected=expected,
        stem=stem,
        more=more,
    )


def _foreign_note(line: Line, told: Repair) -> Diagnostic:
    mark = "//" if told.token.startswith("//") else told.token[0]
    span = line.span(told.start, told.start + len(mark))
    note = told.token[len(mark) :].lstrip("#").strip()
    paste = f"{line.text[: told.start].rstrip()}  -- {note}".strip()
    edit = Edit(span, "--") if told.token[len(mark) :].startswith(" ") else Edit(span, "-- ")
    return wrong.syntax.ForeignPunctuation(span=span, edit=edit, paste=paste, mark=mark, meant="NOTE")


def with_names(found: list[Diagnostic], lines: Sequence[Line]) -> list[Diagnostic]:
    """The diagnostics, those of lines that stop after `from` or `with` with the names made above, nearest first."""
    return [
        replace(diagnostic, fits=_names_above(lines, diagnostic.span.line))
        if isinstance(diagnostic, wrong.syntax.UnfinishedLine)
        and diagnostic.after in ("from", "with")
        and diagnostic.stem != diagnostic.after
        else diagnostic
        for diagnostic in found
    ]


def _names_above(lines: Sequence[Line], number: int) -> tuple[str, ...]:
    made = (
        line.values[0].parts[0]
        for line in reversed(lines)
        if line.number < number and line.form == "plain" and line.values and isinstance(line.values[0], Reference)
    )
    return tuple(islice(made, 5))
