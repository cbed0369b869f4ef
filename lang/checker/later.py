"""What arrives later: checked stages come in, one remark on all that they say and that is not run yet goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.place import Later
from intaglio.lang.checker.roll import Changes, Roll

MOST = 12  # lines shown


class Awaited:
    """An account of the stages of which something arrives later."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._waiting: set[Checked] = set()
        self._told: tuple[tuple[Later, ...], tuple[str, ...]] | None = None  # the first of all that arrives, and words

    def renew(self, changes: Changes) -> None:
        """Hear who went and who came."""
        come = [stage for stage in changes.come if stage.later]
        if changes.reordered or come or not self._waiting.isdisjoint(changes.gone):
            self._told = None
        self._waiting.difference_update(changes.gone)
        self._waiting.update(come)

    def tell(self, desk: Desk) -> None:
        """One remark for the whole script, at the first place."""
        if not self._waiting:
            return
        (first, *rest), words = self._told = self._told or self._found()
        also = tuple(each.span for each in rest)
        desk.say(wrong.names.ArrivesLater(span=first.span, also=also, words=words))

    def _found(self) -> tuple[tuple[Later, ...], tuple[str, ...]]:
        """By place, which may become another while the order stays."""
        stages = self._roll.in_order(self._waiting)
        found = sorted((each for stage in stages for each in stage.later), key=lambda each: each.said.order)
        return tuple(found[: MOST + 1]), tuple(dict.fromkeys(each.what for each in found))


def lines_of_later(stages: Sequence[Checked]) -> Mapping[str, Mapping[str, int]]:
    """What of each stage arrives later, and the line of it. Stages of which nothing does are left out."""
    return {
        stage.made.path: {each.what: each.span.line for each in reversed(stage.later)}
        for stage in stages
        if stage.later
    }
