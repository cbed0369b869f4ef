"""Artifacts: what a stage made, as others read it.

An artifact is a `result` (digested: an input to others) and what was `seen` while it was made (previews, curves,
names, remarks: never digested). Its files are blobs of the store, so a file's path says nothing; ask by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Artifact:
    """One made thing in the store.

    `result` and `seen` map relative names (`model.safetensors`, `preview-025.png`) to paths of blobs. `digest` is of
    the result; `bag` is the same for any order of its images, None where the kind has no images.
    """

    kind: str
    makes: str
    key: str
    digest: str
    bag: str | None
    result: Mapping[str, Path]
    seen: Mapping[str, Path]
    facts: Mapping[str, Any] = field(default_factory=dict)  # made, reused, unit, seconds, remarks, made-with
