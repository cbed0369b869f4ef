"""Copies: where stages save theirs. Two for one place are told of, and images saved where a dataset reads."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Container, Iterator

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.roll import Changes, Roll
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.span import Span

READ_AGAIN = ("images", "frames", "sheet")  # what a dataset would take in from a folder
FILLING = (*READ_AGAIN, "film")  # and from the very place that it was saved to


class _Places:
    """Who has to do with a place on the disk."""

    def __init__(self) -> None:
        self.at: defaultdict[str, set[Checked]] = defaultdict(set)
        self.crowded: set[str] = set()  # the places of more than one

    def add(self, place: str, stage: Checked) -> None:
        """One more."""
        here = self.at[place]
        here.add(stage)
        if len(here) > 1:
            self.crowded.add(place)

    def remove(self, place: str, stage: Checked) -> None:
        """One fewer."""
        here = self.at[place]
        here.discard(stage)
        if len(here) < 2:
            self.crowded.discard(place)
        if not here:
            del self.at[place]


class Copies:
    """An account of where stages copy their results to, and of the folders that datasets read."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._copied = _Places()
        self._around = _Places()  # the places of images that a dataset could take in, and the folders around these
        self._read = _Places()

    def renew(self, changes: Changes) -> None:
        """Hear who went and who came."""
        for stage in changes.gone:
            for places, place in self._of(stage):
                places.remove(place, stage)
        for stage in changes.come:
            for places, place in self._of(stage):
                places.add(place, stage)

    def _of(self, stage: Checked) -> Iterator[tuple[_Places, str]]:
        made, copied_to = stage.made, stage.copied_to
        if copied_to is not None:
            yield self._copied, copied_to
            for place in _around(copied_to) if made.makes in READ_AGAIN else ():
                yield self._around, place
        if made.verb is not None and made.verb.groups:
            for path in stage.inputs.paths:
                yield self._read, posixpath.normpath(path)

    def tell_same(self) -> None:
        """Tell of each copy that goes where one above it goes."""
        places = self._copied.at
        firsts = {place: self._roll.in_order(places[place])[0] for place in self._copied.crowded}
        found = (each for place, first in firsts.items() for each in places[place] if each is not first)
        for stage in self._roll.in_order(found):
            other = firsts[stage.copied_to or ""]
            path, line, at = stage.said.values["save"], stage.said.lines["save"], stage.saved_at or stage.made.desk
            stem, suffix = posixpath.splitext(path.rstrip("/"))
            slash = "/" if path.endswith("/") else ""
            paste = f"save {stem}-{stage.made.name}{suffix}{slash}"
            there = other.saved_at or other.made.desk
            also = (other.said.lines["save"].span(),) if there.page is at.page else ()
            name, before = stage.made.path, other.made.path
            at.say(wrong.world.SameCopy(span=line.span(), also=also, path=path, paste=paste, name=name, other=before))

    def tell_among_sources(self) -> None:
        """Tell of images that are saved into a folder that a dataset reads."""
        folders = self._read.at
        found = {stage for folder in folders.keys() & self._around.at.keys() for stage in self._around.at[folder]}
        for stage in self._roll.in_order(found):
            copied_to = stage.copied_to or ""
            folder = next(each for each in _around(copied_to) if each in folders)
            line, at = stage.said.lines["save"], stage.saved_at or stage.made.desk
            shown = folder if folder.startswith(".") else f"./{folder}"
            rest = copied_to.removeprefix(folder) + "/" * stage.said.values["save"].endswith("/")
            paste = None if folder in (".", "..") else f"save {shown}-made{rest}"
            name = self._roll.in_order(folders[folder])[0].made.path
            at.say(wrong.world.SavedAmongSources(span=line.span(), name=name, folder=f"{shown}/", paste=paste))

    def tell_filled(self, desk: Desk) -> None:
        """Of places without images that the script fills itself, tell so, and that it is no mistake."""
        told: set[tuple[Span, str]] = set()  # where a line saves, and to what
        for number, fault in enumerate(desk.faults):
            if isinstance(fault, wrong.world.NoSuchPlace | wrong.world.NoImageThere) and fault.level is Level.MISTAKE:
                by = self._filled_by(fault.path, desk)
                if by is not None:
                    line, there = by.said.lines["save"], by.saved_at or by.made.desk
                    also = (line.span(),) if there.page is desk.page else ()
                    told.update((span, posixpath.normpath(fault.path)) for span in also)
                    desk.faults[number] = wrong.world.NotYetFilled(
                        span=fault.span, path=fault.path, name=by.made.path, also=also, beyond=fault.beyond
                    )

        if told:
            desk.faults[:] = [each for each in desk.faults if not _is_among(each, told)]

    def _filled_by(self, path: str, desk: Desk) -> Checked | None:
        """The first stage that saves images to a place, and does not come of what reads them there."""
        readers = self._read.at.get(posixpath.normpath(path))
        if not readers:
            return None
        place = posixpath.normpath(posixpath.dirname(path.partition("*")[0]) if "*" in path else path)
        filling = {*self._around.at.get(place, ()), *self._copied.at.get(place, ())}
        filling = {each for each in filling if each.made.makes in FILLING}
        return next((each for each in self._roll.in_order(filling) if not self._comes_of(each, readers, desk)), None)

    def _comes_of(self, stage: Checked, others: Container[Checked], desk: Desk) -> bool:
        """Whether a stage is made of one of the others, however far up, or is one; also where that is too far."""
        seen, left = {stage}, [stage]
        while left:
            each = left.pop()
            if each in others or not desk.afford(1):
                return True
            known = (self._roll.by_made.get(join.made) for join in each.joins)
            new = {other for other in known if other is not None and other not in seen}
            seen |= new
            left += new
        return False


def _is_among(fault: Diagnostic, told: Container[tuple[Span, str]]) -> bool:
    """Whether a fault tells that a line saves where a dataset reads, and the same was told of the two already."""
    if not isinstance(fault, wrong.world.SavedAmongSources):
        return False
    return (fault.span, posixpath.normpath(fault.folder)) in told


def _around(path: str) -> Iterator[str]:
    """A place, and the folders that it lies in, the nearest first, to the script's own or to the root."""
    while path and path != "/":
        yield path
        path = posixpath.dirname(path)
    yield path or "."
