"""Chains: how far each training has come, kept at many of its steps, so that a longer one begins where another ended.

A chain is named by all that a course depends on except its length: the key of the manifest without it. What is kept
of it is segments: each holds what the course needs to go on after a step as if it had never stopped. A segment counts
only beside the arithmetic that made it (its fingerprint), for another machine's last bits differ. Losing a segment, or
a chain, loses time and nothing else. Knows no kinds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from intaglio.runtime.fault import Fault
from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store import disk
from intaglio.runtime.store.blobs import Blob, Blobs
from intaglio.runtime.store.notes import Notes
from intaglio.runtime.store.uses import Uses

FOLDER = "chains"
MOST = 32  # segments of a chain
TICK = 0.001  # seconds
BUDGET = 8 << 30  # bytes of a chain, as long as it keeps its ends


@dataclass(frozen=True, slots=True)
class Segment:
    """A course after `step` steps. `marked` ones were shown, or are ends, and are the last to go.

    `epoch` is how many steps an epoch has, so that a plan can count in either; `kept_at` is in seconds since 1970, and
    later than that of all that was kept before, whatever the clock says.
    """

    step: int
    fingerprint: str
    files: Mapping[str, Blob]
    marked: bool
    epoch: float
    kept_at: float = 0.0

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(blob.size for blob in self.files.values())


class Chains:
    """The chains of one store."""

    def __init__(self, notes: Notes, blobs: Blobs, uses: Uses, needed: Callable[[Set[str]], Set[str]]) -> None:
        """`needed` tells which of some contents, by their digests, results have as well."""
        self._notes = notes
        self._blobs = blobs
        self._uses = uses
        self._needed = needed
        self._gone: dict[str, Blob] = {}  # contents of segments that were let go, by digest, which may go as well

    def segments(self, chain: Key) -> tuple[Segment, ...]:
        """What is kept of a chain and still there, by step. While the store is being used, it stays."""
        if not self._uses.active:
            return self._there(chain)
        with self._uses.steady():
            self._uses.note(_name(chain))
            return self._there(chain)

    def _there(self, chain: Key) -> tuple[Segment, ...]:
        return tuple(s for s in self.noted(chain) if all(map(self._blobs.has, s.files.values())))

    def keep(self, chain: Key, folder: Path, step: int, fingerprint: str, *, epoch: float, marked: bool) -> None:
        """Take in the files of a folder as a segment, to last. Raises Fault.

        The folder must lie on the store's disk. Of too many segments some are let go, evenly along the course.
        """
        files = sorted(folder.iterdir())
        with disk.faults(folder, needed=sum(file.stat().st_size for file in files)), self._uses.steady():
            taken = self._blobs.take(files)
            named = {file.name: blob for file, blob in zip(files, taken, strict=True)}
            self._uses.note(_name(chain))
            gone = self._add(chain, Segment(step, fingerprint, named, marked, epoch, time.time()))
        self._gone |= {blob.digest: blob for each in gone for blob in each.files.values()}
        self._drop()

    def _add(self, chain: Key, segment: Segment) -> list[Segment]:
        """Write a segment down, marked if it ever was. Returns those that were let go for it."""
        with self._notes.held(_name(chain)):
            known = {(s.step, s.fingerprint): s for s in self._there(chain)}
            before = known.get((segment.step, segment.fingerprint))
            latest = max((s.kept_at for s in known.values()), default=0.0)
            segment = replace(
                segment,
                marked=segment.marked or (before is not None and before.marked),
                kept_at=max(segment.kept_at, latest + TICK),
            )
            known[segment.step, segment.fingerprint] = segment
            segments = sorted(known.values(), key=lambda each: each.step)
            kept = thinned(segments, segment)
            self._notes.write(_name(chain), [asdict(each) for each in kept])
        return [each for each in (*segments, before) if each is not None and each not in kept]

    def _drop(self) -> None:
        """Let go of the contents of segments that no result and no chain has, while nobody takes any in.

        Where somebody does, the next segment tries it again; what is left at the end collecting finds another day.
        """
        if not self._gone:
            return
        with suppress(Fault), self._uses.alone_if_free() as alone:
            if not alone:
                return
            gone, self._gone = self._gone, {}
            still = self._in_chains() | self._needed(gone.keys())
            for digest, blob in gone.items():
                if digest not in still:
                    self._blobs.drop(blob)

    def _in_chains(self) -> set[str]:
        """The contents that are written down of any chain."""
        chains = (Key(name.removeprefix(f"{FOLDER}/")) for name in self._notes.names(FOLDER))
        return {b.digest for chain in chains for segment in self.noted(chain) for b in segment.files.values()}

    def path(self, blob: Blob) -> Path:
        """Where a segment's file lies."""
        return self._blobs.path(blob.digest)

    def set_aside(self, segment: Segment) -> None:
        """Move what is damaged of a segment to the quarantine, so that it is a miss from now on."""
        for blob in segment.files.values():
            self._blobs.verify(blob)

    def noted(self, chain: Key) -> tuple[Segment, ...]:
        """All that is written down of a chain, by step, whether it is still there or not."""
        return tuple(map(_segment, self._notes.read(_name(chain)) or ()))


def nearest(segments: Sequence[Segment], step: float) -> Segment | None:
    """The furthest segment that is not past a step, made by the arithmetic that was at work last."""
    if not segments:
        return None
    own = max(segments, key=lambda s: s.kept_at).fingerprint
    return next((s for s in reversed(segments) if s.step <= step and s.fingerprint == own), None)


def thinned(
    segments: Iterable[Segment], newest: Segment | None = None, most: int = MOST, budget: int = BUDGET
) -> list[Segment]:
    """As many as may be kept, in order. The last always is, and the newest; others go first that more lie close to."""
    kept = list(segments)
    while len(kept) > 2 and (len(kept) > most or sum(s.size for s in kept) > budget):
        kept.remove(min((s for s in kept[:-1] if s is not newest), key=lambda s: (s.marked, _room(kept, s))))
    return kept


def _room(kept: Sequence[Segment], segment: Segment) -> float:
    """How wide a gap a segment would leave, as a share of where it ends."""
    place = kept.index(segment)
    before = kept[place - 1].step if place else 0
    after = kept[place + 1].step
    return (after - before) / max(1, after)


def _name(chain: Key) -> str:
    return f"{FOLDER}/{chain}"


def _segment(noted: Mapping[str, Any]) -> Segment:
    files = {name: Blob(**blob) for name, blob in noted["files"].items()}
    return Segment(**{**noted, "files": files})
