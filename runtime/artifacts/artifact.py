"""Artifacts: what a stage made, as others read it.

An artifact is a `result` (digested: an input to others) and what was `seen` while it was made (previews, curves,
names, remarks: never digested). Its files are blobs of the store, so a file's path says nothing; ask by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from intaglio.runtime.keys.digests import of_value


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an image or a group came from, in numbers that hold whatever things are called.

    The `index`-th, from 0, of a `place`: of the files under that name, of the images (groups) of the source with that
    number, or, for groups, of a stage's own where `place` is "". `then` stands after the name that the thing has there.
    """

    place: str | int
    index: int
    then: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """What the groups and images of an artifact are called, in their order, and whose images they are."""

    groups: tuple[str, ...]
    images: tuple[str, ...]
    credits: tuple[Mapping[str, str], ...]  # credit, licence and consent, as far as they are said


class LetGo(Exception):
    """A file was asked for of an artifact that is remembered, and whose files are gone."""


class NoFiles(Mapping[str, Path]):
    """The files of an artifact that is only remembered. Asking for one, or whether there is one, raises `LetGo`."""

    def __getitem__(self, name: str) -> Path:
        raise LetGo(name)

    def __contains__(self, name: object) -> bool:
        raise LetGo(name)

    def __iter__(self) -> Iterator[str]:
        raise LetGo

    def __len__(self) -> int:
        raise LetGo


@dataclass(frozen=True, slots=True)
class Artifact:
    """One made thing in the store.

    `result` and `seen` map relative names (`model.safetensors`, `preview-025.png`) to paths of blobs. `digest` is of
    the result; `bag` is the same for any order of its images, None where the kind has no images. `called` tells names
    as they are today; None where nobody knows, and those of its making stand in `seen`. Ask `images.called`.
    """

    kind: str
    makes: str
    key: str
    digest: str
    bag: str | None
    result: Mapping[str, Path]
    seen: Mapping[str, Path]
    facts: Mapping[str, Any] = field(default_factory=dict)  # made, reused, unit, seconds, made-with
    called: Callable[[], Called] | None = field(default=None, compare=False, repr=False)
    output: str | None = None  # which is meant of several things that it holds; None for all of it

    def holding(self, output: str) -> Artifact:
        """One of the things that it holds, under a digest of its own."""
        return replace(self, output=output, digest=of_value([self.digest, output]))
