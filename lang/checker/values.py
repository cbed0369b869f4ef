"""Values: a node of the tree comes in, read by the place where it stands, and its value in the IR goes out.

Words are read by their place: where a setting has choices, as a choice, else as a `let` name; elsewhere as a `let`
name; after `from` and `with` as a stage. A value that cannot be read is reported, and None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang import elsewhere
from intaglio.lang.checker import draft
from intaglio.lang.checker.bound import Bound, bound_to
from intaglio.lang.checker.conditions import read_condition
from intaglio.lang.checker.desk import leave_out, mend
from intaglio.lang.checker.names import Home, Let, Made, Scope
from intaglio.lang.checker.numbers import as_stretch, read_number, read_size, read_span
from intaglio.lang.checker.paths import read_path
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.quantities import Amount, Area, Stretch, say_unnamed, worked_out
from intaglio.lang.checker.references import read_stage
from intaglio.lang.elsewhere import spelt
from intaglio.lang.records import replace
from intaglio.lang.tree import (
    Arithmetic,
    Colour,
    Comparison,
    Extent,
    Logical,
    Negation,
    Node,
    Path,
    Quantity,
    Range,
    Reference,
    Signed,
    Text,
    Version,
)
from intaglio.lang.vocabulary import (
    Axes,
    Choice,
    Condition,
    Either,
    Every,
    Hue,
    Name,
    Number,
    Size,
    Span,
    Stages,
    ValueType,
)
from intaglio.lang.vocabulary import Place as PlaceType
from intaglio.lang.vocabulary import Text as TextType
from intaglio.lang.wording import measuring, number, units_of


def read(kind: ValueType, node: Node, place: Place) -> Any:
    """The value of a node as this kind; None where it cannot be that, which is told."""
    return _READERS[type(kind)](kind, node, place)


NO_SIZE = "`{}` says what to cut out. How large that becomes is a step of its own."

# Words -------------------------------------------------------------------------------------------------------------


def _choice(kind: Choice, node: Node, place: Place) -> str | None:
    said = _word(node)
    if said is None:
        content = node.content if isinstance(node, Text) else ""
        fitting = next((word for word in (content, content.lower()) if word in kind.words), None)
        several = re.split(r"\s*(?:\b(?:and|or)\b|[+/&|])\s*", _source(node, place))
        given, marks = "", bool(content) and content.lower() == fitting
        if len(several) > 1 and all(_among(kind, each) for each in several):
            fitting, given = ", ".join(several), "Several words are separated by commas."
            if place.slot is not None and place.slot.clause and not place.slot.many:
                _say_one_by_one(several, node, place)
                return None
        elif len(several) > 1:
            unknown = next(each for each in several if not _among(kind, each))
            place.say(wrong.values.NotAChoice, node, word=place.word, choices=kind.offered, given=unknown)
            return None
        if isinstance(node, Quantity) and node.unit is None and (numbered := _numbered(kind, node.number)):
            after = (place.slot.clause if place.slot else None) or place.word
            fitting = numbered
            given = f"After `{after}` stands a word. The one with this number is `{numbered}`."
        if fitting is None and isinstance(node, Quantity | Extent) and not place.line.repairs:
            facts: dict[str, Any] = {"word": place.word, "choices": kind.offered, "given": _source(node, place)}
            if isinstance(node, Extent) and "px" in facts["given"] and place.sizing:  # `crop 64 px by 48 px`
                facts["paste"] = f"{place.sizing[0]} {_source(node, place)}"
                facts["because"] = NO_SIZE.format(place.word)
            elif (paper := _paper(node, place)) is not None:
                facts["paste"] = paper
            place.say(wrong.values.NotAChoice, node, **facts)
            return None
        place.say(wrong.values.OtherValue, node, fitting, word=place.word, wanted="word", given=given, marks=marks)
        return None
    word = _among(kind, said)
    if word is not None:
        _tell_double_meaning(said, node, place)
        return _taken(word, kind, node, place)
    known = place.value_of(node) if isinstance(node, Reference) else None
    if known is None and isinstance(node, Reference):
        return None  # a name without a value, which is told where it is given
    meant = _among(kind, ".".join(known.parts)) if isinstance(known, Reference) else None
    if meant is None and said:
        choices = kind.offered
        small = said.lower()
        theirs = elsewhere.choice(small)
        nearest = theirs if theirs in choices else _of_its_name(small, choices) or place.desk.nearest(small, choices)
        if nearest is None and node in place.line.values[1:] and place.say_own_lines(node):
            return None
        word = (place.slot.clause if place.slot else None) or place.word
        named = None if nearest else place.desk.nearest(said, place.scope.values())  # a `let`, or what a recipe takes
        facts = {"word": word, "choices": choices, "given": said}
        _say_no_choice(node, nearest or named, place, facts)
        return nearest
    return meant and _taken(meant, kind, node, place)


def _say_no_choice(node: Node, fitting: str | None, place: Place, facts: dict[str, Any]) -> None:
    """Tell of a word that is none of the choices; of one from elsewhere, what there is here instead, if anything."""
    given, line = facts["given"], place.line
    facts["because"] = elsewhere.lacking(place.word, given)
    if facts["because"]:
        others = [line.text[each.start : each.end] for each in line.values if each is not node]
        less = {"paste": f"{place.word} {', '.join(others)}"} if others else leave_out(line)
        place.say(wrong.values.NotAChoice, node, **facts | less | {"span": line.span(node.start, node.end)})
        return
    if fitting is None or elsewhere.choice(given) != fitting:
        place.say(wrong.values.NotAChoice, node, fitting, **facts)
        return
    facts["because"] = elsewhere.instead(given)
    further = elsewhere.beside(given)
    if further.partition(" ")[0] not in place.words or line.clauses or len(line.values) != 1:
        place.say(wrong.values.NotAChoice, node, fitting, **facts)
        return
    facts |= mend(line, node.start, node.end, fitting)
    alone = wrong.values.NotAChoice(**facts)
    place.desk.say(replace(alone, edit=None, paste=f"{alone.paste}\n{further}", instead=(alone,)))


def _paper(node: Node, place: Place) -> str | None:
    """`paper 20 cm by 30 cm`: the line of the paper that is nearest to that."""
    from intaglio.lang.checker.paper import on_paper_here  # few scores need it

    line = on_paper_here((node,), place)
    return line if line is not None and line.startswith(f"{place.word} ") else None


def _say_one_by_one(words: Sequence[str], node: Node, place: Place) -> None:
    """Several words where a joining word takes one: each is a line of its own."""
    assert place.slot is not None
    text = place.line.text
    paste = "\n".join(text[: node.start] + word + text[node.end :] for word in words)
    given = f"`{place.slot.clause}` takes one word, so that each has a line of its own."
    place.say(wrong.values.OtherValue, node, word=place.word, wanted="word", given=given, paste=paste)


def _taken(word: str, kind: Choice, node: Node, place: Place) -> str:
    if word in kind.later:
        place.arrives_later(f"{place.word} {word}", node.start, node.end)
    place.needs(dict(kind.extras).get(word), f"{place.word} {word}", node)
    return word


def _among(kind: Choice, word: str) -> str | None:
    """The choice that a word is, in either spelling."""
    if word in kind.words:
        return word
    word = dict(kind.aliases).get(word) or spelt(word)
    return word if word in kind.words else None


def _numbered(kind: Choice, number: str) -> str | None:
    """The choice that ends in a number: `layer-2`."""
    return next((word for word in kind.offered if word.endswith(f"-{number}")), None)


def _of_its_name(word: str, choices: Iterable[str]) -> str | None:
    """Of choices that are numbered, the one of the same name whose number is nearest: of `layer-12` the deepest."""
    name, _, number = word.rpartition("-")
    if not name or not re.fullmatch(r"[0-9]{1,9}", number):
        return None
    numbers = [
        int(end) for stem, _, end in (each.rpartition("-") for each in choices) if stem == name and end.isdecimal()
    ]
    return f"{name}-{min(numbers, key=lambda each: abs(each - int(number)))}" if numbers else None


def _tell_double_meaning(word: str, node: Node, place: Place) -> None:
    """A `let` may not have the name of a choice where that can be chosen: a reader could not tell which is meant."""
    let = place.scope.seen(word)
    if isinstance(let, Let | Bound) and let.line.head is not None:
        head = let.line.head
        at = Place(place.desk, let.line, let.scope if isinstance(let, Let) else Scope(Home(place.desk)), place.lets, "")
        name = Reference((word,), head.start, head.end)
        at.say(
            wrong.names.AlreadyAWord,
            name,
            f"{word}-one",
            name=word,
            owner=place.word,
            also=(place.line.span(node.start, node.end),),
        )


def _word(node: Node) -> str | None:
    return ".".join(node.parts) if isinstance(node, Reference) else None


def _name(_: Name, node: Node, place: Place) -> str | None:
    known = place.value_of(node) if isinstance(node, Reference) and bound_to(node, place.scope) else node
    match known:
        case None:
            return None
        case Reference(parts=parts):
            return ".".join(parts) or None
        case Text(content=content):
            return content
        case Version(text=text):
            return text
        case _:
            place.say(
                wrong.values.OtherValue, node, f'"{_source(node, place)}"', word=place.word, wanted="word", marks=True
            )
            return None


def _axis(_: Axes, node: Node, place: Place) -> str | None:
    if isinstance(node, Reference):
        if place.scope.home.is_recipe and _is_value_misspelt(node, place):
            say_unnamed(node, place)
            return None
        return ".".join(map(spelt, node.parts)) or None
    place.say(wrong.values.OtherValue, node, getattr(node, "content", None), word=place.word, wanted="word")
    return None


def _is_value_misspelt(node: Reference, place: Place) -> bool:
    """`columns manny`, in a recipe that takes `many`: no word that anything may be swept by, and nearly a value's.

    What a recipe is given may be swept by any word that another one takes. A page knows none of its borrowers.
    """
    name = spelt(node.parts[0])
    kind = place.slot.type if place.slot is not None else None
    counts = isinstance(kind, Either) and any(isinstance(option, Number) for option in kind.options)
    if not counts or len(node.parts) > 1 or place.scope.seen(node.parts[0]) is not None or name == "group":
        return False
    if place.desk.page is not None:
        return False
    if any(name in verb.settings for verb in place.desk.vocabulary.verbs.values()):
        return False
    uses = (thing for around in place.scope.outwards() for thing in around.things.values() if isinstance(thing, Made))
    if any(made.verb is not None and name in made.verb.settings for made in uses):
        return False
    if place.desk.nearest(node.parts[0], place.scope.values()) is None:
        return False
    # Asked last: nothing is remembered of a recipe for which something was guessed, and the answer lies outside it.
    return not place.desk.speaks_of_axis(name)


# Texts and colours -------------------------------------------------------------------------------------------------


def _text(_: TextType, node: Node, place: Place) -> str | None:
    known = place.value_of(node) if isinstance(node, Reference) else node
    if isinstance(known, Text):
        return known.content
    if known is None or (isinstance(node, Reference) and not node.parts[-1]):
        return None
    # Several bare words are one text that lost its marks.
    last = next((value.end for value in reversed(place.line.values)), node.end)
    end = max(last, node.end)
    words = place.line.text[node.start : end].replace('"', "")
    whole = Reference((words,), node.start, end)
    place.say(wrong.values.OtherValue, whole, f'"{words}"', word=place.word, wanted="text", marks=True)
    return None


def _hue(_: Hue, node: Node, place: Place) -> str | None:
    known = place.value_of(node) if isinstance(node, Reference) else node
    if isinstance(known, Colour) and len(known.text) in (4, 7):
        digits = known.text[1:].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    if known is not None:
        among_others = place.setting is not None and len(place.setting.slots) > 1
        given = f"The colour of `{place.word}` is written `#rrggbb`." if among_others else ""
        place.say(
            wrong.values.OtherValue, node, _colour_meant(node, place), word=place.word, wanted="colour", given=given
        )
    return None


def _colour_meant(node: Node, place: Place) -> str | None:
    """A colour by its name, without its `#`, or with a part for how far one sees through it."""
    said = _source(node, place).strip('"').lower()
    digits = said.removeprefix("#")
    if len(digits) in (6, 8) and set(digits) <= set("0123456789abcdef"):
        return f"#{digits[:6]}"
    return elsewhere.COLOURS.get(said)


# Intervals ---------------------------------------------------------------------------------------------------------


def _every(kind: Every, node: Node, place: Place) -> draft.Every | None:
    amount = worked_out(node, place)
    if amount is None:
        return None
    counted = amount.family or (kind.families[0] if len(kind.families) == 1 else None)
    plain = number(amount.value)
    usual = usual_interval(kind, place)
    fitting = f"{plain} {usual}"
    if counted is None:
        place.say(
            wrong.values.UnitMissing, node, fitting, word="every", number=plain, wanted=usual, families=kind.families
        )
    elif counted not in kind.families:
        start = node.unit_start if isinstance(node, Quantity) else -1
        wanted, given = usual, amount.unit or units_of(counted)[0]
        because = f"`every` counts {_counted(kind)} here, but `{given}` {measuring(counted)}."
        facts = {"word": "every", "wanted": wanted, "unit": given, "given": counted, "because": because}
        place.say(wrong.values.OtherQuantity, node, fitting, start=start, **facts)
    elif amount.value != int(amount.value) or amount.value < 1:
        whole = max(1, round(amount.value))
        place.say(wrong.values.OtherValue, node, f"{whole} {counted}", word="every", wanted="interval")
    else:
        return draft.Every(int(amount.value), counted)
    return None


def usual_interval(kind: Every, place: Place) -> str:
    """What the lines beside this one count in, where they say so: beneath `steps 1000` it is steps."""
    beside = [line.head.text for line in place.beneath.children if line.head] if place.beneath else []
    return next((family for family in kind.families if family in beside), kind.families[0])


def _counted(kind: Every) -> str:
    return " or ".join(kind.families)


# Any of several ----------------------------------------------------------------------------------------------------


def _either(kind: Either, node: Node, place: Place) -> Any:
    fitting = [option for option in kind.options if suits(option, node, place)]
    if isinstance(node, Reference) and len(node.parts) > 1 and not any(isinstance(o, Stages) for o in kind.options):
        fitting += [option for option in kind.options if isinstance(option, PlaceType)]  # `captions.csv` is a file
    fitting += [option for option in kind.options if fits(option, node, place)]
    return read((fitting or list(kind.options))[0], node, place)


def read_word(kind: ValueType, node: Node) -> str | None:
    """The choice that a node names; None where it names none of them."""
    said = _word(node)
    return _among(kind, said) if said and isinstance(kind, Choice) else None


def suits(kind: ValueType, node: Node, place: Place) -> bool:
    """Whether a node is surely of this kind: a word among the choices, a value of the right shape."""
    if isinstance(kind, Either):
        return any(suits(option, node, place) for option in kind.options)
    if isinstance(kind, Choice):
        return read_word(kind, node) is not None
    return not isinstance(kind, Name) and fits(kind, node, place)


def fits(kind: ValueType, node: Node, place: Place) -> bool:
    """Whether a node has the shape of this kind."""
    if isinstance(kind, Either):
        return any(fits(option, node, place) for option in kind.options)
    known = place.value_of(node) if isinstance(node, Reference) else node
    return isinstance(known, _SHAPES[type(kind)])


_SHAPES: dict[type, Any] = {
    Number: Quantity | Arithmetic | Signed | Amount,
    Choice: Reference,
    TextType: Text,
    PlaceType: Path | Text,
    Size: Quantity | Arithmetic | Signed | Extent | Amount | Area,
    Condition: Comparison | Logical | Negation,
    Every: Quantity | Arithmetic | Amount,
    Span: Range | Stretch,
    Stages: Reference,
    Axes: Reference,
    Name: Reference | Text | Version,
    Hue: Colour,
}


def _source(node: Node, place: Place) -> str:
    return place.line.text[node.start : node.end]


_READERS: dict[type, Callable[[Any, Node, Place], Any]] = {
    Number: read_number,
    Choice: _choice,
    TextType: _text,
    PlaceType: read_path,
    Size: read_size,
    Condition: lambda kind, node, place: read_condition(node, place),
    Every: _every,
    Span: read_span,
    Stages: read_stage,
    Axes: _axis,
    Name: _name,
    Hue: _hue,
    Either: _either,
}

__all__ = ["as_stretch", "fits", "read", "read_word", "suits", "usual_interval"]
