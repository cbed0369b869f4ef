"""Trust: which Python files of scores their user has said may run, and what each says of its settings.

A line of this ledger is a file in a folder of the user's, outside every project: `~/.config/intaglio/trust`, or where
`XDG_CONFIG_HOME` says. It is named by where the code really lies and by the sha256 of what it holds, so that nothing
is trusted that was edited, moved or put in another's place. What the code says of its settings was asked once, in a
process of its own, after it was trusted; from then on it stands here, and is read instead of the code.

A ledger is believed only where nobody else could have written it: its folder and its files are the user's own, and for
nobody else to open, as no copy is that a score saves. One that lies in the folder of the score that asks is not
believed: a project cannot bring its own.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from intaglio.lang import vocabulary
from intaglio.lang.vocabulary import Verb
from intaglio.runtime.fault import Fault
from intaglio.runtime.store import disk
from intaglio.runtime.world.code import Code

FORMAT = 1  # of a line; one of another says nothing, and is asked for again
FOLDER = ("intaglio", "trust")
SUFFIX = ".json"
OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Trusted:
    """A line of the ledger. `verb` has the settings of the code, `draws` tells whether a seed says anything to it."""

    place: str
    digest: str
    size: int  # bytes
    when: float  # seconds since 1970
    verb: Verb
    draws: bool


class Ledger:
    """A user's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of_user(cls, environment: Mapping[str, str] = os.environ) -> Ledger:
        """That of who runs this. A relative `XDG_CONFIG_HOME` says nothing, as its specification has it.

        Raises `Fault` for somebody without a home.
        """
        said = environment.get("XDG_CONFIG_HOME", "")
        return cls((Path(said) if said.startswith("/") else _home() / ".config").joinpath(*FOLDER))

    def lies_in(self, project: Path) -> bool:
        """Whether it lies in the folder of a score, so that it might have come with that.

        A score right in somebody's home has the ledger of that home beneath it, and that is its user's all the same.
        """
        folder, project = self.folder.resolve(), project.resolve()
        return folder.is_relative_to(project) and project != _home().resolve()

    def find(self, code: Code, project: Path) -> Trusted | None:
        """What is written down of a file as it is now; None where it is not trusted, or not in this format."""
        if self.lies_in(project) or not _is_own(self.folder, stat.S_ISDIR):
            return None
        found = _read(self._place(str(code.place), code.digest))
        return found if found and (found.place, found.digest) == (str(code.place), code.digest) else None

    def add(self, code: Code, verb: Verb, *, draws: bool) -> Trusted:
        """Trust a file as it is. Raises `Fault`."""
        line = Trusted(str(code.place), code.digest, len(code.data), time.time(), verb, draws)
        told = {each.name: getattr(line, each.name) for each in fields(line)} | {"verb": encoded(verb)}
        path = self._place(line.place, line.digest)
        with disk.faults(path):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(self.folder, stat.S_ISDIR):
                raise Fault(f"{self.folder} is not yours alone, so what it says is not believed.")
            by = path.with_suffix(f".{os.getpid()}")
            by.touch(mode=0o600)
            disk.write_whole(path, json.dumps({"format": FORMAT, **told}, indent=1).encode(), by=by)
        return line

    def all(self) -> Iterator[tuple[Path, Trusted | None]]:
        """Every line with its file, in the order of their names; None for one that is not believed, or not read."""
        if not _is_own(self.folder, stat.S_ISDIR):
            return
        for path in sorted(self.folder.glob(f"*{SUFFIX}")):
            yield path, _read(path)

    def _place(self, place: str, digest: str) -> Path:
        name = sha256(place.encode("utf-8", "surrogateescape") + b"\0" + digest.encode()).hexdigest()
        return self.folder / f"{name}{SUFFIX}"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # a user without one, as in some containers
        raise Fault("I do not know where your home is, and so not what you trust: set `XDG_CONFIG_HOME`.") from None


def _is_own(path: Path, is_sort: Any) -> bool:
    """Whether something is the user's own, no link, and nobody else may open it."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return is_sort(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & OTHERS


def _read(path: Path) -> Trusted | None:
    """A line; None for one that is not there, not believed, damaged, or of another format."""
    if not _is_own(path, stat.S_ISREG):
        return None
    try:
        told = json.loads(path.read_bytes())
        if told.pop("format") != FORMAT:
            return None
        verb = decoded(told.pop("verb"))
        return Trusted(verb=verb, **told) if isinstance(verb, Verb) else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


# Words as JSON ----------------------------------------------------------------------------------------------------


def encoded(value: Any) -> Any:
    """What a verb says, as JSON has it: words of the vocabulary are maps that say which they are."""
    if is_dataclass(value):
        told = ((each.name, getattr(value, each.name)) for each in fields(value))
        return {"is": type(value).__name__, **{name: encoded(inner) for name, inner in told}}
    if isinstance(value, Mapping):
        return {name: encoded(inner) for name, inner in value.items()}
    return [encoded(each) for each in value] if isinstance(value, list | tuple) else value


def decoded(value: Any) -> Any:
    """What was encoded. Raises TypeError or KeyError for what is none of it."""
    match value:
        case {"is": str(name)}:
            return _classes()[name](**{str(each): decoded(inner) for each, inner in value.items() if each != "is"})
        case dict():
            return {name: decoded(inner) for name, inner in value.items()}
        case list():
            return tuple(map(decoded, value))
    return value


@cache
def _classes() -> Mapping[str, Any]:
    """The words that the vocabulary is made of."""
    return {name: each for name, each in vars(vocabulary).items() if is_dataclass(each) and isinstance(each, type)}
