"""Diagnostics as pages for a terminal, as single lines, and as data.

The three say the same, and get it from the diagnostic: a page shows the author's line with a rule under the exact
place. It refuses to know any code by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from intaglio.face.terminal import Terminal
from intaglio.face.text import cells, excerpt, fit, pasted, several, visible, wrap
from intaglio.lang.diagnostic import Diagnostic, Edit, Level, Spot
from intaglio.lang.layout import physical_lines
from intaglio.lang.span import Span

GUTTER = 6  # columns of a line's number
MOST = 50  # diagnostics at their normal length


def pages(diagnostics: Sequence[Diagnostic], text: str, script: Path, terminal: Terminal, file: str = "") -> str:
    """The first diagnostics at their normal length, how to see the rest, and a line that counts them all.

    `file` is what the script is called where a place is told; its bare name without it.
    """
    lines = physical_lines(text)
    chosen = first(diagnostics)
    shown = [line for each in chosen for line in [*page(each, lines, file or script.name, terminal), ""]]
    if len(chosen) < len(diagnostics):
        all_of_them = pasted("gen", "check", script, "--brief")
        shown += [f"and {len(diagnostics) - len(chosen):,} more. All of them, a line each: {all_of_them}", ""]
    return "\n".join([*shown, tally(diagnostics)])


def first(diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """As many as anybody reads, in their order: rather mistakes than remarks, rather early than late ones."""
    ranked = sorted(range(len(diagnostics)), key=lambda i: diagnostics[i].level is not Level.MISTAKE)
    return [diagnostics[i] for i in sorted(ranked[:MOST])]


def page(diagnostic: Diagnostic, lines: Sequence[str], file: str, terminal: Terminal) -> list[str]:
    """One diagnostic: a rule with its title, the line, the place, the message, and what to try."""
    shown = [head(diagnostic, file, terminal), ""]
    shown += quoted(lines, diagnostic.span, diagnostic.also, terminal)
    shown += [*beyond(diagnostic.beyond, terminal), ""]
    shown += [f"  {line}".rstrip() for line in wrap(diagnostic.message(), terminal.page - 2)]
    suggestion = diagnostic.suggestion()
    if suggestion is not None:
        shown += ["", *tried(suggestion, terminal, diagnostic.invitation())]
    return shown


def head(diagnostic: Diagnostic, file: str, terminal: Terminal) -> str:
    """`── Title ─────── G204 · table.gen:29:14`."""
    place = f"{file}:{diagnostic.span.line}:{diagnostic.span.column}"
    return ruled(diagnostic.title, f"{diagnostic.code} · {place}", diagnostic.level.value, terminal)


def ruled(title: str, place: str, style: str, terminal: Terminal) -> str:
    """A rule across the page with a title at its left end and a place at its right."""
    right = fit(visible(place), terminal.page - 8)
    left = fit(visible(title), terminal.page - cells(right) - 7)
    dashes = "─" * max(2, terminal.page - cells(left) - cells(right) - 5)
    return terminal.paint(f"── {left} {dashes} {right}", style)


def quoted(lines: Sequence[str], span: Span, also: Sequence[Span], terminal: Terminal) -> list[str]:
    """The lines that a message speaks of, in their order, the one at fault with a rule under the place."""
    shown = []
    room = terminal.page - GUTTER - 2
    before = None
    for number in sorted({span.line, *(each.line for each in also)}):
        if before is not None and number > before + 1:
            shown.append(_margin("┆"))
        before = number
        if number != span.line:
            shown.append(f"{_margin('│', number)} {fit(visible(_line(lines, number)), room)}")
            continue
        text, at, width = excerpt(_line(lines, number), span.column - 1, span.end - 1, room)
        shown.append(f"{_margin('│', number)} {text}".rstrip())
        shown.append(f"{_margin('│')} {' ' * at}{terminal.paint('─' * width, 'place')}")
    return shown


def beyond(spots: Sequence[Spot], terminal: Terminal, file: str = "") -> list[str]:
    """The lines of other files that a message speaks of, each beneath the name of its file; `file` is the script."""
    shown = []
    for spot in spots:
        name = fit(visible(spot.file or file), terminal.page - GUTTER - 5)
        text, at, width = excerpt(spot.text, spot.span.column - 1, spot.span.end - 1, terminal.page - GUTTER - 2)
        shown += [_margin("┆"), f"{_margin('┆')} {terminal.paint(name, 'quiet')}"]
        shown += [f"{_margin('│', spot.span.line)} {text}".rstrip()]
        shown += [f"{_margin('│')} {' ' * at}{terminal.paint('─' * width, 'quiet')}"]
    return shown


def _margin(bar: str, number: int | None = None) -> str:
    return f"{'' if number is None else number:>{GUTTER - 1}} {bar}"


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def tried(suggestion: str, terminal: Terminal, invitation: str = "Try") -> list[str]:
    """`Try` and what to paste after it; beneath it, where it says at length where that goes."""
    lines = [f"        {visible(line)}".rstrip() for line in suggestion.split("\n")]
    invited = f"  {terminal.paint(invitation, 'good')}"
    return [f"{invited}   {lines[0][8:]}", *lines[1:]] if invitation == "Try" else [invited, *lines]


def tally(diagnostics: Sequence[Diagnostic]) -> str:
    """`2 mistakes, 1 remark.`, or that there is nothing to correct."""
    mistakes = sum(each.level is Level.MISTAKE for each in diagnostics)
    remarks = len(diagnostics) - mistakes
    if not diagnostics:
        return "Nothing to correct."
    counts = [several(mistakes, "mistake")] if mistakes or not remarks else []
    return ", ".join(counts + ([several(remarks, "remark")] if remarks else [])) + "."


def brief(diagnostic: Diagnostic, file: str) -> str:
    """One diagnostic on one line, as compilers say it: `table.gen:29:14: G204 Out of range: `truncation` goes …`."""
    place = f"{file}:{diagnostic.span.line}:{diagnostic.span.column}"
    message = " ".join(diagnostic.message().split())
    return visible(f"{place}: {diagnostic.code} {diagnostic.title}: {message}")


def as_data(diagnostic: Diagnostic, file: str) -> dict[str, Any]:
    """One diagnostic as `--json` prints it. Lines and columns count from 1; `end` is the column after the place."""
    edit = diagnostic.edit
    return {
        "code": diagnostic.code,
        "level": diagnostic.level.value,
        "title": diagnostic.title,
        "message": diagnostic.message(),
        "file": file,
        "span": _span(diagnostic.span),
        "also": [_span(span) for span in diagnostic.also],
        "beyond": [{"file": spot.file, "span": _span(spot.span)} for spot in diagnostic.beyond],
        "suggestion": diagnostic.suggestion(),
        "edit": None if edit is None else _edit(edit),
        "further": [] if edit is None else [_edit(each) for each in diagnostic.further],
        "certain": edit is not None and diagnostic.is_certain,
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {"span": _span(edit.span), "replacement": edit.replacement}


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end": span.end}
