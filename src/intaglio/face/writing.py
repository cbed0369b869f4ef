"""Writing a file of the artist's: whole or not at all, with the mode it had. Raises `Refused`.

What gen writes for an artist is never written over anything that gen did not write, unless they say so: what it wrote
is noted in the store, as `save` notes its copies.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from intaglio.face.refusal import Refused
from intaglio.face.text import pasted
from intaglio.runtime.keys import digests
from intaglio.runtime.store import disk
from intaglio.runtime.store.store import Store

FOLDER = "given"  # of notes
NEW = 0o666  # the mode of a new file, less what the artist's umask takes
WRITTEN = 0o222  # the bits of a mode that let somebody write


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file's content, or in a new file. Of a link, what it leads to is replaced.

    Raises `Refused` for a file that is meant to be read only: to take its name would go around that.
    """
    target = path.resolve()
    if target.exists() and not target.stat().st_mode & WRITTEN:
        raise Refused(f"{path} may only be read, so it stays as it is.", pasted("chmod", "u+w", path))
    try:
        mode = target.stat().st_mode if target.exists() else NEW & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.chmod(mode & 0o7777)
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Refused(f"{path} could not be written: {(error.strerror or str(error)).lower()}.") from None


def give(
    files: Mapping[Path, bytes],
    target: Path,
    store: Store | None,
    *,
    replace_others: bool = False,
    allow: str | None = None,
    homes: Sequence[Path] | None = None,
) -> None:
    """Write what `target` was asked for as: one file, or a file for each page; take away pages that are no more.

    Raises `Refused`, and then nothing was written, where a file lies that is not known as ours (unless it holds the
    same already, or `replace_others`; `allow` is the line to paste that says so), or where a folder is not there and
    lies in none of `homes`: a path mistyped makes nothing. Without a store no file is ours; without homes all are.
    """
    for folder in {path.parent for path in files} if homes is not None else ():
        _look_for(folder, homes or ())
    known = {} if store is None else _known(store, target)
    _refuse([path for path, data in files.items() if not replace_others and _is_others(path, data, known)], allow)
    for path, data in files.items():
        if not path.is_file() or path.read_bytes() != data:
            _make_folder(path.parent)
            replace(path, data)
    for path, digest in known.items():
        if path not in files and path.is_file() and digests.of_file(path) == digest:
            path.unlink()
    if store is not None:
        _note(store, target, files)


def _look_for(folder: Path, homes: Sequence[Path]) -> None:
    """Refuse a folder that is not there and is not to be made."""
    if folder.is_dir() or any(folder.resolve().is_relative_to(home.resolve()) for home in homes):
        return
    said = (
        f"There is no folder {folder}. I make folders beside the script and in the one that you are in, not elsewhere."
    )
    raise Refused(said, pasted("mkdir", "-p", folder))


def _make_folder(folder: Path) -> None:
    try:
        disk.make_folder(folder)
    except OSError as error:
        raise Refused(f"{folder} could not be made: {(error.strerror or str(error)).lower()}.") from None


def _refuse(others: list[Path], allow: str | None) -> None:
    if not others:
        return
    folder = next((path for path in others if path.is_dir()), None)
    if folder is not None:
        raise Refused(f"{folder} is a folder, and a file is to be written there.")
    names = ", ".join(map(str, others[:3])) + (f" and {len(others) - 3} more" if len(others) > 3 else "")
    was, it = ("was", "is") if len(others) == 1 else ("were", "are")
    raise Refused(f"{names} {was} edited, or not written by gen here, and {it} not written over.", allow)


def _is_others(path: Path, data: bytes, known: Mapping[Path, str]) -> bool:
    if not os.path.lexists(path):
        return False
    if not path.is_file():
        return True
    found = digests.of_file(path)
    return found != known.get(path) and found != digests.of_bytes(data)


def _known(store: Store, target: Path) -> Mapping[Path, str]:
    """What was written for a target: the digest of each file as it was."""
    noted = store.notes.read(_name(store, target)) or {}
    return {target.with_name(name): digest for name, digest in noted.items() if Path(name).name == name}


def _note(store: Store, target: Path, files: Mapping[Path, bytes]) -> None:
    store.notes.write(_name(store, target), {path.name: digests.of_bytes(data) for path, data in files.items()})


def _name(store: Store, target: Path) -> str:
    return store.notes.about(FOLDER, target.absolute())


def _umask() -> int:
    """The artist's umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
