"""References: a name after `from` or `with` comes in, the stage that it speaks of goes out."""

from __future__ import annotations

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
    place.joins.append(Join(made, found.part, place.line, node, place.word))
    if not makes_one_of(made, kind.makes):
        name = ".".join(node.parts)
        also = (made.line.span(),)
        place.say(
            WrongMaterial, node, also=also, verb=place.word, word="from", wanted=kind.makes, name=name, makes=made.makes
        )
        return None
    return {"stage": made.path, "part": found.part}


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
    inside = next((dotted for dotted in known if dotted.endswith(f".{name}")), None)
    meant = inside or place.desk.nearest(name, known)
    place.say(NothingSoNamed, node, meant, name=name, known=tuple(known[:12]))
    return find(tuple(meant.split(".")), place.scope) if meant else None


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
