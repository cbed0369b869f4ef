"""`gen check`: every mistake of a script, as pages, as lines, or as data. Makes nothing; with `--fix` it mends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from intaglio.face.objects import spelled
from intaglio.face.refusal import Exit, Refused
from intaglio.face.render import as_data, brief, pages, tally
from intaglio.face.session import Session, mistaken
from intaglio.face.terminal import Terminal
from intaglio.face.text import pasted, visible
from intaglio.face.usage import Arguments
from intaglio.lang.diagnostic import Level
from intaglio.lang.script import Script

if TYPE_CHECKING:
    from intaglio.lang.mending import Mended


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Check one script or several. With several, `--json` prints an object a line."""
    if arguments.diff and not arguments.fix:
        line = pasted("gen", "check", "--fix", "--diff", *arguments.script)
        raise Refused("`--diff` shows what `--fix` would do, and goes with it.", line)
    check = _fix if arguments.fix else _check
    wrong = [check(name, arguments, terminal) for name in arguments.script]
    return Exit.MISTAKES if any(wrong) else Exit.DONE


def _check(name: str, arguments: Arguments, terminal: Terminal) -> bool:
    """Tell of a script. Whether it has mistakes."""
    script = Session.at(name).read()
    if arguments.json:
        print(spelled(data(script, name)))
    elif arguments.brief:
        _print_briefly(script, name)
    else:
        print(_shown(script, Path(name), terminal, alone=len(arguments.script) == 1))
    return mistaken(script)


def _fix(name: str, arguments: Arguments, terminal: Terminal) -> bool:
    """Mend a script, or only show how, and tell of what is left. Whether it has mistakes as it lies there now."""
    from intaglio.face import fixing  # and with it how files are written, which takes as long to load as a check

    session, path = Session.at(name), Path(name)
    before = session.read() if arguments.diff else None
    mended = fixing.fixed(session, write=not arguments.diff)
    if arguments.json:
        print(spelled(_fix_as_data(before, mended, path)))
    elif arguments.brief:
        for change in mended.changes:
            if change.after:
                print(fixing.brief(change, name, written=before is None))
        _print_briefly(mended.script, name)
    elif before is not None:
        _print_difference(before, mended, path, terminal)
    else:
        if mended.changes:
            print(fixing.page(mended.changes, path, terminal))
        print(_shown(mended.script, path, terminal, alone=len(arguments.script) == 1))
    return mistaken(before or mended.script)


def _fix_as_data(before: Script | None, mended: Mended, path: Path) -> dict[str, Any]:
    """What was done as `--json` prints it; with `before`, what would be, beside the script as it lies there."""
    from intaglio.face import fixing
    from intaglio.face.difference import unified

    done = {"mended": [fixing.as_data(each) for each in mended.changes]}
    if before is None:
        return {**data(mended.script, str(path)), **done}
    left = data(mended.script, str(path))
    return {
        **data(before, str(path)),
        **done,
        "diff": "".join(f"{line}\n" for line in unified(before.text, mended.text, path, "mended")),
        "left": {what: left[what] for what in ("mistakes", "remarks")},
    }


def _print_briefly(script: Script, name: str) -> None:
    for each in script.diagnostics:
        print(brief(each, name))


def _print_difference(before: Script, mended: Mended, path: Path, terminal: Terminal) -> None:
    from intaglio.face.difference import difference

    for line in difference(before.text, mended.text, path, "mended", terminal):
        print(line)
    left = mended.script.diagnostics
    print(f"{visible(str(path))}: nothing would be left to correct." if not left else f"Left would be {tally(left)}")


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
