"""Digests: what a content is called. In go bytes, files and plain values; out come names of 32 hex digits.

Equal contents have equal digests on every machine; different ones have different digests by all odds. xxh3 does not
resist collisions made on purpose, so where strangers meet another digest stands beside these. Knows nothing of stages.
"""

from __future__ import annotations

import math
import mmap
import os
import struct
import unicodedata
from collections.abc import Mapping, Sequence
from io import BufferedIOBase, FileIO, RawIOBase
from pathlib import Path
from typing import NewType

import xxhash
from pydantic import BaseModel

Digest = NewType("Digest", str)

BLOCK = 1 << 20  # bytes read at a time
WINDOW = 16 << 20  # bytes of a file looked at where they lie in memory, at a time
_length = struct.Struct(">Q").pack  # of what follows: bytes of a content, items of a list


def of_bytes(data: bytes | bytearray | memoryview) -> Digest:
    """The digest of bytes: xxh3 of 128 bits, as 32 hex digits."""
    return Digest(xxhash.xxh3_128_hexdigest(data))


def of_file(path: Path) -> Digest:
    """The digest of a file's bytes. Raises OSError."""
    with path.open("rb", buffering=0) as file:
        return of_stream(file, room=min(BLOCK, os.fstat(file.fileno()).st_size + 1))


def of_still(file: FileIO, size: int) -> Digest:
    """The digest of an open file of so many bytes that is ours, has just been written, and is not written any more.

    A large one is looked at where the system has it in memory, which takes half the time, and through a window, since
    what is looked at counts as memory of ours. Of one that shrank meanwhile, or a disk that failed, a process would
    die, so no others are digested like this. Raises OSError.
    """
    if size <= BLOCK:
        return of_stream(file, room=size + 1)
    hasher = xxhash.xxh3_128()
    for start in range(0, size, WINDOW):
        with mmap.mmap(file.fileno(), min(WINDOW, size - start), access=mmap.ACCESS_READ, offset=start) as seen:
            hasher.update(seen)
    return Digest(hasher.hexdigest())


def of_stream(file: RawIOBase | BufferedIOBase, room: int = BLOCK) -> Digest:
    """The digest of what is left of an open file, read `room` bytes at a time: where it is small, a mapping of a
    megabyte costs more than to read it.
    """
    hasher, block = xxhash.xxh3_128(), memoryview(bytearray(room))
    while length := file.readinto(block):
        hasher.update(block[:length])
    return Digest(hasher.hexdigest())


def of_value(value: object) -> Digest:
    """The digest of a plain value's canonical encoding."""
    return of_bytes(canonical(value))


def derive(seed: int, purpose: str, *indices: int) -> int:
    """A number from 0 to 2**63 - 1 for one draw: counter-based, so that draws do not depend on the order of work.

    `purpose` is a fixed word of the kind that draws, never a stage's name.
    """
    return int(of_value((seed, purpose, *indices)), 16) & (2**63 - 1)


def canonical(value: object) -> bytes:
    """Bytes that are equal for equal values and different for different ones.

    Each value is a tag, where needed a length, and its content; text is NFC, maps are sorted by key, tuples are lists,
    a pydantic model is the map of its fields, -0.0 is 0.0, and 1, 1.0 and True differ. Raises ValueError for NaN, inf
    and keys that are the same text, TypeError for what is no plain value (a path, a set, a key that is not text).
    """
    parts: list[bytes] = []
    waiting = [value]  # a stack and no recursion: conditions of a script may nest deeply
    while waiting:
        value = waiting.pop()
        if type(value) is str:  # most of a manifest: a dataset has a digest for each of its files
            parts.append(_text(value))
        else:
            head, inner = _opened(value)
            parts.append(head)
            waiting += inner
    return b"".join(parts)


def _opened(value: object) -> tuple[bytes, Sequence[object]]:
    """A value's own bytes, and the values inside it whose bytes follow, the last one first."""
    match value:
        case str():
            return _text(value), ()
        case None:
            return b"n", ()
        case bool():
            return b"t" if value else b"f", ()
        case int():
            return _tagged(b"i", value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)), ()
        case float():
            return b"d" + _double(value), ()
        case bytes():
            return _tagged(b"b", value), ()
        case list() | tuple():
            return b"l" + _length(len(value)), value[::-1]
        case BaseModel():
            return _map({name: getattr(value, name) for name in type(value).model_fields})
        case Mapping():
            return _map(value)
    raise TypeError(f"{type(value).__name__} has no canonical encoding")


def _map(pairs: Mapping[object, object]) -> tuple[bytes, Sequence[object]]:
    composed: dict[str, object] = {}
    for name, value in pairs.items():
        if not isinstance(name, str):
            raise TypeError(f"a key must be text, not {type(name).__name__}")
        composed[unicodedata.normalize("NFC", name)] = value
    if len(composed) != len(pairs):
        raise ValueError("two keys are the same text")
    inner: list[object] = []
    for name in sorted(composed, reverse=True):
        inner += (composed[name], name)
    return b"m" + _length(len(composed)), inner


def _text(value: str) -> bytes:
    return _tagged(b"s", unicodedata.normalize("NFC", value).encode())


def _double(value: float) -> bytes:
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be part of a key")
    return struct.pack(">d", value + 0.0)  # -0.0 + 0.0 is 0.0


def _tagged(tag: bytes, content: bytes) -> bytes:
    return tag + _length(len(content)) + content
