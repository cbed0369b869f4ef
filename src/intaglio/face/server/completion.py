"""Completion: what may stand at a place, by what stands before it and above it.

What arrives later is offered to nobody, nor what is said already and can be said once. Paths are looked for within the
script's folder only. What values there are is in `offers`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lsprotocol import types as lsp

from intaglio.face.server import cursor, meaning
from intaglio.face.server.cursor import Cursor
from intaglio.face.server.hover import of_named
from intaglio.face.server.offers import (
    ENDS_A_VALUE,
    Kind,
    Offer,
    every_unit,
    in_setting,
    joining,
    paths,
    setting,
    stages,
    values,
)
from intaglio.face.server.outline import Named, Role, Seat, Sort
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place
from intaglio.lang import vocabulary as v
from intaglio.lang.borrowing import FIRST_VERSION, STANDARD
from intaglio.lang.checker.types import MATERIALS, NOTHING, SIMPLE
from intaglio.lang.tree import Version
from intaglio.lang.wording import thing

TRIGGERS = [" ", ".", "/", ",", '"']
OWN = {  # words of the language at the margin, each with what an editor may fill in
    "let": "let ${1:name} = $2",
    "group": "group ${1:name}\n  $0",
    "gen": "gen 1",
    "work": 'work "${1:title}"',
    "use": f"use ${{1:name}} from ${{2:{STANDARD}}} at ${{3:{FIRST_VERSION}}}",
    "recipe": "recipe ${1:name}\n  takes ${2:pictures} as ${3:images}\n  gives ${4:result}\n\n  $0",
}
ONCE = frozenset({"gen", "work"})


def items(page: Page, place: Place, *, snippets: bool = False) -> list[lsp.CompletionItem]:
    """What an editor shows, the likeliest first."""
    here = cursor.at(page, place)
    if here is None:
        return []
    stretch = page.sheet.between(here.start, place)
    seen: dict[str, Offer] = {}
    for each in offered(page, here):
        seen.setdefault(each.text, each)
    return [_item(each, number, stretch, here.begun, snippets) for number, each in enumerate(seen.values())]


def _item(offer: Offer, number: int, stretch: lsp.Range, begun: str, snippets: bool) -> lsp.CompletionItem:
    filled = snippets and bool(offer.snippet)
    doc = lsp.MarkupContent(lsp.MarkupKind.Markdown, offer.doc) if offer.doc else None
    quoted = begun.startswith('"')
    return lsp.CompletionItem(
        label=offer.text,
        kind=offer.kind,
        detail=offer.detail or None,
        documentation=doc,
        sort_text=f"{number:05}",
        filter_text=offer.text if quoted else offer.text.lstrip('"'),
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
        yield from in_setting(page, here)


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
    inside = here.parent.named if here.parent else None
    for named in page.outline.names:
        if named.sort is Sort.RECIPE and named is not inside:
            snippet = _verb_snippet(named.verb) if named.verb else ""
            yield Offer(named.name, Kind.Function, "recipe", of_named(named, page), snippet)
    if here.parent is not None:
        yield Offer("takes", Kind.Keyword, doc=meaning.JOINING["takes"], snippet="takes ${1:name} as $2")
        yield Offer("gives", Kind.Keyword, doc=meaning.OWN["gives"])
    said = {seat.line.head.text for seat in page.outline.seats if seat.role is Role.OWN and seat.line.head}
    words = tuple(OWN) if here.parent is None else ("let", "group")
    for word in words:
        if word not in said & ONCE:
            doc = meaning.OWN.get(word) or meaning.JOINING[word]
            yield Offer(word, Kind.Keyword, doc=doc, snippet=OWN[word])


def _verb_snippet(verb: v.Verb) -> str:
    snippet, stops = f"{verb.name} ${{1:name}}", 1
    for word, needed in (("from", verb.sources_required), ("with", verb.models_required)):
        if needed:
            stops += 1
            snippet += f" {word} ${{{stops}}}"
    return snippet


def _settings(page: Page, here: Cursor, parent: Seat) -> Iterator[Offer]:
    """What may be said beneath a line and was not, in the order in which its kind lists it; steps come first."""
    beneath = [seat for seat in page.outline.seats if seat.parent is parent and here.place.line not in _lines(seat)]
    said = {seat.setting.name for seat in beneath if seat.setting is not None}
    verb = parent.stage.verb if parent.stage else None
    of_stage = parent.role is Role.STAGE
    alone = {word for words in (verb.alone if verb and of_stage else ()) for word in words if said & {*words}}
    steps = verb.steps if verb else {}
    leads = [*_leads(verb, parent, beneath)] if verb is not None and parent.role in (Role.STAGE, Role.PART) else []
    yield from leads if steps else ()
    for name in sorted(v.offered(parent.words), key=lambda name: name not in steps):
        is_said = name in said | alone and not parent.words[name].repeats and name not in steps
        if name != "from" and not is_said:
            yield setting(parent.words[name])
    if of_stage and any(each.sweeps for each in parent.words.values()):
        yield Offer("each", Kind.Keyword, doc=meaning.JOINING["each"])
    yield from leads if not steps else ()


def _lines(seat: Seat) -> set[int]:
    return {piece.line for piece in seat.line.pieces}


def _leads(verb: v.Verb, parent: Seat, beneath: list[Seat]) -> Iterator[Offer]:
    """`from` and `with` on lines of their own, where they are not said; a dataset may have several."""
    of_stage = parent.role is Role.STAGE
    lines = [parent, *(seat for seat in beneath if seat.role is Role.LEAD)]
    said = {clause.word for seat in lines for clause in seat.line.clauses}
    if verb.sources and ("from" not in said or verb.steps):
        yield Offer("from", Kind.Keyword, doc=meaning.JOINING["from"])
    if verb.models and of_stage and "with" not in said:
        yield Offer("with", Kind.Keyword, doc=meaning.JOINING["with"])
    if verb.groups and of_stage:
        yield Offer("group", Kind.Keyword, doc=meaning.PART, snippet="group ${1:name}\n  $0")


def _swept(here: Cursor) -> Iterator[Offer]:
    words: Mapping[str, v.Setting] = here.parent.words if here.parent else {}
    for name in v.offered(words):
        if words[name].sweeps:
            yield setting(words[name])


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
            yield from stages(page, here, (), given=False)
        case "gen" | "work" | "group" | "recipe":
            return
        case _ if here.clause:
            yield from _joined(page, here, here.seat.stage if here.seat else None, here.clause)
        case _ if len(here.before) > 1 and last.terminal == "NAME":
            yield from _joints(page, here)


def _let(page: Page, here: Cursor) -> Iterator[Offer]:
    last = here.before[-1].terminal
    if last == "NUMBER":
        yield from every_unit()
    if last in ENDS_A_VALUE:
        yield from joining("to", "by") if len(here.before) > 2 else ()
    elif last != "LET":
        yield from values(page, here)


def _takes(here: Cursor) -> Iterator[Offer]:
    words = [each.terminal for each in here.before]
    if words[-1] == "NUMBER":
        yield from every_unit()
        yield from joining("to", "by")
    elif words[-1] == "NAME" and "AS" in words:
        yield from joining("or")
    elif "AS" in words:
        types = (*MATERIALS, *SIMPLE, NOTHING) if words[-1] == "OR" else (*MATERIALS, *SIMPLE)
        yield from (Offer(word, Kind.TypeParameter) for word in types)
    elif words == ["TAKES", "NAME"]:
        yield Offer("as", Kind.Keyword, doc=meaning.JOINING["as"])


def _use(page: Page, here: Cursor) -> Iterator[Offer]:
    last = here.before[-1]
    if len(here.before) == 1:
        yield from _recipes(page)
    elif last.terminal == "FROM":
        yield Offer(STANDARD, Kind.Folder, "recipes that come with gen")
        yield from paths(page, here, v.Place("folder"))
    elif last.terminal == "AT":
        yield from _versions(page, here)
    elif last.terminal in ENDS_A_VALUE:
        yield from joining(*(("at",) if here.clause == "from" else ("from",) if not here.clause else ()))


def _recipes(page: Page) -> Iterator[Offer]:
    """Those that come with gen and are not borrowed yet, each with its whole line."""
    known = page.outline.root.things
    for name in page.recipes.holds(STANDARD) if page.recipes else ():
        recipe = page.lent(STANDARD, name, None)
        if recipe is not None and name not in known:
            line = f"{name} from {STANDARD} at {_version(recipe)}"
            yield Offer(name, Kind.Function, STANDARD, of_named(recipe, page), line)


def _versions(page: Page, here: Cursor) -> Iterator[Offer]:
    """The versions of the recipe on this line, the newest first."""
    name, source = here.before[1].text, here.before[-2].text.strip('"')
    there = page.recipes.holds(source).get(name, ()) if page.recipes else ()
    newest = page.lent(source, name, None)
    found = [*([_version(newest)] if newest is not None else []), *reversed(there)]
    yield from (Offer(version, Kind.Value, f"{name}, in {source}") for version in dict.fromkeys(found))


def _version(recipe: Named) -> str:
    """What a recipe says of its version."""
    said = (clause.values[0] for clause in recipe.line.clauses if clause.word == "at" and clause.values)
    return next((node.text for node in said if isinstance(node, Version)), FIRST_VERSION)


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
    if here.before[-1].terminal in ENDS_A_VALUE:
        yield from _joints(page, here)
        return
    wanted = () if verb is None else verb.sources if word == "from" else verb.models if word == "with" else None
    if wanted is not None:
        yield from stages(page, here, wanted)
    if verb is not None and wanted and "path" in wanted:
        yield from paths(page, here, v.Place())
