"""`gen open`: look at what a stage made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from intaglio.face.exporting import export, result_of
from intaglio.face.loading import refusing, runnable
from intaglio.face.objects import spelled
from intaglio.face.quick import relative
from intaglio.face.refusal import Exit
from intaglio.face.session import Session, stages_named
from intaglio.face.terminal import Terminal
from intaglio.face.text import visible
from intaglio.face.usage import Arguments


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Write it into a folder, show that where there is a display, and print where it lies."""
    session = Session.at(arguments.script, arguments.store)
    script = runnable(session, sys.stderr)
    if script is None or script.program is None:
        return Exit.MISTAKES
    name, *_ = stages_named(script, [arguments.stage], arguments.said.instead)
    with refusing():
        store = session.store()
        planned = {stage.name: stage for stage in session.plan(script.program, store).stages}
        result = result_of(session, store, planned[name])
        folder = export(session, store, result)
    if arguments.json:
        print(spelled({"stage": name, "path": str(folder), "current": result.current}))
        return Exit.DONE
    print(visible(relative(str(folder))))
    if not result.current:
        again = session.command("run", name)
        print(f"This is how it was before the last changes; to make it again: {again}")
    if not arguments.plain:
        show(folder)
    return Exit.DONE


def show(folder: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Show a folder, or the one file in it, as the desktop would; False where there is none."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return shown_on_desktop(str(files[0] if len(files) == 1 else folder), environment)


def shown_on_desktop(what: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Show a path or an address as the desktop would; False where there is none."""
    has_display = sys.platform == "darwin" or environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if not has_display or opener is None:
        return False
    subprocess.Popen([opener, what], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    return True
