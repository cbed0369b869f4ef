"""References: a name after `from` or `with` comes in, the stage that it speaks of goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from intaglio.lang.checker.names import ANY, Found, Made, Section, find, reachable
from intaglio.lang.checker.place import Join, Place
from intaglio.lang.diagnostics.graph import WrongMaterial
from intaglio.lang.diagnostics.names import NothingSoNamed
from intaglio.lang.diagnostics.values import OtherValue
from intaglio.lang.tree import Node, Reference
from intaglio.lang.vocabulary import ISA, Stages


def read_stage(kind: Stages, node: Node, place: Place) -> dict[str, str | None] | None:
    """A stage, or a part of one, that makes what is wanted; as the IR writes it in a setting's value."""
    if not isinstance(node, Reference):
        place.say(OtherValue, node, word=place.word, wanted="name")
        return None
    found = look_up(node, place)
    if found is None or found.made is None:
        return None
    made = found.made
    place.joins.append(Join(made, found.part, place.line, node, place.word, found.guessed))
    if not makes_one_of(made, kind.makes):
        name = ".".join(node.parts)
        say_wrong_material(place, node, place.word, kind.makes, made, name)
        return None
    return {"stage": made.path, "part": found.part}


def say_wrong_material(
    place: Place, node: Node, verb: str, wanted: tuple[str, ...], given: Made, name: str, paste: str | None = None
) -> None:
    """Tell of a stage that makes something else; without `paste`, one that would do is put in its place."""
    others = in_question(given, wanted, place) if paste is None else []
    facts: dict[str, Any] = {"paste": paste} if paste else {}
    place.say(
        WrongMaterial,
        node,
        others[0] if others else None,
        also=(given.line.span(),),
        verb=verb,
        word="from",
        wanted=wanted,
        name=name,
        makes=given.makes,
        **facts,
    )


def makes_one_of(made: Made, wanted: tuple[str, ...]) -> bool:
    """Whether what a stage makes will do for one of these."""
    return made.makes == ANY or not ISA.get(made.makes, frozenset((made.makes,))).isdisjoint(wanted)


def look_up(node: Reference, place: Place) -> Found | None:
    """What a reference leads to; where nothing has that name, what was probably meant, and it is told."""
    if not node.parts[-1]:
        return None  # the parser put it there, and told of it
    found = find(node.parts, place.scope)
    if found.made is not None:
        return found
    name = ".".join(node.parts)
    if found.stopped is None:
        return _guessed(name, node, place)
    if isinstance(found.stopped, Section):
        return _within_section(name, found.stopped, found.missing, node, place)
    if isinstance(found.stopped, Made):
        return _within_stage(name, found.stopped, found.missing or "", node, place)
    return _guessed(name, node, place)  # a `let`: a value, and nothing that could be worked on


def _guessed(name: str, node: Reference, place: Place) -> Found | None:
    known = reachable(place.scope) if place.desk.afford(place.scope.reach) else []
    known = [other for other in known if other != _made_here(place)]
    inside = next((dotted for dotted in known if dotted.endswith(f".{name}")), None)
    meant = inside or place.desk.nearest(name, known)
    place.say(NothingSoNamed, node, meant, name=name, known=tuple(known[:12]))
    found = find(tuple(meant.split(".")), place.scope) if meant else None
    return replace(found, guessed=True) if found else None


def _made_here(place: Place) -> str | None:
    """The name that this line itself gives, which cannot have been meant."""
    first = place.line.values[0] if place.line.depth == 0 and place.line.values else None
    return first.parts[0] if isinstance(first, Reference) else None


def _within_section(name: str, section: Section, missing: str | None, node: Reference, place: Place) -> Found | None:
    inside = {key: thing for key, thing in section.scope.things.items() if isinstance(thing, Made)}
    meant = place.desk.nearest(missing, inside) if missing else next(iter(inside), None)
    fitting = f"{section.scope.prefix}{meant}" if meant else None
    facts = {"inside": section.name} if missing else {"whole_group": True}
    place.say(NothingSoNamed, node, fitting, name=name, parts=tuple(inside)[:12], **facts)
    return Found(inside[meant]) if meant and missing else None


def _within_stage(name: str, made: Made, missing: str, node: Reference, place: Place) -> Found:
    meant = place.desk.nearest(missing, made.parts)
    said = ".".join(node.parts[: -(missing.count(".") + 1)])
    fitting = f"{said}.{meant}" if meant else said
    place.say(NothingSoNamed, node, fitting, name=name, inside=said, parts=made.parts[:12])
    return Found(made, meant)


def in_question(made: Made, wanted: tuple[str, ...], place: Place) -> list[str]:
    """The names of what would do, the likeliest first: made above, prepared rather than drawn, near."""
    if not place.desk.afford(made.scope.reach):
        return []

    def unlikely(name: str) -> tuple[bool, bool, int]:
        thing = made.scope.seen(name)
        assert isinstance(thing, Made)
        line, here = thing.line.number, made.line.number
        return line > here, not (thing.verb and thing.verb.groups), abs(here - line)

    return sorted((name for name in reachable(made.scope) if _would_do(name, made, wanted)), key=unlikely)


def _would_do(name: str, made: Made, wanted: tuple[str, ...]) -> bool:
    thing = made.scope.seen(name)
    return isinstance(thing, Made) and thing is not made and makes_one_of(thing, wanted)
