"""`gen new`: a folder with a small living example. The pictures come with the package, with their credits."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from intaglio.face.refusal import Exit, Refused
from intaglio.face.terminal import Terminal
from intaglio.face.text import pasted, visible
from intaglio.face.usage import Arguments

BEGINNING = "beginning"  # the folder of the package that is copied
PHOTOGRAPHS = "photographs"
TITLE = '"Title"'


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Make the folder, and say how to go on. Refuses a folder that holds anything."""
    folder = _folder(Path(arguments.name))
    script = folder / f"{folder.resolve().name}.gen"
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused(f"{folder} is there already, and is not empty. Nothing was written.", "gen new another-name")
        with _whole_or_not(folder):
            _fill(folder, script)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Refused(f"{folder} could not be made: {reason.lower()}. Nothing of it was left.") from None
    print(f"{visible(str(folder))} holds a score and photographs to try it on. Make it:\n")
    print(f"  {pasted('cd', folder)} && {pasted('gen', 'run', script.name)}")
    return Exit.DONE


def _folder(named: Path) -> Path:
    """The folder that is meant; `gen new first.gen` names the score that lies in it."""
    return named.with_suffix("") if named.suffix == ".gen" else named


@contextmanager
def _whole_or_not(folder: Path) -> Iterator[None]:
    """Make a folder, and take away again what was made of it and above it when filling it breaks off."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for made in missing[-1:] or list(folder.iterdir()):
            if made.is_dir():
                shutil.rmtree(made, ignore_errors=True)
            else:
                made.unlink(missing_ok=True)
        raise


def _fill(folder: Path, script: Path) -> None:
    with as_file(files("intaglio.face") / BEGINNING) as beginning:
        for photograph in sorted((beginning / PHOTOGRAPHS).rglob("*")):
            place = folder / photograph.relative_to(beginning)
            if photograph.is_file():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(photograph, place)
        score = (beginning / "score.gen").read_text(encoding="utf-8")
    script.write_text(score.replace(TITLE, _title(script.stem)), encoding="utf-8")


def _title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip() or "A beginning"
    told = "".join(letter for letter in words[:1].upper() + words[1:] if letter.isprintable())
    return '"' + told.replace("\\", "\\\\").replace('"', '\\"') + '"'
