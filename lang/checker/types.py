"""Types: what stands after `as` comes in, what may be given by that name goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.numbers import fitted
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.quantities import said, stretched
from intaglio.lang.elsewhere import spelt
from intaglio.lang.records import dataclass
from intaglio.lang.tree import Logical, Node, Range, Reference
from intaglio.lang.vocabulary import Axes, Choice, Either, Flag, Hue, Number, Size, Stages, Text, ValueType
from intaglio.lang.vocabulary import Place as PlaceType

NOTHING = "nothing"
MATERIALS = ("images", "frames", "model", "texts")
SIMPLE: dict[str, ValueType] = {
    "text": Text(),
    "path": PlaceType("any", must_exist=False),
    "colour": Hue(),
    "size": Size(),
    "axes": Axes(),
    "flag": Flag(),
}
THEIRS = {  # what other languages call them
    "string": "text",
    "str": "text",
    "words": "text",
    "file": "path",
    "folder": "path",
    "dir": "path",
    "directory": "path",
    "bool": "flag",
    "boolean": "flag",
    "true": "flag",
    "false": "flag",
    "switch": "flag",
    "int": "1 to 100",
    "integer": "1 to 100",
    "number": "1 to 100",
    "float": "0 to 1",
    "image": "images",
    "pictures": "images",
    "dataset": "images",
    "video": "frames",
    "prompts": "texts",
    "network": "model",
    "axis": "axes",
    "rgb": "colour",
}
FARTHEST = 1e18  # of numbers in a range
MOST = 64  # words and types joined by `or`


@dataclass(frozen=True, slots=True)
class Type:
    """What may be given. `kind` is None where nobody can tell, which is told.

    `material` is images, frames, model or texts, which stages make; `optional` ones may be nothing.
    """

    kind: ValueType | None
    material: str | None = None
    optional: bool = False

    @property
    def many(self) -> bool:
        """Whether several may be given at once."""
        options = self.kind.options if isinstance(self.kind, Either) else (self.kind,)
        return any(isinstance(option, Axes) for option in options)


def read_type(node: Node, place: Place) -> Type:
    """The type that a node says."""
    options = list(_options(node))[:MOST]
    if any(_word(option) == "" for option in options):
        return Type(None)  # the parser put it there, and told of it
    optional = any(_word(option) == NOTHING for option in options)
    options = [option for option in options if _word(option) != NOTHING]
    material = next((option for option in options if _word(option) in MATERIALS), None)
    if material is not None:
        return _material(material, optional, len(options) == 1, node, place)
    if not options:
        because = f"`{NOTHING}` says that something may be left out, and stands beside what that is."
        place.say(wrong.recipes.UnknownType, node, f"text or {NOTHING}", said=NOTHING, because=because)
        return Type(None)
    strange = [word for word in map(_word, options) if word is not None and word not in SIMPLE]
    kinds: list[ValueType] = []
    words: list[str] = []
    for option in options:
        word = _word(option)
        if word is None:
            kind = _number(option, place)
            if kind is None:
                return Type(None)
            kinds.append(kind)
        elif word in SIMPLE:
            kinds.append(SIMPLE[word])
        elif _is_mistaken(word, strange, alone=len(options) == 1 and not optional, place=place):
            ours = THEIRS.get(word.lower(), "")
            place.say(
                wrong.recipes.UnknownType,
                option,
                ours or place.desk.nearest(word, wrong.recipes.TYPES),
                said=word,
                ours=ours,
            )
            return Type(None)
        else:
            words.append(word)
    if sum(isinstance(kind, Number | Size) for kind in kinds) > 1 or (len(options) > 1 and Flag() in kinds):
        because = "Of numbers there is one range, and a flag stands alone. Nobody could tell which of them is meant."
        place.say(wrong.recipes.UnknownType, node, said=place.line.text[node.start : node.end], because=because)
        return Type(None)
    kinds += [Choice(tuple(dict.fromkeys(words)))] if words else []
    return Type(kinds[0] if len(kinds) == 1 else Either(tuple(kinds)), optional=optional)


def _material(found: Node, optional: bool, alone: bool, node: Node, place: Place) -> Type:
    word = _word(found)
    assert word is not None
    if not alone or optional:
        because = f"`{word}` is made by a stage, and nothing else can stand for it. It is always given."
        place.say(wrong.recipes.UnknownType, node, word, said=word, because=because)
    return Type(Stages((word,)), material=word)


def _options(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Logical) and node.operator == "or":
            waiting += [node.right, node.left]
        else:
            yield node


def _word(node: Node) -> str | None:
    return spelt(".".join(node.parts)) if isinstance(node, Reference) else None


def _is_mistaken(word: str, strange: Sequence[str], *, alone: bool, place: Place) -> bool:
    """Whether a word is no choice: the only one there is, or what others call a type, or nearly one of ours."""
    if alone or all(each.lower() in THEIRS for each in strange):
        return True
    return len(strange) == 1 and place.desk.nearest(word, wrong.recipes.TYPES, 0.8) is not None


def _number(node: Node, place: Place) -> Number | None:
    if not isinstance(node, Range):
        place.say(wrong.recipes.UnknownType, node, said=place.line.text[node.start : node.end])
        return None
    stretch = stretched(node, place)
    if stretch is None:
        return None
    if stretch.step is not None:
        because = "A range of what may be given has two ends, and no steps."
        place.say(
            wrong.recipes.UnknownType, node, place.line.text[node.start : node.high.end], said="", because=because
        )
        return None
    any_number = Number(-FARTHEST, FARTHEST, stretch.high.family or stretch.low.family)
    low = fitted(any_number, stretch.low, node.low, place)
    high = fitted(any_number, stretch.high, node.high, place)
    if low is None or high is None:
        return None
    if low > high:
        place.say(wrong.values.Backwards, node, said(type(stretch)(stretch.high, stretch.low, None)))
        low, high = high, low
    return Number(low, high, any_number.family)
