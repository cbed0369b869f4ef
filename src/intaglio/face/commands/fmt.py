"""`gen fmt`: the usual layout of a script. Several scripts at once; each is written whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

from intaglio.face.difference import difference
from intaglio.face.reading import text_of
from intaglio.face.refusal import Exit, Refused, told
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal, look
from intaglio.face.text import pasted, several, visible
from intaglio.face.usage import Arguments
from intaglio.face.writing import replace
from intaglio.lang.diagnostic import Level
from intaglio.lang.mending import usual


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Format, or only look (`--check`, `--diff`). One script that cannot be read does not keep the others from it."""
    changed = 0
    refused = 0
    for path in map(Path, arguments.script):
        try:
            changed += _format(path, arguments, terminal)
            _own_up(path)
        except Refused as refusal:
            refused += 1
            print(told(refusal, look(sys.stderr)), file=sys.stderr)
    if arguments.check:
        print(f"{several(changed, 'script')} would change." if changed else "All is as it should be.")
    if refused:
        return Exit.REFUSED
    return Exit.MISTAKES if changed and arguments.check else Exit.DONE


def _format(path: Path, arguments: Arguments, terminal: Terminal) -> bool:
    """Whether the script is not yet in its usual layout."""
    before = text_of(path)
    session = Session.at(path)
    after = usual(before, session.glance, session.understand)
    if after == before:
        return False
    if arguments.diff:
        print("\n".join(difference(before, after, path, "formatted", terminal)))
    elif arguments.check:
        print(visible(str(path)))
    else:
        replace(path, after.encode("utf-8"))
        print(f"{visible(str(path))} is in its usual layout now.")
    return True


def _own_up(path: Path) -> None:
    """Say so where a script has mistakes: what is not understood keeps the layout that it has."""
    mistakes = sum(each.level is Level.MISTAKE for each in Session.at(path).read().diagnostics)
    if mistakes:
        has = f"{visible(str(path))} has {several(mistakes, 'mistake')}, and is set as far as it is understood"
        print(f"{has}. To see them: {pasted('gen', 'check', path)}", file=sys.stderr)
