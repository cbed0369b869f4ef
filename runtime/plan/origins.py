"""Origins: what the images and groups of an artifact are called today.

Names, credits and licences are no content and enter no key: an artifact that was made once serves every script and
every day on which its facts are the same, whatever things are called then. So it holds references (see
`artifact.Origin`), and in go, with them, the files, sources, groups and `from` lines of the present.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from intaglio.runtime.artifacts import images
from intaglio.runtime.artifacts.artifact import Artifact, Called, Origin
from intaglio.runtime.contract import Given, Source
from intaglio.runtime.fault import Fault
from intaglio.runtime.store import disk


@dataclass(frozen=True, slots=True)
class Present:
    """What a stage's references lead to today."""

    files: Mapping[str, Sequence[Source]]  # by the names that its kind gives them
    sources: Sequence[Given]
    groups: Sequence[str]  # its own, in their order
    credits: Sequence[Mapping[str, str]]  # of each `from` line


def named(artifact: Artifact, present: Present, is_sound: Callable[[], bool]) -> Artifact:
    """The artifact, knowing what its images and groups are called. They are looked up when they are asked for.

    Then `is_sound` is asked whether the references are what they were; asking for names raises `Fault` where not.
    """
    if images.ORIGINS not in artifact.seen:
        return artifact
    return replace(artifact, called=functools.cache(functools.partial(_called, artifact, present, is_sound)))


def _called(artifact: Artifact, present: Present, is_sound: Callable[[], bool]) -> Called:
    if not is_sound():
        raise Fault("What the store held of these images' names was damaged, and is set aside.", "run again")
    path = artifact.seen[images.ORIGINS]
    with disk.faults(path):
        told = json.loads(path.read_bytes())
    sources = [images.called(given.artifact) for given in present.sources]
    return Called(
        groups=tuple(_group(group, present, sources) for group in told["groups"]),
        images=tuple(_image(image, present, sources) for image in told["images"]),
        credits=tuple(_credit(image, present, sources) for image in told["images"]),
    )


def _group(told: Mapping[str, Any], present: Present, sources: Sequence[Called]) -> str:
    origin = _origin(told)
    if origin is None:
        return str(told["name"])
    return sources[origin.place].groups[origin.index] if isinstance(origin.place, int) else present.groups[origin.index]


def _image(told: Mapping[str, Any], present: Present, sources: Sequence[Called]) -> str:
    origin = _origin(told)
    if origin is None:
        return str(told["name"])
    if isinstance(origin.place, int):
        name = sources[origin.place].images[origin.index]
        return name and name + origin.then
    return present.files[origin.place][origin.index].name + origin.then


def _credit(told: Mapping[str, Any], present: Present, sources: Sequence[Called]) -> Mapping[str, str]:
    """What the line says that it came through, and what that leaves unsaid from where it was before."""
    origin, line = _origin(told), told["line"]
    own = {} if line is None else present.credits[line]
    if origin is not None and isinstance(origin.place, int):
        return {**sources[origin.place].credits[origin.index], **own}
    return own


def _origin(told: Mapping[str, Any]) -> Origin | None:
    return Origin(*told["of"]) if "of" in told else None
