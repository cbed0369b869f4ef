"""Lines beneath a verb: a line and its setting come in, its value in the IR goes out.

Values are dealt to the setting's slots in order; one that does not suit the next slot goes to the first that it does,
so that `crop square, 10%` needs no word for what is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any, TypeVar

from intaglio.lang import diagnostics as wrong
from intaglio.lang import elsewhere
from intaglio.lang.checker.desk import Desk, Heard, leave_out, mend
from intaglio.lang.checker.examples import example, line_of
from intaglio.lang.checker.names import Scope, find
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.references import is_place, say_place
from intaglio.lang.checker.values import NO_SIZE, fits, read, read_word, suits, usual_interval
from intaglio.lang.patterns import pattern
from intaglio.lang.records import replace
from intaglio.lang.tree import Clause, Extent, Line, Node, Quantity, Reference, Text, parts_of
from intaglio.lang.vocabulary import Axes, Condition, Either, Every, Flag, Name, Setting, Slot, Stages, ValueType
from intaglio.lang.vocabulary import Place as PlaceType
from intaglio.lang.vocabulary import Text as TextType

FAULTY = object()  # stands for a value that could not be read, and was told of
LEFT_OUT = object()  # and for one of a line that is not there, since a part that it needs is nothing
UNHEARD = object()  # and for one of a line that has to be read
Answer = TypeVar("Answer")
_OFF = frozenset(("false", "no", "off", "none", "never", "0"))  # what people write after a word that should not act
_SIDES = pattern(r"(\d+)\s*(?:px)?\s*[x×]\s*(\d+)(?:\s*px)?")  # `32x32`
_THOUSANDS = pattern(r"(?<![\w.,])[1-9]\d{0,2}(?:[, ]\d{3})+(?![\w,]|\.\d)")


def read_line(place: Place, values: tuple[Node, ...], clauses: tuple[Clause, ...]) -> Any:
    """The value of a setting's line: that of its slot where it is plain, else a dict by slot name."""
    return remembered(place, values, clauses, lambda: _read_line(place, values, clauses))


def remembered(
    place: Place, values: tuple[Node, ...], clauses: tuple[Clause, ...], reads: Callable[[], Answer]
) -> Answer:
    """What is read of a line, which is remembered for `heard` where it says the same beneath other stages."""
    setting, desk = place.setting, place.desk
    assert setting is not None
    before = desk.told
    value = reads()
    if value is not None and before == desk.told and _is_of_itself(place, values, clauses):
        names = tuple(_names(values, clauses))
        if not any(map(place.scope.seen, names)):
            desk.heard[id(setting), place.line.text] = Heard(setting, values, clauses, names, value)
    return value


def heard(setting: Setting, line: Line, values: tuple[Node, ...], scope: Scope, desk: Desk) -> Any:
    """What was read of a line beneath another stage, and is the same here; `UNHEARD` where it has to be read."""
    known = desk.heard.get((id(setting), line.text))
    if known is None or values is not known.values or line.clauses is not known.clauses:
        return UNHEARD
    if any(map(scope.seen, known.names)):
        return UNHEARD
    return {**known.value} if isinstance(known.value, dict) else known.value


def _is_of_itself(place: Place, values: tuple[Node, ...], clauses: tuple[Clause, ...]) -> bool:
    """Whether nothing but a line itself, and what its names mean, decided how it was read.

    A kind of value whose reading looks at anything else (the disk, stages, what else a recipe takes) is left out here.
    """
    setting, line = place.setting, place.line
    assert setting is not None
    if place.each_time or place.desk.use is not None or line.repairs:  # of a use, not all faults are told
        return False
    if values is not line.values or clauses is not line.clauses:
        return False
    slots = (*setting.slots, *(slot for form in setting.forms.values() for slot in form))
    kinds = (kind for slot in slots for kind in _options(slot.type))
    return not any(isinstance(kind, PlaceType | Stages | Axes) for kind in kinds)


def _names(values: tuple[Node, ...], clauses: tuple[Clause, ...]) -> Iterator[str]:
    """Every name on a line: where one of them means anything, the line has to be read."""
    waiting = [*values, *(value for clause in clauses for value in clause.values)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Reference):
            yield node.parts[0]
        waiting += parts_of(node)


def _read_line(place: Place, values: tuple[Node, ...], clauses: tuple[Clause, ...]) -> Any:
    setting = place.setting
    assert setting is not None
    if not setting.slots or isinstance(setting.slots[0].type, Flag):
        return _flag(place, values, clauses)
    if _lost_its_marks(place, values):
        return FAULTY
    if place.line.repairs and place.say_own_lines(_further_word(values, place)):
        return FAULTY
    slots = _form(place, values) if setting.forms else setting.slots
    values = _in_one_piece(slots, values, place) if place.line.repairs else values
    dealt = _deal(slots, values, place)
    known = True  # whether the setting knows all joining words that stand here
    if not setting.plain:
        known = _deal_clauses(slots, clauses, dealt, place)
    elif clauses:
        values, known = _plain_clauses(slots[0], clauses, dealt, place)
    if not values and not clauses and (setting.plain or any(each.required or not each.clause for each in slots)):
        _say_unfinished(place)
        return FAULTY
    said = {slot.name: _read_slot(slot, dealt[slot.name], place) for slot in slots if slot.name in dealt}
    for slot in slots:
        if slot.required and slot.name not in said:
            if place.lost:
                return LEFT_OUT
            if not known:
                return FAULTY  # that is told, and what it joins may be what is missing
            _say_slot_missing(slot, dealt, clauses, place)
            return FAULTY
    if any(value is FAULTY for value in said.values()) or _falls(place, said, dealt):
        return FAULTY
    return next(iter(said.values()), FAULTY) if setting.plain else said


def _further_word(values: tuple[Node, ...], place: Place) -> Node | None:
    """The first of the values that is another word beneath the verb with a value of its own: `columns 4 rows 3`."""
    text = place.line.text
    for before, word, value in zip(values, values[1:], values[2:], strict=False):
        near = f"{text[before.end : word.start]}{text[word.end : value.start]}"
        if isinstance(word, Reference) and word.parts[0] in place.words and not near.strip():
            return word
    for amount in values[:-1]:  # where it follows a number, it was read as the unit of that
        if isinstance(amount, Quantity) and amount.unit in place.words:
            return Reference((amount.unit or "",), amount.unit_start, amount.end)
    return None


def _in_one_piece(slots: tuple[Slot, ...], values: tuple[Node, ...], place: Place) -> tuple[Node, ...]:
    """The values of a repaired line, two words that make up a choice as that: `model style gan` lost a hyphen."""
    line = place.line
    for one, other in pairwise(values):
        if (
            not (isinstance(one, Reference) and isinstance(other, Reference))
            or line.text[one.end : other.start].strip()
        ):
            continue
        joined = f"{'.'.join(one.parts)}-{'.'.join(other.parts)}"
        whole = Reference((joined,), one.start, other.end)
        if any(read_word(option, whole) for slot in slots for option in _options(slot.type)):
            facts = mend(line, one.start, other.end, joined)
            place.desk.say(wrong.names.NameInPieces(joined=joined, **facts))
            return tuple(whole if value is one else value for value in values if value is not other)
    return values


def _options(kind: ValueType) -> tuple[ValueType, ...]:
    return kind.options if isinstance(kind, Either) else (kind,)


def _form(place: Place, values: tuple[Node, ...]) -> tuple[Slot, ...]:
    """The slots of a line whose first word says what follows it; where that is no such word, those of all its forms."""
    setting = place.setting
    assert setting is not None
    meant = (read_word(setting.slots[0].type, value) for value in values)
    word = next((word for word in meant if word in setting.forms), None)
    if word is None:
        return setting.slots
    place.word = f"{setting.name} {word}"
    return setting.forms[word]


def _falls(place: Place, said: Mapping[str, Any], dealt: Mapping[str, list[Node]]) -> bool:
    """Whether values that may not fall do, which is told."""
    assert place.setting is not None
    for one, other in pairwise(name for name in place.setting.rising if name in said):
        if said[one] > said[other]:
            first, second = dealt[one][0], dealt[other][0]
            texts = [place.line.text[each.start : each.end] for each in (first, second)]
            swapped = f"{texts[1]}{place.line.text[first.end : second.start]}{texts[0]}"
            facts = mend(place.line, first.start, second.end, swapped)
            place.desk.say(wrong.values.NotAmongThem(word=place.word, said=texts[0], of=texts[1], **facts))
            return True
    return False


def _lost_its_marks(place: Place, values: tuple[Node, ...]) -> bool:
    """`licence CC0-1.0`, `prompt a bowl`: a text of more than one word that had to be repaired. It is told as that."""
    line, setting = place.line, place.setting
    if not line.repairs or setting is None or line.head is None or line.form != "plain":
        return False
    worded = setting.plain and isinstance(setting.slots[0].type, TextType | Name)
    words = line.text[line.head.end :].lstrip(" :=").replace('"', "").replace("\\", "")
    if not worded or not words or any(isinstance(value, Text) and value.content for value in values):
        return False
    start = line.text.index(words) if words in line.text else line.head.end
    given = "A text of more than letters, digits and hyphens wears quotation marks."
    given = given if isinstance(setting.slots[0].type, Name) else ""
    whole = Reference((words,), start, len(line.text))
    place.say(wrong.values.OtherValue, whole, f'"{words}"', word=place.word, wanted="text", given=given, marks=True)
    return True


def _flag(place: Place, values: tuple[Node, ...], clauses: tuple[Clause, ...]) -> Any:
    """A line that is only there. A setting is then true; a step has no values."""
    spare: list[Node | Clause] = [*values, *clauses]
    if spare and not place.say_own_lines(values[0] if values else None):
        line = place.line
        start, end = spare[0].start, spare[-1].end
        off = line.text[start:end].lower() in _OFF
        facts = leave_out(line) | {"span": line.span(start, end)} if off else mend(line, start, end, "")
        place.desk.say(wrong.values.OtherValue(word=place.word, wanted="word alone", **facts))
    return True if place.setting and place.setting.plain else {}


def _deal(slots: tuple[Slot, ...], values: tuple[Node, ...], place: Place) -> dict[str, list[Node]]:
    """Each value to a slot; the first one too many is told."""
    free = [slot for slot in slots if slot.clause is None]
    dealt: dict[str, list[Node]] = {}
    for value in values:
        if isinstance(value, Reference) and not value.parts[-1]:
            dealt.setdefault(free[0].name if free else "", []).append(value)
            continue
        slot = _slot_for(value, free, place)
        if slot is None:
            _say_too_many(value, place)
            break
        dealt.setdefault(slot.name, []).append(value)
        if not slot.many:
            free.remove(slot)
    dealt.pop("", None)
    return dealt


def _slot_for(value: Node, free: list[Slot], place: Place) -> Slot | None:
    if len(free) < 2:
        return free[0] if free else None
    by_word = (slot for slot in free if suits(slot.type, value, place))
    by_shape = (slot for slot in free if fits(slot.type, value, place))
    return next(by_word, None) or next(by_shape, None) or free[0]


def _deal_clauses(
    slots: tuple[Slot, ...], clauses: tuple[Clause, ...], dealt: dict[str, list[Node]], place: Place
) -> bool:
    """Give each joining word's values to its slot. Whether all of these words are known."""
    known = True
    for clause in clauses:
        slot = next((slot for slot in slots if slot.clause == clause.word), None)
        if slot is None:
            _say_clause_unknown(clause, place)
            known = False
            continue
        nodes = dealt.setdefault(slot.name, [])
        nodes += clause.values
        if len(nodes) > 1 and not slot.many:
            _say_too_many(nodes[1], place)
            del nodes[1:]
    return known


def _plain_clauses(
    slot: Slot, clauses: tuple[Clause, ...], dealt: dict[str, list[Node]], place: Place
) -> tuple[tuple[Node, ...], bool]:
    """`prompts from litany` where the setting's one slot takes a name: the joining word may be said.

    The values, and whether all joining words are known.
    """
    known = True
    for clause in clauses:
        if clause.word == "from" and _takes_from(slot.type):
            dealt.setdefault(slot.name, []).extend(clause.values)
        else:
            _say_clause_unknown(clause, place)
            known = False
    return tuple(dealt.get(slot.name, ())), known


def takes_from(setting: Setting) -> bool:
    """Whether what a setting's line names may stand after `from`."""
    return any(_takes_from(slot.type) for slot in setting.slots)


def _takes_from(kind: ValueType) -> bool:
    if isinstance(kind, Either):
        return any(_takes_from(option) for option in kind.options)
    return isinstance(kind, Stages | PlaceType)


def _read_slot(slot: Slot, nodes: list[Node], place: Place) -> Any:
    place.slot = slot
    if slot.many:
        if len(nodes) < slot.least:
            _say_too_few(slot, nodes, place)
            return FAULTY
        read_ones = [read(slot.type, node, place) for node in nodes]
        return FAULTY if any(value is None for value in read_ones) else tuple(read_ones)
    value = read(slot.type, nodes[0], place)
    return FAULTY if value is None else value


# Faults of a whole line --------------------------------------------------------------------------------------------


def _say_too_many(value: Node, place: Place) -> None:
    line = place.line
    marked = next((each for each in _THOUSANDS.finditer(line.text) if each.start() < value.start < each.end()), None)
    if marked is not None:
        whole = Reference((marked[0],), marked.start(), marked.end())
        meant = re.sub(r"[, ]", "", marked[0])
        place.say(wrong.values.MarkedThousands, whole, meant, written=marked[0], value="")
        return
    if place.say_own_lines(value):
        return
    assert place.setting is not None
    said = [line.text[each.start : each.end] for each in line.values] if value in line.values else []
    unasked = elsewhere.needless(place.setting.name, said[-1]) if len(said) == 2 else ""
    conditional = any(isinstance(slot.type, Condition) for slot in place.setting.slots)
    joined = elsewhere.JOINED.get(place.setting.name, "and") if conditional else ""
    fault = wrong.values.TooManyValues(
        span=line.span(value.start, value.end),
        word=place.word,
        sweeps=place.sweeps and not unasked,
        joined=joined,
        because=unasked,
    )
    head = line.text[: line.values[0].start] if line.values else ""
    clauses = "".join(f" {line.text[clause.start : clause.end]}" for clause in line.clauses)
    ways: list[str] = []
    if unasked:
        ways = [f"{head}{said[0]}"]
    elif place.setting.forms and len(said) > 1:  # `on all, 30%` is another form
        ways = [f"{head}{', '.join((word, *said[1:]))}" for word in place.setting.forms]
    elif len(said) == 1 and not any(slot.clause is None for slot in place.setting.slots):
        words = [slot.clause for slot in place.setting.slots if slot.clause and suits(slot.type, value, place)]
        fault = replace(fault, none=True, follows="".join(words[:1]))
        ways = [f"{head}{word} {said[0]}{clauses}" for word in words]  # `invert late`
    elif place.sweeps and said:
        ways = [f"each {head}{', '.join(said)}{clauses}"]
    elif said:  # `resize 64 px, 48 px` has two sides, and two conditions may both be meant
        both = f" {joined or 'by'} ".join(said)
        ways = [f"{head}{both}{clauses}"]
    guessed = not (place.sweeps or unasked)  # nothing is built on what may join them, nor on another form
    first, *rest = [replace(fault, paste=way, guessed=guessed) for way in ways] or [fault]
    place.desk.say(replace(first, instead=tuple(rest)))


def _say_too_few(slot: Slot, nodes: list[Node], place: Place) -> None:
    """Fewer values than a line takes: with others of what stands there, where it is a part of something."""
    line, last = place.line, nodes[-1]
    doc = place.setting.doc if place.setting is not None else ""
    given = f"`{place.word}` takes {slot.least} values at least. {doc}".rstrip()
    fault = wrong.values.OtherValue(span=line.span(last.start, last.end), word=place.word, wanted="value", given=given)
    said = line.text[last.start : last.end]
    found = find(last.parts, place.scope) if isinstance(last, Reference) else None
    parts = [part for part in found.made.parts if part != found.part] if found and found.made else []
    whole = said.removesuffix(f".{found.part}") if found and found.part else said
    missing = slot.least - len(nodes) + (0 if found and found.part else 1)
    more = [f"{whole}.{part}" for part in parts[:missing]]
    if len(more) == missing:
        values = ", ".join([*([said] if found and found.part else []), *more])
        facts = mend(line, last.start, last.end, values)
        fault = replace(fault, edit=facts["edit"], paste=facts["paste"])
    place.desk.say(fault)


def _say_clause_unknown(clause: Clause, place: Place) -> None:
    """Another joining word was meant, where the setting has one; else what it joins is too much."""
    line, setting, end = place.line, place.setting, clause.start + len(clause.word)
    assert setting is not None
    words = [slot.clause or "from" for slot in setting.slots if slot.clause or _takes_from(slot.type)]
    ways = [mend(line, clause.start, clause.values[0].start, "")]  # `scale from 1 to 3`
    ways += [mend(line, clause.start, end, word) for word in words] + [mend(line, clause.start, clause.end, "")]
    at = line.span(clause.start, end)
    first, *rest = (
        wrong.graph.TooMuchMaterial(owner=place.word, word=clause.word, only_one=False, **facts | {"span": at})
        for facts in ways
    )
    place.desk.say(replace(first, instead=tuple(rest)))


def _say_unfinished(place: Place) -> None:
    line, setting = place.line, place.setting
    assert setting is not None
    fitting = ("each " if line.form == "each" else "") + line_of(setting, place.names)
    place.desk.say(
        wrong.syntax.UnfinishedLine(
            span=line.span(), after=line.text, found="", stem=line.text, fits=(fitting,), paste=fitting
        )
    )


def _say_slot_missing(slot: Slot, dealt: Mapping[str, list[Node]], clauses: tuple[Clause, ...], place: Place) -> None:
    line, setting = place.line, place.setting
    assert setting is not None
    if isinstance(slot.type, Stages) and dealt == {} and is_place(line.values, place):
        say_place(line.values[0], place)
        return
    sized = tuple(_resized(place))
    if slot.clause and any(clause.word == slot.clause for child in line.children for clause in child.clauses):
        return  # it stands on a line of its own, which is told
    given = NO_SIZE.format(place.word) if sized else f"`{place.word}` needs one thing more. {slot.doc}".rstrip()
    if _is_joined_alone(slot, dealt, place):
        given = f"Between `{place.word}` and what follows stands `{slot.clause}`. {setting.doc}"
    fault = wrong.values.OtherValue(span=line.span(), word=place.word, wanted="value", given=given)
    filled = (
        _forms_filled(setting, slot, place)
        if setting.forms
        else (*_joined(slot, dealt, place), _completed(dealt, clauses, place))
    )
    unsaid = () if line.values or line.clauses else (line_of(setting, place.names),)
    ways = dict.fromkeys((*sized, *filled, *unsaid))
    first, *rest = [replace(fault, paste=paste) for paste in ways] or [fault]
    place.desk.say(replace(first, instead=tuple(rest)))


def _resized(place: Place) -> Iterator[str]:
    """`crop 64 px` says a size besides, which is a step of its own; and so does `crop 32x32`."""
    line, setting = place.line, place.setting
    size = line.values[0] if len(line.values) == 1 else None
    if setting is None or not isinstance(size, Extent | Quantity):
        return
    said = line.text[size.start : size.end]
    sides = _SIDES.fullmatch(said)
    if sides is None and isinstance(size, Quantity) and size.unit != "px":
        return
    for word in place.sizing:
        if sides is not None and sides[1] != sides[2]:
            yield f"{word} {sides[1]} px by {sides[2]} px"
        else:
            yield f"{line_of(setting, place.names)}\n{word} {f'{sides[1]} px' if sides else said}"


def _joined(slot: Slot, dealt: Mapping[str, list[Node]], place: Place) -> Iterator[str]:
    """The line with the word that joins what is missing: `preview 3, 25 epochs` lacks `every`.

    Of a line that says nothing else, the word comes before all of it: `blend zoo.birds, zoo.fishes` lacks `from`.
    """
    line = place.line
    if _is_joined_alone(slot, dealt, place):
        start = line.values[0].start
        yield f"{line.text[:start]}{slot.clause} {line.text[start:]}"
    said, comma, last = line.text.rpartition(",")
    if comma and slot.clause:
        yield f"{said} {slot.clause} {last.strip()}"


def _is_joined_alone(slot: Slot, dealt: Mapping[str, list[Node]], place: Place) -> bool:
    """Whether all that a line says would stand after one joining word, which it lacks."""
    return bool(slot.clause and not dealt and place.line.values and not place.line.clauses)


def _completed(dealt: Mapping[str, list[Node]], clauses: tuple[Clause, ...], place: Place) -> str:
    """The line with all that is said, and something in the place of all that is missing."""
    setting, text = place.setting, place.line.text
    assert setting is not None
    values: list[str] = []
    joined = [text[clause.start : clause.end] for clause in clauses]
    for slot in setting.slots:
        if slot.name in dealt and not slot.clause:
            values += (text[node.start : node.end] for node in dealt[slot.name])
        elif slot.name not in dealt and slot.required:
            kind = slot.type
            fitting = f"10 {usual_interval(kind, place)}" if isinstance(kind, Every) else example(kind, place.names)
            joined += [f"{slot.clause} {fitting}"] if slot.clause else []
            values += [] if slot.clause else [fitting]
    return " ".join(filter(None, (setting.name, ", ".join(values), *joined)))


def _forms_filled(setting: Setting, slot: Slot, place: Place) -> Iterator[str]:
    """The line with what its form lacks at its end; or, where it lacks its first word, with each that there is."""
    if slot.name != setting.slots[0].name:
        said = [place.line.text[node.start : node.end] for node in place.line.values]
        yield f"{setting.name} {', '.join((*said, example(slot.type, place.names)))}"
        return
    rest = place.line.text[len(setting.name) :].strip()
    count = len(place.line.values)
    likely = sorted(setting.forms, key=lambda word: abs(len(setting.forms[word]) - 1 - count))
    yield from (f"{setting.name} {word}, {rest}" for word in likely)


__all__ = ["FAULTY", "LEFT_OUT", "UNHEARD", "heard", "read_line", "remembered", "takes_from"]
