"""Settings: the lines beneath a verb come in; what they say, for the IR, goes out.

What is not known is told, with what was probably meant, and is then read as that.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang import elsewhere
from intaglio.lang.checker import draft
from intaglio.lang.checker.bound import Bound, chain, comes_from_use, dealt_line, family_of, swept_by
from intaglio.lang.checker.desk import Desk, indent, joined_to, leave_out, mend, moved_above
from intaglio.lang.checker.examples import line_of
from intaglio.lang.checker.lets import Lets
from intaglio.lang.checker.lines import FAULTY, LEFT_OUT, UNHEARD, heard, read_line, remembered
from intaglio.lang.checker.names import Made, Scope
from intaglio.lang.checker.naming import head_span
from intaglio.lang.checker.place import Join, Later, Place
from intaglio.lang.checker.sweeps import in_percent, read_sweep, say_not_swept
from intaglio.lang.elsewhere import spelt
from intaglio.lang.layout import STEP
from intaglio.lang.nearest import ALIKE
from intaglio.lang.records import dataclass, field, replace
from intaglio.lang.tree import Clause, Line, Node, Quantity, Reference
from intaglio.lang.vocabulary import DIMENSIONS, Number, Setting, Size, offered
from intaglio.lang.wording import units_of

SURE = 0.75  # how alike a word must be to be preferred to one that belongs to another verb, of which it is a part


@dataclass(slots=True, eq=False)
class Owner:
    """What the lines stand beneath: a stage, the work, a step. `words` are the settings that it knows."""

    name: str  # what messages call it: `train`
    words: Mapping[str, Setting]
    desk: Desk
    scope: Scope
    lets: Lets
    line: Line
    what: str = "setting"
    made: Made | None = None
    is_open: bool = False  # whether there may be words that nobody can know here


@dataclass(slots=True, eq=False)
class Said:
    """What was said: values by their name in the IR, sweeps, the line of each, the stages named, what arrives later."""

    values: dict[str, Any] = field(default_factory=dict)
    sweeps: list[draft.Sweep] = field(default_factory=list)
    lines: dict[str, Line] = field(default_factory=dict)
    joins: list[Join] = field(default_factory=list)
    later: list[Later] = field(default_factory=list)
    unsure: bool = False  # whether a sweep is among what could not be understood
    called: tuple[tuple[str, Bound], ...] = ()  # the sweeps that a use of the recipe asked for: setting, and by what


@dataclass(frozen=True, slots=True)
class Known:
    """A line whose first word is a setting, and the values after it (one fewer where the word came in two pieces)."""

    setting: Setting
    line: Line
    values: tuple[Node, ...]


def read_settings(lines: Iterable[Line], owner: Owner, said: Said | None = None) -> Said:
    """Every setting said by these lines, added to what was said before."""
    said = Said() if said is None else said
    waiting = deque(lines)
    while waiting:
        line = waiting.popleft()
        known = recognise(line, owner)
        if known is not None:
            hear(known, owner, said)
            waiting.extendleft(reversed(too_deep(known, owner)))
        elif line.form in ("each", "broken") or line.repairs:
            said.unsure = True
    return said


def recognise(line: Line, owner: Owner) -> Known | None:
    """The setting that a line says, or was meant to say."""
    if line.head is None or line.form not in ("plain", "each"):
        _say_out_of_place(line, owner)
        return None
    if not line.head.text:
        return None
    setting = owner.words.get(line.head.text) or owner.words.get(spelt(line.head.text))
    if setting is not None:
        return (_in_pieces(line, owner) if line.repairs else None) or Known(setting, line, line.values)
    if owner.is_open:
        return None
    return _in_pieces(line, owner) or _meant(line, owner)


def hear(known: Known, owner: Owner, said: Said) -> None:
    """Read a line and keep what it says."""
    setting, line, values, clauses = known.setting, known.line, known.values, known.line.clauses
    value = heard(setting, line, values, owner.scope, owner.desk)
    if value is UNHEARD and owner.scope.home.is_recipe:
        there = dealt_line(values, clauses, owner.scope)
        if there is None:
            return
        values, clauses = there
    if not setting.repeats and setting.key in said.lines:
        _say_twice(known, said.lines[setting.key], owner)
        return
    said.lines.setdefault(setting.key, line)
    if value is UNHEARD:
        value = _read_value(known, values, clauses, owner, said)
    if value is LEFT_OUT:
        del said.lines[setting.key]
    if value is FAULTY or value is LEFT_OUT:
        return
    if line.form == "each":
        said.sweeps.append(value)
        return
    if setting.beneath:
        value = (value if isinstance(value, dict) else {setting.key: value}) | beneath(known, owner, said).values
    said.values[setting.key] = (*said.values.get(setting.key, ()), value) if setting.repeats else value


def _read_value(known: Known, values: tuple[Node, ...], clauses: tuple[Clause, ...], owner: Owner, said: Said) -> Any:
    """The value of a line, or its sweep; `FAULTY` or `LEFT_OUT` where there is none, or where `said` has it already, as
    a sweep of the use.
    """
    setting, line = known.setting, known.line
    inside = owner.scope.home.is_recipe
    place = Place(owner.desk, line, owner.scope, owner.lets, setting.name, setting, joins=said.joins, later=said.later)
    place.beneath, place.words = owner.line, owner.words
    place.lost = inside and (len(values) < len(known.values) or len(clauses) < len(line.clauses))
    if setting.arrives_later and line.head is not None:
        place.arrives_later(setting.name, line.head.start, line.head.end)
    if inside and _heard_inside(values, clauses, place, owner, said):
        return FAULTY
    if line.form == "each":
        sweep = remembered(place, values, clauses, lambda: read_sweep(place, values, owner.name, owner.words))
        said.unsure = said.unsure or sweep is None
        return FAULTY if sweep is None else sweep
    return read_line(place, values, clauses)


def _heard_inside(
    values: tuple[Node, ...], clauses: tuple[Clause, ...], place: Place, owner: Owner, said: Said
) -> bool:
    """Whether a line of a recipe is one that says something else than it would in a script."""
    assert place.setting is not None
    if place.setting.key == "save" and not all(comes_from_use(node, owner.scope) for node in values):
        # What a recipe makes is put where a use of it says, and nowhere else.
        where = "beneath a use of the recipe, which says where to put what it first gives"
        owner.desk.say(wrong.names.OutOfPlace(what="`save` stands", where=where, **leave_out(place.line)))
        return True
    bound = swept_by(values, clauses, owner.scope)
    if bound:
        _hear_swept(bound, values, clauses, place, owner, said)
    return bool(bound)


def _hear_swept(
    bound: list[Bound],
    values: tuple[Node, ...],
    clauses: tuple[Clause, ...],
    place: Place,
    owner: Owner,
    said: Said,
) -> None:
    """A line of a recipe that speaks of what its use sweeps: it is read for each value, and is the sweep."""
    setting, first = place.setting, bound[0]
    assert setting is not None
    if len(bound) > 1 or not setting.sweeps or first.at is None:
        for each in bound:
            say_not_swept_inside(each, place.line, owner.scope)
        return
    first.lines += 1
    found: list[Any] = []
    for value in first.swept or ():
        if isinstance(value, dict):
            found.append(value)
            continue
        first.value = value
        place.lets = owner.lets.again()
        if place.line.form == "each":
            sweep = read_sweep(place, values, owner.name, owner.words)
            found += sweep.values if sweep is not None else ()
        else:
            one = read_line(place, values, clauses)
            found += [] if one is FAULTY or one is LEFT_OUT else [one]
    if found:
        said.sweeps.append(draft.Sweep(setting=setting.key, values=tuple(found)))
        said.called = (*said.called, (setting.key, first))
    else:
        said.unsure = True


def sweeps_of(said: Said) -> tuple[draft.Sweep, ...]:
    """The sweeps of a stage, once all is read: those that vary together with others say so."""
    called = dict(said.called)
    return tuple(_settled(sweep, called.get(sweep.setting)) for sweep in said.sweeps)


def _settled(sweep: draft.Sweep, bound: Bound | None) -> draft.Sweep:
    family = family_of(bound) if bound is not None else None
    if family is not None and family.use is not None:
        shared = draft.Family(use=family.use.path, takes=family.name, values=family.through)
        return replace(sweep, family=shared, **_in_words(family, family.through, family.name))
    if bound is None:
        return sweep
    different: dict[Hashable, Any] = {}
    for value in sweep.values:
        different.setdefault(_known_by(value), value)
    values = tuple(different.values())
    return replace(sweep, values=values, **_in_words(bound, values, sweep.setting.replace("_", "-")))


def _in_words(bound: Bound, values: tuple[Any, ...], name: str) -> dict[str, Any]:
    """What those who use recipes call a sweep, if that is not its own name, and how they say its values: where these
    are what they say.
    """
    outermost = [*chain(bound)][-1]
    if outermost.through != values or outermost.at is None:
        return {}
    called = outermost.name if outermost.name != name else ""
    return {"called": called, "percent": in_percent(outermost.at.line.values, outermost.at)}


def _known_by(value: Any) -> Hashable:
    """What a value is known again by, among a hundred thousand too: each is looked up, and compared with no other."""
    return frozenset(value.items()) if isinstance(value, dict) else value


def say_not_swept_inside(bound: Bound, line: Line, scope: Scope, because: str = "") -> None:
    """Tell of a sweep that comes to nothing which could vary, with the recipe's line beside it."""
    at, use = bound.at, bound.use
    if at is None or at.line.head is None or use is None:
        return
    verb = use.word
    because = because or (
        f"`each` makes one result for every value, and nothing inside `{verb}` can be made for each `{bound.name}`."
    )
    span = at.line.span(at.line.head.start, at.line.head.end)
    beside = scope.home.desk.beside(at.desk, line.span())
    fault = wrong.values.NothingToSweep(
        span=span, verb=verb, setting=bound.name, sweepable=(), because=because, **beside
    )
    if at.line.form == "each":
        say_not_swept(at, fault)
    else:
        at.desk.say(fault)


def beneath(known: Known, owner: Owner, said: Said) -> Said:
    """What is said beneath a line by settings of its own."""
    words = known.setting.beneath
    inner = Owner(known.setting.name, words, owner.desk, owner.scope, owner.lets, known.line)
    return read_settings(known.line.children, inner)


def too_deep(known: Known, owner: Owner) -> tuple[Line, ...]:
    """Lines beneath a setting that has nothing to say beneath it: told of, and then read as if one step less deep."""
    line, setting = known.line, known.setting
    if not line.children or setting.beneath:
        return ()
    child = line.children[0]
    is_deeper = child.pieces[0].column >= line.pieces[0].column + STEP  # else its margin is crooked
    if child.form == "item" and is_deeper and line.values and not line.clauses:
        _say_goes_on(line, child, owner)
        return line.children[1:]
    if child.form == "lead" and (joined := _joined_to(line, child, setting)):
        what, where = f"`{child.clauses[0].word}` stands", f"on the line of `{setting.name}`, which it belongs to"
        owner.desk.say(wrong.names.OutOfPlace(what=what, where=where, **joined))
        return line.children[1:]
    what = f"`{child.head.text}` stands" if child.head else "This stands"
    where = f"beneath `{owner.name}`, as far in as `{setting.name}`, which has nothing beneath it"
    by = line.pieces[0].column - child.pieces[0].column
    owner.desk.say(wrong.names.OutOfPlace(what=what, where=where, **indent(child, by)))
    return line.children


def _say_goes_on(line: Line, child: Line, owner: Owner) -> None:
    """A list that goes on in the next line, and whose first does not end in a comma."""
    end = len(line.text)
    facts = mend(line, end, end, ",") | {"span": line.span(line.values[-1].start, end)}
    what = f"Line {child.number} is read as a part of this one"
    owner.desk.say(wrong.names.OutOfPlace(what=what, where="only where this one ends in a comma", **facts))


def _joined_to(line: Line, child: Line, setting: Setting) -> dict[str, Any] | None:
    """The facts of a fault that ends where a clause stands at the end of its setting's line; None where that has no
    such clause.
    """
    words = {slot.clause for slot in setting.slots}
    return joined_to(line, child, child.text) if all(clause.word in words for clause in child.clauses) else None


def require(said: Said, owner: Owner, alone: tuple[tuple[str, ...], ...] = ()) -> None:
    """Tell of settings that have to be said and are not, and of those that exclude each other."""
    for setting in owner.words.values():
        if setting.required and setting.key not in said.lines:
            names = Place(owner.desk, owner.line, owner.scope, owner.lets, owner.name).names
            facts = owner.desk.add(owner.line, f"  {line_of(setting, names)}") | {"span": head_span(owner.line)}
            owner.desk.say(
                wrong.values.SettingMissing(owner=owner.name, setting=setting.name, doc=setting.sense, **facts)
            )
        elif setting.terms and setting.key not in said.lines and owner.made is not None:
            span = head_span(owner.line)
            owner.desk.say(
                wrong.recipes.TermsUnstated(span=span, name=owner.made.name, owner=owner.name, setting=setting.name)
            )
    for words in alone:
        spoken = [owner.words[word] for word in words if word in owner.words and owner.words[word].key in said.lines]
        spoken.sort(key=lambda setting: said.lines[setting.key].number)
        for setting in spoken[1:]:
            first, line = said.lines[spoken[0].key], said.lines[setting.key]
            facts = leave_out(line) | {"also": (first.span(),), "other": spoken[0].name, "first": first.number}
            owner.desk.say(wrong.values.OneOrTheOther(word=setting.name, **facts))


# Words that are not known -----------------------------------------------------------------------------------------


def _in_pieces(line: Line, owner: Owner) -> Known | None:
    """`warm up 500 steps`: a name whose hyphen was left out."""
    first = line.values[0] if line.values else None
    if line.head is None or not isinstance(first, Reference) or len(first.parts) != 1:
        return None
    joined = f"{line.head.text}-{first.parts[0]}"
    ours = elsewhere.setting(joined, owner.words)
    run_together = owner.words.get(f"{line.head.text}{first.parts[0]}")  # `for ever`
    setting = owner.words.get(joined) or owner.words.get(ours or "") or run_together
    if setting is None:
        return None
    facts = mend(line, line.head.start, first.end, setting.name)
    facts["paste"] = facts["paste"].replace(f"{setting.name},", setting.name)
    named = None if setting.name == joined else setting.name
    owner.desk.say(wrong.names.NameInPieces(joined=joined, ours=named, **facts))
    return Known(setting, line, line.values[1:])


def _meant(line: Line, owner: Owner) -> Known | None:
    assert line.head is not None
    word = line.head.text
    if owner.made is not None and _is_verb(word, owner):
        at_margin = indent(line, 1 - line.pieces[0].column) | {"span": head_span(line), "paste": None}
        owner.desk.say(
            wrong.names.OutOfPlace(what=f"`{word}` is a verb, and stands", where="at the margin", **at_margin)
        )
        return None
    ours = _of_another_tool(word, owner)
    if ours is None and owner.made is not None and elsewhere.setting(word, ("from",)):
        _say_unknown(line, owner, "from", ours="from")
        return None
    again = _said_beside(ours, line, owner)
    if again is not None:
        _say_unknown(line, owner, None, ours=ours, again=again.number, **leave_out(line))
        return None
    if ours is not None and (_is_measured_on_paper(ours, line, owner) or _is_counted_in_pixels(ours, line, owner)):
        return None
    if ours is not None:
        later = owner.words[ours].arrives_later
        _say_unknown(line, owner, None if later else ours, ours=ours, later=later)
        return Known(owner.words[ours], line, line.values)
    if because := elsewhere.following(word, owner.words):
        _say_unknown(line, owner, None, because=because, follows=True)
        return None
    if line.values and "keep" in owner.words and (said := _condition(word, line)):
        because = "What is asked of each image is a condition."
        _say_unknown(line, owner, None, because=because, follows=True, paste=f"keep {said}")
        return None
    because = elsewhere.by_itself(word)
    if because and owner.made is not None:
        _say_unknown(line, owner, None, because=because, **leave_out(line))
        return None
    if _is_said_by_its_value(line, owner):
        return None
    others = tuple(sorted(_verbs_with(spelt(word), owner)))
    nearest = owner.desk.nearest(word.lower(), offered(owner.words), SURE if others else ALIKE)
    if nearest and others and not nearest.startswith(word) and not word.startswith(nearest):
        nearest = None  # spelt as it should be, and another verb's
    again = _said_beside(nearest, line, owner)
    if again is not None:
        _say_unknown(line, owner, None, likely=nearest, again=again.number, **leave_out(line))
        return None
    _say_unknown(line, owner, nearest, elsewhere=() if nearest else others)
    return Known(owner.words[nearest], line, line.values) if nearest else None


def _is_measured_on_paper(ours: str, line: Line, owner: Owner) -> bool:
    """Whether a word of another tool that is a size in pixels here says a length, which is told: `width 20 cm`."""
    kind = owner.words[ours].slots[0].type if owner.words[ours].slots else None
    if not isinstance(kind, Size) or owner.made is None or not line.values:
        return False
    from intaglio.lang.checker.paper import lengths_of, on_paper  # few scores need it

    if not lengths_of(line.values):
        return False
    paper = on_paper(owner.made.verb, line.values)
    if paper is None:
        _say_unknown(line, owner, None, ours=ours, more="It is counted in pixels, which have no length.")
        return True
    because = f"`{ours}` is counted in pixels; how large a page is on paper, says `{paper.partition(' ')[0]}`."
    _say_unknown(line, owner, None, because=because, follows=True, paste=paper)
    return True


def _is_counted_in_pixels(ours: str, line: Line, owner: Owner) -> bool:
    """Whether a word of another tool that is a length on paper here says pixels, which is told: `gap 2 px`."""
    kind = owner.words[ours].slots[0].type if owner.words[ours].slots else None
    match line.values:
        case (Quantity(unit=unit),) if isinstance(kind, Number) and kind.family == "length":
            if elsewhere.UNITS.get(unit or "", unit) != "px":
                return False
        case _:
            return False
    doc = f"{owner.words[ours].sense} It is a length on paper, and pixels have none."
    _say_unknown(line, owner, None, ours=ours, doc=doc)
    return True


def _said_beside(word: str | None, line: Line, owner: Owner) -> Line | None:
    """The line beside this one that says a setting by its own word, where that may be said once: what this says again
    is not read, and no other line is told of for it.
    """
    if word is None or owner.made is None or owner.words[word].repeats or _is_step(word, owner):
        return None
    beside = (*owner.line.children, *owner.made.strays)
    return next((each for each in beside if each is not line and each.head and spelt(each.head.text) == word), None)


def _condition(word: str, line: Line) -> str | None:
    """What a word such as `min-size` says of its value."""
    return elsewhere.condition(word, line.text[line.values[0].start : line.values[-1].end])


def _is_said_by_its_value(line: Line, owner: Owner) -> bool:
    """Whether a word stands before a setting as before a noun, and is told as that: `make grey`."""
    assert line.head is not None
    first = line.values[0] if line.values else None
    if line.form != "plain" or not isinstance(first, Reference) or spelt(first.parts[0]) not in offered(owner.words):
        return False
    because = f"`{'.'.join(first.parts)}` says it alone."
    _say_unknown(line, owner, None, because=because, **mend(line, line.head.start, first.start, ""))
    return True


def _is_step(word: str, owner: Owner) -> bool:
    return owner.made is not None and owner.made.verb is not None and word in owner.made.verb.steps


def _is_verb(word: str, owner: Owner) -> bool:
    return word in owner.desk.vocabulary.verbs and word not in owner.words


def _of_another_tool(word: str, owner: Owner) -> str | None:
    """What a word of another tool is called here: `lr`, `batch_size`, `numColumns`, `cfg`."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", word).replace("_", "-").lower()
    of_two = apart.partition("-")[2] if apart.startswith(("num-", "n-", "max-", "total-")) else apart
    ours = elsewhere.setting(word, owner.words) or elsewhere.setting(of_two, owner.words)
    own = (each for each in (apart, of_two) if each != word and each in owner.words)
    return ours or next(own, None)


def _verbs_with(word: str, owner: Owner) -> list[str]:
    verbs = owner.desk.vocabulary.verbs
    others = [verbs[name] for name in offered(verbs) if name != owner.name]
    return [verb.name for verb in others if word in offered(verb.settings) or word in offered(verb.steps)]


def unit_for(line: Line, setting: Setting) -> tuple[int, str]:
    """The unit that the one number of a line lacks, where only one fits, and where it stands: `fps 12` has none."""
    assert line.head is not None
    kind = setting.slots[0].type if setting.slots else None
    units = units_of(kind.family) if isinstance(kind, Number) and kind.family in DIMENSIONS else ()
    match line.values:
        case (Quantity(unit=None) as value,) if len(units) == 1:
            return value.end, f" {units[0]}"
    return line.head.end, ""


def _say_unknown(line: Line, owner: Owner, meant: str | None, **facts: Any) -> None:
    assert line.head is not None
    head = line.head
    mending: dict[str, Any] = {}
    if meant:
        end, unit = unit_for(line, owner.words[meant]) if facts.get("ours") in owner.words else (head.end, "")
        mending = mend(line, head.start, end, f"{meant}{line.text[head.end : end]}{unit}")
        mending["guessed"] = facts.get("ours") is None
        if elsewhere.is_vague(head.text) and meant in owner.words:
            facts["doc"] = owner.words[meant].sense
        setting = owner.words.get(meant)
        if setting is not None and setting.sweeps and line.form == "plain" and len(line.values) > len(setting.slots):
            mending = {"paste": f"each {mending['paste']}"}  # `seeds 1, 2, 3`
    if (owner.name, head.text) == ("work", "title") and not owner.line.values and not line.clauses and line.values:
        mending = joined_to(owner.line, line, line.text[line.values[0].start :])
    facts["span"] = line.span(head.start, head.end)
    known = tuple(sorted(offered(owner.words)))
    if owner.made is not None and owner.made.recipe is not None:
        if any(each.name == head.text and each.type.kind is None for each in owner.made.recipe.parameters):
            return  # it is taken, and nobody can tell what it is, which is told there
        given = {f"{word}_": tuple(each.name for each in many) for word, many in owner.made.recipe.given_after.items()}
        takes = tuple(name for name in owner.words if name not in ("seed", "save"))
        owner.desk.say(
            wrong.recipes.NotTaken(
                recipe=owner.name, word=head.text, takes=takes, **(mending | given | {"span": facts["span"]})
            )
        )
        return
    fault = wrong.names.UnknownSetting(
        owner=owner.name, word=head.text, what=owner.what, known=known, **(mending | facts)
    )
    setting = owner.words.get(meant) if meant else None
    if setting is not None and not setting.slots and line.values:  # `shot 4`: it stands alone
        alone = mend(line, head.start, len(line.text), setting.name) | {"span": fault.span, "flag": setting.name}
        fault = replace(fault, instead=(replace(fault, **alone),))
    owner.desk.say(fault)


# Faults of a line as a whole --------------------------------------------------------------------------------------


def _say_twice(known: Known, first: Line, owner: Owner) -> None:
    line = known.line
    facts = leave_out(line) | {"also": (first.span(),), "first": first.number, "same": line.text == first.text}
    owner.desk.say(wrong.names.SaidTwice(word=known.setting.name, **facts))


def _say_out_of_place(line: Line, owner: Owner) -> None:
    match line.form:
        case "broken":
            return
        case "let":
            what, where = "`let` stands", "at the margin, above what uses it"
        case "takes":
            what, where = "`takes` stands", "inside a recipe"
        case "lead":
            what, where = "`from` and `with` stand", f"after the name of a stage, not beneath `{owner.name}`"
        case _:
            what, where = "A value stands", "after the word that it belongs to"
    facts = moved_above(line, owner.line) if line.form == "let" and not owner.line.depth else {"span": line.span()}
    owner.desk.say(wrong.names.OutOfPlace(what=what, where=where, **facts))
