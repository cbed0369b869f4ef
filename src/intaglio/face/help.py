"""`gen --help`: the whole command on one calm page."""

from __future__ import annotations

from intaglio.face.catalogue import GROUPS
from intaglio.face.terminal import Terminal
from intaglio.face.usage import table

EVERYWHERE = (
    ("--store DIR", "Where results are kept; without it, $INTAGLIO_STORE, or .intaglio beside the script."),
    ("--json, --plain", "For programs; without drawing. NO_COLOR is respected."),
    ("--version", "Which gen this is."),
    ("COMMAND --help", "More of a command, with examples."),
)
CODES = (
    ("0", "done"),
    ("1", "the script has mistakes"),
    ("2", "not understood, or not readable"),
    ("3", "a stage could not be made"),
    ("130", "interrupted"),
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
    parts = [lead, *groups, table("Everywhere", EVERYWHERE, terminal), table("Examples", EXAMPLES, terminal)]
    return "\n\n".join([*parts, table("Exit codes", CODES, terminal)])
