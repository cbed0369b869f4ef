"""The roll: the stages of a reading in the order of the text, and what is looked up among them.

It is called for each reading, and tells who went and who came since the last one: by these, and by nothing else, all
accounts of the stages are kept up. It refuses to know what any of them is good for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.names import Made
from intaglio.lang.shared import shared


class Changes(NamedTuple):
    """The stages that went, and those that came, each in the order of the text. One that only moved is neither."""

    gone: Sequence[Checked]
    come: Sequence[Checked]
    reordered: bool  # whether some changed places

    @property
    def both(self) -> Iterable[Checked]:
        """All of them."""
        yield from self.gone
        yield from self.come


class Roll:
    """One script's, or one recipe's."""

    def __init__(self) -> None:
        self.stages: Sequence[Checked] = ()
        self.by_made: dict[Made, Checked] = {}
        self.by_path: dict[str, Checked] = {}  # but for uses of recipes, which are the stages in them
        self.doubles: set[Checked] = set()  # those whose path is another's in it
        self.naming: dict[Made, set[Checked]] = {}  # who speaks of a stage
        self._places: Mapping[Checked, int] | None = None

    def call(self, stages: Sequence[Checked]) -> Changes:
        """Hear which stages there are now."""
        before = self.stages
        start, end = shared(before, stages)
        between, now = before[start : len(before) - end], stages[start : len(stages) - end]
        stay = {*between}.intersection(now)
        gone, come = ([each for each in some if each not in stay] for some in (between, now))
        for stage in gone:
            self._drop(stage)
        for stage in come:
            self._take(stage)
        self.stages, self._places = stages, None
        return Changes(gone, come, _are_reordered(between, now))

    def _take(self, stage: Checked) -> None:
        self.by_made[stage.made] = stage
        for made in stage.named:
            self.naming.setdefault(made, set()).add(stage)
        if stage.is_stage and self.by_path.setdefault(stage.made.path, stage) is not stage:
            self.doubles.add(stage)

    def _drop(self, stage: Checked) -> None:
        del self.by_made[stage.made]
        for made in stage.named:
            naming = self.naming[made]
            naming.remove(stage)
            if not naming:
                del self.naming[made]
        if stage in self.doubles:
            self.doubles.remove(stage)
        elif stage.is_stage:
            del self.by_path[stage.made.path]
            other = next((each for each in self.doubles if each.made.path == stage.made.path), None)
            if other is not None:
                self.doubles.remove(other)
                self.by_path[other.made.path] = other

    @property
    def places(self) -> Mapping[Checked, int]:
        """Where each stage stands among all."""
        if self._places is None:
            self._places = dict(zip(self.stages, range(len(self.stages)), strict=True))
        return self._places

    def in_order(self, some: Iterable[Checked]) -> list[Checked]:
        """Some of the stages, in the order of the text."""
        few = [*some]
        return sorted(few, key=self.places.__getitem__) if len(few) > 1 else few


def _are_reordered(gone: Sequence[Checked], come: Sequence[Checked]) -> bool:
    before, now = [stage.made for stage in gone], [stage.made for stage in come]
    both = {*before}.intersection(now)
    return [made for made in before if made in both] != [made for made in now if made in both]
