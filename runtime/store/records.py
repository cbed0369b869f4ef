"""Records: what the store knows of each artifact beside its bytes. One sealed JSON file a key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.keys.manifest import Key, Manifest
from intaglio.runtime.store import disk
from intaglio.runtime.store.blobs import Blob

FORMAT = 1  # of the record itself
SIDES = ("result", "seen")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of an artifact: its name in the folder that the stage wrote, and its content."""

    name: str
    blob: Blob


@dataclass(frozen=True, slots=True)
class Record:
    """An artifact as it is written down. `made_at` is in seconds since 1970 and enters no key."""

    key: Key
    kind: str
    makes: str
    digest: Digest
    bag: Digest | None
    manifest: Mapping[str, Any]
    facts: Mapping[str, Any]
    result: tuple[Part, ...]
    seen: tuple[Part, ...]
    made_at: float

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(part.blob.size for part in (*self.result, *self.seen))


def encode(record: Record) -> bytes:
    """The bytes of a record's file."""
    facts = {field.name: getattr(record, field.name) for field in fields(Record)}
    sides = {side: [{"name": part.name, "blob": asdict(part.blob)} for part in facts[side]] for side in SIDES}
    return disk.seal({"format": FORMAT, **facts, **sides})


def decode(data: bytes, key: Key) -> Record:
    """The record of `key` in a file's bytes. Raises ValueError where they are not that, whole and unchanged."""
    value = disk.unseal(data)
    if value.pop("format") != FORMAT or value["key"] != key:
        raise ValueError("another format, or the record of another key")
    for side in SIDES:
        value[side] = tuple(Part(part["name"], Blob(**part["blob"])) for part in value[side])
    return Record(**value)


def manifest(record: Record) -> Manifest:
    """What the artifact depends on."""
    return Manifest.from_stored(record.manifest)


def digest_of(contents: Mapping[str, Digest]) -> Digest:
    """The digest of a result: of its files' names and contents, in order of name."""
    return digests.of_value(sorted(contents.items()))
