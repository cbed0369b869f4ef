"""`gen new`: a folder with a small living example. The pictures come with the package, with their credits."""

from __future__ import annotations

import shlex
import shutil
from importlib.resources import as_file, files
from pathlib import Path

from intaglio.face.refusal import Exit, Refused
from intaglio.face.terminal import Terminal
from intaglio.face.text import visible
from intaglio.face.usage import Arguments

BEGINNING = "beginning"  # the folder of the package that is copied
TITLE = '"Title"'


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Make the folder, and say how to go on. Refuses a folder that holds anything."""
    folder = Path(arguments.name)
    script = folder / f"{folder.resolve().name}.gen"
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused(f"{folder} is there already, and is not empty. Nothing was written.", "gen new another-name")
        with as_file(files("intaglio.face") / BEGINNING) as beginning:
            shutil.copytree(beginning / "photographs", folder / "photographs")
            score = (beginning / "score.gen").read_text(encoding="utf-8")
        script.write_text(score.replace(TITLE, _title(script.stem)), encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Refused(f"{folder} could not be made: {reason.lower()}.") from None
    print(f"{visible(str(folder))} holds a score and photographs to try it on. Make it:\n")
    print(visible(f"  cd {shlex.quote(str(folder))} && gen run {shlex.quote(script.name)}"))
    return Exit.DONE


def _title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip() or "A beginning"
    told = "".join(letter for letter in words[:1].upper() + words[1:] if letter.isprintable())
    return '"' + told.replace("\\", "\\\\").replace('"', '\\"') + '"'
