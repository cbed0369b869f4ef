"""What arrives later: checked stages come in, one remark on all that they say and that is not run yet goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk

MOST = 12  # lines shown


def tell_later(stages: Sequence[Checked], desk: Desk) -> None:
    """One remark for the whole script, at the first place."""
    found = sorted((each for stage in stages for each in stage.said.later), key=lambda each: each.said.order)
    if found:
        first, *rest = found
        words = tuple(dict.fromkeys(each.what for each in found))
        desk.say(wrong.names.ArrivesLater(span=first.span, also=tuple(each.span for each in rest)[:MOST], words=words))


def lines_of_later(stages: Sequence[Checked]) -> Mapping[str, Mapping[str, int]]:
    """What of each stage arrives later, and the line of it. Stages of which nothing does are left out."""
    return {
        stage.made.path: {each.what: each.span.line for each in reversed(stage.later)}
        for stage in stages
        if stage.later
    }
