"""What passes between an execution and its worker: one JSON object a line, each way. Never pickle."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes, unquote_to_bytes

from pydantic import Field

from intaglio.lang.ir import Frozen, Value
from intaglio.runtime.artifacts.artifact import Artifact, Called
from intaglio.runtime.contract import Given, Segment, Source

PLAIN = "".join(chr(code) for code in range(32, 127) if chr(code) != "%")


def packed(path: Path | str) -> str:
    """A path as text. What a disk calls a file may be no text, and JSON holds nothing else."""
    text = os.fspath(path)
    if text.isascii() and text.isprintable() and "%" not in text:
        return text
    return quote_from_bytes(os.fsencode(text), safe=PLAIN)


def unpacked(text: str) -> Path:
    """The path of such a text."""
    return Path(_unpacked(text))


def _unpacked(text: str) -> str:
    return os.fsdecode(unquote_to_bytes(text)) if "%" in text else text


def readable(text: str) -> str:
    """A text with `�` for what is none."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class SentCalled(Frozen):
    """What an artifact's groups and images are called."""

    groups: tuple[str, ...]
    images: tuple[str, ...]
    credits: tuple[dict[str, str], ...]

    @classmethod
    def of(cls, called: Called) -> SentCalled:
        """Pack."""
        return cls(groups=called.groups, images=called.images, credits=tuple(map(dict, called.credits)))

    def unpack(self) -> Called:
        """The names."""
        return Called(self.groups, self.images, self.credits)


class SentArtifact(Frozen):
    """An artifact, with its blobs' paths."""

    kind: str
    makes: str
    key: str
    digest: str
    bag: str | None
    result: dict[str, str]
    seen: dict[str, str]
    facts: dict[str, Any]
    called: SentCalled | None = None

    @classmethod
    def of(cls, artifact: Artifact) -> SentArtifact:
        """Pack."""
        return cls(
            kind=artifact.kind,
            makes=artifact.makes,
            key=artifact.key,
            digest=artifact.digest,
            bag=artifact.bag,
            result={name: packed(path) for name, path in artifact.result.items()},
            seen={name: packed(path) for name, path in artifact.seen.items()},
            facts=dict(artifact.facts),
            called=None if artifact.called is None else SentCalled.of(artifact.called()),
        )

    def unpack(self) -> Artifact:
        """The artifact."""
        return Artifact(
            self.kind,
            self.makes,
            self.key,
            self.digest,
            self.bag,
            {name: unpacked(path) for name, path in self.result.items()},
            {name: unpacked(path) for name, path in self.seen.items()},
            self.facts,
            None if self.called is None else self.called.unpack,
        )


class SentGiven(Frozen):
    """An input."""

    artifact: SentArtifact
    part: str | None
    cell: dict[str, Value]
    stage: str = ""

    @classmethod
    def of(cls, given: Given) -> SentGiven:
        """Pack."""
        artifact = SentArtifact.of(given.artifact)
        return cls(artifact=artifact, part=given.part, cell=dict(given.cell), stage=given.stage)

    def unpack(self) -> Given:
        """The input."""
        artifact = self.artifact.unpack()
        if self.part is not None and artifact.makes == "model":
            artifact = artifact.holding(self.part)
        return Given(artifact, self.part, self.cell, self.stage)


class SentSegment(Frozen):
    """What is kept of a course."""

    step: int
    fingerprint: str
    files: dict[str, str]

    def unpack(self) -> Segment:
        """The segment."""
        return Segment(self.step, self.fingerprint, {name: unpacked(path) for name, path in self.files.items()})


class SentItems(Frozen):
    """A cell's pictures: their keys, which artifacts hold some of them, and the file of those that are in none yet."""

    keys: tuple[str, ...]
    holders: tuple[SentArtifact, ...]
    loose: str


class SentCell(Frozen):
    """One cell to make."""

    params: str  # the kind's params as JSON
    seed: int
    sources: tuple[SentGiven, ...]
    models: tuple[SentGiven, ...]
    beside: dict[str, tuple[SentGiven, ...]]
    files: dict[str, tuple[tuple[str, str, str, str], ...]]  # `contract.Source`s, plainly: there may be many
    cell: dict[str, Value]
    result: str
    seen: str
    segments: tuple[SentSegment, ...] = ()
    items: SentItems | None = None
    store: str = ""  # its folder, for a kind that keeps journeys
    made: SentArtifact | None = None  # what is to be looked at

    def unpack_files(self) -> Mapping[str, Sequence[Source]]:
        """The files, by the kind's own names."""
        return {
            role: tuple(Source(_unpacked(place), *facts) for place, *facts in found)
            for role, found in self.files.items()
        }


class Job(Frozen):
    """Cells of one stage to make, by the kind that the module `module` holds."""

    number: int = 0  # counted by the executor
    module: str
    kind: str
    cells: tuple[SentCell, ...]
    look: bool = False  # at what is made
    own: str = (
        ""  # the digest of the artist's code that it runs: a worker that ran some runs no other, and nothing else
    )


UNDERWAY = frozenset({"progress", "remark", "segment", "damaged"})  # what is said before a job has ended


class Message(Frozen):
    """What a worker says.

    `what` is progress, remark, segment or damaged while it works, and made, fault, changed, cancelled, broken or died
    at the end.
    """

    what: str
    facts: dict[str, Any] = Field(default_factory=dict)
