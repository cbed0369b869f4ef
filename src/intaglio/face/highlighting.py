"""The Pygments lexer of scores: `pygmentize -l gen`, Sphinx, and whatever else asks Pygments for `gen`.

The words are told apart by `intaglio.lang.tokens`; here they become Pygments' tokens, with the blanks between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pygments.lexer import Lexer
from pygments.token import Whitespace, string_to_tokentype

from intaglio.lang.layout import physical_lines
from intaglio.lang.tokens import KINDS, Mark, marks

TOKENS = {kind.name: string_to_tokentype(kind.pygments) for kind in KINDS.values()}


class GenLexer(Lexer):  # type: ignore[misc]  # pygments is not typed
    """Scores in Gen."""

    name = "Gen"
    aliases = ("gen",)
    filenames = ("*.gen",)
    mimetypes = ("text/x-gen",)

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, object, str]]:
        """Each token's place in the text, type and value; their values joined are the text."""
        at = 0
        for start, mark in _placed(text):
            if start > at:
                yield at, Whitespace, text[at:start]
            at = start + mark.end - mark.start
            yield start, TOKENS[mark.kind], text[start:at]
        if at < len(text):
            yield at, Whitespace, text[at:]


def _placed(text: str) -> Iterator[tuple[int, Mark]]:
    """The marks, each with its place in the text. Pygments has made line ends plain and taken the byte-order mark."""
    starts = [0]
    for line in physical_lines(text):
        starts.append(starts[-1] + len(line) + 1)
    return ((starts[mark.line - 1] + mark.start - 1, mark) for mark in marks(text))
