"""Completion: what may stand at a place, by what stands before it and above it.

What arrives later is offered to nobody, nor what is said already and can be said once. Paths are looked for within the
script's folder only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lsprotocol import types as lsp

from intaglio.face.server import cursor, meaning
from intaglio.face.server.cursor import Cursor
from intaglio.face.server.hover import of_named
from intaglio.face.server.outline import Named, Role, Seat, Sort, options
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place
from intaglio.lang import vocabulary as v
from intaglio.lang.checker.examples import example
from intaglio.lang.wording import thing, units_of

Kind = lsp.CompletionItemKind
_ENDS_A_VALUE = frozenset({"NUMBER", "PERCENT", "NAME", "STRING", "PATH", "COLOUR", "VERSION", "RIGHT"})
_TAKEN = ("images", "frames", "model", "texts", "text", "path", "axes", "flag")
_NO_VALUES = v.Flag | v.Name | v.Stages | v.Place | v.Axes  # what no value's name can stand for
TRIGGERS = [" ", ".", "/", ",", '"']


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may stand here; `snippet` is what an editor that can fills in, `$` and all."""

    text: str
    kind: lsp.CompletionItemKind
    detail: str = ""
    doc: str = ""
    snippet: str = ""


def items(page: Page, place: Place, *, snippets: bool = False) -> list[lsp.CompletionItem]:
    """What an editor shows, the likeliest first."""
    here = cursor.at(page, place)
    if here is None:
        return []
    stretch = page.sheet.between(here.start, place)
    seen: dict[str, Offer] = {}
    for each in offered(page, here):
        seen.setdefault(each.text, each)
    return [_item(each, number, stretch, snippets) for number, each in enumerate(seen.values())]


def _item(offer: Offer, number: int, stretch: lsp.Range, snippets: bool) -> lsp.CompletionItem:
    filled = snippets and bool(offer.snippet)
    doc = lsp.MarkupContent(lsp.MarkupKind.Markdown, offer.doc) if offer.doc else None
    return lsp.CompletionItem(
        label=offer.text,
        kind=offer.kind,
        detail=offer.detail or None,
        documentation=doc,
        sort_text=f"{number:05}",
        filter_text=offer.text,
        insert_text_format=lsp.InsertTextFormat.Snippet if filled else lsp.InsertTextFormat.PlainText,
        text_edit=lsp.TextEdit(stretch, offer.snippet if filled else offer.text),
    )


def offered(page: Page, here: Cursor) -> Iterator[Offer]:
    """Everything that may stand at the cursor."""
    if here.in_text:
        return
    if not here.before:
        yield from _heads(page, here)
    elif here.before[0].terminal == "EACH" and len(here.before) == 1:
        yield from _swept(here)
    elif _is_margin(here):
        yield from _at_the_margin(page, here)
    elif here.before[0].terminal in ("FROM", "WITH"):
        stage = here.parent.stage if here.parent else None
        yield from _joined(page, here, stage, here.clause)
    else:
        yield from _in_setting(page, here)


def _is_margin(here: Cursor) -> bool:
    return here.parent is None or here.parent.role is Role.RECIPE


# The first word of a line ------------------------------------------------------------------------------------------


def _heads(page: Page, here: Cursor) -> Iterator[Offer]:
    if _is_margin(here):
        yield from _verbs(page, here)
        return
    parent = here.parent
    assert parent is not None
    yield from _settings(page, here, parent)


def _verbs(page: Page, here: Cursor) -> Iterator[Offer]:
    verbs = page.vocabulary.verbs
    for name in v.offered(verbs):
        verb = verbs[name]
        yield Offer(name, Kind.Keyword, f"makes {thing(verb.makes)}", meaning.of_verb(verb), _verb_snippet(verb))
    for named in page.outline.names:
        if named.sort is Sort.RECIPE:
            snippet = _verb_snippet(named.verb) if named.verb else ""
            yield Offer(named.name, Kind.Function, "recipe", of_named(named, page), snippet)
    inside = here.parent is not None
    for word in ("let", "group", *(("takes", "gives") if inside else ("gen", "work", "use", "recipe"))):
        yield Offer(word, Kind.Keyword, doc=meaning.OWN.get(word) or meaning.JOINING.get(word, ""))


def _verb_snippet(verb: v.Verb) -> str:
    snippet, stops = f"{verb.name} ${{1:name}}", 1
    for word, needed in (("from", verb.sources_required), ("with", verb.models_required)):
        if needed:
            stops += 1
            snippet += f" {word} ${{{stops}}}"
    return snippet


def _settings(page: Page, here: Cursor, parent: Seat) -> Iterator[Offer]:
    """What may be said beneath a line and was not, in the order in which its kind lists it."""
    said = {
        seat.setting.name
        for seat in page.outline.seats
        if seat.parent is parent and seat.setting is not None and here.place.line not in _lines(seat)
    }
    stage, verb = parent.stage, parent.stage.verb if parent.stage else None
    of_stage = parent.role is Role.STAGE
    alone = {word for words in (verb.alone if verb and of_stage else ()) for word in words if said & {*words}}
    steps = verb.steps if verb else {}
    for name in v.offered(parent.words):
        setting = parent.words[name]
        if name == "from" or (name in said | alone and not setting.repeats and name not in steps):
            continue
        yield _setting(setting)
    if stage is not None and of_stage and any(each.sweeps for each in parent.words.values()):
        yield Offer("each", Kind.Keyword, doc=meaning.JOINING["each"])
    if verb is not None and parent.role in (Role.STAGE, Role.PART):
        yield from _leads(verb, of_stage)


def _lines(seat: Seat) -> set[int]:
    return {piece.line for piece in seat.line.pieces}


def _leads(verb: v.Verb, of_stage: bool) -> Iterator[Offer]:
    if verb.sources:
        yield Offer("from", Kind.Keyword, doc=meaning.JOINING["from"])
    if verb.models and of_stage:
        yield Offer("with", Kind.Keyword, doc=meaning.JOINING["with"])
    if verb.groups and of_stage:
        yield Offer("group", Kind.Keyword, doc=meaning.PART, snippet="group ${1:name}\n  $0")


def _setting(setting: v.Setting) -> Offer:
    return Offer(setting.name, Kind.Property, meaning.of_setting(setting), setting.doc, _snippet(setting))


def _snippet(setting: v.Setting) -> str:
    """A setting with a value to write over, its choices to choose from."""
    values = [slot for slot in setting.slots if slot.clause is None and slot.required]
    slot = values[0] if values else None
    kind = next(options(slot.type)) if slot else None
    match kind:
        case None | v.Flag():
            return setting.name
        case v.Choice():
            return f"{setting.name} ${{1|{','.join(kind.offered)}|}}"
    return f"{setting.name} ${{1:{example(kind)}}}" if not isinstance(kind, v.Stages) else f"{setting.name} $1"


def _swept(here: Cursor) -> Iterator[Offer]:
    words: Mapping[str, v.Setting] = here.parent.words if here.parent else {}
    for name in v.offered(words):
        if words[name].sweeps:
            yield _setting(words[name])


# At the margin -----------------------------------------------------------------------------------------------------


def _at_the_margin(page: Page, here: Cursor) -> Iterator[Offer]:
    first, last = here.before[0], here.before[-1]
    if first.terminal == "LET":
        yield from _let(page, here)
        return
    if first.terminal == "TAKES":
        yield from _takes(here)
        return
    match first.text:
        case "gen" if len(here.before) == 1:
            yield Offer("1", Kind.Value, "the language")
        case "use":
            yield from _use(page, here)
        case "gives":
            yield from _stages(page, here, ())
        case "gen" | "work" | "group" | "recipe":
            return
        case _ if here.clause:
            yield from _joined(page, here, here.seat.stage if here.seat else None, here.clause)
        case _ if len(here.before) > 1 and last.terminal == "NAME":
            yield from _joints(page, here)


def _let(page: Page, here: Cursor) -> Iterator[Offer]:
    last = here.before[-1].terminal
    if last == "NUMBER":
        yield from _units(())
    if last in _ENDS_A_VALUE:
        yield from _joining("to", "by") if len(here.before) > 2 else ()
    elif last != "LET":
        yield from _values_named(page, here)


def _takes(here: Cursor) -> Iterator[Offer]:
    words = [each.terminal for each in here.before]
    if words[-1] == "NUMBER":
        yield from _units(())
        yield from _joining("to", "by")
    elif words[-1] == "NAME" and "AS" in words:
        yield from _joining("or")
    elif "AS" in words:
        yield from (Offer(word, Kind.TypeParameter) for word in _TAKEN)
    elif words == ["TAKES", "NAME"]:
        yield Offer("as", Kind.Keyword, doc=meaning.JOINING["as"])


def _use(page: Page, here: Cursor) -> Iterator[Offer]:
    last = here.before[-1]
    if last.terminal == "FROM":
        yield Offer("std/recipes", Kind.Folder, "recipes that come with gen")
        yield from _paths(page, here, v.Place("folder"))
    elif len(here.before) > 1 and last.terminal in _ENDS_A_VALUE:
        word = "at" if here.clause == "from" else "from"
        yield Offer(word, Kind.Keyword, doc=meaning.JOINING[word])


def _joints(page: Page, here: Cursor) -> Iterator[Offer]:
    """`from` and `with`, where the verb takes something after them and it is not said."""
    verb = _verb(page, here, here.seat.stage if here.seat else None)
    said = {each.text for each in here.before}
    wanted: dict[str, tuple[str, ...]] = {"from": ("",), "with": ("",)}
    wanted |= {"from": verb.sources, "with": verb.models} if verb else {}
    if verb and "path" in verb.sources:
        wanted |= {"at": ("path",)} if "from" in said else {}
    for word, makes in wanted.items():
        if makes and word not in said:
            yield Offer(word, Kind.Keyword, doc=meaning.JOINING[word])


def _verb(page: Page, here: Cursor, stage: Named | None) -> v.Verb | None:
    """The verb of the line; of one that names nothing yet, the verb or recipe that its first word is."""
    if stage is not None:
        return stage.verb
    word = here.before[0].text
    recipe = page.outline.root.things.get(word)
    return page.vocabulary.verbs.get(word) or (recipe.verb if recipe and recipe.sort is Sort.RECIPE else None)


def _joined(page: Page, here: Cursor, stage: Named | None, word: str) -> Iterator[Offer]:
    """What may stand after `from` or `with`; after that, the other word."""
    verb = _verb(page, here, stage)
    if here.before[-1].terminal in _ENDS_A_VALUE:
        yield from _joints(page, here)
        return
    wanted = () if verb is None else verb.sources if word == "from" else verb.models if word == "with" else None
    if wanted is not None:
        yield from _stages(page, here, wanted)
    if verb is not None and wanted and "path" in wanted:
        yield from _paths(page, here, v.Place())


# Beneath -----------------------------------------------------------------------------------------------------------


def _in_setting(page: Page, here: Cursor) -> Iterator[Offer]:
    parent = here.parent
    setting = parent.words.get(here.head) if parent else None
    if setting is None:
        if here.before[-1].terminal == "NUMBER":
            yield from _units(())
        elif parent is not None and parent.stage is not None and parent.stage.recipe is not None:
            yield from _named(page, here, frozenset(Sort) - {Sort.RECIPE, Sort.GROUP})
        return
    last = here.before[-1]
    is_head = len(here.before) == 1 + (here.before[0].terminal == "EACH")
    if last.terminal == "NUMBER":
        yield from _units(meaning.families(setting, page.vocabulary))
    if last.terminal in _ENDS_A_VALUE and not is_head:
        yield from _after_a_value(setting)
        return
    swept = here.before[0].terminal == "EACH"
    yield from _values(page, here, setting, swept)
    if is_head:
        yield from _clauses(setting, swept)


def _units(families: Iterable[str]) -> Iterator[Offer]:
    """The units of some families; of none in particular, all there are."""
    for name in dict.fromkeys(families) or dict.fromkeys(unit.family for unit in v.UNITS.values()):
        for symbol in units_of(name):
            yield Offer(symbol, Kind.Unit, doc=meaning.of_unit(symbol))


def _after_a_value(setting: v.Setting) -> Iterator[Offer]:
    kinds = [kind for slot in setting.slots for kind in options(slot.type)]
    words = [slot.clause for slot in setting.slots if slot.clause]
    if any(isinstance(kind, v.Number | v.Span) for kind in kinds):
        words += ["to", "by"]
    if any(isinstance(kind, v.Size) for kind in kinds):
        words += ["by", "to"]
    if any(isinstance(kind, v.Condition) for kind in kinds):
        words += ["and", "or", "is"]
    yield from _joining(*words)


def _joining(*words: str) -> Iterator[Offer]:
    yield from (Offer(word, Kind.Keyword, doc=meaning.JOINING[word]) for word in words)


def _clauses(setting: v.Setting, swept: bool) -> Iterator[Offer]:
    """Joining words that may stand at once after the setting."""
    words = [slot.clause for slot in setting.slots if slot.clause]
    kinds = [kind for slot in setting.slots for kind in options(slot.type)]
    if swept or any(isinstance(kind, v.Stages) for kind in kinds):
        words.append("from")
    if any(isinstance(kind, v.Condition) for kind in kinds):
        words.append("not")
    yield from _joining(*words)


def _values(page: Page, here: Cursor, setting: v.Setting, swept: bool) -> Iterator[Offer]:
    slots = [slot for slot in setting.slots if (slot.clause or "") == here.clause]
    if here.clause == "from" and not slots:  # `each prompt from litany`, `prompts from litany`
        slots = list(setting.slots)
        if swept:
            yield from _stages(page, here, ("texts", "images"))
    kinds = [kind for slot in slots for kind in options(slot.type)]
    for kind in kinds:
        yield from _of_type(page, here, setting, kind)
    if not all(isinstance(kind, _NO_VALUES) for kind in kinds):
        yield from _values_named(page, here)


def _of_type(page: Page, here: Cursor, setting: v.Setting, kind: v.ValueType) -> Iterator[Offer]:
    match kind:
        case v.Choice():
            yield from (Offer(word, Kind.EnumMember, doc=setting.doc) for word in kind.offered)
        case v.Stages(makes=makes):
            yield from _stages(page, here, makes)
        case v.Place():
            yield from _paths(page, here, kind)
        case v.Axes():
            yield from _axes(page, here)
        case v.Condition():
            yield from _measures(page)


def _measures(page: Page) -> Iterator[Offer]:
    for name in v.offered(page.vocabulary.measures):
        measure = page.vocabulary.measures[name]
        yield Offer(name, Kind.Property, meaning.of_type(measure.type), measure.doc)


def _axes(page: Page, here: Cursor) -> Iterator[Offer]:
    """Settings that something in the script is swept by, and `group`."""
    for seat in page.outline.seats:
        if seat.line.form == "each" and seat.line.head is not None and seat.line.head.text:
            yield Offer(seat.line.head.text, Kind.Property, seat.line.text)
    yield Offer("group", Kind.Keyword)


# Names -------------------------------------------------------------------------------------------------------------


def _values_named(page: Page, here: Cursor) -> Iterator[Offer]:
    """What `let` and `takes` name."""
    yield from _named(page, here, frozenset({Sort.LET, Sort.PARAMETER}))


def _named(page: Page, here: Cursor, sorts: frozenset[Sort]) -> Iterator[Offer]:
    for said, thing_ in here.scope.sayable().items():
        if thing_.sort in sorts and thing_.line.number != here.place.line:
            kind = Kind.Constant if thing_.sort in (Sort.LET, Sort.PARAMETER) else Kind.Variable
            yield Offer(said, kind, thing_.line.text)


def _stages(page: Page, here: Cursor, wanted: tuple[str, ...]) -> Iterator[Offer]:
    """Stages that make one of these; without any, all there are. The nearest above come first."""

    def far(entry: tuple[str, Named]) -> tuple[bool, int]:
        number = entry[1].line.number
        return number > here.place.line, abs(number - here.place.line)

    stage = here.seat.stage if here.seat and here.seat.role is not Role.STAGE else here.parent and here.parent.stage
    own = {stage, *stage.parts.values()} if stage else set()
    sayable = [each for each in here.scope.sayable().items() if each[1].line.number != here.place.line]
    for said, named in sorted(sayable, key=far):
        if named not in own and _fits(named, wanted):
            yield Offer(said, Kind.Variable, named.line.text, of_named(named, page))


def _fits(named: Named, wanted: Iterable[str]) -> bool:
    match named.sort:
        case Sort.PARAMETER:
            return True
        case Sort.PART:
            return not wanted or "images" in wanted
        case Sort.STAGE:
            makes = named.makes
            return not wanted or makes is None or not v.ISA.get(makes, frozenset({makes})).isdisjoint(wanted)
    return False


# Paths -------------------------------------------------------------------------------------------------------------


def _paths(page: Page, here: Cursor, kind: v.Place) -> Iterator[Offer]:
    """What lies in the folder that is begun, as long as that is within the script's own."""
    begun = here.begun.lstrip('"')
    folder = begun[: begun.rfind("/") + 1] or "./"
    if page.path is None or not _is_within(page, folder):
        return
    for name in page.world.listing(folder):
        is_folder = name.endswith("/")
        if not is_folder and (kind.what == "folder" or not kind.must_exist or name.endswith(".gen")):
            continue
        path = folder + name
        said = f'"{path}"' if any(letter.isspace() or letter in ',;"' for letter in path) else path
        yield Offer(said, Kind.Folder if is_folder else Kind.File)


def _is_within(page: Page, folder: str) -> bool:
    assert page.path is not None
    if folder.startswith(("/", "~", "\\")):
        return False
    try:
        home = page.path.parent.resolve()
        return (home / folder).resolve().is_relative_to(home)
    except (OSError, ValueError, RuntimeError):  # a loop of links, a NUL in the name
        return False
