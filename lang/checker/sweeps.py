"""Sweeps: an `each` line comes in, the values that it goes through go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker import draft
from intaglio.lang.checker.desk import mend
from intaglio.lang.checker.examples import swept_line_of
from intaglio.lang.checker.names import ANY, Made
from intaglio.lang.checker.numbers import as_stretch, swept
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.quantities import Amount, Stretch
from intaglio.lang.checker.references import look_up, say_wrong_material
from intaglio.lang.checker.values import read
from intaglio.lang.records import replace
from intaglio.lang.tree import Clause, Node, Quantity, Range, Reference, parts_of
from intaglio.lang.vocabulary import Either, Name, Number, Setting, Size, Text, ValueType, offered

if TYPE_CHECKING:
    from intaglio.lang.checker.checked import Checked


def read_sweep(place: Place, values: tuple[Node, ...], owner: str, words: Mapping[str, Setting]) -> draft.Sweep | None:
    """The values of an `each` line; None where there are none, and that is told."""
    setting = place.setting
    assert setting is not None
    if not setting.sweeps:
        _say_nothing_to_sweep(place, owner, words)
        return None
    place.slot = setting.slots[0]
    kind = setting.slots[0].type
    if not values and not place.line.clauses:
        fitting = swept_line_of(setting, place.names)
        text = place.line.text
        place.desk.say(
            wrong.syntax.UnfinishedLine(
                span=place.line.span(), after=text, found="", stem=text, fits=(fitting,), paste=fitting
            )
        )
        return None
    if _has_decimal_commas(kind, place):
        return None
    found: list[Any] = []
    for node in values:
        found += _values_of(kind, node, place)
    for clause in place.line.clauses:
        found += _from_stages(kind, clause, place)
    if not place.line.clauses:
        _tell_doubles(found, values, place)
    percent = in_percent(values, place)
    return draft.Sweep(setting=setting.key, values=tuple(found), percent=percent) if found else None


def in_percent(values: Iterable[Node], place: Place) -> bool:
    """Whether some of the values are said in percent: by themselves, or by their names."""
    waiting = [*values]
    for node in waiting:
        known = place.value_of(node) if isinstance(node, Reference) else node
        amounts = (known.low, known.high, known.step) if isinstance(known, Stretch) else (known,)
        if any(isinstance(each, Quantity | Amount) and each.unit == "%" for each in amounts):
            return True
        waiting += [] if isinstance(node, Reference) else parts_of(node)  # the list grows while it is gone through
    return False


def _has_decimal_commas(kind: ValueType, place: Place) -> bool:
    """Whether some commas of the line seem to be decimal ones, and others to stand between values: `0,4, 0,7, 1`."""
    number, line = _number_in(kind), place.line
    tight = re.search(r"(?<![\w.,])\d+,\d+(?=, |$)", line.text)
    if number is None or number.whole or tight is None or ", " not in line.text or "." in line.text:
        return False
    paste = re.sub(r"(?<![\w.,])(\d+),(\d+)(?![\w,]\d)", r"\1.\2", line.text)
    place.desk.say(wrong.syntax.DecimalComma(span=line.span(*tight.span()), number=tight[0], paste=paste))
    return True


def _values_of(kind: ValueType, node: Node, place: Place) -> list[Any]:
    """The values that one item of the line stands for."""
    number = _number_in(kind)
    stretch = as_stretch(number, node, place) if number else None
    if number is not None and stretch is not None:
        steps = swept(number, stretch, node, place) or ()
        return [(value,) for value in steps] if isinstance(kind, Size) else list(steps)
    value = read(kind, node, place)
    return [] if value is None else [value]


def _number_in(kind: ValueType) -> Number | None:
    """The numbers that a range of this kind goes through."""
    if isinstance(kind, Number):
        return kind
    if isinstance(kind, Size):
        return Number(kind.low, kind.high, "size", whole=True)
    if isinstance(kind, Either):
        return next((number for number in map(_number_in, kind.options) if number), None)
    return None


def _from_stages(kind: ValueType, clause: Clause, place: Place) -> list[dict[str, str | None]]:
    """`each prompt from litany`, `each group from cabinet`: a value for each text, or each group."""
    if clause.word == "from" and _number_in(kind) is not None and isinstance(clause.values[0], Quantity | Range):
        # `each truncation from 0.2 to 1`: a range is said without it.
        facts = mend(place.line, clause.start, clause.values[0].start, "")
        place.desk.say(wrong.graph.TooMuchMaterial(owner=f"each {place.word}", word="from", only_one=False, **facts))
        return []
    wants_texts, wants_groups = _includes(kind, Text), _includes(kind, Name)
    if clause.word != "from" or not (wants_texts or wants_groups):
        facts = mend(place.line, clause.start, clause.end, "")
        place.desk.say(
            wrong.graph.TooMuchMaterial(owner=f"each {place.word}", word=clause.word, only_one=False, **facts)
        )
        return []
    found = []
    for node in clause.values:
        if not isinstance(node, Reference):
            read(kind, node, place)
            continue
        lead = look_up(node, place)
        if lead is None or lead.made is None:
            continue
        place.join(lead.made, lead.part, node)
        if _gives(lead.made, node, place, texts=wants_texts, groups=wants_groups):
            found.append({"stage": lead.made.path, "part": lead.part})
    return found


def _gives(made: Made, node: Reference, place: Place, *, texts: bool, groups: bool) -> bool:
    """Whether a stage has texts, or groups, to go through."""
    if made.makes == ANY or (texts and made.makes == "texts"):
        return True
    if groups and made.stands_in and made.makes in ("images", "frames"):
        return True
    if groups and made.verb is not None and made.verb.groups:
        if made.uncounted:
            finds = made.uncounted[0]
            asked = f"each group from {'.'.join(node.parts)}"
            because = f"Nobody can tell how many {finds.many} `{made.name}` has before it was made."
            because += f" `each {place.word} {', '.join(finds.names(2))}` names them."
            clause = next(each for each in place.line.clauses if node in each.values)
            facts = mend(place.line, clause.start, clause.end, ", ".join(finds.names(2)))
            paste = facts["paste"] if len(clause.values) == 1 else None
            place.say(wrong.graph.GroupsMissing, node, asked=asked, name=made.name, because=because, paste=paste)
            return False
        if made.groups or made.sorts_itself:
            return True
        place.say(
            wrong.graph.GroupsMissing, node, asked=f"each group from {made.name}", name=made.name, also=place.also(made)
        )
        return False
    wanted = ("texts",) if texts else ("images",)
    say_wrong_material(place, node, f"each {place.word}", wanted, made, ".".join(node.parts))
    return False


def _includes(kind: ValueType, wanted: type) -> bool:
    if isinstance(kind, Either):
        return any(_includes(option, wanted) for option in kind.options)
    return isinstance(kind, wanted)


def size_of(sweep: draft.Sweep, stages: Mapping[str, Checked]) -> int:
    """How many results a sweep makes: texts and groups of stages are counted where they are written."""
    count = 0
    for value in sweep.values:
        stage = stages.get(str(value["stage"])) if isinstance(value, dict) else None
        made = None if stage is None else stage.made
        if made is None:
            count += 1
        elif made.makes == "texts":
            count += sum(len(child.values) for child in made.line.children if child.form == "item")
        else:
            count += made.groups or 1
    return count


def _tell_doubles(found: list[Any], values: tuple[Node, ...], place: Place) -> None:
    """A value that stands twice in one sweep would make two results that are one."""
    if len(found) != len(values):
        return
    before: set[Any] = set()
    for value, node in zip(found, values, strict=True):
        if value in before:
            line = place.line
            paste = line.text[: node.start].rstrip(" ,") + line.text[node.end :]
            said = line.text[node.start : node.end]
            place.say(wrong.names.SaidTwice, node, word=said, first=line.number, same=True, paste=paste)
            return
        before.add(value)


def _say_nothing_to_sweep(place: Place, owner: str, words: Mapping[str, Setting]) -> None:
    line, setting = place.line, place.setting
    assert setting is not None
    sweepable = tuple(sorted(name for name in offered(words) if words[name].sweeps))
    say_not_swept(
        place,
        wrong.values.NothingToSweep(span=line.span(), verb=owner, setting=setting.name, sweepable=sweepable),
    )


def say_not_swept(place: Place, fault: wrong.values.NothingToSweep) -> None:
    """Tell of an `each` where it cannot stand; the line without it may be meant."""
    line = place.line
    assert line.head is not None
    span = line.span(line.head.start, line.head.end)
    place.desk.say(replace(fault, span=span, paste=line.text[line.head.start :]))
