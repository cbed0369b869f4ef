"""The wiring: messages of an editor come in, pages are asked, answers go out.

Nothing else here knows of the protocol's messages, of threads, or of time. Every ability is kept calm: what fails in
one is logged, and answered with nothing. Whatever may take a while (checking, planning) is done beside the loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from logging import LogRecord
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from intaglio import __version__
from intaglio.face.server import (
    actions,
    colours,
    completion,
    diagnostics,
    formatting,
    hints,
    hover,
    lenses,
    links,
    places,
    renaming,
    symbols,
)
from intaglio.face.server.aside import aside
from intaglio.face.server.calm import LOG, Calm
from intaglio.face.server.documents import Documents, path_of
from intaglio.face.server.neighbours import Neighbours
from intaglio.face.server.page import Page
from intaglio.face.server.text import Units
from intaglio.face.session import Session

QUIET_TIME = 0.12  # seconds without a keystroke after which a page is checked
WATCHED = ("**/*.gen", "**/.intaglio/history/*.json")

Params = TypeVar("Params")
Answer = TypeVar("Answer")


class Protocol(LanguageServerProtocol):
    """The protocol, without pygls' own documents: those end lines at characters that no editor ends one at, and change
    positions that they are given. `Documents` keeps the texts.
    """

    @lsp_method(lsp.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: lsp.DidOpenTextDocumentParams) -> Generator[Any, Any, None]:
        """Only tell the server."""
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        """Only tell the server."""
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: lsp.DidCloseTextDocumentParams) -> Generator[Any, Any, None]:
        """Only tell the server."""
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class CannotAnswer(JsonRpcException):
    """A request that cannot be met, for a reason that the artist is told."""

    CODE = lsp.LSPErrorCodes.RequestFailed.value


def is_refusal(record: LogRecord) -> bool:
    """Whether what is logged is only a request that cannot be met: the artist was told why."""
    return record.exc_info is not None and isinstance(record.exc_info[1], CannotAnswer)


@dataclass(slots=True)
class Outlook:
    """What is known of how a script's stages stand, and of what it was found out."""

    looker: hints.Looker
    standings: hints.Standings = field(default_factory=dict)
    of: tuple[Any, ...] | None = None
    under_way: bool = False


class Server(LanguageServer):
    """A language server for scores."""

    def __init__(self) -> None:
        super().__init__("gen-lsp", __version__, protocol_cls=Protocol)
        self.documents = Documents()
        self.asks = diagnostics.Asks()
        self.snippets = False
        self.markdown = True
        self.refreshes_hints = False
        self.watches = False
        self.renames_files = False
        self.due: dict[str, object] = {}  # by address: the check that was asked for last
        self.checking = asyncio.Lock()
        self.tasks: set[asyncio.Task[None]] = set()
        self.outlooks: dict[str, Outlook] = {}
        self.coloured: dict[str, tuple[str, list[int]]] = {}  # by address: the name of what was sent last, and it
        self.numbers = count(1)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What goes wrong between the editor and us is no business of the artist's."""
        if not isinstance(error, CannotAnswer):
            LOG.error("%s", error)

    def learn(self, params: lsp.InitializeParams) -> None:
        """What the editor can do."""
        document, workspace = params.capabilities.text_document, params.capabilities.workspace
        published = document.publish_diagnostics if document else None
        item = document.completion.completion_item if document and document.completion else None
        formats = document.hover.content_format if document and document.hover else None
        options = params.initialization_options
        pages = options.get("pages") if isinstance(options, dict) else None
        self.asks = diagnostics.Asks(
            related=bool(published and published.related_information),
            tags=bool(published and published.tag_support),
            pages=pages if isinstance(pages, str) and published and published.code_description_support else None,
        )
        self.snippets = bool(item and item.snippet_support)
        self.markdown = formats is None or lsp.MarkupKind.Markdown in formats
        hinted = workspace.inlay_hint if workspace else None
        self.refreshes_hints = bool(hinted and hinted.refresh_support)
        watched = workspace.did_change_watched_files if workspace else None
        self.watches = bool(watched and watched.dynamic_registration)
        edits = workspace.workspace_edit if workspace else None
        can = (edits.resource_operations if edits else None) or ()
        self.renames_files = lsp.ResourceOperationKind.Rename in can
        self.documents.units = Units.of(self.workspace.position_encoding)

    def page(self, uri: str) -> Page | None:
        """A document as it stands; None where it is not open."""
        return self.documents.pages.get(uri)

    @property
    def neighbours(self) -> Neighbours:
        """All pages that may share names."""
        folders = self.open_folders
        return Neighbours(lambda: self.documents.within(folders))

    @property
    def open_folders(self) -> list[Path]:
        """The folders that the editor has open."""
        uris = [folder.uri for folder in self.workspace.folders.values()]
        uris += [self.workspace.root_uri] if self.workspace.root_uri and not uris else []
        return [path for path in map(path_of, uris) if path is not None]

    # Diagnostics

    def check_soon(self, uri: str, after: float = QUIET_TIME) -> None:
        """Check a page once nobody has typed in it for a while."""
        self.due[uri] = turn = object()
        self.begin(self._check(uri, turn, after))

    def check_all_soon(self, uris: Sequence[str]) -> None:
        """The same for several."""
        for uri in uris:
            self.check_soon(uri)

    async def _check(self, uri: str, turn: object, after: float) -> None:
        """One at a time: who types in a long script waits for the last check of it, and not for those between."""
        await asyncio.sleep(after)
        async with self.checking:
            page = self.page(uri)
            if page is None or self.due[uri] is not turn:
                return
            with Calm("checking"):
                found = await aside(lambda: diagnostics.published(page, self.asks))
                if self.page(uri) is page:
                    told = lsp.PublishDiagnosticsParams(uri=uri, diagnostics=found, version=page.version)
                    self.text_document_publish_diagnostics(told)

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin some work beside everything else. The loop alone would forget it half-way."""
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    def look_again(self) -> None:
        """Something has changed on the disk."""
        self.documents.look_again()
        self.check_all_soon([*self.documents.pages])
        if self.refreshes_hints:
            self.workspace_inlay_hint_refresh(None)

    # How stages stand

    def standings(self, page: Page) -> hints.Standings:
        """What is known of them now. What may have changed since is found out aside, and then the editor asks again."""
        if page.path is None:
            return {}
        outlook = self.outlooks.get(page.uri)
        if outlook is None:
            within = [page.path.parent.resolve(), *(folder.resolve() for folder in self.open_folders)]
            outlook = self.outlooks[page.uri] = Outlook(hints.Looker(Session.at(page.path), within))
        if not outlook.under_way:
            outlook.under_way = True
            self.begin(self._look(page, outlook))
        return outlook.standings

    async def _look(self, page: Page, outlook: Outlook) -> None:
        try:
            with Calm("planning"):
                before = outlook.standings
                await aside(lambda: _find_out(page, outlook))
                if outlook.standings != before and self.refreshes_hints:
                    self.workspace_inlay_hint_refresh(None)
        finally:
            outlook.under_way = False


def _find_out(page: Page, outlook: Outlook) -> None:
    """Plan a page's program, unless that was done and nothing has moved."""
    script = page.script
    if script.program is None:
        return
    of = (script.program, hints.stamp(outlook.looker.session.store()), page.world)
    if outlook.of == of:
        return
    outlook.standings = outlook.looker.look(script.program, [path for _, path in script.paths])
    outlook.of = of


SERVER_OPTIONS = {
    lsp.TEXT_DOCUMENT_COMPLETION: lsp.CompletionOptions(trigger_characters=completion.TRIGGERS),
    lsp.TEXT_DOCUMENT_CODE_ACTION: lsp.CodeActionOptions(code_action_kinds=[*actions.KINDS]),
    lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: colours.LEGEND,
}


def served() -> Server:
    """A server with all abilities, not yet started."""
    server = Server()
    _follow(server)
    for method, ability in ABILITIES.items():
        _offer(server, method, ability)
    return server


def _offer(server: Server, method: str, ability: Callable[[Server, Page, Any], Answer]) -> None:
    """Let an ability answer a request about a page. It is asked aside: it may want the page checked."""

    async def answer(params: Any) -> Answer | None:
        page = server.page(params.text_document.uri)
        if page is None:
            return None
        with Calm(method, CannotAnswer):
            return await aside(lambda: ability(server, page, params))
        return None

    server.feature(method, SERVER_OPTIONS.get(method))(answer)


def _follow(server: Server) -> None:
    """What the editor tells: which documents are open, what is typed, what is saved."""

    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        server.learn(params)

    @server.feature(lsp.INITIALIZED)
    async def initialized(params: lsp.InitializedParams) -> None:
        if server.watches:
            watchers = [lsp.FileSystemWatcher(pattern) for pattern in WATCHED]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            registration = lsp.Registration("watched", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            with Calm("watching"), suppress(JsonRpcException):  # an editor that cannot after all is looked at on saving
                await server.client_register_capability_async(lsp.RegistrationParams([registration]))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        with Calm("opening"):
            others = server.documents.put(document.uri, document.text, document.version)
            server.check_soon(document.uri, after=0)
            server.check_all_soon(others)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        with Calm("typing"):
            others = server.documents.change(document.uri, params.content_changes, document.version)
            server.check_all_soon([document.uri, *others])

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.check_all_soon(server.documents.drop(uri))
        server.outlooks.pop(uri, None)
        server.coloured.pop(uri, None)
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        with Calm("saving"):
            server.look_again()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def moved(params: lsp.DidChangeWatchedFilesParams) -> None:
        with Calm("looking again"):
            server.look_again()

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    async def hinted(params: lsp.InlayHintParams) -> list[lsp.InlayHint] | None:
        page = server.page(params.text_document.uri)
        with Calm(lsp.TEXT_DOCUMENT_INLAY_HINT):
            if page is not None:
                standings = server.standings(page)
                return await aside(lambda: hints.shown(page, params.range, standings))
        return None

    @server.feature(lsp.WORKSPACE_SYMBOL)
    async def everywhere(params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol] | None:
        folders = server.open_folders
        with Calm(lsp.WORKSPACE_SYMBOL):
            return await aside(lambda: symbols.workspace(server.documents.within(folders), params.query))
        return None


# Abilities ---------------------------------------------------------------------------------------------------------


def _completion(server: Server, page: Page, params: lsp.CompletionParams) -> lsp.CompletionList:
    items = completion.items(page, page.sheet.place(params.position), snippets=server.snippets)
    return lsp.CompletionList(is_incomplete=False, items=items)


def _hover(server: Server, page: Page, params: lsp.HoverParams) -> lsp.Hover | None:
    return hover.at(page, page.sheet.place(params.position), markdown=server.markdown)


def _references(server: Server, page: Page, params: lsp.ReferenceParams) -> list[lsp.Location]:
    place = page.sheet.place(params.position)
    return places.references(page, place, server.neighbours, declaration=params.context.include_declaration)


def _prepared(server: Server, page: Page, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder:
    try:
        stretch, name = renaming.prepared(page, page.sheet.place(params.position))
    except renaming.CannotRename as reason:
        raise CannotAnswer(str(reason)) from None
    return lsp.PrepareRenamePlaceholder(stretch, name)


def _renamed(server: Server, page: Page, params: lsp.RenameParams) -> lsp.WorkspaceEdit:
    try:
        place = page.sheet.place(params.position)
        return renaming.renamed(page, place, params.new_name, server.neighbours, files=server.renames_files)
    except renaming.CannotRename as reason:
        raise CannotAnswer(str(reason)) from None


def _actions(server: Server, page: Page, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    return actions.offered(page, params.range, params.context.only, server.asks)


def _coloured(server: Server, page: Page, params: lsp.SemanticTokensParams) -> lsp.SemanticTokens:
    numbers = colours.whole(page)
    name = str(next(server.numbers))
    server.coloured[page.uri] = name, numbers
    return lsp.SemanticTokens(data=numbers, result_id=name)


def _recoloured(
    server: Server, page: Page, params: lsp.SemanticTokensDeltaParams
) -> lsp.SemanticTokens | lsp.SemanticTokensDelta:
    known, before = server.coloured.get(page.uri, ("", []))
    after = _coloured(server, page, lsp.SemanticTokensParams(params.text_document))
    if known != params.previous_result_id:
        return after
    return lsp.SemanticTokensDelta(edits=colours.changes(before, [*after.data]), result_id=after.result_id)


def _coloured_part(server: Server, page: Page, params: lsp.SemanticTokensRangeParams) -> lsp.SemanticTokens:
    return lsp.SemanticTokens(data=colours.part(page, params.range))


ABILITIES: dict[str, Callable[[Server, Page, Any], Any]] = {
    lsp.TEXT_DOCUMENT_COMPLETION: _completion,
    lsp.TEXT_DOCUMENT_HOVER: _hover,
    lsp.TEXT_DOCUMENT_DEFINITION: lambda _, page, params: places.definition(page, page.sheet.place(params.position)),
    lsp.TEXT_DOCUMENT_REFERENCES: _references,
    lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: lambda _, page, params: places.highlights(
        page, page.sheet.place(params.position)
    ),
    lsp.TEXT_DOCUMENT_PREPARE_RENAME: _prepared,
    lsp.TEXT_DOCUMENT_RENAME: _renamed,
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: lambda _, page, params: symbols.document(page),
    lsp.TEXT_DOCUMENT_FOLDING_RANGE: lambda _, page, params: symbols.folds(page),
    lsp.TEXT_DOCUMENT_FORMATTING: lambda _, page, params: formatting.whole(page),
    lsp.TEXT_DOCUMENT_RANGE_FORMATTING: lambda _, page, params: formatting.part(page, params.range),
    lsp.TEXT_DOCUMENT_DOCUMENT_LINK: lambda _, page, params: links.found(page),
    lsp.TEXT_DOCUMENT_CODE_ACTION: _actions,
    lsp.TEXT_DOCUMENT_CODE_LENS: lambda _, page, params: lenses.shown(page),
    lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: _coloured,
    lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA: _recoloured,
    lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE: _coloured_part,
}
