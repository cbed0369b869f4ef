"""Formats: what `--as` asks for, or the ending of a file does. Shared by commands that write for others to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from intaglio.face.refusal import Refused
from intaglio.face.text import pasted
from intaglio.face.usage import Arguments
from intaglio.lang.nearest import nearest

ALIKE = {"jpg": "png", "jpeg": "png", "webp": "png", "gif": "png", "tif": "png", "tiff": "png", "htm": "html"}
SHARED = ("as", "paper", "to", "fonts", "store")  # options with a value, of the commands that write


def format_of(
    arguments: Arguments, formats: Sequence[str], usual: str, endings: Mapping[str, str] | None = None
) -> str:
    """The format that is asked for. `endings` are those of files that are not a format's own name.

    Raises `Refused` for one that there is not, and where `--as` and the file's ending disagree.
    """
    asked: str | None = vars(arguments)["as"]
    ending = Path(arguments.to).suffix.removeprefix(".").lower() if arguments.to else ""
    ending = (endings or {}).get(ending, ending)
    if asked is not None and asked.lower() not in formats:
        raise _unknown(asked, formats, again(arguments, "as", _likely(asked.lower(), formats)))
    if asked is None:
        if ending and ending not in formats:
            raise _unknown(ending, formats, _with_ending(arguments, _likely(ending, formats), endings or {}))
        return ending or usual
    if ending in formats and ending != asked.lower():
        raise Refused(f"--as {asked} and the ending of {arguments.to} disagree.", again(arguments, "as", ending))
    return asked.lower()


def again(arguments: Arguments, option: str, value: str | None) -> str:
    """The command line with an option said, or, for None, switched on: a line to paste."""
    said = vars(arguments)
    words = [word for name in SHARED if name != option and said.get(name) for word in (f"--{name}", said[name])]
    about = [arguments.script, *([said["stage"]] if said.get("stage") else [])]
    return pasted("gen", arguments.command, *about, *words, f"--{option}", *([value] if value else []))


def _with_ending(arguments: Arguments, form: str, endings: Mapping[str, str]) -> str:
    """The command line with the file's ending that of a format."""
    ending = next((short for short, meant in endings.items() if meant == form), form)
    return again(arguments, "to", str(Path(arguments.to).with_suffix(f".{ending}")))


def _likely(asked: str, formats: Sequence[str]) -> str:
    alike = ALIKE.get(asked, asked)
    return alike if alike in formats else nearest(asked, formats) or formats[0]


def _unknown(asked: str, formats: Sequence[str], offered: str) -> Refused:
    listed = f"{', '.join(formats[:-1])} and {formats[-1]}"
    return Refused(f"There is no format `{asked}` for this. There are {listed}.", offered)
