"""Inputs: what stands after `from` and `with` comes in, the stages and paths that it leads to go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker import draft
from intaglio.lang.checker.bound import bound_to, dealt
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.examples import line_of
from intaglio.lang.checker.finders import is_group
from intaglio.lang.checker.names import Made, find, makes_one_of, will_do
from intaglio.lang.checker.naming import free_name, head_span, name_for
from intaglio.lang.checker.paths import PICTURED, look_for, look_into, shown_path
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.references import look_up
from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.tree import (
    Arithmetic,
    Clause,
    Line,
    Logical,
    Node,
    Path,
    Quantity,
    Range,
    Reference,
    Text,
    Version,
    parts_of,
)
from intaglio.lang.vocabulary import UNITS, Number, Stages, Verb, offered

if TYPE_CHECKING:
    from intaglio.lang.checker.lets import Value

OTHER = {"from": "with", "with": "from"}
MOST = 4  # names offered in turn


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing that a use of a recipe is given after a joining word, and where that is said."""

    word: str
    made: Made
    part: str | None
    node: Node
    place: Place


@dataclass(slots=True, eq=False)
class Inputs:
    """What a stage is made of. `said` are the joining words that stand there, whether or not they led anywhere.

    Of the use of a recipe, `taken` has the same with its places.
    """

    sources: list[draft.Input] = field(default_factory=list)
    models: list[draft.Input] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    revision: str | None = None
    said: set[str] = field(default_factory=set)
    unsure: bool = False  # whether some of it led nowhere
    taken: tuple[Taken, ...] = ()


def read_inputs(made: Made, clauses: Sequence[Clause], place: Place, inputs: Inputs) -> None:
    """Add what these clauses lead to."""
    for clause in clauses:
        inputs.said.add(clause.word)
        if clause.word in OTHER:
            said = _in_one_piece(clause.values, place) if place.line.repairs else clause.values
            values = dealt(said, place.scope) or () if place.scope.home.is_recipe else said
            whole = clause if values is clause.values else replace(clause, values=tuple(values))
            parts = _apart(made, whole, _names(values), place) if len(values) > 1 else (whole,)
            if len(parts) > 1:
                _say_apart(made, clause, values, parts, place)
            for part in parts:
                for each in part.values:
                    _read_input(made, part, each, place, inputs)
        elif clause.word == "at" and _takes_paths(made):
            inputs.revision = _revision(clause.values[0], place)
        else:
            _say_too_much(made, clause, place)


def _in_one_piece(values: Sequence[Node], place: Place) -> tuple[Node, ...]:
    """The values, two names with nothing between them as the one that something here has: `with my hand`, where
    `my-hand` is made.
    """
    whole: list[Node] = []
    for node in values:
        before = whole[-1] if whole else None
        if isinstance(before, Reference) and isinstance(node, Reference):
            last, first = before.parts[-1], node.parts[0]
            parts = (*before.parts[:-1], f"{last}-{first}", *node.parts[1:])
            apart = place.line.text[before.end : node.start]
            if last and first and apart.isspace() and find(parts, place.scope).made is not None:
                joined = ".".join(parts)
                facts = mend(place.line, before.start, node.end, joined)
                place.desk.say(wrong.names.NameInPieces(joined=joined, **facts))
                whole[-1] = Reference(parts, before.start, node.end)
                continue
        whole.append(node)
    return (*whole,)


def _read_input(made: Made, clause: Clause, node: Node, place: Place, inputs: Inputs) -> None:
    if isinstance(node, Path | Text):
        said = node.text if isinstance(node, Path) else node.content
        path = place.located(shown_path(said, node, place), node)
        if path is not None:
            _read_path(made, clause, node, path, place, inputs)
    elif isinstance(known := _path_taken(node, place), Path | Text):
        path = known.text if isinstance(known, Path) else known.content
        _read_path(made, clause, node, path, place, inputs)
    elif isinstance(node, Reference):
        _read_stage(made, clause, node, place, inputs)
    elif isinstance(node, Range) and isinstance(node.high, Path | Text) and made.verb and "save" in made.verb.settings:
        text = place.line.text
        paste = f"{text[: node.low.end]}\n  save {text[node.high.start :]}"
        why = "Where a copy goes says `save`, beneath the verb."
        span = place.line.span(node.low.end + 1, node.high.end)
        place.desk.say(wrong.syntax.HabitFromElsewhere(span=span, why=why, paste=paste))
        _read_input(made, clause, node.low, place, inputs)
    elif isinstance(node, Logical | Arithmetic):
        given = "Several names are separated by commas."
        listed = re.sub(r"\s*(?:\b(?:and|or)\b|[+&]|\s/\s)\s*", ", ", place.line.text[node.start : node.end])
        whole = replace(clause, values=parts_of(node))
        parts = _apart(made, whole, _names((node,)), place) if len(clause.values) == 1 else (whole,)
        if len(parts) > 1:
            given = "The material follows `from`, and the model follows `with`."
            facts = mend(place.line, clause.start, clause.end, _said_apart(parts, place))
            facts["span"] = place.line.span(node.start, node.end)
            place.say(wrong.values.OtherValue, node, word=clause.word, wanted="name", given=given, **facts)
        else:
            place.say(wrong.values.OtherValue, node, listed, word=clause.word, wanted="name", given=given)
        for part in parts:
            for each in part.values:
                _read_input(made, part, each, place, inputs)
    else:
        place.say(wrong.values.OtherValue, node, word=clause.word, wanted="name")


def _names(nodes: Iterable[Node]) -> tuple[Reference, ...] | None:
    """The names that values are made of, in their order; None where something else is among them."""
    found: list[Reference] = []
    waiting = [*reversed([*nodes])]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Reference):
            found.append(node)
        elif isinstance(node, Logical | Arithmetic):
            waiting += reversed(parts_of(node))
        else:
            return None
    return (*found,)


def _apart(made: Made, clause: Clause, names: tuple[Reference, ...] | None, place: Place) -> tuple[Clause, ...]:
    """What stands after `from`, and what after `with`, where material and models are named in one row; else the clause
    as it is.
    """
    if made.verb is None or names is None or any(each.word == OTHER[clause.word] for each in place.line.clauses):
        return (clause,)
    wanted = {"from": made.verb.sources, "with": made.verb.models}
    here, there = wanted[clause.word], wanted[OTHER[clause.word]]
    found = [(node, find(node.parts, place.scope).made) for node in names if node.parts[-1]]
    stay = tuple(node for node, given in found if given is None or makes_one_of(given, here))
    move = tuple(node for node, given in found if given is not None and node not in stay and makes_one_of(given, there))
    if not here or not stay or not move or len(stay) + len(move) < len(found):
        return (clause,)
    both = {clause.word: stay, OTHER[clause.word]: move}
    return tuple(replace(clause, word=word, values=both[word]) for word in OTHER)


def _said_apart(apart: Sequence[Clause], place: Place) -> str:
    said = ((each.word, ", ".join(place.line.text[node.start : node.end] for node in each.values)) for each in apart)
    return " ".join(f"{word} {names}" for word, names in said)


def _say_apart(made: Made, clause: Clause, values: Sequence[Node], apart: Sequence[Clause], place: Place) -> None:
    """Tell of material and models in one row, at the first that belongs after the other word."""
    if any(isinstance(node, Logical | Arithmetic) for node in values):
        return  # which is told of these
    moved = next(each for each in apart if each.word != clause.word)
    node = moved.values[0]
    given = find(node.parts, place.scope).made if isinstance(node, Reference) else None
    assert given is not None
    facts = mend(place.line, clause.start, clause.end, _said_apart(apart, place))
    facts["span"] = place.line.span(node.start, node.end)
    name = place.line.text[node.start : node.end]
    place.desk.say(wrong.graph.ChangedPlaces(name=name, makes=given.makes, among=True, **facts))


def _path_taken(node: Node, place: Place) -> Value | None:
    """What a recipe is given by the name that stands here; a path may stand after `from` like one that is written."""
    return place.value_of(node) if isinstance(node, Reference) and bound_to(node, place.scope) else None


def _read_path(made: Made, clause: Clause, node: Node, path: str, place: Place, inputs: Inputs) -> None:
    if made.verb is not None and (clause.word == "with" or not _takes_paths(made)):
        word = _word_meant(made, clause)
        if word is None:
            _say_too_much(made, clause, place)
        else:
            inputs.said.add(word)
            _say_wrong_path(made, clause, node, path, word, place)
        return
    if made.verb is not None:
        look_for(path, node, place, PICTURED if made.verb.passes else ())
        if made.verb.passes:
            look_into(path, node, place, made.verb.passes, lambda: _taken_from(made, place.line))
    inputs.paths.append(path)


def _taken_from(made: Made, line: Line) -> tuple[int, int]:
    """From how many things a stage is made, as it is written, or the group that a line of it stands in; and from how
    many others.
    """
    counts = {each.number: _count_from((each, *each.children)) for each in made.line.children}
    whole = _count_from((made.line,)) + sum(counts.values())
    groups = (each for each in made.line.children if is_group(each))
    group = next((each for each in groups if line.number in (each.number, *(c.number for c in each.children))), None)
    here = whole if group is None else counts[group.number]
    return here, whole - here


def _count_from(lines: Iterable[Line]) -> int:
    return sum(len(clause.values) for line in lines for clause in line.clauses if clause.word == "from")


def _word_meant(made: Made, clause: Clause) -> str | None:
    """The word that a stage takes something after: the one that stands here, or the other, if that is missing."""
    assert made.verb is not None
    wanted = {"from": made.verb.sources, "with": made.verb.models}
    required = {"from": made.verb.sources_required, "with": made.verb.models_required}
    other = OTHER[clause.word]
    if wanted[clause.word]:
        return clause.word
    lines = (made.line, *(child for child in made.line.children if child.form == "lead"))
    said = {each.word for line in lines for each in line.clauses}
    return other if required[other] and other not in said else None


def _say_wrong_path(made: Made, clause: Clause, node: Node, path: str, word: str, place: Place) -> None:
    """A place on disk where a stage's result is wanted: images from there are a dataset first."""
    assert made.verb is not None
    wanted = made.verb.sources if word == "from" else made.verb.models
    part = find(tuple(path.strip("./").split("/")), place.scope)
    if part.made is not None and part.part is not None:
        dotted = path.strip("./").replace("/", ".")
        given = f"A part of `{part.made.name}` is reached with a dot."
        place.say(wrong.values.OtherValue, node, dotted, word=word, wanted="name", given=given)
        return
    facts: dict[str, Any] = {"verb": made.word, "word": word, "wanted": wanted, "name": path, "makes": "path"}
    if "images" in wanted:
        name = free_name(name_for(path), place.scope)
        here = place.line.text[node.start : node.end]
        facts |= _before(f"dataset {name} from {here}", clause, node, word, name, place)
    place.say(wrong.graph.WrongMaterial, node, **facts)


def _before(line: str, clause: Clause, node: Node, word: str, name: str, place: Place) -> dict[str, Any]:
    """The facts of a fault that is mended by a line above, and by that line's name after a joining word of this one."""
    start, text = _in_place(clause, node, word, name)
    facts = mend(place.line, start, node.end, text)
    return {"paste": f"{line}\n{facts['paste']}"}


def _read_stage(made: Made, clause: Clause, node: Reference, place: Place, inputs: Inputs) -> None:
    wanted = () if made.verb is None else made.verb.sources if clause.word == "from" else made.verb.models
    found = look_up(node, place, wanted)
    if found is None or found.made is None:
        inputs.unsure = True
        return
    place.join(found.made, found.part, node, guessed=found.guessed)
    word = _fitting_word(made, clause, node, found.made, place, inputs)
    if word is None:
        return
    inputs.said.add(word)
    taken, many = (inputs.sources, "many_sources") if word == "from" else (inputs.models, "many_models")
    if taken and made.verb is not None and not getattr(made.verb, many):
        paste = place.line.text[: node.start].rstrip(" ,") + place.line.text[node.end :]
        place.say(wrong.graph.TooMuchMaterial, node, paste=paste, owner=made.word, word=word, only_one=True)
        return
    taken.append(draft.Input(stage=found.made.path, part=found.part))
    if made.recipe is not None:
        inputs.taken = (*inputs.taken, Taken(word, found.made, found.part, node, place))


def _fitting_word(made: Made, clause: Clause, node: Reference, given: Made, place: Place, inputs: Inputs) -> str | None:
    """The word that a stage should stand after: the one it does, or the other one, which is told; None for neither."""
    if made.verb is None:
        return clause.word
    wanted = {"from": made.verb.sources, "with": made.verb.models}
    here, there = wanted[clause.word], wanted[OTHER[clause.word]]
    if makes_one_of(given, here) and here:
        return clause.word
    name = ".".join(node.parts)
    has_other = inputs.models if clause.word == "from" else inputs.sources
    if there and makes_one_of(given, there) and not (here and has_other):
        start, end, said = clause.start, clause.start + len(clause.word), OTHER[clause.word]
        before = next((each for each in place.line.clauses if each.word == said and each.end <= start), None)
        if before is not None and (inputs.sources if said == "from" else inputs.models):  # both are material
            start, end, said = before.end, clause.values[0].start, ", "
        facts = mend(place.line, start, end, said)
        facts["span"] = place.line.span(node.start, node.end)
        place.desk.say(wrong.graph.ChangedPlaces(name=name, makes=given.makes, **facts))
        return OTHER[clause.word]
    word = _word_meant(made, clause)
    if word is None:
        _say_too_much(made, clause, place)
        return None
    inputs.said.add(word)
    facts = {"also": place.also(given), "verb": made.word, "word": word, "name": name, "makes": given.makes}
    fault = wrong.graph.WrongMaterial(span=place.line.span(node.start, node.end), wanted=wanted[word], **facts)
    beneath = [] if has_other == [] else list(_said_beneath(made.verb, clause, node, given, place))
    ways = [*beneath, *_ways_to(wanted[word], word, clause, node, given, place)]
    first, *rest = (replace(fault, **way) for way in ways or [{}])
    place.desk.say(replace(first, instead=tuple(rest)))
    return None


def _said_beneath(verb: Verb, clause: Clause, node: Reference, given: Made, place: Place) -> Iterator[dict[str, Any]]:
    """The line without what stands after a joining word, and a setting beneath it that names the same."""
    if len(clause.values) > 1:
        return
    without = mend(place.line, clause.start, clause.end, "")["paste"].rstrip()
    for setting in (verb.settings[name] for name in offered(verb.settings)):
        kind = setting.slots[0].type if len(setting.slots) == 1 else None
        if isinstance(kind, Stages) and makes_one_of(given, kind.makes):
            yield {"paste": f"{without}\n  {setting.name} from {'.'.join(node.parts)}"}
    yield {"paste": without}


def _in_place(clause: Clause, node: Node, word: str, name: str) -> tuple[int, str]:
    """Where a name begins that takes the place of one after a joining word, and what is written: others stay."""
    follows = word == clause.word and node.start > clause.values[0].start
    return (node.start, name) if follows else (clause.start, f"{word} {name}")


def _ways_to(
    wanted: tuple[str, ...], word: str, clause: Clause, node: Reference, given: Made, place: Place
) -> Iterator[dict[str, Any]]:
    """What draws something wanted with a model that was given; else what there is; else what makes it of images."""
    yield from _between(wanted, word, "with", clause, node, given, place)
    there = {".".join(each.parts) for each in clause.values if isinstance(each, Reference)}
    for other in [name for name in _likely(wanted, given, place) if name not in there][:MOST]:
        start, text = _in_place(clause, node, word, other)
        yield mend(place.line, start, node.end, text)
    yield from _between(wanted, word, "from", clause, node, given, place)


def _likely(wanted: tuple[str, ...], given: Made, place: Place) -> list[str]:
    """What the stages are called that make something wanted: first what something else was made from that was given.

    Of a film, what is in time by itself comes before that.
    """
    names = place.names(wanted)
    in_time = frozenset(place.names(("frames",))) if _makes_a_film(place) else frozenset[str]()
    its = {
        ".".join(node.parts)
        for clause in given.line.clauses
        for node in clause.values
        if isinstance(node, Reference) and given.line_for(place.desk) is given.line
    }
    return sorted(names, key=lambda name: (name not in in_time, name not in its))


def _makes_a_film(place: Place) -> bool:
    verb = place.desk.vocabulary.verbs.get(place.word)
    return verb is not None and verb.makes == "film"


def _between(
    wanted: tuple[str, ...], word: str, joined: str, clause: Clause, node: Reference, given: Made, place: Place
) -> Iterator[dict[str, Any]]:
    """A stage in between, of this and of nothing else, for each verb that makes what is wanted: for a film, first those
    that make what is in time by itself.
    """
    verbs, in_time = place.desk.vocabulary.verbs, "frames" if _makes_a_film(place) else ""
    for verb in sorted((verbs[each] for each in offered(verbs)), key=lambda verb: verb.makes != in_time):
        takes, needs, more = verb.models, verb.models_required, verb.sources_required
        if joined == "from":
            takes, needs, more = verb.sources, verb.sources_required, verb.models_required
        if needs and not more and will_do(verb.makes, wanted) and makes_one_of(given, takes):
            name = free_name(f"{verb.makes}-of-{given.name}", place.scope)
            lines = [f"{verb.name} {name} {joined} {'.'.join(node.parts)}"]
            lines += [f"  {line_of(setting)}" for setting in verb.settings.values() if setting.required]
            yield _before("\n".join(lines), clause, node, word, name, place)


def require_inputs(made: Made, inputs: Inputs, place: Place) -> None:
    """Tell of material or a model that is missing."""
    verb = made.verb
    if verb is None:
        return
    if verb.sources_required and "from" not in inputs.said:
        say_nothing("from", verb.sources, place.names(verb.sources), made, place)
    if verb.models_required and "with" not in inputs.said:
        say_nothing("with", verb.models, place.names(verb.models), made, place)


def say_nothing(word: str, wanted: tuple[str, ...], here: Sequence[str], made: Made, place: Place) -> None:
    """Tell of a stage with nothing after this word, and what could stand there: of `here`, or else a folder."""
    line = place.line
    verb = made.word if line is made.line else place.word  # a part of it may lack something
    fault = wrong.graph.NothingToWorkOn(span=head_span(line), verb=verb, word=word, wanted=wanted, here=tuple(here[:8]))
    likely = here[:MOST] if here else place.desk.folders()[:MOST] if "path" in wanted else []
    end = line.values[0].end if line.values else line.head.end if line.head else 0
    ways = [mend(line, end, end, f" {word} {name}") | {"span": fault.span} for name in likely]
    first, *rest = (replace(fault, **way) for way in ways or [{}])
    place.desk.say(replace(first, instead=tuple(rest)))


def _revision(node: Node, place: Place) -> str | None:
    match node:
        case Version(text=text):
            return text
        case Text(content=content):
            return content
        case Reference(parts=parts) if parts[-1]:
            return ".".join(parts)
        case Reference():
            return None
    place.say(wrong.values.OtherValue, node, f'"{place.line.text[node.start : node.end]}"', word="at", wanted="text")
    return None


def _takes_paths(made: Made) -> bool:
    return made.verb is None or "path" in made.verb.sources


def _say_too_much(made: Made, clause: Clause, place: Place) -> None:
    line = place.line
    if made.recipe is not None and not made.recipe.is_sure:
        return  # it may be what that takes
    facts = mend(line, clause.start, clause.end, "")
    facts["paste"] = " ".join(facts["paste"].split()) or None
    facts["span"] = line.span(clause.start, clause.start + len(clause.word))
    fault = wrong.graph.TooMuchMaterial(owner=made.word, word=clause.word, only_one=False, **facts)
    ways = [
        replace(fault, paste=f"{facts['paste']}\n  {said}", edit=None)
        for said in _said_by_a_setting(made, clause, line)
    ]
    ways += [replace(fault, paste=paste, edit=None) for paste in _put_through(made, clause, place)]
    first, *rest = [*ways, fault]
    place.desk.say(replace(first, instead=tuple(rest)))


def _put_through(made: Made, clause: Clause, place: Place) -> Iterator[str]:
    """`film night from fruit with m`: a stage that puts its material through the model first, unless that was made with
    the model already.
    """
    line, verb = place.line, made.verb
    given = next((each for each in line.clauses if each.word == "from"), None)
    if clause.word != "with" or given is None or verb is None or len(given.values) != 1 or len(clause.values) != 1:
        return
    (source,), (model,) = given.values, clause.values
    texts = line.text[source.start : source.end], line.text[model.start : model.end]
    parts = source.parts if isinstance(source, Reference) else ()
    found = find(parts, made.scope).made if parts else None
    if found is None or any(texts[1] in found.line.text[each.start : each.end] for each in found.line.clauses):
        return
    verbs = place.desk.vocabulary.verbs
    for name in offered(verbs):
        each = verbs[name]
        if each.sources_required and each.models_required and will_do(each.makes, verb.sources):
            between = free_name(f"{each.makes}-of-{parts[-1]}", made.scope)
            rest = line.text[: source.start] + between + line.text[source.end : clause.start].rstrip()
            yield f"{name} {between} from {texts[0]} with {texts[1]}\n{rest}{line.text[clause.end :]}"


def _said_by_a_setting(made: Made, clause: Clause, line: Line) -> Iterator[str]:
    """The setting beneath that says what stands after a joining word: `at 12 fps` is `speed 12 fps`."""
    value = clause.values[0]
    if made.verb is None or len(clause.values) > 1 or not isinstance(value, Quantity):
        return
    unit = UNITS.get(value.unit or "")
    for setting in (made.verb.settings[name] for name in offered(made.verb.settings)):
        kind = setting.slots[0].type if len(setting.slots) == 1 else None
        if unit is not None and isinstance(kind, Number) and kind.family == unit.family:
            yield f"{setting.name} {line.text[value.start : value.end]}"
