"""Copies: where stages save theirs. Two for one place are told of, and images saved where a dataset reads."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.roll import Changes, Roll

READ_AGAIN = ("images", "frames", "sheet")  # what a dataset would take in from a folder


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


def _around(path: str) -> Iterator[str]:
    """A place, and the folders that it lies in, the nearest first, to the script's own or to the root."""
    while path and path != "/":
        yield path
        path = posixpath.dirname(path)
    yield path or "."
