"""Own words: what a stage may say by words that only its code knows, which is Python of the artist's.

The code is never run for that. What it said of itself after its user trusted it is asked of the world; where nobody
trusts it, its words are taken as they come, and that is remarked on once.
"""

from __future__ import annotations

from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.naming import head_span
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.settings import Owner
from intaglio.lang.records import replace
from intaglio.lang.tree import Line, Node, Path, Reference, Text
from intaglio.lang.vocabulary import Verb


def with_own(owner: Owner, made: Made, verb: Verb) -> Owner:
    """What lines beneath a stage stand beneath, with the words that its code knows."""
    line = made.said(verb.code)
    path = None if line is None or not line.values else _path(line.values[0], _place(owner, line))
    if line is None or path is None:
        return replace(owner, is_open=True)
    known = owner.desk.world.known(path)
    if not known.trusted and owner.desk.world.exists(path):  # else that is told
        place, node = _place(owner, line), line.values[0]
        if known.because:
            place.say(wrong.world.NoCode, node, because=known.because)
        else:
            place.say(wrong.world.NotTrusted, node, path=path)
    if known.verb is None:
        return replace(owner, is_open=True)
    if made.makes != known.verb.makes:
        _say_makes(owner, made, verb, known.verb.makes, path)
    return replace(owner, words={**owner.words, **known.verb.settings})


def _place(owner: Owner, line: Line) -> Place:
    return Place(owner.desk, line, owner.scope, owner.lets, owner.name)


def _path(node: Node, place: Place) -> str | None:
    """The path that is said, as seen from the script; None where it is none, or leads out of a recipe's folder."""
    known = place.value_of(node) if isinstance(node, Reference) else node
    if not isinstance(known, Path | Text):
        return None
    said = known.text if isinstance(known, Path) else known.content
    return place.seen(said, node)


def _say_makes(owner: Owner, made: Made, verb: Verb, makes: str, path: str) -> None:
    line = made.said(verb.makes_as)
    facts: dict[str, Any]
    if line is None:
        facts = owner.desk.add(made.line, f"  {verb.makes_as} {makes}") | {"span": head_span(made.line)}
    elif line.values:
        facts = mend(line, line.values[0].start, line.values[-1].end, makes)
    else:
        return
    owner.desk.say(wrong.world.MakesOtherwise(path=path, makes=makes, said=made.makes, **facts))
