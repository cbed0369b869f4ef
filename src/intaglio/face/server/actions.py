"""Code actions: what a diagnostic offers, as a change that an editor can make; and all of them at once.

Remedies were tried on the script before they are offered (`lang.remedy`); all at once are tried here.
"""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types as lsp

from intaglio.face.server import diagnostics
from intaglio.face.server.page import Page
from intaglio.face.server.text import overlapping
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.span import Span

FIX_ALL = "source.fixAll.gen"
QUICK = lsp.CodeActionKind.QuickFix.value
KINDS = [QUICK, FIX_ALL]
LONGEST = 60  # letters of a title


def offered(
    page: Page, stretch: lsp.Range, only: Sequence[str] | None = None, asks: diagnostics.Asks = diagnostics.PLAIN
) -> list[lsp.CodeAction]:
    """What can be done about the diagnostics of a stretch, and about all of them."""
    found: list[lsp.CodeAction] = []
    if wants(only, QUICK):
        for each in page.script.diagnostics:
            edit = change(each, page)
            if edit is not None and overlapping(page.sheet.range(each.span), stretch):
                found.append(_quick(each, edit, page, asks))
    if wants(only, FIX_ALL):
        edits = everything(page)
        if edits:
            found.append(lsp.CodeAction("Mend all that can be", kind=FIX_ALL, edit=_edit(page, edits)))
    return found


def wants(only: Sequence[str] | None, kind: str) -> bool:
    """Whether a kind of action is asked for; `source` asks for `source.fixAll.gen`."""
    asked = (each.value if isinstance(each, lsp.CodeActionKind) else each for each in only or ())
    return only is None or any(f"{kind}.".startswith(f"{each}.") for each in asked)


def change(diagnostic: Diagnostic, page: Page) -> lsp.TextEdit | None:
    """The change that a diagnostic offers: its edit, or else its suggestion in the place of its line."""
    if diagnostic.edit is not None:
        return page.sheet.edit(diagnostic.edit.span, diagnostic.edit.replacement)
    suggestion = diagnostic.suggestion()
    return None if suggestion is None else _pasted(suggestion, diagnostic.span, page)


def _pasted(suggestion: str, span: Span, page: Page) -> lsp.TextEdit:
    seat = page.outline.seat(span.line)
    first, last = (seat.line.number, seat.line.pieces[-1].line) if seat else (span.line, span.line)
    start = page.sheet.line(first)
    margin = start[: len(start) - len(start.lstrip())]
    new = "\n".join(line if line.startswith(" ") else margin + line for line in suggestion.split("\n"))
    return lsp.TextEdit(page.sheet.whole(first, last), page.sheet.ended(new))


def everything(page: Page) -> list[lsp.TextEdit]:
    """Changes for all mistakes and remarks that have an edit, one a line; none where not less would be wrong after."""
    edits: list[lsp.TextEdit] = []
    taken: set[int] = set()
    for each in page.script.diagnostics:
        for edit in (each.edit, *each.further) if each.edit is not None else ():
            if edit.span.line not in taken:
                edits.append(page.sheet.edit(edit.span, edit.replacement))  # within one line, so none overlap
                taken.add(edit.span.line)
    mended = page.understand(page.sheet.with_edits(edits).text).diagnostics if edits else ()
    return edits if edits and _weight(mended) < _weight(page.script.diagnostics) else []


def _weight(diagnostics: Sequence[Diagnostic]) -> tuple[int, int]:
    mistakes = sum(each.level is Level.MISTAKE for each in diagnostics)
    return mistakes, len(diagnostics)


def _quick(diagnostic: Diagnostic, edit: lsp.TextEdit, page: Page, asks: diagnostics.Asks) -> lsp.CodeAction:
    return lsp.CodeAction(
        title=_title(diagnostic),
        kind=QUICK,
        diagnostics=[diagnostics.shown(diagnostic, page, asks)],
        is_preferred=True,
        edit=_edit(page, [edit]),
    )


def _title(diagnostic: Diagnostic) -> str:
    """`Try: truncation 0.8`, `Try, beneath it: …`; without a line to paste, what the diagnostic is called."""
    suggestion = diagnostic.suggestion()
    if suggestion is None:
        return f"Mend: {diagnostic.title.lower()}"
    first, *rest = suggestion.strip().split("\n")
    cut = first if len(first) <= LONGEST else first[: LONGEST - 1] + "…"
    invitation = diagnostic.invitation().removesuffix(":")
    return f"{invitation}: {cut} …" if rest else f"{invitation}: {cut}"


def _edit(page: Page, edits: Sequence[lsp.TextEdit]) -> lsp.WorkspaceEdit:
    return lsp.WorkspaceEdit(changes={page.uri: list(edits)})
