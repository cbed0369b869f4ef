"""Inputs: what stands after `from` and `with` comes in, the stages and paths that it leads to go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from intaglio.lang import ir
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.paths import look_for
from intaglio.lang.checker.place import Join, Place
from intaglio.lang.checker.references import in_question, look_up, makes_one_of
from intaglio.lang.diagnostics.graph import ChangedPlaces, NothingToWorkOn, TooMuchMaterial, WrongMaterial
from intaglio.lang.diagnostics.values import OtherValue
from intaglio.lang.tree import Clause, Node, Path, Reference, Text, Version
from intaglio.lang.vocabulary import offered

OTHER = {"from": "with", "with": "from"}


@dataclass(slots=True, eq=False)
class Inputs:
    """What a stage is made of. `said` are the joining words that stand there, whether or not they led anywhere."""

    sources: list[ir.Input] = field(default_factory=list)
    models: list[ir.Input] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    revision: str | None = None
    said: set[str] = field(default_factory=set)
    unsure: bool = False  # whether some of it led nowhere


def read_inputs(made: Made, clauses: Sequence[Clause], place: Place, inputs: Inputs) -> None:
    """Add what these clauses lead to."""
    for clause in clauses:
        inputs.said.add(clause.word)
        if clause.word in OTHER:
            for node in clause.values:
                _read_input(made, clause, node, place, inputs)
        elif clause.word == "at" and _takes_paths(made):
            inputs.revision = _revision(clause.values[0], place)
        else:
            _say_too_much(made, clause, place)


def _read_input(made: Made, clause: Clause, node: Node, place: Place, inputs: Inputs) -> None:
    if isinstance(node, Path | Text):
        path = node.text if isinstance(node, Path) else node.content
        _read_path(made, clause, node, path, place, inputs)
    elif isinstance(node, Reference):
        _read_stage(made, clause, node, place, inputs)
    else:
        place.say(OtherValue, node, word=clause.word, wanted="name")


def _read_path(made: Made, clause: Clause, node: Node, path: str, place: Place, inputs: Inputs) -> None:
    if made.verb is not None and (clause.word == "with" or not _takes_paths(made)):
        wanted = made.verb.sources if clause.word == "from" else made.verb.models
        if not wanted:
            _say_too_much(made, clause, place)
            return
        named = _name_for(path)
        paste = f"dataset {named} from {place.line.text[node.start : node.end]}"
        place.say(
            WrongMaterial, node, verb=made.word, word=clause.word, wanted=wanted, name=path, makes="path", paste=paste
        )
        return
    if made.verb is not None:
        look_for(path, node, place)
    inputs.paths.append(path)


def _name_for(path: str) -> str:
    last = path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return "-".join("".join(letter if letter.isalnum() else " " for letter in last).split()) or "images"


def _read_stage(made: Made, clause: Clause, node: Reference, place: Place, inputs: Inputs) -> None:
    found = look_up(node, place)
    if found is None or found.made is None:
        inputs.unsure = True
        return
    place.joins.append(Join(found.made, found.part, place.line, node, clause.word, found.guessed))
    word = _fitting_word(made, clause, node, found.made, place)
    if word is None:
        return
    inputs.said.add(word)
    taken, many = (inputs.sources, "many_sources") if word == "from" else (inputs.models, "many_models")
    if taken and made.verb is not None and not getattr(made.verb, many):
        paste = place.line.text[: node.start].rstrip(" ,") + place.line.text[node.end :]
        place.say(TooMuchMaterial, node, paste=paste, owner=made.word, word=word, only_one=True)
        return
    taken.append(ir.Input(stage=found.made.path, part=found.part))


def _fitting_word(made: Made, clause: Clause, node: Reference, given: Made, place: Place) -> str | None:
    """The word that a stage should stand after: the one it does, or the other one, which is told; None for neither."""
    if made.verb is None:
        return clause.word
    wanted = {"from": made.verb.sources, "with": made.verb.models}
    here, there = wanted[clause.word], wanted[OTHER[clause.word]]
    if makes_one_of(given, here) and here:
        return clause.word
    name = ".".join(node.parts)
    if there and makes_one_of(given, there):
        start = clause.start
        facts = mend(place.line, start, start + len(clause.word), OTHER[clause.word])
        facts["span"] = place.line.span(node.start, node.end)
        place.desk.say(ChangedPlaces(name=name, makes=given.makes, **facts))
        return OTHER[clause.word]
    if not here:
        _say_too_much(made, clause, place)
        return None
    also = (given.line.span(),)
    paste = _in_between(made, given, name, place)
    place.say(
        WrongMaterial,
        node,
        also=also,
        verb=made.word,
        word=clause.word,
        wanted=here,
        name=name,
        makes=given.makes,
        paste=paste,
    )
    return None


def _in_between(made: Made, given: Made, name: str, place: Place) -> str | None:
    """A line that makes what is wanted of what was given: of a model, pictures."""
    assert made.verb is not None
    verbs = place.desk.vocabulary.verbs
    for verb in (verbs[name] for name in offered(verbs)):
        needs_it = verb.models_required and not verb.sources_required and given.makes in verb.models
        if needs_it and verb.makes in made.verb.sources:
            return f"{verb.name} {verb.makes} with {name}"
    others = in_question(made, made.verb.sources, place)
    return place.line.text.replace(name, others[0]) if others else None


def require_inputs(made: Made, inputs: Inputs, place: Place) -> None:
    """Tell of material or a model that is missing."""
    verb = made.verb
    if verb is None:
        return
    if verb.sources_required and "from" not in inputs.said:
        _say_nothing("from", verb.sources, made, place)
    if verb.models_required and "with" not in inputs.said:
        _say_nothing("with", verb.models, made, place)


def _say_nothing(word: str, wanted: tuple[str, ...], made: Made, place: Place) -> None:
    here = in_question(made, wanted, place)
    line = place.line
    text = line.text.rstrip()
    anything = {"path": "./photos/", "model": "a-model"}
    likely = here[0] if here else next((anything[kind] for kind in wanted if kind in anything), "pictures")
    end = line.values[0].end if line.values else len(text)
    paste = f"{text[:end]} {word} {likely}{text[end:]}"
    head = line.head
    span = line.span(head.start, head.end) if head else line.span()
    place.desk.say(
        NothingToWorkOn(span=span, verb=made.word, word=word, wanted=wanted, here=tuple(here[:8]), paste=paste)
    )


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
    place.say(OtherValue, node, f'"{place.line.text[node.start : node.end]}"', word="at", wanted="text")
    return None


def _takes_paths(made: Made) -> bool:
    return made.verb is None or "path" in made.verb.sources


def _say_too_much(made: Made, clause: Clause, place: Place) -> None:
    line = place.line
    facts = mend(line, clause.start, clause.end, "")
    facts["paste"] = " ".join(facts["paste"].split())
    facts["span"] = line.span(clause.start, clause.start + len(clause.word))
    place.desk.say(TooMuchMaterial(owner=made.word, word=clause.word, only_one=False, **facts))
