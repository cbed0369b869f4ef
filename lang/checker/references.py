"""References: a name after `from` or `with` comes in, the stage that it speaks of goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.bound import Bound
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.finders import is_group
from intaglio.lang.checker.names import Found, Made, Section, find, makes_one_of, reachable
from intaglio.lang.checker.naming import Naming, at_making, free_name, name_for
from intaglio.lang.checker.place import Place
from intaglio.lang.records import replace
from intaglio.lang.tree import Line, Node, Path, Reference, Text
from intaglio.lang.vocabulary import Stages
from intaglio.lang.wording import ticked


def read_stage(kind: Stages, node: Node, place: Place) -> dict[str, str | None] | None:
    """A stage, or a part of one, that makes what is wanted; as the IR writes it in a setting's value."""
    if is_place((node,), place):
        say_place(node, place)
        return None
    if not isinstance(node, Reference):
        place.say(wrong.values.OtherValue, node, word=place.word, wanted="name")
        return None
    found = look_up(node, place, kind.makes)
    if found is None or found.made is None:
        return None
    made = found.made
    place.join(made, found.part, node, guessed=found.guessed)
    if not makes_one_of(made, kind.makes):
        name = ".".join(node.parts)
        say_wrong_material(place, node, place.word, kind.makes, made, name)
        return None
    return {"stage": made.path, "part": found.part}


def is_place(nodes: tuple[Node, ...], place: Place) -> bool:
    """Whether these are one place on disk."""
    known = place.value_of(nodes[0]) if len(nodes) == 1 and isinstance(nodes[0], Reference) else None
    return len(nodes) == 1 and isinstance(known or nodes[0], Path | Text)


def say_place(node: Node, place: Place) -> None:
    """Tell of a place on disk where something that the script makes is named: images from there are a dataset first."""
    said = place.line.text[node.start : node.end]
    name = free_name(name_for(said.strip('"')), place.scope)
    given = (
        f"`{place.word}` names images that this script makes. Those that lie somewhere are a dataset first, at the"
        f" margin: `dataset {name} from {said}`. Then `{place.word} from {name}` names them."
    )
    place.say(wrong.values.OtherValue, node, word=place.word, wanted="name", given=given)


def say_wrong_material(
    place: Place, node: Node, verb: str, wanted: tuple[str, ...], given: Made, name: str, paste: str | None = None
) -> None:
    """Tell of a stage that makes something else; without `paste`, one that would do is put in its place."""
    others = place.names(wanted) if paste is None else []
    facts: dict[str, Any] = {"paste": paste} if paste else {}
    place.say(
        wrong.graph.WrongMaterial,
        node,
        others[0] if others else None,
        also=place.also(given),
        verb=verb,
        word="from",
        wanted=wanted,
        name=name,
        makes=given.makes,
        **facts,
    )


def look_up(node: Reference, place: Place, wanted: tuple[str, ...] = ()) -> Found | None:
    """What a reference leads to; where nothing has that name, what was probably meant, and it is told.

    `wanted` are the things that it may be, if anyone knows: what makes one of them is meant rather than another.
    """
    if not node.parts[-1]:
        return None  # the parser put it there, and told of it
    found = find(node.parts, place.scope)
    if found.made is not None:
        return found
    if isinstance(found.stopped, Bound) and found.stopped.is_unknown:
        return None  # nobody says what this is, and that was told
    name = ".".join(node.parts)
    if found.stopped is None:
        return _guessed(name, node, place, wanted)
    if isinstance(found.stopped, Section):
        return _within_section(name, found.stopped, found.missing, node, place, wanted)
    if isinstance(found.stopped, Made):
        return _within_stage(name, found.stopped, found.missing or "", node, place)
    return _guessed(name, node, place, wanted)  # a `let`: a value, and nothing that could be worked on


def _guessed(name: str, node: Reference, place: Place, wanted: tuple[str, ...]) -> Found | None:
    stages = reachable(place.scope) if place.desk.afford(place.scope.reach) else {}
    others = ((name, made) for name, made in stages.items() if made.line is not place.line)
    known = [name for name, made in others if not wanted or makes_one_of(made, wanted)]
    end = f".{name}"
    inside = next((dotted for dotted in known if dotted.endswith(end)), None)
    inside = inside or _further_in(name, place, wanted) or _part_of(name, stages)
    used = None if inside else _of_use(name, stages)
    inside = inside or used
    near = inside or place.desk.nearest(name, known) or _with_part(name, stages, place)
    sort = None if near else _of_sort(name, known, stages)
    meant = near or sort
    if place.setting is None and _is_setting(name, place):
        _say_setting(name, node, place)
        return None
    if "path" in wanted and f"./{name}/" in place.desk.every_folder():
        place.say(wrong.names.NothingSoNamed, node, f"./{name}/", name=name, folder=True)
        return None
    recipe = place.scope.home.is_recipe
    found = find(tuple(meant.split(".")), place.scope) if meant else None
    there = _at_giving(name, meant, place) if meant is not None else None
    facts: dict[str, Any] = {"known": tuple(known[:12]), "recipe": recipe, "at_making": there}
    if used is not None:
        first, called = name.partition(".")[0], used.removesuffix("." + name.partition(".")[2]) if "." in name else used
        facts["because"] = f"`{first}` is a recipe; what it makes is called `{called}` here."
    elif sort is not None:
        word = next(word for word in _words_of(stages[sort]) if stages[sort].says(word) == name)
        facts["because"] = f"`{name}` is what `{sort}` says for `{word}`, and not its name."
    place.say(wrong.names.NothingSoNamed, node, meant, name=name, **facts)
    return replace(found, guessed=True) if found else None


def _with_part(name: str, stages: Mapping[str, Made], place: Place) -> str | None:
    """`fruit.pears`, where `fruti` has such a part."""
    first, _, part = name.partition(".")
    if not part:
        return None
    near = place.desk.nearest(first, [other for other, made in stages.items() if part in made.part_names])
    return f"{near}.{part}" if near else None


def _at_giving(name: str, meant: str, place: Place) -> wrong.names.MisspeltWhereMade | None:
    """The same fault where the first word of what was probably meant is given, if only that is otherwise."""
    (first, *rest), (ours, *others) = name.split("."), meant.split(".")
    thing = place.scope.seen(ours)
    if thing is None or rest != others or first == ours:
        return None
    line = thing.line
    node = line.head if isinstance(thing, Bound) else line.values[0] if line.values else None
    home = place.desk if isinstance(thing, Bound) else thing.scope.home.desk
    return None if node is None else at_making(first, ours, Naming("stage", line, node, home), place.desk)


def _at_making(name: str, made_as: str, made: Made, line: Line, place: Place) -> wrong.names.MisspeltWhereMade | None:
    """The same fault where a line gives a stage, or a part of it, its name."""
    if not line.values:
        return None
    return at_making(name, made_as, Naming("stage", line, line.values[0], made.desk), place.desk)


def _further_in(name: str, place: Place, wanted: tuple[str, ...]) -> str | None:
    """The whole name of a stage that lies in parts of the score which lie in others, where it was said without these.

    Of one that is misspelt the last word has to be right.
    """
    if not place.desk.afford(place.scope.reach):
        return None
    last = name.rpartition(".")[2]
    whole = next(iter(reversed([*place.scope.outwards()])))
    found = []
    parts = [(path, thing) for path, thing in whole.things.items() if isinstance(thing, Section)]
    for path, part in parts:
        inside = part.scope.things
        parts += [(f"{path}.{other}", thing) for other, thing in inside.items() if isinstance(thing, Section)]
        made = inside.get(last)
        fits = isinstance(made, Made) and made.line is not place.line and (not wanted or makes_one_of(made, wanted))
        found += [f"{path}.{last}"] if fits else []
    return next((path for end in (name, last) for path in sorted(found) if path.endswith(f".{end}")), None)


def _part_of(name: str, stages: Mapping[str, Made]) -> str | None:
    """`table.small`, where only `small` was said, and one stage alone has such a part."""
    found = [f"{other}.{name}" for other, made in stages.items() if name in made.part_names and made.is_written]
    return found[0] if len(found) == 1 else None


def _of_use(name: str, stages: Mapping[str, Made]) -> str | None:
    """`plate.drawings`, where `bright.drawings` was said: what was made is called as its line says, and not as the
    recipe is.
    """
    first, dot, part = name.partition(".")
    uses = [other for other, made in stages.items() if made.recipe is not None and made.word == first]
    return f"{uses[0]}{dot}{part}" if len(uses) == 1 else None


def _of_sort(name: str, known: Sequence[str], stages: Mapping[str, Made]) -> str | None:
    """`dreamer`, where `gan` was said, and it alone is one: a stage that has the word on a line of its own."""
    beneath = ((other, line) for other in known for line in stages[other].line.children)
    speaking = dict.fromkeys(other for other, line in beneath if name in line.text)
    found = [other for other in speaking if any(stages[other].says(word) == name for word in _words_of(stages[other]))]
    return found[0] if len(found) == 1 else None


def _words_of(made: Made) -> list[str]:
    """The words that lines beneath a stage begin with."""
    return [line.head.text for line in made.line.children if line.head is not None]


def _is_setting(name: str, place: Place) -> bool:
    verb = place.desk.vocabulary.verbs.get(place.word)
    return verb is not None and (name in verb.settings or name in verb.steps) and len(place.line.clauses) > 0


def _say_setting(name: str, node: Reference, place: Place) -> None:
    """`walk w with dreamer, loop`: a setting without a value that stands among the names."""
    line = place.line
    rest = line.text[node.end :].lstrip(" ,")
    before = line.text[: node.start].rstrip(" ,")
    paste = f"{before}{f', {rest}' if rest else ''}\n  {name}"
    what, where = f"`{name}` is a setting of `{place.word}`, and stands", "beneath it, two spaces in"
    at = line.span(node.start, node.end)
    place.desk.say(wrong.names.OutOfPlace(span=at, what=what, where=where, paste=paste))


def _within_section(
    name: str, section: Section, missing: str | None, node: Reference, place: Place, wanted: tuple[str, ...]
) -> Found | None:
    inside = {key: thing for key, thing in section.scope.things.items() if isinstance(thing, Made)}
    able = [key for key, made in inside.items() if not wanted or makes_one_of(made, wanted)]
    meant = place.desk.nearest(missing, inside) if missing else next(iter(able or inside), None)
    fitting = f"{section.scope.prefix}{meant}" if meant else _further_in(name, place, ())
    facts = {"inside": section.name} if missing else {"whole_group": True}
    parts = [key for key, thing in section.scope.things.items() if isinstance(thing, Made | Section)]
    place.say(wrong.names.NothingSoNamed, node, fitting, name=name, parts=tuple(parts)[:12], **facts)
    return Found(inside[meant]) if meant and missing else None


def _within_stage(name: str, made: Made, missing: str, node: Reference, place: Place) -> Found | None:
    kept = made.inside.root.things.get(missing) if made.inside is not None else None
    if isinstance(kept, Made) and _say_not_given(name, kept, made, node, place):
        return None
    meant = place.desk.nearest(missing, made.parts)
    said = ".".join(node.parts[: -(missing.count(".") + 1)])
    if meant is None and made.finds:
        _say_not_found(said, made, node, place)
        return None
    fitting = f"{said}.{meant}" if meant else said
    groups = filter(is_group, made.line.children)
    line = next((line for line in groups if line.values and line.text[line.values[0].start :].strip() == meant), None)
    there = _at_making(missing, meant, made, line, place) if meant is not None and line is not None else None
    parts = made.parts[:12]
    place.say(wrong.names.NothingSoNamed, node, fitting, name=name, inside=said, parts=parts, at_making=there)
    return Found(made, meant)


def _say_not_found(said: str, made: Made, node: Reference, place: Place) -> None:
    """Tell of parts of a stage, all that stand on a line at once, where a step finds others."""
    line, finds = place.line, made.finds[0]
    given = [*line.values, *(each for clause in line.clauses for each in clause.values)]
    of_it = [each for each in given if isinstance(each, Reference) and ".".join(each.parts[:-1]) == said]
    lost = [each for each in of_it if not made.may_have(each.parts[-1])]
    if not lost or node is not lost[0]:
        return  # it is told there
    taken = {each.parts[-1] for each in of_it}
    names = [*dict.fromkeys(each.parts[-1] for each in lost)]  # one that is said twice is one
    count = len(taken) + len(names)
    free = [name for name in finds.names(count) if made.may_have(name) and name not in taken]
    facts: dict[str, Any] = {}
    if len(free) >= len(names):
        offered = dict(zip(names, free, strict=False))
        text = line.text[: lost[-1].end]
        for each in reversed(lost):
            text = f"{text[: each.start]}{said}.{offered[each.parts[-1]]}{text[each.end :]}"
        facts = mend(line, node.start, lost[-1].end, text[node.start :])
    many = "part" if len(names) == 1 else "parts"
    so_many = f"{', '.join(f'`{name}`' for name in finds.names(2))} and so on, as many as there are"
    there = so_many if made.uncounted else ticked(made.parts[:12], "and")
    because = f"`{said}` has no {many} called {ticked(names, 'or')}."
    because += f" A step sorts it into {finds.many}: {there}."
    facts |= {"name": ".".join(node.parts), "because": because, "span": line.span(node.start, lost[-1].end)}
    place.desk.say(wrong.names.NothingSoNamed(**facts))


def _say_not_given(name: str, kept: Made, use: Made, node: Reference, place: Place) -> bool:
    """Whether it can be told, where a recipe of this script says what it gives, that it keeps a stage to itself."""
    recipe, desk = use.recipe, place.desk
    if recipe is None or not recipe.gives or desk.outer is not None or desk.page is not recipe.sheet.desk.page:
        return False
    line, last = recipe.gives[-1]
    facts = mend(line, last.end, last.end, f", {kept.name}") | {"span": line.span()}
    gives = tuple(".".join(given.parts) for _, given in recipe.gives)
    there = place.line.span(node.start, node.end)
    made = kept.line.span()
    desk.say(
        wrong.names.NotGiven(
            name=name,
            stage=kept.name,
            given=gives,
            recipe_called=recipe.name,
            also=(made, there),
            at=there.line,
            **facts,
        )
    )
    return True
