"""Hover: what stands at a place, explained: its meaning, what may be said there, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types as lsp

from intaglio.face.server import meaning, words
from intaglio.face.server.outline import Mention, Named, Role, Seat, Sort, is_among, offset, options
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place
from intaglio.face.server.words import Class, Word
from intaglio.lang.checker.definitions import is_gives
from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.elsewhere import spelt
from intaglio.lang.explanation import explanation
from intaglio.lang.vocabulary import UNITS, Choice, Setting
from intaglio.lang.wording import thing

_NOTE = re.compile(r"^--\s?")


def at(page: Page, place: Place, *, markdown: bool = True) -> lsp.Hover | None:
    """What an editor shows over a place; None where there is nothing to say."""
    word = word_at(page, place)
    seat = page.seat(place)
    told = [_faulty(each) for each in page.script.diagnostics if _covers(each, place)]
    if word is not None and seat is not None:
        told = [text for text in [_told(word, seat, page), *told] if text]
    if not told:
        return None
    kind = lsp.MarkupKind.Markdown if markdown else lsp.MarkupKind.PlainText
    text = "\n\n---\n\n".join(told)
    stretch = page.sheet.range(seat.line.span(word.start, word.end)) if word and seat else None
    return lsp.Hover(lsp.MarkupContent(kind, text if markdown else plain(text)), stretch)


def plain(text: str) -> str:
    """Our Markdown without its signs."""
    return re.sub(r"^```\w*\n|\n```$|\*\*|`", "", text, flags=re.MULTILINE)


def word_at(page: Page, place: Place) -> Word | None:
    """The word at a place, the one that begins there rather than the one that ends."""
    seat = page.seat(place)
    where = None if seat is None else offset(seat.line, place.line, place.column)
    if seat is None or where is None:
        return None
    found = [word for word in words.words_of(seat, page.vocabulary) if word.start <= where <= word.end]
    return found[-1] if found else None


def _covers(diagnostic: Diagnostic, place: Place) -> bool:
    span = diagnostic.span
    return span.line == place.line and span.column <= place.column <= span.end


def _faulty(diagnostic: Diagnostic) -> str:
    """The page behind a code: what `gen explain` says."""
    page = explanation(CATALOGUE[diagnostic.code])  # some are told in words of their own, and have no page
    text = "\n\n".join(page.paragraphs)
    scores = "\n\n".join(
        f"**{label}**\n\n```gen\n{score}\n```" for label, score in (("wrong", page.wrong), ("right", page.right))
    )
    return f"**{diagnostic.code} · {diagnostic.title}**\n\n{text}\n\n{scores}"


def _told(word: Word, seat: Seat, page: Page) -> str | None:
    if word.mention is not None:
        return of_named(word.mention.named, page)
    match word.kind:
        case Class.VERB:
            return _verb(word.text, seat, page)
        case Class.SETTING:
            return _setting(word.text, seat)
        case Class.UNIT if word.text in UNITS:
            return f"**{word.text}**\n\n{meaning.of_unit(word.text)}"
        case Class.JOINING:
            return f"**{word.text}**\n\n{meaning.JOINING.get(word.text) or meaning.OWN[word.text]}"
        case Class.MEASURE:
            measure = page.vocabulary.measures[word.text]
            return f"**{word.text}** · {meaning.of_type(measure.type)}\n\n{measure.doc}"
        case Class.CHOICE if seat.setting is not None:
            return _choice(word.text, seat.setting)
    return None


def _choice(word: str, setting: Setting) -> str:
    """A choice, with what it is one of."""
    slots = ((slot, kind) for slot in setting.slots for kind in options(slot.type) if isinstance(kind, Choice))
    slot, kind = next((slot, kind) for slot, kind in slots if is_among(kind, word))
    others = f" · one of {meaning.of_type(kind)}" if len(kind.offered) > 1 else ""
    return f"**{word}**{others}\n\n{slot.doc or setting.doc}"


def _verb(word: str, seat: Seat, page: Page) -> str | None:
    if seat.role is Role.PART:
        return f"**group**\n\n{meaning.PART}"
    named = seat.named if seat.role is Role.STAGE else None
    verb = page.vocabulary.verbs.get(word) or (named.verb if named else None)
    if verb is not None:
        return f"**{verb.name}** · makes {thing(verb.makes)}\n\n{meaning.summary(verb.doc)}"
    return f"**{word}**\n\n{meaning.OWN[word]}" if word in meaning.OWN else None


def _setting(word: str, seat: Seat) -> str | None:
    setting = seat.setting
    if setting is None or (seat.line.head and seat.line.head.text != word):
        stage = seat.stage
        swept = stage.verb.settings.get(spelt(word)) if stage and stage.verb else None
        return f"**{word}**\n\nThe values that `each {word}` goes through." if swept is None else None
    slots = "\n".join(
        f"- `{slot.name.rstrip('_')}`: {slot.doc}" for slot in setting.slots if slot.doc and not setting.plain
    )
    said = meaning.of_setting(setting)
    head = f"**{setting.name}** · {said}" if said else f"**{setting.name}**"
    kept = "" if setting.keyed else "\n\nIt changes nothing that is made."
    later = "\n\nIt is checked, and not run by this version yet." if setting.arrives_later else ""
    return "\n\n".join(filter(None, (head, setting.doc, slots))) + kept + later


def of_named(named: Named, page: Page) -> str:
    """A name: the lines that give it, its notes, and what it is made from."""
    given = named.given
    lines = "\n".join(_lines(given))
    parts = [f"```gen\n{lines}\n```", *_notes(given)]
    if named.origin is not None:
        parts.append(f"Borrowed: `{named.line.text}`.")
    if named.sort is Sort.STAGE and named.makes is not None:
        parts.append(f"Makes {thing(named.makes)}.")
    made = list(dict.fromkeys(mention.named.path for mention in _inputs(named, page)))
    if named.sort is Sort.STAGE and made:
        parts.append("Made of " + ", ".join(f"`{path}`" for path in made) + ".")
    return "\n\n".join(parts)


def _lines(named: Named) -> Iterator[str]:
    """The line that gives a name; of a recipe, also what it takes and gives."""
    yield named.line.text
    if named.sort is Sort.RECIPE:
        heads = [line for line in named.line.children if line.form == "takes" or is_gives(line)]
        yield from (f"  {line.text}  {line.note}".rstrip() for line in heads)


def _notes(named: Named) -> Iterator[str]:
    """The notes directly above, and the one beside."""
    above: list[str] = []
    for note in reversed(named.line.above):
        if not note:
            break
        above.insert(0, _NOTE.sub("", note))
    if above:
        yield "\n".join(above)
    if named.line.note:
        yield _NOTE.sub("", named.line.note)


def _inputs(named: Named, page: Page) -> Iterator[Mention]:
    """The stages that a stage's own line and those beneath it speak of."""
    for seat in page.outline.seats:
        if seat.stage is named:
            others = (mention for mention in seat.mentions if mention.named is not named)
            yield from (each for each in others if each.named.sort is Sort.STAGE or _is_material(each))


def _is_material(mention: Mention) -> bool:
    """Whether what a recipe takes stands after a joining word, as material does."""
    clauses = mention.line.clauses
    return mention.named.sort is Sort.PARAMETER and any(c.start <= mention.start < c.end for c in clauses)
