"""Copies: which files `save` asks for, where, and how each is written. Looks at the store's side only.

Images become a folder of `0001.png` …, a film or a sheet the one file, a model `.safetensors` with its `.json` beside
it; a swept stage a folder with one entry a cell (`guidance-3`, …), or a path with its axes in braces.
"""

from __future__ import annotations

import fcntl
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from intaglio.lang.vocabulary import FILES
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import LISTING, ImageSet
from intaglio.runtime.fault import Fault

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

Cell = tuple[Mapping[str, object], Artifact]  # the values of a sweep's axes, and what was made there

FICLONE = 0x40049409  # Linux: let two files share their bytes until one of them is written
MOST_LETTERS = 40  # of a value in a file's name
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to place. Copies of the same `origin` are the same bytes; `write` puts them at a path."""

    path: Path
    origin: str
    write: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Place:
    """What one cell is saved as: a file, or the folder of several."""

    path: Path
    copies: tuple[Copy, ...]


def fixed(target: Path) -> Path:
    """The folder that everything placed for a `save` lies in: the one before the first axis in braces."""
    parts = target.parts
    first = next((i for i, part in enumerate(parts) if "{" in part), len(parts) - 1)
    return Path(*parts[:first])


class OneFile(Fault):
    """What is one file cannot hold what was made. The line to paste is for whoever knows what the script says."""


def places(cells: Sequence[Cell], target: Path) -> list[Place]:
    """Where each cell goes and the files there. Raises Fault where the path cannot hold them (`OneFile`)."""
    aimed = _aimed(cells, target)
    return [_place(artifact, path) for (_, artifact), path in zip(cells, aimed, strict=True)]


def targets(target: Path, cells: Sequence[Mapping[str, object]]) -> list[Path]:
    """The path of each cell, as far as it is known before anything is made. Raises Fault for braces without an axis."""
    if not (_BRACES.search(str(target)) and any(cells)):
        return [target]
    return _numbered([_filled(target, labels) for labels in cells])


class Claims:
    """What `save` takes for itself: its targets, what lies beneath them, and files beside them under their names."""

    def __init__(self, targets: Iterable[Path] = ()) -> None:
        whole = frozenset(targets)
        self._stems = frozenset(target.with_suffix("") for target in whole if _is_file(target))
        self._whole = whole | self._stems

    def __contains__(self, path: Path) -> bool:
        if not self._whole.isdisjoint((path, *path.parents)):
            return True
        unnumbered = path.with_name(re.sub(r"-[0-9]+$", "", path.stem) or path.stem)
        return _is_file(path) and not self._stems.isdisjoint((path.with_suffix(""), unnumbered))


# Cells ------------------------------------------------------------------------------------------------------------


def _aimed(cells: Sequence[Cell], target: Path) -> list[Path]:
    """The path of each cell."""
    if not any(labels for labels, _ in cells):
        return [target] * len(cells)
    if _BRACES.search(str(target)):
        return targets(target, [labels for labels, _ in cells])
    folder = target.with_suffix("") if _is_file(target) else target
    return _numbered([folder / (_label(labels) + _suffix(artifact)) for labels, artifact in cells])


def _filled(target: Path, labels: Mapping[str, object]) -> Path:
    """The path with each axis in braces replaced by its value here."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in labels:
            raise Fault(f"`{match[0]}` in {target.name} names no swept setting; here are {', '.join(labels)}.")
        return spelled(labels[match[1]])

    return Path(_BRACES.sub(value, str(target)))


def _label(labels: Mapping[str, object]) -> str:
    return "_".join(f"{spelled(name)}-{spelled(value)}" for name, value in labels.items())


def _suffix(artifact: Artifact) -> str:
    """The suffix of a cell that is one file; empty where it is a folder."""
    if LISTING in artifact.result:
        return ".png" if len(ImageSet(artifact)) == 1 else ""
    return PurePosixPath(min(artifact.result)).suffix if len(artifact.result) == 1 else ""


def _numbered(paths: list[Path]) -> list[Path]:
    """The same paths, with a number where an earlier cell has that path: `red-2.png`."""
    taken: set[str] = set()
    told = []
    for path in paths:
        again, name = 1, path
        while str(name).casefold() in taken:
            again += 1
            suffix = path.suffix if _is_file(path) else ""
            name = path.with_name(f"{path.name.removesuffix(suffix)}-{again}{suffix}")
        taken.add(str(name).casefold())
        told.append(name)
    return told


def spelled(value: object) -> str:
    """A swept value as part of a file's name: letters, digits, `.` and `-`, and never empty."""
    match value:
        case bool():
            text = "yes" if value else "no"
        case Mapping():
            text = str(value.get("part") or value.get("stage") or "")
        case list() | tuple():
            text = "-".join(map(spelled, value))
        case _:
            text = str(value)
    negative = "minus-" if isinstance(value, int | float) and value < 0 else ""
    return negative + (re.sub(r"[^\w.]+", "-", text).strip("-._")[:MOST_LETTERS].rstrip("-._") or "none")


# Files ------------------------------------------------------------------------------------------------------------


def _place(artifact: Artifact, target: Path) -> Place:
    if LISTING in artifact.result:
        return _images(ImageSet(artifact), target)
    named = dict(_named(artifact, target))
    copies = tuple(_blob_copy(path, artifact.result[name]) for name, path in named.items())
    first = copies[0].path
    return Place(first if len(copies) == 1 or first.parent == target.parent else first.parent, copies)


def _images(images: ImageSet, target: Path) -> Place:
    if _is_file(target):
        if len(images) != 1 or target.suffix.lower() != ".png":
            what = f"there are {len(images)} images" if len(images) != 1 else "images are saved as .png"
            raise OneFile(f"{target.name} is one file, and {what}.")
        return Place(target, (_image_copy(target, images, 0),))
    width = max(4, len(str(len(images))))
    return Place(target, tuple(_image_copy(target / f"{i + 1:0{width}}.png", images, i) for i in range(len(images))))


def _named(artifact: Artifact, target: Path) -> Iterator[tuple[str, Path]]:
    """Where each file of a result goes."""
    names = sorted(artifact.result, key=lambda name: (not name.endswith((".safetensors", ".mp4")), len(name), name))
    stem = target.with_suffix("")
    for name in names:
        file = PurePosixPath(name)
        if not _is_file(target):
            yield name, target / file.name
        elif len(names) == 1:
            yield name, target
        elif len(file.parts) > 1:  # frames/0001.png
            yield name, stem / file.name
        else:  # model.json is night.json; sheet-2.png is plate-2.png
            yield name, stem.with_name(stem.name + file.stem.removeprefix(artifact.makes) + file.suffix)


def _is_file(target: Path) -> bool:
    return target.suffix.lower() in FILES


def _blob_copy(path: Path, blob: Path) -> Copy:
    return Copy(path, f"blob {blob.name}", lambda to: clone(blob, to))


def _image_copy(path: Path, images: ImageSet, index: int) -> Copy:
    return Copy(path, f"png {images.digests[index]}", lambda to: write_png(images[index], to))


def write_png(pixels: NDArray[uint8], to: Path) -> None:
    """Write an image, uint8 H×W×3, as a PNG. Raises OSError."""
    from PIL import Image

    Image.fromarray(pixels).save(to, format="PNG")


def clone(source: Path, to: Path) -> None:
    """Copy a file, sharing its bytes where the disk can do that safely. Raises OSError.

    Never a hard link: an artist who edits the copy in place would edit the store.
    """
    with source.open("rb") as read, to.open("wb") as written:
        if sys.platform == "linux":
            try:
                fcntl.ioctl(written, FICLONE, read.fileno())
            except OSError:  # a disk that cannot, or another one
                pass
            else:
                return
        shutil.copyfileobj(read, written, 1 << 20)
