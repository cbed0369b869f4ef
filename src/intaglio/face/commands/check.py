"""`gen check`: every mistake of a script, as pages, as lines, or as data. Makes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from intaglio.face.objects import spelled
from intaglio.face.refusal import Exit
from intaglio.face.render import as_data, brief, pages, tally
from intaglio.face.session import Session, mistaken
from intaglio.face.terminal import Terminal
from intaglio.face.text import visible
from intaglio.face.usage import Arguments
from intaglio.lang.diagnostic import Level
from intaglio.lang.script import Script


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Check one script or several. With several, `--json` prints an object a line."""
    wrong = False
    for name in arguments.script:
        script = Session.at(name).read()
        wrong = wrong or mistaken(script)
        if arguments.json:
            print(spelled(data(script, name)))
        elif arguments.brief:
            for each in script.diagnostics:
                print(brief(each, name))
        else:
            print(_shown(script, Path(name), terminal, alone=len(arguments.script) == 1))
    return Exit.MISTAKES if wrong else Exit.DONE


def _shown(script: Script, path: Path, terminal: Terminal, alone: bool) -> str:
    if script.diagnostics:
        return pages(script.diagnostics, script.text, path, terminal, file="" if alone else str(path))
    return tally(()) if alone else f"{visible(str(path))}: {tally(()).lower()}"


def data(script: Script, file: str) -> dict[str, Any]:
    """A checked script as `--json` prints it."""
    mistakes = sum(each.level is Level.MISTAKE for each in script.diagnostics)
    return {
        "file": file,
        "mistakes": mistakes,
        "remarks": len(script.diagnostics) - mistakes,
        "diagnostics": [as_data(each, file) for each in script.diagnostics],
    }
