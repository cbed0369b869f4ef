"""`gen --help`: the whole command on one calm page."""

from __future__ import annotations

from intaglio.face.catalogue import GROUPS
from intaglio.face.refusal import Exit
from intaglio.face.terminal import Terminal
from intaglio.face.usage import table

OPTIONS = (
    ("--store DIR", "Where results are kept; without it, $INTAGLIO_STORE, or .intaglio beside the script."),
    ("--json, --plain", "For programs; without drawing. NO_COLOR is respected."),
)
MORE = (
    ("gen help COMMAND", "The page of a command: all its options, with examples."),
    ("gen --version", "Which gen this is."),
)
CODES = (
    (str(Exit.DONE.value), "done"),
    (str(Exit.MISTAKES.value), "the script has mistakes; or fmt --check would change it, or fsck found damage"),
    (str(Exit.REFUSED.value), "not understood or not readable, or what gen says could not be written"),
    (str(Exit.FAILED.value), "a stage could not be made, or its copy not placed"),
    (str(Exit.BUG.value), "something in gen itself went wrong"),
    ("129, 130, 143", "ended by a hang-up, by Ctrl-C, by SIGTERM; what was finished is kept"),
    (str(Exit.CLOSED_PIPE.value), "whoever read what gen says has gone, as with | head"),
)
EXAMPLES = (
    ("gen new first-table", "a small work to begin from"),
    ("gen run table.gen", "make it"),
    ("gen watch table.gen", "make it again at every save"),
)


def page(terminal: Terminal) -> str:
    """The page."""
    groups = [
        table(title, [(command.name, command.summary) for command in commands], terminal)
        for title, commands in GROUPS.items()
    ]
    lead = "gen COMMAND …\n\n  Make pictures from a score: a text in a .gen file, read by people and by gen."
    rest = (("Options of many commands", OPTIONS), ("More", MORE), ("Examples", EXAMPLES), ("Exit codes", CODES))
    return "\n\n".join([lead, *groups, *(table(title, rows, terminal) for title, rows in rest)])
