"""Hidden characters: those that nobody sees, and that can make a line read otherwise than it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intaglio.lang import diagnostics as wrong
from intaglio.lang.diagnostic import Diagnostic, Edit
from intaglio.lang.patterns import pattern
from intaglio.lang.span import Span

# Control characters, separators of lines that no editor counts, what turns the direction of writing round (Boucher and
# Anderson, "Trojan source", 2021), halves of characters. Marks that scripts need, as joiners, are none of these.
_HIDDEN = pattern("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")

_CONTROLS = pattern("[\0-\x08\x0b-\x1f\x7f]")  # those of a text in ASCII, which most are

# And those that have no width: a text may need them, between the words of a script that has no blanks, or where scripts
# of two directions meet; a path never does.
UNSEEN = pattern("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\u3164]")


def hidden_in(text: str) -> Iterator[Diagnostic]:
    """A fault for each line of a plain text in which something is hidden, in its notes and texts too."""
    if (_CONTROLS if text.isascii() else _HIDDEN).search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = [match.start() for match in _HIDDEN.finditer(line)]
        if found:
            span = Span(number, found[0] + 1, found[-1] + 2)
            shown = _HIDDEN.sub(_room, line)
            edit = Edit(span, _HIDDEN.sub(_room, line[found[0] : found[-1] + 1]))
            paste, more = shown.strip() or None, len(found) - 1
            yield wrong.syntax.HiddenCharacter(
                span=span, edit=edit, paste=paste, character=line[found[0]], more=more, whole=True
            )


def _room(match: re.Match[str]) -> str:
    """What is left where a hidden character was: a blank for one that began a new line."""
    return " " if match[0] in "\x0b\x0c\x85\u2028\u2029" else ""
