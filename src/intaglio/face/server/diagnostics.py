"""Diagnostics: what `gen check` says of a page, as an editor shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types as lsp

from intaglio.face.server.page import Page
from intaglio.lang.diagnostic import Diagnostic, Level

SOURCE = "gen"
# A remark asks for a look; one that says how a script could be tidier only shows dots.
QUIET = frozenset({"G013", "G015"})
UNNECESSARY = frozenset({"G305"})


@dataclass(frozen=True, slots=True)
class Asks:
    """What an editor can show. `pages` is where it opens the page behind a code, with `{code}` in it."""

    related: bool = True
    tags: bool = True
    pages: str | None = None


PLAIN = Asks()


def published(page: Page, asks: Asks = PLAIN) -> list[lsp.Diagnostic]:
    """Everything that is said of a page."""
    return [shown(each, page, asks) for each in page.script.diagnostics]


def shown(diagnostic: Diagnostic, page: Page, asks: Asks = PLAIN) -> lsp.Diagnostic:
    """One diagnostic."""
    tag = [lsp.DiagnosticTag.Unnecessary] if asks.tags and diagnostic.code in UNNECESSARY else None
    page_of_code = asks.pages.replace("{code}", diagnostic.code) if asks.pages else None
    return lsp.Diagnostic(
        range=page.sheet.range(diagnostic.span),
        message=worded(diagnostic),
        severity=_severity(diagnostic),
        code=diagnostic.code,
        code_description=lsp.CodeDescription(href=page_of_code) if page_of_code else None,
        source=SOURCE,
        tags=tag,
        related_information=[*_related(diagnostic, page)] or None if asks.related else None,
    )


def worded(diagnostic: Diagnostic) -> str:
    """Message and suggestion, as the terminal shows them; editors that show one line show what is wrong."""
    suggestion = diagnostic.suggestion()
    message = " ".join(diagnostic.message().split())
    if suggestion is None:
        return message
    room = "\n" if diagnostic.invitation() != "Try" else "   "
    return f"{message}\n\n{diagnostic.invitation()}{room}{suggestion}"


def _severity(diagnostic: Diagnostic) -> lsp.DiagnosticSeverity:
    if diagnostic.level is Level.MISTAKE:
        return lsp.DiagnosticSeverity.Error
    return lsp.DiagnosticSeverity.Hint if diagnostic.code in QUIET else lsp.DiagnosticSeverity.Information


def _related(diagnostic: Diagnostic, page: Page) -> Iterator[lsp.DiagnosticRelatedInformation]:
    for span in diagnostic.also:
        line = page.sheet.line(span.line).strip()
        yield lsp.DiagnosticRelatedInformation(lsp.Location(page.uri, page.sheet.range(span)), line)
    for spot in diagnostic.beyond:
        other = page.recipes.called(spot.file) if spot.file and page.recipes else page
        if other is not None:
            where = lsp.Location(other.uri, other.sheet.range(spot.span))
            yield lsp.DiagnosticRelatedInformation(where, spot.text.strip())
