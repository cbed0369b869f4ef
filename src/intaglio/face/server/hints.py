"""Inlay hints: how a script's stages stand, as its store and its folder say, and the numbers of a dataset's steps, with
how many images each of them leaves.

What a run would find is looked for as `gen plan` looks for it, and nothing is written down: neither is a store made nor
what was learnt about files kept in one. Where nothing was ever made there is nothing to look for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol import types as lsp

from intaglio.face.server.outline import Role, Seat
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place, inside
from intaglio.face.session import Session
from intaglio.face.text import seconds, several
from intaglio.lang.checker.paths import is_address
from intaglio.lang.ir import Program
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import LISTING, ImageSet
from intaglio.runtime.plan import estimates
from intaglio.runtime.plan.planner import PlannedStage, State
from intaglio.runtime.store.store import LastRun, Store
from intaglio.runtime.world.files import DiskFiles
from intaglio.stdlib.images.tally import Left, left


@dataclass(frozen=True, slots=True)
class Standing:
    """How a stage stands: its state and why, how many images it has, and about how long making it takes; of a dataset
    that is fresh, how many images each of its steps left.
    """

    state: State
    reason: str
    images: int | None = None
    seconds: float | None = None
    left: Left | None = None


Standings = Mapping[str, Standing]


@dataclass(slots=True)
class Looker:
    """Plans one script, again and again. What files hold is remembered here, so that each is read once."""

    session: Session
    within: Sequence[Path]  # folders that may be looked into
    files: _Glance | None = field(default=None, repr=False)

    def look(self, program: Program, paths: Sequence[str]) -> Standings:
        """How the stages stand; nothing where none was ever made, or where paths lead out of what may be looked at.

        Raises `Fault` and `OSError` for a store that cannot be read.
        """
        store = self.session.store()
        last = store.last(self.session.script) if store.root.is_dir() else {}
        if not last or not all(self._may(path) for path in paths):
            return {}
        self.files = self.files or _Glance(self.session.folder, store)
        self.files.look_again()
        plan = self.session.plan(program, store, self.files)
        return {stage.name: _standing(stage, store, last) for stage in plan.stages}

    def _may(self, path: str) -> bool:
        if is_address(path):
            return True
        try:
            place = (self.session.folder / Path(path).expanduser()).resolve()
        except (OSError, ValueError, RuntimeError):
            return False
        return any(place.is_relative_to(folder) for folder in self.within)


class _Glance(DiskFiles):
    """The disk, looked at without writing anything down."""

    def keep(self) -> None:
        """What was learnt is kept in this process only."""

    def look_again(self) -> None:
        """Look at folders anew; what files hold is known as long as they are not touched."""
        self._listed.clear()
        self.looked.clear()


def _standing(stage: PlannedStage, store: Store, last: LastRun) -> Standing:
    artifacts = [cell.artifact for cell in stage.cells]
    have = [each for each in artifacts if each is not None and LISTING in each.result]
    images = sum(len(ImageSet(each)) for each in have) if have and len(have) == len(artifacts) else None
    taken = None if stage.state is State.FRESH else estimates.seconds(stage, store, last)
    reason = stage.fault.message if stage.fault is not None else stage.reason
    return Standing(stage.state, reason, images, taken, _left(have) if stage.state is State.FRESH else None)


def _left(artifacts: Sequence[Artifact]) -> Left | None:
    """How many images the steps left, where all cells agree."""
    found = {left(artifact) for artifact in artifacts}
    return found.pop() if len(found) == 1 else None


def stamp(store: Store) -> tuple[int, ...]:
    """Something that is another after every run that uses the store."""
    try:
        entries = [entry.stat().st_mtime_ns for entry in os.scandir(store.root / "history")]
    except OSError:
        return ()
    return len(entries), max(entries, default=0)


# Shown -------------------------------------------------------------------------------------------------------------


def shown(page: Page, stretch: lsp.Range, standings: Standings) -> list[lsp.InlayHint]:
    """The hints of a stretch."""
    standing = (
        _of_stage(seat, standings[seat.named.path], page)
        for seat in page.outline.seats
        if seat.role is Role.STAGE and seat.named is not None and seat.named.path in standings
        if inside(stretch, seat.line.number)
    )
    return [*_of_steps(page, stretch, standings), *standing]


def told(standing: Standing) -> str:
    """`36 images · fresh`, `stale · about 12 min`."""
    images = several(standing.images, "image") if standing.images is not None else ""
    taken = f"about {seconds(standing.seconds)}" if standing.seconds is not None else ""
    return " · ".join(filter(None, (images, standing.state.value, taken)))


def _of_stage(seat: Seat, standing: Standing, page: Page) -> lsp.InlayHint:
    return _behind(seat, told(standing), standing.reason, page)


def _behind(seat: Seat, label: str, why: str, page: Page) -> lsp.InlayHint:
    span = seat.line.span()
    where = page.sheet.position(Place(span.line, span.end))
    return lsp.InlayHint(where, label, tooltip=why or None, padding_left=True)


def _of_steps(page: Page, stretch: lsp.Range, standings: Standings) -> Iterator[lsp.InlayHint]:
    """The steps of each dataset, and of each of its groups, counted from 1; behind each, how many images it left."""
    rows = _rows(page, standings)
    counts: dict[Seat, int] = {}
    for seat in page.outline.seats:
        if seat.parent is None or seat.parent.role not in (Role.STAGE, Role.PART) or not _is_step(seat):
            continue
        counts[seat.parent] = counts.get(seat.parent, 0) + 1
        if not inside(stretch, seat.line.number):
            continue
        piece = seat.line.pieces[0]
        yield lsp.InlayHint(
            page.sheet.position(Place(piece.line, piece.column)), str(counts[seat.parent]), padding_right=True
        )
        row, place = rows.get(seat.parent, ()), counts[seat.parent] - 1
        if place < len(row):
            why = "So many images come from here." if seat.role is Role.LEAD else "So many are left after this step."
            yield _behind(seat, several(row[place], "image"), why, page)


def _rows(page: Page, standings: Standings) -> dict[Seat, tuple[int, ...]]:
    """What the steps beneath a dataset, or beneath one of its groups, left. A `from` on the line itself is one more."""
    found: dict[Seat, tuple[int, ...]] = {}
    groups: dict[Seat, Iterator[tuple[int, ...]]] = {}
    for seat in page.outline.seats:
        standing = standings.get(seat.named.path) if seat.named is not None and seat.role is Role.STAGE else None
        if standing is not None and standing.left is not None:
            found[seat] = standing.left.steps[any(clause.word == "from" for clause in seat.line.clauses) :]
            groups[seat] = iter(standing.left.groups)
        elif seat.role is Role.PART and seat.parent in groups:
            found[seat] = next(groups[seat.parent], ())
    return found


def _is_step(seat: Seat) -> bool:
    verb = seat.stage.verb if seat.stage else None
    if verb is None or not verb.steps:
        return False
    if seat.role is Role.LEAD:
        return "from" in verb.steps
    return seat.setting is not None and verb.steps.get(seat.setting.name) is seat.setting
