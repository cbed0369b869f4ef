"""A page: a script as it stands in an editor, and what each ability asks of it. What costs is done when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Protocol

from intaglio.face.server import outline
from intaglio.face.server.outline import Mention, Named, Outline, Seat
from intaglio.face.server.text import Place, Sheet
from intaglio.lang.parser import parse
from intaglio.lang.script import Script
from intaglio.lang.tree import Tree
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import World


class Recipes(Protocol):
    """Where a page borrows. `lent` are the real paths of all files that anything was looked for in."""

    @property
    def lent(self) -> Collection[str]:
        """See there."""
        ...

    def page(self, source: str, name: str, version: str | None) -> Page | None:
        """The page of a file with recipes; None where there is none."""
        ...

    def holds(self, source: str) -> Mapping[str, tuple[str, ...]]:
        """See `lang.borrowing.Lender`."""
        ...

    def called(self, file: str) -> Page | None:
        """The page of a file that a message calls so."""
        ...


@dataclass(frozen=True)
class Page:
    """A script's text, and how it is read. `path` is None for one that has not been saved anywhere yet."""

    uri: str
    sheet: Sheet
    vocabulary: Vocabulary
    world: World
    understand: Callable[[str], Script]
    path: Path | None = None
    version: int | None = None
    recipes: Recipes | None = None
    lenders: dict[str, Page] = field(default_factory=dict, init=False, repr=False, compare=False)  # by address
    _reading: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)

    @cached_property
    def tree(self) -> Tree:
        """Its syntax, mistakes or not."""
        return parse(self.sheet.text).tree

    @property
    def script(self) -> Script:
        """What `gen check` says of it. Whoever asks while it is being read waits for the same reading."""
        with self._reading:
            return self._script

    @cached_property
    def _script(self) -> Script:
        return self.understand(self.sheet.text)

    @cached_property
    def outline(self) -> Outline:
        """What stands on each line, and the names."""
        return outline.read(self.tree, self.vocabulary, self.uri, self.lent, self.world)

    @cached_property
    def alone(self) -> Outline:
        """The same without what it borrows: what others see of it. Two pages may borrow of each other."""
        return outline.read(self.tree, self.vocabulary, self.uri)

    def lent(self, source: str, name: str, version: str | None) -> Named | None:
        """A recipe that it may borrow; without a version, the newest."""
        lender = self.recipes.page(source, name, version) if self.recipes else None
        if lender is None:
            return None
        self.lenders[lender.uri] = lender
        return next((named for named in lender.alone.recipes if named.name == name), None)

    def home(self, named: Named) -> Page:
        """The page that a name of the outline is given in."""
        return self.lenders.get(named.given.home, self)

    def seat(self, place: Place) -> Seat | None:
        """What stands on a place's line."""
        return self.outline.seat(place.line)

    def mention(self, place: Place) -> Mention | None:
        """The name at a place; the innermost, where its end is the beginning of another."""
        seat = self.seat(place)
        at = None if seat is None else outline.offset(seat.line, place.line, place.column)
        if seat is None or at is None:
            return None
        return next((each for each in seat.mentions if each.start <= at <= each.end), None)
