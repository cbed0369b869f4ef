"""Reading a script from disk: a path comes in, its text goes out, or a `Refused` that says what lies there instead."""

from __future__ import annotations

import os
import re
import stat
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from intaglio.face.refusal import NoScript, Refused
from intaglio.face.text import fit, pasted, visible
from intaglio.lang.nearest import nearest

LONGEST = 120  # cells of a path in a message
DEEPEST = 3  # folders beneath this one that are looked into for a script that lies elsewhere
MOST = 5_000  # names that such a look reads
MENTIONED = 12  # scripts of a folder that a message lists
LARGEST = 8_000_000  # bytes; about 200,000 lines, and more than anyone reads

# How files begin that are easily taken for a script on a command line.
_BEGINNINGS = (
    (
        "a picture",
        rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\x00|MM\x00\*|BM....\x00\x00|\x00\x00\x00\x0cjP|....ftypavif",
    ),
    ("a film", rb"....ftyp|\x1aE\xdf\xa3|RIFF....AVI "),
    ("a page in PDF", rb"%PDF-"),
    ("an archive", rb"PK\x03\x04|\x1f\x8b"),
)


def text_of(path: Path) -> str:
    """A script's text. Raises `Refused` when it cannot be read as one."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _folder(path)
        if not stat.S_ISREG(status.st_mode):
            raise Refused(f"{path} is not a file that can be read again, so it cannot be a script.")
        with path.open("rb") as file:
            if (what := _other_than_text(file.read(16))) is not None:
                raise _no_script(path, what)
        if status.st_size > LARGEST:
            raise Refused(f"{path} holds {status.st_size:,} bytes. A script is a text of at most {LARGEST:,}.")
        return decoded(path.read_bytes(), path)
    except FileNotFoundError:
        raise _missing(path) from None
    except NotADirectoryError:
        raise _missing(path) from None
    except PermissionError:
        raise Refused(f"{path} may not be read by you.", pasted("chmod", "u+r", path)) from None
    except (OSError, ValueError) as error:  # a name too long, a loop of links, a NUL in the name, a disk that fails
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Refused(f"{fit(visible(str(path)), LONGEST)} could not be read: {reason.lower()}.") from None


def decoded(data: bytes, path: Path) -> str:
    """The text of a script's bytes. Raises `Refused` with the place where it stops being UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8")) + 1
        hint = None
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            hint = f"{pasted('iconv', '-f', 'UTF-16', '-t', 'UTF-8', path)} > new.gen"
        elif b"\0" not in data:
            hint = f"{pasted('iconv', '-f', 'WINDOWS-1252', '-t', 'UTF-8', path)} > new.gen"
        raise Refused(
            f"{path} is not text in UTF-8: on line {line}, at column {column}, there is the byte "
            f"{data[error.start]:#04x} (byte {error.start + 1} of the file). Save it as UTF-8 in your editor.",
            hint,
        ) from None


def scripts_in(folder: Path) -> list[str]:
    """The scripts of a folder, by name."""
    try:
        return sorted(found.name for found in folder.iterdir() if found.suffix == ".gen")
    except OSError:
        return []


def named(scripts: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    more = len(scripts) - MENTIONED
    return ", ".join(scripts) if more <= 0 else f"{', '.join(scripts[:MENTIONED])} and {more:,} more"


def _other_than_text(beginning: bytes) -> str | None:
    """What sort of file begins like this; None where it may be text."""
    return next((what for what, begins in _BEGINNINGS if re.match(begins, beginning, re.DOTALL)), None)


def _no_script(path: Path, what: str) -> Refused:
    """A picture or a film is something that a script speaks of."""
    told = f"{path} is {what}. A script is a text"
    if what not in ("a picture", "a film"):
        return Refused(f"{told}.")
    place = path.as_posix() if path.is_absolute() else f"./{path.as_posix()}"
    return Refused(f"{told}, and this would be a line of it:", f"dataset table from {_written(place)}")


def _written(place: str) -> str:
    return f'"{place}"' if " " in place else place


def _folder(path: Path) -> Refused:
    scripts = scripts_in(path)
    if not scripts:
        return Refused(f"{path} is a folder, and there is no .gen file in it.", "gen new first-table")
    return NoScript(f"{path} is a folder. Name one of the scripts in it.", path, path / scripts[0])


def _missing(path: Path) -> Refused:
    there = scripts_in(path.parent)
    whole = f"{path.name}.gen"
    likely = whole if whole in there else nearest(path.name, there)
    if likely is not None:
        return NoScript(f"There is no file {path}.", path, path.with_name(likely))
    elsewhere = _elsewhere(path)
    if elsewhere is not None:
        other = "one of that name" if elsewhere.name == path.name else elsewhere.name
        return NoScript(f"There is no file {path}; {other} lies in another folder.", path, elsewhere)
    beside = f" {path.parent if path.parent != Path() else 'This folder'} holds {named(there)}." if there else ""
    return Refused(f"There is no file {path}.{beside}")


def _elsewhere(path: Path) -> Path | None:
    """A file of that name in this folder, beneath it, or above it: the nearest, of what a quick look finds."""
    name = path.name if path.suffix == ".gen" else f"{path.name}.gen"
    looked = 0
    for folder, inside, files in _beneath(Path()):
        if name in files:
            return folder / name
        looked += len(inside) + len(files)
        if looked > MOST:
            break
    return Path(os.pardir, name) if Path(os.pardir, name).is_file() else None


def _beneath(top: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """A folder and those beneath it, the nearer ones first, each with its folders and files; hidden ones left out."""
    waiting = deque([(top, 0)])
    while waiting:
        folder, depth = waiting.popleft()
        try:
            found = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        inside = [e.name for e in found if not e.name.startswith(".") and e.is_dir(follow_symlinks=False)]
        yield folder, inside, [entry.name for entry in found if entry.is_file()]
        if depth < DEEPEST:
            waiting += [(folder / name, depth + 1) for name in inside]
