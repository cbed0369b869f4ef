"""Paths: whether anything lies where they lead."""

from __future__ import annotations

import posixpath

from intaglio.lang.checker.place import Place
from intaglio.lang.diagnostics.values import OtherValue
from intaglio.lang.diagnostics.world import NoSuchPlace
from intaglio.lang.tree import Node, Path, Reference, Text
from intaglio.lang.vocabulary import Place as PlaceType

ALIKE = 0.5  # names of files are mistyped more freely than words


def read_path(kind: PlaceType, node: Node, place: Place) -> str | None:
    """A path as written; None where it is none. Where something should lie, it is looked for."""
    known = place.value_of(node) if isinstance(node, Reference) else node
    if isinstance(known, Path | Text):
        said = known.text if isinstance(known, Path) else known.content
        path = place.located(said, node)
        if path is not None and kind.must_exist:
            look_for(path, node, place)
        return path
    if known is None or (isinstance(node, Reference) and not node.parts[-1]):
        return None
    bare = place.line.text[node.start : node.end]
    folder = "/" if kind.what == "folder" else ""
    fitting = f"./{bare}{folder}" if isinstance(node, Reference) else place.example()
    place.say(OtherValue, node, fitting, word=place.word, wanted="path")
    return None


def look_for(path: str, node: Node, place: Place) -> None:
    """Report a path where nothing lies, with what lies near."""
    if is_address(path) or place.desk.world.exists(path):
        return
    folder, holds = _nearest_folder(path, place)
    name = posixpath.basename(path.rstrip("/"))
    meant = place.desk.nearest(name, [entry.rstrip("/") for entry in holds], ALIKE)
    fitting = None
    if meant is not None and folder == _parent(path):
        fitting = folder + meant + ("/" if path.endswith("/") else "")
        fitting = f'"{fitting}"' if isinstance(node, Text) or " " in fitting else fitting
    place.say(NoSuchPlace, node, fitting, path=path, folder=folder, holds=tuple(holds))


def is_address(path: str) -> bool:
    """Whether a path names something that does not lie on this disk: `hf:owner/model`, `git:…`, `std/…`."""
    scheme, colon, _ = path.partition(":")
    return (bool(colon) and scheme.isalnum() and len(scheme) > 1) or path.startswith("std/")


def _parent(path: str) -> str:
    folder = posixpath.dirname(path.rstrip("/"))
    return f"{folder}/" if folder and folder != "/" else folder or "./"


def _nearest_folder(path: str, place: Place) -> tuple[str, tuple[str, ...]]:
    """The nearest folder above a path that there is, and what it holds."""
    folder = _parent(path)
    for _ in range(path.count("/") + 1):
        holds = place.desk.world.listing(folder)
        if holds or folder in ("./", "/", "../"):
            return folder, holds
        folder = _parent(folder)
    return folder, ()
