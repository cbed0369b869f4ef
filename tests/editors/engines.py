"""Three engines that colour scores: each takes texts, and gives for each text what stands where.

A mark's columns count letters, and end before the blanks at a line's end. Where what an engine needs is not there, its
tests are skipped; in continuous integration they fail.
"""

from __future__ import annotations

import ctypes
import json
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from intaglio.face.highlighting import TOKENS, GenLexer
from intaglio.lang.tokens import KINDS, Mark
from tests.needs import needed

EDITORS = Path(__file__).resolve().parents[2] / "editors"
EXTENSION = EDITORS / "vscode"
GRAMMAR = EDITORS / "tree-sitter-gen"


def by_pygments(texts: list[str]) -> list[list[Mark]]:
    kinds = {token: kind for kind, token in TOKENS.items()}

    def marks(text: str) -> Iterator[Mark]:
        for at, token, value in GenLexer().get_tokens_unprocessed(text):
            if token in kinds:
                start = at - (text.rfind("\n", 0, at) + 1) + 1
                yield Mark(text.count("\n", 0, at) + 1, start, start + len(value), kinds[token])

    return [list(marks(text)) for text in texts]


def by_textmate(texts: list[str]) -> list[list[Mark]]:
    """As VS Code colours them: its own libraries, on node."""
    needed("node", shutil.which("node"))
    needed("editors/vscode/node_modules (make node)", (EXTENSION / "node_modules/vscode-textmate").is_dir())
    command = ["node", Path(__file__).with_name("textmate.js"), EXTENSION, EXTENSION / "syntaxes/gen.tmLanguage.json"]
    said = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True).stdout
    kinds = {f"{kind.textmate}.gen": kind.name for kind in KINDS.values()}
    return [
        [
            _mark(text.split("\n")[line - 1], line, start, end, kinds[scope], "utf-16-le")
            for line, start, end, scope in marks
        ]
        for text, marks in zip(texts, json.loads(said), strict=True)
    ]


def by_treesitter(texts: list[str], library: Path) -> list[list[Mark]]:
    """As Neovim, Helix and Zed colour them: the committed parser, and the committed query."""
    from tree_sitter import Parser, Query, QueryCursor

    language = _language(library)
    query = Query(language, (GRAMMAR / "queries/highlights.scm").read_text(encoding="utf-8"))
    kinds = {kind.treesitter: kind.name for kind in KINDS.values()}

    def marks(text: str) -> Iterator[Mark]:
        lines = text.split("\n")
        root = Parser(language).parse(text.encode()).root_node
        assert not root.has_error, str(root)
        for capture, nodes in QueryCursor(query).captures(root).items():
            for node in nodes:
                (line, start), (_, end) = node.start_point, node.end_point
                yield _mark(lines[line], line + 1, start + 1, end + 1, kinds[capture], "utf-8")

    return [sorted(marks(text)) for text in texts]


def compiled(folder: Path) -> Path:
    """The committed parser, compiled."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    needed("A C compiler", compiler)
    needed("The Python package tree-sitter", find_spec("tree_sitter"))
    library = folder / "gen.so"
    source = GRAMMAR / "src"
    subprocess.run(
        [str(compiler), "-shared", "-fPIC", "-O1", "-I", source, "-o", library, source / "parser.c"], check=True
    )
    return library


def tree_of(text: str, library: Path) -> str:
    """What a text is to tree-sitter, as its own tests write it."""
    from tree_sitter import Parser

    return str(Parser(_language(library)).parse(text.encode()).root_node)


def _language(library: Path) -> Any:
    from tree_sitter import Language

    function = ctypes.CDLL(str(library)).tree_sitter_gen
    function.restype = ctypes.c_void_p
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a capsule is only made by a compiled binding
        return Language(function())


def _mark(raw: str, line: int, start: int, end: int, kind: str, encoding: str) -> Mark:
    """A mark with its columns in letters, given in units of an encoding."""
    width = 2 if encoding == "utf-16-le" else 1
    units = raw.encode(encoding)
    before, within = (
        units[: (start - 1) * width].decode(encoding),
        units[(start - 1) * width : (end - 1) * width].decode(encoding),
    )
    return Mark(line, len(before) + 1, len(before) + 1 + len(within.rstrip()), kind)
