"""What nothing is made of: material and tools of a script that lie idle, told where they are made."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.naming import free_name
from intaglio.lang.checker.roll import Changes, Roll
from intaglio.lang.vocabulary import offered


class Idle:
    """An account of material and tools that no other stage speaks of. What is made to be looked at may stand alone."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._idle: set[Made] = set()

    def renew(self, changes: Changes) -> None:
        """Hear who went and who came."""
        for stage in changes.both:
            for made in (stage.made, *stage.named):
                self._idle.discard(made)
                found = None if made in self._roll.naming else self._roll.by_made.get(made)
                if found is not None and found.is_for_use and made.is_written:
                    self._idle.add(made)

    def tell(self, given: Collection[Made], desk: Desk) -> None:
        """Tell of all but those that a recipe has `given`."""
        for stage in self._roll.in_order(self._roll.by_made[made] for made in self._idle):
            made = stage.made
            if made not in given:
                node = made.line.values[0]
                span = made.line.span(node.start, node.end)
                inside = made.scope.home.itself
                facts = {} if inside else _use(made, desk)
                desk.say(wrong.graph.NeverUsed(name=made.path, inside=inside, **facts | {"span": span}))


def _use(made: Made, desk: Desk) -> dict[str, Any]:
    """A line beneath it that would use it: that draws with a model, or shows images."""
    verbs = (desk.vocabulary.verbs[name] for name in offered(desk.vocabulary.verbs))
    for verb in verbs:
        draws = made.makes in verb.models and verb.models_required and not verb.sources_required
        if (draws and verb.makes == "images") or (made.makes in verb.sources and verb.makes == "sheet"):
            word = "with" if draws else "from"
            name = free_name(f"{verb.makes}-of-{made.name}", made.scope)
            return desk.add(made.line, f"{verb.name} {name} {word} {made.name}")
    return {}
