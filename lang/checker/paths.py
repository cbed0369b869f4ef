"""Paths: whether anything lies where they lead."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.place import Place
from intaglio.lang.hidden import UNSEEN
from intaglio.lang.nearest import distance
from intaglio.lang.tree import Node, Path, Reference, Text
from intaglio.lang.vocabulary import Place as PlaceType
from intaglio.lang.world import World

_WEB = ("http://", "https://")
_PACKED = (".zip", ".rar", ".7z", ".tar", ".tgz", ".gz")
_SORTS = (
    (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".avif"),
    (".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v"),
    (".wav", ".mp3", ".flac", ".ogg", ".m4a", ".aac"),
    (".txt", ".csv", ".tsv"),
)
PICTURED, WRITTEN_PLAINLY = (*_SORTS[0], *_SORTS[1]), _SORTS[3]
_TABLES = (".xls", ".xlsx", ".ods", ".numbers")
_WRITTEN = {  # what is no plain text, by its ending
    ".rtf": "rich text",
    ".rtfd": "rich text",
    **dict.fromkeys((".doc", ".docx", ".odt", ".pages"), "a document of a word processor"),
    ".pdf": "a PDF",
    **dict.fromkeys(_TABLES, "a table of its program's own kind"),
}
_SCORE = ".gen"
_NO_IMAGES = {  # what else is no image, where a dataset is made of that file
    **_WRITTEN,
    **dict.fromkeys(_SORTS[2], "sound"),
    _SCORE: "a score",
    ".py": "code",
    ".md": "a text",
    ".html": "a page of the web",
}
MOST = 24  # folders looked into for images
ALIKE = 0.5  # names of files are mistyped more freely than words


def read_path(kind: PlaceType, node: Node, place: Place) -> str | None:
    """A path as written; None where it is none. Where something should lie, it is looked for."""
    known = place.value_of(node) if isinstance(node, Reference) else node
    if isinstance(known, Path | Text):
        said = known.text if isinstance(known, Path) else known.content
        path = place.located(shown_path(said, node, place), node)
        if path is not None and kind.must_exist:
            look_for(path, node, place, WRITTEN_PLAINLY if kind.plain else ())
            if kind.plain:
                _look_at_text(path, node, place)
        return path
    if known is None or (isinstance(node, Reference) and not node.parts[-1]):
        return None
    bare = place.line.text[node.start : node.end]
    folder = "/" if kind.what == "folder" else ""
    fitting = f"./{bare}{folder}" if isinstance(node, Reference) else None
    place.say(wrong.values.OtherValue, node, fitting, word=place.word, wanted="path")
    return None


def shown_path(path: str, node: Node, place: Place) -> str:
    """A path without characters that nobody sees, which no file was ever given by hand; one that has some is told."""
    if path.isascii():
        return path
    shown = UNSEEN.sub("", path)
    written = place.line.text[node.start : node.end]
    found = [match.start() + node.start for match in UNSEEN.finditer(written)]
    if found:
        text = place.line.text
        facts = mend(place.line, node.start, node.end, UNSEEN.sub("", written))
        facts["span"] = place.line.span(found[0], found[0] + 1)
        place.desk.say(wrong.syntax.HiddenCharacter(character=text[found[0]], more=len(found) - 1, **facts))
    return shown


def look_for(path: str, node: Node, place: Place, wanted: tuple[str, ...] = ()) -> None:
    """Report a path where nothing lies, with what lies near; or where something lies that holds no images.

    Files that end in `wanted` may stand there, where that is known.
    """
    if path.startswith(_WEB):
        why = "gen takes nothing from the web. Save it in a folder beside the script, and name that."
        place.say(wrong.world.NoSuchPlace, node, path=path, folder="", holds=(), because=why)
    elif path.lower().endswith(_PACKED):
        why = "gen opens no archives. Unpack it, and name the folder that comes of it."
        place.say(wrong.world.NoSuchPlace, node, path=path, folder="", holds=(), because=why)
    elif not is_address(path) and (_is_file_named_as_folder(path, place) or not place.desk.world.exists(path)):
        _say_nothing_there(path, node, place, wanted)


def _look_at_text(path: str, node: Node, place: Place) -> None:
    """Report a file that is no plain text, by its ending, with one of its name that is."""
    stem, ending = posixpath.splitext(path)
    what = _WRITTEN.get(ending.lower())
    if what is None or not place.desk.world.exists(path):
        return
    there = (stem + each for each in _SORTS[3] if place.desk.world.exists(stem + each))
    meant = next(there, None)
    place.say(
        wrong.world.NotPlainText,
        node,
        _quoted(meant, node) if meant else None,
        path=path,
        what=what,
        is_table=ending.lower() in _TABLES,
    )


def look_into(
    path: str, node: Node, place: Place, passes: tuple[str, ...], taken: Callable[[], tuple[int, int]]
) -> None:
    """Report a place in which no file is an image, with a folder beside it in which that is otherwise.

    From so many things is `taken` what the stage or its group is made from, and from so many others the rest of it.
    """
    world, what = place.desk.world, _NO_IMAGES.get(posixpath.splitext(path)[1].lower(), "")
    passes = (*passes, *(_NO_IMAGES if what else _WRITTEN))
    found = None if is_address(path) or path.startswith(_WEB) else world.passed_over(path, passes)
    if found is None or not world.exists(path):
        return
    here, elsewhere = taken()
    alone = here == 1  # and nothing else can stand in for it
    folder = _parent(path)
    names = [name for name in world.listing(folder) if name.endswith("/") and not path.startswith(folder + name)]
    there = [folder + name for name in names[:MOST] if world.passed_over(folder + name, passes) is None]
    there = [each for each in there if _has_files(each, place)]
    meant = place.desk.nearest(path, there, ALIKE) or next(iter(there if len(there) == 1 else ()), None)
    meant = meant if alone and not elsewhere else None  # which may well be one of the others
    # A folder that is empty altogether was hardly meant, and no run begins with it.
    fault = wrong.world.NoImageThere if alone or not found else wrong.world.NoImageBeside
    name = posixpath.basename(path)
    is_file = len(found) == 1 and name.strip(".") != "" and f"{name}/" not in world.listing(folder)
    fitting = _quoted(meant, node) if meant else None
    facts: dict[str, Any] = {"is_file": is_file, "is_empty": not found and world.is_empty(path)}
    place.say(fault, node, fitting, path=path, holds=found, what=what if is_file else "", **facts)


def are_photographs(path: str, world: World, passes: tuple[str, ...]) -> bool:
    """Whether all that lies in a place are images and no films, as far as their names say."""
    if is_address(path) or path.startswith(_WEB) or not world.exists(path):
        return False
    found = world.passed_over(path, (*passes, *_SORTS[0]))
    return any(ending in _SORTS[0] for ending, _ in found or ())


def _has_files(path: str, place: Place) -> bool:
    """Whether images lie in a folder itself, as far as their names say."""
    return any(name.lower().endswith((*_SORTS[0], *_SORTS[1])) for name in place.desk.world.listing(path))


def _quoted(path: str, node: Node) -> str:
    return f'"{path}"' if isinstance(node, Text) or " " in path else path


def _is_file_named_as_folder(path: str, place: Place) -> bool:
    name = posixpath.basename(path.rstrip("/"))
    return path.endswith("/") and "." in name and name in place.desk.world.listing(_parent(path))


def _say_nothing_there(path: str, node: Node, place: Place, wanted: tuple[str, ...]) -> None:
    world = place.desk.world
    if _is_file_named_as_folder(path, place):
        why = f"{path.rstrip('/')} is a file. Only the path of a folder ends in `/`."
        place.say(wrong.world.NoSuchPlace, node, path.rstrip("/"), path=path, folder="", holds=(), because=why)
        return
    if path.startswith("~"):
        why = "gen does not know `~`. A path begins where the script lies, `./`, or is written out from `/`."
        place.say(wrong.world.NoSuchPlace, node, _beside(path, place), path=path, folder="", holds=(), because=why)
        return
    steps = path.removeprefix("./").lstrip("/").split("/")
    beside = (f"./{'/'.join(steps[number:])}" for number in range(len(steps)) if steps[number])
    found = next((each for each in beside if each != path and world.exists(each)), None)
    whole = _is_whole(path)
    folder, holds = _nearest_folder(path, place, wanted)
    if folder == "/":
        holds = ()  # of a whole disk, nothing that helps
    meant = None if found is not None and not whole else _meant(path, place, wanted)
    found = None if meant is not None else found
    fitting = meant or found
    if whole and fitting is not None:
        folder, holds = "", ()
    if fitting is not None:
        fitting = _quoted(fitting, node)
    place.say(
        wrong.world.NoSuchPlace,
        node,
        fitting,
        path=path,
        folder=folder,
        holds=holds,
        whole=whole,
        beside=found is not None,
    )


def _meant(path: str, place: Place, wanted: tuple[str, ...]) -> str | None:
    """A path that there is, for one of which some name is mistyped: each is looked for in the folder before it."""
    for _ in range(path.count("/") + 1):
        folder, holds = _nearest_folder(path, place, wanted)
        name, *further = path.removeprefix(folder).split("/")
        if not path.startswith(folder) or not name:
            return None
        fitting = [entry for entry in holds if further or entry.endswith("/") or _may_be(name, entry, wanted)]
        there = [entry.rstrip("/") for entry in fitting]
        meant = place.desk.nearest(name, there, ALIKE)
        if meant is None or meant == name:
            return None
        path = "/".join((f"{folder}{meant}", *further))
        if place.desk.world.exists(path):
            return path
    return None


def _may_be(name: str, other: str, wanted: tuple[str, ...]) -> bool:
    """Whether a file may have been meant by another's name: it is opened as that would be, as far as endings say.

    What nobody opens by its ending (`.heic`) may be all that is `wanted`; where nobody knows that, a picture, a film or
    a sound, and no text or score. An ending may be mistyped too: `.tx`, `.pyy`.
    """
    ending, its = (posixpath.splitext(each)[1].lower() for each in (name, other))
    sort = _sort_of(ending, wanted)
    if sort:
        return its in sort
    if not its or (wanted and its in _WRITTEN):
        return False
    if its in (ending, *(wanted or (*_SORTS[0], *_SORTS[1], *_SORTS[2]))):
        return True
    return wanted != PICTURED and its != _SCORE and bool(ending) and distance(ending, its) == 1


def _sort_of(ending: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The endings that are opened as this one is; none where nobody knows it, or something else is `wanted`."""
    sort = next((each for each in _SORTS if ending in each), ())
    return sort if not wanted or any(each in wanted for each in sort) else ()


def _beside(path: str, place: Place) -> str | None:
    """A folder beside the script for one that lies at home: that of its name, else one that there is."""
    name = posixpath.basename(path.rstrip("/"))
    folders = place.desk.every_folder()
    same = next((folder for folder in folders if folder == f"./{name}/"), None)
    return same or next(iter(place.desk.folders()), None)


def _is_whole(path: str) -> bool:
    """Whether a path begins at the root of a disk."""
    return path.startswith("/") or path[1:3] == ":/"


def is_address(path: str) -> bool:
    """Whether a path names something that does not lie on this disk: `hf:owner/model`, `git:…`, `std/…`."""
    scheme, colon, _ = path.partition(":")
    return (bool(colon) and scheme.isalnum() and len(scheme) > 1) or path.startswith("std/")


def _parent(path: str) -> str:
    folder = posixpath.dirname(path.rstrip("/"))
    return f"{folder}/" if folder and folder != "/" else folder or "./"


def _nearest_folder(path: str, place: Place, wanted: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The nearest folder above a path that there is, and what it holds of the sort that is looked for."""
    folder = _parent(path)
    for _ in range(path.count("/") + 1):
        holds = place.desk.world.listing(folder)
        if holds or folder in ("./", "/", "../"):
            return folder, _of_its_sort(path if folder == _parent(path) else f"{path}/", holds, wanted)
        folder = _parent(folder)
    return folder, ()


def _of_its_sort(path: str, holds: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """What lies there of the sort that is looked for: folders, or files that are opened as this one would be."""
    if path.endswith("/"):
        return tuple(entry for entry in holds if entry.endswith("/")) or holds
    fitting = tuple(entry for entry in holds if _may_be(path, entry, wanted))
    if fitting and not _sort_of(posixpath.splitext(path)[1].lower(), wanted):
        return tuple(entry for entry in holds if entry in fitting or entry.endswith("/"))
    return fitting or tuple(entry for entry in holds if not entry.endswith(_SCORE)) or holds
