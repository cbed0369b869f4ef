"""An editor, as far as the protocol sees one: it starts `gen-lsp`, and speaks with it over stdio."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

SERVER = ("-m", "intaglio.face.server.main")
PATIENCE = 60  # seconds; the machine may be busy


def abilities(*encodings: str, files: bool = True) -> lsp.ClientCapabilities:
    """What an editor of today can do; `files` tells that it can rename those."""
    can = [lsp.ResourceOperationKind.Rename] if files else []
    return lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(position_encodings=[*encodings] or None),
        workspace=lsp.WorkspaceClientCapabilities(
            inlay_hint=lsp.InlayHintWorkspaceClientCapabilities(refresh_support=True),
            workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=True, resource_operations=can),
        ),
        text_document=lsp.TextDocumentClientCapabilities(
            publish_diagnostics=lsp.PublishDiagnosticsClientCapabilities(
                related_information=True,
                tag_support=lsp.ClientDiagnosticsTagOptions([lsp.DiagnosticTag.Unnecessary]),
                code_description_support=True,
            ),
            completion=lsp.CompletionClientCapabilities(
                completion_item=lsp.ClientCompletionItemOptions(snippet_support=True)
            ),
            rename=lsp.RenameClientCapabilities(prepare_support=True),
        ),
    )


@dataclass
class Editor:
    """One editor. `told` has every set of diagnostics that it was sent, the last one last."""

    client: LanguageClient
    told: list[lsp.PublishDiagnosticsParams] = field(default_factory=list)
    refreshed: asyncio.Event = field(default_factory=asyncio.Event)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    units: str = ""
    capabilities: lsp.ServerCapabilities = field(default_factory=lsp.ServerCapabilities)
    version: int = 0

    def open(self, path: Path, text: str) -> lsp.TextDocumentIdentifier:
        """Open a document with this text."""
        self.version += 1
        item = lsp.TextDocumentItem(path.as_uri(), "gen", self.version, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return lsp.TextDocumentIdentifier(path.as_uri())

    def type(self, document: lsp.TextDocumentIdentifier, stretch: lsp.Range, text: str) -> None:
        """Put a text in the place of a stretch."""
        self.version += 1
        change = lsp.TextDocumentContentChangePartial(range=stretch, text=text)
        versioned = lsp.VersionedTextDocumentIdentifier(self.version, document.uri)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(versioned, [change]))

    async def codes(self, document: lsp.TextDocumentIdentifier | None = None) -> list[str]:
        """The codes of the diagnostics of what was last typed; of a document, those that it is told of next."""
        known = len(self.told) if document else 0
        while not any(self._answers(each, document) for each in self.told[known:]):
            self.heard.clear()
            await asyncio.wait_for(self.heard.wait(), PATIENCE)
        found = next(each for each in reversed(self.told) if self._answers(each, document))
        return [str(each.code) for each in found.diagnostics]

    def _answers(self, told: lsp.PublishDiagnosticsParams, document: lsp.TextDocumentIdentifier | None) -> bool:
        return told.version == self.version if document is None else told.uri == document.uri


@asynccontextmanager
async def editing(
    folder: Path, *encodings: str, server: Sequence[str] = SERVER, options: Any = None, files: bool = True
) -> AsyncIterator[Editor]:
    """An editor with a folder open. It ends the server as editors do, which then has to have ended well."""
    client = LanguageClient("an editor", "1")
    editor = Editor(client)

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: lsp.PublishDiagnosticsParams) -> None:
        editor.told.append(params)
        editor.heard.set()

    @client.feature(lsp.WORKSPACE_INLAY_HINT_REFRESH)
    def refreshed(params: Any) -> None:
        editor.refreshed.set()

    await client.start_io(sys.executable, *server, cwd=folder)
    folders = [lsp.WorkspaceFolder(folder.as_uri(), folder.name)]
    asked = lsp.InitializeParams(
        abilities(*encodings, files=files), workspace_folders=folders, initialization_options=options
    )
    begun = await asyncio.wait_for(client.initialize_async(asked), PATIENCE)
    editor.capabilities, editor.units = begun.capabilities, str(begun.capabilities.position_encoding)
    client.initialized(lsp.InitializedParams())
    yield editor
    await asyncio.wait_for(client.shutdown_async(None), PATIENCE)
    client.exit(None)
    process = client._server
    assert process is not None
    assert 0 == await asyncio.wait_for(process.wait(), PATIENCE)
    await client.stop()


def at(line: int, character: int, end: int | None = None) -> lsp.Range:
    """A stretch of a line, counted from 0."""
    return lsp.Range(lsp.Position(line, character), lsp.Position(line, character if end is None else end))
