"""Definitions: a recipe's head comes in; what it takes and gives, and the verb that it is to its users, go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang import elsewhere
from intaglio.lang.borrowing import FIRST_VERSION
from intaglio.lang.checker.desk import Desk, leave_out, mend
from intaglio.lang.checker.lets import Lets
from intaglio.lang.checker.names import Home, Made, Names, Scope
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.sheet import Sheet
from intaglio.lang.checker.types import Type, read_type
from intaglio.lang.checker.values import read
from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.span import Span
from intaglio.lang.tree import Line, Node, Reference, Version
from intaglio.lang.vocabulary import Either, Flag, Number, Setting, Slot, ValueType, Verb

GIVES = ("gives", *(their for their, ours in elsewhere.VERBS.items() if ours == "gives"))
OWN = ("seed", "save")  # settings of every use
FROM = ("images", "frames")  # what is given after `from`; a model is given after `with`, all else beneath


@dataclass(frozen=True, slots=True)
class Parameter:
    """`takes waist as 8 to 2048 = 200`: what may be given by that name, and what it is where it is not given."""

    name: str
    line: Line
    type: Type
    default: Any = None

    @property
    def key(self) -> str:
        """What it is called among the values of a use."""
        return self.name.replace("-", "_")

    @property
    def doc(self) -> str:
        """What its notes say: the one beside it, or those above."""
        return sentence(self.line.note.removeprefix("--").strip() or notes_above(self.line))

    @property
    def word(self) -> str | None:
        """The joining word that it is given after; None where it is a setting."""
        return "with" if self.type.material == "model" else "from" if self.type.material in FROM else None

    @property
    def is_required(self) -> bool:
        """Whether every use has to say it."""
        return self.default is None and not self.type.optional and not isinstance(self.type.kind, Flag)


@dataclass(slots=True, eq=False)
class Definition:
    """A recipe. `verb` is None until it is settled, and where nobody can use it, which is told.

    `known` are the places of its own faults, `size` how many stages it comes to, `depth` how deep in it recipes go.
    """

    name: str
    line: Line
    sheet: Sheet
    version: str = FIRST_VERSION
    parameters: tuple[Parameter, ...] = ()
    verb: Verb | None = None
    outlets: Mapping[str, Made] = field(default_factory=dict)  # what it gives, read for itself
    known: set[tuple[str, Span]] = field(default_factory=set)
    circle: tuple[Desk, Diagnostic] | None = None  # that it is in, and the desk where that was told
    size: int = 0
    depth: int = 1

    @property
    def body(self) -> tuple[Line, ...]:
        """The lines of which it is made."""
        return tuple(line for line in self.line.children if line.form != "takes" and not is_gives(line))

    @property
    def gives(self) -> tuple[tuple[Line, Reference], ...]:
        """What can be reached from outside, each where it is said, the first first."""
        said = ((line, node) for line in self.line.children if is_gives(line) for node in line.values)
        return tuple((line, node) for line, node in said if isinstance(node, Reference) and node.parts[-1])

    @property
    def given_after(self) -> dict[str, tuple[Parameter, ...]]:
        """What is given after `from` and after `with`, in order."""
        return {word: tuple(each for each in self.parameters if each.word == word) for word in ("from", "with")}

    @property
    def is_sure(self) -> bool:
        """Whether it is known of all that it takes what that is."""
        return all(each.type.kind is not None or each.type.material is not None for each in self.parameters)

    @property
    def doc(self) -> str:
        """The notes directly above it."""
        return notes_above(self.line)


def is_gives(line: Line) -> bool:
    """Whether a line says what a recipe gives."""
    return line.form == "plain" and line.head is not None and line.head.text in GIVES


def _say_gives(line: Line, desk: Desk) -> None:
    """Tell of what other languages call it."""
    head = line.head
    if head is not None and head.text != "gives":
        facts = mend(line, head.start, head.end, "gives")
        desk.say(wrong.names.UnknownVerb(word=head.text, ours="gives", known=(), **facts))


def notes_above(line: Line) -> str:
    """The notes directly above a line, without their dashes."""
    notes: list[str] = []
    for note in reversed(line.above):
        if not note:
            break
        notes.append(note.removeprefix("--").strip())
    return " ".join(reversed(notes))


def sentence(note: str) -> str:
    """A note as a sentence: its first letter large, a full stop at its end."""
    return note and note[0].upper() + note[1:] + ("" if note[-1] in ".!?…" else ".")


def version_of(line: Line, desk: Desk) -> str | None:
    """What a recipe says of its version; other clauses stand after its name for nothing, and are told of."""
    found = None
    for clause in line.clauses:
        node = clause.values[0]
        if clause.word == "at" and isinstance(node, Version):
            found = node.text
        elif clause.word == "at":
            _say_no_version(line, node, desk)
        else:
            facts = mend(line, clause.start, clause.end, "")
            facts["paste"] = " ".join(facts["paste"].split())
            desk.say(wrong.graph.TooMuchMaterial(owner="recipe", word=clause.word, only_one=False, **facts))
    return found


def _say_no_version(line: Line, node: Node, desk: Desk) -> None:
    said = line.text[node.start : node.end].strip('"v ')
    facts = mend(line, node.start, node.end, f"v{said}" if said.replace(".", "").isdecimal() else FIRST_VERSION)
    given = "A version is a `v` and its number: `v1`, `v2.1`."
    desk.say(wrong.values.OtherValue(word="at", wanted="version", given=given, **facts))


# What it takes -----------------------------------------------------------------------------------------------------


def read_parameters(definition: Definition, desk: Desk) -> tuple[Parameter, ...]:
    """What a recipe takes, each once. Faults are told at the desk."""
    found: dict[str, Parameter] = {}
    for line in definition.line.children:
        if line.form != "takes" or line.head is None or not line.head.text:
            continue
        name, start, end = line.head.text, line.head.start, line.head.end
        if name in OWN:
            because = f"`{name}` can be said beneath every use of a recipe, so a recipe cannot take it as its own."
            desk.say(wrong.names.AlreadyAWord(name=name, because=because, **mend(line, start, end, f"{name}-of-it")))
            continue
        if name in found:
            first = found[name].line
            facts = mend(line, start, end, f"{name}-again")
            desk.say(wrong.names.TwoThings(name=name, first=first.number, also=(first.span(),), **facts))
            continue
        found[name] = _parameter(name, line, desk)
    return tuple(found.values())


def _parameter(name: str, line: Line, desk: Desk) -> Parameter:
    if not line.values:
        return Parameter(name, line, Type(None))  # that it does not say what it is was told by the parser
    place = place_of(line, name, desk)
    kind = read_type(line.values[0], place)
    parameter = Parameter(name, line, kind)
    if line.default is None or kind.kind is None:
        return parameter
    if kind.material is not None or isinstance(kind.kind, Flag):
        on = f"`{name}` is on when its line stands beneath a use, and off when it does not"
        given = f"{on if kind.material is None else f'`{name}` is given by every use'}. It has no value of its own."
        said = line.text[: line.default.start].rstrip(" =")
        place.say(wrong.recipes.UnknownType, line.default, because=given, said=name, paste=said)
        return parameter
    setting = setting_of(parameter)
    place.setting, place.slot = setting, setting.slots[0]
    value = read(kind.kind, line.default, place)
    many = setting.slots[0].many and value is not None
    return replace(parameter, default=(value,) if many else value)


def place_of(line: Line, word: str, desk: Desk) -> Place:
    """The place of a line that sees no names: the head of a recipe, a `use`."""
    scope = Scope(Home(desk))
    return Place(desk, line, scope, Lets(Names(scope), desk), word)


# The verb that it is -----------------------------------------------------------------------------------------------


def require_gives(definition: Definition, stages: list[str], desk: Desk) -> None:
    """Tell of a recipe of which nothing can be reached."""
    line = definition.line
    for each in filter(is_gives, line.children):
        _say_gives(each, desk)
        if not each.values and not each.repairs:
            fits = tuple(f"gives {name}" for name in stages[-1:])
            paste = fits[0] if fits else None
            desk.say(
                wrong.syntax.UnfinishedLine(
                    span=each.span(), after="gives", found="", stem="gives", fits=fits, paste=paste
                )
            )
        if each.children or each.clauses:
            facts = leave_out(each.children[0]) if each.children else {"span": each.span()}
            given = "`gives` lists names of stages of its recipe, and nothing else."
            desk.say(wrong.values.OtherValue(word="gives", wanted="name", given=given, **facts))
    if not any(map(is_gives, line.children)):
        head = line.head
        assert head is not None
        facts = desk.add(line, f"  gives {stages[-1]}") if stages else {}
        doc = "It lists what can be reached from outside; the first of them is what a use is, by its bare name."
        facts["span"] = line.span(head.start, head.end)
        desk.say(wrong.values.SettingMissing(owner="recipe", setting="gives", doc=doc, **facts))


def verb_of(definition: Definition, makes: str, gives: tuple[str, ...], desk: Desk) -> Verb:
    """What a recipe is to a line that begins with its name."""
    given = definition.given_after
    verbs = desk.vocabulary.verbs.values()
    own = {word: next((verb.settings[word] for verb in verbs if word in verb.settings), None) for word in OWN}
    settings = {each.name: setting_of(each) for each in definition.parameters if each.word is None and each.type.kind}
    settings |= {word: replace(setting, sweeps=False) for word, setting in own.items() if setting is not None}
    return Verb(
        name=definition.name,
        makes=makes,
        doc=definition.doc,
        sources=tuple(dict.fromkeys(str(each.type.material) for each in given["from"])),
        models=("model",) if given["with"] else (),
        sources_required=bool(given["from"]),
        models_required=bool(given["with"]),
        many_sources=len(given["from"]) > 1,
        many_models=len(given["with"]) > 1,
        settings=settings,
        outputs=gives,
    )


def setting_of(parameter: Parameter, *, whole: bool = False) -> Setting:
    """A parameter as a setting beneath a use. `whole` tells that its numbers are counted in whole ones."""
    kind = parameter.type.kind
    assert kind is not None
    kind = _whole(kind) if whole else kind
    doc = parameter.doc
    slot = Slot(parameter.key, kind, many=parameter.type.many, doc=doc)
    single = not parameter.type.many and not isinstance(kind, Flag) and parameter.type.material is None
    default = parameter.default
    return Setting(
        parameter.name,
        (slot,),
        doc,
        required=parameter.is_required,
        sweeps=single,
        default=default,
        key=parameter.key,
    )


def _whole(kind: ValueType) -> ValueType:
    if isinstance(kind, Number):
        return replace(kind, whole=True)
    if isinstance(kind, Either):
        return Either(tuple(_whole(option) for option in kind.options))
    return kind


def names_used(definition: Definition) -> Iterator[tuple[str, Line]]:
    """The verbs of its lines."""
    for line in definition.body:
        if line.form == "plain" and line.head is not None:
            yield line.head.text, line
